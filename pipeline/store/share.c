#include "pipeline/store/share.h"

#include <stdlib.h>

enum { FIRST_BUCKETS = 256 };

/* An item that was submitted and has not come back. */
struct asked {
	struct asked *next; /* in its bucket, its row or the free list */
	struct sulih_store_key key;
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	struct asked *twins, **last_twin; /* those who wait for its answer, as they came */
	size_t diagnostics;		  /* of the document, when it was asked for */
	bool again;			  /* after one with the same words was given up */
};

struct sharing {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_engine_options options; /* on_done and context: the caller's */
	struct asked **buckets;		     /* what is under way, by key */
	size_t bucket_count, count;
	struct asked *again, **last_again; /* to be asked for, outside of the inner engine's run */
	struct sulih_arena slots;
	struct asked *free_list;
	struct sulih_buffer room;
	size_t untranslated; /* given up with another */
	bool stopped, starved;
};

/* ---- what is under way -------------------------------------------------------------- */

static struct asked **bucket_of(const struct sharing *s, const struct sulih_store_key *key)
{
	uint64_t hash;

	memcpy(&hash, key->bytes, sizeof(hash));
	return &s->buckets[hash % s->bucket_count];
}

/* Without memory the chains get longer, nothing else. */
static void grow(struct sharing *s)
{
	size_t old_count = s->bucket_count;
	struct asked **old = s->buckets, **new = calloc(2 * old_count, sizeof(*new));

	if (new == NULL)
		return;
	s->buckets = new;
	s->bucket_count = 2 * old_count;
	for (size_t i = 0; i < old_count; i++) {
		for (struct asked *one = old[i], *next; one != NULL; one = next) {
			struct asked **bucket = bucket_of(s, &one->key);

			next = one->next;
			one->next = *bucket;
			*bucket = one;
		}
	}
	free(old);
}

static void add(struct sharing *s, struct asked *one)
{
	struct asked **bucket;

	if (s->count >= s->bucket_count)
		grow(s);
	bucket = bucket_of(s, &one->key);
	one->next = *bucket;
	*bucket = one;
	s->count++;
}

static void take_out(struct sharing *s, struct asked *one)
{
	struct asked **place = bucket_of(s, &one->key);

	while (*place != one)
		place = &(*place)->next;
	*place = one->next;
	s->count--;
}

/* The key leaves out how the words stood before they were made fit to be sent (a headline in
 * capitals), by which an imported translation is found: so they are compared too. */
static struct asked *find(const struct sharing *s, const struct asked *like)
{
	struct asked *one = *bucket_of(s, &like->key);

	while (one != NULL &&
	       (memcmp(&one->key, &like->key, sizeof(one->key)) != 0 ||
		!sulih_view_equal(sulih_store_item_text(one->document, one->item),
				  sulih_store_item_text(like->document, like->item))))
		one = one->next;
	return one;
}

static struct asked *new_slot(struct sharing *s)
{
	struct asked *one = s->free_list;

	if (one == NULL)
		return sulih_arena_alloc(&s->slots, sizeof(*one));
	s->free_list = one->next;
	return one;
}

/* ---- what comes back ---------------------------------------------------------------- */

static void give_back(struct sharing *s, struct asked *one)
{
	void *ticket = one->ticket;

	one->next = s->free_list;
	s->free_list = one;
	s->options.on_done(s->options.context, ticket);
}

/* What the engine has said of an item: of its document, diagnostics from `first` up to `end`. */
struct said {
	const struct sulih_diagnostics *of;
	size_t first, end;
};

/* An item that comes back now is the one of which something was said last. */
static struct said said_of(const struct asked *one)
{
	struct said said = { .of = &one->document->diagnostics };
	struct sulih_span span = sulih_document_source_span(one->document, one->item->span);

	said.end = said.first = said.of->list.count;
	while (said.first > one->diagnostics &&
	       said.of->list.items[said.first - 1].span.start == span.start &&
	       said.of->list.items[said.first - 1].span.end == span.end)
		said.first--;
	return said;
}

/* It goes for the same words at another place too, which may be one of the same document. */
static void repeat(struct said said, struct asked *twin)
{
	struct sulih_span span = sulih_document_source_span(twin->document, twin->item->span);

	for (size_t i = said.first; i < said.end; i++) {
		const struct sulih_diagnostic one = said.of->list.items[i];

		sulih_diagnose(&twin->document->diagnostics, one.id, span, "%.*s",
			       SULIH_VIEW_ARGS(one.message));
	}
}

/* The first of a row of twins is to be asked for, and the rest wait for it.  Not at once: the inner
 * engine is at work when its items come back. */
static void ask_for_next(struct sharing *s, struct asked *first)
{
	struct asked **last = &first->twins;

	first->twins = first->next;
	while (*last != NULL)
		last = &(*last)->next;
	first->last_twin = last;
	first->next = NULL;
	first->again = true;
	s->face.waiting--;
	*s->last_again = first;
	s->last_again = &first->next;
}

/* Gives a twin what the item with its words got; `s->room` has that one's target. */
static bool share_answer(struct sharing *s, const struct sulih_item *from, struct asked *twin)
{
	struct sulih_item *to = twin->item;

	if (from->state == SULIH_ITEM_UNTRANSLATED) {
		if (sulih_item_keep_source(to, SULIH_ITEM_UNTRANSLATED) != 0)
			return false;
		s->untranslated++;
	} else if (s->room.failed || !sulih_store_read_parts(sulih_buffer_view(&s->room), false,
							     &twin->document->arena, to)) {
		return false;
	}
	to->state = from->state;
	to->rung = from->rung;
	return true;
}

static void settle_twins(struct sharing *s, struct asked *one)
{
	const struct sulih_item *item = one->item;
	const struct said said = said_of(one);
	struct asked *next;

	if (item->state == SULIH_ITEM_UNTRANSLATED && !one->again) {
		ask_for_next(s, one->twins);
		return;
	}
	sulih_buffer_clear(&s->room);
	sulih_store_write_parts(item->target.items, item->target.count, &s->room);
	for (struct asked *twin = one->twins; twin != NULL; twin = next) {
		next = twin->next;
		if (!share_answer(s, item, twin)) {
			s->starved = true;
			return;
		}
		repeat(said, twin);
		s->face.waiting--;
		give_back(s, twin);
	}
}

static void on_done(void *engine, void *ticket)
{
	struct sharing *s = engine;
	struct asked *one = ticket;

	take_out(s, one);
	if (one->twins != NULL)
		settle_twins(s, one);
	give_back(s, one);
}

/* ---- the engine --------------------------------------------------------------------- */

static void copy_counts(struct sharing *s)
{
	s->face.counts = s->inner->counts;
	s->face.counts.untranslated += s->untranslated;
}

static int ask(struct sharing *s, struct asked *one, struct sulih_error *error)
{
	int status;

	add(s, one);
	one->diagnostics = one->document->diagnostics.list.count;
	status = s->inner->submit(s->inner, one->document, one->item, one, error);
	copy_counts(s);
	return status;
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct sharing *s = (struct sharing *)engine;
	struct asked *one = new_slot(s), *first;

	if (one == NULL)
		return sulih_fail_memory(error);
	*one = (struct asked){
		.key = sulih_store_item_key(s->inner, &s->options, document, item),
		.document = document,
		.item = item,
		.ticket = ticket,
		.last_twin = &one->twins,
	};
	first = find(s, one);
	if (first == NULL)
		return ask(s, one, error);
	*first->last_twin = one;
	first->last_twin = &one->next;
	s->face.waiting++;
	return 0;
}

/* Those whose twin was given up; after a stop nothing more is asked for. */
static int ask_again(struct sharing *s, struct sulih_error *error)
{
	int status = 0;

	while (s->again != NULL && !s->stopped && status == 0) {
		struct asked *one = s->again;

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
	sulih_arena_release(&s->slots);
	free(s->buckets);
	sulih_buffer_release(&s->room);
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
	s->bucket_count = FIRST_BUCKETS;
	s->buckets = calloc(s->bucket_count, sizeof(struct asked *));
	inner.on_done = on_done;
	inner.context = s;
	status = s->buckets != NULL ? make(context, &inner, &s->inner, error)
				    : sulih_fail_memory(error);
	if (status != 0) {
		free_engine(&s->face);
		return status;
	}
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
