/*
 * An engine around an engine: asks the store first, keeps what the inner one gives.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "pipeline/protect/mask.h"
#include "pipeline/store/store.h"

struct pending {
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	struct pending *next_free, *next_all;
};

/* A step of finding that is not committed yet lasts for so many finds at most; none is open while
 * the network is waited for. */
enum { MOST_FINDS = 128 };
/* A store that does not take what it is given is tried again; how long to wait for its lock
 * while answers come in, and how much may wait in memory. */
enum { TRY_AGAIN_MS = 5000, LOCK_MS = 200, MOST_WAITING = 64 << 20 };

/* An answer that is to be kept; its texts stand one behind the other in `texts`. */
struct waiting {
	struct sulih_store_key key;
	size_t source, target, masked; /* their lengths */
};

struct remembering {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_store *store;
	struct sulih_engine_options options; /* on_done and context: the pipeline's */
	long long now;
	bool finding;	/* a step of finding is open */
	unsigned finds; /* in this step */
	bool blind;	/* finding failed: said, and not done any more */
	SULIH_VECTOR(struct waiting) waiting;
	struct sulih_buffer texts;
	bool troubled;	  /* the last try to keep failed */
	bool told;	  /* and that was said */
	long long try_at; /* when troubled: when to try again, in milliseconds */
	struct pending *free_list, *all;
	struct sulih_buffer room;
};

static void say(const struct remembering *r, enum sulih_level level, const char *format, ...)
	SULIH_PRINTF(3, 4);
static void say(const struct remembering *r, enum sulih_level level, const char *format, ...)
{
	char line[700];
	va_list arguments;

	if (r->options.on_message == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	r->options.on_message(r->options.context, level, line);
}

static long long milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void go_blind(struct remembering *r, const struct sulih_error *error)
{
	if (!r->blind)
		say(r, SULIH_WARNING, "%s; this run goes on without looking there", error->message);
	r->blind = true;
}

/* ---- finding --------------------------------------------------------------------- */

static void end_finding(struct remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	r->finds = 0;
	if (!r->finding)
		return;
	r->finding = false;
	/* what was found was found: only the marks of its use may be lost, on a full disk */
	if (r->store->is->commit(r->store, &error) != 0)
		r->store->is->give_up(r->store);
}

static void begin_finding(struct remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (r->finding || r->blind)
		return;
	if (r->store->is->begin_finding(r->store, &error) != 0)
		go_blind(r, &error);
	else
		r->finding = true;
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

	begin_finding(r);
	for (int i = 0; i < 2 && !r->blind; i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		bool found = false;

		sulih_buffer_clear(&r->room);
		if (r->store->is->find(r->store, &keys[i], &r->room, &found, &error) != 0) {
			go_blind(r, &error);
			break;
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

/* ---- keeping --------------------------------------------------------------------- */

static int put_waiting(struct remembering *r, struct sulih_error *error)
{
	const char *text = sulih_buffer_view(&r->texts).data;
	int status = 0;

	for (size_t i = 0; i < r->waiting.count && status == 0; i++) {
		const struct waiting *one = &r->waiting.items[i];
		const char *target = text + one->source, *masked = target + one->target;
		const struct sulih_store_row row = {
			.engine = sulih_view_of(r->inner->name),
			.from_lang = r->options.from_lang,
			.to_lang = r->options.to_lang,
			.source = sulih_view_make(text, one->source),
			.target = sulih_view_make(target, one->target),
			.masked = sulih_view_make(masked, one->masked),
			.made = r->now,
		};

		status = r->store->is->put(r->store, &one->key, &row, error);
		text = masked + one->masked;
	}
	return status;
}

/* Puts what waits into the store, all in one step: a step a row would take longer than all else
 * that is done for an answer.  What the store does not take goes on waiting. */
static void keep(struct remembering *r, int lock_ms, struct sulih_error *error)
{
	int status;

	if (r->waiting.count == 0)
		return;
	end_finding(r);
	status = r->store->is->begin(r->store, lock_ms, error);
	if (status == 0)
		status = put_waiting(r, error);
	if (status == 0)
		status = r->store->is->commit(r->store, error);
	r->troubled = status != 0;
	if (r->troubled) {
		r->store->is->give_up(r->store);
		r->try_at = milliseconds() + TRY_AGAIN_MS;
		return;
	}
	r->face.counts.kept += r->waiting.count;
	r->waiting.count = 0;
	sulih_buffer_clear(&r->texts);
}

static void keep_now(struct remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (r->troubled && milliseconds() < r->try_at)
		return;
	keep(r, LOCK_MS, &error);
	if (r->troubled && !r->told)
		say(r, SULIH_WARNING, "%s; answers wait in memory until it takes them",
		    error.message);
	r->told = r->told || r->troubled;
}

/* The answer as it is printed: with the words of its placeholders. */
static void write_target(const struct sulih_item *item, struct sulih_buffer *out)
{
	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_placeholder *p =
			sulih_item_placeholder(item, item->target.items[i].placeholder);

		sulih_buffer_add(out, p == NULL			    ? item->target.items[i].text
				      : p->kind == SULIH_KIND_QUOTE ? p->source
								    : p->target);
	}
}

/* The document may be gone when the store takes it: so its texts are copied. */
static void put_item(struct remembering *r, const struct sulih_document *document,
		     const struct sulih_item *item)
{
	struct waiting *one = NULL;
	struct sulih_buffer *texts = &r->texts;
	size_t before = texts->length, source, target;

	if (r->store->why_read == NULL && before < MOST_WAITING)
		one = SULIH_VECTOR_ADD(&r->waiting);
	if (one == NULL) {
		r->face.counts.unkept++;
		return;
	}
	sulih_buffer_add(texts, source_of(r, document, item));
	source = texts->length;
	write_target(item, texts);
	target = texts->length;
	sulih_store_write_parts(item->target.items, item->target.count, texts);
	*one = (struct waiting){
		.key = sulih_store_item_key(r->inner, &r->options, document, item),
		.source = source - before,
		.target = target - source,
		.masked = texts->length - target,
	};
	if (texts->failed == 0)
		return;
	/* out of memory: what waits is lost, and counted */
	r->face.counts.unkept += r->waiting.count;
	r->waiting.count = 0;
	sulih_buffer_release(texts);
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
		end_finding(r);
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
	struct sulih_engine_counts own = r->face.counts;

	r->face.counts = r->inner->counts;
	r->face.counts.remembered = own.remembered;
	r->face.counts.kept = own.kept;
	r->face.counts.unkept = own.unkept;
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	struct remembering *r = (struct remembering *)engine;
	int status;

	end_finding(r);
	status = r->inner->run(r->inner, idle, error);
	keep_now(r);
	copy_counts(r);
	return status;
}

static void stop(struct sulih_engine *engine)
{
	struct remembering *r = (struct remembering *)engine;

	if (r->inner->stop != NULL)
		r->inner->stop(r->inner);
}

static void end(struct sulih_engine *engine)
{
	struct remembering *r = (struct remembering *)engine;
	struct sulih_error error = SULIH_ERROR_INIT;

	end_finding(r);
	keep(r, SULIH_STORE_PATIENCE_MS, &error);
	if (r->troubled)
		say(r, SULIH_WARNING, "%s", error.message);
	r->face.counts.unkept += r->waiting.count;
	r->waiting.count = 0;
	copy_counts(r);
	if (r->face.counts.unkept > 0)
		say(r, SULIH_WARNING,
		    "%zu answers could not be kept; the next run asks for them again",
		    r->face.counts.unkept);
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
		end_finding(r);
	if (r->inner != NULL)
		r->inner->free(r->inner);
	while (r->all != NULL) {
		struct pending *next = r->all->next_all;

		free(r->all);
		r->all = next;
	}
	sulih_buffer_release(&r->room);
	SULIH_VECTOR_RELEASE(&r->waiting);
	sulih_buffer_release(&r->texts);
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
					 .stop = stop,
					 .end = end,
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
