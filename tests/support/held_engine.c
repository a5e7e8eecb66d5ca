#include "tests/support/held_engine.h"

#include <stdlib.h>

static int hold(struct sulih_engine *face, struct sulih_document *document, struct sulih_item *item,
		void *ticket, struct sulih_error *error)
{
	struct held_engine *engine = (struct held_engine *)face;

	if (engine->asked == HELD_MOST)
		return sulih_fail_memory(error);
	engine->held[engine->asked++] = (struct held_item){ document, item, ticket };
	return 0;
}

static int run(struct sulih_engine *face, bool *idle, struct sulih_error *error)
{
	const struct held_engine *engine = (struct held_engine *)face;

	(void)error;
	*idle = engine->asked == engine->answered || engine->stops > 0;
	return 0;
}

static void stop(struct sulih_engine *face)
{
	((struct held_engine *)face)->stops++;
}

static size_t appetite(const struct sulih_engine *face)
{
	(void)face;
	return 7;
}

static void free_engine(struct sulih_engine *face)
{
	free(face);
}

int held_engine_make(void *context, const struct sulih_engine_options *options,
		     struct sulih_engine **made, struct sulih_error *error)
{
	struct held_engine *engine = calloc(1, sizeof(*engine));

	if (engine == NULL)
		return sulih_fail_memory(error);
	engine->face = (struct sulih_engine){ .name = "held",
					      .fingerprint = 42,
					      .submit = hold,
					      .run = run,
					      .stop = stop,
					      .appetite = appetite,
					      .free = free_engine };
	engine->options = *options;
	*(struct held_engine **)context = engine;
	*made = &engine->face;
	return 0;
}

int held_engine_answer(struct held_engine *engine, size_t which, enum sulih_item_state state,
		       const char *said)
{
	struct held_item *held = &engine->held[which];
	bool failed = state == SULIH_ITEM_UNTRANSLATED;

	if (sulih_item_keep_source(held->item, state) != 0)
		return SULIH_ERROR_MEMORY;
	if (state == SULIH_ITEM_TRANSLATED)
		held->item->target.items[0].text = SULIH_VIEW("The people: ");
	held->item->rung = failed ? "source" : "alone";
	if (said != NULL)
		sulih_diagnose(&held->document->diagnostics,
			       failed ? SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED
				      : SULIH_DIAGNOSTIC_SEGMENT_RETRIED,
			       sulih_document_source_span(held->document, held->item->span), "%s",
			       said);
	engine->answered++;
	engine->face.counts.untranslated += failed;
	engine->options.on_done(engine->options.context, held->ticket);
	return 0;
}
