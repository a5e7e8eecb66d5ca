#include "tests/support/article.h"

static void on_done(void *context, void *ticket)
{
	(void)context;
	(void)ticket;
}

static int translate(struct sulih_document *document, const char *name, struct sulih_error *error)
{
	const struct sulih_engine_options how = { .from_lang = SULIH_VIEW("id"),
						  .to_lang = SULIH_VIEW("en"),
						  .on_done = on_done };
	struct sulih_engine *engine;
	int status = sulih_engine_open(name, &how, &engine, error);

	if (status != 0)
		return status;
	for (size_t i = 0; i < document->items.count && status == 0; i++)
		status = engine->submit(engine, document, &document->items.items[i], NULL, error);
	engine->free(engine);
	return status;
}

int article_run(struct sulih_view text, bool decoded, const char *engine,
		const struct sulih_pipeline_options *options, struct sulih_document **document,
		struct sulih_error *error)
{
	int status;

	*document = sulih_document_new();
	if (*document == NULL)
		return sulih_fail_memory(error);
	(*document)->input = text;
	(*document)->decoded = decoded;
	(*document)->id = SULIH_VIEW("test");
	(*document)->origin = "test";
	status = sulih_run_stages(
		*document, options, SULIH_PHASE_NORMALIZE,
		options->until < SULIH_PHASE_PROTECT ? options->until : SULIH_PHASE_PROTECT, error);
	if (status == 0 && options->until >= SULIH_PHASE_TRANSLATE)
		status = translate(*document, engine, error);
	if (status == 0 && options->until >= SULIH_PHASE_TRANSLATE)
		status = sulih_run_stages(*document, options, SULIH_PHASE_TRANSLATE, options->until,
					  error);
	return status;
}
