#include "pipeline/cli/files/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/cli/cli.h"
#include "pipeline/cli/stop.h"

int sulih_inputs_add(struct sulih_inputs *inputs, const char *path, const char *relative,
		     const struct sulih_format *format)
{
	struct sulih_input_file *file = SULIH_VECTOR_ADD(&inputs->files);

	if (file == NULL)
		return SULIH_ERROR_MEMORY;
	file->path = strdup(path);
	file->relative = strdup(relative);
	file->format = format;
	return file->path != NULL && file->relative != NULL ? 0 : SULIH_ERROR_MEMORY;
}

/* A file that was named is read as text unless its ending is known; of these that is hardly meant.
 */
static void doubt_text(const char *path)
{
	static const char *const endings[] = { ".json", ".html", ".htm", ".xml",  ".xlf", ".xliff",
					       ".tmx",	".rss",	 ".csv", ".tsv",  ".pdf", ".doc",
					       ".docx", ".odt",	 ".rtf", ".epub", ".gz",  ".zip" };
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot != NULL && i < SULIH_COUNT(endings); i++)
		if (strcasecmp(dot, endings[i]) == 0)
			sulih_say(SULIH_WARNING,
				  "%s: read as plain text, whatever stands in it (--from names "
				  "another format)",
				  path);
}

static int add_operand(struct sulih_walk *walk, char *operand)
{
	struct sulih_inputs *inputs = walk->inputs;
	const struct sulih_format *from = walk->from,
				  *format = from ? from : sulih_format_for_path(operand);
	const char *slash = strrchr(operand, '/');
	size_t count = inputs->files.count;
	struct stat about;
	int status;

	if (strcmp(operand, "-") != 0 && stat(operand, &about) == 0 && S_ISDIR(about.st_mode)) {
		size_t length = strlen(operand);

		while (length > 1 && operand[length - 1] == '/')
			operand[--length] = '\0';
		inputs->tree = true;
		status = sulih_walk_folder(walk, operand, length + 1);
		if (status == 0 && inputs->files.count == count)
			sulih_say(SULIH_WARNING, "%s: nothing to read in this folder", operand);
		return status;
	}
	if (format == NULL)
		doubt_text(operand);
	status = sulih_inputs_add(inputs, operand, slash ? slash + 1 : operand,
				  format ? format : &sulih_format_text);
	if (status == 0)
		inputs->files.items[count].waits =
			strcmp(operand, "-") == 0 ||
			(stat(operand, &about) == 0 && !S_ISREG(about.st_mode));
	return status;
}

int sulih_inputs_open(struct sulih_inputs *inputs, int count, char **operands,
		      const struct sulih_format *from, const char *output,
		      struct sulih_error *error)
{
	struct sulih_walk walk = { .inputs = inputs, .from = from, .output = output };
	static char standard_input[] = "-";
	char *alone[] = { standard_input };
	int status = 0;

	*inputs = (struct sulih_inputs){ .fd = -1 };
	if (count == 0) {
		count = 1;
		operands = alone;
	}
	for (int i = 0; i < count && status == 0; i++)
		status = add_operand(&walk, operands[i]);
	sulih_walk_say(&walk);
	return status == 0 ? 0 : sulih_fail_memory(error);
}

static void close_current(struct sulih_inputs *inputs)
{
	if (inputs->reader != NULL)
		inputs->files.items[inputs->current].format->close(inputs->reader);
	if (inputs->fd > STDIN_FILENO)
		close(inputs->fd);
	inputs->reader = NULL;
	inputs->fd = -1;
}

void sulih_inputs_close(struct sulih_inputs *inputs)
{
	close_current(inputs);
	for (size_t i = 0; i < inputs->files.count; i++) {
		free(inputs->files.items[i].path);
		free(inputs->files.items[i].relative);
	}
	SULIH_VECTOR_RELEASE(&inputs->files);
}

/* Whether reading would not wait, within so many milliseconds: also at the end or in error. */
static bool has_something(const struct sulih_inputs *inputs, int wait_ms)
{
	struct pollfd one = { .fd = inputs->fd, .events = POLLIN };
	int count = inputs->waits ? poll(&one, 1, wait_ms) : 1;

	return count > 0 || (count < 0 && errno != EINTR);
}

static bool input_ready(void *context)
{
	return has_something(context, 0);
}

static long read_block(void *context, char *block, size_t size, struct sulih_error *error)
{
	struct sulih_inputs *inputs = context;
	enum { LOOK_MS = 500 };
	ssize_t got;

	while (!has_something(inputs, LOOK_MS))
		if (sulih_stop_asked())
			return sulih_fail(error, SULIH_ERROR_STOPPED, "%s: stopped",
					  inputs->input.name);
	do
		got = read(inputs->fd, block, size);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be read: %s",
				  inputs->input.name, strerror(errno));
	return got;
}

int sulih_inputs_start(struct sulih_inputs *inputs, size_t index, struct sulih_error *error)
{
	struct sulih_input_file *file = &inputs->files.items[index];
	struct stat about;

	close_current(inputs);
	inputs->current = index;
	inputs->input = (struct sulih_input){ read_block, input_ready, inputs, file->path };
	do
		inputs->fd = strcmp(file->path, "-") == 0 ? STDIN_FILENO
							  : open(file->path, O_RDONLY | O_CLOEXEC);
	while (inputs->fd < 0 && errno == EINTR && !sulih_stop_asked());
	if (inputs->fd < 0 && errno == EINTR)
		return sulih_fail(error, SULIH_ERROR_STOPPED, "%s: stopped", file->path);
	if (inputs->fd < 0)
		return sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be opened: %s", file->path,
				  strerror(errno));
	inputs->waits = fstat(inputs->fd, &about) == 0 && !S_ISREG(about.st_mode);
	return 0;
}

static int open_current(struct sulih_inputs *inputs, struct sulih_error *error)
{
	int status = sulih_inputs_start(inputs, inputs->current, error);

	return status != 0 ? status
			   : inputs->files.items[inputs->current].format->open(
				     &inputs->input, &inputs->reader, error);
}

int sulih_inputs_next(struct sulih_inputs *inputs, struct sulih_document **document,
		      struct sulih_error *error)
{
	*document = NULL;
	while (inputs->current < inputs->files.count) {
		struct sulih_input_file *file = &inputs->files.items[inputs->current];
		int status = inputs->reader != NULL ? 0 : open_current(inputs, error);

		if (status == SULIH_ERROR_STOPPED) {
			file->torn = true;
			return status;
		}
		if (inputs->reader == NULL) {
			file->failed = true;
			inputs->current++;
			return status;
		}
		status = file->format->next(inputs->reader, document, error);
		if (status != 0) {
			file->failed = file->failed || status == SULIH_ERROR_IO;
			file->torn = file->torn || status == SULIH_ERROR_STOPPED;
			return status;
		}
		if (*document != NULL) {
			(*document)->input_index = inputs->current;
			file->documents++;
			return 0;
		}
		close_current(inputs);
		inputs->current++;
	}
	return 0;
}

static bool current_is_ready(struct sulih_inputs *inputs)
{
	if (!inputs->waits || inputs->reader == NULL)
		return true;
	return inputs->files.items[inputs->current].format->ready(inputs->reader);
}

bool sulih_inputs_ready(struct sulih_inputs *inputs)
{
	size_t opens = inputs->reader != NULL ? inputs->current + 1 : inputs->current;

	/* at the end of a file the next is opened */
	if (opens < inputs->files.count && inputs->files.items[opens].waits)
		return false;
	return current_is_ready(inputs);
}

/* Whether the current input has no document any more; one that may still come is not waited
 * for. */
static bool is_at_end(struct sulih_inputs *inputs)
{
	struct sulih_document *more = NULL;
	struct sulih_error ignored = SULIH_ERROR_INIT;
	int status;

	if (inputs->reader == NULL || !current_is_ready(inputs))
		return false;
	status = inputs->files.items[inputs->current].format->next(inputs->reader, &more, &ignored);
	if (more == NULL)
		return status == 0;
	sulih_document_free(more);
	return false;
}

void sulih_inputs_tear(struct sulih_inputs *inputs)
{
	size_t from = inputs->current;

	if (from < inputs->files.count && is_at_end(inputs))
		from++;
	for (; from < inputs->files.count; from++)
		inputs->files.items[from].torn = true;
}

int sulih_read_whole(const char *path, struct sulih_buffer *bytes, struct sulih_error *error)
{
	enum { BLOCK = 65536 };
	char *operand = strdup(path);
	struct sulih_inputs inputs;
	long got = 0;
	int status = operand == NULL ? sulih_fail_memory(error)
				     : sulih_inputs_open(&inputs, 1, &operand, &sulih_format_text,
							 NULL, error);

	if (status == 0)
		status = sulih_inputs_start(&inputs, 0, error);
	do {
		if (status == 0 && !sulih_buffer_reserve(bytes, BLOCK))
			status = sulih_fail_memory(error);
		if (status != 0)
			break;
		got = read_block(&inputs, bytes->data + bytes->length, BLOCK, error);
		bytes->length += got > 0 ? (size_t)got : 0;
		status = got < 0 ? (int)got : 0;
	} while (got > 0);
	if (bytes->data != NULL)
		bytes->data[bytes->length] = '\0';
	if (operand != NULL)
		sulih_inputs_close(&inputs);
	free(operand);
	return status;
}
