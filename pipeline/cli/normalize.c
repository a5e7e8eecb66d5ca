/*
 * sulih normalize.  Plain text streams: it is never whole in memory, and what is
 * clean goes from the input's block to the output without being copied.
 * Everything else goes through the pipeline like the other stage filters.
 */
#include "pipeline/cli/filter.h"

#include <stdlib.h>

#include "base/json_write.h"
#include "normalize/stream.h"
#include "pipeline/cli/stop.h"

enum {
	BLOCK = 256 * 1024,
	GATHER = 64 * 1024 /* smaller pieces are put together before they are written */
};

struct settings {
	struct sulih_common common;
	bool explain;
};

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	SULIH_OPTION_JSON,
	{ "explain", 0, NULL, "list every repair of a text with its place on standard error",
	  true },
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "explain") == 0) {
		s->explain = true;
		return 0;
	}
	return sulih_common_set(&s->common, name, value, error);
}

static int write_document(struct sulih_run *run, struct sulih_document *document,
			  struct sulih_error *error)
{
	struct sulih_view text = sulih_buffer_view(&document->clean.text);
	const struct sulih_format *to = run->inputs.files.items[document->input_index].format;

	return sulih_format_write(to, document, text, &run->out, error);
}

/* One input on its way through. */
struct passage {
	struct sulih_run *run;
	size_t index;
	struct sulih_buffer gathered;
};

static int flush(struct passage *p, struct sulih_error *error)
{
	int status = sulih_buffer_status(&p->gathered, error);

	if (status == 0 && p->gathered.length > 0) {
		p->run->inputs.files.items[p->index].documents = 1;
		status = sulih_output_write(&p->run->output, p->index,
					    sulih_buffer_view(&p->gathered), error);
	}
	sulih_buffer_clear(&p->gathered);
	return status;
}

static int write_piece(void *context, struct sulih_view clean, struct sulih_error *error)
{
	struct passage *p = context;
	int status = 0;

	if (clean.length > GATHER / 2 || p->gathered.length + clean.length > GATHER)
		status = flush(p, error);
	if (status == 0 && clean.length > GATHER / 2) {
		p->run->inputs.files.items[p->index].documents = 1;
		return sulih_output_write(&p->run->output, p->index, clean, error);
	}
	sulih_buffer_add(&p->gathered, clean);
	return status;
}

static void explain(void *context, const struct sulih_repair_report *report)
{
	struct passage *p = context;
	struct sulih_buffer line = SULIH_BUFFER_INIT;

	sulih_buffer_printf(&line,
			    "%s:%zu: %zu-%zu: %s: ", p->run->inputs.files.items[p->index].path,
			    report->line, report->span.start, report->span.end,
			    sulih_diagnostic_name(report->id));
	sulih_json_string(&line, report->was);
	sulih_buffer_puts(&line, " -> ");
	sulih_json_string(&line, report->now);
	if (!line.failed)
		fprintf(stderr, "%s\n", line.data);
	sulih_buffer_release(&line);
}

static int pass(struct passage *p, struct sulih_stream *stream, char *block,
		struct sulih_error *error)
{
	struct sulih_inputs *inputs = &p->run->inputs;
	int status = sulih_inputs_start(inputs, p->index, error);
	long got = 1;

	while (status == 0 && got > 0) {
		if (sulih_stop_asked())
			return sulih_fail(error, SULIH_ERROR_STOPPED, "stopped");
		got = inputs->input.read(inputs->input.context, block, BLOCK, error);
		if (got < 0)
			status = (int)got;
		else if (got > 0)
			status = sulih_stream_push(stream, sulih_view_make(block, (size_t)got),
						   error);
	}
	if (status == 0)
		status = sulih_stream_finish(stream, error);
	if (status == 0)
		status = flush(p, error);
	p->run->inputs.files.items[p->index].written += status == 0;
	return status;
}

static void say_diagnostics(const char *path, const struct sulih_diagnostics *diagnostics)
{
	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct sulih_diagnostic *d = &diagnostics->list.items[i];

		sulih_say(SULIH_INFO, "%s: %zu-%zu: %s: %.*s", path, d->span.start, d->span.end,
			  sulih_diagnostic_name(d->id), SULIH_VIEW_ARGS(d->message));
	}
}

/* One input from beginning to end; an error that only it has does not end the run. */
static int stream_file(struct sulih_run *run, size_t index, char *block, bool with_reports,
		       struct sulih_error *error)
{
	struct sulih_input_file *file = &run->inputs.files.items[index];
	struct passage passage = { run, index, SULIH_BUFFER_INIT };
	struct sulih_error own = SULIH_ERROR_INIT;
	struct sulih_diagnostics diagnostics;
	struct sulih_stream_options stream_options = {
		.write = write_piece,
		.on_repair = with_reports ? explain : NULL,
		.context = &passage,
		.diagnostics = &diagnostics,
	};
	struct sulih_stream *stream;
	int status;

	sulih_diagnostics_init(&diagnostics);
	sulih_output_begin(&run->output);
	stream = sulih_stream_new(&stream_options);
	status = stream ? pass(&passage, stream, block, &own) : sulih_fail_memory(&own);
	say_diagnostics(file->path, &diagnostics);
	if (status == SULIH_ERROR_INPUT || status == SULIH_ERROR_IO) {
		file->failed = true;
		sulih_output_abandon(&run->output);
		if (status == SULIH_ERROR_INPUT)
			sulih_say(SULIH_ERROR, "%s: %s", file->path, own.message);
		else
			sulih_say(SULIH_ERROR, "%s", own.message);
		run->status = sulih_graver(run->status, SULIH_STATUS_INPUT);
		status = 0;
	} else if (status != 0) {
		run->within = file->documents > 0;
		sulih_fail(error, status, "%s", own.message);
	}
	sulih_stream_free(stream);
	sulih_buffer_release(&passage.gathered);
	sulih_diagnostics_release(&diagnostics);
	return status;
}

static int stream_all(const struct settings *settings, struct sulih_run *run)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	char *block = malloc(BLOCK);
	int status = block ? 0 : sulih_fail_memory(&error);

	sulih_stop_watch();
	for (size_t i = 0; i < run->inputs.files.count && status == 0; i++)
		status = stream_file(run, i, block, settings->explain, &error);
	sulih_run_finish(run, status, &error);
	free(block);
	return run->status;
}

static bool only_text(const struct sulih_inputs *inputs)
{
	for (size_t i = 0; i < inputs->files.count; i++)
		if (inputs->files.items[i].format != &sulih_format_text)
			return false;
	return true;
}

static int run(void *settings, int count, char **operands)
{
	const struct settings *s = settings;
	struct sulih_run run = { .write = write_document };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status =
		sulih_run_open(&run, &s->common, SULIH_PHASE_NORMALIZE, count, operands, &error);

	if (status == 0 && s->explain && (s->common.json || !only_text(&run.inputs)))
		status = sulih_fail(&error, SULIH_ERROR_USAGE,
				    "--explain is for plain text without --json");
	if (status != 0)
		status = sulih_say_error(&error);
	else if (!s->common.json && !s->common.verify && only_text(&run.inputs))
		status = stream_all(s, &run);
	else
		status = sulih_run_all(&run, NULL);
	sulih_run_close(&run);
	return status;
}

const struct sulih_command sulih_command_normalize = {
	.name = "normalize",
	.summary = "Cleans text: encodings, mojibake, character references, spaces, line ends.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
