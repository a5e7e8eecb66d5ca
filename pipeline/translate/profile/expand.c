#include "pipeline/translate/profile/expand.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/json_write.h"
#include "base/letter.h"

enum { DEEPEST = 32 };

static const char *only_key(const json_t *value)
{
	void *iterator;

	if (!json_is_object(value) || json_object_size(value) != 1)
		return "";
	iterator = json_object_iter((json_t *)(uintptr_t)value);
	return json_object_iter_key(iterator);
}

static int expand_map(const json_t *map, struct sulih_expansion *x, struct sulih_buffer *out,
		      struct sulih_error *error)
{
	const char *key = json_string_value(json_object_get(map, "key"));
	size_t before = x->at;
	int code = 0;

	if (key == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "$map needs a key");
	sulih_buffer_putc(out, '{');
	for (x->at = 0; x->at < x->text_count && code == 0; x->at++) {
		sulih_buffer_puts(out, x->at ? ",\"" : "\"");
		code = sulih_expand_string(key, x, SULIH_ESCAPE_JSON, out, error);
		sulih_buffer_puts(out, "\":");
		if (code == 0)
			code = sulih_expand_json(json_object_get(map, "value"), x, out, error);
	}
	x->at = before;
	sulih_buffer_putc(out, '}');
	return code;
}

static int expand_each(const json_t *inner, struct sulih_expansion *x, struct sulih_buffer *out,
		       struct sulih_error *error)
{
	size_t before = x->at;
	int code = 0;

	sulih_buffer_putc(out, '[');
	for (x->at = 0; x->at < x->text_count && code == 0; x->at++) {
		if (x->at)
			sulih_buffer_putc(out, ',');
		code = sulih_expand_json(inner, x, out, error);
	}
	x->at = before;
	sulih_buffer_putc(out, ']');
	return code;
}

/* T as JSON text inside a string: the user message of a chat. */
static int expand_nested(const json_t *inner, struct sulih_expansion *x, struct sulih_buffer *out,
			 struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	int code = sulih_expand_json(inner, x, &text, error);

	if (code == 0)
		code = sulih_buffer_status(&text, error);
	if (code == 0)
		sulih_json_string(out, sulih_buffer_view(&text));
	sulih_buffer_release(&text);
	return code;
}

static size_t digits_end(struct sulih_view text, size_t at)
{
	while (at < text.length && sulih_byte_is_digit(text.data[at]))
		at++;
	return at;
}

/* Whether JSON takes the text for a number: no plus, no bare point, no needless zero. */
static bool is_json_number(struct sulih_view text)
{
	size_t at = text.length > 0 && text.data[0] == '-', end = digits_end(text, at);

	if (end == at || (text.data[at] == '0' && end > at + 1))
		return false;
	at = end;
	if (at < text.length && text.data[at] == '.') {
		end = digits_end(text, at + 1);
		if (end == at + 1)
			return false;
		at = end;
	}
	if (at < text.length && (text.data[at] | 32) == 'e') {
		at++;
		at += at < text.length && (text.data[at] == '+' || text.data[at] == '-');
		end = digits_end(text, at);
		if (end == at)
			return false;
		at = end;
	}
	return at == text.length;
}

static int expand_typed(const json_t *name, bool number, struct sulih_expansion *x,
			struct sulih_buffer *out, struct sulih_error *error)
{
	struct sulih_view value, variable = sulih_view_of(json_string_value(name));
	char room[24];
	int code = sulih_expand_value(x, variable, room, &value, error);

	if (code != 0)
		return code;
	if (!number) {
		sulih_buffer_puts(out, sulih_view_is(value, "true") || sulih_view_is(value, "1")
					       ? "true"
					       : "false");
		return 0;
	}
	if (!is_json_number(value))
		return sulih_fail(
			error, SULIH_ERROR_CONFIG,
			"the variable %.*s must be a number as JSON writes it (0.5, 12, 1e3)",
			SULIH_VIEW_ARGS(variable));
	sulih_buffer_add(out, value);
	return 0;
}

static int put_as_it_is(const json_t *value, struct sulih_buffer *out, struct sulih_error *error)
{
	char *dumped = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	if (dumped == NULL)
		return sulih_fail_memory(error);
	sulih_buffer_puts(out, dumped);
	free(dumped);
	return 0;
}

/* An operator; *done is false when the object is none. */
static int expand_operator(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
			   bool *done, struct sulih_error *error)
{
	const char *key = only_key(value);
	const json_t *inner;
	struct sulih_view text;
	char room[24];
	int code;

	*done = key[0] == '$';
	if (!*done)
		return 0;
	inner = json_object_get(value, key);
	if (strcmp(key, "$each") == 0)
		return expand_each(inner, x, out, error);
	if (strcmp(key, "$map") == 0)
		return expand_map(inner, x, out, error);
	if (strcmp(key, "$opt") == 0)
		return sulih_expand_json(inner, x, out, error);
	if (strcmp(key, "$json") == 0)
		return expand_nested(inner, x, out, error);
	if (strcmp(key, "$lit") == 0)
		return put_as_it_is(inner, out, error);
	if (!json_is_string(inner))
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s needs a variable's name", key);
	if (strcmp(key, "$num") == 0 || strcmp(key, "$bool") == 0)
		return expand_typed(inner, key[1] == 'n', x, out, error);
	if (strcmp(key, "$var") != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "there is no operator %s", key);
	code = sulih_expand_value(x, sulih_view_of(json_string_value(inner)), room, &text, error);
	if (code == 0)
		sulih_json_string(out, text);
	return code;
}

/* What makes a member vanish under $opt. */
static bool is_empty(struct sulih_view json)
{
	return sulih_view_is(json, "\"\"") || sulih_view_is(json, "null") ||
	       sulih_view_is(json, "[]") || sulih_view_is(json, "{}");
}

static int expand_object(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
			 struct sulih_error *error)
{
	json_t *object = (json_t *)(uintptr_t)value;
	void *iterator = json_object_iter(object);
	bool first = true;
	int code = 0;

	sulih_buffer_putc(out, '{');
	for (; iterator != NULL && code == 0; iterator = json_object_iter_next(object, iterator)) {
		const json_t *member = json_object_iter_value(iterator);
		bool optional = strcmp(only_key(member), "$opt") == 0;
		size_t mark = out->length, start;

		if (!first)
			sulih_buffer_putc(out, ',');
		sulih_json_string(out, sulih_view_of(json_object_iter_key(iterator)));
		sulih_buffer_putc(out, ':');
		start = out->length;
		code = sulih_expand_json(member, x, out, error);
		if (code == 0 && optional && out->failed == 0 &&
		    is_empty(sulih_buffer_view_from(out, start)))
			sulih_buffer_truncate(out, mark);
		else
			first = false;
	}
	sulih_buffer_putc(out, '}');
	return code;
}

static int expand_scalar(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
			 struct sulih_error *error)
{
	int code;

	if (!json_is_string(value))
		return put_as_it_is(value, out, error);
	sulih_buffer_putc(out, '"');
	code = sulih_expand_string(json_string_value(value), x, SULIH_ESCAPE_JSON, out, error);
	sulih_buffer_putc(out, '"');
	return code;
}

int sulih_expand_json(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
		      struct sulih_error *error)
{
	bool done = false;
	int code = 0;

	if (value == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the template lacks a value");
	if (++x->depth > DEEPEST) {
		x->depth--;
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the template is too deep");
	}
	if (json_is_object(value)) {
		code = expand_operator(value, x, out, &done, error);
		if (code == 0 && !done)
			code = expand_object(value, x, out, error);
	} else if (json_is_array(value)) {
		sulih_buffer_putc(out, '[');
		for (size_t i = 0; i < json_array_size(value) && code == 0; i++) {
			if (i)
				sulih_buffer_putc(out, ',');
			code = sulih_expand_json(json_array_get(value, i), x, out, error);
		}
		sulih_buffer_putc(out, ']');
	} else {
		code = expand_scalar(value, x, out, error);
	}
	x->depth--;
	return code;
}

/* The text of one value of a form: strings, numbers, $var and $opt. */
static int pair_text(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
		     bool *absent, struct sulih_error *error)
{
	const char *key = only_key(value);
	struct sulih_view text;
	char room[24];
	int code = 0;

	*absent = false;
	if (strcmp(key, "$opt") == 0) {
		code = pair_text(json_object_get(value, key), x, out, absent, error);
		*absent = out->length == 0;
		return code;
	}
	if (strcmp(key, "$var") == 0) {
		code = sulih_expand_value(
			x, sulih_view_of(json_string_value(json_object_get(value, key))), room,
			&text, error);
		if (code == 0)
			sulih_buffer_add(out, text);
		return code;
	}
	if (json_is_string(value))
		return sulih_expand_string(json_string_value(value), x, SULIH_ESCAPE_NONE, out,
					   error);
	return sulih_expand_json(value, x, out, error);
}

static int put_pair(const char *name, const json_t *value, struct sulih_expansion *x,
		    struct sulih_buffer *out, struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	bool absent;
	int code = pair_text(value, x, &text, &absent, error);

	if (code == 0)
		code = sulih_buffer_status(&text, error);
	if (code == 0 && !absent) {
		if (out->length > 0)
			sulih_buffer_putc(out, '&');
		sulih_percent_encode(out, sulih_view_of(name), false);
		sulih_buffer_putc(out, '=');
		sulih_percent_encode(out, sulih_buffer_view(&text), false);
	}
	sulih_buffer_release(&text);
	return code;
}

int sulih_expand_pairs(const json_t *object, struct sulih_expansion *x, struct sulih_buffer *out,
		       struct sulih_error *error)
{
	json_t *pairs = (json_t *)(uintptr_t)object;
	void *iterator = json_object_iter(pairs);
	int code = 0;

	for (; iterator != NULL && code == 0; iterator = json_object_iter_next(pairs, iterator)) {
		const char *name = json_object_iter_key(iterator);
		const json_t *value = json_object_iter_value(iterator);
		size_t before = x->at;

		for (size_t i = 0; i < json_array_size(value) && code == 0; i++)
			code = put_pair(name, json_array_get(value, i), x, out, error);
		if (json_is_array(value))
			continue;
		if (strcmp(only_key(value), "$each") != 0) {
			code = put_pair(name, value, x, out, error);
			continue;
		}
		for (x->at = 0; x->at < x->text_count && code == 0; x->at++)
			code = put_pair(name, json_object_get(value, "$each"), x, out, error);
		x->at = before;
	}
	return code;
}
