/*
 * For tests: texts of the lists' own words, figures and marks, in any order.
 *
 * Random bytes hardly ever make two words that a rule knows, and news hardly ever has them in an
 * order that no rule expects.
 */
#ifndef SULIH_TESTS_SUPPORT_VOCABULARY_H
#define SULIH_TESTS_SUPPORT_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Appends the text that the bytes choose: the first says how many tokens there are, four more for
 * each of them which, and each byte behind them is one of these tokens and what joins it to the
 * next.
 */
void vocabulary_write(const uint8_t *choices, size_t size, struct sulih_buffer *out);

#endif
