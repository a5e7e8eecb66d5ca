/*
 * figures      the spans found in lines of text: "kind ruling source -> target [value]"
 * figures-us   the same with month-first dates
 * figures-text the lines with every mask replaced by its English
 *
 * Each line is a segment.  Today is 22 November 2026.
 */
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/protect.h"
#include "tests/spec/spec.h"
#include "tests/support/lines.h"

static const long long now = 1795305600;

static int by_start(const void *a, const void *b)
{
	const struct sulih_candidate *x = a, *y = b;

	return x->is.span.start < y->is.span.start ? -1 : x->is.span.start > y->is.span.start;
}

static void write_spans(const struct sulih_document *document, const struct sulih_candidates *found,
			struct sulih_buffer *output)
{
	for (size_t i = 0; i < found->list.count; i++) {
		const struct sulih_protected *p = &found->list.items[i].is;
		struct sulih_view source = sulih_view_slice(document->segmentation.running,
							    p->span.start, p->span.end);

		sulih_buffer_printf(output, "%s %s %.*s", sulih_kind_name(p->kind),
				    sulih_ruling_name(p->ruling), SULIH_VIEW_ARGS(source));
		if (!sulih_view_equal(source, p->target))
			sulih_buffer_printf(output, " -> %.*s", SULIH_VIEW_ARGS(p->target));
		if (p->value.length > 0)
			sulih_buffer_printf(output, " [%.*s]", SULIH_VIEW_ARGS(p->value));
		sulih_buffer_putc(output, '\n');
	}
	for (size_t i = 0; i < document->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *d = &document->diagnostics.list.items[i];

		sulih_buffer_printf(output, "! %s %zu-%zu\n", sulih_diagnostic_name(d->id),
				    d->span.start, d->span.end);
	}
	if (output->length == 0)
		sulih_buffer_puts(output, "(nothing)");
}

static void write_text(const struct sulih_document *document, const struct sulih_candidates *found,
		       struct sulih_buffer *output)
{
	struct sulih_view text = document->segmentation.running;
	size_t at = 0;

	for (size_t i = 0; i < found->list.count; i++) {
		const struct sulih_protected *p = &found->list.items[i].is;

		if (p->span.start < at)
			continue;
		sulih_buffer_add(output, sulih_view_slice(text, at, p->span.start));
		sulih_buffer_add(output, p->target);
		at = p->span.end;
	}
	sulih_buffer_add(output, sulih_view_slice(text, at, text.length));
}

static int run(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error,
	       bool us_style, bool as_text)
{
	struct sulih_protect_options options = { .us_style = us_style, .now = now };
	struct sulih_normalize_options decoded = { .decoded = true, .want_map = true };
	struct sulih_document *document = sulih_document_new();
	struct sulih_word_memory *words = sulih_word_memory_new();
	struct sulih_candidates found = { .failed = false };
	int status;

	if (document == NULL)
		return sulih_fail_memory(error);
	document->input = input;
	document->decoded = true;
	status = sulih_normalize(input, &decoded, &document->clean, error);
	if (status == 0) {
		document->segmentation.running = sulih_buffer_view(&document->clean.text);
		status = lines_as_segments(document);
	}
	if (status == 0)
		status = sulih_words_read(words, &document->segmentation, error);
	if (status == 0)
		status = sulih_find_figures(document, words, &options, &found, error);
	if (found.list.count > 1)
		qsort(found.list.items, found.list.count, sizeof(found.list.items[0]), by_start);
	if (status == 0) {
		if (as_text)
			write_text(document, &found, output);
		else
			write_spans(document, &found, output);
	}
	free(found.list.items);
	sulih_word_memory_free(words);
	sulih_document_free(document);
	return status;
}

static int run_figures(struct sulih_view input, struct sulih_buffer *output,
		       struct sulih_error *error)
{
	return run(input, output, error, false, false);
}

static int run_figures_us(struct sulih_view input, struct sulih_buffer *output,
			  struct sulih_error *error)
{
	return run(input, output, error, true, false);
}

static int run_figures_text(struct sulih_view input, struct sulih_buffer *output,
			    struct sulih_error *error)
{
	return run(input, output, error, false, true);
}

SPEC_KIND("figures", run_figures);
SPEC_KIND("figures-us", run_figures_us);
SPEC_KIND("figures-text", run_figures_text);
