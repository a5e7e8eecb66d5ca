/*
 * Classes and case of letters, by ICU's character database.  ASCII is answered
 * inline; the rest goes to ICU, which no other file of base/ knows.
 */
#ifndef SULIH_BASE_LETTER_H
#define SULIH_BASE_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/view.h"

bool sulih_is_upper_slow(uint32_t c);
bool sulih_is_lower_slow(uint32_t c);
bool sulih_is_letter_slow(uint32_t c);
bool sulih_is_digit_slow(uint32_t c);
bool sulih_is_space_slow(uint32_t c);

/* Classes of ASCII bytes, for scans where most bytes continue a word; 0 for all others. */
enum { SULIH_BYTE_UPPER = 1, SULIH_BYTE_LOWER = 2, SULIH_BYTE_DIGIT = 4, SULIH_BYTE_SPACE = 8 };
enum { SULIH_BYTE_LETTER = SULIH_BYTE_UPPER | SULIH_BYTE_LOWER };
extern const unsigned char sulih_byte_classes[256];

static inline unsigned sulih_byte_class(char b)
{
	return sulih_byte_classes[(unsigned char)b];
}

static inline bool sulih_is_upper(uint32_t c) /* also title case */
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : sulih_is_upper_slow(c);
}

static inline bool sulih_is_lower(uint32_t c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : sulih_is_lower_slow(c);
}

static inline bool sulih_is_letter(uint32_t c)
{
	return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : sulih_is_letter_slow(c);
}

static inline bool sulih_is_digit(uint32_t c) /* a decimal digit of any script */
{
	return c < 0x80 ? c >= '0' && c <= '9' : sulih_is_digit_slow(c);
}

static inline bool sulih_is_space(uint32_t c) /* white space, line ends too */
{
	return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : sulih_is_space_slow(c);
}

/* ' ’ ʼ: inside a word a letter or its omission (Ma'ruf, Jum’at).  Texts have other marks in its
 * place, which only who knows what stands around them can take for one. */
static inline bool sulih_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* The same classes for one byte of UTF-8: true for ASCII only.  A byte of a longer character
 * is no character: asking the functions above about one would take 0xA0 for a blank. */
static inline bool sulih_byte_is_space(char b)
{
	return b == ' ' || (b >= 9 && b <= 13);
}

static inline bool sulih_byte_is_letter(char b)
{
	return (b | 32) >= 'a' && (b | 32) <= 'z';
}

static inline bool sulih_byte_is_upper(char b)
{
	return b >= 'A' && b <= 'Z';
}

static inline bool sulih_byte_is_lower(char b)
{
	return b >= 'a' && b <= 'z';
}

static inline bool sulih_byte_is_digit(char b)
{
	return b >= '0' && b <= '9';
}

static inline char sulih_byte_lower(char b)
{
	return (char)(b + (sulih_byte_is_upper(b) ? 32 : 0));
}

static inline bool sulih_has_digit(struct sulih_view text)
{
	for (size_t i = 0; i < text.length; i++)
		if (sulih_byte_is_digit(text.data[i]))
			return true;
	return false;
}

uint32_t sulih_to_lower(uint32_t c); /* simple mapping, one code point to one */
uint32_t sulih_to_upper(uint32_t c);

/* Appends `text` with every letter lower-cased by the simple mapping. */
void sulih_lower(struct sulih_view text, struct sulih_buffer *out);

/* Lower-cases a short key into `room`; a view of it, or an empty view when it does not fit. */
struct sulih_view sulih_lower_key(struct sulih_view text, char *room, size_t size);

/* Whether all letters of a text are capitals, and there are enough of them to mean it:
 * a headline in capitals, not an acronym. */
bool sulih_is_shouted(struct sulih_view text);

#endif
