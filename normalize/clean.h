/*
 * Cleaning text that is UTF-8 but for single lines: clean stretches go through
 * as they are, lines with something suspicious are repaired (normalize/repair/line.h).
 * Encodings of whole files are settled before (normalize/stream.c).
 */
#ifndef SULIH_NORMALIZE_CLEAN_H
#define SULIH_NORMALIZE_CLEAN_H

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "normalize/repair/line.h"
#include "normalize/offset_map_build.h"
#include "normalize/stream.h"

struct sulih_tally {
	size_t count;
	struct sulih_span first; /* source code points */
};

struct sulih_clean {
	struct sulih_stream_options options;
	struct sulih_line line;
	struct sulih_buffer repaired; /* text of the line in repair */
	struct sulih_buffer excerpt;  /* of the line, for reports */
	size_t lines;		      /* line ends done; counted for reports only */
	size_t source;		      /* source code points done */
	size_t pending_space;	      /* source code points of a blank held back */
	size_t held_ends;	      /* line ends held back while nothing was visible */
	bool visible;		      /* something else than line ends was written */
	bool starts;		      /* the next byte begins a line */
	bool binary_allowed;	      /* a NUL is a control character like others */
	struct sulih_tally tallies[SULIH_DIAGNOSTIC_COUNT];
};

void sulih_clean_init(struct sulih_clean *clean, const struct sulih_stream_options *options);
void sulih_clean_release(struct sulih_clean *clean);

/* Cleans what can be settled of `text`, all of it when `final`; *taken gets its length. */
int sulih_clean_take(struct sulih_clean *clean, struct sulih_view text, bool final, size_t *taken,
		     struct sulih_error *error);
void sulih_clean_tally(struct sulih_clean *clean, enum sulih_diagnostic_id id,
		       struct sulih_span span, size_t amount);
/* Counts and reports the repairs of the line, which was made of `part`. */
void sulih_clean_tally_repairs(struct sulih_clean *clean, struct sulih_view part);

#endif
