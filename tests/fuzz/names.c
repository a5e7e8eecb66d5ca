/*
 * Any well-formed text: the finder of names keeps its promises.  Every candidate
 * lies in a segment, is not empty, begins and ends at a character and at no blank,
 * copies have no English of their own and maps have one, and a second run over the
 * same document finds the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/protect.h"
#include "pipeline/protect/reasons.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "names: %s\n", what);
	abort();
}

static bool is_border(struct sulih_view text, size_t at)
{
	return at == text.length || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

static bool in_segment(const struct sulih_segmentation *s, struct sulih_span span)
{
	for (size_t i = 0; i < s->segments.count; i++) {
		if (s->segments.items[i].span.start <= span.start &&
		    span.end <= s->segments.items[i].span.end)
			return true;
	}
	return false;
}

static void check_candidate(const struct sulih_document *document,
			    const struct sulih_candidate *one)
{
	struct sulih_view text = document->segmentation.running;
	struct sulih_span span = one->is.span;

	check(span.start < span.end && span.end <= text.length, "an empty span, or one outside");
	check(is_border(text, span.start) && is_border(text, span.end), "half a character");
	check(text.data[span.start] != ' ' && text.data[span.end - 1] != ' ', "a blank at an edge");
	check(in_segment(&document->segmentation, span), "a name over a border of sentences");
	check(sulih_kind_is_name(one->is.kind), "a kind that is no name");
	check(one->is.ruling != SULIH_MAP || one->is.target.length > 0, "mapped to nothing");
	check(one->is.ruling != SULIH_CONVERT && sulih_reason_find(one->is.why),
	      "no ruling of names, or no reason");
}

static void find(struct sulih_document *document, struct sulih_word_memory *words,
		 struct sulih_candidates *found)
{
	const struct sulih_protect_options options = { 0 };
	struct sulih_error error = SULIH_ERROR_INIT;

	check(sulih_words_read(words, &document->segmentation, &error) == 0, error.message);
	check(sulih_find_names(document, words, &options, found, &error) == 0, error.message);
	for (size_t i = 0; i < found->list.count; i++)
		check_candidate(document, &found->list.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_view text = sulih_view_make((const char *)data, size);
	struct sulih_candidates first = { 0 }, second = { 0 };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_document *document = sulih_document_new();
	struct sulih_word_memory *words = sulih_word_memory_new();

	text.length = sulih_utf8_valid_prefix(text);
	check(document != NULL && words != NULL, "out of memory");
	check(sulih_segment(text, NULL, &document->segmentation, &error) == 0, error.message);
	find(document, words, &first);
	find(document, words, &second);
	check(first.list.count == second.list.count, "two runs differ");
	SULIH_VECTOR_RELEASE(&first.list);
	SULIH_VECTOR_RELEASE(&second.list);
	sulih_word_memory_free(words);
	sulih_document_free(document);
	return 0;
}
