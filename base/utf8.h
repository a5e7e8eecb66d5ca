/*
 * UTF-8: the form of all text inside sulih.
 *
 * sulih_utf8_decode reads any bytes; on a byte that begins no well-formed
 * character it gives SULIH_UTF8_INVALID and a length of 1.  Text that has been
 * through normalize/ is always well-formed.
 */
#ifndef SULIH_BASE_UTF8_H
#define SULIH_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/error.h"
#include "base/view.h"

#define SULIH_UTF8_INVALID UINT32_MAX
/* What stands for bytes or references that are no character. */
#define SULIH_REPLACEMENT 0xFFFDu

uint32_t sulih_utf8_decode_slow(const char *data, size_t length, size_t *used);

/* The code point at data[0]; `length` > 0 bytes are there; *used gets its length in bytes. */
static inline uint32_t sulih_utf8_decode(const char *data, size_t length, size_t *used)
{
	if ((unsigned char)data[0] < 0x80) {
		*used = 1;
		return (unsigned char)data[0];
	}
	return sulih_utf8_decode_slow(data, length, used);
}

/* The code point that ends before data[end], end > 0, in well-formed text; *start gets where. */
uint32_t sulih_utf8_before(const char *data, size_t end, size_t *start);

/* Writes 1 to 4 bytes; what is no scalar value becomes U+FFFD. Returns the bytes written. */
size_t sulih_utf8_encode(uint32_t code_point, char out[4]);

/* Some offset from `at` on up to which all is ASCII; what is not passed may be ASCII too. */
static inline size_t sulih_utf8_skip_ascii(struct sulih_view text, size_t at)
{
	return sulih_bytes_skip(text, at, sulih_bytes_beyond_ascii);
}

/* Number of code points; a byte that belongs to no character counts as one. */
size_t sulih_utf8_count(struct sulih_view text);

/* Offset of the first byte that is not well-formed UTF-8, or text.length. */
size_t sulih_utf8_valid_prefix(struct sulih_view text);

/* snprintf() that cuts what does not fit between two characters, not within one; `size` > 0. */
void sulih_utf8_print(char *room, size_t size, const char *format, ...) SULIH_PRINTF(3, 4);
void sulih_utf8_print_va(char *room, size_t size, const char *format, va_list arguments)
	SULIH_PRINTF(3, 0);

#endif
