/* What the remembering engine does with its store: in which steps, and when it will not do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "pipeline/store/store.h"
#include "tests/support/held_engine.h"
#include "tests/support/masked.h"

/* A store that writes down what is asked of it, a letter each: [ begin finding, ( begin, . find,
 * + put, ) commit, ! give up, s settle. */
struct diary {
	struct sulih_store face; /* first */
	struct sulih_buffer log;
	bool has_all, locked, lame; /* every text; no step can begin; its disk fails */
	long settle_ms;
};

static struct diary diary;
static struct held_engine *held;
static struct sulih_engine *engine;
static struct sulih_document *document;
static size_t done, said;
static char last_said[200], last_kept[200];

static int note(struct sulih_store *store, char letter)
{
	(void)store;
	sulih_buffer_putc(&diary.log, letter);
	return 0;
}

static int find(struct sulih_store *store, const struct sulih_store_key *key,
		struct sulih_buffer *masked, struct sulih_buffer *known, bool *found,
		struct sulih_error *error)
{
	(void)key;
	(void)error;
	*found = diary.has_all;
	if (*found) {
		sulih_buffer_puts(masked, "It is known.");
		sulih_buffer_puts(known, "of-another-sulih\tnew\nno tab\nreply-suspect\tit is old\n"
					 "number-changed\tand\tnew");
	}
	return note(store, '.');
}

static int put(struct sulih_store *store, const struct sulih_store_key *key,
	       const struct sulih_store_row *row, struct sulih_error *error)
{
	(void)key;
	(void)error;
	assert_true(row->source.length > 0 && row->masked.length > 0);
	snprintf(last_kept, sizeof(last_kept), "%.*s", SULIH_VIEW_ARGS(row->said));
	return note(store, '+');
}

static int begin_finding(struct sulih_store *store, struct sulih_error *error)
{
	(void)error;
	return note(store, '[');
}

static int begin(struct sulih_store *store, int wait_ms, struct sulih_error *error)
{
	(void)wait_ms;
	if (diary.locked)
		return sulih_fail(error, SULIH_ERROR_IO, "it is locked");
	return note(store, '(');
}

static int commit(struct sulih_store *store, struct sulih_error *error)
{
	(void)error;
	return note(store, ')');
}

static void give_up(struct sulih_store *store)
{
	note(store, '!');
}

static int settle(struct sulih_store *store, struct sulih_error *error)
{
	const struct timespec pause = { .tv_nsec = diary.settle_ms * 1000000 };

	note(store, 's');
	nanosleep(&pause, NULL);
	return diary.lame ? sulih_fail(error, SULIH_ERROR_IO, "its disk fails") : 0;
}

static void close_diary(struct sulih_store *store)
{
	(void)store;
}

static const struct sulih_store_backend backend = { .find = find,
						    .put = put,
						    .begin_finding = begin_finding,
						    .begin = begin,
						    .commit = commit,
						    .give_up = give_up,
						    .settle = settle,
						    .close = close_diary };

static void on_done(void *context, void *ticket)
{
	(void)context;
	(void)ticket;
	done++;
}

static void on_message(void *context, enum sulih_level level, const char *line)
{
	(void)context;
	(void)level;
	said++;
	snprintf(last_said, sizeof(last_said), "%s", line);
}

static int start(void **state)
{
	const struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						      .to_lang = SULIH_VIEW("en"),
						      .on_message = on_message,
						      .on_done = on_done };
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	diary = (struct diary){ .face = { .is = &backend, .name = "diary" } };
	done = said = 0;
	document = masked_document("Warga datang.\nPetani pulang.\nGuru pergi.\nWarga datang.\n");
	return document == NULL ||
	       sulih_remembering_engine_open(&diary.face, 1700000000, &options, held_engine_make,
					     &held, &engine, &error) != 0;
}

static int finish(void **state)
{
	(void)state;
	engine->free(engine);
	sulih_document_free(document);
	sulih_buffer_release(&diary.log);
	return 0;
}

static void give(size_t item)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(
		engine->submit(engine, document, &document->items.items[item], NULL, &error), 0);
}

static void run(void)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool idle;

	assert_int_equal(engine->run(engine, &idle, &error), 0);
}

static void answer(size_t which)
{
	assert_int_equal(held_engine_answer(held, which, SULIH_ITEM_TRANSLATED, NULL), 0);
}

/* What the store was asked for since the last look. */
static void check_log(const char *log)
{
	assert_string_equal(sulih_buffer_view(&diary.log).data, log);
	sulih_buffer_clear(&diary.log);
}

static void test_a_turn_is_a_step(void **state)
{
	(void)state;
	give(0);
	give(1);
	check_log("[....");
	answer(0);
	answer(1);
	run();
	check_log(")(++)s");
	run();
	check_log("");
	assert_int_equal(engine->counts.kept, 2);
	engine->end(engine);
	check_log("");
	assert_int_equal(done, 2);
	assert_int_equal(said, 0);
}

static void test_what_it_has(void **state)
{
	(void)state;
	diary.has_all = true;
	give(0);
	give(1);
	assert_int_equal(done, 2);
	assert_int_equal(held->asked, 0);
	assert_string_equal(document->items.items[0].rung, "memory");
	run();
	check_log("[..)");
	assert_int_equal(engine->counts.remembered, 2);
}

static void check_diagnostic(size_t which, enum sulih_diagnostic_id id, const char *words)
{
	const struct sulih_diagnostic *one = &document->diagnostics.list.items[which];

	assert_int_equal(one->id, id);
	assert_true(sulih_view_is(one->message, words));
	assert_int_equal(one->span.start, 0);
	assert_int_equal(one->span.end, 13);
}

static void test_what_is_known_of_it(void **state)
{
	(void)state;
	diary.has_all = true;
	give(0);
	assert_int_equal(document->diagnostics.list.count, 2);
	check_diagnostic(0, SULIH_DIAGNOSTIC_REPLY_SUSPECT, "it is old");
	check_diagnostic(1, SULIH_DIAGNOSTIC_NUMBER_CHANGED, "and\tnew");
}

/* That it was sent twice is true of this place alone. */
static void test_what_is_kept_of_it(void **state)
{
	struct sulih_diagnostics *all = &document->diagnostics;
	const struct sulih_span whole = { 0, 13 }, other = { 14, 20 };

	(void)state;
	sulih_diagnose(all, SULIH_DIAGNOSTIC_NUMBER_AMBIGUOUS, whole, "before");
	give(0);
	sulih_diagnose(all, SULIH_DIAGNOSTIC_REPLY_ECHO, other, "of another");
	sulih_diagnose(all, SULIH_DIAGNOSTIC_REPLY_SUSPECT, whole, "it may lack %s", "its end");
	sulih_diagnose(all, SULIH_DIAGNOSTIC_SENTENCE_COUNT, whole, "it has more");
	assert_int_equal(held_engine_answer(held, 0, SULIH_ITEM_TRANSLATED, "again"), 0);
	run();
	assert_string_equal(last_kept, "reply-suspect\tit may lack its end\n"
				       "sentence-count\tit has more\n");
	give(1);
	answer(1);
	run();
	assert_string_equal(last_kept, "");
}

/* 5 ms once mean nothing more for half a second, but what is at the end. */
static void test_a_slow_disk(void **state)
{
	(void)state;
	diary.settle_ms = 5;
	for (size_t i = 0; i < 3; i++) {
		give(i);
		answer(i);
		run();
	}
	check_log("[..)(+)s[..)(+)[..)(+)");
	engine->end(engine);
	check_log("s");
}

static void test_a_disk_that_fails(void **state)
{
	(void)state;
	diary.lame = true;
	for (size_t i = 0; i < 2; i++) {
		give(i);
		answer(i);
		run();
	}
	engine->end(engine);
	assert_int_equal(said, 1);
	assert_string_equal(last_said,
			    "its disk fails; a power failure may cost answers that it holds");
	assert_int_equal(engine->counts.kept, 2);
}

static void test_a_lock(void **state)
{
	(void)state;
	diary.locked = true;
	give(0);
	answer(0);
	run();
	check_log("[..)!");
	assert_string_equal(last_said, "it is locked; answers wait in memory until it takes them");
	diary.locked = false;
	give(1);
	answer(1);
	run(); /* the store is left alone for a while */
	check_log("[..)");
	engine->end(engine);
	check_log("(++)s");
	assert_int_equal(engine->counts.kept, 2);
	assert_int_equal(engine->counts.unkept, 0);
	assert_int_equal(said, 1);
}

static void test_a_lock_to_the_end(void **state)
{
	(void)state;
	diary.locked = true;
	give(0);
	answer(0);
	run();
	engine->end(engine);
	check_log("[..)!!");
	assert_int_equal(engine->counts.unkept, 1);
	assert_string_equal(last_said,
			    "1 answers could not be kept; the next run asks for them again");
}

/* What waits in memory is an answer all the same, with what was said of it. */
static void check_repeat(void)
{
	const struct sulih_diagnostics *all = &document->diagnostics;

	sulih_diagnose(&document->diagnostics, SULIH_DIAGNOSTIC_REPLY_SUSPECT,
		       (struct sulih_span){ 0, 13 }, "it may lack its end");
	answer(0);
	run();
	give(3);
	assert_int_equal(held->asked, 1);
	assert_int_equal(done, 2);
	assert_int_equal(document->items.items[3].state, SULIH_ITEM_TRANSLATED);
	assert_string_equal(document->items.items[3].rung, "store");
	assert_true(sulih_view_is(document->items.items[3].target.items[0].text, "The people: "));
	assert_int_equal(all->list.count, 2);
	assert_int_equal(all->list.items[1].id, SULIH_DIAGNOSTIC_REPLY_SUSPECT);
	assert_true(all->list.items[1].span.start > 13);
}

static void test_a_repeat_while_it_is_locked(void **state)
{
	(void)state;
	give(0);
	diary.locked = true;
	check_repeat();
	diary.locked = false;
	engine->end(engine);
	assert_int_equal(engine->counts.kept, 1);
	assert_int_equal(engine->counts.remembered, 1);
}

static void test_a_repeat_where_nothing_is_kept(void **state)
{
	(void)state;
	diary.face.why_read = "it is another's";
	give(0);
	check_repeat();
	assert_int_equal(said, 0);
	engine->end(engine);
	check_log("[..)[..)");
	assert_int_equal(engine->counts.kept, 0);
	assert_int_equal(engine->counts.unkept, 1);
	assert_int_equal(said, 1);
}

static void test_what_is_no_answer(void **state)
{
	(void)state;
	give(0);
	assert_int_equal(held_engine_answer(held, 0, SULIH_ITEM_UNTRANSLATED, "no"), 0);
	run();
	check_log("[..)");
	assert_int_equal(engine->counts.untranslated, 1);
	assert_int_equal(done, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(test_a_turn_is_a_step),
		TEST(test_what_it_has),
		TEST(test_what_is_known_of_it),
		TEST(test_what_is_kept_of_it),
		TEST(test_a_slow_disk),
		TEST(test_a_disk_that_fails),
		TEST(test_a_lock),
		TEST(test_a_lock_to_the_end),
		TEST(test_a_repeat_while_it_is_locked),
		TEST(test_a_repeat_where_nothing_is_kept),
		TEST(test_what_is_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
