/* Articles of laws: Pasal 5 ayat (1) huruf a KUHP. */
#include "lists.h"
#include "pipeline/protect/numbers/laws/law.h"

/* "(1)" or "1" at `i`, as it is written; the index behind, or 0. */
static size_t put_clause_number(struct figures *f, size_t i)
{
	bool bracket = sulih_figures_is_mark(f, i, '(');
	size_t at = bracket ? i + 1 : i;
	const struct token *letter = sulih_figures_token(f, at + 1);

	if (!sulih_figures_is_digits(f, at))
		return 0;
	sulih_buffer_putc(&f->target, ' ');
	if (bracket)
		sulih_buffer_putc(&f->target, '(');
	sulih_law_put(f, at++);
	if (letter->kind == TOKEN_WORD && !letter->gap && letter->end - letter->start == 1)
		sulih_law_put(f, at++);
	if (bracket) {
		if (!sulih_figures_is_mark(f, at, ')'))
			return 0;
		sulih_buffer_putc(&f->target, ')');
		at++;
	}
	return at;
}

/* "a" or "(a)" at `i`; the index behind, or 0. */
static size_t put_letter(struct figures *f, size_t i)
{
	bool bracket = sulih_figures_is_mark(f, i, '(');
	const struct token *t = sulih_figures_token(f, i + bracket);

	if (t->kind != TOKEN_WORD || t->end - t->start != 1 ||
	    (bracket && !sulih_figures_is_tight(f, i + 2, ')')))
		return 0;
	sulih_buffer_puts(&f->target, " letter ");
	for (size_t last = i + (bracket ? 3 : 1); i < last; i++)
		sulih_law_put(f, i);
	return i;
}

/* One more part of an article at `i` (ayat, huruf, angka, ke-1); the index behind, or `i`. */
static size_t put_part(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t start = f->target.length, end = 0;

	if (t->role == ROLE_CLAUSE) {
		sulih_buffer_puts(&f->target, " paragraph");
		end = put_clause_number(f, i + 1);
	} else if (t->role == ROLE_LETTER) {
		end = put_letter(f, i + 1);
	} else if (t->role == ROLE_POINT) {
		sulih_buffer_puts(&f->target, " point");
		end = put_clause_number(f, i + 1);
	} else if (t->role == ROLE_ORDINAL && sulih_figures_is_tight(f, i + 1, '-') &&
		   sulih_figures_is_digits(f, i + 2)) {
		sulih_buffer_puts(&f->target, " point ");
		sulih_law_put(f, i + 2);
		end = i + 3;
	}
	if (end != 0)
		return end;
	sulih_buffer_truncate(&f->target, start);
	return i;
}

/* "dan", ", dan", "," at `i`: the index behind, or `i`. */
static size_t read_joiner(const struct figures *f, size_t i, const char **joiner)
{
	size_t at = i + sulih_figures_is_tight(f, i, ',');

	if (sulih_figures_is_cue(f, at, "and"))
		*joiner = " and";
	else if (sulih_figures_is_cue(f, at, "or"))
		*joiner = " or";
	else
		*joiner = ",";
	at += **joiner == ' ';
	return sulih_figures_token(f, at)->gap ? at : i;
}

/* "ayat (1) dan ayat (2)", "ayat (1), (2), dan (3)", "ke-3 dan ke-4" at `i`: one more part of the
 * same kind; the index behind, or `i`. */
static size_t put_joined_part(struct figures *f, size_t i)
{
	size_t start = f->target.length, at, end;
	const char *joiner;

	at = read_joiner(f, i, &joiner);
	if (at == i)
		return i;
	sulih_buffer_puts(&f->target, joiner);
	end = put_part(f, at);
	if (end == at)
		end = sulih_figures_is_mark(f, at, '(') ? put_clause_number(f, at) : 0;
	if (end != 0)
		return end;
	sulih_buffer_truncate(&f->target, start);
	return i;
}

/* Pasal 5 UU Tipikor: a law that goes by its topic; 0 when the list has none. */
static size_t write_topic_law(struct figures *f, size_t i)
{
	size_t topic = 0, end = 0;
	struct sulih_row row = sulih_figures_phrase(f, &sulih_list_laws, i, &topic);

	if (!row.listed || !sulih_law_is_written(f, &row, i) ||
	    !sulih_view_is(sulih_row_column(&row, 1), "Law"))
		return 0;
	row = sulih_figures_phrase(f, &sulih_list_law_topics, topic, &end);
	if (!row.listed)
		return 0;
	sulih_buffer_puts(&f->target, "the ");
	sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
	sulih_buffer_puts(&f->target, " Law");
	return end;
}

/* Pasal 27 UUD 1945, KUHP: a law that goes by its name, from the list of names; 0 when there is
 * none. */
static size_t write_named_law(struct figures *f, size_t i)
{
	enum { LAW_WORDS_MAX = 8 };
	struct sulih_view name = { NULL, 0 };
	size_t end = 0;

	for (size_t at = i; at < i + LAW_WORDS_MAX; at++) {
		const struct token *t = sulih_figures_token(f, at);
		struct sulih_row row;

		if (t->kind != TOKEN_WORD || (at > i && !t->gap))
			break;
		row = sulih_table_find(
			&sulih_list_acronyms,
			sulih_view_slice(f->text, sulih_figures_token(f, i)->start, t->end));
		if (row.listed && sulih_view_is(sulih_row_column(&row, 1), "law")) {
			name = sulih_row_column(&row, 2);
			end = at + 1;
		}
		if (!row.longer)
			break;
	}
	if (end == 0)
		return 0;
	sulih_buffer_puts(&f->target, "the ");
	sulih_buffer_add(&f->target, name);
	return end;
}

/* " of the Criminal Code": the law at `i` that an article is of; the index behind, or 0. */
static size_t put_law(struct figures *f, size_t i)
{
	size_t start = f->target.length, end;

	if (!sulih_figures_token(f, i)->gap)
		return 0;
	sulih_buffer_puts(&f->target, " of ");
	if ((end = sulih_law_write(f, i, true)) == 0 && (end = write_named_law(f, i)) == 0 &&
	    (end = write_topic_law(f, i)) == 0)
		sulih_buffer_truncate(&f->target, start);
	return end;
}

/* ", 363", "dan 365" at `i`: one more article; the index behind, or `i`. */
static size_t put_joined(struct figures *f, size_t i)
{
	const char *joiner;
	size_t at = read_joiner(f, i, &joiner);

	if (at == i || !sulih_figures_is_digits(f, at))
		return i;
	sulih_buffer_printf(&f->target, "%s ", joiner);
	sulih_law_put(f, at);
	return at + 1;
}

/* "-15", "sampai 15" at `i`: the last article of a range; the index behind, or `i`. */
static size_t put_last(struct figures *f, size_t i)
{
	bool dash = sulih_figures_is_tight(f, i, '-');
	size_t at = dash ? i + 1 : sulih_figures_until(f, i);

	if (at == 0 || !sulih_figures_is_digits(f, at) || sulih_figures_token(f, at)->gap == dash)
		return i;
	sulih_buffer_puts(&f->target, dash ? "-" : " to ");
	sulih_law_put(f, at);
	return at + 1;
}

/* Pasal 28 dan 29 UU itu, "Pasal 340 dan 338.": behind the last number stands nothing that it could
 * count, as in "Pasal 28 dan 29 orang ditahan". */
static bool ends_articles(const struct figures *f, size_t first, size_t at)
{
	const struct token *t = sulih_figures_token(f, at);

	if (at < first + 4 ||
	    !(sulih_figures_is_cue(f, at - 2, "and") || sulih_figures_is_cue(f, at - 2, "or")))
		return false;
	return t->role == ROLE_LAW || at >= f->tokens.count ||
	       (t->kind == TOKEN_MARK && !t->gap && t->mark < 0x80 &&
		strchr(".,;:?!)", (int)t->mark) != NULL);
}

/* Pasal 362, 363, dan 365 KUHP → Articles 362, 363 and 365 of the Criminal Code.  The law tells
 * that the numbers are articles all, but not of a range (Pasal 10 sampai 15); 0: it is missing, or
 * there is one article alone. */
static size_t several_articles(struct figures *f, size_t i)
{
	size_t at = i + 2, next;

	sulih_figures_begin(f);
	sulih_buffer_puts(&f->target, "Articles ");
	sulih_law_put(f, i + 1);
	next = put_last(f, at);
	if (next != at) {
		at = next;
		next = put_law(f, at);
		return next != 0 ? next : at;
	}
	while ((next = put_joined(f, at)) != at)
		at = next;
	if (at == i + 2)
		return 0;
	next = put_law(f, at);
	return next == 0 && ends_articles(f, i, at) ? at : next;
}

static size_t one_article(struct figures *f, size_t i, bool several)
{
	size_t at, next;
	const struct token *letter;

	sulih_figures_begin(f);
	sulih_buffer_puts(&f->target, several ? "Articles " : "Article ");
	sulih_law_put(f, i + 1);
	at = i + 2;
	letter = sulih_figures_token(f, at);
	/* 27A, and 28 H before ayat or a law */
	if (letter->kind == TOKEN_WORD && sulih_figures_length(letter) == 1 &&
	    (!letter->gap || (letter->capital && (sulih_figures_is_role(f, at + 1, ROLE_CLAUSE) ||
						  sulih_figures_is_role(f, at + 1, ROLE_LAW)))))
		sulih_law_put(f, at++);
	while ((next = put_part(f, at)) != at ||
	       (at > i + 2 && (next = put_joined_part(f, at)) != at))
		at = next;
	next = put_law(f, at);
	return next != 0 ? next : at;
}

size_t sulih_law_article(struct figures *f, size_t i)
{
	size_t end, first = i;

	/* "pasal" in small letters is the same, "Pasal" without a number none */
	if (!sulih_figures_is_digits(f, i + 1) || !sulih_figures_token(f, i + 1)->gap)
		return 0;
	/* Pasal-pasal 10 s.d. 15 */
	if (i >= 2 && sulih_figures_is_tight(f, i - 1, '-') &&
	    sulih_figures_is_role(f, i - 2, ROLE_ARTICLE))
		first = i - 2;
	end = several_articles(f, i);
	if (end == 0)
		end = one_article(f, i, first < i);
	sulih_figures_add(f, first, end, SULIH_KIND_LAW, SULIH_MAP, "article");
	return end;
}
