/* How far the name behind a head word reaches. */
#include "pipeline/protect/names/heads.h"

#include "lists.h"
#include "pipeline/protect/names/links.h"

/* RS Hermina Depok, Hotel Santika Bogor: houses of a chain, told apart by their place. */
static bool is_chain(const struct name_finder *f, uint32_t at)
{
	return sulih_table_has(&sulih_list_chains, token_lower(f, at));
}

/* Kabupaten, Provinsi: regions whose names are a closed list. */
static bool is_listed_region(const struct name_finder *f, uint32_t head)
{
	return sulih_view_is(token_lower(f, head), "kabupaten") ||
	       sulih_view_is(token_lower(f, head), "provinsi");
}

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
static bool begins_holder(struct name_finder *f, uint32_t at, uint32_t limit, bool honored,
			  bool place)
{
	struct title_match title;

	return match_title(f, at, limit, &title) &&
	       (sulih_view_is(title.kind, "rank") || sulih_view_is(title.kind, "office") ||
		(honored && sulih_view_is(title.kind, "honorific")) ||
		(place && sulih_view_is(title.kind, "degree")));
}

/* Nothing but a person's name begins with the word, as far as the lists know. */
static bool begins_person(const struct name_finder *f, uint32_t at)
{
	const uint32_t other = FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_COMPASS | FACT_ROMAN |
			       FACT_HEAD | FACT_ORG;

	return token_is_capital(f, at) && token_is_apart(f, at) &&
	       !(token_facts(f, at) & (token_facts(f, at) & FACT_GIVEN ? FACT_ORG : other));
}

/* Kota Bandung | Siti Aminah: a name that is nothing else, and another behind it */
static bool begins_given(const struct name_finder *f, uint32_t at)
{
	return begins_person(f, at) && token_facts(f, at) & FACT_GIVEN &&
	       !(token_facts(f, at) & (FACT_COMMON | FACT_MAP));
}

/* RSUD dr. Soetomo | Cita Rosita: an ordinary word, but a name behind it */
static bool begins_common_person(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 1 < limit && token_facts(f, at) & FACT_COMMON &&
	       !(token_facts(f, at) & (FACT_MAP | FACT_HEAD | FACT_COMPASS | FACT_ORG)) &&
	       token_is_apart(f, at + 1) &&
	       (token_facts(f, at + 1) & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN;
}

/* The rest of a name and what stands around it. */
struct rest {
	uint32_t at;
	uint32_t past; /* behind its first word, or the listed name that it begins with */
	uint32_t limit;
	uint32_t scene_end;
	struct name_match map; /* that name */
	bool listed;
	bool office;  /* an office stands before the head word */
	bool titled;  /* … or any title */
	bool body;    /* PT, Fraksi */
	bool company; /* PT Bank Danamon Indonesia, KM Cahaya Sulawesi: it keeps its place */
	bool unit;    /* Polres Blora: it has its place */
	bool honored; /* a person with an honorific may follow */
};

/* Desa X, Jorong X behind another head word (Masjid Raya Jorong Padang Laweh). */
static bool begins_village(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 1 < limit && token_facts(f, at) & FACT_HEAD && token_is_cue(f, at, "village") &&
	       token_is_capital(f, at + 1);
}

/* Balai Taman Nasional X, BBWS X: offices that are called after places alone. */
static bool is_called_after_place(const struct head_parse *parse)
{
	return parse->kind == SULIH_KIND_ORGANIZATION && sulih_view_is(parse->class, "name") &&
	       (sulih_view_ends(parse->pattern, SULIH_VIEW("Agency")) ||
		sulih_view_ends(parse->pattern, SULIH_VIEW("Organization")));
}

/* RSUD dr. Soetomo: the token behind the title of a doctor; else `at`. */
static uint32_t behind_doctor(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t next = at + 1;

	if (token_length(f, at) > 3 ||
	    (!sulih_view_is(token_lower(f, at), "dr") && !sulih_view_is(token_lower(f, at), "drg")))
		return at;
	if (next < limit && is_mark(f, next, '.'))
		next++;
	return next < limit && token_is_capital(f, next) ? next : at;
}

static struct rest survey_rest(struct name_finder *f, const struct name_scene *scene, uint32_t head,
			       uint32_t at, uint32_t limit, const struct head_parse *parse)
{
	struct rest r = { .at = at, .limit = limit, .scene_end = scene->end };
	/* Daop 1 | Jakarta, BPBD Kabupaten | Agam, Bapenda Kota | Malang */
	bool later = token_at(f, at)->kind == TOKEN_NUMBER ||
		     (parse->at != at && begins_region(f, at, scene->end)) ||
		     (parse->at != at && begins_village(f, at, limit));
	uint32_t own = later ? at + 1 : behind_doctor(f, at, limit);
	bool after_place = is_called_after_place(parse);

	r.listed = match_map(f, own, scene->end, &r.map);
	r.past = r.listed ? own + r.map.count : own < limit ? own + 1 : at + 1;
	if (limit < r.past)
		r.limit = r.past;
	r.titled = scene->title_end == head && scene->title != TITLE_NONE;
	r.office = scene->title == TITLE_OFFICE && scene->title_end == head;
	r.body = sulih_view_is(parse->class, "body") || sulih_view_is(parse->class, "numbered");
	r.company = (parse->kind == SULIH_KIND_ORGANIZATION &&
		     sulih_view_is(parse->class, "name") && !after_place) ||
		    is_chain(f, at) || parse->kind == SULIH_KIND_PRODUCT;
	r.unit = (takes_place(parse->class) || after_place) && r.listed &&
		 r.map.kind == SULIH_KIND_PLACE;
	/* Pesantren Darunnajah | KH Mahrus, Keuchik Gampong Baro | Tgk Muslim; but "Jalan Prof. Dr.
	 * Supomo" */
	r.honored = r.body || r.company || (r.office && scene->post == POST_PLACE) ||
		    sulih_view_is(parse->pattern, "{} Islamic boarding school");
	return r;
}

/* Bank Pembangunan Daerah Bali Tbk: the legal form ends a firm, whatever stands before it. */
static uint32_t find_form(const struct name_finder *f, const struct rest *r)
{
	for (uint32_t i = r->past; i < r->limit; i++) {
		if (sulih_view_is(token_lower(f, i), "tbk"))
			return i;
	}
	return r->limit;
}

/* Pantai Losari | Makassar; but Masjid Raya Bandung, Desa Tegal Waru, USS Gerald R. Ford. */
static bool is_place_behind(struct name_finder *f, const struct rest *r,
			    const struct head_parse *parse, uint32_t i)
{
	uint32_t facts = token_facts(f, i);
	struct name_match map;

	return facts & (FACT_MAP | FACT_MAP_UPPER) && !(facts & FACT_COMPASS) &&
	       !is_mark(f, i - 1, '.') && match_map(f, i, r->limit, &map) &&
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
	       !(facts & (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_ORG | FACT_ROMAN));
}

/* Manajer PT KAI Daop 1 Jakarta | Ixfan, Kapolres Blora | Wawan, Kepala SMPN 3 Depok | Ety: the
 * unit or school has its place */
static bool begins_head_of_unit(const struct name_finder *f, const struct rest *r,
				const struct head_parse *parse, uint32_t i)
{
	return i == r->past && r->titled &&
	       (r->unit || (parse->numbered && r->listed && r->map.kind == SULIH_KIND_PLACE)) &&
	       !(token_facts(f, i) &
		 (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_COMPASS | FACT_ROMAN | FACT_HEAD));
}

/* Guru SDN 2 Waimangura | Maria Goreti: a school that has its number and place; likewise a product
 */
static bool tells_teacher(const struct name_finder *f, const struct rest *r,
			  const struct head_parse *parse, uint32_t i)
{
	return r->titled &&
	       (token_facts(f, i) & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN &&
	       ((parse->numbered && sulih_view_is(parse->class, "numbered")) ||
		parse->kind == SULIH_KIND_PRODUCT);
}

/* Gapoktan Makmur Jaya | Wagiman: a word that firms end with, and seldom a person's first name,
 * before a name. */
static bool is_firm_wish(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	return i + 1 < r->limit && token_is_beside(f, i, "firm") && token_is_apart(f, i + 1) &&
	       (token_facts(f, i + 1) & (FACT_GIVEN | FACT_COMMON)) == FACT_GIVEN;
}

/* Koperasi Sumber Makmur | Ratnawati: a person of whom the document speaks elsewhere */
static bool begins_known_person(const struct name_finder *f, const struct rest *r, uint32_t i)
{
	return r->titled && i > r->at && stands_apart(f, i, r->limit);
}

/* Pesantren Nurul Huda | KH Abdul Wahid: where the holder of the office is told by a title, the
 * words before it are the house's. */
static void find_holder(struct name_finder *f, struct rest *r)
{
	for (uint32_t i = r->past; i < r->limit; i++) {
		if (token_facts(f, i) & FACT_TITLE && token_is_apart(f, i) &&
		    token_is_capital(f, i) && begins_holder(f, i, r->limit, r->honored, false)) {
			r->limit = i;
			r->office = false;
			return;
		}
	}
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

/* Whether the word at `i` goes on the rest; else *end is where the rest ends. */
static bool goes_on_rest(struct name_finder *f, const struct rest *r,
			 const struct head_parse *parse, uint32_t i, uint32_t *end)
{
	bool second = i == r->at + 1;

	*end = i;
	if (token_facts(f, i) & FACT_HEAD && begins_ministry(f, i, r->scene_end))
		return false;
	/* Lantamal VI Makassar: the place of a numbered unit */
	if (second && token_at(f, r->at)->shape == SHAPE_UPPER &&
	    token_facts(f, r->at) & FACT_ROMAN && sulih_view_is(parse->pattern, "="))
		return true;
	/* Masjid Istiqomah | Kecamatan Rumbai: where the house is */
	if (parse->kind == SULIH_KIND_PLACE && is_region_word(f, i) && i + 1 < r->limit)
		return false;
	if (begins_another(f, r, parse, i) || begins_member(f, r, parse, i))
		return false;
	if (begins_known_person(f, r, i))
		return false;
	if (tells_teacher(f, r, parse, i)) {
		*end = person_from(f, r->at, i, r->limit);
		return false;
	}
	if (begins_head_of_unit(f, r, parse, i))
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

/*
 * Where the rest ends: at a listed place behind a name of its own (Pantai Losari
 * | Makassar), at a title, at an acronym of a body (Komisi III | DPR), at a
 * person behind an office (Rektor Universitas X | Budi Santoso).
 */
uint32_t rest_end(struct name_finder *f, const struct name_scene *scene, uint32_t head, uint32_t at,
		  uint32_t limit, const struct head_parse *parse)
{
	struct rest r = survey_rest(f, scene, head, at, limit, parse);
	uint32_t form, end, own, named;
	struct sulih_row row;

	/* Sekretaris Daerah Kabupaten Sleman | Harda Kiswaya: the list has all regencies; and
	 * towns, though villages may begin like them. */
	if (r.listed && r.map.kind == SULIH_KIND_PLACE && r.past < limit &&
	    (is_listed_region(f, head) || sulih_view_is(parse->class, "regional") ||
	     (parse->at != at && is_listed_region(f, at)) ||
	     ((r.office || begins_given(f, r.past)) &&
	      sulih_view_is(token_lower(f, head), "kota"))) &&
	    !(token_facts(f, r.past) & FACT_COMPASS))
		return r.past;
	/* RSUD Abdul Moeloek | Lukman Pura: a house called after a person, then a person */
	own = behind_doctor(f, at, limit);
	named = match_words(f, &sulih_list_eponyms, own, limit, &row);
	if (named) {
		r.past = own + named;
		if (limit < r.past)
			r.limit = r.past;
		if (r.past < limit && r.titled &&
		    (begins_person(f, r.past) || begins_common_person(f, r.past, limit)))
			return r.past;
	}
	/* Komisi X | Hetifah Sjaifudian */
	if (sulih_view_is(parse->pattern, "Commission {}") &&
	    token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) <= 4)
		return r.past;
	if (r.office)
		find_holder(f, &r);
	form = parse->kind == SULIH_KIND_ORGANIZATION ? find_form(f, &r) : r.limit;
	if (form < r.limit)
		return r.unit ? form : form + 1;
	for (uint32_t i = r.past; i < r.limit; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && token_is_apart(f, i) &&
		    token_at(f, i)->shape != SHAPE_LOWER && !goes_on_rest(f, &r, parse, i, &end))
			return end;
	}
	/* Dirut PT AJS | Hendrisman Rahim */
	return r.titled ? known_person_start(f, scene, at, r.limit) : r.limit;
}
