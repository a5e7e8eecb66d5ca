#include "pipeline/cli/filter.h"

#include <errno.h>
#include <stdlib.h>

#include "pipeline/reassemble/ledger.h"

enum { MOST_VARIABLES = 32 };

struct settings {
	struct sulih_common common; /* first */
	const char *engine, *url;
	const char *variables[MOST_VARIABLES + 1];
	size_t variable_count;
	const char *ca_file, *client_cert, *client_key;
	long timeout_ms;
	unsigned concurrency;
	double rate;
	bool trace, summary;
	const char *ledger;
	FILE *ledger_file;
};

static const struct sulih_option options[] = {
	{ "engine", 'e', "NAME", "MT engine: echo, gloss, or a profile (sulih engines)", false },
	{ "url", 'u', "ADDRESS", "address of the engine, instead of the profile's", false },
	{ "set", 's', "NAME=VALUE", "a variable of the profile; can be given again", true },
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	{ "to", 't', "FORMAT", "format of the output: text, jsonl (default: the input's)", true },
	SULIH_OPTION_FROM_LANG,
	SULIH_OPTION_TO_LANG,
	SULIH_OPTION_GLOSSARY,
	SULIH_OPTION_STYLE,
	SULIH_OPTION_QUOTES,
	SULIH_OPTION_BOILERPLATE,
	{ "ca-file", 0, "FILE", "certificates to trust", false },
	{ "client-cert", 0, "FILE", "client certificate (PEM)", false },
	{ "client-key", 0, "FILE", "its key", false },
	{ "timeout", 0, "SECONDS", "longest time for one answer", false },
	{ "concurrency", 0, "N", "most requests under way", false },
	{ "rate", 0, "N", "most requests a second", false },
	{ "trace", 0, NULL, "show requests and answers on standard error, secrets hidden", true },
	{ "ledger", 'l', "FILE",
	  "write the ledger there: JSON, one article a line (docs/ledger.md)", true },
	{ "summary", 0, NULL, "show a short ledger of each article on standard error", true },
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	{ NULL, 0, NULL, NULL, false }
};

static int set_number(double *number, const char *name, const char *value,
		      struct sulih_error *error)
{
	char *end;

	*number = strtod(value, &end);
	if (end == value || *end != '\0' || !(*number > 0) || *number > 1e6)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--%s wants a number above 0, not '%s'",
				  name, value);
	return 0;
}

static int set_variable(struct settings *s, const char *value, struct sulih_error *error)
{
	const char *equals = strchr(value, '=');

	if (equals == NULL || equals == value)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set wants NAME=VALUE, not '%s'",
				  value);
	if (s->variable_count == MOST_VARIABLES)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set: at most %d variables",
				  (int)MOST_VARIABLES);
	s->variables[s->variable_count++] = value;
	return 0;
}

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;
	double number = 0;
	int status = 0;

	if (strcmp(name, "engine") == 0)
		s->engine = value;
	else if (strcmp(name, "url") == 0)
		s->url = value;
	else if (strcmp(name, "set") == 0)
		status = set_variable(s, value, error);
	else if (strcmp(name, "ca-file") == 0)
		s->ca_file = value;
	else if (strcmp(name, "client-cert") == 0)
		s->client_cert = value;
	else if (strcmp(name, "client-key") == 0)
		s->client_key = value;
	else if (strcmp(name, "trace") == 0)
		s->trace = true;
	else if (strcmp(name, "summary") == 0)
		s->summary = true;
	else if (strcmp(name, "ledger") == 0)
		s->ledger = value;
	else if (strcmp(name, "timeout") == 0 &&
		 (status = set_number(&number, name, value, error)) == 0)
		s->timeout_ms = (long)(number * 1000 + 0.5);
	else if (strcmp(name, "concurrency") == 0 &&
		 (status = set_number(&number, name, value, error)) == 0)
		s->concurrency = number < 1 ? 1 : (unsigned)number;
	else if (strcmp(name, "rate") == 0 &&
		 (status = set_number(&number, name, value, error)) == 0)
		s->rate = number;
	else if (status == 0 && number == 0)
		status = sulih_common_set(&s->common, name, value, error);
	return status;
}

static int write_ledger(const struct settings *s, struct sulih_run *run,
			const struct sulih_document *document, struct sulih_error *error)
{
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	int status = sulih_ledger_write(document, &run->options.reassemble, &line, error);

	if (status == 0 && fwrite(line.data, 1, line.length, s->ledger_file) != line.length)
		status = sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", s->ledger,
				    strerror(errno));
	sulih_buffer_release(&line);
	return status;
}

static void show_summary(struct sulih_run *run, const struct sulih_document *document)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	sulih_ledger_summary(document, &run->options.reassemble, &text);
	fputs(sulih_buffer_view(&text).data, stderr);
	sulih_buffer_release(&text);
}

static int write_target(struct sulih_run *run, struct sulih_document *document,
			struct sulih_error *error)
{
	const struct settings *s = run->extra;
	const struct sulih_format *to = run->common->to;

	if (s->summary)
		show_summary(run, document);
	if (s->ledger_file != NULL && write_ledger(s, run, document, error) != 0)
		return error->code;
	if (to == NULL)
		to = run->inputs.files.items[document->input_index].format;
	return to->write(document, sulih_buffer_view(&document->target), &run->out, error);
}

static void on_message(void *context, enum sulih_level level, const char *line)
{
	(void)context;
	sulih_say(level, "%s", line);
}

static void on_trace(void *context, const char *line)
{
	(void)context;
	fprintf(stderr, "%s\n", line);
}

static int open_engine(struct sulih_run *run, struct sulih_pipeline *pipeline,
		       struct sulih_engine **engine, struct sulih_error *error)
{
	const struct settings *s = run->extra;
	const char *seed = getenv("SULIH_SEED");
	const struct sulih_common *c = run->common;
	const struct sulih_engine_options how = {
		.from_lang = sulih_view_of(c->from_lang ? c->from_lang : "id"),
		.to_lang = sulih_view_of(c->to_lang ? c->to_lang : "en"),
		.url = s->url,
		.variables = s->variables,
		.ca_file = s->ca_file,
		.client_cert = s->client_cert,
		.client_key = s->client_key,
		.timeout_ms = s->timeout_ms,
		.concurrency = s->concurrency,
		.rate = s->rate,
		.seed = seed ? strtoull(seed, NULL, 10) : 0,
		.on_message = on_message,
		.on_trace = s->trace ? on_trace : NULL,
		.on_done = sulih_pipeline_done,
		.context = pipeline,
	};

	return sulih_engine_open(s->engine, &how, engine, error);
}

static int run(void *settings, int count, char **operands)
{
	struct settings *s = settings;
	struct sulih_run all = { .write = write_target, .extra = s };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (s->engine == NULL) {
		sulih_say(SULIH_ERROR,
			  "no engine named: --engine NAME, SULIH_ENGINE, or engine = NAME in "
			  "sulih.ini; 'sulih engines' lists them, 'gloss' needs no server");
		return SULIH_STATUS_CONFIG;
	}
	status = sulih_run_open(&all, &s->common, SULIH_PHASE_REASSEMBLE, count, operands, &error);
	if (status == 0 && s->ledger != NULL && (s->ledger_file = fopen(s->ledger, "we")) == NULL)
		status = sulih_fail(&error, SULIH_ERROR_IO, "%s: cannot be written: %s", s->ledger,
				    strerror(errno));
	status = status != 0 ? sulih_say_error(&error) : sulih_run_all(&all, open_engine);
	if (s->ledger_file != NULL && fclose(s->ledger_file) != 0) {
		sulih_say(SULIH_ERROR, "%s: cannot be written: %s", s->ledger, strerror(errno));
		status = sulih_graver(status, SULIH_STATUS_INPUT);
	}
	sulih_run_close(&all);
	return status;
}

const struct sulih_command sulih_command_translate = {
	.name = "translate",
	.summary = "Translates Indonesian news into English through an MT engine.",
	.synopsis = "--engine NAME [OPTION]... [FILE|FOLDER]...",
	.details = "Every document is written, in the order of the inputs, whatever the engine "
		   "does; a\n"
		   "segment without a usable answer stands there in Indonesian and is flagged.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
