#include "pipeline/cli/stop.h"

#include <signal.h>
#include <stdatomic.h>

#include "base/view.h"

static const struct {
	int number;
	const char *name;
} watched[] = { { SIGINT, "SIGINT" }, { SIGTERM, "SIGTERM" }, { SIGHUP, "SIGHUP" } };

/* The one thing that a handler can speak to; of the lock-free kind, so that it may. */
static atomic_int noted;

static void obey(int number)
{
	signal(number, SIG_DFL);
	raise(number);
}

static void on_signal(int number)
{
	int none = 0;

	if (!atomic_compare_exchange_strong(&noted, &none, number))
		obey(number);
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
