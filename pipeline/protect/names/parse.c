/* A sentence as titles, listed names, heads with their names, and plain names. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"
#include "pipeline/protect/names/listed/listed.h"

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

/* Ketua MUI Bidang Fatwa Asrorun Niam, Waketum Kadin Bidang Perindustrian Saleh Husin: what the
 * office is for, behind its body */
static bool begins_portfolio(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	return scene->body_end == at && is_field_word(f, at) && at + 1 < scene->end &&
	       token_facts(f, at + 1) & (FACT_GIVEN | FACT_COMMON);
}

/* the Federal Reserve: "the" is no Indonesian word. */
static bool is_english_article(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct name_match map;

	return sulih_view_is(token_lower(f, at), "the") && at + 1 < scene->end &&
	       token_is_capital(f, at + 1) && token_is_apart(f, at + 1) &&
	       !(token_is_capital(f, at) && match_map(f, at, scene->end, &map));
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
