#include "normalize/encoding.h"

#include "base/utf8.h"

static uint32_t unit_at(struct sulih_view bytes, size_t at, bool big_endian)
{
	unsigned char a = (unsigned char)bytes.data[at], b = (unsigned char)bytes.data[at + 1];

	return big_endian ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

/* A stray control or a lone surrogate is damage to be repaired, not a reason to refuse the text:
 * one of so many units may be one. */
#define UNITS_A_FLAW 64

/*
 * Text in the Latin script as UTF-16: most units are letters of Latin-1 or
 * general punctuation, none is NUL, hardly one another control, surrogates come in pairs.
 */
static bool has_utf16_shape(struct sulih_view bytes, bool big_endian)
{
	size_t units = bytes.length / 2, latin = 0, flaws = 0;

	for (size_t i = 0; i < units; i++) {
		uint32_t unit = unit_at(bytes, i * 2, big_endian);
		uint32_t next = i + 1 < units ? unit_at(bytes, i * 2 + 2, big_endian) : 0xDC00;

		if (unit == 0)
			return false;
		if (unit >= 0xD800 && unit <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF)
			i++;
		else
			flaws += (unit < 0x20 && (unit < 9 || unit > 13)) || unit >= 0xFFFE ||
				 (unit >= 0xD800 && unit <= 0xDFFF);
		latin += unit < 0x250 || (unit >= 0x2000 && unit <= 0x206F);
	}
	return units > 0 && latin * 10 >= units * 7 && flaws * UNITS_A_FLAW <= units;
}

enum sulih_encoding sulih_encoding_guess(struct sulih_view prefix)
{
	if (prefix.length > SULIH_ENCODING_PREFIX)
		prefix.length = SULIH_ENCODING_PREFIX;
	if (sulih_view_starts(prefix, SULIH_VIEW("\xFF\xFE")))
		return SULIH_ENCODING_UTF16_LE;
	if (sulih_view_starts(prefix, SULIH_VIEW("\xFE\xFF")))
		return SULIH_ENCODING_UTF16_BE;
	if (prefix.length == 0 || memchr(prefix.data, '\0', prefix.length) == NULL)
		return SULIH_ENCODING_UTF8;
	if (has_utf16_shape(prefix, false))
		return SULIH_ENCODING_UTF16_LE;
	if (has_utf16_shape(prefix, true))
		return SULIH_ENCODING_UTF16_BE;
	return SULIH_ENCODING_BINARY;
}

const char *sulih_encoding_name(enum sulih_encoding encoding)
{
	static const char *const names[] = { "UTF-8", "UTF-16 (little-endian)",
					     "UTF-16 (big-endian)", "binary" };

	return names[encoding];
}

static void put_replacement(struct sulih_utf16 *state, struct sulih_buffer *out)
{
	if (state->replaced++ == 0)
		state->first = state->characters;
	state->characters++;
	sulih_buffer_put_code_point(out, SULIH_REPLACEMENT);
}

static void put_unit(struct sulih_utf16 *state, uint32_t unit, struct sulih_buffer *out)
{
	bool low = unit >= 0xDC00 && unit <= 0xDFFF;
	uint32_t high = state->high;

	state->high = 0;
	if (high != 0 && low) {
		unit = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
	} else {
		if (high != 0)
			put_replacement(state, out);
		if (unit >= 0xD800 && unit <= 0xDBFF) {
			state->high = (uint16_t)unit;
			return;
		}
		if (low) {
			put_replacement(state, out);
			return;
		}
	}
	state->characters++;
	sulih_buffer_put_code_point(out, unit);
}

void sulih_utf16_decode(struct sulih_utf16 *state, struct sulih_view bytes,
			struct sulih_buffer *out)
{
	size_t at = 0;

	if (bytes.length > 0 && state->half) {
		char pair[2] = { (char)state->byte, bytes.data[0] };

		put_unit(state, unit_at(sulih_view_make(pair, 2), 0, state->big_endian), out);
		state->half = false;
		at = 1;
	}
	for (; bytes.length - at >= 2; at += 2)
		put_unit(state, unit_at(bytes, at, state->big_endian), out);
	if (at < bytes.length) {
		state->half = true;
		state->byte = (unsigned char)bytes.data[at];
	}
}

void sulih_utf16_finish(struct sulih_utf16 *state, struct sulih_buffer *out)
{
	if (state->high != 0)
		put_replacement(state, out);
	if (state->half)
		put_replacement(state, out);
	state->high = 0;
	state->half = false;
}
