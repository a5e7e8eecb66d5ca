/*
 * An engine around an engine: asks the store first, keeps what the inner one gives.
 */
#include "pipeline/store/remember.h"

#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"

void sulih_remembering_say(const struct sulih_remembering *r, enum sulih_level level,
			   const char *format, ...)
{
	char line[700];
	va_list arguments;

	if (r->options.on_message == NULL)
		return;
	va_start(arguments, format);
	sulih_utf8_print_va(line, sizeof(line), format, arguments);
	va_end(arguments);
	r->options.on_message(r->options.people, level, line);
}

static void free_slot(struct sulih_remembering *r, struct sulih_given_item *one)
{
	one->next = r->free_list;
	r->free_list = one;
}

static void on_done(void *engine, void *ticket)
{
	struct sulih_remembering *r = engine;
	struct sulih_given_item *one = ticket;
	struct sulih_store_key *given_up;

	sulih_given_row_take(&r->company.under_way, one);
	if (one->item->state == SULIH_ITEM_TRANSLATED || one->item->state == SULIH_ITEM_REPAIRED)
		sulih_remembering_put(r, one,
				      sulih_said_of(one->document, one->item, one->diagnostics));
	else if (one->keyed && r->company.telling &&
		 (given_up = SULIH_VECTOR_ADD(&r->company.given_up)) != NULL)
		*given_up = one->key;
	r->options.on_done(r->options.context, one->ticket);
	free_slot(r, one);
}

void sulih_remembering_return(struct sulih_remembering *r, struct sulih_given_item *one)
{
	r->face.counts.remembered++;
	r->options.on_done(r->options.context, one->ticket);
	free_slot(r, one);
}

static struct sulih_given_item *new_slot(struct sulih_remembering *r)
{
	struct sulih_given_item *one = r->free_list;

	if (one == NULL)
		return sulih_arena_alloc(&r->slots, sizeof(*one));
	r->free_list = one->next;
	return one;
}

int sulih_remembering_give(struct sulih_remembering *r, struct sulih_given_item *one,
			   struct sulih_error *error)
{
	sulih_given_row_add(&r->company.under_way, one);
	one->diagnostics = one->document->diagnostics.list.count;
	return r->inner->submit(r->inner, one->document, one->item, one, error);
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct sulih_remembering *r = (struct sulih_remembering *)engine;
	struct sulih_given_item *one = new_slot(r);

	if (one == NULL)
		return sulih_fail_memory(error);
	*one = (struct sulih_given_item){ .document = document, .item = item, .ticket = ticket };
	if (item->state == SULIH_ITEM_NEW) {
		one->keyed = true;
		one->key = sulih_remembering_key(r, document, item);
		if (sulih_remembering_find(r, document, item, &one->key)) {
			sulih_remembering_return(r, one);
			return 0;
		}
		if (sulih_company_takes(r, one))
			return 0;
	}
	return sulih_remembering_give(r, one, error);
}

static void copy_counts(struct sulih_remembering *r)
{
	struct sulih_engine_counts own = r->face.counts;

	r->face.counts = r->inner->counts;
	r->face.counts.remembered = own.remembered;
	r->face.counts.kept = own.kept;
	r->face.counts.unkept = own.unkept;
	r->face.waiting = r->inner->waiting + r->company.awaited.count;
}

/* Nothing but another run is waited for. */
static void pause_for_company(void)
{
	const struct timespec pause = { .tv_nsec = 20000000 };

	nanosleep(&pause, NULL);
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	struct sulih_remembering *r = (struct sulih_remembering *)engine;
	int status;

	sulih_remembering_end_finding(r);
	status = sulih_company_turn(r, error);
	if (status == 0)
		status = r->inner->run(r->inner, idle, error);
	sulih_remembering_keep(r);
	copy_counts(r);
	if (status == 0 && *idle && sulih_company_waits(r)) {
		*idle = false;
		pause_for_company();
	}
	return status;
}

static void stop(struct sulih_engine *engine)
{
	struct sulih_remembering *r = (struct sulih_remembering *)engine;

	r->stopped = true;
	if (r->inner->stop != NULL)
		r->inner->stop(r->inner);
}

static void end(struct sulih_engine *engine)
{
	struct sulih_remembering *r = (struct sulih_remembering *)engine;

	sulih_remembering_end_finding(r);
	sulih_remembering_keep_last(r);
	sulih_company_leave(r);
	copy_counts(r);
}

static size_t appetite(const struct sulih_engine *engine)
{
	const struct sulih_remembering *r = (const struct sulih_remembering *)engine;

	return r->inner->appetite(r->inner);
}

static void free_engine(struct sulih_engine *engine)
{
	struct sulih_remembering *r = (struct sulih_remembering *)engine;

	sulih_remembering_end_finding(r);
	if (r->inner != NULL)
		r->inner->free(r->inner);
	r->store->is->close(r->store);
	sulih_arena_release(&r->slots);
	sulih_buffer_release(&r->room);
	sulih_buffer_release(&r->said);
	SULIH_VECTOR_RELEASE(&r->waiting);
	SULIH_VECTOR_RELEASE(&r->company.given_up);
	sulih_buffer_release(&r->texts);
	free(r);
}

int sulih_remembering_engine_open(struct sulih_store *store, long long now,
				  const struct sulih_engine_options *options,
				  sulih_engine_maker *make, void *context,
				  struct sulih_engine **engine, struct sulih_error *error)
{
	struct sulih_remembering *r = calloc(1, sizeof(*r));
	struct sulih_engine_options inner = *options;
	int status;

	*engine = NULL;
	if (r == NULL) {
		store->is->close(store);
		return sulih_fail_memory(error);
	}
	r->store = store;
	r->options = *options;
	r->now = now;
	inner.on_done = on_done;
	inner.context = r;
	status = make(context, &inner, &r->inner, error);
	if (status != 0) {
		free_engine(&r->face);
		return status;
	}
	/* an engine that is done at once has nothing under way that others could wait for */
	r->company.barred = store->why_read != NULL || store->is->live == NULL ||
			    r->inner->run == sulih_engine_run_at_once;
	r->face = (struct sulih_engine){ .name = r->inner->name,
					 .fingerprint = r->inner->fingerprint,
					 .uses_context = r->inner->uses_context,
					 .submit = submit,
					 .run = run,
					 .stop = stop,
					 .end = end,
					 .appetite = appetite,
					 .free = free_engine };
	*engine = &r->face;
	return 0;
}
