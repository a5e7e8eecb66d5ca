/*
 * Quotes of a text whose blocks are known: spans, speakers, kinds.
 */
#ifndef SULIH_SEGMENT_QUOTES_QUOTES_H
#define SULIH_SEGMENT_QUOTES_QUOTES_H

#include "segment/segment.h"

/* Fills out->quotes from out->running and out->blocks; sentences are not needed. */
int sulih_find_quotes(struct sulih_segmentation *out, struct sulih_error *error) SULIH_MUST_CHECK;

#endif
