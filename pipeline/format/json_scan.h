/*
 * A scanner for JSON texts that must come back byte for byte.
 *
 * It checks a value strictly (RFC 8259) and tells where the members of an object
 * stand, without building a tree: numbers, key order and repeated keys stay as
 * they were written (jansson would rewrite them).
 */
#ifndef SULIH_PIPELINE_FORMAT_JSON_SCAN_H
#define SULIH_PIPELINE_FORMAT_JSON_SCAN_H

#include "base/buffer.h"

/* Called for every member of the outermost object, in order: the key as written
 * (without quotes, escapes not undone) and the span of its value. */
struct sulih_json_visitor {
	void (*member)(void *context, struct sulih_view key, struct sulih_span value);
	void *context;
};

/* Checks that `line` is one JSON object and nothing else.  On a fault: SULIH_ERROR_INPUT
 * with what and at which byte (from 1). */
int sulih_json_scan_object(struct sulih_view line, const struct sulih_json_visitor *visitor,
			   struct sulih_error *error);

/* Escapes of a surrogate without its partner: how many, and the code points before the first. */
struct sulih_surrogates {
	size_t count, first;
};

/* Appends what a JSON string (with its quotes, as checked by the scan) stands for.
 * A lone surrogate becomes U+FFFD and is counted; `out` was empty. */
void sulih_json_unescape(struct sulih_view string, struct sulih_buffer *out,
			 struct sulih_surrogates *surrogates);

#endif
