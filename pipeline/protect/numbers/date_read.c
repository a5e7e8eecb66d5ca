#include "pipeline/protect/numbers/date_read.h"

/* The whole number at `i` if it has `least` to `most` digits and nothing else, else -1. */
static int plain(const struct figures *f, size_t i, size_t least, size_t most)
{
	const struct token *t = sulih_figures_token(f, i);
	int value = 0;

	if (t->kind != TOKEN_NUMBER || t->end - t->start < least || t->end - t->start > most)
		return -1;
	for (size_t at = t->start; at < t->end; at++) {
		if (f->text.data[at] < '0' || f->text.data[at] > '9')
			return -1;
		value = value * 10 + (f->text.data[at] - '0');
	}
	return value;
}

static bool is_tight(const struct figures *f, size_t i)
{
	return !sulih_figures_token(f, i)->gap;
}

static int month_at(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->role == ROLE_MONTH ? t->value : 0;
}

/* Two digits are the nearest past year of that ending. */
static int full_year(const struct figures *f, int year, size_t digits)
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
	if ((sulih_figures_is_mark(f, at, '\'') || sulih_figures_is_mark(f, at, 0x2019)) &&
	    sulih_figures_token(f, at)->gap && !sulih_figures_token(f, at + 1)->gap &&
	    plain(f, at + 1, 2, 2) >= 0) {
		*year = full_year(f, plain(f, at + 1, 2, 2), 2);
		return at + 2;
	}
	value = plain(f, at, 4, 4);
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

static bool is_day(int day)
{
	return day >= 1 && day <= 31;
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
	int day = plain(f, i, 1, 2), month = month_at(f, i + 2), year;
	size_t digits = sulih_figures_length(sulih_figures_token(f, i + 4));

	if (month == 0 || !is_day(day) || !sulih_figures_is_tight(f, i + 1, '-') ||
	    !is_tight(f, i + 2) || !sulih_figures_is_tight(f, i + 3, '-') || !is_tight(f, i + 4))
		return false;
	year = plain(f, i + 4, 2, 4);
	if (year < 0 || digits == 3 || (digits == 4 && (year < 1000 || year > 2999)))
		return false;
	out->from = (struct day){ full_year(f, year, digits), month, day };
	out->year_given = true;
	out->end = i + 5;
	return true;
}

static bool read_day_first(const struct figures *f, size_t i, struct written_date *out)
{
	int day = plain(f, i, 1, 2), second, month = month_at(f, i + 1);
	size_t at;

	/* "32 Mei 2024" is none, but meant as one: whoever reads it is told */
	if (month != 0 && (day == 0 || day > 31))
		return read_no_day(f, i, day, out);
	if (!is_day(day))
		return false;
	if (month != 0) {
		out->from = (struct day){ 0, month, day };
		out->end = read_year(f, i + 2, &out->from.year);
		out->year_given = out->from.year != 0;
		return true;
	}
	at = read_joiner(f, i + 1, &out->joiner);
	second = at != 0 ? plain(f, at, 1, 2) : -1;
	month = at != 0 ? month_at(f, at + 1) : 0;
	if (!is_day(second) || month == 0 || second <= day)
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
	day = plain(f, at, 1, 2);
	if (end == at && second == 0 && is_day(day) && sulih_figures_is_tight(f, at + 1, ',')) {
		/* Juni 19, 2024 */
		end = read_year(f, at + 1, &out->from.year);
		if (end == at + 1)
			return false;
		out->from.day = day;
	} else if (end == at) {
		return false;
	}
	out->from.month = month;
	out->year_given = true;
	out->end = end;
	if (second != 0) {
		out->to = (struct day){ out->from.year, second, 0 };
	}
	return true;
}

bool sulih_date_read_words(const struct figures *f, size_t i, struct written_date *out)
{
	*out = (struct written_date){ .joiner = "" };
	return read_day_first(f, i, out) || read_hyphened(f, i, out) || read_month_first(f, i, out);
}

/* ---- numeric ---- */

/* The year behind a tight `mark` at `i`. */
static size_t read_mark_year(const struct figures *f, size_t i, uint32_t mark, size_t least,
			     int *year)
{
	/* 17-8-'45 */
	size_t at =
		sulih_figures_is_tight(f, i + 1, '\'') || sulih_figures_is_tight(f, i + 1, 0x2019)
			? i + 2
			: i + 1;
	const struct token *t = sulih_figures_token(f, at);
	int value = plain(f, at, least, at > i + 1 ? 2 : 4);

	if (!sulih_figures_is_tight(f, i, mark) || t->gap || value < 0 || t->end - t->start == 3 ||
	    (t->end - t->start == 4 && (value < 1000 || value > 2999)))
		return i;
	*year = full_year(f, value, t->end - t->start);
	return at + 1;
}

/* a/b with tight slashes; the first number is put where the day usually stands. */
static bool read_pair(const struct figures *f, size_t i, struct day *out)
{
	int a = plain(f, i, 1, 2), b = plain(f, i + 2, 1, 2);

	if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12) ||
	    !sulih_figures_is_tight(f, i + 1, '/') || !is_tight(f, i + 2))
		return false;
	*out = (struct day){ 0, b, a };
	return true;
}

static bool read_slashes(const struct figures *f, size_t i, struct written_date *out)
{
	int first = plain(f, i, 1, 2);

	if (read_pair(f, i, &out->from)) {
		out->end = i + 3;
		if (sulih_figures_is_mark(f, i + 3, '-') && read_pair(f, i + 4, &out->to)) {
			out->joiner = "-";
			out->end = i + 7;
		}
	} else if (is_day(first) && sulih_figures_is_tight(f, i + 1, '-') && is_tight(f, i + 2) &&
		   read_pair(f, i + 2, &out->to) && out->to.month <= 12) {
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
	int a = plain(f, i, 1, 2), b = plain(f, i + 2, 1, 2), year = plain(f, i, 4, 4);
	uint32_t mark = sulih_figures_token(f, i + 1)->mark;

	if ((mark != '-' && mark != '/') || !sulih_figures_is_tight(f, i + 1, mark) ||
	    !is_tight(f, i + 2) || b < 1)
		return false;
	if (year >= 1000 && year < 3000 && b <= 12) {
		int day = plain(f, i + 4, 1, 2);

		if (!sulih_figures_is_tight(f, i + 3, mark) || !is_tight(f, i + 4) || !is_day(day))
			return false;
		out->from = (struct day){ year, b, day };
		out->end = i + 5;
		out->numeric = false; /* year first is never doubtful */
	} else {
		if (mark != '-' || !is_day(a) || b > 31 || (a > 12 && b > 12))
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

/* 19.06.2024 is one token. */
static bool read_stops(const struct figures *f, size_t i, struct written_date *out)
{
	const struct token *t = sulih_figures_token(f, i);
	int parts[3] = { 0, 0, 0 };
	size_t part = 0, digits = 0;

	for (size_t at = t->start; at < t->end; at++) {
		char c = f->text.data[at];

		if (c >= '0' && c <= '9') {
			parts[part] = parts[part] * 10 + (c - '0');
			if (++digits > (part == 2 ? 4U : 2U))
				return false;
		} else if (c != '.' || ++part > 2) {
			return false;
		} else {
			digits = 0;
		}
	}
	if (part != 2 || digits != 4 || parts[2] < 1000 || parts[2] > 2999 || !is_day(parts[0]) ||
	    parts[1] < 1 || parts[1] > 31 || (parts[0] > 12 && parts[1] > 12))
		return false;
	out->from = (struct day){ parts[2], parts[1], parts[0] };
	out->year_given = true;
	out->end = i + 1;
	return true;
}

bool sulih_date_read_numeric(const struct figures *f, size_t i, struct written_date *out)
{
	*out = (struct written_date){ .numeric = true, .joiner = "" };
	return read_slashes(f, i, out) || read_dashes(f, i, out) || read_stops(f, i, out);
}

bool sulih_date_has_shape(const struct figures *f, size_t i)
{
	return plain(f, i, 1, 2) >= 0 && sulih_figures_is_tight(f, i + 1, '/') &&
	       plain(f, i + 2, 1, 2) >= 0 && is_tight(f, i + 2) &&
	       sulih_figures_is_tight(f, i + 3, '/') && plain(f, i + 4, 4, 4) >= 0 &&
	       is_tight(f, i + 4);
}
