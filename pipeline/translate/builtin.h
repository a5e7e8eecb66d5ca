/*
 * The engines that need no server: `echo` gives the source back, `gloss`
 * translates word for word from the lexicon and says that it is a gloss.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_BUILTIN_H
#define SULIH_PIPELINE_TRANSLATE_BUILTIN_H

#include "pipeline/translate/engine.h"

/* `name` is "echo" or "gloss". */
int sulih_builtin_engine_open(const char *name, const struct sulih_engine_options *options,
			      struct sulih_engine **engine, struct sulih_error *error);

/* One line a built-in engine: name and what it does, for `sulih engines`. */
const char *sulih_builtin_engine_summary(const char *name);

#endif
