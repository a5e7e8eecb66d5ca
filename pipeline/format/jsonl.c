/*
 * JSON Lines: {"id": …, "text": …, …} a line.  Other members are kept as they were
 * written; the text's new value is spliced in at its place.
 */
#include "pipeline/format/jsonl.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json_write.h"
#include "base/utf8.h"
#include "pipeline/format/format.h"
#include "pipeline/format/json_scan.h"

struct reader {
	const struct sulih_input *input;
	struct sulih_buffer pending;
	size_t at; /* start of the next line in pending */
	size_t line;
	bool ended;
	struct skeleton *rest; /* a record over 8 MiB of which stretches are still to come */
};

struct member {
	struct sulih_view key;
	struct sulih_span value;
};

/* One record; over 8 MiB, the documents that are its stretches share it. */
struct skeleton {
	size_t holders; /* documents, and the reader */
	size_t given;	/* bytes of `decoded` given out */
	size_t base;	/* code points of them */
	size_t number;	/* of the line */
	size_t surrogates;
	char *line; /* the record as written, without its line end */
	size_t length;
	SULIH_VECTOR(struct member) members;
	struct member *text, *id;
	struct sulih_buffer decoded;
	char *origin;
	bool failed;
};

static const char *const extensions[] = { ".jsonl", ".ndjson", NULL };
static const char *const stage_members[] = { "blocks", "segments", "quotes", "spans",
					     "diagnostics" };

static int open_jsonl(const struct sulih_input *input, void **reader, struct sulih_error *error)
{
	struct reader *r = calloc(1, sizeof(*r));

	if (r == NULL)
		return sulih_fail_memory(error);
	r->input = input;
	*reader = r;
	return 0;
}

static void free_skeleton(void *skeleton)
{
	struct skeleton *s = skeleton;

	if (s == NULL || --s->holders > 0)
		return;
	SULIH_VECTOR_RELEASE(&s->members);
	sulih_buffer_release(&s->decoded);
	free(s->line);
	free(s->origin);
	free(s);
}

static void close_jsonl(void *reader)
{
	struct reader *r = reader;

	if (r == NULL)
		return;
	free_skeleton(r->rest);
	sulih_buffer_release(&r->pending);
	free(r);
}

/* The next line without its end; false at the end of the input. */
static int read_line(struct reader *r, struct sulih_view *line, struct sulih_error *error)
{
	size_t searched = r->at;

	for (;;) {
		const char *end = r->pending.length > searched
					  ? memchr(r->pending.data + searched, '\n',
						   r->pending.length - searched)
					  : NULL;
		size_t until = end ? (size_t)(end - r->pending.data) : r->pending.length;
		int status;

		if (end != NULL || (r->ended && until > r->at)) {
			*line = sulih_view_make(r->pending.data + r->at, until - r->at);
			r->at = until + (end != NULL);
			r->line++;
			return 1;
		}
		if (r->ended)
			return 0;
		searched = r->pending.length - r->at;
		if (r->at > 0) {
			memmove(r->pending.data, r->pending.data + r->at, searched);
			sulih_buffer_truncate(&r->pending, searched);
			r->at = 0;
		}
		status = sulih_input_more(r->input, &r->pending, &r->ended, error);
		if (status != 0)
			return status;
	}
}

static bool is_blank(struct sulih_view line)
{
	for (size_t i = 0; i < line.length; i++)
		if (strchr(" \t\r", line.data[i]) == NULL || line.data[i] == '\0')
			return false;
	return true;
}

static void note_member(void *context, struct sulih_view key, struct sulih_span value)
{
	struct skeleton *s = context;
	struct member *member = SULIH_VECTOR_ADD(&s->members);

	if (member == NULL)
		s->failed = true;
	else
		*member = (struct member){ key, value };
}

static struct skeleton *new_skeleton(const struct reader *r, struct sulih_view line)
{
	struct skeleton *s = calloc(1, sizeof(*s));

	if (s == NULL)
		return NULL;
	s->holders = 1;
	s->number = r->line;
	s->line = malloc(line.length + 1);
	if (s->line == NULL || asprintf(&s->origin, "%s:%zu", r->input->name, r->line) < 0) {
		s->origin = NULL;
		free_skeleton(s);
		return NULL;
	}
	memcpy(s->line, line.data, line.length);
	s->line[line.length] = '\0';
	s->length = line.length;
	return s;
}

/* Whether a key, as written, is `name`: "te\u0078t" is "text". */
static bool key_is(struct sulih_view key, const char *name)
{
	struct sulih_buffer plain = SULIH_BUFFER_INIT;
	size_t surrogates = 0;
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
static int scan_record(struct skeleton *s, struct sulih_error *error)
{
	const struct sulih_json_visitor visitor = { note_member, s };
	struct sulih_error fault = SULIH_ERROR_INIT;
	int status = sulih_json_scan_object(sulih_view_make(s->line, s->length), &visitor, &fault);

	if (s->failed)
		return sulih_fail_memory(error);
	if (status != 0)
		return sulih_fail(error, status, "%s: %s; the record is left out", s->origin,
				  fault.message);
	for (size_t i = 0; i < s->members.count; i++) {
		if (key_is(s->members.items[i].key, "text"))
			s->text = &s->members.items[i];
		if (key_is(s->members.items[i].key, "id"))
			s->id = &s->members.items[i];
	}
	if (s->text == NULL || s->line[s->text->value.start] != '"')
		return sulih_fail(
			error, SULIH_ERROR_INPUT,
			"%s: the record has no member \"text\" that is a string; it is left out",
			s->origin);
	return 0;
}

static struct sulih_view value_of(const struct skeleton *s, const struct member *member)
{
	return sulih_view_make(s->line + member->value.start,
			       member->value.end - member->value.start);
}

/* The record's next stretch: all of it as a rule. */
static struct sulih_document *make_document(struct skeleton *s)
{
	struct sulih_view all = sulih_buffer_view(&s->decoded);
	struct sulih_document *d = sulih_document_new();

	if (d == NULL)
		return NULL;
	all = sulih_view_slice(all, s->given, all.length);
	d->input = sulih_view_slice(all, 0, sulih_stretch_length(all, SULIH_LARGEST_DOCUMENT));
	d->skeleton = s;
	d->free_skeleton = free_skeleton;
	s->holders++;
	d->decoded = true;
	d->id = s->id ? value_of(s, s->id) : SULIH_VIEW("null");
	d->id_is_json = true;
	d->origin = s->origin;
	d->line = s->number;
	sulih_stretch_mark(d, s->base, d->input.length < all.length);
	if (s->surrogates > 0 && !d->continues)
		sulih_diagnose(&d->diagnostics, SULIH_DIAGNOSTIC_SURROGATE_REPLACED,
			       (struct sulih_span){ 0, 0 },
			       "%zu lone surrogate escapes became U+FFFD", s->surrogates);
	s->given += d->input.length;
	s->base += sulih_utf8_count(d->input);
	return d;
}

/* Reads the next record that is not blank; NULL at the end of the input. */
static int read_record(struct reader *r, struct skeleton **record, struct sulih_error *error)
{
	struct sulih_view line = { NULL, 0 };
	struct skeleton *s;
	int status;

	*record = NULL;
	do {
		status = read_line(r, &line, error);
		if (status <= 0)
			return status;
	} while (is_blank(line));
	s = new_skeleton(r, line);
	if (s == NULL)
		return sulih_fail_memory(error);
	status = scan_record(s, error);
	if (status == 0) {
		sulih_json_unescape(value_of(s, s->text), &s->decoded, &s->surrogates);
		status = sulih_buffer_status(&s->decoded, error);
	}
	if (status == 0)
		*record = s;
	else
		free_skeleton(s);
	return status;
}

static int next_jsonl(void *reader, struct sulih_document **document, struct sulih_error *error)
{
	struct reader *r = reader;
	int status;

	*document = NULL;
	if (r->rest == NULL && (status = read_record(r, &r->rest, error)) != 0)
		return status;
	if (r->rest == NULL)
		return 0;
	*document = make_document(r->rest);
	if (*document != NULL && (*document)->unfinished)
		return 0;
	/* the documents hold it from here on */
	free_skeleton(r->rest);
	r->rest = NULL;
	return *document != NULL ? 0 : sulih_fail_memory(error);
}

static bool is_stage_member(struct sulih_view key)
{
	for (size_t i = 0; i < sizeof(stage_members) / sizeof(*stage_members); i++)
		if (key_is(key, stage_members[i]))
			return true;
	return false;
}

void sulih_jsonl_write_members(const struct sulih_document *document, struct sulih_view text,
			       bool without_stage_members, struct sulih_buffer *out)
{
	const struct skeleton *s = document->skeleton;
	bool first = true;

	sulih_buffer_putc(out, '{');
	if (!document->id_is_json) {
		sulih_buffer_puts(out, "\"id\":");
		sulih_json_string(out, document->id);
		sulih_buffer_puts(out, ",\"text\":");
		sulih_json_string(out, text);
		return;
	}
	for (size_t i = 0; i < s->members.count; i++) {
		const struct member *member = &s->members.items[i];

		if (without_stage_members && is_stage_member(member->key))
			continue;
		if (!first)
			sulih_buffer_putc(out, ',');
		first = false;
		sulih_buffer_putc(out, '"');
		sulih_buffer_add(out, member->key);
		sulih_buffer_puts(out, "\":");
		if (member == s->text)
			sulih_json_string(out, text);
		else
			sulih_buffer_add(out, value_of(s, member));
	}
}

static void frame_jsonl(const struct sulih_document *document, struct sulih_buffer *before,
			struct sulih_buffer *behind)
{
	const struct skeleton *s = document->skeleton;
	size_t length;

	/* the skeleton is another format's then */
	if (!document->id_is_json) {
		sulih_buffer_puts(before, "{\"id\":");
		sulih_json_string(before, document->id);
		sulih_buffer_puts(before, ",\"text\":\"");
		sulih_buffer_puts(behind, "\"}\n");
		return;
	}
	length = s->length;
	if (length > 0 && s->line[length - 1] == '\r')
		length--;
	sulih_buffer_append(before, s->line, s->text->value.start + 1);
	sulih_buffer_append(behind, s->line + s->text->value.end - 1,
			    length - s->text->value.end + 1);
	sulih_buffer_putc(behind, '\n');
}

static void encode_jsonl(struct sulih_view text, struct sulih_buffer *out)
{
	sulih_json_escape(out, text);
}

const struct sulih_format sulih_format_jsonl = {
	.name = "jsonl",
	.extensions = extensions,
	.summary = "JSON Lines, {\"id\": …, \"text\": …} a line",
	.open = open_jsonl,
	.next = next_jsonl,
	.close = close_jsonl,
	.frame = frame_jsonl,
	.encode = encode_jsonl,
};
