/* JSON Pointer (RFC 6901) on jansson values. */
#ifndef SULIH_PIPELINE_TRANSLATE_PROFILE_POINTER_H
#define SULIH_PIPELINE_TRANSLATE_PROFILE_POINTER_H

#include <jansson.h>
#include <stdbool.h>

/* Whether the text is a pointer at all: empty, or "/" with sound "~" escapes. */
bool sulih_pointer_valid(const char *pointer);
/* The value it leads to, borrowed; NULL when it leads nowhere or is no pointer. */
json_t *sulih_pointer_get(json_t *value, const char *pointer);

#endif
