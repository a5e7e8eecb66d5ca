/*
 * The segment room as a whole: invariants, joins, and time that grows no faster
 * than the text, whatever the text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include "segment/segment.h"

/* Seconds of CPU that 4 MB of the worst text may take; a quadratic pass takes hours. */
#define SECONDS_MOST 8.0

static void segment(struct sulih_view text, struct sulih_segmentation *out)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	sulih_segmentation_init(out);
	assert_int_equal(sulih_segment(text, NULL, out, &error), 0);
	assert_int_equal(sulih_segmentation_verify(out, text, &error), 0);
}

static void test_nothing_in_nothing_out(void **state)
{
	static const char *const empty[] = { "", "\n", " \n\n \n", "\n\n\n" };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(empty); i++) {
		struct sulih_segmentation s;

		segment(sulih_view_of(empty[i]), &s);
		assert_int_equal(s.segments.count, 0);
		assert_int_equal(s.blocks.count, 0);
		sulih_segmentation_release(&s);
	}
}

static void test_text_without_joins_is_borrowed(void **state)
{
	const char *text = "Satu kalimat. Dua kalimat.\n\nTiga.";
	struct sulih_segmentation s;

	(void)state;
	segment(sulih_view_of(text), &s);
	assert_ptr_equal(s.running.data, text);
	assert_int_equal(s.segments.count, 3);
	assert_int_equal(s.blocks.count, 2);
	assert_int_equal(s.segments.items[2].block, 1);
	assert_string_equal(s.segments.items[0].rule, "plain-stop");
	assert_string_equal(s.segments.items[1].rule, "block-end");
	sulih_segmentation_release(&s);
}

static void test_joins_lead_back(void **state)
{
	const char *text = "Judul\n\nPemerintah kabupaten telah menyiapkan tenda dan akan meng-\n"
			   "hadiri rapat bersama warga desa yang rumahnya terendam anak-\n"
			   "anak sungai sejak kemarin pagi hingga petang.\n\nAkhir kata.";
	struct sulih_segmentation s;
	struct sulih_view running;

	(void)state;
	segment(sulih_view_of(text), &s);
	running = s.running;
	assert_int_equal(s.joins.count, 2);
	assert_non_null(memmem(running.data, running.length, "menghadiri", 10));
	assert_non_null(memmem(running.data, running.length, "anak-anak", 9));
	for (size_t i = 0; i < s.segments.count; i++) {
		struct sulih_span span = s.segments.items[i].span;
		size_t start = sulih_segmentation_clean(&s, span.start);
		size_t end = sulih_segmentation_clean(&s, span.end);

		assert_int_equal(text[start], running.data[span.start]);
		assert_int_equal(text[end - 1], running.data[span.end - 1]);
	}
	sulih_segmentation_release(&s);
}

/* What breaks the tiling is named. */
static void test_verify_finds_faults(void **state)
{
	struct sulih_view text = sulih_view_of("Satu kalimat. Dua kalimat.");
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_segmentation s;

	(void)state;
	segment(text, &s);
	s.segments.items[1].span.start += 1;
	assert_int_equal(sulih_segmentation_verify(&s, text, &error), SULIH_ERROR_INTERNAL);
	s.segments.items[1].span.start -= 2;
	assert_int_equal(sulih_segmentation_verify(&s, text, NULL), SULIH_ERROR_INTERNAL);
	s.segments.items[1].span.start += 1;
	assert_int_equal(sulih_segmentation_verify(&s, text, NULL), 0);
	s.segments.items[1].block = 7;
	assert_int_equal(sulih_segmentation_verify(&s, text, NULL), SULIH_ERROR_INTERNAL);
	s.segments.items[1].block = 0;
	s.blocks.items[0].dateline = (struct sulih_span){ 0, 99 };
	assert_int_equal(sulih_segmentation_verify(&s, text, NULL), SULIH_ERROR_INTERNAL);
	sulih_segmentation_release(&s);
}

struct pathology {
	const char *name;
	const char *unit; /* repeated */
};

static const struct pathology pathologies[] = {
	{ "quote marks", "\"" },
	{ "opening marks", "“" },
	{ "closing marks", "”" },
	{ "apostrophes", "'" },
	{ "no stop", "kata tanpa henti " },
	{ "one word", "a" },
	{ "abbreviations", "Dr. " },
	{ "glued abbreviations", "S.H." },
	{ "stops", "." },
	{ "stops and blanks", ". " },
	{ "question marks and quotes", "?\" " },
	{ "ellipses", "… " },
	{ "brackets", "( [ " },
	{ "closing brackets", ".) " },
	{ "glued sentences", "a.Bc" },
	{ "items", "1. " },
	{ "dashes", "- " },
	{ "colons", "Baca juga: " },
	{ "lines", "a\n" },
	{ "wrapped lines", "satu dua tiga empat lima enam\n" },
	{ "hyphens", "kata-\n" },
	{ "quotes and verbs", "\"Ya,\" kata Budi. " },
	{ "empty lines", "\n\n" },
	{ "gambas", "[Gambas:" },
	{ "far script", "\xE0\xA4\x95" },
	{ "far stops", "\xE3\x80\x82" },
	{ "far sentences", "\xE4\xBD\xA0\xE3\x80\x82\xE3\x80\x8D" },
	{ "leaders", "a\xE2\x80\xA4 B\xE4\xBD\xA0" },
	{ "invalid", "\xFF." },
};

static void test_time_is_linear(void **state)
{
	size_t size = 4 << 20;
	char *text = malloc(size);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < SULIH_COUNT(pathologies); i++) {
		size_t unit = strlen(pathologies[i].unit), length = size / unit * unit;
		struct sulih_segmentation s;
		struct sulih_error error = SULIH_ERROR_INIT;
		clock_t began = clock();

		for (size_t at = 0; at < length; at += unit)
			memcpy(text + at, pathologies[i].unit, unit);
		sulih_segmentation_init(&s);
		assert_int_equal(sulih_segment(sulih_view_make(text, length), NULL, &s, &error), 0);
		sulih_segmentation_release(&s);
		if ((double)(clock() - began) / CLOCKS_PER_SEC > SECONDS_MOST)
			fail_msg("too slow: %s", pathologies[i].name);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_in_nothing_out),
		cmocka_unit_test(test_text_without_joins_is_borrowed),
		cmocka_unit_test(test_joins_lead_back),
		cmocka_unit_test(test_verify_finds_faults),
		cmocka_unit_test(test_time_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
