/*
 * Quotes: what stands between quotation marks, and who said it.
 *
 * Pairing needs blocks only, so that it can run before sentences are found and
 * the border rules can ask what lies inside a quote.  Attribution reads the
 * words around the quotes.  A paragraph is a line of the running text inside a
 * block; no quote leaves its paragraph.
 *
 * Both passes take time linear in the text, whatever marks it holds.
 */
#ifndef SULIH_SEGMENT_QUOTES_QUOTES_H
#define SULIH_SEGMENT_QUOTES_QUOTES_H

#include "segment/segment.h"

/* Fills ->quotes from ->running and ->blocks (span, inner, closed, depth; kind
 * speech, nobody named) and reports marks without a partner.  Returns 0 or
 * SULIH_ERROR_MEMORY. */
int sulih_pair_quotes(struct sulih_segmentation *segmentation,
		      struct sulih_error *error) SULIH_MUST_CHECK;

/* Sets kind, speaker and cue of the quotes that sulih_pair_quotes found. */
void sulih_attribute_quotes(struct sulih_segmentation *segmentation);

/* Both of them. */
int sulih_find_quotes(struct sulih_segmentation *segmentation,
		      struct sulih_error *error) SULIH_MUST_CHECK;

#endif
