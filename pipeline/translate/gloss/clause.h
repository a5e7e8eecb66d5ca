/* Inside clause.c and its like: a unit and its neighbours. */
#ifndef SULIH_PIPELINE_TRANSLATE_GLOSS_CLAUSE_H
#define SULIH_PIPELINE_TRANSLATE_GLOSS_CLAUSE_H

#include "base/table.h"
#include "pipeline/translate/gloss/units.h"

/* What an auxiliary makes of the verb behind it (lists/auxiliaries.tsv). */
enum effect {
	EFFECT_NONE,
	EFFECT_BASE,
	EFFECT_NOT,
	EFFECT_NOT_YET,
	EFFECT_PERFECT,
	EFFECT_PROGRESS,
	EFFECT_ING,
	EFFECT_ASKS,
	EFFECT_VERB
};

static inline const struct unit *before(const struct unit *unit)
{
	return unit->joined ? unit - 1 : NULL;
}

/* The next unit, with nothing but a blank between. */
static inline const struct unit *after(const struct unit *unit)
{
	return unit->kind != UNIT_END && unit[1].joined && unit[1].kind != UNIT_END ? unit + 1
										    : NULL;
}

static inline bool is_verb(const struct unit *unit)
{
	return unit != NULL && unit_is(unit, SULIH_WORD_VERB);
}

/* meN- or memper-, also where the list has the whole form (mengatakan). */
static inline bool is_active(const struct unit *unit)
{
	return is_verb(unit) && !unit_has(unit, SULIH_AFFIX_DI) &&
	       (unit_has(unit, SULIH_AFFIX_ME) || sulih_view_starts(unit->key, SULIH_VIEW("me")));
}

static inline bool is_passive(const struct unit *unit)
{
	return unit_has(unit, SULIH_AFFIX_DI) || unit_has(unit, SULIH_AFFIX_TER);
}

static inline bool is_pointer(const struct unit *unit)
{
	return unit_says(unit, "ini") || unit_says(unit, "itu") || unit_says(unit, "tersebut");
}

static inline void put_gloss(const struct unit *unit, struct sulih_buffer *out)
{
	sulih_buffer_add(out, unit->word.gloss);
}

enum effect sulih_gloss_effect(const struct unit *unit);
/* Whether the words after it are more than one: dua, para, ⟦number⟧. */
bool sulih_gloss_is_many(const struct unit *unit);
/* The manner of a word (lists/manners.tsv); empty when it has none. */
struct sulih_view sulih_gloss_manner(const struct unit *unit);
/* Whether the one the verb tells of is more than one: "was" or "were". */
bool sulih_gloss_plural_subject(const struct unit *verb);

/* A personal pronoun's row of lists/pronouns.tsv. */
struct sulih_row sulih_gloss_person(const struct unit *unit);

/* The auxiliary in force before a verb. */
enum effect sulih_gloss_effect_before(const struct unit *verb);
/* A word of degree before a state: sangat berharga is "was very valuable". */
bool sulih_gloss_degree_before(const struct unit *state);
/* False: the unit is no auxiliary, nothing was put. */
bool sulih_gloss_put_auxiliary(const struct unit *unit, struct sulih_buffer *out);
/* It stands behind a quote: …,” ujarnya. */
bool sulih_gloss_behind_quote(const struct unit *unit);
void sulih_gloss_put_verb(struct unit *unit, struct sulih_buffer *out);
/* Whether a noun is one or more. */
void sulih_gloss_settle_number(struct unit *unit);
void sulih_gloss_put_noun(struct sentence *sentence, struct unit *unit, struct sulih_buffer *out);
void sulih_gloss_put_adjective(const struct unit *unit, struct sulih_buffer *out);

/* Small words that their neighbours decide: jadi, selama, pak, and the "by" of a verb. */
void sulih_gloss_settle_small(struct unit *unit);
/* awal, akhir, pertengahan: which part of a time */
bool sulih_gloss_part_of_time(const struct unit *unit);

#endif
