/*
 * JSON as MT servers write it, read quickly: jansson looks at each byte through a
 * function and costs more than the request's own bookkeeping.  What is out of the
 * ordinary (fractions, long keys, lone surrogates, faults) gives NULL, and jansson
 * has the say; what is given is what jansson would have given.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ANSWER_JSON_QUICK_H
#define SULIH_PIPELINE_TRANSLATE_ANSWER_JSON_QUICK_H

#include <jansson.h>

#include "base/buffer.h"

/* `room` is scratch.  NULL: read it with jansson. */
json_t *sulih_json_quick(struct sulih_view json, struct sulih_buffer *room);

#endif
