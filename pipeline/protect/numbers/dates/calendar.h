/* Days, months and weekdays of the Gregorian calendar, and their English names. */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_DATES_CALENDAR_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_DATES_CALENDAR_H

#include "base/buffer.h"

struct day {
	int year, month, day; /* 0: not said */
};

/* Whether there is such a day; without a year, in some year. */
bool sulih_day_exists(const struct day *day);
/* 1 Monday … 7 Sunday; 0 when a part is not said. */
int sulih_day_weekday(const struct day *day);
const char *sulih_month_name(int month);
const char *sulih_weekday_name(int weekday);
/* The year of the Christian era at `now`, seconds since 1970. */
int sulih_year_at(long long now);
/* "1 November 2024", or "November 1, 2024"; parts that are not said are left out. */
void sulih_day_write(const struct day *day, bool us_style, struct sulih_buffer *out);
/* "2024-11-01", "--11-01", "2024-11" */
void sulih_day_value(const struct day *day, struct sulih_buffer *out);

#endif
