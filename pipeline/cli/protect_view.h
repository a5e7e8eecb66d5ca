/* What `sulih protect` shows to people: --explain and --show. */
#ifndef SULIH_PIPELINE_CLI_PROTECT_VIEW_H
#define SULIH_PIPELINE_CLI_PROTECT_VIEW_H

#include "pipeline/cli/filter.h"

/* A line for every span, and for what was considered and not taken: the rule, what it saw. */
int sulih_protect_explain(struct sulih_run *run, struct sulih_document *document,
			  struct sulih_error *error);

/* The text, segment by segment, its spans marked and coloured, with their English. */
int sulih_protect_show(struct sulih_run *run, struct sulih_document *document,
		       struct sulih_error *error);

#endif
