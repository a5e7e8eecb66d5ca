/*
 * The ledger: what an editor checks an article by.  One JSON object an article, a
 * line each (docs/ledger.md): every quote with speaker, every figure with its
 * value, every name with its ruling, dates, repairs, omissions, engine, cost.
 */
#ifndef SULIH_PIPELINE_REASSEMBLE_LEDGER_H
#define SULIH_PIPELINE_REASSEMBLE_LEDGER_H

#include "pipeline/reassemble/reassemble.h"

struct sulih_ledger_counts {
	size_t segments, skipped, translated, repaired, untranslated;
	size_t quotes, names, figures, warnings, omitted;
};

/* Counts a document; adds to `counts`. */
void sulih_ledger_count(const struct sulih_document *document, struct sulih_ledger_counts *counts);

/* Appends the document's ledger line. */
int sulih_ledger_write(const struct sulih_document *document,
		       const struct sulih_reassemble_options *options, struct sulih_buffer *out,
		       struct sulih_error *error) SULIH_MUST_CHECK;

/* A few lines for people: counts, quotes with speakers, warnings. */
void sulih_ledger_summary(const struct sulih_document *document,
			  const struct sulih_reassemble_options *options, struct sulih_buffer *out);

#endif
