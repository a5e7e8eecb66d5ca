/*
 * An answer: what it is (translations, throttle, refusal, …) and its texts.
 * A status of 200 proves nothing: everything is looked at.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ANSWER_REPLY_H
#define SULIH_PIPELINE_TRANSLATE_ANSWER_REPLY_H

#include "pipeline/translate/profile/expand.h"
#include "pipeline/translate/profile/profile.h"

enum sulih_verdict {
	SULIH_REPLY_GOOD,
	SULIH_REPLY_THROTTLED, /* slow down: 429, 503, 529, …; pauses the endpoint */
	SULIH_REPLY_FAILED,    /* a fault of the server that may pass: 500, 502, 504 */
	SULIH_REPLY_TOO_LARGE, /* split the batch */
	SULIH_REPLY_QUOTA,     /* nothing more today */
	SULIH_REPLY_REFUSED,   /* this request will never do: 400, 422, an error member */
	SULIH_REPLY_BARRED,    /* key, address or method are wrong: 401, 403, 404, 405, 3xx */
	SULIH_REPLY_BAD	       /* no answer of this protocol, or not as many texts as sent */
};

struct sulih_reply_text {
	struct sulih_view text; /* data NULL: this one is missing */
};

struct sulih_reply {
	enum sulih_verdict verdict;
	SULIH_VECTOR(struct sulih_reply_text) texts; /* as many as were sent when GOOD */
	bool parsed;				     /* it was JSON */
	char message[200]; /* what the server says or what is wrong; UTF-8, one line */
	json_t *root;	   /* owns the texts */
	json_t *inner;	   /* JSON that stood in a string */
	struct sulih_buffer room;
};

/* Reads `body`; `x` is the expansion the request was made with (for keys). */
int sulih_reply_read(const struct sulih_profile *profile, long status, struct sulih_view body,
		     struct sulih_expansion *x, struct sulih_reply *reply,
		     struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_reply_release(struct sulih_reply *reply);

/* Makes JSON that jansson takes: no byte-order mark, no lone surrogates; false when it
 * nests deeper than 64. `room` holds the repaired text when there was something to repair. */
bool sulih_json_prepare(struct sulih_view *json, struct sulih_buffer *room);

#endif
