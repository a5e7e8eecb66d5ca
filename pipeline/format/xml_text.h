/* Text into XML. */
#ifndef SULIH_PIPELINE_FORMAT_XML_TEXT_H
#define SULIH_PIPELINE_FORMAT_XML_TEXT_H

#include "base/buffer.h"

/* Escapes for element content and attribute values alike (line ends and tabs as
 * references in attributes).  Characters that XML cannot hold become U+FFFD. */
void sulih_xml_text(struct sulih_buffer *out, struct sulih_view text);
void sulih_xml_attribute(struct sulih_buffer *out, struct sulih_view text);

/* Whether XML 1.0 can hold the character. */
bool sulih_xml_allows(uint32_t code_point);

#endif
