/*
 * anak2 → anak-anak: the figure two behind a word says that the word is said twice.
 *
 * An engine reads "anak2" as a code.  Masked source is written out before it is sent; the
 * clean text keeps what was written.
 */
#ifndef SULIH_PIPELINE_PROTECT_TWICE_H
#define SULIH_PIPELINE_PROTECT_TWICE_H

#include "base/buffer.h"

/* Whether `part` of `text` holds a word said twice; then the part, written out, is appended to
 * `out`.  Only words of the lexicon count (not Persib2, H2O, km2, kelas2). */
bool sulih_write_twice(struct sulih_view text, struct sulih_span part, struct sulih_buffer *out);

#endif
