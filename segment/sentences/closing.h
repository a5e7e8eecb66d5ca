/*
 * What stands at the end of a sentence: stops, and what closes behind them.  Internal to
 * segment/sentences.
 */
#ifndef SULIH_SEGMENT_SENTENCES_CLOSING_H
#define SULIH_SEGMENT_SENTENCES_CLOSING_H

#include "segment/sentences/candidate.h"

/* Length in bytes of the stop at data[at], or 0; *mark gets its sort. */
size_t sulih_stop_at(const char *data, size_t at, size_t limit, enum mark *mark);

/* Runs over stops and closers: `?!”`, `...)`, `?".`; the stop at ->stop has `length` bytes. */
void sulih_take_marks(struct candidate *candidate, size_t length);

/* Takes closers that stand alone behind a blank (`pergi . "`): they hang on what is before them.
 * Gives where the next part begins. */
size_t sulih_take_stray_closers(struct candidate *candidate);

#endif
