/* Ranges with a short joiner, which no engine knows: 1 Maret s.d. 30 April, 10 s/d 15 orang,
 * Senin s.d. Jumat. */
#include "pipeline/protect/numbers/dates/calendar.h"
#include "pipeline/protect/numbers/figures.h"

/* s.d., s/d, sd at `i`, no word such as "hingga": the index behind it, or 0. */
static size_t short_joiner(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && t->role != ROLE_JOINER && sulih_figures_length(t) <= 2 &&
			       t->gap
		       ? sulih_figures_until(f, i)
		       : 0;
}

/* 5 s.d. | 10 persen: a plain number before the joiner that ends at `first`; 0: none stands there,
 * which a range never begins with in a text of ours. */
static size_t plain_before(const struct figures *f, size_t first)
{
	static const size_t lengths[] = { 1, 3, 4 }; /* sd, s/d, s.d. */

	for (size_t k = 0; k < SULIH_COUNT(lengths); k++) {
		size_t joiner = first - lengths[k];

		if (first > lengths[k] && joiner > f->first_free &&
		    short_joiner(f, joiner) == first && sulih_figures_is_digits(f, joiner - 1) &&
		    !sulih_figures_in_word(f, joiner - 1))
			return joiner;
	}
	return 0;
}

/* The same where the lower bound is no figure of its own. */
static struct sulih_candidate *join_plain(struct figures *f, size_t first)
{
	struct sulih_candidate *high = SULIH_VECTOR_LAST(&f->candidates->list);
	size_t joiner = plain_before(f, first);
	const struct token *low;
	struct sulih_view digits;

	if (joiner == 0 ||
	    (high->is.kind != SULIH_KIND_PERCENT && high->is.kind != SULIH_KIND_MEASURE &&
	     high->is.kind != SULIH_KIND_NUMBER))
		return NULL;
	low = sulih_figures_token(f, joiner - 1);
	digits = sulih_figures_text(f, low);
	sulih_buffer_clear(&f->target);
	sulih_buffer_printf(&f->target, "%.*s to %.*s", SULIH_VIEW_ARGS(digits),
			    SULIH_VIEW_ARGS(high->is.target));
	sulih_buffer_clear(&f->value);
	sulih_buffer_printf(&f->value, "%.*s..%.*s", SULIH_VIEW_ARGS(digits),
			    SULIH_VIEW_ARGS(high->is.value));
	high->is.span.start = low->start;
	high->is.ruling = SULIH_CONVERT;
	return high;
}

struct sulih_candidate *sulih_figures_join(struct figures *f, size_t first)
{
	size_t count = f->candidates->list.count;
	struct sulih_candidate *low, *high;
	bool day;

	if (first < 2 || short_joiner(f, f->first_free) != first)
		return first < 2 ? NULL : join_plain(f, first);
	if (count < 2 || f->first_free == 0)
		return NULL;
	low = &f->candidates->list.items[count - 2];
	high = low + 1;
	if (low->is.kind != high->is.kind || low->is.ruling == SULIH_LEAVE ||
	    low->is.span.end != sulih_figures_token(f, f->first_free - 1)->end)
		return NULL;
	day = low->is.kind == SULIH_KIND_DATE || low->is.kind == SULIH_KIND_TIME;
	sulih_buffer_clear(&f->target);
	sulih_buffer_printf(&f->target, "%.*s to %.*s", SULIH_VIEW_ARGS(low->is.target),
			    SULIH_VIEW_ARGS(high->is.target));
	sulih_buffer_clear(&f->value);
	sulih_buffer_printf(&f->value, "%.*s%s%.*s", SULIH_VIEW_ARGS(low->is.value),
			    day ? "/" : "..", SULIH_VIEW_ARGS(high->is.value));
	low->is.span.end = high->is.span.end;
	low->is.ruling = SULIH_CONVERT;
	f->candidates->list.count--;
	return low;
}

/* The English of a day or month that needs no mask alone; false: it is none. */
static bool put_bound(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role == ROLE_WEEKDAY && t->capital)
		sulih_buffer_puts(&f->target, sulih_weekday_name(t->value));
	else if (t->role == ROLE_MONTH && t->capital)
		sulih_buffer_puts(&f->target, sulih_month_name(t->value));
	else
		return false;
	return true;
}

size_t sulih_figure_day_range(struct figures *f, size_t i)
{
	size_t high = short_joiner(f, i + 1);

	if (high == 0 || i < f->first_free ||
	    sulih_figures_token(f, i)->role != sulih_figures_token(f, high)->role)
		return 0;
	sulih_figures_begin(f);
	if (!put_bound(f, i))
		return 0;
	sulih_buffer_puts(&f->target, " to ");
	if (!put_bound(f, high))
		return 0;
	sulih_figures_convert(f, i, high + 1, SULIH_KIND_DATE, "range");
	return high + 1;
}

size_t sulih_figure_plain_range(struct figures *f, size_t i)
{
	size_t joiner = i > 1 ? plain_before(f, i) : 0;
	struct sulih_view low, high;

	if (joiner == 0 || !sulih_figures_is_digits(f, i) || sulih_figures_in_word(f, i))
		return 0;
	low = sulih_figures_text(f, sulih_figures_token(f, joiner - 1));
	high = sulih_figures_text(f, sulih_figures_token(f, i));
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%.*s to %.*s", SULIH_VIEW_ARGS(low),
			    SULIH_VIEW_ARGS(high));
	sulih_buffer_printf(&f->value, "%.*s..%.*s", SULIH_VIEW_ARGS(low), SULIH_VIEW_ARGS(high));
	sulih_figures_convert(f, joiner - 1, i + 1, SULIH_KIND_NUMBER, "range");
	return i + 1;
}
