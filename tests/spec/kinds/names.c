/*
 * names       the text with its names marked: [copied], [source > English], {left};
 *             other spans (figures, dates, laws) stay as they are
 * names-kind  one line a name: kind, ruling, source, English where it differs, reason
 *
 * The whole way to `protect` runs; a name that a figure wins is not shown.
 */
#include "pipeline/pipeline.h"
#include "tests/spec/spec.h"

static void write_marked(const struct sulih_document *document, struct sulih_buffer *output)
{
	struct sulih_view text = document->segmentation.running;
	size_t at = 0;

	for (size_t i = 0; i < document->spans.count; i++) {
		const struct sulih_protected *p = &document->spans.items[i];
		struct sulih_view source = sulih_view_slice(text, p->span.start, p->span.end);

		if (!sulih_kind_is_name(p->kind))
			continue;
		sulih_buffer_add(output, sulih_view_slice(text, at, p->span.start));
		if (p->ruling == SULIH_LEAVE)
			sulih_buffer_printf(output, "{%.*s}", SULIH_VIEW_ARGS(source));
		else if (sulih_view_equal(source, p->target))
			sulih_buffer_printf(output, "[%.*s]", SULIH_VIEW_ARGS(source));
		else
			sulih_buffer_printf(output, "[%.*s > %.*s]", SULIH_VIEW_ARGS(source),
					    SULIH_VIEW_ARGS(p->target));
		at = p->span.end;
	}
	sulih_buffer_add(output, sulih_view_slice(text, at, text.length));
}

static void write_kinds(const struct sulih_document *document, struct sulih_buffer *output)
{
	for (size_t i = 0; i < document->spans.count; i++) {
		const struct sulih_protected *p = &document->spans.items[i];
		struct sulih_view source = sulih_view_slice(document->segmentation.running,
							    p->span.start, p->span.end);

		if (!sulih_kind_is_name(p->kind))
			continue;
		sulih_buffer_printf(output, "%s %s %.*s", sulih_kind_name(p->kind),
				    sulih_ruling_name(p->ruling), SULIH_VIEW_ARGS(source));
		if (p->target.length && !sulih_view_equal(source, p->target))
			sulih_buffer_printf(output, " > %.*s", SULIH_VIEW_ARGS(p->target));
		sulih_buffer_printf(output, " (%s)\n", p->why);
	}
	if (output->length == 0)
		sulih_buffer_puts(output, "(nothing)");
}

static int run(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error,
	       void (*write)(const struct sulih_document *, struct sulih_buffer *))
{
	struct sulih_pipeline_options options = { .until = SULIH_PHASE_PROTECT, .verify = true };
	struct sulih_document *document = sulih_document_new();
	int status;

	if (document == NULL)
		return sulih_fail_memory(error);
	options.protect.now = 1795305600; /* 22 November 2026 */
	document->input = input;
	document->decoded = true;
	status = sulih_run_stages(document, &options, SULIH_PHASE_NORMALIZE, SULIH_PHASE_PROTECT,
				  error);
	if (status == 0)
		write(document, output);
	sulih_document_free(document);
	return status;
}

static int run_names(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	return run(input, output, error, write_marked);
}
SPEC_KIND("names", run_names);

static int run_names_kind(struct sulih_view input, struct sulih_buffer *output,
			  struct sulih_error *error)
{
	return run(input, output, error, write_kinds);
}
SPEC_KIND("names-kind", run_names_kind);
