/* Names of the MAP lists and acronyms that the document introduced. */
#include "pipeline/protect/names/listed/listed.h"

#include "base/letter.h"
#include "lists.h"

/*
 * Mandiri of Bank Mandiri: laba Mandiri is the bank's, Desa Mandiri and Mandiri Sekuritas are
 * others.  Where the capital says nothing, the word must not stand small in the article.
 */
static bool is_short_name(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	const struct name_acronym *bound = &f->acronyms.items[names_of(f, word).acronym - 1];
	bool next = at + 1 < scene->end && token_is_capital(f, at + 1);

	if (!(token->flags & TOKEN_SILENT))
		return !next;
	return word->small == 0 && bound->kind == SULIH_KIND_ORGANIZATION &&
	       why_is(bound->why, "mentioned in full") &&
	       (!next || (token->flags & TOKEN_TITLECASE && token_facts(f, at + 1) & FACT_COMMON));
}

/* The acronym at `at` stands here for something else than what the document introduced it for; *map
 * gets what the lists have for it. */
static bool is_unbound(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       const struct name_acronym *bound, struct name_match *map)
{
	const uint32_t facts = word_at(f, at)->facts, next = at + 1;
	const bool person = bound->kind == SULIH_KIND_PERSON;

	/* Jokowi Mania, though Jokowi was introduced: a body called after him */
	if (person && next < scene->end && token_is_apart(f, next) &&
	    token_facts(f, next) & FACT_ORG && token_at(f, next)->shape == SHAPE_CAPITAL &&
	    !is_free_case(f, next))
		return true;
	/* Gaikindo Jakarta Auto Week, though Gaikindo was introduced */
	if (begins_event(f, scene, next))
		return true;
	/* BI Rate, though BI was introduced; seorang warga AS, though a suspect is called so */
	if (match_map(f, at, scene->end, map) &&
	    (map->count > 1 || sense_is_beside(f, scene, at, map, bound->ruling)))
		return true;
	/* PN Surabaya is the court, whoever else is called PN. */
	if (person && facts & FACT_HEAD && next < scene->end && token_is_apart(f, next) &&
	    token_facts(f, next) & FACT_MAP && token_is_capital(f, next))
		return true;
	/* korban KM (11); but 5 KM */
	return person && facts & FACT_FUNCTION && at > scene->start &&
	       token_at(f, at - 1)->kind == TOKEN_NUMBER;
}

/* An acronym that the document introduced, where the context does not say otherwise. */
uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	uint32_t acronym = names_of(f, word).acronym;
	const struct name_acronym *bound;
	struct name_found found = { .at = at, .end = at + 1 };
	struct name_match map = { 0 };

	if (!acronym || token->shape == SHAPE_LOWER)
		return at;
	if (token->shape == SHAPE_CAPITAL && word->facts & FACT_COMMON &&
	    !is_short_name(f, scene, at))
		return at;
	bound = &f->acronyms.items[acronym - 1];
	if (is_unbound(f, scene, at, bound, &map))
		return at;
	found.kind = bound->kind;
	found.ruling = bound->ruling;
	found.target = bound->target;
	/* Menteri PU is of Public Works, though the ministry was introduced */
	if (bound->ruling == SULIH_MAP && map.count == 1 &&
	    sulih_view_equal(map.target, bound->target))
		found.target = context_target(f, scene, at, &map);
	found.why = bound->why;
	found.evidence = acronym_full(f, bound);
	if (f->collecting)
		f->acronyms.items[acronym - 1].mentions++;
	/* MUI Jawa Barat, though MUI was introduced */
	if (map.count == 1 && map.note.length && sulih_view_equal(map.target, bound->target))
		take_branch(f, scene, &found, map.note);
	return name_take(f, scene, found);
}

/* The same name, whatever its capitals; a list that corrects them (COVID-19) keeps its own. */
static bool same_letters(struct sulih_view target, struct sulih_view text)
{
	char a[96], b[96];
	struct sulih_view x, y;

	if (sulih_view_equal(target, text))
		return true;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] >= 'a' && text.data[i] <= 'z')
			return false;
	}
	x = sulih_lower_key(target, a, sizeof(a));
	y = sulih_lower_key(text, b, sizeof(b));
	return x.length > 0 && sulih_view_equal(x, y);
}

/* For --explain: the conditions of the list do not hold, or a longer name begins here. */
static void refuse_listed(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  const struct name_match *map)
{
	uint32_t end = at + map->count;
	bool allowed = context_allows(f, scene, at, end, map->note);

	sulih_refuse(f->candidates, token_at(f, at)->start, token_at(f, end - 1)->end,
		     allowed ? "part of a name" : "other context",
		     allowed ? SULIH_VIEW("") : map->note);
}

/* Raja Salman | bin Abdulaziz al-Saud: what goes on behind a listed person is copied with it. */
static void add_parentage(struct name_finder *f, const struct name_scene *scene,
			  struct name_found *found)
{
	uint32_t end;

	if (found->kind != SULIH_KIND_PERSON || found->end >= scene->end ||
	    token_at(f, found->end)->shape != SHAPE_LOWER ||
	    !(token_facts(f, found->end) & FACT_PARTICLE))
		return;
	end = run_end(f, found->end - 1, scene->end);
	if (end <= found->end)
		return;
	found->target =
		NAME_JOIN(f, found->target, SULIH_VIEW(" "), tokens_text(f, found->end, end));
	found->end = end;
}

/* Toyota | Innova Zenix: a make and its model, each of them listed, are one product. */
static void join_model(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *map)
{
	uint32_t next = at + map->count;
	struct name_match model;

	/* BMW | 520i: the sign of a model begins with its figure, as no name does */
	if (next < end && map->count == 1 && is_make(f, at) && token_is_apart(f, next) &&
	    token_at(f, next)->kind == TOKEN_WORD && token_begins_with_digit(f, next) &&
	    model_end(f, next, end) > next) {
		map->kind = SULIH_KIND_PRODUCT;
		map->target = SULIH_VIEW("");
		return;
	}
	if (next >= end || !is_make(f, at) || !token_is_apart(f, next) ||
	    !token_is_capital(f, next) || !match_map(f, next, end, &model) ||
	    model.kind != SULIH_KIND_PRODUCT ||
	    !sulih_view_equal(model.target, tokens_text(f, next, next + model.count)))
		return;
	map->count += model.count;
	map->kind = SULIH_KIND_PRODUCT;
	map->target = SULIH_VIEW("");
}

/* Korps Lalu Lintas | Polri, Badan Anggaran | DPR: the body that the English of the name says
 * already (National Police Traffic Corps); the token behind it, or `end`. */
static uint32_t behind_said_owner(struct name_finder *f, const struct name_found *found,
				  uint32_t limit)
{
	struct name_match owner;
	uint32_t country = behind_republic(f, found->end, limit);

	/* Bakamla RI, BPJPH Republik Indonesia: the country, of which English does not speak */
	if (found->kind == SULIH_KIND_ORGANIZATION && found->ruling == SULIH_MAP &&
	    (found->row.table == &sulih_list_institutions ||
	     found->row.table == &sulih_list_acronyms) &&
	    country > found->end)
		return country;
	return found->kind == SULIH_KIND_ORGANIZATION && found->ruling == SULIH_MAP &&
			       found->end < limit && token_is_apart(f, found->end) &&
			       match_map(f, found->end, limit, &owner) &&
			       owner.kind == SULIH_KIND_ORGANIZATION && owner.target.length > 3 &&
			       found->target.length > owner.target.length &&
			       memmem(found->target.data, found->target.length, owner.target.data,
				      owner.target.length)
		       ? found->end + owner.count
		       : found->end;
}

/* Aprilia Maharani: a first name, as its sense has it, and behind it the second one, whatever that
 * means. */
static bool is_listed_first_name(struct name_finder *f, const struct name_scene *scene, uint32_t at,
				 const struct name_match *map)
{
	const uint32_t other = FACT_TITLE | FACT_HEAD | FACT_FUNCTION;
	uint32_t next = at + 1;
	struct name_match behind;

	return map->kind == SULIH_KIND_PERSON && map->count == 1 && next < scene->end &&
	       token_facts(f, at) & FACT_GIVEN && token_at(f, next)->shape == SHAPE_CAPITAL &&
	       token_is_apart(f, next) && !is_free_case(f, next) &&
	       !(token_facts(f, next) & other) && !match_map(f, next, scene->end, &behind);
}

uint32_t parse_listed(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { 0 };
	struct name_match map;
	struct sulih_view text;

	if (!match_map(f, at, scene->end, &map))
		return at;
	if (!listed_alone(f, scene, at, &map)) {
		if (!f->collecting)
			refuse_listed(f, scene, at, &map);
		return at;
	}
	if (map.count > 1 &&
	    (is_progressive(f, scene, at + map.count - 1) ||
	     begins_two_compass_words(f, scene, at + map.count - 1)) &&
	    !match_map(f, at, at + map.count - 1, &map))
		return at;
	if (!sense_choose(f, scene, at, &map, &found)) {
		if (!f->collecting)
			refuse_listed(f, scene, at, &map);
		return at;
	}
	if (is_listed_first_name(f, scene, at, &map))
		return at;
	join_model(f, at, scene->end, &map);
	text = tokens_text(f, at, at + map.count);
	found.at = at;
	found.end = at + map.count;
	found.kind = map.kind;
	found.target = map.target.length ? context_target(f, scene, at, &map) : text;
	/* JAKARTA is no other name than Jakarta. */
	found.ruling = same_letters(found.target, text) ? SULIH_COPY : SULIH_MAP;
	if (found.ruling == SULIH_COPY)
		found.target = text;
	found.row = map.row;
	add_parentage(f, scene, &found);
	if ((found.kind == SULIH_KIND_ORGANIZATION && take_branch(f, scene, &found, map.note)) ||
	    (map.note.length && take_nation_of(f, scene, &found, map.note)))
		return name_take(f, scene, found);
	if (map.note.length)
		take_field_place(f, scene, &found, map.note);
	found.end = behind_said_owner(f, &found, scene->end);
	return take_region(f, scene, found);
}
