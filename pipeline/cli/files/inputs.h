/*
 * The inputs of a command: standard input, files, folders, one after the other.
 */
#ifndef SULIH_PIPELINE_CLI_FILES_INPUTS_H
#define SULIH_PIPELINE_CLI_FILES_INPUTS_H

#include "pipeline/format/format.h"

struct sulih_input_file {
	char *path;	/* "-": standard input */
	char *relative; /* its place below the folder that was named; the file name otherwise */
	const struct sulih_format *format;
	bool waits;  /* a pipe or the like: to open it may take until somebody writes */
	bool failed; /* could not be opened or read */
	bool torn;   /* the run was stopped before all of it was written: its output is none */
	size_t documents, written;
};

struct sulih_inputs {
	SULIH_VECTOR(struct sulih_input_file) files;
	size_t current; /* being read */
	void *reader;
	int fd;
	bool waits; /* a pipe or a terminal: what is read may have to be waited for */
	struct sulih_input input;
	bool tree;	 /* a folder was named: outputs keep its tree */
	size_t failures; /* files and records that could not be had */
};

/* Takes the operands; none means standard input.  `from`: NULL means by file ending; of a format
 * that cannot be opened a folder gives the files with its endings, and its summary says why others
 * are skipped.  `output`: -o, or NULL; where it is a folder inside of one that is read, nothing is
 * read there. */
int sulih_inputs_open(struct sulih_inputs *inputs, int count, char **operands,
		      const struct sulih_format *from, const char *output,
		      struct sulih_error *error);
/* One more file; copies the names.  0 or SULIH_ERROR_MEMORY. */
int sulih_inputs_add(struct sulih_inputs *inputs, const char *path, const char *relative,
		     const struct sulih_format *format);
void sulih_inputs_close(struct sulih_inputs *inputs);

/* Opens input `index` for reading through inputs->input, without a format's reader. */
int sulih_inputs_start(struct sulih_inputs *inputs, size_t index, struct sulih_error *error);

/* Appends a whole file ("-": standard input). */
int sulih_read_whole(const char *path, struct sulih_buffer *bytes, struct sulih_error *error);

/* As struct sulih_ends wants it: the next document of all inputs. */
int sulih_inputs_next(struct sulih_inputs *inputs, struct sulih_document **document,
		      struct sulih_error *error);
bool sulih_inputs_ready(struct sulih_inputs *inputs);
/* Of a run that was stopped: marks as torn what was not read to its end. */
void sulih_inputs_tear(struct sulih_inputs *inputs);

#endif
