/*
 * What an answer means for its batch: texts go to their pieces, throttles and
 * failures wait and go again, poisoned batches are halved until the segment that
 * poisons them stands alone, and an endpoint that is no use ends the run.
 */
#include "base/clock.h"
#include "pipeline/translate/repair/repair.h"

enum {
	MOST_WRONG = 5,	      /* before the first success, in a row */
	RETRIES_OF_BAD = 2,   /* of a page or half an answer where others are answered */
	TRIES_OF_BARRED = 4,  /* of a batch where nobody is answered any more */
	TRIES_OF_HALF = 2,    /* of what was halved, or is suspected for its words */
	MOST_TURNED_AWAY = 5, /* batches that had all their tries, in a row */
	MOST_REFUSED = 40     /* different lone texts, in a row */
};

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
	int64_t now = sulih_clock_us();

	sulih_flow_success(&session->flow, now);
	session->wrong = session->choked = session->turned_away = session->refused = 0;
	for (size_t i = 0; i < batch->count; i++) {
		struct sulih_view text = reply->texts.items[i].text;

		if (text.data == NULL)
			sulih_piece_failed(session, batch->pieces[i], SULIH_FAULT_EMPTY);
		else
			sulih_piece_answered(session, batch->pieces[i], text);
	}
	sulih_batch_recycle(session, batch);
}

/* Nothing more is sent there. */
static void give_up_endpoint(struct sulih_session *session, struct sulih_batch *batch,
			     const char *why)
{
	sulih_flow_neutral(&session->flow);
	sulih_session_die(session, "%s", why);
	sulih_batch_abandon(session, batch);
}

/* Whom it served it does not let in any more (a key that has expired, a log-in page): for these
 * words alone, for a moment, or for good.  Where others are answered meanwhile it is these words;
 * where nobody is, the endpoint is left alone for a while, and in the end given up. */
static void turned_away(struct sulih_session *session, struct sulih_batch *batch, bool may_pass,
			const char *why)
{
	int64_t now = sulih_clock_us(), delay;
	bool healthy = session->flow.last_success > batch->started;
	unsigned patience = batch->half ? TRIES_OF_HALF : TRIES_OF_BARRED;

	batch->attempts++;
	if (healthy || sulih_batch_is_suspect(batch))
		patience = may_pass ? RETRIES_OF_BAD + 1 : TRIES_OF_HALF;
	if (batch->attempts < patience) {
		delay = sulih_flow_backoff(&session->flow, now, batch->attempts);
		if (healthy) {
			sulih_flow_neutral(&session->flow);
		} else {
			sulih_flow_throttled(&session->flow, now, batch->started, delay);
			sulih_session_warn_of_trouble(
				session, why,
				", though it answered before; that is tried again for a while");
		}
		sulih_batch_try_later(session, batch, delay);
		return;
	}
	sulih_flow_neutral(&session->flow);
	if (!healthy && !sulih_batch_is_suspect(batch) &&
	    ++session->turned_away >= MOST_TURNED_AWAY) {
		sulih_session_die(session, "%s", why);
		sulih_batch_abandon(session, batch);
		return;
	}
	sulih_batch_bisect(session, batch, false, why);
}

static void barred(struct sulih_session *session, struct sulih_batch *batch, long status,
		   const char *why)
{
	const struct sulih_profile *p = &session->endpoint.profile;

	if (status == 401 && p->auth == SULIH_AUTH_TOKEN && !batch->token_renewed) {
		batch->token_renewed = true;
		if (sulih_endpoint_token(&session->endpoint, true, session->error) == 0) {
			sulih_flow_neutral(&session->flow);
			sulih_batch_try_later(session, batch, 0);
			return;
		}
	}
	if (session->flow.succeeded && status != 401) {
		turned_away(session, batch, false, why);
		return;
	}
	give_up_endpoint(session, batch, why);
}

static void server_failed(struct sulih_session *session, struct sulih_batch *batch, const char *why)
{
	if (sulih_batch_is_suspect(batch))
		sulih_flow_said_nothing(&session->flow);
	else
		sulih_flow_failed(&session->flow, sulih_clock_us(), batch->started,
				  batch->attempts == 0 && !batch->half);
	sulih_batch_failed(session, batch, true, why);
}

/* So many different texts in a row are not refused for their words. */
static bool is_refused_for_good(struct sulih_session *session, const struct sulih_batch *batch,
				const struct sulih_reply *reply)
{
	if (!session->flow.succeeded || reply->verdict != SULIH_REPLY_REFUSED || batch->count > 1 ||
	    sulih_batch_is_suspect(batch))
		return false;
	return ++session->refused >= MOST_REFUSED;
}

/* Refused, too large, or no answer that can be read. */
static void no_use(struct sulih_session *session, struct sulih_batch *batch,
		   const struct sulih_reply *reply, const char *why)
{
	bool too_large = reply->verdict == SULIH_REPLY_TOO_LARGE;

	/* A page or half an answer amid good ones passes; the same request may do. */
	if (session->flow.succeeded && !reply->parsed && reply->verdict == SULIH_REPLY_BAD) {
		turned_away(session, batch, true, why);
		return;
	}
	sulih_flow_neutral(&session->flow);
	if (is_refused_for_good(session, batch, reply)) {
		sulih_session_die(session, "%s", why);
		sulih_batch_abandon(session, batch);
		return;
	}
	/* a server that cannot count may still do for single texts */
	if ((batch->count == 1 || !reply->parsed || reply->verdict == SULIH_REPLY_REFUSED) &&
	    !too_large && count_wrong(session, why))
		sulih_batch_abandon(session, batch);
	else
		sulih_batch_bisect(session, batch, too_large, why);
}

static void act_on(struct sulih_session *session, struct sulih_batch *batch,
		   const struct sulih_reply *reply, const struct sulih_http_answer *answer)
{
	char why[300];

	if (reply->twice)
		sulih_session_warn_of_twins(session);
	if (reply->verdict == SULIH_REPLY_GOOD) {
		take_texts(session, batch, reply);
		return;
	}
	sulih_session_explain(why, sizeof(why), reply, answer->status);
	if (reply->verdict == SULIH_REPLY_QUOTA ||
	    sulih_session_tls_trouble(reply, answer->status) != NULL)
		give_up_endpoint(session, batch, why);
	else if (reply->verdict == SULIH_REPLY_THROTTLED)
		sulih_batch_throttled(session, batch, answer->retry_after_s, why);
	else if (reply->verdict == SULIH_REPLY_FAILED)
		server_failed(session, batch, why);
	else if (reply->verdict == SULIH_REPLY_BARRED)
		barred(session, batch, answer->status, why);
	else
		no_use(session, batch, reply, why);
}

static void not_answered(struct sulih_session *session, struct sulih_batch *batch,
			 const struct sulih_http_answer *answer)
{
	if (answer->outcome == SULIH_HTTP_INSECURE || answer->outcome == SULIH_HTTP_UNUSABLE) {
		give_up_endpoint(session, batch, answer->message);
	} else if (answer->outcome == SULIH_HTTP_TOO_LONG) {
		sulih_flow_neutral(&session->flow);
		if (count_wrong(session, answer->message))
			sulih_batch_abandon(session, batch);
		else
			sulih_batch_bisect(session, batch, false, answer->message);
	} else {
		sulih_flow_failed(&session->flow, sulih_clock_us(), batch->started,
				  batch->attempts == 0);
		sulih_batch_failed(session, batch, false, answer->message);
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
		sulih_batch_abandon(session, batch);
	} else {
		sulih_session_note_move(&reply, answer);
		/* servers repeat what was wrong, keys too */
		sulih_endpoint_hide_cut(&session->endpoint, reply.message);
		act_on(session, batch, &reply, answer);
	}
	sulih_reply_release(&reply);
}
