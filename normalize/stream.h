/*
 * Normalising a stream of any length in bounded memory.
 *
 * Bytes are pushed in, clean text comes out through `write` in pieces of no
 * particular size.  All of it together is what sulih_normalize gives for the
 * whole; only the refusal of binary input can come after output.
 */
#ifndef SULIH_NORMALIZE_STREAM_H
#define SULIH_NORMALIZE_STREAM_H

#include "base/diagnostics.h"
#include "base/error.h"
#include "base/view.h"
#include "normalize/offset_map.h"

/* One repair, for --explain. */
struct sulih_repair_report {
	enum sulih_diagnostic_id id;
	struct sulih_span span; /* source code points */
	size_t line;		/* of the source, from 1 */
	struct sulih_view was;	/* its source; may hold bytes that are no UTF-8 */
	struct sulih_view now;	/* what stands there in the end */
};

struct sulih_stream_options {
	bool decoded; /* the input is a JSON string: NULs are controls, it is no UTF-16 */
	/* Gets clean text; returns 0 or an error code, which ends the work. */
	int (*write)(void *context, struct sulih_view clean, struct sulih_error *error);
	/* Called for every repair of a line, in the order of the repairs; may be NULL. */
	void (*on_repair)(void *context, const struct sulih_repair_report *repair);
	void *context;
	struct sulih_offset_map *map;	       /* to be filled; may be NULL */
	struct sulih_diagnostics *diagnostics; /* filled at the end; may be NULL */
};

struct sulih_stream;

struct sulih_stream *sulih_stream_new(const struct sulih_stream_options *options); /* NULL: out of
										      memory */
void sulih_stream_free(struct sulih_stream *stream);

/* Both return 0, SULIH_ERROR_MEMORY, SULIH_ERROR_INPUT for binary input, or what `write` gave. */
int sulih_stream_push(struct sulih_stream *stream, struct sulih_view bytes,
		      struct sulih_error *error) SULIH_MUST_CHECK;
int sulih_stream_finish(struct sulih_stream *stream, struct sulih_error *error) SULIH_MUST_CHECK;

/* Source code points so far. */
size_t sulih_stream_source_length(const struct sulih_stream *stream);

#endif
