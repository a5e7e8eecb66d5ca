/*
 * What bad engines do to texts.  The stub server translates a word here and there
 * and then spoils the result as its mode says.
 */
#ifndef SULIH_TESTS_SUPPORT_MANGLE_H
#define SULIH_TESTS_SUPPORT_MANGLE_H

#include "base/buffer.h"

/* A make-believe translation: grammar words become English, all else stays. */
void mangle_translate(struct sulih_view text, struct sulih_buffer *out);

/* Spoils a text; false when `mode` is none of its modes. */
bool mangle_text(const char *mode, struct sulih_view text, struct sulih_buffer *out);

#endif
