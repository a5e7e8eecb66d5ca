#include "normalize/parts.h"

#include <string.h>

#include "base/letter.h"
#include "base/utf8.h"

/*
 * A line longer than twice this is worked in parts, cut at the first blank
 * between plain words behind this many bytes, or without any blank at twice as many.
 * The cuts depend on the text alone, not on how it arrives.
 */
#define PART_LENGTH ((size_t)16384)

/* A blank that belongs to nothing: between plain words, or at least behind a plain sign. */
static size_t find_blank(struct sulih_view text, size_t start, size_t end, bool between_words)
{
	for (size_t at = start; at < end; at++) {
		char before = text.data[at - 1], after = text.data[at + 1];

		if (text.data[at] != ' ' || before == ' ' || after == ' ')
			continue;
		if (between_words
			    ? sulih_byte_is_letter(before) && sulih_byte_is_letter(after)
			    : (before > ' ' && before < 0x7F && (before < '0' || before > '9')))
			return at;
	}
	return 0;
}

static size_t cut(struct sulih_view text, size_t start)
{
	size_t end = start + 2 * PART_LENGTH;
	size_t blank = find_blank(text, start + PART_LENGTH, end, true);

	if (blank == 0)
		blank = find_blank(text, start + PART_LENGTH, end, false);
	if (blank != 0)
		return blank;
	for (unsigned back = 0; back < 3 && ((unsigned char)text.data[end] & 0xC0) == 0x80; back++)
		end--;
	return text.data[end - 1] == '\r' ? end - 1 : end;
}

size_t sulih_part_end(struct sulih_view text, size_t start, bool final)
{
	size_t left = text.length - start;
	size_t most = left < 2 * PART_LENGTH + 1 ? left : 2 * PART_LENGTH + 1;
	const char *end = memchr(text.data + start, '\n', most);

	if (end != NULL)
		return (size_t)(end - text.data) + 1;
	if (left > 2 * PART_LENGTH)
		return cut(text, start);
	return final ? text.length : 0;
}

size_t sulih_part_start(struct sulih_view text, size_t start, size_t at, bool final)
{
	const char *line = memrchr(text.data + start, '\n', at - start);
	size_t begin = line != NULL ? (size_t)(line - text.data) + 1 : start;

	for (;;) {
		size_t end = sulih_part_end(text, begin, final);

		if (end == 0 || end > at)
			return begin;
		begin = end;
	}
}

size_t sulih_parts_end(struct sulih_view text, bool final)
{
	const char *line = text.length > 0 ? memrchr(text.data, '\n', text.length) : NULL;
	size_t begin = line != NULL ? (size_t)(line - text.data) + 1 : 0, end;

	if (final)
		return text.length;
	while (begin < text.length && (end = sulih_part_end(text, begin, false)) != 0)
		begin = end;
	return begin;
}

/* The kinds of line end beside LF that normalize/repair/spaces.c knows, as UTF-8. */
static size_t line_end_length(struct sulih_view text, size_t at)
{
	struct sulih_view rest = sulih_view_slice(text, at, text.length);

	switch ((unsigned char)rest.data[0]) {
	case '\r':
		return rest.length > 1 && rest.data[1] == '\n' ? 2 : 1;
	case '\n':
	case '\v':
	case '\f':
		return 1;
	case 0xC2: /* U+0085 */
		return rest.length > 1 && (unsigned char)rest.data[1] == 0x85 ? 2 : 0;
	case 0xE2: /* U+2028, U+2029 */
		return rest.length > 2 && (unsigned char)rest.data[1] == 0x80 &&
				       ((unsigned char)rest.data[2] & 0xFE) == 0xA8
			       ? 3
			       : 0;
	default:
		return 0;
	}
}

size_t sulih_piece_end(struct sulih_view part, size_t start)
{
	for (size_t at = start; at < part.length; at++) {
		size_t length = line_end_length(part, at);

		if (length > 0)
			return at + length;
	}
	return part.length;
}

/* A control character, or what may begin a reference. */
static unsigned char is_odd_byte(unsigned char c)
{
	return (unsigned char)(c < ' ') | (unsigned char)(c == 0x7F) | (unsigned char)(c == '&');
}

/* “ ” ‘ ’ – — …, as normalize/scan.c passes them, and the no-break space; their bytes, or 0. */
static size_t simple_mark(struct sulih_view text, size_t at)
{
	const unsigned char *data = (const unsigned char *)text.data + at;
	size_t left = text.length - at;

	if (left >= 3 && data[0] == 0xE2 && data[1] == 0x80 && data[2] >= 0x90 && data[2] <= 0xA7)
		return 3;
	return left >= 2 && data[0] == 0xC2 && data[1] == 0xA0 ? 2 : 0;
}

bool sulih_is_simple(struct sulih_view line)
{
	unsigned char odd = 0;
	size_t length;

	if (line.length > 0 && line.data[line.length - 1] == '\n')
		line.length--;
	/* without a way out of the loop, so that many bytes are looked at together */
	for (size_t i = 0; i < line.length; i++)
		odd |= is_odd_byte((unsigned char)line.data[i]);
	if (odd != 0)
		return false;
	for (size_t at = 0; (at = sulih_utf8_skip_ascii(line, at)) < line.length; at += length) {
		length = (unsigned char)line.data[at] < 0x80 ? 1 : simple_mark(line, at);
		if (length == 0)
			return false;
	}
	return true;
}

/* Whether it can be the last or the first byte of something visible in a simple line. */
static bool is_visible(char c)
{
	return c != ' ' && c != '\n' && (unsigned char)c != 0xA0 && (unsigned char)c != 0xC2;
}

/* The first blank from `at` on between visible characters, or the line's end. */
static size_t next_border(struct sulih_view line, size_t at)
{
	const char *blank;

	for (at += at == 0; at + 1 < line.length; at++) {
		blank = memchr(line.data + at, ' ', line.length - 1 - at);
		if (blank == NULL)
			break;
		at = (size_t)(blank - line.data);
		if (is_visible(blank[-1]) && is_visible(blank[1]))
			return at;
	}
	return line.length;
}

struct sulih_words sulih_words_around(struct sulih_view line, size_t from, size_t at)
{
	struct sulih_words words = { .start = at, .last = next_border(line, at) };

	while (words.start > from &&
	       !(words.start >= 2 && words.start < line.length &&
		 line.data[words.start - 1] == ' ' && is_visible(line.data[words.start - 2]) &&
		 is_visible(line.data[words.start])))
		words.start--;
	words.last += words.last < line.length;
	words.end = next_border(line, words.last);
	return words;
}
