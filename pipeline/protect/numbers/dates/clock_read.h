/* Reading clock times: what is written, before it is decided whether it is a time. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_DATES_CLOCK_READ_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_DATES_CLOCK_READ_H

#include "pipeline/protect/numbers/figures.h"

struct clock {
	int hour, minute, second; /* -1: not said */
	bool padded;		  /* two digits of hours */
	size_t end;
};

/* 14.30, 14:30, 14.30.15, 7 */
bool sulih_clock_read(const struct figures *f, size_t i, struct clock *out);
/* jam tujuh, pukul setengah delapan */
bool sulih_clock_read_words(const struct figures *f, size_t i, struct clock *out);
/* The second of two times, and what ties them in English: "-", " to ". */
bool sulih_clock_read_second(const struct figures *f, size_t i, struct clock *out,
			     const char **joiner);
/* The index behind the part of the day at `i`, and its value; or `i`. */
size_t sulih_clock_read_daypart(const struct figures *f, size_t i, int *part);

#endif
