/* Finding one's way in the tree of a <file>.  Names are local names: tools may prefix them. */
#ifndef SULIH_PIPELINE_FORMAT_XLIFF_TREE_H
#define SULIH_PIPELINE_FORMAT_XLIFF_TREE_H

#include "base/view.h"

struct _xmlNode; /* libxml2's xmlNode; its headers are not wanted here */

bool sulih_xliff_is(const struct _xmlNode *node, const char *name);
/* The first child element of that name, or NULL; `parent` may be NULL. */
const struct _xmlNode *sulih_xliff_child(const struct _xmlNode *parent, const char *name);
/* Its value, or an empty view; the tree owns it. */
struct sulih_view sulih_xliff_attribute(const struct _xmlNode *node, const char *name);
/* The next element named `name` below `root`, after `from` in document order. */
const struct _xmlNode *sulih_xliff_following(const struct _xmlNode *root,
					     const struct _xmlNode *from, const char *name);
/* Whether it stands for a part of the text: x, ph and the like. */
bool sulih_xliff_is_code(const struct _xmlNode *node);
/* Whether an element has text that is seen, or codes; `element` may be NULL. */
bool sulih_xliff_filled(const struct _xmlNode *element);

#endif
