/* How a token is asked: its form, its word's facts, and the classes that lists give the word. */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_TOKEN_H
#define SULIH_PIPELINE_PROTECT_NAMES_TOKEN_H

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/finder.h"

static inline bool is_mark(const struct name_finder *f, uint32_t at, uint32_t mark)
{
	return token_at(f, at)->kind == TOKEN_MARK && token_at(f, at)->mark == mark;
}

/* No word and no figure has a mark. */
static inline bool is_opening_quote(const struct name_finder *f, uint32_t at)
{
	uint32_t mark = token_at(f, at)->mark;

	return mark == '"' || mark == 0x201C || mark == '\'' || mark == 0x2018;
}

static inline bool is_closing_quote(const struct name_finder *f, uint32_t at)
{
	uint32_t mark = token_at(f, at)->mark;

	return mark == '"' || mark == 0x201D || mark == '\'' || mark == 0x2019;
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

/* In a headline or a line in capitals. */
static inline bool token_is_free(const struct name_token *token)
{
	return token->flags & TOKEN_FREE;
}

/* A word of a headline as it writes all its words: no acronym among words with a capital. */
static inline bool token_is_headline_word(const struct name_token *token)
{
	return (token->flags & TOKEN_TITLECASE && token->shape == SHAPE_CAPITAL) ||
	       (token->flags & TOKEN_SHOUTED && token->shape == SHAPE_UPPER);
}

static inline bool is_free_case(const struct name_finder *f, uint32_t at)
{
	return token_is_free(token_at(f, at));
}

/* DAN, DARI, YANG: only a line in capitals writes them so; DI and KE may be acronyms. */
static inline bool token_is_shouted_grammar(const struct name_token *token)
{
	return token->shape == SHAPE_UPPER && token->facts & FACT_GRAMMAR &&
	       token->end - token->start >= 3;
}

/* Bytes. */
static inline uint32_t token_length(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->end - token_at(f, at)->start;
}

/* A blank stands before it. */
static inline bool token_is_apart(const struct name_finder *f, uint32_t at)
{
	return !(token_at(f, at)->flags & TOKEN_GLUED);
}

/* Of words only; else empty. */
static inline struct sulih_view token_lower(const struct name_finder *f, uint32_t at)
{
	return word_at(f, at)->lower;
}

static inline struct sulih_view token_text(const struct name_finder *f,
					   const struct name_token *token)
{
	return sulih_view_slice(f->text, token->start, token->end);
}

static inline bool token_begins_with_digit(const struct name_finder *f, uint32_t at)
{
	return sulih_byte_is_digit(token_text(f, token_at(f, at)).data[0]);
}

/* The row of the word at `at` in a list of single words; not listed for figures and marks. */
static inline struct sulih_row token_row(const struct name_finder *f, uint32_t at,
					 const struct sulih_table *table)
{
	uint32_t index = token_at(f, at)->word;

	return index == WORD_NONE ? (struct sulih_row){ .listed = false }
				  : sulih_table_find_hashed(table, f->words.items[index].lower,
							    f->words.items[index].hash);
}

/* The same in a list that the Makefile names in INDEXED: TOKEN_ROW(f, at, kind_words). */
#define TOKEN_ROW(f, at, list) token_indexed_row(f, at, &sulih_list_##list, SULIH_IN_##list)

static inline struct sulih_row token_indexed_row(const struct name_finder *f, uint32_t at,
						 const struct sulih_table *table, uint32_t list)
{
	return word_row(word_at(f, at), table, list);
}

/* Whether a list of words and classes says that the word at `at` is of a class. */
static inline bool token_says(const struct name_finder *f, uint32_t at,
			      const struct sulih_table *table, const char *class)
{
	struct sulih_row row = token_row(f, at, table);

	return row.listed && sulih_row_says(&row, class);
}

/* Whether lists/name-cues.tsv does. */
static inline bool token_is_cue(const struct name_finder *f, uint32_t at, const char *class)
{
	struct sulih_row row = TOKEN_ROW(f, at, name_cues);

	return row.listed && sulih_row_says(&row, class);
}

/* Whether base/lexicon/beside-names.tsv does. */
static inline bool token_is_beside(const struct name_finder *f, uint32_t at, const char *class)
{
	struct sulih_row row = TOKEN_ROW(f, at, beside_names);

	return row.listed && sulih_row_says(&row, class);
}

/* Whether it is of this part of speech as it stands. */
static inline bool token_is_part(const struct name_finder *f, uint32_t at,
				 enum sulih_word_class part)
{
	return token_at(f, at)->word != WORD_NONE && word_parts(word_at(f, at)) >> part & 1;
}

/* Whether it is an adjective of the lexicon, without an affix. */
static inline bool token_is_bare_adjective(const struct name_finder *f, uint32_t at)
{
	return token_is_part(f, at, SULIH_WORD_ADJECTIVE) && word_parts(word_at(f, at)) & PART_BARE;
}

#endif
