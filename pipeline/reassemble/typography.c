#include "pipeline/reassemble/typography.h"

#include "base/letter.h"
#include "base/utf8.h"

static bool is_opening(uint32_t c)
{
	return c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB;
}

/* Whether the text ends in a mark that opens: “ and « behind a word close („Kami siap“ kata). */
static bool ends_in_opening(const char *text, size_t end)
{
	size_t at, behind;
	uint32_t mark = end > 0 ? sulih_utf8_before(text, end, &at) : 0, before;

	if (!is_opening(mark))
		return false;
	before = at > 0 && mark >= 0x80 ? sulih_utf8_before(text, at, &behind) : ' ';
	return !sulih_is_letter(before) && !sulih_is_digit(before) &&
	       (before >= 0x80 || strchr(".,!?", (int)before) == NULL);
}

/* Marks that follow their word without a blank.  An ellipsis of dots may stand apart. */
static bool clings(const char *data, size_t length)
{
	size_t used;
	uint32_t c;

	if (sulih_byte_class(*data) != 0)
		return false;
	c = sulih_utf8_decode(data, length, &used);
	if (c == '.' && length > 1 && data[1] == '.')
		return false;
	/* ".5" and ":)" are no stops */
	if ((c == '.' || c == ':') && length > 1 &&
	    (data[1] == ')' || sulih_byte_is_digit(data[1])))
		return false;
	if (c < 0x80)
		return strchr(",.;:!?)]", (int)c) != NULL;
	if ((c != 0x201D && c != 0xBB) || length == used)
		return c == 0x201D || c == 0xBB;
	/* »Kami siap« */
	c = sulih_utf8_decode(data + used, length - used, &used);
	return !sulih_is_letter(c) && !sulih_is_digit(c);
}

void sulih_tidy_blanks(struct sulih_buffer *text, size_t from)
{
	size_t out = from, length;

	/* a word at a time, with the blanks before it */
	for (size_t at = from; at < text->length; at += length) {
		const char *word = text->data + at, *end;

		length = 1;
		if (*word == ' ')
			continue;
		end = memchr(word, ' ', text->length - at);
		length = end != NULL ? (size_t)(end - word) : text->length - at;
		if (at > from && out > from && !clings(word, text->length - at) &&
		    (sulih_byte_class(text->data[out - 1]) != 0 ||
		     !ends_in_opening(text->data, out)))
			text->data[out++] = ' ';
		if (out != at)
			memmove(text->data + out, word, length);
		out += length;
	}
	sulih_buffer_truncate(text, out);
}

/* The closing mark at `at`: its length, or 0. */
static size_t closing_mark(const char *data, size_t length)
{
	if (length >= 3 &&
	    (memcmp(data, "\xE2\x80\x9D", 3) == 0 || memcmp(data, "\xE2\x80\x99", 3) == 0))
		return 3;
	return 0;
}

void sulih_american_stops(struct sulih_buffer *text, size_t from)
{
	for (size_t at = from; at < text->length; at++) {
		size_t mark = closing_mark(text->data + at, text->length - at);
		char stop;

		if (mark == 0 || at + mark >= text->length || at == from)
			continue;
		stop = text->data[at + mark];
		/* an apostrophe has a letter behind it, and "!" or "?" already closes */
		if ((stop != ',' && stop != '.') || strchr(",.!?", text->data[at - 1]) != NULL)
			continue;
		memmove(text->data + at + 1, text->data + at, mark);
		text->data[at] = stop;
		at += mark;
	}
}

void sulih_match_first_capital(struct sulih_buffer *text, size_t from, struct sulih_view source)
{
	size_t used, used_source;
	uint32_t first, wanted;
	char upper[4];

	if (text->failed || from >= text->length || source.length == 0)
		return;
	wanted = sulih_utf8_decode(source.data, source.length, &used_source);
	first = sulih_utf8_decode(text->data + from, text->length - from, &used);
	if (!sulih_is_upper(wanted) || !sulih_is_lower(first))
		return;
	if (sulih_utf8_encode(sulih_to_upper(first), upper) == used)
		memcpy(text->data + from, upper, used);
}

void sulih_shout(struct sulih_buffer *text, size_t from)
{
	struct sulih_buffer loud = SULIH_BUFFER_INIT;
	size_t used;

	for (size_t at = from; at < text->length; at += used) {
		uint32_t c = sulih_utf8_decode(text->data + at, text->length - at, &used);

		sulih_buffer_put_code_point(&loud, sulih_to_upper(c));
	}
	if (loud.failed == 0) {
		sulih_buffer_truncate(text, from);
		sulih_buffer_add(text, sulih_buffer_view(&loud));
	}
	sulih_buffer_release(&loud);
}
