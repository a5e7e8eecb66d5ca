/* What an answer is, and its texts: a status of 200 proves nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pipeline/translate/answer/reply.h"

/* Two texts are sent, one where the engine takes one. */
static const struct {
	const char *engine;
	long status;
	const char *body;
	enum sulih_verdict verdict;
	const char *words; /* the texts with bars between, "-" for a missing one; or the message */
} rows[] = {
	{ "libretranslate", 200, "{\"translatedText\":[\"a\",\"b\"]}", SULIH_REPLY_GOOD, "a|b" },
	{ "libretranslate", 200, "\xEF\xBB\xBF{\"translatedText\":[\"a\",\"\"]}", SULIH_REPLY_GOOD,
	  "a|" },
	/* count */
	{ "libretranslate", 200, "{\"translatedText\":[\"a\"]}", SULIH_REPLY_BAD,
	  "2 texts sent, 1 came back" },
	{ "libretranslate", 200, "{\"translatedText\":[\"a\",\"b\",\"c\"]}", SULIH_REPLY_BAD,
	  "2 texts sent, 3 came back" },
	{ "libretranslate", 200, "{\"translatedText\":\"a\"}", SULIH_REPLY_BAD, "no array" },
	/* types */
	{ "libretranslate", 200, "{\"translatedText\":[\"a\",7]}", SULIH_REPLY_BAD, "no string" },
	{ "libretranslate", 200, "{\"translatedText\":[null,\"b\"]}", SULIH_REPLY_BAD,
	  "no string" },
	{ "libretranslate", 200, "{\"translatedText\":[[\"a\"],\"b\"]}", SULIH_REPLY_BAD,
	  "no string" },
	{ "libretranslate", 200, "{\"translatedText\":{\"0\":\"a\"}}", SULIH_REPLY_BAD,
	  "no array" },
	{ "libretranslate", 200, "[]", SULIH_REPLY_BAD, "no array" },
	{ "libretranslate", 200, "42", SULIH_REPLY_BAD, "no array" },
	{ "libretranslate", 200, "", SULIH_REPLY_BAD, "is empty" },
	{ "libretranslate", 200, "<html><p>Log in</p></html>", SULIH_REPLY_BAD, "a web page" },
	{ "libretranslate", 200, "{\"translatedText\":[\"a\",\"b\"", SULIH_REPLY_BAD,
	  "no sound JSON" },
	{ "libretranslate", 200, "{\"translatedText\":[\"a\",\"\xFF\"]}", SULIH_REPLY_BAD,
	  "no sound JSON" },
	/* the last of two members of one name counts */
	{ "libretranslate", 200,
	  "{\"translatedText\":[\"x\",\"y\"],\"translatedText\":[\"a\",\"b\"]}", SULIH_REPLY_GOOD,
	  "a|b" },
	/* 200 with an error inside */
	{ "libretranslate", 200, "{\"error\":\"Language not supported\"}", SULIH_REPLY_REFUSED,
	  "Language not supported" },
	{ "opus-mt", 200, "{\"error\":\"Language pair not suppported\"}", SULIH_REPLY_REFUSED,
	  "not suppported" },
	/* statuses */
	{ "libretranslate", 429, "{\"error\":\"Slowdown: 10 per 1 minute\"}", SULIH_REPLY_THROTTLED,
	  "Slowdown" },
	{ "libretranslate", 500, "{}", SULIH_REPLY_FAILED, "" },
	{ "libretranslate", 404, "<html><title>Not Found</title></html>", SULIH_REPLY_BARRED,
	  "Not Found" },
	{ "deepl", 456, "{\"message\":\"Quota exceeded\"}", SULIH_REPLY_QUOTA, "Quota" },
	{ "deepl", 529, "{\"message\":\"Too many\"}", SULIH_REPLY_THROTTLED, "Too many" },
	{ "deepl", 413, "", SULIH_REPLY_TOO_LARGE, "" },
	{ "google-v2", 403, "{\"error\":{\"message\":\"User Rate Limit Exceeded\"}}",
	  SULIH_REPLY_THROTTLED, "Rate Limit" },
	{ "google-v2", 403, "{\"error\":{\"message\":\"Daily Limit Exceeded\"}}", SULIH_REPLY_QUOTA,
	  "Daily Limit" },
	{ "amazon", 400, "{\"__type\":\"com.amazon#ThrottlingException\",\"message\":\"Rate\"}",
	  SULIH_REPLY_THROTTLED, "Rate" },
	{ "amazon", 400, "{\"__type\":\"TextSizeLimitExceededException\"}", SULIH_REPLY_TOO_LARGE,
	  "" },
	/* one text a request */
	{ "apertium-apy", 200, "{\"responseData\":{\"translatedText\":\"a\"}}", SULIH_REPLY_GOOD,
	  "a" },
	{ "apertium-apy", 200, "{\"responseData\":{\"translatedText\":{}}}", SULIH_REPLY_BAD,
	  "no text" },
	/* keyed: what came is kept, what did not is asked for again */
	{ "openai-local", 200,
	  "{\"choices\":[{\"message\":{\"content\":\"<think>Well.</think>\\n```json\\n"
	  "{\\\"s2\\\":\\\"b\\\",\\\"s1\\\":\\\"a\\\"}\\n```\"}}]}",
	  SULIH_REPLY_GOOD, "a|b" },
	{ "openai-local", 200,
	  "{\"choices\":[{\"message\":{\"content\":\"{\\\"s1\\\":\\\"a\\\"}\"}}]}",
	  SULIH_REPLY_GOOD, "a|-" },
	{ "openai-local", 200,
	  "{\"choices\":[{\"message\":{\"content\":\"{\\\"s1\\\":7,\\\"s2\\\":\\\"b\\\"}\"}}]}",
	  SULIH_REPLY_GOOD, "-|b" },
	/* which of the two is the neighbour's, nobody knows */
	{ "openai-local", 200,
	  "{\"choices\":[{\"message\":{\"content\":"
	  "\"{\\\"s1\\\":\\\"a\\\",\\\"s2\\\":\\\"b\\\",\\\"s2\\\":\\\"c\\\"}\"}}]}",
	  SULIH_REPLY_BAD, "gives a text twice" },
	{ "openai-local", 200,
	  "{\"choices\":[{\"message\":{\"content\":\"{\\\"x\\\":\\\"a\\\"}\"}}]}", SULIH_REPLY_BAD,
	  "none of the keys" },
	{ "openai-local", 200, "{\"choices\":[{\"message\":{\"content\":\"Sure! Rice rose.\"}}]}",
	  SULIH_REPLY_BAD, "lacks" },
	{ "openai-local", 200, "{\"choices\":[{\"message\":{\"content\":null}}]}", SULIH_REPLY_BAD,
	  "lacks" },
	{ "openai-local", 200, "{\"choices\":[]}", SULIH_REPLY_BAD, "lacks" },
};

static void write_words(const struct sulih_reply *reply, struct sulih_buffer *out)
{
	for (size_t i = 0; i < reply->texts.count; i++) {
		struct sulih_view text = reply->texts.items[i].text;

		sulih_buffer_puts(out, i ? "|" : "");
		if (text.data == NULL)
			sulih_buffer_putc(out, '-');
		else
			sulih_buffer_add(out, text);
	}
}

static void test_rows(void **state)
{
	static const struct sulih_view texts[] = { { "x", 1 }, { "y", 1 } };

	(void)state;
	for (size_t i = 0; i < SULIH_COUNT(rows); i++) {
		struct sulih_expansion x = { .texts = texts, .text_count = 2 };
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_buffer words = SULIH_BUFFER_INIT;
		struct sulih_profile profile;
		struct sulih_reply reply;
		bool right;

		assert_int_equal(sulih_profile_load(rows[i].engine, &profile, NULL, &error), 0);
		if (profile.mode == SULIH_BATCH_SINGLE)
			x.text_count = 1;
		assert_int_equal(sulih_reply_read(&profile, rows[i].status,
						  sulih_view_of(rows[i].body), &x, &reply, &error),
				 0);
		write_words(&reply, &words);
		right = rows[i].verdict == SULIH_REPLY_GOOD
				? sulih_view_is(sulih_buffer_view(&words), rows[i].words)
				: strstr(reply.message, rows[i].words) != NULL;
		if (reply.verdict != rows[i].verdict || !right)
			fail_msg("row %zu <%s>: verdict %d, texts <%.*s>, message <%s>", i,
				 rows[i].body, reply.verdict,
				 SULIH_VIEW_ARGS(sulih_buffer_view(&words)), reply.message);
		sulih_buffer_release(&words);
		sulih_reply_release(&reply);
		sulih_profile_release(&profile);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("reply", tests, NULL, NULL);
}
