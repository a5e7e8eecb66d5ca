/* Profiles: faults with their place, notes on what has no effect, the presets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pipeline/translate/profile/profile.h"

#define GOOD                                                                                       \
	"\"url\":\"http://127.0.0.1/\",\"body\":{\"q\":{\"$each\":{\"$var\":\"text\"}}},"          \
	"\"batch\":{\"mode\":\"array\"},\"response\":{\"items\":\"/t\"}"

#define REGEX(pattern)                                                                             \
	"{" GOOD ",\"error\":{\"retry\":[{\"pointer\":\"/a\",\"regex\":\"" pattern "\"}]}}"

#define WITH(body)                                                                                 \
	"\"url\":\"http://127.0.0.1/\",\"body\":" body                                             \
	",\"batch\":{\"mode\":\"single\"},\"response\":{\"text\":\"\"}"

static const struct {
	const char *json, *fault; /* NULL: sound */
} rows[] = {
	{ "{" GOOD "}", NULL },
	{ "{" GOOD ",\"languages\":{\"id\":\"ind\"}}", NULL },
	{ "{" GOOD, "line 1, column" },
	{ "[]", "must be an object" },
	{ "{" GOOD ",\"colour\":1}", "/colour: must be left out" },
	{ "{" GOOD ",\"url\":\"x\"}", "duplicate" },
	{ "{\"body\":1,\"batch\":{\"mode\":\"single\"},\"response\":{\"text\":\"\"}}",
	  "/url: is missing" },
	{ "{" GOOD ",\"method\":\"BREW\"}", "/method: must be one of" },
	{ "{" GOOD ",\"headers\":{\"X\":1}}", "/headers/X: must be a string" },
	{ "{" GOOD ",\"headers\":{\"X\":\"${text}\"}}", "/headers/X: text stands outside" },
	{ "{" GOOD ",\"headers\":{\"X\":\"${modl}\"}}", "/headers/X: the variable modl" },
	{ "{" GOOD ",\"headers\":{\"X\":\"${modl\"}}", "/headers/X: a ${ is not closed" },
	{ "{" GOOD ",\"query\":{\"a~/b\":{\"$oops\":1}}}", "/query/a~0~1b/$oops: there is no" },
	{ "{" GOOD ",\"error\":{\"retry\":[{\"status\":9}]}}", "/error/retry/0/status: must be" },
	{ REGEX("("), "/error/retry/0/regex: is no regular expression" },
	/* what regcomp would write out to all memory of the machine */
	{ REGEX("Server++++++++++++++++++++++++++++++++++++++++"),
	  "/error/retry/0/regex: repeats or nests" },
	{ REGEX("(((((a{99}){99}){99})))"), "/error/retry/0/regex: repeats or nests" },
	{ REGEX("((a+b{2,})+){2000,}"), "/error/retry/0/regex: repeats or nests" },
	{ REGEX("([[:alpha:]]+)(a{3}|[]{9}]+x){3,9} {0,1}\\\\\\\\{9}"), NULL },
	{ REGEX("^(a+)+ ($| )[^]+++++++++++++++]"), NULL },
	{ REGEX("token?+"), "/error/retry/0/regex: repeats or nests" },
	{ REGEX("((^|a)b)*"), "/error/retry/0/regex: repeats or nests" },
	{ REGEX("(((((((((a)))))))))"), "/error/retry/0/regex: repeats or nests" },
	{ REGEX("(a)\\\\1"), "/error/retry/0/regex: refers back" },
	{ "{" GOOD ",\"error\":{\"error_if\":[{\"pointer\":\"a\",\"exists\":true}]}}",
	  "/error/error_if/0/pointer: must be a JSON Pointer" },
	{ "{" GOOD ",\"error\":{\"refused\":[{\"status\":200,\"not_equals\":\"ok\"}]}}",
	  "/error/refused/0: needs a pointer" },
	{ "{" GOOD ",\"protect\":{\"shape\":\"stars\"}}", "/protect: there is no token shape" },
	{ "{" GOOD ",\"protect\":{\"open\":\"<x>\",\"markup\":\"xml\"}}",
	  "/protect: a token needs" },
	{ "{" GOOD ",\"auth\":{\"type\":\"basic\"}}", "/auth: needs \"user\"" },
	{ "{" GOOD ",\"auth\":{\"type\":\"token-command\"}}", "/auth: needs \"command\"" },
	{ "{" GOOD ",\"limits\":{\"total_ms\":\"long\"}}", "/limits/total_ms: must be a number" },
	{ "\xEF\xBB\xBF{" GOOD "}", NULL },
	{ "{" WITH("{\"a\":1}") "}", "the whole: no text is sent" },
	{ "{" WITH("{\"q\":{\"$each\":{\"$var\":\"text\"},\"$opt\":1}}") "}",
	  "/body/q/$each: an operator is the only member" },
	{ "{" WITH("{\"q\":\"${text}\"}") ",\"method\":\"GET\"}",
	  "/body: cannot be sent with GET" },
	{ "{" WITH("{\"q\":\"${text}\",\"o\":{\"a\":1}}") ",\"encoding\":\"form\"}",
	  "/body/o: an object has no place in a form" },
	{ "{" WITH("{\"q\":\"${text}\",\"o\":{\"$json\":{\"a\":1}}}") ",\"encoding\":\"form\"}",
	  NULL },
	{ "{\"url\":\"https:///t\"}", "/url: names no host" },
	{ "{\"url\":\"ftp://mt.example.org/t\"}", "/url: must begin with http" },
	{ "{\"batch\":{\"mode\":\"keyed\"},\"response\":{\"key\":\"s\"}}",
	  "/response/key: must hold ${i}" },
	{ "{" GOOD ",\"headers\":{\"X Y\":\"a\"}}", "/headers/X Y: is no name of a header" },
	{ "{" GOOD ",\"headers\":{\"X\":\"a\\r\\nY: b\"}}",
	  "/headers/X: a header's value is one line" },
	{ "{" GOOD ",\"variables\":{\"text\":\"a\"}}",
	  "/variables/text: is a name of sulih's own" },
	{ "{" GOOD ",\"variables\":{\"a=b\":\"a\"}}", "/variables/a=b: is no name that --set" },
	{ "{" GOOD ",\"protect\":{\"values\":{\"sgml\":\"a\"}}}",
	  "/protect/values/sgml: must be left" },
	{ "{" GOOD ",\"secrets\":{\"a\":\"hush\"}}", "/secrets/a: says where a key is" },
	{ "{" GOOD ",\"secrets\":{\"a\":{\"command\":[\"cat\",1]}}}",
	  "/secrets/a/command: must be an array of program" },
	/* a key goes into headers and body, and is not what servers log */
	{ "{" GOOD ",\"headers\":{\"X\":\"${secret:a}\"}}", NULL },
	{ "{" GOOD ",\"headers\":{\"X\":\"Bearer ${token}\"}}", NULL },
	{ "{" GOOD ",\"query\":{\"key\":\"${secret:a}\"}}",
	  "/query/key: ${secret:a} would put a key into the address" },
	{ "{" GOOD ",\"query\":{\"key\":{\"$opt\":{\"$var\":\"secret:a\"}}}}",
	  "/query/key/$opt/$var: ${secret:a} would put a key into the address" },
	{ "{" GOOD ",\"query\":{\"key\":\"${token}\"}}", "/query/key: ${token} would put a key" },
	{ "{\"url\":\"https://mt.example.org/${secret:a}/t\",\"body\":\"${text}\","
	  "\"batch\":{\"mode\":\"single\"},\"response\":{\"text\":\"\"}}",
	  "/url: ${secret:a} would put a key into the address, which servers and proxies log: send "
	  "it in \"headers\" or in the \"body\"" },
	{ "{\"url\":\"https://me:hush@mt.example.org/t\",\"body\":\"${text}\","
	  "\"batch\":{\"mode\":\"single\"},\"response\":{\"text\":\"\"}}",
	  "/url: holds a user and password, which belong into \"auth\"" },
	{ "{\"url\":\"https://mt.example.org/t?to=me@desk\",\"body\":\"${text}\","
	  "\"batch\":{\"mode\":\"single\"},\"response\":{\"text\":\"\"}}",
	  NULL },
	{ "{\"url\":\"https://mt.example.org/t\",\"body\":\"${text}\",\"batch\":"
	  "{\"mode\":\"single\"},\"response\":{\"text\":\"\",\"unescape\":\"twice\"}}",
	  "/response/unescape: must be one of none xml html" },
	{ "{" GOOD ",\"tls\":{\"ca_file\":\"/a\",\"client_cert\":\"/b\"},\"proxy\":\"\"}", NULL },
	{ "{" GOOD ",\"tls\":{\"verify\":false}}", "/tls/verify: must be left out" },
	{ "{" GOOD ",\"tls\":{\"client_key\":\"/b\"}}", "/tls: has a \"client_key\", but no" },
	{ "{" GOOD ",\"proxy\":\"socks5://h\"}", "/proxy: must begin with http" },
	{ "{" GOOD ",\"proxy\":\"http://me:hush@h:3128\"}", "/proxy: holds a user and password" },
};

static void test_faults(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_faults faults = { .count = 0 };
		struct sulih_profile profile;
		int code = sulih_profile_parse(sulih_view_of(rows[i].json), "x", &profile, &faults,
					       &error);

		if (rows[i].fault == NULL) {
			assert_int_equal(code, 0);
			sulih_profile_release(&profile);
		} else {
			assert_int_equal(code, SULIH_ERROR_CONFIG);
			if (strstr(faults.lines.data, rows[i].fault) == NULL)
				fail_msg("row %zu: %s", i, faults.lines.data);
		}
		sulih_faults_release(&faults);
	}
}

static const struct {
	const char *json, *note; /* NULL: there is none */
} noted[] = {
	{ "{" GOOD "}", NULL },
	{ "{" WITH("\"${text}\"") "}", NULL },
	{ "{\"url\":\"http://h/\",\"body\":\"${text}\",\"batch\":{\"mode\":\"single\","
	  "\"max_items\":16},\"response\":{\"text\":\"\"}}",
	  "/batch/max_items: has no effect: a request has one text" },
	{ "{\"url\":\"http://h/\",\"body\":\"${text}\",\"batch\":{\"mode\":\"single\"},"
	  "\"response\":{\"text\":\"\",\"items\":\"/a\",\"key\":\"s${i}\"}}",
	  "/response/items: has no effect" },
	{ "{\"url\":\"http://h/"
	  "\",\"body\":{\"$map\":{\"key\":\"s${i}\",\"value\":\"${text}\"}},"
	  "\"batch\":{\"mode\":\"keyed\"},\"response\":{\"items\":\"/"
	  "a\",\"key\":\"s${i}\"}}",
	  "/response/items: has no effect: keyed texts" },
	{ "{" GOOD ",\"protect\":{\"shape\":\"xml\",\"markup\":\"xml\"}}",
	  "/protect/markup: has no effect: it belongs to \"open\"" },
	{ "{" GOOD ",\"protect\":{\"shape\":\"xml\",\"open\":\"#${n}#\"}}",
	  "/protect/shape: has no effect: \"open\" says" },
	{ "{" GOOD ",\"protect\":{\"values\":{\"none\":\"plain\"}}}",
	  "/protect/values: has no effect: the request has no ${markup}" },
	{ "{" GOOD ",\"auth\":{\"type\":\"none\",\"user\":\"a\"}}",
	  "/auth/user: has no effect: the type is" },
	{ "{" GOOD ",\"variables\":{\"model\":\"a\"}}",
	  "/variables/model: has no effect: nothing in the profile asks for it" },
	{ "{" GOOD ",\"variables\":{\"model\":\"a\"},\"headers\":{\"X\":\"${model}\"}}", NULL },
	{ "{" GOOD ",\"secrets\":{\"a\":{\"file\":\"b\"}},\"headers\":{\"X\":"
	  "\"${secret:A}\"}}",
	  "/secrets/a: has no effect" },
	{ "{" GOOD ",\"limits\":{\"connect_ms\":9000,\"total_ms\":500}}",
	  "/limits/connect_ms: has no effect: total_ms is less" },
};

/* What has no effect is said, and no fault. */
static void test_notes(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(noted); i++) {
		struct sulih_faults faults = { .count = 0 };
		struct sulih_profile profile;

		if (sulih_profile_parse(sulih_view_of(noted[i].json), "x", &profile, &faults,
					NULL) != 0)
			fail_msg("row %zu: %s", i, faults.lines.data);
		if (noted[i].note == NULL)
			assert_int_equal(faults.note_count, 0);
		else if (strstr(sulih_buffer_view(&faults.notes).data, noted[i].note) == NULL)
			fail_msg("row %zu: %s", i, sulih_buffer_view(&faults.notes).data);
		sulih_profile_release(&profile);
		sulih_faults_release(&faults);
	}
}

/* Its file may give no name, and may be gone from memory when the name is said. */
static void test_name(void **state)
{
	static const char *const texts[] = { "{" GOOD "}", "{" GOOD ",\"name\":\"own\"}" };
	static const char *const names[] = { "./mine.json", "own" };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(texts); i++) {
		char from[] = "./mine.json";
		struct sulih_profile profile;

		assert_int_equal(
			sulih_profile_parse(sulih_view_of(texts[i]), from, &profile, NULL, NULL),
			0);
		memset(from, '#', sizeof(from) - 1);
		assert_string_equal(profile.name, names[i]);
		sulih_profile_release(&profile);
	}
}

/* However long the names on the way down are. */
static void test_depth(void **state)
{
	static const int depths[] = { 20, 40 };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(depths); i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_profile profile;

		sulih_buffer_puts(&text, "{\"url\":\"http://h/\",\"batch\":{\"mode\":\"single\"},"
					 "\"response\":{\"text\":\"\"},\"body\":");
		for (int k = 0; k < depths[i]; k++)
			sulih_buffer_puts(&text, "{\"a-name-that-takes-its-time\":");
		sulih_buffer_puts(&text, "\"${text}\"");
		for (int k = 0; k <= depths[i]; k++)
			sulih_buffer_putc(&text, '}');
		if (depths[i] == 20) {
			assert_int_equal(sulih_profile_parse(sulih_buffer_view(&text), "x",
							     &profile, NULL, &error),
					 0);
			sulih_profile_release(&profile);
		} else {
			assert_int_equal(sulih_profile_parse(sulih_buffer_view(&text), "x",
							     &profile, NULL, &error),
					 SULIH_ERROR_CONFIG);
			assert_non_null(strstr(error.message, "is too deep"));
		}
		sulih_buffer_release(&text);
	}
}

static void test_presets(void **state)
{
	(void)state;
	for (size_t i = 0; sulih_profiles[i].name != NULL; i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_faults faults = { .count = 0 };
		struct sulih_profile profile;

		if (sulih_profile_parse(sulih_profiles[i].data, sulih_profiles[i].name, &profile,
					&faults, &error) != 0)
			fail_msg("%s", error.message);
		if (faults.note_count > 0)
			fail_msg("%s: %s", sulih_profiles[i].name, faults.notes.data);
		assert_string_equal(profile.name, sulih_profiles[i].name);
		assert_true(profile.about[0] && profile.needs[0]);
		sulih_profile_release(&profile);
		sulih_faults_release(&faults);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faults),	cmocka_unit_test(test_notes),
		cmocka_unit_test(test_name),	cmocka_unit_test(test_depth),
		cmocka_unit_test(test_presets),
	};

	return cmocka_run_group_tests_name("profile", tests, NULL, NULL);
}
