/* Runs on one store do not ask for the same text twice, and none waits for one that is gone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "pipeline/store/store.h"
#include "tests/support/held_engine.h"
#include "tests/support/masked.h"

/* The run that is looked at, and the store as another run has it. */
static struct held_engine *held;
static struct sulih_engine *engine;
static struct sulih_document *document;
static struct sulih_store *rival;
static char path[64];
static size_t done;

static void on_done(void *context, void *ticket)
{
	(void)context;
	(void)ticket;
	done++;
}

static const struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						     .to_lang = SULIH_VIEW("en"),
						     .on_done = on_done };

static int start(void **state)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_store *store;

	(void)state;
	snprintf(path, sizeof(path), "/tmp/test_company.%d.db", (int)getpid());
	done = 0;
	document = masked_document("Warga datang.\nPetani pulang.\nGuru pergi.\nMurid tiba.\n");
	return document == NULL || sulih_store_open_sqlite(path, &rival, &error) != 0 ||
	       sulih_store_open_sqlite(path, &store, &error) != 0 ||
	       sulih_remembering_engine_open(store, 1700000000, &options, held_engine_make, &held,
					     &engine, &error) != 0;
}

static int finish(void **state)
{
	char name[80];

	(void)state;
	engine->free(engine);
	rival->is->close(rival);
	sulih_document_free(document);
	for (int i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "%s%s", path,
			 (const char *[]){ "", "-wal", "-shm" }[i]);
		unlink(name);
	}
	return 0;
}

static struct sulih_store_key key_of(size_t item)
{
	return sulih_store_item_key(&held->face, &options, document, &document->items.items[item]);
}

static void give(size_t item)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(
		engine->submit(engine, document, &document->items.items[item], NULL, &error), 0);
}

/* A turn, late enough for all that is done from time to time. */
static bool run_is_idle(void)
{
	const struct timespec pause = { .tv_nsec = 120000000 };
	struct sulih_error error = SULIH_ERROR_INIT;
	bool idle = false;

	nanosleep(&pause, NULL);
	assert_int_equal(engine->run(engine, &idle, &error), 0);
	return idle;
}

static void answer(size_t which, enum sulih_item_state item_state)
{
	assert_int_equal(held_engine_answer(held, which, item_state, NULL), 0);
}

/* What the other run does, a step each. */
static void rival_step(int status)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(status, 0);
	assert_int_equal(rival->is->commit(rival, &error), 0);
}

static void rival_begins(void)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(rival->is->begin(rival, 1000, &error), 0);
}

static void rival_lives(void)
{
	rival_begins();
	rival_step(rival->is->live(rival, true, NULL));
}

static bool rival_claims(size_t item)
{
	const struct sulih_store_key key = key_of(item);
	bool mine = false;

	rival_begins();
	rival_step(rival->is->claim(rival, &key, &mine, NULL));
	return mine;
}

/* It lives, and is about to send an item that this run is given only then. */
static void rival_is_ahead(size_t item)
{
	rival_lives();
	assert_true(rival_claims(item));
}

static void rival_releases(size_t item)
{
	const struct sulih_store_key key = key_of(item);

	rival_begins();
	rival_step(rival->is->release(rival, &key, NULL));
}

static void rival_answers(size_t item)
{
	const struct sulih_store_key key = key_of(item);
	const struct sulih_store_row row = { .engine = SULIH_VIEW("held"),
					     .source = SULIH_VIEW("Warga datang."),
					     .target = SULIH_VIEW("The people came."),
					     .masked = SULIH_VIEW("The people came.") };

	rival_begins();
	rival_step(rival->is->put(rival, &key, &row, NULL));
	rival_releases(item);
}

static bool rival_sees_claim(size_t item)
{
	const struct sulih_store_key key = key_of(item);
	bool claimed;

	assert_int_equal(rival->is->is_claimed(rival, &key, &claimed, NULL), 0);
	return claimed;
}

static size_t rival_sees_others(void)
{
	struct sulih_store_company company;

	assert_int_equal(rival->is->look(rival, &company, NULL), 0);
	return company.others;
}

/* Time passes for those who do not renew their lease. */
static void pass_time(const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void test_alone(void **state)
{
	(void)state;
	give(0);
	assert_false(run_is_idle());
	assert_int_equal(held->asked, 1);
	assert_false(rival_sees_claim(0));
	assert_int_equal(rival_sees_others(), 1);
	answer(0, SULIH_ITEM_TRANSLATED);
	assert_true(run_is_idle());
	engine->end(engine);
	assert_int_equal(rival_sees_others(), 0);
}

static void test_what_another_sends_is_waited_for(void **state)
{
	(void)state;
	rival_is_ahead(0);
	give(0);
	give(1);
	assert_false(run_is_idle());
	assert_int_equal(held->asked, 1);
	assert_ptr_equal(held->held[0].item, &document->items.items[1]);
	assert_int_equal(engine->waiting, 1);
	assert_false(rival_claims(1));
	answer(0, SULIH_ITEM_TRANSLATED);
	assert_false(run_is_idle());
	assert_int_equal(done, 1);
	rival_answers(0);
	run_is_idle();
	assert_int_equal(done, 2);
	assert_int_equal(held->asked, 1);
	assert_int_equal(engine->counts.remembered, 1);
	assert_int_equal(engine->counts.kept, 1);
	assert_string_equal(document->items.items[0].rung, "store");
	assert_true(run_is_idle());
}

static void test_what_another_gives_up(void **state)
{
	(void)state;
	rival_is_ahead(0);
	give(0);
	run_is_idle();
	assert_int_equal(held->asked, 0);
	rival_releases(0);
	run_is_idle();
	assert_int_equal(held->asked, 1);
	assert_true(rival_sees_claim(0));
}

static void test_another_that_is_dead(void **state)
{
	(void)state;
	rival_is_ahead(0);
	give(0);
	run_is_idle();
	assert_int_equal(held->asked, 0);
	pass_time("UPDATE run SET until = until - 20000 WHERE id = (SELECT run FROM claim)");
	run_is_idle();
	assert_int_equal(held->asked, 1);
}

/* As what stands there from before the machine was started again. */
static void test_a_lease_from_the_future(void **state)
{
	(void)state;
	rival_is_ahead(0);
	pass_time("UPDATE run SET until = until + 90000000");
	give(0);
	assert_int_equal(held->asked, 1);
	assert_false(run_is_idle());
}

static void test_another_comes_amid(void **state)
{
	(void)state;
	give(0);
	give(1);
	give(2);
	run_is_idle();
	rival_lives();
	run_is_idle();
	assert_true(rival_sees_claim(0));
	assert_true(rival_sees_claim(2));
	answer(0, SULIH_ITEM_TRANSLATED);
	answer(1, SULIH_ITEM_UNTRANSLATED);
	run_is_idle();
	assert_false(rival_sees_claim(0));
	assert_false(rival_sees_claim(1)); /* it may try */
	assert_true(rival_sees_claim(2));
	engine->end(engine);
	assert_false(rival_sees_claim(2));
}

static void test_another_goes(void **state)
{
	(void)state;
	rival_is_ahead(1);
	give(0);
	give(1);
	run_is_idle();
	rival_begins();
	rival_step(rival->is->leave(rival, NULL));
	run_is_idle();
	run_is_idle();
	assert_int_equal(held->asked, 2);
	give(2);
	assert_int_equal(held->asked, 3); /* at once: it is alone */
	assert_false(rival_sees_claim(0));
}

static void test_a_stop_waits_for_nobody(void **state)
{
	(void)state;
	rival_is_ahead(0);
	give(0);
	assert_false(run_is_idle());
	engine->stop(engine);
	assert_true(run_is_idle());
	engine->end(engine);
	assert_int_equal(held->asked, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(test_alone),
		TEST(test_what_another_sends_is_waited_for),
		TEST(test_what_another_gives_up),
		TEST(test_another_that_is_dead),
		TEST(test_a_lease_from_the_future),
		TEST(test_another_comes_amid),
		TEST(test_another_goes),
		TEST(test_a_stop_waits_for_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
