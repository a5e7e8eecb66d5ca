/*
 * What the words before a dateline's dash are made of.
 */
#ifndef SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_PARTS_H
#define SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_PARTS_H

#include <stdbool.h>

#include "base/view.h"

/* What the head before the dash is made of. */
struct dateline_parts {
	unsigned outlets, places, dates, other; /* other: capital words of no list */
	bool shouts;				/* every other word in capitals */
	bool bracket;				/* an outlet in brackets: (ANTARA) */
	bool comma;				/* a comma right behind the first place */
	bool bar;				/* a bar: Denpasar | Suara Bali */
};

/* Reads one part of the head at `at`; its end, or `at` when it fits no dateline. */
size_t sulih_read_dateline_part(struct sulih_view head, size_t at, struct dateline_parts *parts);

/* Reads all of the head; false when a word of it fits no dateline. */
bool sulih_read_dateline_head(struct sulih_view head, struct dateline_parts *parts);

/* Whether the words before the dash, or colon, are a dateline. */
bool sulih_dateline_convinces(const struct dateline_parts *parts, bool colon);

/* The end of the word at `at`. */
size_t sulih_dateline_token_end(struct sulih_view text, size_t at);

/* `inews.id`, `metrotvnews.com`: an outlet that no list knows. */
bool sulih_is_outlet_domain(struct sulih_view word);

/* A figure, a month, a weekday, a zone. */
bool sulih_is_date_word(struct sulih_view word);

/* `BREAKING NEWS - Kapal tenggelam`: no outlet. */
bool sulih_is_flash(struct sulih_view head);

bool sulih_in_capitals(struct sulih_view word);

#endif
