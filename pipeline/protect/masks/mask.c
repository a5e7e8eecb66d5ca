#include "pipeline/protect/masks/masker.h"

#include "base/letter.h"
#include "base/utf8.h"

/* The part of a quote that lies in one segment. */
struct quote_part {
	const struct sulih_quote *quote;
	size_t index;
	struct sulih_span part;	 /* with its marks, as far as they lie in the segment */
	struct sulih_span inner; /* without */
};

enum { MOST_PARTS = 32, FEWEST_WORDS = 3 };

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

/* Words of the text, no more than `most` of them. */
static size_t count_words(struct sulih_view text, size_t most)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.length && words < most; i++) {
		bool blank = blank_at(text, i);

		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

/* Whether the words of a quote are a sentence that can be translated alone:
 * "Kami siap membantu," and "Kami menang," are; the partial quote in menyebut
 * "tindakan keji" is not. */
static bool sentence_sized(struct sulih_view text, const struct quote_part *part)
{
	struct sulih_view inner = sulih_view_slice(text, part->inner.start, part->inner.end);
	size_t words = count_words(inner, FEWEST_WORDS + 1), used;
	bool capital = sulih_is_upper(sulih_utf8_decode(inner.data, inner.length, &used));
	bool ends = strchr(",.?!", inner.data[inner.length - 1]) != NULL;

	if (words >= FEWEST_WORDS && capital)
		return true;
	return ends && words > (capital ? 1 : FEWEST_WORDS);
}

/* Whether the quote stands apart from its frame.  --quotes=verbatim keeps the words of partial
 * ones too; mentions and titles never do. */
static bool stands_apart(const struct sulih_masker *m, const struct quote_part *part)
{
	struct sulih_view inner = sulih_view_slice(m->text, part->inner.start, part->inner.end);

	return m->options->quotes != SULIH_QUOTES_INLINE &&
	       part->quote->kind == SULIH_QUOTE_SPEECH && sulih_mask_has_letter(inner) &&
	       (m->options->quotes == SULIH_QUOTES_VERBATIM || sentence_sized(m->text, part));
}

/* Finds the quotes that reach into `segment`: of those into the one before, and new ones. */
static int gather_quotes(struct sulih_masker *m, struct sulih_span segment)
{
	const struct sulih_segmentation *s = &m->document->segmentation;
	size_t kept = 0;

	for (size_t i = 0; i < m->quotes.count; i++)
		if (s->quotes.items[m->quotes.items[i]].span.end > segment.start)
			m->quotes.items[kept++] = m->quotes.items[i];
	m->quotes.count = kept;
	for (; m->next_quote < s->quotes.count &&
	       s->quotes.items[m->next_quote].span.start < segment.end;
	     m->next_quote++) {
		size_t *one;

		if (s->quotes.items[m->next_quote].span.end <= segment.start)
			continue;
		one = SULIH_VECTOR_ADD(&m->quotes);
		if (one == NULL)
			return SULIH_ERROR_MEMORY;
		*one = m->next_quote;
	}
	return 0;
}

/* The depth-1 quotes that reach into `segment`, in order. */
static size_t quote_parts(struct sulih_masker *m, struct sulih_span segment,
			  struct quote_part *parts)
{
	const struct sulih_segmentation *s = &m->document->segmentation;
	size_t count = 0;

	for (size_t i = 0; i < m->quotes.count && count < MOST_PARTS; i++) {
		const struct sulih_quote *q = &s->quotes.items[m->quotes.items[i]];
		struct quote_part *part = &parts[count];

		if (q->depth != 1)
			continue;
		part->quote = q;
		part->index = m->quotes.items[i];
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

/* The marks of quotes that stay inline within `range`; deeper ones too when `inner`. */
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

/* A trailing comma belongs to the frame: "Kami siap," is sent as "Kami siap". */
static struct sulih_span words_of_quote(struct sulih_view text, struct sulih_span inner)
{
	if (inner.end - inner.start > 1 && text.data[inner.end - 1] == ',')
		inner.end--;
	return trim(text, inner);
}

static int mask_isolated(struct sulih_masker *m, size_t segment, const struct quote_part *part)
{
	struct sulih_item *item = new_item(m, segment, words_of_quote(m->text, part->inner));

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
	struct quote_part parts[MOST_PARTS];
	size_t frame = m->document->items.count, isolated = 0, count;
	unsigned inline_depth = 1;
	struct sulih_item *item;
	bool whole;

	if (gather_quotes(m, segment) != 0)
		return SULIH_ERROR_MEMORY;
	count = quote_parts(m, segment, parts);
	whole = count == 1 && parts[0].part.start <= segment.start &&
		parts[0].part.end >= segment.end;
	if (whole) {
		segment = without_edge_marks(segment, &parts[0]);
		inline_depth = 2;
	}
	if (new_item(m, index, segment) == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < count && !whole; i++) {
		bool apart = stands_apart(m, &parts[i]);

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
