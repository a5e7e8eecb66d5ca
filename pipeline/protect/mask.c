#include "pipeline/protect/mask.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/utf8.h"

/* Something in an item that becomes a placeholder. */
struct event {
	struct sulih_span span;
	enum sulih_span_kind kind;
	struct sulih_view target;
	size_t quote_item; /* kind QUOTE: index of its item */
};

struct masker {
	struct sulih_document *document;
	const struct sulih_protect_options *options;
	struct sulih_view text;
	size_t next_quote; /* first quote that may still reach into a segment */
	size_t next_span;
	SULIH_VECTOR(struct event) events;
};

/* The part of a quote that lies in one segment. */
struct quote_part {
	const struct sulih_quote *quote;
	size_t index;
	struct sulih_span part;	 /* with its marks, as far as they lie in the segment */
	struct sulih_span inner; /* without */
};

enum { MOST_PARTS = 32, FEWEST_WORDS = 3 };

const struct sulih_placeholder *sulih_item_placeholder(const struct sulih_item *item,
						       unsigned number)
{
	return number >= 1 && number <= item->placeholders.count
		       ? &item->placeholders.items[number - 1]
		       : NULL;
}

static bool any_letter(struct sulih_view text)
{
	size_t used;

	for (size_t at = 0; at < text.length; at += used)
		if (sulih_is_letter(sulih_utf8_decode(text.data + at, text.length - at, &used)))
			return true;
	return false;
}

static bool blank_at(struct sulih_view text, size_t at)
{
	return text.data[at] == ' ' || text.data[at] == '\n' || text.data[at] == '\t';
}

static struct sulih_span trim(struct sulih_view text, struct sulih_span span)
{
	while (span.start < span.end && blank_at(text, span.start))
		span.start++;
	while (span.end > span.start && blank_at(text, span.end - 1))
		span.end--;
	return span;
}

static size_t count_words(struct sulih_view text)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.length; i++) {
		bool blank = blank_at(text, i);

		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

/* Whether the words of a quote are a sentence that can be translated alone:
 * "Kami siap membantu," is; the partial quote in menyebut "tindakan keji" is not. */
static bool sentence_sized(struct sulih_view text, const struct quote_part *part)
{
	struct sulih_view inner = sulih_view_slice(text, part->inner.start, part->inner.end);
	size_t words = count_words(inner), used;
	char last;

	if (part->quote->kind != SULIH_QUOTE_SPEECH || words < FEWEST_WORDS || !any_letter(inner))
		return false;
	last = inner.data[inner.length - 1];
	if (sulih_is_upper(sulih_utf8_decode(inner.data, inner.length, &used)))
		return true;
	return words > FEWEST_WORDS && strchr(",.?!", last) != NULL;
}

/* The depth-1 quotes that reach into `segment`, in order. */
static size_t quote_parts(struct masker *m, struct sulih_span segment, struct quote_part *parts)
{
	const struct sulih_segmentation *s = &m->document->segmentation;
	size_t count = 0;

	while (m->next_quote < s->quotes.count &&
	       s->quotes.items[m->next_quote].span.end <= segment.start)
		m->next_quote++;
	for (size_t i = m->next_quote; i < s->quotes.count && count < MOST_PARTS; i++) {
		const struct sulih_quote *q = &s->quotes.items[i];
		struct quote_part *part = &parts[count];

		if (q->span.start >= segment.end)
			break;
		if (q->depth != 1 || q->span.end <= segment.start)
			continue;
		part->quote = q;
		part->index = i;
		part->part.start = q->span.start > segment.start ? q->span.start : segment.start;
		part->part.end = q->span.end < segment.end ? q->span.end : segment.end;
		part->inner.start = q->inner.start > segment.start ? q->inner.start : segment.start;
		part->inner.end = q->inner.end < segment.end ? q->inner.end : segment.end;
		if (part->inner.start >= part->inner.end)
			continue;
		part->inner = trim(m->text, part->inner);
		count += part->inner.start < part->inner.end;
	}
	return count;
}

static int add_event(struct masker *m, size_t start, size_t end, enum sulih_span_kind kind,
		     struct sulih_view target, size_t quote_item)
{
	struct event *event;

	if (start >= end)
		return 0;
	event = SULIH_VECTOR_ADD(&m->events);
	if (event == NULL)
		return SULIH_ERROR_MEMORY;
	*event = (struct event){ { start, end }, kind, target, quote_item };
	return 0;
}

static int add_mark(struct masker *m, size_t start, size_t end)
{
	return start < end ? add_event(m, start, end, SULIH_KIND_MARK,
				       sulih_view_slice(m->text, start, end), 0)
			   : 0;
}

/* The marks of quotes that stay inline within `range`; deeper ones too when `inner`. */
static int add_inline_marks(struct masker *m, struct sulih_span range, unsigned least_depth)
{
	const struct sulih_segmentation *s = &m->document->segmentation;

	for (size_t i = m->next_quote; i < s->quotes.count; i++) {
		const struct sulih_quote *q = &s->quotes.items[i];

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

static int add_spans(struct masker *m, struct sulih_span range)
{
	const struct sulih_document *d = m->document;

	for (size_t i = m->next_span; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];
		struct sulih_view source;

		if (p->span.start >= range.end)
			break;
		if (p->span.start < range.start || p->span.end > range.end ||
		    p->ruling == SULIH_LEAVE)
			continue;
		source = sulih_view_slice(m->text, p->span.start, p->span.end);
		if (add_event(m, p->span.start, p->span.end, p->kind,
			      m->options->identity ? source : p->target, 0) != 0)
			return SULIH_ERROR_MEMORY;
	}
	return 0;
}

static int event_order(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static int add_part(struct sulih_item *item, struct sulih_view text, unsigned placeholder)
{
	struct sulih_part *part;

	if (placeholder == 0 && text.length == 0)
		return 0;
	part = SULIH_VECTOR_ADD(&item->source);
	if (part == NULL)
		return SULIH_ERROR_MEMORY;
	*part = (struct sulih_part){ text, placeholder };
	return 0;
}

static int add_placeholder(struct masker *m, struct sulih_item *item, const struct event *event)
{
	struct sulih_placeholder *p = SULIH_VECTOR_ADD(&item->placeholders);

	if (p == NULL)
		return SULIH_ERROR_MEMORY;
	p->number = (unsigned)item->placeholders.count;
	p->kind = event->kind;
	p->source = sulih_view_slice(m->text, event->span.start, event->span.end);
	p->target = event->target;
	p->item = event->quote_item;
	return add_part(item, (struct sulih_view){ NULL, 0 }, p->number);
}

/* Fills the item's parts from the events gathered; an event inside another is dropped. */
static int fill_item(struct masker *m, struct sulih_item *item)
{
	size_t at = item->span.start;
	bool letters = false;

	if (m->events.count > 1)
		qsort(m->events.items, m->events.count, sizeof(*m->events.items), event_order);
	for (size_t i = 0; i <= m->events.count; i++) {
		const struct event *event = i < m->events.count ? &m->events.items[i] : NULL;
		size_t until = event ? event->span.start : item->span.end;
		struct sulih_view plain;

		if (until < at)
			continue;
		plain = sulih_view_slice(m->text, at, until);
		letters = letters || any_letter(plain);
		if (add_part(item, plain, 0) != 0 ||
		    (event != NULL && add_placeholder(m, item, event) != 0))
			return SULIH_ERROR_MEMORY;
		at = event ? event->span.end : until;
	}
	m->events.count = 0;
	item->state = letters ? SULIH_ITEM_NEW : SULIH_ITEM_SKIPPED;
	return 0;
}

/* A headline in capitals is sent in sentence case: engines take capitals for acronyms. */
static int calm_down(struct masker *m, struct sulih_item *item)
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
		part->text = sulih_arena_copy(&m->document->arena, sulih_buffer_view(&calm));
		failed = failed || calm.failed != 0 || part->text.data == NULL;
	}
	sulih_buffer_release(&calm);
	return failed ? SULIH_ERROR_MEMORY : 0;
}

static struct sulih_item *new_item(struct masker *m, size_t segment, struct sulih_span span)
{
	struct sulih_item *item = SULIH_VECTOR_ADD(&m->document->items);

	if (item != NULL) {
		item->segment = segment;
		item->span = span;
	}
	return item;
}

/* A trailing comma belongs to the frame: "Kami siap," is sent as "Kami siap". */
static struct sulih_span words_of_quote(struct sulih_view text, struct sulih_span inner)
{
	if (inner.end - inner.start > 1 && text.data[inner.end - 1] == ',')
		inner.end--;
	return trim(text, inner);
}

static int mask_isolated(struct masker *m, size_t segment, const struct quote_part *part)
{
	struct sulih_item *item = new_item(m, segment, words_of_quote(m->text, part->inner));

	if (item == NULL)
		return SULIH_ERROR_MEMORY;
	item->isolated = true;
	item->quote = part->index;
	if (add_inline_marks(m, item->span, 2) != 0 || add_spans(m, item->span) != 0)
		return SULIH_ERROR_MEMORY;
	return fill_item(m, item);
}

/* A sentence wholly inside a quote: its marks at the edges stay outside the item. */
static struct sulih_span without_edge_marks(struct sulih_span segment,
					    const struct quote_part *part)
{
	return part->part.start <= segment.start && part->part.end >= segment.end ? part->inner
										  : segment;
}

/* Boilerplate that will not be translated needs no engine. */
static bool unsent(const struct masker *m, size_t segment)
{
	const struct sulih_segmentation *s = &m->document->segmentation;

	return m->options->boilerplate_unsent &&
	       s->blocks.items[s->segments.items[segment].block].role == SULIH_ROLE_BOILERPLATE;
}

/* One segment: the frame first, then the quotes it frames. */
static int mask_segment(struct masker *m, size_t index)
{
	struct sulih_span segment = m->document->segmentation.segments.items[index].span;
	struct quote_part parts[MOST_PARTS];
	size_t count = quote_parts(m, segment, parts);
	size_t frame = m->document->items.count, isolated = 0;
	bool whole = count == 1 && parts[0].part.start <= segment.start &&
		     parts[0].part.end >= segment.end;
	unsigned inline_depth = 1;
	struct sulih_item *item;

	if (whole) {
		segment = without_edge_marks(segment, &parts[0]);
		inline_depth = 2;
	}
	if (new_item(m, index, segment) == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < count && !whole; i++) {
		bool apart = m->options->quotes != SULIH_QUOTES_INLINE &&
			     sentence_sized(m->text, &parts[i]);

		if (apart && add_event(m, parts[i].part.start, parts[i].part.end, SULIH_KIND_QUOTE,
				       (struct sulih_view){ "", 0 }, frame + ++isolated) != 0)
			return SULIH_ERROR_MEMORY;
		parts[i].quote = apart ? parts[i].quote : NULL;
	}
	if (add_inline_marks(m, segment, inline_depth) != 0 || add_spans(m, segment) != 0)
		return SULIH_ERROR_MEMORY;
	item = &m->document->items.items[frame];
	item->quoted = whole && parts[0].quote->kind == SULIH_QUOTE_SPEECH;
	item->quote = whole ? parts[0].index : 0;
	if (fill_item(m, item) != 0 || calm_down(m, item) != 0)
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
	struct masker m = { .document = document,
			    .options = options,
			    .text = document->segmentation.running };
	int status = 0;

	for (size_t i = 0; i < document->segmentation.segments.count && status == 0; i++) {
		size_t start = document->segmentation.segments.items[i].span.start;

		while (m.next_span < document->spans.count &&
		       document->spans.items[m.next_span].span.end <= start)
			m.next_span++;
		status = mask_segment(&m, i);
	}
	SULIH_VECTOR_RELEASE(&m.events);
	return status == 0 ? 0 : sulih_fail_memory(error);
}

void sulih_unmask_source(const struct sulih_document *document, const struct sulih_item *item,
			 struct sulih_buffer *out)
{
	(void)document;
	for (size_t i = 0; i < item->source.count; i++) {
		const struct sulih_part *part = &item->source.items[i];
		const struct sulih_placeholder *p = sulih_item_placeholder(item, part->placeholder);

		sulih_buffer_add(out, p ? p->source : part->text);
	}
}

/* Equal, or for a headline in capitals equal but for case. */
static bool same_text(const struct sulih_item *item, struct sulih_view a, struct sulih_view b)
{
	struct sulih_buffer x = SULIH_BUFFER_INIT, y = SULIH_BUFFER_INIT;
	bool same;

	if (!item->shouted)
		return sulih_view_equal(a, b);
	sulih_lower(a, &x);
	sulih_lower(b, &y);
	same = sulih_view_equal(sulih_buffer_view(&x), sulih_buffer_view(&y)) || x.failed ||
	       y.failed;
	sulih_buffer_release(&x);
	sulih_buffer_release(&y);
	return same;
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
		if (status == 0 && !same_text(item, sulih_buffer_view(&text), want))
			status = sulih_fail(error, SULIH_ERROR_INTERNAL,
					    "unmasking segment %zu does not give its text back",
					    item->segment);
	}
	sulih_buffer_release(&text);
	return status;
}
