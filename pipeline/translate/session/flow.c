#include "pipeline/translate/session/flow.h"

#include <math.h>
#include <string.h>

enum { SECOND = 1000000, BREAKER_FAILURES = 5, BREAKER_VOICES = 3, BUDGET_FREE = 10 };
enum { FIRST_WINDOW = 4 };

static double random_share(struct sulih_flow *flow)
{
	uint64_t z = flow->random += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

void sulih_flow_init(struct sulih_flow *flow, const struct sulih_flow_limits *limits, uint64_t seed,
		     int64_t now)
{
	memset(flow, 0, sizeof(*flow));
	flow->limits = *limits;
	flow->window = limits->window_first > 0 ? limits->window_first : FIRST_WINDOW;
	if (flow->window > limits->window_max)
		flow->window = limits->window_max;
	flow->bucket_at = flow->budget_at = now;
	flow->halved_at = flow->failed_at = now - 3600LL * SECOND;
	flow->request_tokens = 1;
	flow->character_tokens = limits->characters_per_minute / 4;
	flow->breaker_us = 30LL * SECOND;
	flow->random = seed;
}

/* A bucket holds a quarter second's worth of requests, one at least, and a quarter minute's of
 * characters. */
static void refill(struct sulih_flow *flow, int64_t now)
{
	const struct sulih_flow_limits *limits = &flow->limits;
	double passed = (double)(now - flow->bucket_at) / SECOND;

	flow->bucket_at = now;
	flow->request_tokens = fmin(fmax(1, limits->requests_per_second / 4),
				    flow->request_tokens + passed * limits->requests_per_second);
	flow->character_tokens =
		fmin(limits->characters_per_minute / 4,
		     flow->character_tokens + passed * limits->characters_per_minute / 60);
}

static bool bucket_allows(struct sulih_flow *flow, int64_t now, size_t characters, int64_t *wake)
{
	double wait = 0, wanted;

	if (flow->limits.requests_per_second <= 0 && flow->limits.characters_per_minute <= 0)
		return true;
	refill(flow, now);
	if (flow->limits.requests_per_second > 0 && flow->request_tokens < 1)
		wait = (1 - flow->request_tokens) / flow->limits.requests_per_second;
	if (flow->limits.characters_per_minute > 0) {
		/* a text larger than the bucket may go when the bucket is full */
		wanted = fmin((double)characters, flow->limits.characters_per_minute / 4);
		if (flow->character_tokens < wanted)
			wait = fmax(wait, (wanted - flow->character_tokens) * 60 /
						  flow->limits.characters_per_minute);
	}
	if (wait <= 0)
		return true;
	*wake = now + (int64_t)(wait * SECOND) + 1;
	return false;
}

bool sulih_flow_may_start(struct sulih_flow *flow, int64_t now, size_t characters, int64_t *wake)
{
	*wake = INT64_MAX;
	if (flow->in_flight >= (unsigned)flow->window)
		return false;
	if (flow->probing && flow->in_flight > 0)
		return false;
	if (now < flow->hold_until) {
		*wake = flow->hold_until;
		return false;
	}
	return bucket_allows(flow, now, characters, wake);
}

static void decay_budget(struct sulih_flow *flow, int64_t now)
{
	double keep = exp2(-(double)(now - flow->budget_at) / (30.0 * SECOND));

	flow->budget_at = now;
	flow->recent_requests *= keep;
	flow->recent_retries *= keep;
}

void sulih_flow_started(struct sulih_flow *flow, int64_t now, size_t characters, bool retry)
{
	decay_budget(flow, now);
	flow->in_flight++;
	flow->recent_requests++;
	flow->recent_retries += retry;
	if (flow->limits.requests_per_second > 0)
		flow->request_tokens -= 1;
	if (flow->limits.characters_per_minute > 0)
		flow->character_tokens -= (double)characters;
}

void sulih_flow_success(struct sulih_flow *flow, int64_t now)
{
	flow->last_success = now;
	flow->in_flight--;
	flow->succeeded = true;
	flow->failures = flow->voices = 0;
	flow->probing = false;
	flow->breaker_us = 30LL * SECOND;
	flow->window += flow->slowed ? 1 / flow->window : 1;
	if (flow->window > flow->limits.window_max)
		flow->window = flow->limits.window_max;
}

void sulih_flow_neutral(struct sulih_flow *flow)
{
	flow->in_flight--;
	flow->probing = false;
	flow->failures = flow->voices = 0;
}

void sulih_flow_said_nothing(struct sulih_flow *flow)
{
	flow->in_flight--;
}

/* What was under way when the window was halved says nothing new. */
static void halve(struct sulih_flow *flow, int64_t now, int64_t started)
{
	flow->slowed = true;
	if (started <= flow->halved_at)
		return;
	flow->halved_at = now;
	flow->window = flow->window > 2 ? flow->window / 2 : 1;
}

void sulih_flow_throttled(struct sulih_flow *flow, int64_t now, int64_t started,
			  int64_t retry_after)
{
	int64_t until;

	flow->in_flight--;
	flow->probing = false;
	flow->failures = flow->voices = 0;
	halve(flow, now, started);
	if (retry_after < 0)
		retry_after = 0;
	if (retry_after > flow->limits.retry_after_max_us)
		retry_after = flow->limits.retry_after_max_us;
	if (retry_after > 0) {
		until = now + retry_after + (int64_t)(random_share(flow) * SECOND / 4);
		if (until > flow->hold_until)
			flow->hold_until = until;
	}
}

void sulih_flow_failed(struct sulih_flow *flow, int64_t now, int64_t started, bool first)
{
	flow->in_flight--;
	flow->voices += first;
	halve(flow, now, started);
	/* A wave of requests that runs into one outage is one failure, whenever each ends. */
	if (started <= flow->failed_at)
		return;
	flow->failed_at = now;
	flow->failures++;
	/* One or two requests that fail again and again, the last of a run perhaps, speak of
	 * themselves; their own back-off is pause enough. */
	if (!flow->probing && (flow->failures < BREAKER_FAILURES || flow->voices < BREAKER_VOICES))
		return;
	/* The breaker opens, or a probe failed and it stays open twice as long.  An endpoint
	 * that never answered is given up by its first batches instead. */
	if (now >= flow->hold_until && flow->succeeded) {
		flow->hold_until = now + flow->breaker_us;
		flow->breaker_us *= 2;
		flow->probing = true;
	}
}

int64_t sulih_flow_backoff(struct sulih_flow *flow, int64_t now, unsigned attempt)
{
	double most = (double)flow->limits.backoff_max_us;
	double span = (double)flow->limits.backoff_us * exp2(attempt > 20 ? 20 : attempt - 1);

	decay_budget(flow, now);
	if (flow->recent_retries > BUDGET_FREE + 0.2 * flow->recent_requests)
		span *= 4; /* over budget: a dying server is not flooded */
	return (int64_t)(random_share(flow) * fmin(most, span));
}
