#include "pipeline/cli/filter.h"

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT, SULIH_OPTION_FROM,	  SULIH_OPTION_JSON,
	SULIH_OPTION_JOBS,   SULIH_OPTION_VERIFY, { NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	return sulih_common_set(settings, name, value, error);
}

static int write_text(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	struct sulih_view text = sulih_buffer_view(&document->clean.text);
	const struct sulih_format *to = run->inputs.files.items[document->input_index].format;

	return sulih_format_write(to, document, text, &run->out, error);
}

static int run(void *settings, int count, char **operands)
{
	return sulih_filter(settings, SULIH_PHASE_NORMALIZE, write_text, NULL, count, operands);
}

const struct sulih_command sulih_command_normalize = {
	.name = "normalize",
	.summary = "Cleans text: encodings, mojibake, character references, spaces, line ends.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct sulih_common),
};
