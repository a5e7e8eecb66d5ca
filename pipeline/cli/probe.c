#include "pipeline/translate/probe.h"

#include <stdlib.h>

#include "pipeline/cli/cli.h"

enum { MOST_VARIABLES = 32 };

struct settings {
	const char *url, *from_lang, *to_lang;
	const char *ca_file, *client_cert, *client_key;
	const char *variables[MOST_VARIABLES + 1];
	size_t variable_count;
	bool dry_run, trace;
};

static const struct sulih_option options[] = {
	{ "url", 'u', "ADDRESS", "address of the engine, instead of the profile's", false },
	{ "set", 's', "NAME=VALUE", "a variable of the profile; can be given again", true },
	{ "from-lang", 0, "CODE", "language of the source (default: id)", false },
	{ "to-lang", 0, "CODE", "language of the target (default: en)", false },
	{ "ca-file", 0, "FILE", "certificates to trust", false },
	{ "client-cert", 0, "FILE", "client certificate (PEM)", false },
	{ "client-key", 0, "FILE", "its key", false },
	{ "dry-run", 'n', NULL, "do not write the best shapes into the profile", true },
	{ "trace", 0, NULL, "show requests and answers on standard error, secrets hidden", true },
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;
	const struct {
		const char *name;
		const char **where;
	} strings[] = { { "url", &s->url },
			{ "from-lang", &s->from_lang },
			{ "to-lang", &s->to_lang },
			{ "ca-file", &s->ca_file },
			{ "client-cert", &s->client_cert },
			{ "client-key", &s->client_key } };

	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		if (strcmp(name, strings[i].name) == 0) {
			*strings[i].where = value;
			return 0;
		}
	}
	if (strcmp(name, "dry-run") == 0)
		s->dry_run = true;
	else if (strcmp(name, "trace") == 0)
		s->trace = true;
	else if (strchr(value, '=') == NULL || value[0] == '=')
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set wants NAME=VALUE, not '%s'",
				  value);
	else if (s->variable_count == MOST_VARIABLES)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set: at most %d variables",
				  (int)MOST_VARIABLES);
	else
		s->variables[s->variable_count++] = value;
	return 0;
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

static void show(const struct sulih_probe *probe)
{
	printf("%-14s %9s %7s %7s %9s %6s %8s %10s\n", "shape", "sentences", "exact", "moved",
	       "repaired", "lost", "refused", "median ms");
	for (size_t i = 0; i < probe->count; i++) {
		const struct sulih_probe_row *row = &probe->rows[i];

		printf("%-14s %9zu %7zu %7zu %9zu %6zu %8zu %10.1f\n", row->shape, row->sentences,
		       row->exact, row->moved, row->repaired, row->lost, row->refused,
		       row->median_ms);
	}
	printf("throughput: %.0f characters a second, one request after the other\n",
	       probe->characters_per_second);
	if (probe->saved_as[0] != '\0')
		printf("the best shapes are written to %s\n", probe->saved_as);
}

static int run(void *settings, int count, char **operands)
{
	struct settings *s = settings;
	struct sulih_error error = SULIH_ERROR_INIT;
	const struct sulih_engine_options how = {
		.from_lang = sulih_view_of(s->from_lang ? s->from_lang : "id"),
		.to_lang = sulih_view_of(s->to_lang ? s->to_lang : "en"),
		.url = s->url,
		.variables = s->variables,
		.ca_file = s->ca_file,
		.client_cert = s->client_cert,
		.client_key = s->client_key,
		.on_message = on_message,
		.on_trace = s->trace ? on_trace : NULL,
	};
	struct sulih_probe *probe = NULL;
	int status = SULIH_STATUS_OK;

	if (count != 1) {
		sulih_say(SULIH_ERROR, "name one engine: sulih probe ENGINE");
		return SULIH_STATUS_USAGE;
	}
	if (strcmp(operands[0], "echo") == 0 || strcmp(operands[0], "gloss") == 0) {
		sulih_say(SULIH_ERROR, "%s is built in: there is nothing to probe", operands[0]);
		return SULIH_STATUS_USAGE;
	}
	probe = calloc(1, sizeof(*probe));
	if (probe == NULL)
		sulih_fail_memory(&error);
	else if (sulih_probe_run(operands[0], &how, !s->dry_run, probe, &error) == 0)
		show(probe);
	if (error.code != 0)
		status = sulih_say_error(&error);
	free(probe);
	return status;
}

const struct sulih_command sulih_command_probe = {
	.name = "probe",
	.summary = "Finds out which placeholders survive an engine.",
	.synopsis = "ENGINE [OPTION]...",
	.details =
		"Sends built-in sentences in every token shape, shows what became of the tokens, "
		"how\nlong an answer takes, and writes the best shapes into your profile of the "
		"engine.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
