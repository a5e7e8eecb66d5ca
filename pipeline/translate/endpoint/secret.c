#include "pipeline/translate/endpoint/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <spawn.h>
#include <unistd.h>

#include "base/user_place.h"
#include "pipeline/translate/profile/profile.h"

enum { LONGEST_SECRET = 8192 };

extern char **environ;

void sulih_secret_variable(struct sulih_view name, char *room, size_t size)
{
	size_t used = (size_t)snprintf(room, size, "SULIH_SECRET_");

	for (size_t i = 0; i < name.length && used + 1 < size; i++) {
		char c = name.data[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 32);
		room[used++] = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
	}
	room[used] = '\0';
}

void sulih_secret_release(struct sulih_buffer *secret)
{
	if (secret->data != NULL)
		explicit_bzero(secret->data, secret->capacity);
	sulih_buffer_release(secret);
}

/* A secret is one line: line ends and blanks behind it are an editor's. */
static void trim(struct sulih_buffer *out, size_t from)
{
	size_t end = from;

	while (end < out->length && out->data[end] != '\n' && out->data[end] != '\r')
		end++;
	sulih_buffer_truncate(out, end);
	while (out->length > from && out->data[out->length - 1] == ' ')
		sulih_buffer_truncate(out, out->length - 1);
}

/* All that comes, of which no more is kept than a secret may have, and one byte to tell. */
static int read_descriptor(int fd, struct sulih_buffer *out)
{
	size_t left = LONGEST_SECRET + 1;
	char block[1024];
	ssize_t got;

	while ((got = read(fd, block, sizeof(block))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			break;
		sulih_buffer_append(out, block, (size_t)got < left ? (size_t)got : left);
		left -= (size_t)got < left ? (size_t)got : left;
	}
	explicit_bzero(block, sizeof(block));
	return got < 0 ? errno : 0;
}

/* Of what was read behind `from` the line that counts, perhaps none. */
static int take_line(struct sulih_buffer *out, size_t from, const char *where,
		     struct sulih_error *error)
{
	int code = sulih_buffer_status(out, error);

	if (code != 0)
		return code;
	trim(out, from);
	if (out->length - from > LONGEST_SECRET)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the secret of %s is none: it is over %d bytes long", where,
				  LONGEST_SECRET);
	return 0;
}

static int open_secret(const char *path, int *fd, struct sulih_error *error)
{
	struct stat about;
	const char *fault = NULL;

	*fd = open(path, O_RDONLY | O_CLOEXEC);
	if (*fd < 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s: %s", path,
				  strerror(errno));
	if (fstat(*fd, &about) != 0 || S_ISDIR(about.st_mode))
		fault = ": no file";
	else if ((about.st_mode & 077) != 0)
		fault = " can be read by others: chmod 600";
	if (fault == NULL)
		return 0;
	close(*fd);
	return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s%s", path, fault);
}

static int read_secret_file(const char *path, struct sulih_buffer *out, struct sulih_error *error)
{
	size_t from = out->length;
	int fd, failure, code = open_secret(path, &fd, error);

	if (code != 0)
		return code;
	failure = read_descriptor(fd, out);
	close(fd);
	if (failure != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s: %s", path,
				  strerror(failure));
	code = take_line(out, from, path, error);
	if (code == 0 && out->length == from)
		code = sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s is empty", path);
	return code;
}

/* Starts a command whose output goes to `fd`; 0, or an error number.  Its standard input is empty:
 * the program's may be the articles. */
static int start(char *const *arguments, int fd, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	int failure = posix_spawn_file_actions_init(&actions);

	if (failure != 0)
		return failure;
	failure =
		posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (failure == 0)
		failure = posix_spawn_file_actions_adddup2(&actions, fd, STDOUT_FILENO);
	if (failure == 0)
		failure = posix_spawnp(child, arguments[0], &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return failure;
}

/* Runs a command and reads what it prints; 0, or an error number; -1: it did not end well. */
static int run(char *const *arguments, struct sulih_buffer *out)
{
	int ends[2], failure, status = 0;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return errno;
	failure = start(arguments, ends[1], &child);
	close(ends[1]);
	if (failure == 0) {
		failure = read_descriptor(ends[0], out);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	close(ends[0]);
	if (failure == 0 && (!WIFEXITED(status) || WEXITSTATUS(status) != 0))
		failure = -1;
	return failure;
}

int sulih_secret_run(const json_t *command, struct sulih_buffer *out, struct sulih_error *error)
{
	char *arguments[SULIH_MOST_ARGUMENTS + 1] = { NULL };
	size_t from = out->length, count = json_array_size(command);
	int failure, code;

	for (size_t i = 0; i < count && i < SULIH_MOST_ARGUMENTS; i++) {
		const char *one = json_string_value(json_array_get(command, i));

		memcpy(&arguments[i], &one, sizeof(one));
	}
	if (count == 0 || count > SULIH_MOST_ARGUMENTS || arguments[0] == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the command of a secret is no list");
	failure = run(arguments, out);
	if (failure != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the command %s for a secret failed%s%s", arguments[0],
				  failure > 0 ? ": " : "", failure > 0 ? strerror(failure) : "");
	code = take_line(out, from, arguments[0], error);
	if (code == 0 && out->length == from)
		code = sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the command %s for a secret printed nothing", arguments[0]);
	return code;
}

static bool user_file(struct sulih_view name, char *room, size_t size)
{
	return sulih_user_place(SULIH_USER_CONFIG, room, size, "secrets/%.*s",
				SULIH_VIEW_ARGS(name)) &&
	       access(room, F_OK) == 0;
}

int sulih_secret_get(struct sulih_view name, const json_t *secrets, struct sulih_buffer *out,
		     bool *found, struct sulih_error *error)
{
	char variable[128], path[4096], key[64];
	const json_t *about;
	const char *value;

	*found = true;
	sulih_secret_variable(name, variable, sizeof(variable) - 8);
	value = getenv(variable);
	if (value != NULL && value[0] != '\0') {
		size_t from = out->length;

		sulih_buffer_puts(out, value);
		trim(out, from);
		return 0;
	}
	memcpy(variable + strlen(variable), "_FILE", sizeof("_FILE"));
	value = getenv(variable);
	if (value != NULL && value[0] != '\0')
		return read_secret_file(value, out, error);
	snprintf(key, sizeof(key), "%.*s", SULIH_VIEW_ARGS(name));
	about = json_object_get(secrets, key);
	value = json_string_value(json_object_get(about, "file"));
	if (value != NULL)
		return read_secret_file(value, out, error);
	if (user_file(name, path, sizeof(path)))
		return read_secret_file(path, out, error);
	if (json_object_get(about, "command") != NULL)
		return sulih_secret_run(json_object_get(about, "command"), out, error);
	*found = false;
	return 0;
}
