/* What each unit is in English, by the units beside it. */
#include "pipeline/translate/gloss/clause.h"

#include "lists.h"

/* tahun lalu is last year, dua tahun lalu two years ago, and lalu alone is then. */
static void decide_lalu(struct unit *unit)
{
	const struct unit *left = before(unit);

	if (!unit_says(unit, "lalu") || left == NULL)
		return;
	if (left->kind == UNIT_PLACEHOLDER &&
	    (left->span_kind == SULIH_KIND_DATE || left->span_kind == SULIH_KIND_NUMBER))
		unit->word.gloss = SULIH_VIEW("last");
	if (left->kind == UNIT_PLACEHOLDER && left->span_kind == SULIH_KIND_MEASURE)
		unit->word.gloss = SULIH_VIEW("ago"); /* 3 jam lalu */
	if (!unit_is(left, SULIH_WORD_NOUN) || !sulih_view_is(sulih_gloss_manner(left), "time"))
		return;
	if (before(left) != NULL && sulih_gloss_is_many(before(left))) {
		unit->word.gloss = SULIH_VIEW("ago");
		return;
	}
	unit->word.gloss = SULIH_VIEW("last");
	unit->word.word_class = unit->word.head_class = SULIH_WORD_ADJECTIVE;
}

/* kata opens no sentence as a verb of saying; …,” jelas ⟦1⟧ is one. */
static void decide_saying(struct unit *unit)
{
	struct sulih_row row;

	if (unit_says(unit, "kata") && unit->word.affixes == 0 && !unit->joined &&
	    unit->gap.length == 0) {
		unit->word.gloss = SULIH_VIEW("word");
		unit->word.word_class = unit->word.head_class = SULIH_WORD_NOUN;
		return;
	}
	if (!sulih_view_is(sulih_gloss_manner(unit), "saying") || !sulih_gloss_behind_quote(unit) ||
	    (unit->word.affixes & ~(unsigned)SULIH_AFFIX_NYA) != 0)
		return;
	row = sulih_table_find(&sulih_list_manners, unit->key);
	unit->word.gloss = sulih_row_column(&row, 2);
	unit->word.word_class = unit->word.head_class = SULIH_WORD_VERB;
	unit->plural = false;
}

static bool put_pronoun(struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit), *next = after(unit);
	struct sulih_row row = sulih_gloss_person(unit);

	if (!row.listed)
		return false;
	/* memperkirakan mereka akan …: what follows is theirs */
	if (left != NULL &&
	    (unit_is(left, SULIH_WORD_PREPOSITION) ||
	     (is_active(left) && (next == NULL || sulih_gloss_effect(left) == EFFECT_ASKS ||
				  sulih_gloss_effect(next) == EFFECT_NONE))))
		unit->cased = CASE_OBJECT;
	while (left != NULL && unit_is(left, SULIH_WORD_ADJECTIVE))
		left = before(left); /* persahabatan tradisional kita */
	if (left != NULL && unit_is(left, SULIH_WORD_NOUN) && !unit_says(unit, "ia") &&
	    !sulih_view_is(sulih_gloss_manner(left), "time"))
		unit->cased = CASE_OWNER;
	sulih_buffer_add(out, sulih_row_column(&row, 1 + unit->cased));
	return true;
}

/* Prepositions whose English hangs on what follows. */
static bool put_preposition(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit);
	const struct unit *left = before(unit);
	struct sulih_row row;
	bool day;

	if (unit_says(unit, "dari") && left != NULL &&
	    (sulih_gloss_is_many(left) ||
	     (left->kind == UNIT_PLACEHOLDER && left->span_kind == SULIH_KIND_PERCENT))) {
		sulih_buffer_puts(out, "of"); /* 8.000 dari 10.000, 10 persen dari PDB */
		return true;
	}
	if (!unit_says(unit, "pada") || next == NULL)
		return false;
	row = sulih_table_find(&sulih_list_manners, next->key);
	day = next->kind == UNIT_PLACEHOLDER
		      ? next->span_kind == SULIH_KIND_DATE
		      : unit_says(next, "tanggal") ||
				(next->found && sulih_view_is(sulih_row_column(&row, 2), "on"));
	sulih_buffer_puts(out, day ? "on" : "in");
	return true;
}

static bool put_yang(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit), *left = before(unit);

	if (!unit_says(unit, "yang"))
		return false;
	if (next != NULL && unit_is(next, SULIH_WORD_NOUN) && unit_has(next, SULIH_AFFIX_NYA)) {
		sulih_buffer_puts(out, "whose"); /* yang rumahnya rusak */
		return true;
	}
	if (left != NULL && left->kind == UNIT_PLACEHOLDER && left->span_kind == SULIH_KIND_PERSON)
		sulih_buffer_puts(out, "who");
	else if (left != NULL && (is_verb(left) || unit_is(left, SULIH_WORD_PREPOSITION)))
		sulih_buffer_puts(out, "what"); /* katakan yang benar */
	else
		sulih_buffer_puts(out, left == NULL && unit->gap.length > 0 ? "which" : "that");
	if (next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
		sulih_buffer_puts(out, sulih_gloss_plural_subject(unit) ? " are" : " is");
	return true;
}

static void put_other(struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit), *left = before(unit);

	if (unit_says(unit, "kedua") && next != NULL && unit_is(next, SULIH_WORD_NOUN))
		sulih_buffer_puts(out, "both");
	else if ((unit_says(unit, "lebih") || unit_says(unit, "paling")) && next != NULL &&
		 unit_is(next, SULIH_WORD_ADJECTIVE))
		unit->dropped = true; /* says itself in bigger, biggest */
	else if (next != NULL && sulih_gloss_degree_before(next)) {
		enum effect effect = sulih_gloss_effect_before(unit);

		sulih_buffer_puts(out, effect == EFFECT_BASE		  ? "be "
				       : effect == EFFECT_PERFECT	  ? "been "
				       : effect != EFFECT_NONE		  ? ""
				       : sulih_gloss_plural_subject(unit) ? "were "
									  : "was ");
		put_gloss(unit, out);
	} else if ((unit_says(unit, "sangat") || unit_says(unit, "amat")) && next != NULL &&
		   is_verb(next))
		sulih_buffer_puts(out, "greatly");
	else if (is_pointer(unit) && before(unit) == NULL && next != NULL &&
		 unit_is(next, SULIH_WORD_NOUN)) {
		put_gloss(unit, out); /* Ini rumah saya: this is my house */
		sulih_buffer_puts(out, " is");
	} else if ((unit_says(unit, "seorang") || unit_says(unit, "sebuah")) && left != NULL &&
		   (is_pointer(left) ||
		    (unit_is(left, SULIH_WORD_NOUN) && unit_has(left, SULIH_AFFIX_NYA)))) {
		sulih_buffer_puts(out, "is ");
		put_gloss(unit, out);
	} else if (unit_says(unit, "para") ||
		   (unit_says(unit, "apakah") && unit->opens && next != NULL))
		unit->dropped = true;
	else if (unit_says(unit, "secara") && next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
		unit->dropped = true;
	else if (unit_is(unit, SULIH_WORD_NUMERAL) && unit_has(unit, SULIH_AFFIX_KE)) {
		put_gloss(unit, out);
		sulih_buffer_puts(out, "th");
	} else if (!sulih_gloss_put_auxiliary(unit, out) && !put_yang(unit, out) &&
		   !put_pronoun(unit, out) && !put_preposition(unit, out))
		put_gloss(unit, out);
}

/* Tolong jangan pergi, Harap datang: at its head a request, no deed. */
static bool asks_kindly(const struct unit *unit)
{
	const struct unit *next = after(unit);

	return before(unit) == NULL && next != NULL &&
	       (unit_says(unit, "tolong") || unit_says(unit, "mohon") ||
		unit_says(unit, "harap")) &&
	       (is_verb(next) || unit_is(next, SULIH_WORD_ADJECTIVE) || unit_says(next, "jangan"));
}

static void put_unit(struct sentence *sentence, struct unit *unit, struct sulih_buffer *out)
{
	if (!unit->found) {
		sulih_buffer_add(out, unit->source);
		return;
	}
	switch (unit->word.word_class) {
	case SULIH_WORD_NOUN:
		if (!unit->dropped)
			sulih_gloss_put_noun(sentence, unit, out);
		break;
	case SULIH_WORD_VERB:
		if (asks_kindly(unit))
			sulih_buffer_puts(out, "please");
		else
			sulih_gloss_put_verb(unit, out);
		break;
	case SULIH_WORD_ADJECTIVE:
		if (!sulih_gloss_put_auxiliary(unit,
					       out)) /* mampu is an adjective and says "can" */
			sulih_gloss_put_adjective(unit, out);
		break;
	default:
		put_other(unit, out);
		break;
	}
	if (unit_is(unit, SULIH_WORD_PREPOSITION) && unit_has(unit, SULIH_AFFIX_NYA))
		sulih_buffer_puts(out, " him"); /* menurutnya */
	if (unit_has(unit, SULIH_AFFIX_PUN))
		sulih_buffer_puts(out, " also");
}

void sulih_gloss_clause(struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->units.count; i++) {
		if (unit_is(&sentence->units.items[i], SULIH_WORD_NOUN))
			sulih_gloss_settle_number(&sentence->units.items[i]);
		else
			decide_lalu(&sentence->units.items[i]);
		decide_saying(&sentence->units.items[i]);
		sulih_gloss_settle_small(&sentence->units.items[i]);
	}
	for (size_t i = 0; i < sentence->units.count && !sentence->failed; i++) {
		struct unit *unit = &sentence->units.items[i];

		if (unit->kind != UNIT_WORD)
			continue;
		sulih_buffer_clear(&sentence->room);
		put_unit(sentence, unit, &sentence->room);
		unit->english =
			sulih_arena_copy(sentence->arena, sulih_buffer_view(&sentence->room));
		if (sentence->room.failed != 0 || unit->english.data == NULL)
			sentence->failed = true;
	}
}
