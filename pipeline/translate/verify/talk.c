/*
 * Engines that talk about the text instead of translating it: "Here is the translation:",
 * "I'm sorry, but I can't help with that", a note at the end.  Language models do, and what they
 * say is good English that no other check finds fault with.  The list has the phrases, and with
 * which Indonesian words in the source each may be a translation after all.
 */
#include "base/bytes.h"
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "pipeline/translate/verify/verify.h"

enum { LONGEST = 32, MOST_TEXT = 4096 };

/* Plain text in small letters, a straight apostrophe for a curly one, a blank before each word. */
struct plain {
	char text[MOST_TEXT];
	size_t length;
};

static void put(struct plain *plain, char c)
{
	if (plain->length + 1 < sizeof(plain->text))
		plain->text[plain->length++] = c;
}

static void flatten(struct sulih_view text, struct plain *plain)
{
	static const char curly[] = "\xE2\x80\x99";

	for (size_t at = 0; at < text.length; at++) {
		if (text.length - at >= 3 && memcmp(text.data + at, curly, 3) == 0) {
			put(plain, '\'');
			at += 2;
		} else if (sulih_byte_is_letter(text.data[at]) || text.data[at] == '\'') {
			put(plain, sulih_byte_lower(text.data[at]));
		} else if (plain->length == 0 || plain->text[plain->length - 1] != ' ') {
			put(plain, ' ');
		}
	}
	if (plain->length == 0 || plain->text[plain->length - 1] != ' ')
		put(plain, ' ');
}

static void flatten_parts(const struct sulih_part *parts, size_t count, struct plain *plain)
{
	put(plain, ' ');
	for (size_t i = 0; i < count; i++)
		flatten(parts[i].placeholder == 0 ? parts[i].text : SULIH_VIEW(" "), plain);
}

/* Whether a word of the text begins so. */
static bool has_word(const struct plain *plain, struct sulih_view beginning)
{
	struct sulih_view rest = sulih_view_make(plain->text, plain->length);
	const char *found;

	while (rest.length > beginning.length &&
	       (found = memmem(rest.data, rest.length, beginning.data, beginning.length)) != NULL) {
		if (found > plain->text && found[-1] == ' ')
			return true;
		rest = sulih_view_make(found + 1, rest.length - (size_t)(found + 1 - rest.data));
	}
	return false;
}

/* Whether the source has one of the words that let the phrase be a translation. */
static bool is_admitted(const struct plain *source, struct sulih_view cues)
{
	while (cues.length > 0) {
		if (has_word(source, sulih_view_cut(&cues, ' ')))
			return true;
	}
	return false;
}

/* The list's phrase that begins at a word; the longest. */
static struct sulih_row phrase_at(const struct plain *answer, size_t at)
{
	struct sulih_row best = { NULL, NULL, false, false }, row;
	size_t end = at;

	do {
		while (end < answer->length && answer->text[end] != ' ')
			end++;
		row = sulih_table_find(&sulih_list_engine_talk,
				       sulih_view_make(answer->text + at, end - at));
		if (row.listed)
			best = row;
		end++;
	} while (row.longer && end < answer->length && end - at < LONGEST);
	return best;
}

/* Whether one of the list's phrases, which begin with rare words, may stand in a text. */
static bool may_talk(struct sulih_view text)
{
	char room[LONGEST];

	for (size_t at = 0; at < text.length; at++) {
		size_t from = at;
		struct sulih_view word;
		struct sulih_row row;

		while (at < text.length && sulih_byte_is_letter(text.data[at]))
			at++;
		word = sulih_view_slice(text, from, at);
		if (word.length == 0 || word.length >= sizeof(room) ||
		    !sulih_table_has_length(&sulih_list_engine_talk, (char)(word.data[0] | 32),
					    word.length))
			continue;
		if (sulih_byte_is_upper(word.data[0]))
			word = sulih_lower_key(word, room, sizeof(room));
		row = sulih_table_find(&sulih_list_engine_talk, word);
		if (row.listed || row.longer)
			return true;
	}
	return false;
}

/* `source` is read when something is found. */
static bool find_talk(const struct plain *answer, const struct sulih_part *source,
		      size_t source_count, struct sulih_wire_names names)
{
	struct plain from;

	from.length = 0;
	for (size_t at = 1; at < answer->length; at++) {
		struct sulih_row row;

		if (answer->text[at - 1] != ' ')
			continue;
		row = phrase_at(answer, at);
		if (!row.listed)
			continue;
		if (from.length == 0) {
			flatten_parts(source, source_count, &from);
			for (size_t i = 0; i < names.count; i++) {
				flatten(names.items[i].source, &from);
				flatten(names.items[i].target, &from);
			}
		}
		if (!has_word(&from, sulih_row_column(&row, 0)) &&
		    !is_admitted(&from, sulih_row_column(&row, 1)))
			return true;
	}
	return false;
}

bool sulih_verify_talk(const struct sulih_part *source, size_t source_count,
		       const struct sulih_part *target, size_t target_count,
		       struct sulih_wire_names names)
{
	struct plain answer;
	bool may = false;

	for (size_t i = 0; i < target_count && !may; i++)
		may = target[i].placeholder == 0 && may_talk(target[i].text);
	if (!may)
		return false;
	answer.length = 0;
	flatten_parts(target, target_count, &answer);
	return find_talk(&answer, source, source_count, names);
}

/* Signs of markup, of JSON and of escapes, which news has none of. */
#define SIGNS "<>{}\\*|"

static bool holds(struct sulih_view text, char sign)
{
	return text.length > 0 && memchr(text.data, sign, text.length) != NULL;
}

static bool has_sign(const struct sulih_part *parts, size_t count, char sign)
{
	for (size_t i = 0; i < count; i++)
		if (parts[i].placeholder == 0 && holds(parts[i].text, sign))
			return true;
	return false;
}

static bool named_with(struct sulih_wire_names names, char sign)
{
	for (size_t i = 0; i < names.count; i++)
		if (holds(names.items[i].source, sign) || holds(names.items[i].target, sign))
			return true;
	return false;
}

bool sulih_verify_markup(const struct sulih_part *source, size_t source_count,
			 const struct sulih_part *target, size_t target_count,
			 struct sulih_wire_names names)
{
	for (size_t i = 0; i < target_count; i++) {
		struct sulih_view text = target[i].text;
		size_t at = target[i].placeholder == 0 ? 0 : text.length;

		while ((at = sulih_bytes_find(text.data, at, text.length, SIGNS, 0xFF)) <
		       text.length) {
			if (!has_sign(source, source_count, text.data[at]) &&
			    !named_with(names, text.data[at]))
				return true;
			at++;
		}
	}
	return false;
}
