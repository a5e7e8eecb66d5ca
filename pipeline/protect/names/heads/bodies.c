/* Bodies with a head word: Fraksi Partai X, Terminal 3, Lembaga Bantuan Hukum; descriptive names.
 */
#include "pipeline/protect/names/heads/heads.h"

#include "base/letter.h"
#include "lists.h"

/* Whether one of [at, end) is a plain word that no list has. */
static bool any_common(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;
	struct sulih_row row;

	if (match_map(f, at, end, &map) && map.count == end - at)
		return false;
	end -= compass_tail(f, at, end, &row);
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD &&
		    (is_only_common(token_facts(f, i)) || word_is_inflected(f, i)))
			return true;
	}
	return false;
}

/* Kepala, Brigjen: not the plain nouns that the list of titles also has (Pekerja). */
static bool begins_office(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct title_match title;

	return token_facts(f, at) & FACT_TITLE && match_title(f, at, limit, &title) &&
	       (sulih_view_is(title.kind, "office") || sulih_view_is(title.kind, "rank"));
}

/*
 * Asosiasi Sepak Bola Yordania, Badan Kehormatan Dewan Perwakilan Rakyat, Presidium
 * Penyelamat Partai Golkar: the country, body or party behind a descriptive name is part of what
 * the translator must turn round.  A ministry has its one English name everywhere.
 */
uint32_t with_owner(struct name_finder *f, uint32_t end, uint32_t limit)
{
	struct name_match map;

	if (end < limit && token_is_apart(f, end) && !begins_ministry(f, end, limit) &&
	    match_map(f, end, limit, &map) &&
	    (map.kind == SULIH_KIND_PLACE || all_common(f, end, end + map.count) ||
	     sulih_view_is(token_lower(f, end), "partai")))
		end += map.count;
	return end;
}

/* Further plain words of a descriptive name: "Himpunan Pengusaha dan Petani Muda". */
uint32_t descriptive_end(struct name_finder *f, uint32_t end, uint32_t limit)
{
	while (end + 1 < limit) {
		bool and = token_at(f, end)->shape == SHAPE_LOWER &&
			   sulih_view_is(token_lower(f, end), "dan");
		uint32_t next = end + (and? 1 : 0);

		/* Pusat Perencanaan dan Pendayagunaan SDM: built like a plain word, or one */
		if (!token_is_capital(f, next) || !token_is_apart(f, next) ||
		    !(is_only_common(token_facts(f, next)) || word_is_inflected(f, next)) ||
		    token_facts(f, next) & FACT_HEAD || begins_office(f, next, limit))
			break;
		end = next + 1;
	}
	return with_owner(f, end, limit);
}

/* PT Bandung menguatkan vonis itu: among words of the courts "PT" is Pengadilan Tinggi. */
static bool is_high_court(struct name_finder *f, const struct name_scene *scene,
			  const struct head_parse *head)
{
	struct name_match map;

	return sulih_view_is(token_lower(f, head->at), "pt") &&
	       match_map(f, head->rest, scene->end, &map) && map.kind == SULIH_KIND_PLACE &&
	       head->rest + map.count == head->end &&
	       is_spoken_of(f, reach_around(scene, head->at, head->end, NAMES_ABOUT),
			    &sulih_list_court_words, NULL);
}

/* Yonif 732/Banau as it stands, Batalyon Infanteri 112/Dharma Jaya in English. */
static struct sulih_view compose_unit(struct name_finder *f, const struct head_parse *unit)
{
	return sulih_view_is(unit->pattern, "=")
		       ? tokens_text(f, unit->at, unit->end)
		       : compose_pattern(f, unit->pattern, tokens_text(f, unit->rest, unit->end));
}

/* Terminal 3 Bandara X → X Airport Terminal 3; without its place as it stands. */
static uint32_t take_terminal(struct name_finder *f, struct name_scene *scene,
			      const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	uint32_t next = head->rest + 1;
	bool goes_on = next < scene->end && token_is_apart(f, next) && token_is_capital(f, next);
	struct head_parse place;
	struct name_match map;
	struct sulih_view owner, own;

	found.end = next;
	own = tokens_text(f, head->at, next);
	if (goes_on && match_map(f, next, scene->end, &map) && map.kind == SULIH_KIND_PLACE) {
		owner = map.target;
		found.end = next + map.count;
	} else if (goes_on && token_facts(f, next) & FACT_HEAD &&
		   read_head(f, scene, next, &place) && place.kind == SULIH_KIND_PLACE) {
		owner = compose_pattern(f, place.pattern, compose_name(f, place.rest, place.end));
		found.end = place.end;
	} else {
		found.ruling = SULIH_COPY;
		return name_take(f, scene, found);
	}
	found.target = NAME_JOIN(f, owner, SULIH_VIEW(" "), own);
	return name_take(f, scene, found);
}

/* kawasan Asia, Kawasan Asia Tenggara, kawasan ASEAN: a part of the world, no area of that name. */
static bool is_part_of_world(const struct name_finder *f, const struct head_parse *head,
			     const struct name_match *map)
{
	bool descriptor = !head->capital || token_at(f, head->at)->flags & TOKEN_FIRST;

	return descriptor && sulih_view_is(head->pattern, "{} area") &&
	       (map->kind == SULIH_KIND_ORGANIZATION ||
		sulih_table_has(&sulih_list_adjectives, map->target) ||
		!sulih_view_equal(map->target, tokens_text(f, head->rest, head->end)));
}

/* Whether a list has the whole rest. */
static bool is_listed_rest(struct name_finder *f, const struct name_scene *scene,
			   const struct head_parse *head, struct name_match *map)
{
	return match_map(f, head->rest, scene->end, map) && head->rest + map->count == head->end &&
	       context_allows(f, scene, head->rest, head->end, map->note);
}

/* kawasan Timur Tengah: a descriptor before a listed place with English of its own. */
static bool describes_place(const struct name_finder *f, const struct head_parse *head,
			    const struct name_match *map)
{
	return !head->capital && map->kind == SULIH_KIND_PLACE &&
	       !sulih_view_equal(map->target, tokens_text(f, head->rest, head->end));
}

/* A body whose name stands as it is, but for a high court. */
static uint32_t take_copied(struct name_finder *f, struct name_scene *scene,
			    const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_COPY, "head word");

	if (is_high_court(f, scene, head)) {
		found.ruling = SULIH_MAP;
		found.target = compose_pattern(f, SULIH_VIEW("{} High Court"),
					       compose_name(f, head->rest, head->end));
	}
	return name_take(f, scene, found);
}

/* Words of the rest must be translated: "Lembaga Bantuan Hukum Makassar". */
static uint32_t take_descriptive(struct name_finder *f, struct name_scene *scene,
				 const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");

	if (!compose_described(f, scene, head, &found))
		found.end = descriptive_end(f, head->end, scene->end);
	return name_take(f, scene, found);
}

/* Bodies: a proper rest is composed, a rest of plain words is left to the translator. */
uint32_t take_body(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct head_parse unit;
	struct name_match map;
	bool plain;

	if (sulih_view_is(head->pattern, "="))
		return take_copied(f, scene, head);
	if (!head->capital && match_capitalised(f, head->at, head->end, &map)) {
		found.target = map.target;
		return name_take(f, scene, found);
	}
	if (is_listed_rest(f, scene, head, &map)) {
		if (is_part_of_world(f, head, &map) || describes_place(f, head, &map))
			return head->at;
		/* Fraksi Partai Demokrat: ordinary words, but a listed body */
		if (map.ruling == SULIH_MAP && (map.kind == SULIH_KIND_ORGANIZATION ||
						/* Museum Sumpah Pemuda */
						map.kind == SULIH_KIND_EVENT)) {
			found.target = compose_pattern(f, head->pattern, map.target);
			return name_take(f, scene, found);
		}
	}
	if (head->numbered) {
		found.target = compose_head(f, head);
		return name_take(f, scene, found);
	}
	/* Karang Taruna Kabupaten Bogor */
	if (begins_region(f, head->rest, scene->end) &&
	    match_numbered_owner(f, scene, head->rest, &map) &&
	    head->rest + map.count == head->end) {
		found.target = compose_pattern(f, head->pattern, map.target);
		return name_take(f, scene, found);
	}
	/* Satgas Yonif 732/Banau */
	if (token_facts(f, head->rest) & FACT_HEAD && read_head(f, scene, head->rest, &unit) &&
	    sulih_view_is(unit.class, "unit")) {
		found.end = unit.end;
		found.target = compose_pattern(f, head->pattern, compose_unit(f, &unit));
		return name_take(f, scene, found);
	}
	/* Terminal 3, Terminal 2F */
	if (token_begins_with_digit(f, head->rest) && head->kind == SULIH_KIND_PLACE)
		return take_terminal(f, scene, head);
	plain = all_common(f, head->rest, head->end);
	if (plain && is_free_case(f, head->rest))
		return head->at;
	if (plain || any_common(f, head->rest, head->end))
		return take_descriptive(f, scene, head);
	found.target = compose_head(f, head);
	return name_take(f, scene, found);
}
