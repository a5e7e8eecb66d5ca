/*
 * The loop around the stage table: documents in, documents out, in order.
 *
 * Translating is waiting, and one engine keeps many requests under way over the
 * documents in flight.  What comes before it (normalize … protect) and after it
 * (reassemble) is work for processors: a crew of threads does it beside the
 * caller's thread, which reads, turns the engine and writes.  Slots form a ring,
 * so that documents leave in the order in which they came.
 */
#include "pipeline/run.h"

#include <stdlib.h>

/* A document may be one sentence, and a wide window wants hundreds under way: where an
 * engine works the bytes held are what is limited, not the documents. */
enum { SLOTS_OF_ENGINE = 2048 };
/* To wake a thread takes as long as to put some sentences together. */
enum { WORTH_A_THREAD = 8 };

struct sulih_pipeline *sulih_pipeline_new(const struct sulih_pipeline_options *options,
					  const struct sulih_ends *ends)
{
	struct sulih_pipeline *p = calloc(1, sizeof(*p));

	if (p == NULL)
		return NULL;
	p->options = *options;
	p->ends = *ends;
	p->last = &p->back;
	p->slot_count =
		ends->threads > 0 ? ends->threads * SULIH_SLOTS_A_THREAD : 2 * SULIH_BUNDLE_TASKS;
	if (options->until >= SULIH_PHASE_TRANSLATE)
		p->slot_count = SLOTS_OF_ENGINE;
	p->slots = calloc(p->slot_count, sizeof(*p->slots));
	p->crew = sulih_crew_new(ends->threads, options->until < SULIH_PHASE_TRANSLATE);
	if (p->slots == NULL || p->crew == NULL) {
		sulih_crew_free(p->crew);
		free(p->slots);
		free(p);
		return NULL;
	}
	if (options->until >= SULIH_PHASE_PROTECT)
		p->memory = sulih_word_memory_new();
	return p;
}

void sulih_pipeline_free(struct sulih_pipeline *p)
{
	if (p == NULL)
		return;
	sulih_crew_free(p->crew);
	for (size_t i = 0; i < p->slot_count; i++) {
		sulih_document_free(p->slots[i].document);
		sulih_carry_release(p->slots[i].carry);
	}
	sulih_carry_release(p->carry);
	sulih_word_memory_free(p->memory);
	free(p->slots);
	free(p);
}

struct sulih_slot *sulih_slot_at(struct sulih_pipeline *p, size_t number)
{
	return &p->slots[number % p->slot_count];
}

static void finish(struct sulih_task *task, struct sulih_word_memory *memory)
{
	struct sulih_slot *slot = (struct sulih_slot *)task;
	const struct sulih_pipeline_options *options = &slot->pipeline->options;

	(void)memory;
	if (slot->status == 0 && options->until >= SULIH_PHASE_TRANSLATE)
		slot->status = sulih_run_stages(slot->document, options, SULIH_PHASE_TRANSLATE,
						options->until, &slot->error);
}

void sulih_pipeline_done(void *pipeline, void *ticket)
{
	struct sulih_pipeline *p = pipeline;
	struct sulih_slot *slot = ticket;

	p->open_items--;
	if (--slot->open_items > 0)
		return;
	*p->last = slot;
	p->last = &slot->next_back;
}

/* Documents whose items are all back leave the engine; not before it has returned, since it
 * may still hold on to them. */
void sulih_pipeline_take_back(struct sulih_pipeline *p)
{
	struct sulih_slot *slot, *next;

	for (slot = p->back; slot != NULL; slot = next) {
		next = slot->next_back;
		slot->next_back = NULL;
		slot->state = SULIH_SLOT_READY;
		if (sulih_crew_size(p->crew) == 0 || slot->document->items.count < WORTH_A_THREAD)
			continue;
		slot->state = SULIH_SLOT_LEAVING;
		slot->task.work = finish;
		sulih_crew_put(p->crew, SULIH_LEAVING, &slot->task);
	}
	p->back = NULL;
	p->last = &p->back;
}

static int submit(struct sulih_pipeline *p, struct sulih_slot *slot, struct sulih_error *error)
{
	struct sulih_document *document = slot->document;

	document->engine = p->engine->name;
	slot->open_items = document->items.count;
	p->open_items += document->items.count;
	slot->state = document->items.count > 0 ? SULIH_SLOT_SUBMITTED : SULIH_SLOT_READY;
	for (size_t i = 0; i < document->items.count; i++) {
		int status = p->engine->submit(p->engine, document, &document->items.items[i], slot,
					       error);

		if (status != 0)
			return status;
	}
	sulih_pipeline_take_back(p);
	return 0;
}

/* Whether the engine has enough to do for now: then its answers are not to wait for a document
 * that is still being prepared. */
static bool line_is_full(const struct sulih_pipeline *p)
{
	return p->open_items > 0 && sulih_pipeline_in_line(p) >= p->engine->appetite(p->engine) / 2;
}

/* Submits documents until the engine has enough to do; of a pipeline without one, passes on one
 * document. */
static int feed(struct sulih_pipeline *p, struct sulih_error *error)
{
	while (p->fed < p->tail) {
		struct sulih_slot *slot = sulih_slot_at(p, p->fed);
		int status;

		if (p->engine != NULL && sulih_pipeline_in_line(p) > p->engine->appetite(p->engine))
			break;
		if (p->engine != NULL && line_is_full(p) &&
		    !sulih_crew_has_done(p->crew, &slot->task))
			break;
		if (p->engine == NULL)
			sulih_crew_help(p->crew, &slot->task, p->memory);
		else
			sulih_crew_finish(p->crew, SULIH_ENTERING, &slot->task, p->memory);
		p->fed++;
		slot->state = SULIH_SLOT_READY;
		if (p->engine == NULL)
			break;
		if (slot->status == 0 && (status = submit(p, slot, error)) != 0)
			return status;
	}
	return 0;
}

void sulih_slot_clear(struct sulih_pipeline *p, struct sulih_slot *slot)
{
	sulih_document_free(slot->document);
	sulih_carry_release(slot->carry);
	p->bytes -= slot->task.bytes;
	*slot = (struct sulih_slot){ 0 };
	p->head++;
}

int sulih_slot_finish(struct sulih_pipeline *p, struct sulih_slot *slot, struct sulih_error *error)
{
	int status = 0;

	if (slot->state == SULIH_SLOT_LEAVING)
		sulih_crew_finish(p->crew, SULIH_LEAVING, &slot->task, p->memory);
	else
		finish(&slot->task, p->memory);
	if (slot->status == SULIH_ERROR_MEMORY)
		status = sulih_fail_memory(error);
	else if (slot->status != 0)
		p->ends.failed(p->ends.context, slot->document, &slot->error);
	else
		status = p->ends.write(p->ends.context, slot->document, error);
	sulih_slot_clear(p, slot);
	return status;
}

/* Writes the documents at the head that are whole. */
static int write_ready(struct sulih_pipeline *p, struct sulih_error *error)
{
	int status = 0;

	while (p->head < p->tail && status == 0) {
		struct sulih_slot *slot = sulih_slot_at(p, p->head);

		if (slot->state < SULIH_SLOT_LEAVING)
			break;
		/* answers are not to wait for a document that is still being finished */
		if (slot->state == SULIH_SLOT_LEAVING && p->open_items > 0 &&
		    !sulih_crew_has_done(p->crew, &slot->task))
			break;
		status = sulih_slot_finish(p, slot, error);
	}
	return status;
}

/* Whether the run is at its end: all is written, or it was stopped and nothing is under way. */
static bool is_over(const struct sulih_pipeline *p, bool idle)
{
	if (p->stopped)
		return idle || p->open_items == 0;
	return p->ended && p->head == p->tail;
}

int sulih_pipeline_run(struct sulih_pipeline *p, struct sulih_engine *engine,
		       struct sulih_error *error)
{
	int status = 0;
	bool idle = false;

	p->engine = engine;
	while (status == 0) {
		sulih_pipeline_look(p);
		status = sulih_pipeline_read(p, error);
		sulih_pipeline_look(p);
		if (status != 0 || is_over(p, idle))
			break;
		if (!p->stopped)
			status = feed(p, error);
		if (status == 0 && engine != NULL && p->open_items > 0)
			status = engine->run(engine, &idle, error);
		sulih_pipeline_take_back(p);
		if (status == 0)
			status = write_ready(p, error);
	}
	return sulih_pipeline_rest(p, status, error);
}
