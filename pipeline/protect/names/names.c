/* sulih_find_names: evidence, then spans. */
#include <stdlib.h>

#include "pipeline/protect/names/names.h"

enum { USUAL_MAPS = 64 };

static void parse_all(struct name_finder *f)
{
	for (size_t i = 0; i < f->document->segmentation.segments.count && !f->failed; i++)
		parse_segment(f, f->segments[i], f->segments[i + 1]);
}

int sulih_find_names(struct sulih_document *document, struct sulih_word_memory *words,
		     const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error)
{
	struct name_finder f = { .document = document,
				 .candidates = candidates,
				 .text = document->segmentation.running,
				 .tokens = words->tokens,
				 .words = words->words,
				 .starts = words->maps.items,
				 .segments = words->segments.items };

	/* of an article: room for them is made at once */
	f.failed = SULIH_VECTOR_RESERVE(&f.maps, USUAL_MAPS) != 0;
	names_mark_modes(&f);
	carry_take(&f, options->carry, options->stretch);
	f.collecting = true;
	parse_all(&f);
	carry_give(&f, options->carry, options->stretch);
	names_note_mentions(&f);
	f.collecting = false;
	parse_all(&f);
	f.failed |= f.key.failed != 0;
	SULIH_VECTOR_RELEASE(&f.acronyms);
	SULIH_VECTOR_RELEASE(&f.maps);
	free(f.mentions);
	sulih_buffer_release(&f.key);
	return f.failed ? sulih_fail_memory(error) : 0;
}
