/* What the remembering engine does with its store: in which steps, and what it takes from it. */
#include "tests/support/diary.h"

static void test_a_turn_is_a_step(void **state)
{
	(void)state;
	diary_give(0);
	diary_give(1);
	diary_check_log("[....");
	diary_answer(0);
	diary_answer(1);
	diary_run();
	diary_check_log(")(++)s");
	diary_run();
	diary_check_log("");
	assert_int_equal(bench.engine->counts.kept, 2);
	bench.engine->end(bench.engine);
	diary_check_log("");
	assert_int_equal(bench.done, 2);
	assert_int_equal(bench.said, 0);
}

static void test_what_it_has(void **state)
{
	(void)state;
	bench.diary.has_all = true;
	diary_give(0);
	diary_give(1);
	assert_int_equal(bench.done, 2);
	assert_int_equal(bench.held->asked, 0);
	assert_string_equal(bench.document->items.items[0].rung, "memory");
	diary_run();
	diary_check_log("[..)");
	assert_int_equal(bench.engine->counts.remembered, 2);
}

static void check_diagnostic(size_t which, enum sulih_diagnostic_id id, const char *words)
{
	const struct sulih_diagnostic *one = &bench.document->diagnostics.list.items[which];

	assert_int_equal(one->id, id);
	assert_true(sulih_view_is(one->message, words));
	assert_int_equal(one->span.start, 0);
	assert_int_equal(one->span.end, 13);
}

static void test_what_is_known_of_it(void **state)
{
	(void)state;
	bench.diary.has_all = true;
	diary_give(0);
	assert_int_equal(bench.document->diagnostics.list.count, 2);
	check_diagnostic(0, SULIH_DIAGNOSTIC_REPLY_SUSPECT, "it is old");
	check_diagnostic(1, SULIH_DIAGNOSTIC_NUMBER_CHANGED, "and\tnew");
}

/* That it was sent twice is true of this place alone. */
static void test_what_is_kept_of_it(void **state)
{
	struct sulih_diagnostics *all = &bench.document->diagnostics;
	const struct sulih_span whole = { 0, 13 }, other = { 14, 20 };

	(void)state;
	sulih_diagnose(all, SULIH_DIAGNOSTIC_NUMBER_AMBIGUOUS, whole, "before");
	diary_give(0);
	sulih_diagnose(all, SULIH_DIAGNOSTIC_REPLY_ECHO, other, "of another");
	sulih_diagnose(all, SULIH_DIAGNOSTIC_REPLY_SUSPECT, whole, "it may lack %s", "its end");
	sulih_diagnose(all, SULIH_DIAGNOSTIC_SENTENCE_COUNT, whole, "it has more");
	assert_int_equal(held_engine_answer(bench.held, 0, SULIH_ITEM_TRANSLATED, "again"), 0);
	diary_run();
	assert_string_equal(bench.diary.last_kept, "reply-suspect\tit may lack its end\n"
						   "sentence-count\tit has more\n");
	diary_give(1);
	diary_answer(1);
	diary_run();
	assert_string_equal(bench.diary.last_kept, "");
}

static void test_what_is_no_answer(void **state)
{
	(void)state;
	diary_give(0);
	assert_int_equal(held_engine_answer(bench.held, 0, SULIH_ITEM_UNTRANSLATED, "no"), 0);
	diary_run();
	diary_check_log("[..)");
	assert_int_equal(bench.engine->counts.untranslated, 1);
	assert_int_equal(bench.done, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, diary_start, diary_finish)
	const struct CMUnitTest tests[] = {
		TEST(test_a_turn_is_a_step),	TEST(test_what_it_has),
		TEST(test_what_is_known_of_it), TEST(test_what_is_kept_of_it),
		TEST(test_what_is_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
