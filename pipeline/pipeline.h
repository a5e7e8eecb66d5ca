/*
 * The way of the text: one table of stages, one loop that runs it.
 */
#ifndef SULIH_PIPELINE_PIPELINE_H
#define SULIH_PIPELINE_PIPELINE_H

#include "pipeline/document.h"
#include "pipeline/protect/protect.h"
#include "pipeline/reassemble/reassemble.h"
#include "pipeline/translate/engine.h"

enum sulih_phase {
	SULIH_PHASE_EXTRACT,
	SULIH_PHASE_NORMALIZE,
	SULIH_PHASE_SEGMENT,
	SULIH_PHASE_PROTECT,
	SULIH_PHASE_TRANSLATE,
	SULIH_PHASE_REASSEMBLE,
	SULIH_PHASE_MERGE
};

struct sulih_pipeline_options {
	enum sulih_phase until; /* last phase that runs */
	struct sulih_protect_options protect;
	struct sulih_reassemble_options reassemble;
	struct sulih_segment_options segment;
	bool verify; /* check each stage's invariant after it: debug builds, tests, fuzzers */
};

/* What a user asks of the result; NULL members mean the default. */
struct sulih_manner {
	const char *to_lang; /* "id": placeholders stand for their source, nothing is rewritten */
	const char *style;   /* "us" or "uk" */
	const char *quotes;  /* "isolate", "inline" or "verbatim" */
	const char *boilerplate; /* "keep", "mark" or "omit" */
};

/* Sets what protect and reassemble must agree on. */
void sulih_pipeline_set_manner(struct sulih_pipeline_options *options,
			       const struct sulih_manner *manner);

/* A stage adds to a document what its phase owns; `verify` checks its invariant. */
struct sulih_stage {
	const char *name;
	enum sulih_phase phase;
	int (*run)(struct sulih_document *document, const struct sulih_pipeline_options *options,
		   struct sulih_error *error); /* NULL: done by the format or the engine */
	int (*verify)(const struct sulih_document *document, struct sulih_error *error);
};

extern const struct sulih_stage sulih_stages[];
extern const size_t sulih_stage_count;

/* Whether a language code is Indonesian's ("id", "id-ID"): as a target it means identity. */
bool sulih_is_indonesian(const char *language);

/* Runs the stages from `from` to `to`, both inclusive, on a document. */
int sulih_run_stages(struct sulih_document *document, const struct sulih_pipeline_options *options,
		     enum sulih_phase from, enum sulih_phase to,
		     struct sulih_error *error) SULIH_MUST_CHECK;

/* The ends of the pipeline: where documents come from and go to.  `next` gives NULL when there are
 * no more; an error of one record (SULIH_ERROR_INPUT) does not end the run: `failed` is told, and
 * next is called again.  `write` gets every document in the order in which they came.
 *
 * `stopped` is asked by the calling thread, ten times a second and more: from when on it says so,
 * nothing is read or sent any more.  What the engine has under way is still waited for; documents
 * that are whole then are written, `left` is told of the others, in their order, and the run ends
 * with SULIH_ERROR_STOPPED.  `next` may give that error too, when it would have to wait. */
struct sulih_ends {
	int (*next)(void *context, struct sulih_document **document, struct sulih_error *error);
	int (*write)(void *context, struct sulih_document *document, struct sulih_error *error);
	void (*failed)(void *context, const struct sulih_document *document,
		       const struct sulih_error *error);
	/* Whether `next` has something to give at once; NULL: always. */
	bool (*ready)(void *context);
	bool (*stopped)(void *context);					    /* NULL: never */
	void (*left)(void *context, const struct sulih_document *document); /* may be NULL */
	void *context;
	unsigned threads; /* that work on documents beside the caller's; 0: none */
};

/* The loop.  `engine` may be NULL when no phase needs one; its options' on_done
 * must be sulih_pipeline_done and its context the pipeline given here. */
struct sulih_pipeline;
struct sulih_pipeline *sulih_pipeline_new(const struct sulih_pipeline_options *options,
					  const struct sulih_ends *ends);
void sulih_pipeline_free(struct sulih_pipeline *pipeline);
void sulih_pipeline_done(void *pipeline, void *ticket);
int sulih_pipeline_run(struct sulih_pipeline *pipeline, struct sulih_engine *engine,
		       struct sulih_error *error) SULIH_MUST_CHECK;

#endif
