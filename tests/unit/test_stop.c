/* The library and its server: what a stop means, and what is sent at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pipeline/sulih.h"
#include "tests/support/stub_process.h"

static struct stub_process stub;
static char url[80], profile[] = "/tmp/sulih-stop.XXXXXX.json";
static char log_path[] = "/tmp/sulih-stop.XXXXXX.log";

static const char text[] = "Warga desa telah hadir di balai kota.\n\n"
			   "Petani telah hadir di balai desa.\n\n"
			   "Guru telah hadir di balai kota.\n";

/* One text a request, so many requests at once. */
static int write_profile(unsigned at_once)
{
	FILE *file = fopen(profile, "w");

	if (file == NULL)
		return -1;
	fprintf(file,
		"{ \"name\": \"stop\", \"url\": \"%s\", \"body\": { \"q\": { \"$each\": { "
		"\"$var\": \"text\" } }, "
		"\"source\": \"${source}\", \"target\": \"${target}\", \"format\": \"text\" }, "
		"\"batch\": { \"mode\": \"array\", \"max_items\": 1 }, \"protect\": { \"shape\": "
		"\"brackets\" }, "
		"\"response\": { \"items\": \"/translatedText\", \"text\": \"\" }, "
		"\"limits\": { \"concurrency_max\": %u, \"total_ms\": 5000 } }",
		url, at_once);
	return fclose(file);
}

static int start(void **state)
{
	static const char *const slow[] = { "--delay", "150", "--log", log_path, NULL };
	int fd = mkstemps(profile, 5), log = mkstemps(log_path, 4);

	(void)state;
	if (fd < 0 || log < 0 || stub_process_start(&stub, slow) != 0)
		return -1;
	close(fd);
	close(log);
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/translate", stub.port);
	return 0;
}

static int finish(void **state)
{
	(void)state;
	stub_process_stop(&stub);
	return unlink(profile) + unlink(log_path);
}

/* Says so from the call on whose number it is given. */
struct patience {
	unsigned calls, most;
};

static int stopped(void *context)
{
	struct patience *patience = context;

	return ++patience->calls > patience->most;
}

static int translate(struct patience *patience, struct sulih_translation *result)
{
	const struct sulih_options options = { .engine = profile,
					       .stopped = stopped,
					       .stopped_context = patience };
	char message[200] = "";
	int status = sulih_translate_text(text, strlen(text), &options, result, message,
					  sizeof(message));

	assert_int_equal(status == 0, message[0] == '\0');
	return status;
}

static void test_before_anything_is_sent(void **state)
{
	struct patience none = { 0, 0 };
	struct sulih_translation result;

	(void)state;
	assert_int_equal(write_profile(1), 0);
	assert_int_equal(translate(&none, &result), SULIH_STOPPED);
	assert_null(result.text);
	assert_null(result.ledger);
	sulih_translation_release(&result);
}

static void test_amid_its_requests(void **state)
{
	/* twice a turn; the first turn sends the first request */
	struct patience some = { 0, 3 };
	struct sulih_translation result;

	(void)state;
	assert_int_equal(write_profile(1), 0);
	assert_int_equal(translate(&some, &result), SULIH_STOPPED);
	assert_null(result.text);
	sulih_translation_release(&result);
}

static void test_when_all_is_under_way(void **state)
{
	struct patience some = { 0, 3 };
	struct sulih_translation result;

	(void)state;
	assert_int_equal(write_profile(3), 0);
	assert_int_equal(translate(&some, &result), SULIH_DONE);
	assert_non_null(result.text);
	assert_int_equal(result.untranslated, 0);
	assert_true(some.calls > some.most);
	sulih_translation_release(&result);
}

static void test_never(void **state)
{
	struct patience much = { 0, 1000000 };
	struct sulih_translation result;

	(void)state;
	assert_int_equal(write_profile(1), 0);
	assert_int_equal(translate(&much, &result), SULIH_DONE);
	/* three answers of 150 ms, one after the other */
	assert_in_range(much.calls, 5, 1000);
	sulih_translation_release(&result);
}

static size_t requests(void)
{
	FILE *file = fopen(log_path, "r");
	size_t lines = 0;
	int c;

	assert_non_null(file);
	while ((c = getc(file)) != EOF)
		lines += c == '\n';
	fclose(file);
	return lines;
}

static void test_the_same_words_are_sent_once(void **state)
{
	static const char twice[] = "Warga telah hadir di balai kota.\n\nPetani datang.\n\n"
				    "Warga telah hadir di balai kota.\n";
	const struct sulih_options options = { .engine = profile };
	struct sulih_translation result;
	size_t before = requests();

	(void)state;
	assert_int_equal(write_profile(4), 0);
	assert_int_equal(sulih_translate_text(twice, strlen(twice), &options, &result, NULL, 0),
			 SULIH_DONE);
	assert_int_equal(requests() - before, 2);
	assert_string_equal(result.text, "Warga has hadir di balai kota.\n\nPetani datang.\n\n"
					 "Warga has hadir di balai kota.\n");
	sulih_translation_release(&result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_before_anything_is_sent),
		cmocka_unit_test(test_amid_its_requests),
		cmocka_unit_test(test_when_all_is_under_way),
		cmocka_unit_test(test_never),
		cmocka_unit_test(test_the_same_words_are_sent_once),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
