/* Options of a command on their way into its settings: options.c takes the line and the
 * environment, options_file.c sulih.ini. */
#ifndef SULIH_PIPELINE_CLI_OPTIONS_H
#define SULIH_PIPELINE_CLI_OPTIONS_H

#include "pipeline/cli/cli.h"

struct sulih_kept_value; /* from a file, kept as long as the settings may point to it */

struct sulih_target {
	const struct sulih_command *command;
	void *settings;
	struct sulih_error *error;
	const char *file;
	struct sulih_kept_value *kept, **last; /* in the order of the files */
};

const struct sulih_option *sulih_option_find(const struct sulih_command *command, const char *name);
/* Whether a command takes it from a file, or (`on_line`) knows it at all. */
bool sulih_option_is_known(const char *name, bool on_line);
/* A value from a file or the environment; a flag there is yes or no. */
int sulih_option_set_from(struct sulih_target *target, const struct sulih_option *option,
			  const char *value, const char *where) SULIH_MUST_CHECK;

/* The user's sulih.ini, then that of the folder. */
int sulih_options_read_files(struct sulih_target *target) SULIH_MUST_CHECK;
void sulih_options_release(struct sulih_target *target);

#endif
