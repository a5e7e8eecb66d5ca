/*
 * What the lists have at a place of the text: names, titles, head words, fields.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_LISTED_MATCH_H
#define SULIH_PIPELINE_PROTECT_NAMES_LISTED_MATCH_H

#include "pipeline/protect/names/token.h"

/* ---- facts.c ---- */
/* The MAP lists, the one that wins a tie first. */
enum { NAMES_MAP_TABLES = 10 };
extern const struct sulih_table *const names_map_tables[NAMES_MAP_TABLES];
/* What a row of them gives for `count` tokens. */
struct name_match name_match_of(struct sulih_row row, uint32_t count);
/* By its word in the lists; SULIH_KIND_NAME when it is none. */
enum sulih_span_kind listed_kind(struct sulih_view name);
/* The row of a word in the list of given names, whatever its capitals. */
struct sulih_row given_row(const struct name_finder *f, uint32_t at);
/* Whether a word ends as lists/word-endings.tsv says of a class. */
bool word_ends_like(struct sulih_view lower, const char *class);
/* A lower-case word with its first letter, or all letters, in capitals. */
struct sulih_view name_recase(struct sulih_view lower, bool all, char *room, size_t size);

/* ---- match_map.c, match.c: the longest match at token `at`, before token `end` ---- */
struct title_match {
	uint32_t count; /* tokens; 0: none */
	struct sulih_view kind;
	struct sulih_view note;
};
bool match_map(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match);
/* The body [at, end) whose head word is written small: partai Republik, in the lists with a
 * capital. */
bool match_capitalised(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match);
bool match_title(struct name_finder *f, uint32_t at, uint32_t end, struct title_match *match);
/* A head word: its row, and how many tokens it has. */
uint32_t match_head(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_row *row);
/* The closing bracket of `(SHORT)` at `at` before another capital or a number; else `at`. */
uint32_t skip_short_form(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- compose.c ---- */
uint32_t match_field(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_view *english);
uint32_t match_words(struct name_finder *f, const struct sulih_table *table, uint32_t at,
		     uint32_t end, struct sulih_row *best);
/* The adjective of a country in English; what has none as it stands. */
struct sulih_view country_adjective(struct sulih_view country);
/* Whether the listed name is a country, or a part of the world, that has an adjective. */
bool is_country(const struct name_match *match);

#endif
