/* Names that a profile gives: to variables, to headers, to where its keys come from. */
#include <stdint.h>

#include "pipeline/translate/profile/check.h"
#include "pipeline/translate/profile/expand.h"

static void *first(const json_t *object)
{
	return json_object_iter((json_t *)(uintptr_t)object);
}

static void *next(const json_t *object, void *iterator)
{
	return json_object_iter_next((json_t *)(uintptr_t)object, iterator);
}

static void check_variables(struct sulih_check *check, const json_t *variables)
{
	for (void *i = first(variables); i != NULL; i = next(variables, i)) {
		const char *name = json_object_iter_key(i);
		size_t mark = sulih_check_enter(check, name);

		if (sulih_expand_is_builtin(sulih_view_of(name)))
			sulih_check_fault(check, "is a name of sulih's own");
		else if (strncmp(name, "secret:", 7) == 0)
			sulih_check_fault(check,
					  "is no variable: keys come from the environment, a "
					  "file or a command");
		else if (name[0] == '\0' || strpbrk(name, "=${} \t\r\n") != NULL)
			sulih_check_fault(check, "is no name that --set could give");
		sulih_check_leave(check, mark);
	}
}

/* What may stand in a header's name (RFC 9110, token). */
static bool is_header_name(const char *name)
{
	return name[0] != '\0' &&
	       name[strspn(name, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
				 "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

static void check_headers(struct sulih_check *check, const json_t *headers)
{
	for (void *i = first(headers); i != NULL; i = next(headers, i)) {
		const json_t *value = json_object_iter_value(i);
		const char *text = json_string_value(value);
		size_t mark = sulih_check_enter(check, json_object_iter_key(i));

		if (!is_header_name(json_object_iter_key(i)))
			sulih_check_fault(check, "is no name of a header");
		if (text != NULL &&
		    (strpbrk(text, "\r\n") != NULL || strlen(text) != json_string_length(value)))
			sulih_check_fault(check, "a header's value is one line");
		sulih_check_leave(check, mark);
	}
}

static void check_secrets(struct sulih_check *check, const json_t *secrets)
{
	static const char *const members[] = { "file", "command", NULL };

	for (void *i = first(secrets); i != NULL; i = next(secrets, i)) {
		const json_t *about = json_object_iter_value(i);
		size_t mark = sulih_check_enter(check, json_object_iter_key(i));

		/* the key itself may stand there: it is not repeated */
		if (!json_is_object(about)) {
			sulih_check_fault(check, "says where a key is: { \"file\": … } or "
						 "{ \"command\": […] }, never the key itself");
		} else {
			sulih_check_members(check, about, members);
			sulih_check_string(check, about, "file", NULL);
			sulih_check_command(check, about);
		}
		sulih_check_leave(check, mark);
	}
}

void sulih_check_command(struct sulih_check *check, const json_t *object)
{
	const json_t *command = json_object_get(object, "command");
	size_t mark = sulih_check_enter(check, "command"), count = json_array_size(command);
	bool sound = command == NULL || (count > 0 && count <= SULIH_MOST_ARGUMENTS);

	for (size_t i = 0; i < count; i++)
		sound = sound && json_is_string(json_array_get(command, i));
	if (!sound)
		sulih_check_fault(check, "must be an array of program and arguments, at most %d",
				  SULIH_MOST_ARGUMENTS);
	sulih_check_leave(check, mark);
}

void sulih_check_names(struct sulih_check *check, const struct sulih_profile *profile)
{
	size_t mark = sulih_check_enter(check, "variables");

	check_variables(check, profile->variables);
	sulih_check_leave(check, mark);
	mark = sulih_check_enter(check, "headers");
	check_headers(check, profile->headers);
	sulih_check_leave(check, mark);
	mark = sulih_check_enter(check, "secrets");
	check_secrets(check, profile->secrets);
	sulih_check_leave(check, mark);
}
