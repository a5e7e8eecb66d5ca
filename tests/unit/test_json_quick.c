/* The quick reader gives what jansson gives, or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pipeline/translate/answer/json_quick.h"

static const char *const ordinary[] = {
	"{}",
	"[]",
	" { \"translatedText\" : \"The villagers moved.\" } \n",
	"{\"translations\":[{\"text\":\"a\",\"billed\":12},{\"text\":\"b\"}]}",
	"[\"\", \"a\", null, true, false, 0, -7, 123456789012345]",
	"{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
	"{\"a\":\"caf\\u00e9 \\u2019 \\ud83d\\ude00!\"}",
	"{\"a\":\"caf\xC3\xA9 \xE2\x80\x99\"}",
	"\"alone\"",
	"{\"\":{\"\":[[[]]]}}",
};

/* Faults, and what is left to jansson. */
static const char *const strange[] = {
	"",
	" ",
	"{",
	"{\"a\"}",
	"{\"a\":}",
	"{\"a\":1,}",
	"[1,]",
	"[1 2]",
	"{\"a\":1,\"a\":2}",
	"{\"a\":1} x",
	"{a:1}",
	"01",
	"-",
	"1.5",
	"1e5",
	"1234567890123456",
	"tru",
	"\"a",
	"\"a\\\"",
	"\"\\x\"",
	"\"\\u12\"",
	"\"\\u0000\"",
	"\"\\ud800\"",
	"\"\\ude00\"",
	"\"\\ud800\\u0041\"",
	"\"a\nb\"",
	"\"\xC3\"",
	"\"\xED\xA0\x80\"",
	"\xEF\xBB\xBF{}",
	"[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
};

static json_t *quick(const char *text)
{
	struct sulih_buffer room = SULIH_BUFFER_INIT;
	json_t *value = sulih_json_quick(sulih_view_of(text), &room);

	sulih_buffer_release(&room);
	return value;
}

static void test_ordinary(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(ordinary); i++) {
		json_t *value = quick(ordinary[i]);
		json_t *wanted = json_loads(ordinary[i], JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);

		if (value == NULL || !json_equal(value, wanted))
			fail_msg("%s", ordinary[i]);
		json_decref(value);
		json_decref(wanted);
	}
}

static void test_strange(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(strange); i++)
		if (quick(strange[i]) != NULL)
			fail_msg("%s", strange[i]);
}

/* Whatever bytes of an ordinary text are lost, nothing is taken that jansson refuses. */
static void test_cut(void **state)
{
	char text[128];

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(ordinary); i++) {
		for (size_t at = 0; at < strlen(ordinary[i]); at++) {
			json_t *value, *wanted;

			snprintf(text, sizeof(text), "%.*s%s", (int)at, ordinary[i],
				 ordinary[i] + at + 1);
			value = quick(text);
			wanted = json_loads(text, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
			if (value != NULL && !json_equal(value, wanted))
				fail_msg("%s", text);
			json_decref(value);
			json_decref(wanted);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ordinary),
		cmocka_unit_test(test_strange),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("quick JSON", tests, NULL, NULL);
}
