/*
 * Templates: a request's JSON value with operators, expanded into bytes.
 *
 * The template is a parsed tree and every text goes through an escaper of its
 * own, so that no article can break or extend the request's structure.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_PROFILE_EXPAND_H
#define SULIH_PIPELINE_TRANSLATE_PROFILE_EXPAND_H

#include <jansson.h>

#include "base/buffer.h"
#include "base/vector.h"

struct sulih_variable {
	struct sulih_view name; /* "target", "model", "secret:deepl", … */
	struct sulih_view value;
	bool secret;
};

struct sulih_expansion {
	const struct sulih_variable *variables;
	size_t variable_count;
	const struct sulih_view *texts; /* the batch */
	size_t text_count;
	size_t at; /* current text, from 0; ${i} is one more */
	struct sulih_view context, legend;
	struct sulih_view markup; /* the engine's word for the kind of text: "text", "html" */
	unsigned depth;
};

enum sulih_escape {
	SULIH_ESCAPE_NONE,
	SULIH_ESCAPE_JSON,
	SULIH_ESCAPE_PERCENT,
	SULIH_ESCAPE_URL, /* the values only, and their slashes stay */
	SULIH_ESCAPE_HEADER
};

/* Writes the expanded template as JSON text. */
int sulih_expand_json(const json_t *value, struct sulih_expansion *x, struct sulih_buffer *out,
		      struct sulih_error *error);
/* Writes a flat object as name=value&name=value, percent-encoded; lists repeat the name. */
int sulih_expand_pairs(const json_t *object, struct sulih_expansion *x, struct sulih_buffer *out,
		       struct sulih_error *error);
/* Writes a string with its ${…} filled in. */
int sulih_expand_string(const char *text, struct sulih_expansion *x, enum sulih_escape escape,
			struct sulih_buffer *out, struct sulih_error *error);

/* A variable's value; numbers are written into `room`. */
int sulih_expand_value(struct sulih_expansion *x, struct sulih_view name, char room[24],
		       struct sulih_view *value, struct sulih_error *error);
/* Appends `text` as addresses and forms spell it. */
void sulih_percent_encode(struct sulih_buffer *out, struct sulih_view text, bool slashes);

/* Names that are always there. */
bool sulih_expand_is_builtin(struct sulih_view name);

#endif
