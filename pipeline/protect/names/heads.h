/*
 * A head word and its rest, as the text has them (head_read.c); what becomes of
 * them is for heads.c.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_HEADS_H
#define SULIH_PIPELINE_PROTECT_NAMES_HEADS_H

#include "pipeline/protect/names/names.h"

/* A head word in the text and the rest that follows it. */
struct head_parse {
	uint32_t at;
	uint32_t rest; /* first token of the rest */
	uint32_t end;  /* behind the rest */
	enum sulih_span_kind kind;
	struct sulih_view pattern;
	struct sulih_view class; /* name, body, place, unit, numbered, field, ... */
	bool capital;
	bool numbered; /* a number is part of the rest */
};

/* Reads the head word at `at` and finds where its rest ends; false: no name begins so. */
bool read_head(struct name_finder *f, const struct name_scene *scene, uint32_t at,
	       struct head_parse *head);
/* The token behind `(SHORT)` where the name goes on there; else `at`. */
uint32_t behind_short_form(const struct name_finder *f, uint32_t at, uint32_t end);
/* Whether all words of [at, end) are plain Indonesian words. */
bool all_common(const struct name_finder *f, uint32_t at, uint32_t end);

static inline bool is_common(const struct name_finder *f, uint32_t at)
{
	return (token_facts(f, at) & FACT_COMMON) && !(token_facts(f, at) & FACT_GIVEN);
}

/* In a headline or a line in capitals. */
static inline bool is_free_case(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED);
}

#endif
