/* Reading ahead: documents into slots, and stretches of one document after the other. */
#include "pipeline/run.h"

enum { READ_AHEAD = 128, MOST_BYTES = 16 << 20 };

static void run_phase(struct sulih_slot *slot, enum sulih_phase phase,
		      struct sulih_word_memory *memory)
{
	struct sulih_pipeline_options options = slot->pipeline->options;

	options.protect.memory = memory;
	options.protect.carry = slot->carry;
	options.protect.stretch = slot->stretch;
	slot->status = sulih_run_stages(slot->document, &options, phase, phase, &slot->error);
}

/* Stage by stage, so that the code of a stage is fetched once for all the documents.  A stretch
 * of a document waits for those before it: they were begun before, or stand before it here. */
static void prepare(struct sulih_task *first, struct sulih_word_memory *memory)
{
	enum sulih_phase to = ((struct sulih_slot *)first)->pipeline->options.until;

	if (to > SULIH_PHASE_PROTECT)
		to = SULIH_PHASE_PROTECT;
	for (int phase = SULIH_PHASE_NORMALIZE; phase <= (int)to; phase++) {
		for (struct sulih_task *task = first; task != NULL; task = task->next) {
			struct sulih_slot *slot = (struct sulih_slot *)task;

			if (slot->status == 0)
				run_phase(slot, (enum sulih_phase)phase, memory);
			/* a stretch that was refused has handed on nothing, but the next must not
			 * wait for it */
			if (slot->status != 0 || phase == (int)to)
				sulih_carry_pass(slot->carry, slot->stretch);
		}
	}
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
	size_t most = sulih_crew_size(p->crew) * SULIH_SLOTS_A_THREAD;
	size_t bytes = MOST_BYTES * (p->engine == NULL ? 1 + sulih_crew_size(p->crew) : 1);

	if (p->engine == NULL && p->ends.threads == 0) /* two bundles: the next fills meanwhile */
		bytes = 2 * SULIH_BUNDLE_BYTES;
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

/* Documents in hand are not to wait for one that is still to come: of a pipe it may come in an
 * hour. */
static bool would_wait(const struct sulih_pipeline *p)
{
	return p->tail > p->head && p->ends.ready != NULL && !p->ends.ready(p->ends.context);
}

int sulih_pipeline_read(struct sulih_pipeline *p, struct sulih_error *error)
{
	while (may_read(p) && !would_wait(p)) {
		struct sulih_slot *slot = sulih_slot_at(p, p->tail);
		struct sulih_document *document = NULL;
		struct sulih_error fault = SULIH_ERROR_INIT;
		int status = p->ends.next(p->ends.context, &document, &fault);

		if (status == SULIH_ERROR_MEMORY)
			return sulih_fail_memory(error);
		if (status == SULIH_ERROR_STOPPED)
			break;
		if (status != 0) {
			p->ends.failed(p->ends.context, NULL, &fault);
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
		*slot = (struct sulih_slot){ .task = { .work = prepare,
						       .bytes = document->input.length },
					     .pipeline = p,
					     .document = document,
					     .carry = sulih_carry_hold(p->carry),
					     .stretch = p->stretches,
					     .state = SULIH_SLOT_ENTERING };
		p->bytes += slot->task.bytes;
		sulih_crew_put(p->crew, SULIH_ENTERING, &slot->task);
		if (++p->tail == 2) /* one document alone needs no threads */
			sulih_crew_start(p->crew);
		if (p->engine != NULL &&
		    sulih_pipeline_in_line(p) > 4 * p->engine->appetite(p->engine))
			break;
	}
	return 0;
}
