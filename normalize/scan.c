#include "normalize/scan.h"

#include "base/utf8.h"
#include "normalize/line.h"

/* A character beyond ASCII with what follows it: is it clean as it stands? */
static bool is_clean_character(struct sulih_view text, size_t at, size_t *used)
{
	uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, used);
	unsigned char next;

	if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E))
		return true;
	if (c == SULIH_UTF8_INVALID || sulih_is_layout(c) || !sulih_is_composed(c) ||
	    (c >= 0xFF01 && c <= 0xFF5E))
		return false;
	/* The first character of what may be misread UTF-8. */
	if (c < 0xC2 || c > 0xF4)
		return true;
	if (at + *used >= text.length)
		return false;
	next = (unsigned char)text.data[at + *used];
	return next < 0x80 && (c > 0xC3 || next != ' ');
}

size_t sulih_scan(struct sulih_view text, size_t at, bool starts, bool ends)
{
	unsigned char before = at > 0 ? (unsigned char)text.data[at - 1] : starts ? '\n' : 'a';
	size_t used;

	for (; at < text.length; at += used) {
		unsigned char byte = (unsigned char)text.data[at];

		used = 1;
		if (byte >= 0x80) {
			if (!is_clean_character(text, at, &used))
				return at;
		} else if (byte == ' ') {
			if (before == ' ' || before == '\n')
				return at;
		} else if (byte == '\n') {
			if (before == ' ')
				return at;
		} else if (byte < 0x20 || byte == 0x7F || byte == '&') {
			return at;
		}
		before = byte;
	}
	return ends && before == ' ' && text.length > 0 ? text.length - 1 : text.length;
}
