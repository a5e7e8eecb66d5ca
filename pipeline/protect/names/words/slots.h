/*
 * A table of hashes that leads to words kept elsewhere: open addressing, at most half full.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_SLOTS_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_SLOTS_H

#include <stdint.h>

/* A look-up that meets another word mostly sees it by the hash. */
struct word_slot {
	uint32_t hash;
	uint32_t word; /* 1 + index into words; 0: empty */
};

struct word_slots {
	struct word_slot *items; /* mask + 1 of them; NULL: none yet */
	uint32_t mask;
	uint32_t count; /* that are not empty */
};

/* Where the look-up of a hash begins; it goes on with word_slots_next() until an empty slot. */
static inline uint32_t word_slots_first(const struct word_slots *slots, uint32_t hash)
{
	return hash & slots->mask;
}

static inline uint32_t word_slots_next(const struct word_slots *slots, uint32_t at)
{
	return (at + 1) & slots->mask;
}

/* Sees to an empty slot for one more word; 0 or SULIH_ERROR_MEMORY. */
int word_slots_room(struct word_slots *slots);
/* Adds a word that is not there; there must be room. */
void word_slots_add(struct word_slots *slots, uint32_t hash, uint32_t word);
void word_slots_release(struct word_slots *slots);

#endif
