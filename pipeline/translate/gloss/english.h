/*
 * English inflection for the gloss engine.  A gloss of several words is
 * inflected on the word that carries it: the first of a verb (carry out →
 * carried out), the last of a noun (police officer → police officers).
 */
#ifndef SULIH_PIPELINE_TRANSLATE_GLOSS_ENGLISH_H
#define SULIH_PIPELINE_TRANSLATE_GLOSS_ENGLISH_H

#include "base/buffer.h"

enum sulih_verb_form {
	SULIH_VERB_BASE,       /* arrest */
	SULIH_VERB_PAST,       /* arrested, was */
	SULIH_VERB_PARTICIPLE, /* arrested, been */
	SULIH_VERB_ING	       /* arresting, being */
};

void sulih_english_verb(struct sulih_view base, enum sulih_verb_form form,
			struct sulih_buffer *out);
void sulih_english_plural(struct sulih_view noun, struct sulih_buffer *out);
/* quick → quickly */
void sulih_english_adverb(struct sulih_view adjective, struct sulih_buffer *out);
/* big → bigger, biggest; important → more important, most important */
void sulih_english_degree(struct sulih_view adjective, bool most, struct sulih_buffer *out);
/* dig → digger: who does it */
void sulih_english_agent(struct sulih_view verb, struct sulih_buffer *out);

#endif
