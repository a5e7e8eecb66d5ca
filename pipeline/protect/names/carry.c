/* Evidence that goes from one stretch of a document to the next; it stays bounded. */
#include "pipeline/protect/names/carry.h"

#include <pthread.h>
#include <stdlib.h>

#include "pipeline/protect/names/names.h"

/*
 * Half of the words may be such as have only been seen small: they are many, and say less
 * than names.  Words and meanings that are longer than any real one are not kept.
 */
enum { MOST_CARRIED = 1 << 17, MOST_SMALL = MOST_CARRIED / 2, MOST_MEANINGS = 1 << 14 };
enum { LONGEST_WORD = 64, LONGEST_MEANING = 512, MOST_COUNT = 1 << 30 };

struct carried_word {
	struct sulih_view lower;
	uint32_t hash;
	uint32_t small, middle, person, named; /* of struct name_word */
	uint32_t senses;		       /* likewise */
	uint32_t meaning;		       /* 1 + index into meanings; 0: none */
};

struct sulih_carry {
	pthread_mutex_t lock; /* of holders and turn; the rest is the stretch's whose turn it is */
	pthread_cond_t passed;
	size_t holders;
	size_t turn;
	SULIH_VECTOR(struct carried_word) words;
	SULIH_VECTOR(struct name_acronym) meanings;
	struct word_slots slots;
	struct sulih_arena letters;
};

struct sulih_carry *sulih_carry_new(void)
{
	struct sulih_carry *carry = calloc(1, sizeof(*carry));

	if (carry == NULL)
		return NULL;
	pthread_mutex_init(&carry->lock, NULL);
	pthread_cond_init(&carry->passed, NULL);
	carry->holders = 1;
	return carry;
}

struct sulih_carry *sulih_carry_hold(struct sulih_carry *carry)
{
	if (carry == NULL)
		return NULL;
	pthread_mutex_lock(&carry->lock);
	carry->holders++;
	pthread_mutex_unlock(&carry->lock);
	return carry;
}

void sulih_carry_release(struct sulih_carry *carry)
{
	size_t left;

	if (carry == NULL)
		return;
	pthread_mutex_lock(&carry->lock);
	left = --carry->holders;
	pthread_mutex_unlock(&carry->lock);
	if (left > 0)
		return;
	SULIH_VECTOR_RELEASE(&carry->words);
	SULIH_VECTOR_RELEASE(&carry->meanings);
	sulih_arena_release(&carry->letters);
	word_slots_release(&carry->slots);
	pthread_cond_destroy(&carry->passed);
	pthread_mutex_destroy(&carry->lock);
	free(carry);
}

static void await_turn(struct sulih_carry *carry, size_t stretch)
{
	pthread_mutex_lock(&carry->lock);
	while (carry->turn < stretch)
		pthread_cond_wait(&carry->passed, &carry->lock);
	pthread_mutex_unlock(&carry->lock);
}

void sulih_carry_pass(struct sulih_carry *carry, size_t stretch)
{
	if (carry == NULL)
		return;
	await_turn(carry, stretch);
	pthread_mutex_lock(&carry->lock);
	if (carry->turn == stretch)
		carry->turn++;
	pthread_cond_broadcast(&carry->passed);
	pthread_mutex_unlock(&carry->lock);
}

/* What is carried of the word; NULL: nothing. */
static struct carried_word *find_word(const struct sulih_carry *carry, const struct name_word *word)
{
	const struct word_slot *slots = carry->slots.items;

	for (uint32_t at = word_slots_first(&carry->slots, word->hash); slots[at].word;
	     at = word_slots_next(&carry->slots, at)) {
		struct carried_word *known = &carry->words.items[slots[at].word - 1];

		if (slots[at].hash == word->hash && sulih_view_equal(known->lower, word->lower))
			return known;
	}
	return NULL;
}

static uint32_t bounded(uint32_t count)
{
	return count < MOST_COUNT ? count : MOST_COUNT;
}

/* A meaning as it stood before: nothing in it leads into the tokens of another stretch. */
static int take_meaning(struct name_finder *f, struct name_word *word,
			const struct name_acronym *meaning)
{
	struct sulih_arena *arena = &f->document->arena;
	struct name_acronym *bound = acronym_note(f, word, meaning);

	if (bound == NULL)
		return SULIH_ERROR_MEMORY;
	bound->target = sulih_arena_copy(arena, meaning->target);
	bound->full = sulih_arena_copy(arena, meaning->full);
	if (bound->target.data == NULL || bound->full.data == NULL)
		return SULIH_ERROR_MEMORY;
	return 0;
}

static int take_carried_word(struct name_finder *f, struct sulih_carry *carry,
			     struct name_word *word)
{
	const struct carried_word *known = find_word(carry, word);

	if (known == NULL)
		return 0;
	word->small += known->small;
	word->middle += known->middle;
	word->person += known->person;
	word->named += known->named;
	if (known->senses != 0 && senses_note(f, word, known->senses) != 0)
		return SULIH_ERROR_MEMORY;
	return known->meaning == 0
		       ? 0
		       : take_meaning(f, word, &carry->meanings.items[known->meaning - 1]);
}

static int keep_meaning(const struct name_finder *f, struct sulih_carry *carry,
			const struct name_word *word, struct carried_word *known)
{
	struct name_acronym meaning = f->acronyms.items[names_of(f, word).acronym - 1], *kept;

	meaning.full = acronym_full(f, &meaning);
	if (carry->meanings.count >= MOST_MEANINGS || meaning.target.length > LONGEST_MEANING ||
	    meaning.full.length > LONGEST_MEANING)
		return 0;
	meaning.target = sulih_arena_copy(&carry->letters, meaning.target);
	meaning.full = sulih_arena_copy(&carry->letters, meaning.full);
	kept = SULIH_VECTOR_ADD(&carry->meanings);
	if (kept == NULL || meaning.target.data == NULL || meaning.full.data == NULL)
		return SULIH_ERROR_MEMORY;
	*kept = meaning;
	known->meaning = (uint32_t)carry->meanings.count;
	return 0;
}

/* The word's place among those that are carried; *known stays NULL when it gets none. */
static int find_or_add(const struct name_finder *f, struct sulih_carry *carry,
		       const struct name_word *word, struct carried_word **known)
{
	const struct word_names names = names_of(f, word);
	bool telling = word->middle || word->person || word->named || names.acronym || names.senses;
	struct sulih_view lower;

	*known = find_word(carry, word);
	if (*known != NULL)
		return 0;
	if ((!telling && word->small == 0) || word->lower.length > LONGEST_WORD ||
	    carry->words.count >= (telling ? MOST_CARRIED : MOST_SMALL))
		return 0;
	if (word_slots_room(&carry->slots) != 0)
		return SULIH_ERROR_MEMORY;
	lower = sulih_arena_copy(&carry->letters, word->lower);
	*known = lower.data ? SULIH_VECTOR_ADD(&carry->words) : NULL;
	if (*known == NULL)
		return SULIH_ERROR_MEMORY;
	**known = (struct carried_word){ .lower = lower, .hash = word->hash };
	word_slots_add(&carry->slots, word->hash, (uint32_t)carry->words.count);
	return 0;
}

/* The counts hold those of the stretches before already. */
static int give_word(struct name_finder *f, struct sulih_carry *carry, struct name_word *word)
{
	const struct word_names names = names_of(f, word);
	struct carried_word *known = NULL;

	if (find_or_add(f, carry, word, &known) != 0)
		return SULIH_ERROR_MEMORY;
	if (known == NULL)
		return 0;
	known->small = bounded(word->small);
	known->middle = bounded(word->middle);
	known->person = bounded(word->person);
	known->named = bounded(word->named);
	known->senses = names.senses;
	return names.acronym && !known->meaning ? keep_meaning(f, carry, word, known) : 0;
}

/* Each word of the stretch once, in the order of the text: what a thread's memory holds, and in
 * which order, depends on what it worked before. */
static int for_words(struct name_finder *f, struct sulih_carry *carry,
		     int (*each)(struct name_finder *, struct sulih_carry *, struct name_word *))
{
	unsigned char *seen = calloc(f->words.count / 8 + 1, 1);
	int status = seen == NULL ? SULIH_ERROR_MEMORY : 0;

	for (uint32_t i = 0; i < f->tokens.count && status == 0; i++) {
		uint32_t word = token_at(f, i)->word;

		if (word == WORD_NONE || seen[word / 8] >> word % 8 & 1)
			continue;
		seen[word / 8] |= (unsigned char)(1u << word % 8);
		status = each(f, carry, &f->words.items[word]);
	}
	free(seen);
	return status;
}

void carry_take(struct name_finder *f, struct sulih_carry *carry, size_t stretch)
{
	if (carry == NULL)
		return;
	await_turn(carry, stretch);
	if (carry->words.count > 0 && for_words(f, carry, take_carried_word) != 0)
		f->failed = true;
}

void carry_give(struct name_finder *f, struct sulih_carry *carry, size_t stretch)
{
	if (carry == NULL)
		return;
	if (f->document->unfinished && !f->failed &&
	    (word_slots_room(&carry->slots) != 0 || for_words(f, carry, give_word) != 0))
		f->failed = true;
	sulih_carry_pass(carry, stretch);
}
