/* What begins at a word with a capital that no title and no head word is. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"
#include "pipeline/protect/names/listed/listed.h"

/* 102,3 MHz, 50 MW; abad ke-3 SM, 5.000 tahun SM → BC: what a capital behind a figure is. */
static uint32_t parse_behind_figure(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));
	const struct name_found era = { .at = at,
					.end = at + 1,
					.kind = SULIH_KIND_NAME,
					.ruling = SULIH_MAP,
					.target = SULIH_VIEW("BC"),
					.why = "list" };
	uint32_t figure = at - 1;
	struct sulih_row row;

	if (sulih_view_is(text, "SM") && figure > scene->start &&
	    sulih_view_is(token_lower(f, figure), "tahun"))
		figure--;
	if (token_at(f, figure)->kind != TOKEN_NUMBER || !token_is_apart(f, at))
		return at;
	if (sulih_view_is(text, "SM"))
		return name_take(f, scene, era);
	row = TOKEN_ROW(f, at, measures);
	/* Penalti 10 Detik: no news site */
	if (row.listed && token_at(f, at)->shape == SHAPE_CAPITAL &&
	    token_facts(f, at) & FACT_COMMON && sulih_view_is(sulih_row_column(&row, 1), "unit"))
		return at + 1;
	/* 40 Ha, 5 Kg: with a capital too */
	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "symbol") &&
			       (sulih_view_equal(sulih_row_column(&row, 2), text) ||
				(text.length > 1 &&
				 sulih_view_equal(sulih_row_column(&row, 2), token_lower(f, at))))
		       ? at + 1
		       : at;
}

/* mg/dL, mmol/L: the second half of a unit. */
static bool is_half_of_unit(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	return at > scene->start + 1 && is_mark(f, at - 1, '/') && !token_is_apart(f, at) &&
	       !token_is_apart(f, at - 1) && token_length(f, at) <= 2 &&
	       token_at(f, at - 2)->shape == SHAPE_LOWER && TOKEN_ROW(f, at - 2, measures).listed;
}

/* Juli mengatakan, of a person whom the article has as Juli Budi: months do not speak. */
static bool is_month_speaker(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	return token_facts(f, at) & FACT_CALENDAR && token_facts(f, at) & FACT_GIVEN &&
	       word_at(f, at)->person > 0 && person_says(f, scene, at, at + 1);
}

/* Buru-buru: no island */
static bool is_said_twice(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 2 < end && token_at(f, at + 2)->word == token_at(f, at)->word &&
	       is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2);
}

/* Danau-Danau | Besar: a doubled word that a listed name begins with, which goes on behind it. */
static bool begins_longer_listed(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	return match_map(f, at, end, &map) && map.count > 3;
}

/* mesin 3.3L: the litres, whose figure is cut from them */
static bool is_cut_figure(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start + 1 && !token_is_apart(f, at) && token_begins_with_digit(f, at) &&
	       (is_mark(f, at - 1, '.') || is_mark(f, at - 1, ',')) && !token_is_apart(f, at - 1) &&
	       token_begins_with_digit(f, at - 2);
}

/* BUMN-BUMN, Polda-Polda: an acronym said twice is a plural; of a noun that the lists map to its
 * plural, SOEs, the whole is masked. */
static uint32_t parse_doubled(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .at = at, .end = at + 3, .why = "list" };
	struct name_match map;

	if (token_at(f, at)->shape != SHAPE_UPPER || !match_map(f, at, at + 1, &map) ||
	    map.kind != SULIH_KIND_NAME || map.ruling != SULIH_MAP)
		return at;
	found.kind = map.kind;
	found.ruling = map.ruling;
	found.target = map.target;
	return name_take(f, scene, found);
}

/* korban KM (11): an abbreviation that with an age is somebody's initials. */
static bool are_initials(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->shape == SHAPE_UPPER && token->end - token->start <= 3 &&
	       token->end - token->start > 1 && !(token->flags & TOKEN_SHOUTED) &&
	       (at == scene->start || token_at(f, at - 1)->kind != TOKEN_NUMBER) &&
	       (age_follows(f, at + 1, scene->end) ||
		(at + 1 < scene->end && sulih_view_is(token_lower(f, at + 1), "alias")));
}

/* A figure, or two capitals, which may be a unit of one. */
static bool may_be_behind_figure(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at)
{
	return at > scene->start &&
	       (token_at(f, at - 1)->kind == TOKEN_NUMBER ||
		(token_at(f, at)->shape == SHAPE_UPPER && token_lower(f, at).length == 2));
}

/* Lalu Hadrian may begin another sentence too. */
static void note_given(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	if (token_facts(f, at) & FACT_GIVEN && token_facts(f, at) & FACT_GRAMMAR &&
	    at + 1 < scene->end && token_is_capital(f, at + 1) &&
	    !(token_facts(f, at + 1) & FACT_COMMON))
		note_name(f, at, at, run_end(f, at + 1, scene->end), PERSON_BEGINS);
}

/* Wilayah I | Sunarto, Kelas I | Medan: the numeral of the noun before it, no initial. */
static bool is_noun_numeral(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN &&
	       at > scene->start && token_is_apart(f, at) &&
	       token_at(f, at - 1)->shape == SHAPE_CAPITAL && token_is_cue(f, at - 1, "graded");
}

uint32_t parse_capital(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const bool doubled = is_said_twice(f, at, scene->end);
	uint32_t next;

	if (is_half_of_unit(f, scene, at) || is_noun_numeral(f, scene, at) ||
	    is_cut_figure(f, scene, at))
		return at + 1;
	if (may_be_behind_figure(f, scene, at) && (next = parse_behind_figure(f, scene, at)) != at)
		return next;
	if (doubled && (next = parse_doubled(f, scene, at)) != at)
		return next;
	if ((next = parse_bound(f, scene, at)) != at)
		return next;
	if ((next = parse_agency(f, scene, at)) != at)
		return next;
	if (token_at(f, at)->flags & TOKEN_DATELINE && (next = parse_dateline(f, scene, at)) != at)
		return next;
	if ((next = parse_grammar_title(f, scene, at)) != at)
		return next;
	if (at > scene->start && (next = parse_outlet(f, scene, at)) != at)
		return next;
	if (token_facts(f, at) & FACT_COMMON && (next = parse_eatery(f, scene, at)) != at)
		return next;
	if ((!doubled || begins_longer_listed(f, at, scene->end)) &&
	    (next = parse_listed(f, scene, at)) != at)
		return next;
	if (token_facts(f, at) & FACT_HEAD && (next = parse_short_body(f, scene, at)) != at)
		return next;
	if (token_may_name(f, at, true) || is_month_speaker(f, scene, at) ||
	    is_headline_officer(f, scene, at) || headline_evidence(f, scene, at) ||
	    are_initials(f, scene, at))
		return parse_plain(f, scene, at);
	if (f->collecting)
		note_given(f, scene, at);
	return at + 1;
}
