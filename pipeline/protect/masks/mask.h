/*
 * Masking: segments → items with placeholders, and back.
 *
 * A sentence-sized direct quote is an item of its own and one placeholder in the
 * sentence that frames it (DESIGN §3), so that no word can cross the quotation
 * marks; a partial quote stays inline between two mark placeholders.
 */
#ifndef SULIH_PIPELINE_PROTECT_MASKS_MASK_H
#define SULIH_PIPELINE_PROTECT_MASKS_MASK_H

#include "pipeline/protect/protect.h"

/* Makes document->items from its segments, quotes and spans. */
int sulih_mask(struct sulih_document *document, const struct sulih_protect_options *options,
	       struct sulih_error *error) SULIH_MUST_CHECK;

/* The running text of an item, put together again from its masked source. */
void sulih_unmask_source(const struct sulih_document *document, const struct sulih_item *item,
			 struct sulih_buffer *out);

/* 0 when unmasking every item gives its text back to the byte, else SULIH_ERROR_INTERNAL. */
int sulih_mask_verify(const struct sulih_document *document, struct sulih_error *error);

#endif
