#include "pipeline/format/xml_text.h"

#include "base/utf8.h"

bool sulih_xml_allows(uint32_t c)
{
	return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF && c != SULIH_UTF8_INVALID
			 : c == '\t' || c == '\n' || c == '\r';
}

static const char *reference(uint32_t c, bool attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return attribute ? "&quot;" : NULL;
	case '\n':
		return attribute ? "&#10;" : NULL;
	case '\t':
		return attribute ? "&#9;" : NULL;
	case '\r':
		return "&#13;";
	default:
		return sulih_xml_allows(c) ? NULL : "\xEF\xBF\xBD";
	}
}

static void put(struct sulih_buffer *out, struct sulih_view text, bool attribute)
{
	size_t from = 0, used;

	for (size_t at = 0; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);
		const char *instead = reference(c, attribute);

		if (instead == NULL)
			continue;
		sulih_buffer_append(out, text.data + from, at - from);
		sulih_buffer_puts(out, instead);
		from = at + used;
	}
	if (from < text.length)
		sulih_buffer_append(out, text.data + from, text.length - from);
}

void sulih_xml_text(struct sulih_buffer *out, struct sulih_view text)
{
	put(out, text, false);
}

void sulih_xml_attribute(struct sulih_buffer *out, struct sulih_view text)
{
	put(out, text, true);
}
