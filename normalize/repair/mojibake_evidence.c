/* Whether what may be misread UTF-8 is: what a writer can put behind what. */
#include "normalize/repair/mojibake.h"

#include <unicode/uchar.h>

#include "base/letter.h"

/* Signs that can stand behind the last letter of a word in sound text. */
static bool closes_word(unsigned byte)
{
	switch (byte) {
	case 0x85: /* … */
	case 0x86: /* † */
	case 0x87: /* ‡ */
	case 0x91: /* ‘ */
	case 0x92: /* ’ */
	case 0x93: /* “ */
	case 0x94: /* ” */
	case 0x96: /* – */
	case 0x97: /* — */
	case 0x99: /* ™ */
	case 0x9B: /* › */
	case 0xA0: /* no-break space */
	case 0xAA: /* ª */
	case 0xAE: /* ® */
	case 0xB0: /* ° */
	case 0xB2: /* ² */
	case 0xB3: /* ³ */
	case 0xB9: /* ¹ */
	case 0xBA: /* º */
	case 0xBB: /* » */
		return true;
	default:
		return false;
	}
}

/* Of these the marks that can part two words without a blank: "HÅ–HÅ". */
static bool parts_words(unsigned byte)
{
	return byte == 0x85 || (byte >= 0x91 && byte <= 0x94) || byte == 0x96 || byte == 0x97 ||
	       byte == 0xA0 || byte == 0xBB;
}

static bool is_digit_at(const struct sulih_line *line, size_t at)
{
	uint32_t c = cell_at(line, at);

	return c >= '0' && c <= '9';
}

static bool follows_lower(const struct sulih_line *line, const struct reading *reading)
{
	return sulih_is_lower(cell_before(line, reading->at));
}

static bool follows_capitals(const struct sulih_line *line, const struct reading *reading)
{
	size_t at = reading->at;

	return at > 1 && sulih_is_upper(cell_at(line, at - 1)) &&
	       sulih_is_upper(cell_at(line, at - 2));
}

static bool precedes_letter(const struct sulih_line *line, const struct reading *reading)
{
	return sulih_is_letter(cell_at(line, reading->at + reading->length));
}

/* Another candidate touches it: two in a row are no accident. */
static bool in_a_row(const struct sulih_line *line, const struct reading *reading)
{
	struct reading other;
	size_t at = reading->at;

	if (sulih_mojibake_read(line, at + reading->length, &other))
		return true;
	for (size_t length = 2; length <= 4 && length <= at; length++)
		if (sulih_mojibake_read(line, at - length, &other) && other.length == length)
			return true;
	return false;
}

static bool opens_list(uint32_t c)
{
	return c == ',' || c == ';' || c == ':' || c == '(' || c == '[' || c == '/' || c == '"' ||
	       c == '\'' || c == 0x201C || c == 0x2018;
}

static bool closes_list(uint32_t c)
{
	return c == ',' || c == ';' || c == ')' || c == ']' || c == '/' || c == '"' || c == '\'' ||
	       c == '.' || c == 0x201D || c == 0x2019;
}

/*
 * Sound text can speak of mojibake: "gejalanya: Ã©, Â°C, â€œ".  There it stands
 * alone between the marks of a list or in quotes.
 */
static bool is_mentioned(const struct sulih_line *line, const struct reading *reading)
{
	size_t at = reading->at;
	uint32_t before = cell_before(line, at), after = cell_at(line, at + reading->length);
	bool spaced = before == ' ';

	if (spaced && at > 1)
		before = cell_before(line, at - 1);
	if (before == '\n')
		return closes_list(after);
	/* "kata,â€™" closes a quotation, "(â€¦)" leaves words out. */
	if (!spaced && (before == ',' || before == ';' || before == ':' || reading->c == 0x2026))
		return false;
	return opens_list(before) && (closes_list(after) || after == '\n') &&
	       (spaced || reading->c < 0x2000 || after != '.');
}

/* "Â" and a sign mean the sign: "2,5Â±1", "38Â°C", "JakartaÂ (ANTARA)". */
static bool is_latin_1_sign(const struct sulih_line *line, const struct reading *reading)
{
	unsigned sign = reading->bytes[1];
	size_t at = reading->at;
	uint32_t before = cell_before(line, at);

	if (sign == 0xA0 || follows_lower(line, reading))
		return true;
	if (sign == 0xB0)
		return at > 0 && (is_digit_at(line, at - 1) ||
				  (before == ' ' && at > 1 && is_digit_at(line, at - 2)));
	if (sign < 0xA0 || closes_word(sign))
		return !sulih_is_letter(before);
	return true;
}

/* "3 Ã— 4": a lone letter with its dash before a figure is the sign of multiplication. */
static bool is_times(const struct sulih_line *line, const struct reading *reading)
{
	size_t behind = reading->at + reading->length;
	uint32_t before = cell_before(line, reading->at);

	behind += cell_at(line, behind) == ' ';
	return reading->c == 0xD7 && !sulih_is_letter(before) && is_digit_at(line, behind);
}

static bool is_two_byte_evident(const struct sulih_line *line, const struct reading *reading)
{
	unsigned lead = reading->bytes[0], sign = reading->bytes[1];

	if (lead == 0xC2)
		return is_latin_1_sign(line, reading);
	if (is_times(line, reading))
		return true;
	/* À–ÿ and the letters of Central Europe and Turkey: "ModriÄ‡", "Ã–zil". */
	if (lead <= 0xC5) {
		/* No small letter stands in a word of capitals: "IRMÃ½". */
		if (follows_capitals(line, reading) && sulih_is_lower(reading->c) &&
		    !sulih_is_lower(cell_at(line, reading->at + 2)))
			return false;
		if (!closes_word(sign) || follows_lower(line, reading))
			return true;
		/* "HÃ Ná»™i", "OÃ¹"; but a word in capitals may end in Ã: "IRMÃ²". */
		if (lead == 0xC3 && (sign == 0xA0 || !parts_words(sign)))
			return !follows_capitals(line, reading);
		if (sign == 0xA0)
			return sulih_is_lower(cell_at(line, reading->at + 2));
		/* "KÃ–LN", but not "HÅ–HÅ". */
		return lead == 0xC3 || !parts_words(sign)
			       ? precedes_letter(line, reading)
			       : sulih_is_lower(cell_at(line, reading->at + 2));
	}
	/* ơ, ư of Vietnamese: nobody sets ¡ ¯ or ° behind Æ amid a word: "HÆ°ng" */
	if (reading->c == 0x1A1 || reading->c == 0x1AF || reading->c == 0x1B0)
		return sulih_is_letter(cell_before(line, reading->at)) ||
		       precedes_letter(line, reading);
	/* rarer letters: "BucureÈ™ti", and the ayn of "Ê»Umar" */
	if (lead <= 0xCB)
		return precedes_letter(line, reading) &&
		       (follows_lower(line, reading) ||
			(reading->c == 0x2BB && !sulih_is_letter(cell_before(line, reading->at))));
	if (lead <= 0xCD) /* combining accents */
		return follows_lower(line, reading) && !closes_word(sign);
	if (lead == 0xCE || lead == 0xCF || lead == 0xD0 || lead == 0xD1)
		return !closes_word(sign) && u_isalpha((UChar32)reading->c);
	return false;
}

/* ế, ộ …: "Viá»‡t Nam"; but «está» and “está»” are sound. */
static bool is_vietnamese(const struct sulih_line *line, const struct reading *reading)
{
	unsigned last = reading->bytes[2];

	if (reading->bytes[1] != 0xBA && reading->bytes[1] != 0xBB)
		return false;
	if (precedes_letter(line, reading))
		return true;
	return last == 0x91 || last == 0x93 || last == 0x99 || !closes_word(last);
}

static bool is_long_evident(const struct sulih_line *line, const struct reading *reading)
{
	unsigned lead = reading->bytes[0], second = reading->bytes[1], third = reading->bytes[2];

	if (!u_isdefined((UChar32)reading->c))
		return false;
	if (lead == 0xE2)
		return !parts_words(second) || !parts_words(third);
	if (lead == 0xE1)
		return is_vietnamese(line, reading);
	if (lead == 0xEF)
		return !closes_word(second) || (second == 0xBB && third == 0xBF);
	return lead == 0xF0 && !closes_word(second);
}

bool sulih_mojibake_is_evident(const struct sulih_line *line, const struct reading *reading)
{
	unsigned lead = reading->bytes[0];

	/* "3×¼×½" is arithmetic. */
	if (lead == 0xD7 && reading->at > 0 && is_digit_at(line, reading->at - 1))
		return false;
	if (u_isdefined((UChar32)reading->c) && in_a_row(line, reading))
		return true;
	if (is_mentioned(line, reading))
		return false;
	return lead < 0xE0 ? is_two_byte_evident(line, reading) : is_long_evident(line, reading);
}
