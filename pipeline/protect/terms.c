/*
 * Finds the terms of the user's glossary.
 *
 * Only the stem is masked: prefixes (se-, pro-, anti-) and clitics (-nya, -lah,
 * -kah, -pun) stay outside, with or without a hyphen ("KPK-nya", "KPKnya",
 * "pro-Palestina", "seIndonesia"), so that the translator can read them.
 */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "pipeline/protect/glossary.h"
#include "pipeline/protect/protect.h"

struct finder {
	struct sulih_document *document;
	struct sulih_candidates *candidates;
	const struct sulih_glossary *glossary;
	struct sulih_view text; /* running text up to the end of the segment */
	size_t start;		/* of the segment */
	bool shouted;		/* the segment is in capitals */
	bool titled;		/* … or in Title Case */
	struct sulih_buffer word, room;
	SULIH_VECTOR(const struct sulih_term *) told; /* conflicts reported already */
	struct sulih_error *error;
};

struct match {
	const struct sulih_term *term;
	struct sulih_span span;
	bool first_raised; /* the text has a capital letter where the term has a small one */
	int rank;	   /* 0: letter for letter */
};

static uint32_t code_point_at(const struct finder *f, size_t at, size_t *used)
{
	if (at >= f->text.length) {
		*used = 0;
		return 0;
	}
	return sulih_utf8_decode(f->text.data + at, f->text.length - at, used);
}

/* The code point before `at` inside the segment, 0 at its start. */
static uint32_t code_point_before(const struct finder *f, size_t at, size_t *start)
{
	*start = at;
	return at <= f->start ? 0 : sulih_utf8_before(f->text.data, at, start);
}

static bool is_word_part(uint32_t c)
{
	return c != 0 && (sulih_is_letter(c) || sulih_is_digit(c));
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/* End of the letters and digits that begin at `at`. */
static size_t run_end(const struct finder *f, size_t at)
{
	size_t used;

	while (is_word_part(code_point_at(f, at, &used)))
		at += used;
	return at;
}

/* Start of the letters and digits that end at `at`. */
static size_t run_start(const struct finder *f, size_t at)
{
	size_t before;

	while (is_word_part(code_point_before(f, at, &before)))
		at = before;
	return at;
}

/* What Indonesian sets before a word, with a hyphen or not: se-Jawa, pro-Palestina. */
static bool is_prefix(struct sulih_view lower)
{
	static const char *const prefixes[] = { "se",	 "pro",	   "anti",  "non",    "pasca",
						"pra",	 "eks",	   "antar", "lintas", "ultra",
						"super", "kontra", "semi",  "pan",    "neo",
						"sub",	 "trans" };

	return SULIH_VIEW_IS_ONE_OF(lower, prefixes);
}

/* The Arabic article belongs to the name behind it (Al-Azhar, Ar-Raniry). */
static bool is_article(struct sulih_view lower)
{
	static const char *const articles[] = { "al", "el", "ar", "as", "at", "an", "asy", "ad" };

	return SULIH_VIEW_IS_ONE_OF(lower, articles);
}

static bool is_clitic(struct sulih_view lower)
{
	static const char *const clitics[] = { "nya",	 "lah",	   "kah",    "pun",   "ku",   "mu",
					       "nyalah", "nyakah", "nyapun", "kulah", "mulah" };

	return SULIH_VIEW_IS_ONE_OF(lower, clitics);
}

/* The text from `start` to `end` in small letters; good until the next call. */
static struct sulih_view lowered(struct finder *f, size_t start, size_t end)
{
	sulih_buffer_clear(&f->room);
	sulih_glossary_fold(sulih_view_slice(f->text, start, end), &f->room);
	return sulih_buffer_view(&f->room);
}

/* How the letters of text and term differ, case aside. */
struct letters {
	bool first, initial, other; /* the first letter; of later words; any other */
	bool all_upper;
	size_t count;
};

/* Whether the term's folded words stand at `at`; *end gets where they end. */
static bool stands_at(const struct finder *f, const struct sulih_term *term, size_t at, size_t *end,
		      struct letters *letters)
{
	size_t in_source = 0, used, source_used, folded_used;
	bool word_begins = true;

	*letters = (struct letters){ .all_upper = true };
	for (size_t k = 0; k < term->folded.length; k += folded_used) {
		uint32_t wanted = sulih_utf8_decode(term->folded.data + k, term->folded.length - k,
						    &folded_used);
		uint32_t written = sulih_utf8_decode(term->source.data + in_source,
						     term->source.length - in_source, &source_used);
		uint32_t c = code_point_at(f, at, &used);

		if (used == 0)
			return false;
		if (sulih_to_lower(c) != wanted && !(wanted == '\'' && is_apostrophe(c)))
			return false;
		if (c != written && !is_apostrophe(c)) {
			bool raised = word_begins && sulih_is_upper(c);

			letters->first |= raised && k == 0;
			letters->initial |= raised && k > 0;
			letters->other |= !raised;
		}
		if (sulih_is_letter(c)) {
			letters->count++;
			letters->all_upper &= sulih_is_upper(c);
		}
		word_begins = !is_word_part(c);
		in_source += source_used;
		at += used;
	}
	*end = at;
	return true;
}

/* At the start of the segment or of a quote, or behind a colon. */
static bool begins_sentence(const struct finder *f, size_t at)
{
	size_t before;
	uint32_t c = code_point_before(f, at, &before);

	if (c == '"' || c == 0x201C || c == 0x2018 || c == 0x00AB || c == '\'' || c == '(')
		return true;
	while (c != 0 && !is_word_part(c)) {
		if (c == ':')
			return true;
		c = code_point_before(f, before, &before);
	}
	return c == 0;
}

enum { SHOUTED_LETTERS = 4 }; /* fewer letters in a shouted line may be any word: as, ke */

/* Whether the case of the letters is as the entry wants it; sets rank. */
static bool case_fits(const struct finder *f, const struct letters *l, struct match *m)
{
	m->first_raised = l->first;
	m->rank = 0;
	if (!l->first && !l->initial && !l->other)
		return true;
	m->rank = 1;
	if (l->first && !l->initial && !l->other && begins_sentence(f, m->span.start))
		return true;
	m->first_raised = false;
	m->rank = 2;
	if (m->term->letters == SULIH_CASE_INSENSITIVE)
		return true;
	if (m->term->letters == SULIH_CASE_EXACT)
		return false;
	if (f->titled && !l->other)
		return true;
	return f->shouted && l->all_upper && l->count >= SHOUTED_LETTERS;
}

static bool begins_with_capital(const struct sulih_term *term)
{
	size_t used;
	uint32_t c = sulih_utf8_decode(term->source.data, term->source.length, &used);

	return sulih_is_upper(c) || sulih_is_digit(c);
}

/* The word may begin here: not inside a word, but behind a prefix. */
static bool start_is_free(struct finder *f, const struct sulih_term *term, size_t at)
{
	size_t before, start, used;
	uint32_t c = code_point_before(f, at, &before);
	struct sulih_view word;

	if (!is_word_part(code_point_at(f, at, &used)))
		return true;
	if (c == '#' || c == '@' || c == '_' || c == '&')
		return false;
	if (is_apostrophe(c)) /* Ma'ruf, but 'KPK' */
		return !is_word_part(code_point_before(f, before, &before));
	if (c != '-' && !is_word_part(c))
		return true;
	start = run_start(f, c == '-' ? before : at);
	word = lowered(f, start, c == '-' ? before : at);
	if (is_word_part(c)) /* seIndonesia, antiKPK */
		return begins_with_capital(term) && is_prefix(word);
	if (word.length == 0 || is_prefix(word))
		return true;
	/* Jakarta-Bandung, mem-PHK; but no half of undang-undang or of Al-Azhar */
	return begins_with_capital(term) && !is_article(word);
}

/* "sekolah" is no "seko" with -lah: a word of its own keeps its end. */
static bool is_own_word(struct finder *f, size_t start, size_t end)
{
	struct sulih_word word;

	return sulih_word_find(lowered(f, start, end), &word) && word.affixes == 0;
}

/* Fewest bytes of a stem that takes a clitic without a hyphen: KPKnya, but "ter" and -lah meet
 * in many words. */
static size_t clitic_stem(const struct sulih_term *term)
{
	return begins_with_capital(term) ? 2 : 4;
}

/* The word may end here: not inside a word, but before a clitic. */
static bool end_is_free(struct finder *f, const struct match *m)
{
	size_t at = m->span.end, used, next_used, end, before;
	uint32_t c = code_point_at(f, at, &used), next;

	if (!is_word_part(code_point_before(f, at, &before)))
		return true;
	if (is_word_part(c)) {
		end = run_end(f, at);
		if (at - m->span.start < clitic_stem(m->term) || !is_clitic(lowered(f, at, end)))
			return false;
		return run_start(f, at) != m->span.start || !is_own_word(f, m->span.start, end);
	}
	next = code_point_at(f, at + used, &next_used);
	if (c == '_' || c == '&' || c == '@' || is_apostrophe(c))
		return !is_word_part(next);
	if (c != '-' || !is_word_part(next))
		return true;
	end = run_end(f, at + used);
	if (is_clitic(lowered(f, at + used, end)))
		return true;
	/* Presiden-presiden: a word said twice is no name of its own */
	if (sulih_view_ends(m->term->folded, lowered(f, at + used, end)))
		return false;
	/* Bandung-Jakarta, ke-Tiongkok-an; no half of undang-undang, of Covid-19 */
	return begins_with_capital(m->term) && !sulih_is_digit(next);
}

/* Inside an address of the net or an e-mail address, which is a thing of its own. */
static bool in_address(const struct finder *f, struct sulih_span span)
{
	size_t start = span.start, end = span.end;
	struct sulih_view token;

	while (start > f->start && f->text.data[start - 1] != ' ' && span.start - start < 256)
		start--;
	while (end < f->text.length && f->text.data[end] != ' ' && end - span.end < 256)
		end++;
	token = sulih_view_slice(f->text, start, end);
	for (size_t i = 0; i + 1 < token.length; i++) {
		bool inside = start + i >= span.start && start + i < span.end;
		char c = token.data[i], next = token.data[i + 1];

		if (inside)
			continue;
		if (c == '@' || (c == ':' && next == '/'))
			return true;
		/* kpk.go.id, Detik.com: a stop between letters, a small one behind it */
		if (c == '.' && i > 0 && next >= 'a' && next <= 'z' && token.data[i - 1] != ')' &&
		    token.data[i - 1] != '"' && token.data[i - 1] != '.')
			return true;
	}
	return false;
}

/* Two or three capital letters before an age, or behind "inisial", are a person's initials:
 * AS (34), pria berinisial AS. */
static bool are_initials(struct finder *f, const struct match *m)
{
	struct sulih_view source = m->term->source, before;
	size_t at = m->span.end, start;

	if (source.length < 2 || source.length > 3)
		return false;
	for (size_t i = 0; i < source.length; i++)
		if (source.data[i] < 'A' || source.data[i] > 'Z')
			return false;
	if (at + 4 < f->text.length && f->text.data[at] == ' ' && f->text.data[at + 1] == '(' &&
	    f->text.data[at + 4] == ')' && sulih_byte_is_digit(f->text.data[at + 2]) &&
	    sulih_byte_is_digit(f->text.data[at + 3]))
		return true;
	if (m->span.start <= f->start + 1 || f->text.data[m->span.start - 1] != ' ')
		return false;
	start = run_start(f, m->span.start - 1);
	before = lowered(f, start, m->span.start - 1);
	return sulih_view_is(before, "inisial") || sulih_view_is(before, "berinisial");
}

static bool fits(struct finder *f, struct match *m)
{
	struct letters letters;

	return stands_at(f, m->term, m->span.start, &m->span.end, &letters) &&
	       case_fits(f, &letters, m) && start_is_free(f, m->term, m->span.start) &&
	       end_is_free(f, m) && !are_initials(f, m);
}

/* The entries whose first word is `word`; keeps the longest, then the closest in case. */
static void try_word(struct finder *f, struct sulih_view word, size_t at, struct match *best)
{
	const struct sulih_term *term;
	size_t next = 0;

	while ((term = sulih_glossary_next(f->glossary, word, &next)) != NULL) {
		struct match m = { .term = term, .span = { at, at } };

		if (!fits(f, &m))
			continue;
		if (best->term == NULL || m.span.end > best->span.end ||
		    (m.span.end == best->span.end && m.rank < best->rank))
			*best = m;
	}
}

/* Looks up the letters from `at` to `end`, and without their clitics. */
static void try_run(struct finder *f, size_t at, size_t end, struct match *best)
{
	static const char *const clitics[] = { "nya", "lah", "kah", "pun", "ku", "mu", NULL };
	struct sulih_view word;
	bool cut = true;

	sulih_buffer_clear(&f->word);
	sulih_glossary_fold(sulih_view_slice(f->text, at, end), &f->word);
	word = sulih_buffer_view(&f->word);
	if (word.length == 0 || !sulih_glossary_begins(f->glossary, (unsigned char)word.data[0]))
		return;
	try_word(f, word, at, best);
	for (int i = 0; i < 2 && cut; i++) { /* rumahnyalah has two */
		cut = false;
		for (size_t k = 0; clitics[k] != NULL && !cut; k++) {
			struct sulih_view clitic = sulih_view_of(clitics[k]);

			if (word.length <= clitic.length || !sulih_view_ends(word, clitic))
				continue;
			word.length -= clitic.length;
			try_word(f, word, at, best);
			cut = true;
		}
	}
}

/* A capital letter inside the run behind a prefix: seIndonesia. 0: none. */
static size_t behind_prefix(struct finder *f, size_t at, size_t end)
{
	size_t k = at + 1;

	while (k < end && k - at < 8 && f->text.data[k] >= 'a' && f->text.data[k] <= 'z')
		k++;
	if (k >= end || k - at < 2 || f->text.data[k] < 'A' || f->text.data[k] > 'Z')
		return 0;
	return is_prefix(lowered(f, at, k)) ? k : 0;
}

static bool was_told(const struct finder *f, const struct sulih_term *term)
{
	for (size_t i = 0; i < f->told.count; i++)
		if (sulih_view_equal(f->told.items[i]->folded, term->folded))
			return true;
	return false;
}

static int tell_conflict(struct finder *f, const struct match *m)
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
static struct sulih_view raised(struct finder *f, struct sulih_view target)
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

static int propose(struct finder *f, const struct match *m)
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
static void look_at_case(struct finder *f)
{
	size_t words = 0, small = 0, letters = 0, upper = 0, used, end;

	for (size_t at = f->start; at < f->text.length; at = end) {
		uint32_t c = code_point_at(f, at, &used);

		end = at + used;
		if (!sulih_is_letter(c))
			continue;
		end = run_end(f, at);
		for (size_t k = at; k < end; k += used) {
			uint32_t letter = code_point_at(f, k, &used);

			letters += sulih_is_letter(letter);
			upper += sulih_is_upper(letter);
		}
		words++;
		small += end - at > 3 && !sulih_is_upper(c);
	}
	f->shouted = letters > 0 && upper == letters;
	f->titled = words >= 3 && small == 0;
}

static int search_segment(struct finder *f)
{
	size_t at = f->start, used, end, inner;
	int status = 0;

	look_at_case(f);
	while (at < f->text.length && status == 0) {
		struct match best = { .term = NULL };
		uint32_t c = code_point_at(f, at, &used);

		end = at + used;
		if (c == ' ') {
			at = end;
			continue;
		}
		if (is_word_part(c))
			end = run_end(f, at);
		try_run(f, at, end, &best);
		if (best.term == NULL && is_word_part(c) && (inner = behind_prefix(f, at, end)) > 0)
			try_run(f, inner, end, &best);
		if (best.term != NULL && !in_address(f, best.span))
			status = propose(f, &best);
		at = end;
	}
	return status;
}

int sulih_find_terms(struct sulih_document *document, const struct sulih_protect_options *options,
		     struct sulih_candidates *candidates, struct sulih_error *error)
{
	const struct sulih_segmentation *s = &document->segmentation;
	struct finder f = { .document = document,
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
