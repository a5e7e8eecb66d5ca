/*
 * Headings: of the article and of its parts.
 */
#ifndef SULIH_SEGMENT_BLOCKS_HEADINGS_H
#define SULIH_SEGMENT_BLOCKS_HEADINGS_H

#include "segment/blocks/shape.h"
#include "segment/segment.h"

/* Whether the block `index`, which is `text` and nothing else that is known, is a heading: in
 * capitals, in Title Case, or short without a stop above a paragraph. */
bool sulih_is_heading(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		      const struct shape *shape);

#endif
