/* What the ledger's files share. */
#ifndef SULIH_PIPELINE_REASSEMBLE_LEDGER_INSIDE_H
#define SULIH_PIPELINE_REASSEMBLE_LEDGER_INSIDE_H

#include "base/json_write.h"
#include "pipeline/reassemble/ledger.h"

static inline struct sulih_view sulih_ledger_text(const struct sulih_document *d,
						  struct sulih_span span)
{
	return sulih_running_slice(&d->segmentation, span);
}

static inline void sulih_ledger_put_member(struct sulih_buffer *out, const char *key,
					   struct sulih_view value)
{
	sulih_buffer_printf(out, "\"%s\":", key);
	sulih_json_string(out, value);
}

/* ledger_spans.c */
void sulih_ledger_put_figures(const struct sulih_ledger_part *part, struct sulih_buffer *out);
void sulih_ledger_put_names(const struct sulih_ledger_part *part, struct sulih_buffer *out);
void sulih_ledger_put_dates(const struct sulih_ledger_part *part, struct sulih_buffer *out);

#endif
