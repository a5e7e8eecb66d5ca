/*
 * The rules of protect by name: what a span's `why` and a refusal's can be, and what each
 * says to an editor.  docs/reasons.md is made of this table by hand; a test compares them.
 */
#ifndef SULIH_PIPELINE_PROTECT_REASONS_H
#define SULIH_PIPELINE_PROTECT_REASONS_H

#include "base/view.h"

struct sulih_reason {
	const char *name;
	const char *text; /* a clause; what the rule saw follows it in a report */
};

/* All of them; name NULL at the end. */
extern const struct sulih_reason sulih_reasons[];

/* The reason of a name; NULL: there is none, which is a bug of the caller. */
const struct sulih_reason *sulih_reason_find(const char *name);

#endif
