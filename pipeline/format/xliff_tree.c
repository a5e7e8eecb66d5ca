#include "pipeline/format/xliff_tree.h"

#include <libxml/tree.h>
#include <string.h>

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

bool sulih_xliff_filled(const xmlNode *element)
{
	for (const xmlNode *n = element ? element->children : NULL; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			return true;
		if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
		    n->content[strspn((const char *)n->content, " \t\r\n")] != 0)
			return true;
	}
	return false;
}
