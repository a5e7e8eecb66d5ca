/* A sentence as titles, listed names, heads with their names, and plain names. */
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

/* H-3 Lebaran; a name that stands whole elsewhere: `at` when none begins at this capital. */
static uint32_t parse_whole_name(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t next;

	if (token_length(f, at) == 1 && sulih_view_is(token_lower(f, at), "h") &&
	    (next = parse_countdown(f, scene, at)) != at)
		return next;
	return !f->collecting && names_at(f, at).wholes ? parse_whole(f, scene, at) : at;
}

enum { TELLS_NEXT = FACT_CLITIC | FACT_LANGUAGE | FACT_WORK };

/* A word that is no name but tells of the next: a language, a work; a clitic; `at` when it is none
 * here. */
static uint32_t parse_teller(struct name_finder *f, struct name_scene *scene, uint32_t at,
			     bool capital)
{
	uint32_t facts = token_facts(f, at), next;

	/* hamba-Ku, melakukan-Nya: a clitic with a capital. */
	if (facts & FACT_CLITIC && capital && at > scene->start && is_mark(f, at - 1, '-') &&
	    !token_is_apart(f, at))
		return at + 1;
	/* A language is no name: bahasa Prancis. */
	if (facts & FACT_LANGUAGE && at + 1 < scene->end && token_is_capital(f, at + 1)) {
		next = languages_end(f, at + 1, scene->end);
		name_refuse(f, at + 1, next, "language");
		return next;
	}
	return facts & FACT_WORK ? parse_work(f, scene, at) : at;
}

/* A word that begins a title in the lists; `at` when it is none here. */
static uint32_t parse_office(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t next;

	/* Serikat Petani Indonesia (SPI): then SPI is no degree, unless a comma stands before it */
	if (token_at(f, at)->shape == SHAPE_UPPER && names_at(f, at).acronym &&
	    !(at > scene->start && is_mark(f, at - 1, ',')) &&
	    (next = parse_bound(f, scene, at)) != at)
		return next;
	if (token_facts(f, at) & FACT_HEAD && head_is_stronger(f, at, scene->end) &&
	    (next = parse_head(f, scene, at)) != at)
		return next;
	next = parse_title(f, scene, at);
	return next != at ? skip_portfolio(f, scene, next) : at;
}

/* Ketua MUI Bidang Fatwa Asrorun Niam: what the office is for, behind its body */
static bool begins_portfolio(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	return scene->body_end == at && is_field_word(f, at) && at + 1 < scene->end &&
	       token_facts(f, at + 1) & FACT_GIVEN;
}

/* the Federal Reserve: "the" is no Indonesian word. */
static bool is_english_article(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct name_match map;

	return sulih_view_is(token_lower(f, at), "the") && at + 1 < scene->end &&
	       token_is_capital(f, at + 1) && token_is_apart(f, at + 1) &&
	       !(token_is_capital(f, at) && match_map(f, at, scene->end, &map));
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

/* What begins at a word with a capital that no title and no head word is. */
static uint32_t parse_capital(struct name_finder *f, struct name_scene *scene, uint32_t at)
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

/* What begins at a word; the token behind it. */
static uint32_t parse_word(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t facts = token_facts(f, at), next;
	bool capital = token_is_capital(f, at);

	if (f->collecting && token_at(f, at)->shape == SHAPE_UPPER && at > scene->start &&
	    (facts & FACT_SENSES || token_length(f, at) > 2))
		introduce_aside(f, scene, at);
	if (facts & FACT_PREFIX && (next = skip_prefix(f, scene, at)) != at)
		return next;
	if (capital && (next = parse_whole_name(f, scene, at)) != at)
		return next;
	if (token_length(f, at) == 4 && (next = parse_ticker(f, scene, at)) != at)
		return next;
	if (facts & TELLS_NEXT && (next = parse_teller(f, scene, at, capital)) != at)
		return next;
	if (facts & FACT_TITLE && (next = parse_office(f, scene, at)) != at)
		return next;
	if (begins_portfolio(f, scene, at) && (next = skip_portfolio(f, scene, at)) != at)
		return next;
	if (facts & FACT_HEAD && is_head_here(f, scene, at) &&
	    (next = parse_head(f, scene, at)) != at)
		return next;
	if (facts & FACT_ENGLISH && is_english_article(f, scene, at))
		return parse_plain(f, scene, at);
	if (capital)
		return parse_capital(f, scene, at);
	if (facts & FACT_COMPASS && (next = parse_part(f, scene, at)) != at)
		return next;
	/* aespa, i-dle: a listed name that is written small */
	if ((facts & (FACT_LEAD | FACT_PARTICLE)) == FACT_LEAD &&
	    (next = parse_listed(f, scene, at)) != at)
		return next;
	return begins_small(f, scene, at) ? parse_plain(f, scene, at) : at + 1;
}

/* A small word with none of these begins nothing in parse_word; "the" is FACT_ENGLISH. */
enum {
	SMALL_BEGINS = FACT_PREFIX | FACT_LANGUAGE | FACT_WORK | FACT_TITLE | FACT_HEAD |
		       FACT_ARTICLE | FACT_ENGLISH | FACT_LEAD | FACT_COMPASS
};

/* The same of a mark, with which a bracket or a quotation may begin. */
static uint32_t parse_mark(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	if (f->collecting && is_mark(f, at, '('))
		introduce_phrase(f, scene, at);
	if (is_mark(f, at, '-') || is_mark(f, at, 0x2013))
		return parse_dashed_title(f, scene, at);
	return is_opening_quote(f, at) ? parse_quoted_title(f, scene, at) : at + 1;
}

void parse_segment(struct name_finder *f, uint32_t start, uint32_t end)
{
	struct name_scene scene = { .start = start,
				    .end = end,
				    .title_end = NAMES_NONE,
				    .person_end = NAMES_NONE,
				    .mapped_end = NAMES_NONE,
				    .body_end = NAMES_NONE,
				    .name_end = NAMES_NONE,
				    .row = { .end = NAMES_NONE } };
	uint32_t at = start, next;

	f->from = start;
	f->to = end;
	at = parse_listing(f, &scene, start);
	while (at < end && !f->failed) {
		if (scene.row.end == at && (next = parse_row(f, &scene, at)) != at) {
			at = next;
			continue;
		}
		if (token_at(f, at)->kind == TOKEN_WORD) {
			if (!token_is_capital(f, at) && !(token_facts(f, at) & SMALL_BEGINS)) {
				next = token_at(f, at)->shape == SHAPE_NONE
					       ? parse_script(f, &scene, at)
					       : at;
				at = next > at ? next : at + 1;
				continue;
			}
			at = parse_word(f, &scene, at);
			continue;
		}
		at = parse_mark(f, &scene, at);
	}
}
