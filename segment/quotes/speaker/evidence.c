#include "segment/quotes/speaker/evidence.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"

enum { KEY_SIZE = 64 };

static unsigned class_bit(struct sulih_view name)
{
	static const struct {
		const char *name;
		unsigned bit;
	} classes[] = {
		{ "pronoun", IS_PRONOUN },   { "particle", IS_PARTICLE }, { "inner", IS_INNER },
		{ "naming", IS_NAMING },     { "opening", IS_OPENING },	  { "month", IS_MONTH },
		{ "kin", IS_KIN },	     { "paper", IS_PAPER },	  { "grown", IS_GROWN },
		{ "crowned", IS_CROWNED },   { "suspect", IS_SUSPECT },	  { "area", IS_AREA },
		{ "resident", IS_RESIDENT },
	};

	for (size_t i = 0; i < SULIH_COUNT(classes); i++)
		if (name.data[0] == classes[i].name[0] && sulih_view_is(name, classes[i].name))
			return classes[i].bit;
	return 0;
}

unsigned sulih_phrase_classes(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_row row = sulih_table_find(&sulih_list_phrase_words,
						sulih_token_key(tokens, index, room, sizeof(room)));
	struct sulih_view rest = sulih_row_column(&row, 1);
	unsigned classes = 0;

	if (!row.listed)
		return 0;
	while (rest.length > 0)
		classes |= class_bit(sulih_view_cut(&rest, ' '));
	return classes;
}

/* Whether a list has the word, of this class. */
static bool list_says(const struct sulih_table *table, const struct tokens *tokens, size_t index,
		      const char *class)
{
	char room[KEY_SIZE];

	return index < tokens->count &&
	       sulih_table_says(table, sulih_token_key(tokens, index, room, sizeof(room)), class);
}

bool sulih_phrase_says(const struct tokens *tokens, size_t index, const char *class)
{
	return list_says(&sulih_list_phrase_words, tokens, index, class);
}

bool sulih_is_beside_name(const struct tokens *tokens, size_t index, const char *class)
{
	return list_says(&sulih_list_beside_names, tokens, index, class);
}

bool sulih_ends_phrase(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(tokens, index, room, sizeof(room));
	struct sulih_word word;

	if (!sulih_word_find(key, &word) || word.affixes != 0)
		return false;
	return word.word_class == SULIH_WORD_PREPOSITION ||
	       word.word_class == SULIH_WORD_CONJUNCTION;
}

size_t sulih_match_place(const struct tokens *tokens, size_t at)
{
	static const struct sulih_table *const lists[] = { &sulih_list_exonyms,
							   &sulih_list_regencies,
							   &sulih_list_provinces };
	size_t best = 0;

	for (size_t i = 0; i < SULIH_COUNT(lists); i++) {
		struct sulih_row row;
		size_t count = sulih_match_tokens(tokens, at, lists[i], false, &row);

		/* exonyms name persons too: Putri Diana, Aristoteles */
		if (count > best && !sulih_view_is(sulih_row_column(&row, 1), "person"))
			best = count;
	}
	return best;
}

/* CNNIndonesia.com, tirto.id: an address ends with a label in small letters. */
static bool is_domain(struct sulih_view word)
{
	size_t at = word.length;

	while (at > 0 && sulih_byte_is_lower(word.data[at - 1]))
		at--;
	return at > 2 && word.length - at >= 2 && word.data[at - 1] == '.' &&
	       sulih_byte_is_letter(word.data[at - 2]);
}

bool sulih_is_outlet(const struct tokens *tokens, size_t at)
{
	char room[KEY_SIZE];
	struct sulih_span span = tokens->items[at].span;
	struct sulih_row row;

	return is_domain(sulih_view_slice(tokens->text, span.start, span.end)) ||
	       sulih_match_tokens(tokens, at, &sulih_list_outlets, true, &row) > 0 ||
	       sulih_table_has(&sulih_list_outlets,
			       sulih_lower_key(sulih_view_slice(tokens->text, span.start, span.end),
					       room, sizeof(room)));
}

bool sulih_is_given_name(const struct tokens *tokens, size_t at)
{
	struct sulih_span span = tokens->items[at].span;

	return sulih_table_has(&sulih_list_given_names,
			       sulih_view_slice(tokens->text, span.start, span.end));
}

bool sulih_is_village(const struct tokens *tokens, size_t at)
{
	enum { SHORTEST = 7, PARTS_SHORTEST = 3 };
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(tokens, at, room, sizeof(room));

	for (size_t cut = PARTS_SHORTEST; key.length >= SHORTEST && cut + 2 < key.length; cut++) {
		struct sulih_row row =
			sulih_table_find(&sulih_list_village_parts, sulih_view_slice(key, 0, cut));

		if (row.listed && sulih_view_is(sulih_row_column(&row, 1), "head"))
			return true;
		row = sulih_table_find(&sulih_list_village_parts,
				       sulih_view_slice(key, cut, key.length));
		if (row.listed && sulih_view_is(sulih_row_column(&row, 1), "tail"))
			return true;
	}
	return false;
}

size_t sulih_match_named_body(const struct tokens *tokens, size_t at)
{
	struct sulih_row row;
	size_t count = sulih_match_tokens(tokens, at, &sulih_list_organizations, false, &row);
	size_t other = sulih_match_tokens(tokens, at, &sulih_list_institutions, false, &row);

	count = count > other ? count : other;
	return count == 1 && sulih_is_given_name(tokens, at) ? 0 : count;
}

bool sulih_is_degree(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_row row = sulih_table_find(&sulih_list_titles,
						sulih_token_key(tokens, index, room, sizeof(room)));

	return row.listed && sulih_view_is(sulih_row_column(&row, 3), "after");
}

bool sulih_is_common(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(tokens, index, room, sizeof(room));

	return key.length > 2 && !sulih_is_given_name(tokens, index) && sulih_word_known(key);
}
