#include "pipeline/protect/masker.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/twice.h"

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

static int add_part(struct sulih_item *item, const struct sulih_part *wanted)
{
	struct sulih_part *part;

	if (wanted->placeholder == 0 && wanted->text.length == 0)
		return 0;
	part = SULIH_VECTOR_ADD(&item->source);
	if (part == NULL)
		return SULIH_ERROR_MEMORY;
	*part = *wanted;
	return 0;
}

/* Plain text; for an engine a word said twice is written out (anak2). */
static int add_plain(struct sulih_masker *m, struct sulih_item *item, size_t start, size_t end)
{
	struct sulih_part part = { .text = sulih_view_slice(m->text, start, end) };
	const struct sulih_span span = { start, end };
	struct sulih_buffer twice = SULIH_BUFFER_INIT;
	bool failed = false;

	if (!m->options->identity && sulih_write_twice(m->text, span, &twice)) {
		part.written = part.text;
		part.text = sulih_arena_copy(&m->document->arena, sulih_buffer_view(&twice));
		failed = twice.failed != 0 || part.text.data == NULL;
	}
	sulih_buffer_release(&twice);
	return failed ? SULIH_ERROR_MEMORY : add_part(item, &part);
}

static int add_placeholder(struct sulih_masker *m, struct sulih_item *item,
			   const struct sulih_mask_event *event)
{
	struct sulih_placeholder *p = SULIH_VECTOR_ADD(&item->placeholders);

	if (p == NULL)
		return SULIH_ERROR_MEMORY;
	p->number = (unsigned)item->placeholders.count;
	p->kind = event->kind;
	p->source = sulih_view_slice(m->text, event->span.start, event->span.end);
	p->target = event->target;
	p->item = event->quote_item;
	return add_part(item, &(struct sulih_part){ .placeholder = p->number });
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

/* In the order of the text, without those that lie in another. */
static void order_events(struct sulih_masker *m, struct sulih_span item)
{
	struct sulih_mask_event *all = m->events.items;
	size_t kept = 0, at = item.start;

	if (m->events.count > 1)
		qsort(all, m->events.count, sizeof(*all), event_order);
	for (size_t i = 0; i < m->events.count; i++) {
		if (all[i].span.start < at)
			continue;
		at = all[i].span.end;
		all[kept++] = all[i];
	}
	m->events.count = kept;
}

int sulih_mask_fill(struct sulih_masker *m, struct sulih_item *item)
{
	size_t at = item->span.start;
	bool letters = false;

	order_events(m, item->span);
	if (sulih_mask_merge(m, item->span) != 0)
		return SULIH_ERROR_MEMORY;
	sulih_mask_share(m, item->span);
	if (SULIH_VECTOR_ROOM(&item->source, 2 * m->events.count + 1) != 0 ||
	    SULIH_VECTOR_ROOM(&item->placeholders, m->events.count) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i <= m->events.count; i++) {
		const struct sulih_mask_event *event =
			i < m->events.count ? &m->events.items[i] : NULL;
		size_t until = event ? event->span.start : item->span.end;

		letters = letters || sulih_mask_has_letter(sulih_view_slice(m->text, at, until));
		if (add_plain(m, item, at, until) != 0 ||
		    (event != NULL && add_placeholder(m, item, event) != 0))
			return SULIH_ERROR_MEMORY;
		at = event ? event->span.end : until;
	}
	m->events.count = 0;
	item->state = letters ? SULIH_ITEM_NEW : SULIH_ITEM_SKIPPED;
	return calm_down(m, item);
}
