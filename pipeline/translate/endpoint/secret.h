/*
 * Secrets: keys and passwords.
 *
 * Looked up in order: SULIH_SECRET_NAME; the file that SULIH_SECRET_NAME_FILE, the
 * profile or $XDG_CONFIG_HOME/sulih/secrets/NAME name, of mode 0600; the command
 * of the profile.  A secret never stands in an argument, a message or a trace.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ENDPOINT_SECRET_H
#define SULIH_PIPELINE_TRANSLATE_ENDPOINT_SECRET_H

#include <jansson.h>

#include "base/buffer.h"

/* Appends the secret; *found is false when nothing holds it.  `secrets` is the
 * profile's member of that name or NULL.  SULIH_ERROR_CONFIG: a file others can
 * read or that is empty, a command that fails or prints nothing, a line over 8 KiB. */
int sulih_secret_get(struct sulih_view name, const json_t *secrets, struct sulih_buffer *out,
		     bool *found, struct sulih_error *error);
/* Overwrites what was read, and releases it. */
void sulih_secret_release(struct sulih_buffer *secret);
/* The first line that a command prints. */
int sulih_secret_run(const json_t *command, struct sulih_buffer *out, struct sulih_error *error);
/* "SULIH_SECRET_DEEPL", for messages. */
void sulih_secret_variable(struct sulih_view name, char *room, size_t size);

#endif
