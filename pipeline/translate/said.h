/*
 * What was said of an item while it was translated: the diagnostics of its answer, which are true
 * of the same answer at another place too.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SAID_H
#define SULIH_PIPELINE_TRANSLATE_SAID_H

#include "pipeline/document.h"

/* Of these diagnostics those from `first` up to `end`. */
struct sulih_said {
	const struct sulih_diagnostics *of;
	size_t first, end;
};

/* Of an item that comes back in this moment, so that it is what was said last; `since` is how many
 * diagnostics its document had when it was submitted. */
struct sulih_said sulih_said_of(const struct sulih_document *document,
				const struct sulih_item *item, size_t since);
/* Says it of another item, which may be one of the same document. */
void sulih_said_repeat(struct sulih_said said, struct sulih_document *document,
		       const struct sulih_item *item);

#endif
