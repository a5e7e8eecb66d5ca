/*
 * The pinned promise under fuzzing: with --to-lang id the output is the clean text
 * to the byte, every stage's invariant holds, and English never crashes.  The first
 * byte chooses the options.
 */
#include <stdint.h>

#include "tests/support/promises.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 0)
		promises_keep(sulih_view_make((const char *)data + 1, size - 1), data[0]);
	return 0;
}
