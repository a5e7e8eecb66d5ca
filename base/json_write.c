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
	size_t from = 0;

	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
			continue;
		sulih_buffer_append(out, text.data + from, i - from);
		put_escape(out, c);
		from = i + 1;
	}
	if (text.length > from)
		sulih_buffer_append(out, text.data + from, text.length - from);
}

void sulih_json_string(struct sulih_buffer *out, struct sulih_view text)
{
	sulih_buffer_putc(out, '"');
	sulih_json_escape(out, text);
	sulih_buffer_putc(out, '"');
}
