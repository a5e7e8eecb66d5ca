/* Inside the stub's protocols: one row a protocol. */
#ifndef SULIH_TESTS_SUPPORT_PROTOCOLS_TABLE_H
#define SULIH_TESTS_SUPPORT_PROTOCOLS_TABLE_H

#include "tests/support/protocols.h"

struct stub_protocol {
	const char *name, *method, *path;
	const char *query;	  /* required query, "" for none, NULL: read() looks */
	const char *content_type; /* to the letter */
	const char *key_header;	  /* header that holds the key, NULL: none */
	const char *key_format;	  /* how the key stands there */
	/* 0, or -1 with *why */
	int (*read)(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		    const char **why);
	void (*write)(const struct stub_texts *texts, struct sulih_buffer *out);
	const char *error; /* format of an error's body: %d status, %s message */
};

/* Tables end in a row without a name. */
extern const struct stub_protocol stub_own_protocols[], stub_cloud_protocols[],
	stub_hosted_protocols[];

/* Whether both are what is wanted. */
bool stub_are(const char *a, const char *wanted_a, const char *b, const char *wanted_b);
int stub_add(struct stub_texts *texts, const char *text, const char *key);
/* An array of strings, or of objects whose `member` is the string. */
int stub_add_array(struct stub_texts *texts, const json_t *array, const char *member);
/* before, each text as a JSON string between each_before and each_after, after */
void stub_write_list(const struct stub_texts *texts, const char *before, const char *each_before,
		     const char *each_after, const char *after, struct sulih_buffer *out);
int stub_form_is(struct sulih_view form, const char *name, const char *wanted);

#endif
