/* White space of any script at the ends of a stretch of text. */
#ifndef SULIH_BASE_SPACE_H
#define SULIH_BASE_SPACE_H

#include "base/letter.h"
#include "base/utf8.h"

/* Behind the white space at `at`, no further than `end`. */
static inline size_t sulih_space_skip(const char *data, size_t at, size_t end)
{
	size_t used;

	while (at < end && sulih_is_space(sulih_utf8_decode(data + at, end - at, &used)))
		at += used;
	return at;
}

/* The end of [from, end) without the white space there. */
static inline size_t sulih_space_trim(const char *data, size_t from, size_t end)
{
	size_t start;

	while (end > from && sulih_is_space(sulih_utf8_before(data, end, &start)))
		end = start;
	return end;
}

/* The text without the white space at both its ends. */
static inline struct sulih_view sulih_space_cut(struct sulih_view text)
{
	size_t start = sulih_space_skip(text.data, 0, text.length);

	return sulih_view_slice(text, start, sulih_space_trim(text.data, start, text.length));
}

#endif
