/* Adjectives in English, with the verb that one needs that tells something. */
#include "pipeline/translate/gloss/clause.h"
#include "pipeline/translate/gloss/english.h"

/* An adjective that tells something needs its verb: kami siap is "we are ready". */
static void put_be(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit), *next = after(unit);
	struct sulih_row person;

	if (left != NULL && (unit_says(left, "lebih") || unit_says(left, "paling")))
		left = before(left);
	if (left == NULL)
		return;
	person = sulih_gloss_person(left);
	if (sulih_gloss_effect(left) == EFFECT_BASE)
		sulih_buffer_puts(out, "be ");
	else if (unit_is(left, SULIH_WORD_NOUN) &&
		 sulih_view_is(sulih_gloss_manner(unit), "telling") && next != NULL &&
		 is_verb(next))
		sulih_buffer_puts(out, left->plural ? "are " : "is ");
	else if ((unit_is(left, SULIH_WORD_NOUN) && unit_has(left, SULIH_AFFIX_NYA)) ||
		 (is_pointer(left) && before(left) != NULL))
		sulih_buffer_puts(out, left->plural || sulih_gloss_plural_subject(unit) ? "are "
											: "is ");
	else if (unit_is(left, SULIH_WORD_PRONOUN) && left->cased == CASE_SUBJECT &&
		 person.listed) {
		sulih_buffer_add(out, sulih_row_column(&person, 4));
		sulih_buffer_putc(out, ' ');
	}
}

void sulih_gloss_put_adjective(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit);

	if (left != NULL && unit_says(left, "secara")) {
		sulih_english_adverb(unit->word.gloss, out);
		return;
	}
	if (unit_says(unit, "baru") && after(unit) != NULL && is_verb(after(unit))) {
		sulih_buffer_puts(out, "just"); /* baru datang: just came */
		return;
	}
	put_be(unit, out);
	if (left != NULL && (unit_says(left, "lebih") || unit_says(left, "paling"))) {
		sulih_english_degree(unit->word.gloss, unit_says(left, "paling"), out);
	} else if (unit_has(unit, SULIH_AFFIX_TER)) {
		sulih_english_degree(unit->word.gloss, true, out);
	} else if (unit_has(unit, SULIH_AFFIX_SE)) {
		sulih_buffer_puts(out, "as ");
		put_gloss(unit, out);
		sulih_buffer_puts(out, " as");
	} else {
		put_gloss(unit, out);
	}
}
