#include "pipeline/translate/builtin.h"

#include <stdlib.h>

#include "pipeline/translate/gloss/gloss.h"

struct builtin {
	struct sulih_engine face; /* first, so that a pointer to it is one to the whole */
	struct sulih_engine_options options;
	bool gloss;
};

static int translate(struct builtin *b, struct sulih_document *document, struct sulih_item *item,
		     struct sulih_error *error)
{
	enum sulih_item_state state =
		item->state == SULIH_ITEM_SKIPPED ? SULIH_ITEM_SKIPPED : SULIH_ITEM_TRANSLATED;

	item->attempts += state == SULIH_ITEM_TRANSLATED;
	item->state = state;
	if (b->gloss && state == SULIH_ITEM_TRANSLATED)
		return sulih_gloss(document, item) == 0 ? 0 : sulih_fail_memory(error);
	return sulih_item_keep_source(item, state) == 0 ? 0 : sulih_fail_memory(error);
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct builtin *b = (struct builtin *)engine;
	int code = translate(b, document, item, error);

	if (code != 0)
		return code;
	engine->counts.items++;
	b->options.on_done(b->options.context, ticket);
	return 0;
}

static void free_builtin(struct sulih_engine *engine)
{
	free(engine);
}

const char *sulih_builtin_engine_summary(const char *name)
{
	return strcmp(name, "echo") == 0
		       ? "gives the source back; for tests"
		       : "word for word from the built-in lexicon; no translation";
}

int sulih_builtin_engine_open(const char *name, const struct sulih_engine_options *options,
			      struct sulih_engine **engine, struct sulih_error *error)
{
	struct builtin *b = calloc(1, sizeof(*b));

	if (b == NULL)
		return sulih_fail_memory(error);
	b->options = *options;
	b->gloss = strcmp(name, "gloss") == 0;
	b->face = (struct sulih_engine){ .name = b->gloss ? "gloss" : "echo",
					 .submit = submit,
					 .run = sulih_engine_run_at_once,
					 .appetite = sulih_engine_appetite_of_one,
					 .free = free_builtin };
	if (b->gloss && options->on_message != NULL)
		options->on_message(
			options->people, SULIH_WARNING,
			"engine gloss: the English is a word-for-word gloss, not a translation");
	*engine = &b->face;
	return 0;
}
