/* Clock times: pukul 14.30 WIB, jam 7 malam, 19.00-21.00 WIB. */
#include "base/letter.h"
#include "pipeline/protect/numbers/dates/clock_read.h"
#include "pipeline/protect/numbers/amounts/quantity.h"

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

/* 8-10 a.m., 09:00 to 11:00 */
static void write_two(struct sulih_buffer *out, const struct clock *first,
		      const struct clock *second, const char *joiner, enum half_day half)
{
	if (half != HALF_NONE && first->minute < 0)
		sulih_buffer_printf(out, "%d", first->hour);
	else
		write_clock(out, first);
	sulih_buffer_puts(out, joiner);
	if (half != HALF_NONE)
		write_half(out, second, half);
	else
		write_clock(out, second);
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

/* WIB, GMT; LT, the local time of ships and aircraft, is never written small: "lt. 3" is a
 * floor. */
static bool is_zone(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->role == ROLE_ZONE &&
	       (t->english[0] == '\0' || (t->gap && sulih_figures_is_capitals(f, i)));
}

static size_t write_zone(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (!is_zone(f, i))
		return i;
	sulih_buffer_putc(&f->target, ' ');
	if (t->english[0] != '\0') {
		sulih_buffer_puts(&f->target, t->english);
		return i + 1;
	}
	for (size_t at = t->start; at < t->end; at++)
		sulih_buffer_putc(&f->target,
				  (char)sulih_to_upper((unsigned char)f->text.data[at]));
	return i + 1;
}

static size_t propose(struct figures *f, size_t i, struct clock *first, bool lead)
{
	struct clock second;
	const char *joiner = NULL;
	size_t end = first->end, after;
	int part = 0;
	enum half_day half = HALF_NONE;
	bool range = sulih_clock_read_second(f, end, &second, &joiner);

	sulih_figures_begin(f);
	if (range)
		end = second.end;
	if ((after = sulih_figures_about(f, end)) != 0) {
		/* jam 7-an, jam 7-8an */
		sulih_buffer_puts(&f->target, "around ");
		end = after;
	}
	after = sulih_clock_read_daypart(f, end, &part);
	if (after != end && first->hour <= 12 && first->hour > 0 &&
	    (!range || (second.hour <= 12 && second.hour > 0)))
		half = half_of(part, range ? second.hour : first->hour);
	if (range)
		write_two(&f->target, first, &second, joiner, half);
	else if (half != HALF_NONE)
		write_half(&f->target, first, half);
	else if (lead && first->minute < 0 && first->hour >= 1 && first->hour <= 12 &&
		 !is_zone(f, after))
		sulih_buffer_printf(&f->target, "%d o'clock", first->hour);
	else
		write_clock(&f->target, first);
	write_value(&f->value, first, half);
	if (range) {
		sulih_buffer_putc(&f->value, '/');
		write_value(&f->value, &second, half);
	}
	end = write_zone(f, after);
	f->clock_seen = true;
	sulih_figures_convert(f, i, end, SULIH_KIND_TIME, lead ? "pukul" : "zone");
	/* PASAR TUTUP PUKUL 12.00: no market of that name; 09.00 SD 15.00: no school */
	if (range || (lead && sulih_figures_token(f, i)->capital))
		sulih_figures_outrank_names(f);
	return end;
}

/* Whether a unit behind a time makes a length of it; people do not: "jam 17.30 warga bubar". */
static bool is_measured(const struct figures *f, const struct clock *c, size_t end)
{
	struct measure behind = sulih_measure_read(f, end);

	return behind.end != 0 && !(c->minute >= 0 && sulih_measure_is(&behind, "count"));
}

/* Rabu, 15/1/2025, 10.00: nothing but a comma stands behind the date. */
static bool follows_date(const struct figures *f, size_t i)
{
	return i > 0 && f->first_free > 0 && f->candidates->list.count > 0 &&
	       SULIH_VECTOR_LAST(&f->candidates->list)->is.kind == SULIH_KIND_DATE &&
	       (i == f->first_free ||
		(i == f->first_free + 1 && sulih_figures_is_tight(f, i - 1, ',')));
}

/* After jam: 3 jam is a length, "jam 20 menit" the end of one, "jam 10 besar" none. */
static bool is_length(const struct figures *f, size_t i, const struct clock *c)
{
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;

	/* 5 Maret 2024 jam 9 pagi: the year counts no hours */
	if (before != NULL && !follows_date(f, i) &&
	    (before->kind == TOKEN_NUMBER || before->role == ROLE_DIGIT ||
	     before->role == ROLE_FIXED || before->role == ROLE_HALF || before->role == ROLE_TENS ||
	     before->role == ROLE_TEENS || before->role == ROLE_SCALE ||
	     before->role == ROLE_DATE || /* per jam */
	     (before->kind == TOKEN_MARK && before->mark == '/' &&
	      !sulih_figures_token(f, i)->gap))) /* km/jam */
		return true;
	return is_measured(f, c, c->end) || sulih_figures_is_role(f, c->end, ROLE_SCALE);
}

static size_t at_clock_word(struct figures *f, size_t i)
{
	size_t at = sulih_figures_is_tight(f, i + 1, '.') ? i + 2 : i + 1; /* pkl. 13.00 */
	struct clock c;
	int part;

	if (!sulih_clock_read(f, at, &c) && !sulih_clock_read_words(f, at, &c))
		return 0;
	/* PKL 12 are street vendors, 150 pk 4 silinder horses */
	if (sulih_figures_token(f, i)->value == 3 && c.minute < 0 &&
	    (sulih_figures_is_capitals(f, i) ||
	     (i > 0 && sulih_figures_length(sulih_figures_token(f, i)) == 2 &&
	      sulih_figures_token(f, i - 1)->kind == TOKEN_NUMBER)) &&
	    sulih_clock_read_daypart(f, c.end, &part) == c.end && !is_zone(f, c.end))
		return 0;
	if (sulih_figures_token(f, i)->value == 2 && is_length(f, i, &c))
		return 0;
	/* pukul 7 kurang 5 menit, jam 7 lewat 10: left to the engine */
	if (c.minute < 0 && sulih_figures_is_cue(f, c.end, "past-or-to"))
		return c.end;
	return propose(f, i, &c, true);
}

/* pukul 10 pagi hingga 9 malam, jam 7 atau 8 malam: a time stands right before. */
static bool follows_time(const struct figures *f, size_t i)
{
	size_t tie = f->first_free;

	return tie > 0 && tie < i && f->candidates->list.count > 0 &&
	       SULIH_VECTOR_LAST(&f->candidates->list)->is.kind == SULIH_KIND_TIME &&
	       (sulih_figures_until(f, tie) == i ||
		(i == tie + 1 && (sulih_figures_is_role(f, tie, ROLE_JOINER) ||
				  sulih_figures_is_mark(f, tie, '-'))));
}

/* tayang 19.00, magrib 17.48; jam kunjungan 16.00; "- 10.45: korban tiba" */
static bool is_announced(const struct figures *f, size_t i)
{
	enum { REACH = 3 };

	if (i > 0 && sulih_figures_is_cue(f, i - 1, "clock"))
		return true;
	if (sulih_figures_is_tight(f, i + 1, ':') &&
	    (i == 0 || (i == 1 && sulih_figures_token(f, 0)->kind == TOKEN_MARK)))
		return true;
	for (size_t k = i; k > 0 && i - k < REACH && sulih_figures_token(f, k - 1)->gap; k--)
		if (sulih_figures_is_role(f, k - 1, ROLE_CLOCK))
			return true;
	return false;
}

/* A time without pukul: a zone behind it, two times tied by a dash, or a zero before it. */
static size_t at_number(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;
	struct clock c, second;
	const char *joiner;
	size_t end;
	int part;
	bool sure;

	if (!sulih_clock_read(f, i, &c))
		return 0;
	if (c.minute < 0)
		return c.hour > 0 && c.hour <= 12 &&
				       sulih_clock_read_daypart(f, c.end, &part) != c.end &&
				       follows_time(f, i)
			       ? propose(f, i, &c, false)
			       : 0;
	end = c.end;
	sure = sulih_clock_read_second(f, end, &second, &joiner) && second.minute >= 0 &&
	       second.minute % 5 == 0 && c.minute % 5 == 0 && second.padded &&
	       (!sulih_figures_token(f, end)->gap || (c.padded && c.hour < second.hour));
	if (sure)
		end = second.end;
	sure = sure || (c.padded && f->text.data[t->start] == '0');
	sure = sure || (c.end > i + 1 && (c.padded || c.second >= 0)); /* 14:30, 1:23:45 */
	/* 14.30 waktu setempat */
	sure = sure || sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, end)), "waktu");
	/* "buka 09.00, tutup 17.00": one time makes the next */
	sure = sure || (c.padded && f->clock_seen);
	sure = sure || (before != NULL && c.padded && before->role == ROLE_DAYPART);
	/* tiba 21.00 malam; "turun 7.50 pagi ini" is no time */
	sure = sure ||
	       (sulih_clock_read_daypart(f, end, &part) != end &&
		!sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, end + 1)), "ini"));
	sure = sure || (c.padded && (follows_date(f, i) || is_announced(f, i)));
	sure = sure && !is_measured(f, &c, end) && !sulih_figures_is_role(f, end, ROLE_SCALE);
	if (!sure && !is_zone(f, end))
		return 0;
	return propose(f, i, &c, false);
}

/* "setengah tujuh malam" without pukul: only the part of the day says that it is a time. */
static size_t at_half(struct figures *f, size_t i)
{
	struct clock c;
	int part = 0;

	if (!sulih_clock_read_words(f, i, &c) || sulih_clock_read_daypart(f, c.end, &part) == c.end)
		return 0;
	return propose(f, i, &c, true);
}

size_t sulih_figure_clock(struct figures *f, size_t i)
{
	if (sulih_figures_is_role(f, i, ROLE_HALF))
		return at_half(f, i);
	return sulih_figures_is_role(f, i, ROLE_CLOCK) ? at_clock_word(f, i) : at_number(f, i);
}
