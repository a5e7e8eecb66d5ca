#include "pipeline/translate/builtin.h"

#include <stdlib.h>

#include "pipeline/translate/gloss/gloss.h"

struct builtin {
	struct sulih_engine face; /* first, so that a pointer to it is one to the whole */
	struct sulih_engine_options options;
	bool gloss;
};

static int gloss_item(struct sulih_document *document, struct sulih_item *item,
		      struct sulih_error *error)
{
	struct sulih_part *target;
	size_t count;
	int status = sulih_gloss(item->source.items, item->source.count, item->placeholders.items,
				 item->placeholders.count, &document->arena, &target, &count, error);

	item->target.count = 0;
	if (status == 0 && SULIH_VECTOR_RESERVE(&item->target, count) != 0)
		status = sulih_fail_memory(error);
	for (size_t i = 0; status == 0 && i < count; i++)
		item->target.items[item->target.count++] = target[i];
	item->state = SULIH_ITEM_TRANSLATED;
	return status;
}

static int translate(struct builtin *b, struct sulih_document *document, struct sulih_item *item,
		     struct sulih_error *error)
{
	enum sulih_item_state state = item->state == SULIH_ITEM_SKIPPED ? SULIH_ITEM_SKIPPED :
									 SULIH_ITEM_TRANSLATED;

	item->attempts += state == SULIH_ITEM_TRANSLATED;
	if (b->gloss && state == SULIH_ITEM_TRANSLATED)
		return gloss_item(document, item, error);
	return sulih_item_keep_source(item, state) == 0 ? 0 : sulih_fail_memory(error);
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct builtin *b = (struct builtin *)engine;

	if (translate(b, document, item, error) != 0)
		return error->code;
	engine->counts.items++;
	b->options.on_done(b->options.context, ticket);
	return 0;
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	(void)engine;
	(void)error;
	*idle = true;
	return 0;
}

static size_t appetite(const struct sulih_engine *engine)
{
	(void)engine;
	return 1;
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
					 .run = run,
					 .appetite = appetite,
					 .free = free_builtin };
	if (b->gloss && options->on_message != NULL)
		options->on_message(
			options->context, SULIH_WARNING,
			"engine gloss: the English is a word-for-word gloss, not a translation");
	*engine = &b->face;
	return 0;
}
