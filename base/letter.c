#include "base/letter.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

/* clang-format off */
const unsigned char sulih_byte_classes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0,
	0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
};
/* clang-format on */

bool sulih_is_upper_slow(uint32_t c)
{
	return u_isUUppercase((UChar32)c) || u_istitle((UChar32)c);
}

bool sulih_is_lower_slow(uint32_t c)
{
	return u_isULowercase((UChar32)c);
}

bool sulih_is_letter_slow(uint32_t c)
{
	return u_isalpha((UChar32)c);
}

bool sulih_is_digit_slow(uint32_t c)
{
	return u_isdigit((UChar32)c);
}

bool sulih_is_space_slow(uint32_t c)
{
	return u_isUWhiteSpace((UChar32)c);
}

uint32_t sulih_to_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return (uint32_t)u_tolower((UChar32)c);
}

uint32_t sulih_to_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	return (uint32_t)u_toupper((UChar32)c);
}

void sulih_lower(struct sulih_view text, struct sulih_buffer *out)
{
	size_t used;

	for (size_t at = 0; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (c == SULIH_UTF8_INVALID)
			sulih_buffer_putc(out, text.data[at]);
		else
			sulih_buffer_put_code_point(out, sulih_to_lower(c));
	}
}

/* The capitals among eight ASCII bytes get their bit 0x20; no byte carries into the next. */
static uint64_t lower_eight(uint64_t word)
{
	uint64_t from_a = word + SULIH_BYTES_EACH * (0x80 - 'A');
	uint64_t past_z = word + SULIH_BYTES_EACH * (0x7F - 'Z');

	return word | sulih_bytes_beyond_ascii(from_a & ~past_z) >> 2;
}

/* False when there is a byte that is not ASCII; then `room` holds nothing of use. */
static bool lower_ascii(struct sulih_view text, char *room)
{
	uint64_t word = 0;
	uint32_t head, tail;
	size_t length = text.length;

	if (length < 4) {
		for (size_t i = 0; i < length; i++) {
			if ((unsigned char)text.data[i] >= 0x80)
				return false;
			room[i] = sulih_byte_lower(text.data[i]);
		}
		return true;
	}
	if (length < 8) {
		memcpy(&head, text.data, 4);
		memcpy(&tail, text.data + length - 4, 4);
		word = (uint64_t)tail << 32 | head;
		if (sulih_bytes_beyond_ascii(word))
			return false;
		word = lower_eight(word);
		head = (uint32_t)word;
		tail = (uint32_t)(word >> 32);
		memcpy(room, &head, 4);
		memcpy(room + length - 4, &tail, 4);
		return true;
	}
	for (size_t at = 0;; at = at + 16 > length ? length - 8 : at + 8) {
		word = sulih_bytes_load(text.data + at);
		if (sulih_bytes_beyond_ascii(word))
			return false;
		word = lower_eight(word);
		memcpy(room + at, &word, 8);
		if (at + 8 == length)
			return true;
	}
}

struct sulih_view sulih_lower_key(struct sulih_view text, char *room, size_t size)
{
	size_t used, out = 0;

	/* nearly every key is short and ASCII: no character needs to be decoded */
	if (text.length + 3 <= size && lower_ascii(text, room))
		return (struct sulih_view){ room, text.length };
	for (size_t at = 0; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (out + 4 > size || c == SULIH_UTF8_INVALID)
			return (struct sulih_view){ room, 0 };
		out += sulih_utf8_encode(sulih_to_lower(c), room + out);
	}
	return (struct sulih_view){ room, out };
}

bool sulih_is_shouted(struct sulih_view text)
{
	size_t letters = 0, words = 0, used;
	bool inside = false;

	for (size_t at = 0; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);
		bool letter = sulih_is_letter(c);

		if (letter && !sulih_is_upper(c))
			return false;
		letters += letter;
		words += letter && !inside;
		inside = letter;
	}
	return words >= 2 && letters >= 8;
}
