/* One record of JSON Lines, as it was written: for jsonl.c. */
#ifndef SULIH_PIPELINE_FORMAT_JSONL_RECORD_H
#define SULIH_PIPELINE_FORMAT_JSONL_RECORD_H

#include "base/vector.h"
#include "pipeline/document.h"
#include "pipeline/format/json_scan.h"

struct jsonl_member {
	struct sulih_view key;
	struct sulih_span value;
};

/* One record; over 8 MiB, the documents that are its stretches share it. */
struct jsonl_record {
	size_t holders; /* documents, and the reader */
	size_t given;	/* bytes of `decoded` given out */
	size_t base;	/* code points of them */
	size_t number;	/* of the line */
	struct sulih_surrogates surrogates;
	char *line; /* the record as written, without its line end */
	size_t length;
	SULIH_VECTOR(struct jsonl_member) members;
	struct jsonl_member *text, *id;
	struct sulih_buffer decoded;
	char *origin;
	bool failed;
};

/* Reads the line `number` of the input `name`; a record that is none is told in `error`. */
int sulih_jsonl_record_read(struct sulih_view line, const char *name, size_t number,
			    struct jsonl_record **record, struct sulih_error *error);
/* Lets go of it; the last holder frees it. */
void sulih_jsonl_record_free(void *record);
/* The JSON of a member's value. */
struct sulih_view sulih_jsonl_value(const struct jsonl_record *record,
				    const struct jsonl_member *member);

#endif
