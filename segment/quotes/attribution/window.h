/*
 * How much of the text around a quote is read: so much that the work a quote costs does not grow
 * with its paragraph.  Internal to segment/quotes/attribution.
 */
#ifndef SULIH_SEGMENT_QUOTES_ATTRIBUTION_WINDOW_H
#define SULIH_SEGMENT_QUOTES_ATTRIBUTION_WINDOW_H

#include "base/letter.h"
#include "base/view.h"

/* How far around a quote its attribution is looked for, in bytes. */
enum { WINDOW_BEFORE = 480, WINDOW_AFTER = 720, WINDOW_ENDED = 240 };

static inline size_t char_start(struct sulih_view text, size_t at)
{
	while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* Cuts a window to `size` bytes behind `start`. */
static inline size_t window_end(struct sulih_view text, size_t start, size_t end, size_t size)
{
	return end - start <= size ? end : char_start(text, start + size);
}

/* Cuts a window to `size` bytes before `end`, at the start of a word. */
static inline size_t window_start(struct sulih_view text, size_t start, size_t end, size_t size)
{
	if (end - start <= size)
		return start;
	start = char_start(text, end - size);
	while (start < end && !sulih_byte_is_space(text.data[start]))
		start++;
	return start;
}

#endif
