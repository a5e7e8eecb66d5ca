/*
 * One file being written, which appears under its name only when it is whole: until then
 * it has no name (O_TMPFILE), so that even a killed run leaves nothing behind.  Where a file
 * system knows no such files it has another name meanwhile, which only a kill leaves there.
 */
#ifndef SULIH_PIPELINE_CLI_FILES_OUTFILE_H
#define SULIH_PIPELINE_CLI_FILES_OUTFILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* All zero but `fd`, which is -1: nothing is open. */
struct sulih_outfile {
	int fd;
	bool open;
	bool direct; /* a pipe or a device: written to, not replaced */
	char *path;
	char *temporary; /* where files without a name are not to be had; NULL: no such name yet */
	char *folder;	 /* the last that was made, so that it is not made for each file */
};

/* Opens `path`, which is taken over; its folders are made if asked for. */
int sulih_outfile_open(struct sulih_outfile *file, char *path, bool make_folders,
		       struct sulih_error *error);
int sulih_outfile_write(struct sulih_outfile *file, struct sulih_view bytes,
			struct sulih_error *error);
/* Gives the file its name and closes it. */
int sulih_outfile_finish(struct sulih_outfile *file, struct sulih_error *error);
/* Closes the file; nothing of it stays. */
void sulih_outfile_drop(struct sulih_outfile *file);
/* The same, and frees everything. */
void sulih_outfile_release(struct sulih_outfile *file);

/* A whole file at once. */
int sulih_outfile_put(const char *path, bool make_folders, struct sulih_view bytes,
		      struct sulih_error *error) SULIH_MUST_CHECK;

/* Writes all to an open file; `name` is for the message. */
int sulih_write_all(int fd, struct sulih_view bytes, const char *name, struct sulih_error *error);

#endif
