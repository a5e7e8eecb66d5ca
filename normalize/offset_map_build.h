/*
 * Building an offset map: both texts are tiled from their beginnings, one run
 * after the other.  Failure is sticky; sulih_offset_map_failed asks at the end.
 */
#ifndef SULIH_NORMALIZE_OFFSET_MAP_BUILD_H
#define SULIH_NORMALIZE_OFFSET_MAP_BUILD_H

#include "normalize/offset_map.h"

/* `clean` came over unchanged: one source code point for each of its code points. */
void sulih_offset_map_step(struct sulih_offset_map *map, struct sulih_view clean);
/* `clean_length` bytes stand for `source_length` code points; either may be 0
 * (something dropped, something put in). */
void sulih_offset_map_block(struct sulih_offset_map *map, size_t clean_length,
			    size_t source_length);
/* Forgets all runs: the clean text is empty after all, of a source as long as before. */
void sulih_offset_map_empty(struct sulih_offset_map *map);
bool sulih_offset_map_failed(const struct sulih_offset_map *map);
size_t sulih_offset_map_source_length(const struct sulih_offset_map *map);

/* Code points of well-formed text; many bytes at a time. */
size_t sulih_count_characters(struct sulih_view text);

#endif
