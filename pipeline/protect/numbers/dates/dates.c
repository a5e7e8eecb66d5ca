/* Dates: what stands beside them says that they are dates; the weekday goes into the same mask. */
#include "base/letter.h"
#include "pipeline/protect/numbers/dates/date_order.h"
#include "pipeline/protect/numbers/dates/date_read.h"

enum { WEEKDAY_REACH = 6 };

/* The weekday that stands before a date. */
struct beside {
	int weekday;   /* 1…7, 0: none */
	size_t at;     /* its token */
	bool adjacent; /* only a comma or a bracket between */
	bool bracket;  /* Jumat (11/1/2024) */
	bool comma;
	bool eve; /* malam Minggu (…): says nothing sure about the day */
};

/* Words that may stand between a weekday and its date: Senin malam waktu setempat (3/6). */
static bool may_part(const struct figures *f, size_t i)
{
	return sulih_figures_is_role(f, i, ROLE_DAYPART) ||
	       sulih_figures_is_role(f, i, ROLE_ZONE) || sulih_figures_is_cue(f, i, "date-between");
}

static struct beside find_beside(const struct figures *f, size_t first)
{
	struct beside b = { .adjacent = true };

	for (size_t i = first; i > 0 && first - i < WEEKDAY_REACH; i--) {
		const struct token *t = sulih_figures_token(f, i - 1);

		if (sulih_date_is_weekday(t)) {
			b.weekday = t->value;
			b.at = i - 1;
			b.eve = i > 1 && t->gap && sulih_date_is_night(f, i - 2);
			return b;
		}
		if (t->kind == TOKEN_MARK && t->mark == '(' && i == first) {
			b.bracket = true;
		} else if (t->kind == TOKEN_MARK && t->mark == ',' && !b.comma) {
			b.comma = true;
		} else if (t->kind == TOKEN_WORD && may_part(f, i - 1)) {
			b.adjacent = false;
		} else {
			break;
		}
	}
	b.adjacent = false;
	return b;
}

/* 11/1/2024 (Jumat) */
static int weekday_behind(const struct figures *f, size_t end)
{
	const struct token *t = sulih_figures_token(f, end + 1);

	return sulih_figures_is_mark(f, end, '(') && sulih_date_is_weekday(t) &&
			       sulih_figures_is_tight(f, end + 2, ')')
		       ? t->value
		       : 0;
}

static void write_date(struct figures *f, const struct written_date *d)
{
	bool us = f->options->us_style;
	struct day from = d->from, to = d->to;

	if (to.month == 0) {
		sulih_day_write(&from, us, &f->target);
		sulih_day_value(&from, &f->value);
		return;
	}
	sulih_day_value(&from, &f->value);
	sulih_buffer_putc(&f->value, '/');
	sulih_day_value(&to, &f->value);
	from.year = 0;
	if (from.month == to.month && us) {
		/* June 19-20, 2024 */
		sulih_day_write(&from, true, &f->target);
		sulih_buffer_printf(&f->target, "%s%d", d->joiner, to.day);
		if (to.year != 0)
			sulih_buffer_printf(&f->target, ", %d", to.year);
		return;
	}
	if (from.month == to.month && from.day != 0)
		sulih_buffer_printf(&f->target, "%d", from.day);
	else
		sulih_day_write(&from, us, &f->target);
	sulih_buffer_puts(&f->target, d->joiner);
	sulih_day_write(&to, us, &f->target);
}

/* The token at which the mask begins when the weekday goes in, or `first`. */
static size_t weekday_start(const struct figures *f, const struct beside *b, size_t first,
			    size_t end)
{
	if (b->weekday == 0 || !b->adjacent || b->eve || b->at < f->first_free)
		return first;
	if (b->bracket && !sulih_figures_is_tight(f, end, ')'))
		return first;
	return b->at;
}

/* Sabtu-Minggu (15-16/6): the first weekday of two goes in too. */
static size_t first_weekday(const struct figures *f, size_t at)
{
	if (at >= 2 && at - 2 >= f->first_free && sulih_figures_is_tight(f, at - 1, '-') &&
	    sulih_date_is_weekday(sulih_figures_token(f, at - 2)))
		return at - 2;
	return at;
}

/* "hari Senin (3/6)": the weekday says by itself that it is a day. */
static size_t skip_day_word(const struct figures *f, size_t start)
{
	return start > f->first_free && sulih_figures_says(f, start - 1, "hari") ? start - 1
										 : start;
}

static size_t propose(struct figures *f, size_t i, const struct written_date *d,
		      const struct beside *b)
{
	size_t start = weekday_start(f, b, i, d->end), end = d->end, past;
	bool with = start != i;

	sulih_figures_begin(f);
	if (!with) {
		write_date(f, d);
		end = sulih_date_skip_past(f, end);
		sulih_figures_convert(f, i, end,
				      d->to.month != 0 ? SULIH_KIND_RANGE : SULIH_KIND_DATE,
				      d->numeric ? "numeric date" : "date");
		return end;
	}
	if (b->bracket)
		end++;
	past = sulih_date_skip_past(f, end);
	if (past != end && b->bracket)
		sulih_buffer_puts(&f->target, "last ");
	start = first_weekday(f, start);
	if (start != b->at)
		sulih_buffer_printf(&f->target, "%s-",
				    sulih_weekday_name(sulih_figures_token(f, start)->value));
	sulih_buffer_puts(&f->target, sulih_weekday_name(b->weekday));
	sulih_buffer_puts(&f->target, b->bracket ? " (" : ", ");
	write_date(f, d);
	if (b->bracket)
		sulih_buffer_putc(&f->target, ')');
	start = skip_day_word(f, start);
	sulih_figures_convert(f, start, past, SULIH_KIND_DATE, "weekday and date");
	return past;
}

/* Malam ini, 4/11, … */
static bool is_today(const struct figures *f, size_t i)
{
	uint32_t behind = sulih_figures_token(f, i + 3)->kind == TOKEN_MARK
				  ? sulih_figures_token(f, i + 3)->mark
				  : 0;

	return i > 1 && sulih_figures_is_tight(f, i - 1, ',') && (behind == ',' || behind == '.') &&
	       sulih_figures_is_cue(f, i - 2, "today");
}

/* 1/3 may be a third, 24/7 always: without a year something must say that it is a date. */
static bool is_said_to_be_date(const struct figures *f, size_t i, const struct beside *b,
			       bool three)
{
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;

	if (b->weekday != 0)
		return true;
	/* "lahir 17-08-85", "pada 05-11-23": two small numbers could be a share, three are a day */
	if (three && i > 0 && sulih_figures_is_cue(f, i - 1, "date-before"))
		return true;
	if (is_today(f, i))
		return true;
	/* hingga 5/11 pukul 10.00; but 1/2 jam */
	if (sulih_figures_is_role(f, i + 3, ROLE_CLOCK) &&
	    sulih_figures_token(f, i + 3)->value != 2)
		return true;
	/* tgl. 5/6 */
	if (i > 1 && sulih_figures_is_tight(f, i - 1, '.') &&
	    sulih_figures_is_role(f, i - 2, ROLE_DATE))
		return true;
	/* tiga perempat (3/4) anggota */
	return before != NULL &&
	       (before->role == ROLE_DATE || (before->kind == TOKEN_MARK && before->mark == '(' &&
					      !(i > 1 && sulih_figures_is_cue(f, i - 2, "share"))));
}

/* Juni lalu → last June */
static size_t last_month(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t end = sulih_date_skip_past(f, i + 1);

	if (end == i + 1 || !t->capital || t->end - t->start < 3)
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "last %s", sulih_month_name(t->value));
	sulih_buffer_printf(&f->value, "--%02d", t->value);
	sulih_figures_convert(f, i, end, SULIH_KIND_DATE, "last month");
	return end;
}

/* 2019 lalu: a year, not "ago". */
static size_t past_year(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct decimal value;
	size_t end = sulih_date_skip_past(f, i + 1);
	long year;

	if (end == i + 1 || sulih_decimal_read(sulih_figures_text(f, t), &value) != NUMBER_PLAIN)
		return 0;
	year = sulih_decimal_small(&value);
	if (year < 1900 || year > 2100)
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%ld", year);
	sulih_buffer_printf(&f->value, "%ld", year);
	sulih_figures_convert(f, i, end, SULIH_KIND_DATE, "past year");
	return end;
}

/* Sabtu (32/1/2024): a date by its look, but none by any reading. */
static size_t impossible_date(struct figures *f, size_t i)
{
	struct beside b;

	if (!sulih_date_has_shape(f, i))
		return 0;
	b = find_beside(f, i);
	if (!is_said_to_be_date(f, i, &b, true))
		return 0;
	sulih_date_diagnose(f, SULIH_DIAGNOSTIC_DATE_IMPOSSIBLE, i, i + 5, "there is no such day");
	sulih_figures_begin(f);
	sulih_figures_copy(f, i, i + 5, SULIH_KIND_DATE, "numeric date");
	return i + 5;
}

size_t sulih_figure_date(struct figures *f, size_t i)
{
	struct written_date d;
	struct beside b;
	size_t end;
	int weekday;

	if (!sulih_date_read_words(f, i, &d) && !sulih_date_read_numeric(f, i, &d)) {
		if (sulih_figures_token(f, i)->kind != TOKEN_NUMBER)
			return last_month(f, i);
		end = impossible_date(f, i);
		return end != 0 ? end : past_year(f, i);
	}
	/* Universitas 17 Agustus 1945, Jalan 10 November: the date is a name */
	if (i > 0 && sulih_figures_token(f, i - 1)->capital &&
	    sulih_figures_is_cue(f, i - 1, "date-name"))
		return d.end;
	b = find_beside(f, i);
	weekday = b.eve ? 0 : b.weekday != 0 ? b.weekday : weekday_behind(f, d.end);
	if (d.numeric) {
		if ((!d.year_given || d.doubtful) && !is_said_to_be_date(f, i, &b, d.year_given))
			return 0;
		/* Brown (12/20): shots that went in */
		if (!d.year_given && d.from.month > 12 && b.weekday == 0 && b.bracket)
			return 0;
		if (d.to.month != 0) {
			if (!sulih_date_settle_order(f, i, d.end, &d.to, weekday) ||
			    d.from.month < 1 || d.from.month > 12)
				return 0;
		} else if (!sulih_date_settle_order(f, i, d.end, &d.from, weekday)) {
			return 0;
		} else {
			sulih_date_settle_year(f, i, d.end, &d.from, weekday);
		}
	}
	if (d.to.month == 0 && d.from.year != 0 && weekday != 0 && sulih_day_exists(&d.from) &&
	    sulih_day_weekday(&d.from) == weekday)
		f->year = d.from.year;
	sulih_date_check(f, i, d.end, d.to.month != 0 ? &d.to : &d.from, weekday);
	end = propose(f, i, &d, &b);
	/* 12-Jan-2025, 1 Jan-30 Jun: no person Jan */
	if ((sulih_figures_is_tight(f, i + 1, '-') &&
	     sulih_figures_is_role(f, i + 2, ROLE_MONTH)) ||
	    (sulih_figures_is_tight(f, end, '-') &&
	     sulih_figures_token(f, end + 1)->kind == TOKEN_NUMBER))
		sulih_figures_outrank_names(f);
	return end;
}
