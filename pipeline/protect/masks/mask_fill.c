#include "pipeline/protect/masks/masker.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/utf8.h"

bool sulih_mask_has_letter(struct sulih_view text)
{
	size_t used;

	for (size_t at = 0; at < text.length; at += used)
		if (sulih_is_letter(sulih_utf8_decode(text.data + at, text.length - at, &used)))
			return true;
	return false;
}

static int event_order(const void *a, const void *b)
{
	const struct sulih_mask_event *x = a, *y = b;

	return sulih_span_compare(x->span, y->span);
}

/* Plain text; for an engine a word said twice is written out (anak2). */
static int add_plain(struct sulih_masker *m, struct sulih_item *item, size_t start, size_t end)
{
	struct sulih_part *part = &item->source.items[item->source.count];
	const struct sulih_span span = { start, end };
	struct sulih_buffer twice = SULIH_BUFFER_INIT;
	bool failed = false;

	if (start == end)
		return 0;
	item->source.count++;
	part->text = sulih_view_slice(m->text, start, end);
	if (!m->options->identity && sulih_write_twice(m->text, span, &m->figures, &twice)) {
		part->written = part->text;
		part->text = sulih_arena_copy(&m->document->arena, sulih_buffer_view(&twice));
		failed = twice.failed != 0 || part->text.data == NULL;
		sulih_buffer_release(&twice);
	}
	return failed ? SULIH_ERROR_MEMORY : 0;
}

static void add_placeholder(struct sulih_masker *m, struct sulih_item *item,
			    const struct sulih_mask_event *event)
{
	struct sulih_placeholder *p = &item->placeholders.items[item->placeholders.count++];

	p->number = (unsigned)item->placeholders.count;
	p->kind = event->kind;
	p->source = sulih_view_slice(m->text, event->span.start, event->span.end);
	p->target = event->target;
	p->item = event->quote_item;
	item->source.items[item->source.count++].placeholder = p->number;
}

/* A headline in capitals is sent in sentence case: engines take capitals for acronyms. */
static int calm_down(struct sulih_masker *m, struct sulih_item *item)
{
	struct sulih_buffer calm = SULIH_BUFFER_INIT;
	bool failed = false;

	if (m->options->identity ||
	    !sulih_is_shouted(sulih_view_slice(m->text, item->span.start, item->span.end)))
		return 0;
	item->shouted = true;
	for (size_t i = 0; i < item->source.count; i++) {
		struct sulih_part *part = &item->source.items[i];
		size_t used = 0;

		if (part->placeholder != 0)
			continue;
		sulih_buffer_clear(&calm);
		if (i == 0) {
			sulih_utf8_decode(part->text.data, part->text.length, &used);
			sulih_buffer_append(&calm, part->text.data, used);
		}
		sulih_lower(sulih_view_slice(part->text, used, part->text.length), &calm);
		if (part->written.length == 0)
			part->written = part->text;
		part->text = sulih_arena_copy(&m->document->arena, sulih_buffer_view(&calm));
		failed = failed || calm.failed != 0 || part->text.data == NULL;
	}
	sulih_buffer_release(&calm);
	return failed ? SULIH_ERROR_MEMORY : 0;
}

/* So few are put in order by hand: nearly always, and most are in order already. */
enum { FEW_EVENTS = 32 };

static void insert_in_order(struct sulih_mask_event *all, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct sulih_mask_event one = all[i];
		size_t at = i;

		for (; at > 0 && event_order(&all[at - 1], &one) > 0; at--)
			all[at] = all[at - 1];
		if (at < i)
			all[at] = one;
	}
}

/* In the order of the text, without those that lie in another. */
static void order_events(struct sulih_masker *m, struct sulih_span item)
{
	struct sulih_mask_event *all = m->events.items;
	size_t kept = 0, at = item.start;

	if (m->events.count <= FEW_EVENTS)
		insert_in_order(all, m->events.count);
	else
		qsort(all, m->events.count, sizeof(*all), event_order);
	for (size_t i = 0; i < m->events.count; i++) {
		if (all[i].span.start < at)
			continue;
		at = all[i].span.end;
		if (kept < i)
			all[kept] = all[i];
		kept++;
	}
	m->events.count = kept;
}

/* Makes room for a part for each event and for the text between them. */
static int make_room(struct sulih_masker *m, struct sulih_item *item)
{
	struct sulih_arena *arena = &m->document->arena;
	size_t count = m->events.count, parts = count, at = item->span.start;

	for (size_t i = 0; i < count; i++) {
		parts += m->events.items[i].span.start > at;
		at = m->events.items[i].span.end;
	}
	parts += item->span.end > at;
	item->source.items = sulih_arena_alloc(arena, parts * sizeof(*item->source.items));
	if (count > 0)
		item->placeholders.items =
			sulih_arena_alloc(arena, count * sizeof(*item->placeholders.items));
	return item->source.items == NULL || (count > 0 && item->placeholders.items == NULL)
		       ? SULIH_ERROR_MEMORY
		       : 0;
}

int sulih_mask_fill(struct sulih_masker *m, struct sulih_item *item)
{
	size_t at = item->span.start;
	bool letters = false;

	order_events(m, item->span);
	if (sulih_mask_merge(m, item->span) != 0)
		return SULIH_ERROR_MEMORY;
	if (sulih_mask_share(m, item->span) != 0 || make_room(m, item) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i <= m->events.count; i++) {
		const struct sulih_mask_event *event =
			i < m->events.count ? &m->events.items[i] : NULL;
		size_t until = event ? event->span.start : item->span.end;

		letters = letters || sulih_mask_has_letter(sulih_view_slice(m->text, at, until));
		if (add_plain(m, item, at, until) != 0)
			return SULIH_ERROR_MEMORY;
		if (event == NULL)
			break;
		add_placeholder(m, item, event);
		at = event->span.end;
	}
	m->events.count = 0;
	item->state = letters ? SULIH_ITEM_NEW : SULIH_ITEM_SKIPPED;
	return calm_down(m, item);
}
