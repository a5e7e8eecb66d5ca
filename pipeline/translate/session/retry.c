/*
 * What becomes of a batch that brought no texts: it waits and goes again, is halved, or
 * is given up; and when the endpoint as a whole is given up.
 */
#include "base/clock.h"
#include "base/utf8.h"
#include "pipeline/translate/repair/repair.h"

enum { SECOND = 1000000, PATIENCE = 300, MOST_THROTTLES = 60, MOST_CHOKED = 5, FIRST_TRIES = 3 };
enum { TRIES_OF_SUSPECT = 2, LATELY = 10 };

void sulih_batch_delay(struct sulih_session *session, struct sulih_batch *batch, int64_t until)
{
	struct sulih_batch **slot = &session->delayed;

	batch->not_before = until;
	while (*slot != NULL && (*slot)->not_before <= until)
		slot = &(*slot)->next;
	batch->next = *slot;
	*slot = batch;
}

void sulih_batch_abandon(struct sulih_session *session, struct sulih_batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		sulih_piece_abandoned(session, batch->pieces[i]);
	sulih_batch_recycle(session, batch);
}

void sulih_session_drain(struct sulih_session *session)
{
	struct sulih_piece *piece;

	while (session->delayed != NULL) {
		struct sulih_batch *batch = session->delayed;

		session->delayed = batch->next;
		sulih_batch_abandon(session, batch);
	}
	while ((piece = sulih_queue_take(&session->repairs)) != NULL ||
	       (piece = sulih_queue_take(&session->last)) != NULL ||
	       (piece = sulih_queue_take(&session->fresh)) != NULL)
		sulih_piece_abandoned(session, piece);
}

/* Half of a batch as a batch of its own, to be sent at once. */
static void send_half(struct sulih_session *session, const struct sulih_batch *batch, size_t from,
		      size_t to)
{
	struct sulih_batch *half = sulih_batch_new(session, to - from);

	if (half == NULL) {
		for (size_t i = from; i < to; i++)
			sulih_piece_abandoned(session, batch->pieces[i]);
		return;
	}
	half->half = true;
	half->count = to - from;
	memcpy(half->pieces, batch->pieces + from, half->count * sizeof(*half->pieces));
	if (sulih_batch_build(session, half) == 0)
		sulih_batch_delay(session, half, 0);
	else
		sulih_batch_abandon(session, half);
}

/* No usable answer: halve the batch, or send a lone text up the ladder. */
void sulih_batch_bisect(struct sulih_session *session, struct sulih_batch *batch, bool too_large,
			const char *why)
{
	size_t half = batch->count / 2;

	if (batch->count > 1) {
		send_half(session, batch, 0, half);
		send_half(session, batch, half, batch->count);
	} else {
		struct sulih_job *job = batch->pieces[0]->job;

		sulih_utf8_print(job->refusal, sizeof(job->refusal), "%s", why);
		if (too_large)
			sulih_piece_too_large(session, batch->pieces[0]);
		else
			sulih_piece_failed(session, batch->pieces[0], 0);
	}
	sulih_batch_recycle(session, batch);
}

/* A server that never yet answered may only be too small for batches: one text tells. */
static void send_first_alone(struct sulih_session *session, struct sulih_batch *batch)
{
	send_half(session, batch, 0, 1);
	send_half(session, batch, 1, batch->count);
	sulih_batch_recycle(session, batch);
}

void sulih_batch_try_later(struct sulih_session *session, struct sulih_batch *batch, int64_t delay)
{
	session->face.counts.retries++;
	sulih_batch_delay(session, batch, sulih_clock_us() + delay);
}

/* One text that the server failed at alone before: an error says more of it than of the server,
 * and must not open the breaker while the ladder tries what is left. */
bool sulih_batch_is_suspect(const struct sulih_batch *batch)
{
	return batch->count == 1 && batch->pieces[0]->job->refusal[0] != '\0';
}

/* A pause that somebody who waits would wonder at. */
static void tell_of_pause(struct sulih_session *session, int64_t now, const char *why)
{
	enum { LONG_PAUSE = 5 };

	if (session->flow.hold_until > now + LONG_PAUSE * (int64_t)SECOND)
		sulih_session_warn_of_trouble(session, why,
					      "; it is left alone for a while and tried again");
}

/* Whether the failures of lone texts in a row, each counted once however often it is sent, are
 * still those texts' own. */
static bool may_choke(struct sulih_session *session, const struct sulih_batch *batch)
{
	session->choked += batch->count == 1 && !sulih_batch_is_suspect(batch);
	return session->choked < MOST_CHOKED;
}

/* The network or the server failed; `reached` when it answered at all. */
void sulih_batch_failed(struct sulih_session *session, struct sulih_batch *batch, bool reached,
			const char *why)
{
	int64_t now = sulih_clock_us();
	bool healthy = session->flow.last_success > batch->started;
	/* with a window of one nothing else is under way that could succeed meanwhile */
	bool lately = session->flow.last_success > batch->first_start &&
		      now - session->flow.last_success < LATELY * SECOND;
	unsigned most = session->endpoint.profile.attempts;

	batch->attempts++;
	if (healthy && batch->attempts >= 2) {
		sulih_batch_bisect(session, batch, true, why);
		return;
	}
	if (!session->flow.succeeded && !reached && most > FIRST_TRIES)
		most = FIRST_TRIES;
	if (sulih_batch_is_suspect(batch) && most > TRIES_OF_SUSPECT)
		most = TRIES_OF_SUSPECT;
	if (!healthy && (batch->attempts >= most || now - batch->first_start > PATIENCE * SECOND)) {
		/* It answered others: it may choke on these words only, which are cut then. */
		if ((reached || lately) && session->flow.succeeded && may_choke(session, batch)) {
			sulih_batch_bisect(session, batch, true, why);
			return;
		}
		if (reached && !session->flow.succeeded && batch->count > 1) {
			send_first_alone(session, batch);
			return;
		}
		sulih_session_die(session, "%s (%u %s)", why,
				  SULIH_COUNTED(batch->attempts, "attempt"));
		sulih_batch_abandon(session, batch);
		return;
	}
	tell_of_pause(session, now, why);
	sulih_batch_try_later(session, batch,
			      sulih_flow_backoff(&session->flow, now, batch->attempts));
}

void sulih_batch_throttled(struct sulih_session *session, struct sulih_batch *batch,
			   long long retry_after_s, const char *why)
{
	int64_t now = sulih_clock_us(), wait;
	bool healthy = session->flow.last_success > batch->first_start;

	batch->throttles++;
	/* A date in the next century is no advice: the own back-off knows better. */
	if (retry_after_s > 0 && retry_after_s <= session->endpoint.profile.retry_after_max_s)
		wait = retry_after_s * SECOND;
	else
		wait = sulih_flow_backoff(&session->flow, now, batch->throttles);
	sulih_flow_throttled(&session->flow, now, batch->started, wait);
	if ((!healthy && batch->throttles >= session->endpoint.profile.attempts) ||
	    batch->throttles >= MOST_THROTTLES) {
		sulih_session_die(session, "%s (asked %u %s)", why,
				  SULIH_COUNTED(batch->throttles, "time"));
		sulih_batch_abandon(session, batch);
		return;
	}
	tell_of_pause(session, now, why);
	sulih_batch_try_later(session, batch, wait);
}
