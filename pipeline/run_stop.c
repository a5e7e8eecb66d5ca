/*
 * The end of a run before all is done: the caller wants it, or something failed.
 *
 * A request under way has been paid for, so its answer is waited for: after a stop, since it may
 * make a document whole, and after a failure where it is kept.  The engines bound that by their
 * own time limits.
 */
#include "pipeline/run.h"

static void stop_engine(const struct sulih_pipeline *p)
{
	if (p->engine != NULL && p->engine->stop != NULL)
		p->engine->stop(p->engine);
}

void sulih_pipeline_look(struct sulih_pipeline *p)
{
	if (p->stopped || p->ends.stopped == NULL || !p->ends.stopped(p->ends.context))
		return;
	p->stopped = p->ended = true;
	sulih_crew_stop(p->crew);
	stop_engine(p);
}

static bool keeps_answers(const struct sulih_pipeline *p)
{
	return p->engine != NULL && p->engine->end != NULL;
}

/* Takes in what the engine has under way. */
static void await_answers(struct sulih_pipeline *p)
{
	struct sulih_error ignored = SULIH_ERROR_INIT;
	bool idle = p->engine == NULL;
	int status = 0;

	while (status == 0 && !idle && p->open_items > 0)
		status = p->engine->run(p->engine, &idle, &ignored);
	sulih_pipeline_take_back(p);
}

/* Whether all is there that the document's result is made of. */
static bool is_whole(const struct sulih_pipeline *p, struct sulih_slot *slot)
{
	if (slot->state == SULIH_SLOT_ENTERING)
		return p->engine == NULL && sulih_crew_has_done(p->crew, &slot->task);
	return slot->state >= SULIH_SLOT_LEAVING;
}

/* Writes what is whole, in order, and tells of what is not. */
static int write_rest(struct sulih_pipeline *p, struct sulih_error *error)
{
	int status = 0;

	while (p->head < p->tail && status == 0) {
		struct sulih_slot *slot = sulih_slot_at(p, p->head);

		if (is_whole(p, slot)) {
			status = sulih_slot_finish(p, slot, error);
			continue;
		}
		if (p->ends.left != NULL)
			p->ends.left(p->ends.context, slot->document);
		sulih_slot_clear(p, slot);
	}
	return status;
}

int sulih_pipeline_rest(struct sulih_pipeline *p, int status, struct sulih_error *error)
{
	sulih_crew_stop(p->crew);
	if (status != 0 && keeps_answers(p)) {
		stop_engine(p);
		await_answers(p);
	} else if (status == 0 && p->stopped) {
		status = write_rest(p, error);
	}
	if (keeps_answers(p))
		p->engine->end(p->engine);
	return status == 0 && p->stopped
		       ? sulih_fail(error, SULIH_ERROR_STOPPED, "stopped before the end")
		       : status;
}
