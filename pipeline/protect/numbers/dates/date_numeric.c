/* Dates in figures: 19/6/2024, 19-06-24, 19.06.2024, 2024-06-19, and two of them. */
#include "pipeline/protect/numbers/dates/date_read.h"

#include "base/letter.h"

/* The year behind a tight `mark` at `i`. */
static size_t read_mark_year(const struct figures *f, size_t i, uint32_t mark, size_t least,
			     int *year)
{
	/* 17-8-'45 */
	size_t at = sulih_figures_is_apostrophe(f, i + 1) && !sulih_figures_token(f, i + 1)->gap
			    ? i + 2
			    : i + 1;
	const struct token *t = sulih_figures_token(f, at);
	int value = sulih_date_plain(f, at, least, at > i + 1 ? 2 : 4);

	if (!sulih_figures_is_tight(f, i, mark) || t->gap || value < 0 || t->end - t->start == 3 ||
	    (t->end - t->start == 4 && (value < 1000 || value > 2999)))
		return i;
	*year = sulih_date_full_year(f, value, t->end - t->start);
	return at + 1;
}

/* a/b with tight slashes; the first number is put where the day usually stands. */
static bool read_pair(const struct figures *f, size_t i, struct day *out)
{
	int a = sulih_date_plain(f, i, 1, 2), b = sulih_date_plain(f, i + 2, 1, 2);

	if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12) ||
	    !sulih_figures_is_tight(f, i + 1, '/') || !sulih_date_is_tight(f, i + 2))
		return false;
	*out = (struct day){ 0, b, a };
	return true;
}

static bool read_slashes(const struct figures *f, size_t i, struct written_date *out)
{
	int first = sulih_date_plain(f, i, 1, 2);

	if (read_pair(f, i, &out->from)) {
		out->end = i + 3;
		if (sulih_figures_is_mark(f, i + 3, '-') && read_pair(f, i + 4, &out->to)) {
			out->joiner = "-";
			out->end = i + 7;
		}
	} else if (sulih_date_is_day(first) && sulih_figures_is_tight(f, i + 1, '-') &&
		   sulih_date_is_tight(f, i + 2) && read_pair(f, i + 2, &out->to) &&
		   out->to.month <= 12) {
		out->from = (struct day){ 0, out->to.month, first };
		out->joiner = "-";
		out->end = i + 5;
	} else {
		return false;
	}
	out->end = read_mark_year(f, out->end, '/', 2, &out->from.year);
	out->to.year = out->from.year;
	out->year_given = out->from.year != 0;
	/* 12/3/4/5 is no date */
	return !(sulih_figures_is_tight(f, out->end, '/') &&
		 sulih_figures_token(f, out->end + 1)->kind == TOKEN_NUMBER);
}

/* kode 30-12-24, No. 21-10-11 */
static bool names_code(const struct figures *f, size_t i)
{
	size_t before = i > 1 && sulih_figures_token(f, i - 1)->kind == TOKEN_MARK ? i - 2 : i - 1;

	return i > 0 && (sulih_figures_is_role(f, before, ROLE_NUMBER) ||
			 sulih_figures_is_role(f, before, ROLE_PHONE) ||
			 sulih_figures_is_role(f, before, ROLE_SCORE) ||
			 sulih_figures_is_cue(f, before, "code"));
}

static bool read_dashes(const struct figures *f, size_t i, struct written_date *out)
{
	uint32_t mark = sulih_figures_token(f, i + 1)->mark;
	int a, b, year;

	if ((mark != '-' && mark != '/') || !sulih_figures_is_tight(f, i + 1, mark) ||
	    !sulih_date_is_tight(f, i + 2))
		return false;
	a = sulih_date_plain(f, i, 1, 2);
	b = sulih_date_plain(f, i + 2, 1, 2);
	year = sulih_date_plain(f, i, 4, 4);
	if (b < 1)
		return false;
	if (year >= 1000 && year < 3000 && b <= 12) {
		int day = sulih_date_plain(f, i + 4, 1, 2);

		if (!sulih_figures_is_tight(f, i + 3, mark) || !sulih_date_is_tight(f, i + 4) ||
		    !sulih_date_is_day(day))
			return false;
		out->from = (struct day){ year, b, day };
		out->end = i + 5;
		out->numeric = false; /* year first is never doubtful */
	} else {
		if (mark != '-' || !sulih_date_is_day(a) || b > 31 || (a > 12 && b > 12))
			return false;
		out->from = (struct day){ 0, b, a };
		out->end = read_mark_year(f, i + 3, '-', 2, &out->from.year);
		if (out->end == i + 3)
			return false;
		/* 12-05-98 may be a code: something must say that it is a date; 30-12-24 has a day
		 * that is no month, and no other row of three is written so */
		out->doubtful = out->end == i + 5 &&
				sulih_figures_length(sulih_figures_token(f, i + 4)) == 2 &&
				(a <= 12 || names_code(f, i) ||
				 sulih_figures_length(sulih_figures_token(f, i + 2)) < 2);
	}
	out->year_given = true;
	return true;
}

/* 12 - 11 - 2025, 12 / 11 / 2025: blanks around the marks, a year of four digits. */
static bool read_apart(const struct figures *f, size_t i, struct written_date *out)
{
	uint32_t mark = sulih_figures_token(f, i + 1)->mark;
	int a, b, year;

	if ((mark != '-' && mark != '/') || !sulih_figures_is_mark(f, i + 3, mark))
		return false;
	a = sulih_date_plain(f, i, 1, 2);
	b = sulih_date_plain(f, i + 2, 1, 2);
	year = sulih_date_plain(f, i + 4, 4, 4);
	if (!sulih_date_is_day(a) || !sulih_date_is_day(b) || (a > 12 && b > 12) || year < 1000 ||
	    year > 2999)
		return false;
	for (size_t k = i + 1; k < i + 5; k++)
		if (sulih_date_is_tight(f, k))
			return false;
	out->from = (struct day){ year, b, a };
	out->year_given = true;
	out->end = i + 5;
	return true;
}

/* 19.06.2024 is one token. */
static bool read_stops(const struct figures *f, size_t i, struct written_date *out)
{
	const struct token *t = sulih_figures_token(f, i);
	int parts[3] = { 0, 0, 0 };
	size_t part = 0, digits = 0;

	for (size_t at = t->start; at < t->end; at++) {
		char c = f->text.data[at];

		if (sulih_byte_is_digit(c)) {
			parts[part] = parts[part] * 10 + (c - '0');
			if (++digits > (part == 2 ? 4U : 2U))
				return false;
		} else if (c != '.' || ++part > 2) {
			return false;
		} else {
			digits = 0;
		}
	}
	if (part != 2 || digits != 4 || parts[2] < 1000 || parts[2] > 2999 ||
	    !sulih_date_is_day(parts[0]) || parts[1] < 1 || parts[1] > 31 ||
	    (parts[0] > 12 && parts[1] > 12))
		return false;
	out->from = (struct day){ parts[2], parts[1], parts[0] };
	out->year_given = true;
	out->end = i + 1;
	return true;
}

bool sulih_date_read_numeric(const struct figures *f, size_t i, struct written_date *out)
{
	*out = (struct written_date){ .numeric = true, .joiner = "" };
	return read_slashes(f, i, out) || read_dashes(f, i, out) || read_apart(f, i, out) ||
	       read_stops(f, i, out);
}

bool sulih_date_has_shape(const struct figures *f, size_t i)
{
	return sulih_date_plain(f, i, 1, 2) >= 0 && sulih_figures_is_tight(f, i + 1, '/') &&
	       sulih_date_plain(f, i + 2, 1, 2) >= 0 && sulih_date_is_tight(f, i + 2) &&
	       sulih_figures_is_tight(f, i + 3, '/') && sulih_date_plain(f, i + 4, 4, 4) >= 0 &&
	       sulih_date_is_tight(f, i + 4);
}
