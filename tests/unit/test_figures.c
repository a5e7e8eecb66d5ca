/* The parts below the finder of figures: decimals, the calendar, addresses of the net. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pipeline/protect/numbers/dates/calendar.h"
#include "pipeline/protect/numbers/figures.h"

static void test_decimal_shapes(void **state)
{
	static const struct {
		const char *text;
		enum number_shape shape;
		const char *english, *value;
	} cases[] = {
		{ "7", NUMBER_PLAIN, "7", "7" },
		{ "2024", NUMBER_PLAIN, "2,024", "2024" },
		{ "007", NUMBER_PLAIN, "7", "7" },
		{ "0", NUMBER_PLAIN, "0", "0" },
		{ "8.000", NUMBER_GROUPED, "8,000", "8000" },
		{ "1.250.000", NUMBER_GROUPED, "1,250,000", "1250000" },
		{ "1.250,50", NUMBER_GROUPED, "1,250.50", "1250.5" },
		{ "2.500,00", NUMBER_GROUPED, "2,500.00", "2500" },
		{ "1,5", NUMBER_COMMA, "1.5", "1.5" },
		{ "0,25", NUMBER_COMMA, "0.25", "0.25" },
		{ "12345,6", NUMBER_COMMA, "12,345.6", "12345.6" },
		{ "1,250,000", NUMBER_ENGLISH, "1,250,000", "1250000" },
		{ "1,250.50", NUMBER_ENGLISH, "1,250.50", "1250.5" },
		{ "3.5", NUMBER_POINT, "3.5", "3.5" },
		{ "14.30", NUMBER_POINT, "14.30", "14.3" },
		{ "0.125", NUMBER_POINT, "0.125", "0.125" },
		{ "1.2.3", NUMBER_OTHER, NULL, NULL },
		{ "1,2,3", NUMBER_OTHER, NULL, NULL },
		{ "1.234,567.8", NUMBER_OTHER, NULL, NULL },
		{ "19.06.2024", NUMBER_OTHER, NULL, NULL },
		{ "1979,1980", NUMBER_OTHER, NULL, NULL },
		{ "123456789012345678901234567890123456789012345678901", NUMBER_OTHER, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_buffer out = SULIH_BUFFER_INIT;
		struct decimal number;

		assert_int_equal(sulih_decimal_read(sulih_view_of(cases[i].text), &number),
				 cases[i].shape);
		if (cases[i].english == NULL)
			continue;
		sulih_decimal_english(&number, &out);
		assert_string_equal(out.data, cases[i].english);
		sulih_buffer_clear(&out);
		sulih_decimal_canonical(&number, &out);
		assert_string_equal(out.data, cases[i].value);
		sulih_buffer_release(&out);
	}
}

static void test_decimal_shift(void **state)
{
	static const struct {
		const char *text;
		unsigned power;
		const char *english;
	} cases[] = {
		{ "1,5", 3, "1,500" },	 { "0,5", 1, "5" },	    { "0,05", 1, "0.5" },
		{ "2,345", 2, "234.5" }, { "12", 6, "12,000,000" }, { "0", 3, "0" },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_buffer out = SULIH_BUFFER_INIT;
		struct decimal number;

		sulih_decimal_read(sulih_view_of(cases[i].text), &number);
		assert_true(sulih_decimal_shift(&number, cases[i].power));
		sulih_decimal_english(&number, &out);
		assert_string_equal(out.data, cases[i].english);
		sulih_buffer_release(&out);
	}
}

static void test_decimal_limits(void **state)
{
	struct decimal number, other;

	(void)state;
	sulih_decimal_read(SULIH_VIEW("123456789"), &number);
	assert_int_equal(sulih_decimal_small(&number), 123456789);
	assert_false(sulih_decimal_shift(&number, DECIMAL_DIGITS));
	sulih_decimal_read(SULIH_VIEW("1,5"), &number);
	assert_int_equal(sulih_decimal_small(&number), -1);
	sulih_decimal_read(SULIH_VIEW("1,49"), &other);
	assert_true(sulih_decimal_compare(&number, &other) > 0);
	assert_true(sulih_decimal_compare(&other, &number) < 0);
	sulih_decimal_read(SULIH_VIEW("1,50"), &other);
	assert_int_equal(sulih_decimal_compare(&number, &other), 0);
	sulih_decimal_from(&number, 18446744073709551615ULL);
	assert_int_equal(number.count, 20);
}

static void test_calendar(void **state)
{
	static const struct {
		struct day day;
		bool exists;
		int weekday;
	} cases[] = {
		{ { 2024, 11, 1 }, true, 5 },  { { 2024, 1, 11 }, true, 4 },
		{ { 2024, 2, 29 }, true, 4 },  { { 2023, 2, 29 }, false, 0 },
		{ { 1900, 2, 29 }, false, 0 }, { { 2000, 2, 29 }, true, 2 },
		{ { 1945, 8, 17 }, true, 5 },  { { 1969, 12, 31 }, true, 3 },
		{ { 0, 2, 29 }, true, 0 },     { { 2024, 13, 1 }, false, 0 },
		{ { 2024, 4, 31 }, false, 0 }, { { 2024, 6, 0 }, false, 0 },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		assert_int_equal(sulih_day_exists(&cases[i].day), cases[i].exists);
		assert_int_equal(sulih_day_weekday(&cases[i].day), cases[i].weekday);
	}
	assert_int_equal(sulih_year_at(0), 1970);
	assert_int_equal(sulih_year_at(-1), 1969);
	assert_int_equal(sulih_year_at(1735689599), 2024);
	assert_int_equal(sulih_year_at(1735689600), 2025);
	assert_string_equal(sulih_month_name(13), "");
	assert_string_equal(sulih_weekday_name(0), "");
}

static void test_net(void **state)
{
	static const struct {
		const char *text, *found; /* found at the character `at` */
		char at;
		enum sulih_span_kind kind;
	} cases[] = {
		{ "lihat https://a.id/b(c).", "https://a.id/b(c)", ':', SULIH_KIND_URL },
		{ "(https://a.id/b)", "https://a.id/b", ':', SULIH_KIND_URL },
		{ "http://", "", ':', SULIH_KIND_URL },
		{ "surel a.b@c.co.id.", "a.b@c.co.id", '@', SULIH_KIND_EMAIL },
		{ "a@b", "", '@', SULIH_KIND_EMAIL },
		{ "@x", "", '@', SULIH_KIND_HANDLE },
		{ "(@warga.kota)", "@warga.kota", '@', SULIH_KIND_HANDLE },
		{ "#Satu_2", "#Satu_2", '#', SULIH_KIND_HASHTAG },
		{ "#12", "", '#', SULIH_KIND_HASHTAG },
		{ "warta.co.id", "warta.co.id", '.', SULIH_KIND_URL },
		{ "WARTA.COM", "WARTA.COM", '.', SULIH_KIND_URL },
		{ "hutan.Polisi", "", '.', SULIH_KIND_URL },
		{ "warta.com-nya", "warta.com", '.', SULIH_KIND_URL },
		{ "www.warta.zzz", "www.warta.zzz", '.', SULIH_KIND_URL },
		{ "foto.jpg", "foto.jpg", '.', SULIH_KIND_CODE },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_view text = sulih_view_of(cases[i].text);
		size_t at = (size_t)(strchr(text.data, cases[i].at) - text.data);
		struct sulih_net net =
			sulih_net_find(text, (struct sulih_span){ 0, text.length }, at);
		struct sulih_view got = sulih_view_slice(text, net.span.start, net.span.end);

		if (!sulih_view_is(got, cases[i].found))
			fail_msg("%s: %.*s", cases[i].text, SULIH_VIEW_ARGS(got));
		if (got.length > 0)
			assert_int_equal(net.kind, cases[i].kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decimal_shapes),
		cmocka_unit_test(test_decimal_shift),
		cmocka_unit_test(test_decimal_limits),
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_net),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
