/*
 * The outputs of a command: standard output, one file, or a folder that keeps the
 * tree of the inputs.
 *
 * A file appears under its name only when it is whole (outfile.h).
 */
#ifndef SULIH_PIPELINE_CLI_FILES_OUTPUT_H
#define SULIH_PIPELINE_CLI_FILES_OUTPUT_H

#include "pipeline/cli/files/inputs.h"
#include "pipeline/cli/files/outfile.h"
#include "pipeline/cli/files/writer.h"

struct sulih_output {
	const char *target; /* -o; NULL: standard output */
	bool folder;	    /* target is a folder */
	const char *ending; /* new ending of files in a folder (".jsonl"); NULL: as the input */
	const struct sulih_inputs *inputs;
	const char *header, *trailer; /* around the bytes of every output; NULL: none */
	const char *nothing;	      /* bytes of an output without documents; NULL: none */
	size_t next_input;	      /* inputs before it have their output */
	bool begun;		      /* something was written */
	bool fresh;		      /* what is written next is another document */
	bool wrote;		      /* bytes of one: its input and the last of them */
	size_t last_input;
	char last;
	bool behind; /* files of a folder are written by a thread, behind the caller's back */
	struct sulih_outfile file;
	size_t writing;		     /* the input that it is the output of */
	struct sulih_writer *writer; /* NULL: none yet */
	struct sulih_error fault;    /* of the thread that wrote, not yet told */
};

/* Decides what `target` is; refuses an output that would replace one of the inputs. */
int sulih_output_open(struct sulih_output *output, const char *target, const char *ending,
		      const struct sulih_inputs *inputs, struct sulih_error *error);

/* output_places.c: the path of input `index`'s output (free() it); NULL: out of memory. */
char *sulih_output_path(const struct sulih_output *output, size_t index);
/* An output must replace no input, and no two inputs may share an output. */
int sulih_output_check_paths(const struct sulih_output *output, struct sulih_error *error);
/* Refuses another file of the command (--ledger, --glossary) that is an input or an output. */
int sulih_output_check_other(const struct sulih_output *output, const char *option,
			     const char *path, struct sulih_error *error) SULIH_MUST_CHECK;
/* The same of a file that the run keeps or reads besides its inputs; only against its outputs. */
int sulih_output_check_needed(const struct sulih_output *output, const char *option,
			      const char *path, struct sulih_error *error);
/* Whether both name one file, or will. */
bool sulih_same_place(const char *a, const char *b);

/* Another document begins: it begins a line, also where the one before it does not end with one. */
void sulih_output_begin(struct sulih_output *output);
/* Whether something of a document stands already where input `index` is written. */
bool sulih_output_follows(const struct sulih_output *output, size_t index);

/* Writes bytes that belong to input `index`; inputs come in order.  What cannot be written may be
 * told by the next call only, when it is done behind. */
int sulih_output_write(struct sulih_output *output, size_t index, struct sulih_view bytes,
		       struct sulih_error *error);

/* Gives the last file its name; inputs that were empty get an empty output. */
int sulih_output_finish(struct sulih_output *output, struct sulih_error *error);

/* From now on the caller writes by itself: waits for what is written behind its back, and may
 * change what it said of the inputs.  What could not be written is told by the next call. */
void sulih_output_settle(struct sulih_output *output);

/* Gives up the file being written; nothing of it stays. */
void sulih_output_abandon(struct sulih_output *output);

/* Frees everything; an output that was not finished vanishes. */
void sulih_output_close(struct sulih_output *output);

#endif
