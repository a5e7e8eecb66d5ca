/* Starts the stub server beside the test program. */
#ifndef SULIH_TESTS_SUPPORT_STUB_PROCESS_H
#define SULIH_TESTS_SUPPORT_STUB_PROCESS_H

#include <sys/types.h>

struct stub_process {
	pid_t pid;
	int input; /* closing it ends the server */
	unsigned port;
};

/* `arguments` end in NULL; 0 or -1. */
int stub_process_start(struct stub_process *stub, const char *const *arguments);
void stub_process_stop(struct stub_process *stub);

#endif
