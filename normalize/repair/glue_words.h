/*
 * The proof that a blank lacks: which letters are a known word, a name, an acronym or the
 * beginning of a brand.  All of it is ASCII letters; a word is looked up in small letters.
 */
#ifndef SULIH_NORMALIZE_REPAIR_GLUE_WORDS_H
#define SULIH_NORMALIZE_REPAIR_GLUE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lexicon/words.h"
#include "base/view.h"

/* A known word of at least two letters, in whatever capitals it is written; at most
 * SULIH_GLUE_LONGEST bytes. */
bool sulih_glue_find_word(struct sulih_view word, struct sulih_word *found);

/* A name of a country, a province, a city. */
bool sulih_glue_is_place(struct sulih_view word);

/* A name that is no word besides: Reuters, Trump. */
bool sulih_glue_is_name(struct sulih_view word);

/* What is written as one word with what follows it: a brand (BukaLapak) or abbreviation. */
bool sulih_glue_is_brand_start(struct sulih_view word);

/* Where the next border between a small letter and a capital is behind `start`, or `end`. */
size_t sulih_glue_hump_end(struct sulih_view letters, size_t start, size_t end);

/* The length of a known name with a word behind it that cannot end it ("Trumpdi", "BBCpada"), or
 * 0.  "Rusdi" and "Jawaban" are no such thing. */
size_t sulih_glue_name_before_word(struct sulih_view word);

/* The length of an acronym before a word of its own ("ASDonald", "ESDMmenyetor"), or 0. */
size_t sulih_glue_acronym_before_word(struct sulih_view letters);

/* The length of a known word before the brand of an outlet that is written small
 * ("Dilansirdetik|Finance"), or 0. */
size_t sulih_glue_word_before_outlet(struct sulih_view letters);

/* The length of a verb of a clause with a known word behind it ("mencatatkonsumsi"), or 0. */
size_t sulih_glue_verb_before_word(struct sulih_view letters);

/* Whether a blank lacks between `left` and `right`, which begins with a capital. */
bool sulih_glue_is_glued(struct sulih_view left, struct sulih_view right);

#endif
