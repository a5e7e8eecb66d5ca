/*
 * Requests over the network: libcurl's multi interface, and this room the only
 * one that knows it.  It moves bytes; what they mean is answer/reply.h's business.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_HTTP_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_HTTP_H

#include "base/buffer.h"

enum sulih_http_outcome {
	SULIH_HTTP_ANSWERED,
	SULIH_HTTP_UNREACHABLE, /* no such host, refused, no route */
	SULIH_HTTP_TIMEOUT,
	SULIH_HTTP_BROKEN,   /* reset, empty, cut off in the middle */
	SULIH_HTTP_TOO_LONG, /* the answer passed the cap */
	SULIH_HTTP_INSECURE, /* the certificate does not do */
	SULIH_HTTP_UNUSABLE  /* bad address or option, out of memory: trying again is no use */
};

struct sulih_http_options {
	const char *ca_file, *client_cert, *client_key;
	const char *proxy; /* NULL: the environment's; "": none */
	long connect_ms, total_ms, stall_s;
	bool loopback;		   /* no proxy but one that is named */
	bool tls;		   /* the addresses are https */
	const char *user_password; /* basic or SigV4; NULL: none */
	const char *sigv4;	   /* "aws:amz:REGION:SERVICE"; NULL: none */
	size_t body_cap;	   /* of an answer, decoded */
	/* Called for each request and answer when set; the text is raw: hide secrets. */
	void (*on_trace)(void *context, char direction, struct sulih_view text);
	void *context;
};

struct sulih_http_answer {
	enum sulih_http_outcome outcome;
	long status;
	long long retry_after_s; /* 0: none */
	struct sulih_view body;	 /* holds until the callback returns */
	const char *moved_to;	 /* the address of a redirect, which is not followed; NULL */
	char message[288];	 /* what went wrong */
};

struct sulih_http;

struct sulih_http *sulih_http_new(const struct sulih_http_options *options,
				  struct sulih_error *error);
void sulih_http_free(struct sulih_http *http);
/* Replaces the header lines of requests started from now on. */
int sulih_http_headers(struct sulih_http *http, const char *const *lines, size_t count,
		       struct sulih_error *error);
/* Starts a request; url and body must live until its answer.  A NULL method is POST;
 * body.data NULL means GET.  `job` comes back with the answer. */
int sulih_http_start(struct sulih_http *http, const char *method, const char *url,
		     struct sulih_view body, void *job, struct sulih_error *error);
/* Waits at most `wait_ms` and gives every answer that is there to `on_answer`. */
int sulih_http_work(struct sulih_http *http, int wait_ms,
		    void (*on_answer)(void *context, void *job,
				      const struct sulih_http_answer *answer),
		    void *context, struct sulih_error *error);

/* Why no request can be made to an address, in words for people; NULL: one can. */
const char *sulih_http_flaw(const struct sulih_http *http, const char *url);

/* Whether an address leads to this very machine. */
bool sulih_http_is_loopback(const char *url);

#endif
