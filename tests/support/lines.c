#include "tests/support/lines.h"

int lines_as_segments(struct sulih_document *document)
{
	struct sulih_view text = document->segmentation.running;
	size_t start = 0;

	for (size_t i = 0; i <= text.length; i++) {
		struct sulih_segment_span *segment;

		if (i < text.length && text.data[i] != '\n')
			continue;
		if (i > start) {
			segment = SULIH_VECTOR_ADD(&document->segmentation.segments);
			if (segment == NULL)
				return SULIH_ERROR_MEMORY;
			segment->span = (struct sulih_span){ start, i };
		}
		start = i + 1;
	}
	return 0;
}
