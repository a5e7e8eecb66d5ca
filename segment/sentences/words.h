/*
 * What is known of the words beside a candidate.
 */
#ifndef SULIH_SEGMENT_SENTENCES_WORDS_H
#define SULIH_SEGMENT_SENTENCES_WORDS_H

#include <stdbool.h>

#include "base/view.h"

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,    /* before a name: Prof., Brigjen. */
	ABBREVIATION_COMPANY,  /* before a firm's name: PT. */
	ABBREVIATION_NUMBER,   /* before a name or number: Jl., No. */
	ABBREVIATION_NUMERIC,  /* before a figure only: Hal. 5 */
	ABBREVIATION_CURRENCY, /* Rp. */
	ABBREVIATION_PHRASE,   /* between words: a.n., s.d. */
	ABBREVIATION_DEGREE,   /* behind a name: S.H. */
	ABBREVIATION_SUFFIX,   /* behind a name: Tbk., Jr. */
	ABBREVIATION_ETC,      /* dll., dkk. */
	ABBREVIATION_UNIT,     /* km, jt */
	ABBREVIATION_MONTH     /* Agt., Sen. */
};

/* The kind of `word` (without its last stop); *noun: it may be a word of its own. */
enum abbreviation sulih_abbreviation(struct sulih_view word, bool *noun);

bool sulih_starts_strongly(struct sulih_view word); /* Ia, Namun, Polisi: never part of a name */
bool sulih_is_plain_word(struct sulih_view word);   /* also nouns that names may contain */
bool sulih_is_label_noun(struct sulih_view word);   /* vitamin, grup: a letter follows as a label */
bool sulih_is_attribution(struct sulih_view word);  /* kata, ujarnya */
/* mengatakan: its subject before it */
bool sulih_is_saying_predicate(struct sulih_view word);
/* A part of personal names: Lestari, Putra. */
bool sulih_is_name_part(struct sulih_view word);
bool sulih_is_title(struct sulih_view word); /* Sultan, Putra */
/* How many digits the word ends with. */
size_t sulih_trailing_digits(struct sulih_view word);

bool sulih_is_digits(struct sulih_view word);
bool sulih_is_single_letter(struct sulih_view word);
/* What stands behind the last of the signs: `d` of `a.d`. */
struct sulih_view sulih_behind_last(struct sulih_view word, const char *signs);
bool sulih_is_roman(
	struct sulih_view word); /* II, XIV; also single I V X L. C, D, M make words: CV, MD */
bool sulih_is_domain_label(struct sulih_view word); /* com, id, pdf: after a dot inside a token */
bool sulih_is_file_label(struct sulih_view word);   /* pdf, jpg */

#endif
