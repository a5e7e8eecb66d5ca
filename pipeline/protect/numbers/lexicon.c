/* What tokens say: their text, their role by the list of words, phrases of other lists. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

enum { KEY_SIZE = 96, ROLE_WORD_MAX = 24 };

const struct token sulih_figures_nothing = { .kind = TOKEN_MARK, .english = "", .gap = true };

static const struct {
	const char *name;
	enum role role;
} roles[] = {
	{ "age", ROLE_AGE },
	{ "article", ROLE_ARTICLE },
	{ "article-code", ROLE_IP },
	{ "century", ROLE_CENTURY },
	{ "clause", ROLE_CLAUSE },
	{ "clock", ROLE_CLOCK },
	{ "comma", ROLE_COMMA },
	{ "currency", ROLE_CURRENCY },
	{ "date", ROLE_DATE },
	{ "daypart", ROLE_DAYPART },
	{ "digit", ROLE_DIGIT },
	{ "era", ROLE_ERA },
	{ "fixed", ROLE_FIXED },
	{ "half", ROLE_HALF },
	{ "hijri", ROLE_HIJRI },
	{ "joiner", ROLE_JOINER },
	{ "law", ROLE_LAW },
	{ "letter", ROLE_LETTER },
	{ "letter-scale", ROLE_LETTER_SCALE },
	{ "month", ROLE_MONTH },
	{ "number", ROLE_NUMBER },
	{ "one-scale", ROLE_ONE_SCALE },
	{ "ordinal", ROLE_ORDINAL },
	{ "past", ROLE_PAST },
	{ "phone", ROLE_PHONE },
	{ "point", ROLE_POINT },
	{ "quarter", ROLE_QUARTER },
	{ "scale", ROLE_SCALE },
	{ "scale-about", ROLE_SCALE_ABOUT },
	{ "score", ROLE_SCORE },
	{ "short-scale", ROLE_SHORT_SCALE },
	{ "teens", ROLE_TEENS },
	{ "tens", ROLE_TENS },
	{ "traffic", ROLE_TRAFFIC },
	{ "weekday", ROLE_WEEKDAY },
	{ "which", ROLE_WHICH },
	{ "year", ROLE_YEAR },
	{ "zone", ROLE_ZONE },
};

bool sulih_figures_is_capitals(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	for (size_t at = t->start; at < t->end; at++)
		if (f->text.data[at] < 'A' || f->text.data[at] > 'Z')
			return false;
	return t->kind == TOKEN_WORD;
}

bool sulih_figures_is_digits(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->kind != TOKEN_NUMBER)
		return false;
	for (size_t at = t->start; at < t->end; at++)
		if (f->text.data[at] == '.' || f->text.data[at] == ',')
			return false;
	return true;
}

bool sulih_figures_is_year(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return sulih_figures_length(t) == 4 && sulih_figures_is_digits(f, i) &&
	       (f->text.data[t->start] == '1' || f->text.data[t->start] == '2');
}

/* The word at `i` in small letters; empty when it is none, or longer than any that is asked for. */
static struct sulih_view lower_word(const struct figures *f, size_t i, char room[ROLE_WORD_MAX])
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->kind != TOKEN_WORD || t->end - t->start > ROLE_WORD_MAX)
		return SULIH_VIEW("");
	return sulih_lower_key(sulih_figures_text(f, t), room, ROLE_WORD_MAX);
}

bool sulih_figures_says(const struct figures *f, size_t i, const char *small)
{
	char room[ROLE_WORD_MAX];

	return sulih_view_is(lower_word(f, i, room), small);
}

bool sulih_figures_is_cue(const struct figures *f, size_t i, const char *class)
{
	char room[ROLE_WORD_MAX];

	return sulih_table_says(&sulih_list_figure_cues, lower_word(f, i, room), class);
}

bool sulih_figures_stem_is_cue(const struct figures *f, size_t i, const char *class)
{
	char room[ROLE_WORD_MAX];
	struct sulih_view word = lower_word(f, i, room);

	if (sulih_view_ends(word, SULIH_VIEW("nya")))
		word.length -= 3;
	return sulih_table_says(&sulih_list_figure_cues, word, class);
}

static enum role role_of(const char *name)
{
	for (size_t i = 0; i < SULIH_COUNT(roles); i++)
		if (roles[i].name[0] == name[0] && strcmp(roles[i].name, name) == 0)
			return roles[i].role;
	return ROLE_NONE;
}

static struct figure_word read_row(const struct sulih_row *row)
{
	return (struct figure_word){ .role = role_of(sulih_row_column(row, 1).data),
				     .value = atoi(sulih_row_column(row, 2).data),
				     .english = sulih_row_column(row, 3).data };
}

bool figure_word_find(const struct name_word *word, struct figure_word *found)
{
	struct sulih_row row = { .listed = false };

	if (word->lower.length > 0 && word->lower.length <= ROLE_WORD_MAX)
		row = WORD_ROW(word, figure_words);
	if (row.listed)
		*found = read_row(&row);
	return row.listed;
}

void sulih_figures_take(struct token *token, const struct figure_word *word)
{
	token->role = word->role;
	token->value = word->value;
	token->english = word->english;
}

void sulih_figures_look_up(struct token *token, struct sulih_view word, bool ascii)
{
	char room[ROLE_WORD_MAX];
	struct figure_word found;
	struct sulih_row row;

	if (word.length > ROLE_WORD_MAX)
		return;
	/* by its first letter and length most words are none of the list */
	if (ascii && !sulih_table_has_length(&sulih_list_figure_words,
					     sulih_byte_lower(word.data[0]), word.length))
		return;
	row = sulih_table_find(&sulih_list_figure_words, sulih_lower_key(word, room, sizeof(room)));
	if (!row.listed)
		return;
	found = read_row(&row);
	sulih_figures_take(token, &found);
}

/* Whether the word at `i` is `small`, of one or two letters, whatever its case. */
static bool is_short(const struct figures *f, size_t i, const char *small)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t length = strlen(small);

	if (t->kind != TOKEN_WORD || sulih_figures_length(t) != length)
		return false;
	for (size_t k = 0; k < length; k++)
		if ((f->text.data[t->start + k] | 32) != small[k])
			return false;
	return true;
}

/* hingga, sampai, sampai dengan, s.d., s/d, sd, S.D. */
size_t sulih_figures_until(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role == ROLE_JOINER && strcmp(t->english, "to") == 0)
		return sulih_figures_says(f, i + 1, "dengan") ? i + 2 : i + 1;
	if (is_short(f, i, "sd"))
		return i + 1;
	if (!is_short(f, i, "s") ||
	    !(sulih_figures_is_tight(f, i + 1, '/') || sulih_figures_is_tight(f, i + 1, '.')) ||
	    !is_short(f, i + 2, "d"))
		return 0;
	return sulih_figures_is_tight(f, i + 3, '.') ? i + 4 : i + 3;
}

/* 1.000-an, 50an, TAHUN 70-AN */
size_t sulih_figures_about(const struct figures *f, size_t i)
{
	size_t word = sulih_figures_is_tight(f, i, '-') ? i + 1 : i;

	return !sulih_figures_token(f, word)->gap && is_short(f, word, "an") ? word + 1 : 0;
}

/* Appends the word at `i` in lower case, with what a hyphen or slash ties to it
 * ("undang-undang", "km/jam"); *first gets the length of the key without that.  The index
 * behind, or 0 when it is no word. */
static size_t append_word(const struct figures *f, size_t i, char key[KEY_SIZE], size_t *length,
			  size_t *first)
{
	const struct token *t = sulih_figures_token(f, i);
	struct sulih_view low;

	if (t->kind != TOKEN_WORD || *length >= KEY_SIZE)
		return 0;
	low = sulih_lower_key(sulih_figures_text(f, t), key + *length, KEY_SIZE - *length);
	if (low.length == 0)
		return 0;
	*length += low.length;
	*first = *length;
	i++;
	while ((sulih_figures_is_tight(f, i, '-') || sulih_figures_is_tight(f, i, '/')) &&
	       sulih_figures_token(f, i + 1)->kind == TOKEN_WORD &&
	       !sulih_figures_token(f, i + 1)->gap && *length + 1 < KEY_SIZE) {
		size_t before = *length;

		key[(*length)++] = (char)sulih_figures_token(f, i)->mark;
		low = sulih_lower_key(sulih_figures_text(f, sulih_figures_token(f, i + 1)),
				      key + *length, KEY_SIZE - *length);
		if (low.length == 0) {
			*length = before;
			break;
		}
		*length += low.length;
		i += 2;
	}
	return i;
}

struct sulih_row sulih_figures_phrase(const struct figures *f, const struct sulih_table *table,
				      size_t i, size_t *end)
{
	struct sulih_row best = { table, NULL, false, false };
	char key[KEY_SIZE];
	size_t length = 0, first, next;

	for (;; i = next) {
		struct sulih_row row, alone;

		next = append_word(f, i, key, &length, &first);
		if (next == 0)
			break;
		row = sulih_table_find(table, sulih_view_make(key, length));
		if (row.listed) {
			best = row;
			*end = next;
		} else if (first < length) {
			/* "kilometer/liter", "dolar AS/ton" are in no list, but their first words
			 */
			alone = sulih_table_find(table, sulih_view_make(key, first));
			if (alone.listed) {
				best = alone;
				*end = i + 1;
			}
		}
		if (!row.longer || length + 1 >= KEY_SIZE || !sulih_figures_token(f, next)->gap)
			break;
		key[length++] = ' ';
	}
	return best;
}
