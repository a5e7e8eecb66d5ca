/*
 * Segment: clean text → blocks with roles, sentences, quotes.
 *
 * Two texts matter here.  The *clean* text is what normalize/ gives, with its
 * lines.  The *running* text is the clean text with hard-wrapped lines joined:
 * a line end inside a sentence is a blank, and a hyphen that only broke a word
 * is gone.  All spans are byte offsets into the running text; `joins` lead back
 * to the clean text.  Mostly no line is joined and both texts are the same bytes.
 *
 * Invariants (sulih_segmentation_verify): segments are in order, do not overlap,
 * hold no white space at their edges, and whatever lies between them is white
 * space; every segment and every quote lies in one block; blocks are in order and do
 * not overlap.
 *
 * This room knows base/ and ICU only.
 */
#ifndef SULIH_SEGMENT_SEGMENT_H
#define SULIH_SEGMENT_SEGMENT_H

#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/vector.h"

enum sulih_role {
	SULIH_ROLE_BODY,
	SULIH_ROLE_HEADING,
	SULIH_ROLE_BYLINE, /* also reporter code, the page's date line */
	SULIH_ROLE_CAPTION,
	SULIH_ROLE_BOILERPLATE
};

/* A place where the running text differs from the clean text. */
struct sulih_join {
	size_t clean;		/* offset in the clean text */
	size_t running;		/* offset in the running text */
	uint8_t clean_length;	/* bytes of clean text that stood there: "\n" 1, "-\n" 2 */
	uint8_t running_length; /* 1: a blank stands instead; 0: nothing */
};

struct sulih_block {
	struct sulih_span span;
	enum sulih_role role;
	struct sulih_span dateline; /* empty (start == end) when there is none */
};

struct sulih_segment_span {
	struct sulih_span span;
	size_t block; /* index into blocks */
	const char
		*rule; /* static: name of the rule that set the border at its end, for --explain */
};

enum sulih_quote_kind { SULIH_QUOTE_SPEECH, SULIH_QUOTE_MENTION };

struct sulih_quote {
	struct sulih_span span;	   /* with its marks */
	struct sulih_span inner;   /* without */
	struct sulih_span speaker; /* the name in the running text; empty: nobody named */
	struct sulih_span cue;	   /* the verb of saying ("kata", "ujarnya"); empty: none */
	enum sulih_quote_kind kind;
	bool closed;
	unsigned depth; /* 1, or 2 for a quote within a quote */
};

struct sulih_segmentation {
	struct sulih_view running;  /* borrows the clean text when nothing was joined */
	struct sulih_buffer joined; /* storage of the running text otherwise */
	SULIH_VECTOR(struct sulih_join) joins;
	SULIH_VECTOR(struct sulih_block) blocks;
	SULIH_VECTOR(struct sulih_segment_span) segments;
	SULIH_VECTOR(struct sulih_quote)
	quotes;				      /* by start; an outer quote before its inner ones */
	struct sulih_diagnostics diagnostics; /* spans: running text */
};

/* One border that was proposed and what became of it; for --explain. */
struct sulih_border {
	size_t offset; /* running text: where the next sentence would begin */
	bool taken;
	const char *rule; /* static: its name; docs/rules.md has reason and example */
};

struct sulih_segment_options {
	/* Called for every border taken or refused, in order; may be NULL. */
	void (*on_border)(void *context, const struct sulih_border *border);
	void *context;
};

void sulih_segmentation_init(struct sulih_segmentation *segmentation);
void sulih_segmentation_release(struct sulih_segmentation *segmentation);

/* Segments clean text (as normalize/ gives it), which must stay alive as long as
 * the result.  Returns 0, SULIH_ERROR_MEMORY or SULIH_ERROR_INTERNAL (ICU). */
int sulih_segment(struct sulih_view clean, const struct sulih_segment_options *options,
		  struct sulih_segmentation *out, struct sulih_error *error) SULIH_MUST_CHECK;

/* A part of the running text. */
static inline struct sulih_view sulih_running_slice(const struct sulih_segmentation *segmentation,
						    struct sulih_span span)
{
	return sulih_view_slice(segmentation->running, span.start, span.end);
}

/* The place in the clean text of running offset `offset`. */
size_t sulih_segmentation_clean(const struct sulih_segmentation *segmentation, size_t offset);

/* 0 when the invariants hold, else SULIH_ERROR_INTERNAL with the first that does not. */
int sulih_segmentation_verify(const struct sulih_segmentation *segmentation,
			      struct sulih_view clean, struct sulih_error *error);

const char *sulih_role_name(enum sulih_role role); /* "body", "heading", … */

#endif
