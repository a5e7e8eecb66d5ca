#include "base/utf8.h"

#include <stdio.h>

#define CONTINUATION(byte) (((unsigned char)(byte)&0xC0) == 0x80)

uint32_t sulih_utf8_decode_slow(const char *data, size_t length, size_t *used)
{
	const unsigned char *b = (const unsigned char *)data;

	*used = 1;
	if (b[0] >= 0xC2 && b[0] <= 0xDF && length >= 2 && CONTINUATION(b[1])) {
		*used = 2;
		return (uint32_t)(b[0] & 0x1F) << 6 | (b[1] & 0x3F);
	}
	if ((b[0] & 0xF0) == 0xE0 && length >= 3 && CONTINUATION(b[1]) && CONTINUATION(b[2])) {
		uint32_t c = (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 |
			     (b[2] & 0x3F);

		if (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF))
			return SULIH_UTF8_INVALID;
		*used = 3;
		return c;
	}
	if (b[0] >= 0xF0 && b[0] <= 0xF4 && length >= 4 && CONTINUATION(b[1]) &&
	    CONTINUATION(b[2]) && CONTINUATION(b[3])) {
		uint32_t c = (uint32_t)(b[0] & 0x07) << 18 | (uint32_t)(b[1] & 0x3F) << 12 |
			     (uint32_t)(b[2] & 0x3F) << 6 | (b[3] & 0x3F);

		if (c < 0x10000 || c > 0x10FFFF)
			return SULIH_UTF8_INVALID;
		*used = 4;
		return c;
	}
	return SULIH_UTF8_INVALID;
}

uint32_t sulih_utf8_before(const char *data, size_t end, size_t *start)
{
	size_t at = end - 1, used;

	while (at > 0 && end - at < 4 && CONTINUATION(data[at]))
		at--;
	*start = at;
	return sulih_utf8_decode(data + at, end - at, &used);
}

size_t sulih_utf8_encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = SULIH_REPLACEMENT;
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t sulih_utf8_count(struct sulih_view text)
{
	size_t at = 0, count = 0, used;

	while (at < text.length) {
		size_t ascii = sulih_utf8_skip_ascii(text, at);

		count += ascii - at;
		at = ascii;
		if (at == text.length)
			break;
		sulih_utf8_decode(text.data + at, text.length - at, &used);
		at += used;
		count++;
	}
	return count;
}

size_t sulih_utf8_valid_prefix(struct sulih_view text)
{
	size_t at = 0, used;

	while (at < text.length) {
		at = sulih_utf8_skip_ascii(text, at);
		if (at == text.length)
			break;
		if (sulih_utf8_decode(text.data + at, text.length - at, &used) ==
		    SULIH_UTF8_INVALID)
			return at;
		at += used;
	}
	return at;
}

/* The length of a text without the character that its end tore. */
static size_t whole_length(const char *text, size_t length)
{
	size_t start = length, used;

	while (start > 0 && length - start < 4 && CONTINUATION(text[start - 1]))
		start--;
	if (start == 0 || (unsigned char)text[start - 1] < 0xC0)
		return length;
	start--;
	return sulih_utf8_decode(text + start, length - start, &used) == SULIH_UTF8_INVALID
		       ? start
		       : length;
}

void sulih_utf8_print_va(char *room, size_t size, const char *format, va_list arguments)
{
	int written = vsnprintf(room, size, format, arguments);

	if (written < 0)
		room[0] = '\0';
	else if ((size_t)written >= size)
		room[whole_length(room, size - 1)] = '\0';
}

void sulih_utf8_print(char *room, size_t size, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	sulih_utf8_print_va(room, size, format, arguments);
	va_end(arguments);
}
