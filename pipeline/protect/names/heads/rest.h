/*
 * The rest of a name behind its head word: what is known of it (head_rest.c) and what it ends
 * before (rest_ends.c).
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_HEADS_REST_H
#define SULIH_PIPELINE_PROTECT_NAMES_HEADS_REST_H

#include "pipeline/protect/names/heads/heads.h"

/* The rest of a name and what stands around it. */
struct rest {
	uint32_t at;
	uint32_t past; /* behind its first word, or the listed name that it begins with */
	uint32_t limit;
	uint32_t scene_end;
	struct name_match map; /* that name */
	bool listed;
	bool office;  /* an office stands before the head word */
	bool titled;  /* … or any title */
	bool body;    /* PT, Fraksi */
	bool company; /* PT Bank Danamon Indonesia, KM Cahaya Sulawesi: it keeps its place */
	bool unit;    /* Polres Blora: it has its place */
	bool honored; /* a person with an honorific may follow */
};

/* A title at `at` that is no part of the name: a rank, an office; an honorific where one may
 * stand (`honored`); a degree behind a place. */
bool begins_holder(struct name_finder *f, uint32_t at, uint32_t limit, bool honored, bool place);
/* Whether the word at `i` goes on the rest; else *end is where the rest ends. */
bool goes_on_rest(struct name_finder *f, const struct rest *r, const struct head_parse *parse,
		  uint32_t i, uint32_t *end);

#endif
