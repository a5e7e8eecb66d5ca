/* The glossary's interface: files, order of entries, look-up, errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pipeline/protect/terms/glossary.h"

static struct sulih_glossary *parse(const char *text)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_glossary *glossary;

	assert_int_equal(sulih_glossary_parse(sulih_view_of(text), "t.tsv", &glossary, &error), 0);
	return glossary;
}

static void entries_keep_the_order_of_the_file(void **state)
{
	struct sulih_glossary *g = parse("tol\ttoll road\nbank\tbank\tterm\texact\tnote\n");
	const struct sulih_term *first = sulih_glossary_term(g, 0);
	const struct sulih_term *second = sulih_glossary_term(g, 1);

	(void)state;
	assert_int_equal(sulih_glossary_count(g), 2);
	assert_true(sulih_view_is(first->source, "tol"));
	assert_int_equal(first->line, 1);
	assert_int_equal(first->letters, SULIH_CASE_WRITTEN);
	assert_true(sulih_view_is(second->note, "note"));
	assert_int_equal(second->letters, SULIH_CASE_EXACT);
	assert_int_equal(second->target.length, 0); /* the same as the source: a copy */
	assert_string_equal(sulih_glossary_name(g), "t.tsv");
	sulih_glossary_free(g);
}

static void look_up_gives_the_longest_first(void **state)
{
	struct sulih_glossary *g =
		parse("bank\ta\nBank Sentral Asia\tb\nbank sentral\tc\nbanki\td\n");
	const char *const wanted[] = { "bank sentral asia", "bank sentral", "bank" };
	size_t next = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		const struct sulih_term *t = sulih_glossary_next(g, SULIH_VIEW("bank"), &next);

		assert_non_null(t);
		assert_true(sulih_view_is(t->folded, wanted[i]));
	}
	assert_null(sulih_glossary_next(g, SULIH_VIEW("bank"), &next));
	next = 0;
	assert_null(sulih_glossary_next(g, SULIH_VIEW("ban"), &next));
	next = 0;
	assert_null(sulih_glossary_next(g, SULIH_VIEW("zebra"), &next));
	assert_true(sulih_glossary_begins(g, 'b'));
	assert_false(sulih_glossary_begins(g, 'B'));
	sulih_glossary_free(g);
}

static void rivals_know_each_other(void **state)
{
	struct sulih_glossary *g = parse("tol\ta\ntol\tb\n");

	(void)state;
	assert_int_equal(sulih_glossary_term(g, 0)->rival, 2);
	assert_int_equal(sulih_glossary_term(g, 1)->rival, 1);
	sulih_glossary_free(g);
}

static void folding(void **state)
{
	static const struct {
		const char *text, *folded;
		size_t first_word;
	} cases[] = {
		{ "KPK", "kpk", 3 },	       { "Jum’at", "jum'at", 3 }, { "Ürümqi", "ürümqi", 8 },
		{ "#Maju", "#maju", 1 },       { "PDI-P", "pdi-p", 3 },	  { "3T", "3t", 2 },
		{ "C++ lama", "c++ lama", 1 }, { ".NET", ".net", 1 },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_buffer out = SULIH_BUFFER_INIT;

		sulih_glossary_fold(sulih_view_of(cases[i].text), &out);
		assert_string_equal(out.data, cases[i].folded);
		assert_int_equal(sulih_glossary_first_word(sulih_buffer_view(&out)),
				 cases[i].first_word);
		sulih_buffer_release(&out);
	}
}

static void a_faulty_glossary_is_refused(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "a\tb\tnoun\n", "t.tsv:1: no kind is called 'noun'" },
		{ "\n\n\tb\n", "t.tsv:3: no source" },
		{ "\tb\n\tc\n", "(and 1 more; sulih glossary check lists them)" },
		{ "a\t\xFF\n", "t.tsv:1: not UTF-8 text" },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_glossary *g;

		assert_int_equal(
			sulih_glossary_parse(sulih_view_of(cases[i].text), "t.tsv", &g, &error),
			SULIH_ERROR_CONFIG);
		assert_null(g);
		assert_non_null(strstr(error.message, cases[i].message));
	}
}

static void files(void **state)
{
	char path[] = "/tmp/sulih-glossary-XXXXXX";
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_glossary *g;
	int fd = mkstemp(path);
	static const char text[] = "\xEF\xBB\xBFsource,target\r\nKPK,KPK\r\ntol,\"toll, road\"\r\n";

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, sizeof(text) - 1), (ssize_t)sizeof(text) - 1);
	close(fd);
	assert_int_equal(sulih_glossary_load(path, &g, &error), 0);
	assert_int_equal(sulih_glossary_count(g), 2);
	assert_true(sulih_view_is(sulih_glossary_term(g, 1)->target, "toll, road"));
	sulih_glossary_free(g);
	unlink(path);
	assert_int_equal(sulih_glossary_load(path, &g, &error), SULIH_ERROR_IO);
	assert_null(g);
	assert_non_null(strstr(error.message, path));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_keep_the_order_of_the_file),
		cmocka_unit_test(look_up_gives_the_longest_first),
		cmocka_unit_test(rivals_know_each_other),
		cmocka_unit_test(folding),
		cmocka_unit_test(a_faulty_glossary_is_refused),
		cmocka_unit_test(files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
