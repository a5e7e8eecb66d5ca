/*
 * Borders that ICU's sentence iterator proposes, for text that the scanner in
 * closing.c does not know well: other scripts, with stops and brackets of
 * their own.  For Latin letters with ASCII and the usual typographic marks the
 * scanner weighs every stop that ICU would (tests/unit/test_proposals.c), so
 * ICU is not asked there; opening its iterator costs more than a whole article.
 */
#ifndef SULIH_SEGMENT_SENTENCES_PROPOSALS_H
#define SULIH_SEGMENT_SENTENCES_PROPOSALS_H

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/error.h"
#include "base/view.h"

#define SULIH_PROPOSAL_NONE SIZE_MAX

/* Begin with { 0 }; the iterator is opened when a block first needs it. */
struct proposals {
	UBreakIterator *iterator;
	UText *text;
	size_t start; /* of the block */
	size_t next;  /* the border proposed; SULIH_PROPOSAL_NONE: no more */
};

void sulih_proposals_release(struct proposals *proposals);

/* Begins with text[block]; asks ICU only if the block has letters or stops of other
 * scripts.  Returns 0, SULIH_ERROR_MEMORY or SULIH_ERROR_INTERNAL. */
int sulih_proposals_begin(struct proposals *proposals, struct sulih_view text,
			  struct sulih_span block, struct sulih_error *error);

/* Goes to the first border behind `offset`. */
void sulih_proposals_pass(struct proposals *proposals, size_t offset);

/* Whether `text` has letters or stops of other scripts. */
bool sulih_is_far_script(struct sulih_view text);

#endif
