/*
 * Inside the pipeline: the documents that are in it.  run.c turns the loop, run_read.c takes
 * documents in, run_stop.c ends a run before all is done.
 */
#ifndef SULIH_PIPELINE_RUN_H
#define SULIH_PIPELINE_RUN_H

#include "pipeline/crew.h"
#include "pipeline/pipeline.h"
#include "pipeline/protect/names/carry.h"

enum sulih_slot_state {
	SULIH_SLOT_FREE,
	SULIH_SLOT_ENTERING,  /* given to the crew to be prepared */
	SULIH_SLOT_SUBMITTED, /* its items are with the engine */
	SULIH_SLOT_LEAVING,   /* given to the crew to be finished */
	SULIH_SLOT_READY      /* to be finished and written here */
};

struct sulih_slot {
	struct sulih_task task; /* first; its bytes: of the document as it came */
	struct sulih_pipeline *pipeline;
	struct sulih_document *document;
	enum sulih_slot_state state;
	size_t open_items;	      /* submitted, not yet back */
	struct sulih_slot *next_back; /* in the row of those whose items are all back */
	struct sulih_carry *carry;    /* of a document in stretches; else NULL */
	size_t stretch;
	int status;
	struct sulih_error error;
};

struct sulih_pipeline {
	struct sulih_pipeline_options options;
	struct sulih_ends ends;
	struct sulih_engine *engine;
	struct sulih_crew *crew;
	struct sulih_slot *slots;
	size_t slot_count;
	size_t head, fed, tail; /* counts of documents written, passed on and read, in order */
	size_t open_items, bytes;
	bool ended;			  /* nothing more is read */
	bool stopped;			  /* nor passed on: the caller wants an end */
	bool filling;			  /* reading until there is enough ahead again */
	struct sulih_slot *back, **last;  /* whose items are all back */
	struct sulih_word_memory *memory; /* of the calling thread; NULL: none */
	struct sulih_carry *carry; /* of the document that was read last; NULL: it is whole */
	size_t stretches;	   /* of it, read so far */
};

enum { SULIH_SLOTS_A_THREAD = 64 };

/* How many open items keep the engine's line full. */
static inline size_t sulih_pipeline_in_line(const struct sulih_pipeline *p)
{
	return p->open_items - p->engine->waiting;
}

struct sulih_slot *sulih_slot_at(struct sulih_pipeline *pipeline, size_t number);
/* The slot's document leaves: freed, and the slot with it. */
void sulih_slot_clear(struct sulih_pipeline *pipeline, struct sulih_slot *slot);
/* What is left of the stages, and the writing: of a document whose items are all back. */
int sulih_slot_finish(struct sulih_pipeline *pipeline, struct sulih_slot *slot,
		      struct sulih_error *error);
/* Documents whose items are all back leave the engine. */
void sulih_pipeline_take_back(struct sulih_pipeline *pipeline);

/* run_read.c: reads documents into free slots, as many as can be had without waiting while others
 * are at work.  0, or an error that ends the run. */
int sulih_pipeline_read(struct sulih_pipeline *pipeline, struct sulih_error *error);

/* run_stop.c: looks whether the caller wants an end. */
void sulih_pipeline_look(struct sulih_pipeline *pipeline);
/* The end of a run that was stopped or failed (`status`): what the engine has under way is taken
 * in, and after a stop every whole document is written.  Gives the status of the run. */
int sulih_pipeline_rest(struct sulih_pipeline *pipeline, int status, struct sulih_error *error);

#endif
