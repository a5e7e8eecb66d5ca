/*
 * The files of a folder that was named as an input, and what of it is passed over.
 *
 * What is passed over is told of once a run and reason, with the first name and the number; each
 * by itself at SULIH_LOG=info.
 */
#ifndef SULIH_PIPELINE_CLI_FILES_FOLDER_H
#define SULIH_PIPELINE_CLI_FILES_FOLDER_H

#include "pipeline/cli/files/inputs.h"

enum sulih_skip {
	SULIH_SKIP_HIDDEN,
	SULIH_SKIP_ENDING,
	SULIH_SKIP_LINK, /* to a folder */
	SULIH_SKIP_NO_FILE,
	SULIH_SKIP_OUTPUT,
	SULIH_SKIP_REASONS
};

struct sulih_walk {
	struct sulih_inputs *inputs;
	const struct sulih_format *from; /* as sulih_inputs_open has it */
	const char *output;		 /* -o; NULL: none */
	struct {
		size_t count;
		char *first; /* its path */
	} skipped[SULIH_SKIP_REASONS];
};

/* Adds all files below a folder, in the order of their names; `prefix`: the length of what does not
 * belong to their place in the tree.  0 or SULIH_ERROR_MEMORY. */
int sulih_walk_folder(struct sulih_walk *walk, const char *path, size_t prefix);
/* Tells of what was skipped, and frees the rest of the walk. */
void sulih_walk_say(struct sulih_walk *walk);

#endif
