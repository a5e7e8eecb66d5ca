/* Reading an answer's bytes where a token may stand. */
#ifndef SULIH_PIPELINE_TRANSLATE_TOKENS_SCAN_H
#define SULIH_PIPELINE_TRANSLATE_TOKENS_SCAN_H

#include "base/utf8.h"
#include "base/view.h"

/* Code point at `at`, 0 at the end; *next gets where the following one begins. */
static inline uint32_t sulih_scan_peek(struct sulih_view text, size_t at, size_t *next)
{
	size_t used;
	uint32_t c;

	if (at >= text.length) {
		*next = text.length;
		return 0;
	}
	c = sulih_utf8_decode(text.data + at, text.length - at, &used);
	*next = at + used;
	return c;
}

static inline bool sulih_scan_starts(struct sulih_view text, size_t at, const char *with)
{
	size_t length = strlen(with);

	return text.length - at >= length && memcmp(text.data + at, with, length) == 0;
}

/* One letter of a mark, whatever its case or width. */
static inline bool sulih_scan_same_letter(uint32_t c, char letter)
{
	if (c >= 0xFF21 && c <= 0xFF5A)
		c -= 0xFEE0;
	return c < 0x80 && ((c | 32) == (uint32_t)(letter | 32));
}

/* The value of a digit, also a wide or an Arabic one; -1 for anything else. */
int sulih_scan_digit(uint32_t c);
/* Over blanks, invisible characters and backslashes, a few at most. */
size_t sulih_scan_skip_junk(struct sulih_view text, size_t at);
/* Reads a number; returns where it ends, or `at` when there is none. */
size_t sulih_scan_number(struct sulih_view text, size_t at, unsigned *number);

#endif
