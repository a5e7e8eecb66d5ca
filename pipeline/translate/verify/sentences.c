/*
 * How many sentences an answer has.  What is sent is one sentence, so that an answer of
 * many more was made up or explains itself, and one of many fewer was cut.  English
 * splits and joins at semicolons and has stops that end nothing ("Mr. Smith", "the U.S.
 * Army"): a count is a range, from what is sure to what is possible.
 */
#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/translate/verify/verify.h"

struct range {
	size_t least, most;
};

enum border { NO_BORDER, PERHAPS, SURE };

enum { LONGEST_ABBREVIATION = 12 };

static bool is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
	       c == 0xBB;
}

static bool is_opener(uint32_t c)
{
	return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C ||
	       c == 0xAB;
}

static bool is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* The word that ends at `end`, with the stops inside it: "U.S" of "U.S." */
static struct sulih_view word_before(struct sulih_view text, size_t end)
{
	size_t from = end;

	while (from > 0 && (sulih_byte_is_letter(text.data[from - 1]) ||
			    (text.data[from - 1] == '.' && from < end)))
		from--;
	return sulih_view_slice(text, from, end);
}

/* A lone full stop behind a word: does it end the sentence? */
static enum border full_stop(struct sulih_view text, size_t at)
{
	struct sulih_view word = word_before(text, at), kind;
	char room[LONGEST_ABBREVIATION];
	struct sulih_row row;

	if (word.length == 0)
		return SURE;
	/* "J. Smith", but "plan B." */
	if (word.length == 1)
		return sulih_byte_is_upper(word.data[0]) ? PERHAPS : SURE;
	if (memchr(word.data, '.', word.length) != NULL) /* "U.S.", "a.m." */
		return PERHAPS;
	row = sulih_table_find(&sulih_list_english_abbreviations,
			       sulih_lower_key(word, room, sizeof(room)));
	if (!row.listed)
		return SURE;
	kind = sulih_row_column(&row, 1);
	/* "no." and "sen." in small letters are words, "No. 5" and "Sen. Smith" are not */
	if (sulih_view_is(kind, "firm") || !sulih_byte_is_upper(word.data[0]))
		return PERHAPS;
	return NO_BORDER;
}

/* What stands behind a stop: the first character of the next word, past blanks and
 * opening marks; 0: no blank there, or nothing.  At the end of a part `next` says what comes. */
static uint32_t next_start(struct sulih_view text, size_t at, uint32_t next)
{
	size_t used = 0;
	bool blank = false;

	while (at < text.length) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (sulih_is_space(c))
			blank = true;
		else if (!blank && is_closer(c))
			blank = false;
		else if (!(blank && is_opener(c)))
			return blank ? c : 0;
		at += used;
	}
	return blank ? next : 0;
}

static enum border border_at(struct sulih_view text, size_t at, size_t end, uint32_t next)
{
	uint32_t start = next_start(text, end, next);
	enum border border = end - at == 1 && text.data[at] == '.' ? full_stop(text, at) : SURE;

	if (sulih_is_upper(start))
		return border;
	return sulih_is_digit(start) && border == SURE ? PERHAPS : NO_BORDER;
}

/* A semicolon, a dash or a colon before a capital may stand where another sentence begins. */
static enum border lesser_mark(struct sulih_view text, size_t at, uint32_t next)
{
	if (text.data[at] == ';')
		return PERHAPS;
	if (text.data[at] == ':' && sulih_is_upper(next_start(text, at + 1, next)))
		return PERHAPS;
	return NO_BORDER;
}

/* All marks of ASCII lie before the letters. */
static uint64_t marks_among(uint64_t bytes)
{
	return sulih_bytes_between(bytes, '!', '?') | sulih_bytes_beyond_ascii(bytes);
}

/* Past most of what stands before the next mark. */
static size_t skip_words(struct sulih_view text, size_t at)
{
	at = sulih_bytes_skip(text, at, marks_among);
	while (at < text.length && sulih_byte_class(text.data[at]) != 0)
		at++;
	return at;
}

static void count_in(struct sulih_view text, uint32_t next, struct range *range)
{
	size_t used;

	for (size_t at = 0; at < text.length; at += used) {
		enum border border = NO_BORDER;
		uint32_t c;
		size_t end;

		at = skip_words(text, at);
		if (at == text.length)
			break;
		c = sulih_utf8_decode(text.data + at, text.length - at, &used);
		if (is_stop(c)) {
			for (end = at; end < text.length && is_stop(c); end += used)
				c = sulih_utf8_decode(text.data + end, text.length - end, &used);
			if (!is_stop(c))
				end -= used;
			border = border_at(text, at, end, next);
			used = end - at;
		} else if (c == ';' || c == ':') {
			border = lesser_mark(text, at, next);
		} else if (c == 0x2014) {
			border = PERHAPS;
		}
		range->least += border == SURE;
		range->most += border != NO_BORDER;
	}
}

static struct range count_parts(const struct sulih_part *parts, size_t count)
{
	struct range range = { 1, 1 };

	/* a name or a quote begins the next sentence as a capital does */
	for (size_t i = 0; i < count; i++)
		if (parts[i].placeholder == 0)
			count_in(parts[i].text, i + 1 < count ? 'X' : 0, &range);
	return range;
}

int sulih_verify_sentences(const struct sulih_part *source, size_t source_count,
			   const struct sulih_part *target, size_t target_count)
{
	struct range from = count_parts(source, source_count),
		     to = count_parts(target, target_count);

	if (to.least > from.most + 1)
		return (int)(to.least - from.most);
	if (from.least > to.most + 1)
		return -(int)(from.least - to.most);
	return 0;
}
