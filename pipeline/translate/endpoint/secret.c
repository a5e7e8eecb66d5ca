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

/* A secret is one line: line ends and blanks behind it are an editor's. */
static void trim(struct sulih_buffer *out, size_t from)
{
	for (size_t i = from; i < out->length; i++) {
		if (out->data[i] == '\n' || out->data[i] == '\r') {
			sulih_buffer_truncate(out, i);
			break;
		}
	}
	while (out->length > from && out->data[out->length - 1] == ' ')
		sulih_buffer_truncate(out, out->length - 1);
}

static int read_descriptor(int fd, struct sulih_buffer *out)
{
	char block[1024];
	ssize_t got;

	while ((got = read(fd, block, sizeof(block))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (out->length + (size_t)got <= LONGEST_SECRET)
			sulih_buffer_append(out, block, (size_t)got);
	}
	return 0;
}

static int read_secret_file(const char *path, struct sulih_buffer *out, struct sulih_error *error)
{
	size_t from = out->length;
	struct stat about;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int failure;

	if (fd < 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s: %s", path,
				  strerror(errno));
	if (fstat(fd, &about) != 0 || S_ISDIR(about.st_mode)) {
		close(fd);
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s: no file", path);
	}
	if ((about.st_mode & 077) != 0) {
		close(fd);
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "secret file %s can be read by others: chmod 600", path);
	}
	failure = read_descriptor(fd, out);
	close(fd);
	if (failure != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s: %s", path,
				  strerror(failure));
	trim(out, from);
	if (out->length == from)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "secret file %s is empty", path);
	return 0;
}

int sulih_secret_run(const json_t *command, struct sulih_buffer *out, struct sulih_error *error)
{
	char *arguments[SULIH_MOST_ARGUMENTS + 1] = { NULL };
	size_t from = out->length, count = json_array_size(command);
	posix_spawn_file_actions_t actions;
	int ends[2], failure, status = 0;
	pid_t child;

	for (size_t i = 0; i < count && i < SULIH_MOST_ARGUMENTS; i++) {
		const char *one = json_string_value(json_array_get(command, i));

		memcpy(&arguments[i], &one, sizeof(one));
	}
	if (count == 0 || count > SULIH_MOST_ARGUMENTS || arguments[0] == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the command of a secret is no list");
	if (pipe2(ends, O_CLOEXEC) != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "no pipe: %s", strerror(errno));
	posix_spawn_file_actions_init(&actions);
	/* standard input may be the articles */
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	failure = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	if (failure == 0) {
		failure = read_descriptor(ends[0], out);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	close(ends[0]);
	if (failure != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the command %s for a secret failed%s%s", arguments[0],
				  failure ? ": " : "", failure ? strerror(failure) : "");
	trim(out, from);
	if (out->length == from)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "the command %s for a secret printed nothing", arguments[0]);
	return 0;
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
