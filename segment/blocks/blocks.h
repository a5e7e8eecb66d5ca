/*
 * Blocks: the lines of a text, hard-wrapped ones joined, each with a role.
 */
#ifndef SULIH_SEGMENT_BLOCKS_BLOCKS_H
#define SULIH_SEGMENT_BLOCKS_BLOCKS_H

#include "segment/segment.h"

/* Makes the running text and its blocks (spans only) from the clean text. */
int sulih_find_blocks(struct sulih_view clean, struct sulih_segmentation *out,
		      struct sulih_error *error) SULIH_MUST_CHECK;

/* Gives page furniture amid a paragraph blocks of its own; sentences and roles
 * are known. */
int sulih_split_furniture(struct sulih_segmentation *out,
			  struct sulih_error *error) SULIH_MUST_CHECK;

/* Gives every block its role and its dateline. */
void sulih_find_roles(struct sulih_segmentation *out);

#endif
