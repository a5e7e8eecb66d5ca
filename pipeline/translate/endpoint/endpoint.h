/*
 * The endpoint of a run: a profile filled with the user's variables and secrets,
 * and the transport that leads there.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ENDPOINT_ENDPOINT_H
#define SULIH_PIPELINE_TRANSLATE_ENDPOINT_ENDPOINT_H

#include "pipeline/translate/engine.h"
#include "pipeline/translate/http/http.h"
#include "pipeline/translate/profile/expand.h"
#include "pipeline/translate/profile/profile.h"

struct sulih_endpoint {
	struct sulih_profile profile;
	const struct sulih_engine_options *options;
	struct sulih_arena arena; /* names and values of the variables */
	SULIH_VECTOR(struct sulih_variable) variables;
	struct sulih_http *http;
	char *url;     /* without query, for messages */
	char *address; /* what is requested when the query holds no text */
	bool query_has_text;
	char *user_password, *sigv4;
	long long token_until; /* seconds, monotonic; 0: no token yet */
	bool same_language, english;
};

int sulih_endpoint_open(struct sulih_endpoint *endpoint, const char *name,
			const struct sulih_engine_options *options,
			struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_endpoint_close(struct sulih_endpoint *endpoint);

/* The address of a request; NULL stands for endpoint->address. */
int sulih_endpoint_url(const struct sulih_endpoint *endpoint, struct sulih_expansion *x,
		       struct sulih_buffer *out, struct sulih_error *error);
/* Runs the token command when its token is old or `refused`; sets the headers anew. */
int sulih_endpoint_token(struct sulih_endpoint *endpoint, bool refused, struct sulih_error *error);
/* Replaces every secret in `text` by "***", also as JSON and addresses spell it. */
void sulih_endpoint_hide(const struct sulih_endpoint *endpoint, struct sulih_view text,
			 struct sulih_buffer *out);
/* The same in place, of words that may have been shortened in the midst of one. */
void sulih_endpoint_hide_cut(const struct sulih_endpoint *endpoint, char *message);
/* Whether a key stands in `text`, in any spelling. */
bool sulih_endpoint_reveals(const struct sulih_endpoint *endpoint, struct sulih_view text);
/* --trace: hands out what went over the line, line by line, without secrets. */
void sulih_endpoint_trace(void *endpoint, char direction, struct sulih_view text);

#endif
