#include "pipeline/translate/endpoint/endpoint.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "pipeline/translate/endpoint/secret.h"

enum { BODY_CAP = 32 << 20 };

static struct sulih_expansion expansion_of(const struct sulih_endpoint *e)
{
	return (struct sulih_expansion){ .variables = e->variables.items,
					 .variable_count = e->variables.count };
}

static int add_variable(struct sulih_endpoint *e, struct sulih_view name, struct sulih_view value,
			bool secret, struct sulih_error *error)
{
	struct sulih_variable *one = SULIH_VECTOR_ADD(&e->variables);

	if (one == NULL)
		return sulih_fail_memory(error);
	one->name = sulih_arena_copy(&e->arena, name);
	one->value = sulih_arena_copy(&e->arena, value);
	one->secret = secret;
	return one->name.data && one->value.data ? 0 : sulih_fail_memory(error);
}

static struct sulih_variable *find_variable(struct sulih_endpoint *e, struct sulih_view name)
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
		if (find_variable(e, name) != NULL)
			continue;
		if (add_variable(e, name, sulih_view_of(equals + 1), false, error) != 0)
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

		if (find_variable(e, sulih_view_of(name)) != NULL)
			continue;
		if (value == NULL)
			return sulih_fail(error, SULIH_ERROR_CONFIG,
					  "engine %s needs its variable %s: --set %s=VALUE",
					  e->profile.name, name, name);
		if (add_variable(e, sulih_view_of(name), sulih_view_of(value), false, error) != 0)
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
		if (find_variable(e, names[i]) != NULL) {
			code[i][0] = '?'; /* the user's own code: nobody knows the language */
			continue;
		}
		status = add_variable(e, names[i],
				      sulih_view_of(sulih_profile_language(&e->profile, code[i])),
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

	if (find_variable(e, name) != NULL)
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
		code = add_variable(e, name, sulih_buffer_view(&value), true, error);
	if (value.data != NULL)
		explicit_bzero(value.data, value.capacity);
	sulih_buffer_release(&value);
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

static char *expand_new(struct sulih_endpoint *e, const char *template, struct sulih_error *error)
{
	struct sulih_expansion x = expansion_of(e);
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	if (sulih_expand_string(template, &x, SULIH_ESCAPE_HEADER, &text, error) != 0 ||
	    sulih_buffer_status(&text, error) != 0) {
		sulih_buffer_release(&text);
		return NULL;
	}
	if (text.data == NULL)
		sulih_buffer_append(&text, "", 0), sulih_buffer_reserve(&text, 1);
	return sulih_buffer_take(&text, NULL);
}

/* Of an address what people want to see: without its query, and without a key too short to
 * have been refused. */
static char *shown(const struct sulih_endpoint *e)
{
	struct sulih_buffer hidden = SULIH_BUFFER_INIT;
	char *copy;

	sulih_endpoint_hide(e, sulih_view_make(e->address, strcspn(e->address, "?#")), &hidden);
	copy = hidden.failed ? NULL : sulih_buffer_take(&hidden, NULL);
	sulih_buffer_release(&hidden);
	return copy;
}

static bool mentions_text(const json_t *query)
{
	char *dumped = json_dumps(query, JSON_ENCODE_ANY | JSON_COMPACT);
	bool found = dumped != NULL && (strstr(dumped, "${text}") || strstr(dumped, "\"text\"}") ||
					strstr(dumped, "$each"));

	free(dumped);
	return found;
}

int sulih_endpoint_url(const struct sulih_endpoint *e, struct sulih_expansion *x,
		       struct sulih_buffer *out, struct sulih_error *error)
{
	struct sulih_buffer pairs = SULIH_BUFFER_INIT;
	int code = 0;

	if (e->options->url != NULL)
		sulih_buffer_puts(out, e->options->url);
	else
		code = sulih_expand_string(e->profile.url, x, SULIH_ESCAPE_URL, out, error);
	/* an address given with a query of its own is the whole address */
	if (code == 0 && (e->options->url == NULL || strchr(e->options->url, '?') == NULL))
		code = sulih_expand_pairs(e->profile.query, x, &pairs, error);
	if (code == 0 && pairs.length > 0) {
		sulih_buffer_putc(out, memchr(out->data, '?', out->length) ? '&' : '?');
		sulih_buffer_add(out, sulih_buffer_view(&pairs));
	}
	sulih_buffer_release(&pairs);
	return code ? code : sulih_buffer_status(out, error);
}

/* Servers and proxies log addresses, and everybody sees arguments. */
static int check_address(const struct sulih_endpoint *e, struct sulih_view address,
			 struct sulih_error *error)
{
	if (!sulih_view_starts(address, SULIH_VIEW("http://")) &&
	    !sulih_view_starts(address, SULIH_VIEW("https://")))
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the engine's address must begin with http:// or https://");
	if (sulih_address_has_login(address.data))
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the engine's address holds a user and password: a profile of "
				  "your own sends them (\"auth\": { \"type\": \"basic\", … })");
	if (sulih_endpoint_reveals(e, address))
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the engine's address holds a key, which servers and proxies "
				  "would log: the profile's \"headers\" or \"body\" send it");
	return 0;
}

static int set_address(struct sulih_endpoint *e, struct sulih_error *error)
{
	struct sulih_expansion x = expansion_of(e);
	struct sulih_buffer address = SULIH_BUFFER_INIT;
	int code = sulih_endpoint_url(e, &x, &address, error);

	if (code == 0)
		code = check_address(e, sulih_buffer_view(&address), error);
	if (code == 0) {
		e->address = sulih_buffer_take(&address, NULL);
		e->url = e->address ? shown(e) : NULL;
		if (e->address == NULL || e->url == NULL)
			code = sulih_fail_memory(error);
	}
	sulih_buffer_release(&address);
	e->query_has_text = mentions_text(e->profile.query);
	return code;
}

static int set_headers(struct sulih_endpoint *e, struct sulih_error *error)
{
	json_t *headers = (json_t *)(uintptr_t)e->profile.headers;
	void *iterator = json_object_iter(headers);
	struct sulih_expansion x = expansion_of(e);
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
	struct sulih_variable *variable = find_variable(e, SULIH_VIEW("token"));
	struct timespec now;
	int code;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (e->profile.auth != SULIH_AUTH_TOKEN || (!refused && now.tv_sec < e->token_until))
		return 0;
	code = sulih_secret_run(e->profile.auth_command, &token, error);
	if (code == 0 && token.length == 0)
		code = sulih_fail(error, SULIH_ERROR_CONFIG, "the token command printed nothing");
	if (code == 0 && variable == NULL)
		code = add_variable(e, SULIH_VIEW("token"), sulih_buffer_view(&token), true, error);
	else if (code == 0)
		variable->value = sulih_arena_copy(&e->arena, sulih_buffer_view(&token));
	sulih_buffer_release(&token);
	e->token_until = now.tv_sec + e->profile.auth_ttl_s;
	return code ? code : set_headers(e, error);
}

static int set_login(struct sulih_endpoint *e, struct sulih_error *error)
{
	const struct sulih_profile *p = &e->profile;
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	char *user, *password, *region = NULL;
	int code = 0;

	if (p->auth != SULIH_AUTH_BASIC && p->auth != SULIH_AUTH_SIGV4)
		return 0;
	user = expand_new(e, p->auth_user, error);
	password = expand_new(e, p->auth_password, error);
	if (p->auth == SULIH_AUTH_SIGV4)
		region = expand_new(e, p->auth_region, error);
	if (user == NULL || password == NULL || (p->auth == SULIH_AUTH_SIGV4 && region == NULL)) {
		code = error ? error->code : SULIH_ERROR_CONFIG;
	} else {
		sulih_buffer_printf(&text, "%s:%s", user, password);
		e->user_password = sulih_buffer_take(&text, NULL);
		if (region != NULL) {
			sulih_buffer_printf(&text, "aws:amz:%s:%s", region, p->auth_service);
			e->sigv4 = sulih_buffer_take(&text, NULL);
		}
		if (e->user_password == NULL || (region != NULL && e->sigv4 == NULL))
			code = sulih_fail_memory(error);
	}
	free(user);
	if (password != NULL)
		explicit_bzero(password, strlen(password));
	free(password);
	free(region);
	return code;
}

/* A key in clear over the network is for everybody on the way. */
static void warn_of_plain_keys(const struct sulih_endpoint *e)
{
	bool secret = e->profile.auth == SULIH_AUTH_TOKEN;
	char line[400];

	for (size_t i = 0; i < e->variables.count; i++)
		secret = secret ||
			 (e->variables.items[i].secret && e->variables.items[i].value.length > 0);
	if (!secret || strncmp(e->address, "https://", 8) == 0 ||
	    sulih_http_is_loopback(e->address) || e->options->on_message == NULL)
		return;
	snprintf(line, sizeof(line), "engine %s: a key goes unencrypted over the network to %s",
		 e->profile.name, e->url);
	e->options->on_message(e->options->context, SULIH_WARNING, line);
}

/* libcurl would say so at the first request only, and of every text. */
static int check_files(const struct sulih_engine_options *o, struct sulih_error *error)
{
	const char *const files[] = { o->ca_file, o->client_cert, o->client_key };
	static const char *const names[] = { "--ca-file", "--client-cert", "--client-key" };

	for (int i = 0; i < 3; i++)
		if (files[i] != NULL && access(files[i], R_OK) != 0)
			return sulih_fail(error, SULIH_ERROR_CONFIG, "%s %s: %s", names[i],
					  files[i], strerror(errno));
	if (o->client_key != NULL && o->client_cert == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "--client-key is of no use without --client-cert");
	return 0;
}

static int open_http(struct sulih_endpoint *e, struct sulih_error *error)
{
	const struct sulih_engine_options *o = e->options;
	const struct sulih_profile *p = &e->profile;
	const long total = o->timeout_ms > 0 ? o->timeout_ms : p->total_ms;
	const struct sulih_http_options how = {
		.ca_file = o->ca_file,
		.client_cert = o->client_cert,
		.client_key = o->client_key,
		.connect_ms = p->connect_ms < total ? p->connect_ms : total,
		.total_ms = total,
		.stall_s = p->stall_s,
		.loopback = sulih_http_is_loopback(e->address),
		.user_password = e->user_password,
		.sigv4 = e->sigv4,
		.body_cap = BODY_CAP,
		.on_trace = o->on_trace ? sulih_endpoint_trace : NULL,
		.context = e,
	};

	e->http = sulih_http_new(&how, error);
	if (e->http == NULL)
		return error != NULL ? error->code : SULIH_ERROR_CONFIG;
	return p->auth == SULIH_AUTH_TOKEN ? sulih_endpoint_token(e, true, error)
					   : set_headers(e, error);
}

int sulih_endpoint_open(struct sulih_endpoint *e, const char *name,
			const struct sulih_engine_options *options, struct sulih_error *error)
{
	int code;

	memset(e, 0, sizeof(*e));
	sulih_arena_init(&e->arena);
	e->options = options;
	code = sulih_profile_load(name, &e->profile, NULL, error);
	if (code == 0)
		code = set_given(e, error);
	if (code == 0)
		code = set_defaults(e, error);
	if (code == 0)
		code = set_languages(e, error);
	if (code == 0)
		code = set_secrets(e, error);
	if (code == 0)
		code = set_login(e, error);
	if (code == 0)
		code = set_address(e, error);
	if (code == 0)
		code = check_files(options, error);
	if (code == 0)
		code = open_http(e, error);
	if (code != 0) {
		sulih_endpoint_close(e);
		return code;
	}
	warn_of_plain_keys(e);
	return code;
}

void sulih_endpoint_close(struct sulih_endpoint *e)
{
	sulih_http_free(e->http);
	for (size_t i = 0; i < e->variables.count; i++)
		if (e->variables.items[i].secret && e->variables.items[i].value.length > 0)
			explicit_bzero((char *)(uintptr_t)e->variables.items[i].value.data,
				       e->variables.items[i].value.length);
	if (e->user_password != NULL)
		explicit_bzero(e->user_password, strlen(e->user_password));
	free(e->user_password);
	free(e->sigv4);
	free(e->address);
	free(e->url);
	SULIH_VECTOR_RELEASE(&e->variables);
	sulih_arena_release(&e->arena);
	sulih_profile_release(&e->profile);
	memset(e, 0, sizeof(*e));
}
