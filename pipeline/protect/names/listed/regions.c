/* A listed place with a compass word written small: Gaza selatan, Sumatra bagian selatan, wilayah
 * barat Sudan. */
#include "pipeline/protect/names/listed/listed.h"

#include "lists.h"

bool is_progressive(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
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

bool begins_two_compass_words(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at)
{
	struct sulih_view english;

	return token_facts(f, at) & FACT_COMPASS && small_compass(f, at, scene->end, &english) == 2;
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
	struct name_found found = { .at = at - 1, .kind = SULIH_KIND_PLACE };
	struct name_match map;
	struct sulih_view word;
	uint32_t count, place;

	if (at == scene->start || !token_is_apart(f, at) ||
	    token_at(f, at - 1)->shape != SHAPE_LOWER || !token_is_cue(f, at - 1, "part"))
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

/* Samudra Hindia selatan Jawa, Samudra Hindia barat daya Bengkulu: south of Java, no southern part
 * of the ocean; the compass words are [at, behind). */
static bool lies_beside(struct name_finder *f, uint32_t at, uint32_t behind, uint32_t end)
{
	struct name_match map;

	return behind > at && behind < end && token_is_capital(f, behind) &&
	       match_map(f, behind, end, &map) && map.kind == SULIH_KIND_PLACE;
}

/* Kapolres Blitar | Kota AKBP Titus → Blitar City: the police of the town, beside which its
 * regency has one of its own. */
static bool is_policed_town(const struct name_finder *f, const struct name_scene *scene,
			    const struct name_found *found)
{
	static const char *const offices[] = { "kapol", "wakapol", "kasat", "kanit" };

	return scene->title_end == found->at && scene->title == TITLE_OFFICE &&
	       SULIH_VIEW_STARTS_WITH_ONE_OF(token_lower(f, scene->title_start), offices) &&
	       sulih_view_is(token_lower(f, found->end), "kota") &&
	       token_at(f, found->end)->shape == SHAPE_CAPITAL &&
	       (found->row.table == &sulih_list_regencies ||
		found->row.table == &sulih_list_provinces);
}

/* Pati Raya → Greater Pati: a town with what lies around it; but Bogor Raya Residence. */
static bool is_greater(const struct name_finder *f, const struct name_scene *scene,
		       const struct name_found *found)
{
	uint32_t next = found->end + 1;

	return found->row.table == &sulih_list_regencies &&
	       sulih_view_is(token_lower(f, found->end), "raya") &&
	       token_at(f, found->end)->shape == SHAPE_CAPITAL && !is_free_case(f, found->end) &&
	       !(next < scene->end && token_is_apart(f, next) && token_is_capital(f, next));
}

uint32_t take_region(struct name_finder *f, struct name_scene *scene, struct name_found found)
{
	struct sulih_row row;
	struct sulih_view word;
	uint32_t count;

	if (found.kind != SULIH_KIND_PLACE || found.end >= scene->end ||
	    !token_is_apart(f, found.end))
		return name_take(f, scene, found);
	if (is_policed_town(f, scene, &found)) {
		found.target = NAME_JOIN(f, found.target, SULIH_VIEW(" City"));
		found.ruling = SULIH_MAP;
		found.end++;
		return name_take(f, scene, found);
	}
	/* Sumatra bagian selatan → southern Sumatra */
	if (sulih_view_is(token_lower(f, found.end), "bagian") &&
	    (count = small_compass(f, found.end + 1, scene->end, &word)) > 0)
		return take_part(f, scene, found, found.end + 1 + count, word);
	if (is_greater(f, scene, &found))
		return take_part(f, scene, found, found.end + 1, SULIH_VIEW("Greater"));
	count = small_compass(f, found.end, scene->end, &word);
	if (lies_beside(f, found.end, found.end + count, scene->end))
		return name_take(f, scene, found);
	if (count > 1)
		return take_part(f, scene, found, found.end + count, word);
	if (compass_tail(f, found.end, found.end + 1, &row) != 1 ||
	    is_progressive(f, scene, found.end))
		return name_take(f, scene, found);
	/* Cempaka Putih Timur → East Cempaka Putih; but Lebanon Selatan → southern Lebanon: a
	 * country that is called so stands in the list */
	word = sulih_row_column(
		&row, token_at(f, found.end)->shape == SHAPE_LOWER ||
				      sulih_table_has(&sulih_list_adjectives, found.target)
			      ? 2
			      : 1);
	if (word.length == 0)
		return name_take(f, scene, found);
	return take_part(f, scene, found, found.end + 1, word);
}
