/*
 * Any well-formed text: segmentation keeps its invariants.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "segment/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_view text = sulih_view_make((const char *)data, size);
	struct sulih_segmentation segmentation;
	struct sulih_error error = SULIH_ERROR_INIT;

	text.length = sulih_utf8_valid_prefix(text);
	sulih_segmentation_init(&segmentation);
	if (sulih_segment(text, NULL, &segmentation, &error) != 0 ||
	    sulih_segmentation_verify(&segmentation, text, &error) != 0)
		abort();
	for (size_t i = 0; i < segmentation.quotes.count; i++) {
		const struct sulih_quote *quote = &segmentation.quotes.items[i];

		if (quote->span.end > segmentation.running.length ||
		    quote->inner.start < quote->span.start || quote->inner.end > quote->span.end)
			abort();
	}
	sulih_segmentation_release(&segmentation);
	return 0;
}
