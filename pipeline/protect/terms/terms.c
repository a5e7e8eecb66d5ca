/*
 * Finds the terms of the user's glossary.
 *
 * Only the stem is masked: prefixes (se-, pro-, anti-) and clitics (-nya, -lah,
 * -kah, -pun) stay outside, with or without a hyphen ("KPK-nya", "KPKnya",
 * "pro-Palestina", "seIndonesia"), so that the translator can read them.
 */
#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/terms/glossary.h"
#include "pipeline/protect/protect.h"
#include "pipeline/protect/terms/terms_inside.h"

/* The entries whose first word is `word`; keeps the longest, then the closest in case. */
static void try_word(struct sulih_term_finder *f, struct sulih_view word, size_t at,
		     struct sulih_term_match *best)
{
	const struct sulih_term *term;
	size_t next = 0;

	while ((term = sulih_glossary_next(f->glossary, word, &next)) != NULL) {
		struct sulih_term_match m = { .term = term, .span = { at, at } };

		if (!sulih_term_fits(f, &m))
			continue;
		if (best->term == NULL || m.span.end > best->span.end ||
		    (m.span.end == best->span.end && m.rank < best->rank))
			*best = m;
	}
}

/* Looks up the letters from `at` to `end`, and without their clitics. */
static void try_run(struct sulih_term_finder *f, size_t at, size_t end,
		    struct sulih_term_match *best)
{
	static const char *const clitics[] = { "nya", "lah", "kah", "pun", "ku", "mu" };
	struct sulih_view word;

	sulih_buffer_clear(&f->word);
	sulih_glossary_fold(sulih_view_slice(f->text, at, end), &f->word);
	word = sulih_buffer_view(&f->word);
	if (word.length == 0 || !sulih_glossary_begins(f->glossary, (unsigned char)word.data[0]))
		return;
	try_word(f, word, at, best);
	for (int i = 0; i < 2; i++) { /* rumahnyalah has two */
		size_t clitic = SULIH_VIEW_ENDS_WITH_ONE_OF(word, clitics);

		if (clitic == 0 || clitic == word.length)
			break;
		word.length -= clitic;
		try_word(f, word, at, best);
	}
}

/* A capital letter inside the run behind a prefix: seIndonesia. 0: none. */
static size_t behind_prefix(struct sulih_term_finder *f, size_t at, size_t end)
{
	size_t k = at + 1;

	while (k < end && k - at < 8 && f->text.data[k] >= 'a' && f->text.data[k] <= 'z')
		k++;
	if (k >= end || k - at < 2 || f->text.data[k] < 'A' || f->text.data[k] > 'Z')
		return 0;
	return sulih_term_is_prefix(sulih_term_lowered(f, at, k)) ? k : 0;
}

static bool was_told(const struct sulih_term_finder *f, const struct sulih_term *term)
{
	for (size_t i = 0; i < f->told.count; i++)
		if (sulih_view_equal(f->told.items[i]->folded, term->folded))
			return true;
	return false;
}

static int tell_conflict(struct sulih_term_finder *f, const struct sulih_term_match *m)
{
	const struct sulih_term **told;

	if (m->term->rival == 0 || was_told(f, m->term))
		return 0;
	told = SULIH_VECTOR_ADD(&f->told);
	if (told == NULL)
		return sulih_fail_memory(f->error);
	*told = m->term;
	sulih_diagnose(&f->document->diagnostics, SULIH_DIAGNOSTIC_TERM_CONFLICT,
		       sulih_document_source_span(f->document, m->span),
		       "%s: lines %zu and %zu translate '%.*s' differently; line %zu was used",
		       sulih_glossary_name(f->glossary), m->term->line, m->term->rival,
		       SULIH_VIEW_ARGS(m->term->source), m->term->line);
	return 0;
}

/* A common word that begins a sentence begins the English one too. */
static struct sulih_view raised(struct sulih_term_finder *f, struct sulih_view target)
{
	size_t used;
	uint32_t c = sulih_utf8_decode(target.data, target.length, &used);

	if (sulih_to_upper(c) == c)
		return target;
	sulih_buffer_clear(&f->room);
	sulih_buffer_put_code_point(&f->room, sulih_to_upper(c));
	sulih_buffer_add(&f->room, sulih_view_slice(target, used, target.length));
	return sulih_arena_copy(&f->document->arena, sulih_buffer_view(&f->room));
}

static bool is_single_word(const struct sulih_term *term)
{
	return term->first_word == term->folded.length;
}

/* A small word with the capital letter of a sentence's start may as well begin a name: of
 * the term "bank" in "Bank Mutiara Abadi tutup" any name that is found there is better. */
enum { RAISED_WORD = SULIH_PRIORITY_NAME - 1 };

static int propose(struct sulih_term_finder *f, const struct sulih_term_match *m)
{
	const struct sulih_term *term = m->term;
	struct sulih_candidate *one =
		sulih_candidate_add(f->candidates, m->span.start, m->span.end, term->kind,
				    term->target.length ? SULIH_MAP : SULIH_COPY, "glossary");

	if (one == NULL)
		return sulih_fail_memory(f->error);
	one->priority = m->first_raised && is_single_word(term) ? RAISED_WORD : SULIH_PRIORITY_TERM;
	if (term->target.length > 0) {
		struct sulih_view target = term->target;

		if (m->first_raised && term->kind == SULIH_KIND_TERM)
			target = raised(f, target);
		one->is.target = sulih_arena_copy(&f->document->arena, target);
	}
	one->is.evidence = sulih_arena_printf(&f->document->arena, "%s:%zu",
					      sulih_glossary_name(f->glossary), term->line);
	if (one->is.target.data == NULL || one->is.evidence.data == NULL)
		return sulih_fail_memory(f->error);
	return tell_conflict(f, m);
}

/* Every word of some length begins with a capital letter (Title Case), or all letters
 * are capitals: then capitals say nothing about a word. */
static void look_at_case(struct sulih_term_finder *f)
{
	size_t words = 0, small = 0, letters = 0, upper = 0, used, end;

	for (size_t at = f->start; at < f->text.length; at = end) {
		uint32_t c = sulih_term_code_point(f, at, &used);

		end = at + used;
		if (!sulih_is_letter(c))
			continue;
		end = sulih_term_run_end(f, at);
		for (size_t k = at; k < end; k += used) {
			uint32_t letter = sulih_term_code_point(f, k, &used);

			letters += sulih_is_letter(letter);
			upper += sulih_is_upper(letter);
		}
		words++;
		small += end - at > 3 && !sulih_is_upper(c);
	}
	f->shouted = letters > 0 && upper == letters;
	f->titled = words >= 3 && small == 0;
}

static int search_segment(struct sulih_term_finder *f)
{
	size_t at = f->start, used, end, inner;
	int status = 0;

	look_at_case(f);
	while (at < f->text.length && status == 0) {
		struct sulih_term_match best = { .term = NULL };
		uint32_t c = sulih_term_code_point(f, at, &used);

		end = at + used;
		if (c == ' ') {
			at = end;
			continue;
		}
		if (sulih_term_is_word_part(c))
			end = sulih_term_run_end(f, at);
		try_run(f, at, end, &best);
		if (best.term == NULL && sulih_term_is_word_part(c) &&
		    (inner = behind_prefix(f, at, end)) > 0)
			try_run(f, inner, end, &best);
		if (best.term != NULL && !sulih_term_in_address(f, best.span))
			status = propose(f, &best);
		at = end;
	}
	return status;
}

int sulih_find_terms(struct sulih_document *document, const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	struct sulih_term_finder f = { .document = document,
				       .candidates = candidates,
				       .glossary = options->glossary,
				       .error = error };
	int status = 0;

	if (options->glossary == NULL || sulih_glossary_count(options->glossary) == 0)
		return 0;
	for (size_t i = 0; i < s->segments.count && status == 0; i++) {
		f.start = s->segments.items[i].span.start;
		f.text = sulih_view_slice(s->running, 0, s->segments.items[i].span.end);
		status = search_segment(&f);
	}
	if (status == 0 && (f.word.failed || f.room.failed))
		status = sulih_fail_memory(error);
	SULIH_VECTOR_RELEASE(&f.told);
	sulih_buffer_release(&f.word);
	sulih_buffer_release(&f.room);
	return status;
}
