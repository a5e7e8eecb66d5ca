/* Whether a word is a head word here, though a list has it as, or in, something else. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"
#include "pipeline/protect/names/listed/listed.h"

/* Kementerian Pertahanan | Finlandia: a listed ministry, but another country's. */
static bool owned_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end)
{
	uint32_t close = skip_short_form(f, end, scene->end);
	uint32_t next = close == end ? end : close + 1;
	struct sulih_row row;
	struct name_match owner;

	return match_head(f, at, scene->end, &row) &&
	       (sulih_view_is(sulih_row_column(&row, 3), "field") ||
		takes_nation(sulih_row_column(&row, 3))) &&
	       next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	       (begins_region(f, next, scene->end) ||
		(match_map(f, next, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE));
}

/* Sekolah Menengah Atas | Taruna Nusantara, Rumah Sakit Umum Daerah (RSUD) | Cibabat: a listed
 * noun, but here the head of a name. */
static bool begins_longer(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t count)
{
	struct name_match owner;
	struct sulih_row row;
	uint32_t head = match_head(f, at, scene->end, &row);
	struct title_match title;

	/* PT Pertamina | Patra Niaga: the list has a longer name behind the head word */
	if (head != 0 && head < count && match_map(f, at + head, scene->end, &owner) &&
	    head + owner.count > count &&
	    /* Komisi Eropa tengah menyelidiki */
	    !is_progressive(f, scene, at + head + owner.count - 1))
		return true;
	/* Operasi Zebra | Candi, Konferensi Tingkat Tinggi | G20 */
	if (head == count && count > 1 && at + count < scene->end &&
	    sulih_view_is(sulih_row_column(&row, 1), "event") && token_is_apart(f, at + count) &&
	    token_is_capital(f, at + count) &&
	    !(token_facts(f, at + count) & FACT_TITLE &&
	      match_title(f, at + count, scene->end, &title)))
		return true;
	return head >= count &&
	       (sulih_view_is(sulih_row_column(&row, 3), "numbered") ||
		sulih_view_is(sulih_row_column(&row, 3), "part") ||
		(takes_place(sulih_row_column(&row, 3)) && at + count < scene->end &&
		 token_is_apart(f, at + count) && match_map(f, at + count, scene->end, &owner) &&
		 owner.kind == SULIH_KIND_PLACE) ||
		skip_short_form(f, at + count, scene->end) != at + count ||
		(at + count < scene->end && token_is_capital(f, at + count) &&
		 begins_region(f, at + count, scene->end)));
}

/* Kementerian Perdagangan | dan Industri Singapura, Dewan Keamanan | Nasional Yaman: a listed body,
 * but another has a field more. */
static bool has_more_fields(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    uint32_t count)
{
	uint32_t next = at + count, phrase;
	struct sulih_view english;
	struct name_match owner;
	struct sulih_row row;

	if (next + 1 >= scene->end || !(token_facts(f, at) & FACT_HEAD) ||
	    !(token_is_capital(f, next) || token_is_capital(f, next + 1)))
		return false;
	/* of its first word: Kementerian | Luar Negeri dan Kerja Sama Internasional X */
	row = TOKEN_ROW(f, at, heads);
	if (!row.listed)
		return false;
	if (!sulih_view_is(sulih_row_column(&row, 3), "field"))
		return sulih_row_column(&row, 5).length > 0 && token_is_capital(f, next) &&
		       match_phrase(f, at + 1, scene->end, true, &english) > next;
	if (!is_mark(f, next, ',') && !sulih_view_is(token_lower(f, next), "dan"))
		return false;
	if (match_field(f, at + 1, scene->end, &english) > count - 1)
		return true;
	phrase = match_phrase(f, at + 1, scene->end, false, &english);
	return phrase > next && match_numbered_owner(f, scene, phrase, &owner);
}

/* Penjaga pantai Yunani: a longer head word than the title; MT Arman 114: a ship, no degree. */
bool head_is_stronger(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct title_match title;
	struct sulih_row row;
	uint32_t head;

	if (!match_title(f, at, end, &title))
		return false;
	head = match_head(f, at, end, &row);
	return head > title.count || (head && sulih_view_is(sulih_row_column(&row, 3), "ship"));
}

/* bernama Laut Simatupang: no sea, where a family name stands behind it. */
static bool is_called_person(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	return at > scene->start && at + 1 < scene->end && token_is_capital(f, at) &&
	       sulih_view_is(token_lower(f, at - 1), "bernama") && token_is_apart(f, at + 1) &&
	       token_is_capital(f, at + 1) &&
	       (token_facts(f, at + 1) & (FACT_FAMILY | FACT_COMMON | FACT_MAP)) == FACT_FAMILY;
}

/* A head word here, and not only the first word of a listed name. */
bool is_head_here(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct name_match map;

	if (is_called_person(f, scene, at))
		return false;
	return !(token_is_capital(f, at) && match_map(f, at, scene->end, &map) && map.count > 1) ||
	       owned_body(f, scene, at, at + map.count) || begins_longer(f, scene, at, map.count) ||
	       has_more_fields(f, scene, at, map.count);
}
