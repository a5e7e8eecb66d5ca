/* A number, or a range of two, with what is counted or measured behind it. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_AMOUNT_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_AMOUNT_H

#include "pipeline/protect/numbers/amounts/quantity.h"

struct amount {
	struct quantity low, high; /* high.end == 0: no range */
	struct sulih_view dash;	   /* as it was written */
	bool tail;		   /* the second number is the end of the first: 116,90-95 */
	struct measure measure;
	size_t end;
};

/* Reads the second number of a range behind a->low, if there is one. */
bool sulih_amount_read_range(const struct figures *f, struct amount *a);
/* 5-10 ribu: the scale word belongs to both, unless the first is the larger one. */
void sulih_amount_share_scale(struct amount *a);

#endif
