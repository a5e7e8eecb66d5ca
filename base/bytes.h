/*
 * Text by eight bytes at a time: a check that looks for a few bytes in long runs of others asks
 * eight of them at once.  What is asked about one byte of a word gives the highest bit of that
 * byte, and nothing carries into its neighbours.
 */
#ifndef SULIH_BASE_BYTES_H
#define SULIH_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/view.h"

/* A one in each byte; times a byte, that byte in each. */
#define SULIH_BYTES_EACH UINT64_C(0x0101010101010101)

/* The eight bytes at `data`. */
static inline uint64_t sulih_bytes_load(const char *data)
{
	uint64_t word;

	memcpy(&word, data, sizeof(word));
	return word;
}

/* Marks the bytes that are not ASCII. */
static inline uint64_t sulih_bytes_beyond_ascii(uint64_t word)
{
	return word & SULIH_BYTES_EACH * 0x80;
}

/* Marks the bytes that are one of the ASCII characters `low` to `high`. */
static inline uint64_t sulih_bytes_between(uint64_t word, unsigned char low, unsigned char high)
{
	const uint64_t each = SULIH_BYTES_EACH, plain = word & each * 0x7F;

	return (each * (0x80u + high) - plain) & ~word & (plain + each * (0x80u - low)) &
	       each * 0x80;
}

/* Marks the bytes of a word that somebody looks for. */
typedef uint64_t sulih_bytes_marks(uint64_t word);

/* Some offset from `at` on up to which `marks` finds nothing: the seven bytes behind it, or the
 * eight behind it that hold something, are left to the caller. */
static inline size_t sulih_bytes_skip(struct sulih_view text, size_t at, sulih_bytes_marks *marks)
{
	while (text.length - at >= sizeof(uint64_t) && marks(sulih_bytes_load(text.data + at)) == 0)
		at += sizeof(uint64_t);
	return at;
}

/* Where in data[at, end) the first byte is that is one of the characters `few`, or `far` or more;
 * `end`: nowhere.  `few` is a literal of a few characters; sixteen bytes at a time where the
 * machine can. */
static inline size_t sulih_bytes_find(const char *data, size_t at, size_t end, const char *few,
				      unsigned char far)
{
	const size_t count = strlen(few);

#ifdef __SSE2__
	/* the last sixteen may overlap those before, in which nothing was found */
	for (; end - at >= 16; at = end - at >= 32 || end - at == 16 ? at + 16 : end - 16) {
		const __m128i least = _mm_set1_epi8((char)far);
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(data + at));
		__m128i hit = _mm_cmpeq_epi8(_mm_max_epu8(v, least), v);
		unsigned mask;

		for (size_t i = 0; i < count; i++)
			hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8(few[i])));
		mask = (unsigned)_mm_movemask_epi8(hit);
		if (mask != 0)
			return at + (size_t)__builtin_ctz(mask);
	}
#endif
	for (; at < end && (unsigned char)data[at] < far; at++)
		for (size_t i = 0; i < count; i++)
			if (data[at] == few[i])
				return at;
	return at;
}

#endif
