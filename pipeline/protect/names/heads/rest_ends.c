/* What the rest of a name with a head word ends before: a place, another body, its officer. */
#include "lists.h"
#include "pipeline/protect/names/plain/links.h"
#include "pipeline/protect/names/heads/rest.h"

/* direktur CV Maju Jaya, PT Sumber Rejeki Abadi: words that firms end with, and persons too. */
static bool is_wish(const struct name_finder *f, uint32_t at)
{
	return token_is_beside(f, at, "wish");
}

/* PT Sumber Rejeki | Budi Santoso: the person whose name the word at `name` tells may begin one
 * word before it (but PT Dhirga Surya | Ari Wibowo); the body's own name has `at`. */
static uint32_t person_from(const struct name_finder *f, uint32_t at, uint32_t name, uint32_t limit)
{
	uint32_t before = name - 1;

	return before > at && token_is_apart(f, name) && !is_wish(f, before) &&
			       (token_facts(f, name) & FACT_FAMILY ||
				(name + 1 == limit && token_facts(f, before) & FACT_GIVEN))
		       ? before
		       : name;
}

/* A title at `at` that is no part of the name: a rank, an office; an honorific where one may
 * stand; a degree behind a place (Stasiun Geofisika Palu | Dr. Sujarwo Hadi). */
bool begins_holder(struct name_finder *f, uint32_t at, uint32_t limit, bool honored, bool place)
{
	struct title_match title;

	return match_title(f, at, limit, &title) &&
	       (sulih_view_is(title.kind, "rank") || sulih_view_is(title.kind, "office") ||
		(honored && sulih_view_is(title.kind, "honorific")) ||
		(place && sulih_view_is(title.kind, "degree")));
}

/* KTT ASEAN-Uni Eropa: the second of a pair has several words, the word at `i` is its last. */
static bool ends_pair(struct name_finder *f, const struct rest *r, uint32_t i)
{
	struct name_match map;

	return i > r->at + 2 && is_mark(f, i - 2, '-') && !token_is_apart(f, i - 1) &&
	       match_map(f, i - 1, r->limit, &map) && map.count > 1;
}

/* Pantai Losari | Makassar; but Masjid Raya Bandung, Desa Tegal Waru, USS Gerald R. Ford. */
static bool is_place_behind(struct name_finder *f, const struct rest *r,
			    const struct head_parse *parse, uint32_t i)
{
	uint32_t facts = token_facts(f, i);
	struct name_match map;

	/* Desa Ilan Batu, Desa Tanjung Batu: an ordinary word ends the name of a village */
	if (i + 1 == r->limit && facts & FACT_COMMON && i == r->at + 1 &&
	    sulih_view_is(token_lower(f, parse->at), "desa"))
		return false;
	/* Kelurahan Bidara Cina: no country has kelurahan but Indonesia */
	if (i == r->at + 1 && sulih_view_is(token_lower(f, parse->at), "kelurahan") &&
	    match_map(f, i, r->limit, &map) && i + map.count == r->limit && is_country(&map) &&
	    !sulih_view_is(token_lower(f, i), "indonesia"))
		return false;
	return facts & FACT_LISTED && !(facts & FACT_COMPASS) && !is_mark(f, i - 1, '.') &&
	       !ends_pair(f, r, i) && match_map(f, i, r->limit, &map) &&
	       /* Gereja Hati Kudus Yesus: persons are no places */
	       map.kind != SULIH_KIND_PERSON && map.kind != SULIH_KIND_NAME &&
	       !((r->company || (r->body && sulih_view_is(parse->pattern, "="))) &&
		 map.kind == SULIH_KIND_PLACE) &&
	       (!all_common(f, r->at, i) ||
		(map.kind == SULIH_KIND_ORGANIZATION && !all_common(f, i, i + map.count) &&
		 (r->body || token_at(f, i)->shape == SHAPE_UPPER))) &&
	       (!(token_facts(f, r->at) & FACT_MAP) ||
		!sulih_view_equal(map.target, tokens_text(f, i, i + map.count)));
}

/* Another place, body or title begins at the word at `i`. */
static bool begins_another(struct name_finder *f, const struct rest *r,
			   const struct head_parse *parse, uint32_t i)
{
	uint32_t facts = token_facts(f, i);
	struct sulih_row row;

	/* Jalan Tol Serang-Panimbang | Seksi 2 */
	if (sulih_view_is(token_lower(f, i), "seksi") && parse->kind == SULIH_KIND_PLACE)
		return true;
	/* Gedung Nusantara V | Kompleks Parlemen */
	if (facts & FACT_HEAD && sulih_view_starts(token_lower(f, i), SULIH_VIEW("komplek")) &&
	    i + 1 < r->scene_end && token_is_capital(f, i + 1))
		return true;
	/* Desa Way Mulih | SDN 1 */
	if (facts & FACT_HEAD && token_at(f, i)->shape == SHAPE_UPPER &&
	    !(token_at(f, i)->flags & TOKEN_SHOUTED) && match_head(f, i, r->limit, &row))
		return true;
	/* Satgas Pamtas Mobile | Yonif 715/Motuliato */
	if (facts & FACT_HEAD && i + 1 < r->scene_end && token_at(f, i + 1)->kind == TOKEN_NUMBER &&
	    match_head(f, i, r->scene_end, &row) &&
	    sulih_view_is(sulih_row_column(&row, 3), "unit"))
		return true;
	return facts & FACT_TITLE &&
	       begins_holder(f, i, r->limit, r->honored,
			     r->listed && i == r->past && r->map.kind == SULIH_KIND_PLACE);
}

/* Fraksi Partai Golkar | Maman Abdurrahman: the member of a listed body; of a firm, PT Yamaha Music
 * Indonesia, only behind a title */
static bool begins_member(const struct name_finder *f, const struct rest *r,
			  const struct head_parse *parse, uint32_t i)
{
	uint32_t facts = token_facts(f, i);

	if (!r->titled && !(facts & FACT_GIVEN) && sulih_view_is(parse->pattern, "="))
		return false;
	return r->listed && r->map.kind == SULIH_KIND_ORGANIZATION && r->body &&
	       (facts & FACT_GIVEN || i == r->past) &&
	       !(facts & (FACT_COMMON | FACT_LISTED | FACT_ORG | FACT_ROMAN));
}

/* Manajer PT KAI Daop 1 Jakarta | Ixfan, Kapolres Blora | Wawan, Kepala SMPN 3 Depok | Ety: the
 * unit or school has its place */
static bool begins_head_of_unit(const struct name_finder *f, const struct rest *r,
				const struct head_parse *parse, uint32_t i)
{
	return i == r->past && r->titled &&
	       (r->unit || (parse->numbered && r->listed && r->map.kind == SULIH_KIND_PLACE)) &&
	       !(token_facts(f, i) &
		 (FACT_COMMON | FACT_LISTED | FACT_COMPASS | FACT_ROMAN | FACT_HEAD));
}

/* Guru SDN 2 Waimangura | Maria Goreti: a school that has its number and place; likewise a product
 */
static bool tells_teacher(const struct name_finder *f, const struct rest *r,
			  const struct head_parse *parse, uint32_t i)
{
	return r->titled && is_given_alone(token_facts(f, i)) &&
	       /* nakhoda KM Ekspress Cantika 77: nobody has a number */
	       !(i + 1 < r->scene_end && token_at(f, i + 1)->kind == TOKEN_NUMBER) &&
	       ((parse->numbered && sulih_view_is(parse->class, "numbered")) ||
		parse->kind == SULIH_KIND_PRODUCT);
}

/* Relawan Yayasan Spiritia | Daniel Marguari, Astronom Observatorium Bosscha | Yatny Yulianty:
 * behind what somebody does, a word that nobody is called, then a first name and another. */
static bool tells_worker(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	const uint32_t known = FACT_GIVEN | FACT_COMMON | FACT_LISTED;

	return r->titled && i == r->at + 1 && i + 2 == r->limit && token_is_apart(f, i) &&
	       token_is_apart(f, i + 1) && (token_facts(f, i) & known) == FACT_GIVEN &&
	       !(token_facts(f, i - 1) & known) && token_at(f, i - 1)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, i + 1) & (FACT_COMMON | FACT_ORG | FACT_MAP));
}

/* Gapoktan Makmur Jaya | Wagiman: a word that firms end with, and seldom a person's first name,
 * before a name. */
static bool is_firm_wish(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	return i + 1 < r->limit && token_is_beside(f, i, "firm") && token_is_apart(f, i + 1) &&
	       is_only_given(token_facts(f, i + 1));
}

/* PT Dalihan Natolu Grup | Akhirun Efendi, PT Melati Tbk | Akhirun: the word before is what firms
 * end with; PT TAM | Bansar Maduma: or the letters that it is known by. */
static bool begins_behind_firm(const struct name_finder *f, const struct rest *r,
			       const struct head_parse *parse, uint32_t i)
{
	if (r->titled && i == r->at + 1 && token_is_cue(f, parse->at, "firm") &&
	    is_body_in_letters(f, r->at, r->limit))
		return true;
	return r->titled && i > r->at + 1 && token_is_apart(f, i) &&
	       token_is_cue(f, i - 1, "firm-end") &&
	       !(token_facts(f, i) & (FACT_COMMON | FACT_ORG | FACT_MAP));
}

/* Kepala PT Jasa Raharja Cirebon | Regy Wijaya, Direktur LBH Padang | Diki Rafiqi: behind the place
 * of a firm's branch or of a body. */
static bool begins_behind_branch(struct name_finder *f, const struct rest *r,
				 const struct head_parse *parse, uint32_t i)
{
	const uint32_t other =
		FACT_COMMON | FACT_ORG | FACT_LISTED | FACT_COMPASS | FACT_ROMAN | FACT_HEAD;
	struct name_match map;

	return r->titled &&
	       (r->company && sulih_view_is(parse->pattern, "=")
			? i > r->at + 1
			: parse->kind == SULIH_KIND_ORGANIZATION &&
				  ((i + 2 == r->limit && !(token_facts(f, i) & FACT_ENGLISH)) ||
				   (i + 2 < r->limit &&
				    token_facts(f, i) & token_facts(f, i + 1) & FACT_GIVEN))) &&
	       token_at(f, i)->shape == SHAPE_CAPITAL && !(token_facts(f, i) & other) &&
	       !is_free_case(f, i) && token_facts(f, i - 1) & FACT_MAP &&
	       match_map(f, i - 1, i, &map) && map.kind == SULIH_KIND_PLACE;
}

/* Universitas X Baubau | La Ode Syafril, RSUD Kota Kendari | La Karman: names of Buton and Muna
 * begin so. */
static bool begins_butonese(struct name_finder *f, const struct rest *r, uint32_t i)
{
	struct name_match map;

	if (!r->titled || i + 1 >= r->limit || i <= r->at || token_length(f, i) != 2 ||
	    token_at(f, i)->shape != SHAPE_CAPITAL || !token_is_cue(f, i, "butonese"))
		return false;
	return sulih_view_is(token_lower(f, i + 1), "ode") ||
	       (token_facts(f, i - 1) & FACT_MAP && match_map(f, i - 1, i, &map) &&
		map.kind == SULIH_KIND_PLACE);
}

/* Koperasi Sumber Makmur | Ratnawati: a person of whom the document speaks elsewhere */
static bool begins_known_person(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	return r->titled && i > r->at && stands_apart(f, i, r->limit);
}

/* Rektor Universitas X | Budi Santoso: a word of the person's who has the office */
static bool tells_officer(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	uint32_t facts = token_facts(f, i);

	return r->office && ((facts & FACT_GIVEN && (!(facts & FACT_COMMON) || r->listed) &&
			      !(i + 1 == r->limit && is_wish(f, i)) && !is_firm_wish(f, r, i)) ||
			     (r->listed && token_at(f, i)->shape == SHAPE_UPPER &&
			      !(facts & (FACT_ROMAN | FACT_MAP_UPPER))));
}

/* Kepala Komisi Urusan Tahanan | Raed Abu al-Hummus: behind an office and a body of two ordinary
 * words and more, two that nothing is called by but persons. */
static bool begins_unread_officer(const struct name_finder *f, const struct rest *r,
				  const struct head_parse *parse, uint32_t i)
{
	const uint32_t other = FACT_COMMON | FACT_LISTED | FACT_HEAD | FACT_TITLE | FACT_ORG |
			       FACT_ROMAN | FACT_COMPASS | FACT_CALENDAR;

	return r->office && sulih_view_is(parse->class, "body") &&
	       !sulih_view_is(parse->pattern, "=") && i > r->at + 1 && i + 1 < r->limit &&
	       all_common(f, r->at, i) && token_at(f, i)->shape == SHAPE_CAPITAL &&
	       token_at(f, i + 1)->shape == SHAPE_CAPITAL && token_is_apart(f, i + 1) &&
	       !is_free_case(f, i) && !(token_facts(f, i) & other) &&
	       (!(token_facts(f, i + 1) & other) ||
		token_facts(f, i + 1) & (FACT_GROWN | FACT_GIVEN));
}

/* Direktur PT Magna Beatum | Aldrin Tando: of four words that no list has the first two are the
 * firm's. */
static bool halves_strange(const struct name_finder *f, const struct rest *r,
			   const struct head_parse *parse, uint32_t i)
{
	const uint32_t known = FACT_COMMON | FACT_GIVEN | FACT_MAP | FACT_MAP_UPPER | FACT_HEAD |
			       FACT_TITLE | FACT_ORG | FACT_ROMAN | FACT_COMPASS | FACT_ENGLISH;

	if (!r->office || i != r->at + 2 || i + 2 != r->limit ||
	    !sulih_view_is(parse->pattern, "="))
		return false;
	for (uint32_t word = r->at; word < r->limit; word++)
		if (token_at(f, word)->shape != SHAPE_CAPITAL || !token_is_apart(f, word) ||
		    token_facts(f, word) & known)
			return false;
	return true;
}

/* Whether the word at `i` goes on the rest; else *end is where the rest ends. */
bool goes_on_rest(struct name_finder *f, const struct rest *r, const struct head_parse *parse,
		  uint32_t i, uint32_t *end)
{
	bool second = i == r->at + 1;

	*end = i;
	if (token_facts(f, i) & FACT_HEAD && begins_ministry(f, i, r->scene_end))
		return false;
	/* Lantamal VI Makassar: the place of a numbered unit */
	if (second && token_at(f, r->at)->shape == SHAPE_UPPER &&
	    token_facts(f, r->at) & FACT_ROMAN && sulih_view_is(parse->pattern, "="))
		return true;
	/* PN Palembang | Kelas IA Khusus */
	if (is_house_class(f, i, r->scene_end))
		return false;
	/* Masjid Istiqomah | Kecamatan Rumbai: where the house is */
	if (parse->kind == SULIH_KIND_PLACE && is_region_word(f, i) && i + 1 < r->limit)
		return false;
	if (begins_another(f, r, parse, i) || begins_member(f, r, parse, i))
		return false;
	if (begins_known_person(f, r, i) || begins_behind_firm(f, r, parse, i) ||
	    begins_behind_branch(f, r, parse, i) || begins_unread_officer(f, r, parse, i) ||
	    begins_butonese(f, r, i) || halves_strange(f, r, parse, i))
		return false;
	if (tells_teacher(f, r, parse, i)) {
		*end = person_from(f, r->at, i, r->limit);
		return false;
	}
	if (begins_head_of_unit(f, r, parse, i) || tells_worker(f, r, i))
		return false;
	/* Komandan Lanud Sultan Hasanuddin: the title belongs to whom it is called after */
	if (second && token_facts(f, r->at) & FACT_TITLE && r->office)
		return true;
	if (tells_officer(f, r, i)) {
		*end = person_from(f, r->at, i, r->limit);
		return false;
	}
	return !is_place_behind(f, r, parse, i);
}
