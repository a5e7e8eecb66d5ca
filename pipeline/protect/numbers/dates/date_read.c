/* Dates with the month in words: 19 Juni 2024, 19-20 Juni, Juni 19, 2024. */
#include "pipeline/protect/numbers/dates/date_read.h"

static int month_at(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->role == ROLE_MONTH ? t->value : 0;
}

int sulih_date_full_year(const struct figures *f, int year, size_t digits)
{
	int now = sulih_year_at(f->options->now);

	if (digits > 2)
		return year;
	year += now / 100 * 100;
	return year > now ? year - 100 : year;
}

/* 2024, "tahun 2024", or ", 2024" behind a month; the index behind, or `i` when there is none. */
static size_t read_year(const struct figures *f, size_t i, int *year)
{
	size_t at = i;
	int value;

	if (sulih_figures_is_tight(f, at, '.') || sulih_figures_is_tight(f, at, ','))
		at++;
	if (sulih_figures_is_role(f, at, ROLE_YEAR))
		at++;
	/* Mei '98 */
	if (sulih_figures_is_apostrophe(f, at) && sulih_figures_token(f, at)->gap &&
	    !sulih_figures_token(f, at + 1)->gap && sulih_date_plain(f, at + 1, 2, 2) >= 0) {
		*year = sulih_date_full_year(f, sulih_date_plain(f, at + 1, 2, 2), 2);
		return at + 2;
	}
	value = sulih_date_plain(f, at, 4, 4);
	if (value < 1000 || value > 2999 || !sulih_figures_token(f, at)->gap)
		return i;
	/* "Juni 1970-an": not the year of this month */
	if (sulih_figures_about(f, at + 1) != 0)
		return i;
	*year = value;
	return at + 1;
}

/* What ties two days together: "19-20 Juni", "19 dan 20 Juni", "19 s/d 20 Juni". */
static size_t read_joiner(const struct figures *f, size_t i, const char **joiner)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->kind == TOKEN_MARK && t->mark == '-') {
		*joiner = "-";
		return i + 1;
	}
	if (t->role == ROLE_JOINER && strcmp(t->english, "to") != 0) {
		*joiner = strcmp(t->english, "and") == 0 ? " and " : " or ";
		return i + 1;
	}
	*joiner = " to ";
	return sulih_figures_until(f, i);
}

/* Rabu 32 Mei 2024: a slip of a digit; with a year it can be nothing else. */
static bool read_no_day(const struct figures *f, size_t i, int day, struct written_date *out)
{
	enum { SLIP = 39 };

	if (day <= 0 || day > SLIP || !sulih_figures_token(f, i + 1)->capital)
		return false;
	out->from = (struct day){ 0, month_at(f, i + 1), day };
	out->end = read_year(f, i + 2, &out->from.year);
	out->year_given = out->from.year != 0;
	return out->year_given;
}

/* 12-Jan-2025, 12-Jan-25: as machines write it, among them those of the weather service. */
static bool read_hyphened(const struct figures *f, size_t i, struct written_date *out)
{
	int day = sulih_date_plain(f, i, 1, 2), month = month_at(f, i + 2), year;
	size_t digits = sulih_figures_length(sulih_figures_token(f, i + 4));

	if (month == 0 || !sulih_date_is_day(day) || !sulih_figures_is_tight(f, i + 1, '-') ||
	    !sulih_date_is_tight(f, i + 2) || !sulih_figures_is_tight(f, i + 3, '-') ||
	    !sulih_date_is_tight(f, i + 4))
		return false;
	year = sulih_date_plain(f, i + 4, 2, 4);
	if (year < 0 || digits == 3 || (digits == 4 && (year < 1000 || year > 2999)))
		return false;
	out->from = (struct day){ sulih_date_full_year(f, year, digits), month, day };
	out->year_given = true;
	out->end = i + 5;
	return true;
}

static bool read_day_first(const struct figures *f, size_t i, struct written_date *out)
{
	int day = sulih_date_plain(f, i, 1, 2), second, month = month_at(f, i + 1);
	size_t at;

	/* "32 Mei 2024" is none, but meant as one: whoever reads it is told */
	if (month != 0 && (day == 0 || day > 31))
		return read_no_day(f, i, day, out);
	if (!sulih_date_is_day(day))
		return false;
	if (month != 0) {
		out->from = (struct day){ 0, month, day };
		out->end = read_year(f, i + 2, &out->from.year);
		out->year_given = out->from.year != 0;
		return true;
	}
	at = read_joiner(f, i + 1, &out->joiner);
	second = at != 0 ? sulih_date_plain(f, at, 1, 2) : -1;
	month = at != 0 ? month_at(f, at + 1) : 0;
	if (!sulih_date_is_day(second) || month == 0 || second <= day)
		return false;
	out->from = (struct day){ 0, month, day };
	out->to = (struct day){ 0, month, second };
	out->end = read_year(f, at + 2, &out->to.year);
	out->from.year = out->to.year;
	out->year_given = out->to.year != 0;
	return true;
}

static bool read_month_first(const struct figures *f, size_t i, struct written_date *out)
{
	int month = month_at(f, i), second, day;
	size_t at = i + 1, end, tie;

	/* "mar", "sep", "des" and "mei" in small letters are other things */
	if (month == 0 || !sulih_figures_token(f, i)->capital)
		return false;
	out->joiner = "";
	tie = read_joiner(f, at, &out->joiner);
	second = tie != 0 ? month_at(f, tie) : 0;
	if (second != 0)
		at = tie + 1;
	end = read_year(f, at, &out->from.year);
	day = sulih_date_plain(f, at, 1, 2);
	if (end == at && second == 0 && sulih_date_is_day(day) &&
	    sulih_figures_is_tight(f, at + 1, ',')) {
		/* Juni 19, 2024 */
		end = read_year(f, at + 1, &out->from.year);
		if (end == at + 1)
			return false;
		out->from.day = day;
	} else if (end == at && (second == 0 || second == month || *out->joiner != '-' ||
				 !sulih_figures_is_tight(f, i + 1, '-'))) {
		return false; /* "Jan-Okt" are months without a year too, and no name */
	}
	out->from.month = month;
	out->year_given = end > at;
	out->end = end;
	if (second != 0)
		out->to = (struct day){ out->from.year, second, 0 };
	return true;
}

bool sulih_date_read_words(const struct figures *f, size_t i, struct written_date *out)
{
	*out = (struct written_date){ .joiner = "" };
	return read_day_first(f, i, out) || read_hyphened(f, i, out) || read_month_first(f, i, out);
}
