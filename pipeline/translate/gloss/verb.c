#include "pipeline/translate/gloss/clause.h"
#include "pipeline/translate/gloss/english.h"

#include "lists.h"

/* A word of degree before a state: sangat berharga is "was very valuable". */
bool sulih_gloss_degree_before(const struct unit *state)
{
	const struct unit *left = before(state);

	return left != NULL && unit_is(left, SULIH_WORD_PARTICLE) &&
	       sulih_gloss_effect(left) == EFFECT_NONE && is_verb(state) &&
	       (unit_says(left, "sangat") || unit_says(left, "amat") || unit_says(left, "cukup") ||
		unit_says(left, "lebih") || unit_says(left, "paling") ||
		unit_says(left, "terlalu") || unit_says(left, "kurang")) &&
	       sulih_view_starts(state->word.gloss, SULIH_VIEW("be "));
}

/* What stands between a verb of asking and the verb behind it. */
static struct sulih_view link_of(const struct unit *asking)
{
	struct sulih_row row = sulih_table_find(&sulih_list_auxiliaries, asking->key);
	struct sulih_view link = sulih_row_column(&row, 2);

	return link.length > 0 ? link : SULIH_VIEW("to");
}

/* meminta wali kota memperbaiki jalan: the mayor is asked to repair it; empty: no such verb. */
static struct sulih_view asked_link(const struct unit *verb)
{
	const struct unit *left = before(verb);
	struct sulih_view none = { "", 0 };
	bool object = false;

	for (int i = 0; left != NULL && i < 6; i++, left = before(left)) {
		if (is_verb(left))
			return object && sulih_gloss_effect(left) == EFFECT_ASKS ? link_of(left)
										 : none;
		if (left->kind == UNIT_PLACEHOLDER || unit_is(left, SULIH_WORD_NOUN) ||
		    (unit_is(left, SULIH_WORD_PRONOUN) && !unit_says(left, "yang")))
			object = true;
		else if (unit_says(left, "yang") || !(unit_is(left, SULIH_WORD_ADJECTIVE) ||
						      unit_is(left, SULIH_WORD_DETERMINER) ||
						      unit_is(left, SULIH_WORD_ADVERB)))
			return none;
	}
	return none;
}

/*
 * What links a verb to one before it, to a telling adjective or to one who is asked:
 * "to", or as the list says "of" and "from"; empty: nothing.
 */
static struct sulih_view link_before(const struct unit *unit)
{
	const struct unit *left = before(unit);
	struct sulih_view none = { "", 0 };

	if (left == NULL)
		return none;
	if (is_verb(left) && sulih_gloss_effect(left) == EFFECT_ASKS)
		return link_of(left);
	/* behind a state begins another clause: warga yang rumahnya terbakar mengungsi */
	if (is_verb(left))
		return sulih_view_starts(left->key, SULIH_VIEW("ter")) ||
				       unit_has(left, SULIH_AFFIX_TER)
			       ? none
			       : SULIH_VIEW("to");
	if (sulih_view_is(sulih_gloss_manner(left), "telling"))
		return SULIH_VIEW("to");
	return asked_link(unit);
}

/* Puts the link; says what form the verb has behind it. */
static enum sulih_verb_form put_link(struct sulih_view link, struct sulih_buffer *out)
{
	sulih_buffer_add(out, link);
	sulih_buffer_putc(out, ' ');
	return sulih_view_is(link, "to") ? SULIH_VERB_BASE : SULIH_VERB_ING;
}

/*
 * The doer stands behind the verb without oleh: a person or body (ditandatangani
 * ⟦Kim⟧), and behind yang any noun (yang dikuasai pemberontak); elsewhere the noun
 * may be the subject (ditemukan mayat).
 */
static bool doer_behind(const struct unit *verb)
{
	const struct unit *next = after(verb), *left = before(verb);

	if (!unit_has(verb, SULIH_AFFIX_DI) || next == NULL)
		return false;
	if (next->kind == UNIT_PLACEHOLDER)
		return next->span_kind == SULIH_KIND_PERSON ||
		       next->span_kind == SULIH_KIND_ORGANIZATION;
	for (int i = 0;
	     i < 3 && left != NULL &&
	     (sulih_gloss_effect(left) != EFFECT_NONE || unit_is(left, SULIH_WORD_ADVERB));
	     i++)
		left = before(left);
	return left != NULL && unit_says(left, "yang") && unit_is(next, SULIH_WORD_NOUN) &&
	       !sulih_view_is(sulih_gloss_manner(next), "time") && !unit_says(verb, "menyebut") &&
	       !unit_says(verb, "memberi");
}

/* The English base of a verb: before another verb some say it otherwise (berhasil): berhasil. */
static struct sulih_view verb_gloss(const struct unit *unit)
{
	const struct unit *next = after(unit);
	struct sulih_row row;

	if (sulih_gloss_effect(unit) != EFFECT_VERB || next == NULL || !is_verb(next))
		return unit->word.gloss;
	row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	return sulih_row_column(&row, 2);
}

/* With -kan or -i an adjective makes its object so (mementingkan, made important), with meN-
 * alone it comes to be so (menghitam); with ber- a noun is had: berkumis, had mustache. */
static void put_form(const struct unit *unit, enum sulih_verb_form form, struct sulih_buffer *out)
{
	bool owns = unit->word.head_class == SULIH_WORD_NOUN && unit_has(unit, SULIH_AFFIX_BER);
	bool comes = unit_has(unit, SULIH_AFFIX_ME) && !unit_has(unit, SULIH_AFFIX_KAN) &&
		     !unit_has(unit, SULIH_AFFIX_I) &&
		     !sulih_view_starts(unit->key, SULIH_VIEW("memper"));

	if (unit->word.head_class != SULIH_WORD_ADJECTIVE && !owns) {
		sulih_english_verb(verb_gloss(unit), form, out);
		return;
	}
	sulih_english_verb(owns	   ? SULIH_VIEW("have")
			   : comes ? SULIH_VIEW("become")
				   : SULIH_VIEW("make"),
			   form, out);
	sulih_buffer_putc(out, ' ');
	put_gloss(unit, out);
}

static void put_passive(const struct unit *unit, enum effect effect, struct sulih_buffer *out)
{
	if (effect == EFFECT_BASE)
		sulih_buffer_puts(out, "be ");
	else if (effect == EFFECT_NOT_YET || effect == EFFECT_PERFECT)
		sulih_buffer_puts(out, "been ");
	else if (effect == EFFECT_PROGRESS || effect == EFFECT_ING)
		sulih_buffer_puts(out, "being ");
	else if (effect == EFFECT_NONE && link_before(unit).length > 0)
		sulih_buffer_puts(out, put_link(link_before(unit), out) == SULIH_VERB_BASE
					       ? "be "
					       : "being ");
	else if (effect == EFFECT_NONE)
		sulih_buffer_puts(out, sulih_gloss_plural_subject(unit) ? "were " : "was ");
	put_form(unit, SULIH_VERB_PARTICIPLE, out);
	if (doer_behind(unit))
		sulih_buffer_puts(out, " by");
}

static void put_active(const struct unit *unit, enum effect effect, struct sulih_buffer *out)
{
	const struct unit *left = before(unit);
	enum sulih_verb_form form = SULIH_VERB_PAST;

	if (effect == EFFECT_BASE || effect == EFFECT_NOT)
		form = SULIH_VERB_BASE;
	else if (effect == EFFECT_PERFECT || effect == EFFECT_NOT_YET)
		form = SULIH_VERB_PARTICIPLE;
	else if (effect == EFFECT_PROGRESS)
		form = SULIH_VERB_ING;
	else if (effect == EFFECT_ING)
		form = SULIH_VERB_ING;
	else if (link_before(unit).length > 0) {
		form = put_link(link_before(unit), out);
	} else if (unit->opens &&
		   unit_has(unit, SULIH_AFFIX_KAN | SULIH_AFFIX_I | SULIH_AFFIX_LAH) &&
		   !unit_has(unit, SULIH_AFFIX_ME))
		form = SULIH_VERB_BASE; /* an order: Lakukan … */
	else if (left != NULL && unit_is(left, SULIH_WORD_PREPOSITION))
		form = SULIH_VERB_ING; /* dengan menggunakan: with using */
	if (sulih_gloss_degree_before(unit)) {
		sulih_buffer_append(out, unit->word.gloss.data + 3, unit->word.gloss.length - 3);
		return;
	}
	if (form == SULIH_VERB_PAST && sulih_view_starts(unit->word.gloss, SULIH_VIEW("be ")) &&
	    sulih_gloss_plural_subject(unit)) {
		sulih_buffer_puts(out, "were");
		sulih_buffer_append(out, unit->word.gloss.data + 2, unit->word.gloss.length - 2);
		return;
	}
	put_form(unit, form, out);
}

/* A verb of saying behind a quote, as in …,” ujarnya. */
bool sulih_gloss_behind_quote(const struct unit *unit)
{
	const struct unit *left = before(unit);

	if (left != NULL)
		return left->kind == UNIT_PLACEHOLDER &&
		       (left->span_kind == SULIH_KIND_QUOTE || left->span_kind == SULIH_KIND_MARK);
	for (size_t i = 0; i < unit->gap.length; i++)
		if (unit->gap.data[i] == ',' || unit->gap.data[i] == '"' ||
		    (unsigned char)unit->gap.data[i] >= 0x80)
			return true;
	return false;
}

/* The doer is written to the verb: katanya, diambilnya (he), kuambil (I), kauambil (you); false:
 * it is not. */
static bool put_with_doer(const struct unit *unit, struct sulih_buffer *out)
{
	if (unit_has(unit, SULIH_AFFIX_NYA) &&
	    (unit_has(unit, SULIH_AFFIX_DI) || sulih_gloss_behind_quote(unit)))
		sulih_buffer_puts(out, "he ");
	else if (unit_has(unit, SULIH_AFFIX_KU_))
		sulih_buffer_puts(out, unit->source.data[0] == 'k' && unit->source.data[1] == 'a'
					       ? "you "
					       : "I ");
	else
		return false;
	sulih_english_verb(unit->word.gloss, SULIH_VERB_PAST, out);
	return true;
}

/* With -nya the verb is a noun: kerjanya (his work), naiknya harga (the rising of prices); false:
 * it is none. */
static bool put_as_noun(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit);

	if (!unit_has(unit, SULIH_AFFIX_NYA))
		return false;
	if (!is_active(unit)) {
		sulih_buffer_puts(out, "his ");
		put_gloss(unit, out);
		return true;
	}
	if (next == NULL || !unit_is(next, SULIH_WORD_NOUN))
		return false;
	sulih_buffer_puts(out, "the ");
	sulih_english_verb(unit->word.gloss, SULIH_VERB_ING, out);
	sulih_buffer_puts(out, " of");
	return true;
}

/* naik dari 5 menjadi 6 persen */
static bool links_figures(const struct unit *unit)
{
	const struct unit *left = before(unit);

	return unit_says(unit, "menjadi") && unit->word.affixes == 0 && left != NULL &&
	       left->kind == UNIT_PLACEHOLDER && !sulih_kind_is_name(left->span_kind);
}

/* Ada warga di sana: without a subject before it */
static bool states_being(const struct unit *unit, enum effect effect)
{
	const struct unit *left = before(unit);

	return unit_says(unit, "ada") && after(unit) != NULL && effect == EFFECT_NONE &&
	       (left == NULL ||
		!(unit_is(left, SULIH_WORD_NOUN) || unit_is(left, SULIH_WORD_PRONOUN) ||
		  unit_says(left, "yang") || left->kind == UNIT_PLACEHOLDER));
}

void sulih_gloss_put_verb(struct unit *unit, struct sulih_buffer *out)
{
	enum effect effect = sulih_gloss_effect_before(unit);

	unit->base = effect == EFFECT_BASE;
	if (links_figures(unit)) {
		sulih_buffer_puts(out, "to");
		return;
	}
	if (put_with_doer(unit, out) || put_as_noun(unit, out))
		return;
	if (states_being(unit, effect))
		sulih_buffer_puts(out, "there ");
	if (is_passive(unit))
		put_passive(unit, effect, out);
	else
		put_active(unit, effect, out);
	if (unit_has(unit, SULIH_AFFIX_NYA))
		sulih_buffer_puts(out, " him");
	else if (unit_has(unit, SULIH_AFFIX_KU))
		sulih_buffer_puts(out, " me");
	else if (unit_has(unit, SULIH_AFFIX_MU))
		sulih_buffer_puts(out, " you");
}
