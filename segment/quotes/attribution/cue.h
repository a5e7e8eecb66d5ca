/*
 * Verbs of saying around a quote.  Internal to segment/quotes.
 */
#ifndef SULIH_SEGMENT_QUOTES_ATTRIBUTION_CUE_H
#define SULIH_SEGMENT_QUOTES_ATTRIBUTION_CUE_H

#include "segment/quotes/speaker/speaker.h"

struct cue {
	bool found;
	struct sulih_span verb;
	struct speaker speaker;
	bool beside; /* only commas, a colon or small words stand between verb and quote */
};

/* The attribution that follows a quote: `,” kata Budi`. `ended` says that the quoted
 * words end in a comma or a stop, as whole sentences do, `stopped` that it is no comma. */
struct cue sulih_cue_after(const struct tokens *after, bool ended, bool stopped);

/* The agent behind the quote of a passive verb before it: `disebut “gagal” oleh Budi`. */
struct cue sulih_cue_agent(const struct tokens *before, const struct tokens *after);

/* The same further on in the sentence: `… “tepat” bagi warga, kata Budi.` */
struct cue sulih_cue_later(const struct tokens *after);

/* The attribution before a quote: `Budi mengatakan, “`, `Menurut Budi, “`. The
 * sentence begins at token `from`. */
struct cue sulih_cue_before(const struct tokens *before, size_t from);

/* cue_colon.c: a speaker who stands before a colon, right before the quote or at the head of its
 * sentence. */
struct cue sulih_cue_colon(const struct tokens *before, size_t from);

#endif
