#include "pipeline/cli/files/writer.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/crew.h"

enum { MOST_BYTES = 4 << 20, MOST_JOBS = 256 };

struct job {
	struct job *next;
	size_t index, length;
	char bytes[];
};

struct sulih_writer {
	sulih_write_function *write;
	void *context;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t filled, emptied;
	struct job *first, *last;
	size_t count, bytes; /* of the jobs that are not done */
	bool ended;
	struct sulih_error error; /* the first */
};

static struct job *take(struct sulih_writer *writer)
{
	struct job *job = writer->first;

	writer->first = job->next;
	if (writer->first == NULL)
		writer->last = NULL;
	return job;
}

static void *work(void *context)
{
	struct sulih_writer *writer = context;
	struct sulih_error error = SULIH_ERROR_INIT;
	struct job *job;

	pthread_mutex_lock(&writer->lock);
	for (;;) {
		while (writer->first == NULL && !writer->ended)
			pthread_cond_wait(&writer->filled, &writer->lock);
		if (writer->first == NULL)
			break;
		job = take(writer);
		pthread_mutex_unlock(&writer->lock);
		if (error.code == 0)
			writer->write(writer->context, job->index,
				      sulih_view_make(job->bytes, job->length), &error);
		pthread_mutex_lock(&writer->lock);
		writer->error = error;
		writer->count--;
		writer->bytes -= job->length;
		free(job);
		pthread_cond_signal(&writer->emptied);
	}
	pthread_mutex_unlock(&writer->lock);
	return NULL;
}

struct sulih_writer *sulih_writer_new(sulih_write_function *write, void *context)
{
	struct sulih_writer *writer = calloc(1, sizeof(*writer));

	if (writer == NULL)
		return NULL;
	writer->write = write;
	writer->context = context;
	pthread_mutex_init(&writer->lock, NULL);
	pthread_cond_init(&writer->filled, NULL);
	pthread_cond_init(&writer->emptied, NULL);
	if (sulih_thread_start(&writer->thread, work, writer) == 0)
		return writer;
	pthread_cond_destroy(&writer->emptied);
	pthread_cond_destroy(&writer->filled);
	pthread_mutex_destroy(&writer->lock);
	free(writer);
	return NULL;
}

static int told(const struct sulih_writer *writer, struct sulih_error *error)
{
	return writer->error.code == 0
		       ? 0
		       : sulih_fail(error, writer->error.code, "%s", writer->error.message);
}

int sulih_writer_put(struct sulih_writer *writer, size_t index, struct sulih_view bytes,
		     struct sulih_error *error)
{
	struct job *job = malloc(sizeof(*job) + bytes.length);
	int status;

	if (job == NULL)
		return sulih_fail_memory(error);
	job->next = NULL;
	job->index = index;
	job->length = bytes.length;
	if (bytes.length > 0)
		memcpy(job->bytes, bytes.data, bytes.length);
	pthread_mutex_lock(&writer->lock);
	while (writer->count > 0 &&
	       (writer->count >= MOST_JOBS || writer->bytes + bytes.length > MOST_BYTES))
		pthread_cond_wait(&writer->emptied, &writer->lock);
	status = told(writer, error);
	if (status == 0) {
		if (writer->last != NULL)
			writer->last->next = job;
		else
			writer->first = job;
		writer->last = job;
		writer->count++;
		writer->bytes += bytes.length;
		pthread_cond_signal(&writer->filled);
	}
	pthread_mutex_unlock(&writer->lock);
	if (status != 0)
		free(job);
	return status;
}

int sulih_writer_finish(struct sulih_writer *writer, struct sulih_error *error)
{
	int status;

	pthread_mutex_lock(&writer->lock);
	writer->ended = true;
	pthread_cond_signal(&writer->filled);
	pthread_mutex_unlock(&writer->lock);
	pthread_join(writer->thread, NULL);
	status = told(writer, error);
	pthread_cond_destroy(&writer->emptied);
	pthread_cond_destroy(&writer->filled);
	pthread_mutex_destroy(&writer->lock);
	free(writer);
	return status;
}
