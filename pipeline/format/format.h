/*
 * Formats: bytes → documents (extract), and back around the skeleton (merge).
 *
 * A reader takes one input stream and gives its documents one by one; a writer
 * puts a document's new text where the old one stood and leaves all else as it was.
 */
#ifndef SULIH_PIPELINE_FORMAT_FORMAT_H
#define SULIH_PIPELINE_FORMAT_FORMAT_H

#include "pipeline/document.h"

/* Where bytes come from: fills up to `size` bytes; 0 at the end; negative: an error set. */
struct sulih_input {
	long (*read)(void *context, char *block, size_t size, struct sulih_error *error);
	bool (*ready)(void *context); /* whether `read` would give something without waiting */
	void *context;
	const char *name; /* for messages and ids: the file's path, or "-" */
};

/* Appends one more block of the input to `pending`; *ended is set at its end.  After an
 * error *ended is set too and `pending` is empty. */
int sulih_input_more(const struct sulih_input *input, struct sulih_buffer *pending, bool *ended,
		     struct sulih_error *error);

struct sulih_format {
	const char *name;
	const char *const *extensions; /* with the dot, NULL at the end */
	const char *summary;	       /* for --help */
	/* Starts on an input, which must outlive the reader. */
	int (*open)(const struct sulih_input *input, void **reader, struct sulih_error *error);
	/* The next document, or NULL at the end.  SULIH_ERROR_INPUT and _IO: this record
	 * cannot be had, the message says where; the call after it goes on. */
	int (*next)(void *reader, struct sulih_document **document, struct sulih_error *error);
	/* Takes in what the input has ready: whether `next` would give its answer without waiting
	 * for more. */
	bool (*ready)(void *reader);
	void (*close)(void *reader);
	/* What stands before and behind the document's text in this format.  `document`
	 * may have come in another format. */
	void (*frame)(const struct sulih_document *document, struct sulih_buffer *before,
		      struct sulih_buffer *behind);
	/* Appends text as it stands between them. */
	void (*encode)(struct sulih_view text, struct sulih_buffer *out);
};

extern const struct sulih_format sulih_format_text;
extern const struct sulih_format sulih_format_jsonl;

/* Appends the document in `format` with `text` as its text. */
int sulih_format_write(const struct sulih_format *format, const struct sulih_document *document,
		       struct sulih_view text, struct sulih_buffer *out, struct sulih_error *error);

/* All formats, NULL at the end. */
extern const struct sulih_format *const sulih_formats[];

const struct sulih_format *sulih_format_named(struct sulih_view name); /* NULL: unknown */
const struct sulih_format *sulih_format_for_path(const char *path);    /* NULL: unknown ending */
/* Whether a path has one of the format's endings, in whatever case. */
bool sulih_format_has_ending(const struct sulih_format *format, const char *path);

/* The length of the first stretch of a text that is too long to be worked at once
 * (DESIGN §4, "Size"): up to the last blank line before `limit`, else the last line
 * end, else the last blank, else the last whole character. */
size_t sulih_stretch_length(struct sulih_view text, size_t limit);

/* Marks a document as the stretch that begins at code point `base` of its input; the first of
 * several says so in a diagnostic. */
void sulih_stretch_mark(struct sulih_document *document, size_t base, bool unfinished);

enum { SULIH_LARGEST_DOCUMENT = 8 * 1024 * 1024 };

#endif
