#include "pipeline/format/xliff_unit.h"

#include <libxml/tree.h>
#include <stdlib.h>

#include "base/letter.h"
#include "base/space.h"
#include "pipeline/format/xliff_tree.h"

static void find_fault(struct sulih_xliff_unit *u, enum sulih_diagnostic_id id, const char *what,
		       size_t code)
{
	if (u->fault != NULL)
		return;
	u->fault = what;
	u->fault_id = id;
	u->fault_code = code;
}

/* ---- codes ----------------------------------------------------------------------- */

/* The number of a code, or 0. */
static size_t code_number(const struct sulih_xliff_unit *u, const xmlNode *node)
{
	struct sulih_view id = sulih_xliff_attribute(node, "id");
	char *end;
	unsigned long number = id.length > 0 ? strtoul(id.data, &end, 10) : 0;

	return id.length > 0 && *end == '\0' && number <= json_array_size(u->codes) ? number : 0;
}

/* Codes that hold words of the text.  Extract writes none; a tool that put one in the place of a
 * code would have its words lost with it. */
static bool holds_words(const xmlNode *node)
{
	return sulih_xliff_is(node, "g") || sulih_xliff_is(node, "pc");
}

static bool ends_in_word(struct sulih_view text)
{
	return text.length > 0 && (sulih_byte_is_letter(text.data[text.length - 1]) ||
				   sulih_byte_is_digit(text.data[text.length - 1]));
}

static bool begins_word(struct sulih_view text)
{
	return text.length > 0 &&
	       (sulih_byte_is_letter(text.data[0]) || sulih_byte_is_digit(text.data[0]));
}

static void put_code(struct sulih_xliff_unit *u, const xmlNode *node, struct sulih_buffer *out)
{
	size_t number = holds_words(node) ? 0 : code_number(u, node);
	struct sulih_view code;

	if (number == 0) {
		find_fault(u, SULIH_DIAGNOSTIC_CODE_UNKNOWN, "has a code that its source has not",
			   0);
		return;
	}
	if (u->seen[number - 1] < 255)
		u->seen[number - 1]++;
	code = sulih_view_of(json_string_value(json_array_get(u->codes, number - 1)));
	u->glued += ends_in_word(sulih_buffer_view(out)) && begins_word(code);
	sulih_buffer_add(out, code);
}

/* Appends an element's text with its codes' replacements; mrk and the like are looked through.
 * Without a unit a mark stands for each code. */
static void put_content(struct sulih_xliff_unit *u, const xmlNode *parent, struct sulih_buffer *out)
{
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
			sulih_buffer_puts(out, (const char *)n->content);
		else if (n->type != XML_ELEMENT_NODE)
			continue;
		else if (!sulih_xliff_is_code(n))
			put_content(u, n, out);
		else if (u != NULL)
			put_code(u, n, out);
		else
			sulih_buffer_putc(out, SULIH_XLIFF_CODE_MARK);
	}
}

size_t sulih_xliff_glued(const struct sulih_xliff_unit *u, const xmlNode *element)
{
	struct sulih_xliff_unit own = { .codes = u->codes };
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	own.seen = calloc(json_array_size(u->codes) + 1, 1);
	if (own.seen != NULL && element != NULL)
		put_content(&own, element, &text);
	sulih_buffer_release(&text);
	free(own.seen);
	return own.glued;
}

void sulih_xliff_put_bare(const xmlNode *element, struct sulih_buffer *out)
{
	put_content(NULL, element, out);
}

static void check_codes(struct sulih_xliff_unit *u)
{
	for (size_t i = 0; i < json_array_size(u->codes) && u->fault == NULL; i++)
		if (u->seen[i] != 1)
			find_fault(u, SULIH_DIAGNOSTIC_CODE_MISSING,
				   u->seen[i] == 0 ? "lacks a code of its source"
						   : "has a code twice",
				   i + 1);
}

/* ---- targets --------------------------------------------------------------------- */

bool sulih_xliff_is_piece(const xmlNode *node)
{
	return sulih_xliff_is(node, "segment") || sulih_xliff_is(node, "ignorable");
}

const xmlNode *sulih_xliff_next_own(const struct sulih_xliff_unit *u, const char *name,
				    const xmlNode *from)
{
	const xmlNode *own = from == NULL ? sulih_xliff_child(u->node, name) : NULL;
	const xmlNode *n = u->node->children;

	if (from != NULL && from->parent != u->node)
		n = from->parent->next;
	for (; n != NULL && own == NULL; n = n->next)
		own = sulih_xliff_is_piece(n) ? sulih_xliff_child(n, name) : NULL;
	return own;
}

/* The marks of segments (<mrk mtype="seg">) in an element, and how many of them are not empty. */
static size_t count_marks(const xmlNode *parent, size_t *filled)
{
	const xmlNode *n = parent ? sulih_xliff_following(parent, parent, "mrk") : NULL;
	size_t count = 0;

	for (*filled = 0; n != NULL; n = sulih_xliff_following(parent, n, "mrk")) {
		if (!sulih_view_is(sulih_xliff_attribute(n, "mtype"), "seg"))
			continue;
		count++;
		*filled += sulih_xliff_filled(n);
	}
	return count;
}

/* 1.2: tools may cut a unit into marked segments, in <seg-source> and in the target; a segment
 * that nobody translated yet is an empty mark, or none. */
static bool marks_translated(const struct sulih_xliff_unit *u, const xmlNode *target)
{
	size_t wanted, filled, there = count_marks(target, &filled);

	if (count_marks(sulih_xliff_child(u->node, "seg-source"), &wanted) == 0)
		wanted = there;
	return there == 0 || filled >= wanted;
}

/* Tools may cut the one segment of a 2.x unit into several, with ignorables between: each of them
 * wants its target. */
bool sulih_xliff_translated(const struct sulih_xliff_unit *u)
{
	const xmlNode *segment = sulih_xliff_child(u->node, "segment");
	bool any = false;

	if (segment == NULL) {
		const xmlNode *target = sulih_xliff_child(u->node, "target");

		return sulih_xliff_filled(target) && marks_translated(u, target);
	}
	for (; segment != NULL; segment = segment->next) {
		const xmlNode *target;

		if (!sulih_xliff_is(segment, "segment"))
			continue;
		target = sulih_xliff_child(segment, "target");
		if (!sulih_xliff_filled(target) &&
		    sulih_xliff_filled(sulih_xliff_child(segment, "source")))
			return false;
		any = any || sulih_xliff_filled(target);
	}
	return any;
}

static void check_single(struct sulih_xliff_unit *u, const xmlNode *parent, const xmlNode *target)
{
	for (const xmlNode *n = target; n != NULL && n->parent == parent; n = n->next)
		if (n != target && sulih_xliff_is(n, "target"))
			find_fault(u, SULIH_DIAGNOSTIC_TARGET_ORDER,
				   "has two <target> where one belongs", 0);
}

/* The place of a piece's target in its unit, from 1: what `order` says, or its own; 0: no place
 * of the unit's. */
static size_t place_of(const xmlNode *piece, size_t own, size_t count)
{
	struct sulih_view order =
		sulih_xliff_attribute(sulih_xliff_child(piece, "target"), "order");
	size_t place = 0;

	if (order.length == 0)
		return own;
	for (size_t i = 0; i < order.length; i++) {
		if (!sulih_byte_is_digit(order.data[i]) || place > count)
			return 0;
		place = place * 10 + (size_t)(order.data[i] - '0');
	}
	return place <= count ? place : 0;
}

/* Whether an element's words begin, or end, with a blank. */
struct edges {
	bool begin, end, none; /* none: it has no words at all */
};

static struct edges edges_of(const xmlNode *element)
{
	struct sulih_buffer buffer = SULIH_BUFFER_INIT;
	struct sulih_view text;
	struct edges edges;

	if (element != NULL)
		sulih_xliff_put_bare(element, &buffer);
	text = sulih_buffer_view(&buffer);
	edges.begin = sulih_space_skip(text.data, 0, text.length) > 0;
	edges.end = sulih_space_trim(text.data, 0, text.length) < text.length;
	edges.none = text.length == 0;
	sulih_buffer_release(&buffer);
	return edges;
}

/* Tools that cut a segment trim what they cut: a blank that stood between two pieces of the source
 * and is in no target. */
static void keep_apart(const xmlNode *before, const xmlNode *piece, const xmlNode *target,
		       struct sulih_buffer *out)
{
	struct sulih_view so_far = sulih_buffer_view(out);
	struct edges own = edges_of(target);

	if (so_far.length > 0 && !own.none && !own.begin &&
	    sulih_space_trim(so_far.data, 0, so_far.length) == so_far.length &&
	    (edges_of(sulih_xliff_child(before, "source")).end ||
	     edges_of(sulih_xliff_child(piece, "source")).begin))
		sulih_buffer_putc(out, ' ');
}

/* XLIFF 2.x: a translation may put the segments in another order than the source; then
 * <target order="n"> says which place in the unit is the target's. */
static bool put_pieces(struct sulih_xliff_unit *u, struct sulih_buffer *out)
{
	const xmlNode **placed;
	size_t count = 0, at = 0;

	for (const xmlNode *n = u->node->children; n != NULL; n = n->next)
		count += sulih_xliff_is_piece(n);
	placed = calloc(count + 1, sizeof(*placed));
	if (placed == NULL)
		return false;
	for (const xmlNode *n = u->node->children; n != NULL; n = n->next) {
		size_t place = sulih_xliff_is_piece(n) ? place_of(n, ++at, count) : 0;

		if (!sulih_xliff_is_piece(n))
			continue;
		if (place == 0 || placed[place - 1] != NULL)
			find_fault(u, SULIH_DIAGNOSTIC_TARGET_ORDER,
				   place == 0 ? "has a target whose order is no place of the unit"
					      : "has two targets for one place of the unit",
				   0);
		else
			placed[place - 1] = n;
	}
	for (size_t i = 0; i < count && u->fault == NULL; i++) {
		const xmlNode *target = sulih_xliff_child(placed[i], "target");

		check_single(u, placed[i], target);
		if (target == NULL && sulih_xliff_is(placed[i], "ignorable"))
			target = sulih_xliff_child(placed[i], "source");
		if (target != NULL && i > 0)
			keep_apart(placed[i - 1], placed[i], target, out);
		if (target != NULL)
			put_content(u, target, out);
	}
	free(placed);
	return true;
}

bool sulih_xliff_put_target(struct sulih_xliff_unit *u, struct sulih_buffer *out)
{
	bool done = true;

	u->seen = calloc(json_array_size(u->codes) + 1, 1);
	if (u->seen == NULL)
		return false;
	if (sulih_xliff_child(u->node, "segment") != NULL) {
		done = put_pieces(u, out);
	} else {
		const xmlNode *target = sulih_xliff_child(u->node, "target");

		check_single(u, u->node, target);
		put_content(u, target, out);
	}
	check_codes(u);
	free(u->seen);
	u->seen = NULL;
	return done;
}
