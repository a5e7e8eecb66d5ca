/*
 * An answer: what it is (translations, throttle, refusal, …) and its texts.
 * A status of 200 proves nothing: everything is looked at.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ANSWER_REPLY_H
#define SULIH_PIPELINE_TRANSLATE_ANSWER_REPLY_H

#include "pipeline/translate/answer/verdict.h"
#include "pipeline/translate/profile/expand.h"

struct sulih_reply_text {
	struct sulih_view text; /* data NULL: this one is missing */
};

struct sulih_reply {
	enum sulih_verdict verdict;
	SULIH_VECTOR(struct sulih_reply_text) texts; /* as many as were sent when GOOD */
	bool parsed;				     /* it was JSON */
	bool twice;	   /* an object named a member twice; the last one counts */
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

#endif
