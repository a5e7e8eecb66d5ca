/*
 * Inside the masking of one document (mask.c): what becomes a placeholder in an item.
 *
 *   mask.c         quotes and spans of a segment as events, items
 *   mask_quotes.c  which quotes stand apart
 *   mask_merge.c   neighbours that are one phrase become one
 *   mask_share.c   an item that would be nearly all masks gets words back
 *   mask_fill.c    events and the text between them as parts
 */
#ifndef SULIH_PIPELINE_PROTECT_MASKS_MASKER_H
#define SULIH_PIPELINE_PROTECT_MASKS_MASKER_H

#include "pipeline/protect/masks/mask.h"
#include "pipeline/protect/masks/twice.h"

/* Something in an item that becomes a placeholder. */
struct sulih_mask_event {
	struct sulih_span span;
	enum sulih_span_kind kind;
	struct sulih_view target;
	size_t quote_item;		     /* kind QUOTE: index of its item */
	const struct sulih_protected *found; /* the first of its spans; NULL: a quote or mark */
	bool merged;			     /* of several spans */
	bool taken_out;			     /* given back to the engine (mask_share.c) */
};

struct sulih_masker {
	struct sulih_document *document;
	const struct sulih_protect_options *options;
	struct sulih_view text;
	SULIH_VECTOR(size_t) quotes; /* those that reach into the segment, in order */
	size_t next_quote;	     /* the first that begins behind it */
	size_t next_span;
	struct sulih_figures_ahead figures;
	SULIH_VECTOR(struct sulih_mask_event) events; /* of the item that is being made */
};

/* The part of a quote that lies in one segment. */
struct quote_part {
	const struct sulih_quote *quote;
	size_t index;
	struct sulih_span part;	 /* with its marks, as far as they lie in the segment */
	struct sulih_span inner; /* without */
};

enum { SULIH_MASK_PARTS = 32 }; /* the most quotes of a segment that are looked at */

/* Finds the quotes that reach into `segment`: of those into the one before, and new ones.  0 or
 * SULIH_ERROR_MEMORY. */
int sulih_mask_gather_quotes(struct sulih_masker *m, struct sulih_span segment);
/* The depth-1 quotes that reach into `segment`, in order: how many. */
size_t sulih_mask_quote_parts(struct sulih_masker *m, struct sulih_span segment,
			      struct quote_part *parts);
/* Whether the quote stands apart from its frame.  --quotes=verbatim keeps the words of partial
 * ones too; mentions and titles never do. */
bool sulih_mask_stands_apart(const struct sulih_masker *m, const struct quote_part *part);
/* A trailing comma belongs to the frame: "Kami siap," is sent as "Kami siap". */
struct sulih_span sulih_mask_words_of_quote(struct sulih_view text, struct sulih_span inner);

/* Events that stand beside each other and are one phrase in both languages become one; they
 * are in order, and none lies in another. */
int sulih_mask_merge(struct sulih_masker *m, struct sulih_span item);

/* Takes events of least risk out until at most options->most_masked of the item's characters
 * are masked.  0 or SULIH_ERROR_MEMORY. */
int sulih_mask_share(struct sulih_masker *m, struct sulih_span item);

/* Whether there is anything to translate. */
bool sulih_mask_has_letter(struct sulih_view text);

/* Fills the item's parts from the events gathered, which are gone after it; an event inside
 * another is dropped. */
int sulih_mask_fill(struct sulih_masker *m, struct sulih_item *item);

#endif
