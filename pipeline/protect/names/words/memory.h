/*
 * Words, each once, with what the lists say of it, kept from document to document: articles
 * share nearly all their words.  A memory is one thread's; it never changes a result.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_MEMORY_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_MEMORY_H

struct sulih_word_memory; /* pipeline/protect/names/words/tokens.h */

struct sulih_word_memory *sulih_word_memory_new(void); /* NULL: out of memory */
void sulih_word_memory_free(struct sulih_word_memory *memory);

#endif
