/* Numbered laws: UU No. 12 Tahun 2011, Nomor 11 Tahun 2020, TAP MPR No. XXV/MPRS/1966. */
#include "lists.h"
#include "pipeline/protect/numbers/laws/law.h"

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

/* TAP MPRS No. XXV Tahun 1966 */
static bool is_roman(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	for (size_t at = t->start; at < t->end; at++)
		if (strchr("IVXLC", f->text.data[at]) == NULL)
			return false;
	return t->kind == TOKEN_WORD;
}

/* "12 Tahun 2011" or "12/2011" at `i`, written " No. 12 of 2011"; 0 when it is not there. */
static size_t write_number(struct figures *f, size_t i)
{
	size_t start = f->target.length, letters = i + 1, year;
	const struct token *tail = sulih_figures_token(f, i + 1);

	if (!sulih_figures_is_digits(f, i) && !is_roman(f, i))
		return 0;
	sulih_buffer_puts(&f->target, " No. ");
	sulih_law_put(f, i);
	/* PP No. 5A Tahun 1980 */
	if (tail->kind == TOKEN_WORD && !tail->gap && tail->end - tail->start == 1) {
		sulih_law_put(f, i + 1);
		letters++;
	}
	year = letters;
	if (sulih_figures_is_role(f, year, ROLE_YEAR))
		year += sulih_figures_is_tight(f, year + 1, '.') ? 2 : 1;
	else if (sulih_figures_is_tight(f, year, '/'))
		year++;
	else
		year = 0;
	if (year == 0 || !sulih_figures_is_year(f, year)) {
		sulih_buffer_truncate(&f->target, start);
		return 0;
	}
	sulih_buffer_puts(&f->target, " of ");
	sulih_law_put(f, year);
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

bool sulih_law_is_written(const struct figures *f, const struct sulih_row *row, size_t i)
{
	if (sulih_view_is(sulih_row_column(row, 2), "caps"))
		return sulih_figures_is_capitals(f, i);
	return true;
}

/* Whether the law is a region's: Perda Kota Bandung. */
static bool is_regional(const struct sulih_row *row)
{
	return sulih_view_is(sulih_row_column(row, 2), "region");
}

/* The constitution of 1945; "UUD 1945", "UUD Negara Republik Indonesia Tahun 1945". */
static size_t write_constitution(struct figures *f, size_t i)
{
	if (sulih_figures_is_role(f, i, ROLE_YEAR))
		i++;
	/* UUD '45, UUD 45 */
	if (sulih_figures_is_apostrophe(f, i))
		i++;
	if (sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i)), "45"))
		sulih_buffer_puts(&f->target, "19");
	else if (!sulih_figures_is_year(f, i))
		return 0;
	sulih_law_put(f, i);
	sulih_buffer_puts(&f->target, " Constitution");
	return i + 1;
}

size_t sulih_law_write(struct figures *f, size_t i, bool inside)
{
	size_t end = 0, at, start = f->target.length;
	struct sulih_row row = sulih_figures_phrase(f, &sulih_list_laws, i, &end);
	struct sulih_view flag;

	if (!row.listed || !sulih_law_is_written(f, &row, i))
		return 0;
	flag = sulih_row_column(&row, 2);
	if (sulih_view_is(flag, "code")) {
		if (!inside)
			return 0; /* alone it is a name */
		sulih_buffer_puts(&f->target, "the ");
		sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
		return end;
	}
	/* UU Drt. */
	at = skip_bracket(f, sulih_figures_is_tight(f, end, '.') ? end + 1 : end);
	if (sulih_view_is(flag, "constitution")) {
		if (inside)
			sulih_buffer_puts(&f->target, "the ");
		end = write_constitution(f, at);
	} else {
		if (is_regional(&row))
			at = sulih_law_region(f, at);
		sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
		end = write_number(f, skip_number_word(f, at));
	}
	if (end == 0)
		sulih_buffer_truncate(&f->target, start);
	return end;
}

/* Whether a law was named in the sentence before `i`; no token is looked at twice. */
static bool names_law(struct figures *f, size_t i)
{
	for (; f->law_sought < i && !f->law_named; f->law_sought++)
		f->law_named = sulih_figures_is_role(f, f->law_sought, ROLE_LAW) &&
			       !sulih_figures_says(f, f->law_sought,
						   "surat"); /* which begins the names of some */
	return f->law_named;
}

/* Surat No. 12/2024, perkara No. 5/2020: a number that is copied, unless a law was named before it
 * in the sentence (Perda Kota Layak Anak No. 5/2020). */
static bool is_file_number(struct figures *f, size_t i, size_t end)
{
	return sulih_figures_is_tight(f, end - 2, '/') && !names_law(f, i);
}

/* "Nomor 11 Tahun 2020" behind a head that is left or masked by another: No. 11 of 2020. */
static size_t bare_number(struct figures *f, size_t i)
{
	size_t end;

	sulih_figures_begin(f);
	end = write_number(f, skip_number_word(f, i));
	if (end == 0 || is_file_number(f, i, end))
		return 0;
	if (f->target.length > 0) /* the blank before "No." */
		memmove(f->target.data, f->target.data + 1, f->target.length--);
	sulih_figures_add(f, i, end, SULIH_KIND_LAW, SULIH_MAP, "number of a law");
	return end;
}

static bool has_slash(const struct figures *f, size_t at, size_t end)
{
	while (at++ + 1 < end)
		if (sulih_figures_is_tight(f, at, '/'))
			return true;
	return false;
}

/* TAP MPR No. XXV/MPRS/1966, Kepmen ESDM No. 245.K/MG.01/2022: the number is a code and stays. */
static size_t coded_law(struct figures *f, size_t i)
{
	size_t end = 0, at, code;
	struct sulih_row row = sulih_figures_phrase(f, &sulih_list_laws, i, &end);

	if (!row.listed || !sulih_law_is_written(f, &row, i) ||
	    sulih_view_is(sulih_row_column(&row, 2), "constitution") || end == 0)
		return 0;
	sulih_figures_begin(f);
	at = skip_bracket(f, end);
	if (is_regional(&row))
		at = sulih_law_region(f, at);
	at = skip_number_word(f, at);
	code = at;
	while (code < at + 24 && (code == at || !sulih_figures_token(f, code)->gap) &&
	       (sulih_figures_token(f, code)->kind == TOKEN_WORD ||
		sulih_figures_token(f, code)->kind == TOKEN_NUMBER ||
		(sulih_figures_is_tight(f, code, '/') || sulih_figures_is_tight(f, code, '.') ||
		 sulih_figures_is_tight(f, code, '-'))))
		code++;
	while (code > at && sulih_figures_token(f, code - 1)->kind == TOKEN_MARK)
		code--;
	/* PMK-61/PMK.03/2023, SE-4/MBU/2025 are all code */
	if (!sulih_figures_is_tight(f, at + 1, '/') &&
	    (sulih_figures_token(f, at)->kind != TOKEN_NUMBER || !has_slash(f, at, code)))
		return 0;
	sulih_buffer_add(&f->target, sulih_row_column(&row, 1));
	sulih_buffer_puts(&f->target, " No. ");
	sulih_buffer_add(&f->target, sulih_view_slice(f->text, sulih_figures_token(f, at)->start,
						      sulih_figures_token(f, code - 1)->end));
	/* UU No. 1/PNPS Tahun 1965 */
	if (sulih_figures_is_role(f, code, ROLE_YEAR) && sulih_figures_is_year(f, code + 1)) {
		sulih_buffer_puts(&f->target, " of ");
		sulih_law_put(f, code + 1);
		code += 2;
	}
	sulih_figures_add(f, i, code, SULIH_KIND_LAW, SULIH_MAP, "law");
	return code;
}

/* beleid 8/2023; UU Pemilu | 7/2017: a word for laws, or one and its topic, stands before `i`. */
static bool is_behind_law(const struct figures *f, size_t i)
{
	enum { FARTHEST = 4 };

	if (i == 0 || sulih_figures_is_cue(f, i - 1, "law-word"))
		return i > 0;
	for (size_t at = i; at > 0 && at + FARTHEST > i; at--) {
		const struct token *t = sulih_figures_token(f, at - 1);

		if (t->kind != TOKEN_WORD || !t->capital)
			return false;
		if (t->role == ROLE_LAW)
			return true;
	}
	return false;
}

/* PP 36/2021 dan | 51/2023: another law's number ended before the joint. */
static bool is_behind_number(const struct figures *f, size_t i)
{
	return i > 1 && f->first_free == i - 1 && f->candidates->list.count > 0 &&
	       SULIH_VECTOR_LAST(&f->candidates->list)->is.kind == SULIH_KIND_LAW &&
	       (sulih_figures_is_mark(f, i - 1, ',') ||
		sulih_figures_is_cue(f, i - 1, "law-joint"));
}

size_t sulih_figure_law_number(struct figures *f, size_t i)
{
	size_t end;

	if (!sulih_figures_is_tight(f, i + 1, '/') || !sulih_figures_is_year(f, i + 2) ||
	    sulih_figures_is_tight(f, i + 3, '/') ||
	    !(is_behind_law(f, i) || is_behind_number(f, i)))
		return 0;
	sulih_figures_begin(f);
	end = write_number(f, i);
	if (end == 0)
		return 0;
	/* the blank before "No." */
	memmove(f->target.data, f->target.data + 1, f->target.length--);
	sulih_figures_add(f, i, end, SULIH_KIND_LAW, SULIH_MAP, "number of a law");
	return end;
}

size_t sulih_figure_law(struct figures *f, size_t i)
{
	enum role role = sulih_figures_token(f, i)->role;
	size_t end;

	if (role == ROLE_ARTICLE)
		return sulih_law_article(f, i);
	if (role == ROLE_NUMBER)
		return bare_number(f, i);
	sulih_figures_begin(f);
	end = sulih_law_write(f, i, false);
	if (end != 0) {
		sulih_figures_add(f, i, end, SULIH_KIND_LAW, SULIH_MAP, "law");
		return end;
	}
	return coded_law(f, i);
}
