/*
 * The other runs on the store: what one of them is about to send is not sent by this one too.
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

/* How often to look who is there, and to renew the lease; how long a newcomer waits for a run that
 * does not tell yet what it has under way; how often to look for what others are to answer (that
 * may take a tenth of the time), and how long to wait for it. */
enum { LOOK_US = 100000, RENEW_US = 2000000, LOCK_MS = 200, POLL_US = 50000, POLL_SHARE = 10 };
enum { INTRODUCTION_MS = 1000, INTRODUCTION_PAUSE_MS = 10 };
static const long long most_patience_us = 300 * 1000000LL;

void sulih_given_row_add(struct sulih_given_row *row, struct sulih_given_item *one)
{
	one->next = NULL;
	one->before = row->last;
	if (row->last != NULL)
		row->last->next = one;
	else
		row->first = one;
	row->last = one;
	row->count++;
}

void sulih_given_row_take(struct sulih_given_row *row, struct sulih_given_item *one)
{
	if (one->before != NULL)
		one->before->next = one->next;
	else
		row->first = one->next;
	if (one->next != NULL)
		one->next->before = one->before;
	else
		row->last = one->before;
	row->count--;
}

static struct sulih_given_item *take_first(struct sulih_given_row *row)
{
	struct sulih_given_item *one = row->first;

	if (one != NULL)
		sulih_given_row_take(row, one);
	return one;
}

static bool end_step(struct sulih_remembering *r, int status)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (status == 0 && r->store->is->commit(r->store, &error) == 0)
		return true;
	r->store->is->give_up(r->store);
	return false;
}

/* What the inner engine has already is told a run that has just come. */
static int claim_under_way(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = 0;
	bool mine;

	for (struct sulih_given_item *one = r->company.under_way.first; one != NULL && status == 0;
	     one = one->next)
		if (one->keyed)
			status = r->store->is->claim(r->store, &one->key, &mine, &error);
	return status;
}

/* Looks who is there; renews the lease when that is due, or whether claims are told changes.  What
 * the store does not take now is tried again. */
static struct sulih_store_company look_around(struct sulih_remembering *r)
{
	struct sulih_company *c = &r->company;
	struct sulih_store_company company = { 0 };
	struct sulih_error error = SULIH_ERROR_INIT;
	long long now = sulih_clock_us();
	int status = r->store->is->look(r->store, &company, &error);
	bool telling = company.others > 0;

	c->look_at = now + LOOK_US;
	if (status != 0 || (telling == c->telling && now < c->renew_at))
		return company;
	c->renew_at = now + RENEW_US;
	status = r->store->is->begin(r->store, LOCK_MS, &error);
	if (status == 0)
		status = r->store->is->live(r->store, telling, &error);
	if (status == 0 && telling && !c->telling)
		status = claim_under_way(r);
	if (end_step(r, status)) {
		c->telling = telling;
		c->pause_us = LOOK_US;
	} else {
		/* soon at first, since a newcomer waits for this; a lock that stays is not to take
		 * the time of the network */
		c->look_at = sulih_clock_us() + c->pause_us;
		c->pause_us = c->pause_us < RENEW_US ? 2 * c->pause_us : RENEW_US;
	}
	return company;
}

/* A run that came before claims what it has under way as soon as it sees this one: that is waited
 * for, or it would be paid for twice. */
static void join(struct sulih_remembering *r)
{
	const struct timespec pause = { .tv_nsec = INTRODUCTION_PAUSE_MS * 1000000L };
	struct sulih_store_company company;

	sulih_remembering_end_finding(r);
	r->company.joined = true;
	r->company.renew_at = 0;
	r->company.pause_us = LOOK_US;
	company = look_around(r);
	for (int waited = 0; waited < INTRODUCTION_MS && company.silent > 0 && r->company.telling;
	     waited += INTRODUCTION_PAUSE_MS) {
		nanosleep(&pause, NULL);
		company = look_around(r);
	}
}

bool sulih_company_takes(struct sulih_remembering *r, struct sulih_given_item *one)
{
	struct sulih_company *c = &r->company;

	if (c->barred || r->blind)
		return false;
	if (!c->joined)
		join(r);
	if (c->telling)
		sulih_given_row_add(&c->to_claim, one);
	return c->telling;
}

/* Whether another run has the item, within a step. */
static int find_fate(struct sulih_remembering *r, struct sulih_given_item *one, bool claim)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool mine = true, theirs = false;
	int status = 0;

	one->fate = SULIH_ITEM_OURS;
	if (sulih_remembering_look_up(r, one->document, one->item, &one->key))
		one->fate = SULIH_ITEM_FOUND;
	else if (r->blind)
		return 0;
	else if (claim)
		status = r->store->is->claim(r->store, &one->key, &mine, &error);
	else
		status = r->store->is->is_claimed(r->store, &one->key, &theirs, &error);
	if (status == 0 && (!mine || theirs))
		one->fate = SULIH_ITEM_THEIRS;
	return status;
}

/* Claims what is to be sent, all in one step, and gives it to the inner engine.  Where the store
 * does not take claims, it is sent without. */
static int claim_all(struct sulih_remembering *r, struct sulih_error *error)
{
	struct sulih_company *c = &r->company;
	struct sulih_error fault = SULIH_ERROR_INIT;
	struct sulih_given_item *one;
	bool told;
	int status = r->store->is->begin(r->store, LOCK_MS, &fault);

	for (one = c->to_claim.first; one != NULL; one = one->next) {
		one->fate = SULIH_ITEM_OURS;
		if (status == 0)
			status = find_fate(r, one, true);
	}
	told = end_step(r, status);
	status = 0;
	while (status == 0 && (one = take_first(&c->to_claim)) != NULL) {
		if (one->fate == SULIH_ITEM_FOUND) {
			c->shared++;
			sulih_remembering_return(r, one);
		} else if (told && one->fate == SULIH_ITEM_THEIRS) {
			one->since = sulih_clock_us();
			sulih_given_row_add(&c->awaited, one);
		} else {
			status = sulih_remembering_give(r, one, error);
		}
	}
	return status;
}

/* Looks for the answers of others.  What they have given up, or a dead one has left, is this run's
 * to claim. */
static int poll(struct sulih_remembering *r, struct sulih_error *error)
{
	struct sulih_company *c = &r->company;
	long long began = sulih_clock_us(), ended;
	struct sulih_given_item *one, *next;
	int status = 0;

	sulih_remembering_begin_finding(r);
	for (one = c->awaited.first; one != NULL; one = one->next)
		if (find_fate(r, one, false) != 0)
			one->fate = SULIH_ITEM_OURS;
	sulih_remembering_end_finding(r);
	for (one = c->awaited.first; one != NULL && status == 0; one = next) {
		bool overdue = began - one->since > most_patience_us;

		next = one->next;
		if (one->fate == SULIH_ITEM_THEIRS && !overdue)
			continue;
		sulih_given_row_take(&c->awaited, one);
		if (one->fate == SULIH_ITEM_FOUND) {
			c->shared++;
			sulih_remembering_return(r, one);
		} else if (one->fate == SULIH_ITEM_THEIRS || r->blind) {
			c->overdue += !r->blind;
			status = sulih_remembering_give(r, one, error);
		} else {
			sulih_given_row_add(&c->to_claim, one);
		}
	}
	ended = sulih_clock_us();
	c->poll_at = ended + POLL_SHARE * (ended - began);
	if (c->poll_at < ended + POLL_US)
		c->poll_at = ended + POLL_US;
	return status;
}

int sulih_company_turn(struct sulih_remembering *r, struct sulih_error *error)
{
	struct sulih_company *c = &r->company;
	long long now;
	int status = 0;

	if (!c->joined)
		return 0;
	now = sulih_clock_us();
	if (now >= c->look_at)
		look_around(r);
	if (r->stopped)
		return 0;
	if (c->awaited.count > 0 && now >= c->poll_at)
		status = poll(r, error);
	if (status == 0 && c->to_claim.count > 0)
		status = claim_all(r, error);
	return status;
}

bool sulih_company_waits(const struct sulih_remembering *r)
{
	return !r->stopped && r->company.awaited.count + r->company.to_claim.count > 0;
}

int sulih_company_release(struct sulih_remembering *r, struct sulih_error *error)
{
	const struct sulih_company *c = &r->company;
	int status = 0;

	if (!c->telling)
		return 0;
	for (size_t i = 0; i < r->waiting.count && status == 0; i++)
		status = r->store->is->release(r->store, &r->waiting.items[i].key, error);
	for (size_t i = 0; i < c->given_up.count && status == 0; i++)
		status = r->store->is->release(r->store, &c->given_up.items[i], error);
	return status;
}

void sulih_company_leave(struct sulih_remembering *r)
{
	const struct sulih_company *c = &r->company;
	struct sulih_error error = SULIH_ERROR_INIT;
	int status;

	if (!c->joined)
		return;
	/* what cannot be taken back is nobody's when the lease is over */
	status = r->store->is->begin(r->store, LOCK_MS, &error);
	if (status == 0)
		status = r->store->is->leave(r->store, &error);
	end_step(r, status);
	if (c->shared > 0)
		sulih_remembering_say(r, SULIH_INFO,
				      "store %s: answers that another run on it asked for: %zu",
				      r->store->name, c->shared);
	if (c->overdue > 0)
		sulih_remembering_say(
			r, SULIH_WARNING,
			"store %s: another run on it has not answered in %lld s what it "
			"had claimed; asked for here too: %zu",
			r->store->name, most_patience_us / 1000000, c->overdue);
}
