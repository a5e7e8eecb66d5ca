/* What the finder of terms and the test of one term share. */
#ifndef SULIH_PIPELINE_PROTECT_TERMS_TERMS_INSIDE_H
#define SULIH_PIPELINE_PROTECT_TERMS_TERMS_INSIDE_H

#include "base/letter.h"
#include "pipeline/protect/terms/glossary.h"
#include "pipeline/protect/protect.h"

struct sulih_term_finder {
	struct sulih_document *document;
	struct sulih_candidates *candidates;
	const struct sulih_glossary *glossary;
	struct sulih_view text; /* running text up to the end of the segment */
	size_t start;		/* of the segment */
	bool shouted;		/* the segment is in capitals */
	bool titled;		/* … or in Title Case */
	struct sulih_buffer word, room;
	SULIH_VECTOR(const struct sulih_term *) told; /* conflicts reported already */
	struct sulih_error *error;
};

struct sulih_term_match {
	const struct sulih_term *term;
	struct sulih_span span;
	bool first_raised; /* the text has a capital letter where the term has a small one */
	int rank;	   /* 0: letter for letter */
};

/* The code point at `at`, 0 (and *used 0) behind the segment. */
uint32_t sulih_term_code_point(const struct sulih_term_finder *f, size_t at, size_t *used);
bool sulih_term_is_word_part(uint32_t c);
/* End of the letters and digits that begin at `at`. */
size_t sulih_term_run_end(const struct sulih_term_finder *f, size_t at);
/* What Indonesian sets before a word, with a hyphen or not: se-Jawa, pro-Palestina. */
bool sulih_term_is_prefix(struct sulih_view lower);
/* The text from `start` to `end` in small letters; good until the next call. */
struct sulih_view sulih_term_lowered(struct sulih_term_finder *f, size_t start, size_t end);
/* Inside an address of the net or an e-mail address, which is a thing of its own. */
bool sulih_term_in_address(const struct sulih_term_finder *f, struct sulih_span span);
/* Whether m->term stands at m->span.start; fills the rest of `m`. */
bool sulih_term_fits(struct sulih_term_finder *f, struct sulih_term_match *m);

#endif
