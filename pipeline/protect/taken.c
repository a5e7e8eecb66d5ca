#include "pipeline/protect/taken.h"

#include <stdlib.h>

/* Spans that are taken do not overlap, so that a field of so many bytes holds at most as many.
 * A cluster of few candidates, as nearly all are, is one field. */
enum { FIELD_BYTES = 64, FEW = 32 };

int sulih_taken_begin(struct sulih_taken *taken, struct sulih_span whole, size_t count)
{
	*taken = (struct sulih_taken){ .start = whole.start };
	if (count <= FEW)
		return 0;
	taken->fields = calloc((whole.end - whole.start) / FIELD_BYTES + 1, sizeof(uint32_t));
	return taken->fields == NULL ? SULIH_ERROR_MEMORY : 0;
}

void sulih_taken_release(struct sulih_taken *taken)
{
	SULIH_VECTOR_RELEASE(&taken->spans);
	free(taken->fields);
}

/* The fields that the span touches. */
static struct sulih_span fields_of(const struct sulih_taken *taken, struct sulih_span span)
{
	if (taken->fields == NULL || span.end <= span.start)
		return (struct sulih_span){ 0, span.end > span.start };
	return (struct sulih_span){ (span.start - taken->start) / FIELD_BYTES,
				    (span.end - 1 - taken->start) / FIELD_BYTES + 1 };
}

int sulih_taken_add(struct sulih_taken *taken, struct sulih_span span)
{
	struct sulih_span fields = fields_of(taken, span);

	for (size_t field = fields.start; field < fields.end; field++) {
		uint32_t *first = taken->fields ? &taken->fields[field] : &taken->only;
		struct taken_span *one = SULIH_VECTOR_ADD(&taken->spans);

		if (one == NULL)
			return SULIH_ERROR_MEMORY;
		*one = (struct taken_span){ span, taken->count, *first };
		*first = (uint32_t)taken->spans.count;
	}
	taken->count++;
	return 0;
}

bool sulih_taken_overlap(const struct sulih_taken *taken, struct sulih_span span, uint32_t from,
			 uint32_t *number, struct sulih_span *other)
{
	struct sulih_span fields = fields_of(taken, span);
	bool found = false;

	for (size_t field = fields.start; field < fields.end; field++) {
		uint32_t at = taken->fields ? taken->fields[field] : taken->only;

		for (; at; at = taken->spans.items[at - 1].next) {
			const struct taken_span *one = &taken->spans.items[at - 1];

			if (one->number < from || (found && one->number >= *number) ||
			    one->span.end <= span.start || one->span.start >= span.end)
				continue;
			found = true;
			*number = one->number;
			*other = one->span;
		}
	}
	return found;
}
