/*
 * Text misread on purpose.  The first byte says how: how often, whether as
 * Windows-1252 or Latin-1, and whether only every other word.
 */
#include <stdint.h>

#include "base/utf8.h"
#include "normalize/repair/line.h"
#include "tests/support/normalize_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TIMES = 3, LATIN_1 = 4, WORDS = 8 };

static void misread(struct sulih_view text, unsigned how, struct sulih_buffer *out)
{
	bool sound = false;

	for (size_t at = 0; at < text.length; at++) {
		unsigned char byte = (unsigned char)text.data[at];
		uint32_t c = byte;

		if (byte == ' ' && (how & WORDS))
			sound = !sound;
		if (sound) {
			sulih_buffer_putc(out, text.data[at]);
			continue;
		}
		if (!(how & LATIN_1) && sulih_windows_1252(byte) != 0)
			c = sulih_windows_1252(byte);
		sulih_buffer_put_code_point(out, c);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT, next = SULIH_BUFFER_INIT;

	if (size == 0)
		return 0;
	sulih_buffer_append(&text, (const char *)data + 1, size - 1);
	for (unsigned i = 0; i < (data[0] & TIMES); i++) {
		sulih_buffer_clear(&next);
		misread(sulih_buffer_view(&text), data[0], &next);
		sulih_buffer_clear(&text);
		sulih_buffer_add(&text, sulih_buffer_view(&next));
	}
	fuzz_normalize(sulih_buffer_view(&text), true);
	sulih_buffer_release(&text);
	sulih_buffer_release(&next);
	return 0;
}
