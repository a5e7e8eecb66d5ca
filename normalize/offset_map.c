#include "normalize/offset_map_build.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "base/vector.h"

/*
 * A long run that goes in step is cut into several, so that a look-up counts
 * the characters of at most this many bytes.
 */
#define LONGEST_STEP 128

#define STEP_FLAG (~(SIZE_MAX >> 1))

/* It ends where the next run begins, in both texts. */
struct run {
	size_t clean;
	size_t source_and_flag;
};

struct sulih_offset_map {
	SULIH_VECTOR(struct run) runs;
	size_t clean; /* lengths so far */
	size_t source;
	bool failed;
};

struct sulih_offset_map *sulih_offset_map_new(void)
{
	return calloc(1, sizeof(struct sulih_offset_map));
}

void sulih_offset_map_free(struct sulih_offset_map *map)
{
	if (map == NULL)
		return;
	SULIH_VECTOR_RELEASE(&map->runs);
	free(map);
}

bool sulih_offset_map_failed(const struct sulih_offset_map *map)
{
	return map->failed;
}

size_t sulih_offset_map_source_length(const struct sulih_offset_map *map)
{
	return map->source;
}

/* How many of eight bytes go on a character: 10xxxxxx. */
static size_t count_inner(uint64_t bytes)
{
	bytes = bytes >> 7 & ~bytes >> 6 & SULIH_BYTES_EACH;
	return (size_t)(bytes * SULIH_BYTES_EACH >> 56);
}

size_t sulih_count_characters(struct sulih_view text)
{
	size_t at = 0, inner = 0;

#ifdef __SSE2__
	const __m128i zero = _mm_setzero_si128(), one = _mm_set1_epi8(1);
	const __m128i first = _mm_set1_epi8((char)0xC0);
	__m128i sums = zero;

	for (; text.length - at >= 16; at += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(text.data + at));

		v = _mm_and_si128(_mm_cmplt_epi8(v, first), one);
		sums = _mm_add_epi64(sums, _mm_sad_epu8(v, zero));
	}
	inner = (size_t)_mm_cvtsi128_si64(_mm_add_epi64(sums, _mm_unpackhi_epi64(sums, sums)));
#endif
	for (; text.length - at >= 8; at += 8)
		inner += count_inner(sulih_bytes_load(text.data + at));
	for (; at < text.length; at++)
		inner += (signed char)text.data[at] < (signed char)0xC0;
	return text.length - inner;
}

static bool is_step(const struct run *run)
{
	return (run->source_and_flag & STEP_FLAG) != 0;
}

static size_t source_of(const struct run *run)
{
	return run->source_and_flag & ~STEP_FLAG;
}

static void add_run(struct sulih_offset_map *map, size_t flag)
{
	struct run *run = SULIH_VECTOR_ADD(&map->runs);

	if (run == NULL) {
		map->failed = true;
		return;
	}
	run->clean = map->clean;
	run->source_and_flag = map->source | flag;
}

void sulih_offset_map_step(struct sulih_offset_map *map, struct sulih_view clean)
{
	while (clean.length > 0 && !map->failed) {
		struct run *last = map->runs.count > 0 ? SULIH_VECTOR_LAST(&map->runs) : NULL;
		size_t room = LONGEST_STEP, part;

		if (last != NULL && is_step(last) && map->clean - last->clean < LONGEST_STEP)
			room = LONGEST_STEP - (map->clean - last->clean);
		else
			add_run(map, STEP_FLAG);
		part = room < clean.length ? room : clean.length;
		while (part < clean.length && ((unsigned char)clean.data[part] & 0xC0) == 0x80)
			part++;
		map->clean += part;
		map->source += sulih_count_characters(sulih_view_slice(clean, 0, part));
		clean = sulih_view_slice(clean, part, clean.length);
	}
}

void sulih_offset_map_block(struct sulih_offset_map *map, size_t clean_length, size_t source_length)
{
	struct run *last = map->runs.count > 0 ? SULIH_VECTOR_LAST(&map->runs) : NULL;

	if (clean_length == 0 && source_length == 0)
		return;
	/* Things dropped one after the other are one run. */
	if (clean_length > 0 || last == NULL || is_step(last) || last->clean != map->clean)
		add_run(map, 0);
	map->clean += clean_length;
	map->source += source_length;
}

void sulih_offset_map_empty(struct sulih_offset_map *map)
{
	size_t source = map->source;

	map->runs.count = 0;
	map->clean = map->source = 0;
	sulih_offset_map_block(map, 0, source);
}

/* Whether a run begins before `offset`, or at it where that counts. */
static bool begins_before(const struct sulih_offset_map *map, size_t index, size_t offset,
			  bool by_source, bool inclusive)
{
	const struct run *run = &map->runs.items[index];
	size_t begin = by_source ? source_of(run) : run->clean;

	return begin < offset || (inclusive && begin == offset);
}

/* Index of the last run that begins before `offset`; the runs are in order.  Where little was
 * changed they are of one length, and the first guess is it. */
static size_t last_run(const struct sulih_offset_map *map, size_t offset, bool by_source,
		       bool inclusive)
{
	size_t low = 0, high = map->runs.count;
	size_t length = by_source ? map->source : map->clean;
	size_t guess = offset < length ? (size_t)((double)offset / (double)length * (double)high)
				       : high - 1;

	if (begins_before(map, guess, offset, by_source, inclusive))
		low = guess;
	else
		high = guess;
	if (low == guess && low + 2 < high &&
	    !begins_before(map, low + 2, offset, by_source, inclusive))
		high = low + 2;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (begins_before(map, middle, offset, by_source, inclusive))
			low = middle;
		else
			high = middle;
	}
	return low;
}

static size_t source_end(const struct sulih_offset_map *map, size_t index)
{
	return index + 1 < map->runs.count ? source_of(&map->runs.items[index + 1]) : map->source;
}

static size_t clean_end(const struct sulih_offset_map *map, size_t index)
{
	return index + 1 < map->runs.count ? map->runs.items[index + 1].clean : map->clean;
}

size_t sulih_offset_map_source(const struct sulih_offset_map *map, struct sulih_view text,
			       size_t offset, bool end)
{
	const struct run *run;
	size_t index;

	if (map->runs.count == 0)
		return 0;
	if (offset >= map->clean) {
		if (!end)
			return map->source;
		offset = map->clean;
	}
	while (offset > 0 && offset < text.length &&
	       ((unsigned char)text.data[offset] & 0xC0) == 0x80)
		offset--;
	if (end && offset == 0)
		return 0;
	index = last_run(map, offset, false, !end);
	run = &map->runs.items[index];
	if (!is_step(run))
		return end ? source_end(map, index) : source_of(run);
	/* ASCII, as most runs are: as many characters as bytes */
	if (source_end(map, index) - source_of(run) == clean_end(map, index) - run->clean)
		return source_of(run) + (offset - run->clean);
	return source_of(run) + sulih_count_characters(sulih_view_slice(text, run->clean, offset));
}

size_t sulih_offset_map_clean(const struct sulih_offset_map *map, struct sulih_view text,
			      size_t source)
{
	const struct run *run;
	size_t index, at, left;

	if (map->runs.count == 0 || source >= map->source)
		return map->clean;
	index = last_run(map, source, true, true);
	run = &map->runs.items[index];
	left = source - source_of(run);
	if (!is_step(run))
		return left == 0 ? run->clean : clean_end(map, index);
	for (at = run->clean; at < text.length; at++)
		if (((unsigned char)text.data[at] & 0xC0) != 0x80 && left-- == 0)
			break;
	return at;
}
