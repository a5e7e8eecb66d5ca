#include "pipeline/protect/numbers/dates/calendar.h"

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool sulih_day_exists(const struct day *day)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int length;

	if (day->month < 1 || day->month > 12 || day->day < 1)
		return false;
	length = lengths[day->month - 1];
	if (day->month == 2 && (day->year == 0 || is_leap(day->year)))
		length++;
	return day->day <= length;
}

/* Days since 1970-01-01 (Howard Hinnant's civil calendar algorithm). */
static long days_of(const struct day *day)
{
	long y = day->month <= 2 ? day->year - 1 : day->year;
	long era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
	long doy = (153 * (day->month + (day->month > 2 ? -3 : 9)) + 2) / 5 + day->day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

int sulih_day_weekday(const struct day *day)
{
	long weekday;

	if (day->year == 0 || !sulih_day_exists(day))
		return 0;
	weekday = (days_of(day) + 3) % 7; /* 1970-01-01 was a Thursday */
	return (int)(weekday < 0 ? weekday + 7 : weekday) + 1;
}

const char *sulih_month_name(int month)
{
	static const char *const names[] = { "January",	  "February", "March",	  "April",
					     "May",	  "June",     "July",	  "August",
					     "September", "October",  "November", "December" };

	return month >= 1 && month <= 12 ? names[month - 1] : "";
}

const char *sulih_weekday_name(int weekday)
{
	static const char *const names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
					     "Friday", "Saturday", "Sunday" };

	return weekday >= 1 && weekday <= 7 ? names[weekday - 1] : "";
}

int sulih_year_at(long long now)
{
	long long days = now / 86400 - (now % 86400 < 0);
	long long era, doe, yoe, doy;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	doe = days - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	return (int)(yoe + era * 400 + ((5 * doy + 2) / 153 >= 10));
}

/* `before`, then the number in two digits or more, or in one or more. */
static void put(struct sulih_buffer *out, const char *before, int number, bool padded)
{
	sulih_buffer_puts(out, before);
	if (padded && number < 10)
		sulih_buffer_putc(out, '0');
	sulih_buffer_put_number(out, (size_t)number);
}

void sulih_day_write(const struct day *day, bool us_style, struct sulih_buffer *out)
{
	if (day->day != 0 && !us_style) {
		put(out, "", day->day, false);
		sulih_buffer_putc(out, ' ');
	}
	sulih_buffer_puts(out, sulih_month_name(day->month));
	if (day->day != 0 && us_style)
		put(out, " ", day->day, false);
	if (day->year != 0)
		put(out, us_style && day->day != 0 ? ", " : " ", day->year, false);
}

void sulih_day_value(const struct day *day, struct sulih_buffer *out)
{
	if (day->year == 0) {
		sulih_buffer_puts(out, "-");
	} else {
		put(out, "", day->year / 100, true);
		put(out, "", day->year % 100, true);
	}
	put(out, "-", day->month, true);
	if (day->day != 0)
		put(out, "-", day->day, true);
}
