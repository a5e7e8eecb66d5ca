/*
 * The shape of a line: how many words, how many of them with a capital, how it ends.
 */
#ifndef SULIH_SEGMENT_BLOCKS_SHAPE_H
#define SULIH_SEGMENT_BLOCKS_SHAPE_H

#include <stdbool.h>

#include "base/view.h"

struct shape {
	unsigned words;		 /* that begin with a letter */
	unsigned capitals;	 /* words with a capital */
	unsigned small;		 /* words without, function words not counted */
	unsigned small_function; /* `di`, `dan`, `yang`: small in Title Case too */
	unsigned letters, upper; /* characters */
	bool first_upper;	 /* the first letter is a capital */
	bool finished;		 /* ends with . : ; , or a closing mark behind a stop */
	bool asks;		 /* ends with ? or ! or a pause */
	bool inner_stop;	 /* a stop and a blank amid it */
	bool marker;		 /* begins with a list marker */
	bool slash_credit;	 /* ends with `(WORD/WORD)`, the first in capitals or a domain */
	bool agency_credit; /* ends with `(REUTERS/Name)` or `(outlet/NAME)`: a photographer's */
	bool tail_credit;   /* ends with `ANTARA FOTO/Name` or the like without brackets */
};

void sulih_shape_of(struct sulih_view text, struct shape *shape);

#endif
