/*
 * Inside the gloss engine: a sentence as a row of units.
 *
 *   units.c       parts → units: words, phrases, placeholders
 *   phrases.c     words that are one unit: phrases of the list, offices
 *   clause.c      what each unit is in English; verb.c, auxiliary.c, noun.c and
 *                 adjective.c for these
 *   neighbours.c  what they ask of the units beside theirs
 *   order.c       where it goes: adjectives and owners before their noun
 *   english.c     English inflection
 *   gloss.c       the whole, and writing the target
 */
#ifndef SULIH_PIPELINE_TRANSLATE_GLOSS_UNITS_H
#define SULIH_PIPELINE_TRANSLATE_GLOSS_UNITS_H

#include "base/lexicon/words.h"
#include "pipeline/translate/gloss/gloss.h"

enum unit_kind { UNIT_WORD, UNIT_PLACEHOLDER, UNIT_END };

enum unit_letters { LETTERS_LOWER, LETTERS_CAPITAL, LETTERS_TITLE, LETTERS_UPPER };

/* A form of address or of a thing that English says in one of three cases. */
enum unit_case { CASE_SUBJECT, CASE_OBJECT, CASE_OWNER };

struct unit {
	enum unit_kind kind;
	struct sulih_view gap;	  /* marks and blanks before it */
	struct sulih_view source; /* its words, empty for a placeholder */
	unsigned placeholder;
	enum sulih_span_kind span_kind; /* of a placeholder */
	struct sulih_view stands_for;	/* its English */
	bool joined;			/* nothing but one blank before it */
	bool found;			/* in the lexicon or the list of phrases */
	bool opens;			/* first of a sentence: its capital says nothing */
	struct sulih_word word;		/* when found */
	struct sulih_view key;		/* lower-case headword, when found */
	enum unit_letters letters;
	bool plural;
	bool base;    /* a verb that was said in its base form; one behind "and" follows it */
	bool dropped; /* says nothing of its own in English: para, classifiers */
	enum unit_case cased;
	struct sulih_view english; /* set by clause.c; of an unknown word its source */
};

struct sentence {
	SULIH_VECTOR(struct unit) units; /* the last is UNIT_END with the final gap */
	size_t *order;			 /* units in the order of the target */
	struct sulih_arena *arena;
	struct sulih_buffer room; /* for one unit's English */
	bool failed;		  /* out of memory */
};

/* Longer keys no list has. */
enum { GLOSS_KEY_MAX = 96 };

/* The words, at most `most`, that begin at `unit` and are one phrase, office or rank: fills the
 * unit and gives their number; 0: there is none. */
size_t sulih_gloss_phrase(struct sentence *sentence, struct unit *unit, size_t most);

int sulih_gloss_read(struct sentence *sentence, const struct sulih_part *parts, size_t count,
		     const struct sulih_placeholder *placeholders, size_t placeholder_count);
void sulih_gloss_clause(struct sentence *sentence);
void sulih_gloss_order(struct sentence *sentence);

/* The unit is a found word of that class. */
static inline bool unit_is(const struct unit *unit, enum sulih_word_class class)
{
	return unit->kind == UNIT_WORD && unit->found && unit->word.word_class == class;
}

/* The unit's headword is `key`, without affixes. */
static inline bool unit_says(const struct unit *unit, const char *key)
{
	return unit->kind == UNIT_WORD && unit->found && sulih_view_is(unit->key, key);
}

static inline bool unit_has(const struct unit *unit, unsigned affixes)
{
	return (unit->word.affixes & affixes) != 0;
}

#endif
