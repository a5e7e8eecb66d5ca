/* What came back from a server that misbehaves, beside what should have. */
#ifndef SULIH_TESTS_SUPPORT_HOSTILE_CHECK_H
#define SULIH_TESTS_SUPPORT_HOSTILE_CHECK_H

#include "pipeline/document.h"

struct hostile_tally {
	size_t translated, repaired, untranslated, skipped;
	size_t alone, alternate, split, unmasked, restored;
	size_t warned;	  /* delivered, and an editor is told to look */
	size_t silent;	  /* delivered, not what it should be, and nothing says so */
	size_t stateless; /* came back without a state, or with a rung that its state denies */
};

/* What the diagnostics say of each item: WARNED, FLAGGED or both; the caller frees it.  NULL when
 * memory is out. */
enum { WARNED = 1, FLAGGED = 2 };
unsigned char *hostile_read_diagnostics(const struct sulih_document *document);

/* Counts an item: one that is delivered is what it should be, or something says that it is not. */
void hostile_count(const struct sulih_item *item, unsigned said, struct hostile_tally *tally);

#endif
