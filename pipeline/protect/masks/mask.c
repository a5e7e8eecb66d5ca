/* Segments as items: the frame and the quotes that stand apart from it, with what is masked in
 * them. */
#include "pipeline/protect/masks/masker.h"

static int add_event(struct sulih_masker *m, struct sulih_mask_event wanted)
{
	struct sulih_mask_event *event;

	if (wanted.span.start >= wanted.span.end)
		return 0;
	event = SULIH_VECTOR_ADD(&m->events);
	if (event == NULL)
		return SULIH_ERROR_MEMORY;
	*event = wanted;
	return 0;
}

static int add_mark(struct sulih_masker *m, size_t start, size_t end)
{
	struct sulih_mask_event mark = { .span = { start, end }, .kind = SULIH_KIND_MARK };

	if (start < end)
		mark.target = sulih_view_slice(m->text, start, end);
	return add_event(m, mark);
}

/* The marks of quotes that stay inline within `range`; those of `least_depth` and deeper. */
static int add_inline_marks(struct sulih_masker *m, struct sulih_span range, unsigned least_depth)
{
	const struct sulih_segmentation *s = &m->document->segmentation;

	for (size_t i = 0; i < m->quotes.count; i++) {
		const struct sulih_quote *q = &s->quotes.items[m->quotes.items[i]];

		if (q->span.start >= range.end)
			break;
		if (q->depth < least_depth)
			continue;
		if (q->span.start >= range.start && q->inner.start <= range.end &&
		    add_mark(m, q->span.start, q->inner.start) != 0)
			return SULIH_ERROR_MEMORY;
		if (q->closed && q->inner.end >= range.start && q->span.end <= range.end &&
		    add_mark(m, q->inner.end, q->span.end) != 0)
			return SULIH_ERROR_MEMORY;
	}
	return 0;
}

static int add_spans(struct sulih_masker *m, struct sulih_span range)
{
	const struct sulih_document *d = m->document;

	for (size_t i = m->next_span; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];
		struct sulih_mask_event event = {
			.span = p->span, .kind = p->kind, .target = p->target, .found = p
		};

		if (p->span.start >= range.end)
			break;
		if (p->span.start < range.start || p->span.end > range.end ||
		    p->ruling == SULIH_LEAVE)
			continue;
		if (m->options->identity)
			event.target = sulih_view_slice(m->text, p->span.start, p->span.end);
		if (add_event(m, event) != 0)
			return SULIH_ERROR_MEMORY;
	}
	return 0;
}

static struct sulih_item *new_item(struct sulih_masker *m, size_t segment, struct sulih_span span)
{
	struct sulih_item *item = SULIH_VECTOR_ADD(&m->document->items);

	if (item != NULL) {
		item->segment = segment;
		item->span = span;
	}
	return item;
}

static int mask_isolated(struct sulih_masker *m, size_t segment, const struct quote_part *part)
{
	struct sulih_item *item =
		new_item(m, segment, sulih_mask_words_of_quote(m->text, part->inner));

	if (item == NULL)
		return SULIH_ERROR_MEMORY;
	item->isolated = true;
	item->quote = part->index;
	if (add_inline_marks(m, item->span, 2) != 0 || add_spans(m, item->span) != 0)
		return SULIH_ERROR_MEMORY;
	return sulih_mask_fill(m, item);
}

/* A sentence wholly inside a quote: its marks at the edges stay outside the item. */
static struct sulih_span without_edge_marks(struct sulih_span segment,
					    const struct quote_part *part)
{
	return part->part.start <= segment.start && part->part.end >= segment.end ? part->inner
										  : segment;
}

/* Boilerplate that will not be translated needs no engine. */
static bool unsent(const struct sulih_masker *m, size_t segment)
{
	const struct sulih_segmentation *s = &m->document->segmentation;

	return m->options->boilerplate_unsent &&
	       s->blocks.items[s->segments.items[segment].block].role == SULIH_ROLE_BOILERPLATE;
}

/* One segment: the frame first, then the quotes it frames. */
static int mask_segment(struct sulih_masker *m, size_t index)
{
	struct sulih_span segment = m->document->segmentation.segments.items[index].span;
	struct quote_part parts[SULIH_MASK_PARTS];
	size_t frame = m->document->items.count, isolated = 0, count;
	unsigned inline_depth = 1;
	struct sulih_item *item;
	bool whole;

	if (sulih_mask_gather_quotes(m, segment) != 0)
		return SULIH_ERROR_MEMORY;
	count = sulih_mask_quote_parts(m, segment, parts);
	whole = count == 1 && parts[0].part.start <= segment.start &&
		parts[0].part.end >= segment.end;
	if (whole) {
		segment = without_edge_marks(segment, &parts[0]);
		inline_depth = 2;
	}
	if (new_item(m, index, segment) == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < count && !whole; i++) {
		bool apart = sulih_mask_stands_apart(m, &parts[i]);

		struct sulih_mask_event event = { .span = parts[i].part,
						  .kind = SULIH_KIND_QUOTE,
						  .target = SULIH_VIEW("") };

		if (apart) {
			event.quote_item = frame + ++isolated;
			if (add_event(m, event) != 0)
				return SULIH_ERROR_MEMORY;
		}
		parts[i].quote = apart ? parts[i].quote : NULL;
	}
	if (add_inline_marks(m, segment, inline_depth) != 0 || add_spans(m, segment) != 0)
		return SULIH_ERROR_MEMORY;
	item = &m->document->items.items[frame];
	item->quoted = whole && parts[0].quote->kind == SULIH_QUOTE_SPEECH;
	item->quote = whole ? parts[0].index : 0;
	if (sulih_mask_fill(m, item) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < count && !whole; i++)
		if (parts[i].quote != NULL && mask_isolated(m, index, &parts[i]) != 0)
			return SULIH_ERROR_MEMORY;
	for (size_t i = frame; unsent(m, index) && i < m->document->items.count; i++)
		m->document->items.items[i].state = SULIH_ITEM_SKIPPED;
	return 0;
}

int sulih_mask(struct sulih_document *document, const struct sulih_protect_options *options,
	       struct sulih_error *error)
{
	struct sulih_masker m = { .document = document,
				  .options = options,
				  .text = document->segmentation.running };
	size_t count = document->segmentation.segments.count;
	int status = SULIH_VECTOR_ROOM(&document->items, count);

	for (size_t i = 0; i < count && status == 0; i++) {
		size_t start = document->segmentation.segments.items[i].span.start;

		while (m.next_span < document->spans.count &&
		       document->spans.items[m.next_span].span.end <= start)
			m.next_span++;
		status = mask_segment(&m, i);
	}
	SULIH_VECTOR_RELEASE(&m.events);
	SULIH_VECTOR_RELEASE(&m.quotes);
	return status == 0 ? 0 : sulih_fail_memory(error);
}

void sulih_unmask_source(const struct sulih_document *document, const struct sulih_item *item,
			 struct sulih_buffer *out)
{
	(void)document;
	for (size_t i = 0; i < item->source.count; i++) {
		const struct sulih_part *part = &item->source.items[i];
		const struct sulih_placeholder *p = sulih_item_placeholder(item, part->placeholder);

		sulih_buffer_add(out, p				 ? p->source
				      : part->written.length > 0 ? part->written
								 : part->text);
	}
}

int sulih_mask_verify(const struct sulih_document *document, struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	int status = 0;

	for (size_t i = 0; i < document->items.count && status == 0; i++) {
		const struct sulih_item *item = &document->items.items[i];
		struct sulih_view want = sulih_view_slice(document->segmentation.running,
							  item->span.start, item->span.end);

		sulih_buffer_clear(&text);
		sulih_unmask_source(document, item, &text);
		status = sulih_buffer_status(&text, error);
		if (status == 0 && !sulih_view_equal(sulih_buffer_view(&text), want))
			status = sulih_fail(error, SULIH_ERROR_INTERNAL,
					    "unmasking segment %zu does not give its text back",
					    item->segment);
	}
	sulih_buffer_release(&text);
	return status;
}
