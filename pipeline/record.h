/*
 * Stage records (DESIGN §4): one JSON object a document, a line each.
 * Offsets are code points into the input text as received.
 */
#ifndef SULIH_PIPELINE_RECORD_H
#define SULIH_PIPELINE_RECORD_H

#include "pipeline/pipeline.h"

/* blocks, segments, quotes, spans, diagnostics */
enum { SULIH_RECORD_ARRAYS = 5 };

/* Gathers the parts of a document that comes in stretches. */
struct sulih_record {
	struct sulih_buffer text, arrays[SULIH_RECORD_ARRAYS];
	size_t block_count; /* of the stretches before */
	/* Takes what stands in `out` so far and empties it, so that a long record is never all in
	 * memory; 0 or an error code.  NULL: the record is wanted as a whole. */
	int (*pass_on)(void *context, struct sulih_buffer *out, struct sulih_error *error);
	void *context;
};

/* So much is gathered before it is passed on. */
#define SULIH_PASS_ON ((size_t)1 << 20)

void sulih_record_init(struct sulih_record *record);
void sulih_record_release(struct sulih_record *record);

/* Adds a document, or one stretch of it; after the last stretch the record goes to
 * `out` as a line and the gathered parts are emptied.  `phase`: the last that ran. */
int sulih_record_write(struct sulih_record *record, const struct sulih_document *document,
		       enum sulih_phase phase, struct sulih_buffer *out,
		       struct sulih_error *error) SULIH_MUST_CHECK;

#endif
