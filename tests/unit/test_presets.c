/* What each preset's engine says in its own words when something is wrong, and what that means:
 * each rule of a preset that looks into an answer has one here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pipeline/translate/answer/reply.h"

#define LLMS   "ollama openai-chat openai-local"
#define AZURES "azure-2026 azure-v3"

/* The forms are those of the engines' documentation (docs/engines.md), or of their sources. */
static const struct {
	const char *engines; /* with blanks between */
	long status;
	const char *body;
	enum sulih_verdict verdict;
} rows[] = {
	{ "amazon", 400, "{\"__type\":\"ThrottlingException\"}", SULIH_REPLY_THROTTLED },
	{ "amazon", 400, "{\"__type\":\"com.amazonaws.translate#TooManyRequestsException\"}",
	  SULIH_REPLY_THROTTLED },
	{ "amazon", 500, "{\"__type\":\"InternalServerException\"}", SULIH_REPLY_FAILED },
	{ "amazon", 400, "{\"__type\":\"TextSizeLimitExceededException\"}", SULIH_REPLY_TOO_LARGE },
	{ "amazon", 400, "{\"__type\":\"UnrecognizedClientException\"}", SULIH_REPLY_BARRED },
	{ "amazon", 400, "{\"__type\":\"ExpiredTokenException\"}", SULIH_REPLY_BARRED },
	{ "amazon", 400, "{\"__type\":\"InvalidClientTokenId\"}", SULIH_REPLY_BARRED },
	{ "amazon", 400, "{\"__type\":\"SubscriptionRequiredException\"}", SULIH_REPLY_BARRED },
	{ "amazon", 400, "{\"__type\":\"InvalidRequestException\"}", SULIH_REPLY_REFUSED },
	{ "apertium-apy", 200,
	  "{\"responseData\":{\"translatedText\":\"a\"},\"responseStatus\":400}",
	  SULIH_REPLY_REFUSED },
	{ AZURES, 403, "{\"error\":{\"code\":403001,\"message\":\"Free quota exceeded\"}}",
	  SULIH_REPLY_QUOTA },
	{ AZURES, 429, "{\"error\":{\"code\":429001,\"message\":\"Too many requests\"}}",
	  SULIH_REPLY_THROTTLED },
	{ AZURES, 401, "{\"error\":{\"code\":401000,\"message\":\"Not authorized\"}}",
	  SULIH_REPLY_BARRED },
	{ "deepl deepl-free", 456, "{\"message\":\"Quota exceeded\"}", SULIH_REPLY_QUOTA },
	{ "deepl deepl-free", 529, "", SULIH_REPLY_THROTTLED },
	{ "deepl deepl-free", 403, "{\"message\":\"Forbidden\"}", SULIH_REPLY_BARRED },
	{ "google-v2 google-v3", 403, "{\"error\":{\"message\":\"Daily Limit Exceeded\"}}",
	  SULIH_REPLY_QUOTA },
	{ "google-v2 google-v3", 403, "{\"error\":{\"message\":\"User Rate Limit Exceeded\"}}",
	  SULIH_REPLY_THROTTLED },
	{ "google-v2 google-v3", 403, "{\"error\":{\"message\":\"The caller may not do that\"}}",
	  SULIH_REPLY_BARRED },
	{ "google-v2", 400,
	  "{\"error\":{\"code\":400,\"message\":\"API key not valid. Please pass a valid API "
	  "key.\"}}",
	  SULIH_REPLY_BARRED },
	{ "google-v2", 400, "{\"error\":{\"message\":\"API key expired. Please renew it.\"}}",
	  SULIH_REPLY_BARRED },
	{ "google-v2", 400, "{\"error\":{\"message\":\"Invalid Value\"}}", SULIH_REPLY_REFUSED },
	{ "google-v3", 403, "{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"x\"}}",
	  SULIH_REPLY_THROTTLED },
	{ "huggingface ibm-watson libretranslate modernmt mtuoc opus-mt systran " LLMS, 200,
	  "{\"error\":\"the model is not there\"}", SULIH_REPLY_REFUSED },
	{ "lingvanex", 200, "{\"err\":\"not authorized\",\"result\":null}", SULIH_REPLY_REFUSED },
	{ "modernmt", 200, "{\"status\":500,\"data\":[]}", SULIH_REPLY_REFUSED },
	/* a day's use is over: as a status of its own, of the answer, or as a word in it */
	{ "mymemory", 429, "{}", SULIH_REPLY_QUOTA },
	{ "mymemory", 200,
	  "{\"responseData\":{\"translatedText\":\"YOU USED ALL FREE TRANSLATIONS FOR TODAY\"},"
	  "\"responseStatus\":\"429\"}",
	  SULIH_REPLY_QUOTA },
	{ "mymemory", 200, "{\"responseData\":{\"translatedText\":\"a\"},\"responseStatus\":429}",
	  SULIH_REPLY_QUOTA },
	{ "mymemory", 200,
	  "{\"quotaFinished\":true,\"responseData\":{\"translatedText\":\"a\"},"
	  "\"responseStatus\":200}",
	  SULIH_REPLY_QUOTA },
	{ "mymemory", 200,
	  "{\"responseData\":{\"translatedText\":\"INVALID LANGUAGE PAIR\"},"
	  "\"responseStatus\":\"403\"}",
	  SULIH_REPLY_REFUSED },
	{ LLMS, 429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"x\"}}",
	  SULIH_REPLY_QUOTA },
	{ LLMS, 429, "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"x\"}}",
	  SULIH_REPLY_THROTTLED },
	{ LLMS, 400,
	  "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens\"}}",
	  SULIH_REPLY_TOO_LARGE },
	{ LLMS, 400, "{\"error\":{\"message\":\"the request exceeds the available context size\"}}",
	  SULIH_REPLY_TOO_LARGE },
	{ LLMS, 400, "{\"error\":{\"message\":\"the model is unknown\"}}", SULIH_REPLY_REFUSED },
	{ LLMS, 200,
	  "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}}]}",
	  SULIH_REPLY_TOO_LARGE },
	{ LLMS, 200,
	  "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"\"}}]}",
	  SULIH_REPLY_REFUSED },
	{ LLMS, 200,
	  "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"refusal\":\"I cannot.\"}}]}",
	  SULIH_REPLY_REFUSED },
	{ "yandex-v2", 400, "{\"code\":8,\"message\":\"limit on units was exceeded\"}",
	  SULIH_REPLY_THROTTLED },
	{ "yandex-v2", 503, "{\"code\":14,\"message\":\"unavailable\"}", SULIH_REPLY_THROTTLED },
	{ "yandex-v2", 400, "{\"code\":7,\"message\":\"no permission\"}", SULIH_REPLY_BARRED },
	{ "yandex-v2", 400, "{\"code\":3,\"message\":\"unsupported target language\"}",
	  SULIH_REPLY_REFUSED },
	{ "nllb-serve tartunlp", 500, "<html><title>Internal Server Error</title></html>",
	  SULIH_REPLY_FAILED },
};

/* Whether a row is of an engine. */
static bool is_of(size_t row, const char *engine)
{
	struct sulih_view rest = sulih_view_of(rows[row].engines);

	while (rest.length > 0)
		if (sulih_view_is(sulih_view_cut(&rest, ' '), engine))
			return true;
	return false;
}

static void load(const char *engine, struct sulih_profile *profile)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (sulih_profile_load(engine, profile, NULL, &error) != 0)
		fail_msg("%s: %s", engine, error.message);
}

static void check_row(size_t row, const char *engine)
{
	static const struct sulih_view texts[] = { { "x", 1 } };
	struct sulih_expansion x = { .texts = texts, .text_count = 1 };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_profile profile;
	struct sulih_reply reply;

	load(engine, &profile);
	assert_int_equal(sulih_reply_read(&profile, rows[row].status, sulih_view_of(rows[row].body),
					  &x, &reply, &error),
			 0);
	if (reply.verdict != rows[row].verdict)
		fail_msg("%s, %ld <%s>: verdict %d, message <%s>", engine, rows[row].status,
			 rows[row].body, reply.verdict, reply.message);
	sulih_reply_release(&reply);
	sulih_profile_release(&profile);
}

static void test_words_of_engines(void **state)
{
	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		size_t checked = 0;

		for (size_t k = 0; sulih_profiles[k].name != NULL; k++) {
			if (!is_of(i, sulih_profiles[k].name))
				continue;
			check_row(i, sulih_profiles[k].name);
			checked++;
		}
		assert_true(checked > 0);
	}
}

/* Whether one rule fits a row, whatever stands beside it. */
static bool rule_fits(const struct sulih_rule *rule, size_t row)
{
	struct sulih_profile alone = { .quota = { .count = 1 } };
	json_t *root = json_loads(rows[row].body, 0, NULL);
	bool fits;

	alone.quota.items[0] = *rule;
	fits = root != NULL &&
	       sulih_reply_classify(&alone, rows[row].status, root) == SULIH_REPLY_QUOTA;
	json_decref(root);
	return fits;
}

static void test_no_rule_without_words(void **state)
{
	(void)state;
	for (size_t k = 0; sulih_profiles[k].name != NULL; k++) {
		const char *engine = sulih_profiles[k].name;
		struct sulih_profile p;

		load(engine, &p);
		const struct sulih_rules *all[] = { &p.error_if,  &p.quota,   &p.retry,
						    &p.too_large, &p.refused, &p.truncated };
		for (size_t i = 0; i < SULIH_COUNT(all); i++) {
			for (size_t r = 0; r < all[i]->count; r++) {
				bool met = all[i]->items[r].pointer == NULL;

				for (size_t row = 0; row < SULIH_COUNT(rows) && !met; row++)
					met = is_of(row, engine) &&
					      rule_fits(&all[i]->items[r], row);
				if (!met)
					fail_msg("%s: no answer for its rule on %s", engine,
						 all[i]->items[r].pointer);
			}
		}
		sulih_profile_release(&p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_words_of_engines),
					    cmocka_unit_test(test_no_rule_without_words) };

	return cmocka_run_group_tests_name("presets", tests, NULL, NULL);
}
