/* What a profile makes of texts: templates and escapes; where keys come from, what answers are
 * read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/translate/answer/json_prepare.h"
#include "pipeline/translate/answer/reply.h"
#include "pipeline/translate/endpoint/endpoint.h"
#include "pipeline/translate/endpoint/secret.h"

static const struct sulih_view texts[] = { { "a \"b\"\n", 6 }, { "c&d=é", 6 } };

static const struct {
	const char *template, *expanded; /* NULL: an error */
} expansions[] = {
	{ "{\"$each\":{\"$var\":\"text\"}}", "[\"a \\\"b\\\"\\n\",\"c&d=é\"]" },
	{ "{\"$map\":{\"key\":\"s${i}\",\"value\":{\"$var\":\"text\"}}}",
	  "{\"s1\":\"a \\\"b\\\"\\n\",\"s2\":\"c&d=é\"}" },
	{ "{\"a\":{\"$opt\":{\"$var\":\"context\"}},\"b\":1}", "{\"b\":1}" },
	{ "{\"b\":1,\"a\":{\"$opt\":{\"$var\":\"context\"}}}", "{\"b\":1}" },
	{ "{\"a\":{\"$opt\":{\"$var\":\"model\"}}}", "{\"a\":\"m\\\"1\"}" },
	{ "\"${model}-${count}\"", "\"m\\\"1-2\"" },
	{ "{\"$json\":{\"x\":{\"$var\":\"model\"}}}", "\"{\\\"x\\\":\\\"m\\\\\\\"1\\\"}\"" },
	{ "{\"$num\":\"seven\"}", "7" },
	{ "{\"$num\":\"model\"}", NULL },
	{ "[{\"$num\":\"half\"},{\"$num\":\"small\"}]", "[-0.5,1e-3]" },
	/* what C takes for numbers and JSON does not */
	{ "{\"$num\":\"bare\"}", NULL },
	{ "{\"$num\":\"plus\"}", NULL },
	{ "{\"$num\":\"stop\"}", NULL },
	{ "{\"$num\":\"zero\"}", NULL },
	{ "{\"$num\":\"cut\"}", NULL },
	{ "{\"$num\":\"long\"}", "10000000000000000000000000000000000000000000000001" },
	{ "{\"$bool\":\"yes\"}", "true" },
	{ "{\"$lit\":{\"$var\":1}}", "{\"$var\":1}" },
	{ "{\"$var\":\"nothing\"}", NULL },
	{ "{\"$nope\":1}", NULL },
	{ "[1.5,true,null,\"\"]", "[1.5,true,null,\"\"]" },
};

static struct sulih_expansion expansion(void)
{
	static const struct sulih_variable variables[] = {
		{ { "model", 5 }, { "m\"1", 3 }, false },
		{ { "seven", 5 }, { "7", 1 }, false },
		{ { "yes", 3 }, { "true", 4 }, false },
		{ { "line", 4 }, { "a\r\nX: y", 7 }, false },
		{ { "half", 4 }, { "-0.5", 4 }, false },
		{ { "small", 5 }, { "1e-3", 4 }, false },
		{ { "bare", 4 }, { ".5", 2 }, false },
		{ { "plus", 4 }, { "+5", 2 }, false },
		{ { "stop", 4 }, { "1.", 2 }, false },
		{ { "zero", 4 }, { "01", 2 }, false },
		{ { "cut", 3 }, { "1e", 2 }, false },
		{ { "long", 4 },
		  { "10000000000000000000000000000000000000000000000001", 50 },
		  false },
	};

	return (struct sulih_expansion){ .variables = variables,
					 .variable_count = SULIH_COUNT(variables),
					 .texts = texts,
					 .text_count = 2,
					 .context = SULIH_VIEW("") };
}

static void test_templates(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(expansions); i++) {
		json_t *template = json_loads(expansions[i].template, JSON_DECODE_ANY, NULL);
		struct sulih_expansion x = expansion();
		struct sulih_buffer out = SULIH_BUFFER_INIT;
		struct sulih_error error = SULIH_ERROR_INIT;
		int code = sulih_expand_json(template, &x, &out, &error);

		if (expansions[i].expanded == NULL)
			assert_int_equal(code, SULIH_ERROR_CONFIG);
		else
			assert_string_equal(sulih_buffer_view(&out).data, expansions[i].expanded);
		sulih_buffer_release(&out);
		json_decref(template);
	}
}

static void test_escaping(void **state)
{
	json_t *form = json_loads("{\"q\":{\"$each\":\"${text}\"},\"o\":{\"$opt\":\"${context}\"},"
				  "\"m\":[\"${model}\",1,true]}",
				  0, NULL);
	struct sulih_expansion x = expansion();
	struct sulih_buffer out = SULIH_BUFFER_INIT;

	(void)state;
	assert_int_equal(sulih_expand_pairs(form, &x, &out, NULL), 0);
	assert_string_equal(out.data, "q=a%20%22b%22%0A&q=c%26d%3D%C3%A9&m=m%221&m=1&m=true");
	sulih_buffer_clear(&out);
	assert_int_equal(
		sulih_expand_string("http://h/${model}/x", &x, SULIH_ESCAPE_URL, &out, NULL), 0);
	assert_string_equal(out.data, "http://h/m%221/x");
	/* a line end must not begin a header of its own */
	assert_int_equal(sulih_expand_string("${line}", &x, SULIH_ESCAPE_HEADER, &out, NULL),
			 SULIH_ERROR_CONFIG);
	sulih_buffer_release(&out);
	json_decref(form);
}

static void test_json_prepare(void **state)
{
	static const struct {
		const char *in, *out; /* NULL: too deep */
	} cases[] = {
		{ "\xEF\xBB\xBF{}", "{}" },
		{ "[\"\\uD800\"]", "[\"\\uFFFD\"]" },
		{ "[\"\\uDC00x\\uD83D\\uDE00\"]", "[\"\\uFFFDx\\uD83D\\uDE00\"]" },
		{ "[\"\\uD83D\\n\"]", "[\"\\uFFFD\\n\"]" },
		{ "[\"\\\\uD800\"]", "[\"\\\\uD800\"]" },
		{ "[\"\\uD8", "[\"\\uD8" },
	};
	char deep[200];

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(cases); i++) {
		struct sulih_view json = sulih_view_of(cases[i].in);
		struct sulih_buffer room = SULIH_BUFFER_INIT;

		assert_true(sulih_json_prepare(&json, &room));
		assert_true(sulih_view_is(json, cases[i].out));
		sulih_buffer_release(&room);
	}
	memset(deep, '[', sizeof(deep));
	assert_false(sulih_json_prepare(&(struct sulih_view){ deep, sizeof(deep) }, NULL));
}

/* A line of 8192 bytes is a secret; a longer one is refused, and never cut. */
static void check_long_secrets(void)
{
	static const char *const commands[] = {
		"head -c 8192 /dev/zero | tr '\\0' k; echo; head -c 99999 /dev/zero | tr '\\0' x",
		"head -c 8193 /dev/zero | tr '\\0' k",
		"head -c 8000 /dev/zero | tr '\\0' k; head -c 999 /dev/zero | tr '\\0' k",
	};

	for (size_t i = 0; i < SULIH_COUNT(commands); i++) {
		json_t *command = json_pack("[s,s,s]", "sh", "-c", commands[i]);
		struct sulih_buffer out = SULIH_BUFFER_INIT;
		struct sulih_error error = SULIH_ERROR_INIT;
		int code = sulih_secret_run(command, &out, &error);

		if (i == 0) {
			assert_int_equal(code, 0);
			assert_int_equal(out.length, 8192);
		} else {
			assert_int_equal(code, SULIH_ERROR_CONFIG);
			assert_non_null(strstr(error.message, "over 8192 bytes"));
		}
		sulih_secret_release(&out);
		json_decref(command);
	}
}

static void test_secrets(void **state)
{
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	struct sulih_error error = SULIH_ERROR_INIT;
	char path[] = "/tmp/sulih-secret-XXXXXX";
	int fd = mkstemp(path);
	json_t *about;
	bool found;

	(void)state;
	assert_true(fd >= 0 && write(fd, "from-file \nmore", 15) == 15);
	close(fd);
	unsetenv("SULIH_SECRET_MY_KEY");
	unsetenv("SULIH_SECRET_MY_KEY_FILE");
	assert_int_equal(sulih_secret_get(SULIH_VIEW("my-key"), NULL, &out, &found, &error), 0);
	assert_false(found);
	setenv("SULIH_SECRET_MY_KEY_FILE", path, 1);
	assert_int_equal(sulih_secret_get(SULIH_VIEW("my-key"), NULL, &out, &found, &error), 0);
	assert_string_equal(out.data, "from-file");
	chmod(path, 0644);
	assert_int_equal(sulih_secret_get(SULIH_VIEW("my-key"), NULL, &out, &found, &error),
			 SULIH_ERROR_CONFIG);
	assert_non_null(strstr(error.message, "chmod 600"));
	setenv("SULIH_SECRET_MY_KEY", "from-environment", 1);
	sulih_buffer_clear(&out);
	assert_int_equal(sulih_secret_get(SULIH_VIEW("my-key"), NULL, &out, &found, NULL), 0);
	assert_string_equal(out.data, "from-environment");
	unsetenv("SULIH_SECRET_MY_KEY");
	unsetenv("SULIH_SECRET_MY_KEY_FILE");
	unlink(path);
	check_long_secrets();
	about = json_pack("{s:{s:[s,s]}}", "my-key", "command", "echo", "from command");
	sulih_buffer_clear(&out);
	assert_int_equal(sulih_secret_get(SULIH_VIEW("my-key"), about, &out, &found, NULL), 0);
	assert_string_equal(out.data, "from command");
	json_decref(about);
	about = json_pack("[s]", "false");
	assert_int_equal(sulih_secret_run(about, &out, NULL), SULIH_ERROR_CONFIG);
	json_decref(about);
	about = json_pack("[s]", "true");
	assert_int_equal(sulih_secret_run(about, &out, &error), SULIH_ERROR_CONFIG);
	json_decref(about);
	sulih_buffer_release(&out);
}

static void test_loopback(void **state)
{
	(void)state;
	assert_true(sulih_http_is_loopback("http://127.0.0.1:5000/x"));
	assert_true(sulih_http_is_loopback("http://localhost/x"));
	assert_true(sulih_http_is_loopback("http://[::1]:80/"));
	assert_false(sulih_http_is_loopback("http://127.0.0.1.example.org/"));
	assert_false(sulih_http_is_loopback("http://localhost.example.org/"));
	assert_false(sulih_http_is_loopback("http://example.org/127.0.0.1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_templates),    cmocka_unit_test(test_escaping),
		cmocka_unit_test(test_json_prepare), cmocka_unit_test(test_secrets),
		cmocka_unit_test(test_loopback),
	};

	return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
