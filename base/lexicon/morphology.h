/*
 * Taking words apart.  Internal to base/lexicon.
 *
 * Every function that fills *word returns whether it found a headword; of *word nothing counts
 * when it did not.
 */
#ifndef SULIH_BASE_LEXICON_MORPHOLOGY_H
#define SULIH_BASE_LEXICON_MORPHOLOGY_H

#include "base/lexicon/words.h"

/* The longest word of the list has 24 letters; with affixes twice that is no word. */
enum { WORD_MAX = 48, ROOT_MIN = 3, ROOT_LONG = 6, SYLLABLE_MAX = 4 };

/* Classes of headword that an affix may stand on, as bits. */
enum {
	VERBS = 1 << SULIH_WORD_VERB,
	NOUNS = 1 << SULIH_WORD_NOUN,
	ADJECTIVES = 1 << SULIH_WORD_ADJECTIVE,
	NUMERALS = 1 << SULIH_WORD_NUMERAL,
	CONTENT = VERBS | NOUNS | ADJECTIVES,
	ANY = ~0
};

static inline bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static inline bool one_of(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

static inline bool cut_end(struct sulih_view *text, const char *suffix)
{
	struct sulih_view end = sulih_view_of(suffix);

	if (text->length <= end.length + 1 || !sulih_view_ends(*text, end))
		return false;
	text->length -= end.length;
	return true;
}

static inline bool cut_start(struct sulih_view *text, const char *prefix)
{
	struct sulih_view start;

	/* most are told by their first letter */
	if (text->length < ROOT_MIN || text->data[0] != prefix[0])
		return false;
	start = sulih_view_of(prefix);
	if (text->length <= start.length + 1 || !sulih_view_starts(*text, start))
		return false;
	*text = sulih_view_slice(*text, start.length, text->length);
	return true;
}

/* What the word is with the affixes that were taken off; true, for returning. */
static inline bool mark(struct sulih_word *word, enum sulih_word_class as, unsigned affixes)
{
	word->word_class = as;
	word->affixes |= affixes;
	return true;
}

/* The word is a headword of one of the classes. */
bool sulih_word_headword(struct sulih_view text, int classes, struct sulih_word *word);

/* A root: a headword long enough that an affix on it is no accident (Peru is not per- + u). */
static inline bool sulih_word_root(struct sulih_view text, int classes, struct sulih_word *word)
{
	return text.length >= ROOT_MIN && sulih_word_headword(text, classes, word);
}

/* nasals.c: meN- and peN-. */

/*
 * What may stand behind me- or pe-: the nasal takes the place of k, p, s, t before a
 * vowel (mengirim < kirim, memukul < pukul, menyapu < sapu, menulis < tulis), and loan
 * words keep them (memproduksi, mengklaim).
 */
struct stems {
	char room[WORD_MAX];
	struct sulih_view list[3];
	unsigned count;
};

/* The stems that `rest`, what stands behind me- or pe-, may be of. */
void sulih_word_nasal_stems(struct sulih_view rest, struct stems *stems);
/* The listed verb whose active form is meN- + stem: (di)katakan, katakan → mengatakan. */
bool sulih_word_active_verb(struct sulih_view stem, struct sulih_word *word);

/* affixes.c: with one prefix, a suffix, or both. */
bool sulih_word_affixed(struct sulih_view text, struct sulih_word *word);

/* bound.c: with a form that is no word alone: antar-, pasca-, non-. */
bool sulih_word_bound(struct sulih_view text, struct sulih_word *word);

/* spoken.c: as speech has it (ngirim, dibikinin, ketabrak). */
bool sulih_word_spoken(struct sulih_view text, struct sulih_word *word);

/* words.c: without clitics, and with those of all kinds. */
bool sulih_word_simple(struct sulih_view text, struct sulih_word *word);
bool sulih_word_with_particle(struct sulih_view text, struct sulih_word *word);

/* doubled.c: said twice. */
bool sulih_word_doubled(struct sulih_view text, struct sulih_word *word);

#endif
