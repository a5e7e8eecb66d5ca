/* Quotes of any text keep their invariants: in order, nested, inside the text. */
#include <stdint.h>
#include <stdlib.h>

#include "segment/quotes/quotes.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct sulih_segmentation *out)
{
	size_t last = 0, outer_end = 0;

	for (size_t i = 0; i < out->quotes.count; i++) {
		const struct sulih_quote *quote = &out->quotes.items[i];

		if (quote->span.start < last || quote->inner.start <= quote->span.start ||
		    quote->inner.end <= quote->inner.start || quote->span.end < quote->inner.end ||
		    quote->span.end > out->running.length ||
		    quote->speaker.end > out->running.length ||
		    quote->speaker.start > quote->speaker.end)
			abort();
		if (quote->depth == 1 && quote->span.start < outer_end)
			abort();
		if (quote->depth == 2 && quote->span.end > outer_end)
			abort();
		if (quote->depth == 1)
			outer_end = quote->span.end;
		if (quote->kind == SULIH_QUOTE_MENTION && quote->speaker.end > 0)
			abort();
		last = quote->span.start;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_segmentation out = { .running = { (const char *)data, size } };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_block *block;

	out.running.length = sulih_utf8_valid_prefix(out.running);
	block = SULIH_VECTOR_ADD(&out.blocks);
	if (block != NULL) {
		block->span.end = out.running.length;
		if (sulih_find_quotes(&out, &error) == 0)
			check(&out);
	}
	SULIH_VECTOR_RELEASE(&out.blocks);
	SULIH_VECTOR_RELEASE(&out.quotes);
	sulih_diagnostics_release(&out.diagnostics);
	return 0;
}
