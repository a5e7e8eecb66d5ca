#include "pipeline/cli/stop.h"

#include <stdatomic.h>
#include <unistd.h>

#include "base/view.h"

static const struct {
	int number;
	const char *name;
} watched[] = { { SIGINT, "SIGINT" }, { SIGTERM, "SIGTERM" }, { SIGHUP, "SIGHUP" } };

/* The things that a handler can speak to; of the lock-free kind, so that it may. */
static atomic_int noted, overdue; /* the first signal; one that waits to end the program */
static atomic_uint held;

/* To the process: the thread that asks may take no signals. */
static void obey(int number)
{
	signal(number, SIG_DFL);
	kill(getpid(), number);
}

static void on_signal(int number)
{
	int none = 0;

	if (atomic_compare_exchange_strong(&noted, &none, number))
		return;
	if (atomic_load(&held) > 0)
		atomic_store(&overdue, number);
	else
		obey(number);
}

void sulih_stop_hold(sigset_t *before)
{
	sigset_t all;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, before);
	atomic_fetch_add(&held, 1);
}

void sulih_stop_let_go(const sigset_t *before)
{
	if (atomic_fetch_sub(&held, 1) == 1 && atomic_load(&overdue) != 0)
		obey(atomic_load(&overdue));
	pthread_sigmask(SIG_SETMASK, before, NULL);
}

void sulih_stop_watch(void)
{
	struct sigaction how = { .sa_handler = on_signal }, before;

	for (size_t i = 0; i < SULIH_COUNT(watched); i++)
		if (sigaction(watched[i].number, NULL, &before) == 0 &&
		    before.sa_handler != SIG_IGN)
			sigaction(watched[i].number, &how, NULL);
}

bool sulih_stop_asked(void)
{
	return atomic_load(&noted) != 0;
}

const char *sulih_stop_name(void)
{
	int number = atomic_load(&noted);

	for (size_t i = 0; i < SULIH_COUNT(watched); i++)
		if (watched[i].number == number)
			return watched[i].name;
	return "no signal";
}

int sulih_stop_obey(int status)
{
	enum { BY_SIGNAL = 128 };
	int number = atomic_load(&noted);

	if (number == 0)
		return status;
	obey(number);
	return BY_SIGNAL + number;
}
