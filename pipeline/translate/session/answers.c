/*
 * What an answer means for its batch: texts go to their pieces, throttles and
 * failures wait and go again, poisoned batches are halved until the segment that
 * poisons them stands alone, and an endpoint that is no use ends the run.
 */
#include <stdio.h>
#include <stdlib.h>

#include "pipeline/translate/repair/repair.h"

enum { SECOND = 1000000, PATIENCE = 300, MOST_THROTTLES = 60, MOST_WRONG = 5, FIRST_TRIES = 3 };
enum { RETRIES_OF_BAD = 2, TRIES_OF_SUSPECT = 2, LATELY = 10 };

static void hide(const struct sulih_session *session, const char *message, char *out, size_t size)
{
	struct sulih_buffer hidden = SULIH_BUFFER_INIT;

	sulih_endpoint_hide(&session->endpoint, sulih_view_of(message), &hidden);
	snprintf(out, size, "%s", hidden.failed ? "" : sulih_buffer_view(&hidden).data);
	sulih_buffer_release(&hidden);
}

void sulih_session_die(struct sulih_session *session, const char *format, ...)
{
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	va_list arguments;
	char message[400];

	if (session->dead)
		return;
	session->dead = true;
	session->face.counts.unreachable = true;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	hide(session, message, session->cause, sizeof(session->cause));
	sulih_buffer_printf(&line, "engine %s at %s: %s", session->face.name, session->endpoint.url,
			    session->cause);
	if (session->options.on_message != NULL && line.failed == 0)
		session->options.on_message(session->options.context, SULIH_ERROR, line.data);
	sulih_buffer_release(&line);
}

void sulih_batch_delay(struct sulih_session *session, struct sulih_batch *batch, int64_t until)
{
	struct sulih_batch **slot = &session->delayed;

	batch->not_before = until;
	while (*slot != NULL && (*slot)->not_before <= until)
		slot = &(*slot)->next;
	batch->next = *slot;
	*slot = batch;
}

static void abandon(struct sulih_session *session, struct sulih_batch *batch)
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
		abandon(session, batch);
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
		abandon(session, half);
}

/* No usable answer: halve the batch, or send a lone text up the ladder. */
static void bisect(struct sulih_session *session, struct sulih_batch *batch, bool too_large,
		   const char *why)
{
	size_t half = batch->count / 2;

	if (batch->count > 1) {
		send_half(session, batch, 0, half);
		send_half(session, batch, half, batch->count);
	} else {
		struct sulih_job *job = batch->pieces[0]->job;

		snprintf(job->refusal, sizeof(job->refusal), "%.*s", (int)sizeof(job->refusal) - 1,
			 why);
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

static void try_later(struct sulih_session *session, struct sulih_batch *batch, int64_t delay)
{
	session->face.counts.retries++;
	sulih_batch_delay(session, batch, sulih_session_now() + delay);
}

/* One text that the server failed at alone before: an error says more of it than of the server,
 * and must not open the breaker while the ladder tries what is left. */
static bool is_suspect(const struct sulih_batch *batch)
{
	return batch->count == 1 && batch->pieces[0]->job->refusal[0] != '\0';
}

/* Whether the failures of lone texts in a row, each counted once however often it is sent, are
 * still those texts' own. */
static bool may_choke(struct sulih_session *session, const struct sulih_batch *batch)
{
	session->choked += batch->count == 1 && !is_suspect(batch);
	return session->choked < MOST_WRONG;
}

/* The network or the server failed; `reached` when it answered at all. */
static void batch_failed(struct sulih_session *session, struct sulih_batch *batch, bool reached,
			 const char *why)
{
	int64_t now = sulih_session_now();
	bool healthy = session->flow.last_success > batch->started;
	/* with a window of one nothing else is under way that could succeed meanwhile */
	bool lately = session->flow.last_success > batch->first_start &&
		      now - session->flow.last_success < LATELY * SECOND;
	unsigned most = session->endpoint.profile.attempts;

	batch->attempts++;
	if (healthy && batch->attempts >= 2) {
		bisect(session, batch, true, why);
		return;
	}
	if (!session->flow.succeeded && !reached && most > FIRST_TRIES)
		most = FIRST_TRIES;
	if (is_suspect(batch) && most > TRIES_OF_SUSPECT)
		most = TRIES_OF_SUSPECT;
	if (!healthy && (batch->attempts >= most || now - batch->first_start > PATIENCE * SECOND)) {
		/* It answered others: it may choke on these words only, which are cut then. */
		if ((reached || lately) && session->flow.succeeded && may_choke(session, batch)) {
			bisect(session, batch, true, why);
			return;
		}
		if (reached && !session->flow.succeeded && batch->count > 1) {
			send_first_alone(session, batch);
			return;
		}
		sulih_session_die(session, "%s (%u attempts)", why, batch->attempts);
		abandon(session, batch);
		return;
	}
	try_later(session, batch, sulih_flow_backoff(&session->flow, now, batch->attempts));
}

static void batch_throttled(struct sulih_session *session, struct sulih_batch *batch,
			    long long retry_after_s, const char *why)
{
	int64_t now = sulih_session_now(), wait = retry_after_s * SECOND;
	bool healthy = session->flow.last_success > batch->first_start;
	bool silly = retry_after_s > session->endpoint.profile.retry_after_max_s;

	batch->throttles++;
	/* A date in the next century is no advice: the own back-off knows better. */
	if (wait <= 0 || silly)
		wait = sulih_flow_backoff(&session->flow, now, batch->throttles);
	sulih_flow_throttled(&session->flow, now, batch->started, wait);
	if ((!healthy && batch->throttles >= session->endpoint.profile.attempts) ||
	    batch->throttles >= MOST_THROTTLES) {
		sulih_session_die(session, "%s (asked %u times)", why, batch->throttles);
		abandon(session, batch);
		return;
	}
	try_later(session, batch, wait);
}

/* Refusals and unreadable answers before the first success: it is no use to go on. */
static bool count_wrong(struct sulih_session *session, const char *why)
{
	if (!session->flow.succeeded && ++session->wrong >= MOST_WRONG)
		sulih_session_die(session, "%s", why);
	return session->dead;
}

static void take_texts(struct sulih_session *session, struct sulih_batch *batch,
		       const struct sulih_reply *reply)
{
	int64_t now = sulih_session_now();

	sulih_flow_success(&session->flow, now);
	session->wrong = session->choked = 0;
	for (size_t i = 0; i < batch->count; i++) {
		struct sulih_view text = reply->texts.items[i].text;

		if (text.data == NULL)
			sulih_piece_failed(session, batch->pieces[i], SULIH_FAULT_EMPTY);
		else
			sulih_piece_answered(session, batch->pieces[i], text);
	}
	sulih_batch_recycle(session, batch);
}

static void barred(struct sulih_session *session, struct sulih_batch *batch, long status,
		   const char *why)
{
	const struct sulih_profile *p = &session->endpoint.profile;

	sulih_flow_neutral(&session->flow);
	if (status == 401 && p->auth == SULIH_AUTH_TOKEN && !batch->token_renewed) {
		batch->token_renewed = true;
		if (sulih_endpoint_token(&session->endpoint, true, session->error) == 0) {
			try_later(session, batch, 0);
			return;
		}
	}
	if (session->flow.succeeded && status != 401) {
		bisect(session, batch, false, why);
		return;
	}
	sulih_session_die(session, "%s", why);
	abandon(session, batch);
}

/* nginx and Apache say in a page what is wrong with TLS, and answer 400. */
static const char *tls_trouble(const struct sulih_reply *reply, long status)
{
	if (status != 400 && status != 403 && status != 496 && status != 497)
		return NULL;
	if (strstr(reply->message, "SSL certificate was sent") != NULL || status == 496)
		return "the server wants a certificate of yours: --client-cert and "
		       "--client-key";
	if (strstr(reply->message, "SSL certificate error") != NULL)
		return "the server does not accept the certificate of --client-cert";
	if (strstr(reply->message, "HTTP request was sent to HTTPS") != NULL || status == 497)
		return "TLS is spoken there: https:// instead of http://";
	return NULL;
}

/* One sentence for people: what the status means, and what the server says. */
static void explain(char *out, size_t size, const struct sulih_reply *reply, long status)
{
	const char *meaning = tls_trouble(reply, status);

	if (meaning == NULL && reply->verdict == SULIH_REPLY_BAD) {
		snprintf(out, size, "%s", reply->message);
		return;
	}
	if (meaning != NULL)
		;
	else if (status == 401 || status == 403)
		meaning = "the key is refused";
	else if (status == 404)
		meaning = "there is nothing at this address";
	else if (status >= 300 && status < 400)
		meaning = "the address has moved, and redirects are not followed";
	else if (status == 413)
		meaning = "the request is too large";
	else if (reply->verdict == SULIH_REPLY_THROTTLED)
		meaning = "the endpoint asks to slow down";
	else if (reply->verdict == SULIH_REPLY_QUOTA)
		meaning = "the quota is spent";
	else if (status >= 500)
		meaning = "the server failed";
	else
		meaning = "the request is refused";
	snprintf(out, size, "%s (HTTP %ld%s%s)", meaning, status, reply->message[0] ? ": " : "",
		 reply->message);
}

/* The last of two members of one name counts, which is a guess: said once a run. */
static void warn_of_twins(struct sulih_session *session)
{
	char line[200];

	if (session->warned_of_twins || session->options.on_message == NULL)
		return;
	session->warned_of_twins = true;
	snprintf(line, sizeof(line),
		 "engine %s: an answer names a member twice; the last one counts",
		 session->face.name);
	session->options.on_message(session->options.context, SULIH_WARNING, line);
}

static void act_on(struct sulih_session *session, struct sulih_batch *batch,
		   const struct sulih_reply *reply, const struct sulih_http_answer *answer)
{
	char said[300], why[300];

	if (reply->twice)
		warn_of_twins(session);
	if (reply->verdict == SULIH_REPLY_GOOD) {
		take_texts(session, batch, reply);
		return;
	}
	explain(said, sizeof(said), reply, answer->status);
	/* servers repeat what was wrong, keys too */
	hide(session, said, why, sizeof(why));
	if (tls_trouble(reply, answer->status) != NULL) {
		sulih_flow_neutral(&session->flow);
		sulih_session_die(session, "%s", why);
		abandon(session, batch);
		return;
	}
	switch (reply->verdict) {
	case SULIH_REPLY_THROTTLED:
		batch_throttled(session, batch, answer->retry_after_s, why);
		return;
	case SULIH_REPLY_FAILED:
		if (is_suspect(batch))
			sulih_flow_said_nothing(&session->flow);
		else
			sulih_flow_failed(&session->flow, sulih_session_now(), batch->started,
					  batch->attempts == 0 && !batch->half);
		batch_failed(session, batch, true, why);
		return;
	case SULIH_REPLY_BARRED:
		barred(session, batch, answer->status, why);
		return;
	case SULIH_REPLY_QUOTA:
		sulih_flow_neutral(&session->flow);
		sulih_session_die(session, "%s", why);
		abandon(session, batch);
		return;
	default:
		break;
	}
	sulih_flow_neutral(&session->flow);
	/* A page or half an answer amid good ones passes; the same request may do. */
	if (session->flow.succeeded && !reply->parsed && reply->verdict == SULIH_REPLY_BAD &&
	    ++batch->attempts <= RETRIES_OF_BAD) {
		try_later(session, batch,
			  sulih_flow_backoff(&session->flow, sulih_session_now(), batch->attempts));
		return;
	}
	/* a server that cannot count may still do for single texts */
	if ((batch->count == 1 || !reply->parsed || reply->verdict == SULIH_REPLY_REFUSED) &&
	    reply->verdict != SULIH_REPLY_TOO_LARGE && count_wrong(session, why))
		abandon(session, batch);
	else
		bisect(session, batch, reply->verdict == SULIH_REPLY_TOO_LARGE, why);
}

static void not_answered(struct sulih_session *session, struct sulih_batch *batch,
			 const struct sulih_http_answer *answer)
{
	if (answer->outcome == SULIH_HTTP_INSECURE || answer->outcome == SULIH_HTTP_UNUSABLE) {
		sulih_flow_neutral(&session->flow);
		sulih_session_die(session, "%s", answer->message);
		abandon(session, batch);
	} else if (answer->outcome == SULIH_HTTP_TOO_LONG) {
		sulih_flow_neutral(&session->flow);
		if (count_wrong(session, answer->message))
			abandon(session, batch);
		else
			bisect(session, batch, false, answer->message);
	} else {
		sulih_flow_failed(&session->flow, sulih_session_now(), batch->started,
				  batch->attempts == 0);
		batch_failed(session, batch, false, answer->message);
	}
}

void sulih_batch_answered(void *context, void *job, const struct sulih_http_answer *answer)
{
	struct sulih_session *session = context;
	struct sulih_batch *batch = job;
	struct sulih_expansion x;
	struct sulih_reply reply;

	if (answer->outcome != SULIH_HTTP_ANSWERED) {
		not_answered(session, batch, answer);
		return;
	}
	x = sulih_batch_expansion(session, batch);
	if (sulih_reply_read(&session->endpoint.profile, answer->status, answer->body, &x, &reply,
			     session->error) != 0) {
		sulih_flow_neutral(&session->flow);
		abandon(session, batch);
	} else {
		act_on(session, batch, &reply, answer);
	}
	sulih_reply_release(&reply);
}
