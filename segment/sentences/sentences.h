/*
 * Sentences: where a block is cut.
 */
#ifndef SULIH_SEGMENT_SENTENCES_SENTENCES_H
#define SULIH_SEGMENT_SENTENCES_SENTENCES_H

#include "segment/segment.h"

/* Fills out->segments from out->running, out->blocks and out->quotes. */
int sulih_find_sentences(const struct sulih_segment_options *options,
			 struct sulih_segmentation *out,
			 struct sulih_error *error) SULIH_MUST_CHECK;

#endif
