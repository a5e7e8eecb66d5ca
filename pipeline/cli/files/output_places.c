/* Where outputs go, and what they must not replace. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/cli/files/output.h"

char *sulih_output_path(const struct sulih_output *output, size_t index)
{
	const struct sulih_input_file *file;
	const char *relative, *dot, *slash;
	char *path = NULL;
	int stem;

	if (!output->folder)
		return strdup(output->target);
	file = &output->inputs->files.items[index];
	relative = strcmp(file->path, "-") == 0 ? "stdin" : file->relative;
	dot = strrchr(relative, '.');
	slash = strrchr(relative, '/');
	stem = (int)(dot != NULL && dot > relative && (slash == NULL || dot > slash + 1)
			     ? dot - relative
			     : (ptrdiff_t)strlen(relative));
	if (output->ending == NULL)
		stem = (int)strlen(relative);
	if (asprintf(&path, "%s/%.*s%s", output->target, stem, relative,
		     output->ending ? output->ending : "") < 0)
		return NULL;
	return path;
}

/* Where an output goes, or what an input is. */
struct place {
	char *path;  /* of an output; NULL for an input */
	bool exists; /* already */
	dev_t device;
	ino_t node;
};

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct place *)a)->path, ((const struct place *)b)->path);
}

static int by_node(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->device != y->device)
		return x->device < y->device ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* Only a plain file can be replaced: a pipe or a device is written to. */
static bool find_file(const char *path, struct place *place)
{
	struct stat about;

	if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
		return false;
	place->device = about.st_dev;
	place->node = about.st_ino;
	place->exists = true;
	return true;
}

static int check_sorted(struct place *outputs, size_t count, struct place *inputs,
			size_t input_count, struct sulih_error *error)
{
	qsort(outputs, count, sizeof(*outputs), by_path);
	qsort(inputs, input_count, sizeof(*inputs), by_node);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && strcmp(outputs[i].path, outputs[i - 1].path) == 0)
			return sulih_fail(error, SULIH_ERROR_USAGE,
					  "two inputs would both be written to %s; give folders, "
					  "or other names",
					  outputs[i].path);
		if (outputs[i].exists &&
		    bsearch(&outputs[i], inputs, input_count, sizeof(*inputs), by_node) != NULL)
			return sulih_fail(error, SULIH_ERROR_USAGE,
					  "%s is an input and would be replaced; name another -o",
					  outputs[i].path);
	}
	return 0;
}

int sulih_output_check_paths(const struct sulih_output *output, struct sulih_error *error)
{
	size_t files = output->inputs->files.count, input_count = 0;
	/* an output into a single file may have no input at all (tm export) */
	size_t count = output->folder ? files : 1;
	struct place *outputs = calloc(count + 1, sizeof(*outputs));
	struct place *inputs = calloc(files + 1, sizeof(*inputs));
	int status = outputs != NULL && inputs != NULL ? 0 : sulih_fail_memory(error);
	/* in a folder that is still to be made there is nothing */
	bool any = false, look = !output->folder || access(output->target, F_OK) == 0;

	for (size_t i = 0; i < count && status == 0; i++)
		if ((outputs[i].path = sulih_output_path(output, i)) == NULL)
			status = sulih_fail_memory(error);
		else if (look)
			any = find_file(outputs[i].path, &outputs[i]) || any;
	for (size_t i = 0; i < files && any && status == 0; i++)
		input_count += find_file(output->inputs->files.items[i].path, &inputs[input_count]);
	if (status == 0)
		status = check_sorted(outputs, count, inputs, input_count, error);
	for (size_t i = 0; outputs != NULL && i < count; i++)
		free(outputs[i].path);
	free(outputs);
	free(inputs);
	return status;
}

int sulih_output_check_other(const struct sulih_output *output, const char *option,
			     const char *path, struct sulih_error *error)
{
	size_t files = output->inputs->files.count;
	size_t count = output->target == NULL ? 0 : output->folder ? files : 1;
	struct place other = { .exists = false }, one;
	bool known = find_file(path, &other);

	for (size_t i = 0; i < files && known; i++)
		if (find_file(output->inputs->files.items[i].path, &one) &&
		    by_node(&one, &other) == 0)
			return sulih_fail(error, SULIH_ERROR_USAGE,
					  "%s is an input, and --%s names it too; name another, "
					  "outside of the folders that are read",
					  path, option);
	for (size_t i = 0; i < count; i++) {
		char *taken = sulih_output_path(output, i);
		bool same = taken != NULL &&
			    (strcmp(taken, path) == 0 ||
			     (known && find_file(taken, &one) && by_node(&one, &other) == 0));

		if (same)
			sulih_fail(error, SULIH_ERROR_USAGE,
				   "%s: --%s would be written over by an output", path, option);
		if (taken == NULL)
			return sulih_fail_memory(error);
		free(taken);
		if (same)
			return SULIH_ERROR_USAGE;
	}
	return 0;
}

bool sulih_same_place(const char *a, const char *b)
{
	struct place one, other;

	return strcmp(a, b) == 0 ||
	       (find_file(a, &one) && find_file(b, &other) && by_node(&one, &other) == 0);
}

/* Whether the file lies in the folder, which may be large: its names are looked at only then. */
static bool is_inside(const char *folder, const char *file)
{
	char *outer = realpath(folder, NULL), *inner = realpath(file, NULL);
	size_t length = outer != NULL ? strlen(outer) : 0;
	bool inside = outer != NULL && inner != NULL && strncmp(outer, inner, length) == 0 &&
		      (inner[length] == '/' || length == 1);

	free(outer);
	free(inner);
	return inside;
}

int sulih_output_check_needed(const struct sulih_output *output, const char *option,
			      const char *path, struct sulih_error *error)
{
	size_t count = output->target == NULL ? 0
		       : output->folder	      ? output->inputs->files.count
					      : 1;
	bool same = false;

	if (output->folder && count > 0 && !is_inside(output->target, path))
		return 0;
	for (size_t i = 0; i < count && !same; i++) {
		char *taken = sulih_output_path(output, i);

		if (taken == NULL)
			return sulih_fail_memory(error);
		same = sulih_same_place(taken, path);
		free(taken);
	}
	return same ? sulih_fail(error, SULIH_ERROR_USAGE,
				 "%s: --%s would be written over by an output", path, option)
		    : 0;
}
