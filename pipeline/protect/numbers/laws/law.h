/* What numbered laws (law.c), their regions (law_region.c) and their articles (articles.c) share.
 */
#ifndef SULIH_PIPELINE_PROTECT_NUMBERS_LAWS_LAW_H
#define SULIH_PIPELINE_PROTECT_NUMBERS_LAWS_LAW_H

#include "pipeline/protect/numbers/figures.h"

/* Appends token `i` as it is written. */
static inline void sulih_law_put(struct figures *f, size_t i)
{
	sulih_buffer_add(&f->target, sulih_figures_text(f, sulih_figures_token(f, i)));
}

/* Whether the words at `i` have the capitals that their row of the list wants. */
bool sulih_law_is_written(const struct figures *f, const struct sulih_row *row, size_t i);
/* A law with number and year at `i`, its English appended; the index behind, or 0.  `inside`:
 * behind an article, where a code without a number is one too. */
size_t sulih_law_write(struct figures *f, size_t i, bool inside);
/* The region at `i` whose law it is, in English with a blank behind it; the index behind, or `i`.
 */
size_t sulih_law_region(struct figures *f, size_t i);
/* An article at `i`, proposed with its law; the index behind, or 0. */
size_t sulih_law_article(struct figures *f, size_t i);

#endif
