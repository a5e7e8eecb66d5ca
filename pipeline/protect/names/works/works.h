/*
 * Titles of works: how far they reach (works.c), what announces them (announced.c), rows of them
 * (rows.c), and those that nothing announces (shows.c, listings.c).
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORKS_WORKS_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORKS_WORKS_H

#include "pipeline/protect/names/names.h"

/* ---- works.c ---- */
/* Where the title of a work ends that begins at `at`. */
uint32_t work_end(struct name_finder *f, uint32_t at, uint32_t limit);

/* ---- announced.c ---- */
/* The closing quote of the title at `at`; `at`: there is none near. */
uint32_t quoted_end(const struct name_finder *f, uint32_t at, uint32_t limit);
/* The title at `found->at`, with or without quotation marks; false: there is none. */
bool read_title(struct name_finder *f, uint32_t limit, bool called, struct name_found *found);

/* ---- rows.c ---- */
/* dan, hingga: before the last of a row */
bool is_last_joint(const struct name_finder *f, uint32_t at);
/* Kangen, Separuh Napas: ordinary words with a capital behind what tells of works. */
bool is_title_of_words(struct name_finder *f, uint32_t at, uint32_t limit);
/* Several words, all of them ordinary ones, of which some may be names too. */
bool is_row_of_words(const struct name_finder *f, uint32_t at, uint32_t end);

#endif
