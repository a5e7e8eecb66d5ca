/*
 * A line in repair: its characters one by one, each with the source it came from.
 *
 * Only lines in which normalize/scan.c saw something suspicious are taken apart
 * like this.  The repairs (mojibake, references, spaces, …) are functions from
 * line to line; they run until none changes anything, because one repair can
 * uncover another ("&amp;quot;", a full-width "＆"), and because normalising
 * twice must equal once.
 *
 * A very long line is worked in several parts (normalize/stream.c), so "line"
 * here may be such a part.
 */
#ifndef SULIH_NORMALIZE_REPAIR_LINE_H
#define SULIH_NORMALIZE_REPAIR_LINE_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/character.h"
#include "base/diagnostics.h"
#include "base/vector.h"
#include "base/view.h"

struct sulih_cell {
	uint32_t c;    /* the character */
	uint32_t from; /* source code points that it stands for, counted from the line's start */
	uint32_t to;
};

struct sulih_repair {
	enum sulih_diagnostic_id id;
	uint32_t from, to; /* source code points, counted from the line's start */
	uint32_t amount;   /* lines, bytes, … for the message; mostly 1 */
};

/* A paragraph separator: written as two line ends. */
#define SULIH_PARAGRAPH_SEPARATOR 0x2029u

struct sulih_line {
	SULIH_VECTOR(struct sulih_cell) cells;
	SULIH_VECTOR(struct sulih_cell) spare; /* for repairs that make a line longer */
	SULIH_VECTOR(struct sulih_repair) repairs;
	uint32_t source_length; /* code points; an undecodable byte is one */
	bool starts;		/* its beginning is the beginning of a line */
	bool ends;		/* its end is the end of a line, or of the text */
	bool after_space;	/* a blank is pending before it */
	bool unsettled;		/* repairs uncover ever more */
	bool failed;		/* out of memory */
};

void sulih_line_release(struct sulih_line *line);

/* Notes a repair of the cells from `first` to `last`. */
void sulih_line_note(struct sulih_line *line, enum sulih_diagnostic_id id,
		     const struct sulih_cell *first, const struct sulih_cell *last);

/*
 * For repairs that need the line as it was while they make the new one: the new
 * line is put into `spare`, then taken over.  begin copies the cells before `at`
 * and makes room for the whole line and `more`.
 */
bool sulih_line_begin_spare(struct sulih_line *line, size_t at, size_t more);
void sulih_line_take_spare(struct sulih_line *line);

static inline void sulih_line_put_spare(struct sulih_line *line, struct sulih_cell cell)
{
	line->spare.items[line->spare.count++] = cell;
}

/* Bytes to cells; bytes that are no UTF-8 are read as Windows-1252 or become U+FFFD. */
void sulih_line_decode(struct sulih_line *line, struct sulih_view bytes);

/* The repairs.  Each returns whether it changed anything. */
bool sulih_repair_width(struct sulih_line *line);
bool sulih_repair_references(struct sulih_line *line);
bool sulih_repair_mojibake(struct sulih_line *line);
bool sulih_repair_spaces(struct sulih_line *line);

/* Makes the line end of any kind that the line ends with a plain one. */
void sulih_repair_last_end(struct sulih_line *line);
bool sulih_repair_composition(struct sulih_line *line);
bool sulih_repair_glue(struct sulih_line *line);

/* Runs all repairs, or those of form only (not `all`: no references, no mojibake), until none
 * changes anything; false when they uncover ever more. */
bool sulih_line_settle(struct sulih_line *line, bool all);

/* Appends a character, or the line ends that it stands for; returns the bytes. */
size_t sulih_line_put_cell(struct sulih_buffer *out, uint32_t c);

/* White space, a line end, an invisible or control character. */
bool sulih_is_layout(uint32_t c);
/* A row of characters of which all are so is in NFC. */
bool sulih_is_composed(uint32_t c);

#endif
