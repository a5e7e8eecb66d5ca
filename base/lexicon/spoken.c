/*
 * Verbs as Jakarta says them and headlines quote them: the nasal without me- (ngirim, nyoblos,
 * mikirin), -in for -kan and -i (ngerjain, dibikinin), ke- for ter- (ketabrak).
 *
 * On verbs only, and long ones: villages begin with the same sounds (Ngandang is no kandang,
 * Ngebel no bell).
 */
#include "base/lexicon/morphology.h"

/* A verb, or with -in any word of which one is made: ngirim, nyabarin. */
static bool spoken_stem(struct sulih_view stem, bool bare, struct sulih_word *word)
{
	struct sulih_view inner = stem;

	if (bare && stem.length > ROOT_MIN && sulih_word_root(stem, VERBS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME);
	return cut_end(&inner, "in") && inner.length > ROOT_MIN &&
	       sulih_word_root(inner, VERBS | ADJECTIVES, word) &&
	       mark(word, SULIH_WORD_VERB, SULIH_AFFIX_ME | SULIH_AFFIX_KAN);
}

/* nyoblos < coblos, nyari < cari: the nasal of speech takes the place of c too. */
static bool behind_ny(struct sulih_view rest, struct sulih_word *word)
{
	char room[WORD_MAX];

	if (!is_vowel(rest.data[0]) || rest.length + 1 > sizeof(room))
		return false;
	room[0] = 'c';
	memcpy(room + 1, rest.data, rest.length);
	return spoken_stem(sulih_view_make(room, rest.length + 1), true, word);
}

/* ngirim, nyapu, mikirin; ngebut, ngejual: nge- before any sound. */
static bool without_me(struct sulih_view text, struct sulih_word *word)
{
	/* m- and n- only with -in: Mampang is no pampang, Nata no tata */
	bool bare = text.data[0] == 'n' && one_of(text.data[1], "gy");
	struct sulih_view rest = text;
	struct stems stems;

	sulih_word_nasal_stems(text, &stems);
	for (unsigned i = 0; i < stems.count; i++)
		if (spoken_stem(stems.list[i], bare, word))
			return true;
	if (cut_start(&rest, "ny") && behind_ny(rest, word))
		return true;
	rest = text;
	return cut_start(&rest, "nge") && spoken_stem(rest, true, word);
}

bool sulih_word_spoken(struct sulih_view text, struct sulih_word *word)
{
	struct sulih_view rest = text;

	if (text.length <= ROOT_MIN)
		return false;
	if (one_of(text.data[0], "nm") && without_me(text, word))
		return true;
	if (cut_start(&rest, "ke") && rest.length > ROOT_MIN + 1 &&
	    sulih_word_root(rest, VERBS, word))
		return mark(word, SULIH_WORD_VERB, SULIH_AFFIX_TER);
	/* dibikinin; not without di-: Anutin, Baringin */
	rest = text;
	return cut_end(&rest, "in") && cut_start(&rest, "di") && rest.length > ROOT_MIN &&
	       sulih_word_root(rest, CONTENT, word) &&
	       mark(word, SULIH_WORD_VERB, SULIH_AFFIX_DI | SULIH_AFFIX_KAN);
}
