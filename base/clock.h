/* The machine's steady clock: for what has to wait or is timed, whatever the time of day is set to.
 */
#ifndef SULIH_BASE_CLOCK_H
#define SULIH_BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

/* In microseconds, from some moment of this start of the machine: the same for all its programs. */
static inline int64_t sulih_clock_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

#endif
