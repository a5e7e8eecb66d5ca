/* What holds for any text, for texts of words that the rules know: the first byte chooses the
 * options, the others what stands in it. */
#include <stdint.h>

#include "tests/support/promises.h"
#include "tests/support/vocabulary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	if (size > 0)
		vocabulary_write(data + 1, size - 1, &text);
	if (size > 0 && text.failed == 0)
		promises_keep(sulih_buffer_view(&text), data[0]);
	sulih_buffer_release(&text);
	return 0;
}
