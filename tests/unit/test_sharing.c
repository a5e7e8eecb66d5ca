/* The same words under way are asked for once, whatever becomes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "pipeline/translate/sharing/sharing.h"
#include "tests/support/held_engine.h"
#include "tests/support/masked.h"

static struct held_engine *held; /* the sharing engine owns it */
static struct sulih_engine *engine;

static void answer(size_t which)
{
	assert_int_equal(held_engine_answer(held, which, SULIH_ITEM_TRANSLATED, "again"), 0);
}

static void give_up(size_t which)
{
	assert_int_equal(held_engine_answer(held, which, SULIH_ITEM_UNTRANSLATED, "words fail it"),
			 0);
}

static size_t done;

static void on_done(void *context, void *ticket)
{
	assert_ptr_equal(context, &done);
	*(unsigned *)ticket += 1;
	done++;
}

static int start(void **state)
{
	const struct sulih_engine_options options = { .from_lang = SULIH_VIEW("id"),
						      .to_lang = SULIH_VIEW("en"),
						      .on_done = on_done,
						      .context = &done };
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	done = 0;
	return sulih_sharing_engine_open(&options, held_engine_make, &held, &engine, &error);
}

static int finish(void **state)
{
	(void)state;
	engine->free(engine);
	return 0;
}

static unsigned tickets[2 * HELD_MOST];

/* A document of these lines, submitted; its tickets from `ticket` on. */
static struct sulih_document *give(const char *lines, size_t ticket)
{
	struct sulih_document *document = masked_document(lines);
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_non_null(document);
	for (size_t i = 0; i < document->items.count; i++) {
		tickets[ticket + i] = 0;
		assert_int_equal(engine->submit(engine, document, &document->items.items[i],
						&tickets[ticket + i], &error),
				 0);
	}
	return document;
}

static bool run_is_idle(void)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool idle = false;

	assert_int_equal(engine->run(engine, &idle, &error), 0);
	return idle;
}

static void check_target(const struct sulih_document *document, size_t item, const char *target)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	masked_target(&document->items.items[item], &text);
	assert_string_equal(sulih_buffer_view(&text).data, target);
	sulih_buffer_release(&text);
}

/* The diagnostic `which` of a document: its kind, words and place, that of an item. */
static void check_said(const struct sulih_document *document, size_t which, size_t item,
		       enum sulih_diagnostic_id id, const char *words)
{
	const struct sulih_diagnostic *one;
	struct sulih_span span =
		sulih_document_source_span(document, document->items.items[item].span);

	assert_true(which < document->diagnostics.list.count);
	one = &document->diagnostics.list.items[which];
	assert_int_equal(one->id, id);
	assert_int_equal(one->span.start, span.start);
	assert_int_equal(one->span.end, span.end);
	assert_true(sulih_view_is(one->message, words));
}

#define WORDS "Warga {Budi Santoso} telah hadir di {Kota Lama|the Old Town}.\n"

static void test_one_answer_for_all(void **state)
{
	struct sulih_document *first = give(WORDS, 0);
	struct sulih_document *second = give("Petani datang.\n" WORDS WORDS, 1);

	(void)state;
	assert_int_equal(held->asked, 2);
	assert_int_equal(engine->waiting, 2);
	assert_false(run_is_idle());
	answer(0);
	assert_int_equal(done, 3);
	assert_int_equal(engine->waiting, 0);
	/* what was shared is the other document's own */
	check_target(first, 0, "The people: Budi Santoso telah hadir di the Old Town.");
	sulih_document_free(first);
	for (size_t i = 1; i < 3; i++) {
		const struct sulih_item *item = &second->items.items[i];

		check_target(second, i, "The people: Budi Santoso telah hadir di the Old Town.");
		assert_int_equal(item->state, SULIH_ITEM_TRANSLATED);
		assert_string_equal(item->rung, "alone");
		assert_int_equal(item->attempts, 0);
		check_said(second, i - 1, i, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, "again");
	}
	answer(1);
	assert_int_equal(done, 4);
	assert_true(run_is_idle());
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(tickets[i], 1);
	sulih_document_free(second);
}

static void test_in_one_document(void **state)
{
	struct sulih_document *document = give(WORDS "Petani datang.\n" WORDS WORDS, 0);

	(void)state;
	assert_int_equal(held->asked, 2);
	answer(1);
	answer(0);
	assert_int_equal(done, 4);
	assert_int_equal(document->diagnostics.list.count, 4);
	check_said(document, 0, 1, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, "again");
	check_said(document, 1, 0, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, "again");
	check_said(document, 2, 2, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, "again");
	check_said(document, 3, 3, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, "again");
	sulih_document_free(document);
}

static void test_what_is_not_the_same(void **state)
{
	static const char *const others[] = {
		"Warga {Budi Santosa} telah hadir di {Kota Lama|the Old Town}.\n",
		"Warga {Budi Santoso} telah hadir di {Kota Lama}.\n",
		"Warga {Budi Santoso} telah hadir di Kota Lama.\n",
		"Warga {Budi Santoso} belum hadir di {Kota Lama|the Old Town}.\n",
	};
	struct sulih_document *documents[SULIH_COUNT(others) + 1] = { give(WORDS, 0) };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(others); i++)
		documents[i + 1] = give(others[i], i + 1);
	assert_int_equal(held->asked, SULIH_COUNT(documents));
	for (size_t i = 0; i < SULIH_COUNT(documents); i++)
		answer(i);
	for (size_t i = 0; i < SULIH_COUNT(documents); i++)
		sulih_document_free(documents[i]);
}

/* Sent in small letters, they are the same words; an imported translation is of one alone. */
static void test_what_was_written_otherwise(void **state)
{
	struct sulih_document *one = give("harga beras naik\n", 0);
	struct sulih_document *other = masked_document("HARGA BERAS NAIK\n");
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	other->items.items[0].source = one->items.items[0].source;
	assert_int_equal(engine->submit(engine, other, &other->items.items[0], &tickets[1], &error),
			 0);
	assert_int_equal(held->asked, 2);
	answer(0);
	answer(1);
	assert_int_equal(done, 2);
	sulih_document_free(one);
	sulih_document_free(other);
}

/* What holds nothing to translate is given back as it is. */
static void test_what_is_skipped(void **state)
{
	struct sulih_document *one = give("Foto: Antara\n", 0);
	struct sulih_document *other = masked_document("Foto: Antara\n");
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	other->items.items[0].state = SULIH_ITEM_SKIPPED;
	assert_int_equal(engine->submit(engine, other, &other->items.items[0], &tickets[1], &error),
			 0);
	assert_int_equal(held->asked, 2);
	answer(0);
	assert_int_equal(held_engine_answer(held, 1, SULIH_ITEM_SKIPPED, NULL), 0);
	assert_int_equal(other->items.items[0].state, SULIH_ITEM_SKIPPED);
	assert_int_equal(done, 2);
	sulih_document_free(one);
	sulih_document_free(other);
}

static void test_later_ones_are_asked_for(void **state)
{
	struct sulih_document *first = give(WORDS, 0), *second;

	(void)state;
	answer(0);
	second = give(WORDS, 1);
	assert_int_equal(held->asked, 2);
	answer(1);
	sulih_document_free(first);
	sulih_document_free(second);
}

static void test_the_first_is_given_up(void **state)
{
	struct sulih_document *first = give(WORDS, 0), *second = give(WORDS WORDS, 1);

	(void)state;
	give_up(0);
	assert_int_equal(done, 1);
	/* nothing is sent while the engine is at work */
	assert_int_equal(held->asked, 1);
	assert_false(run_is_idle());
	assert_int_equal(held->asked, 2);
	assert_ptr_equal(held->held[1].item, &second->items.items[0]);
	assert_int_equal(engine->waiting, 1);
	answer(1);
	assert_int_equal(done, 3);
	assert_true(run_is_idle());
	assert_int_equal(engine->counts.untranslated, 1);
	check_target(second, 1, "The people: Budi Santoso telah hadir di the Old Town.");
	check_said(first, 0, 0, SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED, "words fail it");
	assert_int_equal(second->diagnostics.list.count, 2);
	sulih_document_free(first);
	sulih_document_free(second);
}

static void test_two_are_given_up(void **state)
{
	struct sulih_document *first = give(WORDS, 0), *second = give(WORDS WORDS WORDS, 1);

	(void)state;
	give_up(0);
	assert_false(run_is_idle());
	give_up(1);
	assert_int_equal(done, 4);
	assert_true(run_is_idle());
	assert_int_equal(held->asked, 2);
	assert_int_equal(engine->waiting, 0);
	assert_int_equal(engine->counts.untranslated, 4);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(second->items.items[i].state, SULIH_ITEM_UNTRANSLATED);
		assert_string_equal(second->items.items[i].rung, "source");
		check_said(second, i, i, SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED, "words fail it");
	}
	sulih_document_free(first);
	sulih_document_free(second);
	/* and the next is asked for as ever */
	first = give(WORDS, 0);
	assert_int_equal(held->asked, 3);
	answer(2);
	sulih_document_free(first);
}

static void test_a_stop(void **state)
{
	struct sulih_document *first = give(WORDS, 0), *second = give(WORDS, 1);

	(void)state;
	engine->stop(engine);
	assert_int_equal(held->stops, 1);
	give_up(0);
	assert_true(run_is_idle());
	assert_int_equal(held->asked, 1);
	assert_int_equal(done, 1);
	assert_int_equal(tickets[1], 0);
	sulih_document_free(first);
	sulih_document_free(second);
}

static void test_many(void **state)
{
	struct sulih_buffer lines = SULIH_BUFFER_INIT;
	struct sulih_document *document;

	(void)state;
	for (size_t i = 0; i < 2 * (size_t)HELD_MOST; i++)
		sulih_buffer_printf(&lines, "Warga nomor %zu datang.\n", i % HELD_MOST);
	document = give(lines.data, 0);
	assert_int_equal(held->asked, HELD_MOST);
	assert_int_equal(engine->waiting, HELD_MOST);
	for (size_t i = 0; i < HELD_MOST; i++)
		answer(i);
	assert_int_equal(done, 2 * HELD_MOST);
	for (size_t i = 0; i < 2 * (size_t)HELD_MOST; i++)
		assert_int_equal(tickets[i], 1);
	sulih_document_free(document);
	sulih_buffer_release(&lines);
}

static void test_its_face(void **state)
{
	(void)state;
	assert_string_equal(engine->name, "held");
	assert_int_equal(engine->fingerprint, 42);
	assert_int_equal(engine->appetite(engine), 7);
	/* an engine that keeps nothing has no end, and neither has this one */
	assert_null(engine->end);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(test_one_answer_for_all),
		TEST(test_in_one_document),
		TEST(test_what_is_not_the_same),
		TEST(test_what_was_written_otherwise),
		TEST(test_what_is_skipped),
		TEST(test_later_ones_are_asked_for),
		TEST(test_the_first_is_given_up),
		TEST(test_two_are_given_up),
		TEST(test_a_stop),
		TEST(test_many),
		TEST(test_its_face),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
