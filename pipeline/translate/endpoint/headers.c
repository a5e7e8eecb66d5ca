/* Header lines, and the token that may stand in them. */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/clock.h"
#include "pipeline/translate/endpoint/inside.h"
#include "pipeline/translate/endpoint/secret.h"

struct lines {
	char **items;
	size_t count, capacity;
};

/* "NAME: value"; nothing when the value comes out empty: an optional key. */
static int add_line(struct sulih_endpoint *e, struct lines *lines, const char *name,
		    const char *template, struct sulih_error *error)
{
	struct sulih_expansion x = sulih_endpoint_expansion(e);
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	size_t value;
	char **slot;
	int code;

	sulih_buffer_printf(&line, "%s: ", name);
	value = line.length;
	code = sulih_expand_string(template, &x, SULIH_ESCAPE_HEADER, &line, error);
	if (code == 0)
		code = sulih_buffer_status(&line, error);
	if (code == 0 && line.length > value) {
		slot = SULIH_VECTOR_ADD(lines);
		if (slot != NULL)
			*slot = sulih_buffer_take(&line, NULL);
		if (slot == NULL || *slot == NULL)
			code = sulih_fail_memory(error);
	}
	sulih_buffer_release(&line);
	return code;
}

static bool names(const json_t *headers, const char *wanted)
{
	void *i = json_object_iter((json_t *)(uintptr_t)headers);

	for (; i != NULL; i = json_object_iter_next((json_t *)(uintptr_t)headers, i))
		if (strcasecmp(json_object_iter_key(i), wanted) == 0)
			return true;
	return false;
}

/* What goes without saying, unless the profile says it. */
static int add_usual(struct sulih_endpoint *e, struct lines *lines, struct sulih_error *error)
{
	const struct sulih_profile *p = &e->profile;
	int code = 0;

	if (p->encoding != SULIH_ENCODING_NONE && !names(p->headers, "content-type"))
		code = add_line(e, lines, "Content-Type",
				p->encoding == SULIH_ENCODING_FORM
					? "application/x-www-form-urlencoded"
					: "application/json",
				error);
	if (code == 0 && p->auth != SULIH_AUTH_SIGV4 && !names(p->headers, "accept"))
		code = add_line(e, lines, "Accept", "application/json", error);
	/* of a temporary AWS key; libcurl signs what stands in the list */
	if (code == 0 && p->auth == SULIH_AUTH_SIGV4 && p->auth_session != NULL)
		code = add_line(e, lines, "X-Amz-Security-Token", p->auth_session, error);
	return code;
}

int sulih_endpoint_headers(struct sulih_endpoint *e, struct sulih_error *error)
{
	json_t *headers = (json_t *)(uintptr_t)e->profile.headers;
	struct lines lines = { 0 };
	int code = 0;

	for (void *i = json_object_iter(headers); i != NULL && code == 0;
	     i = json_object_iter_next(headers, i))
		code = add_line(e, &lines, json_object_iter_key(i),
				json_string_value(json_object_iter_value(i)), error);
	if (code == 0)
		code = add_usual(e, &lines, error);
	if (code == 0)
		code = sulih_http_headers(e->http, (const char *const *)lines.items, lines.count,
					  error);
	for (size_t i = 0; i < lines.count; i++)
		free(lines.items[i]);
	SULIH_VECTOR_RELEASE(&lines);
	return code;
}

static int set_token(struct sulih_endpoint *e, struct sulih_view token, struct sulih_error *error)
{
	struct sulih_variable *variable = sulih_endpoint_variable(e, SULIH_VIEW("token"));
	struct sulih_view copy;

	if (variable == NULL)
		return sulih_endpoint_add_variable(e, SULIH_VIEW("token"), token, true, error);
	copy = sulih_arena_copy(&e->arena, token);
	if (copy.data == NULL)
		return sulih_fail_memory(error);
	explicit_bzero((char *)(uintptr_t)variable->value.data, variable->value.length);
	variable->value = copy;
	return 0;
}

int sulih_endpoint_token(struct sulih_endpoint *e, bool refused, struct sulih_error *error)
{
	struct sulih_buffer token = SULIH_BUFFER_INIT;
	int64_t now = sulih_clock_us() / 1000000; /* in seconds */
	int code;

	if (e->profile.auth != SULIH_AUTH_TOKEN || (!refused && now < e->token_until))
		return 0;
	code = sulih_secret_run(e->profile.auth_command, &token, error);
	if (code == 0)
		code = set_token(e, sulih_buffer_view(&token), error);
	sulih_secret_release(&token);
	if (code != 0)
		return code;
	e->token_until = now + e->profile.auth_ttl_s;
	return sulih_endpoint_headers(e, error);
}
