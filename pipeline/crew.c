#include "pipeline/crew.h"

#include <signal.h>
#include <stdlib.h>

enum { MOST_THREADS = 64 };

struct row {
	struct sulih_task *first, *last;
};

struct sulih_crew {
	pthread_mutex_t lock;
	pthread_cond_t work, done; /* something waits; something is done */
	struct row rows[SULIH_ROWS];
	pthread_t threads[MOST_THREADS];
	unsigned wanted, running;
	bool bundles;
	bool stop;
};

int sulih_thread_start(pthread_t *thread, void *(*work)(void *context), void *context)
{
	sigset_t all, before;
	int code;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	code = pthread_create(thread, NULL, work, context);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return code;
}

struct sulih_crew *sulih_crew_new(unsigned threads, bool bundles)
{
	struct sulih_crew *crew = calloc(1, sizeof(*crew));

	if (crew == NULL)
		return NULL;
	crew->bundles = bundles;
	crew->wanted = threads < MOST_THREADS ? threads : MOST_THREADS;
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->work, NULL);
	pthread_cond_init(&crew->done, NULL);
	return crew;
}

void sulih_crew_stop(struct sulih_crew *crew)
{
	pthread_mutex_lock(&crew->lock);
	crew->stop = true;
	pthread_cond_broadcast(&crew->work);
	pthread_mutex_unlock(&crew->lock);
	for (unsigned i = 0; i < crew->running; i++)
		pthread_join(crew->threads[i], NULL);
	crew->running = 0;
}

void sulih_crew_free(struct sulih_crew *crew)
{
	if (crew == NULL)
		return;
	sulih_crew_stop(crew);
	pthread_cond_destroy(&crew->done);
	pthread_cond_destroy(&crew->work);
	pthread_mutex_destroy(&crew->lock);
	free(crew);
}

/* The last of the tasks that are taken with `first`. */
static struct sulih_task *bundle_end(const struct sulih_crew *crew, struct sulih_task *first)
{
	struct sulih_task *last = first;
	size_t count = 1, bytes = first->bytes;

	while (crew->bundles && count < SULIH_BUNDLE_TASKS && last->next != NULL &&
	       last->next->work == first->work && bytes + last->next->bytes <= SULIH_BUNDLE_BYTES) {
		last = last->next;
		bytes += last->bytes;
		count++;
	}
	return last;
}

/* Takes the first task of all rows and what is bundled with it, or NULL. */
static struct sulih_task *take_first(struct sulih_crew *crew)
{
	for (int i = 0; i < SULIH_ROWS; i++) {
		struct row *row = &crew->rows[i];
		struct sulih_task *first = row->first, *last;

		if (first == NULL)
			continue;
		last = bundle_end(crew, first);
		row->first = last->next;
		if (row->first == NULL)
			row->last = NULL;
		last->next = NULL;
		return first;
	}
	return NULL;
}

/* Takes `task` out of the row in which it waits. */
static void take(struct row *row, struct sulih_task *task)
{
	struct sulih_task **place = &row->first, *before = NULL;

	while (*place != task) {
		before = *place;
		place = &before->next;
	}
	*place = task->next;
	task->next = NULL;
	if (row->last == task)
		row->last = before;
}

/* A task that is done may be gone as soon as the lock is left. */
static void set_state(struct sulih_task *first, enum sulih_task_state state)
{
	for (struct sulih_task *task = first; task != NULL; task = task->next)
		task->state = state;
}

/* Does the tasks that were taken; called and left with the lock held. */
static void work_on(struct sulih_crew *crew, struct sulih_task *first,
		    struct sulih_word_memory *memory)
{
	set_state(first, SULIH_TASK_BEGUN);
	pthread_mutex_unlock(&crew->lock);
	first->work(first, memory);
	pthread_mutex_lock(&crew->lock);
	set_state(first, SULIH_TASK_DONE);
}

static void *worker(void *context)
{
	struct sulih_crew *crew = context;
	/* without a memory the work is slower, nothing else */
	struct sulih_word_memory *memory = sulih_word_memory_new();
	struct sulih_task *task;

	pthread_mutex_lock(&crew->lock);
	while (!crew->stop) {
		task = take_first(crew);
		if (task == NULL) {
			pthread_cond_wait(&crew->work, &crew->lock);
			continue;
		}
		work_on(crew, task, memory);
		pthread_cond_signal(&crew->done);
	}
	pthread_mutex_unlock(&crew->lock);
	sulih_word_memory_free(memory);
	return NULL;
}

void sulih_crew_start(struct sulih_crew *crew)
{
	while (crew->running < crew->wanted &&
	       sulih_thread_start(&crew->threads[crew->running], worker, crew) == 0)
		crew->running++;
	crew->wanted = crew->running;
}

unsigned sulih_crew_size(const struct sulih_crew *crew)
{
	return crew->running;
}

void sulih_crew_put(struct sulih_crew *crew, enum sulih_crew_row which, struct sulih_task *task)
{
	struct row *row = &crew->rows[which];

	pthread_mutex_lock(&crew->lock);
	task->state = SULIH_TASK_WAITING;
	task->next = NULL;
	if (row->last != NULL)
		row->last->next = task;
	else
		row->first = task;
	row->last = task;
	pthread_cond_signal(&crew->work);
	pthread_mutex_unlock(&crew->lock);
}

bool sulih_crew_has_done(struct sulih_crew *crew, const struct sulih_task *task)
{
	bool done;

	pthread_mutex_lock(&crew->lock);
	done = task->state == SULIH_TASK_DONE;
	pthread_mutex_unlock(&crew->lock);
	return done;
}

void sulih_crew_finish(struct sulih_crew *crew, enum sulih_crew_row row, struct sulih_task *task,
		       struct sulih_word_memory *memory)
{
	pthread_mutex_lock(&crew->lock);
	if (task->state == SULIH_TASK_WAITING) {
		take(&crew->rows[row], task);
		work_on(crew, task, memory);
	}
	while (task->state != SULIH_TASK_DONE)
		pthread_cond_wait(&crew->done, &crew->lock);
	pthread_mutex_unlock(&crew->lock);
}

void sulih_crew_help(struct sulih_crew *crew, const struct sulih_task *task,
		     struct sulih_word_memory *memory)
{
	pthread_mutex_lock(&crew->lock);
	while (task->state != SULIH_TASK_DONE) {
		struct sulih_task *other = take_first(crew);

		if (other != NULL)
			work_on(crew, other, memory);
		else
			pthread_cond_wait(&crew->done, &crew->lock);
	}
	pthread_mutex_unlock(&crew->lock);
}
