/*
 * A make-believe MT server for the benchmarks: answers each request MS after it is
 * complete, never sooner and as little later as the kernel's clock allows, on one
 * core, keep-alive.  It speaks {"q": "TEXT"} → {"translatedText":
 * "TEXT"} and changes a few words of the same length, so that it is no echo.
 *
 *     delayd MS      prints its port; serves until its standard input ends
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CONNECTIONS = 2048, ROOM = 16384 };

struct connection {
	int fd;
	size_t length;
	bool waiting;
	int64_t due;
	struct connection *next; /* answers fall due in the order they were asked for */
	char in[ROOM], out[ROOM + 256];
};

static struct connection *first, *last, *all[MOST_CONNECTIONS];
static int64_t delay_ns;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void swap_words(char *text)
{
	static const char *const words[][2] = { { " yang ", " that " },
						{ " dari ", " from " },
						{ " akan ", " will " },
						{ " dan ", " and " } };

	for (size_t i = 0; i < 4; i++)
		for (char *p = text; (p = strstr(p, words[i][0])) != NULL;)
			memcpy(p, words[i][1], strlen(words[i][1]));
}

/* The text is copied as it stands in the request: its JSON string stays a JSON string. */
static void answer(struct connection *c)
{
	char *text = strstr(c->in, "\"q\":\""), *end;
	int body, length;

	text = text ? text + 5 : c->in;
	for (end = text; *end && *end != '"'; end++)
		if (*end == '\\' && end[1])
			end++;
	*end = '\0';
	swap_words(text);
	body = (int)strlen(text) + 21;
	length = snprintf(c->out, sizeof(c->out),
			  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
			  "Content-Length: %d\r\n\r\n{\"translatedText\":\"%s\"}",
			  body, text);
	if (write(c->fd, c->out, (size_t)length) != length)
		fprintf(stderr, "delayd: short write\n");
	c->length = 0;
	c->waiting = false;
}

static bool is_complete(const struct connection *c)
{
	const char *head = strstr(c->in, "\r\n\r\n"), *length;

	if (head == NULL)
		return false;
	length = strcasestr(c->in, "content-length:");
	return length != NULL &&
	       c->length >= (size_t)(head - c->in) + 4 + strtoul(length + 15, NULL, 10);
}

static void take_input(int epoll, struct connection *c)
{
	ssize_t got = read(c->fd, c->in + c->length, ROOM - 1 - c->length);

	if (got <= 0) {
		if (got < 0 && (errno == EAGAIN || errno == EINTR))
			return;
		epoll_ctl(epoll, EPOLL_CTL_DEL, c->fd, NULL);
		close(c->fd);
		c->fd = -1;
		return;
	}
	c->length += (size_t)got;
	c->in[c->length] = '\0';
	if (c->waiting || !is_complete(c))
		return;
	c->waiting = true;
	c->due = now_ns() + delay_ns;
	if (delay_ns == 0) {
		answer(c);
		return;
	}
	c->next = NULL;
	if (last != NULL)
		last->next = c;
	else
		first = c;
	last = c;
}

static void take_connection(int epoll, int listener)
{
	int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC), one = 1;
	struct epoll_event event = { .events = EPOLLIN };

	for (size_t i = 0; fd >= 0 && i < MOST_CONNECTIONS; i++) {
		if (all[i] == NULL)
			all[i] = calloc(1, sizeof(*all[i]));
		else if (all[i]->fd >= 0)
			continue;
		if (all[i] == NULL)
			break;
		all[i]->fd = fd;
		all[i]->length = 0;
		all[i]->waiting = false;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
		event.data.ptr = all[i];
		epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
		return;
	}
	if (fd >= 0)
		close(fd);
}

/* Waits for input or until the next answer is due.  Whole milliseconds, as of epoll_wait, would
 * be late by half of one on average, or spend it turning round. */
static int wait_for(int epoll, struct epoll_event *events, int room)
{
	int64_t left = first != NULL ? first->due - now_ns() : 0;
	struct timespec wait = { 0, 0 };

	if (left > 0)
		wait = (struct timespec){ left / 1000000000, left % 1000000000 };
	return epoll_pwait2(epoll, events, room, first != NULL ? &wait : NULL, NULL);
}

static void serve(int epoll, const int *listener)
{
	struct epoll_event events[256];
	char block[64];

	for (;;) {
		int count = wait_for(epoll, events, 256);
		int64_t now;

		for (int i = 0; i < count; i++) {
			if (events[i].data.ptr == listener)
				take_connection(epoll, *listener);
			else if (events[i].data.ptr != NULL)
				take_input(epoll, events[i].data.ptr);
			else if (read(STDIN_FILENO, block, sizeof(block)) <= 0)
				return;
		}
		now = now_ns();
		while (first != NULL && first->due <= now) {
			struct connection *c = first;

			first = c->next;
			if (first == NULL)
				last = NULL;
			if (c->fd >= 0)
				answer(c);
		}
	}
}

int main(int argc, char **argv)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
	int epoll = epoll_create1(EPOLL_CLOEXEC);
	struct epoll_event event = { .events = EPOLLIN };

	delay_ns = argc > 1 ? atol(argv[1]) * 1000000 : 0;
	prctl(PR_SET_TIMERSLACK, 1); /* else the kernel may be 50 us late */
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
	if (bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(listener, 1024) != 0 ||
	    getsockname(listener, (struct sockaddr *)&address, &size) != 0) {
		perror("delayd");
		return 1;
	}
	event.data.ptr = &listener;
	epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
	event.data.ptr = NULL;
	epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event);
	printf("port %u\n", ntohs(address.sin_port));
	fflush(stdout);
	serve(epoll, &listener);
	return 0;
}
