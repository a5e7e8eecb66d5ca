/* The gloss engine: word for word from the lexicon; see gloss.c. */
#ifndef SULIH_PIPELINE_TRANSLATE_GLOSS_GLOSS_H
#define SULIH_PIPELINE_TRANSLATE_GLOSS_GLOSS_H

#include "pipeline/translate/engine.h"

/* Fills item->target from item->source; every placeholder stays, exactly once.
 * Strings go into document->arena.  0 or SULIH_ERROR_MEMORY. */
int sulih_gloss(struct sulih_document *document, struct sulih_item *item);

#endif
