/*
 * The loop around the stage table: documents in, documents out, in order.
 *
 * Preparing (normalize … protect) is work for processors and may run on several
 * threads; translating is waiting, and one engine keeps many requests under way
 * over the documents in flight.  Slots form a ring, so that documents leave in
 * the order in which they came.
 */
#include <pthread.h>
#include <stdlib.h>

#include "pipeline/pipeline.h"
#include "pipeline/protect/names/carry.h"
#include "pipeline/protect/names/memory.h"

enum slot_state { FREE, WAITING, PREPARING, PREPARED, SUBMITTED, READY };

struct slot {
	struct sulih_pipeline *pipeline;
	struct sulih_document *document;
	enum slot_state state;
	size_t bytes;		   /* of the document as it came */
	size_t open_items;	   /* submitted, not yet back */
	struct sulih_carry *carry; /* of a document in stretches; else NULL */
	size_t stretch;
	int status;
	struct sulih_error error;
};

/* A document may be one sentence, and a wide window wants hundreds under way: where an
 * engine works the bytes held are what is limited, not the documents. */
enum { SLOTS_OF_ENGINE = 2048, SLOTS_A_THREAD = 16, MOST_THREADS = 64 };
enum { READ_AHEAD = 128, MOST_BYTES = 16 << 20 };

struct sulih_pipeline {
	struct sulih_pipeline_options options;
	struct sulih_flow flow;
	struct sulih_engine *engine;
	struct slot *slots;
	size_t slot_count;
	size_t head, fed, tail; /* counts of documents written, passed on and read, in order */
	size_t open_items, bytes;
	bool ended;
	struct sulih_word_memory *memory; /* of the calling thread; NULL: none */
	struct sulih_carry *carry; /* of the document that was read last; NULL: it is whole */
	size_t stretches;	   /* of it, read so far */
	/* threads */
	pthread_mutex_t lock;
	pthread_cond_t work, prepared;
	pthread_t threads[MOST_THREADS];
	unsigned running;
	bool stop;
};

struct sulih_pipeline *sulih_pipeline_new(const struct sulih_pipeline_options *options,
					  const struct sulih_flow *flow)
{
	struct sulih_pipeline *p = calloc(1, sizeof(*p));

	if (p == NULL)
		return NULL;
	p->options = *options;
	p->flow = *flow;
	p->slot_count = flow->threads > 1 ? flow->threads * SLOTS_A_THREAD : 1;
	if (options->until >= SULIH_PHASE_TRANSLATE)
		p->slot_count = SLOTS_OF_ENGINE;
	p->slots = calloc(p->slot_count, sizeof(*p->slots));
	if (p->slots == NULL) {
		free(p);
		return NULL;
	}
	if (options->until >= SULIH_PHASE_PROTECT)
		p->memory = sulih_word_memory_new();
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->work, NULL);
	pthread_cond_init(&p->prepared, NULL);
	return p;
}

void sulih_pipeline_free(struct sulih_pipeline *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->slot_count; i++) {
		sulih_document_free(p->slots[i].document);
		sulih_carry_release(p->slots[i].carry);
	}
	sulih_carry_release(p->carry);
	pthread_cond_destroy(&p->prepared);
	pthread_cond_destroy(&p->work);
	pthread_mutex_destroy(&p->lock);
	sulih_word_memory_free(p->memory);
	free(p->slots);
	free(p);
}

static struct slot *slot_at(struct sulih_pipeline *p, size_t number)
{
	return &p->slots[number % p->slot_count];
}

/* `memory` is the calling thread's. */
static void prepare(struct sulih_pipeline *p, struct slot *slot, struct sulih_word_memory *memory)
{
	struct sulih_pipeline_options options = p->options;
	enum sulih_phase to =
		p->options.until < SULIH_PHASE_PROTECT ? p->options.until : SULIH_PHASE_PROTECT;

	options.protect.memory = memory;
	options.protect.carry = slot->carry;
	options.protect.stretch = slot->stretch;
	slot->status =
		sulih_run_stages(slot->document, &options, SULIH_PHASE_NORMALIZE, to, &slot->error);
	/* a stretch that was refused has handed on nothing, but the next must not wait for it */
	sulih_carry_pass(slot->carry, slot->stretch);
}

/* The earliest: a stretch of a document waits for those before it, so they must be under way. */
static struct slot *first_waiting(struct sulih_pipeline *p)
{
	for (size_t n = p->fed; n < p->tail; n++)
		if (slot_at(p, n)->state == WAITING)
			return slot_at(p, n);
	return NULL;
}

static void *worker(void *context)
{
	struct sulih_pipeline *p = context;
	/* without a memory the work is slower, nothing else */
	struct sulih_word_memory *memory = sulih_word_memory_new();
	struct slot *slot;

	pthread_mutex_lock(&p->lock);
	while (!p->stop) {
		slot = first_waiting(p);
		if (slot == NULL) {
			pthread_cond_wait(&p->work, &p->lock);
			continue;
		}
		slot->state = PREPARING;
		pthread_mutex_unlock(&p->lock);
		prepare(p, slot, memory);
		pthread_mutex_lock(&p->lock);
		slot->state = PREPARED;
		pthread_cond_signal(&p->prepared);
	}
	pthread_mutex_unlock(&p->lock);
	sulih_word_memory_free(memory);
	return NULL;
}

/* Threads start with the second document: one alone needs none. */
static void start_threads(struct sulih_pipeline *p)
{
	unsigned wanted = p->flow.threads < MOST_THREADS ? p->flow.threads : MOST_THREADS;

	if (wanted < 2)
		return;
	while (p->running < wanted && pthread_create(&p->threads[p->running], NULL, worker, p) == 0)
		p->running++;
}

static void stop_threads(struct sulih_pipeline *p)
{
	pthread_mutex_lock(&p->lock);
	p->stop = true;
	pthread_cond_broadcast(&p->work);
	pthread_mutex_unlock(&p->lock);
	for (unsigned i = 0; i < p->running; i++)
		pthread_join(p->threads[i], NULL);
	p->running = 0;
}

static bool may_read(const struct sulih_pipeline *p)
{
	if (p->ended || p->tail - p->head >= p->slot_count)
		return false;
	if (p->engine == NULL)
		return true;
	if (p->tail > p->head && p->bytes >= MOST_BYTES)
		return false;
	return p->tail - p->fed < READ_AHEAD || p->tail - p->fed < p->running * SLOTS_A_THREAD;
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
		pthread_mutex_lock(&p->lock);
		*slot = (struct slot){ .pipeline = p,
				       .document = document,
				       .carry = sulih_carry_hold(p->carry),
				       .stretch = p->stretches,
				       .state = WAITING,
				       .bytes = document->input.length };
		p->bytes += slot->bytes;
		p->tail++;
		pthread_cond_signal(&p->work);
		pthread_mutex_unlock(&p->lock);
		if (p->running == 0 && p->tail > 1)
			start_threads(p);
		if (p->engine != NULL && p->open_items > 4 * p->engine->appetite(p->engine))
			break;
	}
	return 0;
}

/* Waits until the slot is prepared, or prepares it here. */
static void make_prepared(struct sulih_pipeline *p, struct slot *slot)
{
	pthread_mutex_lock(&p->lock);
	if (slot->state == WAITING) {
		slot->state = PREPARING;
		pthread_mutex_unlock(&p->lock);
		prepare(p, slot, p->memory);
		pthread_mutex_lock(&p->lock);
		slot->state = PREPARED;
	}
	while (slot->state == PREPARING)
		pthread_cond_wait(&p->prepared, &p->lock);
	pthread_mutex_unlock(&p->lock);
}

/* Workers look at the states of all slots: outside of the lock nobody does. */
static enum slot_state state_of(struct sulih_pipeline *p, const struct slot *slot)
{
	enum slot_state state;

	pthread_mutex_lock(&p->lock);
	state = slot->state;
	pthread_mutex_unlock(&p->lock);
	return state;
}

static void set_state(struct sulih_pipeline *p, struct slot *slot, enum slot_state state)
{
	pthread_mutex_lock(&p->lock);
	slot->state = state;
	pthread_mutex_unlock(&p->lock);
}

void sulih_pipeline_done(void *pipeline, void *ticket)
{
	struct sulih_pipeline *p = pipeline;
	struct slot *slot = ticket;

	p->open_items--;
	slot->open_items--;
}

static int submit(struct sulih_pipeline *p, struct slot *slot, struct sulih_error *error)
{
	struct sulih_document *document = slot->document;

	document->engine = p->engine->name;
	slot->open_items = document->items.count;
	p->open_items += document->items.count;
	set_state(p, slot, SUBMITTED);
	for (size_t i = 0; i < document->items.count; i++) {
		int status = p->engine->submit(p->engine, document, &document->items.items[i], slot,
					       error);

		if (status != 0)
			return status;
	}
	return 0;
}

/* Prepares and submits documents until the engine has enough to do. */
static int feed(struct sulih_pipeline *p, struct sulih_error *error)
{
	while (p->fed < p->tail) {
		struct slot *slot = slot_at(p, p->fed);
		int status;

		if (p->engine != NULL && p->open_items > p->engine->appetite(p->engine))
			break;
		make_prepared(p, slot);
		pthread_mutex_lock(&p->lock);
		p->fed++;
		pthread_mutex_unlock(&p->lock);
		if (p->engine == NULL || slot->status != 0) {
			set_state(p, slot, READY);
			if (p->engine == NULL)
				break;
			continue;
		}
		status = submit(p, slot, error);
		if (status != 0)
			return status;
	}
	return 0;
}

/* Writes the documents at the head that are whole. */
static int write_ready(struct sulih_pipeline *p, struct sulih_error *error)
{
	int status = 0;

	while (p->head < p->tail && status == 0) {
		struct slot *slot = slot_at(p, p->head);

		if (state_of(p, slot) < SUBMITTED || slot->open_items > 0)
			break;
		if (slot->status == 0 && p->options.until >= SULIH_PHASE_TRANSLATE)
			slot->status =
				sulih_run_stages(slot->document, &p->options, SULIH_PHASE_TRANSLATE,
						 p->options.until, &slot->error);
		if (slot->status == SULIH_ERROR_MEMORY)
			status = sulih_fail_memory(error);
		else if (slot->status != 0)
			p->flow.failed(p->flow.context, slot->document, &slot->error);
		else
			status = p->flow.write(p->flow.context, slot->document, error);
		sulih_document_free(slot->document);
		sulih_carry_release(slot->carry);
		p->bytes -= slot->bytes;
		pthread_mutex_lock(&p->lock);
		*slot = (struct slot){ 0 };
		p->head++;
		pthread_mutex_unlock(&p->lock);
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
		if (status == 0)
			status = write_ready(p, error);
	}
	stop_threads(p);
	return status;
}
