#include "pipeline/protect/masks/masker.h"

#include "base/letter.h"
#include "lists.h"

/*
 * Which neighbours are one phrase (docs/masks.md): an engine keeps one token more surely than
 * two, but must see every word that it has to put into another place.  So only what English
 * has in a known order is merged, and no clause border may lie inside.
 */

static struct sulih_view between(const struct sulih_masker *m, const struct sulih_mask_event *a,
				 const struct sulih_mask_event *b)
{
	return sulih_view_slice(m->text, a->span.end, b->span.start);
}

/* Whether the name only says what is counted: Hari Ulang Tahun (HUT), KTT. */
static bool is_countable(struct sulih_view target)
{
	static const char *const names[] = { "anniversary", "anniversary (HUT)", "summit",
					     "summit (KTT)" };

	return SULIH_VIEW_IS_ONE_OF(target, names);
}

/* HUT RI | ke-79, KTT G20 | ke-17, Hari Ulang Tahun | ke-79: English puts the ordinal first. */
static bool is_counted_event(const struct sulih_masker *m, const struct sulih_mask_event *a,
			     const struct sulih_mask_event *b)
{
	struct sulih_view ordinal = b->found->target; /* "79th", not "of the 20th century" */

	return (a->kind == SULIH_KIND_EVENT || is_countable(a->target)) &&
	       b->kind == SULIH_KIND_ORDINAL && !a->merged &&
	       sulih_view_is(between(m, a, b), " ") && ordinal.length > 0 &&
	       sulih_byte_is_digit(ordinal.data[0]) &&
	       memchr(ordinal.data, ' ', ordinal.length) == NULL;
}

/* KTT ke-42 | ASEAN: the length of "42nd " in "42nd summit", or 0. */
static size_t summit_of(const struct sulih_masker *m, const struct sulih_mask_event *a,
			const struct sulih_mask_event *b)
{
	const char *blank = memchr(a->target.data, ' ', a->target.length);
	size_t before = blank == NULL ? 0 : (size_t)(blank - a->target.data) + 1;

	/* KTT ke-12 Indonesia-AS: of both */
	if (b->span.end < m->text.length && m->text.data[b->span.end] == '-')
		return 0;
	return a->merged && sulih_kind_is_name(b->kind) && sulih_view_is(between(m, a, b), " ") &&
			       sulih_view_starts(
				       sulih_view_slice(a->target, before, a->target.length),
				       SULIH_VIEW("summit"))
		       ? before
		       : 0;
}

/* HUT ke-79 | RI, HUT ke-79 Kemerdekaan | RI, HUT Kemerdekaan ke-79 | RI: the length of what
 * English says before "Independence Day", or 0. */
static size_t national_day(const struct sulih_masker *m, const struct sulih_mask_event *a,
			   const struct sulih_mask_event *b)
{
	static const char *const days[] = { "anniversary", "anniversary (HUT)",
					    "Independence Day" };
	struct sulih_view gap = between(m, a, b);
	size_t length;

	if (b->kind != SULIH_KIND_PLACE ||
	    !(sulih_view_is(b->target, "Indonesia") ||
	      sulih_view_is(b->target, "Republic of Indonesia")) ||
	    !(sulih_view_is(gap, " ") || sulih_view_is(gap, " Kemerdekaan ")))
		return 0;
	length = SULIH_VIEW_ENDS_WITH_ONE_OF(a->target, days);
	return length > 0 ? a->target.length - length : 0;
}

/* HUT ke-80 | TNI, HUT ke-17 | Partai Gerindra: the length of "80th " in "80th anniversary", or 0.
 * A person's comes with a possessive, which is the translator's. */
static size_t anniversary_of(const struct sulih_masker *m, const struct sulih_mask_event *a,
			     const struct sulih_mask_event *b)
{
	static const char *const days[] = { " anniversary", " anniversary (HUT)" };
	size_t length = SULIH_VIEW_ENDS_WITH_ONE_OF(a->target, days);

	if (length == 0 || !sulih_byte_is_digit(a->target.data[0]) ||
	    memchr(a->target.data, ' ', a->target.length) !=
		    a->target.data + a->target.length - length ||
	    (b->kind != SULIH_KIND_ORGANIZATION && b->kind != SULIH_KIND_PLACE) ||
	    !sulih_view_is(between(m, a, b), " "))
		return 0;
	return a->target.length - length + 1;
}

/* Sabtu (17/8/2024) | pukul 10.00 WIB, with or without a comma. */
static bool is_moment(const struct sulih_masker *m, const struct sulih_mask_event *a,
		      const struct sulih_mask_event *b)
{
	struct sulih_view gap = between(m, a, b);

	return a->kind == SULIH_KIND_DATE && b->kind == SULIH_KIND_TIME &&
	       (sulih_view_is(gap, " ") || sulih_view_is(gap, ", "));
}

/* A country or region that has an adjective, a province: what contains towns. */
static bool contains_towns(const struct sulih_mask_event *event)
{
	const struct sulih_protected *p = event->found;

	return p->row.table == &sulih_list_provinces || p->row.table == &sulih_list_icu_regions ||
	       sulih_table_has(&sulih_list_adjectives, p->target);
}

/* The phrase ends here: a clause may not begin with its last name ("Di Tokyo, Jepang menang"). */
static bool is_closed(const struct sulih_masker *m, size_t at, size_t end)
{
	char next = at < end ? m->text.data[at] : '.';

	return next == ',' || next == '.' || next == ';' || next == ')';
}

/* Samarinda, Kalimantan Timur, … and Tokyo, Jepang. */
static bool is_town_and_region(const struct sulih_masker *m, const struct sulih_mask_event *a,
			       const struct sulih_mask_event *b, size_t end)
{
	/* Amerika Serikat (AS), Jepang: a row of countries */
	if (memchr(a->target.data, '(', a->target.length) != NULL)
		return false;
	return a->kind == SULIH_KIND_PLACE && b->kind == SULIH_KIND_PLACE && !a->merged &&
	       sulih_view_is(between(m, a, b), ", ") && is_closed(m, b->span.end, end) &&
	       contains_towns(b) && !sulih_table_has(&sulih_list_adjectives, a->found->target);
}

/* The English of both, `first` before `second`. */
static int join(struct sulih_masker *m, struct sulih_mask_event *into,
		const struct sulih_mask_event *last, struct sulih_view first, const char *by,
		struct sulih_view second)
{
	into->span.end = last->span.end;
	into->merged = true;
	if (m->options->identity)
		into->target = sulih_view_slice(m->text, into->span.start, into->span.end);
	else
		into->target =
			SULIH_ARENA_JOIN(&m->document->arena, first, sulih_view_of(by), second);
	return into->target.data != NULL ? 1 : SULIH_ERROR_MEMORY;
}

/* "42nd ", "ASEAN" and " Summit": 42nd ASEAN Summit */
static int join_counted(struct sulih_masker *m, struct sulih_mask_event *a,
			const struct sulih_mask_event *b, size_t before, const char *event)
{
	int status = join(m, a, b, sulih_view_slice(a->target, 0, before), "", b->target);

	return status == 1 ? join(m, a, b, a->target, event, SULIH_VIEW("")) : status;
}

/* 1: `b` has become a part of `a`; 0: they stay apart. */
static int try_merge(struct sulih_masker *m, struct sulih_mask_event *a,
		     const struct sulih_mask_event *b, size_t end)
{
	size_t before_day;

	if (a->found == NULL || b->found == NULL)
		return 0;
	before_day = national_day(m, a, b);
	if (before_day > 0)
		return join(m, a, b, sulih_view_slice(a->target, 0, before_day), "",
			    SULIH_VIEW("Indonesian Independence Day"));
	before_day = summit_of(m, a, b);
	if (before_day > 0)
		return join_counted(m, a, b, before_day, " Summit");
	before_day = anniversary_of(m, a, b);
	if (before_day > 0)
		return join_counted(m, a, b, before_day, " anniversary");
	if (is_counted_event(m, a, b))
		return join(m, a, b, b->target, " ", a->target);
	if (is_moment(m, a, b) || is_town_and_region(m, a, b, end))
		return join(m, a, b, a->target, ", ", b->target);
	return 0;
}

/* “Laut Bercerita”: a name alone between its marks.  1: the marks are a part of it. */
static int try_marks(struct sulih_masker *m, struct sulih_mask_event *open,
		     const struct sulih_mask_event *name, const struct sulih_mask_event *close)
{
	struct sulih_view before = open->target;
	struct sulih_mask_event whole = *name;
	int status;

	if (open->kind != SULIH_KIND_MARK || close->kind != SULIH_KIND_MARK ||
	    name->found == NULL || name->span.start != open->span.end ||
	    close->span.start != name->span.end)
		return 0;
	whole.span.start = open->span.start;
	status = join(m, &whole, close, before, "", name->target);
	if (status == 1)
		status = join(m, &whole, close, whole.target, "", close->target);
	*open = whole;
	return status;
}

int sulih_mask_merge(struct sulih_masker *m, struct sulih_span item)
{
	struct sulih_mask_event *all = m->events.items;
	size_t kept = 0;

	for (size_t i = 0; i < m->events.count; i++) {
		int merged = kept == 0 ? 0 : try_merge(m, &all[kept - 1], &all[i], item.end);
		int marks = merged != 0 || kept < 2
				    ? 0
				    : try_marks(m, &all[kept - 2], &all[kept - 1], &all[i]);

		if (merged < 0 || marks < 0)
			return SULIH_ERROR_MEMORY;
		if (marks == 1)
			kept--;
		else if (merged == 0)
			all[kept++] = all[i];
	}
	m->events.count = kept;
	return 0;
}
