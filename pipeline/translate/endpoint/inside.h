/* What the files of this room share. */
#ifndef SULIH_PIPELINE_TRANSLATE_ENDPOINT_INSIDE_H
#define SULIH_PIPELINE_TRANSLATE_ENDPOINT_INSIDE_H

#include "pipeline/translate/endpoint/endpoint.h"

/* fill.c */
int sulih_endpoint_fill(struct sulih_endpoint *endpoint, struct sulih_error *error);
int sulih_endpoint_add_variable(struct sulih_endpoint *endpoint, struct sulih_view name,
				struct sulih_view value, bool secret, struct sulih_error *error);
/* NULL: there is none. */
struct sulih_variable *sulih_endpoint_variable(struct sulih_endpoint *endpoint,
					       struct sulih_view name);

/* headers.c: makes the lines anew and hands them to the transport. */
int sulih_endpoint_headers(struct sulih_endpoint *endpoint, struct sulih_error *error);

/* Without texts: for what is the same for every request. */
static inline struct sulih_expansion sulih_endpoint_expansion(const struct sulih_endpoint *e)
{
	return (struct sulih_expansion){ .variables = e->variables.items,
					 .variable_count = e->variables.count };
}

#endif
