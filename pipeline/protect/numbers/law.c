/* Numbered laws and their articles: UU No. 12 Tahun 2011, Pasal 5 ayat (1) huruf a KUHP. */
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

static bool is_year(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return sulih_figures_is_digits(f, i) && t->end - t->start == 4 &&
	       (f->text.data[t->start] == '1' || f->text.data[t->start] == '2');
}

static void put(struct figures *f, size_t i)
{
	sulih_buffer_add(&f->target, sulih_figures_text(f, sulih_figures_token(f, i)));
}

/* "Nomor", "No.", "No:" at `i`: the index behind, or `i`. */
static size_t skip_number_word(const struct figures *f, size_t i)
{
	if (!sulih_figures_is_role(f, i, ROLE_NUMBER))
		return i;
	i++;
	if (sulih_figures_is_tight(f, i, '.'))
		i++;
	if (sulih_figures_is_mark(f, i, ':'))
		i++;
	return i;
}

/* "12 Tahun 2011" or "12/2011" at `i`, written " No. 12 of 2011"; 0 when it is not there. */
static size_t write_number(struct figures *f, size_t i)
{
	size_t start = f->target.length, letters = i + 1, year;
	const struct token *tail = sulih_figures_token(f, i + 1);

	if (!sulih_figures_is_digits(f, i))
		return 0;
	sulih_buffer_puts(&f->target, " No. ");
	put(f, i);
	/* PP No. 5A Tahun 1980 */
	if (tail->kind == TOKEN_WORD && !tail->gap && tail->end - tail->start == 1) {
		put(f, i + 1);
		letters++;
	}
	year = letters;
	if (sulih_figures_is_role(f, year, ROLE_YEAR))
		year += sulih_figures_is_tight(f, year + 1, '.') ? 2 : 1;
	else if (sulih_figures_is_tight(f, year, '/'))
		year++;
	else
		year = 0;
	if (year == 0 || !is_year(f, year)) {
		sulih_buffer_truncate(&f->target, start);
		return 0;
	}
	sulih_buffer_puts(&f->target, " of ");
	put(f, year);
	return year + 1;
}

/* "(UU)" behind its long form. */
static size_t skip_bracket(const struct figures *f, size_t i)
{
	if (sulih_figures_is_mark(f, i, '(') && sulih_figures_token(f, i + 1)->kind == TOKEN_WORD &&
	    sulih_figures_is_tight(f, i + 2, ')'))
		return i + 3;
	return i;
}

static bool starts_with_capital(const struct figures *f, const struct sulih_row *row, size_t i)
{
	if (sulih_view_is(sulih_row_column(row, 2), "caps"))
		return sulih_figures_is_capitals(f, i);
	return true;
}

/* The constitution of 1945; "UUD 1945", "UUD Negara Republik Indonesia Tahun 1945". */
static size_t write_constitution(struct figures *f, size_t i)
{
	if (sulih_figures_is_role(f, i, ROLE_YEAR))
		i++;
	/* UUD '45, UUD 45 */
	if (sulih_figures_is_mark(f, i, '\'') || sulih_figures_is_mark(f, i, 0x2019))
		i++;
	if (sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i)), "45"))
		sulih_buffer_puts(&f->target, "19");
	else if (!is_year(f, i))
		return 0;
	put(f, i);
	sulih_buffer_puts(&f->target, " Constitution");
	return i + 1;
}

/* A law with number and year at `i`, its English appended; the index behind, or 0. */
static size_t write_law(struct figures *f, size_t i, bool inside)
{
	size_t end = 0, at, start = f->target.length;
	struct sulih_row row = sulih_figures_phrase(f, &sulih_list_laws, i, &end);
	struct sulih_view flag;

	if (!row.listed || !starts_with_capital(f, &row, i))
		return 0;
	flag = sulih_row_column(&row, 2);
	if (sulih_view_is(flag, "code")) {
		if (!inside)
			return 0; /* alone it is a name */
		sulih_buffer_puts(&f->target, "the ");
		sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
		return end;
	}
	at = skip_bracket(f, end);
	if (sulih_view_is(flag, "constitution")) {
		if (inside)
			sulih_buffer_puts(&f->target, "the ");
		end = write_constitution(f, at);
	} else {
		sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
		end = write_number(f, skip_number_word(f, at));
	}
	if (end == 0)
		sulih_buffer_truncate(&f->target, start);
	return end;
}

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
	put(f, at++);
	if (letter->kind == TOKEN_WORD && !letter->gap && letter->end - letter->start == 1)
		put(f, at++);
	if (bracket) {
		if (!sulih_figures_is_mark(f, at, ')'))
			return 0;
		sulih_buffer_putc(&f->target, ')');
		at++;
	}
	return at;
}

/* One more part of an article at `i` (ayat, huruf, angka, ke-1); the index behind, or `i`. */
static size_t put_part(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i), *next = sulih_figures_token(f, i + 1);
	size_t start = f->target.length, end = 0;

	if (t->role == ROLE_CLAUSE) {
		sulih_buffer_puts(&f->target, " paragraph");
		end = put_clause_number(f, i + 1);
	} else if (t->role == ROLE_LETTER && next->kind == TOKEN_WORD &&
		   next->end - next->start == 1) {
		sulih_buffer_puts(&f->target, " letter ");
		put(f, i + 1);
		end = i + 2;
	} else if (t->role == ROLE_POINT) {
		sulih_buffer_puts(&f->target, " point");
		end = put_clause_number(f, i + 1);
	} else if (t->role == ROLE_ORDINAL && sulih_figures_is_tight(f, i + 1, '-') &&
		   sulih_figures_is_digits(f, i + 2)) {
		sulih_buffer_puts(&f->target, " point ");
		put(f, i + 2);
		end = i + 3;
	}
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

	if (!row.listed || !starts_with_capital(f, &row, i) ||
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

static size_t article(struct figures *f, size_t i)
{
	size_t at, next, law, start, first = i;
	const struct token *letter;

	/* "pasal" in small letters is the same, "Pasal" without a number none */
	if (!sulih_figures_is_digits(f, i + 1) || !sulih_figures_token(f, i + 1)->gap)
		return 0;
	/* Pasal-pasal 10 s.d. 15 */
	if (i >= 2 && sulih_figures_is_tight(f, i - 1, '-') &&
	    sulih_figures_is_role(f, i - 2, ROLE_ARTICLE))
		first = i - 2;
	sulih_figures_begin(f);
	sulih_buffer_puts(&f->target, first == i ? "Article " : "Articles ");
	put(f, i + 1);
	at = i + 2;
	letter = sulih_figures_token(f, at);
	/* 27A, and 28 H before ayat or a law */
	if (letter->kind == TOKEN_WORD && sulih_figures_length(letter) == 1 &&
	    (!letter->gap || (letter->capital && (sulih_figures_is_role(f, at + 1, ROLE_CLAUSE) ||
						  sulih_figures_is_role(f, at + 1, ROLE_LAW)))))
		put(f, at++);
	while ((next = put_part(f, at)) != at)
		at = next;
	start = f->target.length;
	sulih_buffer_puts(&f->target, " of ");
	law = sulih_figures_token(f, at)->gap ? write_law(f, at, true) : 0;
	if (law == 0 && sulih_figures_token(f, at)->gap)
		law = write_named_law(f, at);
	if (law == 0 && sulih_figures_token(f, at)->gap)
		law = write_topic_law(f, at);
	if (law != 0)
		at = law;
	else
		sulih_buffer_truncate(&f->target, start);
	sulih_figures_add(f, first, at, SULIH_KIND_LAW, SULIH_MAP, "article");
	return at;
}

/* "Nomor 11 Tahun 2020" behind a head that is left or masked by another: No. 11 of 2020. */
static size_t bare_number(struct figures *f, size_t i)
{
	size_t end;

	sulih_figures_begin(f);
	end = write_number(f, skip_number_word(f, i));
	if (end == 0)
		return 0;
	if (f->target.length > 0) /* the blank before "No." */
		memmove(f->target.data, f->target.data + 1, f->target.length--);
	sulih_figures_add(f, i, end, SULIH_KIND_LAW, SULIH_MAP, "number of a law");
	return end;
}

/* TAP MPR No. XXV/MPRS/1966: the number is a code and stays. */
static size_t coded_law(struct figures *f, size_t i)
{
	size_t end = 0, at, code;
	struct sulih_row row = sulih_figures_phrase(f, &sulih_list_laws, i, &end);

	if (!row.listed || !starts_with_capital(f, &row, i) ||
	    sulih_row_column(&row, 2).length > 4 || end == 0)
		return 0;
	at = skip_number_word(f, skip_bracket(f, end));
	code = at;
	while (code < at + 24 && (code == at || !sulih_figures_token(f, code)->gap) &&
	       (sulih_figures_token(f, code)->kind == TOKEN_WORD ||
		sulih_figures_token(f, code)->kind == TOKEN_NUMBER ||
		(sulih_figures_is_tight(f, code, '/') || sulih_figures_is_tight(f, code, '.') ||
		 sulih_figures_is_tight(f, code, '-'))))
		code++;
	while (code > at && sulih_figures_token(f, code - 1)->kind == TOKEN_MARK)
		code--;
	if (code < at + 3 || !sulih_figures_is_tight(f, at + 1, '/'))
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
	sulih_buffer_puts(&f->target, " No. ");
	sulih_buffer_add(&f->target, sulih_view_slice(f->text, sulih_figures_token(f, at)->start,
						      sulih_figures_token(f, code - 1)->end));
	sulih_figures_add(f, i, code, SULIH_KIND_LAW, SULIH_MAP, "law");
	return code;
}

size_t sulih_figure_law(struct figures *f, size_t i)
{
	enum role role = sulih_figures_token(f, i)->role;
	size_t end;

	if (role == ROLE_ARTICLE)
		return article(f, i);
	if (role == ROLE_NUMBER)
		return bare_number(f, i);
	sulih_figures_begin(f);
	end = write_law(f, i, false);
	if (end != 0) {
		sulih_figures_add(f, i, end, SULIH_KIND_LAW, SULIH_MAP, "law");
		return end;
	}
	return coded_law(f, i);
}
