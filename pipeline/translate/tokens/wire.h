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
 * the parts that were sent.  Returns SULIH_WIRE_* bits, or a negative code. */
int sulih_wire_read(struct sulih_view answer, const struct sulih_part *source, size_t source_count,
		    struct sulih_wire_names names, const struct sulih_shape *shape,
		    struct sulih_arena *arena, struct sulih_parts *out);

/* Decodes character references, once. */
void sulih_entities_decode(struct sulih_view text, struct sulih_buffer *out);

#endif
