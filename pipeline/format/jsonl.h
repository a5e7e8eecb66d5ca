/* What other writers need to know of a JSONL record: see jsonl.c. */
#ifndef SULIH_PIPELINE_FORMAT_JSONL_H
#define SULIH_PIPELINE_FORMAT_JSONL_H

#include "pipeline/document.h"

/* Appends `{` and the record's members but `text` and the stage's own ones, in their
 * order, with `text` where the input's stood.  A document that came in another format
 * gives `{"id":…,"text":…`.  The caller adds members and the closing bracket. */
void sulih_jsonl_write_members(const struct sulih_document *document, struct sulih_view text,
			       bool without_stage_members, struct sulih_buffer *out);

#endif
