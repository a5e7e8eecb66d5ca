/*
 * The common words of Indonesian news (words.tsv) and their inflected forms.
 *
 * A look-up takes off clitics (-nya, -lah), affixes (di-, meN-, ke-…-an) and
 * reduplication until a headword is left.  It is strict, because stages use it
 * to tell words from names: an affix counts only on a headword of a class that
 * takes it, and only with the sounds it has there (Medan is not me- + dan).
 *
 * No allocation, no state: any thread may call it.
 */
#ifndef SULIH_BASE_LEXICON_WORDS_H
#define SULIH_BASE_LEXICON_WORDS_H

#include <stdbool.h>

#include "base/table.h"
#include "base/view.h"

/* Parts of speech, in the order of their marks in words.tsv. */
enum sulih_word_class {
	SULIH_WORD_NOUN,	 /* n */
	SULIH_WORD_VERB,	 /* v: its English is a base form, "be famous" for states */
	SULIH_WORD_ADJECTIVE,	 /* a */
	SULIH_WORD_ADVERB,	 /* adv */
	SULIH_WORD_PRONOUN,	 /* pron */
	SULIH_WORD_PREPOSITION,	 /* prep */
	SULIH_WORD_CONJUNCTION,	 /* conj */
	SULIH_WORD_NUMERAL,	 /* num */
	SULIH_WORD_DETERMINER,	 /* det */
	SULIH_WORD_PARTICLE,	 /* part: negation, aspect, modal verbs */
	SULIH_WORD_INTERJECTION, /* int */
	SULIH_WORD_QUESTION	 /* q */
};

/* What was taken off the word to reach the headword. */
enum {
	SULIH_AFFIX_ME = 1 << 0,     /* meN-, memper-: active */
	SULIH_AFFIX_DI = 1 << 1,     /* di-, diper-: passive */
	SULIH_AFFIX_BER = 1 << 2,    /* ber-, be- */
	SULIH_AFFIX_TER = 1 << 3,    /* ter-, te- */
	SULIH_AFFIX_PE = 1 << 4,     /* peN-, pe-: who does it */
	SULIH_AFFIX_PER = 1 << 5,    /* per-…-an */
	SULIH_AFFIX_KE = 1 << 6,     /* ke-, ke-…-an */
	SULIH_AFFIX_SE = 1 << 7,     /* se- */
	SULIH_AFFIX_KU_ = 1 << 8,    /* ku-, kau-: done by me, by you */
	SULIH_AFFIX_KAN = 1 << 9,    /* -kan */
	SULIH_AFFIX_I = 1 << 10,     /* -i */
	SULIH_AFFIX_AN = 1 << 11,    /* -an */
	SULIH_AFFIX_NYA = 1 << 12,   /* -nya */
	SULIH_AFFIX_KU = 1 << 13,    /* -ku */
	SULIH_AFFIX_MU = 1 << 14,    /* -mu */
	SULIH_AFFIX_LAH = 1 << 15,   /* -lah */
	SULIH_AFFIX_KAH = 1 << 16,   /* -kah: a question */
	SULIH_AFFIX_PUN = 1 << 17,   /* -pun */
	SULIH_AFFIX_TWICE = 1 << 18, /* anak-anak, anak2, bermain-main */
	SULIH_AFFIX_BOUND = 1 << 19  /* antarwarga, pascagempa: see bound */
};

struct sulih_word {
	struct sulih_row row;		  /* of the headword */
	enum sulih_word_class head_class; /* of the headword */
	enum sulih_word_class word_class; /* of the word as it stands: kebersihan is a noun */
	unsigned affixes;		  /* SULIH_AFFIX_* */
	struct sulih_view gloss;	  /* English of the headword */
	struct sulih_view bound;	  /* English of the form before it: "post-"; else empty */
};

/* The class of a mark in a list: "adv"; what is no mark counts as a noun. */
enum sulih_word_class sulih_word_class_of(struct sulih_view mark);

/* Finds the headword of a lower-case word; false (and *word zeroed) when there is none. */
bool sulih_word_find(struct sulih_view lower, struct sulih_word *word);

/* Whether it is a common word or an inflected form of one. */
bool sulih_word_known(struct sulih_view lower);

#endif
