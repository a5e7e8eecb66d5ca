#include "pipeline/format/xml_depth.h"

#include <libxml/tree.h>

enum { DEEPEST = 200 };

bool sulih_xml_too_deep(const xmlNode *root)
{
	const xmlNode *n = root;
	int depth = 0;

	for (;;) {
		if (n->children != NULL && n->type == XML_ELEMENT_NODE) {
			n = n->children;
			if (++depth > DEEPEST)
				return true;
			continue;
		}
		for (; n != root && n->next == NULL; n = n->parent)
			depth--;
		if (n == root)
			return false;
		n = n->next;
	}
}
