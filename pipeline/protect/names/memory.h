/*
 * What the lists said of words, kept from document to document: articles share
 * nearly all their words.  A memory is one thread's; it never changes a result.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_MEMORY_H
#define SULIH_PIPELINE_PROTECT_NAMES_MEMORY_H

#include <stdint.h>

#include "base/view.h"

struct sulih_word_memory;

struct sulih_word_memory *sulih_word_memory_new(void); /* NULL: out of memory */
void sulih_word_memory_free(struct sulih_word_memory *memory);

/* The facts kept of `word`, whose hash (sulih_table_hash) is given; false: none are. */
bool sulih_word_recall(const struct sulih_word_memory *memory, struct sulih_view word,
		       uint32_t hash, uint32_t *facts);
/* Keeps them, in the place of whatever word stood there. */
void sulih_word_keep(struct sulih_word_memory *memory, struct sulih_view word, uint32_t hash,
		     uint32_t facts);

#endif
