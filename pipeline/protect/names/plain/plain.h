/*
 * Where the name in a plain run of capitals ends (plain_end.c); where it begins, and what becomes
 * of it, is for plain.c.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_PLAIN_PLAIN_H
#define SULIH_PIPELINE_PROTECT_NAMES_PLAIN_PLAIN_H

#include "pipeline/protect/names/names.h"

/* Where a plain name ends before something else begins: a title, a listed name, a head word.
 * `titled`: a title stands before it. */
uint32_t plain_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   uint32_t limit, bool titled);
/* All words of [at, end) are ordinary ones with a capital, none a title or a listed name. */
bool is_phrase(const struct name_finder *f, uint32_t at, uint32_t end);
/* Jr, Sr: whose son a person is. */
bool is_junior(const struct name_finder *f, uint32_t at);

/* A capital word of a name that no list has but that of persons' names. */
static inline bool is_unknown(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_is_apart(f, at) &&
	       !(token_facts(f, at) & (FACT_COMMON | FACT_ORG | FACT_MAP | FACT_HEAD | FACT_TITLE |
				       FACT_ENGLISH | FACT_COMPASS));
}

/* ---- body_before.c ---- */
/* Pelatih LSU | Joe Alleva: where the body ends that stands before a person; `end`: there is
 * none. */
uint32_t body_before_person(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end);
/* AMAR-GB: letters on both sides of a hyphen. */
bool is_hyphened_acronym(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- kind_forms.c ---- */
/* One word in capitals that is no initial. */
bool is_lone_acronym(const struct name_finder *f, uint32_t at, uint32_t end);
/* Maung MV3, Find X5: a word of capitals with a figure behind them stands in it. */
bool has_lettered_number(const struct name_finder *f, uint32_t at, uint32_t end);
/* The kind by how a name is written and what stands beside it: of one whose words tell nothing. */
enum sulih_span_kind kind_by_form(const struct name_finder *f, const struct name_scene *scene,
				  uint32_t at, uint32_t end);

/* ---- person_forms.c ---- */
/* An Se-young, S. Sudjojono; what is joined to a person; who speaks in a headline. */
bool is_written_like_person(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end);
/* Its last word ends as persons' do: Suciwati. */
bool ends_like_person(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- runs.c ---- */
/* Luhut M.P. Pangaribuan: letters at `i` that are a degree too, but no comma parts them from the
 * name that begins at `at`, and another part of it stands behind. */
bool are_inner_initials(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end);

/* ---- hyphens.c ---- */
/* A couple of one name each ends before the word at `at`: Prabowo-Gibran. */
bool ends_couple(const struct name_finder *f, uint32_t at);
/* Where the run goes on behind a hyphen at `at`; `at` itself when it does not. */
uint32_t after_hyphen(const struct name_finder *f, uint32_t at, uint32_t end);
/* A whole name of a person ends before the sign at `at`, one begins behind it. */
bool ends_full_name(const struct name_finder *f, uint32_t at);
bool begins_full_name(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- makes.c ---- */
/* 1998, 2024: four figures that are a year rather than the number of a model. */
bool is_year_text(struct sulih_view text);

/* ---- plain_drops.c ---- */
/* Menurut | Jokowi: the word at `at` has its capital from the sentence or headline alone. */
bool drops_first(const struct name_finder *f, uint32_t at, uint32_t end);
/* Organisasi | Trump: it says what the name behind it is. */
bool drops_common(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end);

#endif
