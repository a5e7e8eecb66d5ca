/* How far the name behind a head word reaches. */
#include "lists.h"
#include "pipeline/protect/names/plain/links.h"
#include "pipeline/protect/names/heads/rest.h"

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

/* Nothing but a person's name begins with the word, as far as the lists know. */
static bool begins_person(const struct name_finder *f, uint32_t at)
{
	const uint32_t other =
		FACT_COMMON | FACT_LISTED | FACT_COMPASS | FACT_ROMAN | FACT_HEAD | FACT_ORG;

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
	       token_is_apart(f, at + 1) && is_given_alone(token_facts(f, at + 1));
}

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

/* kapal nelayan KM Sri Utami: whose boat it is, no title of a person */
static bool is_boat(const struct name_finder *f, const struct name_scene *scene)
{
	return scene->title_start > scene->start && token_is_cue(f, scene->title_start - 1, "ship");
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
	r.titled = scene->title_end == head && scene->title != TITLE_NONE && !is_boat(f, scene);
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

/* dapil Jawa Timur VI | Pulung Agustanto: the number of a constituency ends it. Kepala Seksi
 * Intelijen Kejari Bojonegoro | Reza Aditya: behind an office, of a part of the body, a person
 * goes on behind the place. */
static bool ends_at_place(const struct name_finder *f, const struct name_scene *scene,
			  uint32_t head, const struct rest *r, const struct head_parse *parse)
{
	if (!r->listed || r->map.kind != SULIH_KIND_PLACE || r->past >= r->limit)
		return false;
	if (sulih_view_is(token_lower(f, head), "dapil"))
		return token_facts(f, r->past - 1) & FACT_ROMAN;
	return scene->title == TITLE_OFFICE && scene->title_end < head &&
	       takes_place(parse->class) && r->past + 1 < r->limit && begins_given(f, r->past);
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
	     ((r.office || begins_given(f, r.past) || begins_common_person(f, r.past, limit)) &&
	      sulih_view_is(token_lower(f, head), "kota"))) &&
	    !(token_facts(f, r.past) & FACT_COMPASS))
		return r.past;
	/* dapil Jawa Timur VI */
	if (r.listed && r.past + 1 < r.limit && token_facts(f, r.past) & FACT_ROMAN &&
	    sulih_view_is(token_lower(f, head), "dapil"))
		r.past++;
	if (ends_at_place(f, scene, head, &r, parse))
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
	/* Manajer Humas Daop 1 | Ixfan Hendriwintoko: a unit of the railways has a number, and its
	 * towns are listed */
	if (r.titled && parse->numbered && takes_place(parse->class) &&
	    sulih_view_is(parse->pattern, "=") && at + 1 < limit && begins_person(f, at))
		return at;
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
