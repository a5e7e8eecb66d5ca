/* The title of a link and the sentence glued to it: where the one ends and the other begins. */
#include "segment/sentences/link_title.h"

#include <strings.h>

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "lists.h"
#include "segment/sentences/furniture.h"
#include "segment/sentences/words.h"

/* A title has at least so many words, and no more. */
enum { FEWEST = 3, MOST = 24, KEY_SIZE = 64 };

/* Small letters, in no headline: it is running text. */
static bool is_small_word(struct sulih_view word)
{
	return word.length > 3 && sulih_byte_is_lower(word.data[0]) &&
	       !sulih_table_has(&sulih_list_title_small, word);
}

static struct sulih_view next_word(struct sulih_view text, size_t at)
{
	size_t end = at;

	while (end < text.length && text.data[end] != ' ')
		end++;
	return sulih_view_slice(text, at, end);
}

/* How many of the next `reach` words are small and no headline leaves them so; *comma: a comma
 * stands before the first. */
static unsigned count_small(struct sulih_view text, size_t at, unsigned reach, bool *comma)
{
	unsigned small = 0;

	*comma = false;
	for (unsigned words = 0; words < reach && at < text.length; words++) {
		struct sulih_view word = next_word(text, at);

		small += is_small_word(word);
		*comma |= small == 0 && word.length > 0 && word.data[word.length - 1] == ',';
		at += word.length + 1;
	}
	return small;
}

/* Small words amid the next ten: it is running text. */
static bool is_prose(struct sulih_view text, size_t at)
{
	bool comma;

	return count_small(text, at, 10, &comma) >= 3;
}

/* `… Harga Beras Naik Ia menambahkan hal lain.`: of a short sentence its first word tells. */
static bool begins_prose(struct sulih_view text, size_t at)
{
	return is_prose(text, at) || sulih_starts_strongly(next_word(text, at));
}

/* `Sementara Palembang, Medan, Padang diperkirakan hujan.`, `Pantauan di Gedung X, Jumat (22/8),
 * para saksi hadir.`: names and dates push the small words farther off. */
static bool goes_on_in_prose(struct sulih_view text, size_t at)
{
	bool comma;
	unsigned small = count_small(text, at, 16, &comma);

	return is_prose(text, at) || small >= 4 || (small >= 3 && comma) ||
	       (small >= 2 && sulih_starts_strongly(next_word(text, at)));
}

/* `Baca Juga Warga berharap …`: the link's title is lost, the article goes on. */
static size_t empty_link_end(struct sulih_view text, size_t at)
{
	static const char *const phrases[] = { "Baca Juga ", "Baca juga ", "BACA JUGA " };
	size_t title = at + SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, text.length),
							  phrases);

	return title > at && title < text.length &&
			       (sulih_byte_is_upper(text.data[title]) || text.data[title] == '"' ||
				(unsigned char)text.data[title] == 0xE2) &&
			       goes_on_in_prose(text, title)
		       ? title - 1
		       : at;
}

/* The words of a link's title and of what stands behind it. */
struct link {
	struct sulih_view words[MOST];
	unsigned count;
};

/* A quotation mark at the head of a word: a title does not quote behind its third word. */
static bool opens_quote(struct sulih_view word)
{
	return word.length > 1 &&
	       (word.data[0] == '"' || sulih_view_starts(word, SULIH_VIEW("\xE2\x80\x9C")));
}

static bool has_capital(const struct link *link, unsigned i)
{
	return sulih_byte_is_upper(link->words[i].data[0]);
}

/* A stop or bracket at the word's end parts it from the next. */
static bool is_closed(const struct link *link, unsigned i)
{
	struct sulih_view word = link->words[i];

	return strchr(",:;?!)", word.data[word.length - 1]) != NULL;
}

static bool is_title_word(const struct link *link, unsigned i)
{
	char room[KEY_SIZE];

	return has_capital(link, i) &&
	       sulih_table_has(&sulih_list_titles,
			       sulih_lower_key(link->words[i], room, sizeof(room)));
}

/* Part of a person's name: a given name, or no word and no place that is known.  A name that is a
 * word (Budi, Untung) must stand behind a title or a bracket, it may be the title's last word. */
static bool is_name_part(const struct link *link, unsigned i)
{
	char room[KEY_SIZE];
	struct sulih_view word = link->words[i];
	struct sulih_row given;

	if (word.data[word.length - 1] == ',')
		word.length--;
	if (!has_capital(link, i) || sulih_table_has(&sulih_list_exonyms, word) ||
	    sulih_table_has(&sulih_list_provinces, word) ||
	    sulih_table_has(&sulih_list_regencies, word))
		return false;
	given = sulih_table_find(&sulih_list_given_names, word);
	if (!given.listed || sulih_row_column(&given, 3).length > 0)
		return !sulih_word_known(sulih_lower_key(word, room, sizeof(room))) ||
		       (given.listed && i > 0 &&
			(is_closed(link, i - 1) || is_title_word(link, i - 1)));
	return true;
}

/* A verb, adverb or auxiliary is no part of an office: `Presiden Minta Harga Turun Joko berkata`.
 */
static bool is_in_office(const struct link *link, unsigned i)
{
	char room[KEY_SIZE];
	struct sulih_word word;

	if (is_closed(link, i))
		return link->words[i].data[0] == '('; /* Kementerian Perhubungan (Kemenhub) */
	return !sulih_word_find(sulih_lower_key(link->words[i], room, sizeof(room)), &word) ||
	       (word.word_class != SULIH_WORD_VERB && word.word_class != SULIH_WORD_ADVERB &&
		word.word_class != SULIH_WORD_PARTICLE);
}

/* `Sebelumnya,` before the subject */
static bool is_starter(const struct link *link, unsigned i)
{
	char room[KEY_SIZE];
	struct sulih_view word = link->words[i];

	return word.data[word.length - 1] == ',' &&
	       sulih_table_has(&sulih_list_starters,
			       sulih_lower_key(sulih_view_slice(word, 0, word.length - 1), room,
					       sizeof(room)));
}

/*
 * The subject that ends in the name of a person at word `last` begins with the name's first word,
 * or with the office before it: `Ekonom China di Capital Economics Julian | Evans-Pritchard`.
 */
static unsigned subject_start(const struct link *link, unsigned last)
{
	unsigned name = last, office;

	if (!is_name_part(link, last))
		return last;
	while (name > FEWEST && is_name_part(link, name - 1) && !is_closed(link, name - 1))
		name--;
	for (office = name; office > FEWEST; office--) {
		if (!is_in_office(link, office - 1))
			return name;
		if (is_title_word(link, office - 1))
			break;
	}
	if (office <= FEWEST)
		return name;
	while (office > FEWEST && is_title_word(link, office - 1) && !is_closed(link, office - 1))
		office--;
	return office - (office > FEWEST && is_starter(link, office - 1));
}

static size_t word_start(struct sulih_view text, const struct link *link, unsigned i)
{
	return (size_t)(link->words[i].data - text.data);
}

/*
 * `Baca juga: Polisi Sita Sepuluh Motor Curian Adapun para pelaku ditahan.`: the title is in Title
 * Case and has no stop, the article goes on in small letters.  The word with a capital before them
 * begins its sentence, or is the last of a name that does.
 */
static size_t titled_link_end(struct sulih_view text, size_t at)
{
	struct link link = { .count = 0 };
	unsigned capital = 0;
	const char *colon =
		memchr(text.data + at, ':', text.length - at > 16 ? 16 : text.length - at);
	struct sulih_view word;

	if (colon == NULL || sulih_furniture_before(text, at, (size_t)(colon - text.data)) != at ||
	    strncasecmp(text.data + at, "baca", 4) != 0)
		return at;
	for (size_t i = (size_t)(colon - text.data) + 1; i < text.length && link.count < MOST;
	     i += word.length + 1) {
		word = next_word(text, i);
		if (word.length == 0)
			continue;
		if (opens_quote(word) && link.count >= FEWEST)
			return i;
		link.words[link.count] = word;
		if (has_capital(&link, link.count)) {
			capital = link.count;
		} else if (is_small_word(word)) {
			return capital >= FEWEST &&
					       begins_prose(text,
							    word_start(text, &link, capital)) &&
					       memchr(text.data + i, '.', text.length - i)
				       ? word_start(text, &link, subject_start(&link, capital))
				       : at;
		}
		link.count++;
		if (strchr(".?!", word.data[word.length - 1]) != NULL)
			break;
	}
	return at;
}

size_t sulih_link_end(struct sulih_view text, size_t at)
{
	size_t end = empty_link_end(text, at);

	return end > at ? end : titled_link_end(text, at);
}
