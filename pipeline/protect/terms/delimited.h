/*
 * Rows of cells parted by a character: CSV as of RFC 4180, or TSV, whose cells are
 * taken as they stand.  Line ends may be LF, CRLF or CR.
 */
#ifndef SULIH_PIPELINE_PROTECT_TERMS_DELIMITED_H
#define SULIH_PIPELINE_PROTECT_TERMS_DELIMITED_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/vector.h"

struct sulih_row_reader {
	struct sulih_view text;
	size_t at;
	size_t line; /* of the row last read, from 1 */
	size_t next_line;
	char parting; /* '\t', ',' or ';' */
	bool quotes;  /* cells may stand in quotation marks */
	struct sulih_arena *arena;
	SULIH_VECTOR(struct sulih_view) cells; /* of the row last read */
	bool first_quoted;		       /* its first cell stood in quotation marks */
};

/* `csv`: cells parted by commas, or by semicolons where the first line has more of
 * those (spreadsheets write so in countries with a decimal comma). */
void sulih_row_reader_init(struct sulih_row_reader *reader, struct sulih_view text, bool csv,
			   struct sulih_arena *arena);
void sulih_row_reader_release(struct sulih_row_reader *reader);

/* Reads a row, blank ones too.  1: there it is; 0: no more; SULIH_ERROR_INPUT with what is
 * wrong with the row (reader->line), after which reading may go on; SULIH_ERROR_MEMORY. */
int sulih_row_reader_next(struct sulih_row_reader *reader, struct sulih_error *error);

#endif
