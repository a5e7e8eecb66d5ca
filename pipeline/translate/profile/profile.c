/* A profile's members, section by section. */
#include "pipeline/translate/profile/profile.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <xxhash.h>

#include "pipeline/translate/profile/check.h"
#include "pipeline/translate/profile/pointer.h"

static const char *const top_members[] = {
	"name",	    "about",  "needs",	   "url",	"method", "query",   "headers",
	"encoding", "body",   "languages", "variables", "batch",  "protect", "response",
	"error",    "limits", "auth",	   "secrets",	"tls",	  "proxy",   NULL
};

bool sulih_address_is_web(const char *url)
{
	return strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0;
}

bool sulih_address_has_login(const char *url)
{
	const char *host = strstr(url, "://");

	host = host ? host + 3 : url;
	return memchr(host, '@', strcspn(host, "/?#")) != NULL;
}

static void check_url(struct sulih_check *check, const char *url)
{
	size_t mark = sulih_check_enter(check, "url");
	const char *host = url ? strstr(url, "://") : NULL;

	if (url == NULL)
		sulih_check_fault(check, "is missing");
	else if (strncmp(url, "${", 2) != 0 && !sulih_address_is_web(url))
		sulih_check_fault(check, "must begin with http:// or https://");
	else if (host != NULL && strchr("/?#:", host[3]) != NULL)
		sulih_check_fault(check, "names no host");
	else if (sulih_address_has_login(url))
		sulih_check_fault(check, "holds a user and password, which belong into \"auth\": "
					 "{ \"type\": \"basic\", … }");
	sulih_check_leave(check, mark);
}

static void read_request(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const methods[] = { "POST", "GET", "PUT", NULL };
	static const char *const encodings[] = { "json", "form", "none", NULL };
	size_t mark;

	p->name = sulih_check_string(check, p->root, "name", p->origin);
	p->about = sulih_check_string(check, p->root, "about", "");
	p->needs = sulih_check_string(check, p->root, "needs", "");
	p->url = sulih_check_string(check, p->root, "url", NULL);
	p->encoding =
		(enum sulih_encoding)sulih_check_choice(check, p->root, "encoding", encodings, 0);
	p->method = methods[sulih_check_choice(check, p->root, "method", methods,
					       p->encoding == SULIH_ENCODING_NONE)];
	p->variables = sulih_check_object(check, p->root, "variables");
	p->query = sulih_check_object(check, p->root, "query");
	p->headers = sulih_check_object(check, p->root, "headers");
	p->languages = sulih_check_object(check, p->root, "languages");
	p->secrets = sulih_check_object(check, p->root, "secrets");
	p->body = json_object_get(p->root, "body");
	check_url(check, p->url);
	mark = sulih_check_enter(check, "body");
	if (p->encoding != SULIH_ENCODING_NONE && p->body == NULL)
		sulih_check_fault(check, "is missing");
	if (p->encoding == SULIH_ENCODING_FORM && p->body != NULL && !json_is_object(p->body))
		sulih_check_fault(check, "must be a flat object for the form encoding");
	if (p->encoding == SULIH_ENCODING_NONE && p->body != NULL)
		sulih_check_fault(check, "must be left out with the encoding \"none\"");
	else if (strcmp(p->method, "GET") == 0 && p->encoding != SULIH_ENCODING_NONE)
		sulih_check_fault(check, "cannot be sent with GET: encoding \"none\" puts "
					 "everything into \"query\"");
	sulih_check_leave(check, mark);
}

static void read_strings(struct sulih_check *check, const json_t *object, const char *member,
			 bool may_be_null)
{
	size_t mark = sulih_check_enter(check, member), inner;
	void *iterator = json_object_iter((json_t *)(uintptr_t)object);

	for (; iterator != NULL;
	     iterator = json_object_iter_next((json_t *)(uintptr_t)object, iterator)) {
		const json_t *value = json_object_iter_value(iterator);

		if (json_is_string(value) || (may_be_null && json_is_null(value)))
			continue;
		inner = sulih_check_enter(check, json_object_iter_key(iterator));
		sulih_check_fault(check,
				  may_be_null ? "must be a string or null" : "must be a string");
		sulih_check_leave(check, inner);
	}
	sulih_check_leave(check, mark);
}

static void read_batch(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = {
		"mode",	      "max_items", "max_body_bytes", "max_text_bytes", "max_characters",
		"max_tokens", NULL
	};
	static const char *const modes[] = { "array", "single", "keyed", NULL };
	const json_t *batch = sulih_check_object(check, p->root, "batch");
	size_t mark = sulih_check_enter(check, "batch");

	sulih_check_members(check, batch, members);
	if (json_object_get(batch, "mode") == NULL)
		sulih_check_fault(check, "needs a \"mode\": array, single or keyed");
	p->mode = (enum sulih_batch_mode)sulih_check_choice(check, batch, "mode", modes, 1);
	p->max_items = (size_t)sulih_check_number(check, batch, "max_items",
						  p->mode == SULIH_BATCH_SINGLE ? 1 : 16, 1, 1024);
	if (p->mode == SULIH_BATCH_SINGLE)
		p->max_items = 1;
	p->max_body_bytes =
		(size_t)sulih_check_number(check, batch, "max_body_bytes", 1 << 20, 256, 1 << 26);
	p->max_text_bytes =
		(size_t)sulih_check_number(check, batch, "max_text_bytes", 0, 0, 1 << 26);
	p->max_characters =
		(size_t)sulih_check_number(check, batch, "max_characters", 0, 0, 1 << 26);
	p->max_tokens = (size_t)sulih_check_number(check, batch, "max_tokens", 0, 0, 1 << 20);
	sulih_check_leave(check, mark);
}

static void read_auth(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "type",	  "user",    "password",
					       "region",  "service", "session",
					       "command", "ttl_s",   NULL };
	static const char *const types[] = { "none", "basic", "aws-sigv4", "token-command", NULL };
	const json_t *auth = sulih_check_object(check, p->root, "auth");
	size_t mark = sulih_check_enter(check, "auth");

	sulih_check_members(check, auth, members);
	p->auth = (enum sulih_auth)sulih_check_choice(check, auth, "type", types, 0);
	p->auth_user = sulih_check_string(check, auth, "user", NULL);
	p->auth_password = sulih_check_string(check, auth, "password", NULL);
	p->auth_region = sulih_check_string(check, auth, "region", NULL);
	p->auth_service = sulih_check_string(check, auth, "service", NULL);
	p->auth_session = sulih_check_string(check, auth, "session", NULL);
	p->auth_command = json_object_get(auth, "command");
	p->auth_ttl_s = (long)sulih_check_number(check, auth, "ttl_s", 3000, 1, 1e7);
	if ((p->auth == SULIH_AUTH_BASIC || p->auth == SULIH_AUTH_SIGV4) &&
	    (p->auth_user == NULL || p->auth_password == NULL))
		sulih_check_fault(check, "needs \"user\" and \"password\"");
	if (p->auth == SULIH_AUTH_SIGV4 && (p->auth_region == NULL || p->auth_service == NULL))
		sulih_check_fault(check, "needs \"region\" and \"service\"");
	sulih_check_command(check, auth);
	if (p->auth == SULIH_AUTH_TOKEN && p->auth_command == NULL)
		sulih_check_fault(check, "needs \"command\": an array of program and arguments");
	sulih_check_leave(check, mark);
}

/* Templates are looked at last: they may use what /variables lists. */
static void read_templates(struct sulih_check *check, struct sulih_profile *p)
{
	const char *const strings[][2] = { { "url", p->url },
					   { "auth", p->auth_user },
					   { "auth", p->auth_password },
					   { "auth", p->auth_region },
					   { "auth", p->auth_session } };
	const json_t *const templates[] = { p->query, p->body, p->headers };
	static const char *const names[] = { "query", "body", "headers" };
	size_t mark;

	for (size_t i = 0; i < SULIH_COUNT(strings); i++) {
		if (strings[i][1] == NULL)
			continue;
		check->in_address = i == 0;
		mark = sulih_check_enter(check, strings[i][0]);
		sulih_check_interpolation(check, strings[i][1]);
		sulih_check_leave(check, mark);
	}
	for (size_t i = 0; i < 3; i++) {
		check->in_item = i < 2 && p->mode == SULIH_BATCH_SINGLE;
		check->in_address = i == 0;
		mark = sulih_check_enter(check, names[i]);
		if (templates[i] != NULL)
			sulih_check_template(check, templates[i]);
		if (i == 0 || (i == 1 && p->encoding == SULIH_ENCODING_FORM))
			sulih_check_flat(check, templates[i]);
		sulih_check_leave(check, mark);
	}
	check->in_address = false;
	if (!check->sends_text)
		sulih_check_fault(check,
				  "no text is sent: { \"$var\": \"text\" } stands neither in "
				  "\"body\" nor in \"query\"");
	if (p->key != NULL) {
		check->in_item = true;
		mark = sulih_check_enter(check, "response");
		sulih_check_key(check, p->key);
		sulih_check_leave(check, mark);
	}
}

static void read_members(struct sulih_check *check, struct sulih_profile *profile)
{
	sulih_check_members(check, profile->root, top_members);
	read_request(check, profile);
	read_strings(check, profile->languages, "languages", false);
	read_strings(check, profile->variables, "variables", true);
	sulih_check_names(check, profile);
	read_strings(check, profile->headers, "headers", false);
	read_batch(check, profile);
	sulih_check_protect(check, profile);
	sulih_check_response(check, profile);
	sulih_check_errors(check, profile);
	sulih_check_limits(check, profile);
	sulih_check_tls(check, profile);
	read_auth(check, profile);
	read_templates(check, profile);
}

static void read_text(struct sulih_check *check, struct sulih_view text,
		      struct sulih_profile *profile)
{
	json_error_t syntax;

	/* an editor's byte-order mark */
	if (sulih_view_starts(text, SULIH_VIEW("\xEF\xBB\xBF")))
		text = sulih_view_slice(text, 3, text.length);
	profile->root = json_loadb(text.data ? text.data : "", text.length, JSON_REJECT_DUPLICATES,
				   &syntax);
	if (profile->root == NULL) {
		snprintf(check->place, sizeof(check->place), "line %d, column %d", syntax.line,
			 syntax.column);
		sulih_check_fault(check, "%s", syntax.text);
	} else if (!json_is_object(profile->root)) {
		sulih_check_fault(check, "must be an object");
	} else {
		read_members(check, profile);
	}
}

int sulih_profile_parse(struct sulih_view text, const char *from, struct sulih_profile *profile,
			struct sulih_faults *faults, struct sulih_error *error)
{
	struct sulih_error first = SULIH_ERROR_INIT;
	struct sulih_check check = { .faults = faults,
				     .error = &first,
				     .from = from,
				     .profile = profile,
				     .uses_context = &profile->uses_context,
				     .uses_legend = &profile->uses_legend };

	memset(profile, 0, sizeof(*profile));
	profile->fingerprint = XXH3_64bits(text.data ? text.data : "", text.length);
	profile->origin = strdup(from);
	if (profile->origin == NULL)
		return sulih_fail_memory(error);
	read_text(&check, text, profile);
	if (first.code != 0) {
		sulih_profile_release(profile);
		return sulih_fail(error, first.code, "%s", first.message);
	}
	if (faults != NULL)
		sulih_check_effects(&check, profile);
	return 0;
}

void sulih_profile_release(struct sulih_profile *profile)
{
	sulih_rules_release(&profile->error_if);
	sulih_rules_release(&profile->quota);
	sulih_rules_release(&profile->retry);
	sulih_rules_release(&profile->too_large);
	sulih_rules_release(&profile->refused);
	sulih_rules_release(&profile->truncated);
	json_decref(profile->root);
	free(profile->origin);
	memset(profile, 0, sizeof(*profile));
}

/* The longest entry that the language begins with, so that "en" serves "en-GB". */
const char *sulih_profile_language(const struct sulih_profile *profile, const char *language)
{
	char tag[64];
	const char *found = NULL;

	snprintf(tag, sizeof(tag), "%s", language);
	while (tag[0] != '\0' && found == NULL) {
		char *dash = strrchr(tag, '-');

		found = json_string_value(json_object_get(profile->languages, tag));
		tag[dash ? (size_t)(dash - tag) : 0] = '\0';
	}
	return found ? found : language;
}
