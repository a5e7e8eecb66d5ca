/*
 * An engine takes masked items and gives masked targets.
 *
 * Two kinds: built-in ones (echo, gloss) work at once; the HTTP engine speaks to
 * an endpoint as its profile says and keeps many requests under way.  Items are
 * submitted with a ticket; each ticket comes back exactly once, through
 * `on_done`, whatever happens: item->target and item->state are set by then.
 *
 *     engine->submit(engine, document, item, ticket)   any number of times
 *     engine->run(engine, idle)                        works until something is
 *                                                      done, or for a short while
 *
 * The engine does the checking, the repair ladder and the fall-back: an item
 * that comes back has a target that passed, or is SULIH_ITEM_UNTRANSLATED.
 *
 * A run may end early: after engine->stop() nothing more is sent, no retry either, and
 * run() only takes in what is under way; a ticket that needed more never comes back.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_ENGINE_H
#define SULIH_PIPELINE_TRANSLATE_ENGINE_H

#include "pipeline/document.h"

struct sulih_engine;

/* Counts of one run, for the ledger and the exit status. */
struct sulih_engine_counts {
	size_t requests, retries, items, characters; /* characters: billed, code points sent */
	size_t repaired, untranslated;
	size_t remembered;   /* answered by the store, without a request */
	size_t kept, unkept; /* answers that the store has taken, and that it would not take */
	bool unreachable;    /* the endpoint could not be used at all, or stopped: status 5 */
};

struct sulih_engine_options {
	struct sulih_view from_lang, to_lang; /* BCP 47 */
	const char *url;		      /* --url, or NULL */
	const char *const *variables;	      /* --set name=value, NULL-terminated; or NULL */
	const char *ca_file, *client_cert, *client_key;
	long timeout_ms;      /* 0: the profile's */
	unsigned concurrency; /* 0: the profile's */
	double rate;	      /* requests a second; 0: the profile's */
	uint64_t seed;	      /* SULIH_SEED */
	/* A line for people (no line end), level as for SULIH_LOG; may be NULL. */
	void (*on_message)(void *people, enum sulih_level level, const char *line);
	void (*on_trace)(void *people,
			 const char *line); /* --trace; secrets are hidden; may be NULL */
	void *people; /* context of both; an engine before another hands it on */
	void (*on_done)(void *context, void *ticket);
	void *context;
};

struct sulih_engine {
	const char *name;
	uint64_t fingerprint; /* of the profile's text; 0 for built-in engines */
	bool uses_context;    /* translates a sentence with headline and the one before in view */
	struct sulih_engine_counts counts;
	size_t waiting; /* open items that take the answer to another, here or in another run: no
			 * work of their own */
	int (*submit)(struct sulih_engine *engine, struct sulih_document *document,
		      struct sulih_item *item, void *ticket, struct sulih_error *error);
	/* Works until at least one ticket came back or nothing is under way, for a tenth of a
	 * second at most.  *idle is set when nothing is under way.  Returns 0 or an error that
	 * ends the run (memory). */
	int (*run)(struct sulih_engine *engine, bool *idle, struct sulih_error *error);
	/* Sends nothing more.  NULL: the engine has nothing under way between its calls. */
	void (*stop)(struct sulih_engine *engine);
	/* No more calls but free(): what is to be kept is kept, and the counts are final.
	 * NULL: nothing is kept. */
	void (*end)(struct sulih_engine *engine);
	/* How many items it wants submitted ahead to keep the line full. */
	size_t (*appetite)(const struct sulih_engine *engine);
	void (*free)(struct sulih_engine *engine);
};

/* Opens a built-in engine or a profile by name or path.
 * SULIH_ERROR_CONFIG: no such engine, or a fault of its profile. */
int sulih_engine_open(const char *name, const struct sulih_engine_options *options,
		      struct sulih_engine **engine, struct sulih_error *error) SULIH_MUST_CHECK;

/* Opens the inner engine of one that is an engine around it, with the options given. */
typedef int sulih_engine_maker(void *context, const struct sulih_engine_options *options,
			       struct sulih_engine **engine, struct sulih_error *error);

/* `run` and `appetite` of an engine that is done with each item when it is submitted. */
int sulih_engine_run_at_once(struct sulih_engine *engine, bool *idle, struct sulih_error *error);
size_t sulih_engine_appetite_of_one(const struct sulih_engine *engine);

/* Makes the masked source the target too: nothing to translate, or given up. */
int sulih_item_keep_source(struct sulih_item *item, enum sulih_item_state state) SULIH_MUST_CHECK;

/* Appends the parts as one string with the canonical tokens ⟦n⟧: for people, keys and counts. */
void sulih_parts_write(const struct sulih_part *parts, size_t count, struct sulih_buffer *out);

#endif
