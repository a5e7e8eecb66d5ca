#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "segment/quotes/quotes.h"

static void find_in(struct sulih_view text, struct sulih_segmentation *out)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_block *block;

	*out = (struct sulih_segmentation){ .running = text };
	block = SULIH_VECTOR_ADD(&out->blocks);
	assert_non_null(block);
	block->span.end = text.length;
	assert_int_equal(sulih_find_quotes(out, &error), 0);
}

static void release(struct sulih_segmentation *segmentation)
{
	SULIH_VECTOR_RELEASE(&segmentation->blocks);
	SULIH_VECTOR_RELEASE(&segmentation->quotes);
	sulih_diagnostics_release(&segmentation->diagnostics);
}

/* What every caller may rely on, whatever the text. */
static void check_invariants(const struct sulih_segmentation *out)
{
	size_t last = 0;

	for (size_t i = 0; i < out->quotes.count; i++) {
		const struct sulih_quote *quote = &out->quotes.items[i];

		assert_true(quote->span.start >= last);
		assert_true(quote->span.start < quote->inner.start);
		assert_true(quote->inner.start < quote->inner.end);
		assert_true(quote->inner.end <= quote->span.end);
		assert_true(quote->span.end <= out->running.length);
		assert_true(quote->speaker.end <= out->running.length);
		assert_true(quote->depth == 1 || quote->depth == 2);
		last = quote->span.start;
	}
}

static void spans_are_bytes_of_the_running_text(void **state)
{
	struct sulih_view text = SULIH_VIEW("Hari ini “Kami siap,” kata Ibu Ratih.");
	struct sulih_segmentation out;
	const struct sulih_quote *quote;

	(void)state;
	find_in(text, &out);
	assert_int_equal(out.quotes.count, 1);
	quote = &out.quotes.items[0];
	assert_true(sulih_view_is(sulih_view_slice(text, quote->span.start, quote->span.end),
				  "“Kami siap,”"));
	assert_true(sulih_view_is(sulih_view_slice(text, quote->inner.start, quote->inner.end),
				  "Kami siap,"));
	assert_true(sulih_view_is(sulih_view_slice(text, quote->speaker.start, quote->speaker.end),
				  "Ratih"));
	assert_true(
		sulih_view_is(sulih_view_slice(text, quote->cue.start, quote->cue.end), "kata"));
	check_invariants(&out);
	release(&out);
}

/* A block of several lines is several paragraphs; text outside blocks is not read. */
static void lines_and_blocks_are_paragraphs(void **state)
{
	struct sulih_view text = SULIH_VIEW("“Satu.\n“Dua,” kata Budi.\n\n“Tiga.”");
	struct sulih_segmentation out;

	(void)state;
	find_in(text, &out);
	assert_int_equal(out.quotes.count, 3);
	assert_false(out.quotes.items[0].closed);
	assert_int_equal(out.quotes.items[0].speaker.end - out.quotes.items[0].speaker.start, 4);
	assert_int_equal(out.diagnostics.list.count, 1);
	check_invariants(&out);
	release(&out);

	out = (struct sulih_segmentation){ .running = text };
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_int_equal(sulih_find_quotes(&out, &error), 0);
	assert_int_equal(out.quotes.count, 0);
	release(&out);
}

/* Pairing twice gives the same quotes, not twice as many. */
static void finding_again_starts_afresh(void **state)
{
	struct sulih_view text = SULIH_VIEW("\"Kami siap,\" kata Budi. \"Besok,\" katanya.");
	struct sulih_segmentation out;
	struct sulih_error error = SULIH_ERROR_INIT;

	(void)state;
	find_in(text, &out);
	assert_int_equal(out.quotes.count, 2);
	assert_int_equal(sulih_find_quotes(&out, &error), 0);
	assert_int_equal(out.quotes.count, 2);
	release(&out);
}

/* A hundred thousand of anything must not take more than linear time: at quadratic
 * cost each of these would run for minutes. */
static void pathological_texts_take_linear_time(void **state)
{
	static const char *const pieces[] = { "\"",   "“",	    "”",	   "'a ",
					      " 'a",  "“a ",	    "a” ",	   "\" a",
					      "«‹“‘", "14\" ",	    "\"a\" ",	   "('a) ",
					      "\"'",  "“a,” kata ", "kata Budi, ", ": 'a " };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(pieces); i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		struct sulih_segmentation out;

		for (size_t k = 0; k < 100000; k++)
			sulih_buffer_puts(&text, pieces[i]);
		find_in(sulih_buffer_view(&text), &out);
		check_invariants(&out);
		release(&out);
		sulih_buffer_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spans_are_bytes_of_the_running_text),
		cmocka_unit_test(lines_and_blocks_are_paragraphs),
		cmocka_unit_test(finding_again_starts_afresh),
		cmocka_unit_test(pathological_texts_take_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
