/* What the reader and the index of the glossary share; for glossary*.c only. */
#ifndef SULIH_PIPELINE_PROTECT_TERMS_GLOSSARY_BUILD_H
#define SULIH_PIPELINE_PROTECT_TERMS_GLOSSARY_BUILD_H

#include "pipeline/protect/terms/delimited.h"
#include "pipeline/protect/terms/glossary.h"

struct sulih_glossary {
	struct sulih_arena arena;
	const char *name;
	SULIH_VECTOR(struct sulih_term) terms;
	struct sulih_term **order; /* by first word, the longest first */
	unsigned char firsts[32];  /* set of the first bytes of all folded sources */
};

void sulih_glossary_say(struct sulih_glossary_report *report, size_t line, enum sulih_level level,
			const char *format, ...) SULIH_PRINTF(4, 5);

enum sulih_glossary_column {
	SULIH_COLUMN_SOURCE,
	SULIH_COLUMN_TARGET,
	SULIH_COLUMN_KIND,
	SULIH_COLUMN_CASE,
	SULIH_COLUMN_NOTE,
	SULIH_COLUMNS
};

/* One file being read. */
struct sulih_glossary_reading {
	struct sulih_glossary *glossary;
	struct sulih_glossary_report *report;
	struct sulih_row_reader rows;
	int columns[SULIH_COLUMNS]; /* cell of each column; -1: not in this file */
	size_t named;		    /* cells that the columns take */
	bool begun;
};

/* Without the blanks at its ends. */
struct sulih_view sulih_glossary_trim(struct sulih_view cell);

/* Whether the row names the columns; then they are set. */
bool sulih_glossary_header(struct sulih_glossary_reading *r);

/* Adds the row's entry, or tells what is wrong with it; only memory makes it fail. */
int sulih_glossary_entry(struct sulih_glossary_reading *r, struct sulih_error *error);

/* Orders the entries, marks and reports those that contradict each other. */
int sulih_glossary_index(struct sulih_glossary *glossary, struct sulih_glossary_report *report);

#endif
