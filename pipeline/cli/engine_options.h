/* The options that open an engine, for translate, extract and probe. */
#ifndef SULIH_PIPELINE_CLI_ENGINE_OPTIONS_H
#define SULIH_PIPELINE_CLI_ENGINE_OPTIONS_H

#include "pipeline/cli/estimate.h"
#include "pipeline/cli/filter.h"
#include "pipeline/translate/engine.h"

enum { SULIH_MOST_VARIABLES = 32 };

/* Settings of a command that may open an engine; its own settings begin with it. */
struct sulih_engine_settings {
	struct sulih_common common; /* first */
	const char *engine, *url;
	const char *variables[SULIH_MOST_VARIABLES + 1];
	size_t variable_count;
	const char *ca_file, *client_cert, *client_key;
	long timeout_ms;
	unsigned concurrency;
	double rate;
	bool trace;
	const char *store;		 /* NULL: the default place */
	struct sulih_estimate *estimate; /* count what would be sent; NULL: send it */
	long long now;			 /* of the run, which the store notes; sulih_engine_start */
};

#define SULIH_ENGINE_OPTIONS                                                                       \
	{ "engine", 'e', "NAME", "MT engine: echo, gloss, or a profile (sulih engines)", false },  \
		{ "url", 'u', "ADDRESS", "address of the engine, instead of the profile's",        \
		  false },                                                                         \
		{ "set", 's', "NAME=VALUE", "a variable of the profile; can be given again",       \
		  true },                                                                          \
		{ "ca-file", 0, "FILE", "certificates to trust", false },                          \
		{ "client-cert", 0, "FILE", "client certificate (PEM)", false },                   \
		{ "client-key", 0, "FILE", "its key", false },                                     \
		{ "timeout", 0, "SECONDS", "longest time for one answer", false },                 \
		{ "concurrency", 0, "N", "most requests under way", false },                       \
		{ "rate", 0, "N", "most requests a second", false },                               \
		{ "store", 0, "FILE", "translation memory, or none", false },                      \
	{                                                                                          \
		"trace", 0, NULL, "show requests and answers on standard error, secrets hidden",   \
			true                                                                       \
	}

/* Takes one of them, or one of the common options. */
int sulih_engine_set(struct sulih_engine_settings *settings, const char *name, const char *value,
		     struct sulih_error *error);

/* The settings as an engine wants them; the caller adds whom to tell of what is done. */
struct sulih_engine_options sulih_engine_options_of(const struct sulih_engine_settings *settings);

/* As sulih_run_all wants it; run->extra is the settings. SULIH_ERROR_CONFIG when no engine is
 * named. */
int sulih_engine_start(struct sulih_run *run, struct sulih_pipeline *pipeline,
		       struct sulih_engine **engine, struct sulih_error *error);

/* SULIH_ERROR_USAGE when an output, or the ledger (NULL: none), would take the place of the store,
 * the profile, the glossary or a file of TLS. */
int sulih_engine_check_files(const struct sulih_engine_settings *settings,
			     const struct sulih_output *output, const char *ledger,
			     struct sulih_error *error);

/* Takes the option --store. */
int sulih_store_set(const char **store, const char *value, struct sulih_error *error);

/* The place of the store when none is named: $XDG_STATE_HOME/sulih/store.db, or "none"
 * where there is no home; free() it. */
char *sulih_default_store(void);

/* echo, gloss: they need no server, no key and no store. */
bool sulih_engine_is_built_in(const char *engine);

/* 0, or SULIH_ERROR_CONFIG: how to name an engine. */
int sulih_engine_named(const struct sulih_engine_settings *settings, struct sulih_error *error);

#endif
