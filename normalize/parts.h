/*
 * The parts that a text is worked in: a line, or a part of a line that is very long.
 * Where a part ends depends on the text alone, not on how it arrives.  Offsets are bytes.
 */
#ifndef SULIH_NORMALIZE_PARTS_H
#define SULIH_NORMALIZE_PARTS_H

#include "base/view.h"

#include <stdbool.h>

/* The end of the part that begins at `start`; 0 when more text must come first.  `final`: no
 * more will come. */
size_t sulih_part_end(struct sulih_view text, size_t start, bool final);

/* Where the part that holds `at` begins, no part beginning behind `start` before it. */
size_t sulih_part_start(struct sulih_view text, size_t start, size_t at, bool final);

/* What can be settled now: whole lines, and whole parts of a long last one. */
size_t sulih_parts_end(struct sulih_view text, bool final);

/* The end of the piece of a part that begins at `start`, with the line end of any kind that
 * ends it (U+0085, a form feed …), or the part's end. */
size_t sulih_piece_end(struct sulih_view part, size_t start);

/*
 * ASCII without references, typographic marks and no-break spaces.  Of such text only white
 * space and glued words are ever repaired, and those word by word.
 */
bool sulih_is_simple(struct sulih_view line);

struct sulih_words {
	size_t start, end; /* between two blanks that need no repair, or the line's ends */
	size_t last;	   /* where the last of the words begins, or the end */
};

/* The words of a simple line around `at`, none of them before `from`, and one word more. */
struct sulih_words sulih_words_around(struct sulih_view line, size_t from, size_t at);

#endif
