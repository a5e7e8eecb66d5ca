/* Eight bytes at a time must say what one after the other says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/bytes.h"
#include "base/json_write.h"
#include "base/utf8.h"

/* Every byte in every place, among neighbours of each kind. */
static void test_bytes_between(void **state)
{
	static const unsigned char ranges[][2] = { { '0', '9' }, { '!', '?' },	 { 0, 0x1F },
						   { '"', '"' }, { 0x7F, 0x7F }, { 0, 0x7F } };
	static const unsigned char neighbours[] = { 0, 'a', '0', 0x7F, 0x80, 0xFF };

	(void)state;
	for (size_t r = 0; r < SULIH_COUNT(ranges); r++)
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

/* The byte found in texts of every length, at every place, with others behind it. */
static void test_bytes_find(void **state)
{
	static const char wanted[] = { '.', ':', (char)0xD6, (char)0xFF };

	(void)state;
	for (size_t length = 0; length < 50; length++)
		for (size_t place = 0; place <= length; place++)
			for (size_t w = 0; w < sizeof(wanted); w++) {
				char text[50];

				memset(text, w % 2 == 0 ? 'a' : (char)0xD5, sizeof(text));
				text[place] = wanted[w];
				text[length] = '.';
				assert_int_equal(sulih_bytes_find(text, 0, length, ".:", 0xD6),
						 place);
				if (place > 0)
					assert_int_equal(sulih_bytes_find(text, place / 2, length,
									  ".:", 0xD6),
							 place);
			}
}

static uint64_t digits(uint64_t word)
{
	return sulih_bytes_between(word, '0', '9');
}

/* Nothing is passed that was looked for, and no more than seven others are left. */
static void test_bytes_skip(void **state)
{
	(void)state;
	for (size_t length = 0; length < 30; length++)
		for (size_t place = 0; place <= length; place++) {
			char text[30];
			size_t skipped;

			memset(text, 'a', sizeof(text));
			text[place] = '7';
			skipped = sulih_bytes_skip(sulih_view_make(text, length), 0, digits);
			assert_true(skipped <= place && place - skipped < 8);
		}
}

/* In texts of every length: one byte, four, eight and sixteen at once, the last of them twice. */
static void test_json_escape_in_every_place(void **state)
{
	static const char special[] = { '"', '\\', '\n', 0x7F, 1 };
	static const char *const written[] = { "\\\"", "\\\\", "\\n", "\\u007f", "\\u0001" };
	enum { MOST = 50 };

	(void)state;
	for (size_t length = 1; length <= MOST; length++)
		for (size_t place = 0; place < length; place++)
			for (size_t k = 0; k < sizeof(special); k++) {
				struct sulih_buffer out = SULIH_BUFFER_INIT;
				char text[MOST], wanted[MOST + 8] = "";

				memset(text, k % 2 ? 'a' : (char)0xE9, length);
				memcpy(wanted, text, place);
				strcpy(wanted + place, written[k]);
				memcpy(wanted + strlen(wanted), text, length - 1 - place);
				text[place] = special[k];
				sulih_json_escape(&out, sulih_view_make(text, length));
				assert_string_equal(sulih_buffer_view(&out).data, wanted);
				sulih_buffer_release(&out);
			}
}

/* In every room: whole characters, as many as fit. */
static void test_print_keeps_characters_whole(void **state)
{
	static const char text[] =
		"a\xC3\xA9\xE2\x80\xA6\xF0\x9F\x98\x80z"; /* a é … and a face, z */
	static const size_t ends[] = { 0, 1, 3, 6, 10, 11 };

	(void)state;
	for (size_t size = 1; size <= sizeof(text) + 1; size++) {
		char room[sizeof(text) + 1];
		size_t most = 0;

		for (size_t i = 0; i < SULIH_COUNT(ends); i++)
			most = ends[i] < size ? ends[i] : most;
		sulih_utf8_print(room, size, "%s", text);
		assert_int_equal(strlen(room), most);
		assert_memory_equal(room, text, most);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_bytes_between),
					    cmocka_unit_test(test_bytes_find),
					    cmocka_unit_test(test_bytes_skip),
					    cmocka_unit_test(test_json_escape_in_every_place),
					    cmocka_unit_test(test_print_keeps_characters_whole) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
