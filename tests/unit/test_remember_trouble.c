/* What the remembering engine does when its store is slow, fails, or is locked. */
#include <time.h>

#include "tests/support/diary.h"

/* 5 ms once mean nothing more for half a second, but what is at the end. */
static void test_a_slow_disk(void **state)
{
	(void)state;
	bench.diary.settle_ms = 5;
	for (size_t i = 0; i < 3; i++) {
		diary_give(i);
		diary_answer(i);
		diary_run();
	}
	diary_check_log("[..)(+)s[..)(+)[..)(+)");
	bench.engine->end(bench.engine);
	diary_check_log("s");
}

static void test_a_disk_that_fails(void **state)
{
	(void)state;
	bench.diary.lame = true;
	for (size_t i = 0; i < 2; i++) {
		diary_give(i);
		diary_answer(i);
		diary_run();
	}
	bench.engine->end(bench.engine);
	assert_int_equal(bench.said, 1);
	assert_string_equal(bench.last_said,
			    "its disk fails; a power failure may cost answers that it holds");
	assert_int_equal(bench.engine->counts.kept, 2);
}

static void test_a_lock(void **state)
{
	(void)state;
	bench.diary.locked = true;
	diary_give(0);
	diary_answer(0);
	diary_run();
	diary_check_log("[..)!");
	assert_int_equal(bench.said, 0); /* one of a moment is not worth a word */
	nanosleep(&(const struct timespec){ .tv_sec = 1 }, NULL);
	diary_run();
	diary_check_log("!");
	assert_string_equal(bench.last_said,
			    "it is locked; answers wait in memory until it takes them");
	bench.diary.locked = false;
	diary_give(1);
	diary_answer(1);
	diary_run(); /* the store is left alone for a while */
	diary_check_log("[..)");
	bench.engine->end(bench.engine);
	diary_check_log("(++)s");
	assert_int_equal(bench.engine->counts.kept, 2);
	assert_int_equal(bench.engine->counts.unkept, 0);
	assert_int_equal(bench.said, 1);
}

static void test_a_lock_to_the_end(void **state)
{
	(void)state;
	bench.diary.locked = true;
	diary_give(0);
	diary_answer(0);
	diary_run();
	bench.engine->end(bench.engine);
	diary_check_log("[..)!!!"); /* once more, to tell of it, and then with patience */
	assert_int_equal(bench.engine->counts.unkept, 1);
	assert_string_equal(bench.last_said,
			    "answers that could not be kept: 1; the next run asks for them again");
}

/* What waits in memory is an answer all the same, with what was said of it. */
static void check_repeat(void)
{
	const struct sulih_diagnostics *all = &bench.document->diagnostics;

	sulih_diagnose(&bench.document->diagnostics, SULIH_DIAGNOSTIC_REPLY_SUSPECT,
		       (struct sulih_span){ 0, 13 }, "it may lack its end");
	diary_answer(0);
	diary_run();
	diary_give(3);
	assert_int_equal(bench.held->asked, 1);
	assert_int_equal(bench.done, 2);
	assert_int_equal(bench.document->items.items[3].state, SULIH_ITEM_TRANSLATED);
	assert_string_equal(bench.document->items.items[3].rung, "store");
	assert_true(
		sulih_view_is(bench.document->items.items[3].target.items[0].text, "The people: "));
	assert_int_equal(all->list.count, 2);
	assert_int_equal(all->list.items[1].id, SULIH_DIAGNOSTIC_REPLY_SUSPECT);
	assert_true(all->list.items[1].span.start > 13);
}

static void test_a_repeat_while_it_is_locked(void **state)
{
	(void)state;
	diary_give(0);
	bench.diary.locked = true;
	check_repeat();
	bench.diary.locked = false;
	bench.engine->end(bench.engine);
	assert_int_equal(bench.engine->counts.kept, 1);
	assert_int_equal(bench.engine->counts.remembered, 1);
}

static void test_a_repeat_where_nothing_is_kept(void **state)
{
	(void)state;
	bench.diary.face.why_read = "it is another's";
	diary_give(0);
	check_repeat();
	assert_int_equal(bench.said, 0);
	bench.engine->end(bench.engine);
	diary_check_log("[..)[..)");
	assert_int_equal(bench.engine->counts.kept, 0);
	assert_int_equal(bench.engine->counts.unkept, 1);
	assert_int_equal(bench.said, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, diary_start, diary_finish)
	const struct CMUnitTest tests[] = {
		TEST(test_a_slow_disk),
		TEST(test_a_disk_that_fails),
		TEST(test_a_lock),
		TEST(test_a_lock_to_the_end),
		TEST(test_a_repeat_while_it_is_locked),
		TEST(test_a_repeat_where_nothing_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
