/* What stands behind a number and says what it counts or measures. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_MEASURE_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_AMOUNTS_MEASURE_H

#include "pipeline/protect/numbers/figures.h"

/* A row of lists/measures.tsv. */
struct measure {
	struct sulih_view class, one, many, prefix;
	size_t end; /* index behind it; 0: there is none */
	bool gap;   /* a blank stood before it */
};

struct measure sulih_measure_read(const struct figures *f, size_t i);
bool sulih_measure_is(const struct measure *measure, const char *class);

#endif
