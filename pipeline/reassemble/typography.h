/*
 * English typography of one segment's target: blanks around marks that an engine
 * put where none belong, capitals, and the American order of stops and closing
 * marks.  Nothing here adds or drops a word.
 */
#ifndef SULIH_PIPELINE_REASSEMBLE_TYPOGRAPHY_H
#define SULIH_PIPELINE_REASSEMBLE_TYPOGRAPHY_H

#include "base/buffer.h"

/* Tidies what stands in `text` from byte `from` on: one blank between words, none
 * before , . ; : ! ? ) ] and closing curly marks, none after ( [ and opening ones. */
void sulih_tidy_blanks(struct sulih_buffer *text, size_t from);

/* American: a comma or full stop stands inside the closing mark: ”. becomes .” */
void sulih_american_stops(struct sulih_buffer *text, size_t from);

/* The first letter from `from` on becomes a capital when that of `source` is one. */
void sulih_match_first_capital(struct sulih_buffer *text, size_t from, struct sulih_view source);

/* Everything from `from` on in capitals (simple mapping). */
void sulih_shout(struct sulih_buffer *text, size_t from);

#endif
