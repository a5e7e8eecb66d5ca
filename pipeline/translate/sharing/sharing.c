#include "pipeline/translate/sharing/sharing.h"

#include <stdlib.h>

#include "pipeline/translate/said.h"
#include "pipeline/translate/sharing/asked.h"

struct sharing {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_engine_options options; /* on_done and context: the caller's */
	struct sulih_asked_table under_way;
	struct sulih_asked *again,
		**last_again; /* to be asked for, outside of the inner engine's run */
	size_t waiting;	      /* twins that wait for an answer */
	size_t untranslated;  /* given up with another */
	bool stopped, starved;
};

/* Those who wait here, and in the inner engine. */
static void count_waiting(struct sharing *s, size_t come, size_t gone)
{
	s->waiting = s->waiting + come - gone;
	s->face.waiting = s->waiting + s->inner->waiting;
}

static void give_back(struct sharing *s, struct sulih_asked *one)
{
	void *ticket = one->ticket;

	sulih_asked_free(&s->under_way, one);
	s->options.on_done(s->options.context, ticket);
}

/* The first of a row of twins is to be asked for, and the rest wait for it.  Not at once: the inner
 * engine is at work when its items come back. */
static void ask_for_next(struct sharing *s, struct sulih_asked *first)
{
	struct sulih_asked **last = &first->twins;

	first->twins = first->next;
	while (*last != NULL)
		last = &(*last)->next;
	first->last_twin = last;
	first->next = NULL;
	first->again = true;
	count_waiting(s, 0, 1);
	*s->last_again = first;
	s->last_again = &first->next;
}

static bool copy_target(const struct sulih_item *from, struct sulih_asked *twin)
{
	struct sulih_item *to = twin->item;

	to->target.count = 0;
	if (SULIH_VECTOR_RESERVE(&to->target, from->target.count) != 0)
		return false;
	for (size_t i = 0; i < from->target.count; i++) {
		struct sulih_part part = from->target.items[i];

		part.text = sulih_arena_copy(&twin->document->arena, part.text);
		if (part.text.data == NULL)
			return false;
		to->target.items[to->target.count++] = part;
	}
	return true;
}

/* Gives a twin what the item with its words got. */
static bool share_answer(struct sharing *s, const struct sulih_item *from, struct sulih_asked *twin)
{
	bool failed = from->state == SULIH_ITEM_UNTRANSLATED;

	if (failed ? sulih_item_keep_source(twin->item, from->state) != 0
		   : !copy_target(from, twin))
		return false;
	s->untranslated += failed;
	twin->item->state = from->state;
	twin->item->rung = from->rung;
	return true;
}

static void settle_twins(struct sharing *s, struct sulih_asked *one)
{
	const struct sulih_item *item = one->item;
	const struct sulih_said said = sulih_said_of(one->document, item, one->diagnostics);
	struct sulih_asked *next;

	if (item->state == SULIH_ITEM_UNTRANSLATED && !one->again) {
		ask_for_next(s, one->twins);
		return;
	}
	for (struct sulih_asked *twin = one->twins; twin != NULL; twin = next) {
		next = twin->next;
		if (!share_answer(s, item, twin)) {
			s->starved = true;
			return;
		}
		sulih_said_repeat(said, twin->document, twin->item);
		count_waiting(s, 0, 1);
		give_back(s, twin);
	}
}

static void on_done(void *engine, void *ticket)
{
	struct sharing *s = engine;
	struct sulih_asked *one = ticket;

	sulih_asked_take_out(&s->under_way, one);
	if (one->twins != NULL)
		settle_twins(s, one);
	give_back(s, one);
}

static void copy_counts(struct sharing *s)
{
	s->face.counts = s->inner->counts;
	s->face.counts.untranslated += s->untranslated;
	count_waiting(s, 0, 0);
}

static int ask(struct sharing *s, struct sulih_asked *one, struct sulih_error *error)
{
	int status;

	sulih_asked_add(&s->under_way, one);
	one->diagnostics = one->document->diagnostics.list.count;
	status = s->inner->submit(s->inner, one->document, one->item, one, error);
	copy_counts(s);
	return status;
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct sharing *s = (struct sharing *)engine;
	struct sulih_asked *one = sulih_asked_new(&s->under_way), *first = NULL;

	if (one == NULL)
		return sulih_fail_memory(error);
	one->document = document;
	one->item = item;
	one->ticket = ticket;
	/* what holds nothing to translate is never under way */
	if (item->state == SULIH_ITEM_NEW)
		first = sulih_asked_find(&s->under_way, one);
	if (first == NULL)
		return ask(s, one, error);
	*first->last_twin = one;
	first->last_twin = &one->next;
	count_waiting(s, 1, 0);
	return 0;
}

/* Those whose twin was given up; after a stop nothing more is asked for. */
static int ask_again(struct sharing *s, struct sulih_error *error)
{
	int status = 0;

	while (s->again != NULL && !s->stopped && status == 0) {
		struct sulih_asked *one = s->again;

		s->again = one->next;
		if (s->again == NULL)
			s->last_again = &s->again;
		status = ask(s, one, error);
	}
	return status;
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	struct sharing *s = (struct sharing *)engine;
	int status = ask_again(s, error);

	if (status == 0)
		status = s->inner->run(s->inner, idle, error);
	copy_counts(s);
	if (s->again != NULL && !s->stopped)
		*idle = false;
	return status == 0 && s->starved ? sulih_fail_memory(error) : status;
}

static void stop(struct sulih_engine *engine)
{
	struct sharing *s = (struct sharing *)engine;

	s->stopped = true;
	if (s->inner->stop != NULL)
		s->inner->stop(s->inner);
}

static void end(struct sulih_engine *engine)
{
	struct sharing *s = (struct sharing *)engine;

	s->inner->end(s->inner);
	copy_counts(s);
}

static size_t appetite(const struct sulih_engine *engine)
{
	const struct sharing *s = (const struct sharing *)engine;

	return s->inner->appetite(s->inner);
}

static void free_engine(struct sulih_engine *engine)
{
	struct sharing *s = (struct sharing *)engine;

	if (s->inner != NULL)
		s->inner->free(s->inner);
	sulih_asked_table_release(&s->under_way);
	free(s);
}

int sulih_sharing_engine_open(const struct sulih_engine_options *options, sulih_engine_maker *make,
			      void *context, struct sulih_engine **engine,
			      struct sulih_error *error)
{
	struct sharing *s = calloc(1, sizeof(*s));
	struct sulih_engine_options inner = *options;
	int status = s != NULL ? 0 : sulih_fail_memory(error);

	*engine = NULL;
	if (status != 0)
		return status;
	s->options = *options;
	s->last_again = &s->again;
	inner.on_done = on_done;
	inner.context = s;
	status = sulih_asked_table_init(&s->under_way, error);
	if (status == 0)
		status = make(context, &inner, &s->inner, error);
	if (status != 0) {
		free_engine(&s->face);
		return status;
	}
	s->under_way.by_context = s->inner->uses_context;
	s->face = (struct sulih_engine){ .name = s->inner->name,
					 .fingerprint = s->inner->fingerprint,
					 .uses_context = s->inner->uses_context,
					 .submit = submit,
					 .run = run,
					 .stop = stop,
					 .end = s->inner->end != NULL ? end : NULL,
					 .appetite = appetite,
					 .free = free_engine };
	*engine = &s->face;
	return 0;
}
