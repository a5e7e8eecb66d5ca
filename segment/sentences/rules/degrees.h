/*
 * Academic degrees beside a candidate: `M.Si.`, `Soc. Sc.`, `Sp.M(K).`  Internal to
 * segment/sentences/rules.
 */
#ifndef SULIH_SEGMENT_SENTENCES_RULES_DEGREES_H
#define SULIH_SEGMENT_SENTENCES_RULES_DEGREES_H

#include "segment/sentences/candidate.h"

/* `Soc.|Sc.` of a degree that no list knows: short parts with capitals, stops between them,
 * and such a part behind. */
bool sulih_is_degree_part(const struct candidate *candidate, struct sulih_view word);

/* `Budi, M.Gov.St. menutup …`: behind a comma, short parts with capitals and stops between. */
bool sulih_is_unknown_degree(const struct candidate *candidate, struct sulih_view word);

/* `Sp.M(K).`: the bracket of a consultant belongs to the degree. */
bool sulih_is_consultant(const struct candidate *candidate);

/* What comes next is a degree. */
bool sulih_degree_follows(const struct candidate *candidate);

/* The token behind the candidate without the stops at its end: up to one of `ends`, at most `most`
 * bytes. */
struct sulih_view sulih_next_short_form(const struct candidate *candidate, const char *ends,
					size_t most);

#endif
