/* Branches of listed bodies in regions: MUI Jawa Timur, DJP Jateng II. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"
#include "pipeline/protect/names/listed/listed.h"

/* Direktur BI Halim | Alamsyah: a person behind an office, though a town is called so. */
static bool begins_officer(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			   uint32_t place, uint32_t next)
{
	return scene->title_end == at && scene->title == TITLE_OFFICE && next == place + 1 &&
	       next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	       token_facts(f, place) & token_facts(f, next) & FACT_GIVEN &&
	       !(token_facts(f, next) & FACT_COMMON);
}

/* Majelis Ulama Indonesia (MUI) | Jawa Barat: the English of the body with its short form, and the
 * token behind it; false: no short form of its own stands there. */
static bool take_short_form(struct name_finder *f, const struct name_scene *scene,
			    const struct name_found *found, struct name_found *body)
{
	*body = *found;
	if (!is_mark(f, found->end, '('))
		return true;
	/* MUI (MUI) Jawa Barat: said twice */
	if (found->end + 3 < scene->end &&
	    token_at(f, found->end + 1)->word == token_at(f, found->at)->word &&
	    found->end == found->at + 1 && is_mark(f, found->end + 2, ')')) {
		body->end = found->end + 3;
		return true;
	}
	name_introduce(f, body, scene->end);
	return body->end > found->end;
}

/* BRI Cabang Kendal, PMI Kantor Cabang Solo: the token behind the word for a branch, or `at`. */
static uint32_t behind_branch_word(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at;

	if (next + 1 < end && token_is_capital(f, next) && token_is_apart(f, next) &&
	    sulih_view_is(token_lower(f, next), "kantor"))
		next++;
	return next + 1 < end && token_at(f, next)->shape == SHAPE_CAPITAL &&
			       token_is_apart(f, next) &&
			       sulih_view_is(token_lower(f, next), "cabang")
		       ? next + 1
		       : at;
}

/* What the branch of a firm is called of whose branches the list says nothing; else empty. */
static struct sulih_view branch_word(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return behind_branch_word(f, at, end) != at ? SULIH_VIEW("branch") : SULIH_VIEW("");
}

bool take_branch(struct name_finder *f, const struct name_scene *scene, struct name_found *found,
		 struct sulih_view note)
{
	struct sulih_view word = note_part(note, SULIH_VIEW("branch:"));
	uint32_t place;
	struct name_found body;
	struct name_match owner;
	/* of the National Land Agency, but of Golkar, of Bank Indonesia, also where it stands as BI
	 */
	bool spelled = found->ruling == SULIH_MAP &&
		       memchr(found->target.data, ' ', found->target.length) != NULL &&
		       !sulih_table_has(&sulih_list_institutions, found->target);

	if (word.length == 0)
		word = branch_word(f, found->end, scene->end);
	if (word.length == 0 || found->end >= scene->end ||
	    !take_short_form(f, scene, found, &body))
		return false;
	place = behind_branch_word(f, body.end, scene->end);
	/* Ombudsman Perwakilan Sumatera Barat */
	if (place + 1 < scene->end && token_is_capital(f, place) &&
	    sulih_view_is(token_lower(f, place), "perwakilan"))
		place++;
	if (!match_numbered_owner(f, scene, place, &owner) ||
	    sulih_table_has(&sulih_list_adjectives, owner.target) || is_mark(f, place, '(') ||
	    begins_officer(f, scene, found->at, place, place + owner.count))
		return false;
	found->target =
		NAME_JOIN(f, owner.target, SULIH_VIEW(" "), word,
			  spelled ? SULIH_VIEW(" of the ") : SULIH_VIEW(" of "), body.target);
	found->ruling = SULIH_MAP;
	found->end = place + owner.count;
	return true;
}

/* Komite Kehakiman Senat | AS → US Senate Judiciary Committee: a body or feast of which more than
 * one country has one, so the list says, and the country whose it is. */
bool take_nation_of(struct name_finder *f, const struct name_scene *scene, struct name_found *found,
		    struct sulih_view note)
{
	uint32_t at = found->end;
	struct name_match owner;

	if (!sulih_view_has_part(note, ',', SULIH_VIEW("nation")) || at >= scene->end ||
	    !token_is_apart(f, at) || !token_is_capital(f, at) ||
	    !match_map(f, at, scene->end, &owner) || !is_country(&owner) ||
	    !context_allows(f, scene, at, at + owner.count, owner.note))
		return false;
	found->target =
		NAME_JOIN(f, country_adjective(owner.target), SULIH_VIEW(" "), found->target);
	found->ruling = SULIH_MAP;
	found->end = at + owner.count;
	return true;
}

/* of the Finance Ministry, but of Bank Indonesia, of Gadjah Mada University, of PLN */
static struct sulih_view of_parent(const struct name_match *parent)
{
	static const char *const proper[] = { " University", " Indonesia", " Bank" };

	return parent->ruling == SULIH_MAP && !SULIH_VIEW_ENDS_WITH_ONE_OF(parent->target, proper)
		       ? SULIH_VIEW(" of the ")
		       : SULIH_VIEW(" of ");
}

/* National Police Corruption Eradication Corps, National Police Criminal Investigation Department:
 * the English of one says whose the other is. */
static bool begins_alike(struct sulih_view part, struct sulih_view parent)
{
	enum { ENOUGH = 10 };

	return parent.length == 0 || sulih_view_holds(part, parent) ||
	       (parent.length > ENOUGH &&
		sulih_view_starts(part, sulih_view_slice(parent, 0, ENOUGH)));
}

/*
 * Ditjen Pajak | Kementerian Keuangan, Badan Geologi | Kementerian ESDM, Departemen Komunikasi |
 * BI: a part of a ministry and the ministry side by side want an "of" that no engine sees.
 */
void take_parent(struct name_finder *f, const struct name_scene *scene, struct name_found *found)
{
	struct name_found parent = { .at = found->end,
				     .kind = SULIH_KIND_ORGANIZATION,
				     .ruling = SULIH_MAP,
				     .why = "list" };
	struct name_match map;

	if (found->kind != SULIH_KIND_ORGANIZATION || found->ruling != SULIH_MAP ||
	    found->end >= scene->end || !token_is_apart(f, found->end) ||
	    !token_is_capital(f, found->end) || !token_is_cue(f, found->at, "parted") ||
	    !match_map(f, found->end, scene->end, &map) || map.kind != SULIH_KIND_ORGANIZATION ||
	    sulih_view_has_part(map.note, ',', SULIH_VIEW("senses")) ||
	    !context_allows(f, scene, found->end, found->end + map.count, map.note) ||
	    begins_alike(found->target, map.target))
		return;
	parent.end = found->end + map.count;
	parent.target = map.target;
	name_introduce(f, &parent, scene->end);
	found->target = NAME_JOIN(f, found->target, of_parent(&map), parent.target);
	found->end = parent.end;
}

/* Kadis PUPR | Sumut → North Sumatra Public Works and Housing: the field of an agency and its
 * place, behind the office of who leads it. */
void take_field_place(struct name_finder *f, const struct name_scene *scene,
		      struct name_found *found, struct sulih_view note)
{
	struct sulih_view field = note_part(note, SULIH_VIEW("office:"));
	struct name_match owner;

	if (field.length == 0 || !sulih_view_equal(found->target, field) ||
	    !match_owner(f, scene, found->end, &owner))
		return;
	found->target = compose_owned(f, owner.target, found->target, true);
	found->end += owner.count;
}
