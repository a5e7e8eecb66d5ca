#include "pipeline/cli/files/output.h"

#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The names of standard output: what it was sent to is written to, not replaced. */
static bool is_standard(const char *target)
{
	static const char *const names[] = { "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" };

	for (size_t i = 0; i < SULIH_COUNT(names); i++)
		if (strcmp(target, names[i]) == 0)
			return true;
	return false;
}

int sulih_output_open(struct sulih_output *output, const char *target, const char *ending,
		      const struct sulih_inputs *inputs, struct sulih_error *error)
{
	size_t length = target ? strlen(target) : 0;

	*output = (struct sulih_output){
		.target = target, .ending = ending, .inputs = inputs, .file = { .fd = -1 }
	};
	if (target == NULL || is_standard(target)) {
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
	return sulih_output_check_paths(output, error);
}

static int start_file(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	char *path = sulih_output_path(output, index);

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
