#include "pipeline/protect/names/memory.h"

#include <stdlib.h>

#include "base/table.h"
#include "pipeline/protect/names/tokens.h"

/* Where documents have brought more words than this, the next begins anew; and storage of a
 * document of more tokens than this is given back behind it. */
enum { MOST_WORDS = 1 << 16, MOST_TOKENS = 1 << 15 };

struct sulih_word_memory *sulih_word_memory_new(void)
{
	return calloc(1, sizeof(struct sulih_word_memory));
}

static void forget_words(struct sulih_word_memory *memory)
{
	SULIH_VECTOR_RELEASE(&memory->words);
	SULIH_VECTOR_RELEASE(&memory->figures);
	SULIH_VECTOR_RELEASE(&memory->maps);
	sulih_arena_release(&memory->letters);
	word_slots_release(&memory->slots);
}

void sulih_word_memory_free(struct sulih_word_memory *memory)
{
	if (memory == NULL)
		return;
	forget_words(memory);
	SULIH_VECTOR_RELEASE(&memory->tokens);
	SULIH_VECTOR_RELEASE(&memory->segments);
	sulih_buffer_release(&memory->key);
	free(memory);
}

void sulih_words_done(struct sulih_word_memory *memory)
{
	if (memory->words.count > MOST_WORDS || memory->document == UINT32_MAX) {
		forget_words(memory);
		memory->document = 0;
	}
	if (memory->tokens.capacity > MOST_TOKENS)
		SULIH_VECTOR_RELEASE(&memory->tokens);
	if (memory->segments.capacity > MOST_TOKENS)
		SULIH_VECTOR_RELEASE(&memory->segments);
	memory->tokens.count = memory->segments.count = 0;
}

int words_begin(struct sulih_word_memory *memory)
{
	sulih_words_done(memory);
	memory->document++;
	return word_slots_room(&memory->slots);
}

/* A word known from an earlier document comes up for the first time in this one. */
static void renew(struct sulih_word_memory *memory, struct name_word *word)
{
	word->document = memory->document;
	word->facts = word->always;
	word->small = word->middle = word->person = word->named = word->acronym = 0;
}

static int learn_figure(struct sulih_word_memory *memory, struct name_word *word)
{
	struct figure_word found, *kept;

	if (!figure_word_find(word, &found))
		return 0;
	kept = SULIH_VECTOR_ADD(&memory->figures);
	if (kept == NULL)
		return SULIH_ERROR_MEMORY;
	*kept = found;
	word->figure = (uint32_t)memory->figures.count;
	return 0;
}

static uint32_t add_word(struct sulih_word_memory *memory, struct sulih_view lower, uint32_t hash)
{
	struct name_word *word;

	if (word_slots_room(&memory->slots) != 0)
		return NAMES_NONE;
	word = SULIH_VECTOR_ADD(&memory->words);
	if (word == NULL)
		return NAMES_NONE;
	word->lower = sulih_arena_copy(&memory->letters, lower);
	word->hash = hash;
	if (word->lower.data == NULL || learn_figure(memory, word) != 0) {
		memory->words.count--;
		return NAMES_NONE;
	}
	word_learn(word);
	word->always = word->facts;
	word->document = memory->document;
	word_slots_add(&memory->slots, hash, (uint32_t)memory->words.count);
	return (uint32_t)memory->words.count - 1;
}

/* Views of one length, and of one hash, so that they nearly always are equal. */
static bool same_letters(const char *a, const char *b, size_t length)
{
	if (length > 16)
		return memcmp(a, b, length) == 0;
	if (length > 8 && sulih_table_load(a, 8) != sulih_table_load(b, 8))
		return false;
	if (length > 8) {
		a += length - 8;
		b += length - 8;
		length = 8;
	}
	/* of three letters or fewer each is looked at */
	return sulih_table_load(a, length) == sulih_table_load(b, length);
}

uint32_t word_intern(struct sulih_word_memory *memory, struct sulih_view lower, uint32_t hash)
{
	const struct word_slot *slots = memory->slots.items;

	for (uint32_t at = word_slots_first(&memory->slots, hash); slots[at].word;
	     at = word_slots_next(&memory->slots, at)) {
		uint32_t index = slots[at].word - 1;
		struct name_word *word;

		if (slots[at].hash != hash)
			continue;
		word = &memory->words.items[index];
		if (word->lower.length != lower.length ||
		    !same_letters(word->lower.data, lower.data, lower.length))
			continue;
		if (word->document != memory->document)
			renew(memory, word);
		return index;
	}
	return add_word(memory, lower, hash);
}

int word_raise(struct sulih_word_memory *memory, uint32_t index)
{
	struct name_word *word = &memory->words.items[index];
	struct map_word found, *kept;

	if (word->raised == 0) {
		word_learn_capital(word, &found);
		if (word->facts & (FACT_MAP | FACT_MAP_UPPER)) {
			kept = SULIH_VECTOR_ADD(&memory->maps);
			if (kept == NULL)
				return SULIH_ERROR_MEMORY;
			*kept = found;
			word->map = (uint32_t)memory->maps.count;
		}
		word->raised = word->facts;
	}
	word->facts = word->raised;
	return 0;
}
