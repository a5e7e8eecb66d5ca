/* What the lists and the forms of a word say of it, a bit each: what the rules ask first. */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_FACTS_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_FACTS_H

#include <stdbool.h>
#include <stdint.h>

enum word_fact {
	FACT_COMMON = 1u << 0, /* an Indonesian word, also by affix stripping */
	FACT_FUNCTION =
		1u << 1,       /* pronoun, preposition, conjunction, calendar word: never a name */
	FACT_TITLE = 1u << 2,  /* begins a title, rank, office, profession */
	FACT_GIVEN = 1u << 3,  /* part of persons' names */
	FACT_SAID = 1u << 22,  /* verb of saying before its speaker: kata, ujar */
	FACT_SAYING = 1u << 4, /* verb of saying behind its subject: mengatakan */
	FACT_PARTICLE = 1u << 5,   /* bin, van, de, al: inside names */
	FACT_ENGLISH = 1u << 6,	   /* of, for, the: inside English names */
	FACT_HEAD = 1u << 7,	   /* begins a head word of places, bodies, works, events */
	FACT_CALENDAR = 1u << 8,   /* weekday or month */
	FACT_PREFIX = 1u << 9,	   /* pro-, anti-, se- */
	FACT_ROMAN = 1u << 10,	   /* Roman numeral */
	FACT_ORG = 1u << 11,	   /* marks an organisation in its name: Inc, United, FC */
	FACT_NUMBERED = 1u << 12,  /* takes a number into the name: Boeing 737 */
	FACT_COMPASS = 1u << 13,   /* Selatan, Utara */
	FACT_MAP = 1u << 14,	   /* in its Title form begins a key of the MAP lists */
	FACT_MAP_UPPER = 1u << 15, /* in capitals it does */
	FACT_SHORT = 1u << 16,	   /* abbreviated part of a name: Muh, Abd, St */
	FACT_LANGUAGE = 1u << 17,  /* bahasa: what follows is a language */
	FACT_WORK = 1u << 18,	   /* film, novel, lagu: a title follows */
	FACT_CLITIC = 1u << 19,	   /* -nya, -lah */
	FACT_ARTICLE = 1u << 20,   /* al-, el-: before a hyphen */
	FACT_TERM = 1u << 23,	   /* an acronym that is an ordinary noun: KTP, BBM */
	FACT_FAMILY = 1u << 24,	   /* a family or clan name: a first name stands before it */
	FACT_PLAIN = 1u << 25,	   /* an ordinary word even if somebody bears it as a name */
	FACT_LEARNED = 1u << 26,   /* word_learn_capital has been here */
	FACT_GRAMMAR = 1u << 27,   /* pronoun, preposition, conjunction */
	FACT_PARTY = 1u << 28,	   /* an ordinary word that with a capital is a party: Demokrat */
	FACT_GROWN = 1u << 21,	   /* Gus, Bung, Ki: honorifics that belong to the name */
	FACT_LEAD = 1u << 29,	   /* van, de: a particle that may also begin a name; aespa */
	FACT_FIGURE = 1u << 30,	   /* it says something in a figure */
	FACT_LISTED = FACT_MAP | FACT_MAP_UPPER
};
/* It begins a listed name of several senses; no enumerator, which must be an int. */
#define FACT_SENSES (UINT32_C(1) << 31)

/* Budi: of persons' names, and no ordinary word, as Bintang is. */
static inline bool is_only_given(uint32_t facts)
{
	return (facts & (FACT_GIVEN | FACT_COMMON)) == FACT_GIVEN;
}

/* The same, and no listed name begins with it either, as with Milan. */
static inline bool is_given_alone(uint32_t facts)
{
	return is_only_given(facts) && !(facts & FACT_MAP);
}

/* rumah: an ordinary word, and nobody is called so. */
static inline bool is_only_common(uint32_t facts)
{
	return (facts & (FACT_COMMON | FACT_GIVEN)) == FACT_COMMON;
}

#endif
