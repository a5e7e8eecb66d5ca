#include "tests/support/protocols_table.h"

#include <stdio.h>
#include <stdlib.h>

bool stub_are(const char *a, const char *wanted_a, const char *b, const char *wanted_b)
{
	return strcmp(a, wanted_a) == 0 && strcmp(b, wanted_b) == 0;
}

int stub_add(struct stub_texts *texts, const char *text, const char *key)
{
	if (text == NULL || texts->count == STUB_MOST_TEXTS)
		return -1;
	texts->items[texts->count] = strdup(text);
	texts->keys[texts->count] = key ? strdup(key) : NULL;
	texts->count++;
	return 0;
}

int stub_add_array(struct stub_texts *texts, const json_t *array, const char *member)
{
	if (!json_is_array(array) || json_array_size(array) == 0)
		return -1;
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *one = json_array_get(array, i);

		if (member != NULL && (json_object_size(one) == 0))
			return -1;
		if (stub_add(texts, json_string_value(member ? json_object_get(one, member) : one),
			     NULL) != 0)
			return -1;
	}
	return 0;
}

static char *quoted(const char *text)
{
	json_t *string = json_string(text);
	char *dumped = json_dumps(string, JSON_ENCODE_ANY);

	json_decref(string);
	return dumped;
}

/* before + each text as `around`(%s a JSON string), with commas + after */
void stub_write_list(const struct stub_texts *texts, const char *before, const char *each_before,
		     const char *each_after, const char *after, struct sulih_buffer *out)
{
	sulih_buffer_puts(out, before);
	for (size_t i = 0; i < texts->count; i++) {
		char *text = quoted(texts->items[i]);

		sulih_buffer_puts(out, i ? "," : "");
		sulih_buffer_puts(out, each_before);
		sulih_buffer_puts(out, text ? text : "null");
		sulih_buffer_puts(out, each_after);
		free(text);
	}
	sulih_buffer_puts(out, after);
}

static int hex(char c)
{
	return c >= '0' && c <= '9'		    ? c - '0'
	       : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
						    : -1;
}

char *stub_form_value(struct sulih_view form, const char *name)
{
	size_t at = 0, length = strlen(name);

	while (at < form.length) {
		const char *end = memchr(form.data + at, '&', form.length - at);
		size_t stop = end ? (size_t)(end - form.data) : form.length, used = 0;
		char *value;

		if (stop - at <= length || strncmp(form.data + at, name, length) != 0 ||
		    form.data[at + length] != '=') {
			at = stop + 1;
			continue;
		}
		value = malloc(stop - at + 1);
		for (size_t i = at + length + 1; value != NULL && i < stop; i++) {
			char c = form.data[i];

			if (c == '%' && i + 2 < stop + 0 && hex(form.data[i + 1]) >= 0 &&
			    hex(form.data[i + 2]) >= 0) {
				c = (char)(hex(form.data[i + 1]) * 16 + hex(form.data[i + 2]));
				i += 2;
			} else if (c == '+') {
				c = ' ';
			}
			value[used++] = c;
		}
		if (value != NULL)
			value[used] = '\0';
		return value;
	}
	return NULL;
}

int stub_form_is(struct sulih_view form, const char *name, const char *wanted)
{
	char *value = stub_form_value(form, name);
	int same = value != NULL && strcmp(value, wanted) == 0;

	free(value);
	return same;
}

const struct stub_protocol *stub_protocol_named(const char *name)
{
	const struct stub_protocol *const tables[] = { stub_own_protocols, stub_cloud_protocols,
						       stub_hosted_protocols };

	for (size_t i = 0; i < SULIH_COUNT(tables); i++)
		for (const struct stub_protocol *p = tables[i]; p->name != NULL; p++)
			if (strcmp(p->name, name) == 0)
				return p;
	return NULL;
}

static int check_line(const struct stub_protocol *p, const struct stub_request *request, char *why,
		      size_t size)
{
	if (strcmp(request->path, p->path) != 0) {
		snprintf(why, size, "no such path: %s", request->path);
		return 404;
	}
	if (strcmp(request->method, p->method) != 0) {
		snprintf(why, size, "method %s", request->method);
		return 405;
	}
	if (p->query != NULL && strcmp(request->query, p->query) != 0) {
		snprintf(why, size, "query %s", request->query);
		return 400;
	}
	if (strcmp(request->content_type, p->content_type) != 0) {
		snprintf(why, size, "content type %s", request->content_type);
		return 400;
	}
	return 200;
}

const char *stub_key_header(const struct stub_protocol *p, const struct stub_request *request)
{
	return request->header(request->context, p->key_header ? p->key_header : "Authorization");
}

static int check_key(const struct stub_protocol *p, const struct stub_request *request, char *why,
		     size_t size)
{
	char wanted[400];
	const char *got;

	if (p->key_header == NULL || request->key == NULL)
		return 200;
	got = request->header(request->context, p->key_header);
	snprintf(wanted, sizeof(wanted), "%s%s", p->key_format, request->key);
	if (got != NULL && strcmp(got, wanted) == 0)
		return 200;
	snprintf(why, size, "%s", got ? "wrong key" : "no key");
	return 401;
}

int stub_read(const struct stub_protocol *p, const struct stub_request *request,
	      struct stub_texts *texts, char *why, size_t size)
{
	int status = check_line(p, request, why, size), code;
	const char *fault = "body";
	json_t *root = NULL;

	memset(texts, 0, sizeof(*texts));
	if (status == 200)
		status = check_key(p, request, why, size);
	if (status != 200)
		return status;
	if (strstr(p->content_type, "json") != NULL) {
		root = json_loadb(request->body.data, request->body.length, JSON_REJECT_DUPLICATES,
				  NULL);
		if (root == NULL) {
			snprintf(why, size, "the body is no JSON");
			return 400;
		}
	}
	code = p->read(request, root, texts, &fault);
	json_decref(root);
	if (code == 0)
		return 200;
	snprintf(why, size, "%s", fault);
	return code == -1 ? 400 : -code;
}

void stub_write(const struct stub_protocol *p, const struct stub_texts *texts,
		struct sulih_buffer *out)
{
	p->write(texts, out);
}

void stub_write_error(const struct stub_protocol *p, int status, const char *message,
		      struct sulih_buffer *out)
{
	char room[600];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	snprintf(room, sizeof(room), p->error, status, message);
#pragma GCC diagnostic pop
	sulih_buffer_puts(out, room);
}

void stub_texts_release(struct stub_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++) {
		free(texts->items[i]);
		free(texts->keys[i]);
	}
	texts->count = 0;
}
