/* sulih_find_names: tokens, evidence, then spans. */
#include "pipeline/protect/names/names.h"

static void parse_all(struct name_finder *f)
{
	uint32_t at = 0, end;

	for (; at < f->tokens.count && !f->failed; at = end) {
		uint32_t segment = f->tokens.items[at].segment;

		for (end = at; end < f->tokens.count && f->tokens.items[end].segment == segment;)
			end++;
		parse_segment(f, at, end);
	}
}

static void finder_release(struct name_finder *f)
{
	SULIH_VECTOR_RELEASE(&f->tokens);
	SULIH_VECTOR_RELEASE(&f->words);
	SULIH_VECTOR_RELEASE(&f->acronyms);
	SULIH_VECTOR_RELEASE(&f->maps);
	sulih_buffer_release(&f->key);
	free(f->slots);
}

int sulih_find_names(struct sulih_document *document, const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error)
{
	struct name_finder f = { 0 };
	int status = 0;

	f.memory = options->memory;
	f.document = document;
	f.candidates = candidates;
	f.text = document->segmentation.running;
	if (f.text.length >= UINT32_MAX)
		return sulih_fail(error, SULIH_ERROR_LIMIT, "the document is too large for names");
	if (names_tokenize(&f)) {
		f.failed = true;
	} else {
		names_mark_modes(&f);
		f.collecting = true;
		parse_all(&f);
		f.collecting = false;
		parse_all(&f);
	}
	if (f.failed || f.key.failed)
		status = sulih_fail_memory(error);
	finder_release(&f);
	return status;
}
