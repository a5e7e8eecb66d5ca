/* Where a head word stands, and how far the name behind it reaches. */
#include "pipeline/protect/names/heads.h"

#include "lists.h"

bool all_common(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && !is_common(f, i))
			return false;
	}
	return true;
}

/* RSUD dr. Soetomo: the token of the name behind a doctor's title written small; else `at`. */
static uint32_t skip_doctor(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at + 1;

	if (at + 1 >= end || token_at(f, at)->shape != SHAPE_LOWER ||
	    !(sulih_view_is(token_lower(f, at), "dr") || sulih_view_is(token_lower(f, at), "drg")))
		return at;
	if (is_mark(f, next, '.') && next + 1 < end)
		next++;
	return token_is_capital(f, next) ? next : at;
}

/* di Istana Senin (20/10), di Balai Kota Jumat pagi: a day with its date or its part; but Pasar
 * Minggu is one. */
static bool is_day_with_date(const struct name_finder *f, uint32_t at, uint32_t end)
{
	static const char *const parts[] = { "pagi", "siang", "sore", "petang", "malam",
					     "dini", "subuh", "lalu", "ini",	"kemarin" };
	uint32_t next = at + 1;

	if (!(token_facts(f, at) & FACT_CALENDAR) || next >= end ||
	    sulih_view_is(token_lower(f, at - 1), "pasar"))
		return false;
	if (is_mark(f, next, '(') || is_mark(f, next, ','))
		next++;
	return next < end && (token_at(f, next)->kind == TOKEN_NUMBER ||
			      SULIH_VIEW_IS_ONE_OF(token_lower(f, next), parts));
}

/* A word that can stand behind a head word: also an ordinary one (Pasar Baru, Desa Harapan). */
static bool follows_head(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at >= end || !token_is_apart(f, at))
		return false;
	if (token_at(f, at)->kind == TOKEN_NUMBER)
		return token_facts(f, at - 1) & FACT_NUMBERED &&
		       ((at + 1 < end && token_is_capital(f, at + 1)) ||
			(token_at(f, at)->end - token_at(f, at)->start <= 2 &&
			 !number_counts(f, at, end)));
	if (skip_doctor(f, at, end) != at)
		return true;
	if (!token_is_capital(f, at)) /* Selat al-Mandab */
		return at + 2 < end && token_facts(f, at) & FACT_ARTICLE &&
		       is_mark(f, at + 1, '-') && token_is_capital(f, at + 2);
	if (is_free_case(f, at))
		return token_may_name(f, at, true);
	return !(token_facts(f, at) & FACT_CALENDAR) ||
	       (token_at(f, at - 1)->shape != SHAPE_LOWER && !is_day_with_date(f, at, end));
}

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
	return token_is_cue(f, at, "wish");
}

/* PT Sumber Rejeki | Budi Santoso: the person whose name the word at `name` tells may begin one
 * word before it (but PT Dhirga Surya | Ari Wibowo); the body's own name has `at`. */
static uint32_t person_from(const struct name_finder *f, uint32_t at, uint32_t name, uint32_t limit)
{
	uint32_t before = name - 1;

	return before > at && token_is_apart(f, name) &&
			       (token_facts(f, name) & FACT_FAMILY ||
				(name + 1 == limit && token_facts(f, before) & FACT_GIVEN &&
				 !is_wish(f, before)))
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

/* The end of what is the body's own for sure: `end`, behind a listed name (`place`: that of a
 * place) or one word, or that of a house's name; *closed: nothing behind it is. */
static uint32_t own_end(struct name_finder *f, uint32_t head, uint32_t at, uint32_t end, bool place,
			uint32_t limit, const struct head_parse *parse,
			const struct name_scene *scene, bool *closed)
{
	bool titled = scene->title_end == head && scene->title != TITLE_NONE;
	bool office = titled && scene->title == TITLE_OFFICE;
	struct sulih_row row;
	uint32_t named;

	*closed = true;
	/* Sekretaris Daerah Kabupaten Sleman | Harda Kiswaya: the list has all regencies; and
	 * towns, though villages may begin like them. */
	if (place && end < limit &&
	    (is_listed_region(f, head) ||
	     (office && sulih_view_is(token_lower(f, head), "kota"))) &&
	    !(token_facts(f, end) & FACT_COMPASS))
		return end;
	/* RSUD Abdul Moeloek | Lukman Pura: a house called after a person, then a person */
	named = match_words(f, &sulih_list_eponyms, at, limit, &row);
	if (named)
		end = at + named;
	if (named && end < limit && titled && begins_person(f, end))
		return end;
	/* Komisi X | Hetifah Sjaifudian */
	*closed = sulih_view_is(parse->pattern, "Commission {}") &&
		  token_at(f, at)->shape == SHAPE_UPPER &&
		  token_at(f, at)->end - token_at(f, at)->start <= 4;
	return end;
}

/*
 * Where the rest ends: at a listed place behind a name of its own (Pantai Losari
 * | Makassar), at a title, at an acronym of a body (Komisi III | DPR), at a
 * person behind an office (Rektor Universitas X | Budi Santoso).
 */
static uint32_t rest_end(struct name_finder *f, const struct name_scene *scene, uint32_t head,
			 uint32_t at, uint32_t limit, const struct head_parse *parse)
{
	struct name_match map;
	bool office = scene->title == TITLE_OFFICE && scene->title_end == head;
	/* Daop 1 | Jakarta, BPBD Kabupaten | Agam, Bapenda Kota | Malang */
	uint32_t own = token_at(f, at)->kind == TOKEN_NUMBER ||
				       (parse->at != at && begins_region(f, at, scene->end))
			       ? at + 1
			       : at;
	bool listed = match_map(f, own, scene->end, &map);
	bool of_body = listed && map.kind == SULIH_KIND_ORGANIZATION;
	bool school = sulih_view_is(parse->class, "numbered");
	bool body = school || sulih_view_is(parse->class, "body");
	/* PT Bank Danamon Indonesia, Universitas Pelita Bandung keep their place. */
	bool company =
		(parse->kind == SULIH_KIND_ORGANIZATION && sulih_view_is(parse->class, "name")) ||
		is_chain(f, at);
	struct sulih_row row;
	bool unit = takes_place(parse->class) && listed && map.kind == SULIH_KIND_PLACE;
	/* Pesantren Darunnajah | KH Mahrus, Keuchik Gampong Baro | Tgk Muslim; but "Jalan Prof. Dr.
	 * Supomo" */
	bool honored = body || company || (office && scene->post == POST_PLACE) ||
		       sulih_view_is(parse->pattern, "{} Islamic boarding school");
	bool tbk = false, closed;
	uint32_t i;

	i = own_end(f, head, at, listed ? own + map.count : at + 1,
		    listed && map.kind == SULIH_KIND_PLACE, limit, parse, scene, &closed);
	if (closed)
		return i;
	if (limit < i)
		limit = i;
	for (uint32_t k = i; k < limit && parse->kind == SULIH_KIND_ORGANIZATION; k++)
		tbk |= sulih_view_is(token_lower(f, k), "tbk");
	for (; i < limit; i++) {
		uint32_t facts = token_facts(f, i);

		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_apart(f, i) ||
		    token_at(f, i)->shape == SHAPE_LOWER)
			continue;
		/* Bank Pembangunan Daerah Bali | Tbk, PT Sinar Mas Agro Resources Tbk |: the legal
		 * form ends a firm */
		if (sulih_view_is(token_lower(f, i), "tbk"))
			return unit ? i : i + 1;
		if (tbk)
			continue;
		/* Lantamal VI Makassar: the place of a numbered unit */
		if (i == at + 1 && token_at(f, at)->shape == SHAPE_UPPER &&
		    token_facts(f, at) & FACT_ROMAN && sulih_view_is(parse->pattern, "="))
			continue;
		if (begins_ministry(f, i, scene->end))
			return i;
		/* Desa Way Mulih | SDN 1 */
		if (facts & FACT_HEAD && token_at(f, i)->shape == SHAPE_UPPER &&
		    !(token_at(f, i)->flags & TOKEN_SHOUTED) && match_head(f, i, limit, &row))
			return i;
		if (facts & FACT_TITLE &&
		    begins_holder(f, i, limit, honored,
				  listed && i == own + map.count && map.kind == SULIH_KIND_PLACE))
			return i;
		/* Guru SDN 2 Waimangura | Maria Goreti: a school that has its number and place */
		if (school && parse->numbered && scene->title_end == head &&
		    scene->title != TITLE_NONE &&
		    (facts & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN)
			return i;
		/* Fraksi Partai Golkar | Maman Abdurrahman: the member of a listed body */
		if (of_body && body && (facts & FACT_GIVEN || i == at + map.count) &&
		    !(facts & (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_ORG | FACT_ROMAN)))
			return i;
		/* Manajer PT KAI Daop 1 Jakarta | Ixfan, Kapolres Blora | Wawan: the unit has its
		 * place */
		if (unit && i == own + map.count && scene->title_end == head &&
		    scene->title != TITLE_NONE &&
		    !(facts & (FACT_COMMON | FACT_MAP | FACT_MAP_UPPER | FACT_COMPASS | FACT_ROMAN |
			       FACT_HEAD)))
			return i;
		/* Komandan Lanud Sultan Hasanuddin: the title belongs to whom it is called after */
		if (i == at + 1 && token_facts(f, at) & FACT_TITLE && office)
			continue;
		if (office && ((facts & FACT_GIVEN && (!(facts & FACT_COMMON) || listed) &&
				!(i + 1 == limit && is_wish(f, i))) ||
			       (listed && token_at(f, i)->shape == SHAPE_UPPER &&
				!(facts & (FACT_ROMAN | FACT_MAP_UPPER)))))
			return person_from(f, at, i, limit);
		/* Pantai Losari | Makassar; but Masjid Raya Bandung, Desa Tegal Waru, USS Gerald R.
		 * Ford. */
		if (facts & (FACT_MAP | FACT_MAP_UPPER) && !(facts & FACT_COMPASS) &&
		    !is_mark(f, i - 1, '.') && match_map(f, i, limit, &map) &&
		    !((company || (body && sulih_view_is(parse->pattern, "="))) &&
		      map.kind == SULIH_KIND_PLACE) &&
		    (!all_common(f, at, i) ||
		     (map.kind == SULIH_KIND_ORGANIZATION && !all_common(f, i, i + map.count) &&
		      (body || token_at(f, i)->shape == SHAPE_UPPER))) &&
		    (!(token_facts(f, at) & FACT_MAP) ||
		     !sulih_view_equal(map.target, tokens_text(f, i, i + map.count))))
			return i;
	}
	return limit;
}

/* Kodim 0701/Banyumas, Denpom XII/1 Pontianak: the number of a unit before its place, which
 * English mostly leaves out. */
static bool has_unit_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 2 < end && token_is_apart(f, at) &&
	       (token_at(f, at)->kind == TOKEN_NUMBER || token_facts(f, at) & FACT_ROMAN) &&
	       is_mark(f, at + 1, '/') && !token_is_apart(f, at + 1) &&
	       !token_is_apart(f, at + 2) &&
	       (token_is_capital(f, at + 2) || token_at(f, at + 2)->kind == TOKEN_NUMBER);
}

/* Pengadilan Militer III-19 | Jayapura */
static bool has_court_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 3 < end && token_is_apart(f, at) && token_facts(f, at) & FACT_ROMAN &&
	       is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) &&
	       token_at(f, at + 2)->kind == TOKEN_NUMBER && token_is_capital(f, at + 3);
}

/* SMK Bina Karya 2, SMA Taruna 1 Bandung, PLTA Asahan 3: the number of a school or plant, and its
 * place. */
static void take_rest_number(struct name_finder *f, const struct name_scene *scene,
			     struct head_parse *head)
{
	uint32_t at = head->end, next;
	/* Rest Area KM 57 */
	bool kilometre = at + 1 < scene->end && sulih_view_is(token_lower(f, at), "km") &&
			 token_is_apart(f, at);

	at += kilometre ? 1 : 0;
	next = at + 1;
	if (at >= scene->end || token_at(f, at)->kind != TOKEN_NUMBER || !token_is_apart(f, at) ||
	    token_at(f, at)->end - token_at(f, at)->start > (kilometre ? 3 : 2) ||
	    number_counts(f, at, scene->end) ||
	    (at + 1 < scene->end && token_at(f, at + 1)->kind == TOKEN_MARK &&
	     !token_is_apart(f, at + 1) && !is_mark(f, at + 1, '.') && !is_mark(f, at + 1, ',') &&
	     !is_mark(f, at + 1, ')')))
		return;
	head->end = next;
	head->numbered = true;
	if (kilometre)
		return;
	if (next < scene->end && token_is_apart(f, next) && token_may_name(f, next, false) &&
	    !(token_facts(f, next) & (FACT_TITLE | FACT_FUNCTION)))
		head->end = rest_end(f, scene, head->at, next, run_end(f, next, scene->end), head);
}

/* Kepolisian Resor (Polres) Bogor: the name goes on behind the short form of its head. */
uint32_t behind_short_form(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t close = skip_short_form(f, at, end);

	if (close != at && sulih_view_is(token_text(f, token_at(f, close + 1)), "RI"))
		return at;
	return close != at && (token_is_capital(f, close + 1) ||
			       token_at(f, close + 1)->kind == TOKEN_NUMBER)
		       ? close + 1
		       : at;
}

bool read_head(struct name_finder *f, const struct name_scene *scene, uint32_t at,
	       struct head_parse *head)
{
	struct sulih_row row;
	uint32_t count = match_head(f, at, scene->end, &row);
	struct sulih_view small, english;
	struct name_match map;
	uint32_t fields = 0;
	bool school;

	if (count == 0)
		return false;
	head->at = at;
	head->rest = at + count;
	/* The stop of "Jl." */
	if (head->rest < scene->end && is_mark(f, head->rest, '.') &&
	    !token_is_apart(f, head->rest))
		head->rest++;
	/* Masjid Jami' Al-Munawwar */
	if (head->rest + 1 < scene->end && !token_is_apart(f, head->rest) &&
	    (is_mark(f, head->rest, '\'') || is_mark(f, head->rest, 0x2019)) &&
	    token_is_apart(f, head->rest + 1))
		head->rest++;
	head->capital = token_is_capital(f, at);
	if (head->capital)
		head->rest = behind_short_form(f, head->rest, scene->end);
	if (is_no_head(f, scene, head, sulih_row_column(&row, 3)))
		return false;
	small = sulih_row_column(&row, 4);
	/* jalan Padang-Bukittinggi: the road between two places, no street */
	if (!head->capital && sulih_view_is(token_lower(f, at), "jalan") &&
	    joins_places(f, head->rest, scene->end))
		return false;
	if (!head->capital && (small.length == 0 || is_compound(f, scene, at, head->rest)))
		return false;
	/* "kuota harian BBM": a daily quota, no daily. */
	if (!head->capital && head->rest < scene->end && token_facts(f, head->rest) & FACT_TERM)
		return false;
	/* The field of a ministry may be written small: "Kementerian pertahanan Finlandia". */
	if (sulih_view_is(sulih_row_column(&row, 3), "field") && head->rest < scene->end &&
	    token_at(f, head->rest)->shape == SHAPE_LOWER)
		fields = match_field(f, head->rest, scene->end, &english);
	head->class = sulih_row_column(&row, 3);
	school = sulih_view_is(head->class, "numbered");
	head->numbered = has_unit_number(f, head->rest, scene->end);
	head->end = head->rest;
	if (head->numbered && sulih_view_is(head->class, "unit"))
		head->end += 2;
	else if (head->numbered && takes_place(head->class)) /* Koramil 0815/16 | Trawas */
		head->rest = head->end =
			head->rest + (token_at(f, head->rest + 2)->kind == TOKEN_NUMBER ? 3 : 2);
	else if (takes_place(head->class) && has_court_number(f, head->rest, scene->end))
		head->rest = head->end = head->rest + 3;
	else if (school)
		take_rest_number(f, scene, head);
	if (head->end == head->rest && !head->numbered && !fields &&
	    !follows_head(f, head->rest, scene->end))
		return false;
	head->kind = listed_kind(sulih_row_column(&row, 1));
	/* Kadis Topan Ginting is no storm. */
	if (head->kind == SULIH_KIND_EVENT && token_facts(f, at) & FACT_GIVEN &&
	    (scene->title_end == at || token_facts(f, head->rest) & FACT_FAMILY))
		return false;
	head->pattern = sulih_row_column(&row, 2);
	if (!head->capital && !sulih_view_is(small, "small"))
		head->pattern = small;
	if (fields)
		head->end = head->rest + fields;
	else if (!(school && head->numbered))
		head->end = rest_end(f, scene, at, head->end,
				     run_end(f, skip_doctor(f, head->end, scene->end), scene->end),
				     head);
	/* Gerbang Tol Cikunir 2 */
	if (!head->numbered && (school || sulih_view_is(head->pattern, "{} toll gate")))
		take_rest_number(f, scene, head);
	/* Gedung DPR/MPR */
	if (head->end + 1 < scene->end && is_mark(f, head->end, '/') &&
	    token_at(f, head->end - 1)->shape == SHAPE_UPPER &&
	    token_at(f, head->end + 1)->shape == SHAPE_UPPER && !token_is_apart(f, head->end))
		head->end += 2;
	/* A small head word makes a name only of a proper one: "partai Golkar". */
	return head->capital || sulih_view_is(head->class, "field") ||
	       head->kind != SULIH_KIND_ORGANIZATION || !all_common(f, head->rest, head->end) ||
	       match_map(f, head->rest, scene->end, &map);
}
