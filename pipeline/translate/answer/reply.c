#include "pipeline/translate/answer/reply.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/translate/answer/json_quick.h"
#include "pipeline/translate/profile/pointer.h"

enum { DEEPEST = 64 };

static int hex4(struct sulih_view json, size_t at, unsigned *value)
{
	*value = 0;
	if (at + 4 > json.length)
		return -1;
	for (size_t i = at; i < at + 4; i++) {
		char c = json.data[i];
		unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0')
				 : (c | 32) >= 'a' && (c | 32) <= 'f'
					 ? (unsigned)((c | 32) - 'a' + 10)
					 : 16;

		if (digit == 16)
			return -1;
		*value = *value * 16 + digit;
	}
	return 0;
}

/* Length of the escape at `at` (a backslash); *lone says that it is half a pair. */
static size_t escape_length(struct sulih_view json, size_t at, bool *lone)
{
	unsigned high, low;

	*lone = false;
	if (at + 1 >= json.length || json.data[at + 1] != 'u' || hex4(json, at + 2, &high) != 0)
		return 2;
	if (high < 0xD800 || high > 0xDFFF)
		return 6;
	if (high < 0xDC00 && at + 7 < json.length && json.data[at + 6] == '\\' &&
	    json.data[at + 7] == 'u' && hex4(json, at + 8, &low) == 0 && low >= 0xDC00 &&
	    low <= 0xDFFF)
		return 12;
	*lone = true;
	return 6;
}

bool sulih_json_prepare(struct sulih_view *json, struct sulih_buffer *room)
{
	size_t from = 0;
	int depth = 0;
	bool in_string = false, lone;

	if (sulih_view_starts(*json, SULIH_VIEW("\xEF\xBB\xBF")))
		*json = sulih_view_slice(*json, 3, json->length);
	for (size_t i = 0; i < json->length; i++) {
		char c = json->data[i];

		if (in_string && c == '\\') {
			size_t length = escape_length(*json, i, &lone);

			if (lone) {
				sulih_buffer_add(room, sulih_view_slice(*json, from, i));
				sulih_buffer_puts(room, "\\uFFFD");
				from = i + length;
			}
			i += length - 1;
		} else if (c == '"') {
			in_string = !in_string;
		} else if (!in_string && (c == '{' || c == '[')) {
			if (++depth > DEEPEST)
				return false;
		} else if (!in_string && (c == '}' || c == ']')) {
			depth--;
		}
	}
	if (from > 0) {
		sulih_buffer_add(room, sulih_view_slice(*json, from, json->length));
		*json = sulih_buffer_view(room);
	}
	return true;
}

static json_t *parse(struct sulih_view json, struct sulih_buffer *room)
{
	json_t *value = sulih_json_quick(json, room);
	json_error_t error;

	if (value != NULL)
		return value;
	if (!sulih_json_prepare(&json, room))
		return NULL;
	return json_loadb(json.data, json.length, JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
}

/* A server's words, cut to one line of printable text. */
static void say(struct sulih_reply *reply, struct sulih_view text)
{
	size_t used = 0;

	for (size_t i = 0; i < text.length && used + 5 < sizeof(reply->message);) {
		size_t length;
		uint32_t c = sulih_utf8_decode(text.data + i, text.length - i, &length);

		if (c == SULIH_UTF8_INVALID || c < 0x20 || c == 0x7F)
			reply->message[used++] = ' ';
		else
			memcpy(reply->message + used, text.data + i, length), used += length;
		i += length;
	}
	while (used > 0 && (reply->message[used - 1] == ' ' || reply->message[used - 1] == '.'))
		used--;
	reply->message[used] = '\0';
}

static bool is_something(const json_t *value)
{
	if (value == NULL || json_is_null(value) || json_is_false(value))
		return false;
	if (json_is_string(value))
		return json_string_length(value) > 0;
	if (json_is_object(value) || json_is_array(value))
		return json_object_size(value) + json_array_size(value) > 0;
	return !json_is_integer(value) || json_integer_value(value) != 0;
}

static bool regex_fits(const struct sulih_rule *rule, const json_t *value)
{
	char number[32];
	const char *text = json_string_value(value);

	if (json_is_integer(value)) {
		snprintf(number, sizeof(number), "%lld", (long long)json_integer_value(value));
		text = number;
	}
	return text != NULL && regexec(&rule->regex, text, 0, NULL, 0) == 0;
}

static bool rule_fits(const struct sulih_rule *rule, long status, json_t *root)
{
	json_t *value;
	bool found = rule->status_count == 0;

	for (size_t i = 0; i < rule->status_count; i++)
		found = found || rule->statuses[i] == status;
	if (!found || rule->pointer == NULL)
		return found;
	value = sulih_pointer_get(root, rule->pointer);
	if (rule->exists && !is_something(value))
		return false;
	if (rule->equals != NULL && (value == NULL || !json_equal(value, rule->equals)))
		return false;
	if (rule->not_equals != NULL && (value == NULL || json_equal(value, rule->not_equals)))
		return false;
	return !rule->has_regex || regex_fits(rule, value);
}

static bool rules_fit(const struct sulih_rules *rules, long status, json_t *root)
{
	for (size_t i = 0; i < rules->count; i++)
		if (rule_fits(&rules->items[i], status, root))
			return true;
	return false;
}

static enum sulih_verdict by_status(long status)
{
	switch (status) {
	case 408:
	case 425:
	case 429:
	case 503:
	case 529:
		return SULIH_REPLY_THROTTLED;
	case 413:
	case 414:
		return SULIH_REPLY_TOO_LARGE;
	case 456:
		return SULIH_REPLY_QUOTA;
	case 401:
	case 402:
	case 403:
	case 404:
	case 405:
	case 407:
	case 410:
		return SULIH_REPLY_BARRED;
	default:
		return status >= 500   ? SULIH_REPLY_FAILED
		       : status >= 400 ? SULIH_REPLY_REFUSED
		       : status >= 300 ? SULIH_REPLY_BARRED
				       : SULIH_REPLY_GOOD;
	}
}

/* The profile's own rules come first: Google's 403 is a throttle, Amazon's is a 400. */
static enum sulih_verdict classify(const struct sulih_profile *profile, long status, json_t *root)
{
	if (rules_fit(&profile->quota, status, root))
		return SULIH_REPLY_QUOTA;
	if (rules_fit(&profile->too_large, status, root))
		return SULIH_REPLY_TOO_LARGE;
	if (rules_fit(&profile->retry, status, root))
		return status == 500 || status == 502 || status == 504 ? SULIH_REPLY_FAILED
								       : SULIH_REPLY_THROTTLED;
	if (rules_fit(&profile->refused, status, root))
		return SULIH_REPLY_BARRED;
	if (by_status(status) != SULIH_REPLY_GOOD)
		return by_status(status);
	if (rules_fit(&profile->error_if, status, root))
		return SULIH_REPLY_REFUSED;
	if (rules_fit(&profile->truncated, status, root))
		return SULIH_REPLY_TOO_LARGE;
	return SULIH_REPLY_GOOD;
}

/* Of a web page its title, of plain words the words. */
static void say_page(struct sulih_reply *reply, struct sulih_view body)
{
	const char *open = memmem(body.data, body.length, "<title>", 7);
	const char *end =
		open ? memmem(open, (size_t)(body.data + body.length - open), "</", 2) : NULL;

	if (end != NULL)
		say(reply, sulih_view_make(open + 7, (size_t)(end - open) - 7));
	else if (body.data[0] != '<' && body.length < 160)
		say(reply, body);
}

static void find_message(const struct sulih_profile *profile, long status, struct sulih_view body,
			 struct sulih_reply *reply)
{
	for (size_t i = 0; i < profile->message_pointer_count; i++) {
		const json_t *value = sulih_pointer_get(reply->root, profile->message_pointers[i]);

		if (json_is_string(value) && json_string_length(value) > 0) {
			say(reply,
			    sulih_view_make(json_string_value(value), json_string_length(value)));
			return;
		}
	}
	if (reply->root == NULL && status >= 400 && body.length > 0)
		say_page(reply, body);
}

static int bad(struct sulih_reply *reply, const char *why)
{
	reply->verdict = SULIH_REPLY_BAD;
	snprintf(reply->message, sizeof(reply->message), "%s", why);
	return 0;
}

/* Takes a leading <think>…</think> and code fences off a chat's answer. */
static struct sulih_view strip(struct sulih_view text, const struct sulih_step *step)
{
	const char *end;

	while (text.length > 0 && (unsigned char)text.data[0] <= ' ')
		text = sulih_view_slice(text, 1, text.length);
	if (step->think && sulih_view_starts(text, SULIH_VIEW("<think"))) {
		end = memmem(text.data, text.length, "</think>", 8);
		if (end != NULL)
			text = sulih_view_slice(text, (size_t)(end - text.data) + 8, text.length);
	}
	while (text.length > 0 && (unsigned char)text.data[0] <= ' ')
		text = sulih_view_slice(text, 1, text.length);
	while (text.length > 0 && (unsigned char)text.data[text.length - 1] <= ' ')
		text.length--;
	if (step->fences && sulih_view_starts(text, SULIH_VIEW("```")) && text.length > 6) {
		end = memchr(text.data, '\n', text.length);
		if (end != NULL)
			text = sulih_view_slice(text, (size_t)(end - text.data) + 1, text.length);
		if (sulih_view_ends(text, SULIH_VIEW("```")))
			text.length -= 3;
	}
	return text;
}

/* Runs the steps of "then"; NULL when one leads nowhere. */
static json_t *follow(const struct sulih_profile *profile, struct sulih_reply *reply)
{
	json_t *value = reply->root;
	struct sulih_view text = { NULL, 0 };

	for (size_t i = 0; i < profile->step_count && value != NULL; i++) {
		const struct sulih_step *step = &profile->steps[i];

		if (step->kind == SULIH_STEP_POINTER) {
			value = sulih_pointer_get(value, step->pointer);
			text.data = NULL;
			continue;
		}
		if (text.data == NULL && json_is_string(value))
			text = sulih_view_make(json_string_value(value), json_string_length(value));
		if (text.data == NULL)
			return NULL;
		if (step->kind == SULIH_STEP_STRIP) {
			text = strip(text, step);
			continue;
		}
		if (reply->inner != NULL)
			return NULL;
		sulih_buffer_clear(&reply->room);
		value = reply->inner = parse(text, &reply->room);
	}
	return value;
}

static struct sulih_view text_of(const struct sulih_profile *profile, json_t *value)
{
	for (size_t i = 0; i < profile->text_pointer_count; i++) {
		const json_t *text = sulih_pointer_get(value, profile->text_pointers[i]);

		if (json_is_string(text))
			return sulih_view_make(json_string_value(text), json_string_length(text));
	}
	return (struct sulih_view){ NULL, 0 };
}

static int add_text(struct sulih_reply *reply, struct sulih_view text, struct sulih_error *error)
{
	struct sulih_reply_text *one = SULIH_VECTOR_ADD(&reply->texts);

	if (one == NULL)
		return sulih_fail_memory(error);
	one->text = text;
	return 0;
}

static int read_array(const struct sulih_profile *profile, json_t *value, size_t count,
		      struct sulih_reply *reply, struct sulih_error *error)
{
	json_t *items = sulih_pointer_get(value, profile->items_pointer);
	int code = 0;

	/* Some servers drop the array around a single text. */
	if (items != NULL && !json_is_array(items) && count == 1) {
		struct sulih_view text = text_of(profile, items);

		return text.data ? add_text(reply, text, error)
				 : bad(reply, "the answer's text is no string");
	}
	if (!json_is_array(items))
		return bad(reply, "the answer has no array where the profile looks for it");
	if (json_array_size(items) != count) {
		bad(reply, "");
		snprintf(reply->message, sizeof(reply->message), "%zu texts sent, %zu came back",
			 count, json_array_size(items));
		return 0;
	}
	for (size_t i = 0; i < count && code == 0; i++) {
		struct sulih_view text = text_of(profile, json_array_get(items, i));

		if (text.data == NULL)
			return bad(reply, "an element of the answer is no string");
		code = add_text(reply, text, error);
	}
	return code;
}

static int read_keyed(const struct sulih_profile *profile, json_t *value, struct sulih_expansion *x,
		      struct sulih_reply *reply, struct sulih_error *error)
{
	struct sulih_buffer key = SULIH_BUFFER_INIT;
	size_t found = 0;
	int code = 0;

	if (!json_is_object(value))
		return bad(reply, "the answer is no object");
	for (x->at = 0; x->at < x->text_count && code == 0; x->at++) {
		struct sulih_view text;

		sulih_buffer_clear(&key);
		code = sulih_expand_string(profile->key, x, SULIH_ESCAPE_NONE, &key, error);
		if (code != 0)
			break;
		text = text_of(profile, json_object_get(value, sulih_buffer_view(&key).data));
		found += text.data != NULL;
		code = add_text(reply, text, error);
	}
	x->at = 0;
	sulih_buffer_release(&key);
	if (code == 0 && found == 0)
		return bad(reply, "none of the keys that were sent came back");
	return code;
}

int sulih_reply_read(const struct sulih_profile *profile, long status, struct sulih_view body,
		     struct sulih_expansion *x, struct sulih_reply *reply,
		     struct sulih_error *error)
{
	struct sulih_view text;
	json_t *value;

	memset(reply, 0, sizeof(*reply));
	reply->root = parse(body, &reply->room);
	reply->parsed = reply->root != NULL;
	reply->verdict = classify(profile, status, reply->root);
	if (reply->verdict != SULIH_REPLY_GOOD) {
		find_message(profile, status, body, reply);
		return 0;
	}
	if (!reply->parsed)
		return bad(reply, body.length == 0	? "the answer is empty"
				  : body.data[0] == '<' ? "the answer is a web page, not JSON"
							: "the answer is no sound JSON");
	value = follow(profile, reply);
	if (value == NULL)
		return bad(reply, "the answer lacks what the profile looks for");
	if (profile->mode == SULIH_BATCH_ARRAY)
		return read_array(profile, value, x->text_count, reply, error);
	if (profile->mode == SULIH_BATCH_KEYED)
		return read_keyed(profile, value, x, reply, error);
	text = text_of(profile, value);
	if (text.data == NULL)
		return bad(reply, "the answer has no text where the profile looks for it");
	return add_text(reply, text, error);
}

void sulih_reply_release(struct sulih_reply *reply)
{
	SULIH_VECTOR_RELEASE(&reply->texts);
	json_decref(reply->root);
	json_decref(reply->inner);
	sulih_buffer_release(&reply->room);
	reply->root = reply->inner = NULL;
}
