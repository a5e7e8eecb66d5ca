/*
 * Runnable examples in prose (tests/spec/NAME.txt):
 *
 *     Any prose.
 *
 *     ```kind
 *     input, one line or more
 *     .
 *     what must come out
 *     ```
 *
 * In both halves \u{200B} is a code point, \x{E2} a byte, \\ a backslash, and a
 * line end before the "." or the closing fence does not count.  The kind names a
 * function of tests/spec/kinds.
 */
#ifndef SULIH_TESTS_SPEC_H
#define SULIH_TESTS_SPEC_H

#include "base/buffer.h"

/* Gives the output for `input`; returns 0, or an error that fails the example. */
typedef int spec_function(struct sulih_view input, struct sulih_buffer *output,
			  struct sulih_error *error);

struct spec_kind {
	const char *name;
	spec_function *run;
};

/* Registers a kind: SPEC_KIND("segment", run_segment); at file level. */
#define SPEC_JOIN2(a, b) a##b
#define SPEC_JOIN(a, b)	 SPEC_JOIN2(a, b)
#define SPEC_KIND(text, function)                                                                  \
	static const struct spec_kind SPEC_JOIN(kind_, function) = { text, function };             \
	static const struct spec_kind *const SPEC_JOIN(entry_, function)                           \
		__attribute__((used, section("spec_kinds"))) = &SPEC_JOIN(kind_, function)

#endif
