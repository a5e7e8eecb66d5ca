/*
 * masks           what is sent of a text, an item a line, [English] for every mask, “N” for a
 *                 quote that is the Nth item below, ‹"› for its mark; "= " before an item that
 *                 is not sent, "> " before the words of a quote
 * masks-inline    the same with --quotes=inline
 * masks-verbatim  the same with --quotes=verbatim
 * masks-share     the same with --most-masked 0.5
 * masks-identity  the same with --to-lang id
 *
 * Each of them also proves that unmasking gives the text back.
 */
#include "pipeline/pipeline.h"
#include "pipeline/protect/masks/mask.h"
#include "tests/spec/spec.h"

static void write_item(const struct sulih_document *document, const struct sulih_item *item,
		       struct sulih_buffer *output)
{
	sulih_buffer_puts(output, item->state == SULIH_ITEM_SKIPPED ? "= " : "");
	sulih_buffer_puts(output, item->isolated ? "> " : "");
	for (size_t i = 0; i < item->source.count; i++) {
		const struct sulih_part *part = &item->source.items[i];
		const struct sulih_placeholder *p = sulih_item_placeholder(item, part->placeholder);

		if (p == NULL)
			sulih_buffer_add(output, part->text);
		else if (p->kind == SULIH_KIND_QUOTE)
			sulih_buffer_printf(output, "“%zu”",
					    p->item - (size_t)(item - document->items.items));
		else
			sulih_buffer_printf(output,
					    p->kind == SULIH_KIND_MARK ? "‹%.*s›" : "[%.*s]",
					    SULIH_VIEW_ARGS(p->target));
	}
	sulih_buffer_putc(output, '\n');
}

static int run(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error,
	       const struct sulih_protect_options *how)
{
	struct sulih_pipeline_options options = { .until = SULIH_PHASE_PROTECT, .verify = true };
	struct sulih_document *document = sulih_document_new();
	int status;

	if (document == NULL)
		return sulih_fail_memory(error);
	options.protect = *how;
	options.protect.now = 1795305600; /* 22 November 2026 */
	document->input = input;
	document->decoded = true;
	status = sulih_run_stages(document, &options, SULIH_PHASE_NORMALIZE, SULIH_PHASE_PROTECT,
				  error);
	for (size_t i = 0; status == 0 && i < document->items.count; i++)
		write_item(document, &document->items.items[i], output);
	sulih_document_free(document);
	return status;
}

static int run_isolated(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	const struct sulih_protect_options how = { 0 };

	return run(input, output, error, &how);
}
SPEC_KIND("masks", run_isolated);

static int run_inline(struct sulih_view input, struct sulih_buffer *output,
		      struct sulih_error *error)
{
	const struct sulih_protect_options how = { .quotes = SULIH_QUOTES_INLINE };

	return run(input, output, error, &how);
}
SPEC_KIND("masks-inline", run_inline);

static int run_verbatim(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	const struct sulih_protect_options how = { .quotes = SULIH_QUOTES_VERBATIM };

	return run(input, output, error, &how);
}
SPEC_KIND("masks-verbatim", run_verbatim);

static int run_share(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	const struct sulih_protect_options how = { .most_masked = 0.5 };

	return run(input, output, error, &how);
}
SPEC_KIND("masks-share", run_share);

static int run_identity(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	const struct sulih_protect_options how = { .identity = true };

	return run(input, output, error, &how);
}
SPEC_KIND("masks-identity", run_identity);
