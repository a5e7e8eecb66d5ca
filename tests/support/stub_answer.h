/*
 * The make-believe MT server (tests/server/mt_stub.c) without its sockets: what it answers to a
 * request.
 */
#ifndef SULIH_TESTS_SUPPORT_STUB_ANSWER_H
#define SULIH_TESTS_SUPPORT_STUB_ANSWER_H

#include <pthread.h>
#include <stdio.h>

#include "tests/support/protocols.h"

struct stub_settings {
	const char *protocol, *mode, *key;
	long delay_ms;
	FILE *log; /* NULL: none */
	pthread_mutex_t lock;
	unsigned long requests;
};

struct stub_answer {
	int status;
	struct sulih_buffer body;
	const char *content_type;
	const char *retry_after; /* NULL: none */
	const char *location;
	bool gzip;  /* the body is labelled as compressed */
	bool reset; /* close without an answer */
	bool half;  /* promise more than is sent */
	bool drip;
	long delay_ms;
};

void stub_answer_request(struct stub_settings *settings, const struct stub_protocol *protocol,
			 const char *mode, const struct stub_request *request,
			 struct stub_answer *answer);

/* ---- stub_spoil.c: false when `mode` is no such way to misbehave ---- */
/* What engines and their proxies say when all is not well. */
bool stub_canned_answer(const char *mode, const struct stub_protocol *protocol,
			struct stub_answer *answer);
/* Ways that need the sound answer. */
bool stub_spoil_answer(const char *mode, struct stub_answer *answer);
/* Ways to get the list of texts wrong. */
bool stub_spoil_list(const char *mode, struct stub_texts *texts);

#endif
