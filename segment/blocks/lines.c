#include "segment/blocks/lines.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"

/* A paragraph of two lines proves little: its first line must be this wide. */
#define PAIR_NARROWEST 40
/* Narrower than this nothing is broken text (chat, verse, lists). */
#define NARROWEST 24
/* A line that ends at a hyphen may lack as much of the width as half a word. */
#define HYPHEN_SLACK 14

static bool is_space_at(struct sulih_view text, size_t at)
{
	return text.data[at] == ' ' || text.data[at] == '\t';
}

/* Code points of at most 2 * LINE_WIDEST bytes: so few that a byte sum cannot overflow, of
 * which the compiler makes vectors. */
static unsigned width_of(struct sulih_view text, size_t start, size_t end)
{
	unsigned char width = 0;

	for (size_t at = start; at < end; at++)
		width += (signed char)text.data[at] > (signed char)0xBF;
	return width <= LINE_WIDEST ? width : LINE_WIDEST + 1;
}

bool sulih_has_bullet(struct sulih_view text)
{
	static const char *const bullets[] = { "- ", "* ", "\xE2\x80\xA2 ", "\xE2\x80\x93 " };

	return SULIH_VIEW_STARTS_WITH_ONE_OF(text, bullets) > 0;
}

static bool is_bracketed_number(struct sulih_view text, size_t at, size_t end)
{
	size_t start = ++at;

	while (at < end && at - start < 9 &&
	       (sulih_byte_is_digit(text.data[at]) || strchr(":.", text.data[at]) != NULL))
		at++;
	return at > start && at + 1 < end && text.data[at] == ']' && is_space_at(text, at + 1);
}

/* `- `, `• `, `* `, `1. `, `2) `, `a. `, `(3) `, `iv. ` at the head of a line. */
bool sulih_has_marker(struct sulih_view text, struct sulih_span span)
{
	size_t at = span.start, used, digits;
	uint32_t c = sulih_utf8_decode(text.data + at, span.end - at, &used);

	if (c == '-' || c == '*' || c == '+' || c == '>' || c == 0x2022 || c == 0x25CF ||
	    c == 0x2013 || c == 0x2014 || c == 0x25AA || c == 0xB7 || c == 0x2713)
		return at + used < span.end && is_space_at(text, at + used);
	if (c == '[') /* `[10:21] Ani: …`, `[1] …` */
		return is_bracketed_number(text, at, span.end);
	at += c == '(';
	digits = at;
	while (at < span.end && at - digits < 3 && sulih_byte_is_digit(text.data[at]))
		at++;
	if (at == digits && at < span.end && sulih_byte_is_letter(text.data[at]))
		at++;
	return at > digits && at + 1 < span.end && strchr(".)", text.data[at]) != NULL &&
	       is_space_at(text, at + 1);
}

static bool closes(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
	       c == 0xBB;
}

static bool ends_finished(struct sulih_view text, struct sulih_span span)
{
	size_t at = span.end, start = at;
	uint32_t c = 0;

	for (unsigned i = 0; i < 4 && at > span.start; i++) {
		c = sulih_utf8_before(text.data, at, &start);
		if (!closes(c))
			break;
		at = start;
	}
	return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026;
}

/* `hujan sedang`, `ringan hingga sedang`: a degree, not the "is being" before a verb. */
static bool is_degree(struct sulih_view text, struct sulih_span span, size_t sedang)
{
	static const char *const before[] = { "hujan ",	 "hingga ",    "sampai ", "intensitas ",
					      "ukuran ", "kategori ",  "api ",	  "luka ",
					      "ringan-", "berukuran ", "lebat-",  "tingkat " };

	return SULIH_VIEW_ENDS_WITH_ONE_OF(sulih_view_slice(text, span.start, sedang), before) > 0;
}

/* The last word cannot end a sentence or a heading: `yang`, `di`, `dan`. */
static bool ends_open(struct sulih_view text, struct sulih_span span)
{
	size_t start = span.end;
	char room[32];
	struct sulih_view word;

	if (text.data[span.end - 1] == ',')
		return true;
	while (start > span.start && span.end - start < 24 && text.data[start - 1] != ' ')
		start--;
	word = sulih_lower_key(sulih_view_slice(text, start, span.end), room, sizeof(room));
	if (sulih_view_is(word, "sedang") && is_degree(text, span, start))
		return false;
	return sulih_table_has(&sulih_list_unfinished, word);
}

static bool shouts(struct sulih_view text, struct sulih_span span)
{
	unsigned capitals = 0;

	for (size_t at = span.start; at < span.end; at++) {
		if (sulih_byte_is_lower(text.data[at]))
			return false;
		capitals += sulih_byte_is_upper(text.data[at]);
	}
	return capitals > 1;
}

/* Small and capital words, to tell running text from Title Case. */
static void look_at_words(struct sulih_view text, struct line *line)
{
	unsigned small = 0, capital = 0;
	bool start = true;
	unsigned char first = (unsigned char)text.data[line->span.start];

	for (size_t at = line->span.start; at < line->span.end; at++) {
		unsigned char c = (unsigned char)text.data[at];

		if (start && c >= 'A' && c <= 'Z') {
			capital++;
			line->name_end = true;
		} else if (start && c >= 'a' && c <= 'z') {
			small++;
			line->name_end = false;
		}
		start = c == ' ';
	}
	line->prose = small >= 3 && small >= capital;
	line->name_start =
		(first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') || first == '(';
}

void sulih_measure_line(struct sulih_view text, struct line *line)
{
	struct sulih_span span = line->span;
	size_t word = span.start, used;
	uint32_t first = sulih_utf8_decode(text.data + span.start, span.end - span.start, &used);
	char last = text.data[span.end - 1];

	line->width = span.end - span.start > 2 * LINE_WIDEST
			      ? LINE_WIDEST + 1
			      : width_of(text, span.start, span.end);
	if (line->width > LINE_WIDEST)
		return;
	while (word < span.end && text.data[word] != ' ')
		word++;
	line->first_word = width_of(text, span.start, word);
	line->label = word < span.end && text.data[word - 1] == ':' && sulih_is_upper(first);
	line->marker = sulih_has_marker(text, span);
	line->finished = ends_finished(text, span);
	line->hyphen = last == '-' && span.end - span.start > 2 &&
		       (sulih_byte_is_letter(text.data[span.end - 2]) ||
			(unsigned char)text.data[span.end - 2] >= 0xC3);
	line->open = !line->finished && ends_open(text, span);
	line->small = sulih_is_lower(first);
	line->last = last;
	line->shouts = shouts(text, span);
	look_at_words(text, line);
}

/* The next word would not have fitted: who wraps lines breaks just there. */
static bool filled(const struct line *line, unsigned width, unsigned slack)
{
	if (line->hyphen)
		return line->width + HYPHEN_SLACK > width;
	return line->width + 1 + line[1].first_word + slack > width;
}

/* No line runs on into a list item or what another speaker says, and no heading in capitals
 * into its text. */
static bool may_join(const struct line *line)
{
	return !line[1].marker && !line[1].label && (!line->shouts || line[1].shouts);
}

/* Whether the end of a line is plainly amid a sentence. */
static bool runs_on(const struct line *line)
{
	return !line->finished && may_join(line) && (line->open || line->hyphen || line[1].small);
}

/* A name or figure cut by the line end, in running text that comes to a stop. */
static bool cuts_name(const struct line *line, const struct line *last)
{
	return !line->finished && may_join(line) && line->prose && last->finished &&
	       line->width >= PAIR_NARROWEST && line->name_end && line[1].name_start;
}

/* Items on lines of their own: behind a colon all begin small and none breaks off, or
 * all end with the same comma or semicolon. */
static bool is_list(const struct line *lines, size_t count)
{
	size_t commas = 0, semicolons = 0, small = 0, open = 0;

	if (count < 3)
		return false;
	for (size_t i = 0; i + 1 < count; i++) {
		commas += lines[i].last == ',';
		semicolons += lines[i].last == ';';
		open += i > 0 && (lines[i].open || lines[i].hyphen || lines[i].finished);
		small += lines[i + 1].small;
	}
	return semicolons == count - 1 || (commas == count - 1 && count > 4) ||
	       (lines[0].last == ':' && small == count - 1 && open == 0) ||
	       (lines[0].last == ':' && commas + semicolons == count - 2 && count > 3);
}

/* `Di atas sungai yang coklat | aku menunggu namamu | …`: narrow lines that come to no stop. */
static bool is_verse(const struct line *lines, size_t count, unsigned width, bool known)
{
	enum { WIDEST_VERSE = 40 };

	if (known || width >= WIDEST_VERSE)
		return false;
	for (size_t i = 0; i < count; i++)
		if (lines[i].finished || lines[i].hyphen || lines[i].open)
			return false;
	return true;
}

/* `… kesiapan Pelabuhan | Merak, … Direktur Utama PT | ASDP …`: names at every line end, but all
 * lines are filled and the last comes to a stop. */
static bool is_filled_block(const struct line *lines, size_t count, unsigned width, unsigned full)
{
	enum { NARROWEST_BLOCK = 50 };
	size_t unfinished = 0;

	for (size_t i = 0; i + 1 < count; i++)
		unfinished += !lines[i].finished && may_join(&lines[i]);
	return count > 2 && full == count - 1 && unfinished > 1 && width >= NARROWEST_BLOCK &&
	       lines[count - 1].finished && lines[count - 1].last == '.';
}

/* Lines filled to one width, some plainly broken amid a sentence, or all to the width
 * of the paragraphs before.  `count` >= 2. */
static void judge_stretch(struct line *lines, size_t count, unsigned *known_width)
{
	unsigned width = 0, plain = 0, full = 0, ends = 0;
	bool known, wrapped;

	for (size_t i = 0; i < count; i++)
		width = lines[i].width > width ? lines[i].width : width;
	if (width > LINE_WIDEST || is_list(lines, count))
		return;
	known = *known_width > 0 && width <= *known_width + 3 && *known_width <= width + 16;
	if (known && width < *known_width)
		width = *known_width;
	for (size_t i = 0; i + 1 < count; i++) {
		full += filled(&lines[i], width, 2);
		/* a short line that comes to a stop ends a paragraph and proves nothing */
		ends += filled(&lines[i], width, 2) || !lines[i].finished;
		plain += filled(&lines[i], width, 2) &&
			 (runs_on(&lines[i]) || cuts_name(&lines[i], &lines[count - 1]));
	}
	plain += plain == 0 && is_filled_block(lines, count, width, full);
	if (count == 2)
		wrapped = full == 1 && (known || (plain == 1 && lines[0].width >= PAIR_NARROWEST &&
						  !lines[0].small));
	else
		wrapped = width >= NARROWEST && (plain > 0 || known) && 4 * full >= 3 * ends &&
			  !is_verse(lines, count, width, known);
	if (!wrapped)
		return;
	*known_width = width;
	for (size_t i = 0; i + 1 < count; i++)
		lines[i].joins_next =
			may_join(&lines[i]) && (filled(&lines[i], width, 2) || runs_on(&lines[i]));
}

/* A word that was cut says by itself that its lines are one, however short they are. */
static void join_broken(struct line *lines, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++)
		lines[i].joins_next |= (lines[i].broken || lines[i].doubled) && may_join(&lines[i]);
}

void sulih_judge_lines(struct line *lines, size_t count, unsigned *known_width)
{
	size_t start = 0;

	/* A heading or date line above the text is short: begin behind it. */
	while (start + 2 < count && lines[start].width <= LINE_WIDEST && !lines[start].open &&
	       !lines[start + 1].small &&
	       lines[start].width + lines[start + 1].first_word + 4 < lines[start + 1].width)
		start++;
	while (start < count) {
		size_t end = start + 1;

		while (end < count && !lines[end].marker)
			end++;
		if (end - start >= 2)
			judge_stretch(lines + start, end - start, known_width);
		start = end;
	}
	join_broken(lines, count);
}
