/*
 * What a quote's own words tell.  Internal to segment/quotes/attribution.
 */
#ifndef SULIH_SEGMENT_QUOTES_ATTRIBUTION_INNER_H
#define SULIH_SEGMENT_QUOTES_ATTRIBUTION_INNER_H

#include "base/view.h"

/* A quote of more words is a sentence, not a part of one. */
enum { PARTIAL_WORDS = 6 };

struct shape_of_words {
	bool ended;   /* the last sign is a comma or a stop, as in whole sentences */
	bool stopped; /* that sign is no comma */
	bool capital; /* the first word */
	bool title;   /* all words of weight have capitals */
	bool clause;  /* its first word says something of a subject before it: tidak siap, terlalu
			 mudah */
	bool person;  /* it begins with the person who speaks: Saya, Kami */
	size_t words; /* counted in the first bytes only */
};

/* Sets what the last sign tells. */
struct shape_of_words sulih_look_at_end(struct sulih_view text, struct sulih_span inner);
/* Adds what the words tell, which costs more: most quotes are known by their end alone. */
void sulih_look_at_words(struct sulih_view text, struct sulih_span inner,
			 struct shape_of_words *shape);

#endif
