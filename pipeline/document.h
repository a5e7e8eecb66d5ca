/*
 * The document: what the stages add to, one after the other.
 *
 *   extract     id, source, units            (pipeline/format)
 *   normalize   text, map                    (normalize)
 *   segment     segmentation                 (segment)
 *   protect     spans, items                 (pipeline/protect)
 *   translate   items' targets and states    (pipeline/translate)
 *   reassemble  target, ledger facts         (pipeline/reassemble)
 *   merge       (reads it)                   (pipeline/format)
 *
 * Spans of a document are byte offsets into segmentation.running unless said
 * otherwise.  Strings that a stage makes live in `arena`.
 */
#ifndef SULIH_PIPELINE_DOCUMENT_H
#define SULIH_PIPELINE_DOCUMENT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/table.h"
#include "base/vector.h"
#include "normalize/normalize.h"
#include "segment/segment.h"

/* In the order of DESIGN: names, figures, codes, terms. */
enum sulih_span_kind {
	SULIH_KIND_PERSON,
	SULIH_KIND_PLACE,
	SULIH_KIND_ORGANIZATION,
	SULIH_KIND_WORK,
	SULIH_KIND_EVENT,
	SULIH_KIND_LAW,
	SULIH_KIND_PRODUCT,
	SULIH_KIND_NAME,
	SULIH_KIND_NUMBER,
	SULIH_KIND_MONEY,
	SULIH_KIND_PERCENT,
	SULIH_KIND_MEASURE,
	SULIH_KIND_ORDINAL,
	SULIH_KIND_RANGE,
	SULIH_KIND_SCORE,
	SULIH_KIND_DATE,
	SULIH_KIND_TIME,
	SULIH_KIND_PHONE,
	SULIH_KIND_CODE,
	SULIH_KIND_URL,
	SULIH_KIND_EMAIL,
	SULIH_KIND_HANDLE,
	SULIH_KIND_HASHTAG,
	SULIH_KIND_TERM,
	/* not in records: placeholders for marks and quotes */
	SULIH_KIND_QUOTE,
	SULIH_KIND_MARK,
	SULIH_KIND_COUNT
};

enum sulih_ruling { SULIH_COPY, SULIH_MAP, SULIH_CONVERT, SULIH_LEAVE };

/* What a recogniser found and what is to be done with it. */
struct sulih_protected {
	struct sulih_span span; /* running text */
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;   /* English; empty for leave */
	const char *why;	    /* static: the rule, of pipeline/protect/reasons.c: "title" */
	struct sulih_view evidence; /* what the rule saw ("Presiden"); may be empty */
	struct sulih_row row;	    /* the list's entry that decided; entry NULL: none did */
	struct sulih_view
		value; /* canonical value of a figure ("8000", "2024-11-01"); may be empty */
};

/* What was considered and not taken: for --explain alone. */
struct sulih_refusal {
	struct sulih_span span;	    /* running text */
	const char *why;	    /* static: a name of pipeline/protect/reasons.c */
	struct sulih_view evidence; /* may be empty */
};

/* A masked piece of text is a row of parts: plain text, or a placeholder. */
struct sulih_part {
	struct sulih_view text; /* when placeholder is 0 */
	struct sulih_view
		written;      /* masked source: what the running text has instead; else empty */
	unsigned placeholder; /* 1…n: number of the item's placeholder; 0: plain text */
};

struct sulih_placeholder {
	unsigned number; /* unique in its item, from 1 */
	enum sulih_span_kind kind;
	struct sulih_view source; /* what stood in the running text */
	struct sulih_view target; /* what stands in English; for a quote: made from its item */
	size_t item;		  /* kind QUOTE: the item that holds the quote's words */
};

enum sulih_item_state {
	SULIH_ITEM_NEW,
	SULIH_ITEM_SKIPPED,	/* nothing to translate: only placeholders, digits, marks */
	SULIH_ITEM_TRANSLATED,	/* checked and sound */
	SULIH_ITEM_REPAIRED,	/* sound after repair */
	SULIH_ITEM_UNTRANSLATED /* given up: the clean source stands in its place */
};

/* What is sent at once: a sentence, or the words of one isolated quote. */
struct sulih_item {
	size_t segment;		/* index into segmentation.segments */
	struct sulih_span span; /* running text that it stands for */
	bool isolated;		/* words of a quote, framed by another item of the segment */
	bool shouted;		/* a headline in capitals, sent in sentence case and set back */
	bool quoted;		/* a sentence wholly inside a quote of speech */
	size_t quote;		/* index into segmentation.quotes when isolated or quoted */
	struct {
		struct sulih_part *items;
		size_t count;
	} source; /* masked source; in the arena */
	struct {
		struct sulih_placeholder *items;
		size_t count;
	} placeholders;				/* in the arena */
	SULIH_VECTOR(struct sulih_part) target; /* masked target, after translate */
	enum sulih_item_state state;
	unsigned attempts; /* requests that carried it */
	const char *rung;  /* static: the last rung of the repair ladder; NULL: none needed */
};

/* A translatable part of a format; the skeleton between units is the format's. */
struct sulih_unit {
	struct sulih_span clean; /* its part of the clean text */
};

struct sulih_document {
	struct sulih_arena arena;
	struct sulih_view id; /* name of the file, or the id of the record as JSON text */
	bool id_is_json;
	const char *origin; /* for messages: file name and record, owned by the reader */
	size_t line;	    /* first line in its file, from 1; 0 unknown */
	void *skeleton;	    /* the format's own; freed by free_skeleton */
	void (*free_skeleton)(void *skeleton);
	/* gives up the bytes behind `input`, which nothing reads behind normalize; NULL: they stay
	 */
	void (*free_input)(void *skeleton);

	struct sulih_view input; /* bytes (or decoded text) of the units, as received */
	bool decoded;		 /* input is decoded text (JSON), not bytes of a file */

	struct sulih_normalized clean;
	SULIH_VECTOR(struct sulih_unit) units;
	struct sulih_segmentation segmentation;
	SULIH_VECTOR(struct sulih_protected) spans;  /* by start, not overlapping */
	SULIH_VECTOR(struct sulih_refusal) refusals; /* by start; empty unless asked for */
	SULIH_VECTOR(struct sulih_item) items;	     /* by segment; a frame before its quotes */
	struct sulih_buffer target;		     /* English document text, after reassemble */
	struct sulih_diagnostics diagnostics; /* spans: code points of the input as received */
	size_t input_index;		      /* which input it came from; for the writer */
	const char *engine;		      /* name of the one that translated it */

	/* A document over 8 MiB comes in stretches, each a struct of its own. */
	size_t base;	 /* code points of the input before this stretch */
	bool continues;	 /* not the first stretch */
	bool unfinished; /* not the last stretch */
};

struct sulih_document *sulih_document_new(void); /* NULL: out of memory */
void sulih_document_free(struct sulih_document *document);

/* The clean text, with its line ends and broken words, of a span of the running text. */
struct sulih_view sulih_document_clean(const struct sulih_document *document,
				       struct sulih_span span);
/* The placeholder of number `number` (1…), or NULL. */
const struct sulih_placeholder *sulih_item_placeholder(const struct sulih_item *item,
						       unsigned number);
/* Code points of the input for a span of the running text. */
struct sulih_span sulih_document_source_span(const struct sulih_document *document,
					     struct sulih_span span);
/* Takes over diagnostics whose spans are offsets into the running text. */
void sulih_document_adopt_diagnostics(struct sulih_document *document,
				      const struct sulih_diagnostics *from);

/* Puts diagnostics in the order of their places: answers come back in any order. */
void sulih_document_sort_diagnostics(struct sulih_document *document);

const char *sulih_kind_name(enum sulih_span_kind kind);
const char *sulih_ruling_name(enum sulih_ruling ruling);
bool sulih_kind_is_name(enum sulih_span_kind kind); /* person … name */

#endif
