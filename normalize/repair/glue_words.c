/* What a blank can be missing between: known words, names, acronyms, brands. */
#include "normalize/repair/glue_words.h"

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "normalize/repair/glue.h"

static struct sulih_view lower(struct sulih_view word, char *room)
{
	return sulih_lower_key(word, room, SULIH_GLUE_LONGEST);
}

bool sulih_glue_find_word(struct sulih_view word, struct sulih_word *found)
{
	char room[SULIH_GLUE_LONGEST];

	return word.length >= 2 && sulih_word_find(lower(word, room), found);
}

bool sulih_glue_is_brand_start(struct sulih_view word)
{
	char room[SULIH_GLUE_LONGEST];

	return sulih_table_has(&sulih_list_never_parted, lower(word, room));
}

/* A listed name of that kind.  An outlet may have made one name of its own and another:
 * CNNIndonesia. */
static bool is_name_of(struct sulih_view word, const char *kind)
{
	struct sulih_row row = sulih_table_find(&sulih_list_glued_names, word);

	return row.listed && sulih_view_is(sulih_row_column(&row, 1), kind);
}

bool sulih_glue_is_place(struct sulih_view word)
{
	return is_name_of(word, "place");
}

/* The given names know which of them are words besides. */
bool sulih_glue_is_name(struct sulih_view word)
{
	uint32_t hash = sulih_table_hash(word);
	struct sulih_row row = sulih_table_find_hashed(&sulih_list_glued_names, word, hash);

	if (row.listed)
		return true;
	row = sulih_table_find_hashed(&sulih_list_given_names, word, hash);
	return row.listed && word.length >= 4 && sulih_row_column(&row, 3).length == 0;
}

/* "Vladimir": a person's name that names nothing else. */
static bool is_person(struct sulih_view word)
{
	return is_name_of(word, "person") ||
	       (sulih_glue_is_name(word) && sulih_table_has(&sulih_list_given_names, word));
}

/* Words that only link others: no brand begins with them, no name ends in them. */
static bool is_function_class(enum sulih_word_class class)
{
	return class == SULIH_WORD_PREPOSITION || class == SULIH_WORD_CONJUNCTION ||
	       class == SULIH_WORD_ADVERB || class == SULIH_WORD_PARTICLE ||
	       class == SULIH_WORD_DETERMINER || class == SULIH_WORD_PRONOUN;
}

/* "dilansir", "mengatakan": the verb of a clause.  Some are headwords with their prefix. */
static bool is_clause_verb(const struct sulih_word *word, struct sulih_view key)
{
	static const char *const prefixes[] = { "di", "me" };

	return word->word_class == SULIH_WORD_VERB &&
	       (word->affixes & (SULIH_AFFIX_ME | SULIH_AFFIX_DI) ||
		(key.length >= 7 && SULIH_VIEW_STARTS_WITH_ONE_OF(key, prefixes)));
}

/* "dilansir", "mengatakan", "dari": what follows without a blank is another word. */
static bool is_linking(const struct sulih_word *word, struct sulih_view key)
{
	return key.length >= 4 &&
	       (is_function_class(word->word_class) || is_clause_verb(word, key));
}

size_t sulih_glue_verb_before_word(struct sulih_view letters)
{
	struct sulih_word word;

	for (size_t n = letters.length; n-- > 6;) {
		struct sulih_view verb = sulih_view_slice(letters, 0, n);

		if (letters.length - n >= 4 && sulih_glue_find_word(verb, &word) &&
		    is_clause_verb(&word, verb) &&
		    sulih_glue_find_word(sulih_view_slice(letters, n, letters.length), &word))
			return n;
	}
	return 0;
}

size_t sulih_glue_name_before_word(struct sulih_view word)
{
	struct sulih_word found;

	if (sulih_glue_find_word(word, &found) || sulih_glue_is_name(word))
		return 0;
	for (size_t n = word.length - 1; n >= 2 && n < word.length; n--) {
		struct sulih_view name = sulih_view_slice(word, 0, n);
		struct sulih_view rest = sulih_view_slice(word, n, word.length);

		if (!sulih_byte_is_lower(rest.data[0]) || rest.length < 2 ||
		    !sulih_glue_is_name(name) ||
		    (n < 4 && !sulih_byte_is_upper(name.data[n - 1])) ||
		    !sulih_glue_find_word(rest, &found))
			continue;
		if (is_function_class(found.word_class) ||
		    ((found.word_class == SULIH_WORD_VERB ||
		      found.word_class == SULIH_WORD_ADJECTIVE) &&
		     rest.length >= 5))
			return n;
	}
	return 0;
}

/* A capitalised word or an acronym, nothing else: the shape of a name. */
static bool has_name_shape(struct sulih_view word)
{
	bool upper = true, lower_rest = true;

	for (size_t i = 1; i < word.length; i++) {
		upper &= sulih_byte_is_upper(word.data[i]);
		lower_rest &= sulih_byte_is_lower(word.data[i]);
	}
	return word.length >= 2 && (upper || (lower_rest && word.length >= 3));
}

/* The shape of a name, or a word with a capital: long enough to be no ending of a brand (tvOne). */
static bool is_long_name(struct sulih_view word)
{
	return word.length >= 5 && has_name_shape(word);
}

size_t sulih_glue_hump_end(struct sulih_view chunk, size_t start, size_t end)
{
	for (size_t i = start + 1; i < end; i++)
		if (sulih_byte_is_lower(chunk.data[i - 1]) && sulih_byte_is_upper(chunk.data[i]))
			return i;
	return end;
}

/* Presiden, Jenderal, Dokter; a brand may begin with a profession (DokterSehat). */
static bool is_title(struct sulih_view lower_word, bool or_profession)
{
	struct sulih_row row = sulih_table_find(&sulih_list_titles, lower_word);
	struct sulih_view kind;

	if (!row.listed)
		return false;
	kind = sulih_row_column(&row, 1);
	return sulih_view_is(kind, "office") || sulih_view_is(kind, "rank") ||
	       (or_profession && sulih_view_is(kind, "profession"));
}

/* A known word in small letters before a capital: "dilansirThe", "penggemarOne", "diBritish". */
static bool is_word_before_capital(const struct sulih_word *word, struct sulih_view left,
				   struct sulih_view right)
{
	struct sulih_word found;

	if (is_linking(word, left))
		return has_name_shape(right);
	if (is_function_class(word->word_class))
		return is_long_name(right) &&
		       (right.length >= 6 || sulih_glue_find_word(right, &found));
	return left.length >= 5 && has_name_shape(right);
}

bool sulih_glue_is_glued(struct sulih_view left, struct sulih_view right)
{
	char room[SULIH_GLUE_LONGEST];
	struct sulih_view key = lower(left, room);
	struct sulih_word word;
	bool known,
		right_name = sulih_glue_is_name(right) || sulih_glue_name_before_word(right) > 0;

	if (sulih_glue_is_brand_start(left))
		return false;
	known = left.length >= 2 && sulih_word_find(key, &word);
	/* a word of another language: "taxratioIndonesia" */
	if (sulih_byte_is_lower(left.data[0]) && !known && left.length >= 4)
		return sulih_glue_is_place(right) || sulih_glue_name_before_word(right) > 0 ||
		       (right_name && is_title(key, true));
	if (sulih_byte_is_lower(left.data[0]))
		return (known && (right_name || is_word_before_capital(&word, left, right))) ||
		       (right_name && is_title(key, true));
	if (left.length < 2 || !sulih_byte_is_lower(left.data[1]))
		return false;
	/* "RusiaVladimir Putin", "WayanKostermenyindir" */
	if ((sulih_glue_is_place(left) && is_person(right)) ||
	    (is_person(left) && sulih_glue_name_before_word(right) > 0))
		return true;
	/* A brand can begin with a capital one ("AntaraNews"), a slip is one word ("DiharapKAN").
	 */
	if (known && is_clause_verb(&word, key) && key.length >= 6)
		return right_name || has_name_shape(right);
	/* "PertahananRusiabelum": a word on either side of the name */
	if (known && key.length >= 5 && sulih_glue_name_before_word(right) > 0)
		return true;
	return (known && is_linking(&word, key) && right_name) ||
	       (right_name && is_title(key, true)) ||
	       ((is_title(key, false) || sulih_table_has(&sulih_list_glue_heads, key)) &&
		(right_name || is_long_name(right)));
}

size_t sulih_glue_word_before_outlet(struct sulih_view letters)
{
	struct sulih_word found;

	for (size_t n = 4; n + 4 <= letters.length; n++) {
		struct sulih_row row = sulih_table_find(
			&sulih_list_never_parted, sulih_view_slice(letters, n, letters.length));

		if (row.listed && sulih_view_is(sulih_row_column(&row, 1), "outlet") &&
		    sulih_glue_find_word(sulih_view_slice(letters, 0, n), &found))
			return n;
	}
	return 0;
}

/* GUSDURian, SLANKers: who follows whom the capitals name; no blank lacks there. */
static bool is_followers(struct sulih_view ending)
{
	return sulih_view_is(ending, "ian") || sulih_view_is(ending, "ers") ||
	       sulih_view_is(ending, "isme");
}

size_t sulih_glue_acronym_before_word(struct sulih_view run)
{
	struct sulih_word word;
	struct sulih_view rest;
	size_t capitals = 0;

	while (capitals < run.length && sulih_byte_is_upper(run.data[capitals]))
		capitals++;
	if (capitals < 2 || capitals == run.length || sulih_glue_find_word(run, &word))
		return 0;
	rest = sulih_view_slice(run, capitals, run.length);
	if (is_followers(rest))
		return 0;
	if ((sulih_glue_find_word(rest, &word) && is_linking(&word, rest)) ||
	    sulih_glue_verb_before_word(rest) > 0)
		return capitals;
	/* the last capital is that of the word: CNNIndonesia is an outlet */
	rest = sulih_view_slice(run, --capitals, run.length);
	if (capitals < 2 || is_name_of(sulih_view_slice(run, 0, capitals), "outlet"))
		return 0;
	/* a name in capitals is longer than most acronyms: "GHARABLIUmat" */
	return sulih_glue_is_name(rest) || sulih_glue_name_before_word(rest) > 0 ||
			       ((is_long_name(rest) || (capitals > 5 && rest.length == 4)) &&
				sulih_glue_find_word(rest, &word))
		       ? capitals
		       : 0;
}
