/*
 * The engine against a server that misbehaves in every way known: whatever it
 * does, each ticket comes back once, with a sound target or visibly untranslated.
 * The stub's make-believe English is known, so that a target is compared with what it
 * should be and not only judged by the engine's own checks.
 *
 * SULIH_HOSTILE=N sends N segments a row of the table instead of a few;
 * SULIH_HOSTILE_TABLE=FILE writes a line a row there (make hostile);
 * SULIH_HOSTILE_ONLY=MODE runs that row alone; SULIH_HOSTILE_LIST=1 names the rows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "pipeline/translate/profile/profile.h"
#include "pipeline/translate/session/http_engine.h"
#include "pipeline/translate/verify/verify.h"
#include "tests/support/hostile_check.h"
#include "tests/support/hostile_rows.h"
#include "tests/support/masked.h"
#include "tests/support/stub_process.h"

static const char *const lines[] = {
	"Menteri {Sri Lestari} menolak usul itu karena anggaran tidak cukup.",
	"Harga beras di {Surabaya} naik menjadi {Rp15.000|Rp15,000} per kilogram pada pekan ini.",
	"Sebanyak 25 rumah dan 3 jembatan di {Kabupaten Alor|Alor Regency} rusak karena banjir.",
	"Warga desa itu telah mengungsi ke sekolah, dan bantuan dari kota akan datang besok pagi.",
	("Rapat dengan {Bank Dunia|the World Bank}, {Budi Santoso} dan {Korea Utara|North Korea} "
	 "batal."),
	"{Budi Santoso}: {Rp15.000|Rp15,000}.",
	"Kereta api dari {Bandung} terlambat 40 menit, kata petugas stasiun itu.",
};

static struct stub_process stub;
static char profile_paths[3][4096];
static size_t returned;

static void on_done(void *context, void *ticket)
{
	(void)context;
	*(unsigned *)ticket += 1;
	returned++;
}

static const char *const shape_names[] = { "letters", "brackets", "xml" };

static size_t wanted_segments(void)
{
	const char *many = getenv("SULIH_HOSTILE");

	return many ? strtoul(many, NULL, 10) : 28;
}

/* The preset with delays that a test can wait for, and one token shape after the other. */
static int write_profile(const char *shape, char *path, size_t size)
{
	const char *folder = getenv("SULIH_TEST_TMP");
	json_t *root = NULL, *limits;
	int code;

	for (size_t i = 0; sulih_profiles[i].name != NULL; i++)
		if (strcmp(sulih_profiles[i].name, "libretranslate") == 0)
			root = json_loadb(sulih_profiles[i].data.data,
					  sulih_profiles[i].data.length, 0, NULL);
	limits = json_object_get(root, "limits");
	json_object_set_new(limits, "backoff_ms", json_integer(2));
	json_object_set_new(limits, "backoff_max_ms", json_integer(20));
	json_object_set_new(limits, "attempts", json_integer(4));
	json_object_set_new(limits, "total_ms", json_integer(1500));
	json_object_set_new(limits, "stall_s", json_integer(1));
	/* what waits, waits side by side in a long run */
	json_object_set_new(limits, "concurrency_max",
			    json_integer(wanted_segments() < 1000 ? 8 : 32));
	json_object_set_new(json_object_get(root, "batch"), "max_items", json_integer(4));
	json_object_set_new(json_object_get(root, "protect"), "shape", json_string(shape));
	snprintf(path, size, "%s/hostile-%s-%d.json", folder ? folder : "/tmp", shape,
		 (int)getpid());
	code = json_dump_file(root, path, 0);
	json_decref(root);
	return code;
}

static int setup(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		if (write_profile(shape_names[i], profile_paths[i], sizeof(profile_paths[i])) != 0)
			return -1;
	return stub_process_start(&stub, NULL);
}

static int teardown(void **state)
{
	(void)state;
	stub_process_stop(&stub);
	for (int i = 0; i < 3; i++)
		unlink(profile_paths[i]);
	return 0;
}

static void check_outcome(enum outcome outcome, const struct hostile_tally *t, bool unreachable)
{
	size_t sound = t->translated + t->repaired;

	assert_int_equal(t->silent, 0);
	assert_int_equal(t->stateless, 0);
	assert_int_equal(unreachable, outcome == GIVEN_UP);
	switch (outcome) {
	case ALL_CLEAN:
		assert_int_equal(t->repaired + t->untranslated, 0);
		break;
	case ALL_SOUND:
		/* which answers are spoiled hangs on their order: chance can spoil every rung */
		assert_true(t->untranslated <= sound / 20 + 1);
		break;
	case MANY_SOUND:
		assert_true(sound > 0);
		break;
	default:
		assert_int_equal(sound, 0);
	}
}

static void show(const struct hostile_row *row, const char *shape, const struct hostile_tally *t,
		 size_t requests, long seconds)
{
	const char *path = getenv("SULIH_HOSTILE_TABLE");
	FILE *file = path ? fopen(path, "a") : NULL;

	if (file == NULL)
		return;
	fprintf(file,
		"%s\t%s\t%s\t%s\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%ld\n",
		row->mode, row->what, shape, outcome_names[row->outcome],
		t->translated + t->repaired + t->untranslated + t->skipped,
		t->translated + t->skipped, t->restored, t->alone, t->alternate, t->split,
		t->unmasked, t->untranslated, t->warned, t->silent, requests, seconds);
	fclose(file);
}

static long work_off(struct sulih_engine *engine, struct sulih_document *document,
		     unsigned *tickets)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct timespec from, to;
	bool idle = false;

	clock_gettime(CLOCK_MONOTONIC, &from);
	returned = 0;
	for (size_t i = 0; i < document->items.count; i++)
		assert_int_equal(engine->submit(engine, document, &document->items.items[i],
						&tickets[i], &error),
				 0);
	do {
		assert_int_equal(engine->run(engine, &idle, &error), 0);
		clock_gettime(CLOCK_MONOTONIC, &to);
		/* a hang fails here, and not after hours */
		assert_true(to.tv_sec - from.tv_sec < 300 + (long)document->items.count / 5);
	} while (!idle);
	return to.tv_sec - from.tv_sec;
}

static void run_row(const struct hostile_row *row, int shape, enum outcome outcome, size_t wanted)
{
	struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						.to_lang = SULIH_VIEW("en"),
						.on_done = on_done,
						.seed = 7 };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	struct sulih_engine *engine = NULL;
	struct sulih_document *document;
	struct hostile_tally tally = { 0 };
	unsigned char *said;
	unsigned *tickets;
	char url[128];
	long seconds;

	for (size_t i = 0; i < wanted; i++)
		sulih_buffer_printf(&text, "%s\n", lines[i % (SULIH_COUNT(lines))]);
	document = masked_document(text.data);
	assert_non_null(document);
	tickets = calloc(document->items.count, sizeof(*tickets));
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/m/%s/translate", stub.port, row->mode);
	options.url = url;
	assert_int_equal(sulih_http_engine_open(profile_paths[shape], &options, &engine, &error),
			 0);
	seconds = work_off(engine, document, tickets);
	assert_int_equal(returned, document->items.count);
	said = hostile_read_diagnostics(document);
	assert_non_null(said);
	for (size_t i = 0; i < document->items.count; i++) {
		assert_int_equal(tickets[i], 1);
		hostile_count(&document->items.items[i], said[i], &tally);
	}
	show(row, shape_names[shape], &tally, engine->counts.requests, seconds);
	check_outcome(outcome, &tally, engine->counts.unreachable);
	engine->free(engine);
	sulih_document_free(document);
	sulih_buffer_release(&text);
	free(tickets);
	free(said);
}

static void test_row(void **state)
{
	const struct hostile_row *row = &rows[(size_t)(uintptr_t)*state];
	size_t wanted = wanted_segments();
	enum outcome outcome = row->outcome;

	run_row(row, 0, outcome, wanted);
	if (!row->every_shape)
		return;
	/* what is clean in one shape is damaged in another, and the other way round */
	if (outcome == ALL_CLEAN && strcmp(row->mode, "ok") != 0)
		outcome = ALL_SOUND;
	run_row(row, 1, outcome, wanted);
	run_row(row, 2, outcome, wanted);
}

int main(void)
{
	struct CMUnitTest tests[ROW_COUNT];

	for (size_t i = 0; getenv("SULIH_HOSTILE_LIST") != NULL && i < ROW_COUNT; i++)
		puts(rows[i].mode);
	if (getenv("SULIH_HOSTILE_LIST") != NULL)
		return 0;
	memset(tests, 0, sizeof(tests));
	for (size_t i = 0; i < ROW_COUNT; i++)
		tests[i] = (struct CMUnitTest){ .name = rows[i].mode,
						.test_func = test_row,
						.initial_state = (void *)(uintptr_t)i };
	if (getenv("SULIH_HOSTILE_ONLY") != NULL)
		cmocka_set_test_filter(getenv("SULIH_HOSTILE_ONLY"));
	return cmocka_run_group_tests_name("hostile server", tests, setup, teardown);
}
