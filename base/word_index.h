/*
 * Which of the lists may have a word: one look-up instead of one in each of them, made by the
 * build (base/tools/indexc.c) of the first words of all their keys, in lower case.
 *
 * Its bits are SULIH_IN_NAME of lists.h, for the lists that the Makefile names in INDEXED.  A
 * bit that is not set is certain.  One that is set says that some key of the list begins with
 * the word, in whatever capitals, or that another word has the same hash: the list is asked.
 */
#ifndef SULIH_BASE_WORD_INDEX_H
#define SULIH_BASE_WORD_INDEX_H

#include <stdint.h>

struct sulih_word_slot {
	uint32_t hash;
	uint32_t lists; /* 0: empty */
};

struct sulih_word_index {
	const struct sulih_word_slot *slots; /* open addressing, at most half full */
	uint32_t mask;			     /* number of slots - 1 */
};

extern const struct sulih_word_index sulih_word_index;

/* The lists that may have the word of this hash (sulih_table_hash of its lower-case form). */
static inline uint32_t sulih_lists_of(uint32_t hash)
{
	const struct sulih_word_slot *slots = sulih_word_index.slots;
	uint32_t at = hash & sulih_word_index.mask;

	while (slots[at].lists != 0 && slots[at].hash != hash)
		at = (at + 1) & sulih_word_index.mask;
	return slots[at].lists;
}

#endif
