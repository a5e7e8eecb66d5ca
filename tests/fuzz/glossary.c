/*
 * A glossary of any bytes, then a text of any bytes, parted by the first line "---": nothing
 * crashes, found terms lie inside the text, and every one begins and ends on a character.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/pipeline.h"
#include "pipeline/protect/terms/glossary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_spans(const struct sulih_document *document)
{
	struct sulih_view text = document->segmentation.running;
	size_t last = 0;

	for (size_t i = 0; i < document->spans.count; i++) {
		struct sulih_span span = document->spans.items[i].span;

		if (span.start < last || span.end <= span.start || span.end > text.length)
			abort();
		if (sulih_utf8_valid_prefix(sulih_view_slice(text, span.start, span.end)) !=
		    span.end - span.start)
			abort();
		last = span.end;
	}
}

static void protect(struct sulih_view text, const struct sulih_glossary *glossary)
{
	struct sulih_pipeline_options options = { .until = SULIH_PHASE_PROTECT, .verify = true };
	struct sulih_document *document = sulih_document_new();
	struct sulih_error error = SULIH_ERROR_INIT;

	options.protect.glossary = glossary;
	if (document == NULL)
		return;
	document->input = text;
	if (sulih_run_stages(document, &options, SULIH_PHASE_NORMALIZE, SULIH_PHASE_PROTECT,
			     &error) == 0)
		check_spans(document);
	else if (error.code == SULIH_ERROR_INTERNAL)
		abort();
	sulih_document_free(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char rule[] = "\n---\n";
	struct sulih_view all = { (const char *)data, size }, text = { "", 0 };
	struct sulih_glossary_report report;
	struct sulih_glossary *glossary = NULL;
	struct sulih_error error = SULIH_ERROR_INIT;
	const char *at = memmem(data, size, rule, sizeof(rule) - 1);
	const char *name = size > 0 && data[0] % 2 ? "g.csv" : "g.tsv";

	if (at != NULL) {
		size_t head = (size_t)(at - all.data);

		text = sulih_view_slice(all, head + sizeof(rule) - 1, size);
		all.length = head;
	}
	if (sulih_glossary_check_text(all, name, &report, &error) != 0)
		return 0;
	sulih_glossary_report_release(&report);
	if (sulih_glossary_parse(all, name, &glossary, &error) == 0)
		protect(text, glossary);
	sulih_glossary_free(glossary);
	return 0;
}
