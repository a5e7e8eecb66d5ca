#include "segment/sentences/words.h"

#include "base/fold.h"
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "lists.h"

#define KEY_ROOM 80

enum abbreviation sulih_abbreviation(struct sulih_view word, bool *noun)
{
	static const char *const kinds[] = {
		[ABBREVIATION_TITLE] = "title",	      [ABBREVIATION_COMPANY] = "company",
		[ABBREVIATION_NUMBER] = "number",     [ABBREVIATION_NUMERIC] = "numeric",
		[ABBREVIATION_CURRENCY] = "currency", [ABBREVIATION_PHRASE] = "phrase",
		[ABBREVIATION_DEGREE] = "degree",     [ABBREVIATION_SUFFIX] = "suffix",
		[ABBREVIATION_ETC] = "etc",	      [ABBREVIATION_UNIT] = "unit",
		[ABBREVIATION_MONTH] = "month",
	};
	char room[KEY_ROOM];
	struct sulih_row row;
	struct sulih_view kind, flag;

	*noun = false;
	if (word.length == 0 || word.length > 20)
		return ABBREVIATION_NONE;
	row = sulih_fold_find(&sulih_list_abbreviations, word, room, sizeof(room));
	if (!row.listed)
		return ABBREVIATION_NONE;
	kind = sulih_row_column(&row, 1);
	flag = sulih_row_column(&row, 2);
	if (sulih_view_is(flag, "cap") && sulih_byte_is_lower(word.data[0]))
		return ABBREVIATION_NONE;
	/* `KA` is a train, `Ka.` a head of office: Title Case is the abbreviation's */
	*noun = flag.length > 0 && !(word.length > 1 && sulih_byte_is_upper(word.data[0]) &&
				     sulih_byte_is_lower(word.data[1]));
	for (unsigned i = ABBREVIATION_TITLE; i <= ABBREVIATION_MONTH; i++)
		if (sulih_view_is(kind, kinds[i]))
			return (enum abbreviation)i;
	return ABBREVIATION_NONE;
}

static struct sulih_row look_up(const struct sulih_table *table, struct sulih_view word)
{
	char room[KEY_ROOM];

	return sulih_fold_find(table, word, room, sizeof(room));
}

/* A word of the closed classes: `Mereka`, `Menurut`, `Tidak`.  No name is one. */
static bool is_function_word(struct sulih_view lower)
{
	struct sulih_word word;

	if (!sulih_word_find(lower, &word))
		return false;
	switch (word.word_class) {
	case SULIH_WORD_PRONOUN:
	case SULIH_WORD_PREPOSITION:
	case SULIH_WORD_CONJUNCTION:
	case SULIH_WORD_DETERMINER:
	case SULIH_WORD_PARTICLE:
	case SULIH_WORD_QUESTION:
		return lower.length > 1;
	default:
		return (word.affixes & SULIH_AFFIX_NYA) != 0 && lower.length > 5;
	}
}

bool sulih_starts_strongly(struct sulih_view word)
{
	char room[KEY_ROOM];
	struct sulih_view lower = sulih_lower_key(word, room, sizeof(room));
	struct sulih_row row = sulih_table_find(&sulih_list_starters, lower);

	if (row.listed)
		return sulih_view_is(sulih_row_column(&row, 1), "strong");
	return is_function_word(lower);
}

bool sulih_is_plain_word(struct sulih_view word)
{
	char room[KEY_ROOM];
	struct sulih_view lower = sulih_lower_key(word, room, sizeof(room));

	return lower.length > 1 &&
	       (sulih_table_has(&sulih_list_starters, lower) || sulih_word_known(lower));
}

bool sulih_is_label_noun(struct sulih_view word)
{
	char room[KEY_ROOM];
	struct sulih_view lower = sulih_lower_key(word, room, sizeof(room));

	/* golongan darahnya O. */
	return sulih_table_has(&sulih_list_labels, lower) ||
	       (sulih_view_ends(lower, SULIH_VIEW("nya")) &&
		sulih_table_has(&sulih_list_labels, sulih_view_slice(lower, 0, lower.length - 3)));
}

/* Clitics of the speaker: `ujarnya`, `kataku`. */
static struct sulih_view without_clitic(struct sulih_view lower)
{
	if (lower.length > 6 && sulih_view_ends(lower, SULIH_VIEW("nya")))
		lower.length -= 3;
	return lower;
}

bool sulih_is_attribution(struct sulih_view word)
{
	char room[KEY_ROOM];
	struct sulih_view lower = sulih_lower_key(word, room, sizeof(room));

	return sulih_table_has(&sulih_list_attributions, lower) ||
	       sulih_table_has(&sulih_list_saying_verbs, without_clitic(lower));
}

bool sulih_is_saying_predicate(struct sulih_view word)
{
	struct sulih_row row = look_up(&sulih_list_saying_verbs, word);

	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "precedes") &&
	       sulih_view_is(sulih_row_column(&row, 2), "strong");
}

bool sulih_is_name_part(struct sulih_view word)
{
	return sulih_table_has(&sulih_list_given_names, word);
}

bool sulih_is_title(struct sulih_view word)
{
	return look_up(&sulih_list_titles, word).listed;
}

/* What stands behind the last of the signs, one or two. */
struct sulih_view sulih_behind_last(struct sulih_view word, const char *signs)
{
	size_t at = word.length;
	char one = signs[0], other = signs[1] != '\0' ? signs[1] : one;

	while (at > 0 && word.data[at - 1] != one && word.data[at - 1] != other)
		at--;
	return sulih_view_slice(word, at, word.length);
}

size_t sulih_trailing_digits(struct sulih_view word)
{
	size_t at = word.length;

	while (at > 0 && sulih_byte_is_digit(word.data[at - 1]))
		at--;
	return word.length - at;
}

bool sulih_is_single_letter(struct sulih_view word)
{
	size_t used;
	uint32_t c;

	if (word.length == 0 || word.length > 2)
		return false;
	c = sulih_utf8_decode(word.data, word.length, &used);
	return used == word.length && sulih_is_letter(c);
}

bool sulih_is_roman(struct sulih_view word)
{
	if (word.length == 0 || word.length > 7)
		return false;
	for (size_t i = 0; i < word.length; i++)
		if (memchr("IVXL", word.data[i], 4) == NULL)
			return false;
	return true;
}

bool sulih_is_digits(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] < '0' || word.data[i] > '9')
			return false;
	return word.length > 0;
}

static bool is_label(struct sulih_view word, bool file)
{
	struct sulih_row row = look_up(&sulih_list_net_endings, word);

	return row.listed && sulih_row_says(&row, "label") &&
	       (!file || sulih_row_says(&row, "file"));
}

bool sulih_is_domain_label(struct sulih_view word)
{
	return is_label(word, false);
}

bool sulih_is_file_label(struct sulih_view word)
{
	return is_label(word, true);
}
