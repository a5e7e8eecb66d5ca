/*
 * A thread that writes outputs, so that who works need not wait for a disk.
 *
 * What is put is written in that order by the function given.  The first failure is the
 * last thing that is tried; whoever puts next, or finishes, is told.
 */
#ifndef SULIH_PIPELINE_CLI_FILES_WRITER_H
#define SULIH_PIPELINE_CLI_FILES_WRITER_H

#include "base/buffer.h"
#include "base/error.h"

typedef int sulih_write_function(void *context, size_t index, struct sulih_view bytes,
				 struct sulih_error *error);

struct sulih_writer;

/* NULL: no memory or no thread to be had; then one writes oneself. */
struct sulih_writer *sulih_writer_new(sulih_write_function *write, void *context);
/* Copies the bytes; waits while too much of them is still to be written. */
int sulih_writer_put(struct sulih_writer *writer, size_t index, struct sulih_view bytes,
		     struct sulih_error *error);
/* Waits until all is written, ends the thread and frees the writer; `error` may be NULL. */
int sulih_writer_finish(struct sulih_writer *writer, struct sulih_error *error);

#endif
