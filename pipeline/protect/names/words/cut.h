/*
 * Where words and figures end that are not of ASCII letters alone: signs inside them, stops of
 * abbreviations, addresses of the net.  For tokens.c.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_CUT_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"

/* A letter, digit or combining mark. */
bool cut_is_word_part(uint32_t c);
/* The end of those that begin at `at`. */
size_t cut_word_parts(const char *data, size_t at, size_t end);
/* The end of the word at `start`, whose first part ends at `at`; adds to its enum token_flag. */
size_t cut_word(const char *data, size_t start, size_t at, size_t end, uint16_t *flags);
/* The end of a figure with its separators. */
size_t cut_number(const char *data, size_t at, size_t end);
/* Whether an address of the net, a handle or a hashtag begins at `at`; `word` is where the
 * letters and figures there end. */
bool cut_begins_net(const char *data, size_t at, size_t word, size_t end);
/* A blank, or the end. */
bool cut_is_end(const char *data, size_t at, size_t end);
/* Whether a mark may be part of an address of the net. */
bool cut_may_tie(const char *data, size_t at, size_t end, uint32_t c);
/* enum token_shape */
uint8_t cut_shape(struct sulih_view word);

/* What no word, number, address or abbreviation goes on with: blanks and most marks, but no
 * stop, colon, apostrophe, ampersand and @. */
extern const bool cut_ends_any[256];

/* Whether no letter, sign or address can go on here: what ends nearly all words. */
static inline bool cut_ends_word(const char *data, size_t at, size_t end)
{
	return at == end || data[at] == ' ' || cut_ends_any[(unsigned char)data[at]] ||
	       (data[at] == '.' && (at + 1 == end || data[at + 1] == ' '));
}

#endif
