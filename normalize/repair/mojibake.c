/* Mojibake read again, layer by layer. */
#include "normalize/repair/mojibake.h"

#include "base/letter.h"
#include "base/utf8.h"

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

bool sulih_mojibake_read(const struct sulih_line *line, size_t at, struct reading *reading)
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
	if (sulih_mojibake_read(line, at + 2, &next))
		return true; /* "â€â€”": another sign at once */
	if (sulih_is_letter(after) && after < 0x80)
		return is_stop(before);
	if (after == SULIH_REPLACEMENT) {
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
	if (!sulih_mojibake_read(line, end, reading) || !sulih_mojibake_is_evident(line, reading))
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
	       (sulih_mojibake_read(line, at, reading) &&
		sulih_mojibake_is_evident(line, reading)) ||
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
