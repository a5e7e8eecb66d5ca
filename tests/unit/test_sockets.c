/*
 * The set of sockets by itself: input that is told, wishes that change while a connection is idle,
 * numbers that come back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "pipeline/translate/http/sockets.h"

struct pair {
	struct sulih_sockets sockets;
	int ours, theirs;
	struct sulih_socket_event events[4];
};

static void open_pair(struct pair *p, bool reported)
{
	int both[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, both), 0);
	p->ours = both[0];
	p->theirs = both[1];
	if (reported)
		assert_int_equal(sulih_sockets_opened(&p->sockets, p->ours), 0);
}

static void close_pair(struct pair *p)
{
	sulih_sockets_closed(&p->sockets, p->ours);
	close(p->ours);
	close(p->theirs);
}

static size_t wait_for(struct pair *p, int ms)
{
	return sulih_sockets_wait(&p->sockets, ms, p->events, 4);
}

static void test_input_is_told(void **state)
{
	struct pair p;

	(void)state;
	assert_int_equal(sulih_sockets_init(&p.sockets), 0);
	open_pair(&p, true);
	assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN), 0);
	assert_int_equal(wait_for(&p, 0), 0);
	assert_int_equal(write(p.theirs, "x", 1), 1);
	assert_int_equal(wait_for(&p, 1000), 1);
	assert_int_equal(p.events[0].fd, p.ours);
	assert_int_equal(p.events[0].what, SULIH_SOCKET_IN);
	/* a change of mind about output */
	assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_OUT), 0);
	assert_int_equal(wait_for(&p, 1000), 1);
	assert_int_equal(p.events[0].what, SULIH_SOCKET_OUT);
	close_pair(&p);
	sulih_sockets_release(&p.sockets);
}

/* What comes while nothing is wanted is not told, and not lost either. */
static void test_idle_and_wanted_again(void **state)
{
	struct pair p;

	(void)state;
	assert_int_equal(sulih_sockets_init(&p.sockets), 0);
	for (int reported = 0; reported < 2; reported++) {
		open_pair(&p, reported);
		for (int round = 0; round < 3; round++) {
			char byte;

			assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN),
					 0);
			assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, 0), 0);
			assert_int_equal(write(p.theirs, "x", 1), 1);
			assert_int_equal(wait_for(&p, round == 1 ? 20 : 0), 0);
			assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN),
					 0);
			assert_int_equal(wait_for(&p, 1000), 1);
			assert_int_equal(read(p.ours, &byte, 1), 1);
		}
		close_pair(&p);
	}
	sulih_sockets_release(&p.sockets);
}

/* A number that comes back is another socket: nothing of the old one may be believed. */
static void test_number_comes_back(void **state)
{
	struct pair p;
	int number = -1;

	(void)state;
	assert_int_equal(sulih_sockets_init(&p.sockets), 0);
	for (int round = 0; round < 4; round++) {
		open_pair(&p, round % 2 == 0);
		assert_true(number < 0 || p.ours == number);
		number = p.ours;
		assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN), 0);
		assert_int_equal(write(p.theirs, "x", 1), 1);
		assert_int_equal(wait_for(&p, 1000), 1);
		assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, 0), 0);
		/* who reports no closing is forgotten when nothing is wanted of him */
		if (round % 2 == 0)
			sulih_sockets_closed(&p.sockets, p.ours);
		close(p.ours);
		close(p.theirs);
	}
	sulih_sockets_release(&p.sockets);
}

/* An idle connection that the other side closes is heard once, not turned round on. */
static void test_hang_up_while_idle(void **state)
{
	struct pair p;

	(void)state;
	assert_int_equal(sulih_sockets_init(&p.sockets), 0);
	open_pair(&p, true);
	assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN), 0);
	assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, 0), 0);
	close(p.theirs);
	assert_int_equal(wait_for(&p, 1000), 0);
	{
		struct timespec before, after;

		clock_gettime(CLOCK_MONOTONIC, &before);
		assert_int_equal(wait_for(&p, 30), 0);
		clock_gettime(CLOCK_MONOTONIC, &after);
		assert_true((after.tv_sec - before.tv_sec) * 1000 +
				    (after.tv_nsec - before.tv_nsec) / 1000000 >=
			    29);
	}
	/* and wanted again, it is told at last */
	assert_int_equal(sulih_sockets_want(&p.sockets, p.ours, SULIH_SOCKET_IN), 0);
	assert_int_equal(wait_for(&p, 1000), 1);
	assert_true(p.events[0].what & SULIH_SOCKET_FAULT);
	sulih_sockets_closed(&p.sockets, p.ours);
	close(p.ours);
	sulih_sockets_release(&p.sockets);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_input_is_told),
		cmocka_unit_test(test_idle_and_wanted_again),
		cmocka_unit_test(test_number_comes_back),
		cmocka_unit_test(test_hang_up_while_idle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
