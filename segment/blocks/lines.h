/*
 * The lines of a paragraph, and which of them a typewriter or mail program broke.
 */
#ifndef SULIH_SEGMENT_BLOCKS_LINES_H
#define SULIH_SEGMENT_BLOCKS_LINES_H

#include "segment/segment.h"

struct line {
	struct sulih_span span; /* clean text, without white space at its ends */
	unsigned width;		/* code points, at most LINE_WIDEST + 1 */
	unsigned first_word;	/* code points of its first word */
	bool marker;		/* begins with a list marker */
	bool finished;		/* ends with a stop, or a closing mark behind one */
	bool hyphen;		/* ends with a hyphen behind a letter */
	bool label;		/* its first word is a label: `Host: Selamat pagi` */
	bool broken;		/* its last word goes on in the next line: `men-` */
	bool doubled;		/* its last word stands again in the next line: `anak-` */
	bool open;		/* ends with a comma or a word that cannot end a sentence */
	bool small;		/* begins with a small letter */
	bool shouts;		/* letters, all of them capitals */
	bool prose;		/* more small words than capital ones: no heading */
	bool name_end;		/* its last word has a capital */
	bool name_start;	/* begins with a capital, a figure or a bracket */
	char last;		/* its last byte */
	bool joins_next;	/* set by sulih_judge_lines */
};

/* A line wider than this was not broken by hand or by a mail program. */
#define LINE_WIDEST 120

/* `- `, `• `, `1. `, `a) `, `(3) `: does the line begin with a list marker? */
bool sulih_has_marker(struct sulih_view text, struct sulih_span line);
/* Whether the text begins with the bullet of a list, which no number is, and a blank. */
bool sulih_has_bullet(struct sulih_view text);

/* Fills all of *line but broken, doubled and joins_next; the span is given. */
void sulih_measure_line(struct sulih_view text, struct line *line);

/* Decides which lines of one paragraph run on.  *known_width is the width to which
 * earlier paragraphs were filled (0: not known), and is kept up to date. */
void sulih_judge_lines(struct line *lines, size_t count, unsigned *known_width);

#endif
