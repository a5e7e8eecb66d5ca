#include "pipeline/translate/session/http_engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "pipeline/translate/repair/repair.h"

/* The caller wants to look at other things meanwhile: a stop, documents that came. */
enum { LONGEST_RUN_US = 100000 };
/* Whoever names a concurrency knows the endpoint: the window begins here, not with four. */
enum { FIRST_WINDOW_NAMED = 16 };

static struct sulih_job *take_job(struct sulih_session *session)
{
	struct sulih_job *job = session->job_pool, *next_of_all;
	struct sulih_buffer wire;
	struct sulih_parts target;

	if (job == NULL) {
		job = calloc(1, sizeof(*job));
		if (job == NULL)
			return NULL;
		job->next_of_all = session->all_jobs;
		session->all_jobs = job;
		return job;
	}
	session->job_pool = job->next;
	next_of_all = job->next_of_all;
	wire = job->whole.wire;
	target = job->whole.target;
	*job = (struct sulih_job){ .next_of_all = next_of_all,
				   .whole = { .wire = wire, .target = target } };
	return job;
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct sulih_session *session = (struct sulih_session *)engine;
	struct sulih_job *job;

	if (item->state == SULIH_ITEM_SKIPPED ||
	    !sulih_verify_has_words(item->source.items, item->source.count)) {
		if (sulih_item_keep_source(item, SULIH_ITEM_SKIPPED) != 0)
			return sulih_fail_memory(error);
		engine->counts.items++;
		session->options.on_done(session->options.context, ticket);
		return 0;
	}
	job = take_job(session);
	if (job == NULL)
		return sulih_fail_memory(error);
	job->document = document;
	job->item = item;
	job->ticket = ticket;
	session->open++;
	session->error = error;
	if (session->dead)
		sulih_job_give_up(session, job);
	else
		sulih_job_start(session, job);
	session->error = NULL;
	return error ? error->code : 0;
}

static bool start(struct sulih_session *session, struct sulih_batch *batch, int64_t now)
{
	struct sulih_endpoint *e = &session->endpoint;
	struct sulih_view body = sulih_buffer_view(&batch->body);
	const char *url = e->query_has_text ? batch->url.data : e->address;
	bool retry = batch->attempts + batch->throttles > 0;

	if (e->profile.encoding == SULIH_ENCODING_NONE)
		body.data = NULL;
	if (sulih_endpoint_token(e, false, session->error) != 0 ||
	    sulih_http_start(e->http, e->profile.method, url, body, batch, session->error) != 0)
		return false;
	batch->started = now;
	if (batch->first_start == 0)
		batch->first_start = now;
	sulih_flow_started(&session->flow, now, batch->characters, retry);
	session->face.counts.requests++;
	session->face.counts.characters += batch->characters;
	return true;
}

/* The next request that is due: one that waited, or a new one. */
static struct sulih_batch *next_batch(struct sulih_session *session, int64_t now)
{
	struct sulih_batch *batch = session->delayed;

	if (batch != NULL && batch->not_before <= now) {
		session->delayed = batch->next;
		return batch;
	}
	return sulih_batch_pack(session);
}

/* Starts what may start; *wake gets when to look again. */
static void fill_window(struct sulih_session *session, int64_t now, int64_t *wake)
{
	struct sulih_batch *batch;

	*wake = INT64_MAX;
	if (session->stopped)
		return;
	while (!session->dead && sulih_flow_may_start(&session->flow, now, 0, wake)) {
		batch = next_batch(session, now);
		if (batch == NULL)
			break;
		if (!sulih_flow_may_start(&session->flow, now, batch->characters, wake)) {
			sulih_batch_delay(session, batch, *wake);
			break;
		}
		if (!start(session, batch, now)) {
			sulih_session_die(session, "%s",
					  session->error ? session->error->message : "no memory");
			sulih_batch_delay(session, batch, now);
		}
	}
	if (session->delayed != NULL && session->delayed->not_before < *wake &&
	    session->delayed->not_before > now)
		*wake = session->delayed->not_before;
}

static int wait_ms(int64_t now, int64_t wake)
{
	return wake <= now ? 0 : (int)((wake - now + 999) / 1000);
}

static bool is_at_rest(const struct sulih_session *session)
{
	return session->stopped ? session->flow.in_flight == 0 : session->open == 0;
}

static int run(struct sulih_engine *engine, bool *idle, struct sulih_error *error)
{
	struct sulih_session *session = (struct sulih_session *)engine;
	struct sulih_error own = SULIH_ERROR_INIT;
	int64_t now = sulih_clock_us(), until = now + LONGEST_RUN_US, wake;
	int code = 0;

	session->error = &own;
	session->done = 0;
	do {
		fill_window(session, now, &wake);
		if (session->dead)
			sulih_session_drain(session);
		if (session->done > 0 || is_at_rest(session) || own.code == SULIH_ERROR_MEMORY)
			break;
		code = sulih_http_work(session->endpoint.http,
				       wait_ms(now, wake < until ? wake : until),
				       sulih_batch_answered, session, &own);
		if (session->done == 0)
			now = sulih_clock_us();
	} while (code == 0 && session->done == 0 && now < until);
	session->error = NULL;
	*idle = is_at_rest(session);
	if (own.code == SULIH_ERROR_MEMORY)
		return sulih_fail(error, own.code, "%s", own.message);
	return code;
}

static void stop(struct sulih_engine *engine)
{
	struct sulih_session *session = (struct sulih_session *)engine;
	long longest = session->options.timeout_ms;
	char line[160];

	session->stopped = true;
	if (session->flow.in_flight == 0 || session->options.on_message == NULL)
		return;
	if (longest == 0)
		longest = session->endpoint.profile.total_ms;
	snprintf(line, sizeof(line), "engine %s: waiting for %u %s under way, %ld s at most",
		 engine->name, SULIH_COUNTED(session->flow.in_flight, "request"),
		 (longest + 999) / 1000);
	session->options.on_message(session->options.people, SULIH_WARNING, line);
}

static size_t appetite(const struct sulih_engine *engine)
{
	const struct sulih_session *session = (const struct sulih_session *)engine;

	return 2 * (size_t)session->flow.limits.window_max * session->endpoint.profile.max_items;
}

static void free_session(struct sulih_engine *engine)
{
	struct sulih_session *session = (struct sulih_session *)engine;

	if (session == NULL)
		return;
	sulih_endpoint_close(&session->endpoint); /* requests under way hold on to batches */
	while (session->all_jobs != NULL) {
		struct sulih_job *job = session->all_jobs;

		session->all_jobs = job->next_of_all;
		sulih_job_unsplit(job);
		sulih_buffer_release(&job->whole.wire);
		SULIH_VECTOR_RELEASE(&job->whole.target);
		free(job);
	}
	sulih_batch_release_all(session);
	sulih_canned_release(session);
	free(session);
}

int sulih_http_engine_open(const char *name, const struct sulih_engine_options *options,
			   struct sulih_engine **engine, struct sulih_error *error)
{
	struct sulih_session *session = calloc(1, sizeof(*session));
	const struct sulih_profile *p;
	struct sulih_flow_limits limits;
	int code;

	*engine = NULL;
	if (session == NULL)
		return sulih_fail_memory(error);
	session->options = *options;
	code = sulih_endpoint_open(&session->endpoint, name, &session->options, error);
	if (code != 0) {
		free(session);
		return code;
	}
	p = &session->endpoint.profile;
	limits = (struct sulih_flow_limits){
		.window_max = options->concurrency ? options->concurrency : p->concurrency_max,
		.window_first = options->concurrency ? FIRST_WINDOW_NAMED : 0,
		.requests_per_second = options->rate > 0 ? options->rate : p->requests_per_second,
		.characters_per_minute = p->characters_per_minute,
		.backoff_us = p->backoff_ms * 1000,
		.backoff_max_us = p->backoff_max_ms * 1000,
		.retry_after_max_us = (int64_t)p->retry_after_max_s * 1000000,
	};
	sulih_flow_init(&session->flow, &limits,
			options->seed ? options->seed : (uint64_t)sulih_clock_us(),
			sulih_clock_us());
	session->verify.same_language = session->endpoint.same_language;
	session->verify.english = session->endpoint.english;
	session->face = (struct sulih_engine){ .name = p->name,
					       .fingerprint = p->fingerprint,
					       .uses_context = p->uses_context,
					       .submit = submit,
					       .run = run,
					       .stop = stop,
					       .appetite = appetite,
					       .free = free_session };
	*engine = &session->face;
	return 0;
}
