/* Words with a capital in the phrase that names a speaker: of an office or a body, or the name. */
#include "lists.h"
#include "segment/quotes/speaker/evidence.h"
#include "segment/quotes/speaker/phrase.h"

static bool is_balinese(const struct reading *r)
{
	return next_is_capital(r, r->at + 1) &&
	       sulih_is_beside_name(r->tokens, r->at + 1, "balinese");
}

/* Words of a body or an English office: Polda Metro Jaya, Corporate Secretary. A
 * body that speaks itself is the name (kata Hamas). */
static bool read_body(struct reading *r)
{
	struct sulih_row row;
	size_t count = sulih_match_tokens(r->tokens, r->at, &sulih_list_body_heads, true, &row);
	size_t named = is_named(r) ? 0 : sulih_match_named_body(r->tokens, r->at);
	struct sulih_view class = count > 0 ? sulih_row_column(&row, 1) : SULIH_VIEW("whole");

	if (count == 0 && named == 0)
		return false;
	if (named >= count || sulih_view_is(class, "whole")) {
		count = named > count ? named : count;
		if (!r->head && !is_named(r)) {
			add_to_name(r, count);
			return true;
		}
		class = SULIH_VIEW("whole");
	}
	forget_name(r);
	sulih_phrase_note_kin(r);
	pass_over(r, count);
	r->body = sulih_view_is(class, "head");
	return true;
}

static bool is_roman(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	for (size_t i = span.start; i < span.end; i++)
		if (r->tokens->text.data[i] == '.' ||
		    strchr("IVX", r->tokens->text.data[i]) == NULL)
			return false;
	return true;
}

/* Charles III, Mahfud MD: a numeral, or two letters that are no known acronym. */
static bool closes_name(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	if (is_roman(r))
		return true;
	return span.end - span.start == 2 && r->behind - r->name == 1 &&
	       sulih_match_place(r->tokens, r->at) == 0 &&
	       !sulih_table_has(&sulih_list_acronyms,
				sulih_view_make(r->tokens->text.data + span.start, 2));
}

/* Eddy O.S. Hiariej, T.B. Silalahi: letters with stops; two letters behind a given name */
static bool are_initials(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	const char *text = r->tokens->text.data + span.start;

	if (memchr(text, '.', span.end - span.start) == NULL)
		return is_named(r) && closes_name(r) && sulih_is_given_name(r->tokens, r->name);
	for (size_t i = 0; i < span.end - span.start; i++)
		if ((text[i] == '.') != (i % 2 == 1))
			return false;
	return true;
}

/* KPK, BI, RI and the like go with the office; alone an acronym may be a person (AHY), and a
 * few are known by their initials behind an office as well (Presiden SBY). */
static void read_acronym(struct reading *r)
{
	bool more = next_is_capital(r, r->at + 1);
	bool person = sulih_phrase_says(r->tokens, r->at, "initials");

	if (is_named(r) && !more) {
		if (closes_name(r))
			add_to_name(r, 1);
		else
			end_phrase(r);
	} else if (more && are_initials(r)) {
		add_to_name(r, 1);
	} else if (is_named(r) && r->head) {
		forget_name(r);
		pass_over(r, 1);
	} else if (r->head && !r->honored && !person) {
		pass_over(r, 1);
	} else {
		add_to_name(r, 1);
	}
}

static void read_place(struct reading *r, size_t count)
{
	bool more = next_is_capital(r, r->at + count);

	if (is_named(r)) {
		/* pelatih Persija Jakarta Thomas Doll */
		if (r->head && r->behind - r->name == 1 && more &&
		    !sulih_is_given_name(r->tokens, r->name)) {
			forget_name(r);
			pass_over(r, count);
		} else {
			add_to_name(r, count);
		}
	} else if (r->head && !(r->place && count == 1 && more)) {
		pass_over(r, count);
		r->place = true;
	} else {
		add_to_name(r, count); /* Wali Kota Bogor Bima Arya */
	}
}

/* An ordinary word belongs to the office (Direktur Keuangan), also behind words that
 * no list knows if another one follows (Kordinator Lapangan Penanganan). Right behind
 * the verb its capital makes it a name (ujar Lalu), unless it begins a sentence, and right behind
 * a form of address or a degree (drg. Nila Moeloek), or a rank and before another part. */
static bool is_office_word(const struct reading *r)
{
	/* juru bicara UNHCR, Mitra Salima: behind the comma the name begins */
	if (r->at > 0 && r->tokens->items[r->at - 1].type == TOKEN_COMMA && !is_named(r) &&
	    next_is_capital(r, r->at + 1) && sulih_is_given_name(r->tokens, r->at + 1))
		return false;
	if (r->honored || (r->ranked && next_is_capital(r, r->at + 1)) ||
	    !sulih_is_common(r->tokens, r->at) ||
	    (sulih_phrase_classes(r->tokens, r->at) & IS_MONTH))
		return false;
	if (is_named(r))
		return r->head && next_is_capital(r, r->at + 1) &&
		       sulih_is_common(r->tokens, r->at + 1);
	return r->head || r->initial;
}

/* `kata Fajar Nugraha`: a daily is called so too, but then no name follows. */
static bool begins_person(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	struct sulih_row outlet, row;

	if (r->head || !next_is_capital(r, r->at + 1) ||
	    sulih_match_tokens(r->tokens, r->at, &sulih_list_outlets, true, &outlet) != 1)
		return false;
	row = sulih_table_find(&sulih_list_given_names,
			       sulih_view_slice(r->tokens->text, span.start, span.end));
	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "given");
}

/* `Sang mandor menjawab`, `Yang satu bilang`: an article, and a word of the language. */
static bool is_article(const struct reading *r)
{
	static const char *const articles[] = { "sang", "si", "yang" };

	return !is_named(r) && !r->head && SULIH_TOKEN_IS_ONE_OF(r->tokens, r->at, articles) &&
	       r->at + 1 < r->to && r->tokens->items[r->at + 1].type == TOKEN_WORD &&
	       !r->tokens->items[r->at + 1].capital;
}

/* di Kedubes AS, Jl. Medan Merdeka Selatan: where it was said. */
static bool is_street(const struct reading *r)
{
	static const char *const streets[] = { "jl", "jln", "jl.", "jln." };

	return SULIH_TOKEN_IS_ONE_OF(r->tokens, r->at, streets);
}

void sulih_phrase_read_capital(struct reading *r)
{
	unsigned classes = sulih_phrase_classes(r->tokens, r->at);
	size_t place;

	if ((classes & IS_OPENING) || ((classes & IS_MONTH) && !next_is_capital(r, r->at + 1)) ||
	    is_street(r)) {
		end_phrase(r);
	} else if (is_article(r)) {
		pass_over(r, 1);
	} else if (!r->head && !is_named(r) && (classes & IS_PRONOUN)) {
		r->pronoun = true;
		end_phrase(r);
	} else if (r->head && !is_named(r) && is_roman(r) && !is_balinese(r)) {
		pass_over(r, 1);
	} else if (r->head && !is_named(r) && next_is_capital(r, r->at + 1) &&
		   sulih_is_beside_name(r->tokens, r->at, "corps")) {
		pass_over(r, 1);
	} else if (!is_named(r) && sulih_is_outlet(r->tokens, r->at) && !begins_person(r)) {
		if (r->head)
			pass_over(r, 1);
		else
			end_phrase(r);
	} else if (read_body(r)) {
		return;
	} else if (r->tokens->items[r->at].acronym) {
		read_acronym(r);
	} else if (r->body || (r->company && next_is_capital(r, r->at + 1) &&
			       sulih_is_beside_name(r->tokens, r->at, "company"))) {
		place = sulih_match_place(r->tokens, r->at);
		pass_over(r, place > 0 ? place : 1);
		r->company = true;
	} else if ((place = sulih_match_place(r->tokens, r->at)) > 0) {
		read_place(r, place);
	} else if (r->governed) {
		pass_over(r, 1);
	} else if (is_office_word(r)) {
		forget_name(r);
		pass_over(r, 1);
	} else {
		add_to_name(r, 1);
	}
}
