#include "pipeline/cli/filter.h"

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT, SULIH_OPTION_FROM,	  SULIH_OPTION_JSON,
	SULIH_OPTION_JOBS,   SULIH_OPTION_VERIFY, { NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	return sulih_common_set(settings, name, value, error);
}

/* One sentence a line, a blank line between blocks. */
static int write_text(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;

	for (size_t i = 0; i < s->segments.count; i++) {
		const struct sulih_segment_span *segment = &s->segments.items[i];

		if (i > 0 && segment->block != segment[-1].block)
			sulih_buffer_putc(&run->out, '\n');
		sulih_buffer_add(&run->out, sulih_view_slice(s->running, segment->span.start,
							     segment->span.end));
		sulih_buffer_putc(&run->out, '\n');
	}
	return sulih_buffer_status(&run->out, error);
}

static int run(void *settings, int count, char **operands)
{
	return sulih_filter(settings, SULIH_PHASE_SEGMENT, write_text, NULL, count, operands);
}

const struct sulih_command sulih_command_segment = {
	.name = "segment",
	.summary = "Cuts text into blocks and sentences: one sentence a line, a blank line between "
		   "blocks.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct sulih_common),
};
