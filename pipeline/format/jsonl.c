/*
 * JSON Lines: {"id": …, "text": …, …} a line, which jsonl_record.c takes apart.  Other members
 * are kept as they were written; the text's new value is spliced in at its place.
 */
#include <stdlib.h>

#include "base/json_write.h"
#include "base/utf8.h"
#include "pipeline/format/format.h"
#include "pipeline/format/jsonl_record.h"

struct reader {
	const struct sulih_input *input;
	struct sulih_buffer pending;
	size_t at;	 /* start of the next line in pending */
	size_t searched; /* bytes behind it that hold no line end */
	size_t line;
	bool ended;
	struct sulih_error fault;  /* of reading ahead, not yet told */
	struct jsonl_record *rest; /* a record over 8 MiB of which stretches are still to come */
};

static const char *const extensions[] = { ".jsonl", ".ndjson", NULL };

static int open_jsonl(const struct sulih_input *input, void **reader, struct sulih_error *error)
{
	struct reader *r = calloc(1, sizeof(*r));

	if (r == NULL)
		return sulih_fail_memory(error);
	r->input = input;
	*reader = r;
	return 0;
}

static void close_jsonl(void *reader)
{
	struct reader *r = reader;

	if (r == NULL)
		return;
	sulih_jsonl_record_free(r->rest);
	sulih_buffer_release(&r->pending);
	free(r);
}

static bool is_blank(struct sulih_view line)
{
	for (size_t i = 0; i < line.length; i++)
		if (strchr(" \t\r", line.data[i]) == NULL || line.data[i] == '\0')
			return false;
	return true;
}

/* Whether a line, the last one perhaps without its end, is pending; `line` gets it. */
static bool find_line(struct reader *r, struct sulih_view *line)
{
	struct sulih_view rest = sulih_buffer_view_from(&r->pending, r->at);
	const char *end = rest.length > r->searched
				  ? memchr(rest.data + r->searched, '\n', rest.length - r->searched)
				  : NULL;

	r->searched = end != NULL ? (size_t)(end - rest.data) : rest.length;
	*line = sulih_view_slice(rest, 0, r->searched);
	return end != NULL || (r->ended && rest.length > 0);
}

/* The line that was found is done with. */
static void pass_line(struct reader *r)
{
	r->at += r->searched;
	r->at += r->at < r->pending.length; /* its end */
	r->searched = 0;
	r->line++;
}

/* One more block behind what is pending. */
static int read_more(struct reader *r, struct sulih_error *error)
{
	size_t left = r->pending.length - r->at;

	if (r->at > 0) {
		memmove(r->pending.data, r->pending.data + r->at, left);
		sulih_buffer_truncate(&r->pending, left);
		r->at = 0;
	}
	return sulih_input_more(r->input, &r->pending, &r->ended, error);
}

/* The next line that is not blank, without its end: 1, 0 at the end of the input, or an error. */
static int read_line(struct reader *r, struct sulih_view *line, struct sulih_error *error)
{
	int status = 0;

	if (r->fault.code != 0) {
		status = sulih_fail(error, r->fault.code, "%s", r->fault.message);
		r->fault = (struct sulih_error)SULIH_ERROR_INIT;
	}
	while (status == 0) {
		if (!find_line(r, line)) {
			if (r->ended)
				return 0;
			status = read_more(r, error);
			continue;
		}
		pass_line(r);
		if (!is_blank(*line))
			return 1;
	}
	return status;
}

static bool ready_jsonl(void *reader)
{
	struct reader *r = reader;
	struct sulih_view line;

	while (r->rest == NULL && r->fault.code == 0) {
		if (find_line(r, &line)) {
			if (!is_blank(line))
				return true;
			pass_line(r);
		} else if (r->ended) {
			return true;
		} else if (!r->input->ready(r->input->context)) {
			return false;
		} else {
			read_more(r, &r->fault);
		}
	}
	return true;
}

/* Reads the next record that is not blank; NULL at the end of the input. */
static int read_record(struct reader *r, struct jsonl_record **record, struct sulih_error *error)
{
	struct sulih_view line = { NULL, 0 };
	int status;

	*record = NULL;
	status = read_line(r, &line, error);
	if (status <= 0)
		return status;
	return sulih_jsonl_record_read(line, r->input->name, r->line, record, error);
}

/* The record's next stretch: all of it as a rule. */
static struct sulih_document *make_document(struct jsonl_record *s)
{
	struct sulih_view all = sulih_buffer_view(&s->decoded);
	struct sulih_document *d = sulih_document_new();

	if (d == NULL)
		return NULL;
	all = sulih_view_slice(all, s->given, all.length);
	d->input = sulih_view_slice(all, 0, sulih_stretch_length(all, SULIH_LARGEST_DOCUMENT));
	d->skeleton = s;
	d->free_skeleton = sulih_jsonl_record_free;
	s->holders++;
	d->decoded = true;
	d->id = s->id ? sulih_jsonl_value(s, s->id) : SULIH_VIEW("null");
	d->id_is_json = true;
	d->origin = s->origin;
	d->line = s->number;
	sulih_stretch_mark(d, s->base, d->input.length < all.length);
	if (s->surrogates.count > 0 && !d->continues)
		sulih_diagnose(&d->diagnostics, SULIH_DIAGNOSTIC_SURROGATE_REPLACED,
			       (struct sulih_span){ s->surrogates.first, s->surrogates.first + 1 },
			       "Lone surrogate escapes became U+FFFD: places %zu.",
			       s->surrogates.count);
	s->given += d->input.length;
	s->base += sulih_utf8_count(d->input);
	return d;
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
	sulih_jsonl_record_free(r->rest);
	r->rest = NULL;
	return *document != NULL ? 0 : sulih_fail_memory(error);
}

static void frame_jsonl(const struct sulih_document *document, struct sulih_buffer *before,
			struct sulih_buffer *behind)
{
	const struct jsonl_record *s = document->skeleton;
	size_t length, start;

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
	/* the mark of one file would stand amid the output of several */
	start = sulih_view_starts(sulih_view_make(s->line, length), SULIH_VIEW("\xEF\xBB\xBF")) ? 3
												: 0;
	sulih_buffer_append(before, s->line + start, s->text->value.start + 1 - start);
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
	.ready = ready_jsonl,
	.close = close_jsonl,
	.frame = frame_jsonl,
	.encode = encode_jsonl,
};
