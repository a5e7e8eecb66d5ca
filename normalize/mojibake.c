/*
 * Mojibake: UTF-8 that was read as Windows-1252 or Latin-1, once or more often
 * ("AsociaciÃ³n", "â€œKami siap,â€\x9d", "ÃƒÂ©").
 *
 * A row of characters that would be well-formed UTF-8 as bytes is a candidate.
 * Whether it is read again is a question of evidence, because sound text has
 * such rows too: “JOSÉ” (É”), « café » (é»), 3×½.  The question is always the
 * same: can a writer have put this sign behind this letter?  Signs that close a
 * word (” ’ … – ») can follow any letter; others ("‚", "¤", "œ" behind "Ã") cannot.
 */
#include "normalize/line.h"

#include <unicode/uchar.h>

#include "base/letter.h"
#include "base/utf8.h"

#define REPLACEMENT 0xFFFDu

struct reading {
	size_t at; /* index of its first cell */
	size_t length;
	unsigned char bytes[4];
	uint32_t c; /* what it means */
};

/* The byte that reads as `c` in Windows-1252 or Latin-1; 0: none, or ASCII. */
static unsigned byte_of(uint32_t c)
{
	if (c < 0x80)
		return 0;
	if (c <= 0xFF)
		return c;
	if (c < 0x152 || c > 0x2122)
		return 0;
	for (unsigned byte = 0x80; byte <= 0x9F; byte++)
		if (sulih_windows_1252(byte) == c)
			return byte;
	return 0;
}

/* A character of the line; all line ends are one here, as they will be in the end. */
static uint32_t cell_at(const struct sulih_line *line, size_t at)
{
	uint32_t c = at < line->cells.count ? line->cells.items[at].c : '\n';

	return (c >= '\n' && c <= '\r') || c == 0x2028 || c == SULIH_PARAGRAPH_SEPARATOR ? '\n' : c;
}

static uint32_t cell_before(const struct sulih_line *line, size_t at)
{
	return at > 0 ? cell_at(line, at - 1) : line->starts ? '\n' : 'a';
}

static bool read_at(const struct sulih_line *line, size_t at, struct reading *reading)
{
	unsigned lead = byte_of(cell_at(line, at));
	size_t length, used;

	if (lead < 0xC2 || lead > 0xF4)
		return false;
	length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	reading->bytes[0] = (unsigned char)lead;
	for (size_t i = 1; i < length; i++) {
		unsigned byte = byte_of(cell_at(line, at + i));

		if (byte < 0x80 || byte > 0xBF)
			return false;
		reading->bytes[i] = (unsigned char)byte;
	}
	reading->at = at;
	reading->length = length;
	reading->c = sulih_utf8_decode((const char *)reading->bytes, length, &used);
	return reading->c != SULIH_UTF8_INVALID;
}

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

	if (read_at(line, at + reading->length, &other))
		return true;
	for (size_t length = 2; length <= 4 && length <= at; length++)
		if (read_at(line, at - length, &other) && other.length == length)
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

static bool is_two_byte_evident(const struct sulih_line *line, const struct reading *reading)
{
	unsigned lead = reading->bytes[0], sign = reading->bytes[1];

	if (lead == 0xC2)
		return is_latin_1_sign(line, reading);
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

static bool is_evident(const struct sulih_line *line, const struct reading *reading)
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

static bool is_stop(uint32_t c)
{
	return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
	       c == '"' || c == 0x201D || c == 0x2019 || c == 0x2026;
}

/*
 * The no-break space in the byte A0 became a blank before: "kata.Â Ia", "Ã la
 * carte", "voilÃ ".  The blank stays a blank.
 */
static bool read_before_blank(const struct sulih_line *line, size_t at, struct reading *reading)
{
	uint32_t lead = cell_at(line, at), before = cell_before(line, at),
		 after = cell_at(line, at + 2);

	if ((lead != 0xC2 && lead != 0xC3) || cell_at(line, at + 1) != ' ')
		return false;
	reading->at = at;
	reading->length = lead == 0xC2 ? 2 : 1;
	reading->c = lead == 0xC2 ? ' ' : 0xE0;
	if (lead == 0xC3) {
		/* "lÃ -bas": the blank was the second byte alone. */
		if (sulih_is_lower(before) && !sulih_is_letter(after) && after != '\n')
			reading->length = 2;
		return sulih_is_lower(before) ||
		       ((before == ' ' || before == '\n') && sulih_is_lower(after));
	}
	if (sulih_is_lower(before) || sulih_is_digit(before) || is_stop(before))
		return true;
	if (before == '\n')
		return sulih_is_upper(after);
	return before == ' ' && at > 1 && is_stop(cell_at(line, at - 2));
}

/* The last byte of ” means nothing in Windows-1252 and was lost: "siap,â€ kata". */
static bool read_cut_quote(const struct sulih_line *line, size_t at, struct reading *reading)
{
	uint32_t before = cell_before(line, at), after;
	struct reading next;

	if (cell_at(line, at) != 0xE2 || byte_of(cell_at(line, at + 1)) != 0x80)
		return false;
	after = cell_at(line, at + 2);
	reading->at = at;
	reading->length = 2;
	reading->c = 0x201D;
	/* "â€Â": misread twice. */
	if (after == 0xC2 && byte_of(cell_at(line, at + 3)) == 0) {
		reading->length = 3;
		return true;
	}
	if (read_at(line, at + 2, &next))
		return true; /* "â€â€”": another sign at once */
	if (sulih_is_letter(after) && after < 0x80)
		return is_stop(before);
	if (after == REPLACEMENT) {
		reading->length = 3;
		return true;
	}
	/* A dash whose last byte, read as ”, was made straight. */
	if (after == '"' && before == ' ' && cell_at(line, at + 3) == ' ') {
		reading->length = 3;
		reading->c = 0x2013;
		return true;
	}
	return after < 0x80 && after != '"' && !sulih_is_digit(after) && before != ' ' &&
	       before != '\n' && before != '(' && before != '[' && byte_of(before) != 0x80;
}

/* A C1 code point: Windows-1252 read as Latin-1.  U+0085 is a line end unless others stand by. */
static bool read_control(const struct sulih_line *line, size_t at, bool company,
			 struct reading *reading)
{
	uint32_t c = cell_at(line, at);

	if (c < 0x80 || c > 0x9F || sulih_windows_1252(c) == 0 || (c == 0x85 && !company))
		return false;
	reading->at = at;
	reading->length = 1;
	reading->c = sulih_windows_1252(c);
	return true;
}

/* Whether anything in the line can be mojibake at all, and whether it has C1 code points. */
static bool survey(const struct sulih_line *line, bool *company)
{
	bool any = false;

	*company = false;
	for (size_t at = 0; at < line->cells.count; at++) {
		uint32_t c = line->cells.items[at].c;

		any |= c >= 0x80 && c <= 0xF4;
		*company |= c >= 0x80 && c <= 0x9F && c != 0x85;
	}
	return any;
}

/*
 * "ÂÂÂ©", misread again and again: all but the first go at once, since each means
 * what follows it.  One a layer would take as many layers.
 */
static bool read_row(const struct sulih_line *line, size_t at, struct reading *reading)
{
	size_t end = at;

	if (cell_at(line, at) != 0xC2 || cell_before(line, at) != 0xC2 ||
	    (at > 1 && cell_at(line, at - 2) == 0xC2))
		return false;
	while (cell_at(line, end + 1) == 0xC2)
		end++;
	if (!read_at(line, end, reading) || !is_evident(line, reading))
		return false;
	reading->length = end - at + 2;
	reading->at = at;
	return true;
}

static bool read_any(const struct sulih_line *line, size_t at, bool company,
		     struct reading *reading)
{
	uint32_t c = line->cells.items[at].c;

	if (c < 0x80 || c > 0xF4)
		return false;
	return read_row(line, at, reading) ||
	       (read_at(line, at, reading) && is_evident(line, reading)) ||
	       read_cut_quote(line, at, reading) || read_before_blank(line, at, reading) ||
	       read_control(line, at, company, reading);
}

static bool repair_layer(struct sulih_line *line)
{
	struct reading reading;
	struct sulih_cell cell;
	size_t at = 0;
	bool company;

	if (!survey(line, &company))
		return false;
	while (at < line->cells.count && !read_any(line, at, company, &reading))
		at++;
	if (at == line->cells.count || !sulih_line_begin_spare(line, at, 0))
		return false;
	while (at < line->cells.count) {
		cell = line->cells.items[at];
		if (read_any(line, at, company, &reading)) {
			cell.c = reading.c;
			cell.to = line->cells.items[at + reading.length - 1].to;
			sulih_line_note(line, SULIH_DIAGNOSTIC_MOJIBAKE_REPAIRED, &cell, &cell);
			at += reading.length;
		} else {
			at++;
		}
		sulih_line_put_spare(line, cell);
	}
	sulih_line_take_spare(line);
	return true;
}

/* Misread once, twice; more often only where a text was made to be slow. */
#define MOST_LAYERS 64

/* Layer by layer at once: what one leaves may look like a control character to drop. */
bool sulih_repair_mojibake(struct sulih_line *line)
{
	int layers = 0;

	while (!line->failed && layers < MOST_LAYERS && repair_layer(line))
		layers++;
	line->unsettled |= layers == MOST_LAYERS;
	return layers > 0;
}
