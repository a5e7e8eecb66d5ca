#include "pipeline/cli/cli.h"
#include "pipeline/cli/stop.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

const struct sulih_command *const sulih_commands[] = { &sulih_command_translate,
						       &sulih_command_extract,
						       &sulih_command_merge,
						       &sulih_command_normalize,
						       &sulih_command_segment,
						       &sulih_command_protect,
						       &sulih_command_engines,
						       &sulih_command_probe,
						       &sulih_command_glossary,
						       &sulih_command_tm,
						       NULL };

static void print_help(FILE *out)
{
	fprintf(out, "usage: sulih COMMAND [OPTION]... [FILE|FOLDER]...\n\n"
		     "Prepares Indonesian news for machine translation into English and puts the\n"
		     "result together again.\n\ncommands:\n");
	for (size_t i = 0; sulih_commands[i] != NULL; i++)
		fprintf(out, "  %-11s %s\n", sulih_commands[i]->name, sulih_commands[i]->summary);
	fprintf(out,
		"\nsulih COMMAND --help tells more; sulih --version the version; the manual is "
		"sulih(1).\n"
		"Exit status: 0 done, 1 a segment is flagged, 2 wrong usage, 3 configuration,\n"
		"4 input or output, 5 the engine could not be used, 6 a bug.\n");
}

/* A standard stream that is closed gets a place holder that fails when it is used: else the
 * next file to be opened would become it, and messages would go into an output. */
static void guard_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			return;
}

/* NULL, and said, when there is none. */
static const struct sulih_command *find_command(const char *name)
{
	for (size_t i = 0; sulih_commands[i] != NULL; i++)
		if (strcmp(name, sulih_commands[i]->name) == 0)
			return sulih_commands[i];
	sulih_say(SULIH_ERROR, "no command '%s'; sulih --help lists them", name);
	return NULL;
}

static int run_command(int argc, char **argv)
{
	const struct sulih_command *command;

	if (argc < 2) {
		print_help(stderr);
		return SULIH_STATUS_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    (strcmp(argv[1], "help") == 0 && argc == 2)) {
		print_help(stdout);
		return SULIH_STATUS_OK;
	}
	if (strcmp(argv[1], "--version") == 0) {
		printf("sulih %s\n", SULIH_VERSION);
		return SULIH_STATUS_OK;
	}
	if (strcmp(argv[1], "help") == 0) {
		command = find_command(argv[2]);
		if (command != NULL)
			sulih_cli_help(command, stdout);
		return command != NULL ? SULIH_STATUS_OK : SULIH_STATUS_USAGE;
	}
	command = find_command(argv[1]);
	return command != NULL ? sulih_cli_run(command, argc - 1, argv + 1) : SULIH_STATUS_USAGE;
}

/*
 * Blocks as long as a long document's are mapped, grow where they are and are given back at
 * once.  Left alone, the allocator keeps them after the first one was freed, and copies what
 * grows from one to the next.
 */
static void map_large_blocks(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int sulih_cli_main(int argc, char **argv)
{
	int status;

	map_large_blocks();
	guard_standard_streams();
	/* a reader that goes away (| head) is an error of write, not a signal */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit is said as a full disk is */
	sulih_check_log();
	status = run_command(argc, argv);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		sulih_say(SULIH_ERROR, "standard output: cannot be written: %s", strerror(errno));
		status = sulih_graver(status, SULIH_STATUS_INPUT);
	}
	return sulih_stop_obey(status);
}
