/*
 * Threads that work on documents beside the caller's.
 *
 * Tasks wait in two rows, first come first served: what lets a document leave
 * goes before what takes one in.  The caller waits for a task by finishing it,
 * which means doing it when nobody has begun it yet; without any threads all
 * is done so, in the order in which the caller asks.
 *
 * Small tasks are taken in bundles: one after the other, each step of the work would fetch its
 * code anew for each of them.
 */
#ifndef SULIH_PIPELINE_CREW_H
#define SULIH_PIPELINE_CREW_H

#include <pthread.h>
#include <stdbool.h>

#include "pipeline/protect/names/words/memory.h"

enum sulih_task_state { SULIH_TASK_NONE, SULIH_TASK_WAITING, SULIH_TASK_BEGUN, SULIH_TASK_DONE };

/* Embed it in what is to be worked on.  It belongs to the crew until it is done. */
struct sulih_task {
	struct sulih_task *next;
	enum sulih_task_state state; /* the crew's: ask sulih_crew_has_done */
	size_t bytes;		     /* that are to be worked on */
	/* Works on the task and on those linked behind it, which are of the same work and row;
	 * `memory` is that of the thread which works; may be NULL. */
	void (*work)(struct sulih_task *first, struct sulih_word_memory *memory);
};

/* The most that a bundle has: of documents that together stay in a processor's cache. */
enum { SULIH_BUNDLE_TASKS = 16, SULIH_BUNDLE_BYTES = 64 << 10 };

enum sulih_crew_row { SULIH_LEAVING, SULIH_ENTERING, SULIH_ROWS };

struct sulih_crew;

/* A crew of `threads` threads, which are not started yet; NULL: out of memory.  Without bundles
 * a task is done as soon as can be: where others wait for it. */
struct sulih_crew *sulih_crew_new(unsigned threads, bool bundles);
/* Stops the threads when they have done what they are at; what waits stays undone. */
void sulih_crew_stop(struct sulih_crew *crew);
void sulih_crew_free(struct sulih_crew *crew); /* stops it first */

/* Starts the threads; those that cannot be had are done without. */
void sulih_crew_start(struct sulih_crew *crew);
unsigned sulih_crew_size(const struct sulih_crew *crew); /* threads that were started */

void sulih_crew_put(struct sulih_crew *crew, enum sulih_crew_row row, struct sulih_task *task);
bool sulih_crew_has_done(struct sulih_crew *crew, const struct sulih_task *task);
/* Returns when the task, which was put into `row`, is done.  `memory` is the caller's. */
void sulih_crew_finish(struct sulih_crew *crew, enum sulih_crew_row row, struct sulih_task *task,
		       struct sulih_word_memory *memory);
/* The same, and the caller works on whatever waits meanwhile: where nothing else is to be done. */
void sulih_crew_help(struct sulih_crew *crew, const struct sulih_task *task,
		     struct sulih_word_memory *memory);

/* As pthread_create: a thread that takes no signals, so that the caller's handlers run in the
 * caller's threads. */
int sulih_thread_start(pthread_t *thread, void *(*work)(void *context), void *context);

#endif
