/* Numbers that are written in words: of the Indonesian source, or of the English answer. */
#ifndef SULIH_PIPELINE_TRANSLATE_VERIFY_NUMBER_WORDS_H
#define SULIH_PIPELINE_TRANSLATE_VERIFY_NUMBER_WORDS_H

#include "base/view.h"

enum { SULIH_MOST_SPELLED = 64 };

struct sulih_spelled {
	struct {
		double value;
		bool count; /* it counts (five, twenty-five): no ordinal, no half, no pair */
	} items[SULIH_MOST_SPELLED];
	size_t count;
};

/* The value of digits with one point at most ("0.5"), whatever the program's locale is; -1 for
 * anything else, and for more than 15 digits. */
double sulih_spelled_value(struct sulih_view figure);

/* Adds what the words of a text say as figures.  A word that may be written in several ways says
 * each of them: setengah 0.5, 50 (percent) and 30 (minutes). */
void sulih_spelled_read(struct sulih_view text, bool english, struct sulih_spelled *out);

#endif
