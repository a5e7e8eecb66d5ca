#include "pipeline/cli/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static char *output_path(const struct sulih_output *output, size_t index)
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

/* An output must replace no input, and no two inputs may share an output. */
static int check_paths(const struct sulih_output *output, struct sulih_error *error)
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
		if ((outputs[i].path = output_path(output, i)) == NULL)
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

int sulih_output_open(struct sulih_output *output, const char *target, const char *ending,
		      const struct sulih_inputs *inputs, struct sulih_error *error)
{
	size_t length = target ? strlen(target) : 0;

	*output = (struct sulih_output){
		.target = target, .ending = ending, .inputs = inputs, .file = { .fd = -1 }
	};
	if (target == NULL || strcmp(target, "-") == 0) {
		output->target = NULL;
		return 0;
	}
	if (length == 0)
		return sulih_fail(error, SULIH_ERROR_USAGE, "-o wants a file or a folder");
	output->folder = is_folder(target) || target[length - 1] == '/' ||
			 inputs->files.count > 1 || inputs->tree;
	if (output->folder && inputs->files.count == 0 && !inputs->tree)
		return sulih_fail(error, SULIH_ERROR_USAGE, "%s is a folder; -o wants a file here",
				  target);
	if (output->folder && access(target, F_OK) == 0 && !is_folder(target))
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "%s is a file, and several inputs want a folder", target);
	return check_paths(output, error);
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
			return sulih_fail(error, SULIH_ERROR_USAGE, "%s: --%s is an input too",
					  path, option);
	for (size_t i = 0; i < count; i++) {
		char *taken = output_path(output, i);
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

static int start_file(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	char *path = output_path(output, index);

	if (path == NULL)
		return sulih_fail_memory(error);
	output->writing = index;
	if (sulih_outfile_open(&output->file, path, output->folder, error) != 0)
		return error->code;
	return sulih_outfile_write(&output->file, sulih_view_of(output->header), error);
}

/* Names the file being written, or drops it when its input was not all written. */
static int finish_file(struct sulih_output *output, struct sulih_error *error)
{
	const struct sulih_inputs *inputs = output->inputs;

	if (output->writing < inputs->files.count && inputs->files.items[output->writing].torn) {
		sulih_outfile_drop(&output->file);
		return 0;
	}
	if (sulih_outfile_write(&output->file, sulih_view_of(output->trailer), error) != 0)
		return error->code;
	return sulih_outfile_finish(&output->file, error);
}

/* The output of an input without a document. */
static int write_empty(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	if (start_file(output, index, error) != 0)
		return error->code;
	return sulih_outfile_write(&output->file, sulih_view_of(output->nothing), error);
}

/* Outputs of the inputs before `index` that had no document: an empty file each. */
static int catch_up(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	if (output->file.open && (output->next_input == index + 1 || !output->folder))
		return 0;
	if (output->file.open && finish_file(output, error) != 0)
		return error->code;
	for (; output->folder && output->next_input < index; output->next_input++) {
		const struct sulih_input_file *file =
			&output->inputs->files.items[output->next_input];

		if (file->failed || file->torn || file->documents > 0)
			continue;
		if (write_empty(output, output->next_input, error) != 0 ||
		    finish_file(output, error) != 0)
			return error->code;
	}
	return 0;
}

static int write_standard(struct sulih_output *output, struct sulih_view bytes,
			  struct sulih_error *error)
{
	static const char name[] = "standard output";

	if (!output->begun &&
	    sulih_write_all(STDOUT_FILENO, sulih_view_of(output->header), name, error) != 0)
		return error->code;
	output->begun = true;
	return sulih_write_all(STDOUT_FILENO, bytes, name, error);
}

static int write_file(void *context, size_t index, struct sulih_view bytes,
		      struct sulih_error *error)
{
	struct sulih_output *output = context;

	if (catch_up(output, index, error) != 0)
		return error->code;
	if (!output->file.open && start_file(output, index, error) != 0)
		return error->code;
	output->next_input = index + 1;
	return sulih_outfile_write(&output->file, bytes, error);
}

/* A thread is worth it from the second document on; where there is none to be had, one does
 * without. */
static bool is_behind(struct sulih_output *output)
{
	if (output->behind && output->folder && output->begun && output->writer == NULL) {
		output->writer = sulih_writer_new(write_file, output);
		output->behind = output->writer != NULL;
	}
	output->begun = true;
	return output->writer != NULL;
}

static int told(const struct sulih_output *output, struct sulih_error *error)
{
	return output->fault.code == 0
		       ? 0
		       : sulih_fail(error, output->fault.code, "%s", output->fault.message);
}

void sulih_output_begin(struct sulih_output *output)
{
	output->fresh = true;
}

bool sulih_output_follows(const struct sulih_output *output, size_t index)
{
	return output->wrote && (output->target == NULL || output->last_input == index);
}

/* Two documents never run together. */
static int begin_line(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	bool open = sulih_output_follows(output, index) && output->last != '\n';

	output->fresh = false;
	return open ? sulih_output_write(output, index, SULIH_VIEW("\n"), error) : 0;
}

int sulih_output_write(struct sulih_output *output, size_t index, struct sulih_view bytes,
		       struct sulih_error *error)
{
	if (told(output, error) != 0)
		return error->code;
	if (bytes.length > 0) {
		if (output->fresh && begin_line(output, index, error) != 0)
			return error->code;
		output->wrote = true;
		output->last_input = index;
		output->last = bytes.data[bytes.length - 1];
	}
	if (output->target == NULL)
		return write_standard(output, bytes, error);
	return is_behind(output) ? sulih_writer_put(output->writer, index, bytes, error)
				 : write_file(output, index, bytes, error);
}

static int end_writer(struct sulih_output *output, struct sulih_error *error)
{
	struct sulih_writer *writer = output->writer;

	output->writer = NULL;
	return writer != NULL ? sulih_writer_finish(writer, error) : 0;
}

void sulih_output_settle(struct sulih_output *output)
{
	end_writer(output, &output->fault);
	output->behind = false;
}

/* Whether no input could be had at all: an error or a stop, not an empty result. */
static bool nothing_read(const struct sulih_output *output)
{
	for (size_t i = 0; i < output->inputs->files.count; i++)
		if (!output->inputs->files.items[i].failed && !output->inputs->files.items[i].torn)
			return false;
	return true;
}

int sulih_output_finish(struct sulih_output *output, struct sulih_error *error)
{
	if (end_writer(output, error) != 0 || told(output, error) != 0)
		return error->code;
	if (output->target == NULL &&
	    (output->header == NULL || (!output->begun && nothing_read(output))))
		return 0;
	if (output->target == NULL) {
		if (!output->begun &&
		    write_standard(output, sulih_view_of(output->nothing), error) != 0)
			return error->code;
		return write_standard(output, sulih_view_of(output->trailer), error);
	}
	if (!output->folder && !output->file.open && !nothing_read(output) &&
	    write_empty(output, 0, error) != 0)
		return error->code;
	if (output->folder)
		return catch_up(output, output->inputs->files.count, error);
	return output->file.open ? finish_file(output, error) : 0;
}

void sulih_output_abandon(struct sulih_output *output)
{
	if (output->target != NULL)
		sulih_outfile_drop(&output->file);
}

void sulih_output_close(struct sulih_output *output)
{
	end_writer(output, NULL);
	sulih_outfile_release(&output->file);
}
