#include "pipeline/format/format.h"

#include <strings.h>

const struct sulih_format *const sulih_formats[] = { &sulih_format_text, &sulih_format_jsonl,
						     NULL };

const struct sulih_format *sulih_format_named(struct sulih_view name)
{
	for (size_t i = 0; sulih_formats[i] != NULL; i++)
		if (sulih_view_is(name, sulih_formats[i]->name))
			return sulih_formats[i];
	return NULL;
}

const struct sulih_format *sulih_format_for_path(const char *path)
{
	for (size_t i = 0; sulih_formats[i] != NULL; i++)
		if (sulih_format_has_ending(sulih_formats[i], path))
			return sulih_formats[i];
	return NULL;
}

bool sulih_format_has_ending(const struct sulih_format *format, const char *path)
{
	size_t length = strlen(path);

	for (size_t k = 0; format->extensions[k] != NULL; k++) {
		size_t own = strlen(format->extensions[k]);

		if (length >= own && strcasecmp(path + length - own, format->extensions[k]) == 0)
			return true;
	}
	return false;
}

static size_t last_of(struct sulih_view text, const char *mark, size_t length)
{
	for (size_t at = text.length; at >= length; at--)
		if (memcmp(text.data + at - length, mark, length) == 0)
			return at;
	return 0;
}

size_t sulih_stretch_length(struct sulih_view text, size_t limit)
{
	static const char *const marks[] = { "\n\n", "\r\n\r\n", "\n", ". ", " " };
	struct sulih_view head = { text.data, limit };
	size_t at;

	if (text.length <= limit)
		return text.length;
	for (size_t i = 0; i < SULIH_COUNT(marks); i++) {
		at = last_of(head, marks[i], strlen(marks[i]));
		/* a blank before the line end is none */
		if (at > 0 && marks[i][strlen(marks[i]) - 1] == ' ')
			at += text.data[at] == '\n';
		if (at > 0)
			return at;
	}
	for (at = limit; at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80; at--)
		;
	return at > 0 ? at : limit;
}

void sulih_stretch_mark(struct sulih_document *document, size_t base, bool unfinished)
{
	document->base = base;
	document->continues = base > 0;
	document->unfinished = unfinished;
	if (unfinished && base == 0)
		sulih_diagnose(&document->diagnostics, SULIH_DIAGNOSTIC_DOCUMENT_SPLIT,
			       (struct sulih_span){ 0, 0 }, "over %d MiB: worked in stretches",
			       SULIH_LARGEST_DOCUMENT >> 20);
}

int sulih_format_write(const struct sulih_format *format, const struct sulih_document *document,
		       struct sulih_view text, struct sulih_buffer *out, struct sulih_error *error)
{
	struct sulih_buffer before = SULIH_BUFFER_INIT, behind = SULIH_BUFFER_INIT;
	int status;

	format->frame(document, &before, &behind);
	/* one frame around all stretches of a document */
	if (!document->continues)
		sulih_buffer_add(out, sulih_buffer_view(&before));
	format->encode(text, out);
	if (!document->unfinished)
		sulih_buffer_add(out, sulih_buffer_view(&behind));
	status = sulih_buffer_status(&before, error);
	if (status == 0)
		status = sulih_buffer_status(&behind, error);
	sulih_buffer_release(&before);
	sulih_buffer_release(&behind);
	return status == 0 ? sulih_buffer_status(out, error) : status;
}

int sulih_input_more(const struct sulih_input *input, struct sulih_buffer *pending, bool *ended,
		     struct sulih_error *error)
{
	enum { BLOCK = 256 * 1024 };
	long got;

	*ended = true;
	if (!sulih_buffer_reserve(pending, BLOCK)) {
		sulih_buffer_clear(pending);
		return sulih_fail_memory(error);
	}
	got = input->read(input->context, pending->data + pending->length, BLOCK, error);
	*ended = got <= 0;
	if (got < 0) {
		sulih_buffer_clear(pending);
		return (int)got;
	}
	pending->length += (size_t)got;
	return 0;
}
