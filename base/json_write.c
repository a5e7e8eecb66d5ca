#include "base/json_write.h"

static void put_escape(struct sulih_buffer *out, unsigned char c)
{
	static const char shorts[] = "b\bf\fn\nr\rt\t\"\"\\\\";

	for (size_t i = 0; i < sizeof(shorts) - 1; i += 2)
		if ((unsigned char)shorts[i + 1] == c) {
			sulih_buffer_putc(out, '\\');
			sulih_buffer_putc(out, shorts[i]);
			return;
		}
	sulih_buffer_printf(out, "\\u%04x", c);
}

static bool is_special(char c)
{
	return (unsigned char)c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

/* Less than sixteen bytes, most words and numbers of a record, are looked through in two steps that
 * overlap. */
static bool is_plain_word(const char *data, size_t length)
{
	uint32_t halves[2];
	uint64_t word;

	if (length >= 8)
		return (sulih_bytes_special_in_json(sulih_bytes_load(data)) |
			sulih_bytes_special_in_json(sulih_bytes_load(data + length - 8))) == 0;
	if (length >= 4) {
		memcpy(&halves[0], data, 4);
		memcpy(&halves[1], data + length - 4, 4);
		memcpy(&word, halves, 8);
		return sulih_bytes_special_in_json(word) == 0;
	}
	for (size_t i = 0; i < length; i++)
		if (is_special(data[i]))
			return false;
	return true;
}

/* One past the last byte from `at` on that stands for itself. */
static size_t plain_end(struct sulih_view text, size_t at)
{
	if (text.length - at < 16 && is_plain_word(text.data + at, text.length - at))
		return text.length;
#ifdef __SSE2__
	/* the last sixteen may overlap those before, in which nothing was found */
	for (; text.length - at >= 16;
	     at = text.length - at >= 32 || text.length - at == 16 ? at + 16 : text.length - 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(text.data + at));
		__m128i hit = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
		unsigned mask;

		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)));
		mask = (unsigned)_mm_movemask_epi8(hit);
		if (mask != 0)
			return at + (size_t)__builtin_ctz(mask);
	}
#endif
	while (at < text.length && !is_special(text.data[at]))
		at++;
	return at;
}

void sulih_json_escape(struct sulih_buffer *out, struct sulih_view text)
{
	for (size_t at = 0; at < text.length;) {
		size_t end = plain_end(text, at);

		sulih_buffer_append(out, text.data + at, end - at);
		at = end;
		if (at < text.length)
			put_escape(out, (unsigned char)text.data[at++]);
	}
}

void sulih_json_string(struct sulih_buffer *out, struct sulih_view text)
{
	sulih_buffer_putc(out, '"');
	sulih_json_escape(out, text);
	sulih_buffer_putc(out, '"');
}
