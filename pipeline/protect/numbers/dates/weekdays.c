/* Weekdays on their own: the night before one, and Sunday, which is also a week. */
#include "pipeline/protect/numbers/dates/date_read.h"

bool sulih_date_is_weekday(const struct token *t)
{
	/* minggu in small letters is a week */
	return t->role == ROLE_WEEKDAY && (t->capital || t->value != 7);
}

bool sulih_date_is_night(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->role == ROLE_DAYPART && t->value == 4;
}

/* "lalu", "silam", "yang lalu" behind a date: the index behind, or `i`.
 * It is taken in, so that no engine makes "ago" of it. */
size_t sulih_date_skip_past(const struct figures *f, size_t i)
{
	size_t at = sulih_figures_is_role(f, i, ROLE_WHICH) ? i + 1 : i;

	if (!sulih_figures_is_role(f, at, ROLE_PAST) || !sulih_figures_token(f, at)->gap ||
	    sulih_figures_is_role(f, at + 1, ROLE_TRAFFIC))
		return i;
	return at + 1;
}

/* malam Minggu is the night before Sunday; a weekday before it says the same. */
static size_t write_night(struct figures *f, size_t first, size_t weekday)
{
	int day = sulih_figures_token(f, weekday)->value;
	size_t end = sulih_date_skip_past(f, weekday + 1);

	day = day == 1 ? 7 : day - 1;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%s%s night", end > weekday + 1 ? "last " : "",
			    sulih_weekday_name(day));
	sulih_figures_convert(f, first, end, SULIH_KIND_DATE, "eve");
	return end;
}

/* pada Minggu: Sunday, where an engine may read "week"; not before a date, which takes it in. */
static size_t sunday(struct figures *f, size_t i)
{
	const struct token *next = sulih_figures_token(f, i + 1);
	size_t end;

	if (i == 0 || !sulih_figures_is_cue(f, i - 1, "sunday") ||
	    sulih_figures_token(f, i)->value != 7 || (next->capital && next->role != ROLE_JOINER) ||
	    next->kind == TOKEN_NUMBER || sulih_figures_is_mark(f, i + 1, '(') ||
	    sulih_figures_token(f, i + 2)->kind == TOKEN_NUMBER)
		return 0;
	for (size_t k = i + 1; k < i + 4; k++)
		if (sulih_figures_is_mark(f, k, '('))
			return 0;
	sulih_figures_begin(f);
	end = sulih_date_skip_past(f, i + 1);
	sulih_buffer_puts(&f->target, end > i + 1 ? "last Sunday" : "Sunday");
	sulih_figures_convert(f, i, end, SULIH_KIND_DATE, "Sunday");
	return end;
}

/* "Film Malam Minggu Miko"; in a headline the word before has a capital too. */
static bool is_title(const struct figures *f, size_t i)
{
	const struct token *before = sulih_figures_token(f, i - 1);

	return sulih_figures_token(f, i)->capital && before->kind == TOKEN_WORD &&
	       !(before->capital && !sulih_figures_token(f, i + 2)->capital) &&
	       !(sulih_figures_is_capitals(f, i) && sulih_figures_is_capitals(f, i - 1));
}

size_t sulih_figure_night(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;
	const struct token *next = sulih_figures_token(f, i + 1);

	if (sulih_date_is_night(f, i)) {
		if (next->role != ROLE_WEEKDAY || !next->gap)
			return 0;
		/* "Malam Minggu Miko" amid a sentence is a title; "tadi malam" is last night,
		 * "tengah malam Ahad" midnight on that day */
		if (before != NULL && (before->role == ROLE_WEEKDAY || is_title(f, i) ||
				       sulih_figures_is_cue(f, i - 1, "night")))
			return 0;
		return write_night(f, i, i + 1);
	}
	if (!sulih_date_is_weekday(t))
		return 0;
	if (sulih_date_is_night(f, i + 1) && sulih_figures_is_role(f, i + 2, ROLE_WEEKDAY) &&
	    sulih_figures_token(f, i + 2)->value == t->value % 7 + 1)
		return write_night(f, i, i + 2);
	return t->capital ? sunday(f, i) : 0;
}
