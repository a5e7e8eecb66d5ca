/*
 * Whether a word is one of the language's common words.
 */
#ifndef SULIH_SEGMENT_KNOWN_H
#define SULIH_SEGMENT_KNOWN_H

#include <stdbool.h>

#include "base/view.h"

/* `lower` is lower-case already. */
bool sulih_is_common_word(struct sulih_view lower);

#endif
