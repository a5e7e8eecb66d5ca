/*
 * The finder of figures over any text, taken as one segment: spans must lie in the text and
 * not overlap, a copy is its source, and every target is well-formed.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/protect.h"
#include "pipeline/protect/reasons.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "figures: %s\n", what);
		abort();
	}
}

static int by_start(const void *a, const void *b)
{
	const struct sulih_candidate *x = a, *y = b;

	return x->is.span.start < y->is.span.start ? -1 : x->is.span.start > y->is.span.start;
}

static void check(const struct sulih_document *document, struct sulih_candidates *found)
{
	struct sulih_view text = document->segmentation.running;
	size_t last = 0;

	if (found->list.count > 1)
		qsort(found->list.items, found->list.count, sizeof(found->list.items[0]), by_start);
	for (size_t i = 0; i < found->list.count; i++) {
		const struct sulih_protected *p = &found->list.items[i].is;

		must(p->span.start >= last && p->span.end > p->span.start &&
			     p->span.end <= text.length,
		     "a span is empty, overlaps or lies outside");
		last = p->span.end;
		must(p->target.length > 0, "a target is empty");
		must(sulih_reason_find(p->why) != NULL, "no reason");
		must(sulih_utf8_valid_prefix(p->target) == p->target.length,
		     "a target is not well-formed");
		must((p->ruling == SULIH_COPY) ==
			     sulih_view_equal(p->target,
					      sulih_view_slice(text, p->span.start, p->span.end)),
		     "copy and sameness differ");
		must(sulih_utf8_valid_prefix(sulih_view_slice(text, p->span.start, p->span.end)) ==
			     p->span.end - p->span.start,
		     "a span cuts a character");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_protect_options options = { .us_style = size % 2 == 1, .now = 1795305600 };
	struct sulih_normalize_options decoded = { .decoded = true, .want_map = true };
	struct sulih_document *document = sulih_document_new();
	struct sulih_word_memory *words = sulih_word_memory_new();
	struct sulih_candidates found = { .failed = false };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_segment_span *segment;

	must(document != NULL, "no memory");
	document->input = sulih_view_make((const char *)data, size);
	document->decoded = true;
	if (sulih_normalize(document->input, &decoded, &document->clean, &error) == 0) {
		document->segmentation.running = sulih_buffer_view(&document->clean.text);
		segment = SULIH_VECTOR_ADD(&document->segmentation.segments);
		must(segment != NULL, "no memory");
		segment->span.end = document->segmentation.running.length;
		must(sulih_words_read(words, &document->segmentation, &error) == 0, "no memory");
		must(sulih_find_figures(document, words, &options, &found, &error) == 0,
		     "no memory");
		check(document, &found);
	}
	free(found.list.items);
	sulih_word_memory_free(words);
	sulih_document_free(document);
	return 0;
}
