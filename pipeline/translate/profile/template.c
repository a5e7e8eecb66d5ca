/* Checks a request template: operators, variables, and texts where there are texts. */
#include <stdint.h>

#include "pipeline/translate/profile/check.h"
#include "pipeline/translate/profile/expand.h"

enum { DEEPEST = 24 };

static const char *const operators[] = { "$var", "$each", "$map", "$opt", "$json",
					 "$num", "$bool", "$lit", NULL };

static void check_variable(struct sulih_check *check, struct sulih_view name)
{
	char key[64];

	if (sulih_view_is(name, "context") && check->uses_context != NULL)
		*check->uses_context = true;
	if (sulih_view_is(name, "legend") && check->uses_legend != NULL)
		*check->uses_legend = true;
	check->sends_text = check->sends_text || sulih_view_is(name, "text");
	if ((sulih_view_is(name, "text") || sulih_view_is(name, "i")) && !check->in_item) {
		sulih_check_fault(check, "%.*s stands outside $each and $map",
				  SULIH_VIEW_ARGS(name));
		return;
	}
	if (check->in_address &&
	    (sulih_view_starts(name, SULIH_VIEW("secret:")) || sulih_view_is(name, "token"))) {
		sulih_check_fault(check,
				  "${%.*s} would put a key into the address, which servers and "
				  "proxies log: send it in \"headers\" or in the \"body\"",
				  SULIH_VIEW_ARGS(name));
		return;
	}
	if (sulih_expand_is_builtin(name) || sulih_view_starts(name, SULIH_VIEW("secret:")))
		return;
	if (name.length > 0 && name.length < sizeof(key)) {
		memcpy(key, name.data, name.length);
		key[name.length] = '\0';
		if (json_object_get(check->profile->variables, key) != NULL)
			return;
	}
	sulih_check_fault(check, "the variable %.*s is not listed under /variables",
			  SULIH_VIEW_ARGS(name));
}

void sulih_check_interpolation(struct sulih_check *check, const char *text)
{
	const char *open, *close;

	while ((open = strstr(text, "${")) != NULL) {
		close = strchr(open, '}');
		if (close == NULL) {
			sulih_check_fault(check, "a ${ is not closed");
			return;
		}
		check_variable(check, sulih_view_make(open + 2, (size_t)(close - open) - 2));
		text = close + 1;
	}
}

void sulih_check_key(struct sulih_check *check, const char *key)
{
	size_t mark = sulih_check_enter(check, "key");

	sulih_check_interpolation(check, key);
	if (strstr(key, "${i}") == NULL)
		sulih_check_fault(check, "must hold ${i}, or all texts have the same name");
	sulih_check_leave(check, mark);
}

static void check_map(struct sulih_check *check, const json_t *map)
{
	const char *key = sulih_check_string(check, map, "key", NULL);
	size_t mark;

	if (key == NULL)
		sulih_check_fault(check, "needs a \"key\" such as \"s${i}\"");
	else
		sulih_check_key(check, key);
	mark = sulih_check_enter(check, "value");
	if (json_object_get(map, "value") == NULL)
		sulih_check_fault(check, "is missing");
	else
		sulih_check_template(check, json_object_get(map, "value"));
	sulih_check_leave(check, mark);
}

static void check_operator(struct sulih_check *check, const char *key, const json_t *inner)
{
	size_t mark = sulih_check_enter(check, key);
	bool before = check->in_item, known = false;

	for (size_t i = 0; operators[i] != NULL; i++)
		known = known || strcmp(key, operators[i]) == 0;
	if (!known) {
		sulih_check_fault(check, "there is no such operator (a literal goes into $lit)");
	} else if (strcmp(key, "$each") == 0 || strcmp(key, "$map") == 0) {
		check->in_item = true;
		if (key[1] == 'm')
			check_map(check, inner);
		else
			sulih_check_template(check, inner);
		check->in_item = before;
	} else if (strcmp(key, "$opt") == 0 || strcmp(key, "$json") == 0) {
		sulih_check_template(check, inner);
	} else if (strcmp(key, "$lit") != 0) {
		if (json_is_string(inner))
			check_variable(check, sulih_view_of(json_string_value(inner)));
		else
			sulih_check_fault(check, "must be the name of a variable");
	}
	sulih_check_leave(check, mark);
}

static void check_object(struct sulih_check *check, json_t *object)
{
	void *iterator = json_object_iter(object);
	size_t mark;

	if (json_object_size(object) == 1 && json_object_iter_key(iterator)[0] == '$') {
		check_operator(check, json_object_iter_key(iterator),
			       json_object_iter_value(iterator));
		return;
	}
	for (; iterator != NULL; iterator = json_object_iter_next(object, iterator)) {
		const char *key = json_object_iter_key(iterator);

		mark = sulih_check_enter(check, key);
		for (size_t i = 0; operators[i] != NULL; i++)
			if (strcmp(key, operators[i]) == 0)
				sulih_check_fault(check, "an operator is the only member of its "
							 "object (a literal goes into $lit)");
		sulih_check_template(check, json_object_iter_value(iterator));
		sulih_check_leave(check, mark);
	}
}

void sulih_check_template(struct sulih_check *check, const json_t *value)
{
	size_t mark;

	if (check->depth == DEEPEST) {
		sulih_check_fault(check, "is too deep");
		return;
	}
	check->depth++;
	if (json_is_string(value))
		sulih_check_interpolation(check, json_string_value(value));
	for (size_t i = 0; i < json_array_size(value); i++) {
		mark = sulih_check_enter_index(check, i);
		sulih_check_template(check, json_array_get(value, i));
		sulih_check_leave(check, mark);
	}
	if (json_is_object(value))
		check_object(check, (json_t *)(uintptr_t)value);
	check->depth--;
}

void sulih_check_flat(struct sulih_check *check, const json_t *object)
{
	json_t *members = (json_t *)(uintptr_t)object;
	void *iterator = json_object_iter(members);

	for (; iterator != NULL; iterator = json_object_iter_next(members, iterator)) {
		const json_t *value = json_object_iter_value(iterator);
		const json_t *first =
			json_object_iter_value(json_object_iter((json_t *)(uintptr_t)value));
		size_t mark = sulih_check_enter(check, json_object_iter_key(iterator));
		const char *key =
			first != NULL
				? json_object_iter_key(json_object_iter((json_t *)(uintptr_t)value))
				: "";

		if (json_is_object(value) && (key[0] != '$' || strcmp(key, "$map") == 0))
			sulih_check_fault(check, "an object has no place in a form or an address: "
						 "{ \"$json\": … } writes it into a string");
		sulih_check_leave(check, mark);
	}
}
