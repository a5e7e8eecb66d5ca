#include "pipeline/translate/said.h"

static bool is_of(const struct sulih_diagnostic *one, struct sulih_span span)
{
	return one->span.start == span.start && one->span.end == span.end;
}

struct sulih_said sulih_said_of(const struct sulih_document *document,
				const struct sulih_item *item, size_t since)
{
	const struct sulih_diagnostics *all = &document->diagnostics;
	struct sulih_said said = { all, all->list.count, all->list.count };
	struct sulih_span span;

	if (said.end == since)
		return said;
	span = sulih_document_source_span(document, item->span);
	while (said.first > since && is_of(&all->list.items[said.first - 1], span))
		said.first--;
	return said;
}

void sulih_said_repeat(struct sulih_said said, struct sulih_document *document,
		       const struct sulih_item *item)
{
	for (size_t i = said.first; i < said.end; i++) {
		/* a copy: the list may be the one that grows */
		const struct sulih_diagnostic one = said.of->list.items[i];

		sulih_diagnose(&document->diagnostics, one.id,
			       sulih_document_source_span(document, item->span), "%.*s",
			       SULIH_VIEW_ARGS(one.message));
	}
}
