/*
 * An engine that answers when the test says so: what it is given is held in the order in which it
 * came.
 */
#ifndef SULIH_TESTS_SUPPORT_HELD_ENGINE_H
#define SULIH_TESTS_SUPPORT_HELD_ENGINE_H

#include "pipeline/translate/engine.h"

enum { HELD_MOST = 4096 };

struct held_item {
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
};

struct held_engine {
	struct sulih_engine face; /* first */
	struct sulih_engine_options options;
	struct held_item held[HELD_MOST];
	size_t asked, answered, stops;
};

/* A sulih_engine_maker; `context` is a struct held_engine *, which is told where it is. */
int held_engine_make(void *context, const struct sulih_engine_options *options,
		     struct sulih_engine **engine, struct sulih_error *error);

/* Item `which` comes back: given up or skipped with its source, translated with "The people: "
 * before its first placeholder.  `said` of it, unless NULL, is a diagnostic.  0, or
 * SULIH_ERROR_MEMORY. */
int held_engine_answer(struct held_engine *engine, size_t which, enum sulih_item_state state,
		       const char *said);

#endif
