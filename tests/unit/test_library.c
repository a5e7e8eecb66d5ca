/* The library from a caller's side: what may be left out, what comes back, whose it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/view.h"
#include "pipeline/sulih.h"

static const char words[] = "Harga beras naik 5,2 persen.";
static const char *const half[] = { "salah", NULL };

static const struct {
	const char *name;
	const char *text;
	size_t length;
	int stage;
	struct sulih_options options;
	int result;
	const char *says; /* in the message; NULL: it is empty */
} records[] = {
	{ "all is well", words, sizeof(words) - 1, SULIH_STAGE_PROTECT, { 0 }, SULIH_DONE, NULL },
	{ "no text at all", NULL, 0, SULIH_STAGE_PROTECT, { 0 }, SULIH_DONE, NULL },
	{ "a length of nothing", NULL, 5, SULIH_STAGE_PROTECT, { 0 }, SULIH_BAD_CALL, "no text" },
	{ "no such stage", words, 5, 9, { 0 }, SULIH_BAD_CALL, "no stage" },
	{ "bytes", "Halo\0dunia", 10, SULIH_STAGE_SEGMENT, { 0 }, SULIH_BAD_INPUT, "binary" },
	{ "style", words, 5, SULIH_STAGE_PROTECT, { .style = "xx" }, SULIH_BAD_CALL, "xx" },
	{ "quotes", words, 5, SULIH_STAGE_PROTECT, { .quotes = "xx" }, SULIH_BAD_CALL, "xx" },
	{ "no glossary",
	  words,
	  5,
	  SULIH_STAGE_PROTECT,
	  { .glossary = "/tidak/ada.tsv" },
	  SULIH_NO_IO,
	  "/tidak/ada.tsv" },
};

static void test_records(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(records); i++) {
		char message[200] = "before", *json = message;
		size_t length = 0;
		int result = sulih_record_of(
			records[i].text, records[i].length, (enum sulih_stage_id)records[i].stage,
			&records[i].options, &json, &length, message, sizeof(message));

		if (result != records[i].result)
			fail_msg("%s: %d (%s), not %d", records[i].name, result, message,
				 records[i].result);
		if (records[i].says == NULL)
			assert_string_equal(message, "");
		else if (strstr(message, records[i].says) == NULL)
			fail_msg("%s: %s", records[i].name, message);
		if (result == SULIH_DONE)
			assert_int_equal(strlen(json), length);
		else
			assert_null(json);
		sulih_free(json);
	}
}

static void test_left_out(void **state)
{
	char *json = NULL, message[4];
	struct sulih_translation result;

	(void)state;
	assert_int_equal(sulih_record_of("Ya.", 3, SULIH_STAGE_PROTECT, NULL, &json, NULL, NULL, 9),
			 SULIH_DONE);
	assert_non_null(json);
	sulih_free(json);
	assert_int_equal(
		sulih_record_of("Ya.", 3, SULIH_STAGE_PROTECT, NULL, NULL, NULL, message, 4),
		SULIH_BAD_CALL);
	assert_int_equal(strlen(message), 3); /* cut, and ended */
	assert_int_equal(sulih_translate_text("Ya.", 3, NULL, &result, NULL, 0), SULIH_BAD_CONFIG);
	assert_null(result.text);
	assert_int_equal(sulih_translate_text("Ya.", 3, NULL, NULL, NULL, 0), SULIH_BAD_CALL);
	sulih_translation_release(NULL);
	sulih_free(NULL);
}

static const struct {
	struct sulih_options options;
	int result;
	const char *says;
	int text; /* whether there is one */
} translations[] = {
	{ { .engine = "gloss" }, SULIH_DONE, "", 1 },
	{ { .engine = "tidak-ada" }, SULIH_BAD_CONFIG, "tidak-ada", 0 },
	{ { .engine = "gloss", .variables = half }, SULIH_BAD_CALL, "\"salah\"", 0 },
	{ { .engine = "libretranslate", .url = "http://127.0.0.1:1/" },
	  SULIH_NO_ENGINE,
	  "nothing listens there",
	  1 },
};

static void test_translations(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(translations); i++) {
		char message[300] = "before";
		struct sulih_translation result;

		memset(&result, 0x55, sizeof(result));
		assert_int_equal(sulih_translate_text(words, sizeof(words) - 1,
						      &translations[i].options, &result, message,
						      sizeof(message)),
				 translations[i].result);
		if (strstr(message, translations[i].says) == NULL)
			fail_msg("row %zu: %s", i, message);
		assert_int_equal(result.text != NULL, translations[i].text);
		if (result.text != NULL)
			assert_int_equal(strlen(result.text), result.length);
		if (translations[i].result == SULIH_NO_ENGINE)
			assert_string_equal(result.text, words);
		sulih_translation_release(&result);
		sulih_translation_release(&result); /* empty by now */
	}
}

static void *translate_often(void *context)
{
	const struct sulih_options options = { .engine = "gloss" };
	int *wrong = context;

	for (int i = 0; i < 10; i++) {
		struct sulih_translation result;

		*wrong += sulih_translate_text(words, sizeof(words) - 1, &options, &result, NULL,
					       0) != SULIH_DONE ||
			  strstr(result.text, "5.2 percent") == NULL;
		sulih_translation_release(&result);
	}
	return NULL;
}

static void test_threads(void **state)
{
	enum { THREADS = 4 };
	pthread_t threads[THREADS];
	int wrong[THREADS] = { 0 };

	(void)state;
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, translate_often, &wrong[i]), 0);
	for (int i = 0; i < THREADS; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(wrong[i], 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_translations),
		cmocka_unit_test(test_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
