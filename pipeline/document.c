#include "pipeline/document.h"

static const char *const kind_names[SULIH_KIND_COUNT] = {
	"person", "place",   "organization", "work",	"event",   "law",     "product",
	"name",	  "number",  "money",	     "percent", "measure", "ordinal", "range",
	"score",  "date",    "time",	     "phone",	"code",	   "url",     "email",
	"handle", "hashtag", "term",	     "quote",	"mark",
};

static const char *const ruling_names[] = { "copy", "map", "convert", "leave" };

const char *sulih_kind_name(enum sulih_span_kind kind)
{
	return kind_names[kind];
}

const char *sulih_ruling_name(enum sulih_ruling ruling)
{
	return ruling_names[ruling];
}

bool sulih_kind_is_name(enum sulih_span_kind kind)
{
	return kind <= SULIH_KIND_NAME;
}

struct sulih_document *sulih_document_new(void)
{
	struct sulih_document *document = calloc(1, sizeof(*document));

	if (document == NULL)
		return NULL;
	sulih_normalized_init(&document->clean);
	sulih_segmentation_init(&document->segmentation);
	sulih_diagnostics_init(&document->diagnostics);
	return document;
}

static void release_items(struct sulih_document *document)
{
	for (size_t i = 0; i < document->items.count; i++)
		SULIH_VECTOR_RELEASE(&document->items.items[i].target);
	SULIH_VECTOR_RELEASE(&document->items);
}

void sulih_document_free(struct sulih_document *document)
{
	if (document == NULL)
		return;
	if (document->free_skeleton != NULL)
		document->free_skeleton(document->skeleton);
	release_items(document);
	SULIH_VECTOR_RELEASE(&document->units);
	SULIH_VECTOR_RELEASE(&document->spans);
	SULIH_VECTOR_RELEASE(&document->refusals);
	sulih_buffer_release(&document->target);
	sulih_diagnostics_release(&document->diagnostics);
	sulih_segmentation_release(&document->segmentation);
	sulih_normalized_release(&document->clean);
	sulih_arena_release(&document->arena);
	free(document);
}

const struct sulih_placeholder *sulih_item_placeholder(const struct sulih_item *item,
						       unsigned number)
{
	return number >= 1 && number <= item->placeholders.count
		       ? &item->placeholders.items[number - 1]
		       : NULL;
}

struct sulih_view sulih_document_clean(const struct sulih_document *document,
				       struct sulih_span span)
{
	size_t from = sulih_segmentation_clean(&document->segmentation, span.start);
	size_t to = sulih_segmentation_clean(&document->segmentation, span.end);

	return sulih_view_slice(sulih_buffer_view(&document->clean.text), from, to);
}

struct sulih_span sulih_document_source_span(const struct sulih_document *document,
					     struct sulih_span span)
{
	const struct sulih_segmentation *segmentation = &document->segmentation;
	struct sulih_view clean = sulih_buffer_view(&document->clean.text);
	size_t start = sulih_segmentation_clean(segmentation, span.start);
	size_t end = sulih_segmentation_clean(segmentation, span.end);

	start = sulih_offset_map_source(document->clean.map, clean, start, false);
	end = sulih_offset_map_source(document->clean.map, clean, end, true);
	/* an empty span where characters were dropped: what comes behind them */
	if (end < start)
		end = start;
	return (struct sulih_span){ document->base + start, document->base + end };
}

void sulih_document_adopt_diagnostics(struct sulih_document *document,
				      const struct sulih_diagnostics *from)
{
	for (size_t i = 0; i < from->list.count; i++) {
		const struct sulih_diagnostic *one = &from->list.items[i];

		sulih_diagnose(&document->diagnostics, one->id,
			       sulih_document_source_span(document, one->span), "%.*s",
			       SULIH_VIEW_ARGS(one->message));
	}
	document->diagnostics.failed |= from->failed;
}

/* By place, then by kind, then by their words: the same in every run. */
static int diagnostic_order(const void *a, const void *b)
{
	const struct sulih_diagnostic *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end < y->span.end ? -1 : 1;
	return sulih_view_compare(x->message, y->message);
}

void sulih_document_sort_diagnostics(struct sulih_document *document)
{
	if (document->diagnostics.list.count > 1)
		qsort(document->diagnostics.list.items, document->diagnostics.list.count,
		      sizeof(*document->diagnostics.list.items), diagnostic_order);
}
