/* Acronyms of several senses: what the words around a mention say (sense_cues.c), for senses.c. */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_LISTED_SENSES_H
#define SULIH_PIPELINE_PROTECT_NAMES_LISTED_SENSES_H

#include "pipeline/protect/names/names.h"

/* What a mention weighs in the count: that of a word beside it, and that of words near it. */
enum { WEIGHT_BESIDE = 3, WEIGHT_NEAR = 1 };

/* Which words around a mention say which sense. */
struct sense_cue {
	unsigned sense; /* its number in the list, from 0; NAMES_SENSES: nothing says one */
	unsigned weight;
	uint32_t token; /* the word that says it */
};

/* The row of sense `number` of a name: "PBB", "PBB 2", "PBB 3". */
struct sulih_row sense_row(struct sulih_view key, unsigned number);
/* The cue of the name [at, end), which the list has as `key`. */
struct sense_cue find_cue(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t end, struct sulih_view key);

#endif
