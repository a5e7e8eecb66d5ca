/* Names of the MAP lists and acronyms that the document introduced. */
#include "lists.h"
#include "pipeline/protect/names/names.h"

#include "base/letter.h"
#include "base/lexicon/words.h"

/* "dolar AS", "pasukan AS": behind such a noun the acronym is the country, no suspect. */
static bool follows_noun(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_word word;

	return at > scene->start && at != scene->title_end &&
	       token_at(f, at - 1)->kind == TOKEN_WORD && token_is_apart(f, at) &&
	       sulih_word_find(token_lower(f, at - 1), &word) && word.word_class == SULIH_WORD_NOUN;
}

/* An acronym that the document introduced, where the context does not say otherwise. */
uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	const struct name_acronym *bound;
	struct name_found found = { .at = at, .end = at + 1 };
	struct name_match map;

	if (!word->acronym || token->shape == SHAPE_LOWER)
		return at;
	if (token->flags & TOKEN_FIRST && token->shape == SHAPE_CAPITAL &&
	    word->facts & FACT_COMMON)
		return at;
	bound = &f->acronyms.items[word->acronym - 1];
	/* BI Rate, though BI was introduced */
	if (match_map(f, at, scene->end, &map) && map.count > 1)
		return at;
	/* PN Surabaya is the court, whoever else is called PN. */
	if (bound->kind == SULIH_KIND_PERSON && word->facts & FACT_HEAD && at + 1 < scene->end &&
	    token_is_apart(f, at + 1) && token_facts(f, at + 1) & FACT_MAP &&
	    token_is_capital(f, at + 1))
		return at;
	if (bound->kind == SULIH_KIND_PERSON && bound->count == 1 && word->facts & FACT_MAP_UPPER &&
	    follows_noun(f, scene, at))
		return at;
	found.kind = bound->kind;
	found.ruling = bound->ruling;
	found.target = bound->target;
	found.why = bound->why;
	found.evidence = acronym_full(f, bound);
	return name_take(f, scene, found);
}

static bool has_digit(struct sulih_view text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (sulih_byte_is_digit(text.data[i]))
			return true;
	}
	return false;
}

/* Whether a listed name stands for itself at `at`, or only begins another name (China Airlines). */
static bool listed_alone(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 const struct name_match *map)
{
	uint32_t next = at + map->count;
	struct name_match other;
	struct title_match title;
	bool same;

	if (!context_allows(f, scene, at, next, map->note))
		return false;
	/* BP (29): a suspect's initials */
	if (map->count == 1 && token_at(f, at)->shape == SHAPE_UPPER &&
	    token_at(f, at)->end - token_at(f, at)->start <= 3 && age_follows(f, next, scene->end))
		return false;
	/* "Satria muda itu gugup": a small word makes no club of the first word of a sentence */
	if (map->kind == SULIH_KIND_ORGANIZATION && map->count > 1 &&
	    token_at(f, next - 1)->shape == SHAPE_LOWER && token_at(f, at)->flags & TOKEN_FIRST)
		return false;
	/* peraih Nobel | Maria Ressa */
	if (map->kind == SULIH_KIND_EVENT && at > scene->start &&
	    (sulih_view_is(token_lower(f, at - 1), "peraih") ||
	     sulih_view_is(token_lower(f, at - 1), "penerima")))
		return true;
	/* Menteri Pertahanan Israel | Israel Katz: nobody says a country twice. */
	if (at > scene->start && map->count == 1 && next < scene->end && token_is_apart(f, at) &&
	    token_at(f, at - 1)->kind == TOKEN_WORD &&
	    token_at(f, at - 1)->word == token_at(f, at)->word && token_is_capital(f, next) &&
	    !(token_facts(f, next) & (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER)))
		return false;
	/* Georgia-Pacific is one name, AS-Iran and Jokowi-JK are two. */
	if (next + 1 < scene->end && is_mark(f, next, '-') && !token_is_apart(f, next) &&
	    !token_is_apart(f, next + 1) && token_is_capital(f, next + 1))
		return match_map(f, next + 1, scene->end, &other) ||
		       token_facts(f, next + 1) & FACT_GIVEN || map->kind != SULIH_KIND_PLACE;
	if (next >= scene->end || !token_is_apart(f, next) || !token_may_name(f, next, false) ||
	    begins_plate(f, next, scene->end))
		return true;
	if (token_facts(f, next) & FACT_ORG ||
	    (token_facts(f, next) & FACT_NUMBERED && !(token_facts(f, next) & FACT_HEAD)))
		return false;
	/* Airbus A350-900: the sign of a model */
	if (map->count == 1 && token_facts(f, at) & FACT_NUMBERED &&
	    has_digit(token_text(f, token_at(f, next))))
		return false;
	/* BYD Atto 1: a make and the name of its model, which nothing knows */
	if (map->count == 1 && is_make(f, at) && scene->title_end != at &&
	    !(token_facts(f, next) &
	      (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_TITLE | FACT_HEAD)) &&
	    /* Daihatsu Rocky, which is a person's name too; Honda | Budi Santoso */
	    (!(token_facts(f, next) & FACT_GIVEN) ||
	     (token_at(f, at)->shape == SHAPE_CAPITAL &&
	      !(token_at(f, next)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED)) &&
	      (next + 1 == scene->end || !token_is_capital(f, next + 1)))))
		return false;
	/* Drs. AS Setiadi: initials; an office may stand before a country (Presiden AS). */
	if (map->count == 1 && token_at(f, at)->shape == SHAPE_UPPER &&
	    token_at(f, at)->end - token_at(f, at)->start <= 3 && scene->title_end == at &&
	    (scene->title == TITLE_NONE || scene->title == TITLE_HONORIFIC) &&
	    !(token_facts(f, next) & (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER)))
		return false;
	same = sulih_view_equal(map->target, tokens_text(f, at, next));
	/* Oscar Ganda, Paris Hilton: the first part of a person; but asal Oman, Ahmed Al Kaf. */
	if (map->count == 1 &&
	    !(at > scene->start && sulih_view_is(token_lower(f, at - 1), "asal")) &&
	    token_facts(f, at) & FACT_GIVEN && scene->title_end != at &&
	    (!(token_facts(f, next) & (FACT_MAP | FACT_MAP_UPPER | FACT_COMMON)) ||
	     (token_facts(f, next) & FACT_GIVEN && !(token_facts(f, next) & FACT_MAP))))
		return false;
	/* Wamendagri Bima Arya: no town, behind an office of the nation */
	if (map->count == 1 && scene->title_end == at && scene->post == POST_NATION &&
	    sulih_table_has(&sulih_list_regencies, tokens_text(f, at, next)) &&
	    map->kind == SULIH_KIND_PLACE &&
	    token_facts(f, at) & token_facts(f, next) & FACT_GIVEN &&
	    !(token_facts(f, next) & (FACT_MAP | FACT_MAP_UPPER)))
		return false;
	/* Rektor Universitas Udayana | Oscar Wambrauw: behind a title no prize */
	if (map->count == 1 && token_facts(f, at) & FACT_GIVEN && scene->title_end == at &&
	    map->kind == SULIH_KIND_EVENT &&
	    !(token_facts(f, next) & (FACT_MAP | FACT_MAP_UPPER | FACT_COMMON)))
		return false;
	/* Afrika Bersatu, Amerika Barat: the place is part of a wider name. */
	if (map->kind == SULIH_KIND_PLACE && token_facts(f, next) & FACT_COMMON &&
	    !(token_facts(f, next) & (FACT_TITLE | FACT_HEAD | FACT_GIVEN | FACT_MAP)) &&
	    !(token_at(f, next)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED)))
		return false;
	if (!same || scene->title_end == at)
		return true;
	if (token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_CALENDAR))
		return true;
	if (match_title(f, next, scene->end, &title) || match_map(f, next, scene->end, &other))
		return true;
	return map->kind == SULIH_KIND_ORGANIZATION;
}

/* Gaza tengah is central Gaza, but "Indonesia tengah menghadapi" is in the midst of it. */
static bool is_progressive(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_LOWER &&
	       sulih_view_is(token_lower(f, at), "tengah") && at + 1 < scene->end &&
	       token_at(f, at + 1)->kind == TOKEN_WORD && !(token_facts(f, at + 1) & FACT_GRAMMAR);
}

/* "selatan", "barat laut" at `at`, written small: how many tokens, and the English before a name.
 */
static uint32_t small_compass(const struct name_finder *f, uint32_t at, uint32_t end,
			      struct sulih_view *english)
{
	struct sulih_row row;
	uint32_t count = 0;

	if (at >= end || token_at(f, at)->shape != SHAPE_LOWER)
		return 0;
	if (at + 1 < end && token_at(f, at + 1)->shape == SHAPE_LOWER)
		count = compass_tail(f, at, at + 2, &row) == 2 ? 2 : 0;
	if (count == 0)
		count = compass_tail(f, at, at + 1, &row);
	*english = count ? sulih_row_column(&row, 2) : SULIH_VIEW("");
	return english->length ? count : 0;
}

/* The place up to `end` with its compass word in English before it. */
static uint32_t take_part(struct name_finder *f, struct name_scene *scene, struct name_found found,
			  uint32_t end, struct sulih_view word)
{
	found.target = NAME_JOIN(f, word, SULIH_VIEW(" "), found.target);
	found.ruling = SULIH_MAP;
	found.why = "compass";
	found.end = end;
	return name_take(f, scene, found);
}

/*
 * wilayah barat Sudan, bagian utara Jepang → western Sudan, northern Japan: the compass word at
 * `at` between a word for a part and a listed place.
 */
uint32_t parse_part(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	static const char *const parts[] = { "wilayah", "bagian", "kawasan", "daerah" };
	struct name_found found = { .at = at - 1, .kind = SULIH_KIND_PLACE };
	struct name_match map;
	struct sulih_view word;
	uint32_t count, place;

	if (at == scene->start || !token_is_apart(f, at) ||
	    token_at(f, at - 1)->shape != SHAPE_LOWER ||
	    !SULIH_VIEW_IS_ONE_OF(token_lower(f, at - 1), parts))
		return at;
	count = small_compass(f, at, scene->end, &word);
	place = at + count;
	if (count == 0 || place >= scene->end || !token_is_capital(f, place) ||
	    !match_map(f, place, scene->end, &map) || map.kind != SULIH_KIND_PLACE ||
	    !context_allows(f, scene, place, place + map.count, map.note))
		return at;
	/* wilayah barat laut Azerbaijan Barat: the place has a compass word of its own */
	if (place + map.count < scene->end && token_is_apart(f, place + map.count) &&
	    token_facts(f, place + map.count) & FACT_COMPASS)
		return at;
	found.target = map.target.length ? map.target : tokens_text(f, place, place + map.count);
	found.row = map.row;
	return take_part(f, scene, found, place + map.count, word);
}

/* Gaza selatan → southern Gaza: a compass word written small behind a listed place. */
static uint32_t take_region(struct name_finder *f, struct name_scene *scene,
			    struct name_found found)
{
	struct sulih_row row;
	struct sulih_view word;
	uint32_t count;

	if (found.kind != SULIH_KIND_PLACE || found.end >= scene->end ||
	    !token_is_apart(f, found.end))
		return name_take(f, scene, found);
	/* Sumatra bagian selatan → southern Sumatra */
	if (sulih_view_is(token_lower(f, found.end), "bagian") &&
	    (count = small_compass(f, found.end + 1, scene->end, &word)) > 0)
		return take_part(f, scene, found, found.end + 1 + count, word);
	if (compass_tail(f, found.end, found.end + 1, &row) != 1)
		return name_take(f, scene, found);
	if (is_progressive(f, scene, found.end))
		return name_take(f, scene, found);
	/* Cempaka Putih Timur → East Cempaka Putih */
	word = sulih_row_column(&row, token_at(f, found.end)->shape == SHAPE_LOWER ? 2 : 1);
	if (word.length == 0)
		return name_take(f, scene, found);
	return take_part(f, scene, found, found.end + 1, word);
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
	if (map.count > 1 && is_progressive(f, scene, at + map.count - 1) &&
	    !match_map(f, at, at + map.count - 1, &map))
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
	found.why = "list";
	found.row = map.row;
	add_parentage(f, scene, &found);
	found.end = behind_said_owner(f, &found, scene->end);
	return take_region(f, scene, found);
}
