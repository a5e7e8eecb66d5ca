/*
 * Quotes and the words around them.  Internal to segment/quotes/attribution.
 */
#ifndef SULIH_SEGMENT_QUOTES_ATTRIBUTION_ATTRIBUTION_H
#define SULIH_SEGMENT_QUOTES_ATTRIBUTION_ATTRIBUTION_H

#include "segment/quotes/speaker/tokens.h"
#include "segment/segment.h"

struct attribution {
	struct sulih_segmentation *out;
	struct sulih_view text;
	struct sulih_span paragraph;
	struct tokens before, after;
};

/* Sets kind, speaker and cue of a quote.  `bounds` is what stands around it: its paragraph, or
 * the quote it is part of; `previous` the quote before it there, or NULL. */
void sulih_attribute_quote(struct attribution *a, struct sulih_quote *quote,
			   struct sulih_span bounds, const struct sulih_quote *previous);

#endif
