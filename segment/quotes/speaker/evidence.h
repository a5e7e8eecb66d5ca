/*
 * What the lists know of the words around a quote.  Internal to segment/quotes.
 */
#ifndef SULIH_SEGMENT_QUOTES_SPEAKER_EVIDENCE_H
#define SULIH_SEGMENT_QUOTES_SPEAKER_EVIDENCE_H

#include "segment/quotes/speaker/tokens.h"

/* Classes of phrase-words.tsv, as a set of bits. */
enum {
	IS_PRONOUN = 1 << 0,
	IS_PARTICLE = 1 << 1,
	IS_INNER = 1 << 2,
	IS_NAMING = 1 << 3,
	IS_OPENING = 1 << 4,
	IS_MONTH = 1 << 5,
	IS_KIN = 1 << 6,
	IS_PAPER = 1 << 7,
	IS_GROWN = 1 << 8,
	IS_CROWNED = 1 << 9,
	IS_SUSPECT = 1 << 10,
	IS_AREA = 1 << 11,
	IS_RESIDENT = 1 << 12
};

/* The classes of a word; 0: not listed. */
unsigned sulih_phrase_classes(const struct tokens *tokens, size_t index);

/* Whether the word is of a class of lists/phrase-words.tsv. */
bool sulih_phrase_says(const struct tokens *tokens, size_t index, const char *class);
/* The same of base/lexicon/beside-names.tsv. */
bool sulih_is_beside_name(const struct tokens *tokens, size_t index, const char *class);

/* Whether the word is a preposition or conjunction that ends a noun phrase. */
bool sulih_ends_phrase(const struct tokens *tokens, size_t index);

/* Number of tokens from `at` on that name a place; 0: none. */
size_t sulih_match_place(const struct tokens *tokens, size_t at);
/* The same for a body with a name of its own: Hamas, Persib Bandung. */
size_t sulih_match_named_body(const struct tokens *tokens, size_t at);

/* A newspaper, agency or broadcaster. */
bool sulih_is_outlet(const struct tokens *tokens, size_t at);
/* A part of personal names. */
bool sulih_is_given_name(const struct tokens *tokens, size_t at);
/* A word made as names of villages are: Karangrejo, Sukamaju. */
bool sulih_is_village(const struct tokens *tokens, size_t at);
/* An ordinary word, whatever its capital, as in names of offices: Keuangan. */
bool sulih_is_common(const struct tokens *tokens, size_t index);
/* An academic degree behind a name: S.I.K., M.H. */
bool sulih_is_degree(const struct tokens *tokens, size_t index);

#endif
