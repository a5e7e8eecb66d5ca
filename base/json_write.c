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

void sulih_json_escape(struct sulih_buffer *out, struct sulih_view text)
{
	/* clang-format off */
	static const bool special[256] = {
		1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		['"'] = 1, ['\\'] = 1, [0x7F] = 1,
	};
	/* clang-format on */
	size_t at = 0;

	while (at < text.length) {
		size_t from = at;

		at = sulih_bytes_skip(text, at, sulih_bytes_special_in_json);
		while (at < text.length && !special[(unsigned char)text.data[at]])
			at++;
		sulih_buffer_append(out, text.data + from, at - from);
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
