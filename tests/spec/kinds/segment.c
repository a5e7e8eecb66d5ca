#include "tests/spec/spec.h"

#include "segment/segment.h"

typedef void writer(const struct sulih_segmentation *segmentation, struct sulih_buffer *output);

static int run_with(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error,
		    writer *write)
{
	struct sulih_segmentation segmentation;
	int status;

	sulih_segmentation_init(&segmentation);
	status = sulih_segment(input, NULL, &segmentation, error);
	if (status == 0)
		status = sulih_segmentation_verify(&segmentation, input, error);
	if (status == 0)
		write(&segmentation, output);
	sulih_segmentation_release(&segmentation);
	return status;
}

static struct sulih_view segment_text(const struct sulih_segmentation *s, size_t index)
{
	return sulih_view_slice(s->running, s->segments.items[index].span.start,
				s->segments.items[index].span.end);
}

/* All segments of the text in one line, ` | ` between two. */
static void write_borders(const struct sulih_segmentation *s, struct sulih_buffer *output)
{
	for (size_t i = 0; i < s->segments.count; i++) {
		sulih_buffer_puts(output, i > 0 ? " | " : "");
		sulih_buffer_add(output, segment_text(s, i));
	}
}

static int run_borders(struct sulih_view input, struct sulih_buffer *output,
		       struct sulih_error *error)
{
	return run_with(input, output, error, write_borders);
}
SPEC_KIND("borders", run_borders);

/* One segment a line, an empty line between blocks. */
static void write_segments(const struct sulih_segmentation *s, struct sulih_buffer *output)
{
	for (size_t i = 0; i < s->segments.count; i++) {
		if (i > 0 && s->segments.items[i].block != s->segments.items[i - 1].block)
			sulih_buffer_putc(output, '\n');
		sulih_buffer_add(output, segment_text(s, i));
		sulih_buffer_putc(output, '\n');
	}
}

static int run_segments(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	return run_with(input, output, error, write_segments);
}
SPEC_KIND("segments", run_segments);

/* A line a block: its role, and its dateline in brackets. */
static void write_roles(const struct sulih_segmentation *s, struct sulih_buffer *output)
{
	for (size_t i = 0; i < s->blocks.count; i++) {
		const struct sulih_block *block = &s->blocks.items[i];
		struct sulih_span dateline = block->dateline;

		sulih_buffer_puts(output, sulih_role_name(block->role));
		if (dateline.start != dateline.end)
			sulih_buffer_printf(output, " [%.*s]",
					    SULIH_VIEW_ARGS(sulih_view_slice(
						    s->running, dateline.start, dateline.end)));
		sulih_buffer_putc(output, '\n');
	}
}

static int run_roles(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	return run_with(input, output, error, write_roles);
}
SPEC_KIND("roles", run_roles);

struct border_sink {
	struct sulih_buffer *output;
	unsigned count;
};

static void note_border(void *context, const struct sulih_border *border)
{
	struct border_sink *sink = context;

	sulih_buffer_printf(sink->output, "%s%c%s", sink->count++ ? " " : "",
			    border->taken ? '+' : '-', border->rule);
}

/* The rule of every border proposed: +rule taken, -rule refused. */
static int run_rules(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	struct border_sink sink = { output, 0 };
	struct sulih_segment_options options = { note_border, &sink };
	struct sulih_segmentation segmentation;
	int status;

	sulih_segmentation_init(&segmentation);
	status = sulih_segment(input, &options, &segmentation, error);
	sulih_segmentation_release(&segmentation);
	return status;
}
SPEC_KIND("rules", run_rules);
