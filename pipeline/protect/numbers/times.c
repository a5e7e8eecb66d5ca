/* Clock times: pukul 14.30 WIB, jam 7 malam, 19.00-21.00 WIB. */
#include "base/letter.h"
#include "pipeline/protect/numbers/quantity.h"

struct clock {
	int hour, minute, second; /* -1: not said */
	bool padded;		  /* two digits of hours */
	size_t end;
};

/* Digits of text[*at…] as a number of at most two digits, -1 when there are none or more. */
static int two_digits(struct sulih_view text, size_t *at)
{
	size_t start = *at;
	int value = 0;

	while (*at < text.length && text.data[*at] >= '0' && text.data[*at] <= '9') {
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
static bool read_clock(const struct figures *f, size_t i, struct clock *c)
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

/* jam tujuh, pukul setengah delapan: half past seven. */
static bool read_clock_words(const struct figures *f, size_t i, struct clock *c)
{
	bool half = sulih_figures_is_role(f, i, ROLE_HALF);
	const struct token *t = sulih_figures_token(f, half ? i + 1 : i);
	const struct token *next = sulih_figures_token(f, half ? i + 2 : i + 1);

	*c = (struct clock){ -1, -1, -1, false, half ? i + 2 : i + 1 };
	if (t->role != ROLE_DIGIT && !(t->role == ROLE_FIXED && t->value < 100))
		return false;
	if (t->value == 0 || next->role == ROLE_TENS || next->role == ROLE_SCALE)
		return false;
	c->hour = t->value;
	if (next->role == ROLE_TEENS) {
		c->hour += 10;
		c->end++;
	}
	if (half) {
		c->hour = c->hour == 1 ? 12 : c->hour - 1;
		c->minute = 30;
	}
	return c->hour <= 12;
}

enum half_day { HALF_NONE, HALF_AM, HALF_PM, HALF_NOON, HALF_MIDNIGHT };

/* What pagi, siang, sore, malam make of an hour of the twelve. */
static enum half_day half_of(int part, int hour)
{
	switch (part) {
	case 2: /* siang: about ten to three */
		return hour == 12 ? HALF_NOON : hour >= 9 ? HALF_AM : HALF_PM;
	case 3:
		return HALF_PM;
	case 4: /* malam: jam 1 malam is after midnight */
		return hour == 12 ? HALF_MIDNIGHT : hour <= 4 ? HALF_AM : HALF_PM;
	case 6:
		return hour == 12 ? HALF_MIDNIGHT : HALF_AM;
	default:
		return HALF_AM;
	}
}

static void write_clock(struct sulih_buffer *out, const struct clock *c)
{
	sulih_buffer_printf(out, c->padded ? "%02d:%02d" : "%d:%02d", c->hour,
			    c->minute < 0 ? 0 : c->minute);
	if (c->second >= 0)
		sulih_buffer_printf(out, ":%02d", c->second);
}

static void write_half(struct sulih_buffer *out, const struct clock *c, enum half_day half)
{
	if (half == HALF_NOON && c->minute <= 0) {
		sulih_buffer_puts(out, "noon");
		return;
	}
	if (half == HALF_MIDNIGHT && c->minute <= 0) {
		sulih_buffer_puts(out, "midnight");
		return;
	}
	sulih_buffer_printf(out, "%d", c->hour);
	if (c->minute >= 0)
		sulih_buffer_printf(out, ":%02d", c->minute);
	sulih_buffer_puts(out, half == HALF_PM || half == HALF_NOON ? " p.m." : " a.m.");
}

static void write_value(struct sulih_buffer *out, const struct clock *c, enum half_day half)
{
	int hour = c->hour;

	if (half == HALF_PM && hour < 12)
		hour += 12;
	if ((half == HALF_MIDNIGHT || half == HALF_AM) && hour == 12)
		hour = 0;
	sulih_buffer_printf(out, "%02d:%02d", hour, c->minute < 0 ? 0 : c->minute);
}

/* The part of the day at `i`; "dini hari" has two words. */
static size_t read_daypart(const struct figures *f, size_t i, int *part)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role != ROLE_DAYPART || !t->gap)
		return i;
	*part = t->value;
	if (t->value == 6) {
		if (!sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i + 1)), "hari"))
			return i;
		return i + 2;
	}
	/* "jam 7 malam Minggu": the night belongs to the weekday */
	if (t->value == 4 && sulih_figures_is_role(f, i + 1, ROLE_WEEKDAY))
		return i;
	return i + 1;
}

static size_t write_zone(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role != ROLE_ZONE || !t->gap)
		return i;
	sulih_buffer_putc(&f->target, ' ');
	for (size_t at = t->start; at < t->end; at++)
		sulih_buffer_putc(&f->target,
				  (char)sulih_to_upper((unsigned char)f->text.data[at]));
	return i + 1;
}

/* 09.00-11.00, "09.00 hingga 11.00", "09.00 sampai pukul 11.00": the second time. */
static bool read_second(const struct figures *f, size_t i, struct clock *c, const char **joiner)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t at = sulih_figures_until(f, i);

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
	return read_clock(f, at, c) && (c->minute >= 0 || t->kind == TOKEN_MARK);
}

/* jam 7-an */
static bool is_about(const struct figures *f, size_t i)
{
	const struct token *an = sulih_figures_token(f, i + 1);

	return sulih_figures_is_tight(f, i, '-') && !an->gap &&
	       sulih_view_is(sulih_figures_text(f, an), "an");
}

static size_t propose(struct figures *f, size_t i, struct clock *first, bool lead)
{
	struct clock second;
	const char *joiner = NULL;
	size_t end = first->end, after;
	int part = 0;
	enum half_day half = HALF_NONE;
	bool range = read_second(f, end, &second, &joiner);

	sulih_figures_begin(f);
	if (range) {
		end = second.end;
	} else if (is_about(f, end)) {
		sulih_buffer_puts(&f->target, "around ");
		end += 2;
	}
	after = read_daypart(f, end, &part);
	if (after != end && first->hour <= 12 && first->hour > 0 &&
	    (!range || (second.hour <= 12 && second.hour > 0)))
		half = half_of(part, range ? second.hour : first->hour);
	if (half != HALF_NONE && range) {
		/* 8-10 a.m. */
		if (first->minute < 0)
			sulih_buffer_printf(&f->target, "%d", first->hour);
		else
			write_clock(&f->target, first);
		sulih_buffer_puts(&f->target, joiner);
		write_half(&f->target, &second, half);
	} else if (half != HALF_NONE) {
		write_half(&f->target, first, half);
	} else if (range) {
		write_clock(&f->target, first);
		sulih_buffer_puts(&f->target, joiner);
		write_clock(&f->target, &second);
	} else if (lead && first->minute < 0 && first->hour >= 1 && first->hour <= 12 &&
		   !sulih_figures_is_role(f, after, ROLE_ZONE)) {
		sulih_buffer_printf(&f->target, "%d o'clock", first->hour);
	} else {
		write_clock(&f->target, first);
	}
	write_value(&f->value, first, half);
	if (range) {
		sulih_buffer_putc(&f->value, '/');
		write_value(&f->value, &second, half);
	}
	end = write_zone(f, after);
	f->clock_seen = true;
	sulih_figures_convert(f, i, end, SULIH_KIND_TIME, lead ? "pukul" : "zone");
	return end;
}

/* After jam: 3 jam is a length, "jam 20 menit" the end of one, "jam 10 besar" none. */
static bool is_length(const struct figures *f, size_t i, const struct clock *c)
{
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;
	struct measure behind = sulih_measure_read(f, c->end);

	if (before != NULL &&
	    (before->kind == TOKEN_NUMBER || before->role == ROLE_DIGIT ||
	     before->role == ROLE_FIXED || before->role == ROLE_HALF || before->role == ROLE_TENS ||
	     before->role == ROLE_TEENS || before->role == ROLE_SCALE ||
	     before->role == ROLE_DATE || /* per jam */
	     (before->kind == TOKEN_MARK && before->mark == '/')))
		return true;
	return behind.end != 0 || sulih_figures_is_role(f, c->end, ROLE_SCALE);
}

static size_t at_clock_word(struct figures *f, size_t i)
{
	static const char *const past_or_to[] = { "kurang", "lewat", "lebih" };
	size_t at = sulih_figures_is_tight(f, i + 1, '.') ? i + 2 : i + 1; /* pkl. 13.00 */
	struct clock c;

	if (!read_clock(f, at, &c) && !read_clock_words(f, at, &c))
		return 0;
	/* PKL 12: street vendors */
	if (sulih_figures_token(f, i)->value == 3 && c.minute < 0)
		return 0;
	if (sulih_figures_token(f, i)->value == 2 && is_length(f, i, &c))
		return 0;
	/* pukul 7 kurang 5 menit, jam 7 lewat 10: left to the engine */
	if (SULIH_IS_ONE_OF(f, c.end, past_or_to))
		return c.end;
	return propose(f, i, &c, true);
}

/* Rabu, 15/1/2025, 10.00: nothing but a comma stands behind the date. */
static bool follows_date(const struct figures *f, size_t i)
{
	return i > 0 && f->first_free > 0 && f->candidates->list.count > 0 &&
	       SULIH_VECTOR_LAST(&f->candidates->list)->is.kind == SULIH_KIND_DATE &&
	       (i == f->first_free ||
		(i == f->first_free + 1 && sulih_figures_is_tight(f, i - 1, ',')));
}

/* A time without pukul: a zone behind it, two times tied by a dash, or a zero before it. */
static size_t at_number(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;
	struct clock c, second;
	const char *joiner;
	struct measure behind;
	size_t end;
	bool sure;

	if (!read_clock(f, i, &c) || c.minute < 0)
		return 0;
	end = c.end;
	sure = read_second(f, end, &second, &joiner) && second.minute >= 0 &&
	       second.minute % 5 == 0 && c.minute % 5 == 0 && second.padded &&
	       !sulih_figures_token(f, end)->gap;
	if (sure)
		end = second.end;
	behind = sulih_measure_read(f, end);
	sure = sure || (c.padded && f->text.data[t->start] == '0');
	sure = sure || (c.end > i + 1 && (c.padded || c.second >= 0)); /* 14:30, 1:23:45 */
	/* 14.30 waktu setempat */
	sure = sure || sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, end)), "waktu");
	/* "buka 09.00, tutup 17.00": one time makes the next */
	sure = sure || (c.padded && f->clock_seen);
	sure = sure || (before != NULL && c.padded && before->role == ROLE_DAYPART);
	sure = sure || (c.padded && follows_date(f, i));
	sure = sure && behind.end == 0 && !sulih_figures_is_role(f, end, ROLE_SCALE);
	if (!sure && !sulih_figures_is_role(f, end, ROLE_ZONE))
		return 0;
	return propose(f, i, &c, false);
}

/* "setengah tujuh malam" without pukul: only the part of the day says that it is a time. */
static size_t at_half(struct figures *f, size_t i)
{
	struct clock c;
	int part = 0;

	if (!read_clock_words(f, i, &c) || read_daypart(f, c.end, &part) == c.end)
		return 0;
	return propose(f, i, &c, true);
}

size_t sulih_figure_clock(struct figures *f, size_t i)
{
	if (sulih_figures_is_role(f, i, ROLE_HALF))
		return at_half(f, i);
	return sulih_figures_is_role(f, i, ROLE_CLOCK) ? at_clock_word(f, i) : at_number(f, i);
}
