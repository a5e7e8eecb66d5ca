/* The ledger for people: a few lines a document. */
#include "base/utf8.h"
#include "pipeline/reassemble/ledger_inside.h"

/* At most so many code points of a text, for a line of the summary. */
static struct sulih_view shortened(struct sulih_view text, size_t most)
{
	size_t at = 0, used;

	while (at < text.length && most-- > 0) {
		sulih_utf8_decode(text.data + at, text.length - at, &used);
		at += used;
	}
	return sulih_view_slice(text, 0, at);
}

static void summarise_quotes(const struct sulih_document *d, struct sulih_buffer *out)
{
	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];
		struct sulih_view inner = sulih_ledger_text(d, q->inner),
				  head = shortened(inner, 48);
		struct sulih_view speaker = q->speaker.start < q->speaker.end
						    ? sulih_ledger_text(d, q->speaker)
						    : SULIH_VIEW("nobody named");

		sulih_buffer_printf(out, "  quote: %.*s%s (%s%.*s%s)\n", SULIH_VIEW_ARGS(head),
				    head.length < inner.length ? "…" : "",
				    q->kind == SULIH_QUOTE_MENTION ? "mention; " : "",
				    SULIH_VIEW_ARGS(speaker), q->closed ? "" : ", not closed");
	}
}

static void summarise_spans(const struct sulih_document *d, struct sulih_buffer *out)
{
	for (size_t i = 0; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];

		if (p->ruling != SULIH_MAP && p->ruling != SULIH_CONVERT)
			continue;
		sulih_buffer_printf(out, "  %s: %.*s → %.*s\n", sulih_kind_name(p->kind),
				    SULIH_VIEW_ARGS(sulih_ledger_text(d, p->span)),
				    SULIH_VIEW_ARGS(p->target));
	}
}

void sulih_ledger_summary(const struct sulih_document *document, struct sulih_buffer *out)
{
	struct sulih_ledger_counts c = { 0 };

	sulih_ledger_count(document, &c);
	sulih_buffer_printf(
		out,
		"ledger of %.*s (engine %s)\n"
		"  %zu %s: %zu untranslated, %zu repaired, %zu with nothing to translate\n"
		"  %zu %s, %zu %s, %zu %s, %zu %s, %zu %s\n",
		SULIH_VIEW_ARGS(document->id), document->engine ? document->engine : "none",
		SULIH_COUNTED(c.segments, "segment"), c.untranslated, c.repaired, c.skipped,
		SULIH_COUNTED(c.names, "name"), SULIH_COUNTED(c.figures, "figure"),
		SULIH_COUNTED(c.quotes, "quote"), SULIH_COUNTED(c.warnings, "warning"),
		SULIH_COUNTED(c.omitted, "omission"));
	summarise_quotes(document, out);
	summarise_spans(document, out);
	for (size_t i = 0; i < document->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &document->diagnostics.list.items[i];

		if (sulih_diagnostic_level(one->id) >= SULIH_WARNING)
			sulih_buffer_printf(out, "  %s: %.*s\n", sulih_diagnostic_name(one->id),
					    SULIH_VIEW_ARGS(one->message));
	}
}
