/*
 * The remembering engine over a store that writes down what is asked of it, and over an engine
 * that answers when it is told to: for tests of the steps of the store.
 */
#ifndef SULIH_TESTS_SUPPORT_DIARY_H
#define SULIH_TESTS_SUPPORT_DIARY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pipeline/store/store.h"
#include "tests/support/held_engine.h"

/* A letter each: [ begin finding, ( begin, . find, + put, ) commit, ! give up, s settle. */
struct diary {
	struct sulih_store face; /* first */
	struct sulih_buffer log;
	bool has_all, locked, lame; /* every text; no step can begin; its disk fails */
	long settle_ms;
	char last_kept[200]; /* what was said of the answer that was put last */
};

/* One test's: the store, the engine behind it and the one over both, a document of four items,
 * what was done and said. */
struct diary_bench {
	struct diary diary;
	struct held_engine *held;
	struct sulih_engine *engine;
	struct sulih_document *document;
	size_t done, said;
	char last_said[200];
};
extern struct diary_bench bench;

int diary_start(void **state);	/* cmocka's setup, */
int diary_finish(void **state); /* and its teardown */

static inline void diary_give(size_t item)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(bench.engine->submit(bench.engine, bench.document,
					      &bench.document->items.items[item], NULL, &error),
			 0);
}

static inline void diary_run(void)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool idle;

	assert_int_equal(bench.engine->run(bench.engine, &idle, &error), 0);
}

static inline void diary_answer(size_t which)
{
	assert_int_equal(held_engine_answer(bench.held, which, SULIH_ITEM_TRANSLATED, NULL), 0);
}

/* What the store was asked for since the last look. */
static inline void diary_check_log(const char *log)
{
	assert_string_equal(sulih_buffer_view(&bench.diary.log).data, log);
	sulih_buffer_clear(&bench.diary.log);
}

#endif
