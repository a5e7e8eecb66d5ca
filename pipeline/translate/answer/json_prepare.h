/* JSON as servers write it, made fit for jansson. */
#ifndef SULIH_PIPELINE_TRANSLATE_ANSWER_JSON_PREPARE_H
#define SULIH_PIPELINE_TRANSLATE_ANSWER_JSON_PREPARE_H

#include "base/buffer.h"

/* Makes JSON that jansson takes: no byte-order mark, no lone surrogates; false when it
 * nests deeper than 64. `room` holds the repaired text when there was something to repair. */
bool sulih_json_prepare(struct sulih_view *json, struct sulih_buffer *room);

#endif
