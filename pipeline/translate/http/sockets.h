/*
 * The sockets of many requests in one epoll set.
 *
 * A kept-alive connection waits for input, is idle for a moment and waits for
 * input again, thousands of times.  Idle sockets therefore stay in the set: what
 * is not wanted any more is taken out only when it makes itself heard (a server
 * that closes an idle connection), and a socket that is wanted again costs
 * nothing.  This holds for sockets whose opening and closing is reported here;
 * others leave the set at once, since their number may come back as another file.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_SOCKETS_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_SOCKETS_H

#include <stdbool.h>
#include <stddef.h>

struct sulih_socket_state;

struct sulih_sockets {
	int epoll;
	struct sulih_socket_state *states; /* by number */
	size_t room;
};

enum { SULIH_SOCKET_IN = 1, SULIH_SOCKET_OUT = 2, SULIH_SOCKET_FAULT = 4 };

struct sulih_socket_event {
	int fd;
	unsigned what; /* SULIH_SOCKET_* */
};

/* 0, or -1: no memory or no files left. */
int sulih_sockets_init(struct sulih_sockets *sockets);
void sulih_sockets_release(struct sulih_sockets *sockets);
/* `fd` is new.  -1: no memory, and it is not known then. */
int sulih_sockets_opened(struct sulih_sockets *sockets, int fd);
/* `fd` is about to be closed. */
void sulih_sockets_closed(struct sulih_sockets *sockets, int fd);
/* What is waited for at `fd` from now on; 0: nothing. */
int sulih_sockets_want(struct sulih_sockets *sockets, int fd, unsigned what);
/* Waits at most `wait_ms`; the number of events, of those that are wanted. */
size_t sulih_sockets_wait(struct sulih_sockets *sockets, int wait_ms,
			  struct sulih_socket_event *events, size_t room);

#endif
