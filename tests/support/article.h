/* For tests: one text through the whole pipeline in memory. */
#ifndef SULIH_TESTS_SUPPORT_ARTICLE_H
#define SULIH_TESTS_SUPPORT_ARTICLE_H

#include "pipeline/pipeline.h"

/* Runs a text through all stages with a built-in engine; `options` says how far and how.
 * *document is the caller's, also after an error; its input is `text`. */
int article_run(struct sulih_view text, bool decoded, const char *engine,
		const struct sulih_pipeline_options *options, struct sulih_document **document,
		struct sulih_error *error);

#endif
