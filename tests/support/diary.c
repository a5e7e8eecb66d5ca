#include "tests/support/diary.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/support/masked.h"

struct diary_bench bench;

static int note(struct sulih_store *store, char letter)
{
	(void)store;
	sulih_buffer_putc(&bench.diary.log, letter);
	return 0;
}

static int find(struct sulih_store *store, const struct sulih_store_key *key,
		struct sulih_buffer *masked, struct sulih_buffer *known, bool *found,
		struct sulih_error *error)
{
	(void)key;
	(void)error;
	*found = bench.diary.has_all;
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
	if (row->source.length == 0 || row->masked.length == 0)
		return sulih_fail(error, SULIH_ERROR_INTERNAL, "a row without words");
	snprintf(bench.diary.last_kept, sizeof(bench.diary.last_kept), "%.*s",
		 SULIH_VIEW_ARGS(row->said));
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
	if (bench.diary.locked)
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
	const struct timespec pause = { .tv_nsec = bench.diary.settle_ms * 1000000 };

	note(store, 's');
	nanosleep(&pause, NULL);
	return bench.diary.lame ? sulih_fail(error, SULIH_ERROR_IO, "its disk fails") : 0;
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
	bench.done++;
}

static void on_message(void *context, enum sulih_level level, const char *line)
{
	(void)context;
	(void)level;
	bench.said++;
	snprintf(bench.last_said, sizeof(bench.last_said), "%s", line);
}

int diary_start(void **state)
{
	const struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						      .to_lang = SULIH_VIEW("en"),
						      .on_message = on_message,
						      .on_done = on_done };
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	bench.diary = (struct diary){ .face = { .is = &backend, .name = "diary" } };
	bench.done = bench.said = 0;
	bench.document =
		masked_document("Warga datang.\nPetani pulang.\nGuru pergi.\nWarga datang.\n");
	return bench.document == NULL ||
	       sulih_remembering_engine_open(&bench.diary.face, 1700000000, &options,
					     held_engine_make, &bench.held, &bench.engine,
					     &error) != 0;
}

int diary_finish(void **state)
{
	(void)state;
	bench.engine->free(bench.engine);
	sulih_document_free(bench.document);
	sulih_buffer_release(&bench.diary.log);
	return 0;
}
