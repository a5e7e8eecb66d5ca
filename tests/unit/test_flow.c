/* Window, pauses, breaker and budget, on a clock of the test's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pipeline/translate/session/flow.h"

enum { MS = 1000, SECOND = 1000000 };

static const struct sulih_flow_limits limits = { .window_max = 64,
						 .backoff_us = SECOND,
						 .backoff_max_us = 60LL * SECOND,
						 .retry_after_max_us = 600LL * SECOND };

/* Starts what the window lets through and brings it back after one round trip. */
static unsigned round_trip(struct sulih_flow *flow, int64_t *now)
{
	unsigned count = 0;
	int64_t wake;

	while (sulih_flow_may_start(flow, *now, 0, &wake)) {
		sulih_flow_started(flow, *now, 0, false);
		count++;
	}
	*now += 50 * MS;
	for (unsigned i = 0; i < count; i++)
		sulih_flow_success(flow, *now);
	return count;
}

/* One round trip was sound. */
static struct sulih_flow proven_flow(int64_t *now)
{
	struct sulih_flow flow;

	*now = SECOND;
	sulih_flow_init(&flow, &limits, 1, *now);
	round_trip(&flow, now);
	return flow;
}

/* A request fails at once; five of them in a row open the breaker. */
static void fail_one(struct sulih_flow *flow, int64_t *now)
{
	sulih_flow_started(flow, *now, 0, false);
	sulih_flow_failed(flow, *now + MS, *now, true);
	*now += 2 * MS;
}

static void test_window_doubles(void **state)
{
	struct sulih_flow flow;
	int64_t now = SECOND;

	(void)state;
	sulih_flow_init(&flow, &limits, 1, now);
	assert_int_equal(round_trip(&flow, &now), 4);
	assert_int_equal(round_trip(&flow, &now), 8);
	assert_int_equal(round_trip(&flow, &now), 16);
	assert_int_equal(round_trip(&flow, &now), 32);
	assert_int_equal(round_trip(&flow, &now), 64);
	assert_int_equal(round_trip(&flow, &now), 64);
}

/* What the user vouches for begins wider, never wider than the most. */
static void test_window_begins(void **state)
{
	struct sulih_flow flow;
	struct sulih_flow_limits named = limits;
	int64_t now = SECOND;

	(void)state;
	named.window_first = 16;
	sulih_flow_init(&flow, &named, 1, now);
	assert_int_equal(round_trip(&flow, &now), 16);
	assert_int_equal(round_trip(&flow, &now), 32);
	assert_int_equal(round_trip(&flow, &now), 64);
	assert_int_equal(round_trip(&flow, &now), 64);
	named.window_max = 6;
	sulih_flow_init(&flow, &named, 1, now);
	assert_int_equal(round_trip(&flow, &now), 6);
	named.window_first = 0;
	named.window_max = 3;
	sulih_flow_init(&flow, &named, 1, now);
	assert_int_equal(round_trip(&flow, &now), 3);
}

static void test_throttle_halves_once(void **state)
{
	struct sulih_flow flow;
	int64_t now = SECOND, wake;

	(void)state;
	sulih_flow_init(&flow, &limits, 1, now);
	while (round_trip(&flow, &now) < 64)
		continue;
	for (int i = 0; i < 8; i++)
		sulih_flow_started(&flow, now, 0, false);
	for (int i = 0; i < 8; i++)
		sulih_flow_throttled(&flow, now + MS, now, 2LL * SECOND);
	assert_int_equal((int)flow.window, 32);
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_true(wake >= now + 2LL * SECOND && wake <= now + 3LL * SECOND);
	now = wake;
	assert_int_equal(round_trip(&flow, &now), 32);
	assert_int_equal(round_trip(&flow, &now), 32 + 0); /* one a round trip, just not whole */
	round_trip(&flow, &now);
	assert_true(flow.window > 33 && flow.window < 36);
}

static void test_retry_after_is_clamped(void **state)
{
	struct sulih_flow flow;
	int64_t now = SECOND, wake;

	(void)state;
	sulih_flow_init(&flow, &limits, 1, now);
	sulih_flow_started(&flow, now, 0, false);
	sulih_flow_throttled(&flow, now, now, INT64_MAX / 2);
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_true(wake <= now + 601LL * SECOND);
	sulih_flow_started(&flow, now, 0, false);
	sulih_flow_throttled(&flow, now, now, -5);
	assert_true(flow.hold_until <= now + 601LL * SECOND);
}

static void test_breaker(void **state)
{
	int64_t now, wake;
	struct sulih_flow flow = proven_flow(&now);

	(void)state;
	for (int i = 0; i < 5; i++) {
		assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
		fail_one(&flow, &now);
	}
	now -= MS;
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_true(wake == now + 30LL * SECOND);
	now = wake;
	assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
	sulih_flow_started(&flow, now, 0, true);
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake)); /* one probe only */
	sulih_flow_failed(&flow, now + MS, now, true);
	now += MS;
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_true(wake == now + 60LL * SECOND); /* twice as long */
	now = wake;
	sulih_flow_started(&flow, now, 0, true);
	sulih_flow_success(&flow, now);
	assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
}

/* Requests that were under way together are one failure, however many and whenever they end. */
static void test_breaker_counts_waves(void **state)
{
	int64_t now, wake;
	struct sulih_flow flow = proven_flow(&now);

	(void)state;
	for (int wave = 0; wave < 5; wave++) {
		int64_t started = now, end = now + 60LL * SECOND;

		assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
		for (int i = 0; i < 8; i++)
			sulih_flow_started(&flow, started, 0, false);
		for (int i = 0; i < 8; i++)
			sulih_flow_failed(&flow, end + i * SECOND, started, true);
		now = end + 8LL * SECOND;
		assert_int_equal(flow.failures, wave + 1);
	}
	now -= 8LL * SECOND;
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_true(wake == now + 30LL * SECOND);
	assert_int_equal(flow.in_flight, 0);
}

/* One request that fails again and again speaks of itself; three speak of the endpoint. */
static void test_breaker_wants_voices(void **state)
{
	int64_t now, wake;
	struct sulih_flow flow = proven_flow(&now);

	(void)state;
	for (int i = 0; i < 12; i++) {
		assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
		sulih_flow_started(&flow, now, 0, i > 1);
		sulih_flow_failed(&flow, now + MS, now, i < 2);
		now += 2 * MS;
	}
	sulih_flow_started(&flow, now, 0, false);
	sulih_flow_failed(&flow, now + MS, now, true);
	assert_false(sulih_flow_may_start(&flow, now + MS, 0, &wake));
	assert_true(wake == now + MS + 30LL * SECOND);
}

/* What was under way when the breaker opened says nothing about its probe. */
static void test_stragglers_are_no_probe(void **state)
{
	int64_t now, wake, before;
	struct sulih_flow flow = proven_flow(&now);

	(void)state;
	before = now;
	sulih_flow_started(&flow, before, 0, false);
	for (int i = 0; i < 5; i++)
		fail_one(&flow, &now);
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake));
	now = wake;
	assert_false(sulih_flow_may_start(&flow, now, 0, &wake)); /* one is still out */
	sulih_flow_failed(&flow, now, before, true);
	assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
	assert_int_equal(flow.in_flight, 0);
}

static void test_bad_answers_are_no_failures(void **state)
{
	struct sulih_flow flow;
	int64_t now = SECOND, wake;

	(void)state;
	sulih_flow_init(&flow, &limits, 1, now);
	for (int i = 0; i < 20; i++) {
		sulih_flow_started(&flow, now, 0, false);
		sulih_flow_neutral(&flow);
	}
	assert_true(sulih_flow_may_start(&flow, now, 0, &wake));
}

static void test_bucket(void **state)
{
	struct sulih_flow_limits slow = limits;
	struct sulih_flow flow;
	int64_t now = SECOND, wake;
	unsigned started = 0;

	(void)state;
	slow.requests_per_second = 20;
	sulih_flow_init(&flow, &slow, 1, now);
	while (now < 11LL * SECOND) {
		while (sulih_flow_may_start(&flow, now, 0, &wake)) {
			sulih_flow_started(&flow, now, 0, false);
			sulih_flow_success(&flow, now);
			started++;
		}
		assert_true(wake > now);
		now = wake;
	}
	assert_in_range(started, 195, 206);
}

static void test_backoff(void **state)
{
	struct sulih_flow flow;
	int64_t now = SECOND, most = 0;

	(void)state;
	sulih_flow_init(&flow, &limits, 1, now);
	for (int i = 0; i < 200; i++) {
		int64_t wait = sulih_flow_backoff(&flow, now, 3);

		assert_in_range(wait, 0, 4LL * SECOND);
		most = wait > most ? wait : most;
	}
	assert_true(most > 3LL * SECOND);
	for (int i = 0; i < 200; i++)
		assert_in_range(sulih_flow_backoff(&flow, now, 60), 0, 60LL * SECOND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_window_doubles),
		cmocka_unit_test(test_window_begins),
		cmocka_unit_test(test_throttle_halves_once),
		cmocka_unit_test(test_retry_after_is_clamped),
		cmocka_unit_test(test_breaker),
		cmocka_unit_test(test_breaker_counts_waves),
		cmocka_unit_test(test_breaker_wants_voices),
		cmocka_unit_test(test_stragglers_are_no_probe),
		cmocka_unit_test(test_bad_answers_are_no_failures),
		cmocka_unit_test(test_bucket),
		cmocka_unit_test(test_backoff),
	};

	return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
