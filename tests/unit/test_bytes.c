/* Eight bytes at a time must say what one after the other says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/bytes.h"
#include "base/json_write.h"

/* Every byte in every place, among neighbours of each kind. */
static void test_bytes_between(void **state)
{
	static const unsigned char ranges[][2] = { { '0', '9' }, { '!', '?' },	 { 0, 0x1F },
						   { '"', '"' }, { 0x7F, 0x7F }, { 0, 0x7F } };
	static const unsigned char neighbours[] = { 0, 'a', '0', 0x7F, 0x80, 0xFF };

	(void)state;
	for (size_t r = 0; r < sizeof(ranges) / sizeof(*ranges); r++)
		for (unsigned byte = 0; byte < 256; byte++)
			for (size_t place = 0; place < 8; place++)
				for (size_t n = 0; n < sizeof(neighbours); n++) {
					unsigned char bytes[8], found[8];
					uint64_t word;

					memset(bytes, neighbours[n], sizeof(bytes));
					bytes[place] = (unsigned char)byte;
					memcpy(&word, bytes, sizeof(word));
					word = sulih_bytes_between(word, ranges[r][0],
								   ranges[r][1]);
					memcpy(found, &word, sizeof(word));
					for (size_t i = 0; i < 8; i++)
						assert_int_equal(
							found[i],
							bytes[i] >= ranges[r][0] &&
									bytes[i] <= ranges[r][1]
								? 0x80
								: 0);
				}
}

static void test_json_escape_in_every_place(void **state)
{
	static const char special[] = { '"', '\\', '\n', 0x7F, 1 };
	static const char *const written[] = { "\\\"", "\\\\", "\\n", "\\u007f", "\\u0001" };

	(void)state;
	for (size_t k = 0; k < sizeof(special); k++)
		for (size_t place = 0; place < 20; place++) {
			struct sulih_buffer out = SULIH_BUFFER_INIT;
			char text[20], wanted[40] = "";

			memset(text, 'a', sizeof(text));
			text[place] = special[k];
			memset(wanted, 'a', place);
			strcpy(wanted + place, written[k]);
			memset(wanted + strlen(wanted), 'a', sizeof(text) - 1 - place);
			sulih_json_escape(&out, sulih_view_make(text, sizeof(text)));
			assert_string_equal(sulih_buffer_view(&out).data, wanted);
			sulih_buffer_release(&out);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_bytes_between),
					    cmocka_unit_test(test_json_escape_in_every_place) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
