/*
 * The encoding of a whole input, told from its beginning: UTF-16 has byte-order
 * marks, or NUL bytes in every other place.  Everything else is taken for UTF-8,
 * in which single lines may still be Windows-1252 (normalize/decode.c).
 */
#ifndef SULIH_NORMALIZE_ENCODING_H
#define SULIH_NORMALIZE_ENCODING_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/view.h"

enum sulih_encoding {
	SULIH_ENCODING_UTF8,
	SULIH_ENCODING_UTF16_LE,
	SULIH_ENCODING_UTF16_BE,
	SULIH_ENCODING_BINARY
};

/* How many bytes it wants to see, if there are so many. */
#define SULIH_ENCODING_PREFIX ((size_t)8192)

enum sulih_encoding sulih_encoding_guess(struct sulih_view prefix);
const char *sulih_encoding_name(enum sulih_encoding encoding);

/* UTF-16 to UTF-8, in pieces. */
struct sulih_utf16 {
	bool big_endian;
	bool half;	    /* a byte of a unit is held */
	unsigned char byte; /* that byte */
	uint16_t high;	    /* a high surrogate held; 0: none */
	size_t characters;  /* decoded so far */
	size_t replaced;    /* lone surrogates and a last odd byte, now U+FFFD */
	size_t first;	    /* character index of the first of them */
};

/* Appends the characters of `bytes` to `out`. */
void sulih_utf16_decode(struct sulih_utf16 *state, struct sulih_view bytes,
			struct sulih_buffer *out);
/* At the end of the input: what is held becomes U+FFFD. */
void sulih_utf16_finish(struct sulih_utf16 *state, struct sulih_buffer *out);

#endif
