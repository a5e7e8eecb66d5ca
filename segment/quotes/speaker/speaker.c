/* Which words of the phrase beside a verb of saying are the speaker's name. */
#include "segment/quotes/speaker/speaker.h"

#include "base/letter.h"

#include "segment/quotes/speaker/evidence.h"
#include "segment/quotes/speaker/phrase.h"

/* Direktur RSUP Dr. Sardjito, dr. Ratna Dewi */
static bool is_small_title(const struct reading *r, size_t at)
{
	struct sulih_span span = r->tokens->items[at].span;

	return r->tokens->text.data[span.end - 1] == '.' && next_is_capital(r, at + 1);
}

/* dr. Ratna Dewi, Sp.PD-KGEH: stops inside and no name behind make a degree. */
static bool is_short_form(const struct reading *r, size_t at)
{
	struct sulih_span span = r->tokens->items[at].span;

	return memchr(r->tokens->text.data + span.start, '.', span.end - span.start) != NULL &&
	       !next_is_capital(r, at + 1);
}

/* kuasa hukum Tom Hadi, Ari Basuki: the second is the speaker; `Menurut Kapolda Tom Hadi, KKB …`
 * goes on with another subject, unless a comma stands behind it too */
static void take_second(struct reading *r, bool according)
{
	struct reading second;

	if (!is_named(r) || !r->head || r->at + 1 >= r->to ||
	    r->tokens->items[r->at].type != TOKEN_COMMA ||
	    (!next_is_capital(r, r->at + 1) && !is_small_title(r, r->at + 1)) ||
	    sulih_is_degree(r->tokens, r->at + 1) || is_short_form(r, r->at + 1))
		return;
	second = sulih_read_phrase(r->tokens, r->at + 1, r->to);
	if (according && (second.at >= r->to || r->tokens->items[second.at].type != TOKEN_COMMA))
		return;
	if (is_named(&second) && (second.name == r->at + 1 || !second.governed) &&
	    second.lower == 0)
		*r = second;
}

/* Kepala SDN 2 Margasari Euis Komariah: a school has its number and its village. */
static bool is_behind_school(const struct reading *r)
{
	return r->name > 1 && r->tokens->items[r->name - 1].type == TOKEN_NUMBER &&
	       sulih_phrase_says(r->tokens, r->name - 2, "school");
}

/* Koordinator KontraS Dimas Bagus: a capital amid the word, but not behind Mc or De. */
static bool has_inner_capital(struct sulih_view word)
{
	static const char *const prefixes[] = { "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van" };

	if (SULIH_VIEW_STARTS_WITH_ONE_OF(word, prefixes) > 0)
		return false;
	for (size_t i = 2; i < word.length; i++)
		if (sulih_byte_is_upper(word.data[i]) && sulih_byte_is_lower(word.data[i - 1]))
			return true;
	return false;
}

/* Ketua Tim Pemenangan Prabowo-Gibran Rosan: a pair of candidates, not the speaker. */
static bool is_pair(const struct tokens *tokens, size_t name)
{
	struct sulih_span span = tokens->items[name].span;

	return sulih_phrase_says(tokens, name - 1, "camp") &&
	       memchr(tokens->text.data + span.start, '-', span.end - span.start) != NULL;
}

static bool is_body_by_shape(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->name].span;

	return r->head && sulih_is_given_name(r->tokens, r->name + 1) &&
	       (is_pair(r->tokens, r->name) ||
		has_inner_capital(sulih_view_slice(r->tokens->text, span.start, span.end)));
}

/* The first word taken for a part of the name is a place that no list knows. */
static bool begins_with_place(const struct reading *r)
{
	const struct tokens *tokens = r->tokens;
	size_t words = r->behind - r->name;

	/* Kapten I Made Suta: no place is one letter */
	if (words < 2 || r->name == 0 || sulih_is_given_name(tokens, r->name) ||
	    tokens->items[r->name].span.end - tokens->items[r->name].span.start < 3)
		return false;
	if (is_body_by_shape(r))
		return true;
	/* kata warga Melati Sutrisno, kata Kades Karangrejo Danu: before a given name, or made as
	 * names of villages are */
	if (words == 2)
		return tokens->items[r->name - 1].type == TOKEN_WORD &&
		       ((r->resident && sulih_is_given_name(tokens, r->name + 1)) ||
			((r->resident || r->area) && sulih_is_village(tokens, r->name)));
	if (is_behind_school(r))
		return sulih_is_given_name(tokens, r->name + 1);
	/* Kepala Desa Sukamaju Asep Sunandar, but Direktur LPEI Esther Sri Astuti */
	return r->area &&
	       (sulih_is_given_name(tokens, r->name + 1) || sulih_is_village(tokens, r->name)) &&
	       tokens->items[r->name - 1].type != TOKEN_COMMA &&
	       /* CEO Qlue Rama Raditya: the acronym is the office itself */
	       (!tokens->items[r->name - 1].acronym ||
		sulih_phrase_says(tokens, r->name - 1, "chief"));
}

/* Direktur Tirta Makmur Farma Gunadi Prakoso: where the name begins behind the last word that only
 * firms are called by. */
static size_t behind_firm(const struct reading *r)
{
	size_t start = r->name;

	for (size_t i = r->name; r->area && i + 1 < r->behind; i++)
		if (sulih_is_beside_name(r->tokens, i, "trade") ||
		    (i > r->name && i + 2 < r->behind &&
		     sulih_is_beside_name(r->tokens, i, "firm") &&
		     !sulih_is_given_name(r->tokens, r->name)))
			start = i + 1;
	return start;
}

static bool same_words(const struct tokens *tokens, size_t one, size_t other)
{
	struct sulih_span a = tokens->items[one].span, b = tokens->items[other].span;

	return sulih_view_equal(sulih_view_slice(tokens->text, a.start, a.end),
				sulih_view_slice(tokens->text, b.start, b.end));
}

/* ujar Budi Budi menambahkan: between the two a stop was lost */
static bool is_doubled(const struct reading *r)
{
	return r->behind - r->name == 2 && same_words(r->tokens, r->name, r->name + 1) &&
	       r->at < r->to && r->tokens->items[r->at].type == TOKEN_WORD;
}

struct speaker sulih_read_speaker(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = sulih_read_phrase(tokens, from, to);
	struct speaker speaker = { .pronoun = r.pronoun, .described = r.head, .next = r.at };

	take_second(&r, from > 0 && sulih_token_is(tokens, from - 1, "menurut"));
	r.name = behind_firm(&r);
	if (begins_with_place(&r))
		r.name++;
	if (is_doubled(&r))
		r.behind--;
	if (is_named(&r)) {
		speaker.name.start = tokens->items[r.name].span.start;
		speaker.name.end = tokens->items[r.behind - 1].span.end;
		if (tokens->text.data[speaker.name.end - 1] == '.')
			speaker.name.end--; /* the stop of the sentence */
	}
	return speaker;
}
