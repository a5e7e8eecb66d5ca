#include "pipeline/translate/profile/check.h"

#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"
#include "pipeline/translate/profile/pointer.h"

void sulih_check_fault(struct sulih_check *check, const char *format, ...)
{
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	const char *place = check->place[0] ? check->place : "the whole";
	char message[300];
	va_list arguments;

	va_start(arguments, format);
	sulih_utf8_print_va(message, sizeof(message), format, arguments);
	va_end(arguments);
	sulih_buffer_printf(&line, "%s: %s: %s", check->from, place, message);
	sulih_fail(check->error, SULIH_ERROR_CONFIG, "%s", sulih_buffer_view(&line).data);
	if (check->faults != NULL) {
		sulih_buffer_printf(&check->faults->lines, "%s: %s\n", place, message);
		check->faults->count++;
	}
	sulih_buffer_release(&line);
}

void sulih_faults_release(struct sulih_faults *faults)
{
	sulih_buffer_release(&faults->lines);
	sulih_buffer_release(&faults->notes);
}

size_t sulih_check_enter(struct sulih_check *check, const char *member)
{
	size_t mark = strlen(check->place), at = mark;

	if (at + 1 < sizeof(check->place))
		check->place[at++] = '/';
	for (; *member && at + 2 < sizeof(check->place); member++) {
		if (*member == '/' || *member == '~')
			check->place[at++] = '~';
		check->place[at++] = *member == '/' ? '1' : *member == '~' ? '0' : *member;
	}
	check->place[at] = '\0';
	return mark;
}

size_t sulih_check_enter_index(struct sulih_check *check, size_t index)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", index);
	return sulih_check_enter(check, number);
}

void sulih_check_leave(struct sulih_check *check, size_t mark)
{
	check->place[mark] = '\0';
}

static void wrong_type(struct sulih_check *check, const char *member, const char *wanted)
{
	size_t mark = sulih_check_enter(check, member);

	sulih_check_fault(check, "must be %s", wanted);
	sulih_check_leave(check, mark);
}

const char *sulih_check_string(struct sulih_check *check, const json_t *object, const char *member,
			       const char *fallback)
{
	const json_t *value = json_object_get(object, member);

	if (value == NULL)
		return fallback;
	if (json_is_string(value) && strlen(json_string_value(value)) == json_string_length(value))
		return json_string_value(value);
	wrong_type(check, member, "a string");
	return fallback;
}

double sulih_check_number(struct sulih_check *check, const json_t *object, const char *member,
			  double fallback, double least, double most)
{
	const json_t *value = json_object_get(object, member);
	char wanted[80];

	if (value == NULL)
		return fallback;
	if (json_is_number(value) && json_number_value(value) >= least &&
	    json_number_value(value) <= most)
		return json_number_value(value);
	snprintf(wanted, sizeof(wanted), "a number from %.0f to %.0f", least, most);
	wrong_type(check, member, wanted);
	return fallback;
}

bool sulih_check_bool(struct sulih_check *check, const json_t *object, const char *member,
		      bool fallback)
{
	const json_t *value = json_object_get(object, member);

	if (value == NULL)
		return fallback;
	if (json_is_boolean(value))
		return json_is_true(value);
	wrong_type(check, member, "true or false");
	return fallback;
}

const json_t *sulih_check_object(struct sulih_check *check, const json_t *object,
				 const char *member)
{
	const json_t *value = json_object_get(object, member);

	if (value == NULL || json_is_object(value))
		return value;
	wrong_type(check, member, "an object");
	return NULL;
}

int sulih_check_choice(struct sulih_check *check, const json_t *object, const char *member,
		       const char *const *words, int fallback)
{
	const json_t *value = json_object_get(object, member);
	char wanted[160] = "one of";

	if (value == NULL)
		return fallback;
	for (int i = 0; words[i] != NULL; i++) {
		if (json_is_string(value) && strcmp(json_string_value(value), words[i]) == 0)
			return i;
		strncat(wanted, " ", sizeof(wanted) - strlen(wanted) - 1);
		strncat(wanted, words[i], sizeof(wanted) - strlen(wanted) - 1);
	}
	wrong_type(check, member, wanted);
	return fallback;
}

size_t sulih_check_array(struct sulih_check *check, const json_t *value, size_t most,
			 const char *what)
{
	size_t count = json_array_size(value);

	if (value != NULL && !json_is_array(value))
		sulih_check_fault(check, "must be an array of %s", what);
	if (count > most)
		sulih_check_fault(check, "has more than %zu %s", most, what);
	return count > most ? most : count;
}

void sulih_check_members(struct sulih_check *check, const json_t *object, const char *const *known)
{
	void *iterator = json_object_iter((json_t *)(uintptr_t)object);

	for (; iterator != NULL;
	     iterator = json_object_iter_next((json_t *)(uintptr_t)object, iterator)) {
		const char *key = json_object_iter_key(iterator);
		bool found = false;

		for (size_t i = 0; known[i] != NULL; i++)
			found = found || strcmp(key, known[i]) == 0;
		if (!found)
			wrong_type(check, key, "left out: there is no such member");
	}
}

const char *sulih_check_pointer(struct sulih_check *check, const json_t *object, const char *member,
				const char *fallback)
{
	const char *pointer = sulih_check_string(check, object, member, fallback);

	if (pointer == NULL || sulih_pointer_valid(pointer))
		return pointer;
	wrong_type(check, member, "a JSON Pointer: empty, or beginning with /");
	return fallback;
}
