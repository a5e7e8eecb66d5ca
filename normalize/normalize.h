/*
 * Normalise: whatever bytes come in, clean text and a way back come out.
 *
 * Clean text is UTF-8, NFC, lines end in LF; what is repaired and what is left
 * alone are the editor's rulings (docs/rulings.md, "Normalised text").  Clean
 * text given in comes out byte for byte, and normalising twice equals once.
 *
 * This room knows base/ and ICU only.
 */
#ifndef SULIH_NORMALIZE_NORMALIZE_H
#define SULIH_NORMALIZE_NORMALIZE_H

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "normalize/offset_map.h"

struct sulih_normalize_options {
	bool decoded;  /* the input is a JSON string: NULs are controls, it is no UTF-16 */
	bool want_map; /* make `map` (costs a little) */
};

struct sulih_normalized {
	struct sulih_buffer text;	      /* clean UTF-8 */
	struct sulih_offset_map *map;	      /* NULL unless asked for; owned */
	struct sulih_diagnostics diagnostics; /* spans: code points of the source */
	size_t source_length;		      /* code points of the source */
};

void sulih_normalized_init(struct sulih_normalized *normalized);
void sulih_normalized_release(struct sulih_normalized *normalized);

/* Cleans one text held in memory.  Returns 0, SULIH_ERROR_MEMORY, or
 * SULIH_ERROR_INPUT for binary input (NUL bytes without a UTF-16 shape). */
int sulih_normalize(struct sulih_view input, const struct sulih_normalize_options *options,
		    struct sulih_normalized *out, struct sulih_error *error) SULIH_MUST_CHECK;

#endif
