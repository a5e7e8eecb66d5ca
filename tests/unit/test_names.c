/* Parts of the finder of names: words of the lists, acronyms, long matches, memory of two passes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/letter.h"
#include "lists.h"
#include "pipeline/pipeline.h"
#include "pipeline/protect/names/names.h"

static const struct {
	const char *acronym, *name;
	bool fits;
} acronyms[] = {
	{ "KPK", "Komisi Pemberantasan Korupsi", true },
	{ "Kemenkeu", "Kementerian Keuangan", true },
	{ "Polri", "Kepolisian Negara Republik Indonesia", false },
	{ "BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika", true },
	{ "PDI-P", "Partai Demokrasi Indonesia Perjuangan", true },
	{ "WHO", "Organisasi Kesehatan Dunia", false },
	{ "WHO", "World Health Organization", true },
	{ "KPU", "Kantor Pajak", false },
	{ "G20", "Kelompok 20", false },
	{ "UB", "Universitas Brawijaya", true },
	{ "BU", "Universitas Brawijaya", false },
	{ "A", "", false },
};

static void test_acronyms(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(acronyms); i++) {
		if (acronym_fits(sulih_view_of(acronyms[i].acronym),
				 sulih_view_of(acronyms[i].name)) != acronyms[i].fits)
			fail_msg("%s for %s", acronyms[i].acronym, acronyms[i].name);
	}
}

static const struct {
	const char *word;
	uint32_t has, lacks;
} words[] = {
	{ "polisi", FACT_COMMON, FACT_GIVEN | FACT_FUNCTION },
	{ "menurut", FACT_FUNCTION | FACT_COMMON, FACT_GIVEN },
	{ "budi", FACT_GIVEN, FACT_FUNCTION },
	{ "bintang", FACT_GIVEN | FACT_COMMON, 0 },
	{ "prancis", FACT_MAP, FACT_COMMON },
	{ "kpk", FACT_MAP_UPPER, FACT_COMMON },
	{ "gunung", FACT_HEAD, FACT_GIVEN },
	{ "presiden", FACT_TITLE, FACT_GIVEN },
	{ "m.si", FACT_TITLE, 0 },
	{ "bin", FACT_PARTICLE, 0 },
	{ "al", FACT_ARTICLE, 0 },
	{ "senin", FACT_CALENDAR | FACT_FUNCTION, 0 },
	{ "nya", FACT_CLITIC, 0 },
	{ "pro", FACT_PREFIX, 0 },
	{ "kata", FACT_SAID, FACT_SAYING },
	{ "mengatakan", FACT_SAYING, FACT_SAID },
	{ "gus", FACT_GROWN, 0 },
	{ "viii", FACT_ROMAN, 0 },
	{ "ktp", FACT_TERM, 0 },
	{ "tim", FACT_PLAIN | FACT_COMMON, FACT_GIVEN },
	{ "", 0, ~(uint32_t)FACT_LEARNED },
};

static void test_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(words); i++) {
		struct name_word word = { .lower = sulih_view_of(words[i].word) };
		struct phrase_word phrase;
		struct map_word map;

		word.hash = sulih_table_hash(word.lower);
		word.lists = sulih_lists_of(word.hash);
		word_learn(&word, &phrase);
		word_learn_capital(&word, &map);
		if ((word.facts & words[i].has) != words[i].has || word.facts & words[i].lacks)
			fail_msg("%s: facts %x", words[i].word, word.facts);
	}
}

/* The lists of the index, and its bits. */
static const struct {
	const struct sulih_table *table;
	uint32_t bit;
} indexed[] = {
	{ &sulih_list_acronyms, SULIH_IN_acronyms },
	{ &sulih_list_institutions, SULIH_IN_institutions },
	{ &sulih_list_organizations, SULIH_IN_organizations },
	{ &sulih_list_provinces, SULIH_IN_provinces },
	{ &sulih_list_exonyms, SULIH_IN_exonyms },
	{ &sulih_list_regencies, SULIH_IN_regencies },
	{ &sulih_list_events, SULIH_IN_events },
	{ &sulih_list_products, SULIH_IN_products },
	{ &sulih_list_peoples, SULIH_IN_peoples },
	{ &sulih_list_icu_regions, SULIH_IN_icu_regions },
	{ &sulih_list_senses, SULIH_IN_senses },
	{ &sulih_list_given_names, SULIH_IN_given_names },
	{ &sulih_list_body_words, SULIH_IN_body_words },
	{ &sulih_list_numbered, SULIH_IN_numbered },
	{ &sulih_list_function_words, SULIH_IN_function_words },
	{ &sulih_list_particles, SULIH_IN_particles },
	{ &sulih_list_titles, SULIH_IN_titles },
	{ &sulih_list_heads, SULIH_IN_heads },
	{ &sulih_list_saying_verbs, SULIH_IN_saying_verbs },
	{ &sulih_list_prefixes, SULIH_IN_prefixes },
	{ &sulih_list_clitics, SULIH_IN_clitics },
	{ &sulih_list_compass, SULIH_IN_compass },
	{ &sulih_list_figure_words, SULIH_IN_figure_words },
	{ &sulih_list_name_cues, SULIH_IN_name_cues },
	{ &sulih_list_beside_names, SULIH_IN_beside_names },
	{ &sulih_list_kind_words, SULIH_IN_kind_words },
	{ &sulih_list_headline_verbs, SULIH_IN_headline_verbs },
	{ &sulih_list_mononyms, SULIH_IN_mononyms },
	{ &sulih_list_measures, SULIH_IN_measures },
};

/* A list that has a word is never passed over. */
static void test_index(void **state)
{
	struct sulih_buffer word = SULIH_BUFFER_INIT;

	(void)state;
	for (size_t l = 0; l < SULIH_COUNT(indexed); l++) {
		for (uint32_t i = 0; i < indexed[l].table->count; i++) {
			struct sulih_row row = sulih_table_row(indexed[l].table, i);
			struct sulih_view key = sulih_row_column(&row, 0);
			const char *blank = memchr(key.data, ' ', key.length);
			size_t first = blank ? (size_t)(blank - key.data) : key.length;

			sulih_buffer_clear(&word);
			sulih_lower(sulih_view_slice(key, 0, first), &word);
			if (!(sulih_lists_of(sulih_table_hash(sulih_buffer_view(&word))) &
			      indexed[l].bit))
				fail_msg("%s: %.*s", indexed[l].table->name, SULIH_VIEW_ARGS(key));
		}
	}
	sulih_buffer_release(&word);
	assert_int_equal(sulih_lists_of(sulih_table_hash(SULIH_VIEW("xqzw"))), 0);
}

static struct sulih_document *protect(struct sulih_view text)
{
	const struct sulih_pipeline_options options = { .until = SULIH_PHASE_PROTECT,
							.verify = true };
	struct sulih_document *document = sulih_document_new();
	struct sulih_error error = SULIH_ERROR_INIT;

	assert_non_null(document);
	document->input = text;
	document->decoded = true;
	if (sulih_run_stages(document, &options, SULIH_PHASE_NORMALIZE, SULIH_PHASE_PROTECT,
			     &error))
		fail_msg("%s", error.message);
	return document;
}

/* Names on the edges of the text and of odd shapes end nothing. */
static void test_edges(void **state)
{
	static const char *const texts[] = { "",
					     " ",
					     "A",
					     "A.",
					     "(A)",
					     "Presiden",
					     "Jalan",
					     "Jl.",
					     "bin",
					     "Bin bin",
					     "al-",
					     "KPK (",
					     "KPK (KPK",
					     "Budi (34",
					     "\"",
					     "film \"",
					     "- - -",
					     "Universitas",
					     "Kementerian",
					     "A-B-C-",
					     "1 2 3",
					     "Gunung Gunung Gunung",
					     "Provinsi Jawa Barat dan",
					     "S.H., M.H.",
					     "@a #b http://",
					     "Koramil 0815/16",
					     "Dinas Pendidikan,",
					     "Harga 0,001 ribu 500",
					     "Indeks S",
					     "pesawat X",
					     "\n\nX-59" };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(texts); i++)
		sulih_document_free(protect(sulih_view_of(texts[i])));
}

/* The same name has the same ruling, however often and wherever it stands. */
static void test_one_ruling(void **state)
{
	struct sulih_document *document = protect(sulih_view_of(
		"Banjir di Luwu Utara Meluas\n\nBupati Andi Rahim meninjau Luwu Utara. Menurut "
		"Andi Rahim, warga Luwu Utara mengungsi. Luwu Utara terendam. \"Kami pasrah,\" "
		"kata Andi Rahim.\n"));
	size_t places = 0, persons = 0;

	(void)state;
	for (size_t i = 0; i < document->spans.count; i++) {
		const struct sulih_protected *p = &document->spans.items[i];

		if (p->kind == SULIH_KIND_PLACE) {
			assert_true(sulih_view_is(p->target, "North Luwu"));
			places++;
		} else if (p->kind == SULIH_KIND_PERSON) {
			assert_true(sulih_view_is(p->target, "Andi Rahim"));
			persons++;
		}
	}
	assert_int_equal(places, 4);
	assert_int_equal(persons, 3);
	sulih_document_free(document);
}

/* A long run of capitals, a long row of fields or of numbers costs no more than its length. */
static void test_long_runs(void **state)
{
	static const struct {
		const char *head, *unit;
	} runs[] = {
		{ "", "Jakarta Gunung Jakarta " },
		{ "Dinas ", "Pendidikan, Kesehatan, Sosial, " },
		{ "", "No. 5/2020, " },
		{ "", "Dari Jakarta Dari Dari " },
	};

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(runs); i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		struct sulih_document *document;

		sulih_buffer_puts(&text, runs[i].head);
		for (int n = 0; n < 20000; n++)
			sulih_buffer_puts(&text, runs[i].unit);
		document = protect(sulih_buffer_view(&text));
		assert_true(document->spans.count > 0);
		sulih_document_free(document);
		sulih_buffer_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_acronyms),   cmocka_unit_test(test_words),
		cmocka_unit_test(test_index),	   cmocka_unit_test(test_edges),
		cmocka_unit_test(test_one_ruling), cmocka_unit_test(test_long_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
