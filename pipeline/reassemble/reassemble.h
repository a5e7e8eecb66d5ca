/*
 * Reassemble: masked targets → English text of the document.
 *
 * Every segment gets its target; what lies between segments is kept as it is in
 * the clean text.  A segment whose target equals its source gives the source's
 * own bytes (its line ends too), so that the identity of DESIGN §4 holds.
 */
#ifndef SULIH_PIPELINE_REASSEMBLE_REASSEMBLE_H
#define SULIH_PIPELINE_REASSEMBLE_REASSEMBLE_H

#include "pipeline/document.h"

struct sulih_reassemble_options {
	bool identity;	       /* --to-lang id: nothing is rewritten */
	bool us_style;	       /* --style us */
	bool omit_boilerplate; /* --boilerplate=omit: left out */
	bool mark_boilerplate; /* --boilerplate=mark: stays in Indonesian */
	bool verbatim_quotes;  /* --quotes=verbatim: the Indonesian words stay */
	long long now;	       /* seconds since 1970, for the ledger; 0: it gets no time */
};

/* Fills document->target. */
int sulih_reassemble(struct sulih_document *document,
		     const struct sulih_reassemble_options *options,
		     struct sulih_error *error) SULIH_MUST_CHECK;

/* The target of one segment, appended to `out`. `index`: into segmentation.segments. */
void sulih_segment_target(const struct sulih_document *document, size_t index,
			  const struct sulih_reassemble_options *options, struct sulih_buffer *out);

/* The index of the first item of segment `index` (its frame). */
size_t sulih_frame_of(const struct sulih_document *document, size_t index);

#endif
