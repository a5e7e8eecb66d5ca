#include "segment/sentences/candidate.h"

#include <unicode/uchar.h>

#include "base/bytes.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/closing.h"
#include "segment/sentences/furniture.h"

/* No more marks close behind one stop. */
#define CLOSERS_MOST 8

/* The first byte at or after `at` with which a stop, a colon or a character of a far script may
 * begin. */
static size_t next_stop(const char *data, size_t at, size_t limit)
{
	return sulih_bytes_find(data, at, limit, ".!?:", 0xD6);
}

static bool opens(uint32_t c)
{
	switch (c) {
	case '"':
	case '\'':
	case '(':
	case '[':
	case '{':
	case 0x201C:
	case 0x201D: /* also opens, by mistake */
	case 0x201E:
	case 0x2018:
	case 0x2019:
	case 0xAB:
	case 0xBF:
	case 0xA1:
		return true;
	default:
		return false;
	}
}

/* Sets `letter` and `follow`: the first character that says how the next part begins. */
static void look_ahead(struct candidate *k)
{
	size_t at = k->next, used = 0;
	uint32_t c = 0;

	while (at < k->limit) {
		c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
		if (opens(c))
			k->opened = true;
		else if (!(c == '-' || c == 0x2013 || c == 0x2014 || c == ' ' || c == 0x2022))
			break;
		if (at - k->next > 8)
			break;
		at += used;
	}
	k->letter = at;
	if (at >= k->limit)
		k->follow = k->next >= k->limit ? FOLLOW_END : FOLLOW_OTHER;
	else if (sulih_is_lower(c))
		k->follow = FOLLOW_LOWER;
	else if (sulih_is_letter(c))
		k->follow = FOLLOW_UPPER;
	else if (sulih_is_digit(c))
		k->follow = FOLLOW_DIGIT;
	else
		k->follow = FOLLOW_OTHER;
}

static void set_word(struct candidate *k)
{
	k->word.end = k->stop;
	/* `Dr . Budi`: in text cut into tokens the stop stands apart */
	if (k->mark == MARK_STOP && k->stop > k->block + 1 && k->data[k->stop - 1] == ' ' &&
	    k->next > k->stop_end)
		k->word.end--;
	k->word.start = sulih_token_start(k, k->word.end);
	if (k->word.start < k->sentence) /* `ditunda.|Dr.` */
		k->word.start = k->sentence;
}

/* At a colon: does page furniture end here that began amid a sentence? */
static bool find_furniture(struct candidate *k, size_t colon)
{
	size_t start =
		sulih_furniture_before(sulih_view_make(k->data, k->limit), k->sentence, colon);

	if (start <= k->sentence)
		return false;
	k->furniture = true;
	k->next = k->letter = k->end = k->stop = k->stop_end = start;
	k->end = sulih_trim_end(k, k->sentence, k->end);
	k->word = (struct sulih_span){ start, start };
	k->follow = FOLLOW_UPPER;
	return k->end > k->sentence;
}

bool sulih_candidate_find(struct candidate *k, size_t from)
{
	k->furniture = k->closed = k->bracket = k->opened = false;
	for (size_t at = next_stop(k->data, from, k->limit); at < k->limit;
	     at = next_stop(k->data, at + 1, k->limit)) {
		size_t length;

		if (k->data[at] == ':' && find_furniture(k, at))
			return true;
		length = sulih_stop_at(k->data, at, k->limit, &k->mark);
		if (length == 0)
			continue;
		k->stop = at;
		sulih_take_marks(k, length);
		k->next = sulih_take_stray_closers(k);
		look_ahead(k);
		set_word(k);
		return true;
	}
	return false;
}

/* Runs back from a border over closers of any script (`。」`) to the stop. */
static bool find_stop_before(struct candidate *k, size_t border)
{
	size_t at = border, start;

	for (unsigned passed = 0; at > k->sentence && passed < CLOSERS_MOST; passed++) {
		UChar32 c = (UChar32)sulih_utf8_before(k->data, at, &start);
		int8_t type = u_charType(c);

		if (c == '.' || c == 0x2024 || c == 0xFE52) {
			k->mark = MARK_STOP;
		} else if (u_hasBinaryProperty(c, UCHAR_S_TERM)) {
			k->mark = MARK_STRONG;
		} else {
			/* the scanner knows those of ASCII, and an opener closes nothing */
			if (c < 0x80 || (type != U_END_PUNCTUATION && type != U_FINAL_PUNCTUATION))
				return false;
			k->closed |= u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0;
			k->bracket |= !u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK);
			at = start;
			continue;
		}
		k->stop = start;
		k->stop_end = at;
		return true;
	}
	return false;
}

bool sulih_candidate_propose(struct candidate *k, size_t border)
{
	k->furniture = k->closed = k->bracket = k->opened = false;
	k->next =
		sulih_skip_space(k, border); /* ICU ends a sentence at each of several line ends */
	k->end = sulih_trim_end(k, k->sentence, border);
	if (!find_stop_before(k, k->end))
		return false;
	look_ahead(k);
	set_word(k);
	return true;
}
