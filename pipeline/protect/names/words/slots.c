#include "pipeline/protect/names/words/slots.h"

#include <stdlib.h>

#include "base/error.h"

enum { FEWEST_SLOTS = 4096 };

void word_slots_add(struct word_slots *slots, uint32_t hash, uint32_t word)
{
	uint32_t at = word_slots_first(slots, hash);

	while (slots->items[at].word)
		at = word_slots_next(slots, at);
	slots->items[at] = (struct word_slot){ hash, word };
	slots->count++;
}

int word_slots_room(struct word_slots *slots)
{
	struct word_slots wider = { .mask = slots->items ? slots->mask * 2 + 1 : FEWEST_SLOTS - 1 };

	if (slots->items != NULL && slots->count * 2 < slots->mask)
		return 0;
	wider.items = calloc((size_t)wider.mask + 1, sizeof(*wider.items));
	if (wider.items == NULL)
		return SULIH_ERROR_MEMORY;
	for (uint32_t i = 0; slots->items != NULL && i <= slots->mask; i++)
		if (slots->items[i].word)
			word_slots_add(&wider, slots->items[i].hash, slots->items[i].word);
	free(slots->items);
	*slots = wider;
	return 0;
}

void word_slots_release(struct word_slots *slots)
{
	free(slots->items);
	*slots = (struct word_slots){ 0 };
}
