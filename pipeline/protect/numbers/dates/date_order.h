/* Day and month of a date that is written in numbers, decided and checked by its weekday. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_DATES_DATE_ORDER_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_DATES_DATE_ORDER_H

#include "pipeline/protect/numbers/dates/calendar.h"
#include "pipeline/protect/numbers/figures.h"

/* Decides between day-month and month-day of tokens [first, end); `weekday` is 0 when none is
 * printed.  False when it is no date at all. */
bool sulih_date_settle_order(struct figures *f, size_t first, size_t end, struct day *day,
			     int weekday);
/* The same of a date without a year, by the year of another date of the document. */
void sulih_date_settle_year(struct figures *f, size_t first, size_t end, struct day *day,
			    int weekday);
/* Reports a day that does not exist, or whose weekday is another. */
void sulih_date_check(struct figures *f, size_t first, size_t end, const struct day *day,
		      int weekday);
void sulih_date_diagnose(struct figures *f, enum sulih_diagnostic_id id, size_t first, size_t end,
			 const char *message);

#endif
