/*
 * XLIFF 1.2 and 2.1: the two halves of the way for human translators.
 *
 * `extract` writes a <file> a document: a unit a segment, a code (<x/> or <ph/>) a
 * placeholder, and an embedded skeleton with all the rest, so that `merge` needs no
 * other file.  The skeleton is JSON text (docs/formats.md) whose strings put the
 * document together again: gap, segment, gap, segment …
 */
#ifndef SULIH_PIPELINE_FORMAT_XLIFF_H
#define SULIH_PIPELINE_FORMAT_XLIFF_H

#include "pipeline/document.h"

enum sulih_xliff_version { SULIH_XLIFF_12, SULIH_XLIFF_21 };
enum sulih_xliff_target { SULIH_XLIFF_EMPTY, SULIH_XLIFF_SOURCE, SULIH_XLIFF_MT };

struct sulih_xliff_options {
	enum sulih_xliff_version version;
	enum sulih_xliff_target target;
	const char *from_lang, *to_lang; /* BCP 47 */
};

struct sulih_format;

/* What stands before the first and behind the last <file>. */
void sulih_xliff_begin(const struct sulih_xliff_options *options, struct sulih_buffer *out);
void sulih_xliff_end(struct sulih_buffer *out);

/* Appends the document as one <file>; `number` from 1 makes its id unique.  The
 * document has been protected with quotes inline (one item a segment), and
 * translated when the target is MT. */
int sulih_xliff_write(const struct sulih_document *document,
		      const struct sulih_xliff_options *options, size_t number,
		      struct sulih_buffer *out, struct sulih_error *error) SULIH_MUST_CHECK;

/* The format of the first document in a file that begins so; NULL: it does not tell. */
const struct sulih_format *sulih_xliff_format(struct sulih_view head);

/* One document put together again. */
struct sulih_merged {
	struct sulih_buffer bytes;	      /* in the format that was extracted */
	struct sulih_diagnostics diagnostics; /* spans: line of the XLIFF file, twice */
	bool continues;			      /* not the first stretch of its document */
	struct sulih_view original;	      /* what its <file> says that it was extracted from */
	long line;			      /* of the <file> */
	size_t unchanged;    /* units that stand in the source's words, and nobody approved of it */
	long unchanged_line; /* of the first of them */
	const char *refused; /* why this <file> could not be merged; NULL: it was */
};

/* Reads an XLIFF file and gives its documents one by one to `on_document`, which takes
 * nothing over.  A <file> not made by `sulih extract`, or with a unit lost, is given as
 * refused, without bytes.  SULIH_ERROR_INPUT: not XLIFF or malformed XML; the message
 * names the line, and what was given before is no whole result. */
int sulih_xliff_merge(struct sulih_view xliff, const char *name,
		      int (*on_document)(void *context, const struct sulih_merged *merged,
					 struct sulih_error *error),
		      void *context, struct sulih_error *error) SULIH_MUST_CHECK;

#endif
