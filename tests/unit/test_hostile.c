/*
 * The engine against a server that misbehaves in every way known: whatever it
 * does, each ticket comes back once, with a sound target or visibly untranslated.
 * SULIH_HOSTILE=N sends N segments a row of the table instead of a few;
 * SULIH_HOSTILE_TABLE=1 prints what became of them.
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

#include "pipeline/translate/http_engine.h"
#include "pipeline/translate/profile.h"
#include "pipeline/translate/verify.h"
#include "tests/support/masked.h"
#include "tests/support/stub_process.h"

/* What must become of the segments. */
enum outcome {
	ALL_CLEAN,  /* all translated at once */
	ALL_SOUND,  /* all translated, repaired where needed */
	MANY_SOUND, /* some translated; the rest flagged */
	NONE_SOUND, /* none could be believed: all flagged, the endpoint lives */
	GIVEN_UP    /* the endpoint is given up, all flagged */
};

static const char *const outcome_names[] = { "clean", "sound", "some", "none", "given up" };

static const struct {
	const char *mode;
	enum outcome outcome;
	bool every_shape; /* not only in the default one */
} rows[] = {
	{ "ok", ALL_CLEAN, true },
	{ "pad", ALL_CLEAN, false },
	{ "bom", ALL_CLEAN, false },
	/* tokens */
	{ "drop", ALL_SOUND, true },
	{ "drop-first", ALL_SOUND, true },
	{ "drop-letters", ALL_SOUND, false },
	{ "drop-brackets", ALL_CLEAN, false },
	{ "duplicate", ALL_SOUND, true },
	{ "duplicate-near", ALL_SOUND, true },
	{ "reorder", ALL_CLEAN, true },
	{ "respace", ALL_SOUND, true },
	{ "lower", ALL_SOUND, true },
	{ "upper", ALL_CLEAN, true },
	{ "translate", ALL_SOUND, true },
	{ "renumber", ALL_SOUND, true },
	{ "escape", ALL_SOUND, true },
	{ "wide", ALL_SOUND, true },
	{ "zero-width", ALL_SOUND, true },
	{ "look-alike", ALL_CLEAN, true },
	{ "half", ALL_SOUND, true },
	{ "star", ALL_SOUND, true },
	{ "stray", NONE_SOUND, false },
	{ "stray@3", ALL_SOUND, false },
	/* texts */
	{ "truncate", MANY_SOUND, false },
	{ "truncate@2", MANY_SOUND, false },
	{ "no-end@2", ALL_SOUND, false },
	{ "loop", NONE_SOUND, false },
	{ "loop@3", MANY_SOUND, false },
	{ "loop-end", NONE_SOUND, false },
	{ "hum", NONE_SOUND, false },
	{ "empty", NONE_SOUND, false },
	{ "empty@2", MANY_SOUND, false },
	{ "blank", NONE_SOUND, false },
	{ "dots", NONE_SOUND, false },
	{ "long", NONE_SOUND, false },
	{ "foreign", NONE_SOUND, false },
	{ "broken-utf8", NONE_SOUND, false },
	{ "numbers", MANY_SOUND, false },
	{ "no-numbers", MANY_SOUND, false },
	{ "invent", NONE_SOUND, false },
	/* lists */
	{ "fewer@batch", ALL_SOUND, false },
	{ "more@batch", ALL_SOUND, false },
	{ "merge@batch", ALL_SOUND, false },
	{ "fewer", GIVEN_UP, false },
	{ "more", GIVEN_UP, false },
	/* answers */
	{ "html", GIVEN_UP, false },
	{ "html@3", ALL_SOUND, false },
	{ "nothing", GIVEN_UP, false },
	{ "nothing@3", ALL_SOUND, false },
	{ "bad-json@3", ALL_SOUND, false },
	{ "half-json@3", ALL_SOUND, false },
	{ "no-field", GIVEN_UP, false },
	{ "number", GIVEN_UP, false },
	{ "null@3", ALL_SOUND, false },
	{ "list@3", ALL_SOUND, false },
	{ "text", GIVEN_UP, false },
	{ "wrong-types", GIVEN_UP, false },
	{ "error-member", GIVEN_UP, false },
	{ "error-member@3", ALL_SOUND, false },
	{ "bad-utf8@3", ALL_SOUND, false },
	{ "deep@3", ALL_SOUND, false },
	{ "gzip-bomb@3", ALL_SOUND, false },
	{ "bad-gzip@3", ALL_SOUND, false },
	{ "huge@7", ALL_SOUND, false },
	/* statuses */
	{ "400@3", ALL_SOUND, false },
	{ "400", GIVEN_UP, false },
	{ "401", GIVEN_UP, false },
	{ "403", GIVEN_UP, false },
	{ "404", GIVEN_UP, false },
	{ "413@batch", ALL_SOUND, false },
	{ "422@4", ALL_SOUND, false },
	{ "429@3", ALL_SOUND, false },
	{ "429", GIVEN_UP, false },
	{ "429-after@9", ALL_SOUND, false },
	{ "429-date@3", ALL_SOUND, false },
	{ "429-past@3", ALL_SOUND, false },
	{ "429-junk@3", ALL_SOUND, false },
	{ "456", GIVEN_UP, false },
	{ "500@3", ALL_SOUND, false },
	{ "500", GIVEN_UP, false },
	{ "502@3", ALL_SOUND, false },
	{ "504@3", ALL_SOUND, false },
	{ "529@3", ALL_SOUND, false },
	{ "redirect", GIVEN_UP, false },
	/* the network */
	{ "reset@3", ALL_SOUND, false },
	{ "reset", GIVEN_UP, false },
	{ "half-body@3", ALL_SOUND, false },
	{ "hang@9", ALL_SOUND, false },
	{ "drip@9", ALL_SOUND, false },
};

static const char *const lines[] = {
	"Menteri {Sri Lestari} menolak usul itu karena anggaran tidak cukup.",
	"Harga beras di {Surabaya} naik menjadi {Rp15.000|Rp15,000} per kilogram pada pekan ini.",
	"Sebanyak 25 rumah dan 3 jembatan di {Kabupaten Alor|Alor Regency} rusak karena banjir.",
	"Warga desa itu telah mengungsi ke sekolah, dan bantuan dari kota akan datang besok pagi.",
	"Rapat dengan {Bank Dunia|the World Bank}, {Budi Santoso} dan {Korea Utara|North Korea} "
	"batal.",
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
	json_object_set_new(limits, "concurrency_max", json_integer(8));
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
	if (write_profile("letters", profile_paths[0], sizeof(profile_paths[0])) != 0 ||
	    write_profile("brackets", profile_paths[1], sizeof(profile_paths[1])) != 0 ||
	    write_profile("xml", profile_paths[2], sizeof(profile_paths[2])) != 0)
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

struct tally {
	size_t translated, repaired, untranslated, skipped;
	size_t alone, alternate, split, unmasked, restored;
};

static bool has_diagnostic(const struct sulih_document *document, enum sulih_diagnostic_id id)
{
	for (size_t i = 0; i < document->diagnostics.list.count; i++)
		if (document->diagnostics.list.items[i].id == id)
			return true;
	return false;
}

/* A delivered item is sound, or it is its source and says so. */
static void check_item(const struct sulih_document *document, const struct sulih_item *item,
		       struct tally *tally)
{
	const struct sulih_verify_options options = { .english = true };
	const struct sulih_wire_names names = { item->placeholders.items,
						item->placeholders.count };
	unsigned faults = sulih_verify(item->source.items, item->source.count, item->target.items,
				       item->target.count, names, &options);

	assert_int_equal(faults & SULIH_FAULTS_HARD, 0);
	switch (item->state) {
	case SULIH_ITEM_TRANSLATED:
		assert_null(item->rung);
		tally->translated++;
		break;
	case SULIH_ITEM_REPAIRED:
		assert_non_null(item->rung);
		tally->repaired++;
		tally->alone += strcmp(item->rung, "alone") == 0;
		tally->alternate += strcmp(item->rung, "alternate") == 0;
		tally->split += strcmp(item->rung, "split") == 0;
		tally->unmasked += strcmp(item->rung, "unmasked") == 0;
		tally->restored += strcmp(item->rung, "restored") == 0;
		break;
	case SULIH_ITEM_UNTRANSLATED:
		tally->untranslated++;
		assert_int_equal(item->target.count, item->source.count);
		assert_true(has_diagnostic(document, SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED));
		break;
	case SULIH_ITEM_SKIPPED:
		tally->skipped++;
		break;
	default:
		fail_msg("an item came back without a state");
	}
}

static void check_outcome(enum outcome outcome, const struct tally *t, bool unreachable)
{
	size_t sound = t->translated + t->repaired;

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

static void show(const char *mode, enum outcome outcome, const struct tally *t, size_t requests,
		 long seconds)
{
	if (getenv("SULIH_HOSTILE_TABLE") == NULL)
		return;
	printf("%-14s %-8s ok %5zu restored %5zu alone %5zu alternate %5zu split %5zu unmasked "
	       "%5zu flagged %5zu requests %6zu %4ld s\n",
	       mode, outcome_names[outcome], t->translated + t->skipped, t->restored, t->alone,
	       t->alternate, t->split, t->unmasked, t->untranslated, requests, seconds);
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
		assert_true(to.tv_sec - from.tv_sec < 300);
	} while (!idle);
	return to.tv_sec - from.tv_sec;
}

static void run_row(const char *profile_path, const char *mode, enum outcome outcome, size_t wanted)
{
	struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						.to_lang = SULIH_VIEW("en"),
						.on_done = on_done,
						.seed = 7 };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	struct sulih_engine *engine = NULL;
	struct sulih_document *document;
	struct tally tally = { 0 };
	unsigned *tickets;
	char url[128];
	long seconds;

	for (size_t i = 0; i < wanted; i++)
		sulih_buffer_printf(&text, "%s\n", lines[i % (sizeof(lines) / sizeof(*lines))]);
	document = masked_document(text.data);
	assert_non_null(document);
	tickets = calloc(document->items.count, sizeof(*tickets));
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/m/%s/translate", stub.port, mode);
	options.url = url;
	assert_int_equal(sulih_http_engine_open(profile_path, &options, &engine, &error), 0);
	seconds = work_off(engine, document, tickets);
	assert_int_equal(returned, document->items.count);
	for (size_t i = 0; i < document->items.count; i++) {
		assert_int_equal(tickets[i], 1);
		check_item(document, &document->items.items[i], &tally);
	}
	show(mode, outcome, &tally, engine->counts.requests, seconds);
	check_outcome(outcome, &tally, engine->counts.unreachable);
	engine->free(engine);
	sulih_document_free(document);
	sulih_buffer_release(&text);
	free(tickets);
}

static void test_row(void **state)
{
	size_t row = (size_t)(uintptr_t)*state;
	const char *many = getenv("SULIH_HOSTILE");

	size_t wanted = many ? strtoul(many, NULL, 10) : 28;
	enum outcome outcome = rows[row].outcome;

	run_row(profile_paths[0], rows[row].mode, outcome, wanted);
	if (!rows[row].every_shape)
		return;
	/* what is clean in one shape is damaged in another, and the other way round */
	if (outcome == ALL_CLEAN && strcmp(rows[row].mode, "ok") != 0)
		outcome = ALL_SOUND;
	run_row(profile_paths[1], rows[row].mode, outcome, wanted);
	run_row(profile_paths[2], rows[row].mode, outcome, wanted);
}

int main(void)
{
	struct CMUnitTest tests[sizeof(rows) / sizeof(*rows)];

	memset(tests, 0, sizeof(tests));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		tests[i] = (struct CMUnitTest){ .name = rows[i].mode,
						.test_func = test_row,
						.initial_state = (void *)(uintptr_t)i };
	return cmocka_run_group_tests_name("hostile server", tests, setup, teardown);
}
