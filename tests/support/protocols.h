/* The protocols that the stub server speaks: strict reading, documented answers. */
#ifndef SULIH_TESTS_SUPPORT_PROTOCOLS_H
#define SULIH_TESTS_SUPPORT_PROTOCOLS_H

#include <jansson.h>

#include "base/buffer.h"

enum { STUB_MOST_TEXTS = 1024 };

struct stub_request {
	const char *method, *path, *query; /* query: as in the address, or "" */
	const char *sent_path;		   /* with the stub's own prefixes: what a client signs */
	const char *content_type;	   /* or "" */
	const char *(*header)(void *context, const char *name); /* NULL when absent */
	void *context;
	struct sulih_view body;
	const char *key; /* the key that must come; NULL: none */
};

struct stub_texts {
	char *items[STUB_MOST_TEXTS]; /* owned */
	char *keys[STUB_MOST_TEXTS];  /* keyed protocols; owned; or NULL */
	size_t count;
	bool single; /* a bare text, not a list */
};

struct stub_protocol;

/* The header that carries the key, as it came; NULL: none does. */
const char *stub_key_header(const struct stub_protocol *protocol,
			    const struct stub_request *request);

const struct stub_protocol *stub_protocol_named(const char *name);
/* Reads a request to the letter; the HTTP status, 200 when it is sound, else `why` says what. */
int stub_read(const struct stub_protocol *protocol, const struct stub_request *request,
	      struct stub_texts *texts, char *why, size_t size);
/* The answer to a sound request with these texts. */
void stub_write(const struct stub_protocol *protocol, const struct stub_texts *texts,
		struct sulih_buffer *out);
/* The body of an error in the engine's dialect. */
void stub_write_error(const struct stub_protocol *protocol, int status, const char *message,
		      struct sulih_buffer *out);
void stub_texts_release(struct stub_texts *texts);

/* Decodes one value of a form or query; NULL when the name is absent. free() it. */
char *stub_form_value(struct sulih_view form, const char *name);

#endif
