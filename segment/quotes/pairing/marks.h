/*
 * Quotation marks of one paragraph with what their place says of them.
 * Internal to segment/quotes.
 */
#ifndef SULIH_SEGMENT_QUOTES_PAIRING_MARKS_H
#define SULIH_SEGMENT_QUOTES_PAIRING_MARKS_H

#include <stdint.h>

#include "base/vector.h"
#include "base/view.h"

/* Marks pair only within their family: “ with ”, " and „, but not with ’. */
enum mark_family {
	MARK_DOUBLE,
	MARK_GUILLEMET,
	MARK_SINGLE,
	MARK_SINGLE_GUILLEMET,
	MARK_CORNER, /* of East Asia: 「Siap」 */
	MARK_DOUBLE_CORNER,
	MARK_FAMILIES
};

enum mark_side {
	MARK_EITHER, /* shape: straight; place: blanks, or letters, on both sides */
	MARK_OPENS,
	MARK_CLOSES
};

struct quote_mark {
	size_t offset; /* running text */
	uint8_t length;
	uint8_t split;	/* length of the first of two marks that were taken together; 0: one mark */
	uint8_t family; /* enum mark_family */
	uint8_t shape;	/* enum mark_side: by its form */
	uint8_t place;	/* enum mark_side: by its neighbours */
	bool straight;
	bool of_singles;  /* two single marks that stand for a double one: '' */
	bool after_digit; /* maybe an inch or a foot: 14" */
};

struct quote_marks {
	SULIH_VECTOR(struct quote_mark) list;
};

/* Appends the marks of text[paragraph] that may be quotation marks: apostrophes,
 * ayn and omitted centuries (Jum'at, 'Aisyiyah, '98) are left out.  Returns 0 or
 * SULIH_ERROR_MEMORY. */
int sulih_collect_marks(struct sulih_view text, struct sulih_span paragraph,
			struct quote_marks *marks);

#endif
