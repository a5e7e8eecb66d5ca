#include "tests/support/stub_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* build/tests/unit/test_x → build/tests/server/mt_stub */
static int stub_path(char *room, size_t size)
{
	ssize_t length = readlink("/proc/self/exe", room, size - 32);
	char *slash;

	if (length <= 0)
		return -1;
	room[length] = '\0';
	for (int i = 0; i < 2; i++) {
		slash = strrchr(room, '/');
		if (slash == NULL)
			return -1;
		*slash = '\0';
	}
	strcat(room, "/server/mt_stub");
	return access(room, X_OK);
}

int stub_process_start(struct stub_process *stub, const char *const *arguments)
{
	posix_spawn_file_actions_t actions;
	char path[4096], line[64];
	char *argv[16] = { path };
	int input[2], output[2], failure;
	FILE *file;

	if (stub_path(path, sizeof(path)) != 0 || pipe2(input, O_CLOEXEC) != 0 ||
	    pipe2(output, O_CLOEXEC) != 0)
		return -1;
	for (int i = 0; arguments != NULL && arguments[i] != NULL && i < 14; i++)
		memcpy(&argv[i + 1], &arguments[i], sizeof(char *));
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
	failure = posix_spawn(&stub->pid, path, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(input[0]);
	close(output[1]);
	stub->input = input[1];
	file = fdopen(output[0], "r");
	if (failure != 0 || file == NULL || fgets(line, sizeof(line), file) == NULL ||
	    sscanf(line, "port %u", &stub->port) != 1)
		failure = -1;
	if (file != NULL)
		fclose(file);
	return failure ? -1 : 0;
}

void stub_process_stop(struct stub_process *stub)
{
	close(stub->input);
	waitpid(stub->pid, NULL, 0);
}
