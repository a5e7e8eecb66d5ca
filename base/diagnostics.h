/*
 * Diagnostics: what sulih has to say about a document.
 *
 * Every kind has a stable id and a level (the catalogue is
 * base/diagnostics.def; ids never change their meaning).  `error` means that a
 * part of the result is not what was asked for, `warning` that an editor should
 * look, `info` that something was repaired or assumed.
 */
#ifndef SULIH_BASE_DIAGNOSTICS_H
#define SULIH_BASE_DIAGNOSTICS_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/vector.h"
#include "base/view.h"

enum sulih_level { SULIH_INFO, SULIH_WARNING, SULIH_ERROR };

enum sulih_diagnostic_id {
#define SULIH_DIAGNOSTIC(id, text, level, summary) SULIH_DIAGNOSTIC_##id,
#include "base/diagnostics.def"
#undef SULIH_DIAGNOSTIC
	SULIH_DIAGNOSTIC_COUNT
};

struct sulih_diagnostic {
	enum sulih_diagnostic_id id;
	struct sulih_span span;	   /* offsets: the producer's header says into what */
	struct sulih_view message; /* one sentence for people, no line end; arena of the list */
};

struct sulih_diagnostics {
	struct sulih_arena arena;
	SULIH_VECTOR(struct sulih_diagnostic) list;
	bool failed; /* out of memory: a diagnostic may be missing */
};

const char *sulih_diagnostic_name(enum sulih_diagnostic_id id); /* "quote-unbalanced" */
enum sulih_level sulih_diagnostic_level(enum sulih_diagnostic_id id);
const char *sulih_level_name(enum sulih_level level); /* "info", "warning", "error" */

void sulih_diagnostics_init(struct sulih_diagnostics *diagnostics);
void sulih_diagnostics_release(struct sulih_diagnostics *diagnostics);
void sulih_diagnose(struct sulih_diagnostics *diagnostics, enum sulih_diagnostic_id id,
		    struct sulih_span span, const char *format, ...) SULIH_PRINTF(4, 5);

#endif
