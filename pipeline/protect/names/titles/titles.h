/*
 * A title in the text: whether it is one (title_doubts.c) and how far it reaches (title_rest.c);
 * what it says of the name behind it is for titles.c.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_TITLES_TITLES_H
#define SULIH_PIPELINE_PROTECT_NAMES_TITLES_TITLES_H

#include "pipeline/protect/names/names.h"

/* ---- title_doubts.c ---- */
/* The words of a title at `at` are none in this place. */
bool is_no_title(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 const struct title_match *match);

/* ---- posts.c ---- */
bool begins_compound(const struct name_finder *f, uint32_t at, uint32_t end, bool joined);

/* ---- english_fields.c ---- */
/* VP Corporate Communication, Direktur Network | Telkomsel: behind the English field of an officer
 * of a firm, which begins at `at`; `at` when there is none. */
uint32_t skip_english_field(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    const struct title_match *match);

/* ---- title_rest.c ---- */
/* The token behind the title at `at` and what belongs to it. */
uint32_t title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   const struct title_match *match, enum title_class class);

/* CITA: three letters or more in capitals, in a text that is not. */
static inline bool is_acronym(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start > 2;
}

#endif
