#include "pipeline/cli/cli.h"

#include <stdlib.h>
#include <time.h>

#include "base/letter.h"
#include "base/utf8.h"

/* What SULIH_LOG asks for; false: nothing that there is. */
static bool read_level(const char *text, enum sulih_level *level)
{
	*level = SULIH_WARNING;
	if (text == NULL || text[0] == '\0')
		return true;
	for (int known = SULIH_INFO; known <= SULIH_ERROR; known++)
		if (strcmp(text, sulih_level_name((enum sulih_level)known)) == 0) {
			*level = (enum sulih_level)known;
			return true;
		}
	return false;
}

static enum sulih_level threshold(void)
{
	enum sulih_level level;

	read_level(getenv("SULIH_LOG"), &level);
	return level;
}

void sulih_check_log(void)
{
	const char *text = getenv("SULIH_LOG");
	enum sulih_level level;

	if (!read_level(text, &level))
		sulih_say(SULIH_WARNING,
			  "SULIH_LOG is one of error, warning, info, not '%s'; warnings are said",
			  text);
}

void sulih_say(enum sulih_level level, const char *format, ...)
{
	char line[1024];
	va_list arguments;

	if (level < threshold())
		return;
	va_start(arguments, format);
	sulih_utf8_print_va(line, sizeof(line), format, arguments);
	va_end(arguments);
	/* one line, whatever names and replies hold; nothing that a terminal would obey, also not
	 * written as U+0080 to U+009F */
	for (unsigned char *c = (unsigned char *)line; *c != '\0'; c++)
		if (*c < 0x20 || *c == 0x7F)
			*c = '?';
		else if (c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F)
			c[0] = c[1] = '?';
	fprintf(stderr, "sulih: %s\n", line);
}

int sulih_status_of(int code)
{
	switch (code) {
	case SULIH_OK:
		return SULIH_STATUS_OK;
	case SULIH_ERROR_USAGE:
		return SULIH_STATUS_USAGE;
	case SULIH_ERROR_CONFIG:
		return SULIH_STATUS_CONFIG;
	case SULIH_ERROR_INPUT:
	case SULIH_ERROR_IO:
	case SULIH_ERROR_LIMIT:
		return SULIH_STATUS_INPUT;
	case SULIH_ERROR_ENGINE:
		return SULIH_STATUS_ENGINE;
	default:
		return SULIH_STATUS_INTERNAL;
	}
}

int sulih_say_error(const struct sulih_error *error)
{
	sulih_say(SULIH_ERROR, "%s",
		  error->message[0] ? error->message : sulih_code_name(error->code));
	return sulih_status_of(error->code);
}

int sulih_graver(int a, int b)
{
	static const int rank[] = { [0] = 0, [1] = 1, [5] = 2, [4] = 3, [3] = 4, [2] = 5, [6] = 6 };

	return rank[a] >= rank[b] ? a : b;
}

/* Two digits from `text` on, at most `most`; -1: none. */
static int two_digits(const char *text, int most)
{
	int value;

	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	value = (text[0] - '0') * 10 + text[1] - '0';
	return value <= most ? value : -1;
}

/* "Z", "+07:00" or nothing: seconds ahead of UTC. */
static bool read_zone(const char *text, long *ahead)
{
	int hours, minutes;

	if (text[0] == '\0' || ((text[0] | 32) == 'z' && text[1] == '\0'))
		return true;
	if ((text[0] != '+' && text[0] != '-') || strlen(text) != strlen("+07:00") ||
	    text[3] != ':')
		return false;
	hours = two_digits(text + 1, 23);
	minutes = two_digits(text + 4, 59);
	*ahead = (text[0] == '+' ? 1 : -1) * (hours * 3600L + minutes * 60L);
	return hours >= 0 && minutes >= 0;
}

/* 2024-11-01T12:00:00Z; false: no such time, or no such day. */
static bool read_time(const char *text, long long *seconds)
{
	struct tm when = { 0 }, there;
	const char *rest =
		sulih_byte_is_digit(text[0]) ? strptime(text, "%Y-%m-%dT%H:%M:%S", &when) : NULL;
	time_t at;
	long ahead = 0;

	if (rest != NULL && *rest == '.')
		rest += 1 + strspn(rest + 1, "0123456789");
	if (rest == NULL || !read_zone(rest, &ahead))
		return false;
	there = when;
	at = timegm(&there);
	*seconds = (long long)at - ahead;
	return there.tm_mday == when.tm_mday;
}

long long sulih_now(void)
{
	const char *text = getenv("SULIH_NOW");
	long long now;

	if (text != NULL && read_time(text, &now))
		return now;
	if (text != NULL)
		sulih_say(SULIH_WARNING,
			  "SULIH_NOW is no time like 2024-11-01T12:00:00Z; the clock is used");
	return (long long)time(NULL);
}
