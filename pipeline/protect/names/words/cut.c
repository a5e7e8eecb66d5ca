/* Words with signs in them, figures, addresses of the net: where they end. */
#include "pipeline/protect/names/words/cut.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/protect/names/words/tokens.h"

/* Ma‘ruf, Jum`at: also turned the wrong way, or typed as the accent. */
static bool may_be_apostrophe(uint32_t c)
{
	return sulih_is_apostrophe(c) || c == 0x2018 || c == '`';
}

const bool cut_ends_any[256] = {
	['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, [' '] = true,
	['!'] = true,  ['"'] = true,  ['#'] = true,  ['$'] = true,  ['%'] = true,  ['('] = true,
	[')'] = true,  ['*'] = true,  ['+'] = true,  [','] = true,  ['-'] = true,  ['/'] = true,
	[';'] = true,  ['<'] = true,  ['='] = true,  ['>'] = true,  ['?'] = true,  ['['] = true,
	['\\'] = true, [']'] = true,  ['^'] = true,  ['_'] = true,  ['{'] = true,  ['|'] = true,
	['}'] = true,  ['~'] = true,
};

/* Combining marks belong to the letter before them. */
bool cut_is_word_part(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

bool cut_is_end(const char *data, size_t at, size_t end)
{
	size_t used;

	return at >= end || sulih_is_space(sulih_utf8_decode(data + at, end - at, &used));
}

size_t cut_word_parts(const char *data, size_t at, size_t end)
{
	size_t used;

	for (;;) {
		while (at < end &&
		       sulih_byte_class(data[at]) & (SULIH_BYTE_LETTER | SULIH_BYTE_DIGIT))
			at++;
		if (at >= end || (unsigned char)data[at] < 0x80 ||
		    !cut_is_word_part(sulih_utf8_decode(data + at, end - at, &used)))
			return at;
		at += used;
	}
}

/* An apostrophe, ampersand or ayn between letters stays inside the word: Ma'ruf, S&P. */
static size_t inner_sign(const char *data, size_t at, size_t end)
{
	size_t used, next;
	uint32_t c;

	if (at >= end || data[at] == ' ')
		return 0;
	c = sulih_utf8_decode(data + at, end - at, &used);
	if (!may_be_apostrophe(c) && c != '&')
		return 0;
	if (at + used >= end ||
	    !sulih_is_letter(sulih_utf8_decode(data + at + used, end - at - used, &next)))
		return 0;
	return used;
}

/* Endings of domains that papers wear in their names (Kompas.com, detik.com). */
static bool is_domain_ending(struct sulih_view v)
{
	return sulih_table_says(&sulih_list_net_endings, v, "name");
}

/* S.H., M.Si., K.H., U.S.: one letter (or Ph, Dr, St), a stop, at most four letters, no blank.
 * `hutan.Polisi` is no abbreviation: its first part is too long. */
static bool is_abbreviated(const char *data, size_t start, size_t stop, size_t end)
{
	size_t next = cut_word_parts(data, stop + 1, end), used;
	size_t first = stop - start, second = next - stop - 1;

	if (second == 0 || !sulih_is_upper(sulih_utf8_decode(data + start, end - start, &used)))
		return false;
	if (!sulih_is_upper(sulih_utf8_decode(data + stop + 1, end - stop - 1, &used)))
		return first == 2 && second == 1; /* Ph.d */
	return (first == 1 && second <= 4) || (first == 2 && second == 1);
}

/* The end of the word at `start`, whose first part ends at `at`: with inner signs, stops of
 * abbreviations and domains. */
size_t cut_word(const char *data, size_t start, size_t at, size_t end, uint16_t *flags)
{
	for (;;) {
		size_t sign = inner_sign(data, at, end), next;

		if (sign) {
			at = cut_word_parts(data, at + sign, end);
			continue;
		}
		if (at + 1 >= end || data[at] != '.')
			return at;
		next = cut_word_parts(data, at + 1, end);
		if (next == at + 1)
			return at;
		if (is_domain_ending(sulih_view_slice(sulih_view_make(data, end), at + 1, next)))
			*flags |= TOKEN_DOMAIN;
		else if ((*flags & TOKEN_DOTTED) ? next - at <= 5
						 : is_abbreviated(data, start, at, end))
			*flags |= TOKEN_DOTTED;
		else
			return at;
		at = next;
	}
}

/* Figures with their separators: 1.250,5. */
size_t cut_number(const char *data, size_t at, size_t end)
{
	while (at < end) {
		if (sulih_byte_is_digit(data[at]))
			at++;
		else if ((data[at] == '.' || data[at] == ',') && at + 1 < end &&
			 sulih_byte_is_digit(data[at + 1]))
			at += 2;
		else
			break;
	}
	return at;
}

/* Addresses of the net, handles and hashtags are another recogniser's.  `word` is where the
 * letters and figures at `at` end. */
bool cut_begins_net(const char *data, size_t at, size_t word, size_t end)
{
	if (data[at] == '@' || data[at] == '#')
		return at + 1 < end && !cut_is_end(data, at + 1, end);
	if (word == end || data[word] == ' ')
		return false;
	if ((data[word] == '.' && word == at + 3 && memcmp(data + at, "www", 3) == 0) ||
	    (word + 2 < end && memcmp(data + word, "://", 3) == 0))
		return true;
	return word > at && data[word] == '@' && !cut_is_end(data, word + 1, end);
}

uint8_t cut_shape(struct sulih_view v)
{
	size_t at = 0, used, upper = 0, lower = 0;
	bool initial = false;

	while (at < v.length) {
		unsigned class = sulih_byte_class(v.data[at]);
		uint32_t c;

		if (class & SULIH_BYTE_LOWER) {
			lower++;
			at++;
			continue;
		}
		c = sulih_utf8_decode(v.data + at, v.length - at, &used);
		if (sulih_is_upper(c)) {
			initial |= upper + lower == 0;
			upper++;
		} else if (sulih_is_lower(c)) {
			lower++;
		}
		at += used;
	}
	if (upper == 0)
		return lower ? SHAPE_LOWER : SHAPE_NONE;
	if (lower == 0)
		return SHAPE_UPPER;
	return initial && upper == 1 ? SHAPE_CAPITAL : SHAPE_MIXED;
}

/* Whether a mark may be part of an address of the net. */
bool cut_may_tie(const char *data, size_t at, size_t end, uint32_t c)
{
	if (c == '.')
		return at + 1 < end && sulih_byte_is_letter(data[at + 1]);
	if (c == ':')
		return at + 2 < end && data[at + 1] == '/' && data[at + 2] == '/';
	return c == '@' || c == '#';
}
