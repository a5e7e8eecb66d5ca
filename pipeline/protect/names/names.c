/* sulih_find_names: evidence, then spans. */
#include <stdlib.h>

#include "pipeline/protect/names/names.h"

enum { USUAL_MAPS = 64 };

static void parse_all(struct name_finder *f)
{
	for (size_t i = 0; i < f->document->segmentation.segments.count && !f->failed; i++)
		parse_segment(f, f->segments[i], f->segments[i + 1]);
}

/* The counts of words that never stood with a capital are 0 again: an acronym may have been
 * bound to one ("Paus fransiskus"), and other stretches may have sent some. */
static void forget_counts(struct name_finder *f)
{
	for (size_t i = 0; i < f->names.count; i++)
		word_renew(&f->words.items[f->names.items[i].word]);
	for (size_t i = 0; i < f->tokens.count && f->carried; i++)
		word_renew(&f->words.items[token_at(f, (uint32_t)i)->word]);
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
				 .briefs = words->briefs.items,
				 .number = words->document,
				 .carried = options->carry != NULL,
				 .starts = words->maps.items,
				 .phrases = words->phrases.items,
				 .segments = words->segments.items,
				 .plain = words->plain.items };

	/* of an article: room for them is made at once */
	f.failed = SULIH_VECTOR_RESERVE(&f.maps, USUAL_MAPS) != 0;
	names_mark_modes(&f);
	carry_take(&f, options->carry, options->stretch);
	senses_count(&f);
	f.collecting = true;
	parse_all(&f);
	carry_give(&f, options->carry, options->stretch);
	names_note_mentions(&f);
	f.collecting = false;
	parse_all(&f);
	f.failed |= f.key.failed != 0;
	forget_counts(&f);
	SULIH_VECTOR_RELEASE(&f.names);
	SULIH_VECTOR_RELEASE(&f.acronyms);
	SULIH_VECTOR_RELEASE(&f.maps);
	SULIH_VECTOR_RELEASE(&f.links);
	SULIH_VECTOR_RELEASE(&f.kinds);
	SULIH_VECTOR_RELEASE(&f.wholes);
	free(f.mentions);
	sulih_buffer_release(&f.key);
	return f.failed ? sulih_fail_memory(error) : 0;
}
