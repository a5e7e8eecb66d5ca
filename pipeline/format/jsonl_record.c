/*
 * One record of JSON Lines: its members are found and kept as they were written, and written
 * again with another text.
 */
#include "pipeline/format/jsonl_record.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json_write.h"
#include "pipeline/format/json_scan.h"
#include "pipeline/format/jsonl.h"

void sulih_jsonl_record_free(void *record)
{
	struct jsonl_record *r = record;

	if (r == NULL || --r->holders > 0)
		return;
	SULIH_VECTOR_RELEASE(&r->members);
	sulih_buffer_release(&r->decoded);
	free(r->line);
	free(r->origin);
	free(r);
}

static void note_member(void *context, struct sulih_view key, struct sulih_span value)
{
	struct jsonl_record *r = context;
	struct jsonl_member *member = SULIH_VECTOR_ADD(&r->members);

	if (member == NULL)
		r->failed = true;
	else
		*member = (struct jsonl_member){ key, value };
}

static struct jsonl_record *new_record(struct sulih_view line, const char *name, size_t number)
{
	struct jsonl_record *r = calloc(1, sizeof(*r));

	if (r == NULL)
		return NULL;
	r->holders = 1;
	r->number = number;
	r->line = malloc(line.length + 1);
	if (r->line == NULL || asprintf(&r->origin, "%s:%zu", name, number) < 0) {
		r->origin = NULL;
		sulih_jsonl_record_free(r);
		return NULL;
	}
	memcpy(r->line, line.data, line.length);
	r->line[line.length] = '\0';
	r->length = line.length;
	return r;
}

/* Whether a key, as written, is `name`: "te\u0078t" is "text". */
static bool key_is(struct sulih_view key, const char *name)
{
	struct sulih_buffer plain = SULIH_BUFFER_INIT;
	struct sulih_surrogates surrogates = { 0, 0 };
	bool same;

	if (key.length == 0 || memchr(key.data, '\\', key.length) == NULL)
		return sulih_view_is(key, name);
	/* its quotes stand beside it */
	sulih_json_unescape(sulih_view_make(key.data - 1, key.length + 2), &plain, &surrogates);
	same = sulih_view_is(sulih_buffer_view(&plain), name);
	sulih_buffer_release(&plain);
	return same;
}

/* Scans the record and finds its `id` and `text`; of a repeated key the last counts. */
static int scan(struct jsonl_record *r, struct sulih_error *error)
{
	const struct sulih_json_visitor visitor = { note_member, r };
	struct sulih_error fault = SULIH_ERROR_INIT;
	int status = sulih_json_scan_object(sulih_view_make(r->line, r->length), &visitor, &fault);

	if (r->failed)
		return sulih_fail_memory(error);
	if (status != 0)
		return sulih_fail(error, status, "%s: %s; the record is left out", r->origin,
				  fault.message);
	for (size_t i = 0; i < r->members.count; i++) {
		if (key_is(r->members.items[i].key, "text"))
			r->text = &r->members.items[i];
		if (key_is(r->members.items[i].key, "id"))
			r->id = &r->members.items[i];
	}
	if (r->text == NULL || r->line[r->text->value.start] != '"')
		return sulih_fail(
			error, SULIH_ERROR_INPUT,
			"%s: the record has no member \"text\" that is a string; it is left out",
			r->origin);
	return 0;
}

struct sulih_view sulih_jsonl_value(const struct jsonl_record *r, const struct jsonl_member *member)
{
	return sulih_view_make(r->line + member->value.start,
			       member->value.end - member->value.start);
}

int sulih_jsonl_record_read(struct sulih_view line, const char *name, size_t number,
			    struct jsonl_record **record, struct sulih_error *error)
{
	struct jsonl_record *r;
	int status;

	*record = NULL;
	if (number == 1 && line.length >= 2 &&
	    (memcmp(line.data, "\xFF\xFE", 2) == 0 || memcmp(line.data, "\xFE\xFF", 2) == 0))
		return sulih_fail(error, SULIH_ERROR_INPUT,
				  "%s:1: this is UTF-16; JSON Lines are UTF-8: save the file so",
				  name);
	r = new_record(line, name, number);
	if (r == NULL)
		return sulih_fail_memory(error);
	status = scan(r, error);
	if (status == 0) {
		sulih_json_unescape(sulih_jsonl_value(r, r->text), &r->decoded, &r->surrogates);
		status = sulih_buffer_status(&r->decoded, error);
	}
	if (status == 0)
		*record = r;
	else
		sulih_jsonl_record_free(r);
	return status;
}

static const char *const stage_members[] = { "blocks", "segments", "quotes", "spans",
					     "diagnostics" };

static bool is_stage_member(struct sulih_view key)
{
	for (size_t i = 0; i < SULIH_COUNT(stage_members); i++)
		if (key_is(key, stage_members[i]))
			return true;
	return false;
}

void sulih_jsonl_write_members(const struct sulih_document *document, struct sulih_view text,
			       bool without_stage_members, struct sulih_buffer *out)
{
	const struct jsonl_record *r = document->skeleton;
	bool first = true;

	sulih_buffer_putc(out, '{');
	if (!document->id_is_json) {
		sulih_buffer_puts(out, "\"id\":");
		sulih_json_string(out, document->id);
		sulih_buffer_puts(out, ",\"text\":");
		sulih_json_string(out, text);
		return;
	}
	for (size_t i = 0; i < r->members.count; i++) {
		const struct jsonl_member *member = &r->members.items[i];

		if (without_stage_members && is_stage_member(member->key))
			continue;
		if (!first)
			sulih_buffer_putc(out, ',');
		first = false;
		sulih_buffer_putc(out, '"');
		sulih_buffer_add(out, member->key);
		sulih_buffer_puts(out, "\":");
		if (member == r->text)
			sulih_json_string(out, text);
		else
			sulih_buffer_add(out, sulih_jsonl_value(r, member));
	}
}
