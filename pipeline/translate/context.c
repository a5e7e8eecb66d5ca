#include "pipeline/translate/context.h"

/* The headline stands at the head; what is sent along stays small beside the text itself. */
enum { FIRST_BLOCKS = 8, LONGEST = 600 };

static struct sulih_view shortened(struct sulih_view text)
{
	size_t length = text.length < LONGEST ? text.length : LONGEST;

	while (length > 0 && length < text.length && (text.data[length] & 0xC0) == 0x80)
		length--;
	return sulih_view_slice(text, 0, length);
}

struct sulih_context sulih_context_of(const struct sulih_document *document,
				      const struct sulih_item *item)
{
	const struct sulih_segmentation *s = &document->segmentation;
	struct sulih_context context = { SULIH_VIEW(""), SULIH_VIEW("") };

	for (size_t i = 0; i < s->blocks.count && i < FIRST_BLOCKS; i++) {
		struct sulih_span span = s->blocks.items[i].span;

		if (s->blocks.items[i].role != SULIH_ROLE_HEADING)
			continue;
		/* of itself a headline says nothing new */
		if (span.end <= item->span.start)
			context.headline =
				shortened(sulih_view_slice(s->running, span.start, span.end));
		break;
	}
	if (item->segment > 0 && item->segment <= s->segments.count) {
		struct sulih_span span = s->segments.items[item->segment - 1].span;

		context.before = shortened(sulih_view_slice(s->running, span.start, span.end));
	}
	if (context.before.length > 0 && context.before.data == context.headline.data)
		context.before.length = 0;
	return context;
}
