/* Whether a term of the glossary stands at a place: its letters, their case, and where words end.
 */
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/protect/terms/terms_inside.h"

uint32_t sulih_term_code_point(const struct sulih_term_finder *f, size_t at, size_t *used)
{
	if (at >= f->text.length) {
		*used = 0;
		return 0;
	}
	return sulih_utf8_decode(f->text.data + at, f->text.length - at, used);
}

/* The code point before `at` inside the segment, 0 at its start. */
static uint32_t code_point_before(const struct sulih_term_finder *f, size_t at, size_t *start)
{
	*start = at;
	return at <= f->start ? 0 : sulih_utf8_before(f->text.data, at, start);
}

bool sulih_term_is_word_part(uint32_t c)
{
	return c != 0 && (sulih_is_letter(c) || sulih_is_digit(c));
}

/* Ma‘ruf: also turned the wrong way, as for an Arabic letter. */
static bool may_be_apostrophe(uint32_t c)
{
	return sulih_is_apostrophe(c) || c == 0x2018;
}

/* End of the letters and digits that begin at `at`. */
size_t sulih_term_run_end(const struct sulih_term_finder *f, size_t at)
{
	size_t used;

	while (sulih_term_is_word_part(sulih_term_code_point(f, at, &used)))
		at += used;
	return at;
}

/* Start of the letters and digits that end at `at`. */
static size_t run_start(const struct sulih_term_finder *f, size_t at)
{
	size_t before;

	while (sulih_term_is_word_part(code_point_before(f, at, &before)))
		at = before;
	return at;
}

/* What Indonesian sets before a word, with a hyphen or not: se-Jawa, pro-Palestina. */
bool sulih_term_is_prefix(struct sulih_view lower)
{
	return sulih_table_says(&sulih_list_affixes, lower, "before-term");
}

/* The Arabic article belongs to the name behind it (Al-Azhar, Ar-Raniry). */
static bool is_article(struct sulih_view lower)
{
	return sulih_table_says(&sulih_list_affixes, lower, "article");
}

static bool is_clitic(struct sulih_view lower)
{
	return sulih_table_says(&sulih_list_affixes, lower, "clitic");
}

/* The text from `start` to `end` in small letters; good until the next call. */
struct sulih_view sulih_term_lowered(struct sulih_term_finder *f, size_t start, size_t end)
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
static bool stands_at(const struct sulih_term_finder *f, const struct sulih_term *term, size_t at,
		      size_t *end, struct letters *letters)
{
	size_t in_source = 0, used, source_used, folded_used;
	bool word_begins = true;

	*letters = (struct letters){ .all_upper = true };
	for (size_t k = 0; k < term->folded.length; k += folded_used) {
		uint32_t wanted = sulih_utf8_decode(term->folded.data + k, term->folded.length - k,
						    &folded_used);
		uint32_t written = sulih_utf8_decode(term->source.data + in_source,
						     term->source.length - in_source, &source_used);
		uint32_t c = sulih_term_code_point(f, at, &used);

		if (used == 0)
			return false;
		if (sulih_to_lower(c) != wanted && !(wanted == '\'' && may_be_apostrophe(c)))
			return false;
		if (c != written && !may_be_apostrophe(c)) {
			bool raised = word_begins && sulih_is_upper(c);

			letters->first |= raised && k == 0;
			letters->initial |= raised && k > 0;
			letters->other |= !raised;
		}
		if (sulih_is_letter(c)) {
			letters->count++;
			letters->all_upper &= sulih_is_upper(c);
		}
		word_begins = !sulih_term_is_word_part(c);
		in_source += source_used;
		at += used;
	}
	*end = at;
	return true;
}

/* At the start of the segment or of a quote, or behind a colon. */
static bool begins_sentence(const struct sulih_term_finder *f, size_t at)
{
	size_t before;
	uint32_t c = code_point_before(f, at, &before);

	if (c == '"' || c == 0x201C || c == 0x2018 || c == 0x00AB || c == '\'' || c == '(')
		return true;
	while (c != 0 && !sulih_term_is_word_part(c)) {
		if (c == ':')
			return true;
		c = code_point_before(f, before, &before);
	}
	return c == 0;
}

enum { SHOUTED_LETTERS = 4 }; /* fewer letters in a shouted line may be any word: as, ke */

/* Whether the case of the letters is as the entry wants it; sets rank. */
static bool case_fits(const struct sulih_term_finder *f, const struct letters *l,
		      struct sulih_term_match *m)
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
static bool start_is_free(struct sulih_term_finder *f, const struct sulih_term *term, size_t at)
{
	size_t before, start, used;
	uint32_t c = code_point_before(f, at, &before);
	struct sulih_view word;

	if (!sulih_term_is_word_part(sulih_term_code_point(f, at, &used)))
		return true;
	if (c == '#' || c == '@' || c == '_' || c == '&')
		return false;
	if (may_be_apostrophe(c)) /* Ma'ruf, but 'KPK' */
		return !sulih_term_is_word_part(code_point_before(f, before, &before));
	if (c != '-' && !sulih_term_is_word_part(c))
		return true;
	start = run_start(f, c == '-' ? before : at);
	word = sulih_term_lowered(f, start, c == '-' ? before : at);
	if (sulih_term_is_word_part(c)) /* seIndonesia, antiKPK */
		return begins_with_capital(term) && sulih_term_is_prefix(word);
	if (word.length == 0 || sulih_term_is_prefix(word))
		return true;
	/* Jakarta-Bandung, mem-PHK; but no half of undang-undang or of Al-Azhar */
	return begins_with_capital(term) && !is_article(word);
}

/* "sekolah" is no "seko" with -lah: a word of its own keeps its end. */
static bool is_own_word(struct sulih_term_finder *f, size_t start, size_t end)
{
	struct sulih_word word;

	return sulih_word_find(sulih_term_lowered(f, start, end), &word) && word.affixes == 0;
}

/* Fewest bytes of a stem that takes a clitic without a hyphen: KPKnya, but "ter" and -lah meet
 * in many words. */
static size_t clitic_stem(const struct sulih_term *term)
{
	return begins_with_capital(term) ? 2 : 4;
}

/* The word may end here: not inside a word, but before a clitic. */
static bool end_is_free(struct sulih_term_finder *f, const struct sulih_term_match *m)
{
	size_t at = m->span.end, used, next_used, end, before;
	uint32_t c = sulih_term_code_point(f, at, &used), next;

	if (!sulih_term_is_word_part(code_point_before(f, at, &before)))
		return true;
	if (sulih_term_is_word_part(c)) {
		end = sulih_term_run_end(f, at);
		if (at - m->span.start < clitic_stem(m->term) ||
		    !is_clitic(sulih_term_lowered(f, at, end)))
			return false;
		return run_start(f, at) != m->span.start || !is_own_word(f, m->span.start, end);
	}
	next = sulih_term_code_point(f, at + used, &next_used);
	if (c == '_' || c == '&' || c == '@' || may_be_apostrophe(c))
		return !sulih_term_is_word_part(next);
	if (c != '-' || !sulih_term_is_word_part(next))
		return true;
	end = sulih_term_run_end(f, at + used);
	if (is_clitic(sulih_term_lowered(f, at + used, end)))
		return true;
	/* Presiden-presiden: a word said twice is no name of its own */
	if (sulih_view_ends(m->term->folded, sulih_term_lowered(f, at + used, end)))
		return false;
	/* Bandung-Jakarta, ke-Tiongkok-an; no half of undang-undang, of Covid-19 */
	return begins_with_capital(m->term) && !sulih_is_digit(next);
}

/* Inside an address of the net or an e-mail address, which is a thing of its own. */
bool sulih_term_in_address(const struct sulih_term_finder *f, struct sulih_span span)
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
static bool are_initials(struct sulih_term_finder *f, const struct sulih_term_match *m)
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
	before = sulih_term_lowered(f, start, m->span.start - 1);
	return sulih_view_is(before, "inisial") || sulih_view_is(before, "berinisial");
}

bool sulih_term_fits(struct sulih_term_finder *f, struct sulih_term_match *m)
{
	struct letters letters;

	return stands_at(f, m->term, m->span.start, &m->span.end, &letters) &&
	       case_fits(f, &letters, m) && start_is_free(f, m->term, m->span.start) &&
	       end_is_free(f, m) && !are_initials(f, m);
}
