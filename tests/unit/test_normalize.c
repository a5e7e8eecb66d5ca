/* The offset map by itself, and lines too long for examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "normalize/offset_map_build.h"
#include "tests/support/normalize_check.h"

/* "“a” b": the quotation marks stood as &ldquo; (7) and &rdquo; (7), and two spaces as one. */
static void test_map_by_hand(void **state)
{
	static const char text[] = "“a” b";
	static const struct {
		size_t clean;
		bool end;
		size_t source;
	} cases[] = {
		{ 0, false, 0 },  { 1, false, 0 },  { 3, false, 7 },  { 4, false, 8 },
		{ 7, false, 15 }, { 8, false, 17 }, { 9, false, 20 }, { 0, true, 0 },
		{ 3, true, 7 },	  { 4, true, 8 },   { 7, true, 15 },  { 8, true, 17 },
		{ 9, true, 18 },
	};
	static const size_t back[] = {
		0, 3, 3, 3, 3, 3, 3, 3, 4, 7, 7, 7, 7, 7, 7, 7, 8, 8, 9, 9, 9
	};
	struct sulih_offset_map *map = sulih_offset_map_new();
	struct sulih_view view = sulih_view_of(text);

	(void)state;
	sulih_offset_map_block(map, 3, 7);
	sulih_offset_map_step(map, SULIH_VIEW("a"));
	sulih_offset_map_block(map, 3, 7);
	sulih_offset_map_block(map, 1, 2);
	sulih_offset_map_step(map, SULIH_VIEW("b"));
	sulih_offset_map_block(map, 0, 2); /* dropped at the end */
	for (size_t i = 0; i < SULIH_COUNT(cases); i++)
		assert_int_equal(sulih_offset_map_source(map, view, cases[i].clean, cases[i].end),
				 cases[i].source);
	for (size_t i = 0; i < SULIH_COUNT(back); i++)
		assert_int_equal(sulih_offset_map_clean(map, view, i), back[i]);
	assert_int_equal(sulih_offset_map_source_length(map), 20);
	sulih_offset_map_empty(map);
	assert_int_equal(sulih_offset_map_source(map, SULIH_VIEW(""), 0, false), 20);
	assert_int_equal(sulih_offset_map_clean(map, SULIH_VIEW(""), 5), 0);
	sulih_offset_map_free(map);
}

/* A text of which much is dropped in one place and nothing in others: each clean character knows
 * its source, wherever the first guess falls. */
static void test_map_of_uneven_text(void **state)
{
	enum { ROUNDS = 40, PIECES = 60, MOST = 16384 };
	static size_t source_at[MOST];
	static char text[MOST];
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct sulih_offset_map *map = sulih_offset_map_new();
		size_t clean = 0, source = 0;

		for (int piece = 0; piece < PIECES; piece++) {
			size_t length = (seed = seed * 1664525 + 1013904223) >> 24;

			for (size_t i = 0; i < length; i++) {
				source_at[clean + i] = source + i;
				text[clean + i] = 'a';
			}
			sulih_offset_map_step(map, sulih_view_make(text + clean, length));
			clean += length, source += length;
			length = piece % 7 == round % 7 ? seed >> 18 & 0xFFF : seed >> 20 & 1;
			sulih_offset_map_block(map, 0, length);
			source += length;
		}
		for (size_t i = 0; i < clean; i++) {
			struct sulih_view whole = sulih_view_make(text, clean);

			assert_int_equal(sulih_offset_map_source(map, whole, i, false),
					 source_at[i]);
			assert_int_equal(sulih_offset_map_source(map, whole, i + 1, true),
					 source_at[i] + 1);
			assert_int_equal(sulih_offset_map_clean(map, whole, source_at[i]), i);
		}
		sulih_offset_map_free(map);
	}
}

static void test_counting(void **state)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	(void)state;
	for (size_t n = 0; n < 300; n++) {
		assert_int_equal(sulih_count_characters(sulih_buffer_view(&text)), n);
		sulih_buffer_put_code_point(&text, n % 3 ? n % 5 ? 'a' : 0x201C : 0x1F600);
	}
	sulih_buffer_release(&text);
}

static void check_bytes(struct sulih_view input, struct sulih_normalized *clean)
{
	struct sulih_normalize_options options = { false, true };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = sulih_normalize(input, &options, clean, &error);

	if (status == 0)
		status = check_normalized(input, false, clean, &error);
	if (status != 0)
		print_message("%s\n", error.message);
	assert_int_equal(status, 0);
}

static size_t count(struct sulih_view text, const char *what)
{
	size_t found = 0, length = strlen(what);

	for (size_t at = 0; at + length <= text.length; at++)
		found += memcmp(text.data + at, what, length) == 0;
	return found;
}

/* Lines of a hundred thousand bytes, each piece of which is damaged in one way. */
static void test_long_lines(void **state)
{
	static const struct {
		const char *piece, *clean;
	} cases[] = {
		{ "kata biasa ", "kata biasa " },
		{ "kata\xC2\xA0sandi  itu ", "kata sandi itu " },
		{ "\xC3\xA2\xE2\x82\xAC\xC5\x93kata&quot; ", "\xE2\x80\x9Ckata\" " },
		{ "caf\xE9 \x93kata\x94 ", "caf\xC3\xA9 \xE2\x80\x9Ckata\xE2\x80\x9D " },
		{ "kafe\xCC\x81 ", "kaf\xC3\xA9 " },
		{ "dariReuters ", "dari Reuters " },
		{ "katabiasa", "katabiasa" },
		{ "\xE2\x80\x9C", "\xE2\x80\x9C" },
		{ "baris\r", "baris\n" },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_buffer input = SULIH_BUFFER_INIT;
		struct sulih_normalized clean;
		size_t pieces = 0;

		while (input.length < 100000) {
			sulih_buffer_puts(&input, cases[i].piece);
			pieces++;
		}
		sulih_buffer_puts(&input, ".\n");
		sulih_normalized_init(&clean);
		check_bytes(sulih_buffer_view(&input), &clean);
		assert_int_equal(count(sulih_buffer_view(&clean.text), cases[i].clean), pieces);
		sulih_normalized_release(&clean);
		sulih_buffer_release(&input);
	}
}

/* A blank that a cut leaves at the end of a part is one blank, or none at a line's end. */
static void test_endless_blanks(void **state)
{
	struct sulih_buffer input = SULIH_BUFFER_INIT;
	struct sulih_normalized clean;

	(void)state;
	sulih_buffer_puts(&input, "satu");
	for (size_t i = 0; i < 70000; i++)
		sulih_buffer_putc(&input, ' ');
	sulih_buffer_puts(&input, "dua");
	for (size_t i = 0; i < 70000; i++)
		sulih_buffer_putc(&input, ' ');
	sulih_buffer_puts(&input, "\ntiga");
	for (size_t i = 0; i < 70000; i++)
		sulih_buffer_puts(&input, "\xC2\xA0");
	sulih_normalized_init(&clean);
	check_bytes(sulih_buffer_view(&input), &clean);
	assert_string_equal(clean.text.data, "satu dua\ntiga");
	assert_int_equal(clean.source_length, 4 + 70000 + 3 + 70000 + 5 + 70000);
	assert_int_equal(
		sulih_offset_map_source(clean.map, sulih_buffer_view(&clean.text), 5, false),
		70004);
	assert_int_equal(
		sulih_offset_map_source(clean.map, sulih_buffer_view(&clean.text), 8, true), 70007);
	sulih_normalized_release(&clean);
	sulih_buffer_release(&input);
}

/* A NUL far behind the beginning is found too. */
static void test_late_nul(void **state)
{
	struct sulih_buffer input = SULIH_BUFFER_INIT;
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_normalized clean;

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		sulih_buffer_puts(&input, "kata biasa\n");
	sulih_buffer_append(&input, "\0", 1);
	sulih_normalized_init(&clean);
	assert_int_equal(sulih_normalize(sulih_buffer_view(&input), NULL, &clean, &error),
			 SULIH_ERROR_INPUT);
	sulih_normalized_release(&clean);
	sulih_buffer_release(&input);
}

/* Text in which each repair uncovers the next stays as it is, and quickly. */
static void test_made_to_be_slow(void **state)
{
	struct sulih_buffer input = SULIH_BUFFER_INIT;
	struct sulih_normalized clean;

	(void)state;
	for (size_t i = 0; i < 5000; i++)
		sulih_buffer_puts(&input, "\xC3\x82");
	sulih_buffer_puts(&input, "\xC2\xA9");
	sulih_normalized_init(&clean);
	check_bytes(sulih_buffer_view(&input), &clean);
	assert_string_equal(clean.text.data, "\xC2\xA9");
	sulih_normalized_release(&clean);
	sulih_buffer_clear(&input);
	for (size_t i = 0; i < 500; i++)
		sulih_buffer_puts(&input, "&a");
	sulih_buffer_puts(&input, "&#173;");
	for (size_t i = 0; i < 500; i++)
		sulih_buffer_puts(&input, "mp;#173;");
	sulih_normalized_init(&clean);
	check_bytes(sulih_buffer_view(&input), &clean);
	assert_int_equal(clean.text.length, input.length);
	sulih_normalized_release(&clean);
	sulih_buffer_clear(&input);
	sulih_buffer_puts(&input, "e");
	for (size_t i = 0; i < 7000; i++)
		sulih_buffer_puts(&input, "\xCC\x81\xCC\xA3");
	sulih_normalized_init(&clean);
	check_bytes(sulih_buffer_view(&input), &clean);
	sulih_normalized_release(&clean);
	sulih_buffer_release(&input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map_by_hand),	cmocka_unit_test(test_map_of_uneven_text),
		cmocka_unit_test(test_counting),	cmocka_unit_test(test_long_lines),
		cmocka_unit_test(test_endless_blanks),	cmocka_unit_test(test_late_nul),
		cmocka_unit_test(test_made_to_be_slow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
