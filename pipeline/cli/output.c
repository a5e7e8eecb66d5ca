#include "pipeline/cli/output.h"

#include <errno.h>
#include <fcntl.h>
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
	char *path; /* of an output; NULL for an input */
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
		if (find_file(outputs[i].path, &outputs[i]) &&
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

	for (size_t i = 0; i < files && status == 0; i++)
		input_count += find_file(output->inputs->files.items[i].path, &inputs[input_count]);
	for (size_t i = 0; i < count && status == 0; i++)
		if ((outputs[i].path = output_path(output, i)) == NULL)
			status = sulih_fail_memory(error);
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
		.target = target, .ending = ending, .inputs = inputs, .fd = -1
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

static int make_folders(char *path, struct sulih_error *error)
{
	for (char *c = path + 1; *c != '\0'; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST) {
			int status = sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be made: %s",
						path, strerror(errno));

			*c = '/';
			return status;
		}
		*c = '/';
	}
	return 0;
}

static int write_all(int fd, struct sulih_view bytes, const char *name, struct sulih_error *error)
{
	while (bytes.length > 0) {
		ssize_t done = write(fd, bytes.data, bytes.length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", name,
					  strerror(errno));
		bytes = sulih_view_slice(bytes, (size_t)done, bytes.length);
	}
	return 0;
}

/* A nameless file in the folder of output->path, which finish_file gives its name. */
static int open_nameless(struct sulih_output *output, struct sulih_error *error)
{
	char *folder = strdup(output->path), *slash = folder ? strrchr(folder, '/') : NULL;

	if (folder == NULL)
		return sulih_fail_memory(error);
	if (slash != NULL)
		slash[slash == folder] = '\0';
	output->fd = open(slash ? folder : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	free(folder);
	if (asprintf(&output->temporary, "%s.sulih-%ld", output->path, (long)getpid()) < 0) {
		output->temporary = NULL;
		return sulih_fail_memory(error);
	}
	if (output->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
		/* a file system that knows no nameless files */
		output->fd =
			open(output->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		output->named_temporary = output->fd >= 0;
	}
	return 0;
}

/* Opens output->path.  Behind a link it is the file linked to; a pipe or a device is no file
 * that another could replace, it is written to as it is. */
static int open_path(struct sulih_output *output, struct sulih_error *error)
{
	struct stat about;
	char *real;

	if (stat(output->path, &about) == 0) {
		if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
			output->direct = true;
			output->fd = open(output->path, O_WRONLY | O_CLOEXEC);
			return 0;
		}
		real = realpath(output->path, NULL);
		if (real != NULL) {
			free(output->path);
			output->path = real;
		}
	}
	return open_nameless(output, error);
}

static int start_file(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	output->named_temporary = output->direct = false;
	output->path = output_path(output, index);
	if (output->path == NULL)
		return sulih_fail_memory(error);
	if (output->folder && make_folders(output->path, error) != 0)
		return error->code;
	if (open_path(output, error) != 0)
		return error->code;
	if (output->fd < 0)
		return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s", output->path,
				  strerror(errno));
	output->open = true;
	return write_all(output->fd, sulih_view_of(output->header), output->path, error);
}

static void forget_file(struct sulih_output *output)
{
	if (output->fd > STDERR_FILENO)
		close(output->fd);
	if (output->named_temporary && output->temporary != NULL)
		unlink(output->temporary);
	free(output->temporary);
	free(output->path);
	output->temporary = output->path = NULL;
	output->fd = -1;
	output->open = output->named_temporary = false;
}

/* Gives the nameless file its name.  A new name needs one step; an old file is replaced by way
 * of another name. */
static bool name_file(struct sulih_output *output)
{
	char link[64];

	snprintf(link, sizeof(link), "/proc/self/fd/%d", output->fd);
	if (!output->named_temporary) {
		if (linkat(AT_FDCWD, link, AT_FDCWD, output->path, AT_SYMLINK_FOLLOW) == 0)
			return true;
		if (errno != EEXIST)
			return false;
		output->named_temporary =
			linkat(AT_FDCWD, link, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) == 0;
	}
	if (!output->named_temporary || rename(output->temporary, output->path) != 0)
		return false;
	output->named_temporary = false;
	return true;
}

static int finish_file(struct sulih_output *output, struct sulih_error *error)
{
	int status = write_all(output->fd, sulih_view_of(output->trailer), output->path, error);

	if (status != 0)
		return status;
	if (!output->direct && !name_file(output))
		status = sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written: %s",
				    output->path, strerror(errno));
	forget_file(output);
	return status;
}

/* The output of an input without a document. */
static int write_empty(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	if (start_file(output, index, error) != 0)
		return error->code;
	return write_all(output->fd, sulih_view_of(output->nothing), output->path, error);
}

/* Outputs of the inputs before `index` that had no document: an empty file each. */
static int catch_up(struct sulih_output *output, size_t index, struct sulih_error *error)
{
	if (output->open && (output->next_input == index + 1 || !output->folder))
		return 0;
	if (output->open && finish_file(output, error) != 0)
		return error->code;
	for (; output->folder && output->next_input < index; output->next_input++) {
		const struct sulih_input_file *file =
			&output->inputs->files.items[output->next_input];

		if (file->failed || file->documents > 0)
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

	if (!output->open &&
	    write_all(STDOUT_FILENO, sulih_view_of(output->header), name, error) != 0)
		return error->code;
	output->open = true;
	return write_all(STDOUT_FILENO, bytes, name, error);
}

int sulih_output_write(struct sulih_output *output, size_t index, struct sulih_view bytes,
		       struct sulih_error *error)
{
	if (output->target == NULL)
		return write_standard(output, bytes, error);
	if (catch_up(output, index, error) != 0)
		return error->code;
	if (!output->open && start_file(output, index, error) != 0)
		return error->code;
	output->next_input = index + 1;
	return write_all(output->fd, bytes, output->path, error);
}

/* Whether no input could be had at all: an error, not an empty result. */
static bool nothing_read(const struct sulih_output *output)
{
	for (size_t i = 0; i < output->inputs->files.count; i++)
		if (!output->inputs->files.items[i].failed)
			return false;
	return true;
}

int sulih_output_finish(struct sulih_output *output, struct sulih_error *error)
{
	if (output->target == NULL && (output->header == NULL || nothing_read(output)))
		return 0;
	if (output->target == NULL) {
		if (!output->open &&
		    write_standard(output, sulih_view_of(output->nothing), error) != 0)
			return error->code;
		return write_standard(output, sulih_view_of(output->trailer), error);
	}
	if (!output->folder && !output->open && !nothing_read(output) &&
	    write_empty(output, 0, error) != 0)
		return error->code;
	if (output->folder)
		return catch_up(output, output->inputs->files.count, error);
	return output->open ? finish_file(output, error) : 0;
}

void sulih_output_abandon(struct sulih_output *output)
{
	if (output->target != NULL && output->open)
		forget_file(output);
}

void sulih_output_close(struct sulih_output *output)
{
	if (output->fd >= 0 || output->path != NULL)
		forget_file(output);
}
