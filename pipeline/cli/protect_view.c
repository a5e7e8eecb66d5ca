#include "pipeline/cli/protect_view.h"

#include "pipeline/protect/reasons.h"

#define ARROW " \xE2\x86\x92 " /* → */

static struct sulih_view running(const struct sulih_document *document, struct sulih_span span)
{
	return sulih_running_slice(&document->segmentation, span);
}

/* Text on one line. */
static void put_line(struct sulih_buffer *out, struct sulih_view text)
{
	for (size_t i = 0; i < text.length; i++)
		sulih_buffer_putc(out, text.data[i] == '\n' ? ' ' : text.data[i]);
}

/* "85-97     copy     person        ": the place is in code points of the input. */
static void put_head(struct sulih_buffer *out, const struct sulih_document *document,
		     struct sulih_span span, const char *ruling, const char *kind)
{
	const struct sulih_span place = sulih_document_source_span(document, span);
	char text[48];

	snprintf(text, sizeof(text), "%zu-%zu", place.start, place.end);
	sulih_buffer_printf(out, "%-13s %-7s  %-12s  ", text, ruling, kind);
}

/* " | title: a title, rank or office stands before it" */
static void put_rule(struct sulih_buffer *out, const char *why)
{
	const struct sulih_reason *reason = sulih_reason_find(why);

	sulih_buffer_printf(out, "  | %s: %s", why, reason != NULL ? reason->text : "");
}

/* The entry of a list: its name, its key when the text has another form, its evidence and
 * its context (docs/lists.md). */
static void put_row(struct sulih_buffer *out, struct sulih_view source, const struct sulih_row *row)
{
	struct sulih_view key = sulih_row_column(row, 0), tag = sulih_row_column(row, 3);
	struct sulih_view context = sulih_row_column(row, 4);

	sulih_buffer_printf(out, ": %s", row->table->name);
	if (!sulih_view_equal(key, source))
		sulih_buffer_printf(out, " '%.*s'", SULIH_VIEW_ARGS(key));
	if (tag.length > 0)
		sulih_buffer_printf(out, ", %.*s", SULIH_VIEW_ARGS(tag));
	if (context.length > 0)
		sulih_buffer_printf(out, ", %.*s", SULIH_VIEW_ARGS(context));
}

static void explain_span(struct sulih_buffer *out, const struct sulih_document *document,
			 const struct sulih_protected *span)
{
	struct sulih_view source = running(document, span->span);

	put_head(out, document, span->span, sulih_ruling_name(span->ruling),
		 sulih_kind_name(span->kind));
	put_line(out, source);
	if (span->ruling != SULIH_LEAVE && !sulih_view_equal(source, span->target)) {
		sulih_buffer_puts(out, ARROW);
		put_line(out, span->target);
	}
	put_rule(out, span->why);
	if (span->row.entry != NULL)
		put_row(out, source, &span->row);
	if (span->evidence.length > 0) {
		sulih_buffer_puts(out, ": ");
		put_line(out, span->evidence);
	}
	if (span->value.length > 0)
		sulih_buffer_printf(out, " = %.*s", SULIH_VIEW_ARGS(span->value));
	sulih_buffer_putc(out, '\n');
}

static void explain_refusal(struct sulih_buffer *out, const struct sulih_document *document,
			    const struct sulih_refusal *refusal)
{
	put_head(out, document, refusal->span, "-", "");
	put_line(out, running(document, refusal->span));
	put_rule(out, refusal->why);
	if (refusal->evidence.length > 0) {
		sulih_buffer_puts(out, ": ");
		put_line(out, refusal->evidence);
	}
	sulih_buffer_putc(out, '\n');
}

/* Several documents are told apart by a line with their name. */
static void put_name(struct sulih_run *run, const struct sulih_document *document)
{
	if ((run->inputs.files.count > 1 || document->id_is_json) && !document->continues)
		sulih_buffer_printf(&run->out, "== %.*s\n", SULIH_VIEW_ARGS(document->id));
}

int sulih_protect_explain(struct sulih_run *run, struct sulih_document *document,
			  struct sulih_error *error)
{
	size_t refusal = 0;

	put_name(run, document);
	for (size_t i = 0; i <= document->spans.count; i++) {
		const struct sulih_protected *span =
			i < document->spans.count ? &document->spans.items[i] : NULL;

		for (; refusal < document->refusals.count &&
		       (span == NULL ||
			document->refusals.items[refusal].span.start < span->span.start);
		     refusal++)
			explain_refusal(&run->out, document, &document->refusals.items[refusal]);
		if (span != NULL)
			explain_span(&run->out, document, span);
	}
	return sulih_buffer_status(&run->out, error);
}

/* Colours: copied green, mapped yellow, converted cyan, left magenta. */
static const char *colour_of(enum sulih_ruling ruling)
{
	static const char *const colours[] = { "\x1B[32m", "\x1B[33m", "\x1B[36m", "\x1B[35m" };

	return colours[ruling];
}

/* [Jakarta], [Korea Utara → North Korea], {Koalisi Masyarakat Sipil} */
static void show_span(struct sulih_buffer *out, const struct sulih_document *document,
		      const struct sulih_protected *span, bool colour)
{
	struct sulih_view source = running(document, span->span);
	bool left = span->ruling == SULIH_LEAVE;

	if (colour)
		sulih_buffer_puts(out, colour_of(span->ruling));
	sulih_buffer_putc(out, left ? '{' : '[');
	put_line(out, source);
	if (!left && !sulih_view_equal(source, span->target)) {
		sulih_buffer_puts(out, colour ? ARROW "\x1B[1m" : ARROW);
		put_line(out, span->target);
	}
	if (colour && !left)
		sulih_buffer_printf(out, "\x1B[0m%s]", colour_of(span->ruling));
	else
		sulih_buffer_putc(out, left ? '}' : ']');
	if (colour)
		sulih_buffer_puts(out, "\x1B[0m");
}

int sulih_protect_show(struct sulih_run *run, struct sulih_document *document,
		       struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	bool colour = sulih_run_colours(run);
	size_t next = 0;

	put_name(run, document);
	for (size_t i = 0; i < s->segments.count; i++) {
		const struct sulih_span segment = s->segments.items[i].span;
		size_t at = segment.start;

		sulih_run_margin(run, document, i);
		for (; next < document->spans.count &&
		       document->spans.items[next].span.start < segment.end;
		     next++) {
			const struct sulih_protected *span = &document->spans.items[next];

			put_line(&run->out, sulih_view_slice(s->running, at, span->span.start));
			show_span(&run->out, document, span, colour);
			at = span->span.end;
		}
		put_line(&run->out, sulih_view_slice(s->running, at, segment.end));
		sulih_buffer_putc(&run->out, '\n');
	}
	return sulih_buffer_status(&run->out, error);
}
