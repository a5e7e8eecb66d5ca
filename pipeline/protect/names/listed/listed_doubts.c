/* Where a listed name is none, or only begins another: China Airlines, BP (29), Oscar Ganda. */
#include "pipeline/protect/names/listed/listed.h"

#include "base/letter.h"
#include "lists.h"

/* Whose country or home stands behind: warga negara X, perempuan asal X. */
static bool follows_people(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	       token_is_cue(f, at - 1, "nationality");
}

/* A name of the list, but of nothing that the list means. */
static bool is_another(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       const struct name_match *map)
{
	uint32_t next = at + map->count;

	/* BP (29): a suspect's initials */
	if (map->count == 1 && token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) <= 3 &&
	    age_follows(f, next, scene->end))
		return true;
	/* "Satria muda itu gugup": a small word makes no club of the first word of a sentence */
	if (map->kind == SULIH_KIND_ORGANIZATION && map->count > 1 &&
	    token_at(f, next - 1)->shape == SHAPE_LOWER && token_at(f, at)->flags & TOKEN_FIRST)
		return true;
	/* Menteri Pertahanan Israel | Israel Katz: nobody says a country twice. */
	return at > scene->start && map->count == 1 && next < scene->end && token_is_apart(f, at) &&
	       token_at(f, at - 1)->kind == TOKEN_WORD &&
	       token_at(f, at - 1)->word == token_at(f, at)->word && token_is_capital(f, next) &&
	       !(token_facts(f, next) & (FACT_COMMON | FACT_LISTED));
}

/* A word more makes a firm, a plant or a model of it: China Airlines, Airbus A350-900. */
static bool begins_thing(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 const struct name_match *map)
{
	uint32_t next = at + map->count;

	/* RUPS | Bank Arta: what the firm holds, no firm of that name */
	if (map->kind == SULIH_KIND_NAME && map->ruling == SULIH_MAP)
		return false;
	if (token_facts(f, next) & FACT_ORG ||
	    (token_facts(f, next) & FACT_NUMBERED && !(token_facts(f, next) & FACT_HEAD)))
		return true;
	/* CEO Nusantara Karya Abadi Suryo: behind a firm's office, a word that firms are called by
	 */
	if (map->kind == SULIH_KIND_PLACE && map->count == 1 && scene->title_end == at &&
	    scene->post == POST_FIRM && !is_free_case(f, next) &&
	    (token_is_beside(f, next, "company") || token_is_beside(f, next, "trade")))
		return true;
	/* Airbus A350-900: the sign of a model */
	if (map->count == 1 && token_facts(f, at) & FACT_NUMBERED &&
	    sulih_has_digit(token_text(f, token_at(f, next))))
		return true;
	/* BYD Atto 1: a make and the name of its model, which nothing knows */
	return map->count == 1 && is_make(f, at) && scene->title_end != at &&
	       !(token_facts(f, next) & (FACT_COMMON | FACT_LISTED | FACT_TITLE | FACT_HEAD)) &&
	       /* Daihatsu Rocky, which is a person's name too; Honda | Budi Santoso */
	       (!(token_facts(f, next) & FACT_GIVEN) ||
		(token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, next) &&
		 (next + 1 == scene->end || !token_is_capital(f, next + 1))));
}

/* Jaksa Paris Manalu, London Pakpahan menolak: Batak parents name children after cities, and a
 * clan's name begins no person; but Kapolrestabes Medan Siregar, di Medan Sitompul menolak. */
static bool begins_clan_name(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at, const struct name_match *map)
{
	uint32_t next = at + 1;

	if (map->count != 1 || map->kind != SULIH_KIND_PLACE ||
	    token_at(f, at)->shape != SHAPE_CAPITAL || !is_clan(f, next) ||
	    (next + 1 < scene->end && token_is_capital(f, next + 1) && token_is_apart(f, next + 1)))
		return false;
	if (scene->title_end == at)
		return scene->title == TITLE_OFFICE ? token_is_cue(f, at - 1, "court")
						    : scene->post != POST_PLACE;
	return at == scene->start || !(token_facts(f, at - 1) & FACT_GRAMMAR ||
				       sulih_view_is(token_lower(f, at - 1), "asal"));
}

/* Menurut Paris, Paris meminta maaf, of Paris Manalu: a city that speaks is the person whose first
 * name the document has it for. */
static bool is_short_form(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  const struct name_match *map)
{
	return !f->collecting && map->count == 1 && map->kind == SULIH_KIND_PLACE &&
	       word_at(f, at)->person > 0 && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       scene->title_end != at && begins_listed_person(f, at) &&
	       (person_says(f, scene, at, at + 1) || acts(f, at + 1) ||
		(at > scene->start && sulih_view_is(token_lower(f, at - 1), "menurut")));
}

/* BTS | World Tour, Gaikindo | Jakarta Auto Week, Google | Threat Analysis Group: an event or body
 * whose English name goes on to its last word. */
bool begins_event(struct name_finder *f, const struct name_scene *scene, uint32_t next)
{
	enum { MOST = 5 };
	struct name_match event;

	/* kanal YouTube | Garo Sero Institute: where it is found */
	if (next > scene->start + 1 && (sulih_view_is(token_lower(f, next - 2), "kanal") ||
					sulih_view_is(token_lower(f, next - 2), "akun")))
		return false;
	/* Indonesia | SEA Games */
	if (match_map(f, next, scene->end, &event) &&
	    (event.kind == SULIH_KIND_EVENT || event.kind == SULIH_KIND_ORGANIZATION))
		return false;
	for (uint32_t i = next; i < scene->end && i < next + MOST; i++) {
		if (!token_is_apart(f, i) || !token_is_capital(f, i) ||
		    token_facts(f, i) & (FACT_COMMON | FACT_TITLE | FACT_FUNCTION))
			return false;
		if (ends_event(f, i) || (i > next && token_facts(f, i) & FACT_ORG &&
					 !(token_facts(f, i) & (FACT_GIVEN | FACT_MAP))))
			return true;
	}
	return false;
}

static bool is_same_in_english(const struct name_finder *f, uint32_t at,
			       const struct name_match *map)
{
	return sulih_view_equal(map->target, tokens_text(f, at, at + map->count));
}

/* Senayan | Park: a place whose name is the same in English, and the last word of another's English
 * name; but Senayan | Park Hang-seo. */
static bool begins_park(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			const struct name_match *map)
{
	uint32_t next = at + map->count;

	return map->kind == SULIH_KIND_PLACE && is_same_in_english(f, at, map) &&
	       ends_place(f, next) && (next + 1 >= scene->end || !token_is_capital(f, next + 1));
}

/* Kepala Stasiun PSDKP | Pontianak | Bayu Yuniarto: a province, or a town before two names. */
static bool is_branch_town(const struct name_finder *f, uint32_t at, const struct name_match *map,
			   uint32_t end)
{
	if (map->row.table == &sulih_list_provinces)
		return true;
	return map->row.table == &sulih_list_regencies && !(token_facts(f, at) & FACT_GIVEN) &&
	       at + 2 < end && token_is_capital(f, at + 2) && token_is_apart(f, at + 2) &&
	       token_facts(f, at + 1) & FACT_GIVEN;
}

/* It is the first part of a person: Drs. AS Setiadi, Paris Hilton, Wamendagri Bima Arya. */
static bool begins_longer_person(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at, const struct name_match *map)
{
	uint32_t next = at + map->count;

	/* Drs. AS Setiadi: initials; an office may stand before a country (Presiden AS). */
	if (map->count == 1 && token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) <= 3 &&
	    scene->title_end == at &&
	    (scene->title == TITLE_NONE || scene->title == TITLE_HONORIFIC) &&
	    !(token_facts(f, next) & (FACT_COMMON | FACT_LISTED)))
		return true;
	/* Oscar Ganda, Paris Hilton: the first part of a person; but asal Oman, Ahmed Al Kaf. */
	if (map->count == 1 &&
	    !(at > scene->start && sulih_view_is(token_lower(f, at - 1), "asal")) &&
	    token_facts(f, at) & FACT_GIVEN && scene->title_end != at &&
	    (!(token_facts(f, next) & (FACT_LISTED | FACT_COMMON)) ||
	     (token_facts(f, next) & FACT_GIVEN && !(token_facts(f, next) & FACT_MAP))))
		return true;
	if (begins_clan_name(f, scene, at, map))
		return true;
	/* Direktur Yayasan Pusuk Buhit | Wilmar Simanjorang: no firm before a clan */
	if (map->count == 1 && map->kind == SULIH_KIND_ORGANIZATION && scene->body_end == at &&
	    token_at(f, at)->shape == SHAPE_CAPITAL && is_clan(f, next))
		return true;
	/* Wamendagri Bima Arya, pengacara Lingga Nugraha: no town, behind an office of the nation
	 * or what a person is */
	if (map->count == 1 && scene->title_end == at &&
	    (scene->post == POST_NATION || scene->post == POST_PERSON ||
	     scene->title == TITLE_RANK || scene->title == TITLE_HONORIFIC) &&
	    sulih_table_has(&sulih_list_regencies, tokens_text(f, at, next)) &&
	    map->kind == SULIH_KIND_PLACE &&
	    token_facts(f, at) & token_facts(f, next) & FACT_GIVEN &&
	    !(token_facts(f, next) & FACT_LISTED))
		return true;
	/* Komisioner Perdagangan Uni Eropa | Maros Sefcovic: behind the office and whose it is no
	 * second place, but the holder; Kadis TPHP | Sulsel | Imran Jausi: nobody is called like a
	 * province */
	if (map->count == 1 && !is_branch_town(f, at, map, scene->end) && scene->title_end == at &&
	    scene->body_end == at && scene->title == TITLE_OFFICE &&
	    map->kind == SULIH_KIND_PLACE && token_at(f, at)->shape == SHAPE_CAPITAL &&
	    next < scene->end && token_at(f, next)->shape == SHAPE_CAPITAL &&
	    token_is_apart(f, next) &&
	    !(token_facts(f, next) &
	      (FACT_COMMON | FACT_LISTED | FACT_HEAD | FACT_TITLE | FACT_COMPASS | FACT_CALENDAR)))
		return true;
	/* Rektor Universitas Udayana | Oscar Wambrauw: behind a title no prize */
	return map->count == 1 && scene->title_end == at && map->kind == SULIH_KIND_EVENT &&
	       (token_facts(f, at) & FACT_GIVEN ||
		(scene->body_end == at && token_facts(f, next) & FACT_GIVEN)) &&
	       !(token_facts(f, next) & (FACT_LISTED | FACT_COMMON));
}

/* Afrika Bersatu: the place is part of a wider name. */
static bool begins_wider_place(const struct name_finder *f, const struct name_scene *scene,
			       uint32_t at, const struct name_match *map)
{
	uint32_t next = at + map->count;

	/* Presiden Nigeria | Bola Tinubu: a person whose first name is a word */
	if (scene->title_end == at && scene->title == TITLE_OFFICE && next + 1 < scene->end &&
	    token_is_apart(f, next + 1) && token_is_capital(f, next + 1) &&
	    !(token_facts(f, next + 1) & (FACT_COMMON | FACT_ORG | FACT_LISTED)))
		return false;
	return map->kind == SULIH_KIND_PLACE && token_facts(f, next) & FACT_COMMON &&
	       !(token_facts(f, next) &
		 (FACT_TITLE | FACT_HEAD | FACT_GIVEN | FACT_MAP | FACT_COMPASS)) &&
	       !is_free_case(f, next);
}

/* Rumah biru itu dijual, Perang dingin antara dua tetangga: ordinary words of which the first has
 * the capital of the sentence alone.  A body is what it is called (Dewan pers menolak). */
static bool is_ordinary_phrase(const struct name_finder *f, uint32_t at,
			       const struct name_match *map)
{
	if (map->count < 2 || map->kind == SULIH_KIND_ORGANIZATION ||
	    !(token_at(f, at)->flags & TOKEN_FIRST) || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    !(token_facts(f, at) & FACT_COMMON))
		return false;
	for (uint32_t i = at + 1; i < at + map->count; i++)
		if (token_at(f, i)->shape != SHAPE_LOWER)
			return false;
	return true;
}

/* pemuda Papua | Ronisel Mambrasar: a place behind a small noun, and two words that no list has but
 * that of names, which has the second: nobody's name begins with a province. */
static bool is_home_of(const struct name_finder *f, uint32_t at, uint32_t next, uint32_t end)
{
	const uint32_t other = FACT_COMMON | FACT_ORG | FACT_LISTED | FACT_HEAD;

	return next + 1 < end && !(token_facts(f, at) & FACT_GIVEN) &&
	       token_at(f, next)->shape == SHAPE_CAPITAL &&
	       token_at(f, next + 1)->shape == SHAPE_CAPITAL && token_is_apart(f, next + 1) &&
	       !(token_facts(f, next) & other) &&
	       (token_facts(f, next + 1) & (FACT_GIVEN | other)) == FACT_GIVEN &&
	       is_behind_noun(f, at) && token_at(f, at - 1)->shape == SHAPE_LOWER;
}

bool listed_alone(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		  const struct name_match *map)
{
	uint32_t next = at + map->count;
	struct name_match other;
	struct title_match title;

	if (!context_allows(f, scene, at, next, map->note) || is_another(f, scene, at, map) ||
	    is_ordinary_phrase(f, at, map) || is_short_form(f, scene, at, map))
		return false;
	/* peraih Nobel | Maria Ressa */
	if (map->kind == SULIH_KIND_EVENT && at > scene->start &&
	    (sulih_view_is(token_lower(f, at - 1), "peraih") ||
	     sulih_view_is(token_lower(f, at - 1), "penerima")))
		return true;
	/* Georgia-Pacific is one name, AS-Iran and Jokowi-JK are two. */
	if (next + 1 < scene->end && is_mark(f, next, '-') && !token_is_apart(f, next) &&
	    !token_is_apart(f, next + 1) && token_is_capital(f, next + 1))
		return match_map(f, next + 1, scene->end, &other) ||
		       token_facts(f, next + 1) & FACT_GIVEN || map->kind != SULIH_KIND_PLACE;
	/* Xiaomi 17 Ultra: a make and its number are a model */
	if (map->count == 1 && next < scene->end && token_at(f, next)->kind == TOKEN_NUMBER &&
	    is_make(f, at) && takes_number(f, at, next, scene->end))
		return false;
	if (next >= scene->end || !token_is_apart(f, next) || !token_may_name(f, next, false) ||
	    begins_plate(f, next, scene->end))
		return true;
	/* warga negara Australia | Zivan Radmanovic; Duta Besar Ukraina untuk Indonesia | Vasyl
	 * Hamianin */
	if (map->kind == SULIH_KIND_PLACE &&
	    (follows_people(f, scene, at) ||
	     (is_posted(f, scene, at) && !(token_facts(f, next) & (FACT_COMMON | FACT_ORG)))))
		return true;
	if (map->kind == SULIH_KIND_PLACE && is_home_of(f, at, next, scene->end))
		return true;
	if (begins_thing(f, scene, at, map) || begins_longer_person(f, scene, at, map) ||
	    (is_same_in_english(f, at, map) && begins_event(f, scene, next)) ||
	    begins_park(f, scene, at, map) || begins_wider_place(f, scene, at, map))
		return false;
	if (!sulih_view_equal(map->target, tokens_text(f, at, next)) || scene->title_end == at)
		return true;
	if (token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_CALENDAR | FACT_COMPASS))
		return true;
	if (match_title(f, next, scene->end, &title) || match_map(f, next, scene->end, &other))
		return true;
	/* Wuling Air ev | Lite Long Range: a small word in it, where no row of capitals goes on;
	 * MacBook Air | M4: the sign of a model is taken in behind it; Tank 300 | Diesel */
	if (map->kind == SULIH_KIND_PRODUCT && map->count > 1 &&
	    (token_at(f, next - 1)->shape == SHAPE_LOWER ||
	     token_at(f, next - 1)->kind == TOKEN_NUMBER ||
	     (is_free_case(f, next) && model_end(f, next, scene->end) == next + 1)))
		return true;
	/* kontestan Indonesian Idol | Shabrina Leanor */
	return map->kind == SULIH_KIND_ORGANIZATION ||
	       (map->kind == SULIH_KIND_EVENT && map->count > 1 && next + 1 < scene->end &&
		token_is_apart(f, next + 1) && token_may_name(f, next + 1, false) &&
		!(token_facts(f, next) & FACT_COMMON));
}
