#include "pipeline/translate/http/sockets.h"

#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

struct sulih_socket_state {
	unsigned char watched; /* what the kernel looks for */
	unsigned char wanted;
	bool reported; /* opening and closing are told */
};

enum { MOST_EVENTS = 64 };

int sulih_sockets_init(struct sulih_sockets *sockets)
{
	*sockets = (struct sulih_sockets){ .epoll = epoll_create1(EPOLL_CLOEXEC) };
	return sockets->epoll < 0 ? -1 : 0;
}

void sulih_sockets_release(struct sulih_sockets *sockets)
{
	if (sockets->epoll >= 0)
		close(sockets->epoll);
	free(sockets->states);
	*sockets = (struct sulih_sockets){ .epoll = -1 };
}

static struct sulih_socket_state *state_of(struct sulih_sockets *sockets, int fd)
{
	size_t room = sockets->room ? sockets->room : 64;
	struct sulih_socket_state *longer;

	if (fd < 0)
		return NULL;
	while (room <= (size_t)fd)
		room *= 2;
	if (room > sockets->room) {
		longer = realloc(sockets->states, room * sizeof(*longer));
		if (longer == NULL)
			return NULL;
		memset(longer + sockets->room, 0, (room - sockets->room) * sizeof(*longer));
		sockets->states = longer;
		sockets->room = room;
	}
	return &sockets->states[fd];
}

int sulih_sockets_opened(struct sulih_sockets *sockets, int fd)
{
	struct sulih_socket_state *state = state_of(sockets, fd);

	if (state == NULL)
		return -1;
	*state = (struct sulih_socket_state){ .reported = true };
	return 0;
}

static void forget(struct sulih_sockets *sockets, int fd, struct sulih_socket_state *state)
{
	if (state->watched != 0)
		epoll_ctl(sockets->epoll, EPOLL_CTL_DEL, fd, NULL);
	state->watched = 0;
}

void sulih_sockets_closed(struct sulih_sockets *sockets, int fd)
{
	if (fd < 0 || (size_t)fd >= sockets->room)
		return;
	forget(sockets, fd, &sockets->states[fd]);
	sockets->states[fd] = (struct sulih_socket_state){ 0 };
}

static int watch(struct sulih_sockets *sockets, int fd, struct sulih_socket_state *state)
{
	struct epoll_event event = { .data.fd = fd };
	int first = state->watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
	int other = state->watched ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;

	event.events = (state->wanted & SULIH_SOCKET_IN ? EPOLLIN : 0u) |
		       (state->wanted & SULIH_SOCKET_OUT ? EPOLLOUT : 0u);
	if (epoll_ctl(sockets->epoll, first, fd, &event) != 0 &&
	    epoll_ctl(sockets->epoll, other, fd, &event) != 0)
		return -1;
	state->watched = state->wanted;
	return 0;
}

int sulih_sockets_want(struct sulih_sockets *sockets, int fd, unsigned what)
{
	struct sulih_socket_state *state = state_of(sockets, fd);

	if (state == NULL)
		return -1;
	state->wanted = what & (SULIH_SOCKET_IN | SULIH_SOCKET_OUT);
	if (state->wanted == 0) {
		/* only input may be waited for idly: output is always possible */
		if (!state->reported || state->watched != SULIH_SOCKET_IN)
			forget(sockets, fd, state);
		return 0;
	}
	return state->watched == state->wanted ? 0 : watch(sockets, fd, state);
}

size_t sulih_sockets_wait(struct sulih_sockets *sockets, int wait_ms,
			  struct sulih_socket_event *events, size_t room)
{
	struct epoll_event ready[MOST_EVENTS];
	int most = room < MOST_EVENTS ? (int)room : MOST_EVENTS;
	int count = epoll_wait(sockets->epoll, ready, most, wait_ms);
	size_t used = 0;

	for (int i = 0; i < count; i++) {
		int fd = ready[i].data.fd;
		unsigned flags = ready[i].events;

		if (sockets->states[fd].wanted == 0) {
			forget(sockets, fd, &sockets->states[fd]);
			continue;
		}
		events[used].fd = fd;
		events[used++].what = (flags & EPOLLIN ? SULIH_SOCKET_IN : 0u) |
				      (flags & EPOLLOUT ? SULIH_SOCKET_OUT : 0u) |
				      (flags & (EPOLLERR | EPOLLHUP) ? SULIH_SOCKET_FAULT : 0u);
	}
	return used;
}
