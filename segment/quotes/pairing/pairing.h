/*
 * The state of pairing the marks of one paragraph.  Internal to segment/quotes/pairing.
 */
#ifndef SULIH_SEGMENT_QUOTES_PAIRING_PAIRING_H
#define SULIH_SEGMENT_QUOTES_PAIRING_PAIRING_H

#include "base/letter.h"
#include "segment/quotes/pairing/marks.h"
#include "segment/segment.h"

/* A quote that was begun in this paragraph; slots are in order of their starts. */
struct slot {
	struct sulih_quote quote;
	uint8_t family;
	bool dropped;
	bool doubtful; /* the mark stands between blanks: no sure opening */
	bool twin;     /* opened by two marks that stand for one */
};

struct pairing {
	struct sulih_segmentation *out;
	struct sulih_view text;
	struct sulih_span paragraph;
	struct quote_marks marks;
	SULIH_VECTOR(struct slot) slots;
	SULIH_VECTOR(size_t) stack;  /* slots still open */
	SULIH_VECTOR(size_t) strays; /* closing marks that close nothing */
	SULIH_VECTOR(size_t) ends;   /* for depth: ends of the quotes around */
	size_t deep_end;	     /* where the quote ends in which others were too deep */
	size_t open[MARK_FAMILIES];
	size_t inch;  /* slot + 1 of the last quote closed by a mark that may be an inch */
	bool by_turn; /* straight marks open and close in turn, wherever they stand */
};

static inline struct slot *top_slot(struct pairing *p)
{
	return p->stack.count > 0 ? &p->slots.items[*SULIH_VECTOR_LAST(&p->stack)] : NULL;
}

/* The end of text[start, end) without the white space there. */
static inline size_t trimmed(struct sulih_view text, size_t start, size_t end)
{
	while (end > start && sulih_byte_is_space(text.data[end - 1]))
		end--;
	return end;
}

/* sides.c: which way the mark faces here, by its form, its place and what is open. */
enum mark_side sulih_side_of_mark(const struct pairing *p, const struct quote_mark *mark);
/* An inch or a foot, no quotation mark: layar 14" itu. */
bool sulih_is_inch(const struct pairing *p, const struct quote_mark *mark);

/* open.c; what returns int returns 0 or SULIH_ERROR_MEMORY. */
int sulih_open_quote(struct pairing *p, const struct quote_mark *mark);
/* Closes the open quote of the mark's family; those opened inside it are abandoned. */
int sulih_close_quote(struct pairing *p, const struct quote_mark *mark);
/* Closes the quote opened last, whatever its family. */
void sulih_close_top_quote(struct pairing *p, size_t inner_end, size_t end);
/* Ends what is open still at the end of the paragraph. */
void sulih_end_unclosed_quotes(struct pairing *p);

#endif
