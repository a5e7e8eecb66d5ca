/* One unit of a translated file: its target put together, and what is wrong with it. */
#ifndef SULIH_PIPELINE_FORMAT_XLIFF_UNIT_H
#define SULIH_PIPELINE_FORMAT_XLIFF_UNIT_H

#include <jansson.h>

#include "base/buffer.h"
#include "base/diagnostics.h"

struct _xmlNode; /* libxml2's xmlNode */

struct sulih_xliff_unit {
	const struct _xmlNode *node;
	struct sulih_view id;
	long line;
	/* what the skeleton knows of it */
	json_t *codes;		  /* what each code becomes, an array of strings */
	json_t *kinds;		  /* what each stands for, likewise; NULL: not told */
	const char *text, *clean; /* its source: running text, and with its line ends */
	/* what was found */
	unsigned char *seen; /* how often each code came */
	size_t glued;	     /* codes whose English hangs on the word before it */
	const char *fault;   /* why its target cannot be used; NULL: it can */
	size_t fault_code;   /* the code at fault, from 1; 0: none */
	enum sulih_diagnostic_id fault_id;
};

/* Whether every segment of the unit has its target. */
bool sulih_xliff_translated(const struct sulih_xliff_unit *unit);
/* Appends the target, the codes replaced, its segments in the order of their targets; sets
 * `fault` when codes or order are wrong.  False: out of memory. */
bool sulih_xliff_put_target(struct sulih_xliff_unit *unit, struct sulih_buffer *out);
/* Appends an element's text, with a mark for each code. */
enum { SULIH_XLIFF_CODE_MARK = 1 }; /* no character of XML */
void sulih_xliff_put_bare(const struct _xmlNode *element, struct sulih_buffer *out);
/* How many codes of an element hang on the word before them; `element` may be NULL. */
size_t sulih_xliff_glued(const struct sulih_xliff_unit *unit, const struct _xmlNode *element);
/* Whether a node is one of the pieces of a 2.x unit: a segment, or what stands between two. */
bool sulih_xliff_is_piece(const struct _xmlNode *node);
/* The unit's elements called `name` (its source, its target), its own and those of its pieces, in
 * order: the one behind `from` (NULL: the first), or NULL. */
const struct _xmlNode *sulih_xliff_next_own(const struct sulih_xliff_unit *unit, const char *name,
					    const struct _xmlNode *from);

/* xliff_order.c: whether two of its codes, both in its English target, stand in each other's place
 * there; then their numbers. */
bool sulih_xliff_codes_exchanged(const struct sulih_xliff_unit *unit, size_t *first,
				 size_t *second);

/* xliff_doubts.c: */
/* Whether the unit's <source> is still that of the skeleton, codes aside. */
bool sulih_xliff_source_kept(const struct sulih_xliff_unit *unit);
/* Whether the numbers of its source that are no codes stand in its English target, in figures or in
 * words, and no others. */
bool sulih_xliff_numbers_kept(const struct sulih_xliff_unit *unit);
/* Whether more codes hang on the word before them in its target than in its source. */
bool sulih_xliff_codes_apart(const struct sulih_xliff_unit *unit);
/* Whether its target is its source, in a sentence that has words to translate, and no state says
 * that somebody wants it so. */
bool sulih_xliff_untouched(const struct sulih_xliff_unit *unit);
/* The language that a target of the unit says it is in, when it is not `language`; else empty.
 * Regions do not count: "en-GB" is "en". */
struct sulih_view sulih_xliff_other_language(const struct sulih_xliff_unit *unit,
					     struct sulih_view language);
bool sulih_xliff_same_language(struct sulih_view a, struct sulih_view b);

#endif
