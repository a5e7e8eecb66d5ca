/*
 * Inside the remembering engine: remember.c is the engine, remember_find.c asks the store, and
 * remember_keep.c puts what came into it.
 */
#ifndef SULIH_PIPELINE_STORE_REMEMBER_H
#define SULIH_PIPELINE_STORE_REMEMBER_H

#include "pipeline/store/store.h"

/* An answer that is to be kept; its texts stand one behind the other in `texts`, from `start` on.
 */
struct sulih_waiting_row {
	struct sulih_store_key key;
	size_t start;
	size_t source, target, masked, said; /* their lengths */
};

struct sulih_remembering {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_store *store;
	struct sulih_engine_options options; /* on_done and context: the caller's */
	long long now;
	bool finding;	/* a step of finding is open */
	unsigned finds; /* in this step */
	bool blind;	/* finding failed: said, and not done any more */
	SULIH_VECTOR(struct sulih_waiting_row) waiting;
	struct sulih_buffer texts;
	bool troubled;		  /* the last try to keep failed */
	bool told;		  /* and that was said */
	long long try_at;	  /* when troubled: when to try again, in microseconds */
	bool unsettled;		  /* answers are in the store that may not be on the disk */
	long long settle_at;	  /* when they are to be */
	bool lamented;		  /* that the disk does not take them was said */
	struct sulih_arena slots; /* for items that the inner engine has */
	struct sulih_given_item *free_list;
	struct sulih_buffer room, said; /* of what is found */
};

void sulih_remembering_say(const struct sulih_remembering *r, enum sulih_level level,
			   const char *format, ...) SULIH_PRINTF(3, 4);

/* Whether the store has the item; then its target is filled.  A step of finding is open from then
 * on, which is to be ended before the network is waited for, or anything is put. */
bool sulih_remembering_find(struct sulih_remembering *r, struct sulih_document *document,
			    struct sulih_item *item);
void sulih_remembering_end_finding(struct sulih_remembering *r);

/* An item's answer is to be kept, with what was said of it; the document may be gone when the
 * store takes it. */
void sulih_remembering_put(struct sulih_remembering *r, const struct sulih_document *document,
			   const struct sulih_item *item, struct sulih_said said);
/* Whether an answer of this key waits for the store; of many, the last are looked through. */
bool sulih_remembering_find_waiting(const struct sulih_remembering *r,
				    const struct sulih_store_key *key, struct sulih_view *masked,
				    struct sulih_view *said);
/* Offers the store what waits.  What it does not take goes on waiting; that is said once. */
void sulih_remembering_keep(struct sulih_remembering *r);
/* The last time, with patience: what it does not take is lost, counted and said. */
void sulih_remembering_keep_last(struct sulih_remembering *r);

#endif
