/* Prefixes and suffixes: on which words each may stand, and what it makes of them. */
#include "base/lexicon/morphology.h"

/* A stem that meN- or di- may stand on bare: a verb, or a noun long enough (Dimas is no di- + mas).
 */
static bool bare_stem(struct sulih_view stem, struct sulih_word *word)
{
	return sulih_word_root(stem, stem.length > ROOT_MIN ? VERBS | NOUNS : VERBS, word);
}

/* With per-, -kan or -i it may be any content word: memperbesar, memutihkan, memayungi. */
static bool extended_stem(struct sulih_view stem, struct sulih_word *word)
{
	struct sulih_view inner = stem;

	cut_start(&stem, "per");
	if (stem.length < inner.length && sulih_word_root(stem, CONTENT, word))
		return true;
	inner = stem;
	if (cut_end(&inner, "kan") && sulih_word_root(inner, CONTENT, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KAN);
	inner = stem;
	if (cut_end(&inner, "i") && sulih_word_root(inner, CONTENT, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_I);
	return false;
}

/* ---- one prefix each ------------------------------------------------------------------ */

static bool active(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_word noun;
	struct stems stems;
	bool found = false;

	sulih_word_nasal_stems(rest, &stems);
	/* Verbs first: mengelas is las, not kelas. */
	for (unsigned i = 0; i < stems.count; i++) {
		if (!bare_stem(stems.list[i], word))
			continue;
		if (word->head_class == SULIH_WORD_VERB)
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
		noun = *word;
		found = true;
	}
	if (found) {
		*word = noun;
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	}
	/* menghitam, meninggi; not without its nasal: Merapi would be me- + rapi */
	for (unsigned i = 0; i < stems.count && one_of(rest.data[0], "mn"); i++)
		if (stems.list[i].length > ROOT_MIN &&
		    sulih_word_root(stems.list[i], ADJECTIVES, word))
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	for (unsigned i = 0; i < stems.count; i++)
		if (extended_stem(stems.list[i], word))
			return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	return false;
}

static bool passive(struct sulih_view rest, struct sulih_word *word)
{
	if (sulih_word_active_verb(rest, word) || bare_stem(rest, word) ||
	    extended_stem(rest, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_DI);
	return false;
}

/* be- and te- before r, which is said once: beracun, berambut, teregistrasi.  `rest` is behind
 * ber-, ter-. */
static bool before_r(struct sulih_view rest, int classes, struct sulih_word *word)
{
	struct sulih_view stem = sulih_view_make(rest.data - 1, rest.length + 1);

	return stem.length > ROOT_MIN &&
	       (sulih_word_root(stem, classes, word) || sulih_word_active_verb(stem, word));
}

/* ber- on verbs, nouns and numbers (berjuta-juta), with -an and -kan too: bersalaman,
 * beratapkan. */
static bool intransitive(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (sulih_word_root(rest, VERBS | NOUNS | NUMERALS, word) ||
	    before_r(rest, VERBS | NOUNS | NUMERALS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER);
	if (cut_end(&inner, "kan") && sulih_word_root(inner, VERBS | NOUNS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER | SULIH_AFFIX_KAN);
	inner = rest;
	if (cut_end(&inner, "an") && sulih_word_root(inner, VERBS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_BER | SULIH_AFFIX_AN);
	return false;
}

/* ter-: superlative of an adjective (termegah), state of a verb (terangkut) or of a longer noun
 * (terakreditasi). */
static bool superlative_or_state(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (sulih_word_root(rest, ADJECTIVES, word))
		return mark(word, SULIH_WORD_ADJECTIVE, SULIH_AFFIX_TER);
	if (sulih_word_root(rest, VERBS, word) || sulih_word_active_verb(rest, word) ||
	    before_r(rest, VERBS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER);
	if (cut_end(&inner, "kan") && sulih_word_root(inner, VERBS | ADJECTIVES, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER | SULIH_AFFIX_KAN);
	if (rest.length >= ROOT_LONG && sulih_word_headword(rest, NOUNS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER);
	return false;
}

/* peN-: who does it (penggali); with -an the doing of it (penggalian). */
static bool agent_or_action(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;
	struct stems stems;

	sulih_word_nasal_stems(rest, &stems);
	for (unsigned i = 0; i < stems.count; i++)
		if (sulih_word_root(stems.list[i], VERBS, word))
			return mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PE);
	if (!cut_end(&inner, "an"))
		return false;
	sulih_word_nasal_stems(inner, &stems);
	for (unsigned i = 0; i < stems.count; i++)
		if (sulih_word_root(stems.list[i], CONTENT, word))
			return mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PE | SULIH_AFFIX_AN);
	return false;
}

static bool per_an(struct sulih_view rest, struct sulih_word *word)
{
	return cut_end(&rest, "an") && sulih_word_root(rest, CONTENT, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_PER | SULIH_AFFIX_AN);
}

/* ke-…-an: the state (keharuman); ke- alone only on numbers (kesebelas). */
static bool state_or_ordinal(struct sulih_view rest, struct sulih_word *word)
{
	struct sulih_view inner = rest;

	if (sulih_word_root(rest, NUMERALS, word))
		return mark(word, SULIH_WORD_NUMERAL, SULIH_AFFIX_KE);
	return cut_end(&inner, "an") && sulih_word_root(inner, CONTENT, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_KE | SULIH_AFFIX_AN);
}

/* se-: one, the whole, as … as: sekantor, setebal. Short roots are too often names (Sekar). */
static bool one_or_same(struct sulih_view rest, struct sulih_word *word)
{
	return rest.length > ROOT_MIN && sulih_word_root(rest, NOUNS | ADJECTIVES, word) &&
	       mark(word, word->head_class, SULIH_AFFIX_SE);
}

static bool by_me(struct sulih_view rest, struct sulih_word *word)
{
	return rest.length > ROOT_MIN &&
	       (sulih_word_active_verb(rest, word) || sulih_word_root(rest, VERBS, word)) &&
	       mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KU_);
}

/* ---- all of them ---------------------------------------------------------------------- */

/* Without prefix: katakan, ikuti (as after a doer: saya ikuti), and nouns in -an (tangkisan). */
static bool suffixed(struct sulih_view text, struct sulih_word *word)
{
	struct sulih_view inner = text;

	/* presentasikan; Tarakan is no tara + -kan */
	if (cut_end(&inner, "kan") &&
	    (sulih_word_active_verb(text, word) ||
	     sulih_word_root(inner, VERBS | ADJECTIVES, word) ||
	     (inner.length >= ROOT_LONG - 1 && sulih_word_headword(inner, NOUNS, word))))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_KAN);
	inner = text;
	if (cut_start(&inner, "per") &&
	    sulih_word_active_verb(text, word)) /* a headline's perluas */
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_PER);
	inner = text;
	if (cut_end(&inner, "i") &&
	    (sulih_word_active_verb(text, word) ||
	     (inner.length >= ROOT_LONG && sulih_word_root(inner, VERBS, word))))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_I); /* Sujudi is no sujud */
	inner = text;
	return cut_end(&inner, "an") && sulih_word_root(inner, VERBS, word) &&
	       mark(word, SULIH_WORD_NOUN, SULIH_AFFIX_AN);
}

bool sulih_word_affixed(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *prefix;
		bool (*analyse)(struct sulih_view rest, struct sulih_word *word);
	} prefixes[] = {
		{ "me", active },	    { "di", passive },
		{ "ber", intransitive },    { "ter", superlative_or_state },
		{ "per", per_an },	    { "pe", agent_or_action },
		{ "ke", state_or_ordinal }, { "se", one_or_same },
		{ "kau", by_me },	    { "ku", by_me },
	};

	for (size_t i = 0; i < SULIH_COUNT(prefixes); i++) {
		struct sulih_view rest = text;

		if (cut_start(&rest, prefixes[i].prefix) && prefixes[i].analyse(rest, word))
			return true;
	}
	return suffixed(text, word) || sulih_word_spoken(text, word);
}
