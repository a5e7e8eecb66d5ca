/*
 * The ledger: what an editor checks an article by.  One JSON object an article, a
 * line each (docs/ledger.md): every quote with speaker, every figure with its
 * value, every name with its ruling, dates, repairs, omissions, engine, cost.
 */
#ifndef SULIH_PIPELINE_REASSEMBLE_LEDGER_H
#define SULIH_PIPELINE_REASSEMBLE_LEDGER_H

#include <stdio.h>

#include "pipeline/reassemble/reassemble.h"

struct sulih_ledger_counts {
	size_t segments, skipped, translated, repaired, untranslated;
	size_t quotes, names, figures, warnings, omitted;
	size_t characters; /* sent, repetitions counted */
};

/* Counts a document; adds to `counts`. */
void sulih_ledger_count(const struct sulih_document *document, struct sulih_ledger_counts *counts);

/* Appends the document's ledger line. */
int sulih_ledger_write(const struct sulih_document *document,
		       const struct sulih_reassemble_options *options, struct sulih_buffer *out,
		       struct sulih_error *error) SULIH_MUST_CHECK;

/* The arrays of a line: quotes, numbers, names, dates, repairs, diagnostics. */
enum { SULIH_LEDGER_GROUPS = 6 };

/* The line in pieces: up to the arrays; and `,"name":[`, then what an array holds. */
void sulih_ledger_head(const struct sulih_document *document,
		       const struct sulih_reassemble_options *options,
		       const struct sulih_ledger_counts *counts, struct sulih_buffer *out);
void sulih_ledger_open_group(int group, struct sulih_buffer *out);
struct sulih_ledger_part {
	const struct sulih_document *document;
	const struct sulih_reassemble_options *options;
	size_t segments_before; /* of the stretches before this one */
};
void sulih_ledger_put_group(const struct sulih_ledger_part *part, int group,
			    struct sulih_buffer *out);

/* Ledger lines to a file.  A document over 8 MiB comes in stretches: what each has for the
 * arrays waits in nameless files, so that memory holds one stretch only. */
struct sulih_ledger_file {
	FILE *file; /* not owned */
	const char *name;
	long whole; /* bytes of whole lines in the file; -1: it cannot tell (a pipe) */
	FILE *waiting[SULIH_LEDGER_GROUPS];
	struct sulih_ledger_counts counts; /* of the stretches so far */
};

/* Writes the line of a document, or of all its stretches with the last. */
int sulih_ledger_add(struct sulih_ledger_file *ledger, const struct sulih_document *document,
		     const struct sulih_reassemble_options *options,
		     struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_ledger_close(struct sulih_ledger_file *ledger); /* leaves `file` open */

/* A few lines for people: counts, quotes with speakers, warnings. */
void sulih_ledger_summary(const struct sulih_document *document, struct sulih_buffer *out);

#endif
