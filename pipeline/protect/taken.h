/*
 * The spans of one cluster that have been taken, to be asked what a candidate overlaps.  In a
 * long cluster they are found by their place, so that the work does not grow with its square.
 */
#ifndef SULIH_PIPELINE_PROTECT_TAKEN_H
#define SULIH_PIPELINE_PROTECT_TAKEN_H

#include "pipeline/document.h"

/* A span in one of the fields that it touches. */
struct taken_span {
	struct sulih_span span;
	uint32_t number; /* in the order in which they were taken, from 0 */
	uint32_t next;	 /* 1 + index of the next in the field; 0: none */
};

struct sulih_taken {
	SULIH_VECTOR(struct taken_span) spans;
	uint32_t *fields; /* 1 + index of the first span in each; NULL: there is one field */
	uint32_t only;	  /* that one */
	size_t start;	  /* of the cluster */
	uint32_t count;	  /* spans taken */
};

/* `whole` holds all candidates, which are `count`.  0, or out of memory. */
int sulih_taken_begin(struct sulih_taken *taken, struct sulih_span whole, size_t count);
int sulih_taken_add(struct sulih_taken *taken, struct sulih_span span);
/* The earliest taken, but not before number `from`, of those that overlap `span`; its number is
 * written to `number`.  false: none. */
bool sulih_taken_overlap(const struct sulih_taken *taken, struct sulih_span span, uint32_t from,
			 uint32_t *number, struct sulih_span *other);
void sulih_taken_release(struct sulih_taken *taken);

#endif
