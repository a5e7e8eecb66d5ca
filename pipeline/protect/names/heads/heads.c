/* Names with a head word: Gunung Rinjani, Universitas Gadjah Mada, Kementerian Keuangan. */
#include "pipeline/protect/names/heads/heads.h"

#include "base/letter.h"
#include "lists.h"

/* What every rule about a head word begins with: its span and kind, no English yet. */
struct name_found found_head(const struct name_finder *f, const struct head_parse *head,
			     enum sulih_ruling ruling, const char *why)
{
	return (struct name_found){ .at = head->at,
				    .end = head->end,
				    .kind = head->kind,
				    .ruling = ruling,
				    .target = SULIH_VIEW(""),
				    .why = why,
				    .evidence = tokens_text(f, head->at, head->rest) };
}

/* Kantor berita Anadolu Agency, turnamen Indonesia Masters: the English noun is there already. */
static bool has_english_noun(const struct name_finder *f, const struct head_parse *head)
{
	return head->end > head->rest + 1 && token_facts(f, head->end - 1) & FACT_ORG &&
	       head->pattern.length > 3 &&
	       (head->kind == SULIH_KIND_EVENT || (head->kind == SULIH_KIND_ORGANIZATION &&
						   sulih_byte_is_lower(head->pattern.data[3])));
}

/* Kampung Jawa, Desa Cina: a settlement that is called so; it is not in Java.  Kecamatan Negara,
 * Kelurahan Pahlawan: nor are the names of districts translated. */
static bool is_settlement(struct name_finder *f, const struct head_parse *head)
{
	static const char *const ends[] = { "illage", "amlet", "istrict" };
	struct name_match map;

	if (head->end != head->rest + 1 || !SULIH_VIEW_ENDS_WITH_ONE_OF(head->pattern, ends))
		return false;
	if (match_map(f, head->rest, head->end, &map))
		return map.kind != SULIH_KIND_ORGANIZATION &&
		       !sulih_view_ends(head->pattern, SULIH_VIEW("istrict"));
	return true;
}

/* Kota Kyiv, Kota London: of a town abroad English says no "city", and London City is a part of
 * London; those that are called so (Mexico City) are listed. */
static bool is_town_abroad(struct name_finder *f, const struct head_parse *head)
{
	struct name_match map;

	return head->capital && sulih_view_is(token_lower(f, head->at), "kota") &&
	       match_map(f, head->rest, head->end, &map) && map.kind == SULIH_KIND_PLACE &&
	       map.row.table == &sulih_list_exonyms && head->rest + map.count == head->end;
}

/* The head and its rest in English. */
struct sulih_view compose_head(struct name_finder *f, const struct head_parse *head)
{
	struct sulih_view rest = is_settlement(f, head) ? tokens_text(f, head->rest, head->end)
							: compose_name(f, head->rest, head->end);

	/* Pengadilan Tinggi Jepang → Japanese High Court, Semenanjung Korea → Korean Peninsula,
	 * Grand Prix Belanda → Dutch Grand Prix */
	if (takes_place(head->class) ||
	    sulih_table_says(&sulih_list_head_forms, head->pattern, "adjective"))
		rest = country_adjective(rest);
	/* Polres Magelang Kota → Magelang City Police: that of the town, not of its regency */
	if (sulih_view_ends(head->pattern, SULIH_VIEW("Police")) && head->end > head->rest + 1 &&
	    sulih_view_ends(rest, SULIH_VIEW(" Kota")))
		rest = NAME_JOIN(f, sulih_view_slice(rest, 0, rest.length - 4), SULIH_VIEW("City"));

	if (has_english_noun(f, head) || is_town_abroad(f, head))
		return rest;
	/* Komisi III → Commission III, Komisi Warren → Warren Commission */
	return compose_pattern(f,
			       head->words.length > 0 && head->pattern.data[0] != '{' &&
					       head->end > head->rest &&
					       token_at(f, head->rest)->shape == SHAPE_CAPITAL
				       ? head->words
				       : head->pattern,
			       rest);
}

/* Gedung BEI Medan, Kantor BPJS Kesehatan Cirebon: the house of a listed body, and its town. */
static bool is_house_in_town(struct name_finder *f, const struct name_scene *scene,
			     const struct head_parse *head, struct name_match *town)
{
	struct name_match body;

	return head->kind == SULIH_KIND_PLACE && head->capital && head->end < scene->end &&
	       token_is_apart(f, head->end) && token_at(f, head->end)->shape == SHAPE_CAPITAL &&
	       !is_free_case(f, head->end) && match_map(f, head->rest, scene->end, &body) &&
	       body.kind == SULIH_KIND_ORGANIZATION && head->rest + body.count == head->end &&
	       match_map(f, head->end, scene->end, town) && town->kind == SULIH_KIND_PLACE &&
	       !sulih_table_has(&sulih_list_adjectives, town->target);
}

/* Polres Batang, Polres Batu: a regency or city that stands in the list with its head word alone,
 * because the name is an ordinary word. */
static bool is_bare_region(struct name_finder *f, uint32_t at, uint32_t end)
{
	static const struct sulih_view heads[] = { { "Kabupaten ", 10 }, { "Kota ", 5 } };

	if (end != at + 1 || token_at(f, at)->shape != SHAPE_CAPITAL)
		return false;
	for (size_t i = 0; i < SULIH_COUNT(heads); i++) {
		key_clear(f);
		sulih_buffer_add(&f->key, heads[i]);
		sulih_buffer_add(&f->key, token_text(f, token_at(f, at)));
		if (sulih_table_has(&sulih_list_regencies, sulih_buffer_view(&f->key)))
			return true;
	}
	return false;
}

bool has_place(struct name_finder *f, const struct name_scene *scene, const struct head_parse *head)
{
	uint32_t at = head->rest;
	struct name_match map;

	if (begins_region(f, at, head->end))
		at++;
	if (is_bare_region(f, at, head->end))
		return true;
	return at < head->end && match_map(f, at, head->end, &map) &&
	       map.kind == SULIH_KIND_PLACE &&
	       (at > head->rest || context_allows(f, scene, at, at + map.count, map.note));
}

/* Kantor Berita Jepang | Kyodo, Majalah Jerman | Der Spiegel: whose it is, then its name */
static bool is_foreign_press(struct name_finder *f, const struct name_scene *scene,
			     const struct head_parse *head)
{
	struct name_match map;

	return sulih_table_says(&sulih_list_head_forms, head->pattern, "press") &&
	       match_map(f, head->rest, scene->end, &map) && is_country(&map) &&
	       head->rest + map.count < head->end;
}

/* Perda KTR: what it is about; Kominfo Blokir Telegram: what it does; but KPU Morut, the short form
 * of a regency, and Sekretariat Daerah Pemkab X. */
static bool lacks_region(struct name_finder *f, const struct name_scene *scene,
			 const struct head_parse *head)
{
	return sulih_view_is(head->class, "regional") &&
	       (head->kind == SULIH_KIND_LAW || head->end > head->rest + 1 ||
		is_free_case(f, head->rest)) &&
	       !(token_facts(f, head->rest) & FACT_HEAD) &&
	       !begins_region(f, head->rest, scene->end) && !has_place(f, scene, head);
}

/* … RI, … Republik Indonesia and nothing else. */
static bool is_republic(const struct name_finder *f, const struct head_parse *head)
{
	return (head->end == head->rest + 1 && sulih_view_is(token_lower(f, head->rest), "ri")) ||
	       (head->end == head->rest + 2 &&
		sulih_view_is(token_lower(f, head->rest), "republik") &&
		sulih_view_is(token_lower(f, head->rest + 1), "indonesia"));
}

/* Places and other proper names behind the head. */
static uint32_t take_named(struct name_finder *f, struct name_scene *scene,
			   const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct name_match map;
	uint32_t next;

	if (is_described(f, scene, head) || lacks_region(f, scene, head))
		return head->at;
	if ((next = take_description(f, scene, head)) != head->at)
		return next;
	/* Kantor Polri, but no Kantor Wilayah, Kantor Pusat BPS. */
	if (sulih_view_is(head->class, "proper") && is_only_common(token_facts(f, head->rest)) &&
	    !match_map(f, head->rest, scene->end, &map))
		return head->at;
	if (sulih_view_is(head->pattern, "=")) {
		found.ruling = SULIH_COPY;
	} else if (is_house_in_town(f, scene, head, &map)) {
		found.target = NAME_JOIN(
			f, compose_head(f, head), SULIH_VIEW(" in "),
			map.target.length ? map.target
					  : tokens_text(f, head->end, head->end + map.count));
		found.end = head->end + map.count;
	} else if (is_republic(f, head) && match_map(f, head->at, head->rest, &map)) {
		/* Bawaslu RI is the Bawaslu of the country. */
		found.target = map.target;
	} else {
		found.target = compose_head(f, head);
	}
	/* Gedung MK RI: the country, of which English does not speak */
	if (found.end < scene->end && token_is_apart(f, found.end) &&
	    token_at(f, found.end - 1)->shape == SHAPE_UPPER && found.ruling == SULIH_MAP &&
	    is_ri(f, found.end))
		found.end++;
	return name_take(f, scene, found);
}

/* Kantor Wilayah | Kementerian Agama Jawa Barat: the body has its place. */
static bool is_body(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_row row;

	return token_facts(f, at) & FACT_HEAD && match_head(f, at, scene->end, &row) &&
	       (sulih_view_is(sulih_row_column(&row, 3), "field") ||
		takes_nation(sulih_row_column(&row, 3)));
}

/* The body of an officer's title: what the lists have for it, else the translator has the word. */
static uint32_t take_body_alone(struct name_finder *f, struct name_scene *scene,
				const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");
	struct name_match map;

	if (match_map(f, head->at, scene->end, &map))
		return head->at;
	found.end = head->rest;
	return name_take(f, scene, found);
}

/* Gedung | DPRD Kota Semarang, Kantor | Kejati Jateng: a body of a region with its own head word,
 * which goes on behind what the house would take. */
static bool is_regional_body(struct name_finder *f, const struct name_scene *scene,
			     const struct head_parse *house)
{
	struct head_parse body = { 0 };

	return house->kind == SULIH_KIND_PLACE && house->rest < scene->end &&
	       token_facts(f, house->rest) & FACT_HEAD && read_head(f, scene, house->rest, &body) &&
	       body.end > house->end &&
	       (sulih_view_is(body.class, "regional") || takes_place(body.class)) &&
	       has_place(f, scene, &body);
}

/* Polsek Negara Batin, Koramil Sumber Jaya: a district in no list, whatever its words. */
static bool is_precinct(const struct name_finder *f, const struct head_parse *head)
{
	if (!head->capital || head->end < head->rest + 2 || !token_is_cue(f, head->at, "precinct"))
		return false;
	for (uint32_t i = head->rest; i < head->end; i++)
		if (token_at(f, i)->shape != SHAPE_CAPITAL || is_free_case(f, i) ||
		    token_facts(f, i) & FACT_TITLE)
			return false;
	return true;
}

/* The rule that the class of the head word asks for. */
static uint32_t take_by_class(struct name_finder *f, struct name_scene *scene,
			      const struct head_parse *head)
{
	struct name_match body;
	uint32_t next;

	if (sulih_view_is(head->class, "field"))
		return take_field(f, scene, head);
	if (takes_nation(head->class) || sulih_view_is(head->class, "region"))
		return take_nation(f, scene, head);
	if (sulih_view_is(head->class, "party"))
		return take_board(f, scene, head);
	if (sulih_view_is(head->class, "topic"))
		return take_law(f, scene, head);
	if (sulih_view_is(head->class, "part"))
		return take_part_of(f, scene, head);
	if (sulih_view_is(head->class, "words"))
		return take_words(f, scene, head);
	if (sulih_view_is(head->class, "office") &&
	    (next = take_office(f, scene, head)) != head->at)
		return next;
	if (sulih_view_is(head->class, "body") || sulih_view_is(head->class, "numbered") ||
	    sulih_view_is(head->class, "madrasah"))
		return take_body(f, scene, head);
	if (is_officer(f, scene, head))
		return take_body_alone(f, scene, head);
	/* Units of courts, police, administrations need a place or number: "Polres Metro". */
	if ((takes_place(head->class) || sulih_view_is(head->class, "unit") ||
	     sulih_view_is(head->class, "office")) &&
	    !head->numbered &&
	    ((all_common(f, head->rest, head->end) && !has_place(f, scene, head) &&
	      !is_precinct(f, head)) ||
	     is_body(f, scene, head->rest)))
		return head->at;
	/* Gedung | Kementerian Pertahanan Kenya: the ministry is a name of its own */
	if (head->kind == SULIH_KIND_PLACE && is_body(f, scene, head->rest) &&
	    !(match_map(f, head->rest, scene->end, &body) && head->rest + body.count == head->end))
		return head->at;
	if (is_regional_body(f, scene, head))
		return head->rest;
	return take_named(f, scene, head);
}

/* Kapolsek Sungai Loban, Camat Gunung Sahilan: the district itself, called after a river; Dandim
 * 1511/Pulau Moa: a unit. */
static bool is_called_after_nature(const struct name_finder *f, const struct name_scene *scene,
				   const struct head_parse *head)
{
	return head->capital && head->kind == SULIH_KIND_PLACE &&
	       ((scene->title_end == head->at && scene->title == TITLE_OFFICE &&
		 scene->post == POST_PLACE) ||
		is_numbered_unit(f, scene, head->at)) &&
	       sulih_table_says(&sulih_list_head_forms, head->pattern, "natural");
}

uint32_t parse_head(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct head_parse head;
	uint32_t next;

	if (!read_head(f, scene, at, &head))
		return take_by_words(f, scene, at);
	/* Grup Kerispatih, where music is spoken of: who plays it, no firm */
	if (is_foreign_press(f, scene, &head) ||
	    (sulih_view_is(token_lower(f, at), "grup") && is_about_shows(f)))
		return at;
	head.pattern = is_called_after_nature(f, scene, &head) ? SULIH_VIEW("=")
							       : storm_pattern(f, scene, &head);
	next = take_by_class(f, scene, &head);
	return next == at ? take_by_words(f, scene, at) : next;
}
