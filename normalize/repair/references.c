/*
 * Character references, as HTML reads them: "&quot;", "&#8220;", "&#x201C;",
 * numbers 128–159 as Windows-1252, names without their semicolon where HTML
 * allows it, and escaped again ("&amp;quot;").  Unknown names stay.
 *
 * Addresses are left alone: "?id=5&copy=2" is a query, not "?id=5©=2".  An
 * escaped quotation mark, angle bracket or blank ends the address, for none of
 * these can stand in one ("&lt;a href=&quot;http://…&quot;&gt;").
 */
#include "normalize/repair/line.h"

#include "base/letter.h"

#define LONGEST_NAME 32 /* "CounterClockwiseContourIntegral;" */
#define LONGEST_BARE 6	/* "frac12", "plusmn": the names that need no semicolon */

struct reference {
	size_t end;    /* index behind it */
	uint32_t c[2]; /* the second is 0 mostly */
	bool closed;   /* with its semicolon */
};

/* The character as ASCII; 0 for any other and behind the end. */
static char ascii_at(const struct sulih_line *line, size_t at)
{
	uint32_t c = at < line->cells.count ? line->cells.items[at].c : 0;

	return c < 0x80 ? (char)c : 0;
}

static bool is_alnum(char c)
{
	return sulih_byte_is_letter(c) || sulih_byte_is_digit(c);
}

/* Behind "&#". */
static bool read_number(const struct sulih_line *line, size_t at, struct reference *found)
{
	bool hexadecimal = (ascii_at(line, at) | 32) == 'x';
	uint32_t number = 0;
	size_t digits = 0;
	int value;

	for (at += hexadecimal; (value = sulih_digit_value(ascii_at(line, at), hexadecimal)) >= 0;
	     at++) {
		if (number <= 0x10FFFF)
			number = number * (hexadecimal ? 16 : 10) + (uint32_t)value;
		digits++;
	}
	found->closed = ascii_at(line, at) == ';';
	found->end = at + found->closed;
	found->c[0] = sulih_character_numbered(number);
	found->c[1] = 0;
	/* "lagu &#1 dunia" is no character. */
	return digits > 0 && (found->closed || (digits > 1 && number >= 0x20));
}

/* A name without its semicolon, the longest that HTML knows. */
static bool read_bare_name(const char *name, size_t length, size_t start, struct reference *found)
{
	struct sulih_row row;

	for (size_t n = length < LONGEST_BARE ? length : LONGEST_BARE; n >= 2; n--) {
		char next = n < length ? name[n] : 0, last = name[n - 1];

		if (!sulih_character_named(sulih_view_make(name, n), found->c, &row))
			continue;
		found->end = start + n;
		found->closed = false;
		/* "&copying", "&region" are words after an ampersand. */
		return next == 0 || next <= '9' || sulih_row_column(&row, 2).length == 0 ||
		       (next & 32) != (last & 32);
	}
	return false;
}

/* What stands behind an ampersand, the first character of which is at `start`. */
static bool read_reference(const struct sulih_line *line, size_t start, struct reference *found)
{
	char name[LONGEST_NAME + 1];
	size_t length = 0;

	if (ascii_at(line, start) == '#')
		return read_number(line, start + 1, found);
	while (length < LONGEST_NAME && is_alnum(ascii_at(line, start + length))) {
		name[length] = ascii_at(line, start + length);
		length++;
	}
	if (length == 0)
		return false;
	if (ascii_at(line, start + length) == ';') {
		name[length] = ';';
		found->end = start + length + 1;
		found->closed = true;
		if (sulih_character_named(sulih_view_make(name, length + 1), found->c, NULL))
			return true;
	}
	return read_bare_name(name, length, start, found) && ascii_at(line, found->end) != '=';
}

/* Where in a word: addresses are told by their beginnings and by their queries. */
struct word {
	bool address;
	bool question; /* a question mark was in it */
};

static bool begins_address(const struct sulih_line *line, size_t at)
{
	static const char scheme[] = "://";

	if (ascii_at(line, at) == ':') {
		for (size_t i = 0; i < 3; i++)
			if (ascii_at(line, at + i) != scheme[i])
				return false;
		return at > 0 && is_alnum(ascii_at(line, at - 1));
	}
	for (size_t i = 0; i < 4; i++)
		if ((ascii_at(line, at + i) | 32) != ("www."[i] | 32))
			return false;
	return at == 0 || !is_alnum(ascii_at(line, at - 1));
}

static bool ends_address(uint32_t c)
{
	return c == '"' || c == '<' || c == '>' || c == 0x201C || c == 0x201D || c == ' ' ||
	       sulih_is_layout(c);
}

static void step_word(const struct sulih_line *line, size_t at, struct word *word)
{
	uint32_t c = line->cells.items[at].c;

	if (ends_address(c))
		*word = (struct word){ false, false };
	else if (c == '?')
		word->question = true;
	else if (c == '=' && word->question)
		word->address = true;
	else if (c == ':' || (c | 32) == 'w')
		word->address |= begins_address(line, at);
}

/* Whether the reference at `at` stands, in the end, for what cannot be in an address. */
static bool reference_ends_address(const struct sulih_line *line, size_t at)
{
	struct reference found;
	size_t start = at + 1;

	while (read_reference(line, start, &found) && found.closed) {
		if (found.c[0] != '&')
			return ends_address(found.c[0]);
		start = found.end;
	}
	return false;
}

static size_t put(struct sulih_line *line, size_t out, struct sulih_cell cell,
		  const struct reference *found)
{
	cell.c = found->c[0];
	sulih_line_note(line, SULIH_DIAGNOSTIC_REFERENCE_DECODED, &cell, &cell);
	line->cells.items[out++] = cell;
	if (found->c[1] != 0) {
		cell.c = found->c[1];
		cell.from = cell.to;
		line->cells.items[out++] = cell;
	}
	return out;
}

static bool has_ampersand(const struct sulih_line *line)
{
	for (size_t at = 0; at + 1 < line->cells.count; at++)
		if (line->cells.items[at].c == '&')
			return true;
	return false;
}

bool sulih_repair_references(struct sulih_line *line)
{
	struct sulih_cell *cells = line->cells.items;
	struct word word = { false, false };
	size_t out = 0, at = 0;
	bool changed = false, opened = false;

	if (!has_ampersand(line))
		return false;
	while (at < line->cells.count) {
		struct sulih_cell cell = cells[at];
		struct reference found;

		if (cell.c != '&' || (word.address && !reference_ends_address(line, at)) ||
		    !read_reference(line, at + 1, &found)) {
			if (opened)
				sulih_line_note(line, SULIH_DIAGNOSTIC_REFERENCE_DECODED, &cell,
						&cell);
			opened = false;
			step_word(line, at, &word);
			cells[out++] = cell;
			at++;
			continue;
		}
		changed = true;
		cell.to = cells[found.end - 1].to;
		if (found.c[0] == '&') {
			/* What follows may make a reference with it: "&amp;quot;". */
			cell.c = '&';
			at = found.end - 1;
			cells[at] = cell;
			opened = true;
			continue;
		}
		opened = false;
		if (ends_address(found.c[0]))
			word = (struct word){ false, false };
		out = put(line, out, cell, &found);
		at = found.end;
	}
	line->cells.count = out;
	return changed;
}
