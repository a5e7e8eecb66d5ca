/*
 * Ids of documents that came before: who looks for one in the output or the ledger finds two.
 *
 * Within an input the ids of its records are compared, and over the run the names of inputs that
 * are one document each.  Nothing is left out for it.
 */
#ifndef SULIH_PIPELINE_CLI_FILES_IDS_H
#define SULIH_PIPELINE_CLI_FILES_IDS_H

#include "base/seen.h"
#include "pipeline/document.h"

struct sulih_ids {
	struct sulih_seen seen; /* by input and id: the line where it stood first */
	const char *input;	/* whose repetitions are counted */
	size_t repeated;
	char first[200]; /* of them */
};

/* Notes an id, which may stand elsewhere in a row of its own (`row`); *earlier: the line where it
 * stood before, 0 if it did not. */
int sulih_ids_add(struct sulih_ids *ids, size_t row, struct sulih_view id, size_t line,
		  size_t *earlier, struct sulih_error *error) SULIH_MUST_CHECK;
/* Notes a document that was read; of one whose id stood before, that is in its diagnostics. */
int sulih_ids_note(struct sulih_ids *ids, struct sulih_document *document, const char *input,
		   struct sulih_error *error) SULIH_MUST_CHECK;
/* Tells of the repetitions that were counted: once an input. */
void sulih_ids_say(struct sulih_ids *ids);
void sulih_ids_release(struct sulih_ids *ids);

#endif
