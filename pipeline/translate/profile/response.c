/* What a profile says of answers: where the texts stand, and what errors look like. */
#include "pipeline/translate/profile/check.h"
#include "pipeline/translate/profile/pointer.h"

/* A pointer, or several of which the first that leads to a string counts. */
static size_t read_pointers(struct sulih_check *check, const json_t *object, const char *member,
			    const char **out)
{
	const json_t *value = json_object_get(object, member);
	size_t count = json_is_array(value) ? json_array_size(value) : value != NULL ? 1 : 0;
	size_t mark = sulih_check_enter(check, member), used = 0;

	if (count > SULIH_MOST_POINTERS)
		sulih_check_fault(check, "names more than %d pointers", SULIH_MOST_POINTERS);
	for (size_t i = 0; i < count && i < SULIH_MOST_POINTERS; i++) {
		const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;

		if (json_is_string(one) && sulih_pointer_valid(json_string_value(one)))
			out[used++] = json_string_value(one);
		else
			sulih_check_fault(check,
					  "must be a JSON Pointer: empty, or beginning with /");
	}
	sulih_check_leave(check, mark);
	return used;
}

static void read_step(struct sulih_check *check, const json_t *value, struct sulih_step *step)
{
	static const char *const members[] = { "pointer", "strip", "parse", NULL };
	static const char *const parsers[] = { "json", NULL };
	const char *strip = sulih_check_string(check, value, "strip", NULL);

	sulih_check_members(check, value, members);
	if (json_object_size(value) != 1) {
		sulih_check_fault(check, "must be one of pointer, strip, parse");
		return;
	}
	if (strip != NULL) {
		step->kind = SULIH_STEP_STRIP;
		step->fences = strstr(strip, "fences") != NULL;
		step->think = strstr(strip, "think") != NULL;
		if (!step->fences && !step->think)
			sulih_check_fault(check, "strip knows \"fences\" and \"think\"");
	} else if (json_object_get(value, "parse") != NULL) {
		step->kind = SULIH_STEP_PARSE;
		sulih_check_choice(check, value, "parse", parsers, 0);
	} else {
		step->kind = SULIH_STEP_POINTER;
		step->pointer = sulih_check_pointer(check, value, "pointer", "");
	}
}

void sulih_check_response(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "items", "text", "then", "key", "unescape", NULL };
	static const char *const escapes[] = { "none", "xml", "html", NULL };
	const json_t *response = sulih_check_object(check, p->root, "response");
	size_t mark = sulih_check_enter(check, "response"), inner, deeper, count;
	const json_t *then = json_object_get(response, "then");

	sulih_check_members(check, response, members);
	p->unescape = (enum sulih_unescape)sulih_check_choice(check, response, "unescape", escapes,
							      SULIH_UNESCAPE_AS_SENT);
	p->items_pointer = sulih_check_pointer(check, response, "items", NULL);
	p->key = sulih_check_string(check, response, "key", NULL);
	p->text_pointer_count = read_pointers(check, response, "text", p->text_pointers);
	if (p->text_pointer_count == 0 && p->mode != SULIH_BATCH_SINGLE)
		p->text_pointers[p->text_pointer_count++] = "";
	if (p->text_pointer_count == 0)
		sulih_check_fault(check, "needs \"text\": where the answer's text stands");
	if (p->mode == SULIH_BATCH_ARRAY && p->items_pointer == NULL)
		sulih_check_fault(check, "needs \"items\": where the answer's array stands");
	if (p->mode == SULIH_BATCH_KEYED && p->key == NULL)
		sulih_check_fault(check, "needs \"key\": the name of a text's member");
	inner = sulih_check_enter(check, "then");
	count = sulih_check_array(check, then, SULIH_MOST_STEPS, "steps");
	for (size_t i = 0; i < count; i++) {
		deeper = sulih_check_enter_index(check, i);
		read_step(check, json_array_get(then, i), &p->steps[p->step_count++]);
		sulih_check_leave(check, deeper);
	}
	sulih_check_leave(check, inner);
	sulih_check_leave(check, mark);
}

void sulih_check_errors(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "message",   "error_if", "quota",     "retry",
					       "too_large", "refused",	"truncated", NULL };
	const json_t *errors = sulih_check_object(check, p->root, "error");
	size_t mark = sulih_check_enter(check, "error");

	sulih_check_members(check, errors, members);
	p->message_pointer_count = read_pointers(check, errors, "message", p->message_pointers);
	sulih_check_rules(check, errors, "error_if", &p->error_if);
	sulih_check_rules(check, errors, "quota", &p->quota);
	sulih_check_rules(check, errors, "retry", &p->retry);
	sulih_check_rules(check, errors, "too_large", &p->too_large);
	sulih_check_rules(check, errors, "refused", &p->refused);
	sulih_check_rules(check, errors, "truncated", &p->truncated);
	sulih_check_leave(check, mark);
}
