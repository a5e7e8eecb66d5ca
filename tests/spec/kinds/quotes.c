/*
 * ```quotes: every line is a paragraph (lines that begin with "# " are headings);
 * one line a quote comes out:
 *
 *     KIND DEPTH [unclosed] | SPEAKER or - | INNER TEXT
 *
 * ```quote-marks: the same text, with only span and depth of what pairing found:
 * DEPTH [unclosed] | TEXT WITH ITS MARKS ("none" when there is none), and "! " with each
 * diagnostic's text.
 */
#include "segment/quotes/quotes.h"
#include "tests/spec/spec.h"

static int add_blocks(struct sulih_view text, struct sulih_segmentation *out,
		      struct sulih_error *error)
{
	size_t start = 0;

	while (start < text.length) {
		const char *stop = memchr(text.data + start, '\n', text.length - start);
		size_t end = stop ? (size_t)(stop - text.data) : text.length;

		if (end > start) {
			struct sulih_block *block = SULIH_VECTOR_ADD(&out->blocks);

			if (block == NULL)
				return sulih_fail_memory(error);
			if (text.data[start] == '#') {
				block->role = SULIH_ROLE_HEADING;
				start += 2;
			}
			block->span = (struct sulih_span){ start, end };
		}
		start = end + 1;
	}
	return 0;
}

static void put_span(struct sulih_view text, struct sulih_span span, struct sulih_buffer *output)
{
	if (span.end > span.start)
		sulih_buffer_add(output, sulih_view_slice(text, span.start, span.end));
	else
		sulih_buffer_putc(output, '-');
}

static void put_quote(struct sulih_view text, const struct sulih_quote *quote,
		      struct sulih_buffer *output)
{
	sulih_buffer_printf(output, "%s %u%s | ",
			    quote->kind == SULIH_QUOTE_MENTION ? "mention" : "speech", quote->depth,
			    quote->closed ? "" : " unclosed");
	put_span(text, quote->speaker, output);
	sulih_buffer_puts(output, " | ");
	put_span(text, quote->inner, output);
	sulih_buffer_putc(output, '\n');
}

static int run_quotes(struct sulih_view input, struct sulih_buffer *output,
		      struct sulih_error *error)
{
	struct sulih_segmentation segmentation = { .running = input };
	int status = add_blocks(input, &segmentation, error);

	if (status == 0)
		status = sulih_find_quotes(&segmentation, error);
	for (size_t i = 0; status == 0 && i < segmentation.quotes.count; i++)
		put_quote(input, &segmentation.quotes.items[i], output);
	if (status == 0 && segmentation.quotes.count == 0)
		sulih_buffer_puts(output, "none\n");
	SULIH_VECTOR_RELEASE(&segmentation.blocks);
	SULIH_VECTOR_RELEASE(&segmentation.quotes);
	sulih_diagnostics_release(&segmentation.diagnostics);
	return status;
}

static int run_marks(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	struct sulih_segmentation segmentation = { .running = input };
	int status = add_blocks(input, &segmentation, error);

	if (status == 0)
		status = sulih_pair_quotes(&segmentation, error);
	for (size_t i = 0; status == 0 && i < segmentation.quotes.count; i++) {
		const struct sulih_quote *quote = &segmentation.quotes.items[i];

		sulih_buffer_printf(output, "%u%s | ", quote->depth,
				    quote->closed ? "" : " unclosed");
		put_span(input, quote->span, output);
		sulih_buffer_putc(output, '\n');
	}
	if (segmentation.quotes.count == 0)
		sulih_buffer_puts(output, "none\n");
	for (size_t i = 0; i < segmentation.diagnostics.list.count; i++)
		sulih_buffer_printf(
			output, "! %.*s\n",
			SULIH_VIEW_ARGS(segmentation.diagnostics.list.items[i].message));
	SULIH_VECTOR_RELEASE(&segmentation.blocks);
	SULIH_VECTOR_RELEASE(&segmentation.quotes);
	sulih_diagnostics_release(&segmentation.diagnostics);
	return status;
}

SPEC_KIND("quotes", run_quotes);
SPEC_KIND("quote-marks", run_marks);
