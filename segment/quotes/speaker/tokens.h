/*
 * The words of a stretch of text beside a quote.  Internal to segment/quotes.
 *
 * A stretch is short (SULIH_TOKENS_MAX tokens), so that the work a quote costs
 * does not grow with the text.
 */
#ifndef SULIH_SEGMENT_QUOTES_SPEAKER_TOKENS_H
#define SULIH_SEGMENT_QUOTES_SPEAKER_TOKENS_H

#include <stdint.h>

#include "base/table.h"
#include "base/view.h"

#define SULIH_TOKENS_MAX 96

enum token_type {
	TOKEN_WORD,
	TOKEN_NUMBER, /* begins with a digit */
	TOKEN_COMMA,
	TOKEN_COLON,
	TOKEN_STOP, /* . ! ? … ; */
	TOKEN_OPEN, /* ( [ */
	TOKEN_CLOSE,
	TOKEN_DASH,
	TOKEN_SLASH,
	TOKEN_MARK, /* a quotation mark */
	TOKEN_OTHER
};

struct token {
	struct sulih_span span; /* a word keeps the stop of its abbreviation: "Dr." */
	uint8_t type;
	bool capital; /* the first letter */
	bool acronym; /* two letters or more, all capitals: KPK, PDI-P */
	bool spaced;  /* white space stands before it */
	bool dotted;  /* stops are part of it: Dr., M.Si. */
};

struct tokens {
	struct sulih_view text;
	struct token items[SULIH_TOKENS_MAX];
	size_t count;
};

/* Reads text[start, end); stops when the tokens are full. */
void sulih_read_tokens(struct sulih_view text, size_t start, size_t end, struct tokens *tokens);

/* The same up to the first stop behind a word that stands in no bracket. */
void sulih_read_sentence(struct sulih_view text, size_t start, size_t end, struct tokens *tokens);

/* Appends the tokens of text[start, end); drops the earliest when they get too many. */
void sulih_append_last_tokens(struct sulih_view text, size_t start, size_t end,
			      struct tokens *tokens);

/* The key of a word: lower case, without stops ("msi" for M.Si.); empty when too long. */
struct sulih_view sulih_token_key(const struct tokens *tokens, size_t index, char *room,
				  size_t size);
static inline bool sulih_token_is_type(const struct tokens *tokens, size_t index,
				       enum token_type type)
{
	return index < tokens->count && tokens->items[index].type == type;
}

/* Whether the word's key is `word`. */
bool sulih_token_is(const struct tokens *tokens, size_t index, const char *word);
bool sulih_token_is_one_of(const struct tokens *tokens, size_t index, const char *const *words,
			   size_t count);
#define SULIH_TOKEN_IS_ONE_OF(tokens, index, words)                                                \
	sulih_token_is_one_of(tokens, index, words, SULIH_COUNT(words))

/* Number of tokens from `index` on that make the longest key of `table` (phrases: yes); 0: none.
 * `fold` looks up lower-case keys without stops, otherwise the words as they stand. */
size_t sulih_match_tokens(const struct tokens *tokens, size_t index,
			  const struct sulih_table *table, bool fold, struct sulih_row *row);

#endif
