/*
 * The words a line opens with that say what it is: `Baca juga`, `Penulis:`.
 */
#ifndef SULIH_SEGMENT_BLOCKS_FURNITURE_OPENING_H
#define SULIH_SEGMENT_BLOCKS_FURNITURE_OPENING_H

#include "segment/segment.h"

enum opening_manner {
	OPENING_LINE,	/* nothing else stands on the line */
	OPENING_COLON,	/* a colon or bar follows */
	OPENING_DATED,	/* a date follows: `Update: 3 Maret 2025`, not `UPDATE: Gempa Cianjur` */
	OPENING_HEAD,	/* whatever follows */
	OPENING_MID,	/* also amid a paragraph, behind a sentence */
	OPENING_PERSON, /* only names follow */
	OPENING_SHORT,	/* no stop at the end */
	OPENING_NOTICE	/* whatever follows but a sentence of common words */
};

struct opening {
	enum sulih_role role;
	enum opening_manner manner;
	size_t end; /* offset in the text, behind the words */
	bool genre; /* before a colon the words also say what a page shows: `VIDEO: …` */
};

/* Finds the longest opening listed at the head of `text`; false when there is none. */
bool sulih_find_opening(struct sulih_view text, struct opening *opening);

/* Whether a small letter follows the words: `Hak cipta lagu itu …` is a sentence. */
bool sulih_opening_goes_on(struct sulih_view text, const struct opening *opening);

/* `Baca juga buku pedoman itu, kata panitia.`: words of links that begin a sentence of the
 * text.  Behind a link's words stand its title, or a word for what it leads to.
 * Amid a paragraph (`amid`) a stop at the end says enough. */
bool sulih_opening_is_sentence(struct sulih_view text, const struct opening *opening, bool amid);

/* The longest phrase of `table` (lower-case keys) at text[at]; its length in bytes, or 0. */
struct sulih_table;
size_t sulih_match_phrase(const struct sulih_table *table, struct sulih_view text, size_t at);

#endif
