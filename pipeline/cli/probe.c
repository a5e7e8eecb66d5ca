#include "pipeline/translate/probe.h"

#include <stdlib.h>

#include "pipeline/cli/engine_options.h"

struct settings {
	struct sulih_engine_settings engine; /* first */
	bool dry_run;
};

static const struct sulih_option options[] = {
	{ "url", 'u', "ADDRESS", "address of the engine, instead of the profile's", false },
	{ "set", 's', "NAME=VALUE", "a variable of the profile; can be given again", true },
	{ "from-lang", 0, "CODE", "language of the source (default: id)", false },
	{ "to-lang", 0, "CODE", "language of the target (default: en)", false },
	{ "ca-file", 0, "FILE", "certificates to trust", false },
	{ "client-cert", 0, "FILE", "client certificate (PEM)", false },
	{ "client-key", 0, "FILE", "its key", false },
	{ "timeout", 0, "SECONDS", "longest time for one answer", false },
	{ "dry-run", 'n', NULL, "do not write the best shapes into the profile", true },
	{ "trace", 0, NULL, "show requests and answers on standard error, secrets hidden", true },
	{ NULL, 0, NULL, NULL, false }
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "dry-run") != 0)
		return sulih_engine_set(&s->engine, name, value, error);
	s->dry_run = true;
	return 0;
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
}

/* Into place when it is whole: it may be the profile that other runs are to read. */
static int save(const struct sulih_probe *probe, struct sulih_error *error)
{
	int status =
		sulih_outfile_put(probe->path, true, sulih_buffer_view(&probe->profile), error);

	if (status == 0)
		printf("the best shapes are written to %s\n", probe->path);
	return status;
}

static int run(void *settings, int count, char **operands)
{
	const struct settings *s = settings;
	struct sulih_error error = SULIH_ERROR_INIT;
	const struct sulih_engine_options how = sulih_engine_options_of(&s->engine);
	struct sulih_probe *probe = NULL;
	int status = SULIH_STATUS_OK;

	if (count != 1) {
		sulih_say(SULIH_ERROR, "name one engine: sulih probe ENGINE");
		return SULIH_STATUS_USAGE;
	}
	if (sulih_engine_is_built_in(operands[0])) {
		sulih_say(SULIH_ERROR, "%s is built in: there is nothing to probe", operands[0]);
		return SULIH_STATUS_USAGE;
	}
	probe = calloc(1, sizeof(*probe));
	if (probe == NULL)
		sulih_fail_memory(&error);
	else if (sulih_probe_run(operands[0], &how, !s->dry_run, probe, &error) == 0)
		show(probe);
	if (error.code == 0 && !s->dry_run)
		save(probe, &error);
	if (probe != NULL)
		sulih_probe_release(probe);
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
