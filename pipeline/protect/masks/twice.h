/*
 * anak2 → anak-anak: the figure two behind a word says that the word is said twice.
 *
 * An engine reads "anak2" as a code.  Masked source is written out before it is sent; the
 * clean text keeps what was written.
 */
#ifndef SULIH_PIPELINE_PROTECT_MASKS_TWICE_H
#define SULIH_PIPELINE_PROTECT_MASKS_TWICE_H

#include "base/buffer.h"

/* Where "2" and the first byte of "²" stand next: none is between `from` and `next`.  Begins
 * zeroed, and is for one text; parts asked about one after the other cost one look at it. */
struct sulih_figures_ahead {
	struct {
		size_t from, next;
	} plain, raised;
};

/* Whether `part` of `text` holds a word said twice; then the part, written out, is appended to
 * `out`.  Only words of the lexicon count (not Persib2, H2O, km2, kelas2). */
bool sulih_write_twice(struct sulih_view text, struct sulih_span part,
		       struct sulih_figures_ahead *ahead, struct sulih_buffer *out);

#endif
