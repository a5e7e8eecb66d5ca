/* What came before is known where it stood first, however many came since. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/seen.h"
#include "base/view.h"

static size_t earlier_of(struct sulih_seen *seen, uint64_t hash, size_t where)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	size_t earlier = 77;

	assert_int_equal(sulih_seen_add(seen, hash, where, &earlier, &error), 0);
	return earlier;
}

/* More than a table has room for at first, all of which want the same place. */
static void test_many(void **state)
{
	struct sulih_seen seen = { 0 };
	const uint64_t count = 3000, apart = UINT64_C(1) << 40;

	(void)state;
	for (uint64_t i = 0; i < count; i++)
		assert_int_equal(earlier_of(&seen, i * apart, i + 1), 0);
	for (uint64_t i = 0; i < count; i++)
		assert_int_equal(earlier_of(&seen, i * apart, count + i + 1), i + 1);
	assert_int_equal(seen.count, count);
	sulih_seen_release(&seen);
	assert_int_equal(earlier_of(&seen, 0, 9), 0);
	sulih_seen_release(&seen);
}

/* No hash is set apart for what is free. */
static void test_every_hash(void **state)
{
	static const uint64_t hashes[] = { 0, 1, 1023, 1024, UINT64_MAX, UINT64_MAX - 1 };
	struct sulih_seen seen = { 0 };

	(void)state;
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < SULIH_COUNT(hashes); i++)
			assert_int_equal(earlier_of(&seen, hashes[i], 10 + i), round * (10 + i));
	sulih_seen_release(&seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_many),
					    cmocka_unit_test(test_every_hash) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
