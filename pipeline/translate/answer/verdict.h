/*
 * What an answer is: by the profile's rules first, then by its status.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ANSWER_VERDICT_H
#define SULIH_PIPELINE_TRANSLATE_ANSWER_VERDICT_H

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

/* `root` is the answer's JSON, or NULL when it is none. */
enum sulih_verdict sulih_reply_classify(const struct sulih_profile *profile, long status,
					json_t *root);

#endif
