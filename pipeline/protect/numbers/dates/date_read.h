/* Reading dates: what is written, before it is decided what it means. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_DATES_DATE_READ_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_DATES_DATE_READ_H

#include "base/letter.h"
#include "pipeline/protect/numbers/dates/calendar.h"
#include "pipeline/protect/numbers/figures.h"

struct written_date {
	struct day from, to; /* to.month == 0: a single day */
	bool numeric;	     /* the month is a number: day and month may have changed places */
	bool year_given;
	bool doubtful;	    /* also another thing, were it not for what stands beside it */
	const char *joiner; /* between from and to: "-", " and ", " to " */
	size_t end;	    /* token behind it */
};

/* 19 Juni 2024, 19-20 Juni, Juni 2024, Juni 19, 2024, Juni-Juli 2024 */
bool sulih_date_read_words(const struct figures *f, size_t i, struct written_date *out);
/* 19/6/2024, 19/6, 19-20/6, 30/6-2/7/2024, 19-06-2024, 19.06.2024, 2024-06-19 */
bool sulih_date_read_numeric(const struct figures *f, size_t i, struct written_date *out);
/* The whole number at `i` if it has `least` to `most` digits and nothing else, else -1. */
static inline int sulih_date_plain(const struct figures *f, size_t i, size_t least, size_t most)
{
	const struct token *t = sulih_figures_token(f, i);
	int value = 0;

	if (t->kind != TOKEN_NUMBER || t->end - t->start < least || t->end - t->start > most)
		return -1;
	for (size_t at = t->start; at < t->end; at++) {
		if (!sulih_byte_is_digit(f->text.data[at]))
			return -1;
		value = value * 10 + (f->text.data[at] - '0');
	}
	return value;
}

/* Two digits are the nearest past year of that ending. */
int sulih_date_full_year(const struct figures *f, int year, size_t digits);

static inline bool sulih_date_is_tight(const struct figures *f, size_t i)
{
	return !sulih_figures_token(f, i)->gap;
}

static inline bool sulih_date_is_day(int day)
{
	return day >= 1 && day <= 31;
}

/* Whether d/m/yyyy stands at `i`, whatever the numbers: five tokens. */
bool sulih_date_has_shape(const struct figures *f, size_t i);
/* weekdays.c: a weekday; "malam"; the index behind "lalu", "silam", "yang lalu", or `i`. */
bool sulih_date_is_weekday(const struct token *t);
bool sulih_date_is_night(const struct figures *f, size_t i);
size_t sulih_date_skip_past(const struct figures *f, size_t i);

#endif
