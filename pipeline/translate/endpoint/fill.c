/* A profile's variables, languages and keys with the values of this run. */
#include <stdint.h>
#include <stdio.h>

#include "pipeline/translate/endpoint/inside.h"
#include "pipeline/translate/endpoint/secret.h"

int sulih_endpoint_add_variable(struct sulih_endpoint *e, struct sulih_view name,
				struct sulih_view value, bool secret, struct sulih_error *error)
{
	struct sulih_variable *one = SULIH_VECTOR_ADD(&e->variables);

	if (one == NULL)
		return sulih_fail_memory(error);
	one->name = sulih_arena_copy(&e->arena, name);
	one->value = sulih_arena_copy(&e->arena, value);
	one->secret = secret;
	return one->name.data && one->value.data ? 0 : sulih_fail_memory(error);
}

struct sulih_variable *sulih_endpoint_variable(struct sulih_endpoint *e, struct sulih_view name)
{
	for (size_t i = 0; i < e->variables.count; i++)
		if (sulih_view_equal(e->variables.items[i].name, name))
			return &e->variables.items[i];
	return NULL;
}

/* --set beats the profile's default; a variable without either is missing. */
static int set_given(struct sulih_endpoint *e, struct sulih_error *error)
{
	for (const char *const *given = e->options->variables; given != NULL && *given; given++) {
		const char *equals = strchr(*given, '=');
		struct sulih_view name =
			sulih_view_make(*given, equals ? (size_t)(equals - *given) : 0);
		char key[64];

		snprintf(key, sizeof(key), "%.*s", SULIH_VIEW_ARGS(name));
		if (name.length == 0 || name.length >= sizeof(key) ||
		    (json_object_get(e->profile.variables, key) == NULL &&
		     strcmp(key, "source") != 0 && strcmp(key, "target") != 0))
			return sulih_fail(error, SULIH_ERROR_CONFIG, "engine %s has no variable %s",
					  e->profile.name, key);
		if (sulih_endpoint_variable(e, name) != NULL)
			continue;
		if (sulih_endpoint_add_variable(e, name, sulih_view_of(equals + 1), false, error) !=
		    0)
			return error ? error->code : SULIH_ERROR_MEMORY;
	}
	return 0;
}

static int set_defaults(struct sulih_endpoint *e, struct sulih_error *error)
{
	json_t *variables = (json_t *)(uintptr_t)e->profile.variables;
	void *iterator = json_object_iter(variables);

	for (; iterator != NULL; iterator = json_object_iter_next(variables, iterator)) {
		const char *name = json_object_iter_key(iterator);
		const char *value = json_string_value(json_object_iter_value(iterator));

		if (sulih_endpoint_variable(e, sulih_view_of(name)) != NULL)
			continue;
		if (value == NULL)
			return sulih_fail(error, SULIH_ERROR_CONFIG,
					  "engine %s needs its variable %s: --set %s=VALUE",
					  e->profile.name, name, name);
		if (sulih_endpoint_add_variable(e, sulih_view_of(name), sulih_view_of(value), false,
						error) != 0)
			return SULIH_ERROR_MEMORY;
	}
	return 0;
}

static int set_languages(struct sulih_endpoint *e, struct sulih_error *error)
{
	const struct sulih_view codes[] = { e->options->from_lang, e->options->to_lang };
	const struct sulih_view names[] = { SULIH_VIEW("source"), SULIH_VIEW("target") };
	char code[2][64];
	int status;

	for (int i = 0; i < 2; i++) {
		snprintf(code[i], sizeof(code[i]), "%.*s", SULIH_VIEW_ARGS(codes[i]));
		if (sulih_endpoint_variable(e, names[i]) != NULL) {
			code[i][0] = '?'; /* the user's own code: nobody knows the language */
			continue;
		}
		status = sulih_endpoint_add_variable(
			e, names[i], sulih_view_of(sulih_profile_language(&e->profile, code[i])),
			false, error);
		if (status != 0)
			return status;
	}
	e->same_language = strcmp(code[0], code[1]) == 0;
	e->english = strncmp(code[1], "en", 2) == 0 && (code[1][2] == '\0' || code[1][2] == '-');
	return 0;
}

/* Resolves ${secret:NAME} wherever a string of the profile has it. */
static int find_secrets(struct sulih_endpoint *e, const json_t *value, bool optional,
			struct sulih_error *error);

static int resolve(struct sulih_endpoint *e, struct sulih_view name, bool optional,
		   struct sulih_error *error)
{
	struct sulih_view bare = sulih_view_slice(name, strlen("secret:"), name.length);
	struct sulih_buffer value = SULIH_BUFFER_INIT;
	char variable[128];
	bool found = false;
	int code = 0;

	if (sulih_endpoint_variable(e, name) != NULL)
		return 0;
	code = sulih_secret_get(bare, e->profile.secrets, &value, &found, error);
	if (code == 0 && !found && !optional) {
		sulih_secret_variable(bare, variable, sizeof(variable));
		code = sulih_fail(error, SULIH_ERROR_CONFIG,
				  "engine %s needs a secret: set %s, or put it into a file of mode "
				  "0600 and set %s_FILE",
				  e->profile.name, variable, variable);
	}
	if (code == 0)
		code = sulih_endpoint_add_variable(e, name, sulih_buffer_view(&value), true, error);
	sulih_secret_release(&value);
	return code;
}

static int find_in_string(struct sulih_endpoint *e, const char *text, bool optional,
			  struct sulih_error *error)
{
	const char *open, *close;
	int code = 0;

	while (text != NULL && (open = strstr(text, "${secret:")) != NULL && code == 0) {
		close = strchr(open, '}');
		if (close == NULL)
			break;
		code = resolve(e, sulih_view_make(open + 2, (size_t)(close - open) - 2), optional,
			       error);
		text = close;
	}
	return code;
}

static int find_secrets(struct sulih_endpoint *e, const json_t *value, bool optional,
			struct sulih_error *error)
{
	json_t *tree = (json_t *)(uintptr_t)value;
	void *iterator = json_object_iter(tree);
	int code = 0;

	if (json_is_string(value))
		return find_in_string(e, json_string_value(value), optional, error);
	for (size_t i = 0; i < json_array_size(value) && code == 0; i++)
		code = find_secrets(e, json_array_get(value, i), optional, error);
	for (; iterator != NULL && code == 0; iterator = json_object_iter_next(tree, iterator))
		code = find_secrets(e, json_object_iter_value(iterator),
				    optional || strcmp(json_object_iter_key(iterator), "$opt") == 0,
				    error);
	return code;
}

static int set_secrets(struct sulih_endpoint *e, struct sulih_error *error)
{
	/* the address holds none: the profile would have been refused */
	const char *const strings[] = { e->profile.auth_user, e->profile.auth_password,
					e->profile.auth_session };
	const json_t *const trees[] = { e->profile.body, e->profile.headers };
	int code = 0;

	for (int i = 0; i < 3 && code == 0; i++)
		code = find_in_string(e, strings[i], i == 2, error);
	for (int i = 0; i < 2 && code == 0; i++)
		code = find_secrets(e, trees[i], false, error);
	return code;
}

int sulih_endpoint_fill(struct sulih_endpoint *e, struct sulih_error *error)
{
	int code = set_given(e, error);

	if (code == 0)
		code = set_defaults(e, error);
	if (code == 0)
		code = set_languages(e, error);
	return code ? code : set_secrets(e, error);
}
