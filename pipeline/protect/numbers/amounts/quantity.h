/* Quantities: a number, its scale, and what is counted or measured. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_QUANTITY_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_QUANTITY_H

#include "pipeline/protect/numbers/amounts/measure.h"

struct quantity {
	struct decimal amount; /* before the scale */
	enum number_shape shape;
	unsigned scale;	   /* power of ten that is written as a word: 0, 6, 9, 12, 15 */
	unsigned shifted;  /* powers of ten of ribu and ratus, already in the amount */
	bool scaled;	   /* a scale word stood there, also ribu */
	bool about;	   /* -an, jutaan: not exact */
	bool minus;	   /* a sign stands before it */
	bool spelled;	   /* in words */
	bool noun_follows; /* what is counted seems to stand behind it */
	bool ambiguous;	   /* Indonesian and English reading are both likely */
	size_t first, end; /* tokens */
};

/* Reads the number at `i` and its scale words; `money` allows Rp5 M and Rp2 T. */
bool sulih_quantity_read(const struct figures *f, size_t i, bool money, struct quantity *out);
/* "Rp5.000,-": the index behind the dash for no sen, or `i`. */
size_t sulih_quantity_skip_no_cents(const struct figures *f, size_t i);
/* "1.5 million", into f->target; scale words are left out when `bare`. */
void sulih_quantity_write(const struct quantity *quantity, bool bare, struct sulih_buffer *out);
/* The same, in words up to twelve. */
void sulih_quantity_spell(const struct quantity *quantity, struct sulih_buffer *out);
const char *sulih_small_word(unsigned number); /* one … twelve */
/* 1,500,000,000 becomes 1.5 billion where no more than three decimals are needed. */
void sulih_quantity_compact(struct quantity *quantity);
/* Its exact value. */
void sulih_quantity_value(const struct quantity *quantity, struct sulih_buffer *out);
const char *sulih_scale_word(unsigned power); /* "million"; "" for 0 */

/* Takes "," for thousands where fractions cannot be: 2,500 orang. */
void sulih_quantity_settle(struct quantity *quantity, const struct measure *measure, bool money);
/* 5 sampai 10 ribu: the second number, at `behind`, has a scale that English writes as zeros, so
 * that the first needs them too. */
bool sulih_quantity_shares_scale(const struct figures *f, const struct quantity *low, size_t behind,
				 bool money, struct quantity *high);
/* What ties two figures, at `i`, the first of which begins at `first`: hingga, "10 - 15 ribu"
 * (between blanks no sign can be meant), "3 atau 4 ribu", "antara 3 dan 5 ribu"; the index
 * behind it, or 0. */
size_t sulih_quantity_tie(const struct figures *f, size_t first, size_t i,
			  struct sulih_view *joiner);
/* A range whose first number stands in words; `high` is empty when it is in figures and is yet
 * to be read.  The index behind it, or 0 when its parts read right on their own. */
size_t sulih_quantity_range(struct figures *f, const struct quantity *low,
			    const struct quantity *high, struct sulih_view joiner);
/* Whether words before the figure at `i` already say that it is not exact: sekitar, lebih dari. */
bool sulih_quantity_is_hedged(const struct figures *f, size_t i);
/* Remembers that the document writes T for triliun, if the quantity does. */
void sulih_quantity_note(struct figures *f, const struct quantity *quantity);
/* Tells that a figure can be read in two ways, if so. */
void sulih_quantity_report(struct figures *f, const struct quantity *quantity);

#endif
