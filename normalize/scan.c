#include "normalize/scan.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "normalize/repair/glue.h"
#include "normalize/repair/line.h"

/* A character beyond ASCII with what follows it: is it clean as it stands? */
static bool is_clean_character(struct sulih_view text, size_t at, size_t *used)
{
	const unsigned char *data = (const unsigned char *)text.data + at;
	uint32_t c;
	unsigned char next;

	/* Quotation marks, dashes, the ellipsis: nearly all of it in news. */
	if (text.length - at >= 3 && data[0] == 0xE2 && data[1] == 0x80 && data[2] >= 0x90 &&
	    data[2] <= 0xA7) {
		*used = 3;
		return true;
	}
	c = sulih_utf8_decode(text.data + at, text.length - at, used);
	if (c == SULIH_UTF8_INVALID || sulih_is_layout(c) || !sulih_is_composed(c) ||
	    (c >= 0xFF01 && c <= 0xFF5E))
		return false;
	/* The first character of what may be misread UTF-8. */
	if (c < 0xC2 || c > 0xF4)
		return true;
	if (at + *used >= text.length)
		return false;
	next = (unsigned char)text.data[at + *used];
	return next < 0x80 && (c > 0xC3 || next != ' ');
}

static inline bool is_space_hint(unsigned char before, unsigned char c)
{
	return ((c == ' ') & ((before == ' ') | (before == '\n'))) |
	       ((c == '\n') & (before == ' '));
}

static inline bool is_byte_hint(unsigned char c)
{
	return (c >= 0x7F) | ((c < 0x20) & (c != '\n')) | (c == '&');
}

#define BLOCK 64
#define LANES 16

/* Sixteen bytes at once (GCC and Clang make this of whatever the processor has). */
typedef unsigned char lanes __attribute__((vector_size(LANES)));

static inline lanes load(const unsigned char *data)
{
	lanes l;

	memcpy(&l, data, LANES);
	return l;
}

/* Marks which of BLOCK bytes need a closer look; two bytes before them are there.
 * The questions of sulih_glue_is_hint and those above, in lanes.  False: none does. */
static bool find_hints(const unsigned char *data, unsigned char hints[BLOCK])
{
	lanes all = { 0 };
	uint64_t halves[2];

	for (size_t i = 0; i < BLOCK; i += LANES) {
		lanes c = load(data + i), before = load(data + i - 1), first = load(data + i - 2);
		lanes upper = (lanes)((c - 'A') < 26), upper_before = (lanes)((before - 'A') < 26);
		lanes upper_first = (lanes)((first - 'A') < 26);
		lanes lower = (lanes)((c - 'a') < 26), lower_before = (lanes)((before - 'a') < 26);
		lanes stop = (lanes)(before == '.') | (lanes)(before == '?') |
			     (lanes)(before == '!') | (lanes)(before == ')') |
			     (lanes)(before == ',');
		lanes end = (lanes)(c == '\n'), blank_before = (lanes)(before == ' ');

		lanes any = (lanes)(c >= 0x7F) | ((lanes)(c < 0x20) & ~end) | (lanes)(c == '&');

		any |= (lanes)(c == ' ') & (blank_before | (lanes)(before == '\n'));
		any |= end & blank_before;
		any |= upper & (lower_before | stop);
		any |= (lower & upper_before & upper_first) |
		       ((lanes)(c == 'c') & (lanes)(before == '.'));
		memcpy(hints + i, &any, LANES);
		all |= any;
	}
	memcpy(halves, &all, sizeof(halves));
	return (halves[0] | halves[1]) != 0;
}

struct scan {
	struct sulih_view text;
	size_t at;
	size_t chunk_end; /* up to here glued words were looked for already */
};

/* Looks at one byte closely and goes on; false when it may need repair. */
static bool pass_byte(struct scan *scan, unsigned char first, unsigned char before)
{
	const char *data = scan->text.data;
	size_t at = scan->at, used = 1;
	unsigned char c = (unsigned char)data[at], next;

	if (c >= 0x80) {
		if (!is_clean_character(scan->text, at, &used))
			return false;
	} else if (c == '&') {
		/* "R & D" is no reference. */
		next = at + 1 < scan->text.length ? (unsigned char)data[at + 1] : '#';
		if (next == '#' || sulih_byte_is_upper((char)next) ||
		    sulih_byte_is_lower((char)next))
			return false;
	} else if (is_byte_hint(c) || is_space_hint(before, c)) {
		return false;
	} else if (at >= scan->chunk_end && sulih_glue_is_hint(first, before, c) &&
		   sulih_glue_at(scan->text, at, &scan->chunk_end)) {
		return false;
	}
	scan->at = at + used;
	return true;
}

/* Looks at the marked bytes of a block; false when one may need repair. */
static bool pass_hints(struct scan *scan, const unsigned char hints[BLOCK])
{
	const unsigned char *data = (const unsigned char *)scan->text.data + scan->at, *here;
	size_t base = scan->at;
	uint64_t eight;

	for (size_t i = 0; i < BLOCK; i += sizeof(eight)) {
		memcpy(&eight, hints + i, sizeof(eight));
		if (eight == 0)
			continue;
		for (size_t k = i; k < i + sizeof(eight); k++) {
			if (hints[k] == 0 || base + k < scan->at)
				continue;
			scan->at = base + k;
			here = data + k;
			if (!pass_byte(scan, here[-2], here[-1]))
				return false;
		}
	}
	if (scan->at < base + BLOCK)
		scan->at = base + BLOCK;
	return true;
}

size_t sulih_scan(struct sulih_view text, size_t at, bool starts, bool ends)
{
	struct scan scan = { text, at, 0 };
	const unsigned char *data = (const unsigned char *)text.data;
	unsigned char hints[BLOCK];

	while (scan.at < text.length) {
		if (scan.at >= 2 && text.length - scan.at >= BLOCK) {
			if (!find_hints(data + scan.at, hints))
				scan.at += BLOCK;
			else if (!pass_hints(&scan, hints))
				return scan.at;
		} else {
			unsigned char before = scan.at > 0 ? data[scan.at - 1]
					       : starts	   ? '\n'
							   : 'a';

			if (!pass_byte(&scan, scan.at > 1 ? data[scan.at - 2] : ' ', before))
				return scan.at;
		}
	}
	if (ends && text.length > 0 && data[text.length - 1] == ' ')
		return text.length - 1;
	return text.length;
}
