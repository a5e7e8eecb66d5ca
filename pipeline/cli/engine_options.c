#include "pipeline/cli/engine_options.h"

#include <stdlib.h>
#include <sys/prctl.h>

#include "base/user_place.h"
#include "pipeline/store/store.h"
#include "pipeline/translate/sharing/sharing.h"

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

static int set_variable(struct sulih_engine_settings *s, const char *value,
			struct sulih_error *error)
{
	const char *equals = strchr(value, '=');

	if (equals == NULL || equals == value)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set wants NAME=VALUE, not '%s'",
				  value);
	if (s->variable_count == SULIH_MOST_VARIABLES)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--set: at most %d variables",
				  (int)SULIH_MOST_VARIABLES);
	s->variables[s->variable_count++] = value;
	return 0;
}

int sulih_engine_set(struct sulih_engine_settings *s, const char *name, const char *value,
		     struct sulih_error *error)
{
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
	else if (strcmp(name, "store") == 0)
		status = sulih_store_set(&s->store, value, error);
	else if (strcmp(name, "trace") == 0)
		s->trace = true;
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

int sulih_engine_named(const struct sulih_engine_settings *settings, struct sulih_error *error)
{
	if (settings->engine != NULL && settings->engine[0] != '\0')
		return 0;
	return sulih_fail(
		error, SULIH_ERROR_CONFIG,
		"no engine named: --engine NAME, SULIH_ENGINE, or engine = NAME in sulih.ini; "
		"'sulih engines' lists them, 'gloss' needs no server");
}

bool sulih_engine_is_built_in(const char *engine)
{
	return engine != NULL && (strcmp(engine, "echo") == 0 || strcmp(engine, "gloss") == 0);
}

int sulih_store_set(const char **store, const char *value, struct sulih_error *error)
{
	if (value[0] == '\0')
		return sulih_fail(error, SULIH_ERROR_USAGE, "--store wants a file, or none");
	*store = value;
	return 0;
}

char *sulih_default_store(void)
{
	char path[4096];

	return strdup(sulih_user_place(SULIH_USER_STATE, path, sizeof(path), "store.db") ? path
											 : "none");
}

static int open_plain(void *settings, const struct sulih_engine_options *how,
		      struct sulih_engine **engine, struct sulih_error *error)
{
	const struct sulih_engine_settings *s = settings;
	int status = sulih_engine_open(s->engine, how, engine, error);

	return status != 0 || s->estimate == NULL
		       ? status
		       : sulih_estimate_engine_open(*engine, how, s->estimate, engine, error);
}

/* An engine with a store before it; a store that cannot be opened is said and done without. */
static int open_remembering(void *settings, const struct sulih_engine_options *how,
			    struct sulih_engine **engine, struct sulih_error *error)
{
	const struct sulih_engine_settings *s = settings;
	struct sulih_error fault = SULIH_ERROR_INIT;
	struct sulih_store *store = NULL;
	char *place;

	if (s->store != NULL && strcmp(s->store, "none") == 0)
		return open_plain(settings, how, engine, error);
	place = s->store ? strdup(s->store) : sulih_default_store();
	if (place == NULL)
		return sulih_fail_memory(error);
	if (strcmp(place, "none") == 0)
		sulih_say(SULIH_WARNING, "store: there is no home for it, so no answer is kept; "
					 "--store names a file");
	else if (sulih_store_open_sqlite(place, &store, &fault) != 0)
		sulih_say(SULIH_WARNING, "%s; this run goes on without it", fault.message);
	else if (store->why_read != NULL)
		sulih_say(SULIH_WARNING, "store %s: %s; what it holds serves, no answer is kept",
			  place, store->why_read);
	free(place);
	if (store == NULL)
		return open_plain(settings, how, engine, error);
	if (s->estimate != NULL)
		s->estimate->keeps = store->why_read == NULL;
	return sulih_remembering_engine_open(store, s->now, how, open_plain, settings, engine,
					     error);
}

static unsigned long long seed(void)
{
	const char *text = getenv("SULIH_SEED");
	unsigned long long number = 0;
	char *end = NULL;

	if (text != NULL)
		number = strtoull(text, &end, 10);
	if (text != NULL && (end == text || *end != '\0' || text[0] == '-'))
		sulih_say(SULIH_WARNING, "SULIH_SEED is no whole number");
	return number;
}

/* A crash must not write keys to the disk: no core file, and no other program of the user may
 * look into this one.  The built-in engines have no keys. */
static void guard_keys(const char *engine)
{
	if (!sulih_engine_is_built_in(engine))
		prctl(PR_SET_DUMPABLE, 0);
}

struct sulih_engine_options sulih_engine_options_of(const struct sulih_engine_settings *s)
{
	const struct sulih_common *c = &s->common;

	guard_keys(s->engine);

	return (struct sulih_engine_options){
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
		.seed = seed(),
		.on_message = on_message,
		.on_trace = s->trace ? on_trace : NULL,
	};
}

int sulih_engine_start(struct sulih_run *run, struct sulih_pipeline *pipeline,
		       struct sulih_engine **engine, struct sulih_error *error)
{
	struct sulih_engine_settings *s = run->extra;
	struct sulih_engine_options how = sulih_engine_options_of(s);

	s->now = run->options.protect.now;

	how.on_done = sulih_pipeline_done;
	how.context = pipeline;
	if (sulih_engine_named(s, error) != 0)
		return error->code;
	/* echo and gloss cost nothing and are never stored (DESIGN §4) */
	if (sulih_engine_is_built_in(s->engine))
		return open_plain(run->extra, &how, engine, error);
	return sulih_sharing_engine_open(&how, open_remembering, run->extra, engine, error);
}

/* A profile that was named by its path; names of engines are none. */
static const char *profile_path(const char *engine)
{
	return engine != NULL && strchr(engine, '/') != NULL ? engine : NULL;
}

int sulih_engine_check_files(const struct sulih_engine_settings *s,
			     const struct sulih_output *output, const char *ledger,
			     struct sulih_error *error)
{
	char *memory = s->store != NULL ? strdup(s->store) : sulih_default_store();
	const struct {
		const char *option, *path;
	} files[] = {
		{ "store", sulih_engine_is_built_in(s->engine) ? NULL : memory },
		{ "engine", profile_path(s->engine) },
		{ "glossary", s->common.glossary },
		{ "ca-file", s->ca_file },
		{ "client-cert", s->client_cert },
		{ "client-key", s->client_key },
	};
	int status = memory != NULL ? 0 : sulih_fail_memory(error);

	for (size_t i = 0; i < SULIH_COUNT(files) && status == 0; i++) {
		if (files[i].path == NULL || strcmp(files[i].path, "none") == 0)
			continue;
		status = sulih_output_check_needed(output, files[i].option, files[i].path, error);
		if (status == 0 && ledger != NULL && sulih_same_place(ledger, files[i].path))
			status = sulih_fail(error, SULIH_ERROR_USAGE,
					    "%s: --%s would be written over by --ledger",
					    files[i].path, files[i].option);
	}
	free(memory);
	return status;
}
