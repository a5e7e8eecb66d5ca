/* For tests: what holds for any text whatever, through all stages. */
#ifndef SULIH_TESTS_SUPPORT_PROMISES_H
#define SULIH_TESTS_SUPPORT_PROMISES_H

#include "base/view.h"

/* Runs a text with --to-lang id, where the output must be the clean text to the byte, and into
 * English; each stage's invariants are verified.  `how` chooses the options.  What is broken is
 * said, and ends the program. */
void promises_keep(struct sulih_view text, unsigned how);

#endif
