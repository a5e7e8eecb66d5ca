/*
 * Sentences of the text that open with words of page furniture.
 */
#ifndef SULIH_SEGMENT_BLOCKS_FURNITURE_TOLD_H
#define SULIH_SEGMENT_BLOCKS_FURNITURE_TOLD_H

#include "segment/blocks/furniture/opening.h"

/* Whether `text`, which has that opening, tells something instead: `Kunjungi situs purbakala itu,
 * saran Bagus.`  A page speaks to its readers of itself; it attributes nothing, and points back
 * at nothing. */
bool sulih_is_told(struct sulih_view text, const struct opening *opening);

/* Whether words attribute something or point back at it. */
bool sulih_tells(struct sulih_view words);

/* `Simak resep lainnya di kanal YouTube kami.`: a call to the reader, and a platform. */
bool sulih_is_invitation(struct sulih_view text);

#endif
