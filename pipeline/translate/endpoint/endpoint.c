#include "pipeline/translate/endpoint/endpoint.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "pipeline/translate/endpoint/inside.h"
#include "pipeline/translate/endpoint/secret.h"

enum { BODY_CAP = 32 << 20 };

static char *expand_new(struct sulih_endpoint *e, const char *template, struct sulih_error *error)
{
	struct sulih_expansion x = sulih_endpoint_expansion(e);
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	if (sulih_expand_string(template, &x, SULIH_ESCAPE_HEADER, &text, error) != 0 ||
	    sulih_buffer_status(&text, error) != 0) {
		sulih_buffer_release(&text);
		return NULL;
	}
	return sulih_buffer_take(&text, NULL);
}

/* Of an address what people want to see: without its query, and without a key too short to
 * have been refused. */
static char *shown(const struct sulih_endpoint *e)
{
	struct sulih_buffer hidden = SULIH_BUFFER_INIT;
	char *copy;

	sulih_endpoint_hide(e, sulih_view_make(e->address, strcspn(e->address, "?#")), &hidden);
	copy = sulih_buffer_take(&hidden, NULL);
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
	if (!sulih_address_is_web(address.data))
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
	struct sulih_expansion x = sulih_endpoint_expansion(e);
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

/* As "basic" sends it; a server that says its header back must not have it repeated either. */
static int keep_basic(struct sulih_endpoint *e, struct sulih_error *error)
{
	static const char signs[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *in = (const unsigned char *)e->user_password;
	size_t length = strlen(e->user_password);
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	int code;

	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned bits = (unsigned)in[i] << 16 | (left > 1 ? in[i + 1] : 0u) << 8 |
				(left > 2 ? in[i + 2] : 0u);

		sulih_buffer_putc(&out, signs[bits >> 18]);
		sulih_buffer_putc(&out, signs[bits >> 12 & 63]);
		sulih_buffer_putc(&out, left > 1 ? signs[bits >> 6 & 63] : '=');
		sulih_buffer_putc(&out, left > 2 ? signs[bits & 63] : '=');
	}
	code = sulih_buffer_status(&out, error);
	if (code == 0)
		code = sulih_endpoint_add_variable(e, SULIH_VIEW("auth of basic"),
						   sulih_buffer_view(&out), true, error);
	sulih_secret_release(&out);
	return code;
}

/* A string whose bytes are a key's. */
static void forget(char *text)
{
	if (text != NULL)
		explicit_bzero(text, strlen(text));
	free(text);
}

/* "USER:PASSWORD"; NULL: error. */
static char *make_login(struct sulih_endpoint *e, struct sulih_error *error)
{
	char *user = expand_new(e, e->profile.auth_user, error);
	char *password = user != NULL ? expand_new(e, e->profile.auth_password, error) : NULL;
	char *login = NULL;

	if (password != NULL && asprintf(&login, "%s:%s", user, password) < 0) {
		login = NULL;
		sulih_fail_memory(error);
	}
	free(user);
	forget(password);
	return login;
}

/* What libcurl wants to know of a signature; NULL: error. */
static char *make_signature(struct sulih_endpoint *e, struct sulih_error *error)
{
	char *region = expand_new(e, e->profile.auth_region, error), *signature = NULL;

	if (region != NULL &&
	    asprintf(&signature, "aws:amz:%s:%s", region, e->profile.auth_service) < 0) {
		signature = NULL;
		sulih_fail_memory(error);
	}
	free(region);
	return signature;
}

static int set_login(struct sulih_endpoint *e, struct sulih_error *error)
{
	bool basic = e->profile.auth == SULIH_AUTH_BASIC,
	     sigv4 = e->profile.auth == SULIH_AUTH_SIGV4;

	if (!basic && !sigv4)
		return 0;
	e->user_password = make_login(e, error);
	if (sigv4 && e->user_password != NULL)
		e->sigv4 = make_signature(e, error);
	if (e->user_password == NULL || (sigv4 && e->sigv4 == NULL))
		return error != NULL ? error->code : SULIH_ERROR_CONFIG;
	return basic ? keep_basic(e, error) : 0;
}

/* A key in clear over the network is for everybody on the way. */
static void warn_of_plain_keys(const struct sulih_endpoint *e)
{
	bool secret = e->profile.auth == SULIH_AUTH_TOKEN;
	char line[400];

	for (size_t i = 0; i < e->variables.count; i++)
		secret = secret ||
			 (e->variables.items[i].secret && e->variables.items[i].value.length > 0);
	if (!secret || strncasecmp(e->address, "https://", 8) == 0 ||
	    sulih_http_is_loopback(e->address) || e->options->on_message == NULL)
		return;
	snprintf(line, sizeof(line), "engine %s: a key goes unencrypted over the network to %s",
		 e->profile.name, e->url);
	e->options->on_message(e->options->people, SULIH_WARNING, line);
}

/* Where certificates are: flags beat the profile. */
struct files {
	const char *paths[3], *names[3]; /* authorities, certificate, key */
};

static struct files files_of(const struct sulih_endpoint *e)
{
	const struct sulih_engine_options *o = e->options;
	const struct sulih_profile *p = &e->profile;
	/* the key of a profile belongs to its own certificate */
	bool own = o->client_cert != NULL;

	return (struct files){
		{ o->ca_file ? o->ca_file : p->ca_file, own ? o->client_cert : p->client_cert,
		  o->client_key ? o->client_key
		  : own		? NULL
				: p->client_key },
		{ o->ca_file ? "--ca-file" : "/tls/ca_file",
		  own ? "--client-cert" : "/tls/client_cert",
		  o->client_key ? "--client-key" : "/tls/client_key" },
	};
}

/* libcurl would say so at the first request only, and of every text. */
static int check_files(const struct files *files, struct sulih_error *error)
{
	for (int i = 0; i < 3; i++)
		if (files->paths[i] != NULL && access(files->paths[i], R_OK) != 0)
			return sulih_fail(error, SULIH_ERROR_CONFIG, "%s %s: %s", files->names[i],
					  files->paths[i], strerror(errno));
	if (files->paths[2] != NULL && files->paths[1] == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "--client-key is of no use without --client-cert");
	return 0;
}

/* What libcurl would refuse at each request. */
static int check_parts(const struct sulih_endpoint *e, struct sulih_error *error)
{
	const char *flaw = sulih_http_flaw(e->http, e->address);

	return flaw == NULL ? 0
			    : sulih_fail(error, SULIH_ERROR_CONFIG,
					 "the engine's address %s is none: %s", e->url, flaw);
}

static int open_http(struct sulih_endpoint *e, struct sulih_error *error)
{
	const struct sulih_engine_options *o = e->options;
	const struct sulih_profile *p = &e->profile;
	const long total = o->timeout_ms > 0 ? o->timeout_ms : p->total_ms;
	const struct files files = files_of(e);
	const struct sulih_http_options how = {
		.ca_file = files.paths[0],
		.client_cert = files.paths[1],
		.client_key = files.paths[2],
		.proxy = p->proxy,
		.connect_ms = p->connect_ms < total ? p->connect_ms : total,
		.total_ms = total,
		.stall_s = p->stall_s,
		.loopback = sulih_http_is_loopback(e->address),
		.tls = strncasecmp(e->address, "https:", 6) == 0,
		.user_password = e->user_password,
		.sigv4 = e->sigv4,
		.body_cap = BODY_CAP,
		.on_trace = o->on_trace ? sulih_endpoint_trace : NULL,
		.context = e,
	};

	int code = check_files(&files, error);

	if (code != 0)
		return code;
	e->http = sulih_http_new(&how, error);
	if (e->http == NULL)
		return error != NULL ? error->code : SULIH_ERROR_CONFIG;
	code = check_parts(e, error);
	if (code != 0)
		return code;
	return p->auth == SULIH_AUTH_TOKEN ? sulih_endpoint_token(e, true, error)
					   : sulih_endpoint_headers(e, error);
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
		code = sulih_endpoint_fill(e, error);
	if (code == 0)
		code = set_login(e, error);
	if (code == 0)
		code = set_address(e, error);
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
	forget(e->user_password);
	free(e->sigv4);
	free(e->address);
	free(e->url);
	SULIH_VECTOR_RELEASE(&e->variables);
	sulih_arena_release(&e->arena);
	sulih_profile_release(&e->profile);
	memset(e, 0, sizeof(*e));
}
