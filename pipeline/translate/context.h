/*
 * What a reader of a sentence would know: the headline and the sentence before.  Engines
 * that take it without charge translate pronouns and short sentences better.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_CONTEXT_H
#define SULIH_PIPELINE_TRANSLATE_CONTEXT_H

#include "pipeline/document.h"

/* Views into the document's running text; either may be empty. */
struct sulih_context {
	struct sulih_view headline, before;
};

struct sulih_context sulih_context_of(const struct sulih_document *document,
				      const struct sulih_item *item);

#endif
