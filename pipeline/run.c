/*
 * The loop around the stage table: documents in, documents out, in order.
 *
 * Translating is waiting, and one engine keeps many requests under way over the
 * documents in flight.  What comes before it (normalize … protect) and after it
 * (reassemble) is work for processors: a crew of threads does it beside the
 * caller's thread, which reads, turns the engine and writes.  Slots form a ring,
 * so that documents leave in the order in which they came.
 */
#include <stdlib.h>

#include "pipeline/crew.h"
#include "pipeline/pipeline.h"
#include "pipeline/protect/names/carry.h"

enum slot_state {
	FREE,
	ENTERING,  /* given to the crew to be prepared */
	SUBMITTED, /* its items are with the engine */
	LEAVING,   /* given to the crew to be finished */
	READY	   /* to be finished and written here */
};

struct slot {
	struct sulih_task task; /* first */
	struct sulih_pipeline *pipeline;
	struct sulih_document *document;
	enum slot_state state;
	size_t bytes;		   /* of the document as it came */
	size_t open_items;	   /* submitted, not yet back */
	struct slot *next_back;	   /* in the row of those whose items are all back */
	struct sulih_carry *carry; /* of a document in stretches; else NULL */
	size_t stretch;
	int status;
	struct sulih_error error;
};

/* A document may be one sentence, and a wide window wants hundreds under way: where an
 * engine works the bytes held are what is limited, not the documents. */
enum { SLOTS_OF_ENGINE = 2048, SLOTS_A_THREAD = 64 };
enum { READ_AHEAD = 128, MOST_BYTES = 16 << 20 };
/* To wake a thread takes as long as to put some sentences together. */
enum { WORTH_A_THREAD = 8 };

struct sulih_pipeline {
	struct sulih_pipeline_options options;
	struct sulih_flow flow;
	struct sulih_engine *engine;
	struct sulih_crew *crew;
	struct slot *slots;
	size_t slot_count;
	size_t head, fed, tail; /* counts of documents written, passed on and read, in order */
	size_t open_items, bytes;
	bool ended;
	bool filling;			  /* reading until there is enough ahead again */
	struct slot *back, **last;	  /* whose items are all back */
	struct sulih_word_memory *memory; /* of the calling thread; NULL: none */
	struct sulih_carry *carry; /* of the document that was read last; NULL: it is whole */
	size_t stretches;	   /* of it, read so far */
};

struct sulih_pipeline *sulih_pipeline_new(const struct sulih_pipeline_options *options,
					  const struct sulih_flow *flow)
{
	struct sulih_pipeline *p = calloc(1, sizeof(*p));

	if (p == NULL)
		return NULL;
	p->options = *options;
	p->flow = *flow;
	p->last = &p->back;
	p->slot_count = flow->threads > 0 ? flow->threads * SLOTS_A_THREAD : 1;
	if (options->until >= SULIH_PHASE_TRANSLATE)
		p->slot_count = SLOTS_OF_ENGINE;
	p->slots = calloc(p->slot_count, sizeof(*p->slots));
	p->crew = sulih_crew_new(flow->threads);
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

static struct slot *slot_at(struct sulih_pipeline *p, size_t number)
{
	return &p->slots[number % p->slot_count];
}

/* A stretch of a document waits for those before it: they were begun before. */
static void prepare(struct sulih_task *task, struct sulih_word_memory *memory)
{
	struct slot *slot = (struct slot *)task;
	struct sulih_pipeline_options options = slot->pipeline->options;
	enum sulih_phase to =
		options.until < SULIH_PHASE_PROTECT ? options.until : SULIH_PHASE_PROTECT;

	options.protect.memory = memory;
	options.protect.carry = slot->carry;
	options.protect.stretch = slot->stretch;
	slot->status =
		sulih_run_stages(slot->document, &options, SULIH_PHASE_NORMALIZE, to, &slot->error);
	/* a stretch that was refused has handed on nothing, but the next must not wait for it */
	sulih_carry_pass(slot->carry, slot->stretch);
}

static void finish(struct sulih_task *task, struct sulih_word_memory *memory)
{
	struct slot *slot = (struct slot *)task;
	const struct sulih_pipeline_options *options = &slot->pipeline->options;

	(void)memory;
	if (slot->status == 0 && options->until >= SULIH_PHASE_TRANSLATE)
		slot->status = sulih_run_stages(slot->document, options, SULIH_PHASE_TRANSLATE,
						options->until, &slot->error);
}

/* Once there is enough, nothing is read until half of it is used up: a thread is woken for many
 * documents, not for each. */
static bool wants_more(struct sulih_pipeline *p, size_t ahead, size_t most)
{
	if (ahead >= most)
		p->filling = false;
	else if (ahead <= most / 2)
		p->filling = true;
	return p->filling;
}

static bool may_read(struct sulih_pipeline *p)
{
	size_t most = sulih_crew_size(p->crew) * SLOTS_A_THREAD;

	size_t bytes = MOST_BYTES * (p->engine == NULL ? 1 + sulih_crew_size(p->crew) : 1);

	if (p->ended || (p->tail > p->head && p->bytes >= bytes))
		return false;
	if (p->engine == NULL)
		return wants_more(p, p->tail - p->head, p->slot_count);
	if (p->tail - p->head >= p->slot_count)
		return false;
	return wants_more(p, p->tail - p->fed, most > READ_AHEAD ? most : READ_AHEAD);
}

/* Stretches of one document share what they learn. */
static int follow_stretches(struct sulih_pipeline *p, const struct sulih_document *document)
{
	if (document->continues) {
		p->stretches++;
		return 0;
	}
	sulih_carry_release(p->carry);
	p->carry = NULL;
	p->stretches = 0;
	if (document->unfinished && p->options.until >= SULIH_PHASE_PROTECT &&
	    (p->carry = sulih_carry_new()) == NULL)
		return SULIH_ERROR_MEMORY;
	return 0;
}

/* Reads documents into free slots.  0, or an error that ends the run. */
static int read_ahead(struct sulih_pipeline *p, struct sulih_error *error)
{
	while (may_read(p)) {
		struct slot *slot = slot_at(p, p->tail);
		struct sulih_document *document = NULL;
		struct sulih_error fault = SULIH_ERROR_INIT;
		int status = p->flow.next(p->flow.context, &document, &fault);

		if (status == SULIH_ERROR_MEMORY)
			return sulih_fail_memory(error);
		if (status != 0) {
			p->flow.failed(p->flow.context, NULL, &fault);
			continue;
		}
		if (document == NULL) {
			p->ended = true;
			break;
		}
		if (follow_stretches(p, document) != 0) {
			sulih_document_free(document);
			return sulih_fail_memory(error);
		}
		*slot = (struct slot){ .task = { .work = prepare },
				       .pipeline = p,
				       .document = document,
				       .carry = sulih_carry_hold(p->carry),
				       .stretch = p->stretches,
				       .state = ENTERING,
				       .bytes = document->input.length };
		p->bytes += slot->bytes;
		sulih_crew_put(p->crew, SULIH_ENTERING, &slot->task);
		if (++p->tail == 2) /* one document alone needs no threads */
			sulih_crew_start(p->crew);
		if (p->engine != NULL && p->open_items > 4 * p->engine->appetite(p->engine))
			break;
	}
	return 0;
}

void sulih_pipeline_done(void *pipeline, void *ticket)
{
	struct sulih_pipeline *p = pipeline;
	struct slot *slot = ticket;

	p->open_items--;
	if (--slot->open_items > 0)
		return;
	*p->last = slot;
	p->last = &slot->next_back;
}

/* Documents whose items are all back leave the engine; not before it has returned, since it
 * may still hold on to them. */
static void take_back(struct sulih_pipeline *p)
{
	struct slot *slot, *next;

	for (slot = p->back; slot != NULL; slot = next) {
		next = slot->next_back;
		slot->next_back = NULL;
		slot->state = READY;
		if (sulih_crew_size(p->crew) == 0 || slot->document->items.count < WORTH_A_THREAD)
			continue;
		slot->state = LEAVING;
		slot->task.work = finish;
		sulih_crew_put(p->crew, SULIH_LEAVING, &slot->task);
	}
	p->back = NULL;
	p->last = &p->back;
}

static int submit(struct sulih_pipeline *p, struct slot *slot, struct sulih_error *error)
{
	struct sulih_document *document = slot->document;

	document->engine = p->engine->name;
	slot->open_items = document->items.count;
	p->open_items += document->items.count;
	slot->state = document->items.count > 0 ? SUBMITTED : READY;
	for (size_t i = 0; i < document->items.count; i++) {
		int status = p->engine->submit(p->engine, document, &document->items.items[i], slot,
					       error);

		if (status != 0)
			return status;
	}
	take_back(p);
	return 0;
}

/* Whether the engine has enough to do for now: then its answers are not to wait for a document
 * that is still being prepared. */
static bool line_is_full(const struct sulih_pipeline *p)
{
	return p->open_items > 0 && p->open_items >= p->engine->appetite(p->engine) / 2;
}

/* Submits documents until the engine has enough to do; of a pipeline without one, passes on one
 * document. */
static int feed(struct sulih_pipeline *p, struct sulih_error *error)
{
	while (p->fed < p->tail) {
		struct slot *slot = slot_at(p, p->fed);
		int status;

		if (p->engine != NULL && p->open_items > p->engine->appetite(p->engine))
			break;
		if (p->engine != NULL && line_is_full(p) &&
		    !sulih_crew_has_done(p->crew, &slot->task))
			break;
		if (p->engine == NULL)
			sulih_crew_help(p->crew, &slot->task, p->memory);
		else
			sulih_crew_finish(p->crew, SULIH_ENTERING, &slot->task, p->memory);
		p->fed++;
		slot->state = READY;
		if (p->engine == NULL)
			break;
		if (slot->status == 0 && (status = submit(p, slot, error)) != 0)
			return status;
	}
	return 0;
}

static int write_slot(struct sulih_pipeline *p, struct slot *slot, struct sulih_error *error)
{
	int status = 0;

	if (slot->status == SULIH_ERROR_MEMORY)
		status = sulih_fail_memory(error);
	else if (slot->status != 0)
		p->flow.failed(p->flow.context, slot->document, &slot->error);
	else
		status = p->flow.write(p->flow.context, slot->document, error);
	sulih_document_free(slot->document);
	sulih_carry_release(slot->carry);
	p->bytes -= slot->bytes;
	*slot = (struct slot){ 0 };
	p->head++;
	return status;
}

/* Writes the documents at the head that are whole. */
static int write_ready(struct sulih_pipeline *p, struct sulih_error *error)
{
	int status = 0;

	while (p->head < p->tail && status == 0) {
		struct slot *slot = slot_at(p, p->head);

		if (slot->state < LEAVING)
			break;
		/* answers are not to wait for a document that is still being finished */
		if (slot->state == LEAVING && p->open_items > 0 &&
		    !sulih_crew_has_done(p->crew, &slot->task))
			break;
		if (slot->state == LEAVING)
			sulih_crew_finish(p->crew, SULIH_LEAVING, &slot->task, p->memory);
		else
			finish(&slot->task, p->memory);
		status = write_slot(p, slot, error);
	}
	return status;
}

int sulih_pipeline_run(struct sulih_pipeline *p, struct sulih_engine *engine,
		       struct sulih_error *error)
{
	int status = 0;
	bool idle;

	p->engine = engine;
	while (status == 0) {
		status = read_ahead(p, error);
		if (status == 0 && p->head == p->tail && p->ended)
			break;
		if (status == 0)
			status = feed(p, error);
		if (status == 0 && engine != NULL && p->open_items > 0)
			status = engine->run(engine, &idle, error);
		take_back(p);
		if (status == 0)
			status = write_ready(p, error);
	}
	sulih_crew_stop(p->crew);
	return status;
}
