/* Profiles: whatever parses must expand without harm. */
#include <stdint.h>

#include "pipeline/translate/profile/expand.h"
#include "pipeline/translate/profile/profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct sulih_view texts[] = { SULIH_VIEW("Harga \"naik\"."), SULIH_VIEW("⟦1⟧") };
	struct sulih_expansion x = { .texts = texts, .text_count = 2, .context = SULIH_VIEW("") };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_faults faults = { .count = 0 };
	struct sulih_buffer out = { .limit = 1 << 20 };
	struct sulih_profile profile;

	if (sulih_profile_parse(sulih_view_make((const char *)data, size), "fuzz", &profile,
				&faults, &error) == 0) {
		if (profile.body != NULL)
			sulih_expand_json(profile.body, &x, &out, NULL);
		sulih_buffer_clear(&out);
		sulih_expand_pairs(profile.query, &x, &out, NULL);
		sulih_profile_release(&profile);
	}
	sulih_faults_release(&faults);
	sulih_buffer_release(&out);
	return 0;
}
