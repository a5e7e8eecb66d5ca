#include "pipeline/format/xliff_unit.h"

#include <libxml/tree.h>
#include <stdlib.h>

#include "base/letter.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/protect/twice.h"

enum { CODE_MARK = 1 }; /* stands for a code; no character of XML */

static bool is_code(const xmlNode *node)
{
	static const char *const names[] = { "x",   "ph",  "g",	 "pc", "bx", "ex",
					     "bpt", "ept", "it", "sc", "ec", "cp" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (sulih_xliff_is(node, names[i]))
			return true;
	return false;
}

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

static void put_code(struct sulih_xliff_unit *u, const xmlNode *node, struct sulih_buffer *out)
{
	size_t number = code_number(u, node);

	if (number == 0) {
		find_fault(u, SULIH_DIAGNOSTIC_CODE_UNKNOWN, "has a code that its source has not",
			   0);
		return;
	}
	if (u->seen[number - 1] < 255)
		u->seen[number - 1]++;
	sulih_buffer_puts(out, json_string_value(json_array_get(u->codes, number - 1)));
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
		else if (!is_code(n))
			put_content(u, n, out);
		else if (u != NULL)
			put_code(u, n, out);
		else
			sulih_buffer_putc(out, CODE_MARK);
	}
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

static bool is_piece(const xmlNode *node)
{
	return sulih_xliff_is(node, "segment") || sulih_xliff_is(node, "ignorable");
}

/* Tools may cut the one segment of a 2.x unit into several, with ignorables between: each of them
 * wants its target. */
bool sulih_xliff_translated(const struct sulih_xliff_unit *u)
{
	const xmlNode *segment = sulih_xliff_child(u->node, "segment");
	bool any = false;

	if (segment == NULL)
		return sulih_xliff_filled(sulih_xliff_child(u->node, "target"));
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

/* XLIFF 2.x: a translation may put the segments in another order than the source; then
 * <target order="n"> says which place in the unit is the target's. */
static bool put_pieces(struct sulih_xliff_unit *u, struct sulih_buffer *out)
{
	const xmlNode **placed;
	size_t count = 0, at = 0;

	for (const xmlNode *n = u->node->children; n != NULL; n = n->next)
		count += is_piece(n);
	placed = calloc(count + 1, sizeof(*placed));
	if (placed == NULL)
		return false;
	for (const xmlNode *n = u->node->children; n != NULL; n = n->next) {
		size_t place = is_piece(n) ? place_of(n, ++at, count) : 0;

		if (!is_piece(n))
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

/* ---- what else tools change ------------------------------------------------------ */

/* Whether `text` is `pattern`, in which each CODE_MARK stands for anything. */
static bool matches(struct sulih_view pattern, struct sulih_view text)
{
	size_t p = 0, t = 0, after_mark = SIZE_MAX, retry = 0;

	while (t < text.length) {
		if (p < pattern.length && pattern.data[p] == CODE_MARK) {
			after_mark = ++p;
			retry = t;
		} else if (p < pattern.length && pattern.data[p] == text.data[t]) {
			p++;
			t++;
		} else if (after_mark != SIZE_MAX) {
			p = after_mark;
			t = ++retry;
		} else {
			return false;
		}
	}
	while (p < pattern.length && pattern.data[p] == CODE_MARK)
		p++;
	return p == pattern.length;
}

/* Whether a source is that of the text: its doubled words may be written out (anak2 → anak-anak).
 */
static bool is_source_of(struct sulih_view source, struct sulih_view text)
{
	struct sulih_figures_ahead ahead = { { 0 }, { 0 } };
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	bool kept = matches(source, text);

	if (!kept && sulih_write_twice(text, (struct sulih_span){ 0, text.length }, &ahead, &out))
		kept = out.failed != 0 || matches(source, sulih_buffer_view(&out));
	sulih_buffer_release(&out);
	return kept;
}

bool sulih_xliff_source_kept(const struct sulih_xliff_unit *u)
{
	struct sulih_buffer source = SULIH_BUFFER_INIT;
	const xmlNode *own = sulih_xliff_child(u->node, "source");
	bool kept;

	if (own != NULL)
		put_content(NULL, own, &source);
	for (const xmlNode *n = u->node->children; n != NULL; n = n->next) {
		own = is_piece(n) ? sulih_xliff_child(n, "source") : NULL;
		if (own != NULL)
			put_content(NULL, own, &source);
	}
	kept = source.failed != 0 ||
	       is_source_of(sulih_buffer_view(&source), sulih_view_of(u->text));
	sulih_buffer_release(&source);
	return kept;
}

static size_t primary_length(struct sulih_view code)
{
	size_t length = 0;

	while (length < code.length && sulih_byte_is_letter(code.data[length]))
		length++;
	return length;
}

bool sulih_xliff_same_language(struct sulih_view a, struct sulih_view b)
{
	size_t length = primary_length(a);

	if (length != primary_length(b))
		return false;
	for (size_t i = 0; i < length; i++)
		if (sulih_byte_lower(a.data[i]) != sulih_byte_lower(b.data[i]))
			return false;
	return true;
}

struct sulih_view sulih_xliff_other_language(const struct sulih_xliff_unit *u,
					     struct sulih_view language)
{
	for (const xmlNode *n = sulih_xliff_following(u->node, u->node, "target"); n != NULL;
	     n = sulih_xliff_following(u->node, n, "target")) {
		struct sulih_view said = sulih_xliff_attribute(n, "lang");

		/* matches of a memory (alt-trans, mtc:match) may be in any language */
		if (n->parent != u->node && !is_piece(n->parent))
			continue;
		if (said.length > 0 && !sulih_xliff_same_language(said, language))
			return said;
	}
	return SULIH_VIEW("");
}
