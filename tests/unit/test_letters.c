/* Words as numbers (names/letters.h), and the filters of the words that go on keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/names/words/letters.h"

static const struct {
	const char *text;
	const char *small; /* its first letters, small */
	bool upper, lower; /* whether there are capitals, small letters */
} rows[] = {
	{ "di", "di", false, true },
	{ "Di pasar", "di", true, true },
	{ "KPK", "kpk", true, false },
	{ "A", "a", true, false },
	{ "pemerintah", "pemerintah", false, true },
	{ "delapan8", "delapan", false, true },
	{ "bersamaa", "bersamaa", false, true },
	{ "bersamaan, ", "bersamaan", false, true },
	{ "JAKARTA[", "jakarta", true, false },
	{ "JAKARTASELATAN{", "jakartaselatan", true, false },
	{ "jakartaselataN@", "jakartaselatan", true, true },
	{ "kepresidenannya`", "kepresidenannya", false, true },
	{ "pertanggungjawab", "pertanggungjawab", false, true },
	{ "pertanggungjawaban itu", "pertanggungjawaban", false, true },
	{ "caf\xC3\xA9", "caf", false, true },
	{ "\xC3\xA9tat", "", false, false },
	{ " kata", "", false, false },
};

/* Also where the text ends, and where only a part of it may be read. */
static void test_letters(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		struct sulih_view text = sulih_view_of(rows[i].text);
		struct sulih_view small = sulih_view_of(rows[i].small);

		for (size_t end = 1; end <= text.length; end++) {
			struct word_letters word = word_read_letters(text, 0, end);
			size_t length = end < small.length ? end : small.length;
			struct sulih_view key = sulih_view_slice(small, 0, length);

			if (word.key.length != length)
				fail_msg("%s to %zu: %u letters", rows[i].text, end,
					 word.key.length);
			if (length <= WORD_KEY_MAX && word.key.hash != sulih_table_hash(key))
				fail_msg("%s to %zu: the hash is another", rows[i].text, end);
			if (word.key.first != sulih_table_load(key.data, key.length) ||
			    (length > 8 &&
			     word.key.last != sulih_table_load(key.data + length - 8, 8)))
				fail_msg("%s to %zu: other letters", rows[i].text, end);
		}
	}
}

static void test_capitals(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		struct sulih_view text = sulih_view_of(rows[i].text);
		struct word_letters word = word_read_letters(text, 0, text.length);

		if ((word.upper != 0) != rows[i].upper || (word.lower != 0) != rows[i].lower)
			fail_msg("%s: capitals %llx, small %llx", rows[i].text,
				 (unsigned long long)word.upper, (unsigned long long)word.lower);
	}
	assert_int_equal(word_read_letters(SULIH_VIEW("Bandung"), 0, 7).upper, 0x20);
	assert_int_not_equal(word_read_letters(SULIH_VIEW("bandunganQ"), 0, 10).upper, 0x20);
}

static bool may_go_on(const struct sulih_table *table, struct sulih_view behind)
{
	const struct word_letters word = word_read_letters(behind, 0, behind.length);
	char room[128];

	return sulih_table_may_go_on(
		table, sulih_table_hash(sulih_lower_key(
			       sulih_view_slice(behind, 0, word.key.length), room, sizeof(room))));
}

/* Every word behind a blank passes, and few that are none. */
static void test_later_words(void **state)
{
	const struct sulih_table *const lists[] = { &sulih_list_titles, &sulih_list_heads,
						    &sulih_list_institutions };
	uint32_t passed = 0;

	(void)state;
	for (size_t k = 0; k < SULIH_COUNT(lists); k++) {
		for (uint32_t i = 0; i < lists[k]->count; i++) {
			struct sulih_row row = sulih_table_row(lists[k], i);
			struct sulih_view key = sulih_row_column(&row, 0);

			for (size_t at = 1; at < key.length; at++)
				if (key.data[at - 1] == ' ' &&
				    !may_go_on(lists[k], sulih_view_slice(key, at, key.length)))
					fail_msg("%.*s goes on", SULIH_VIEW_ARGS(key));
		}
		for (uint32_t i = 0; i < 1000; i++)
			passed += sulih_table_may_go_on(
				lists[k],
				sulih_table_hash(sulih_view_make((const char *)&i, sizeof(i))));
	}
	assert_true(passed < 600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_capitals),
		cmocka_unit_test(test_later_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
