/*
 * Names: persons, places, organisations, works, events, products, without a trained model.
 *
 *   memory.c     words, each once, and what the lists say of them, for many documents
 *   letters.h    words of ASCII letters as numbers
 *   tokens.c     the running text as words, figures and marks, once for all finders
 *   cut.c        where the odd ones of them end
 *   stems.c      where a clitic or prefix begins that is written to a name
 *   facts.c      what the lists know about a word
 *   match_map.c  the longest name of the lists at a token
 *   match.c      the longest title or head word there
 *   modes.c      headlines in Title Case or capitals
 *   runs.c       how far a run of capitals reaches
 *   titles.c     titles and offices, evidence for what follows
 *   posts.c      offices of a place: the place before the person
 *   listed.c     names of the lists, acronyms that the document introduced
 *   head_read.c  a head word and how far its name reaches: Gunung X, Universitas X
 *   head_doubts.c  where a head word is none
 *   heads.c      what such a name is in English
 *   bodies.c     … that of a body, or of a description: Fraksi X, Lembaga Bantuan Hukum
 *   institutions.c  … that of a ministry, a government, the board of a party
 *   plain.c      where the name in a plain run of capitals begins and ends
 *   decide.c     a plain run of capitals: is it a name
 *   kinds.c      … and of what kind
 *   single.c     a single word that is an ordinary one too: evidence for a name
 *   found.c      what a found name becomes: evidence, or a span
 *   tails.c      what belongs to a found name behind its last word: model signs, numerals
 *   works.c      titles of films, books and songs
 *   evidence.c   what the rules saw, for --explain
 *   context.c    what stands around: ages, initials, words near
 *   persons.c    why a name is that of a person: titles, verbs of saying, commas
 *   parse.c      a run as titles, listed names, heads with their names, persons
 *   compose.c    English forms made by rule: Sungai X, Universitas X, X Selatan
 *   affixes.c    prefixes and small particles before a name
 *   foreign.c    other scripts, languages, names of species
 *   acronyms.c   `Nama Panjang (NP)`, ages in brackets
 *   carry.c      what goes from stretch to stretch of a long document
 *   names.c      the driver
 *
 * The document is parsed twice by the same code: the first time only evidence is
 * collected, the second time the spans are proposed, so that one name has one
 * ruling wherever it stands.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_NAMES_H
#define SULIH_PIPELINE_PROTECT_NAMES_NAMES_H

#include "base/table.h"
#include "pipeline/protect/names/carry.h"
#include "pipeline/protect/names/tokens.h"
#include "pipeline/protect/protect.h"

/* An answer of match_map, which is asked of one place by several rules and in both passes. */
struct name_map {
	uint32_t end; /* the token that it was asked up to */
	struct name_match match;
};

/* `Nama Panjang (NP)`: NP stands for the long form through the document. */
struct name_acronym {
	uint32_t word;
	uint32_t start; /* tokens of the long form */
	uint32_t count;
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	struct sulih_view full; /* the long form where it stood in a stretch before; else empty */
	const char *why;
};

/* A run of capitals in which a word stands. */
struct name_mention {
	uint32_t start; /* tokens */
	uint32_t end;
	uint32_t length; /* bytes; 0: none */
};

/* The two longest of a word: one of them may be the name that is asked about. */
struct name_mentions {
	struct name_mention longest[2];
};

struct name_finder {
	struct sulih_document *document;
	struct sulih_candidates *candidates;
	struct sulih_view text;
	struct name_tokens tokens; /* of the memory, which keeps them */
	struct name_vocabulary words;
	const struct word_brief *briefs;   /* of words */
	const struct map_word *starts;	   /* of words */
	const struct phrase_word *phrases; /* of words */
	const uint32_t *segments; /* the token that each begins with, and one behind the last */
	const uint32_t *plain;	  /* words of each that tell a sentence from a headline */
	SULIH_VECTOR(struct name_acronym) acronyms;
	SULIH_VECTOR(struct name_map) maps;
	struct name_mentions *mentions; /* by word; NULL: nothing is to be explained */
	struct sulih_buffer key;	/* scratch for look-ups */
	uint32_t number;		/* of the document, as the memory counts */
	bool carried;			/* counts come from other stretches, or go there */
	bool collecting;		/* first pass */
	bool failed;			/* out of memory */
};

/* Empties the scratch key; a failed allocation is remembered, which clearing alone forgets. */
static inline void key_clear(struct name_finder *f)
{
	f->failed |= f->key.failed != 0;
	sulih_buffer_clear(&f->key);
}

static inline const struct name_token *token_at(const struct name_finder *f, uint32_t at)
{
	return &f->tokens.items[at];
}

static inline struct name_word *word_at(struct name_finder *f, uint32_t at)
{
	return &f->words.items[token_at(f, at)->word];
}

static inline bool is_mark(const struct name_finder *f, uint32_t at, uint32_t mark)
{
	return token_at(f, at)->kind == TOKEN_MARK && token_at(f, at)->mark == mark;
}

static inline uint32_t token_facts(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->facts;
}

static inline bool token_is_capital(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->kind == TOKEN_WORD && token->shape != SHAPE_LOWER &&
	       token->shape != SHAPE_NONE;
}

/* A blank stands before it. */
static inline bool token_is_apart(const struct name_finder *f, uint32_t at)
{
	return !(token_at(f, at)->flags & TOKEN_GLUED);
}

/* Of words only; else empty. */
static inline struct sulih_view token_lower(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->word == NAMES_NONE ? SULIH_VIEW("") : f->words.items[token->word].lower;
}

static inline struct sulih_view token_text(const struct name_finder *f,
					   const struct name_token *token)
{
	return sulih_view_slice(f->text, token->start, token->end);
}

/* Texts behind each other, for as long as the document stays. */
static inline struct sulih_view name_join(struct name_finder *f, const struct sulih_view *texts,
					  size_t count)
{
	struct sulih_view joined = sulih_arena_join(&f->document->arena, texts, count);

	f->failed |= joined.data == NULL;
	return joined;
}
#define NAME_JOIN(f, ...)                                                                          \
	name_join(f, (const struct sulih_view[]){ __VA_ARGS__ },                                   \
		  SULIH_COUNT(((const struct sulih_view[]){ __VA_ARGS__ })))

/* ---- modes.c ---- */
void names_mark_modes(struct name_finder *f);

/* ---- facts.c ---- */
/* The MAP lists, the one that wins a tie first. */
enum { NAMES_MAP_TABLES = 9 };
extern const struct sulih_table *const names_map_tables[NAMES_MAP_TABLES];
/* What a row of them gives for `count` tokens. */
struct name_match name_match_of(struct sulih_row row, uint32_t count);
/* A lower-case word with its first letter, or all letters, in capitals. */
struct sulih_view name_recase(struct sulih_view lower, bool all, char *room, size_t size);

/* ---- match_map.c, match.c: the longest match at token `at`, before token `end` ---- */
struct title_match {
	uint32_t count; /* tokens; 0: none */
	struct sulih_view kind;
	struct sulih_view note;
};
/* By its word in the lists; SULIH_KIND_NAME when it is none. */
enum sulih_span_kind listed_kind(struct sulih_view name);
bool match_map(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match);
bool match_title(struct name_finder *f, uint32_t at, uint32_t end, struct title_match *match);
/* A head word: its row, and how many tokens it has. */
/* The closing bracket of `(SHORT)` at `at` before another capital or a number; else `at`. */
uint32_t skip_short_form(const struct name_finder *f, uint32_t at, uint32_t end);
uint32_t match_head(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_row *row);

/* ---- context.c: what stands around ---- */
/* The sentence being parsed, and what was seen last in it. */
struct name_scene {
	uint32_t start; /* tokens of the segment */
	uint32_t end;
	uint32_t title_start; /* first token of the last title */
	uint32_t title_end;   /* token behind the last title; NAMES_NONE: none */
	uint32_t person_end;  /* likewise, behind the last person */
	uint8_t title;	      /* enum title_class */
	uint8_t post;	      /* enum post: of the title */
};
enum title_class { TITLE_NONE, TITLE_OFFICE, TITLE_RANK, TITLE_HONORIFIC, TITLE_ROYAL, TITLE_ROLE };

/* What stands behind a title before the person: Kades Wadas X, Direktur Utama Sritex X; and no
 * place behind one of the nation: Wamendagri Bima Arya. */
enum post { POST_NONE, POST_PLACE, POST_FIRM, POST_NATION };

struct sulih_view tokens_text(const struct name_finder *f, uint32_t at, uint32_t end);
bool context_allows(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end, struct sulih_view conditions);
struct sulih_view context_target(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at, const struct name_match *map);
bool begins_balinese(const struct name_finder *f, uint32_t at, uint32_t end);
bool begins_caste(const struct name_finder *f, uint32_t at, uint32_t end);
bool age_follows(const struct name_finder *f, uint32_t at, uint32_t end);
bool initials_announced(const struct name_finder *f, uint32_t at, uint32_t start);
/* Whether a prefix makes a verb of it: di-PHK; `start` of its scene. */
bool verb_prefix_before(const struct name_finder *f, uint32_t at, uint32_t start);
/* ---- persons.c ---- */
/* Why [at, end) is a person by what stands around it; NULL: nothing says so. */
const char *person_evidence(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    uint32_t end);

/* The same of one word in a headline. */
const char *headline_evidence(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at);

/* ---- evidence.c: what --explain says beside the rule ---- */
struct sulih_view name_evidence(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end, const char *why);
/* Notes where each word stands, before they are asked for. */
void names_note_mentions(struct name_finder *f);
/* Tokens [at, end) were considered and are no name. */
void name_refuse(struct name_finder *f, uint32_t at, uint32_t end, const char *why);

/* ---- runs.c ---- */
bool token_may_name(const struct name_finder *f, uint32_t at, bool start);
bool begins_plate(const struct name_finder *f, uint32_t at, uint32_t end);
bool is_make(const struct name_finder *f, uint32_t at);
uint32_t run_end(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- compose.c ---- */
uint32_t compass_tail(const struct name_finder *f, uint32_t at, uint32_t end,
		      struct sulih_row *row);
bool begins_region(struct name_finder *f, uint32_t at, uint32_t end);
bool is_region_word(const struct name_finder *f, uint32_t at);
struct sulih_view compose_name(struct name_finder *f, uint32_t at, uint32_t end);
struct sulih_view compose_pattern(struct name_finder *f, struct sulih_view pattern,
				  struct sulih_view rest);
struct sulih_view compose_owned(struct name_finder *f, struct sulih_view owner,
				struct sulih_view body, bool before);
uint32_t match_field(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_view *english);
uint32_t match_words(struct name_finder *f, const struct sulih_table *table, uint32_t at,
		     uint32_t end, struct sulih_row *best);

/* ---- acronyms.c ---- */
uint32_t bracketed_acronym(const struct name_finder *f, uint32_t at, uint32_t end);
bool acronym_fits(struct sulih_view acronym, struct sulih_view name);
void introduce_phrase(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* The long form as it is written. */
struct sulih_view acronym_full(const struct name_finder *f, const struct name_acronym *meaning);
void acronym_bind(struct name_finder *f, uint32_t acronym, const struct name_acronym *meaning);

/* ---- carry.c: does nothing where `carry` is NULL ---- */
/* Waits for the stretches before, and adds what they learned to the words of this one. */
void carry_take(struct name_finder *f, struct sulih_carry *carry, size_t stretch);
/* Hands on what is known now; the next stretch has its turn. */
void carry_give(struct name_finder *f, struct sulih_carry *carry, size_t stretch);

/* ---- titles.c: the token behind what begins at `at`, or `at` when nothing does ---- */
uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- posts.c ---- */
enum post post_class(struct sulih_view note);
uint32_t post_end(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end);

/* ---- listed.c: likewise ---- */
uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* wilayah barat Sudan: asked at the compass word. */
uint32_t parse_part(struct name_finder *f, struct name_scene *scene, uint32_t at);
uint32_t parse_listed(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- affixes.c ---- */
/* Behind a prefix; `at` when there is none. */
uint32_t skip_prefix(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* al-Sisi, van Dijk: a name begins with this small word. */
bool begins_small(const struct name_finder *f, const struct name_scene *scene, uint32_t at);

/* ---- foreign.c: likewise ---- */
uint32_t parse_script(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Behind the languages that a word such as bahasa announces, the first of which is at `at`. */
uint32_t languages_end(const struct name_finder *f, uint32_t at, uint32_t limit);
/* Where a species' name ends that begins with the name [at, end). */
uint32_t species_end(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit);

/* ---- kinds.c: of what kind a plain name is ---- */
/* What the words of a name say about it. */
struct name_words {
	uint32_t count;
	uint32_t common;   /* plain Indonesian words */
	uint32_t given;	   /* parts of persons' names */
	uint32_t both;	   /* of these: ordinary words too (Utama, Bintang) */
	uint32_t body;	   /* Inc, FC, University */
	uint32_t known;	   /* named as a person elsewhere */
	uint32_t numbered; /* take a number: Boeing, Formula */
};

struct name_words survey_name(struct name_finder *f, uint32_t at, uint32_t end);
/* di Gading Serpong: a place, whatever its first word means. */
bool stands_in(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* 081/Dhirotsaha Jaya: the name of a unit behind its number. */
bool is_numbered_unit(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* `person`: why it is one by what stands around it; NULL: nothing says so. */
enum sulih_span_kind kind_of(struct name_finder *f, struct name_scene *scene, uint32_t at,
			     uint32_t end, const char *person, struct name_words words);

/* ---- heads.c, bodies.c, parse.c, decide.c, found.c ---- */
struct name_found {
	uint32_t at; /* tokens */
	uint32_t end;
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	const char *why;
	struct sulih_view evidence;
	struct sulih_row row;
};
/* A name with a head word at `at`; the token behind it, or `at` when there is none. */
uint32_t parse_head(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Takes what was found: evidence in the first pass, a candidate in the second.  Returns the
 * token behind it (an acronym in brackets may have been added). */
uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found);
/* ---- plain.c: what begins with a capital; the token behind it ---- */
uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* A plain name without head word or list entry: what is it, and is it one? */
uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end);
uint32_t with_owner(struct name_finder *f, uint32_t end, uint32_t limit);

/* ---- tails.c ---- */
void name_extend(struct name_finder *f, struct name_found *found, uint32_t limit);
uint32_t match_age_group(struct name_finder *f, uint32_t at, uint32_t limit,
			 struct sulih_view *english);
bool number_counts(const struct name_finder *f, uint32_t at, uint32_t limit);

/* ---- works.c: the token behind the title that a word such as film announces, or `at` ---- */
uint32_t parse_work(struct name_finder *f, struct name_scene *scene, uint32_t at);

void parse_segment(struct name_finder *f, uint32_t start, uint32_t end);

/* ---- single.c ---- */
/* Built like an Indonesian word, though no list has it. */
bool word_is_inflected(const struct name_finder *f, uint32_t at);
/* Why the word at `at` is a name; NULL: nothing says so.  `strong`: `person` makes one of any word.
 */
const char *single_evidence(struct name_finder *f, uint32_t at, const char *person, bool strong);
/* It is none: recognised and left, or refused.  The token behind. */
uint32_t leave_word(struct name_finder *f, struct name_scene *scene, uint32_t at);

#endif
