/* Persons by how their names are written and joined: none of the words is in a list. */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

/* Aktris X dan Y Z: what is joined to a person is one. */
static bool is_joined_to_person(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end)
{
	const uint32_t known = FACT_GIVEN | FACT_COMMON | FACT_LISTED;

	/* Sherina Munaf dan Baskara Mahendra */
	if (end >= at + 2 && end + 1 < scene->end && sulih_view_is(token_lower(f, end), "dan") &&
	    token_is_capital(f, end + 1) && (token_facts(f, end + 1) & known) == FACT_GIVEN)
		return true;
	if (end < at + 2 || at < scene->start + 2 || scene->person_end == NAMES_NONE)
		return false;
	if (scene->person_end != at - 1 &&
	    !(scene->person_end == at - 2 && is_mark(f, at - 2, ',')))
		return false;
	/* Anwar Usman, Saldi Isra, dan …: amid a list that persons begin */
	return is_mark(f, at - 1, '/') || token_is_cue(f, at - 1, "beside") ||
	       (is_mark(f, at - 1, ',') && end + 1 < scene->end &&
		!(token_facts(f, at) & FACT_COMMON) && !(token_facts(f, end - 1) & FACT_ORG) &&
		(is_mark(f, end, ',') || token_is_cue(f, end, "and")) &&
		(token_is_capital(f, end + 1) || token_is_cue(f, end + 1, "and")));
}

/* An Se-young: a Korean name in its usual form */
static bool is_korean_name(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end == at + 4 && is_mark(f, at + 2, '-') &&
	       token_at(f, at + 3)->shape == SHAPE_LOWER &&
	       token_at(f, at)->shape == SHAPE_CAPITAL &&
	       token_at(f, at + 1)->shape == SHAPE_CAPITAL && token_length(f, at) <= 6;
}

/* Ahok: Saya Tidak Tahu Soal Itu */
static bool is_headline_speaker(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end)
{
	return at == scene->start && end < scene->end && is_mark(f, end, ':') &&
	       token_at(f, at)->shape == SHAPE_CAPITAL && token_at(f, at)->flags & TOKEN_TITLECASE;
}

/* S. Sudjojono, W.S. Rendra: initials before a word that no list has */
static bool has_initial(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end > at + 2 && is_mark(f, at + 1, '.') && !token_is_apart(f, at + 1) &&
	       token_at(f, at)->shape == SHAPE_UPPER &&
	       (token_length(f, at) == 1 || token_at(f, at)->flags & TOKEN_DOTTED) &&
	       token_at(f, end - 1)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, end - 1) & (FACT_COMMON | FACT_ORG | FACT_MAP));
}

bool is_written_like_person(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end)
{
	return is_korean_name(f, at, end) || has_initial(f, at, end) ||
	       is_headline_speaker(f, scene, at, end) || is_joined_to_person(f, scene, at, end);
}

/* Suciwati, Marlan Wirdiyono: no list has the name, but its last word ends as persons' do. */
bool ends_like_person(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end <= at + 3 && token_at(f, end - 1)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, end - 1) & (FACT_COMMON | FACT_ORG | FACT_MAP)) &&
	       !(token_facts(f, at) & FACT_COMMON) &&
	       word_ends_like(token_lower(f, end - 1), "person");
}
