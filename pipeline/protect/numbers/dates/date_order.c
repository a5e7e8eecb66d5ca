/*
 * What a written date means: which of its numbers is the month, and whether there is such a day
 * and weekday.
 */
#include "pipeline/protect/numbers/dates/date_order.h"

void sulih_date_diagnose(struct figures *f, enum sulih_diagnostic_id id, size_t first, size_t end,
			 const char *message)
{
	sulih_diagnose(&f->document->diagnostics, id, sulih_figures_source(f, first, end), "%s",
		       message);
}

static struct day turned(const struct day *day)
{
	return (struct day){ day->year, day->day, day->month };
}

/*
 * Jumat (11/1) has no year: the year of another date with its weekday in the document
 * says which reading fits.
 */
void sulih_date_settle_year(struct figures *f, size_t first, size_t end, struct day *day,
			    int weekday)
{
	struct day this_year = { f->year, day->month, day->day };
	struct day other = turned(&this_year);

	if (f->year == 0 || day->year != 0 || weekday == 0 || !sulih_day_exists(&this_year) ||
	    !sulih_day_exists(&other) || sulih_day_weekday(&this_year) == weekday ||
	    sulih_day_weekday(&other) != weekday)
		return;
	*day = turned(day);
	sulih_date_diagnose(
		f, SULIH_DIAGNOSTIC_DATE_REORDERED, first, end,
		"read month first: the weekday fits only so in the year of the other dates");
}

bool sulih_date_settle_order(struct figures *f, size_t first, size_t end, struct day *day,
			     int weekday)
{
	struct day other = turned(day);
	bool fits = sulih_day_exists(day), other_fits = sulih_day_exists(&other);

	if (fits && other_fits && weekday != 0 && day->year != 0 &&
	    sulih_day_weekday(day) != weekday && sulih_day_weekday(&other) == weekday) {
		/* Jumat (11/1/2024): 11 January was a Thursday, 1 November a Friday */
		*day = other;
		sulih_date_diagnose(f, SULIH_DIAGNOSTIC_DATE_REORDERED, first, end,
				    "read month first: the weekday fits only so");
	} else if (!fits && other_fits) {
		*day = other;
		sulih_date_diagnose(f, SULIH_DIAGNOSTIC_DATE_REORDERED, first, end,
				    "read month first: the second number can only be a day");
	} else if (!fits && day->month > 12) {
		*day = other; /* 2/30/2024: no such day either way; the month must be one */
	}
	return day->month >= 1 && day->month <= 12;
}

void sulih_date_check(struct figures *f, size_t first, size_t end, const struct day *day,
		      int weekday)
{
	int real;

	if (day->day == 0)
		return;
	if (!sulih_day_exists(day)) {
		sulih_date_diagnose(f, SULIH_DIAGNOSTIC_DATE_IMPOSSIBLE, first, end,
				    "there is no such day");
		return;
	}
	real = sulih_day_weekday(day);
	if (weekday != 0 && real != 0 && real != weekday)
		sulih_diagnose(&f->document->diagnostics, SULIH_DIAGNOSTIC_DATE_CONTRADICTION,
			       sulih_figures_source(f, first, end),
			       "printed as %s, but the day was a %s", sulih_weekday_name(weekday),
			       sulih_weekday_name(real));
}
