/*
 * Offset map: from positions in clean text to positions in the text it was made from.
 *
 * Clean positions are byte offsets; source positions are Unicode code points
 * (an undecodable byte counts as one).  The map is a list of runs; inside a run
 * both texts go on in step, one code point for one code point.
 */
#ifndef SULIH_NORMALIZE_OFFSET_MAP_H
#define SULIH_NORMALIZE_OFFSET_MAP_H

#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

struct sulih_offset_map; /* opaque; offset_map.c */

struct sulih_offset_map *sulih_offset_map_new(void); /* NULL: out of memory */
void sulih_offset_map_free(struct sulih_offset_map *map);

/* The source code point at which clean byte `offset` begins.  `text` is the clean
 * text the map was made for; an offset inside a character counts as its start;
 * the end of the text leads to the end of the source.  Of text that was dropped
 * before a clean position, a span's start (`end` false) lies behind it and a
 * span's end (`end` true) before it, so that a span holds nothing dropped at its edges. */
size_t sulih_offset_map_source(const struct sulih_offset_map *map, struct sulih_view text,
			       size_t offset, bool end);
/* The way back: the first clean byte at or behind source code point `source`. */
size_t sulih_offset_map_clean(const struct sulih_offset_map *map, struct sulih_view text,
			      size_t source);

#endif
