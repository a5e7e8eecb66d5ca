/* Names with a head word: Gunung Rinjani, Universitas Gadjah Mada, Kementerian Keuangan. */
#include "pipeline/protect/names/heads.h"

#include "base/letter.h"
#include "lists.h"

/* Whether one of [at, end) is a plain word that no list has. */
static bool any_common(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;
	struct sulih_row row;

	if (match_map(f, at, end, &map) && map.count == end - at)
		return false;
	end -= compass_tail(f, at, end, &row);
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD &&
		    (is_common(f, i) || word_is_inflected(f, i)))
			return true;
	}
	return false;
}

static bool is_market(const struct name_finder *f, const struct head_parse *head)
{
	static const char *const heads[] = { "pasar", "kota", "bandara", "pelabuhan" };

	return SULIH_VIEW_IS_ONE_OF(token_lower(f, head->at), heads);
}

/* What every rule about a head word begins with: its span and kind, no English yet. */
static struct name_found found_head(const struct name_finder *f, const struct head_parse *head,
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

/* The head and its rest in English. */
static struct sulih_view compose_head(struct name_finder *f, const struct head_parse *head)
{
	struct sulih_view rest = compose_name(f, head->rest, head->end);

	return has_english_noun(f, head) ? rest : compose_pattern(f, head->pattern, rest);
}

/* Places and other proper names behind the head. */
static uint32_t take_named(struct name_finder *f, struct name_scene *scene,
			   const struct head_parse *head)
{
	struct name_match map;
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");

	/* In a headline an ordinary word behind the head is no name: "Pasar Naik". */
	if (is_free_case(f, head->rest) && all_common(f, head->rest, head->end))
		return head->at;
	/* Pasar Amerika, Kota Jepang: what a country has, no place of that name. */
	if (sulih_view_starts(head->pattern, SULIH_VIEW("{}")) && is_market(f, head) &&
	    match_map(f, head->rest, scene->end, &map) && head->rest + map.count == head->end &&
	    sulih_table_has(&sulih_list_adjectives, map.target))
		return head->at;
	/* Gedung Utama Departemen Keuangan: a description, no name. */
	if (head->end - head->rest > 1 && !begins_region(f, head->rest, head->end) &&
	    !sulih_view_is(head->class, "place") &&
	    sulih_table_has(&sulih_list_modifiers, token_lower(f, head->rest)))
		return head->at;
	/* … the same where the house has a listed owner, which is part of the description */
	if (head->capital && !is_free_case(f, head->rest) && head->end == head->rest + 1 &&
	    sulih_view_is(token_lower(f, head->rest), "utama") && head->end < scene->end &&
	    token_is_apart(f, head->end) && match_map(f, head->end, scene->end, &map) &&
	    map.kind == SULIH_KIND_ORGANIZATION) {
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		found.end = with_owner(f, head->end + map.count, scene->end);
		return name_take(f, scene, found);
	}
	/* Kantor Polri, but no Kantor Wilayah, Kantor Pusat BPS. */
	if (sulih_view_is(head->class, "proper") && is_common(f, head->rest) &&
	    !match_map(f, head->rest, scene->end, &map))
		return head->at;
	/* surat kabar Spanyol: the newspaper of a country, whatever its name. */
	if (!head->capital && head->kind == SULIH_KIND_ORGANIZATION &&
	    sulih_view_is(head->class, "name") && match_map(f, head->rest, scene->end, &map) &&
	    map.kind == SULIH_KIND_PLACE && head->rest + map.count == head->end)
		return head->at;
	if (sulih_view_is(head->pattern, "=")) {
		found.ruling = SULIH_COPY;
		return name_take(f, scene, found);
	}
	/* Bawaslu RI is the Bawaslu of the country. */
	if (head->end == head->rest + 1 && sulih_view_is(token_lower(f, head->rest), "ri") &&
	    match_map(f, head->at, head->rest, &map))
		found.target = map.target;
	else
		found.target = compose_head(f, head);
	return name_take(f, scene, found);
}

/* Kepala, Brigjen: not the plain nouns that the list of titles also has (Pekerja). */
static bool begins_office(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct title_match title;

	return token_facts(f, at) & FACT_TITLE && match_title(f, at, limit, &title) &&
	       (sulih_view_is(title.kind, "office") || sulih_view_is(title.kind, "rank"));
}

/*
 * Asosiasi Sepak Bola Yordania, Badan Kehormatan Dewan Perwakilan Rakyat, Presidium
 * Penyelamat Partai Golkar: the country, body or party behind a descriptive name is part of what
 * the translator must turn round.
 */
uint32_t with_owner(struct name_finder *f, uint32_t end, uint32_t limit)
{
	struct name_match map;

	if (end < limit && token_is_apart(f, end) && match_map(f, end, limit, &map) &&
	    (map.kind == SULIH_KIND_PLACE || all_common(f, end, end + map.count) ||
	     sulih_view_is(token_lower(f, end), "partai")))
		end += map.count;
	return end;
}

/* Further plain words of a descriptive name: "Himpunan Pengusaha dan Petani Muda". */
static uint32_t descriptive_end(struct name_finder *f, uint32_t end, uint32_t limit)
{
	while (end + 1 < limit) {
		bool and = token_at(f, end)->shape == SHAPE_LOWER &&
			   sulih_view_is(token_lower(f, end), "dan");
		uint32_t next = end + (and? 1 : 0);

		/* Pusat Perencanaan dan Pendayagunaan SDM: built like a plain word, or one */
		if (!token_is_capital(f, next) || !token_is_apart(f, next) ||
		    !(is_common(f, next) || word_is_inflected(f, next)) ||
		    token_facts(f, next) & FACT_HEAD || begins_office(f, next, limit))
			break;
		end = next + 1;
	}
	return with_owner(f, end, limit);
}

/* PT Bandung menguatkan vonis itu: among words of the courts "PT" is Pengadilan Tinggi. */
static bool is_high_court(struct name_finder *f, const struct name_scene *scene,
			  const struct head_parse *head)
{
	static const char *const words[] = {
		"hakim",      "majelis",   "putusan",	"vonis",     "banding",	    "terdakwa",
		"hukuman",    "memvonis",  "kasasi",	"menghukum", "mengadili",   "memperberat",
		"menguatkan", "terpidana", "peradilan", "dakwaan",   "meringankan", "menganulir",
		"pengadilan", "pn",	   "memutus"
	};
	uint32_t from = head->at > scene->start + 12 ? head->at - 12 : scene->start;
	uint32_t to = scene->end - head->end > 12 ? head->end + 12 : scene->end;
	struct name_match map;

	if (!sulih_view_is(token_lower(f, head->at), "pt") ||
	    !match_map(f, head->rest, scene->end, &map) || map.kind != SULIH_KIND_PLACE ||
	    head->rest + map.count != head->end)
		return false;
	for (uint32_t i = from; i < to; i++) {
		if (SULIH_VIEW_IS_ONE_OF(token_lower(f, i), words))
			return true;
	}
	return false;
}

/* Terminal 3 Bandara X → X Airport Terminal 3; without its place as it stands. */
static uint32_t take_terminal(struct name_finder *f, struct name_scene *scene,
			      const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	uint32_t next = head->rest + 1;
	struct head_parse place;
	struct name_match map;
	struct sulih_view owner, own;

	found.end = next;
	own = tokens_text(f, head->at, next);
	if (next < head->end && match_map(f, next, scene->end, &map) &&
	    map.kind == SULIH_KIND_PLACE) {
		owner = map.target;
		found.end = next + map.count;
	} else if (next < head->end && token_facts(f, next) & FACT_HEAD &&
		   read_head(f, scene, next, &place) && place.kind == SULIH_KIND_PLACE) {
		owner = compose_pattern(f, place.pattern, compose_name(f, place.rest, place.end));
		found.end = place.end;
	} else {
		found.ruling = SULIH_COPY;
		return name_take(f, scene, found);
	}
	found.target = sulih_arena_printf(&f->document->arena, "%.*s %.*s", SULIH_VIEW_ARGS(owner),
					  SULIH_VIEW_ARGS(own));
	f->failed |= !found.target.data;
	return name_take(f, scene, found);
}

/* Bodies: a proper rest is composed, a rest of plain words is left to the translator. */
static uint32_t take_body(struct name_finder *f, struct name_scene *scene,
			  const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct name_match map;

	if (sulih_view_is(head->pattern, "=")) {
		if (is_high_court(f, scene, head))
			found.target = compose_pattern(f, SULIH_VIEW("{} High Court"),
						       compose_name(f, head->rest, head->end));
		else
			found.ruling = SULIH_COPY;
		return name_take(f, scene, found);
	}
	/* Fraksi Partai Demokrat: ordinary words, but a listed body; kawasan Timur Tengah: a
	 * descriptor before a listed place with English of its own. */
	if (match_map(f, head->rest, scene->end, &map) && head->rest + map.count == head->end &&
	    context_allows(f, scene, head->rest, head->end, map.note)) {
		if (!head->capital && map.kind == SULIH_KIND_PLACE &&
		    !sulih_view_equal(map.target, tokens_text(f, head->rest, head->end)))
			return head->at;
		if (map.ruling == SULIH_MAP && map.kind == SULIH_KIND_ORGANIZATION) {
			found.target = compose_pattern(f, head->pattern, map.target);
			return name_take(f, scene, found);
		}
	}
	if (head->numbered) {
		found.target = compose_head(f, head);
		return name_take(f, scene, found);
	}
	if (token_at(f, head->rest)->kind == TOKEN_NUMBER && head->kind == SULIH_KIND_PLACE)
		return take_terminal(f, scene, head);
	if (all_common(f, head->rest, head->end)) {
		if (is_free_case(f, head->rest))
			return head->at;
		found.end = descriptive_end(f, head->end, scene->end);
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		return name_take(f, scene, found);
	}
	/* Words of the rest that must be translated: "Lembaga Bantuan Hukum Makassar". */
	if (any_common(f, head->rest, head->end)) {
		found.end = descriptive_end(f, head->end, scene->end);
		found.ruling = SULIH_LEAVE;
		found.why = "descriptive";
		return name_take(f, scene, found);
	}
	found.target = compose_head(f, head);
	return name_take(f, scene, found);
}

/* Bali, Kabupaten Sikka: the place that an agency belongs to. */
static bool match_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			struct name_match *owner)
{
	struct head_parse region;

	uint32_t first = at;

	if (at >= scene->end || !token_is_apart(f, at))
		return false;
	/* Dinas Kesehatan (Dinkes) Kota Bandung */
	at = behind_short_form(f, at, scene->end);
	if (match_map(f, at, scene->end, owner)) {
		owner->count += at - first;
		return owner->kind == SULIH_KIND_PLACE;
	}
	if (!begins_region(f, at, scene->end) || !token_is_capital(f, at) ||
	    !read_head(f, scene, at, &region))
		return false;
	/* Kabupaten Sikka | Petrus Herlemus */
	if (match_map(f, region.rest, region.end, owner) && owner->kind == SULIH_KIND_PLACE)
		region.end = region.rest + owner->count;
	owner->count = region.end - first;
	owner->kind = region.kind;
	owner->target =
		compose_pattern(f, region.pattern, compose_name(f, region.rest, region.end));
	return true;
}

/* Ministries and agencies: the field by its list, then a country or region. */
static uint32_t take_field(struct name_finder *f, struct name_scene *scene,
			   const struct head_parse *head)
{
	struct sulih_view english = { "", 0 };
	struct name_match owner = { 0 };
	uint32_t count = match_field(f, head->rest, scene->end, &english), after;
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");

	/* kementerian Rusia: whichever it is, the country's */
	if (count == 0 && !head->capital &&
	    sulih_view_is(token_lower(f, head->at), "kementerian") &&
	    match_map(f, head->rest, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE &&
	    sulih_table_has(&sulih_list_adjectives, owner.target)) {
		found.end = head->rest + owner.count;
		found.ruling = SULIH_MAP;
		found.why = "institution";
		found.target = compose_owned(f, owner.target, SULIH_VIEW("ministry"), true);
		return name_take(f, scene, found);
	}
	if (!head->capital && (count == 0 || head->rest + count >= scene->end ||
			       !match_map(f, head->rest + count, scene->end, &owner)))
		return head->at;
	if (count == 0) {
		if (is_free_case(f, head->rest))
			return head->at;
		found.end = all_common(f, head->rest, head->end)
				    ? descriptive_end(f, head->end, scene->end)
				    : head->end;
		return name_take(f, scene, found);
	}
	after = head->rest + count;
	/* Departemen Imigrasi | dan Kewarganegaraan: a field that the list has not. */
	if (after + 1 < scene->end && sulih_view_is(token_lower(f, after), "dan") &&
	    token_is_capital(f, after + 1) && is_common(f, after + 1) &&
	    !(token_facts(f, after + 1) & (FACT_HEAD | FACT_TITLE))) {
		found.end = descriptive_end(f, after, scene->end);
		return name_take(f, scene, found);
	}
	found.end = after;
	found.ruling = SULIH_MAP;
	found.why = "institution";
	found.target = compose_pattern(f, head->pattern, english);
	if (match_owner(f, scene, after, &owner)) {
		found.end = after + owner.count;
		found.target =
			compose_owned(f, owner.target, found.target, head->pattern.data[0] == '{');
	}
	return name_take(f, scene, found);
}

/* pemerintah Suriah → Syrian government; only of countries and regions. */
static uint32_t take_nation(struct name_finder *f, struct name_scene *scene,
			    const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct sulih_view age = { "", 0 }, country;
	struct name_match owner;
	struct sulih_row row;
	uint32_t count = match_age_group(f, head->rest, scene->end, &age);

	/* Timnas U-23 */
	if (count && sulih_view_ends(head->pattern, SULIH_VIEW("national team"))) {
		found.end = head->rest + count;
		found.target = compose_pattern(f, head->pattern, age);
		return name_take(f, scene, found);
	}
	if (!match_map(f, head->rest, scene->end, &owner) || owner.kind != SULIH_KIND_PLACE ||
	    !context_allows(f, scene, head->rest, head->rest + owner.count, owner.note))
		return head->at;
	found.end = head->rest + owner.count;
	row = sulih_table_find(&sulih_list_adjectives, owner.target);
	/* The region of a country is its territory, which MT knows better. */
	if (row.listed && sulih_view_is(head->class, "region"))
		return head->at;
	country = row.listed ? sulih_row_column(&row, 1) : owner.target;
	/* Timnas Indonesia U-17 → Indonesian U-17 national team */
	if (sulih_view_ends(head->pattern, SULIH_VIEW("national team")) &&
	    (count = match_age_group(f, found.end, scene->end, &age)) != 0) {
		found.end += count;
		country = sulih_arena_printf(&f->document->arena, "%.*s %.*s",
					     SULIH_VIEW_ARGS(country), SULIH_VIEW_ARGS(age));
		f->failed |= !country.data;
	}
	found.target = compose_pattern(f, head->pattern, country);
	return name_take(f, scene, found);
}

/* DPP Partai Golkar → Golkar Party central executive board; what follows is another name. */
static uint32_t take_board(struct name_finder *f, struct name_scene *scene,
			   const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "head word");
	struct head_parse party;
	struct name_match map;
	struct sulih_view owner;

	if (match_map(f, head->rest, scene->end, &map) && map.kind == SULIH_KIND_ORGANIZATION) {
		owner = map.target;
		found.end = head->rest + map.count;
	} else if (read_head(f, scene, head->rest, &party) && party.rest < party.end) {
		found.end = party.rest + 1;
		owner = compose_pattern(f, party.pattern, compose_name(f, party.rest, found.end));
	} else {
		return head->at;
	}
	/* the bracket belongs to the party */
	if (found.end < scene->end && is_mark(f, found.end, '('))
		return head->at;
	found.target = compose_pattern(f, head->pattern, owner);
	return name_take(f, scene, found);
}

/* Kejaksaan Negeri Lahat, DPRD Kota Medan: a place, though its words are ordinary ones. */
static bool has_place(struct name_finder *f, const struct name_scene *scene,
		      const struct head_parse *head)
{
	uint32_t at = head->rest;
	struct name_match map;

	if (begins_region(f, at, head->end))
		at++;
	return at < head->end && match_map(f, at, head->end, &map) &&
	       map.kind == SULIH_KIND_PLACE &&
	       (at > head->rest || context_allows(f, scene, at, at + map.count, map.note));
}

/* Kantor Wilayah | Kementerian Agama Jawa Barat: the body has its place. */
static bool is_body(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_row row;

	return token_facts(f, at) & FACT_HEAD && match_head(f, at, scene->end, &row) &&
	       sulih_view_is(sulih_row_column(&row, 3), "field");
}

uint32_t parse_head(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct head_parse head;

	if (!read_head(f, scene, at, &head))
		return at;
	if (sulih_view_is(head.class, "field"))
		return take_field(f, scene, &head);
	if (sulih_view_is(head.class, "nation") || sulih_view_is(head.class, "region"))
		return take_nation(f, scene, &head);
	if (sulih_view_is(head.class, "party"))
		return take_board(f, scene, &head);
	if (sulih_view_is(head.class, "body") || sulih_view_is(head.class, "numbered") ||
	    sulih_view_is(head.class, "madrasah"))
		return take_body(f, scene, &head);
	/* Units of courts, police, administrations need a place or number: "Polres Metro". */
	if ((sulih_view_is(head.class, "place") || sulih_view_is(head.class, "unit")) &&
	    !head.numbered &&
	    ((all_common(f, head.rest, head.end) && !has_place(f, scene, &head)) ||
	     is_body(f, scene, head.rest)))
		return at;
	return take_named(f, scene, &head);
}
