/* XML from outside that no recursion may follow. */
#ifndef SULIH_PIPELINE_FORMAT_XML_DEPTH_H
#define SULIH_PIPELINE_FORMAT_XML_DEPTH_H

#include <stdbool.h>

struct _xmlNode; /* libxml2's xmlNode; its headers are not wanted here */

/* Whether elements nest deeper below `root` than any document means it; libxml2's own limit is off,
 * since it would refuse long texts too. */
bool sulih_xml_too_deep(const struct _xmlNode *root);

#endif
