/* Nouns in English: one or more of them, made by affixes from another word. */
#include "pipeline/translate/gloss/clause.h"
#include "pipeline/translate/gloss/english.h"

static void put_ness(struct sulih_view adjective, struct sulih_buffer *out)
{
	bool y = sulih_view_ends(adjective, SULIH_VIEW("y"));

	sulih_buffer_append(out, adjective.data, adjective.length - y);
	sulih_buffer_puts(out, y ? "iness" : "ness");
}

/* A noun made by affixes from a headword that is none: penggalian is digging. */
static void put_derived(const struct unit *unit, struct sulih_buffer *out)
{
	const struct sulih_word *word = &unit->word;

	if (word->head_class == SULIH_WORD_VERB && word->affixes & SULIH_AFFIX_PE &&
	    !(word->affixes & SULIH_AFFIX_AN))
		sulih_english_agent(word->gloss, out);
	else if (word->head_class == SULIH_WORD_VERB)
		sulih_english_verb(word->gloss, SULIH_VERB_ING, out);
	else if (word->head_class == SULIH_WORD_ADJECTIVE)
		put_ness(word->gloss, out);
	else
		put_gloss(unit, out);
}

void sulih_gloss_put_noun(struct sentence *sentence, struct unit *unit, struct sulih_buffer *out)
{
	size_t start = out->length;

	if (unit->word.head_class != SULIH_WORD_NOUN)
		put_derived(unit, out);
	else
		put_gloss(unit, out);
	if (unit_has(unit, SULIH_AFFIX_SE))
		return;
	if (unit->plural) {
		struct sulih_view one =
			sulih_arena_copy(sentence->arena, sulih_buffer_view_from(out, start));

		if (one.data == NULL) {
			sentence->failed = true;
			return;
		}
		sulih_buffer_truncate(out, start);
		sulih_english_plural(one, out);
	}
}

void sulih_gloss_settle_number(struct unit *unit)
{
	const struct unit *left = before(unit);

	if (sulih_gloss_manner(unit).length > 0 && left != NULL && sulih_gloss_is_many(left) &&
	    sulih_view_is(sulih_gloss_manner(unit), "classifier") && after(unit) != NULL &&
	    unit_is(after(unit), SULIH_WORD_NOUN)) {
		unit->dropped = true;
		unit->plural = true; /* the noun behind it sees the number through it */
		return;
	}
	unit->plural =
		unit_has(unit, SULIH_AFFIX_TWICE) ||
		sulih_view_is(sulih_gloss_manner(unit), "plural") ||
		(left != NULL && (sulih_gloss_is_many(left) || (left->dropped && left->plural)));
}
