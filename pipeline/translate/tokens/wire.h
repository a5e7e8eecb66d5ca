/*
 * The wire form of a masked text: placeholders become tokens that the engine at
 * the other end is most likely to carry through, and come back as placeholders.
 *
 * A shape says what a token looks like.  Plain shapes ("⟦1⟧", "XN1X") stand in
 * text as it is; markup shapes ("<x id=\"1\">Budi</x>") need the text around them
 * escaped.  sulih_wire_read is tolerant: engines re-space, re-case, escape and
 * re-bracket tokens; but only a number that was sent is ever taken for a token.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_TOKENS_WIRE_H
#define SULIH_PIPELINE_TRANSLATE_TOKENS_WIRE_H

#include "base/buffer.h"
#include "base/vector.h"
#include "pipeline/document.h"

enum sulih_markup { SULIH_MARKUP_NONE, SULIH_MARKUP_XML, SULIH_MARKUP_HTML };

/* Which character references an engine's answers carry: a profile's response.unescape. */
enum sulih_unescape {
	SULIH_UNESCAPE_NONE,   /* none: "&amp;" is what the engine means */
	SULIH_UNESCAPE_XML,    /* the five names of XML, and numbers */
	SULIH_UNESCAPE_HTML,   /* the names of HTML, and numbers */
	SULIH_UNESCAPE_AS_SENT /* not said: those of HTML, but where a text was sent plain and
				* with an ampersand of its own, none */
};

/* Where the number of a token stands. */
enum sulih_shape_place {
	SULIH_SHAPE_BRACKETED, /* between marks: ⟦1⟧ [1] {1} */
	SULIH_SHAPE_LETTERED,  /* between letters: XN1X */
	SULIH_SHAPE_ATTRIBUTE, /* in a tag's attribute: <x id="1"> */
	SULIH_SHAPE_NAME,      /* in a tag's name: <n1/> */
	SULIH_SHAPE_CONTENT    /* between two tags: <var>1</var> */
};

struct sulih_shape {
	const char *name; /* of a built-in shape, or "custom" */
	enum sulih_markup markup;
	enum sulih_shape_place place;
	bool keep;	  /* the words themselves stand inside the element */
	char before[56];  /* up to the number */
	char after[40];	  /* behind it */
	char close[24];	  /* closing tag, behind the words; may be empty */
	char element[16]; /* name of the tag; empty for plain shapes */
};

struct sulih_parts {
	struct sulih_part *items;
	size_t count;
	size_t capacity;
};

/* What the way back found; several can be true. */
enum {
	SULIH_WIRE_REPAIRED = 1,   /* a token was damaged and recognised */
	SULIH_WIRE_LOST = 2,	   /* a placeholder is missing */
	SULIH_WIRE_DUPLICATED = 4, /* one stands there twice */
	SULIH_WIRE_STRAY = 8	   /* a token of this shape that was not sent */
};

/* Row of placeholders whose numbers the parts use: source and kind of each. */
struct sulih_wire_names {
	const struct sulih_placeholder *items;
	size_t count;
};

/* The one of that number; NULL: there is none. */
const struct sulih_placeholder *sulih_wire_name(struct sulih_wire_names names, unsigned number);

/* A built-in shape by name; NULL when there is none. */
const struct sulih_shape *sulih_shape_named(struct sulih_view name);
/* Built-in shapes in order, NULL behind the last. */
const struct sulih_shape *sulih_shape_at(size_t index);
/* Makes a shape of an opening text with ${n} for the number. SULIH_ERROR_CONFIG: no usable one. */
int sulih_shape_parse(struct sulih_view open, struct sulih_view close, enum sulih_markup markup,
		      bool keep, struct sulih_shape *out, struct sulih_error *error);

/* Whether plain text of the parts could be taken for a token of this shape. */
bool sulih_wire_collides(const struct sulih_part *parts, size_t count,
			 const struct sulih_shape *shape);

/* Appends the wire form. */
void sulih_wire_write(const struct sulih_part *parts, size_t count, struct sulih_wire_names names,
		      const struct sulih_shape *shape, struct sulih_buffer *out);

/* Reads an answer back into parts; plain texts are copied into `arena`.  `source` are
 * the parts that were sent, `unescape` is the profile's rule: references are decoded once and
 * outside of tokens.  Returns SULIH_WIRE_* bits, or a negative code. */
int sulih_wire_read(struct sulih_view answer, const struct sulih_part *source, size_t source_count,
		    struct sulih_wire_names names, const struct sulih_shape *shape,
		    enum sulih_unescape unescape, struct sulih_arena *arena,
		    struct sulih_parts *out);

/* plain.c: an answer as one line, in the arena; its data is NULL when out of memory. */
struct sulih_view sulih_answer_line(struct sulih_view answer, struct sulih_arena *arena);
/* What AS_SENT means for a text that was sent in this shape; any other rule as it is. */
enum sulih_unescape sulih_unescape_rule(enum sulih_unescape rule, const struct sulih_shape *shape,
					const struct sulih_part *sent, size_t count);
/* `text`, or its decoded copy in the arena; its data is NULL when out of memory. */
struct sulih_view sulih_answer_decode(struct sulih_view text, enum sulih_unescape rule,
				      struct sulih_arena *arena);

#endif
