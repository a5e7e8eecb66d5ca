/*
 * gloss: the offline engine.  Word for word with a light sense of English, so
 * that an editor sees what a sentence is about when no endpoint is there.  It is
 * no translation.
 *
 * Words come from base/lexicon/words.tsv and lists/phrases.tsv; what stands in
 * neither is kept.  Placeholders come out once each and in their order; marks
 * and blanks stay where they are.  The same input gives the same output.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_GLOSS_GLOSS_H
#define SULIH_PIPELINE_TRANSLATE_GLOSS_GLOSS_H

#include "pipeline/translate/engine.h"

/*
 * Glosses masked parts.  `placeholders` tells the kinds of the placeholders in
 * `parts` and may be NULL.  *target gets *target_count parts whose text lives in
 * `arena`.  Returns 0 or SULIH_ERROR_MEMORY.
 */
int sulih_gloss_parts(const struct sulih_part *parts, size_t count,
		      const struct sulih_placeholder *placeholders, size_t placeholder_count,
		      struct sulih_arena *arena, struct sulih_part **target, size_t *target_count,
		      struct sulih_error *error) SULIH_MUST_CHECK;

/* Fills item->target from item->source; strings go into document->arena.
 * 0 or SULIH_ERROR_MEMORY. */
int sulih_gloss(struct sulih_document *document, struct sulih_item *item) SULIH_MUST_CHECK;

#endif
