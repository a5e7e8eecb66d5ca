/*
 * The other runs on the store: what one of them is about to send is not sent by this one too
 * (remember_claims.c).
 *
 * A run that finds something missing enters itself into the store, with a lease that it renews.
 * As long as it is alone there, that is all.  When another comes, each claims what it sends before
 * it sends it; what is claimed already is waited for, while the run goes on with its other
 * documents.  An answer and the end of its claim are one step of the store.  A run never waits for
 * what waits itself: only what is given to the engine is claimed.  Claims of a dead run are
 * nobody's when its lease is over; one that lives and does not answer is waited for with patience,
 * and not for ever.
 */
#include "pipeline/store/remember.h"

#include "base/clock.h"

/* How often to look who is there, and to renew the lease.  The lock that this takes is tried for a
 * moment at each look: a newcomer waits for it, and one that stays is not to take the time of the
 * network. */
enum { LOOK_US = 100000, RENEW_US = 2000000, TELL_LOCK_MS = 20 };
/* How long a newcomer waits for a store that is locked: the first step on a new file waits for the
 * disk with the lock in its hand, and a disk that is busy takes its time; but a program that keeps
 * the lock is not to keep the news.  Then, for a run that does not tell yet what it has under way:
 * less, since one that was killed a moment ago does not tell that it is dead. */
enum { LOCKED_US = 5000000, SILENT_US = 1000000, INTRODUCTION_PAUSE_MS = 10 };

bool sulih_company_end_step(struct sulih_remembering *r, int status)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (status == 0 && r->store->is->commit(r->store, &error) == 0)
		return true;
	r->store->is->give_up(r->store);
	return false;
}

/* What the inner engine has already is told a run that has just come, and so are its answers that
 * the store has not taken yet. */
static int claim_under_way(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = 0;
	bool mine;

	for (struct sulih_given_item *one = r->company.under_way.first; one != NULL && status == 0;
	     one = one->next)
		if (one->keyed)
			status = r->store->is->claim(r->store, &one->key, &mine, &error);
	for (size_t i = 0; i < r->waiting.count && status == 0; i++)
		status = r->store->is->claim(r->store, &r->waiting.items[i].key, &mine, &error);
	return status;
}

/* The lease, and whether claims are told: all in one step, in which is looked again.  Of two runs
 * that come at once, and see nobody, the one that is entered later sees the other. */
static enum sulih_company_step tell(struct sulih_remembering *r,
				    struct sulih_store_company *company)
{
	struct sulih_company *c = &r->company;
	struct sulih_error error = SULIH_ERROR_INIT;
	bool telling = false;
	int status = r->store->is->begin(r->store, TELL_LOCK_MS, &error);

	if (status != 0)
		return SULIH_COMPANY_LOCKED;
	status = r->store->is->look(r->store, company, &error);
	if (status == 0) {
		telling = company->others > 0;
		status = r->store->is->live(r->store, telling, &error);
	}
	if (status == 0 && telling && !c->telling)
		status = claim_under_way(r);
	if (!sulih_company_end_step(r, status))
		return SULIH_COMPANY_REFUSED;
	c->telling = telling;
	return SULIH_COMPANY_TOLD;
}

struct sulih_store_company sulih_company_look_around(struct sulih_remembering *r)
{
	struct sulih_company *c = &r->company;
	struct sulih_store_company company = { 0 };
	struct sulih_error error = SULIH_ERROR_INIT;
	long long now = sulih_clock_us();
	int status = r->store->is->look(r->store, &company, &error);

	c->look_at = now + LOOK_US;
	if (status != 0 || ((company.others > 0) == c->telling && now < c->renew_at))
		return company;
	c->step = tell(r, &company);
	c->renew_at = c->step == SULIH_COMPANY_TOLD ? now + RENEW_US : now;
	return company;
}

static void introduction_pause(void)
{
	const struct timespec pause = { .tv_nsec = INTRODUCTION_PAUSE_MS * 1000000L };

	nanosleep(&pause, NULL);
}

static bool is_locked(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = r->store->is->begin(r->store, 0, &error);

	r->store->is->give_up(r->store);
	return status != 0;
}

/* Enters the run; a lock that stays is told of. */
static struct sulih_store_company enter(struct sulih_remembering *r)
{
	const long long began = sulih_clock_us();
	struct sulih_company *c = &r->company;
	struct sulih_store_company company = sulih_company_look_around(r);
	long long waited = 0;
	bool told = false;

	while (c->step == SULIH_COMPANY_LOCKED && waited < LOCKED_US) {
		introduction_pause();
		company = sulih_company_look_around(r);
		waited = sulih_clock_us() - began;
		if (told || c->step != SULIH_COMPANY_LOCKED ||
		    waited < SULIH_LOCK_WORTH_A_WORD_MS * 1000LL)
			continue;
		told = true;
		sulih_remembering_say(r, SULIH_WARNING,
				      "store %s: another program has locked it; this run waits for "
				      "up to %d s before it asks for what is not there",
				      r->store->name, LOCKED_US / 1000000);
	}
	return company;
}

/* A run that came before claims what it has under way as soon as it sees this one: that is waited
 * for, or it would be paid for twice. */
static void join(struct sulih_remembering *r)
{
	struct sulih_company *c = &r->company;
	struct sulih_store_company company;
	long long until, waited = 0;

	sulih_remembering_end_finding(r);
	c->joined = true;
	c->step = SULIH_COMPANY_LOCKED; /* nothing is told yet */
	c->renew_at = 0;
	company = enter(r);
	until = sulih_clock_us() + SILENT_US;
	while (c->telling && company.silent > 0 && sulih_clock_us() < until) {
		introduction_pause();
		/* nobody can tell anything while it is locked */
		if (waited < LOCKED_US && is_locked(r)) {
			waited += INTRODUCTION_PAUSE_MS * 1000;
			until += INTRODUCTION_PAUSE_MS * 1000;
		}
		company = sulih_company_look_around(r);
	}
}

bool sulih_company_takes(struct sulih_remembering *r, struct sulih_given_item *one)
{
	struct sulih_company *c = &r->company;

	if (c->barred || r->blind)
		return false;
	if (!c->joined) {
		join(r);
		/* a run that was waited for may have kept the answer, and left */
		if (!c->telling && sulih_remembering_find(r, one->document, one->item, &one->key)) {
			c->shared++;
			sulih_remembering_return(r, one);
			return true;
		}
	}
	if (c->telling)
		sulih_given_row_add(&c->to_claim, one);
	return c->telling;
}

void sulih_company_leave(struct sulih_remembering *r)
{
	const struct sulih_company *c = &r->company;
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (!c->joined)
		return;
	/* what cannot be taken back is nobody's when the lease is over */
	status = r->store->is->begin(r->store, SULIH_COMPANY_LOCK_MS, &error);
	if (status == 0)
		status = r->store->is->leave(r->store, &error);
	sulih_company_end_step(r, status);
	if (c->shared > 0)
		sulih_remembering_say(r, SULIH_INFO,
				      "store %s: answers that another run on it asked for: %zu",
				      r->store->name, c->shared);
	if (c->overdue > 0)
		sulih_remembering_say(
			r, SULIH_WARNING,
			"store %s: another run on it has not answered in %d s what it "
			"had claimed; asked for here too: %zu",
			r->store->name, SULIH_COMPANY_PATIENCE_US / 1000000, c->overdue);
}
