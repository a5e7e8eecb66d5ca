#include "pipeline/format/xliff_tree.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/letter.h"
#include "base/utf8.h"

bool sulih_xliff_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const xmlNode *sulih_xliff_child(const xmlNode *parent, const char *name)
{
	for (const xmlNode *n = parent ? parent->children : NULL; n != NULL; n = n->next)
		if (sulih_xliff_is(n, name))
			return n;
	return NULL;
}

struct sulih_view sulih_xliff_attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *a = node ? xmlHasProp(node, (const xmlChar *)name) : NULL;

	return a != NULL && a->children != NULL && a->children->content != NULL
		       ? sulih_view_of((const char *)a->children->content)
		       : SULIH_VIEW("");
}

const xmlNode *sulih_xliff_following(const xmlNode *root, const xmlNode *from, const char *name)
{
	const xmlNode *n = from;

	for (;;) {
		if (n->children != NULL && n->type == XML_ELEMENT_NODE) {
			n = n->children;
		} else {
			while (n != root && n->next == NULL)
				n = n->parent;
			if (n == root)
				return NULL;
			n = n->next;
		}
		if (sulih_xliff_is(n, name))
			return n;
	}
}

bool sulih_xliff_is_code(const xmlNode *node)
{
	static const char *const names[] = { "x",   "ph",  "g",	 "pc", "bx", "ex",
					     "bpt", "ept", "it", "sc", "ec", "cp" };

	for (size_t i = 0; i < SULIH_COUNT(names); i++)
		if (sulih_xliff_is(node, names[i]))
			return true;
	return false;
}

/* White space of any script, and what has no width. */
static bool is_unseen(uint32_t c)
{
	return sulih_is_space(c) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static bool has_signs(struct sulih_view text)
{
	size_t used;

	for (size_t at = 0; at < text.length; at += used)
		if (!is_unseen(sulih_utf8_decode(text.data + at, text.length - at, &used)))
			return true;
	return false;
}

bool sulih_xliff_filled(const xmlNode *element)
{
	for (const xmlNode *n = element ? element->children : NULL; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE &&
		    (sulih_xliff_is_code(n) || sulih_xliff_filled(n)))
			return true;
		if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
		    has_signs(sulih_view_of((const char *)n->content)))
			return true;
	}
	return false;
}
