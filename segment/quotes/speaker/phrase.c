/* The phrase that names a speaker, token after token. */
#include "segment/quotes/speaker/phrase.h"

#include "lists.h"
#include "segment/quotes/speaker/evidence.h"

static void read_word(struct reading *r)
{
	struct title title = sulih_phrase_match_title(r);
	size_t count = title.count;
	bool capital = r->tokens->items[r->at].capital;

	if (title.after_name) {
		end_phrase(r);
	} else if (count > 0 && is_named(r)) {
		bool abbreviated =
			r->tokens->text.data[r->tokens->items[r->at].span.end - 1] == '.';

		/* Kepala Puskesmas Sukajadi dr. Rini Astuti */
		if (!capital && !(r->head && abbreviated && next_is_capital(r, r->at + 1))) {
			end_phrase(r);
		} else if (capital && !next_is_capital(r, r->at + count)) {
			add_to_name(r, count); /* no title closes a name: Andi Guru */
		} else {
			forget_name(r);
			pass_over(r, count);
		}
	} else if (count > 0) {
		if (!sulih_token_is(r->tokens, r->at + count - 1, "mahkota"))
			sulih_phrase_note_kin(r);
		pass_over(r, count);
		sulih_phrase_note_title(r, r->at - count, r->at - 1, title.honorific);
		r->ranked = title.rank;
	} else if (capital) {
		sulih_phrase_read_capital(r);
	} else {
		sulih_phrase_read_small(r);
	}
}

/* "Parameter Muda Nusantara (PMN) Adi Prasetyo": what stood before the bracket is a body. */
static bool introduces_acronym(const struct reading *r)
{
	return r->head && r->at + 3 < r->to &&
	       (r->tokens->items[r->at + 1].acronym ||
		sulih_token_is(r->tokens, r->at + 1, "persero")) &&
	       r->tokens->items[r->at + 2].type == TOKEN_CLOSE && next_is_capital(r, r->at + 3);
}

static void skip_brackets(struct reading *r)
{
	size_t i = r->at + 1;

	while (i < r->to && i < r->at + 16 && r->tokens->items[i].type != TOKEN_CLOSE)
		i++;
	if (i < r->to && r->tokens->items[i].type == TOKEN_CLOSE)
		r->at = i + 1;
	else
		end_phrase(r);
}

/* A mark before a word may be the ayn of a name: kata 'Abdul Ghani. */
static void read_ayn(struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;
	bool single = r->tokens->text.data[span.start] == '\'' || span.end - span.start == 3;

	if (is_named(r) || !single || !next_is_capital(r, r->at + 1) ||
	    r->tokens->items[r->at + 1].spaced || !sulih_is_given_name(r->tokens, r->at + 1))
		end_phrase(r);
	else
		add_to_name(r, 1);
}

/* Kepala Pusat Data, Informasi, dan Komunikasi BNPB Budi: an office may hold commas. */
static bool goes_on_behind_comma(const struct reading *r)
{
	if (next_is_capital(r, r->at))
		return true;
	if (r->at >= r->to)
		return false;
	return sulih_phrase_match_title(r).count > 0 ||
	       (sulih_token_is(r->tokens, r->at, "dan") && next_is_capital(r, r->at + 1));
}

/* Ketua DPR periode 2014–2019 Zulkarnain: a dash between two figures. */
static bool parts_years(const struct reading *r)
{
	return r->at > 0 && r->tokens->items[r->at - 1].type == TOKEN_NUMBER && r->at + 1 < r->to &&
	       r->tokens->items[r->at + 1].type == TOKEN_NUMBER;
}

/* CEO & Co-founder Ruangguru Belva, Head of Research & Development BCA Vera: two parts of an
 * office. */
static bool joins_offices(const struct reading *r)
{
	return r->head && r->tokens->text.data[r->tokens->items[r->at].span.start] == '&' &&
	       next_is_capital(r, r->at + 1);
}

/* Putri Indonesia 2023 Ratna Dewi: a year between what was won and who won it. */
static bool is_contest_year(const struct reading *r)
{
	const struct token *year = &r->tokens->items[r->at];

	return is_named(r) && year->span.end - year->span.start == 4 &&
	       next_is_capital(r, r->at + 1);
}

static void read_token(struct reading *r)
{
	switch (r->tokens->items[r->at].type) {
	case TOKEN_WORD:
		read_word(r);
		break;
	case TOKEN_NUMBER:
		if ((!r->head && !is_contest_year(r)) ||
		    (is_named(r) && !next_is_capital(r, r->at + 1))) {
			end_phrase(r);
		} else { /* Manajer Humas Daop 1 Jakarta */
			forget_name(r);
			pass_over(r, 1);
		}
		break;
	case TOKEN_OPEN:
		if (is_named(r) && introduces_acronym(r))
			forget_name(r);
		if (is_named(r) || !r->head)
			end_phrase(r);
		else
			skip_brackets(r);
		break;
	case TOKEN_COMMA:
		/* Ketua RT 05, Budi Santoso */
		if (is_named(r) || !r->head || r->governed)
			end_phrase(r);
		else
			r->body = r->place = r->kin = false, r->at++;
		if (!r->ended && !goes_on_behind_comma(r))
			end_phrase(r);
		break;
	case TOKEN_SLASH:
		if (is_named(r) || !r->head)
			end_phrase(r);
		else
			r->at++;
		break;
	case TOKEN_DASH:
		if (r->head && !is_named(r) && parts_years(r))
			r->at++;
		else
			end_phrase(r);
		break;
	case TOKEN_MARK:
		read_ayn(r);
		break;
	default:
		if (joins_offices(r)) {
			forget_name(r);
			pass_over(r, 1);
		} else {
			end_phrase(r);
		}
	}
}

static bool is_only_place(const struct reading *r)
{
	struct sulih_row row;

	/* kata Agam: a regency is called so too, but does not speak */
	if (r->behind - r->name == 1 && sulih_is_given_name(r->tokens, r->name) &&
	    sulih_match_tokens(r->tokens, r->name, &sulih_list_exonyms, false, &row) == 0)
		return false;
	/* kata Kremlin: the house speaks for its master */
	if (sulih_match_tokens(r->tokens, r->name, &sulih_list_body_heads, true, &row) > 0 &&
	    sulih_view_is(sulih_row_column(&row, 1), "whole"))
		return false;
	return sulih_match_place(r->tokens, r->name) >= r->behind - r->name;
}

/* "ujar seorang warga Brookfield": one word that is no given name and has no age behind it
 * says where the speaker lives, though no list knows the place. */
static bool is_home(const struct reading *r)
{
	size_t behind = r->tokens->items[r->behind - 1].span.end;

	return r->resident && r->behind - r->name == 1 && r->name > 0 &&
	       r->tokens->items[r->name - 1].type == TOKEN_WORD &&
	       !sulih_is_given_name(r->tokens, r->name) &&
	       !(behind + 1 < r->tokens->text.length && r->tokens->text.data[behind + 1] == '(');
}

/* Several ordinary words in capitals are an office that no list knows, and the name
 * behind kin without a comma is not the speaker's (kata istri Budi). */
static bool is_description(const struct reading *r)
{
	size_t common = 0;

	for (size_t i = r->name; i < r->behind; i++)
		common += sulih_is_common(r->tokens, i);
	if (common > 1)
		return true;
	/* kata eks pemain Chelsea itu: one word behind a description that points back */
	if (r->head && !r->honored && r->behind - r->name == 1 && r->at < r->to && r->name > 0 &&
	    r->tokens->items[r->name - 1].type == TOKEN_WORD &&
	    (!r->tokens->items[r->name - 1].capital || r->tokens->items[r->name - 1].acronym) &&
	    (sulih_token_is(r->tokens, r->at, "itu") ||
	     sulih_token_is(r->tokens, r->at, "tersebut")))
		return true;
	return r->kin && (r->at >= r->to || r->tokens->items[r->at].type != TOKEN_COMMA);
}

/* A capital at the start of a text or behind a stop. */
static bool begins_sentence(const struct tokens *tokens, size_t index)
{
	return index == 0 || tokens->items[index - 1].type == TOKEN_STOP ||
	       tokens->items[index - 1].type == TOKEN_MARK;
}

struct reading sulih_read_phrase(const struct tokens *tokens, size_t from, size_t to)
{
	struct reading r = {
		.tokens = tokens, .at = from, .to = to, .initial = begins_sentence(tokens, from)
	};

	while (!r.ended && r.at < to)
		read_token(&r);
	if (!is_named(&r) || !(is_only_place(&r) || is_home(&r) || is_description(&r)))
		return r;
	r.name = r.behind = 0;
	/* Pengelola Lapangan Posko Bantuan SMPN 1 Kuta, Budi Santoso */
	while (r.at < to && (tokens->items[r.at].type == TOKEN_NUMBER || next_is_capital(&r, r.at)))
		r.at++;
	if (r.at + 1 < to && tokens->items[r.at].type == TOKEN_COMMA &&
	    next_is_capital(&r, r.at + 1) && from < r.at + 1)
		return sulih_read_phrase(tokens, r.at + 1, to);
	return r;
}
