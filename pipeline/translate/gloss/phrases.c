/* Words that are one unit: phrases of the list, and offices and ranks by their English name. */
#include "pipeline/translate/gloss/units.h"

#include "base/letter.h"
#include "lists.h"

/* Lower-cases the words of units first … last, parted by blanks, into `room`. */
static struct sulih_view phrase_key(const struct unit *first, size_t words,
				    char room[GLOSS_KEY_MAX])
{
	size_t length = 0;

	for (size_t i = 0; i < words; i++) {
		struct sulih_view key;

		if (i > 0 && length < GLOSS_KEY_MAX)
			room[length++] = ' ';
		key = sulih_lower_key(first[i].source, room + length, GLOSS_KEY_MAX - length);
		if (key.length == 0)
			return key;
		length += key.length;
	}
	return sulih_view_make(room, length);
}

/* A key that units begin with. */
struct matched {
	struct sulih_row row;
	size_t words;
	unsigned affixes;
};

static bool is_office(const struct sulih_row *row)
{
	const struct sulih_view kind = sulih_row_column(row, 1);

	return row->listed && sulih_row_column(row, 2).length > 0 &&
	       (sulih_view_is(kind, "office") || sulih_view_is(kind, "rank"));
}

/* The longest phrase that begins at `unit`; also with -nya on its last word. */
static struct matched match_phrase(const struct unit *unit, size_t most)
{
	struct matched best = { .words = 0 };
	char room[GLOSS_KEY_MAX];
	bool longer = true;

	for (size_t words = 1; words <= most && longer; words++) {
		struct sulih_view key = phrase_key(unit, words, room);
		struct sulih_row row;

		if (words > 1 && (unit[words - 1].kind != UNIT_WORD || !unit[words - 1].joined))
			break;
		row = sulih_table_find(&sulih_list_phrases, key);
		if (row.listed) {
			best = (struct matched){ row, words, 0 };
		} else if (words > 1 && key.length > 4 && sulih_view_ends(key, SULIH_VIEW("nya"))) {
			key.length -= 3;
			row = sulih_table_find(&sulih_list_phrases, key);
			if (row.listed)
				best = (struct matched){ row, words, SULIH_AFFIX_NYA };
			break;
		}
		longer = row.longer;
	}
	return best;
}

/* Kombes. Pol.: the list of titles is written without stops. */
static bool goes_on(const struct unit *unit)
{
	return unit->kind == UNIT_WORD && (unit->joined || sulih_view_is(unit->gap, ". "));
}

/* Kepala Kejaksaan Negeri: the longest office or rank that begins at `unit`. */
static struct matched match_office(const struct unit *unit, size_t most)
{
	struct matched best = { .words = 0 };
	char room[GLOSS_KEY_MAX];
	bool longer = true;

	for (size_t words = 1; words <= most && longer; words++) {
		struct sulih_row row;

		if (words > 1 && !goes_on(&unit[words - 1]))
			break;
		row = sulih_table_find(&sulih_list_titles, phrase_key(unit, words, room));
		if (is_office(&row))
			best = (struct matched){ row, words, 0 };
		longer = row.longer;
	}
	return best;
}

static void fill_phrase(struct unit *unit, const struct matched *found)
{
	unit->found = true;
	unit->key = sulih_row_column(&found->row, 0);
	unit->word.row = found->row;
	unit->word.gloss = sulih_row_column(&found->row, 2);
	unit->word.affixes = found->affixes;
	unit->word.head_class = unit->word.word_class =
		sulih_word_class_of(sulih_row_column(&found->row, 1));
}

/* The list has offices with capitals, as they stand before a name: seorang menko is a coordinating
 * minister, but the letters of CEO stay. */
static struct sulih_view in_small_letters(struct sentence *sentence, struct sulih_view english)
{
	char *letters = sulih_arena_alloc(sentence->arena, english.length);

	if (letters == NULL) {
		sentence->failed = true;
		return english;
	}
	memcpy(letters, english.data, english.length);
	for (size_t i = 0; i + 1 < english.length; i++)
		if ((i == 0 || letters[i - 1] == ' ' || letters[i - 1] == '-') &&
		    sulih_byte_is_lower(letters[i + 1]))
			letters[i] = sulih_byte_lower(letters[i]);
	return sulih_view_make(letters, english.length);
}

static void fill_office(struct sentence *sentence, struct unit *unit, const struct matched *found)
{
	struct unit *next = &unit[found->words];

	/* Brigjen. Pol. ⟦Hari⟧: the stops are the short form's, and the English is none */
	if (next->kind != UNIT_END && sulih_view_is(next->gap, ". ") &&
	    sulih_view_is(sulih_row_column(&found->row, 1), "rank")) {
		next->gap = SULIH_VIEW(" ");
		next->joined = true;
	}
	fill_phrase(unit, found);
	unit->word.head_class = unit->word.word_class = SULIH_WORD_NOUN;
	unit->word.gloss = in_small_letters(sentence, unit->word.gloss);
}

size_t sulih_gloss_phrase(struct sentence *sentence, struct unit *unit, size_t most)
{
	struct matched phrase = match_phrase(unit, most), office = match_office(unit, most);
	bool known = phrase.words > 0;
	struct sulih_word word;
	char room[GLOSS_KEY_MAX];

	/* Menkeu, Kapolrestabes: an office of one word that is no word of the language */
	if (office.words == 1 && !known)
		known = sulih_word_find(phrase_key(unit, 1, room), &word);
	if (office.words > (known ? 1 : 0) && office.words > phrase.words) {
		fill_office(sentence, unit, &office);
		return office.words;
	}
	if (phrase.words > 0)
		fill_phrase(unit, &phrase);
	return phrase.words;
}
