/* Finding one's way in the tree of a <file>.  Names are local names: tools may prefix them. */
#ifndef SULIH_PIPELINE_FORMAT_XLIFF_TREE_H
#define SULIH_PIPELINE_FORMAT_XLIFF_TREE_H

#include <libxml/tree.h>

#include "base/view.h"

bool sulih_xliff_is(const xmlNode *node, const char *name);
/* The first child element of that name, or NULL; `parent` may be NULL. */
const xmlNode *sulih_xliff_child(const xmlNode *parent, const char *name);
/* Its value, or an empty view; the tree owns it. */
struct sulih_view sulih_xliff_attribute(const xmlNode *node, const char *name);
/* The next element named `name` below `root`, after `from` in document order. */
const xmlNode *sulih_xliff_following(const xmlNode *root, const xmlNode *from, const char *name);
/* Whether an element has text or codes; `element` may be NULL. */
bool sulih_xliff_filled(const xmlNode *element);

#endif
