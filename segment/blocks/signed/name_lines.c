/* Bylines that are nothing but a name, or a name and a date. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "lists.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/blocks/signed/signed.h"

/* `Ratna Dewi - 4 Maret 2024`, `Ratna Dewi | Suara Kita | Senin, 4 Maret 2024`: few words with
 * capitals, a dash or bar, and the date line. */
bool sulih_is_dated_signature(size_t index, struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 90, MOST_WORDS = 6 };
	static const char *const marks[] = { " - ", " | ", " \xE2\x80\x93 ", " \xC2\xB7 ",
					     " \xE2\x80\xA2 " };
	size_t words = 0, length;

	if (index == 0 || text.length > LONGEST || shape->finished)
		return false;
	for (size_t at = 0; at < text.length; at++) {
		struct sulih_view rest = sulih_view_slice(text, at, text.length);

		if (at == 0 || text.data[at - 1] == ' ') {
			if (!sulih_byte_is_upper(text.data[at]) || ++words > MOST_WORDS)
				return false;
		}
		length = text.data[at] == ' ' ? SULIH_VIEW_STARTS_WITH_ONE_OF(rest, marks) : 0;
		if (length == 0)
			continue;
		if ((sulih_byte_is_digit(text.data[text.length - 1]) ||
		     sulih_view_holds(rest, SULIH_VIEW("WI"))) &&
		    sulih_is_date_line(sulih_view_slice(rest, length, rest.length)))
			return true;
		at += length - 2; /* at the last blank but one: a word follows */
	}
	return false;
}

/* `Dosen Fakultas Psikologi Universitas X` below `Oleh Ratna Dewi`: what the writer is. */
bool sulih_is_affiliation(const struct sulih_segmentation *out, size_t index,
			  struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 110, MOST_WORDS = 14 };
	const char *blank = memchr(text.data, ' ', text.length);
	struct sulih_row title;
	char room[32];

	if (index == 0 || blank == NULL || text.length > LONGEST || shape->finished ||
	    shape->asks || shape->words > MOST_WORDS ||
	    shape->capitals + shape->small_function < shape->words ||
	    index + 1 == out->blocks.count ||
	    out->blocks.items[index - 1].role != SULIH_ROLE_BYLINE ||
	    !sulih_opens_article(out, index))
		return false;
	title = sulih_table_find(
		&sulih_list_titles,
		sulih_lower_key(sulih_view_slice(text, 0, (size_t)(blank - text.data)), room,
				sizeof(room)));
	return title.listed && (sulih_view_is(sulih_row_column(&title, 1), "profession") ||
				sulih_view_is(sulih_row_column(&title, 1), "office"));
}

/* `Ratna Dewi, M.Psi., Psikolog` below an article or its headline: who wrote it, with degrees and
 * profession. */
bool sulih_is_titled_name(const struct sulih_segmentation *out, size_t index,
			  struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 90 };
	struct sulih_view name = sulih_view_cut(&text, ',');

	if (index == 0 || text.length == 0 || text.length > LONGEST || shape->finished ||
	    shape->asks || (index + 4 < out->blocks.count && !sulih_opens_article(out, index)) ||
	    !sulih_is_listed_person(name))
		return false;
	while (text.length > 0) {
		struct sulih_view part = sulih_view_cut(&text, ','), word;
		char key[32], room[32];
		size_t length = 0;

		while (part.length > 0 && part.data[0] == ' ')
			part = sulih_view_slice(part, 1, part.length);
		for (size_t i = 0; i < part.length && length < sizeof(key); i++)
			if (part.data[i] != '.')
				key[length++] = part.data[i];
		word = sulih_lower_key(sulih_view_make(key, length), room, sizeof(room));
		if (word.length == 0 || !sulih_table_has(&sulih_list_titles, word))
			return false;
	}
	return true;
}

/* Two or more words that are names as far as the lists know, one of them given to children. */
bool sulih_is_listed_person(struct sulih_view text)
{
	if (!sulih_are_names(text))
		return false;
	while (text.length > 0) {
		if (sulih_table_has(&sulih_list_given_names, sulih_view_cut(&text, ' ')))
			return true;
	}
	return false;
}

/* `Ratna Dewi` alone: words that are names as far as the lists know, one given to children. */
static bool is_person(struct sulih_view text, const struct shape *shape)
{
	enum { MOST_WORDS = 4 };

	if (shape->words < 2 || shape->words > MOST_WORDS || shape->capitals != shape->words ||
	    shape->finished || shape->asks ||
	    memchr(text.data, ':', text.length) != NULL) /* Pelatih: Bambang Susilo */
		return false;
	return sulih_is_listed_person(text);
}

/* `Ratna Dewi - Kabar Pantai` between headline and article: a person, and an outlet that no list
 * knows. */
bool sulih_is_unknown_signature(const struct sulih_segmentation *out, size_t index,
				struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 60, MOST_WORDS = 7 };
	static const char *const marks[] = { " - ", " | ", " \xE2\x80\x93 " };
	const char *mark;
	size_t at;

	if (index == 0 || index > 3 || text.length > LONGEST || shape->finished || shape->asks ||
	    shape->words > MOST_WORDS || shape->capitals != shape->words ||
	    out->blocks.items[index - 1].role == SULIH_ROLE_BODY)
		return false;
	mark = memchr(text.data, '/', text.length); /* `Yulianto/Kabar Lereng` */
	if (mark != NULL)
		return sulih_table_has(&sulih_list_given_names,
				       sulih_view_slice(text, 0, (size_t)(mark - text.data)));
	for (size_t i = 0; i < SULIH_COUNT(marks); i++) {
		mark = memmem(text.data, text.length, marks[i], strlen(marks[i]));
		at = mark ? (size_t)(mark - text.data) : 0;
		if (at > 0)
			return sulih_is_listed_person(sulih_view_slice(text, 0, at));
	}
	return false;
}

/* `Sugiyanto` below a letter: one word that is given to children, and nothing else. */
static bool signs_alone(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			const struct shape *shape)
{
	char room[48];

	return index + 1 == out->blocks.count && shape->words == 1 && !shape->finished &&
	       !shape->asks && sulih_table_has(&sulih_list_given_names, text) &&
	       !sulih_word_known(sulih_lower_key(text, room, sizeof(room)));
}

/* `M. FAIZ ZAKI | ILONA ESTER` below an article: names with bars between. */
static bool are_joined_names(struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 90 };
	unsigned names = 0;

	if (text.length > LONGEST || shape->finished || shape->asks)
		return false;
	while (text.length > 0) {
		const char *bar = memmem(text.data, text.length, " | ", 3);
		size_t end = bar ? (size_t)(bar - text.data) : text.length;
		size_t at = end > 3 && text.data[1] == '.' && text.data[2] == ' ' ? 3 : 0;

		if (!sulih_are_names(sulih_view_slice(text, at, end)))
			return false;
		names++;
		text = sulih_view_slice(text, bar ? end + 3 : end, text.length);
	}
	return names > 1;
}

/* `ROSNIAWANTY FIKRI`: two to four words in capitals, names as far as the lists know. */
static bool is_shouted_person(struct sulih_view text, const struct shape *shape)
{
	return shape->words >= 2 && shape->words <= 4 && !shape->finished && !shape->asks &&
	       shape->upper == shape->letters && sulih_are_names(text);
}

/* Behind the block stands `Pilihan Editor: …`. */
static bool furniture_follows(const struct sulih_segmentation *out, size_t index)
{
	struct opening opening;

	return sulih_find_opening(sulih_running_slice(out, out->blocks.items[index + 1].span),
				  &opening) &&
	       opening.role == SULIH_ROLE_BOILERPLATE;
}

/* A person's name between headline and article, or below all of it. */
bool sulih_is_lone_name(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			const struct shape *shape)
{
	enum { SHORTEST = 70, SHORTEST_SENTENCE = 36 };
	struct sulih_view next;
	const struct sulih_block *block = &out->blocks.items[index];

	if (index > 1 && index + 1 < out->blocks.count && index + 4 > out->blocks.count &&
	    is_shouted_person(text, shape) && block[-1].role == SULIH_ROLE_BODY)
		return furniture_follows(out, index);
	if (index > 1 && index + 1 == out->blocks.count && are_joined_names(text, shape))
		return block[-1].role != SULIH_ROLE_HEADING;
	if (index == 0 || !(is_person(text, shape) || signs_alone(out, index, text, shape)))
		return false;
	if (index + 1 == out->blocks.count)
		return index > 1 && block[-1].role == SULIH_ROLE_BODY &&
		       block[-1].span.end - block[-1].span.start >= SHORTEST;
	next = sulih_running_slice(out, block[1].span);
	return index <= 3 && block[-1].role == SULIH_ROLE_HEADING &&
	       (next.length >= SHORTEST ||
		(next.length >= SHORTEST_SENTENCE && next.data[next.length - 1] == '.'));
}
