/* Auxiliaries: what they make of the verb behind them, and their own English. */
#include "pipeline/translate/gloss/clause.h"

#include "lists.h"

/* The verb that an auxiliary at `unit` belongs to: over adverbs, not over other words. */
static const struct unit *verb_of(const struct unit *unit)
{
	const struct unit *next = after(unit);

	if (next != NULL && unit_is(next, SULIH_WORD_PRONOUN)) /* akan saya periksa */
		next = after(next);
	for (int i = 0; i < 2 && next != NULL && unit_is(next, SULIH_WORD_ADVERB); i++)
		next = after(next);
	return is_verb(next) ? next : NULL;
}

/* The auxiliary in force before a verb; a verb behind "and" shares that of the first. */
enum effect sulih_gloss_effect_before(const struct unit *verb)
{
	const struct unit *left = before(verb);

	for (int i = 0; left != NULL && i < 3; i++, left = before(left)) {
		enum effect effect = sulih_gloss_effect(left);

		if (effect == EFFECT_NOT && is_verb(before(left)))
			return EFFECT_ING; /* mengaku tidak tahu: admitted not knowing */
		if (effect != EFFECT_NONE && effect < EFFECT_ASKS)
			return effect;
		if (unit_is(left, SULIH_WORD_ADVERB) || unit_is(left, SULIH_WORD_PARTICLE) ||
		    (i == 0 && unit_is(left, SULIH_WORD_PRONOUN)))
			continue;
		if ((unit_says(left, "dan") || unit_says(left, "atau")) && before(left) != NULL &&
		    before(left)->base)
			return EFFECT_BASE;
		break;
	}
	return EFFECT_NONE;
}

/* The English of an auxiliary, with the "did", "was" or "has" that its verb wants. */
bool sulih_gloss_put_auxiliary(const struct unit *unit, struct sulih_buffer *out)
{
	enum effect effect = sulih_gloss_effect(unit);
	struct sulih_row row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	const struct unit *verb = verb_of(unit), *next = after(unit);
	bool many = sulih_gloss_plural_subject(unit);

	if (effect == EFFECT_NONE || effect >= EFFECT_ING)
		return false;
	if (verb == NULL) {
		if (effect == EFFECT_NOT && next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
			sulih_buffer_puts(out, many ? "are not" : "is not");
		else if (effect == EFFECT_PROGRESS && next != NULL &&
			 unit_is(next, SULIH_WORD_PREPOSITION))
			sulih_buffer_puts(out, many ? "are" : "is"); /* tengah dalam proses */
		else
			put_gloss(unit, out);
		return true;
	}
	if (effect == EFFECT_NOT && sulih_gloss_effect_before(verb) == EFFECT_ING)
		put_gloss(unit, out);
	else if (effect == EFFECT_NOT && sulih_gloss_effect_before(unit) == EFFECT_NONE)
		sulih_buffer_puts(out,
				  is_passive(verb) ? (many ? "were not" : "was not") : "did not");
	else if (effect == EFFECT_NOT_YET)
		sulih_buffer_puts(out, many ? "have not yet" : "has not yet");
	else if (effect == EFFECT_PERFECT) {
		struct sulih_view has = sulih_row_column(&row, 2); /* has, has never */

		sulih_buffer_puts(out, many ? "have" : "has");
		sulih_buffer_append(out, has.data + 3, has.length - 3);
	} else if (effect == EFFECT_PROGRESS)
		sulih_buffer_puts(out, many ? "are" : "is");
	else
		sulih_buffer_add(out, sulih_row_column(&row, 2));
	return true;
}
