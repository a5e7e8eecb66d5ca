/* The form of the fixed names: every row must be one that the names' finder can use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lists.h"
#include "pipeline/document.h"

static const struct sulih_table *const tables[] = {
	&sulih_list_acronyms,  &sulih_list_exonyms,	 &sulih_list_provinces,
	&sulih_list_regencies, &sulih_list_institutions, &sulih_list_organizations,
	&sulih_list_events,    &sulih_list_products,	 &sulih_list_peoples,
};

enum { TABLES = SULIH_COUNT(tables) };

static bool is_one_of(struct sulih_view v, const char *const *list)
{
	for (; *list != NULL; list++)
		if (sulih_view_is(v, *list))
			return true;
	return false;
}

static bool is_name_kind(struct sulih_view v)
{
	for (int kind = SULIH_KIND_PERSON; kind <= SULIH_KIND_NAME; kind++)
		if (sulih_view_is(v, sulih_kind_name((enum sulih_span_kind)kind)))
			return true;
	return false;
}

static bool is_condition(struct sulih_view v)
{
	static const char *const fixed[] = { "not:age",	 "not:initial", "not:first",   "not:figure",
					     "not:verb", "not:free",	"not:shouted", "senses",
					     "beside",	 "nation",	NULL };
	size_t colon = 0;

	if (is_one_of(v, fixed))
		return true;
	/* the English beside words of sport or behind "menteri" is a name as it is written */
	if (sulih_view_starts(v, SULIH_VIEW("sport:")) ||
	    sulih_view_starts(v, SULIH_VIEW("american:")) ||
	    sulih_view_starts(v, SULIH_VIEW("branch:")) ||
	    sulih_view_starts(v, SULIH_VIEW("one:")) ||
	    sulih_view_starts(v, SULIH_VIEW("numbered:")))
		return v.length > 6;
	if (sulih_view_starts(v, SULIH_VIEW("office:")) ||
	    sulih_view_starts(v, SULIH_VIEW("people:")) ||
	    sulih_view_starts(v, SULIH_VIEW("alone:")))
		return v.length > 7;
	if (sulih_view_starts(v, SULIH_VIEW("needs:")))
		colon = 6;
	else if (sulih_view_starts(v, SULIH_VIEW("unless:")))
		colon = 7;
	else if (sulih_view_starts(v, SULIH_VIEW("notafter:")))
		colon = 9;
	else if (sulih_view_starts(v, SULIH_VIEW("notbefore:")))
		colon = 10;
	else if (sulih_view_starts(v, SULIH_VIEW("behind:")))
		colon = 7;
	if (colon == 0 || v.length == colon)
		return false;
	for (size_t i = colon; i < v.length; i++)
		if (v.data[i] == ' ' || v.data[i] == ':' || (v.data[i] >= 'A' && v.data[i] <= 'Z'))
			return false;
	return true;
}

static bool is_context(struct sulih_view v)
{
	while (v.length > 0) {
		const char *comma = memchr(v.data, ',', v.length);
		size_t length = comma ? (size_t)(comma - v.data) : v.length;

		if (!is_condition(sulih_view_slice(v, 0, length)))
			return false;
		v = sulih_view_slice(v, comma ? length + 1 : length, v.length);
	}
	return true;
}

static void rows_have_their_columns(void **state)
{
	static const char *const evidence[] = { "icu", "official", "un", "press", NULL };

	(void)state;
	for (size_t t = 0; t < TABLES; t++) {
		for (uint32_t i = 0; i < tables[t]->count; i++) {
			struct sulih_row row = sulih_table_row(tables[t], i);
			struct sulih_view key = sulih_row_column(&row, 0);

			if (!row.listed)
				continue;
			if (!is_name_kind(sulih_row_column(&row, 1)) ||
			    sulih_row_column(&row, 2).length == 0 ||
			    !is_one_of(sulih_row_column(&row, 3), evidence) ||
			    !is_context(sulih_row_column(&row, 4)))
				fail_msg("%s: %.*s", tables[t]->name, SULIH_VIEW_ARGS(key));
		}
	}
}

static void no_name_stands_in_two_lists(void **state)
{
	(void)state;
	for (size_t t = 0; t < TABLES; t++) {
		for (uint32_t i = 0; i < tables[t]->count; i++) {
			struct sulih_row row = sulih_table_row(tables[t], i);
			struct sulih_view key = sulih_row_column(&row, 0);

			for (size_t u = t + 1; u < TABLES && row.listed; u++)
				if (sulih_table_has(tables[u], key))
					fail_msg("%.*s: %s, %s", SULIH_VIEW_ARGS(key),
						 tables[t]->name, tables[u]->name);
		}
	}
}

/* X Selatan is South X; the word may be part of a longer one (southern, Southeast). */
static void compass_words_are_translated(void **state)
{
	static const char *const compass[][3] = {
		{ " Selatan", "South", "south" }, { " Utara", "North", "north" },
		{ " Barat", "West", "west" },	  { " Timur", "East", "east" },
		{ " Tengah", "Central", "Mid" },
	};

	(void)state;
	for (uint32_t i = 0; i < sulih_list_provinces.count; i++) {
		struct sulih_row row = sulih_table_row(&sulih_list_provinces, i);
		struct sulih_view key = sulih_row_column(&row, 0);
		struct sulih_view english = sulih_row_column(&row, 2);

		for (size_t k = 0; k < SULIH_COUNT(compass) && row.listed; k++) {
			/* a street keeps its name: Medan Merdeka Barat Street */
			if (!sulih_view_ends(key, sulih_view_of(compass[k][0])) ||
			    sulih_view_ends(english, SULIH_VIEW(" Street")) ||
			    sulih_view_ends(english, SULIH_VIEW(" National Park")))
				continue;
			if (strstr(english.data, compass[k][1]) == NULL &&
			    strstr(english.data, compass[k][2]) == NULL)
				fail_msg("%.*s is %s", SULIH_VIEW_ARGS(key), english.data);
		}
	}
}

static bool is_listed_with_senses(struct sulih_view key)
{
	for (size_t t = 0; t < TABLES; t++) {
		struct sulih_row row = sulih_table_find(tables[t], key);

		if (row.listed &&
		    (sulih_view_starts(sulih_row_column(&row, 4), SULIH_VIEW("senses")) ||
		     sulih_view_starts(sulih_row_column(&row, 4), SULIH_VIEW("beside"))))
			return true;
	}
	return false;
}

/* "PBB 2" is a sense of PBB; a list says that it has several. */
static void senses_belong_to_a_listed_name(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < sulih_list_senses.count; i++) {
		struct sulih_row row = sulih_table_row(&sulih_list_senses, i);
		struct sulih_view key = sulih_row_column(&row, 0);

		if (key.length > 2 && key.data[key.length - 2] == ' ')
			key.length -= 2;
		if (row.listed &&
		    (!is_name_kind(sulih_row_column(&row, 1)) ||
		     sulih_row_column(&row, 2).length == 0 || !is_listed_with_senses(key)))
			fail_msg("senses: %.*s", SULIH_VIEW_ARGS(key));
	}
}

static void there_are_three_thousand(void **state)
{
	size_t count = 0, mapped = 0;

	(void)state;
	for (size_t t = 0; t < TABLES; t++) {
		for (uint32_t i = 0; i < tables[t]->count; i++) {
			struct sulih_row row = sulih_table_row(tables[t], i);

			count += row.listed;
			mapped += row.listed && !sulih_view_equal(sulih_row_column(&row, 0),
								  sulih_row_column(&row, 2));
		}
	}
	assert_true(count > 6000);
	assert_true(mapped > 3000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_have_their_columns),
		cmocka_unit_test(no_name_stands_in_two_lists),
		cmocka_unit_test(compass_words_are_translated),
		cmocka_unit_test(senses_belong_to_a_listed_name),
		cmocka_unit_test(there_are_three_thousand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
