/* Ministries, governments, boards of parties: a head word, its field and its owner. */
#include "pipeline/protect/names/heads.h"

#include "lists.h"

/* Bali, Kabupaten Sikka: the place that an agency belongs to. */
static bool match_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
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

/* Ministries and agencies: the field by its list, then a country or region. */
uint32_t take_field(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct sulih_view english = { "", 0 };
	struct name_match owner = { 0 };
	uint32_t count = match_field(f, head->rest, scene->end, &english), after;
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");

	/* kementerian Rusia: whichever it is, the country's */
	if (count == 0 && !head->capital &&
	    sulih_view_is(token_lower(f, head->at), "kementerian") &&
	    match_map(f, head->rest, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE &&
	    sulih_table_has(&sulih_list_adjectives, owner.target)) {
		found.end = head->rest + owner.count;
		found.ruling = SULIH_MAP;
		found.why = "institution";
		found.target = compose_owned(f, owner.target, SULIH_VIEW("ministry"), true);
		return name_take(f, scene, found);
	}
	if (!head->capital && (count == 0 || head->rest + count >= scene->end ||
			       !match_map(f, head->rest + count, scene->end, &owner)))
		return head->at;
	if (count == 0) {
		if (is_free_case(f, head->rest))
			return head->at;
		found.end = all_common(f, head->rest, head->end)
				    ? descriptive_end(f, head->end, scene->end)
				    : head->end;
		return name_take(f, scene, found);
	}
	after = head->rest + count;
	/* Departemen Imigrasi | dan Kewarganegaraan: a field that the list has not. */
	if (after + 1 < scene->end && sulih_view_is(token_lower(f, after), "dan") &&
	    token_is_capital(f, after + 1) && is_common(f, after + 1) &&
	    !(token_facts(f, after + 1) & (FACT_HEAD | FACT_TITLE))) {
		found.end = descriptive_end(f, after, scene->end);
		return name_take(f, scene, found);
	}
	found.end = after;
	found.ruling = SULIH_MAP;
	found.why = "institution";
	found.target = compose_pattern(f, head->pattern, english);
	if (match_owner(f, scene, after, &owner)) {
		found.end = after + owner.count;
		found.target =
			compose_owned(f, owner.target, found.target, head->pattern.data[0] == '{');
	}
	return name_take(f, scene, found);
}

/* pemerintah Suriah → Syrian government; only of countries and regions. */
uint32_t take_nation(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct sulih_view age = { "", 0 }, country;
	struct name_match owner;
	struct sulih_row row;
	uint32_t count = match_age_group(f, head->rest, scene->end, &age);

	/* Timnas U-23 */
	if (count && sulih_view_ends(head->pattern, SULIH_VIEW("national team"))) {
		found.end = head->rest + count;
		found.target = compose_pattern(f, head->pattern, age);
		return name_take(f, scene, found);
	}
	if (!match_map(f, head->rest, scene->end, &owner) || owner.kind != SULIH_KIND_PLACE ||
	    !context_allows(f, scene, head->rest, head->rest + owner.count, owner.note))
		return head->at;
	found.end = head->rest + owner.count;
	row = sulih_table_find(&sulih_list_adjectives, owner.target);
	/* The region of a country is its territory, which MT knows better. */
	if (row.listed && sulih_view_is(head->class, "region"))
		return head->at;
	country = row.listed ? sulih_row_column(&row, 1) : owner.target;
	/* Timnas Indonesia U-17 → Indonesian U-17 national team */
	if (sulih_view_ends(head->pattern, SULIH_VIEW("national team")) &&
	    (count = match_age_group(f, found.end, scene->end, &age)) != 0) {
		found.end += count;
		country = NAME_JOIN(f, country, SULIH_VIEW(" "), age);
	}
	found.target = compose_pattern(f, head->pattern, country);
	return name_take(f, scene, found);
}

/* DPP Partai Golkar → Golkar Party central executive board; what follows is another name. */
uint32_t take_board(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct head_parse party;
	struct name_match map;
	struct sulih_view owner;

	if (match_map(f, head->rest, scene->end, &map) && map.kind == SULIH_KIND_ORGANIZATION) {
		owner = map.target;
		found.end = head->rest + map.count;
	} else if (read_head(f, scene, head->rest, &party) && party.rest < party.end) {
		found.end = party.rest + 1;
		owner = compose_pattern(f, party.pattern, compose_name(f, party.rest, found.end));
	} else {
		return head->at;
	}
	/* the bracket belongs to the party */
	if (found.end < scene->end && is_mark(f, found.end, '('))
		return head->at;
	found.target = compose_pattern(f, head->pattern, owner);
	return name_take(f, scene, found);
}
