/* Rules that classify an answer, as a profile writes them. */
#include <string.h>

#include "pipeline/translate/profile/check.h"
#include "pipeline/translate/profile/pointer.h"

#define NO_REGEX "is no regular expression: "

static const char *const rule_members[] = { "status",	  "pointer", "exists", "equals",
					    "not_equals", "regex",   NULL };

static void read_statuses(struct sulih_check *check, const json_t *rule, struct sulih_rule *out)
{
	const json_t *value = json_object_get(rule, "status");
	size_t count = json_is_array(value) ? json_array_size(value) : value != NULL ? 1 : 0;
	size_t mark;

	for (size_t i = 0; i < count; i++) {
		const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
		json_int_t status = json_integer_value(one);

		if (out->status_count < SULIH_MOST_STATUSES && status >= 100 && status <= 599) {
			out->statuses[out->status_count++] = (long)status;
			continue;
		}
		mark = sulih_check_enter(check, "status");
		sulih_check_fault(check, "must be an HTTP status or up to %d of them",
				  SULIH_MOST_STATUSES);
		sulih_check_leave(check, mark);
		return;
	}
}

/* Compiles the pattern; what is wrong with it, or NULL. `why` is room for what regcomp says. */
static const char *compile(const char *pattern, struct sulih_rule *out, char *why, size_t room)
{
	int code;

	switch (sulih_regex_cost(pattern)) {
	case SULIH_REGEX_TOO_LARGE:
		return "repeats or nests too much to be compiled (a repetition behind another, an "
		       "anchor inside one): write it simpler";
	case SULIH_REGEX_REFERS_BACK:
		return "refers back to a group, which no answer needs: write out what is meant";
	case SULIH_REGEX_CHEAP:
		break;
	}
	code = regcomp(&out->regex, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB);
	if (code == 0) {
		out->has_regex = true;
		return NULL;
	}
	memcpy(why, NO_REGEX, sizeof(NO_REGEX));
	regerror(code, &out->regex, why + sizeof(NO_REGEX) - 1, room - sizeof(NO_REGEX) + 1);
	return why;
}

static void read_regex(struct sulih_check *check, const json_t *rule, struct sulih_rule *out)
{
	const char *pattern = sulih_check_string(check, rule, "regex", NULL), *fault;
	char why[160];
	size_t mark;

	fault = pattern != NULL ? compile(pattern, out, why, sizeof(why)) : NULL;
	if (fault == NULL)
		return;
	mark = sulih_check_enter(check, "regex");
	sulih_check_fault(check, "%s", fault);
	sulih_check_leave(check, mark);
}

static void read_rule(struct sulih_check *check, const json_t *rule, struct sulih_rule *out)
{
	if (!json_is_object(rule)) {
		sulih_check_fault(check, "must be an object such as { \"status\": 429 }");
		return;
	}
	sulih_check_members(check, rule, rule_members);
	read_statuses(check, rule, out);
	out->pointer = sulih_check_pointer(check, rule, "pointer", NULL);
	out->exists = sulih_check_bool(check, rule, "exists", false);
	out->equals = json_object_get(rule, "equals");
	out->not_equals = json_object_get(rule, "not_equals");
	read_regex(check, rule, out);
	if (out->status_count == 0 && out->pointer == NULL)
		sulih_check_fault(check, "needs a status or a pointer");
	if (out->pointer != NULL && !out->exists && !out->has_regex && out->equals == NULL &&
	    out->not_equals == NULL)
		sulih_check_fault(check, "needs exists, equals, not_equals or regex");
	if (out->pointer == NULL &&
	    (out->has_regex || out->exists || out->equals != NULL || out->not_equals != NULL))
		sulih_check_fault(check, "needs a pointer to what is tested");
}

void sulih_check_rules(struct sulih_check *check, const json_t *object, const char *member,
		       struct sulih_rules *out)
{
	const json_t *rules = json_object_get(object, member);
	size_t mark = sulih_check_enter(check, member), inner;
	size_t count = sulih_check_array(check, rules, SULIH_MOST_RULES, "rules");

	for (size_t i = 0; i < count; i++) {
		inner = sulih_check_enter_index(check, i);
		read_rule(check, json_array_get(rules, i), &out->items[i]);
		out->count = i + 1;
		sulih_check_leave(check, inner);
	}
	sulih_check_leave(check, mark);
}

void sulih_rules_release(struct sulih_rules *rules)
{
	for (size_t i = 0; i < rules->count; i++)
		if (rules->items[i].has_regex)
			regfree(&rules->items[i].regex);
	rules->count = 0;
}
