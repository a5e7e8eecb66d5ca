/* Titles before a name: what they are and what they say of the words behind them. */
#include "lists.h"
#include "segment/quotes/speaker/evidence.h"
#include "segment/quotes/speaker/phrase.h"

/* M.Si., S.H.: the next word has a stop of its own. */
static bool has_stop(const struct reading *r)
{
	struct sulih_span span = r->tokens->items[r->at].span;

	return memchr(r->tokens->text.data + span.start, '.', span.end - span.start) != NULL;
}

struct title sulih_phrase_match_title(const struct reading *r)
{
	const struct token *token = &r->tokens->items[r->at];
	const struct title none = { 0 };
	struct sulih_row row;
	size_t count = sulih_match_tokens(r->tokens, r->at, &sulih_list_titles, true, &row);
	struct sulih_view kind, note;
	unsigned classes;
	bool honorific;

	/* Robert F. Kennedy Jr.: no degree, but a part of the name */
	if (count == 0 || sulih_token_is(r->tokens, r->at, "jr") ||
	    sulih_token_is(r->tokens, r->at, "sr"))
		return none;
	/* Bupati Langkat Syah Afandin: behind an office a name, no shah */
	if (r->head && token->capital && sulih_token_is(r->tokens, r->at, "syah"))
		return none;
	classes = sulih_phrase_classes(r->tokens, r->at);
	kind = sulih_row_column(&row, 1);
	note = sulih_row_column(&row, 3);
	if (sulih_view_is(note, "after"))
		return is_named(r) && (token->acronym || has_stop(r))
			       ? (struct title){ .count = count, .after_name = true }
			       : none;
	if (token->capital && sulih_view_is(note, "name") &&
	    !((classes & IS_CROWNED) && next_is_capital(r, r->at + 1) &&
	      !(sulih_phrase_classes(r->tokens, r->at + 1) & IS_MONTH)) && /* Raja Juli Antoni */
	    (r->at + 1 >= r->to || sulih_match_place(r->tokens, r->at + 1) == 0))
		return none;
	if (token->capital && (classes & IS_GROWN))
		return none;
	honorific = sulih_view_is(kind, "honorific");
	if (honorific && is_named(r))
		return none;
	/* kata MR (27): a suspect's initials, no English mister */
	if (honorific && token->acronym && !next_is_capital(r, r->at + 1))
		return none;
	return (struct title){ .count = count,
			       .honorific = honorific || sulih_view_is(kind, "degree"),
			       .rank = sulih_view_is(kind, "rank") &&
				       !sulih_token_is(r->tokens, r->at, "kapten") };
}

void sulih_phrase_note_title(struct reading *r, size_t first, size_t last, bool honorific)
{
	unsigned classes = sulih_phrase_classes(r->tokens, last);

	r->honored = honorific || (classes & IS_SUSPECT) ||
		     sulih_is_beside_name(r->tokens, last, "suspect");
	/* direktur utama: the first word of the title tells */
	classes |= sulih_phrase_classes(r->tokens, first);
	r->area = (classes & IS_AREA) != 0;
	r->resident = (classes & IS_RESIDENT) != 0;
}

/* dokter spesialis anak dr. Ratna: children are the field, not the kin; pebulu tangkis tunggal
 * putra: men. */
static bool is_field(const struct reading *r)
{
	return r->at > 0 && sulih_phrase_says(r->tokens, r->at - 1, "discipline");
}

/* Putri Indonesia Ratna Dewi: what she won, nobody's daughter. */
static bool is_won(const struct reading *r)
{
	return r->tokens->items[r->at].capital && sulih_token_is(r->tokens, r->at, "putri") &&
	       next_is_capital(r, r->at + 1) && sulih_match_place(r->tokens, r->at + 1) > 0;
}

void sulih_phrase_note_kin(struct reading *r)
{
	if ((sulih_phrase_classes(r->tokens, r->at) & IS_KIN) && !is_field(r) && !is_won(r))
		r->kin = true;
}
