#include "pipeline/translate/answer/reply.h"

#include <stdio.h>

#include "base/utf8.h"
#include "pipeline/translate/answer/json_prepare.h"
#include "pipeline/translate/answer/json_quick.h"
#include "pipeline/translate/answer/verdict.h"
#include "pipeline/translate/profile/pointer.h"

/* *twice: an object names a member twice, of which the last counts. */
static json_t *parse(struct sulih_view json, struct sulih_buffer *room, bool *twice)
{
	const size_t how = JSON_ALLOW_NUL | JSON_DECODE_ANY;
	json_t *value = sulih_json_quick(json, room);
	json_error_t error;

	*twice = false;
	if (value != NULL)
		return value;
	if (!sulih_json_prepare(&json, room))
		return NULL;
	value = json_loadb(json.data, json.length, how | JSON_REJECT_DUPLICATES, &error);
	if (value == NULL && json_error_code(&error) == json_error_duplicate_key) {
		*twice = true;
		value = json_loadb(json.data, json.length, how, &error);
	}
	return value;
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
		value = reply->inner = parse(text, &reply->room, &reply->twice);
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
		snprintf(reply->message, sizeof(reply->message), "%zu %s sent, %zu came back",
			 SULIH_COUNTED(count, "text"), json_array_size(items));
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
	/* the one that is lost may be the neighbour's: "s2" where "s3" was meant */
	if (reply->twice)
		return bad(reply, "the answer gives a text twice");
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

/* A fault that a server reports with a status of success: its words stand behind ours. */
static void add_message(const struct sulih_profile *profile, long status, struct sulih_view body,
			struct sulih_reply *reply)
{
	char ours[sizeof(reply->message)];
	size_t length = strlen(reply->message);

	memcpy(ours, reply->message, length + 1);
	reply->message[0] = '\0';
	find_message(profile, status, body, reply);
	if (reply->message[0] == '\0' || length + 2 + strlen(reply->message) >= sizeof(ours)) {
		memcpy(reply->message, ours, length + 1);
		return;
	}
	memmove(reply->message + length + 2, reply->message, strlen(reply->message) + 1);
	memcpy(reply->message, ours, length);
	memcpy(reply->message + length, ": ", 2);
}

static int read_texts(const struct sulih_profile *profile, struct sulih_view body,
		      struct sulih_expansion *x, struct sulih_reply *reply,
		      struct sulih_error *error)
{
	struct sulih_view text;
	json_t *value;

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

int sulih_reply_read(const struct sulih_profile *profile, long status, struct sulih_view body,
		     struct sulih_expansion *x, struct sulih_reply *reply,
		     struct sulih_error *error)
{
	int code;

	memset(reply, 0, sizeof(*reply));
	reply->root = parse(body, &reply->room, &reply->twice);
	reply->parsed = reply->root != NULL;
	reply->verdict = sulih_reply_classify(profile, status, reply->root);
	if (reply->verdict != SULIH_REPLY_GOOD) {
		find_message(profile, status, body, reply);
		return 0;
	}
	code = read_texts(profile, body, x, reply, error);
	if (code == 0 && reply->verdict == SULIH_REPLY_BAD && reply->parsed)
		add_message(profile, status, body, reply);
	return code;
}

void sulih_reply_release(struct sulih_reply *reply)
{
	SULIH_VECTOR_RELEASE(&reply->texts);
	json_decref(reply->root);
	json_decref(reply->inner);
	sulih_buffer_release(&reply->room);
	reply->root = reply->inner = NULL;
}
