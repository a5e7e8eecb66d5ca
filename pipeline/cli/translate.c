#include <errno.h>
#include <stdlib.h>

#include "pipeline/cli/engine_options.h"
#include "pipeline/reassemble/ledger.h"

struct settings {
	struct sulih_engine_settings engine; /* first */
	const char *ledger;
	struct sulih_ledger_file ledger_file;
	bool summary, dry_run;
	struct sulih_estimate estimate;
};

static const struct sulih_option options[] = {
	SULIH_ENGINE_OPTIONS,
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	{ "to", 't', "FORMAT", "format of the output: text, jsonl (default: the input's)", true },
	SULIH_OPTION_FROM_LANG,
	SULIH_OPTION_TO_LANG,
	SULIH_OPTION_GLOSSARY,
	SULIH_OPTION_STYLE,
	SULIH_OPTION_QUOTES,
	SULIH_OPTION_MOST_MASKED,
	SULIH_OPTION_BOILERPLATE,
	{ "ledger", 'l', "FILE",
	  "write the ledger there: JSON, one article a line (docs/ledger.md)", true },
	{ "dry-run", 'n', NULL, "send and write nothing: say how much would be sent", true },
	{ "summary", 0, NULL, "show a short ledger of each article on standard error", true },
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "summary") == 0)
		s->summary = true;
	else if (strcmp(name, "dry-run") == 0)
		s->dry_run = true;
	else if (strcmp(name, "ledger") == 0)
		s->ledger = value;
	else
		return sulih_engine_set(&s->engine, name, value, error);
	return 0;
}

static void show_summary(const struct sulih_document *document)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	sulih_ledger_summary(document, &text);
	fputs(sulih_buffer_view(&text).data, stderr);
	sulih_buffer_release(&text);
}

static int write_target(struct sulih_run *run, struct sulih_document *document,
			struct sulih_error *error)
{
	struct settings *s = run->extra;
	const struct sulih_format *to = run->common->to;

	if (s->summary)
		show_summary(document);
	if (s->ledger_file.file != NULL &&
	    sulih_ledger_add(&s->ledger_file, document, &run->options.reassemble, error) != 0)
		return error->code;
	if (to == NULL)
		to = run->inputs.files.items[document->input_index].format;
	return sulih_format_write(to, document, sulih_buffer_view(&document->target), &run->out,
				  error);
}

static int count_document(struct sulih_run *run, struct sulih_document *document,
			  struct sulih_error *error)
{
	struct settings *s = run->extra;

	(void)error;
	sulih_estimate_add(&s->estimate, document);
	return 0;
}

/* The same way as a run, up to the engine. */
static int estimate(struct settings *s, int count, char **operands)
{
	struct sulih_run all = { .write = count_document, .extra = s };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	s->engine.estimate = &s->estimate;
	s->engine.common.output = NULL;
	status = sulih_run_open(&all, &s->engine.common, SULIH_PHASE_TRANSLATE, count, operands,
				&error);
	status = sulih_run_or_say(&all, status, &error, sulih_engine_start);
	sulih_run_close(&all);
	if (status == SULIH_STATUS_OK || status == SULIH_STATUS_INPUT)
		sulih_estimate_print(&s->estimate, stdout);
	return status;
}

/* An older ledger goes only when nothing speaks against the run any more. */
static int start(struct sulih_run *run, struct sulih_pipeline *pipeline,
		 struct sulih_engine **engine, struct sulih_error *error)
{
	struct settings *s = run->extra;
	int status = sulih_engine_start(run, pipeline, engine, error);

	if (status != 0 || s->ledger == NULL)
		return status;
	s->ledger_file.name = s->ledger;
	s->ledger_file.file = fopen(s->ledger, "we");
	if (s->ledger_file.file != NULL)
		return 0;
	return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", s->ledger,
			  strerror(errno));
}

static int end_ledger(struct settings *s)
{
	sulih_ledger_close(&s->ledger_file);
	if (s->ledger_file.file == NULL || fclose(s->ledger_file.file) == 0)
		return SULIH_STATUS_OK;
	sulih_say(SULIH_ERROR, "%s: cannot be written: %s", s->ledger, strerror(errno));
	return SULIH_STATUS_INPUT;
}

static int run(void *settings, int count, char **operands)
{
	struct settings *s = settings;
	struct sulih_run all = { .write = write_target, .extra = s };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (sulih_engine_named(&s->engine, &error) != 0)
		return sulih_say_error(&error);
	/* the share keeps engines from inventing words; these two have none to invent */
	if (sulih_engine_is_built_in(s->engine.engine) && s->engine.common.most_masked == 0)
		s->engine.common.most_masked = 1;
	if (s->dry_run)
		return estimate(s, count, operands);
	status = sulih_run_open(&all, &s->engine.common, SULIH_PHASE_REASSEMBLE, count, operands,
				&error);
	if (status == 0 && s->ledger != NULL && strcmp(s->ledger, "-") == 0)
		status = sulih_fail(&error, SULIH_ERROR_USAGE,
				    "--ledger wants a file: standard output has the documents");
	if (status == 0 && s->ledger != NULL)
		status = sulih_output_check_other(&all.output, "ledger", s->ledger, &error);
	if (status == 0)
		status = sulih_engine_check_files(&s->engine, &all.output, s->ledger, &error);
	status = sulih_run_or_say(&all, status, &error, start);
	status = sulih_graver(status, end_ledger(s));
	sulih_run_close(&all);
	return status;
}

const struct sulih_command sulih_command_translate = {
	.name = "translate",
	.summary = "Translates Indonesian news into English through an MT engine.",
	.synopsis = "--engine NAME [OPTION]... [FILE|FOLDER]...",
	.details =
		"Every document is written, in the order of the inputs, whatever the engine "
		"does; a\n"
		"segment without a usable answer stands there in Indonesian and is flagged.\n"
		"Interrupted (SIGINT, SIGTERM, SIGHUP) it sends nothing more, waits for the "
		"answers "
		"under\n"
		"way, keeps them in the store and writes what is whole; the same command goes on "
		"from\n"
		"there. A second signal ends it at once.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
