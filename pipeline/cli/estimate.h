/* What a run would send, without sending it: translate --dry-run. */
#ifndef SULIH_PIPELINE_CLI_ESTIMATE_H
#define SULIH_PIPELINE_CLI_ESTIMATE_H

#include <stdio.h>

#include "pipeline/translate/engine.h"

struct sulih_estimate {
	bool keeps;		 /* what was sent once is in a store, and not sent again */
	size_t documents, texts; /* what is sent by itself: sentences, quotes apart from them */
	size_t sent, characters;
	size_t repeated;   /* the same words as one that is sent */
	size_t remembered; /* answered by the store */
	size_t wordless;   /* nothing to translate: names, figures, boilerplate left as it is */
};

/* An engine in the place of `real`, which it owns: by its name and fingerprint, so that a store
 * finds what it has of it, but it counts what it is given and gives it back. */
int sulih_estimate_engine_open(struct sulih_engine *real,
			       const struct sulih_engine_options *options,
			       struct sulih_estimate *estimate, struct sulih_engine **engine,
			       struct sulih_error *error) SULIH_MUST_CHECK;

/* Counts a document behind the engine. */
void sulih_estimate_add(struct sulih_estimate *estimate, const struct sulih_document *document);
/* A line a count: name, number. */
void sulih_estimate_print(const struct sulih_estimate *estimate, FILE *out);

#endif
