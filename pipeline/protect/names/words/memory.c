#include "pipeline/protect/names/words/memory.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/table.h"
#include "pipeline/protect/names/words/tokens.h"

/* What a few articles bring: growing to it word by word would copy it over and over. */
enum { USUAL_WORDS = 1 << 12 };

/* Where documents have brought more words than this, the next begins anew; and storage of a
 * document of more tokens than this is given back behind it. */
enum { MOST_WORDS = 1 << 17, MOST_TOKENS = 1 << 15 };

struct sulih_word_memory *sulih_word_memory_new(void)
{
	return calloc(1, sizeof(struct sulih_word_memory));
}

static void forget_words(struct sulih_word_memory *memory)
{
	SULIH_VECTOR_RELEASE(&memory->words);
	SULIH_VECTOR_RELEASE(&memory->briefs);
	SULIH_VECTOR_RELEASE(&memory->figures);
	SULIH_VECTOR_RELEASE(&memory->maps);
	SULIH_VECTOR_RELEASE(&memory->phrases);
	sulih_arena_release(&memory->letters);
	word_slots_release(&memory->slots);
}

void sulih_word_memory_free(struct sulih_word_memory *memory)
{
	if (memory == NULL)
		return;
	forget_words(memory);
	SULIH_VECTOR_RELEASE(&memory->raised);
	SULIH_VECTOR_RELEASE(&memory->tokens);
	SULIH_VECTOR_RELEASE(&memory->segments);
	SULIH_VECTOR_RELEASE(&memory->plain);
	sulih_buffer_release(&memory->key);
	free(memory);
}

void sulih_words_done(struct sulih_word_memory *memory)
{
	for (size_t i = 0; i < memory->raised.count; i++) {
		struct name_word *word = &memory->words.items[memory->raised.items[i]];

		word_renew(word);
		word->facts = memory->briefs.items[memory->raised.items[i]].always;
	}
	memory->raised.count = 0;
	if (memory->words.count > MOST_WORDS || memory->document == UINT32_MAX) {
		forget_words(memory);
		memory->document = 0;
	}
	if (memory->tokens.capacity > MOST_TOKENS)
		SULIH_VECTOR_RELEASE(&memory->tokens);
	if (memory->segments.capacity > MOST_TOKENS) {
		SULIH_VECTOR_RELEASE(&memory->segments);
		SULIH_VECTOR_RELEASE(&memory->plain);
	}
	memory->tokens.count = memory->segments.count = memory->plain.count = 0;
}

int words_begin(struct sulih_word_memory *memory)
{
	sulih_words_done(memory);
	memory->document++;
	if (SULIH_VECTOR_ROOM(&memory->words, USUAL_WORDS) != 0 ||
	    SULIH_VECTOR_ROOM(&memory->briefs, USUAL_WORDS) != 0 ||
	    word_slots_room(&memory->slots) != 0)
		return SULIH_ERROR_MEMORY;
	if (memory->words.count == WORD_NONE)
		memory->words.count = memory->briefs.count = WORD_NONE + 1;
	memory->words.items[WORD_NONE] = (struct name_word){ .lower = SULIH_VIEW("") };
	memory->briefs.items[WORD_NONE] = (struct word_brief){ 0 };
	return 0;
}

int words_close(struct sulih_word_memory *memory, size_t length)
{
	struct name_tokens *tokens = &memory->tokens;

	if (SULIH_VECTOR_RESERVE(tokens, TOKENS_BEHIND) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < TOKENS_BEHIND; i++)
		tokens->items[tokens->count + i] = (struct name_token){ .start = (uint32_t)length,
									.end = (uint32_t)length,
									.word = WORD_NONE,
									.kind = TOKEN_MARK,
									.shape = SHAPE_NONE };
	return 0;
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
	word->facts |= FACT_FIGURE;
	return 0;
}

static int learn_phrase(struct sulih_word_memory *memory, struct name_word *word)
{
	struct phrase_word found, *kept;

	word_learn(word, &found);
	if (found.title.entry == NULL && found.head.entry == NULL)
		return 0;
	kept = SULIH_VECTOR_ADD(&memory->phrases);
	if (kept == NULL)
		return SULIH_ERROR_MEMORY;
	*kept = found;
	word->phrase = (uint32_t)memory->phrases.count;
	return 0;
}

static uint32_t add_to_memory(struct sulih_word_memory *memory, struct sulih_view lower,
			      const struct word_key *key)
{
	struct name_word *word;
	struct word_brief *brief;

	if (word_slots_room(&memory->slots) != 0 || SULIH_VECTOR_RESERVE(&memory->briefs, 1) != 0)
		return NAMES_NONE;
	word = SULIH_VECTOR_ADD(&memory->words);
	if (word == NULL)
		return NAMES_NONE;
	word->lower = sulih_arena_copy(&memory->letters, lower);
	word->hash = key->hash;
	word->lists = sulih_lists_of(key->hash);
	if (word->lower.data == NULL || learn_phrase(memory, word) != 0 ||
	    learn_figure(memory, word) != 0) {
		memory->words.count--;
		return NAMES_NONE;
	}
	brief = SULIH_VECTOR_ADD(&memory->briefs);
	brief->first = key->first;
	brief->last = key->last;
	brief->length = key->length;
	brief->always = word->facts;
	word_slots_add(&memory->slots, key->hash, (uint32_t)memory->words.count);
	return (uint32_t)memory->words.count - 1;
}

uint32_t word_add_key(struct sulih_word_memory *memory, const struct word_key *key)
{
	char room[WORD_KEY_MAX];

	memcpy(room, &key->first, sizeof(key->first));
	if (key->length > sizeof(key->first))
		memcpy(room + key->length - sizeof(key->last), &key->last, sizeof(key->last));
	return add_to_memory(memory, sulih_view_make(room, key->length), key);
}

/* The index of a word by its lower-case form; NAMES_NONE when out of memory. */
static uint32_t word_intern(struct sulih_word_memory *memory, struct sulih_view lower)
{
	const struct word_key key = {
		.first = sulih_table_load(lower.data, lower.length),
		.last = lower.length > 8 ? sulih_table_load(lower.data + lower.length - 8, 8) : 0,
		.length = (uint32_t)lower.length,
		.hash = sulih_table_hash(lower),
	};
	uint32_t found = word_find(memory, &key, lower.data);

	return found != NAMES_NONE ? found : add_to_memory(memory, lower, &key);
}

/* The lower-case form of a short word, in `room` when it is not there already. */
static struct sulih_view lower_of(struct sulih_view text, uint8_t shape, char *room, size_t size)
{
	if (shape == SHAPE_LOWER)
		return text;
	if (shape != SHAPE_CAPITAL || text.length > size || !sulih_byte_is_upper(text.data[0]))
		return sulih_lower_key(text, room, size);
	memcpy(room, text.data, text.length);
	room[0] = sulih_byte_lower(room[0]);
	return sulih_view_make(room, text.length);
}

uint32_t word_intern_text(struct sulih_word_memory *memory, struct sulih_view text, uint8_t shape)
{
	char room[128];
	struct sulih_view lower = lower_of(text, shape, room, sizeof(room));

	if (lower.length || text.length == 0)
		return word_intern(memory, lower);
	sulih_buffer_clear(&memory->key);
	sulih_lower(text, &memory->key);
	if (memory->key.failed)
		return NAMES_NONE;
	return word_intern(memory, sulih_buffer_view(&memory->key));
}

/* What matters of words that stand with a capital. */
static int learn_raised(struct sulih_word_memory *memory, struct name_word *word)
{
	struct map_word found, *kept;

	word_learn_capital(word, &found);
	if (!(word->facts & FACT_LISTED))
		return 0;
	kept = SULIH_VECTOR_ADD(&memory->maps);
	if (kept == NULL)
		return SULIH_ERROR_MEMORY;
	*kept = found;
	word->map = (uint32_t)memory->maps.count;
	return 0;
}

int word_raise_first(struct sulih_word_memory *memory, uint32_t index)
{
	struct name_word *word = &memory->words.items[index];
	struct word_brief *brief = &memory->briefs.items[index];
	uint32_t *raised = SULIH_VECTOR_ADD(&memory->raised);

	if (raised == NULL || (brief->raised == 0 && learn_raised(memory, word) != 0))
		return SULIH_ERROR_MEMORY;
	*raised = index;
	if (brief->raised == 0)
		brief->raised = word->facts;
	word->facts = brief->raised;
	brief->document = memory->document;
	return 0;
}
