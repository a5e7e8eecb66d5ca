/* Header lines, and the token that may stand in them. */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>

#include "pipeline/translate/endpoint/inside.h"
#include "pipeline/translate/endpoint/secret.h"

int sulih_endpoint_headers(struct sulih_endpoint *e, struct sulih_error *error)
{
	json_t *headers = (json_t *)(uintptr_t)e->profile.headers;
	void *iterator = json_object_iter(headers);
	struct sulih_expansion x = sulih_endpoint_expansion(e);
	SULIH_VECTOR(char *) lines = { 0 };
	bool typed = e->profile.encoding == SULIH_ENCODING_NONE, accepts = false;
	int code = 0;

	for (; iterator != NULL && code == 0; iterator = json_object_iter_next(headers, iterator)) {
		const char *name = json_object_iter_key(iterator);
		struct sulih_buffer line = SULIH_BUFFER_INIT;
		char **slot = SULIH_VECTOR_ADD(&lines);
		size_t value;

		typed = typed || strcasecmp(name, "content-type") == 0;
		accepts = accepts || strcasecmp(name, "accept") == 0;
		sulih_buffer_printf(&line, "%s: ", name);
		value = line.length;
		code = sulih_expand_string(json_string_value(json_object_iter_value(iterator)), &x,
					   SULIH_ESCAPE_HEADER, &line, error);
		if (slot == NULL || sulih_buffer_status(&line, NULL) != 0)
			code = sulih_fail_memory(error);
		else if (line.length == value) /* nothing to say: an optional key */
			lines.count--;
		else
			*slot = sulih_buffer_take(&line, NULL);
		sulih_buffer_release(&line);
	}
	for (int i = 0; i < 2 && code == 0; i++) {
		char **slot;

		if (i == 0 ? typed : accepts || e->profile.auth == SULIH_AUTH_SIGV4)
			continue;
		slot = SULIH_VECTOR_ADD(&lines);
		if (slot == NULL)
			code = sulih_fail_memory(error);
		else
			*slot = strdup(i == 1 ? "Accept: application/json"
				       : e->profile.encoding == SULIH_ENCODING_FORM
					       ? "Content-Type: application/x-www-form-urlencoded"
					       : "Content-Type: application/json");
	}
	if (code == 0)
		code = sulih_http_headers(e->http, (const char *const *)lines.items, lines.count,
					  error);
	for (size_t i = 0; i < lines.count; i++)
		free(lines.items[i]);
	SULIH_VECTOR_RELEASE(&lines);
	return code;
}

int sulih_endpoint_token(struct sulih_endpoint *e, bool refused, struct sulih_error *error)
{
	struct sulih_buffer token = SULIH_BUFFER_INIT;
	struct sulih_variable *variable = sulih_endpoint_variable(e, SULIH_VIEW("token"));
	struct timespec now;
	int code;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (e->profile.auth != SULIH_AUTH_TOKEN || (!refused && now.tv_sec < e->token_until))
		return 0;
	code = sulih_secret_run(e->profile.auth_command, &token, error);
	if (code == 0 && token.length == 0)
		code = sulih_fail(error, SULIH_ERROR_CONFIG, "the token command printed nothing");
	if (code == 0 && variable == NULL)
		code = sulih_endpoint_add_variable(e, SULIH_VIEW("token"),
						   sulih_buffer_view(&token), true, error);
	else if (code == 0)
		variable->value = sulih_arena_copy(&e->arena, sulih_buffer_view(&token));
	sulih_buffer_release(&token);
	e->token_until = now.tv_sec + e->profile.auth_ttl_s;
	return code ? code : sulih_endpoint_headers(e, error);
}
