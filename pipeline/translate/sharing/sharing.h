/*
 * An engine around an engine: what is under way is not asked for again.
 *
 * The same words stand in many articles of a batch (a caption, a line about the author, a
 * statement that all papers carry), and they come while their first answer is still waited for.
 * An item with the words, the placeholders and the context of one that is under way waits for
 * that one's answer and takes it, with what is said of it; it costs no request.
 *
 * Where that one is given up, the next of those who wait is asked for by itself, and the others
 * wait for it; a second failure is the failure of all of them, with the same words.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SHARING_SHARING_H
#define SULIH_PIPELINE_TRANSLATE_SHARING_SHARING_H

#include "pipeline/translate/engine.h"

/* It owns the inner engine, which `make` opens with the caller's options but for on_done and
 * context. */
int sulih_sharing_engine_open(const struct sulih_engine_options *options, sulih_engine_maker *make,
			      void *context, struct sulih_engine **engine,
			      struct sulih_error *error) SULIH_MUST_CHECK;

#endif
