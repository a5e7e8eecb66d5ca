/*
 * Who is named beside a verb of saying.  Internal to segment/quotes.
 */
#ifndef SULIH_SEGMENT_QUOTES_SPEAKER_SPEAKER_H
#define SULIH_SEGMENT_QUOTES_SPEAKER_SPEAKER_H

#include "segment/quotes/speaker/tokens.h"

struct speaker {
	struct sulih_span name; /* empty: nobody is named */
	bool pronoun;	/* dia, ia, beliau: nobody is named, and nobody is to be looked for */
	bool described; /* a title or a description was read: Ketua RT 05 */
	size_t next;	/* token behind what was read */
};

/* Reads the noun phrase at tokens[from, to): titles, offices and bodies are passed
 * over ("Menteri Keuangan Sri Mulyani" → Sri Mulyani). */
struct speaker sulih_read_speaker(const struct tokens *tokens, size_t from, size_t to);

/* Finds the subject of the verb at `verb` in the clause that begins at `from`. */
struct speaker sulih_find_subject(const struct tokens *tokens, size_t from, size_t verb);

#endif
