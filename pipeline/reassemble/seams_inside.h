/* What the files of the seams share: the words at the end of the output. */
#ifndef SULIH_PIPELINE_REASSEMBLE_SEAMS_INSIDE_H
#define SULIH_PIPELINE_REASSEMBLE_SEAMS_INSIDE_H

#include "pipeline/reassemble/seams.h"

/* The last word of the item's English when exactly one blank follows it, else empty. */
struct sulih_view sulih_seam_last_word(const struct sulih_buffer *out, size_t from);
/* The word of ASCII letters behind the one blank that `after` begins with; empty: none does. */
struct sulih_view sulih_seam_next_word(struct sulih_view after);
/* Puts `with` in the place of the last word (and its blank, when `with` is empty). */
void sulih_seam_replace_last(struct sulih_buffer *out, struct sulih_view word, const char *with);

/* seams_article.c: whether a name of this kind may take "the"; puts it, or takes it away. */
bool sulih_seam_is_named(enum sulih_span_kind kind);
void sulih_seam_put_the(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from);

/* seams_money.c: the currency that stands before the token, and the bytes of one behind it. */
void sulih_seam_drop_currency(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from);
size_t sulih_seam_currency_again(struct sulih_view target, struct sulih_view after);

/* seams_time.c */
void sulih_seam_set_preposition(const struct sulih_seam *seam, struct sulih_buffer *out,
				size_t from);
void sulih_seam_put_the_decade(const struct sulih_seam *seam, struct sulih_buffer *out,
			       size_t from);

#endif
