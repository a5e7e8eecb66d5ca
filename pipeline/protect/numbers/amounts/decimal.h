/*
 * Decimal figures as text: exact, and no longer than somebody would write them.
 */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_DECIMAL_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_DECIMAL_H

#include "base/buffer.h"

/* How a run of digits, stops and commas is written. */
enum number_shape {
	NUMBER_PLAIN,	/* 2024 */
	NUMBER_GROUPED, /* 8.000 and 1.250,50 */
	NUMBER_COMMA,	/* 1,5 */
	NUMBER_ENGLISH, /* 1,250,000 and 1,250.50: impossible in Indonesian */
	NUMBER_POINT,	/* 3.5 and 14.30: an English decimal, or a clock time */
	NUMBER_OTHER	/* 1.2.3, 19.06.2024: no number */
};

enum { DECIMAL_DIGITS = 48 };

struct decimal {
	char digits[DECIMAL_DIGITS]; /* '0'…'9'; at least one before the point */
	unsigned count;
	unsigned fraction; /* how many of them stand behind the point */
};

/* The shape of a number token, and its value (not for NUMBER_OTHER). */
enum number_shape sulih_decimal_read(struct sulih_view text, struct decimal *out);
/* Multiplies by a power of ten; false when there is no room: it stays as it was. */
bool sulih_decimal_shift(struct decimal *number, unsigned power);
void sulih_decimal_from(struct decimal *out, unsigned long long whole);
/* The whole number, if it is one and small enough; else -1. */
long sulih_decimal_small(const struct decimal *number);
/* < 0, 0 or > 0. */
int sulih_decimal_compare(const struct decimal *a, const struct decimal *b);
/* As English writes it: 1,250.50 */
void sulih_decimal_english(const struct decimal *number, struct sulih_buffer *out);
/* Canonical: no groups, no zeros at the end of a fraction, no point without one. */
void sulih_decimal_canonical(const struct decimal *number, struct sulih_buffer *out);
/* st, nd, rd or th, for a whole number of at least one digit. */
const char *sulih_ordinal_ending(struct sulih_view digits);

#endif
