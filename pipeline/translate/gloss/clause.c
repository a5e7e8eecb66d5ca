#include "pipeline/translate/gloss/english.h"
#include "pipeline/translate/gloss/units.h"

#include "lists.h"

/* What an auxiliary makes of the verb behind it (lists/auxiliaries.tsv). */
enum effect {
	EFFECT_NONE,
	EFFECT_BASE,
	EFFECT_NOT,
	EFFECT_NOT_YET,
	EFFECT_PERFECT,
	EFFECT_PROGRESS,
	EFFECT_ING,
	EFFECT_ASKS
};

static enum effect effect_of(const struct unit *unit)
{
	static const char *const names[] = { "",	"base",	    "not", "notyet",
					     "perfect", "progress", "ing", "asks" };
	struct sulih_row row;
	struct sulih_view name;

	if (unit->kind != UNIT_WORD || !unit->found)
		return EFFECT_NONE;
	row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	name = sulih_row_column(&row, 1);
	for (unsigned i = 1; row.listed && i < sizeof(names) / sizeof(*names); i++)
		if (sulih_view_is(name, names[i]))
			return (enum effect)i;
	return EFFECT_NONE;
}

/* ---- neighbours ------------------------------------------------------------------------ */

static const struct unit *before(const struct unit *unit)
{
	return unit->joined ? unit - 1 : NULL;
}

/* The next unit, with nothing but a blank between. */
static const struct unit *after(const struct unit *unit)
{
	return unit->kind != UNIT_END && unit[1].joined && unit[1].kind != UNIT_END ? unit + 1
										    : NULL;
}

static bool is_verb(const struct unit *unit)
{
	return unit != NULL && unit_is(unit, SULIH_WORD_VERB);
}

/* meN- or memper-, also where the list has the whole form (mengatakan). */
static bool is_active(const struct unit *unit)
{
	return is_verb(unit) && !unit_has(unit, SULIH_AFFIX_DI) &&
	       (unit_has(unit, SULIH_AFFIX_ME) || sulih_view_starts(unit->key, SULIH_VIEW("me")));
}

static bool is_passive(const struct unit *unit)
{
	return unit_has(unit, SULIH_AFFIX_DI) || unit_has(unit, SULIH_AFFIX_TER);
}

static bool is_plural_quantity(const struct unit *unit)
{
	if (unit->kind == UNIT_PLACEHOLDER)
		return unit->span_kind == SULIH_KIND_NUMBER;
	if (unit_is(unit, SULIH_WORD_NUMERAL))
		return !unit_says(unit, "satu") && !sulih_view_is(unit->key, "pertama");
	return unit_says(unit, "para") || unit_says(unit, "beberapa") ||
	       unit_says(unit, "sejumlah") || unit_says(unit, "banyak") ||
	       unit_says(unit, "berbagai") || unit_says(unit, "semua") ||
	       unit_says(unit, "sebagian") || unit_says(unit, "sedikit") ||
	       unit_says(unit, "pelbagai") || unit_says(unit, "salah satu") ||
	       unit_says(unit, "sekelompok") || unit_says(unit, "serangkaian") ||
	       unit_says(unit, "sebagian besar");
}

static struct sulih_view noun_manner(const struct unit *unit)
{
	struct sulih_row row;

	if (unit->kind != UNIT_WORD || !unit->found)
		return sulih_view_make("", 0);
	row = sulih_table_find(&sulih_list_manners, unit->key);
	return sulih_row_column(&row, 1);
}

/* Whether the one the verb tells of is more than one: "was" or "were". */
static bool plural_subject(const struct unit *verb)
{
	for (const struct unit *unit = before(verb); unit != NULL; unit = before(unit)) {
		if (unit_says(unit, "mereka") || unit_says(unit, "kami") || unit_says(unit, "kita"))
			return true;
		if (unit_is(unit, SULIH_WORD_NOUN) && unit->plural)
			return true;
		if (is_verb(unit) || unit_is(unit, SULIH_WORD_PREPOSITION))
			return false;
	}
	return false;
}

/* ---- words that are no verbs ------------------------------------------------------------ */

static void put_gloss(const struct unit *unit, struct sulih_buffer *out)
{
	sulih_buffer_add(out, unit->word.gloss);
}

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

static void put_noun(struct sentence *sentence, struct unit *unit, struct sulih_buffer *out)
{
	size_t start = out->length;

	if (unit->word.head_class != SULIH_WORD_NOUN)
		put_derived(unit, out);
	else
		put_gloss(unit, out);
	if (unit_has(unit, SULIH_AFFIX_SE))
		return;
	if (unit->plural) {
		struct sulih_view one = sulih_arena_copy(
			sentence->arena, sulih_view_make(out->data + start, out->length - start));

		if (one.data == NULL) {
			sentence->failed = true;
			return;
		}
		sulih_buffer_truncate(out, start);
		sulih_english_plural(one, out);
	}
}

/* tahun lalu is last year, dua tahun lalu two years ago, and lalu alone is then. */
static void decide_lalu(struct unit *unit)
{
	const struct unit *left = before(unit);

	if (!unit_says(unit, "lalu") || left == NULL)
		return;
	if (left->kind == UNIT_PLACEHOLDER && left->span_kind == SULIH_KIND_DATE)
		unit->word.gloss = SULIH_VIEW("last");
	if (!unit_is(left, SULIH_WORD_NOUN) || !sulih_view_is(noun_manner(left), "time"))
		return;
	if (before(left) != NULL && is_plural_quantity(before(left))) {
		unit->word.gloss = SULIH_VIEW("ago");
		return;
	}
	unit->word.gloss = SULIH_VIEW("last");
	unit->word.word_class = unit->word.head_class = SULIH_WORD_ADJECTIVE;
}

static void decide_number(struct unit *unit)
{
	const struct unit *left = before(unit);

	if (noun_manner(unit).length > 0 && left != NULL && is_plural_quantity(left) &&
	    sulih_view_is(noun_manner(unit), "classifier") && after(unit) != NULL &&
	    unit_is(after(unit), SULIH_WORD_NOUN)) {
		unit->dropped = true;
		unit->plural = true; /* the noun behind it sees the number through it */
		return;
	}
	unit->plural =
		unit_has(unit, SULIH_AFFIX_TWICE) ||
		(left != NULL && (is_plural_quantity(left) || (left->dropped && left->plural)));
}

/* Personal pronouns in three cases; -ku, -mu and -nya say the same. */
static const struct {
	const char *word, *cases[3];
} pronouns[] = {
	{ "saya", { "I", "me", "my" } },
	{ "aku", { "I", "me", "my" } },
	{ "gue", { "I", "me", "my" } },
	{ "kami", { "we", "us", "our" } },
	{ "kita", { "we", "us", "our" } },
	{ "kamu", { "you", "you", "your" } },
	{ "anda", { "you", "you", "your" } },
	{ "kalian", { "you", "you", "your" } },
	{ "engkau", { "you", "you", "your" } },
	{ "dia", { "he", "him", "his" } },
	{ "ia", { "he", "him", "his" } },
	{ "beliau", { "he", "him", "his" } },
	{ "mereka", { "they", "them", "their" } },
};

static bool is_person(const struct unit *unit)
{
	for (size_t i = 0; i < sizeof(pronouns) / sizeof(*pronouns); i++)
		if (unit_says(unit, pronouns[i].word))
			return true;
	return false;
}

/* An adjective that tells something needs its verb: kami siap is "we are ready". */
static void put_be(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit);

	if (left == NULL)
		return;
	if (effect_of(left) == EFFECT_BASE)
		sulih_buffer_puts(out, "be ");
	else if (unit_is(left, SULIH_WORD_NOUN) && sulih_view_is(noun_manner(unit), "telling") &&
		 after(unit) != NULL && is_verb(after(unit)))
		sulih_buffer_puts(out, left->plural ? "are " : "is ");
	else if (unit_is(left, SULIH_WORD_PRONOUN) && left->cased == CASE_SUBJECT &&
		 is_person(left))
		sulih_buffer_puts(out, unit_says(left, "saya") || unit_says(left, "aku") ? "am "
				       : unit_says(left, "dia") || unit_says(left, "ia") ||
						       unit_says(left, "beliau")
					       ? "is "
					       : "are ");
}

static void put_adjective(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit);

	if (left != NULL && unit_says(left, "secara")) {
		sulih_english_adverb(unit->word.gloss, out);
	} else if (left != NULL && (unit_says(left, "lebih") || unit_says(left, "paling"))) {
		sulih_english_degree(unit->word.gloss, unit_says(left, "paling"), out);
	} else if (unit_has(unit, SULIH_AFFIX_TER)) {
		put_be(unit, out);
		sulih_english_degree(unit->word.gloss, true, out);
	} else if (unit_has(unit, SULIH_AFFIX_SE)) {
		sulih_buffer_puts(out, "as ");
		put_gloss(unit, out);
		sulih_buffer_puts(out, " as");
	} else {
		put_be(unit, out);
		put_gloss(unit, out);
	}
}

static bool put_pronoun(struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *left = before(unit);

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(*pronouns); i++) {
		if (!unit_says(unit, pronouns[i].word))
			continue;
		if (left != NULL && (unit_is(left, SULIH_WORD_PREPOSITION) || is_active(left)))
			unit->cased = CASE_OBJECT;
		while (left != NULL && unit_is(left, SULIH_WORD_ADJECTIVE))
			left = before(left); /* persahabatan tradisional kita */
		if (left != NULL && unit_is(left, SULIH_WORD_NOUN) && !unit_says(unit, "ia") &&
		    !sulih_view_is(noun_manner(left), "time"))
			unit->cased = CASE_OWNER;
		sulih_buffer_puts(out, pronouns[i].cases[unit->cased]);
		return true;
	}
	return false;
}

/* Prepositions whose English hangs on what follows. */
static bool put_preposition(const struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit);
	const struct unit *left = before(unit);
	struct sulih_row row;
	bool day;

	if (unit_says(unit, "dari") && left != NULL && is_plural_quantity(left)) {
		sulih_buffer_puts(out, "of"); /* 8.000 dari 10.000 */
		return true;
	}
	if (!unit_says(unit, "pada") || next == NULL)
		return false;
	row = sulih_table_find(&sulih_list_manners, next->key);
	day = next->kind == UNIT_PLACEHOLDER
		      ? next->span_kind == SULIH_KIND_DATE
		      : next->found && sulih_view_is(sulih_row_column(&row, 2), "on");
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
	else
		sulih_buffer_puts(out, left == NULL && unit->gap.length > 0 ? "which" : "that");
	if (next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
		sulih_buffer_puts(out, plural_subject(unit) ? " are" : " is");
	return true;
}

/* ---- verbs ------------------------------------------------------------------------------ */

/* A word of degree before a state: sangat berharga is "was very valuable". */
static bool degree_before(const struct unit *state)
{
	const struct unit *left = before(state);

	return left != NULL && unit_is(left, SULIH_WORD_PARTICLE) &&
	       effect_of(left) == EFFECT_NONE && is_verb(state) &&
	       (unit_says(left, "sangat") || unit_says(left, "amat") || unit_says(left, "cukup") ||
		unit_says(left, "lebih") || unit_says(left, "paling") ||
		unit_says(left, "terlalu") || unit_says(left, "kurang")) &&
	       sulih_view_starts(state->word.gloss, SULIH_VIEW("be "));
}

/* The verb that an auxiliary at `unit` belongs to: over adverbs, not over other words. */
static const struct unit *verb_of(const struct unit *unit)
{
	const struct unit *next = after(unit);

	for (int i = 0; i < 2 && next != NULL && unit_is(next, SULIH_WORD_ADVERB); i++)
		next = after(next);
	return is_verb(next) ? next : NULL;
}

/* meminta wali kota memperbaiki jalan: the mayor is asked to repair it. */
static bool asked_to(const struct unit *verb)
{
	const struct unit *left = before(verb);
	bool object = false;

	for (int i = 0; left != NULL && i < 6; i++, left = before(left)) {
		if (is_verb(left))
			return object && effect_of(left) == EFFECT_ASKS;
		if (left->kind == UNIT_PLACEHOLDER || unit_is(left, SULIH_WORD_NOUN) ||
		    unit_is(left, SULIH_WORD_PRONOUN))
			object = true;
		else if (!unit_is(left, SULIH_WORD_ADJECTIVE) &&
			 !unit_is(left, SULIH_WORD_DETERMINER) && !unit_is(left, SULIH_WORD_ADVERB))
			return false;
		if (unit_says(left, "yang"))
			return false;
	}
	return false;
}

/* The auxiliary in force before a verb; a verb behind "and" shares that of the first. */
static enum effect effect_before(const struct unit *verb)
{
	const struct unit *left = before(verb);

	for (int i = 0; left != NULL && i < 3; i++, left = before(left)) {
		enum effect effect = effect_of(left);

		if (effect == EFFECT_NOT && is_verb(before(left)))
			return EFFECT_ING; /* mengaku tidak tahu: admitted not knowing */
		if (effect != EFFECT_NONE && effect != EFFECT_ASKS)
			return effect;
		if (unit_is(left, SULIH_WORD_ADVERB) || unit_is(left, SULIH_WORD_PARTICLE))
			continue;
		if ((unit_says(left, "dan") || unit_says(left, "atau")) && before(left) != NULL &&
		    is_verb(before(left)) && effect_before(before(left)) == EFFECT_BASE)
			return EFFECT_BASE;
		break;
	}
	return EFFECT_NONE;
}

/* The English of an auxiliary, with the "did", "was" or "has" that its verb wants. */
static bool put_auxiliary(const struct unit *unit, struct sulih_buffer *out)
{
	enum effect effect = effect_of(unit);
	struct sulih_row row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	const struct unit *verb = verb_of(unit), *next = after(unit);
	bool many = plural_subject(unit);

	if (effect == EFFECT_NONE || effect == EFFECT_ING || effect == EFFECT_ASKS)
		return false;
	if (verb == NULL) {
		if (effect == EFFECT_NOT && next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
			sulih_buffer_puts(out, many ? "are not" : "is not");
		else
			put_gloss(unit, out);
		return true;
	}
	if (effect == EFFECT_NOT && effect_before(verb) == EFFECT_ING)
		put_gloss(unit, out);
	else if (effect == EFFECT_NOT && effect_before(unit) == EFFECT_NONE)
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

/* A verb behind a verb, behind a telling adjective or behind one who is asked. */
static bool takes_to(const struct unit *unit)
{
	const struct unit *left = before(unit);

	return left != NULL &&
	       (is_verb(left) || sulih_view_is(noun_manner(left), "telling") || asked_to(unit));
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
	while (left != NULL && (effect_of(left) != EFFECT_NONE || unit_is(left, SULIH_WORD_ADVERB)))
		left = before(left);
	return left != NULL && unit_says(left, "yang") && unit_is(next, SULIH_WORD_NOUN) &&
	       !sulih_view_is(noun_manner(next), "time") && !unit_says(verb, "menyebut") &&
	       !unit_says(verb, "memberi");
}

static void put_passive(const struct unit *unit, enum effect effect, struct sulih_buffer *out)
{
	if (effect == EFFECT_BASE)
		sulih_buffer_puts(out, "be ");
	else if (effect == EFFECT_NOT_YET || effect == EFFECT_PERFECT)
		sulih_buffer_puts(out, "been ");
	else if (effect == EFFECT_PROGRESS || effect == EFFECT_ING)
		sulih_buffer_puts(out, "being ");
	else if (effect == EFFECT_NONE && takes_to(unit))
		sulih_buffer_puts(out, "to be ");
	else if (effect == EFFECT_NONE)
		sulih_buffer_puts(out, plural_subject(unit) ? "were " : "was ");
	sulih_english_verb(unit->word.gloss, SULIH_VERB_PARTICIPLE, out);
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
	else if (takes_to(unit)) {
		sulih_buffer_puts(out, "to ");
		form = SULIH_VERB_BASE;
	} else if (unit->opens &&
		   unit_has(unit, SULIH_AFFIX_KAN | SULIH_AFFIX_I | SULIH_AFFIX_LAH) &&
		   !unit_has(unit, SULIH_AFFIX_ME))
		form = SULIH_VERB_BASE; /* an order: Lakukan … */
	else if (left != NULL && unit_is(left, SULIH_WORD_PREPOSITION))
		form = SULIH_VERB_ING; /* dengan menggunakan: with using */
	if (degree_before(unit)) {
		sulih_buffer_append(out, unit->word.gloss.data + 3, unit->word.gloss.length - 3);
		return;
	}
	if (form == SULIH_VERB_PAST && sulih_view_starts(unit->word.gloss, SULIH_VIEW("be ")) &&
	    plural_subject(unit)) {
		sulih_buffer_puts(out, "were");
		sulih_buffer_append(out, unit->word.gloss.data + 2, unit->word.gloss.length - 2);
		return;
	}
	sulih_english_verb(unit->word.gloss, form, out);
}

/* A verb of saying behind a quote, as in …,” ujarnya. */
static bool behind_quote(const struct unit *unit)
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

static void put_verb(struct unit *unit, struct sulih_buffer *out)
{
	enum effect effect = effect_before(unit);
	const struct unit *next = after(unit);

	if (unit_has(unit, SULIH_AFFIX_NYA) &&
	    (unit_has(unit, SULIH_AFFIX_DI) || behind_quote(unit))) {
		sulih_buffer_puts(out, "he ");
		sulih_english_verb(unit->word.gloss, SULIH_VERB_PAST, out);
		return;
	}
	if (unit_has(unit, SULIH_AFFIX_KU_)) {
		sulih_buffer_puts(out, unit->source.data[0] == 'k' && unit->source.data[1] == 'a'
					       ? "you "
					       : "I ");
		sulih_english_verb(unit->word.gloss, SULIH_VERB_PAST, out);
		return;
	}
	if (unit_has(unit, SULIH_AFFIX_NYA) && !is_active(unit)) { /* kerjanya: his work */
		sulih_buffer_puts(out, "his ");
		put_gloss(unit, out);
		return;
	}
	if (unit_has(unit, SULIH_AFFIX_NYA) && next != NULL && unit_is(next, SULIH_WORD_NOUN)) {
		sulih_buffer_puts(out, "the ");
		sulih_english_verb(unit->word.gloss, SULIH_VERB_ING, out);
		sulih_buffer_puts(out, " of");
		return;
	}
	if (unit_says(unit, "ada") && next != NULL && effect == EFFECT_NONE && before(unit) == NULL)
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

/* ---- all -------------------------------------------------------------------------------- */

static void put_other(struct unit *unit, struct sulih_buffer *out)
{
	const struct unit *next = after(unit);

	if (unit_says(unit, "kedua") && next != NULL && unit_is(next, SULIH_WORD_NOUN))
		sulih_buffer_puts(out, "both");
	else if ((unit_says(unit, "lebih") || unit_says(unit, "paling")) && next != NULL &&
		 unit_is(next, SULIH_WORD_ADJECTIVE))
		unit->dropped = true; /* says itself in bigger, biggest */
	else if (next != NULL && degree_before(next)) {
		enum effect effect = effect_before(unit);

		sulih_buffer_puts(out, effect == EFFECT_BASE	  ? "be "
				       : effect == EFFECT_PERFECT ? "been "
				       : effect != EFFECT_NONE	  ? ""
				       : plural_subject(unit)	  ? "were "
								  : "was ");
		put_gloss(unit, out);
	} else if (unit_says(unit, "para") ||
		   (unit_says(unit, "apakah") && unit->opens && next != NULL))
		unit->dropped = true;
	else if (unit_says(unit, "secara") && next != NULL && unit_is(next, SULIH_WORD_ADJECTIVE))
		unit->dropped = true;
	else if (unit_is(unit, SULIH_WORD_NUMERAL) && unit_has(unit, SULIH_AFFIX_KE)) {
		put_gloss(unit, out);
		sulih_buffer_puts(out, "th");
	} else if (!put_auxiliary(unit, out) && !put_yang(unit, out) && !put_pronoun(unit, out) &&
		   !put_preposition(unit, out))
		put_gloss(unit, out);
}

/* ke-89 → 89th */
static bool put_ordinal(const struct unit *unit, struct sulih_buffer *out)
{
	struct sulih_view word = unit->source;
	size_t n = word.length;
	const char *end = "th";

	if (!sulih_view_starts(word, SULIH_VIEW("ke-")) || n < 4)
		return false;
	for (size_t i = 3; i < n; i++)
		if (word.data[i] < '0' || word.data[i] > '9')
			return false;
	if (n < 5 || word.data[n - 2] != '1')
		end = word.data[n - 1] == '1'	? "st"
		      : word.data[n - 1] == '2' ? "nd"
		      : word.data[n - 1] == '3' ? "rd"
						: "th";
	sulih_buffer_append(out, word.data + 3, n - 3);
	sulih_buffer_puts(out, end);
	return true;
}

static void put_unit(struct sentence *sentence, struct unit *unit, struct sulih_buffer *out)
{
	if (!unit->found) {
		if (!put_ordinal(unit, out))
			sulih_buffer_add(out, unit->source);
		return;
	}
	switch (unit->word.word_class) {
	case SULIH_WORD_NOUN:
		if (!unit->dropped)
			put_noun(sentence, unit, out);
		break;
	case SULIH_WORD_VERB:
		put_verb(unit, out);
		break;
	case SULIH_WORD_ADJECTIVE:
		if (!put_auxiliary(unit, out)) /* mampu is an adjective and says "can" */
			put_adjective(unit, out);
		break;
	default:
		put_other(unit, out);
		break;
	}
	if (unit_has(unit, SULIH_AFFIX_PUN))
		sulih_buffer_puts(out, " also");
}

void sulih_gloss_clause(struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->units.count; i++) {
		if (unit_is(&sentence->units.items[i], SULIH_WORD_NOUN))
			decide_number(&sentence->units.items[i]);
		else
			decide_lalu(&sentence->units.items[i]);
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
