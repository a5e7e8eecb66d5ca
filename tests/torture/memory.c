/*
 * Allocation can fail, anywhere: the whole pipeline is run with the n-th allocation
 * failing, for every n, and must say "out of memory" or succeed, never crash or leak.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pipeline/protect/terms/glossary.h"
#include "pipeline/record.h"
#include "pipeline/reassemble/ledger.h"
#include "pipeline/translate/sharing/sharing.h"
#include "tests/support/article.h"
#include "tests/support/held_engine.h"
#include "tests/support/masked.h"

void *__real_malloc(size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_calloc(size_t count, size_t size);

static size_t allowed = SIZE_MAX; /* allocations that still succeed */

static int refuse(void)
{
	if (allowed == SIZE_MAX)
		return 0;
	if (allowed == 0)
		return 1;
	allowed--;
	return 0;
}

void *__wrap_malloc(size_t size)
{
	return refuse() ? NULL : __real_malloc(size);
}

void *__wrap_realloc(void *block, size_t size)
{
	return refuse() ? NULL : __real_realloc(block, size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return refuse() ? NULL : __real_calloc(count, size);
}

static const char article[] =
	"JAKARTA, KABARNUSA.com – Harga beras naik 5,2 persen menjadi Rp14.750 per kilogram.\n\n"
	"“Kami sudah berbicara dengan PBB,” ujar Menteri Luar Negeri Ratna Kusumawardani. KPK-nya "
	"diam, "
	"kata ‘siapa’ itu.\nBantuan itu dikirim pada Kamis (10/3/2024) pukul 14.30 WIB &amp; "
	"â€œselesaiâ€\x9d.\n"
	"Baca juga: Banjir di Jawa Barat\n";

static const char terms[] =
	"source,target,kind\n\"harga, beras\",rice price\nharga beras,price of rice\n"
	"harga beras,rice price\nKPK,KPK,organization\nJum’at,Friday\n";

static int run_once(const char *engine)
{
	struct sulih_pipeline_options options = { .until = SULIH_PHASE_REASSEMBLE,
						  .protect = { .now = 1700000000 },
						  .verify = true };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_glossary *glossary = NULL;
	struct sulih_document *document = NULL;
	struct sulih_record record;
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	int status = sulih_glossary_parse(SULIH_VIEW(terms), "terms.csv", &glossary, &error);

	options.protect.glossary = glossary;
	if (status == 0)
		status = article_run(SULIH_VIEW(article), false, engine, &options, &document,
				     &error);
	if (status == 0) {
		sulih_record_init(&record);
		status = sulih_record_write(&record, document, SULIH_PHASE_PROTECT, &out, &error);
		sulih_record_release(&record);
	}
	if (status == 0)
		status = sulih_ledger_write(document, &options.reassemble, &out, &error);
	if (status == 0 && document->diagnostics.failed)
		status = SULIH_ERROR_MEMORY;
	sulih_buffer_release(&out);
	sulih_document_free(document);
	sulih_glossary_free(glossary);
	return status;
}

static void every_allocation_may_fail(void **state)
{
	const char *const engines[] = { "echo", "gloss" };
	size_t failures = 0;

	(void)state;
	for (int e = 0; e < 2; e++) {
		int status = SULIH_ERROR_MEMORY;

		for (size_t n = 0; status != 0; n++) {
			allowed = n;
			status = run_once(engines[e]);
			allowed = SIZE_MAX;
			if (status != 0 && status != SULIH_ERROR_MEMORY)
				fail_msg("allocation %zu failing gives status %d", n, status);
			failures += status != 0;
			assert_true(n < 100000);
		}
	}
	assert_true(failures > 50);
}

static void count(void *context, void *ticket)
{
	(void)ticket;
	++*(size_t *)context;
}

/* Four times the same words: the first are given up, the second have an answer. */
static int share_once(struct sulih_document *document)
{
	size_t returned = 0;
	const struct sulih_engine_options options = { .on_done = count, .context = &returned };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct held_engine *held;
	struct sulih_engine *engine;
	bool idle = false;
	int status = sulih_sharing_engine_open(&options, held_engine_make, &held, &engine, &error);

	if (status != 0)
		return status;
	for (size_t i = 0; i < document->items.count && status == 0; i++)
		status = engine->submit(engine, document, &document->items.items[i], NULL, &error);
	if (status == 0)
		status = held_engine_answer(held, 0, SULIH_ITEM_UNTRANSLATED, "words fail it");
	if (status == 0)
		status = engine->run(engine, &idle, &error);
	if (status == 0)
		status = held_engine_answer(held, 1, SULIH_ITEM_TRANSLATED, "again");
	if (status == 0)
		status = engine->run(engine, &idle, &error);
	assert_true(status != 0 || returned == document->items.count);
	engine->free(engine);
	return status;
}

static void every_allocation_of_sharing_may_fail(void **state)
{
	int status = SULIH_ERROR_MEMORY;

	(void)state;
	for (size_t n = 0; status != 0; n++) {
		struct sulih_document *document = masked_document("Ia {Budi} di {Kota}.\n"
								  "Ia {Budi} di {Kota}.\n"
								  "Ia {Budi} di {Kota}.\n"
								  "Ia {Budi} di {Kota}.\n");

		assert_non_null(document);
		allowed = n;
		status = share_once(document);
		allowed = SIZE_MAX;
		assert_true(status == 0 || status == SULIH_ERROR_MEMORY);
		assert_true(status != 0 || n > 5);
		sulih_document_free(document);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(every_allocation_of_sharing_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
