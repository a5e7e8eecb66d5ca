/*
 * The user's glossary: a TSV or CSV file of terms that beat every built-in list.
 *
 *     source      Indonesian, as it stands in the text, without clitics
 *     target      English; empty, or `do-not-translate`: the source is copied
 *     kind        a kind of span (term, person, place, organization, …); empty: term;
 *                 `copy`: as an empty target
 *     case        exact, insensitive; empty: as written, see below
 *     note        for people
 *
 * Only the source is needed.  A first line that begins with `source` names the columns,
 * which may then stand in another order; lines that begin with "# " are comments.
 *
 * Case: `exact` is the very letters, but a small first letter may be a capital one at
 * the start of a sentence or quote.  Empty is that, and words in capitals too where a
 * whole line is in capitals or Title Case.  `insensitive` is any case.
 *
 * Glossaries are read-only once loaded: any number of threads may share one.
 */
#ifndef SULIH_PIPELINE_PROTECT_TERMS_GLOSSARY_H
#define SULIH_PIPELINE_PROTECT_TERMS_GLOSSARY_H

#include "pipeline/document.h"

struct sulih_glossary;

enum sulih_term_case { SULIH_CASE_WRITTEN, SULIH_CASE_EXACT, SULIH_CASE_INSENSITIVE };

struct sulih_term {
	struct sulih_view source; /* normalised as the text is */
	struct sulih_view target; /* empty: copy */
	struct sulih_view note;
	struct sulih_view folded; /* source with small letters and plain apostrophes */
	enum sulih_span_kind kind;
	enum sulih_term_case letters;
	size_t line;	   /* in its file, from 1 */
	size_t rival;	   /* line of an entry with the same source and another target; 0: none */
	size_t first_word; /* bytes of `folded` up to the end of its first word */
};

/* Something to say about a line of a glossary. */
struct sulih_glossary_flaw {
	size_t line;
	enum sulih_level level;	   /* error: the glossary is refused */
	struct sulih_view message; /* what is wrong and what to do; no line end */
};

struct sulih_glossary_report {
	struct sulih_arena arena;
	SULIH_VECTOR(struct sulih_glossary_flaw) flaws; /* by line */
	size_t terms;					/* entries that can be used */
	bool failed;					/* out of memory */
};

/* Reads a TSV or CSV file.  SULIH_ERROR_CONFIG names file and line of the first error,
 * SULIH_ERROR_IO a file that cannot be read. */
int sulih_glossary_load(const char *path, struct sulih_glossary **glossary,
			struct sulih_error *error);

/* The same from memory; `name` stands in messages and decides TSV or CSV by its ending. */
int sulih_glossary_parse(struct sulih_view text, const char *name, struct sulih_glossary **glossary,
			 struct sulih_error *error);
void sulih_glossary_free(struct sulih_glossary *glossary);

/* Reads a file and lists everything that is to be said about it: what would refuse it, and
 * what is doubtful.  Fails only when the file cannot be read or memory runs out. */
int sulih_glossary_check(const char *path, struct sulih_glossary_report *report,
			 struct sulih_error *error);
int sulih_glossary_check_text(struct sulih_view text, const char *name,
			      struct sulih_glossary_report *report, struct sulih_error *error);
void sulih_glossary_report_release(struct sulih_glossary_report *report);

size_t sulih_glossary_count(const struct sulih_glossary *glossary);
/* Entry `index` < count, in the order of the file. */
const struct sulih_term *sulih_glossary_term(const struct sulih_glossary *glossary, size_t index);
/* For messages: the name it was loaded by. */
const char *sulih_glossary_name(const struct sulih_glossary *glossary);

/* Walks over the entries whose folded first word is `word`, the longest first:
 * *next is 0 at the start.  NULL: no more. */
const struct sulih_term *sulih_glossary_next(const struct sulih_glossary *glossary,
					     struct sulih_view word, size_t *next);
/* Whether an entry begins with the (folded) byte `first`: a quick no. */
bool sulih_glossary_begins(const struct sulih_glossary *glossary, unsigned char first);

/* Folds as `folded` is: small letters, ’ ‘ ʼ as '. */
void sulih_glossary_fold(struct sulih_view text, struct sulih_buffer *out);
/* The first word of a folded text: its leading letters and digits, else one character. */
size_t sulih_glossary_first_word(struct sulih_view folded);

#endif
