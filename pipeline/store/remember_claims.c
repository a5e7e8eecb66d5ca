/*
 * What other runs on the store are to answer (remember_company.c knows of them): it is claimed
 * before it is sent, and what is claimed already is waited for.
 */
#include "pipeline/store/remember.h"

#include "base/clock.h"

/* How often to look for what others are to answer (that may take a tenth of the time); how long
 * what is to be sent waits to be claimed, where the store is locked. */
enum { POLL_US = 50000, POLL_SHARE = 10, CLAIM_US = 10000000 };

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

/* A store that is locked is tried again, while the network goes on; not for ever. */
static bool claims_later(struct sulih_company *c)
{
	long long now = sulih_clock_us();

	if (c->locked_since == 0)
		c->locked_since = now;
	c->claim_at = now + POLL_US;
	return now - c->locked_since < CLAIM_US;
}

/* Claims what is to be sent, all in one step, and gives it to the inner engine.  Where the store
 * does not take claims, it is sent without. */
static int claim_all(struct sulih_remembering *r, struct sulih_error *error)
{
	struct sulih_company *c = &r->company;
	struct sulih_error fault = SULIH_ERROR_INIT;
	struct sulih_given_item *one;
	bool told;
	int status = r->store->is->begin(r->store, SULIH_COMPANY_LOCK_MS, &fault);

	if (status == 0)
		c->locked_since = 0;
	else if (claims_later(c))
		return 0;
	for (one = c->to_claim.first; one != NULL; one = one->next) {
		one->fate = SULIH_ITEM_OURS;
		if (status == 0)
			status = find_fate(r, one, true);
	}
	told = sulih_company_end_step(r, status);
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
		bool overdue = began - one->since > SULIH_COMPANY_PATIENCE_US;

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
		sulih_company_look_around(r);
	if (r->stopped)
		return 0;
	if (c->awaited.count > 0 && now >= c->poll_at)
		status = poll(r, error);
	if (status == 0 && c->to_claim.count > 0 && now >= c->claim_at)
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
