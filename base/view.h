/*
 * Views and spans: text that somebody else owns.
 *
 * A view is a pointer and a length in bytes; it never owns and need not end in
 * NUL.  A span is a pair of byte offsets into a text that the context names,
 * start inclusive, end exclusive.
 */
#ifndef SULIH_BASE_VIEW_H
#define SULIH_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct sulih_view {
	const char *data;
	size_t length; /* bytes */
};

struct sulih_span {
	size_t start;
	size_t end;
};

/* A view of a string literal. */
#define SULIH_VIEW(literal) ((struct sulih_view){ (literal), sizeof(literal) - 1 })

/* printf("%.*s", SULIH_VIEW_ARGS(v)) */
#define SULIH_VIEW_ARGS(v) (int)(v).length, (v).data

/* printf("%zu %s", SULIH_COUNTED(n, "file")): "1 file", "2 files"; `noun` is a literal. */
#define SULIH_COUNTED(n, noun) (n), (n) == 1 ? noun : noun "s"

static inline struct sulih_view sulih_view_of(const char *string)
{
	return (struct sulih_view){ string, string ? strlen(string) : 0 };
}

static inline struct sulih_view sulih_view_make(const char *data, size_t length)
{
	return (struct sulih_view){ data, length };
}

/* The part of `v` from byte `start` to byte `end`; both must lie inside. */
static inline struct sulih_view sulih_view_slice(struct sulih_view v, size_t start, size_t end)
{
#ifdef SULIH_CHECKS /* a slice that ends before it begins is read to the end of memory */
	if (start > end || end > v.length)
		__builtin_trap();
#endif
	return (struct sulih_view){ v.data + start, end - start };
}

static inline bool sulih_view_equal(struct sulih_view a, struct sulih_view b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool sulih_view_is(struct sulih_view v, const char *string)
{
	return sulih_view_equal(v, sulih_view_of(string));
}

static inline bool sulih_view_starts(struct sulih_view v, struct sulih_view prefix)
{
	return v.length >= prefix.length && memcmp(v.data, prefix.data, prefix.length) == 0;
}

static inline bool sulih_view_ends(struct sulih_view v, struct sulih_view suffix)
{
	return v.length >= suffix.length &&
	       memcmp(v.data + v.length - suffix.length, suffix.data, suffix.length) == 0;
}

static inline bool sulih_view_holds(struct sulih_view v, struct sulih_view part)
{
	return memmem(v.data, v.length, part.data, part.length) != NULL;
}

/* The first of the parts that have `mark` between each two; *parts keeps the others. */
static inline struct sulih_view sulih_view_cut(struct sulih_view *parts, char mark)
{
	const char *border =
		parts->length > 0 ? (const char *)memchr(parts->data, mark, parts->length) : NULL;
	size_t length = border ? (size_t)(border - parts->data) : parts->length;
	struct sulih_view first = sulih_view_slice(*parts, 0, length);

	*parts = sulih_view_slice(*parts, length + (border != NULL), parts->length);
	return first;
}

/* Whether `part` is one of them. */
static inline bool sulih_view_has_part(struct sulih_view parts, char mark, struct sulih_view part)
{
	while (parts.length > 0) {
		if (sulih_view_equal(sulih_view_cut(&parts, mark), part))
			return true;
	}
	return false;
}

/* Whether `word` is one of `words`, which have a blank between each two. */
static inline bool sulih_view_has_word(struct sulih_view words, struct sulih_view word)
{
	return sulih_view_has_part(words, ' ', word);
}

/*
 * Equal, starts, ends and holds against a short list that a function keeps for itself: an array of
 * strings that are not empty.  Starts and ends give the length of the string that fits, the first
 * one of the array, or 0.
 */
#define SULIH_VIEW_IS_ONE_OF(v, strings) sulih_view_is_one_of(v, strings, SULIH_COUNT(strings))
#define SULIH_VIEW_STARTS_WITH_ONE_OF(v, strings)                                                  \
	sulih_view_starts_with_one_of(v, strings, SULIH_COUNT(strings))
#define SULIH_VIEW_ENDS_WITH_ONE_OF(v, strings)                                                    \
	sulih_view_ends_with_one_of(v, strings, SULIH_COUNT(strings))
#define SULIH_VIEW_HOLDS_ONE_OF(v, strings)                                                        \
	sulih_view_holds_one_of(v, strings, SULIH_COUNT(strings))

/* How many members an array has. */
#define SULIH_COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline bool sulih_view_is_one_of(struct sulih_view v, const char *const *strings,
					size_t count)
{
	for (size_t i = 0; i < count; i++)
		/* most are told by their first byte */
		if ((v.length == 0 || v.data[0] == strings[i][0]) && sulih_view_is(v, strings[i]))
			return true;
	return false;
}

static inline size_t sulih_view_starts_with_one_of(struct sulih_view v, const char *const *strings,
						   size_t count)
{
	for (size_t i = 0; v.length > 0 && i < count; i++)
		if (v.data[0] == strings[i][0] && sulih_view_starts(v, sulih_view_of(strings[i])))
			return strlen(strings[i]);
	return 0;
}

static inline size_t sulih_view_ends_with_one_of(struct sulih_view v, const char *const *strings,
						 size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (sulih_view_ends(v, sulih_view_of(strings[i])))
			return strlen(strings[i]);
	return 0;
}

static inline bool sulih_view_holds_one_of(struct sulih_view v, const char *const *strings,
					   size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (sulih_view_holds(v, sulih_view_of(strings[i])))
			return true;
	return false;
}

/* By place; of two that start together the longer first. */
static inline int sulih_span_compare(struct sulih_span a, struct sulih_span b)
{
	if (a.start != b.start)
		return a.start < b.start ? -1 : 1;
	return a.end > b.end ? -1 : a.end < b.end;
}

/* Byte order, shorter first on a tie: the order of `LC_ALL=C sort`. */
static inline int sulih_view_compare(struct sulih_view a, struct sulih_view b)
{
	size_t n = a.length < b.length ? a.length : b.length;
	int order = n ? memcmp(a.data, b.data, n) : 0;

	if (order != 0)
		return order;
	return a.length < b.length ? -1 : a.length > b.length;
}

#endif
