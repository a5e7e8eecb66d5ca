/*
 * Members of a sound profile that change nothing: its writer believes that they do.
 * They are no faults, since such a profile works.
 */
#include <stdint.h>
#include <stdlib.h>

#include "pipeline/translate/profile/check.h"

static void note(struct sulih_check *check, const char *section, const char *member,
		 const char *why)
{
	sulih_buffer_printf(&check->faults->notes, "/%s/%s: has no effect: %s\n", section, member,
			    why);
	check->faults->note_count++;
}

/* Those of `members` (NULL-terminated) that stand in the section. */
static void note_those(struct sulih_check *check, const char *section, const char *const *members,
		       const char *why)
{
	const json_t *object = json_object_get(check->profile->root, section);

	for (size_t i = 0; members[i] != NULL; i++)
		if (json_object_get(object, members[i]) != NULL)
			note(check, section, members[i], why);
}

static void look_at_batch(struct sulih_check *check, const struct sulih_profile *p)
{
	static const char *const of_lists[] = { "max_items", "max_body_bytes", "max_characters",
						"max_tokens", NULL };
	static const char *const items[] = { "items", NULL }, *const key[] = { "key", NULL };

	if (p->mode == SULIH_BATCH_SINGLE)
		note_those(check, "batch", of_lists,
			   "a request has one text (\"single\"), which max_text_bytes limits");
	if (p->mode == SULIH_BATCH_SINGLE)
		note_those(check, "response", items,
			   "the answer to one text is looked for with \"text\" alone");
	if (p->mode == SULIH_BATCH_KEYED)
		note_those(check, "response", items,
			   "keyed texts are members of an object, which \"then\" leads to");
	if (p->mode != SULIH_BATCH_KEYED)
		note_those(check, "response", key, "only keyed texts have names");
}

static void look_at_auth(struct sulih_check *check, const struct sulih_profile *p)
{
	static const char *const login[] = { "user", "password", NULL };
	static const char *const signing[] = { "region", "service", "session", NULL };
	static const char *const token[] = { "command", "ttl_s", NULL };
	const char *why = p->auth == SULIH_AUTH_NONE	? "the type is \"none\""
			  : p->auth == SULIH_AUTH_BASIC ? "the type is \"basic\""
			  : p->auth == SULIH_AUTH_TOKEN ? "the type is \"token-command\""
							: "the type is \"aws-sigv4\"";

	if (p->auth != SULIH_AUTH_BASIC && p->auth != SULIH_AUTH_SIGV4)
		note_those(check, "auth", login, why);
	if (p->auth != SULIH_AUTH_SIGV4)
		note_those(check, "auth", signing, why);
	if (p->auth != SULIH_AUTH_TOKEN)
		note_those(check, "auth", token, why);
}

static void look_at_protect(struct sulih_check *check, const char *text)
{
	static const char *const custom[] = { "close", "markup", "content", NULL };
	static const char *const shape[] = { "shape", NULL }, *const values[] = { "values", NULL };

	if (json_object_get(json_object_get(check->profile->root, "protect"), "open") != NULL)
		note_those(check, "protect", shape, "\"open\" says what a token looks like");
	else
		note_those(check, "protect", custom, "it belongs to \"open\", which is not there");
	if (strstr(text, "${markup}") == NULL && strstr(text, "\"markup\"}") == NULL)
		note_those(check, "protect", values, "the request has no ${markup}");
}

/* Names under /variables or /secrets that nothing asks for: a slip of the pen, perhaps. */
static void look_for_names(struct sulih_check *check, const char *section, const char *prefix,
			   const char *text)
{
	json_t *object = json_object_get(check->profile->root, section);
	struct sulih_buffer wanted = SULIH_BUFFER_INIT;

	for (void *i = json_object_iter(object); i != NULL; i = json_object_iter_next(object, i)) {
		const char *name = json_object_iter_key(i);
		bool found;

		/* as ${name}, and as the name of a variable: {"$var":"name"} */
		sulih_buffer_clear(&wanted);
		sulih_buffer_printf(&wanted, "${%s%s}", prefix, name);
		found = strstr(text, sulih_buffer_view(&wanted).data) != NULL;
		sulih_buffer_clear(&wanted);
		sulih_buffer_printf(&wanted, ":\"%s%s\"}", prefix, name);
		if (!found && strstr(text, sulih_buffer_view(&wanted).data) == NULL)
			note(check, section, name, "nothing in the profile asks for it");
	}
	sulih_buffer_release(&wanted);
}

void sulih_check_effects(struct sulih_check *check, const struct sulih_profile *p)
{
	static const char *const connect[] = { "connect_ms", NULL };
	static const char *const backoff[] = { "backoff_ms", NULL };
	char *text = json_dumps(p->root, JSON_COMPACT);

	if (text == NULL)
		return;
	look_at_batch(check, p);
	look_at_auth(check, p);
	look_at_protect(check, text);
	look_for_names(check, "variables", "", text);
	look_for_names(check, "secrets", "secret:", text);
	if (p->connect_ms > p->total_ms)
		note_those(check, "limits", connect, "total_ms is less");
	if (p->backoff_ms > p->backoff_max_ms)
		note_those(check, "limits", backoff, "backoff_max_ms is less");
	free(text);
}
