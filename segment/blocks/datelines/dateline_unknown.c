#include "segment/blocks/datelines/dateline_unknown.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "lists.h"
#include "segment/blocks/datelines/dateline_parts.h"
#include "segment/sentences/words.h"

enum { HEAD_LONGEST = 60, WORDS_MOST = 6, SENTENCE_SHORTEST = 40, KEY_ROOM = 48 };

/* What stands before the dash. */
struct head {
	unsigned words, known;	   /* known: common words of the language */
	unsigned commas, brackets; /* a bar is a comma */
	unsigned dates;		   /* figures, months, weekdays behind the comma */
	bool shouts;		   /* all words in capitals */
	bool named;		   /* its first word is given to children */
	bool office;		   /* a title behind the comma: `Sutarno, Ketua RT -` */
	bool bracket_last;	   /* ends with a bracket */
};

static bool is_common(struct sulih_view word)
{
	char room[KEY_ROOM];

	return sulih_word_known(sulih_lower_key(word, room, sizeof(room)));
}

/* `KARANGSARI`, not `BPJS`: at least four letters, two of them vowels, and no body's name. */
static bool may_be_place(struct sulih_view word)
{
	unsigned vowels = 0;

	for (size_t i = 0; i < word.length; i++) {
		if (!sulih_byte_is_letter(word.data[i]))
			return false;
		vowels += strchr("aeiouAEIOU", word.data[i]) != NULL;
	}
	return word.length >= 4 && vowels >= 2 && !sulih_table_has(&sulih_list_acronyms, word) &&
	       !sulih_table_has(&sulih_list_organizations, word) &&
	       !sulih_table_has(&sulih_list_institutions, word);
}

/* Where a dash stands between blanks, at most HEAD_LONGEST bytes behind the beginning; or 0. */
static size_t free_dash(struct sulih_view text, size_t *behind)
{
	static const char *const dashes[] = { " - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 " };
	size_t limit = text.length < HEAD_LONGEST ? text.length : HEAD_LONGEST;

	for (size_t at = 1; at < limit; at++) {
		const char *blank = memchr(text.data + at, ' ', limit - at);
		size_t length;

		if (blank == NULL)
			return 0;
		at = (size_t)(blank - text.data);
		if (sulih_byte_is_lower(text.data[at + 1 < text.length ? at + 1 : at]))
			return 0; /* running text */
		length = SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, text.length),
						       dashes);
		if (length > 0) {
			*behind = at + length;
			return at;
		}
	}
	return 0;
}

static bool read_word(struct sulih_view word, struct head *head)
{
	if (head->words == 0) {
		struct sulih_row row = sulih_table_find(&sulih_list_given_names, word);

		head->named = row.listed;
		if (!may_be_place(word) && !is_common(word))
			return false;
	}
	if (head->commas > 0 && sulih_is_date_word(word)) {
		head->dates++;
		return true;
	}
	if (!sulih_byte_is_upper(word.data[0]) || ++head->words > WORDS_MOST)
		return false;
	if (head->brackets == 0) {
		head->shouts &= sulih_in_capitals(word);
		head->known += is_common(word);
		head->office |= head->commas > 0 && sulih_is_title(word);
	}
	return true;
}

/* Reads words with capitals, at most one comma or bracket between them. */
static bool read_head(struct sulih_view text, struct head *head)
{
	size_t at = 0;

	*head = (struct head){ .shouts = true };
	while (at < text.length) {
		size_t end = at;

		head->commas += text.data[at] == ',' || text.data[at] == '|';
		head->brackets += text.data[at] == '(';
		head->bracket_last = text.data[at] == ')';
		if (strchr(" ,|()/", text.data[at]) != NULL) {
			at++;
			continue;
		}
		while (end < text.length && strchr(" ,|()/", text.data[end]) == NULL)
			end++;
		if (!read_word(sulih_view_slice(text, at, end), head))
			return false;
		at = end;
	}
	return head->words > 0 && head->commas <= 1 &&
	       (head->brackets == 0 || head->commas == 0 || head->dates > 0);
}

/* `Partai Keadilan (PK) - `: the bracket has the first letters of the words before it. */
static bool introduces_acronym(struct sulih_view head)
{
	const char *open = memchr(head.data, '(', head.length);
	size_t at = 0, letter = open ? (size_t)(open - head.data) + 1 : head.length;

	for (; letter < head.length && head.data[letter] != ')'; letter++) {
		if (head.data + at >= open || head.data[at] != head.data[letter])
			return false;
		while (head.data + at < open && head.data[at] != ' ')
			at++;
		at++;
	}
	return true;
}

static bool convinces(struct sulih_view text, const struct head *head, bool common_follows)
{
	if (head->dates > 0)
		return head->known < head->words && head->words <= 2;
	if (head->brackets > 0)
		return head->bracket_last && head->words - head->known >= 1 &&
		       !introduces_acronym(text);
	if (head->commas > 0)
		return !head->office && head->words >= 2 && head->words > head->known;
	if (head->shouts)
		return head->words <= 3 && head->known < head->words &&
		       !(head->named && head->words > 1);
	return common_follows && head->words <= 3 && head->known == 0 && !head->named;
}

/* The first word behind the dash is one of the language: the sentence begins there. */
static bool common_word_follows(struct sulih_view text, size_t at)
{
	size_t end = at;

	while (end < text.length && sulih_byte_is_letter(text.data[end]))
		end++;
	return end < text.length && text.data[end] == ' ' &&
	       is_common(sulih_view_slice(text, at, end));
}

/* A capital, a figure or an opening quotation mark. */
static bool begins_sentence(char c)
{
	return sulih_byte_is_upper(c) || sulih_byte_is_digit(c) || c == '"' || c == '\xE2';
}

size_t sulih_find_unknown_dateline(struct sulih_view text)
{
	size_t behind = 0, end;
	struct head head;

	if (!sulih_byte_is_upper(text.data[0]) || sulih_is_flash(text))
		return 0;
	end = free_dash(text, &behind);
	if (end == 0 || behind + SENTENCE_SHORTEST > text.length ||
	    !begins_sentence(text.data[behind]) ||
	    strchr(".\"\x9D", text.data[text.length - 1]) == NULL ||
	    /* `Sambu – Kedung – dan …`: an aside or a row */
	    free_dash(sulih_view_slice(text, behind, text.length), &(size_t){ 0 }) > 0)
		return 0;
	if (!read_head(sulih_view_slice(text, 0, end), &head) ||
	    !convinces(sulih_view_slice(text, 0, end), &head, common_word_follows(text, behind)))
		return 0;
	return behind - 1;
}
