/* Parts of the finder of names: words of the lists, acronyms, long matches, memory of two passes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

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
		word_learn(&word, &phrase);
		word_learn_capital(&word, &map);
		if ((word.facts & words[i].has) != words[i].has || word.facts & words[i].lacks)
			fail_msg("%s: facts %x", words[i].word, word.facts);
	}
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
					     "@a #b http://" };

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

/* A long run of capitals costs no more than its length. */
static void test_long_run(void **state)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	struct sulih_document *document;

	(void)state;
	for (int i = 0; i < 20000; i++)
		sulih_buffer_puts(&text, i % 3 ? "Jakarta " : "Gunung ");
	document = protect(sulih_buffer_view(&text));
	assert_true(document->spans.count > 0);
	sulih_document_free(document);
	sulih_buffer_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_acronyms), cmocka_unit_test(test_words),
		cmocka_unit_test(test_edges),	 cmocka_unit_test(test_one_ruling),
		cmocka_unit_test(test_long_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
