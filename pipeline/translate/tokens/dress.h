/* Quotation marks and the like around a whole answer. */
#ifndef SULIH_PIPELINE_TRANSLATE_TOKENS_DRESS_H
#define SULIH_PIPELINE_TRANSLATE_TOKENS_DRESS_H

#include "pipeline/translate/tokens/wire.h"

/* Takes off a pair of marks that stands around the whole answer and nowhere else in it, when the
 * source has no such mark. */
void sulih_undress(const struct sulih_part *source, size_t source_count,
		   struct sulih_parts *answer);

#endif
