/* What must hold of every normalised text; for examples, unit tests and fuzz targets. */
#ifndef SULIH_TESTS_NORMALIZE_CHECK_H
#define SULIH_TESTS_NORMALIZE_CHECK_H

#include "normalize/normalize.h"

/* 0, or SULIH_ERROR_INTERNAL: the text is not NFC, normalising again changes it, the
 * map (made with want_map) does not hold, or the stream gives something else. */
int check_normalized(struct sulih_view input, bool decoded, const struct sulih_normalized *clean,
		     struct sulih_error *error);

/* Normalises and checks; a fault is printed and ends the program.  Binary input may be refused. */
void fuzz_normalize(struct sulih_view input, bool decoded);

#endif
