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

#include "pipeline/protect/glossary.h"
#include "pipeline/record.h"
#include "pipeline/reassemble/ledger.h"
#include "tests/support/article.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation_may_fail) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
