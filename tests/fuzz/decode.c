/* Any bytes: no crash, and what comes out is clean (tests/support/normalize_check.h). */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/normalize_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_normalize(sulih_view_make((const char *)data, size), false);
	fuzz_normalize(sulih_view_make((const char *)data, size), true);
	return 0;
}
