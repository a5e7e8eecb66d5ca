#include "segment/sentences/closing.h"

#include <unicode/uchar.h>

#include "base/letter.h"
#include "base/utf8.h"

size_t sulih_stop_at(const char *data, size_t at, size_t limit, enum mark *mark)
{
	size_t used;
	uint32_t c;

	switch (data[at]) {
	case '.':
		*mark = MARK_STOP;
		return 1;
	case '!':
	case '?':
		*mark = MARK_STRONG;
		return 1;
	default:
		break;
	}
	if ((unsigned char)data[at] < 0xD6)
		return 0;
	c = sulih_utf8_decode(data + at, limit - at, &used);
	if (c == 0x2026) {
		*mark = MARK_ELLIPSIS;
		return used;
	}
	if (c == SULIH_UTF8_INVALID || (c >= 0x2010 && c <= 0x2027) ||
	    !u_hasBinaryProperty((UChar32)c, UCHAR_S_TERM))
		return 0;
	*mark = MARK_STRONG;
	return used;
}

static bool is_letter_or_digit(const struct candidate *k, size_t at)
{
	size_t used;
	uint32_t c;

	if (at >= k->limit)
		return false;
	c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
	return sulih_is_letter(c) || sulih_is_digit(c);
}

/* Whether a quote begins with the mark at `at`: asked only where spacing does not tell. */
static bool quote_begins(const struct candidate *k, size_t at)
{
	size_t low = 0, high = k->whole->quotes.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (k->whole->quotes.items[middle].span.start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < k->whole->quotes.count && k->whole->quotes.items[low].span.start == at;
}

enum side { SIDE_NONE, SIDE_QUOTE, SIDE_BRACKET };

/* What closes at `at`, right behind a stop; *used gets its bytes. */
static enum side closer_at(const struct candidate *k, size_t at, size_t *used)
{
	uint32_t c = sulih_utf8_decode(k->data + at, k->limit - at, used);

	switch (c) {
	case ')':
	case ']':
	case '}':
		return SIDE_BRACKET;
	case 0x201D:
	case 0x2019:
	case 0xBB:
	case 0x203A:
		return SIDE_QUOTE;
	case '"':
	case '\'':
	case 0x201C: /* “ also closes, in the German manner and by mistake */
		if (!is_letter_or_digit(k, at + *used))
			return SIDE_QUOTE;
		return c == 0x201C || quote_begins(k, at) ? SIDE_NONE : SIDE_QUOTE;
	default:
		return SIDE_NONE;
	}
}

/* A note mark such as [12] that hangs on the stop; its length or 0. */
static size_t note_at(const struct candidate *k, size_t at)
{
	size_t end = at + 1;

	if (at >= k->limit || k->data[at] != '[')
		return 0;
	while (end < k->limit && end - at < 5 && sulih_byte_is_digit(k->data[end]))
		end++;
	return end > at + 1 && end < k->limit && k->data[end] == ']' ? end + 1 - at : 0;
}

/* An emoji, or what modifies one, that hangs on the stop: `Terima kasih!😊`. */
static size_t emoji_at(const struct candidate *k, size_t at)
{
	size_t used;
	uint32_t c;

	if (at >= k->limit || (unsigned char)k->data[at] < 0xE2)
		return 0;
	c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
	return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0xFE0F ? used
											     : 0;
}

size_t sulih_take_stray_closers(struct candidate *k)
{
	size_t next = sulih_skip_space(k, k->end), used;

	/* mostly a letter is next, and none closes anything */
	while (next < k->limit && next > k->end && !sulih_byte_is_letter(k->data[next])) {
		enum side side = closer_at(k, next, &used);

		if (side == SIDE_NONE || is_letter_or_digit(k, next + used) ||
		    (side == SIDE_QUOTE && k->closed))
			break;
		if (side == SIDE_QUOTE && quote_begins(k, next))
			break;
		k->closed |= side == SIDE_QUOTE;
		k->bracket |= side == SIDE_BRACKET;
		k->end = next + used;
		next = sulih_skip_space(k, k->end);
	}
	return next;
}

void sulih_take_marks(struct candidate *k, size_t length)
{
	size_t at = k->stop + length, used;
	unsigned stops = 1;

	k->stop_end = at;
	while (at < k->limit) {
		enum mark mark;
		enum side side;

		used = sulih_stop_at(k->data, at, k->limit, &mark);
		if (used > 0) {
			stops++;
			if (mark > k->mark || k->closed)
				k->mark = mark;
			else if (k->mark == MARK_STOP && stops > 1)
				k->mark = MARK_ELLIPSIS;
			at += used;
			if (!k->closed && !k->bracket)
				k->stop_end = at;
			continue;
		}
		side = closer_at(k, at, &used);
		/* `."" Kapan` and `.""Kapan`: the second mark opens */
		if (side == SIDE_QUOTE && k->closed && k->data[at] == '"' &&
		    is_letter_or_digit(k, at + used))
			side = SIDE_NONE;
		if (side == SIDE_NONE) {
			used = note_at(k, at);
			if (used == 0)
				used = emoji_at(k, at);
			if (used == 0)
				break;
			at += used;
			continue;
		}
		k->closed |= side == SIDE_QUOTE;
		k->bracket |= side == SIDE_BRACKET;
		at += used;
	}
	k->end = at;
}
