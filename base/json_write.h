/*
 * Writing JSON.  Objects are written by hand around these two: stage records
 * are large and regular, and go straight into a buffer.
 */
#ifndef SULIH_BASE_JSON_WRITE_H
#define SULIH_BASE_JSON_WRITE_H

#include "base/buffer.h"
#include "base/bytes.h"

/* Of eight bytes, those that a JSON string cannot hold as they are, and DEL. */
static inline uint64_t sulih_bytes_special_in_json(uint64_t word)
{
	return sulih_bytes_between(word, 0, 0x1F) | sulih_bytes_between(word, '"', '"') |
	       sulih_bytes_between(word, '\\', '\\') | sulih_bytes_between(word, 0x7F, 0x7F);
}

/* A JSON string with its quotes; `text` is well-formed UTF-8 and stays unescaped
 * but for quotes, backslashes and control characters. */
void sulih_json_string(struct sulih_buffer *out, struct sulih_view text);

/* The same without the quotes. */
void sulih_json_escape(struct sulih_buffer *out, struct sulih_view text);

#endif
