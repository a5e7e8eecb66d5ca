#include "segment/blocks/shape.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/lines.h"

#define SHAPE_WORDS_MOST 60

static bool is_function_word(struct sulih_view word)
{
	return word.length <= 12 && sulih_table_has(&sulih_list_title_small, word);
}

static void count_word(struct sulih_view word, struct shape *shape)
{
	size_t used;
	uint32_t first = sulih_utf8_decode(word.data, word.length, &used);

	if (!sulih_is_letter(first))
		return;
	if (shape->words++ == 0)
		shape->first_upper = sulih_is_upper(first);
	if (sulih_is_upper(first) || (word.length > 1 && sulih_byte_is_upper(word.data[1])))
		shape->capitals++;
	else if (is_function_word(word))
		shape->small_function++;
	else
		shape->small++;
}

static bool parts_words(uint32_t c)
{
	return c == ' ' || c == '"' || c == '\'' || c == '(' || c == ')' || c == ',' || c == ':' ||
	       c == '/' || c == '!' || c == '?' || c == 0x201C || c == 0x201D || c == 0x2018 ||
	       c == 0x2019 || c == '[' || c == ']';
}

static void count_words(struct sulih_view text, struct shape *shape)
{
	size_t start = 0, used;

	for (size_t at = 0; at <= text.length; at += used) {
		uint32_t c = ' ';

		used = 1;
		/* most of a line are small letters */
		if (at < text.length && sulih_byte_is_lower(text.data[at])) {
			shape->letters++;
			continue;
		}
		if (at < text.length)
			c = sulih_utf8_decode(text.data + at, text.length - at, &used);
		if (sulih_is_letter(c)) {
			shape->letters++;
			shape->upper += sulih_is_upper(c);
		}
		if (!parts_words(c))
			continue;
		if (at > start)
			count_word(sulih_view_slice(text, start, at), shape);
		start = at + used;
		if (shape->words > SHAPE_WORDS_MOST)
			break;
	}
}

/* How the line ends, behind closing marks: `.”` is finished, `…?` asks. */
static void look_at_end(struct sulih_view text, struct shape *shape)
{
	size_t at = text.length, start = at;
	uint32_t c = 0;
	bool closed = false, pause;

	while (at > 0) {
		c = sulih_utf8_before(text.data, at, &start);
		if (!(c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == ')' || c == ']'))
			break;
		closed = true;
		at = start;
	}
	pause = c == 0x2026 || (start >= 2 && memcmp(text.data + start - 2, "...", 3) == 0);
	shape->finished = (c == '.' && !pause) || (!closed && (c == ':' || c == ';' || c == ','));
	shape->asks = pause || c == '?' || c == '!';
}

/* A stop with a blank behind it, not of an initial or abbreviation of one or two letters. */
static bool has_inner_stop(struct sulih_view text)
{
	for (size_t at = 4; at + 2 < text.length; at++) {
		const char *stop = memchr(text.data + at, '.', text.length - 2 - at);

		if (stop == NULL)
			return false;
		at = (size_t)(stop - text.data);
		if (text.data[at + 1] != ' ')
			continue;
		if (text.data[at - 1] == ')' && text.data[at + 2] != '-')
			return true;
		if (sulih_byte_is_lower(text.data[at - 1]) &&
		    sulih_byte_is_lower(text.data[at - 2]) &&
		    sulih_byte_is_lower(text.data[at - 3]))
			return true;
	}
	return false;
}

static void look_at_credit(struct sulih_view text, struct shape *shape)
{
	size_t at = text.length, capitals = 0, small = 0;

	while (at > 0 && text.data[at - 1] != '(' && text.length - at < 100)
		at--;
	for (; at < text.length && text.data[at] != '/' && text.data[at] != ')'; at++) {
		capitals += sulih_byte_is_upper(text.data[at]);
		small += sulih_byte_is_lower(text.data[at]);
	}
	shape->slash_credit = at < text.length && text.data[at] == '/' && capitals >= 1;
	shape->agency_credit = shape->slash_credit && capitals >= 2 && small == 0;
	if (!shape->slash_credit)
		return;
	/* (KOMPAS.com/RATNA DEWI): photographers are signed in capitals, reporters are not */
	for (capitals = small = 0; at < text.length; at++) {
		capitals += sulih_byte_is_upper(text.data[at]);
		small += sulih_byte_is_lower(text.data[at]);
	}
	shape->agency_credit |= capitals >= 4 && small == 0;
}

static bool has_two(struct sulih_view text, char first, char second)
{
	for (const char *at = text.data, *end = text.data + text.length;
	     (at = memchr(at, first, (size_t)(end - at))) != NULL && at + 1 < end; at++)
		if (at[1] == second)
			return true;
	return false;
}

static bool has_tail_credit(struct sulih_view text)
{
	static const char *const slashed[] = { "FOTO/",	   "Foto/",    "AFP/",	   "PHOTO/",
					       "Photo/",   "REUTERS/", "Reuters/", "/AFP",
					       "/REUTERS", "/Antara",  "ANTARA/" };
	static const char *const stopped[] = { "Dok. ", "DOK. ", "dok. ", ". Dok ", ". DOK " };
	static const char *const colons[] = { "Foto: ", "FOTO: ",     "Dok: ",
					      "DOK: ",	". Sumber: ", "| Sumber: ",
					      "dok: ",	"Credit: ",   "Kredit: " };
	static const char *const words[] = { "AP Photo", "Getty Images", "GETTY IMAGES",
					     ". Photo by ", "via REUTERS" };
	struct sulih_view tail =
		text.length > 60 ? sulih_view_slice(text, text.length - 60, text.length) : text;
	bool slash, stop, colon;

	if (text.length > 600 || text.length < 20)
		return false;
	slash = memchr(tail.data, '/', tail.length) != NULL;
	stop = memchr(tail.data, '.', tail.length) != NULL;
	colon = memchr(tail.data, ':', tail.length) != NULL;
	if (!slash && !stop && !colon)
		return has_two(tail, 'I', 'm') && SULIH_VIEW_HOLDS_ONE_OF(tail, words);
	return (slash && SULIH_VIEW_HOLDS_ONE_OF(tail, slashed)) ||
	       (stop && SULIH_VIEW_HOLDS_ONE_OF(tail, stopped)) ||
	       (colon && SULIH_VIEW_HOLDS_ONE_OF(tail, colons)) ||
	       ((has_two(tail, 'P', 'h') || has_two(tail, 'I', 'm') || has_two(tail, 'I', 'M') ||
		 has_two(tail, 'R', 'E')) &&
		SULIH_VIEW_HOLDS_ONE_OF(tail, words));
}

void sulih_shape_of(struct sulih_view text, struct shape *shape)
{
	memset(shape, 0, sizeof(*shape));
	count_words(text, shape);
	look_at_end(text, shape);
	if (shape->words > SHAPE_WORDS_MOST)
		return;
	shape->marker = sulih_has_marker(text, (struct sulih_span){ 0, text.length });
	shape->inner_stop = has_inner_stop(text);
	if (text.data[text.length - 1] == ')')
		look_at_credit(text, shape);
	else
		shape->tail_credit = !shape->finished && has_tail_credit(text);
}
