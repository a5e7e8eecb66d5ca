/*
 * An engine around an engine: asks the store first, keeps what the inner one gives.
 */
#include <stdio.h>
#include <stdlib.h>

#include "pipeline/protect/mask.h"
#include "pipeline/store/store.h"

struct pending {
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	struct pending *next_free, *next_all;
};

/* A step with the store that is not committed yet.  None is open while the network is waited for.
 */
enum step { NO_STEP, FINDING, KEEPING };
enum { MOST_FINDS = 128 };

struct remembering {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_store *store;
	struct sulih_engine_options options; /* on_done and context: the pipeline's */
	long long now;
	enum step step;
	unsigned finds; /* in this step */
	bool broken;	/* the store failed once: said, and left alone from then on */
	struct pending *free_list, *all;
	struct sulih_buffer room, target;
};

static void break_store(struct remembering *r, const struct sulih_error *error)
{
	char line[600];

	if (r->broken)
		return;
	r->broken = true;
	snprintf(line, sizeof(line), "%s; this run goes on without it", error->message);
	if (r->options.on_message != NULL)
		r->options.on_message(r->options.context, SULIH_WARNING, line);
}

/* Commits what is open. */
static void settle(struct remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool open = r->step != NO_STEP;

	r->step = NO_STEP;
	r->finds = 0;
	/* also of a store that failed later on: what was put before that is kept */
	if (open && r->store->is->commit(r->store, &error) != 0)
		break_store(r, &error);
}

/* Several rows a step: a step of its own would take longer than all else that is done for an
 * answer. */
static void start_step(struct remembering *r, enum step step)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (r->step == step || r->step == KEEPING || r->broken)
		return;
	settle(r);
	if (r->broken)
		return;
	status = step == FINDING ? r->store->is->begin_finding(r->store, &error)
				 : r->store->is->begin(r->store, &error);
	if (status != 0)
		break_store(r, &error);
	else
		r->step = step;
}

static struct sulih_view source_of(const struct remembering *r,
				   const struct sulih_document *document,
				   const struct sulih_item *item)
{
	(void)r;
	return sulih_view_slice(document->segmentation.running, item->span.start, item->span.end);
}

/* Whether the store has the item; then its target is filled. */
static bool remembered(struct remembering *r, struct sulih_document *document,
		       struct sulih_item *item)
{
	struct sulih_store_key keys[2] = {
		sulih_store_memory_key(r->options.from_lang, r->options.to_lang,
				       source_of(r, document, item)),
		sulih_store_item_key(r->inner, &r->options, document, item),
	};

	start_step(r, FINDING);
	for (int i = 0; i < 2 && !r->broken; i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		bool found = false;

		sulih_buffer_clear(&r->room);
		if (r->store->is->find(r->store, &keys[i], &r->room, &found, &error) != 0) {
			break_store(r, &error);
			return false;
		}
		if (found && sulih_store_read_parts(sulih_buffer_view(&r->room), i == 0,
						    &document->arena, item)) {
			item->state = SULIH_ITEM_TRANSLATED;
			item->rung = i == 0 ? "memory" : "store";
			return true;
		}
	}
	item->target.count = 0;
	return false;
}

static void put_item(struct remembering *r, const struct sulih_document *document,
		     const struct sulih_item *item)
{
	struct sulih_store_key key = sulih_store_item_key(r->inner, &r->options, document, item);
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_store_row row = { .engine = sulih_view_of(r->inner->name),
				       .from_lang = r->options.from_lang,
				       .to_lang = r->options.to_lang,
				       .source = source_of(r, document, item),
				       .made = r->now };

	sulih_buffer_clear(&r->room);
	sulih_buffer_clear(&r->target);
	sulih_store_write_parts(item->target.items, item->target.count, &r->room);
	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_placeholder *p =
			sulih_item_placeholder(item, item->target.items[i].placeholder);

		sulih_buffer_add(&r->target, p == NULL ? item->target.items[i].text
					     : p->kind == SULIH_KIND_QUOTE ? p->source
									   : p->target);
	}
	row.masked = sulih_buffer_view(&r->room);
	row.target = sulih_buffer_view(&r->target);
	start_step(r, KEEPING);
	if (r->room.failed == 0 && r->target.failed == 0 && !r->broken &&
	    r->store->is->put(r->store, &key, &row, &error) != 0)
		break_store(r, &error);
}

void sulih_remembering_done(void *engine, void *ticket)
{
	struct remembering *r = engine;
	struct pending *p = ticket;

	if (p->item->state == SULIH_ITEM_TRANSLATED || p->item->state == SULIH_ITEM_REPAIRED)
		put_item(r, p->document, p->item);
	r->options.on_done(r->options.context, p->ticket);
	p->next_free = r->free_list;
	r->free_list = p;
}

/* Slots are used again; all of them are freed with the engine. */
static struct pending *new_pending(struct remembering *r)
{
	struct pending *p = r->free_list;

	if (p != NULL) {
		r->free_list = p->next_free;
		return p;
	}
	p = calloc(1, sizeof(*p));
	if (p == NULL)
		return NULL;
	p->next_all = r->all;
	r->all = p;
	return p;
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct remembering *r = (struct remembering *)engine;
	struct pending *p;

	if (++r->finds >= MOST_FINDS)
		settle(r);
	if (item->state == SULIH_ITEM_NEW && remembered(r, document, item)) {
		r->face.counts.remembered++;
		r->options.on_done(r->options.context, ticket);
		return 0;
	}
	p = new_pending(r);
	if (p == NULL)
		return sulih_fail_memory(error);
	p->document = document;
	p->item = item;
	p->ticket = ticket;
	return r->inner->submit(r->inner, document, item, p, error);
}

static void copy_counts(struct remembering *r)
{
	size_t kept = r->face.counts.remembered;

	r->face.counts = r->inner->counts;
	r->face.counts.remembered = kept;
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	struct remembering *r = (struct remembering *)engine;
	int status;

	settle(r);
	status = r->inner->run(r->inner, idle, error);
	settle(r);
	copy_counts(r);
	return status;
}

static size_t appetite(const struct sulih_engine *engine)
{
	const struct remembering *r = (const struct remembering *)engine;

	return r->inner->appetite(r->inner);
}

static void free_engine(struct sulih_engine *engine)
{
	struct remembering *r = (struct remembering *)engine;

	if (r->store != NULL)
		settle(r);
	if (r->inner != NULL)
		r->inner->free(r->inner);
	while (r->all != NULL) {
		struct pending *next = r->all->next_all;

		free(r->all);
		r->all = next;
	}
	sulih_buffer_release(&r->room);
	sulih_buffer_release(&r->target);
	if (r->store != NULL)
		r->store->is->close(r->store);
	free(r);
}

struct sulih_engine *sulih_remembering_engine_new(struct sulih_store *store,
						  const struct sulih_engine_options *options,
						  const char *name, long long now)
{
	struct remembering *r = calloc(1, sizeof(*r));

	if (r == NULL)
		return NULL;
	r->face = (struct sulih_engine){ .name = name,
					 .submit = submit,
					 .run = run,
					 .appetite = appetite,
					 .free = free_engine };
	r->store = store;
	r->options = *options;
	r->now = now;
	return &r->face;
}

void sulih_remembering_engine_attach(struct sulih_engine *engine, struct sulih_engine *inner)
{
	struct remembering *r = (struct remembering *)engine;

	r->inner = inner;
	r->face.name = inner->name;
}
