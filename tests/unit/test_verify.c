/* Which answers are believed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "pipeline/translate/verify/verify.h"
#include "tests/support/masked.h"

static const struct {
	const char *source, *target; /* the same braces on both sides */
	unsigned faults;
} rows[] = {
	{ "Menteri {Sri} hadir kemarin.", "Minister {Sri} attended yesterday.", 0 },
	{ "Warga menolak rencana pembangunan itu.", "Residents rejected the development plan.", 0 },
	{ "Warga menolak rencana itu.", "", SULIH_FAULT_EMPTY },
	{ "Warga menolak rencana itu.", "... 12!", SULIH_FAULT_EMPTY | SULIH_FAULT_NUMBER },
	{ "{Sri} dan {Ani} hadir.", "{Sri} attended.", SULIH_FAULT_PLACEHOLDER },
	/* numbers */
	{ "Sebanyak 25 orang hadir.", "As many as 25 people came.", 0 },
	{ "Sebanyak 25 orang hadir.", "As many as 52 people came.", SULIH_FAULT_NUMBER },
	{ "Sebanyak 25 orang hadir.", "Twenty-five people came.", 0 },
	{ "Sebanyak 250 orang hadir.", "Some people came.", SULIH_FAULT_NUMBER },
	{ "Sebanyak dua orang hadir.", "As many as 2 people came.", 0 },
	{ "Kata dia, orang hadir.", "In 1887, people came.", SULIH_FAULT_NUMBER },
	{ "Jumlahnya 8.000 orang.", "They are 8,000 people.", 0 },
	{ "Jumlahnya 8.000 orang.", "They are 8.000 people.", 0 },
	{ "Jumlahnya 8.000 orang.", "They are 80,000 people.", SULIH_FAULT_NUMBER },
	{ "Naik 2,5 kali lipat.", "It rose 2.5 times.", 0 },
	{ "Naik 2,5 kali lipat.", "It rose 25 times.", SULIH_FAULT_NUMBER },
	{ "Harganya {Rp5.000} lagi.", "It costs {Rp5.000} again, 5.000 in all.", 0 },
	/* loops */
	{ "Harga beras naik lagi.", "The price the price the price the price rose.",
	  SULIH_FAULT_LOOP },
	{ "Ha ha ha ha ha, katanya.", "Ha ha ha ha ha, he said.", 0 },
	{ "Harga beras naik lagi.", "Pricesssssssssssssssssssssssssssssss.", SULIH_FAULT_LOOP },
	/* ends */
	{ "Warga menolak rencana pembangunan itu karena takut banjir.", "Residents refused the",
	  SULIH_FAULT_TRUNCATED },
	{ "Warga menolak rencana pembangunan itu karena takut banjir.",
	  "Residents refused the development plan because of floods", SULIH_FAULT_SUSPECT },
	{ "Warga menolak",
	  "Residents refused the plan that the government had made for the whole of "
	  "the province and the people in it, and so on, without any end to be seen.",
	  SULIH_FAULT_LENGTH },
	/* script and language */
	{ "Harga beras naik.", "Rice 价格 rose.", SULIH_FAULT_SCRIPT },
	{ "Kata 价格 berarti harga.", "The word 价格 means price.", 0 },
	{ "Harga beras naik.", "Rice \xEF\xBF\xBD rose.", SULIH_FAULT_SCRIPT },
	{ "Harga beras yang naik tajam.", "Harga beras yang naik tajam.", SULIH_NOTE_ECHO },
	{ "Warga yang menolak dan tidak hadir dari desa.",
	  "Residents yang refused dan tidak hadir from dari the desa.", SULIH_NOTE_RESIDUE },
	{ "{Korea Utara}, {Jepang}", "{Korea Utara}, {Jepang}", 0 },
};

static void test_rows(void **state)
{
	const struct sulih_verify_options options = { .english = true };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		struct sulih_document *from = masked_document(rows[i].source);
		struct sulih_document *to = masked_document(rows[i].target);
		const struct sulih_item *source = &from->items.items[0];
		const struct sulih_item none = { .segment = 0 };
		const struct sulih_item *target = to->items.count ? &to->items.items[0] : &none;
		unsigned faults =
			sulih_verify(source->source.items, source->source.count,
				     target->source.items, target->source.count,
				     (struct sulih_wire_names){ source->placeholders.items,
								source->placeholders.count },
				     &options);

		if (faults != rows[i].faults)
			fail_msg("row %zu <%s>: faults %u, not %u", i, rows[i].target, faults,
				 rows[i].faults);
		sulih_document_free(from);
		sulih_document_free(to);
	}
}

/* A closing mark before its opening one: braces are numbered in order, so by hand. */
static void test_marks(void **state)
{
	const struct sulih_verify_options options = { .english = true };
	struct sulih_document *document = masked_document("Itu {“}sangat mahal{”} kata dia.");
	struct sulih_item *item = &document->items.items[0];
	struct sulih_part turned[5];
	unsigned faults;

	(void)state;
	assert_int_equal(item->source.count, 5);
	memcpy(turned, item->source.items, sizeof(turned));
	turned[1].placeholder = 2;
	turned[3].placeholder = 1;
	faults = sulih_verify(
		item->source.items, 5, turned, 5,
		(struct sulih_wire_names){ item->placeholders.items, item->placeholders.count },
		&options);
	assert_int_equal(faults & SULIH_FAULTS_HARD, SULIH_FAULT_PLACEHOLDER);
	sulih_document_free(document);
}

static void test_words(void **state)
{
	const struct sulih_part words = { .text = SULIH_VIEW("a") },
				marks = { .text = SULIH_VIEW("12 - (3).") },
				name = { .placeholder = 1 };

	(void)state;
	assert_true(sulih_verify_has_words(&words, 1));
	assert_false(sulih_verify_has_words(&marks, 1));
	assert_false(sulih_verify_has_words(&name, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
					    cmocka_unit_test(test_marks),
					    cmocka_unit_test(test_words) };

	return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
