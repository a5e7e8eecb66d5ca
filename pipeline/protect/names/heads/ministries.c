/* Ministries, agencies, faculties: a head word, its fields and whose it is. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"

/* Pertanian, Kelautan dan Perikanan: more fields behind the first, each of the list, and no more of
 * them than any agency has; the token behind them, and the English of all. */
static uint32_t more_fields(struct name_finder *f, uint32_t at, uint32_t limit,
			    struct sulih_view *english)
{
	enum { MOST = 12 };

	for (unsigned more = 0; more < MOST; more++) {
		struct sulih_view field;
		uint32_t next = at, count;
		bool comma = next < limit && is_mark(f, next, ',');
		bool and;

		next += comma ? 1 : 0;
		and = next < limit && sulih_view_is(token_lower(f, next), "dan");
		next += and? 1 : 0;
		if (next == at || next >= limit || !token_is_capital(f, next))
			return at;
		count = match_field(f, next, limit, &field);
		/* a comma before the last field, or before one that more follow */
		if (count == 0 || (!and&&!(next + count < limit &&
					   (is_mark(f, next + count, ',') ||
					    sulih_view_is(token_lower(f, next + count), "dan")))))
			return at;
		*english = NAME_JOIN(f, *english, sulih_view_of(and? " and " : ", "), field);
		at = next + count;
		if (and)
			return at;
	}
	return at;
}

/* kementerian Rusia: whichever it is, the country's; that of the head word: it is none. */
static uint32_t take_some_ministry(struct name_finder *f, struct name_scene *scene,
				   const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "institution");
	struct name_match owner;

	if (!sulih_view_is(token_lower(f, head->at), "kementerian") ||
	    !match_map(f, head->rest, scene->end, &owner) || owner.kind != SULIH_KIND_PLACE ||
	    !sulih_table_has(&sulih_list_adjectives, owner.target))
		return head->at;
	found.end = head->rest + owner.count;
	found.target = compose_owned(f, owner.target, SULIH_VIEW("ministry"), true);
	return name_take(f, scene, found);
}

/* Departemen Imigrasi | dan Kewarganegaraan: behind the fields one that the list has not; its
 * "dan", or 0. */
static uint32_t unlisted_field(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	at += at < limit && is_mark(f, at, ',') ? 1 : 0;
	return at + 1 < limit && sulih_view_is(token_lower(f, at), "dan") &&
			       token_is_capital(f, at + 1) &&
			       is_only_common(token_facts(f, at + 1)) &&
			       !(token_facts(f, at + 1) & (FACT_HEAD | FACT_TITLE))
		       ? at
		       : 0;
}

/* Without a field that the list has: described, not named. */
static uint32_t take_fieldless(struct name_finder *f, struct name_scene *scene,
			       const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");

	if (!head->capital)
		return take_some_ministry(f, scene, head);
	if (is_free_case(f, head->rest))
		return head->at;
	if (all_common(f, head->rest, head->end))
		found.end = descriptive_end(f, head->end, scene->end);
	return name_take(f, scene, found);
}

bool is_indonesia(struct sulih_view place)
{
	return sulih_view_is(place, "Indonesia") || sulih_view_is(place, "Republic of Indonesia");
}

/* Whose the body is, put into its span and English; false: the list has the body as it stands. */
static bool add_field_owner(struct name_finder *f, const struct name_scene *scene,
			    const struct head_parse *head, struct name_found *found)
{
	struct name_match owner, listed;
	bool owned = false;

	/* Fakultas Teknik Universitas X → X University Faculty of Engineering */
	if (sulih_view_starts(head->pattern, SULIH_VIEW("Faculty")) &&
	    match_whole(f, scene, found->end, PARTS_DEEP, &owner)) {
		found->end += owner.count;
		found->target = compose_owned(f, owner.target, found->target, true);
	} else if ((owned = match_owner(f, scene, found->end, &owner)) &&
		   !is_indonesia(owner.target)) {
		found->end += owner.count;
		found->target =
			compose_owned(f, owner.target, found->target, head->pattern.data[0] == '{');
	} else if (match_map(f, head->at, scene->end, &listed) &&
		   head->at + listed.count == found->end && listed.target.length > 0) {
		/* Kementerian Agama RI is the Kementerian Agama that the list has */
		return false;
	} else if (owned) {
		found->end += owner.count;
		found->target =
			compose_owned(f, owner.target, found->target, head->pattern.data[0] == '{');
	} else if (head->capital && head->pattern.data[0] == '{' && found->end < scene->end &&
		   token_is_apart(f, found->end) && !begins_ministry(f, found->end, scene->end) &&
		   match_map(f, found->end, scene->end, &owner) &&
		   owner.kind == SULIH_KIND_ORGANIZATION && owner.target.length > 0 &&
		   !sulih_view_holds(owner.target, SULIH_VIEW(" of "))) {
		/* Dinas Penerangan | Angkatan Laut */
		found->end += owner.count;
		found->target = NAME_JOIN(f, owner.target, SULIH_VIEW(" "), found->target);
	}
	return true;
}

/* Ministries and agencies: the field by its list, then a country or region. */
uint32_t take_field(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "institution");
	struct sulih_view english = { "", 0 };
	struct name_match owner = { 0 };
	uint32_t count = match_field(f, head->rest, scene->end, &english), unlisted, phrase;
	struct sulih_view words;

	/* Fakultas Peternakan: what is taught there, no field of an agency */
	if (sulih_view_starts(head->pattern, SULIH_VIEW("Faculty")) &&
	    match_field(f, head->at, scene->end, &words) > head->rest - head->at) {
		count = match_field(f, head->at, scene->end, &english) - (head->rest - head->at);
	}
	phrase = match_phrase(f, head->rest, scene->end, false, &words);
	if (count == 0 && (phrase == head->rest || is_free_case(f, head->rest)))
		return take_fieldless(f, scene, head);
	if (!head->capital && (head->rest + count >= scene->end ||
			       !match_map(f, head->rest + count, scene->end, &owner)))
		return head->at;
	found.end = count ? more_fields(f, head->rest + count, scene->end, &english) : head->rest;
	/* Dinas Perdagangan, Energi dan Sumber Daya Mineral: the list of fields has a part of it */
	if (phrase > found.end) {
		found.end = phrase;
		english = words;
	}
	/* Direktorat Jenderal Pertolongan | Pertama: words that the list has not */
	if (head->capital && goes_on_in_words(f, scene, found.end) &&
	    !(match_owner(f, scene, found.end, &owner) && is_indonesia(owner.target))) {
		found.end = descriptive_end(f, found.end, scene->end);
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		return name_take(f, scene, found);
	}
	unlisted = unlisted_field(f, found.end, scene->end);
	if (unlisted) {
		found.end = descriptive_end(f, unlisted, scene->end);
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		return name_take(f, scene, found);
	}
	found.target = compose_pattern(f, head->pattern, english);
	return add_field_owner(f, scene, head, &found) ? name_take(f, scene, found) : head->at;
}
