/* What a run says to people, on standard error. */
#ifndef SULIH_PIPELINE_CLI_FILTER_SAY_H
#define SULIH_PIPELINE_CLI_FILTER_SAY_H

#include "pipeline/cli/filter.h"

/* That the masks are English, where another language is wanted. */
void sulih_run_say_language(const struct sulih_run *run);
/* Once, of a document that was just read: that it is hardly plain text. */
void sulih_run_doubt_format(struct sulih_run *run, const struct sulih_document *document);
/* The diagnostics of a document. */
void sulih_run_say_document(const struct sulih_run *run, const struct sulih_document *document);
/* That the run was interrupted: what there is now, and where the next one begins. */
void sulih_run_say_stopped(const struct sulih_run *run);

#endif
