/*
 * Protect: every name, number, date and term gets a ruling; then segments are masked.
 *
 * The recognisers (numbers/, names/, terms) propose candidates with a priority;
 * protect.c keeps the best of those that overlap.  A recogniser only reads the
 * document and the evidence of the recognisers before it.
 */
#ifndef SULIH_PIPELINE_PROTECT_PROTECT_H
#define SULIH_PIPELINE_PROTECT_PROTECT_H

#include "pipeline/document.h"

/* A candidate span.  Of overlapping candidates the higher priority stays, then
 * the longer, then the earlier. */
struct sulih_candidate {
	struct sulih_protected is;
	int priority; /* SULIH_PRIORITY_* */
};

enum {
	SULIH_PRIORITY_NAME = 10,
	SULIH_PRIORITY_FIGURE = 20,
	SULIH_PRIORITY_MAP = 30, /* fixed names of the lists, laws */
	SULIH_PRIORITY_NET = 40, /* addresses of the net, handles */
	SULIH_PRIORITY_TERM = 50 /* the user's glossary */
};

struct sulih_candidates {
	SULIH_VECTOR(struct sulih_candidate) list;
	SULIH_VECTOR(struct sulih_refusal) refused;
	bool explain; /* refusals are wanted */
	bool failed;  /* out of memory */
};

struct sulih_glossary;	  /* pipeline/protect/terms/glossary.h */
struct sulih_word_memory; /* pipeline/protect/names/words/memory.h */
struct sulih_carry;	  /* pipeline/protect/names/carry.h */

/* Where less than a fifth of a sentence is left to the engine it begins to invent. */
#define SULIH_MOST_MASKED 0.8

enum sulih_quote_mode { SULIH_QUOTES_ISOLATE, SULIH_QUOTES_INLINE, SULIH_QUOTES_VERBATIM };

struct sulih_protect_options {
	const struct sulih_glossary *glossary; /* may be NULL */
	struct sulih_word_memory *memory;      /* of this thread; NULL: none is kept */
	struct sulih_carry *carry; /* of the stretches of a long document; NULL: it is whole */
	size_t stretch;		   /* which of them this is */
	enum sulih_quote_mode quotes;
	bool boilerplate_unsent; /* --boilerplate=mark or omit: it is not paid for */
	bool explain;		 /* collect document->refusals */
	bool spans_only;	 /* for records: no masks, which take most of the memory */
	bool us_style;		 /* dates and quote punctuation: "November 1, 2024" */
	bool identity;		 /* --to-lang id: placeholders stand for their source */
	long long now; /* seconds since 1970, for two-digit years and relative dates; SULIH_NOW */
	double most_masked; /* largest share of an item's characters that may be masked, quotes
			       not counted; 0: SULIH_MOST_MASKED */
};

/*
 * The recognisers.  Each adds candidates; strings go into document->arena.  `words` has read
 * the document (sulih_words_read); names leave their evidence in it.
 */
int sulih_find_figures(struct sulih_document *document, const struct sulih_word_memory *words,
		       const struct sulih_protect_options *options,
		       struct sulih_candidates *candidates, struct sulih_error *error);
int sulih_find_names(struct sulih_document *document, struct sulih_word_memory *words,
		     const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error);
int sulih_find_terms(struct sulih_document *document, const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error);

/* Adds one candidate; the caller fills what it returns. NULL: out of memory (and failed is set). */
struct sulih_candidate *sulih_candidate_add(struct sulih_candidates *candidates, size_t start,
					    size_t end, enum sulih_span_kind kind,
					    enum sulih_ruling ruling, const char *why);

/* Tells --explain that [start, end) was considered and not taken; nothing else depends on it. */
void sulih_refuse(struct sulih_candidates *candidates, size_t start, size_t end, const char *why,
		  struct sulih_view evidence);

/* The whole stage: recognise, choose, mask. */
int sulih_protect(struct sulih_document *document, const struct sulih_protect_options *options,
		  struct sulih_error *error) SULIH_MUST_CHECK;

#endif
