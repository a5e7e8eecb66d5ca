#include "pipeline/protect/names/memory.h"

#include <stdlib.h>

/* One place a hash: a word is in its place or nowhere, and no place is ever moved. */
enum { PLACES = 1 << 14, LONGEST = 23 };

struct place {
	uint32_t hash;
	uint32_t facts;
	uint8_t length; /* 0: empty */
	char word[LONGEST];
};

struct sulih_word_memory {
	struct place places[PLACES];
};

struct sulih_word_memory *sulih_word_memory_new(void)
{
	return calloc(1, sizeof(struct sulih_word_memory));
}

void sulih_word_memory_free(struct sulih_word_memory *memory)
{
	free(memory);
}

bool sulih_word_recall(const struct sulih_word_memory *memory, struct sulih_view word,
		       uint32_t hash, uint32_t *facts)
{
	const struct place *place;

	if (memory == NULL || word.length == 0 || word.length > LONGEST)
		return false;
	place = &memory->places[hash % PLACES];
	if (place->hash != hash || place->length != word.length ||
	    memcmp(place->word, word.data, word.length) != 0)
		return false;
	*facts = place->facts;
	return true;
}

void sulih_word_keep(struct sulih_word_memory *memory, struct sulih_view word, uint32_t hash,
		     uint32_t facts)
{
	struct place *place;

	if (memory == NULL || word.length == 0 || word.length > LONGEST)
		return;
	place = &memory->places[hash % PLACES];
	place->hash = hash;
	place->facts = facts;
	place->length = (uint8_t)word.length;
	memcpy(place->word, word.data, word.length);
}
