/*
 * How fast the endpoint is driven.  Pure bookkeeping over a clock that the caller
 * gives (microseconds), so that it can be tested without a network.
 *
 * The window begins small and doubles each round trip until the first throttle; from then on it
 * grows by one a round trip and halves at most once in one (AIMD).  A throttle
 * pauses the endpoint, not one request.  Failures that look like a dead endpoint
 * open a circuit breaker; a spent quota or a refused key ends the run.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SESSION_FLOW_H
#define SULIH_PIPELINE_TRANSLATE_SESSION_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sulih_flow_limits {
	unsigned window_max;
	unsigned window_first;	      /* 0: 4, for an endpoint of which nothing is known */
	double requests_per_second;   /* 0: no limit */
	double characters_per_minute; /* 0: no limit */
	int64_t backoff_us, backoff_max_us, retry_after_max_us;
};

struct sulih_flow {
	struct sulih_flow_limits limits;
	double window;
	unsigned in_flight;
	bool slowed; /* the first throttle was seen */
	int64_t halved_at;
	int64_t hold_until; /* pause of the endpoint */
	double request_tokens, character_tokens;
	int64_t bucket_at;
	double recent_requests, recent_retries; /* decaying counts of the retry budget */
	int64_t budget_at;
	unsigned failures;  /* hard ones, one after the other: waves, not requests */
	unsigned voices;    /* requests that failed for the first time since the last success */
	int64_t failed_at;  /* when the last one was counted */
	int64_t breaker_us; /* how long the breaker stays open next time */
	bool probing;	    /* one request is out to see whether it lives */
	bool succeeded;	    /* it has answered rightly in this run */
	int64_t last_success;
	uint64_t random;
};

void sulih_flow_init(struct sulih_flow *flow, const struct sulih_flow_limits *limits, uint64_t seed,
		     int64_t now);
/* Whether a request of so many characters may start now; else *wake is when to ask again
 * (INT64_MAX: when something comes back). */
bool sulih_flow_may_start(struct sulih_flow *flow, int64_t now, size_t characters, int64_t *wake);
void sulih_flow_started(struct sulih_flow *flow, int64_t now, size_t characters, bool retry);
/* Each request that was started ends with exactly one of these; `started` tells which were
 * under way together: their throttles halve once, and their failures count once. */
void sulih_flow_success(struct sulih_flow *flow, int64_t now);
void sulih_flow_neutral(struct sulih_flow *flow); /* answered, but badly */
/* An answer that is no sign of how the endpoint is, neither well nor ill. */
void sulih_flow_said_nothing(struct sulih_flow *flow);
void sulih_flow_throttled(struct sulih_flow *flow, int64_t now, int64_t started,
			  int64_t retry_after_us);
/* `first`: this request had not failed before.  The breaker wants several of them. */
void sulih_flow_failed(struct sulih_flow *flow, int64_t now, int64_t started, bool first);
/* Full-jitter delay before retry number `attempt` (from 1). */
int64_t sulih_flow_backoff(struct sulih_flow *flow, int64_t now, unsigned attempt);

#endif
