/* Answers of every batch shape: the first byte chooses the preset, the second the status. */
#include <stdint.h>
#include <stdlib.h>

#include "pipeline/translate/answer/reply.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "libretranslate", "apertium-apy", "openai-local",
					     "google-v2",      "amazon",       "huggingface" };
	static const long statuses[] = { 200, 200, 200, 400, 403, 429, 500 };
	const struct sulih_view texts[] = { SULIH_VIEW("a"), SULIH_VIEW("b") };
	struct sulih_expansion x = { .texts = texts, .text_count = 2, .context = SULIH_VIEW("") };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_profile profile;
	struct sulih_reply reply;

	if (size < 2 || sulih_profile_load(names[data[0] % 6], &profile, NULL, &error) != 0)
		return 0;
	if (profile.mode == SULIH_BATCH_SINGLE)
		x.text_count = 1;
	if (sulih_reply_read(&profile, statuses[data[1] % 7],
			     sulih_view_make((const char *)data + 2, size - 2), &x, &reply,
			     &error) == 0 &&
	    reply.verdict == SULIH_REPLY_GOOD && reply.texts.count != x.text_count)
		abort();
	sulih_reply_release(&reply);
	sulih_profile_release(&profile);
	return 0;
}
