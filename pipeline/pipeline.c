#include "pipeline/pipeline.h"

#include "normalize/offset_map_build.h"
#include "pipeline/protect/masks/mask.h"

bool sulih_is_indonesian(const char *language)
{
	return language != NULL && (language[0] | 32) == 'i' && (language[1] | 32) == 'd' &&
	       (language[2] == '\0' || language[2] == '-');
}

static bool is(const char *setting, const char *value)
{
	return setting != NULL && strcmp(setting, value) == 0;
}

void sulih_pipeline_set_manner(struct sulih_pipeline_options *options,
			       const struct sulih_manner *manner)
{
	bool identity = sulih_is_indonesian(manner->to_lang), us_style = is(manner->style, "us");
	bool verbatim = is(manner->quotes, "verbatim");
	bool omit = is(manner->boilerplate, "omit"), mark = is(manner->boilerplate, "mark");

	options->protect.identity = options->reassemble.identity = identity;
	options->protect.us_style = options->reassemble.us_style = us_style;
	options->protect.quotes = is(manner->quotes, "inline") ? SULIH_QUOTES_INLINE
				  : verbatim		       ? SULIH_QUOTES_VERBATIM
							       : SULIH_QUOTES_ISOLATE;
	options->reassemble.verbatim_quotes = verbatim;
	options->protect.boilerplate_unsent = omit || mark;
	options->reassemble.omit_boilerplate = omit;
	options->reassemble.mark_boilerplate = mark;
}

/* A stretch that was cut behind a blank, amid its line: the blank is no end of a line. */
static void keep_last_blank(struct sulih_document *document)
{
	struct sulih_buffer *text = &document->clean.text;
	struct sulih_view input = document->input;

	if (!document->unfinished || input.length == 0 || input.data[input.length - 1] != ' ' ||
	    text->length == 0 || text->data[text->length - 1] == '\n' ||
	    text->data[text->length - 1] == ' ')
		return;
	sulih_buffer_putc(text, ' ');
	if (document->clean.map != NULL)
		sulih_offset_map_block(document->clean.map, 1, 0);
}

static int run_normalize(struct sulih_document *document,
			 const struct sulih_pipeline_options *options, struct sulih_error *error)
{
	const struct sulih_normalize_options how = { document->decoded, true };
	int status = sulih_normalize(document->input, &how, &document->clean, error);

	(void)options;
	if (status == 0)
		keep_last_blank(document);
	if (document->free_input != NULL && status == 0) {
		document->free_input(document->skeleton);
		document->input = SULIH_VIEW("");
	}
	for (size_t i = 0; status == 0 && i < document->clean.diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &document->clean.diagnostics.list.items[i];
		struct sulih_span span = { one->span.start + document->base,
					   one->span.end + document->base };

		sulih_diagnose(&document->diagnostics, one->id, span, "%.*s",
			       SULIH_VIEW_ARGS(one->message));
	}
	return status;
}

static int verify_normalize(const struct sulih_document *document, struct sulih_error *error)
{
	struct sulih_view text = sulih_buffer_view(&document->clean.text);

	if (sulih_offset_map_source(document->clean.map, text, text.length, true) >
	    document->clean.source_length)
		return sulih_fail(error, SULIH_ERROR_INTERNAL,
				  "the offset map leads past the end of the source");
	return 0;
}

static int run_segment(struct sulih_document *document,
		       const struct sulih_pipeline_options *options, struct sulih_error *error)
{
	int status = sulih_segment(sulih_buffer_view(&document->clean.text), &options->segment,
				   &document->segmentation, error);

	if (status == 0)
		sulih_document_adopt_diagnostics(document, &document->segmentation.diagnostics);
	return status;
}

static int verify_segment(const struct sulih_document *document, struct sulih_error *error)
{
	return sulih_segmentation_verify(&document->segmentation,
					 sulih_buffer_view(&document->clean.text), error);
}

static int run_protect(struct sulih_document *document,
		       const struct sulih_pipeline_options *options, struct sulih_error *error)
{
	return sulih_protect(document, &options->protect, error);
}

static int verify_translate(const struct sulih_document *document, struct sulih_error *error)
{
	for (size_t i = 0; i < document->items.count; i++)
		if (document->items.items[i].state == SULIH_ITEM_NEW)
			return sulih_fail(error, SULIH_ERROR_INTERNAL, "segment %zu has no target",
					  document->items.items[i].segment);
	return 0;
}

static int run_reassemble(struct sulih_document *document,
			  const struct sulih_pipeline_options *options, struct sulih_error *error)
{
	int status = sulih_reassemble(document, &options->reassemble, error);

	sulih_document_sort_diagnostics(document);
	return status;
}

/* The whole program in order.  extract and merge are the format's (pipeline/format);
 * translate is the engine's, because its requests of many documents overlap. */
const struct sulih_stage sulih_stages[] = {
	{ "extract", SULIH_PHASE_EXTRACT, NULL, NULL },
	{ "normalize", SULIH_PHASE_NORMALIZE, run_normalize, verify_normalize },
	{ "segment", SULIH_PHASE_SEGMENT, run_segment, verify_segment },
	{ "protect", SULIH_PHASE_PROTECT, run_protect, sulih_mask_verify },
	{ "translate", SULIH_PHASE_TRANSLATE, NULL, verify_translate },
	{ "reassemble", SULIH_PHASE_REASSEMBLE, run_reassemble, NULL },
	{ "merge", SULIH_PHASE_MERGE, NULL, NULL },
};
const size_t sulih_stage_count = SULIH_COUNT(sulih_stages);

int sulih_run_stages(struct sulih_document *document, const struct sulih_pipeline_options *options,
		     enum sulih_phase from, enum sulih_phase to, struct sulih_error *error)
{
	int status = 0;

	for (size_t i = 0; i < sulih_stage_count && status == 0; i++) {
		const struct sulih_stage *stage = &sulih_stages[i];

		if (stage->phase < from || stage->phase > to)
			continue;
		if (stage->run != NULL)
			status = stage->run(document, options, error);
		if (status == 0 && options->verify && stage->verify != NULL)
			status = stage->verify(document, error);
	}
	return status;
}
