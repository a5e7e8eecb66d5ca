/* Governments, offices, laws, boards of parties: a head word and its owner. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

/* Bali, Kabupaten Sikka: the place that an agency belongs to. */
bool match_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 struct name_match *owner)
{
	struct head_parse region;

	uint32_t first = at;

	if (at >= scene->end || !token_is_apart(f, at))
		return false;
	/* Dinas Kesehatan (Dinkes) Kota Bandung */
	at = behind_short_form(f, at, scene->end);
	if (match_map(f, at, scene->end, owner)) {
		owner->count += at - first;
		return owner->kind == SULIH_KIND_PLACE;
	}
	if (!begins_region(f, at, scene->end) || !token_is_capital(f, at) ||
	    !read_head(f, scene, at, &region))
		return false;
	/* Kabupaten Sikka | Petrus Herlemus */
	if (match_map(f, region.rest, region.end, owner) && owner->kind == SULIH_KIND_PLACE)
		region.end = region.rest + owner->count;
	owner->count = region.end - first;
	owner->kind = region.kind;
	owner->target =
		compose_pattern(f, region.pattern, compose_name(f, region.rest, region.end));
	return true;
}

/* DJP Jawa Timur I: the place with the number of the office there. */
bool match_numbered_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  struct name_match *owner)
{
	uint32_t end;

	if (!match_owner(f, scene, at, owner))
		return false;
	end = at + owner->count;
	if (end < scene->end && token_is_apart(f, end) && token_at(f, end)->shape == SHAPE_UPPER &&
	    token_facts(f, end) & FACT_ROMAN && !begins_balinese(f, end, scene->end)) {
		owner->target = NAME_JOIN(f, owner->target, SULIH_VIEW(" "),
					  token_text(f, token_at(f, end)));
		owner->count++;
	}
	return true;
}

/* Universitas Airlangga | Gigih Prihantono: a listed body of several words, behind which no place
 * goes on its name. */
static bool ends_listed(const struct name_finder *f, uint32_t end, const struct name_match *listed)
{
	return listed->count > 1 && listed->kind == SULIH_KIND_ORGANIZATION &&
	       !(token_facts(f, end) & (FACT_LISTED | FACT_COMPASS | FACT_ROMAN));
}

bool match_whole(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t depth,
		 struct name_match *whole)
{
	uint32_t first = at;
	struct head_parse head;

	if (at >= scene->end || !token_is_apart(f, at))
		return false;
	at = behind_short_form(f, at, scene->end);
	if (!token_is_capital(f, at))
		return false;
	if (depth > 0 && token_facts(f, at) & FACT_HEAD && read_head(f, scene, at, &head) &&
	    sulih_view_is(head.class, "part") &&
	    match_whole(f, scene, head.rest, depth - 1, whole)) {
		whole->count += head.rest - first;
		whole->target = compose_pattern(f, head.pattern, whole->target);
		return true;
	}
	if (token_facts(f, at) & FACT_HEAD && read_head(f, scene, at, &head) &&
	    head.kind == SULIH_KIND_ORGANIZATION && !sulih_view_is(head.class, "body") &&
	    sulih_view_starts(head.pattern, SULIH_VIEW("{}")) &&
	    !(match_map(f, at, scene->end, whole) &&
	      (at + whole->count >= head.end || ends_listed(f, at + whole->count, whole)))) {
		whole->count = head.end - first;
		whole->target = compose_head(f, &head);
		return true;
	}
	if (!match_map(f, at, scene->end, whole) || whole->kind != SULIH_KIND_ORGANIZATION)
		return false;
	if (whole->target.length == 0)
		whole->target = tokens_text(f, at, at + whole->count);
	whole->count += at - first;
	return true;
}

/* Satreskrim Polres X → X Police criminal investigation unit: a part, which needs its whole. */
uint32_t take_part_of(struct name_finder *f, struct name_scene *scene,
		      const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct name_match whole;

	if (!match_whole(f, scene, head->rest, PARTS_DEEP, &whole))
		return head->at;
	found.end = head->rest + whole.count;
	found.target = compose_pattern(f, head->pattern, whole.target);
	return name_take(f, scene, found);
}

/* UU Deforestasi | Uni Eropa: where the words of a topic end, before a listed name. */
static uint32_t topic_end(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	for (uint32_t i = at + 1; i < end; i++)
		if (token_is_capital(f, i) && match_map(f, i, f->to, &map))
			return i;
	return end;
}

/* UU Perlindungan Konsumen → Consumer Protection Law, RUU Penyiaran → broadcasting bill; what
 * the list has not is left to the other rules. */
uint32_t take_law(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct sulih_row row;
	uint32_t count = match_words(f, &sulih_list_law_topics, head->rest, scene->end, &row);
	bool bill = sulih_view_ends(head->pattern, SULIH_VIEW("bill"));
	static const char *const whole[] = { "Code", "Constitution" };

	/* UU Bela Negara Papua: a topic that the list has not is no name to be copied */
	if (count == 0 && is_only_common(token_facts(f, head->rest)) &&
	    !is_free_case(f, head->rest) && token_at(f, head->rest)->shape == SHAPE_CAPITAL &&
	    head->end > head->rest + 1) {
		found.end = topic_end(f, head->rest, head->end);
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		return name_take(f, scene, found);
	}
	if (count == 0)
		return head->at;
	found.end = head->rest + count;
	found.target = sulih_row_column(&row, bill ? 2 : 1);
	/* UU KUHAP, Undang-Undang Dasar: English calls them by no other word */
	if (bill || !SULIH_VIEW_ENDS_WITH_ONE_OF(found.target, whole))
		found.target = compose_pattern(f, head->pattern, found.target);
	return name_take(f, scene, found);
}

/* Kanwil Kemenkum Bali → Bali regional office of the Law Ministry */
uint32_t take_office(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct name_match body, owner;

	if (!match_map(f, head->rest, scene->end, &body) || body.kind != SULIH_KIND_ORGANIZATION ||
	    !match_numbered_owner(f, scene, head->rest + body.count, &owner))
		return head->at;
	found.end = head->rest + body.count + owner.count;
	found.target = NAME_JOIN(f, compose_pattern(f, head->pattern, owner.target),
				 SULIH_VIEW(" of the "), body.target);
	return name_take(f, scene, found);
}

/* Timnas U-23, Timnas U-17 Indonesia: the age group stands behind the head word, `count` tokens. */
static uint32_t take_youth_team(struct name_finder *f, struct name_scene *scene,
				const struct head_parse *head, uint32_t count,
				struct sulih_view age)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct name_match owner;

	found.end = head->rest + count;
	if (match_map(f, found.end, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE) {
		found.end += owner.count;
		age = compose_owned(f, owner.target, age, true);
	}
	found.target = compose_pattern(f, head->pattern, age);
	return name_take(f, scene, found);
}

/* The place behind a head word that only countries have is none of which it may be. */
static bool is_no_nation(struct name_finder *f, const struct name_scene *scene,
			 const struct head_parse *head, const struct name_match *owner)
{
	struct name_match listed;

	/* Mahkamah Konstitusi | Jakarta: where the court is; only a country has one of its own */
	return sulih_view_is(head->class, "country") &&
	       (owner->row.table == &sulih_list_provinces ||
		owner->row.table == &sulih_list_regencies ||
		/* Kementerian Dalam Negeri RI: the list has Indonesia's own */
		(is_indonesia(owner->target) && match_map(f, head->at, scene->end, &listed)));
}

/* pemerintah Suriah → Syrian government; only of countries and regions. */
uint32_t take_nation(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct sulih_view age = { "", 0 }, country;
	struct name_match owner;
	struct sulih_row row;
	uint32_t count = match_age_group(f, head->rest, scene->end, &age);

	/* Palang Merah Indonesia (PMI) | Kota Solo: a listed body that has branches */
	if (match_map(f, head->at, scene->end, &owner) && head->at + owner.count > head->rest &&
	    note_part(owner.note, SULIH_VIEW("branch:")).length > 0)
		return head->at;
	if (count && sulih_view_ends(head->pattern, SULIH_VIEW("national team")))
		return take_youth_team(f, scene, head, count, age);
	if (!match_map(f, head->rest, scene->end, &owner) || owner.kind != SULIH_KIND_PLACE ||
	    /* Perairan Buru, also in a headline: waters hunt nobody */
	    (head->kind != SULIH_KIND_PLACE &&
	     !context_allows(f, scene, head->rest, head->rest + owner.count, owner.note)))
		return head->at;
	if (is_no_nation(f, scene, head, &owner))
		return head->at;
	found.end = head->rest + owner.count;
	row = sulih_table_find(&sulih_list_adjectives, owner.target);
	/* The region of a country is its territory, which MT knows better. */
	if (row.listed && sulih_view_is(head->class, "region"))
		return head->at;
	country = row.listed ? sulih_row_column(&row, 1) : owner.target;
	/* wilayah Arizona: English says no more than the name of a place abroad */
	if (sulih_view_is(head->pattern, "{} region") && owner.row.table == &sulih_list_exonyms) {
		found.target = country.length ? country : tokens_text(f, head->rest, found.end);
		return name_take(f, scene, found);
	}
	/* Timnas Indonesia U-17 → Indonesian U-17 national team */
	if (sulih_view_ends(head->pattern, SULIH_VIEW("national team")) &&
	    (count = match_age_group(f, found.end, scene->end, &age)) != 0) {
		found.end += count;
		country = NAME_JOIN(f, country, SULIH_VIEW(" "), age);
	}
	found.target = compose_pattern(f, head->pattern, country);
	return name_take(f, scene, found);
}

/* The party or body whose board it is, behind the head word: its English, and in *end where it
 * ends; empty: there is none.  *map gets what the lists have there. */
static struct sulih_view board_owner(struct name_finder *f, struct name_scene *scene,
				     const struct head_parse *head, struct name_match *map,
				     uint32_t *end)
{
	struct head_parse party = { 0 };
	struct name_found own;

	if (match_map(f, head->rest, scene->end, map) && map->kind == SULIH_KIND_ORGANIZATION) {
		*end = head->rest + map->count;
		/* DPC PBB: the party, not the UN */
		return map->count == 1 && sense_is_other(f, scene, head->rest)
			       ? tokens_text(f, head->rest, head->rest + 1)
			       : map->target;
	}
	if (read_head(f, scene, head->rest, &party) && compose_described(f, scene, &party, &own)) {
		*end = own.end;
		return own.target;
	}
	if (party.rest < party.end && party.at == head->rest) {
		*end = party.rest + 1;
		return compose_pattern(f, party.pattern, compose_name(f, party.rest, *end));
	}
	*end = head->rest;
	if (map->count == 0 && is_lettered_body(f, head->rest, scene->end))
		*end = head->rest + 1;
	return tokens_text(f, head->rest, *end);
}

/* DPP Partai Golkar → Golkar Party central executive board; what follows is another name. */
uint32_t take_board(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word"), own = found;
	struct name_match map;

	own.at = head->rest;
	own.target = board_owner(f, scene, head, &map, &own.end);
	if (own.end == head->rest) {
		/* DPD Jateng, in an article about a party: its board there; a central one is of no
		 * place (Dinas Damkar dan PB DKI Jakarta) */
		if (map.count == 0 || map.kind != SULIH_KIND_PLACE ||
		    sulih_view_holds(head->pattern, SULIH_VIEW("entral ")))
			return head->at;
		found.end = head->rest + map.count;
		found.target =
			compose_pattern(f, head->pattern, compose_name(f, head->rest, found.end));
		return name_take(f, scene, found);
	}
	/* DPP PDI Perjuangan (PDIP): the bracket belongs to the party; but DPW Partai Persatuan
	 * Pembangunan (DPW PPP) */
	found.end = own.end;
	name_introduce(f, &own, scene->end);
	if (own.end == found.end && own.end < scene->end && is_mark(f, own.end, '(') &&
	    bracketed_acronym(f, own.end, scene->end))
		return head->at;
	found.end = own.end;
	found.target = compose_pattern(f, head->pattern, own.target);
	/* DPW PKS Sumatera Barat, PC PMII Kota Malang */
	if (match_owner(f, scene, found.end, &map)) {
		found.end += map.count;
		found.target = compose_owned(f, map.target, found.target, true);
	}
	return name_take(f, scene, found);
}
