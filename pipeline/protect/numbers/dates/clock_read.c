/* Reading clock times: 14.30, 14:30:15, setengah delapan, 09.00-11.00, and the part of the day
 * behind. */
#include "pipeline/protect/numbers/dates/clock_read.h"

#include "base/letter.h"

/* Digits of text[*at…] as a number of at most two digits, -1 when there are none or more. */
static int two_digits(struct sulih_view text, size_t *at)
{
	size_t start = *at;
	int value = 0;

	while (*at < text.length && sulih_byte_is_digit(text.data[*at])) {
		if (*at - start < 2)
			value = value * 10 + (text.data[*at] - '0');
		(*at)++;
	}
	return *at - start >= 1 && *at - start <= 2 ? value : -1;
}

static bool clock_is_sound(const struct clock *c)
{
	return c->hour >= 0 && c->hour <= 24 && c->minute < 60 && c->second < 60 &&
	       !(c->hour == 24 && c->minute > 0);
}

/* ":45" behind 1:23 */
static void read_colon_seconds(const struct figures *f, struct clock *c)
{
	const struct token *t = sulih_figures_token(f, c->end + 1);
	size_t at = 0;

	if (!sulih_figures_is_tight(f, c->end, ':') || t->gap || t->kind != TOKEN_NUMBER ||
	    t->end - t->start != 2)
		return;
	c->second = two_digits(sulih_figures_text(f, t), &at);
	c->end += 2;
}

/* 14.30, 14:30, 14.30.15, 7 */
bool sulih_clock_read(const struct figures *f, size_t i, struct clock *c)
{
	const struct token *t = sulih_figures_token(f, i), *minutes = sulih_figures_token(f, i + 2);
	struct sulih_view text = sulih_figures_text(f, t);
	size_t at = 0, before;

	*c = (struct clock){ -1, -1, -1, false, i + 1 };
	if (t->kind != TOKEN_NUMBER)
		return false;
	c->hour = two_digits(text, &at);
	c->padded = at == 2;
	for (int part = 0; part < 2 && at < text.length; part++) {
		int value;

		if (text.data[at++] != '.')
			return false;
		before = at;
		value = two_digits(text, &at);
		if (value < 0 || at - before != 2)
			return false;
		*(part == 0 ? &c->minute : &c->second) = value;
	}
	if (at < text.length)
		return false;
	if (c->minute < 0 && sulih_figures_is_tight(f, i + 1, ':') && !minutes->gap &&
	    minutes->kind == TOKEN_NUMBER && minutes->end - minutes->start == 2) {
		at = 0;
		c->minute = two_digits(sulih_figures_text(f, minutes), &at);
		c->end = i + 3;
		read_colon_seconds(f, c);
	}
	return clock_is_sound(c);
}

static void half_before(struct clock *c)
{
	c->hour = c->hour == 1 ? 12 : c->hour - 1;
	c->minute = 30;
}

/* jam setengah 8 */
static bool read_half_figure(const struct figures *f, size_t i, struct clock *c)
{
	if (!sulih_clock_read(f, i, c) || c->minute >= 0 || c->hour < 1 || c->hour > 12)
		return false;
	half_before(c);
	return true;
}

/* jam tujuh, pukul setengah delapan: half past seven. */
bool sulih_clock_read_words(const struct figures *f, size_t i, struct clock *c)
{
	bool half = sulih_figures_is_role(f, i, ROLE_HALF);
	const struct token *t = sulih_figures_token(f, half ? i + 1 : i);
	const struct token *next = sulih_figures_token(f, half ? i + 2 : i + 1);

	*c = (struct clock){ -1, -1, -1, false, half ? i + 2 : i + 1 };
	if (half && t->kind == TOKEN_NUMBER)
		return read_half_figure(f, i + 1, c);
	if (t->role != ROLE_DIGIT && !(t->role == ROLE_FIXED && t->value < 100))
		return false;
	if (t->value == 0 || next->role == ROLE_TENS || next->role == ROLE_SCALE)
		return false;
	c->hour = t->value;
	if (next->role == ROLE_TEENS) {
		c->hour += 10;
		c->end++;
	}
	if (half)
		half_before(c);
	return c->hour <= 12;
}

/* 09.00-11.00, "09.00 hingga 11.00", "09.00 sampai pukul 11.00": the second time. */
bool sulih_clock_read_second(const struct figures *f, size_t i, struct clock *c,
			     const char **joiner)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t at = sulih_figures_until(f, i);
	int part;

	if (t->kind == TOKEN_MARK && t->mark == '-') {
		*joiner = "-";
		at = i + 1;
	} else if (at != 0) {
		*joiner = " to ";
		if (sulih_figures_is_role(f, at, ROLE_CLOCK))
			at++;
	} else {
		return false;
	}
	/* "pukul 8 hingga 10 pagi", but "pukul 8 hingga 10 orang datang" */
	return sulih_clock_read(f, at, c) && (c->minute >= 0 || t->kind == TOKEN_MARK ||
					      sulih_clock_read_daypart(f, c->end, &part) != c->end);
}

/* The part of the day at `i`; "dini hari" has two words. */
size_t sulih_clock_read_daypart(const struct figures *f, size_t i, int *part)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role != ROLE_DAYPART || !t->gap)
		return i;
	*part = t->value;
	if (t->value == 6) {
		if (!sulih_figures_says(f, i + 1, "hari"))
			return i;
		return i + 2;
	}
	/* "jam 7 malam Minggu": the night belongs to the weekday */
	if (t->value == 4 && sulih_figures_is_role(f, i + 1, ROLE_WEEKDAY))
		return i;
	return i + 1;
}
