/*
 * Tokens beside letters.
 *
 * A mark is masked where it touches its word (“sangat penting”).  A token of letters
 * would melt into it ("XN3Xsangat"), and engines like a blank around any token: on the
 * wire such a token stands apart, and on the way back the blank goes.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_TOKENS_GLUE_H
#define SULIH_PIPELINE_TRANSLATE_TOKENS_GLUE_H

#include "pipeline/translate/tokens/wire.h"

/* Whether part `index`, a placeholder, touches a letter, a figure or another placeholder
 * with its left (or right) side. */
bool sulih_glued_left(const struct sulih_part *parts, size_t index);
bool sulih_glued_right(const struct sulih_part *parts, size_t count, size_t index);

/* Takes the blank away on each side of a placeholder that had none in the source. */
void sulih_reglue(const struct sulih_part *source, size_t source_count, struct sulih_parts *parts);

#endif
