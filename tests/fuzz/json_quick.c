/* What the quick reader takes, jansson takes too, and reads the same. */
#include <stdint.h>
#include <stdlib.h>

#include "pipeline/translate/answer/json_quick.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_buffer room = SULIH_BUFFER_INIT;
	json_t *value = sulih_json_quick(sulih_view_make((const char *)data, size), &room);
	json_t *wanted;

	if (value != NULL) {
		wanted = json_loadb((const char *)data, size, JSON_ALLOW_NUL | JSON_DECODE_ANY,
				    NULL);
		if (!json_equal(value, wanted))
			abort();
		json_decref(wanted);
	}
	json_decref(value);
	sulih_buffer_release(&room);
	return 0;
}
