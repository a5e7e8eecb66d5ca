/*
 * The command line: one file a command, one table of options a command.
 *
 * Everything that talks to people is here; the library below never prints.
 */
#ifndef SULIH_PIPELINE_CLI_CLI_H
#define SULIH_PIPELINE_CLI_CLI_H

#include <stdio.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/error.h"

/* Exit statuses (docs/sulih.1). */
enum sulih_status {
	SULIH_STATUS_OK = 0,
	SULIH_STATUS_FLAGGED = 1, /* all written, but a segment or check is flagged as an error */
	SULIH_STATUS_USAGE = 2,
	SULIH_STATUS_CONFIG = 3, /* no engine named, faulty profile, missing secret */
	SULIH_STATUS_INPUT = 4,	 /* something could not be read or written, or was refused */
	SULIH_STATUS_ENGINE = 5, /* all written, but the engine could not be used or gave up */
	SULIH_STATUS_INTERNAL = 6
};

/* An option: `--name VALUE`, SULIH_NAME, `name = value` in sulih.ini. */
struct sulih_option {
	const char *name;     /* without dashes; NULL ends a table */
	int letter;	      /* short form, or 0 */
	const char *argument; /* "FILE"; "[=WHEN]": may be left out; NULL: a flag */
	const char *help;
	bool line_only; /* not taken from environment or configuration */
};

struct sulih_command {
	const char *name;
	const char *summary;  /* one line */
	const char *synopsis; /* "[OPTION]… [FILE|FOLDER]…" */
	const char *details;  /* further text of --help; may be NULL */
	const struct sulih_option *options;
	/* Takes an option's value ("" for a flag); SULIH_ERROR_USAGE with what is wrong. */
	int (*set)(void *settings, const char *name, const char *value, struct sulih_error *error);
	/* Runs with the operands that remain; gives an exit status. */
	int (*run)(void *settings, int count, char **operands);
	size_t settings_size;
};

extern const struct sulih_command sulih_command_normalize, sulih_command_segment,
	sulih_command_protect, sulih_command_translate, sulih_command_extract, sulih_command_merge,
	sulih_command_tm, sulih_command_glossary, sulih_command_engines, sulih_command_probe;

/* All commands, in the order of --help; NULL at the end. */
extern const struct sulih_command *const sulih_commands[];

int sulih_cli_main(int argc, char **argv);

/* Reads configuration, environment and arguments into `settings`, runs the command. */
int sulih_cli_run(const struct sulih_command *command, int argc, char **argv);
void sulih_cli_help(const struct sulih_command *command, FILE *out);

/* `sulih: MESSAGE` on standard error, if SULIH_LOG's level lets it through. */
void sulih_say(enum sulih_level level, const char *format, ...) SULIH_PRINTF(2, 3);
/* Says so when SULIH_LOG names no level. */
void sulih_check_log(void);
/* Says the error and gives the exit status for its code. */
int sulih_say_error(const struct sulih_error *error);
int sulih_status_of(int code);

/* Seconds since 1970: SULIH_NOW, or the clock. */
long long sulih_now(void);

/* The graver of two exit statuses: 0, 1, 5, 4, then the rest. */
int sulih_graver(int a, int b);

#endif
