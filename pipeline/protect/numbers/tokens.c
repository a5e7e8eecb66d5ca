#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

enum { KEY_SIZE = 96, ROLE_WORD_MAX = 24 };

static const struct token nothing = { .kind = TOKEN_MARK, .english = "", .gap = true };

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

const struct token *sulih_figures_token(const struct figures *f, size_t i)
{
	return i < f->tokens.count ? &f->tokens.items[i] : &nothing;
}

struct sulih_view sulih_figures_text(const struct figures *f, const struct token *token)
{
	return sulih_view_slice(f->text, token->start, token->end);
}

bool sulih_figures_is_mark(const struct figures *f, size_t i, uint32_t mark)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_MARK && t->mark == mark;
}

bool sulih_figures_is_tight(const struct figures *f, size_t i, uint32_t mark)
{
	return sulih_figures_is_mark(f, i, mark) && !sulih_figures_token(f, i)->gap;
}

bool sulih_figures_is_role(const struct figures *f, size_t i, enum role role)
{
	return sulih_figures_token(f, i)->role == role;
}

bool sulih_figures_is_capitals(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	for (size_t at = t->start; at < t->end; at++)
		if (f->text.data[at] < 'A' || f->text.data[at] > 'Z')
			return false;
	return t->kind == TOKEN_WORD;
}

bool sulih_figures_is_one_of(const struct figures *f, size_t i, const char *const *words,
			     size_t count)
{
	const struct token *t = sulih_figures_token(f, i);
	char room[ROLE_WORD_MAX];
	struct sulih_view low;

	if (t->kind != TOKEN_WORD || t->end - t->start > ROLE_WORD_MAX)
		return false;
	low = sulih_lower_key(sulih_figures_text(f, t), room, sizeof(room));
	for (size_t w = 0; w < count; w++)
		if (sulih_view_is(low, words[w]))
			return true;
	return false;
}

static void look_up_role(struct token *token, struct sulih_view word)
{
	char room[ROLE_WORD_MAX];
	struct sulih_row row;
	struct sulih_view name;

	if (word.length > ROLE_WORD_MAX)
		return;
	row = sulih_table_find(&sulih_list_figure_words, sulih_lower_key(word, room, sizeof(room)));
	if (!row.listed)
		return;
	name = sulih_row_column(&row, 1);
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (sulih_view_is(name, roles[i].name)) {
			token->role = roles[i].role;
			break;
		}
	token->value = atoi(sulih_row_column(&row, 2).data);
	token->english = sulih_row_column(&row, 3).data;
}

/* A currency or "pukul" may be glued to its number: Rp5.000, USD40. */
static bool ends_before_digit(struct sulih_view word)
{
	struct token probe = { .role = ROLE_NONE, .english = "" };

	/* "senilai40 juta": a scraper lost the blank */
	if (word.length > 3 && sulih_is_lower((unsigned char)word.data[0]) &&
	    sulih_is_lower((unsigned char)word.data[word.length - 1]))
		return true;
	look_up_role(&probe, word);
	return probe.role == ROLE_CURRENCY || probe.role == ROLE_CLOCK || probe.role == ROLE_MONTH;
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2BC;
}

static uint32_t code_at(const struct figures *f, size_t at, size_t end, size_t *used)
{
	return sulih_utf8_decode(f->text.data + at, end - at, used);
}

/* The end of the word that begins at `at`. */
static size_t word_end(const struct figures *f, size_t at, size_t end)
{
	size_t start = at, used, next;
	bool digits = false;

	while (at < end) {
		uint32_t c = code_at(f, at, end, &used);

		if (c < 0x80 ? c >= '0' && c <= '9' : sulih_is_digit(c)) {
			if (!digits && ends_before_digit(sulih_view_slice(f->text, start, at)))
				break;
			digits = true;
		} else if (is_apostrophe(c)) {
			/* Jum'at, Ma'ruf: only between letters */
			if (at + used >= end || !sulih_is_letter(code_at(f, at + used, end, &next)))
				break;
		} else if (!sulih_is_letter(c) && !(at > start && (c == 0xB2 || c == 0xB3))) {
			break;
		}
		at += used;
	}
	return at;
}

/* "Rp 36.189.084.0003. Ditjen …": the number of the next line of a list, glued on by a
 * scraper, begins after three digits of the last group. */
static size_t list_number_start(const struct figures *f, size_t start, size_t at, size_t end)
{
	const char *d = f->text.data;
	size_t group = at;

	while (group > start && d[group - 1] >= '0' && d[group - 1] <= '9')
		group--;
	if (at - group < 4 || at - group > 5 || group < start + 5 || d[group - 1] != '.' ||
	    d[group - 5] != '.' || at >= end || d[at] != '.')
		return at;
	return group + 3;
}

static size_t number_end(const struct figures *f, size_t at, size_t end)
{
	const char *d = f->text.data;
	size_t start = at;

	while (at < end) {
		if (d[at] >= '0' && d[at] <= '9')
			at++;
		else if ((d[at] == '.' || d[at] == ',') && at + 1 < end && d[at + 1] >= '0' &&
			 d[at + 1] <= '9')
			at += 2;
		else
			break;
	}
	return list_number_start(f, start, at, end);
}

static uint32_t plain_mark(uint32_t c)
{
	/* hyphens, dashes and the minus sign do the same work in figures */
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	return c;
}

static bool may_be_net(const struct figures *f, size_t at, size_t end, uint32_t c)
{
	const char *d = f->text.data;

	if (c == '@' || c == '#')
		return true;
	if (c == ':')
		return at + 2 < end && d[at + 1] == '/' && d[at + 2] == '/';
	return c == '.' && at > 0 && at + 1 < end && sulih_is_letter((unsigned char)d[at + 1]) &&
	       (unsigned char)d[at + 1] < 0x80;
}

/* Takes back the tokens that a net address swallows and puts one token instead. */
static bool take_net(struct figures *f, struct sulih_span segment, size_t at, size_t *next)
{
	struct sulih_net net = sulih_net_find(f->text, segment, at);
	struct token *token;
	bool gap = true;

	if (net.span.start == net.span.end)
		return false;
	while (f->tokens.count > 0) {
		const struct token *last = SULIH_VECTOR_LAST(&f->tokens);

		if (last->kind == TOKEN_NET && last->end > net.span.start)
			return false;
		if (last->end <= net.span.start)
			break;
		gap = last->gap;
		f->tokens.count--;
	}
	token = SULIH_VECTOR_ADD(&f->tokens);
	if (token == NULL) {
		f->failed = true;
		return false;
	}
	*token = (struct token){ .kind = TOKEN_NET,
				 .start = net.span.start,
				 .end = net.span.end,
				 .english = "",
				 .gap = gap };
	sulih_figures_begin(f);
	sulih_figures_copy(f, f->tokens.count - 1, f->tokens.count, net.kind, "net");
	*next = net.span.end;
	return true;
}

void sulih_figures_tokenise(struct figures *f, struct sulih_span segment)
{
	size_t at = segment.start, end = segment.end;
	bool gap = true;

	f->tokens.count = 0;
	while (at < end && !f->failed) {
		struct token *token;
		size_t used, next;
		uint32_t c = code_at(f, at, end, &used);

		if (sulih_is_space(c)) {
			gap = true;
			at += used;
			continue;
		}
		if (may_be_net(f, at, end, c) && take_net(f, segment, at, &next)) {
			at = next;
			gap = false;
			continue;
		}
		token = SULIH_VECTOR_ADD(&f->tokens);
		if (token == NULL) {
			f->failed = true;
			return;
		}
		*token = (struct token){ .start = at, .gap = gap, .english = "" };
		gap = false;
		if (c >= '0' && c <= '9') {
			token->kind = TOKEN_NUMBER;
			at = number_end(f, at, end);
		} else if (sulih_is_letter(c)) {
			token->kind = TOKEN_WORD;
			token->capital = sulih_is_upper(c);
			at = word_end(f, at, end);
			look_up_role(token, sulih_view_slice(f->text, token->start, at));
		} else {
			token->kind = TOKEN_MARK;
			token->mark = plain_mark(c);
			at += used;
		}
		token->end = at;
	}
}

/* Appends the word at `i` in lower case, with what a hyphen or slash ties to it
 * ("undang-undang", "km/jam"); gives the index behind, or 0 when it is no word. */
static size_t append_word(const struct figures *f, size_t i, bool tied, char key[KEY_SIZE],
			  size_t *length)
{
	const struct token *t = sulih_figures_token(f, i);
	struct sulih_view low;

	if (t->kind != TOKEN_WORD || *length >= KEY_SIZE)
		return 0;
	low = sulih_lower_key(sulih_figures_text(f, t), key + *length, KEY_SIZE - *length);
	if (low.length == 0)
		return 0;
	*length += low.length;
	i++;
	while (tied && (sulih_figures_is_tight(f, i, '-') || sulih_figures_is_tight(f, i, '/')) &&
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

static struct sulih_row find_phrase(const struct figures *f, const struct sulih_table *table,
				    size_t i, bool tied, size_t *end)
{
	struct sulih_row best = { table, NULL, false, false };
	char key[KEY_SIZE];
	size_t length = 0;

	for (;;) {
		struct sulih_row row;

		i = append_word(f, i, tied, key, &length);
		if (i == 0)
			break;
		row = sulih_table_find(table, sulih_view_make(key, length));
		if (row.listed) {
			best = row;
			*end = i;
		}
		if (!row.longer || length + 1 >= KEY_SIZE || !sulih_figures_token(f, i)->gap)
			break;
		key[length++] = ' ';
	}
	return best;
}

struct sulih_row sulih_figures_phrase(const struct figures *f, const struct sulih_table *table,
				      size_t i, size_t *end)
{
	struct sulih_row row = find_phrase(f, table, i, true, end);

	/* "kilometer/liter" is in no list, but its first word is */
	return row.listed ? row : find_phrase(f, table, i, false, end);
}
