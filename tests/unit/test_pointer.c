/* JSON Pointer, with the examples of RFC 6901 and what must not resolve. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/translate/profile/pointer.h"

static const char document[] =
	"{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,"
	"\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8,\"~1\":9}";

static const struct {
	const char *pointer, *value; /* NULL: leads nowhere */
} rows[] = {
	{ "/foo", "[\"bar\",\"baz\"]" },
	{ "/foo/0", "\"bar\"" },
	{ "/", "0" },
	{ "/a~1b", "1" },
	{ "/c%d", "2" },
	{ "/e^f", "3" },
	{ "/g|h", "4" },
	{ "/i\\j", "5" },
	{ "/k\"l", "6" },
	{ "/ ", "7" },
	{ "/m~0n", "8" },
	{ "/~01", "9" },
	{ "/foo/2", NULL },
	{ "/foo/-", NULL },
	{ "/foo/00", NULL },
	{ "/foo/01", NULL },
	{ "/foo/-1", NULL },
	{ "/foo/1e0", NULL },
	{ "/foo/", NULL },
	{ "/foo/0/x", NULL },
	{ "/foo/99999999999999999999", NULL },
	{ "/Foo", NULL },
	{ "foo", NULL },
	{ "/m~n", NULL },
	{ "/m~", NULL },
	{ "/m~2n", NULL },
};

static void test_rows(void **state)
{
	json_t *root = json_loads(document, 0, NULL);

	(void)state;
	assert_ptr_equal(sulih_pointer_get(root, ""), root);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *value = sulih_pointer_get(root, rows[i].pointer);
		char *dumped = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;

		if (rows[i].value == NULL)
			assert_null(value);
		else
			assert_string_equal(dumped, rows[i].value);
		free(dumped);
	}
	json_decref(root);
}

static void test_long_key(void **state)
{
	char pointer[302] = "/";
	json_t *root = json_object();

	(void)state;
	memset(pointer + 1, 'k', 300);
	json_object_set_new(root, pointer + 1, json_true());
	assert_true(json_is_true(sulih_pointer_get(root, pointer)));
	json_decref(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
					    cmocka_unit_test(test_long_key) };

	return cmocka_run_group_tests_name("pointer", tests, NULL, NULL);
}
