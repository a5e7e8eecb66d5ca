/*
 * Probing: which token shape survives an engine best?  Built-in sentences are sent
 * in each shape, and what comes back is counted.  For neural engines this is the
 * only honest way to know.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_PROBE_H
#define SULIH_PIPELINE_TRANSLATE_PROBE_H

#include "pipeline/translate/engine.h"

enum { SULIH_PROBE_MOST_ROWS = 16 };

/* Sentences by what became of their tokens. */
struct sulih_probe_row {
	const char *shape;
	size_t sentences;
	size_t exact;	  /* each token as it was sent, in the order of the source */
	size_t moved;	  /* each as it was sent, in another order */
	size_t repaired;  /* damaged, and recognised */
	size_t lost;	  /* a token missing, doubled or not to be recognised */
	size_t refused;	  /* no usable answer */
	double median_ms; /* of one request */
};

struct sulih_probe {
	struct sulih_probe_row rows[SULIH_PROBE_MOST_ROWS]; /* the best first */
	size_t count;
	double characters_per_second; /* with one request after the other */
	struct sulih_buffer profile;  /* with the best shapes: JSON; empty: none was wanted */
	char path[4096];	      /* where it belongs */
};

/* Sends the sentences; with `want_profile` the user's profile of that name (or the file that was
 * named) is made with the best shapes, to be written by the caller.  Errors as sulih_engine_open,
 * and SULIH_ERROR_ENGINE when no request was answered. */
int sulih_probe_run(const char *engine, const struct sulih_engine_options *options,
		    bool want_profile, struct sulih_probe *probe,
		    struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_probe_release(struct sulih_probe *probe);

#endif
