/*
 * A document with masked items, written by hand: one item a line,
 * "Menteri {Sri Lestari|Sri Lestari} hadir." masks what stands in braces.
 */
#ifndef SULIH_TESTS_SUPPORT_MASKED_H
#define SULIH_TESTS_SUPPORT_MASKED_H

#include "pipeline/document.h"

/* NULL: out of memory or malformed. */
struct sulih_document *masked_document(const char *lines);
/* An item's target as text, placeholders by their English. */
void masked_target(const struct sulih_item *item, struct sulih_buffer *out);

#endif
