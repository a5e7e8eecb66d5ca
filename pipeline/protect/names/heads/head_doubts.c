/* Where a head word is none: it is another word, or part of another name. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

/* ibu kota Kabupaten X, timur laut Sungai X: no head word, or that of another. */
bool is_compound(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t rest)
{
	struct sulih_row row;

	if (at > scene->start &&
	    (sulih_view_is(token_lower(f, at - 1), "ibu") || token_facts(f, at - 1) & FACT_COMPASS))
		return true;
	return rest < scene->end && token_facts(f, rest) & FACT_HEAD &&
	       match_head(f, rest, scene->end, &row) && rest + 1 < scene->end &&
	       token_is_capital(f, rest + 1) && token_is_apart(f, rest + 1);
}

bool joins_places(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	if (!match_map(f, at, end, &map) || map.kind != SULIH_KIND_PLACE)
		return false;
	at += map.count;
	return at + 1 < end && token_at(f, at)->kind == TOKEN_MARK &&
	       (token_at(f, at)->mark == '-' || token_at(f, at)->mark == 0x2013) &&
	       match_map(f, at + 1, end, &map) && map.kind == SULIH_KIND_PLACE;
}

bool goes_on_person(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t facts = at < end ? token_facts(f, at) : 0;

	return at < end && token_is_capital(f, at) && token_is_apart(f, at) &&
	       (facts & FACT_GIVEN ||
		!(facts & (FACT_COMMON | FACT_LISTED | FACT_COMPASS | FACT_HEAD | FACT_TITLE |
			   FACT_ROMAN | FACT_CALENDAR)));
}

static bool is_known_person(const struct name_finder *f, uint32_t at)
{
	const struct name_word *word = word_at(f, at);

	return word->person || word->named;
}

/*
 * A title stands before the body and no place behind it.  A town or district that no list has
 * (Polsek Ciputat) must not begin like a person's name.
 */
bool is_officer(struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head)
{
	uint32_t at = head->rest, facts = token_facts(f, at);
	struct name_match map;
	struct sulih_row row;
	bool goes_on;

	if (!takes_place(head->class) || scene->title_end != head->at || at >= scene->end ||
	    !goes_on_person(f, at, scene->end) || begins_region(f, at, scene->end) ||
	    (match_map(f, at, scene->end, &map) && map.kind == SULIH_KIND_PLACE) ||
	    match_words(f, &sulih_list_eponyms, at, scene->end, &row))
		return false;
	goes_on = goes_on_person(f, at + 1, scene->end);
	if (!sulih_view_is(head->class, "regional"))
		return facts & FACT_GIVEN && goes_on;
	/* one word that nobody knows may be the short form of a regency: KPU Morut */
	return goes_on ||
	       (!(facts & FACT_COMMON) && (facts & FACT_GIVEN || is_known_person(f, at)));
}

/* MA Al-Hidayah, MI Nurul Huda, MA Negeri 2: a religious school, no court and no degree. */
static bool names_madrasah(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_view word;

	if (at >= end || !token_is_apart(f, at))
		return false;
	if (at + 2 < end && token_facts(f, at) & FACT_ARTICLE && is_mark(f, at + 1, '-'))
		return token_is_capital(f, at);
	word = token_lower(f, at);
	return token_is_capital(f, at) &&
	       (token_is_cue(f, at, "madrasah") ||
		(word.length >= 5 && sulih_view_ends(word, SULIH_VIEW("ul"))));
}

/* kapal kargo MV Pioneer, TB Marina 18 karam: the letters of a ship beside words for ships; but
 * "KP" of other things, "Budi Santoso, MT". */
static bool names_ship(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	if (token_at(f, at)->shape != SHAPE_UPPER)
		return false;
	if (at > scene->start && token_is_cue(f, at - 1, "ship"))
		return true;
	if (at > scene->start && (is_mark(f, at - 1, ',') || token_is_capital(f, at - 1)))
		return false;
	return is_spoken_of(f, reach_around(scene, at, at + 1, NAMES_ABOUT), &sulih_list_name_cues,
			    "sea");
}

/* Warga Banjar Tegal, Kuta: a hamlet where the sentence speaks of Bali; else Banjar is a town. */
static bool is_near_bali(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return is_spoken_of(f, reach_around(scene, at, at + 1, 2 * NAMES_NEAR),
			    &sulih_list_name_cues, "bali");
}

/* kapal rumah sakit | KRI Semarang, jalan provinsi | Bukittinggi–Padang, peta jalan Net Zero
 * Emission, lepas pantai | Aomori, Panjat Tebing | Desak Made: a word that goes with the one before
 * it; anggota Kongres | Mikie Sherrill: a parliament and who sits in it. */
static bool ends_compound(const struct name_finder *f, const struct name_scene *scene,
			  const struct head_parse *head, struct sulih_view word)
{
	struct sulih_row compound = token_row(f, head->at, &sulih_list_compounds);
	struct sulih_view before;

	if (head->at == scene->start || token_at(f, head->at - 1)->kind != TOKEN_WORD)
		return false;
	before = token_lower(f, head->at - 1);
	if (compound.listed && sulih_view_has_word(sulih_row_column(&compound, 1), before))
		return true;
	return sulih_view_is(word, "kongres") && sulih_view_is(before, "anggota") &&
	       !(token_facts(f, head->rest) & (FACT_COMMON | FACT_LISTED));
}

/* A word that is a head elsewhere, by what stands before it. */
static bool goes_with_word_before(const struct name_finder *f, const struct name_scene *scene,
				  const struct head_parse *head, struct sulih_view word)
{
	uint32_t before = head->at - 1;

	if (head->at == scene->start)
		return false;
	/* pendapatan daerah Jakarta: what the region has, no area */
	if (sulih_view_is(word, "daerah"))
		return token_is_cue(f, before, "fiscal");
	/* pangsa pasar Honda: no market place */
	if (sulih_view_is(word, "pasar"))
		return token_is_cue(f, before, "share");
	/* kantor Pusat Kemenkeu, Pengurus Pusat PSSI: which office, which board */
	if (sulih_view_is(word, "pusat"))
		return token_is_cue(f, before, "central");
	/* Brio RS CVT: a grade, no hospital; behind a capital that is no office */
	return sulih_view_is(word, "rs") && token_is_capital(f, before) &&
	       token_is_apart(f, head->at) && token_at(f, head->rest)->shape == SHAPE_UPPER &&
	       !is_free_case(f, head->at) && scene->title_end != head->at &&
	       !(token_facts(f, before) & (FACT_TITLE | FACT_HEAD | FACT_COMMON));
}

/* A word that is a head elsewhere, by what stands behind it. */
static bool is_other_word(struct name_finder *f, const struct name_scene *scene,
			  const struct head_parse *head, struct sulih_view word)
{
	uint32_t rest = head->rest, end = scene->end;
	struct title_match title;
	struct name_match map;
	struct sulih_row row;

	if (rest >= end)
		return false;
	if (ends_compound(f, scene, head, word) || goes_with_word_before(f, scene, head, word))
		return true;
	/* Penyelam Olimpiade | Ratna Dewi: games have places, or years */
	if (sulih_view_is(word, "olimpiade"))
		return goes_on_person(f, rest, end) && goes_on_person(f, rest + 1, end) &&
		       !(match_map(f, rest, end, &map) && map.kind == SULIH_KIND_PLACE);
	/* Pemakaman Gamma: whose funeral it is */
	if (sulih_view_is(word, "pemakaman"))
		return token_at(f, rest)->kind == TOKEN_WORD && word_at(f, rest)->person > 0;
	/* "Kali OTT", the time that: a river has no acronym. */
	if (sulih_view_is(word, "kali"))
		return token_at(f, rest)->shape == SHAPE_UPPER ||
		       token_at(f, head->at)->flags & TOKEN_FIRST;
	/* Kapolres Metro Bekasi Kota | Kombes X: no city of that name */
	if (sulih_view_is(word, "kota"))
		return token_facts(f, rest) & FACT_TITLE && match_title(f, rest, end, &title) &&
		       sulih_view_is(title.kind, "rank");
	/* Pasar Modal: no market place */
	if (sulih_view_is(word, "pasar"))
		return token_is_cue(f, rest, "finance");
	/* Kanal WhatsApp KompasTekno: no canal */
	if (sulih_view_is(word, "kanal"))
		return match_map(f, rest, end, &map) && map.kind != SULIH_KIND_PLACE;
	/* Kapal Feri | KMP Jatra III */
	if (sulih_view_is(word, "kapal"))
		return token_at(f, rest)->shape == SHAPE_UPPER &&
		       token_facts(f, rest) & FACT_HEAD && match_head(f, rest, end, &row);
	/* kediaman Wakil Presiden: whose home it is has a title before the name */
	if (sulih_view_is(word, "kediaman"))
		return token_facts(f, rest) & FACT_TITLE && match_title(f, rest, end, &title);
	/* Kepala Biro Humas dan Protokol Kementerian ATR: what an office is for, no treaty */
	if (sulih_view_is(word, "protokol"))
		return begins_ministry(f, rest, end) || token_at(f, rest)->shape == SHAPE_UPPER;
	/* grup K-pop Seventeen: what it plays, no part of its name */
	return sulih_view_is(word, "grup") && rest + 2 < end && is_mark(f, rest + 1, '-') &&
	       sulih_view_is(token_lower(f, rest + 2), "pop");
}

bool is_lettered_body(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	return at < end && token->kind == TOKEN_WORD && token->shape == SHAPE_UPPER &&
	       !(token->flags & TOKEN_SHOUTED) && token_is_apart(f, at) &&
	       token_length(f, at) > 2 && !(token->facts & (FACT_TITLE | FACT_ROMAN));
}

/* DPD Partai Golkar, DPP PDIP, DPD Golkar, DPD APKLI: the board of a party */
static bool names_board(struct name_finder *f, const struct name_scene *scene,
			const struct head_parse *head)
{
	uint32_t rest = head->rest, end = scene->end;
	struct name_match map;

	if (token_at(f, head->at)->shape != SHAPE_UPPER || rest >= end)
		return false;
	if (!match_map(f, rest, end, &map))
		return sulih_view_is(token_lower(f, rest), "partai") ||
		       is_lettered_body(f, rest, end);
	/* DPC Solo; DPD Jateng where the article's other mentions say so, else the council */
	if (map.kind == SULIH_KIND_PLACE)
		return token_is_cue(f, head->at, "board") || sense_is_other(f, scene, head->at);
	return sulih_view_is(token_lower(f, rest), "partai") ||
	       (map.kind == SULIH_KIND_ORGANIZATION &&
		(token_at(f, rest)->shape != SHAPE_CAPITAL ||
		 sulih_view_is(note_part(map.note, SULIH_VIEW("branch:")), "chapter")));
}

bool is_no_head(struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head, struct sulih_view head_class)
{
	struct sulih_view word = token_lower(f, head->at);
	uint32_t at = head->at;

	/* politisi non partai: no party of that name */
	if (!head->capital && at > scene->start && token_is_cue(f, at - 1, "across"))
		return true;
	if (is_other_word(f, scene, head, word))
		return true;
	if (sulih_view_starts(word, SULIH_VIEW("dp")) && word.length == 3)
		return !names_board(f, scene, head);
	/* TPA Al-Ikhlas: a school where the Koran is read, no landfill */
	if (!sulih_view_is(head_class, "madrasah") && sense_is_other(f, scene, at))
		return true;
	/* GEMPA DI YOGYAKARTA, Gempa Rusia Picu Tsunami: what happened, in a headline */
	if (token_is_cue(f, at, "quake"))
		return head->rest < scene->end && is_free_case(f, head->rest);
	if (sulih_view_is(head_class, "ship"))
		return !names_ship(f, scene, at);
	if (sulih_view_is(head_class, "banjar"))
		return !is_near_bali(f, scene, at);
	/* Ka, Man and Ma are names, a train, a bus line and a school have capitals. */
	if (token_is_cue(f, at, "capitals"))
		return token_at(f, at)->shape != SHAPE_UPPER;
	if (sulih_view_is(word, "ma") || sulih_view_is(word, "mi"))
		return token_at(f, at)->shape != SHAPE_UPPER ||
		       !names_madrasah(f, head->rest, scene->end);
	return false;
}

/* Program Magang | Kementerian Ketenagakerjaan; but Rumah Dinas. */
bool begins_ministry(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_row row;
	uint32_t count;

	if (!(token_facts(f, at) & FACT_HEAD))
		return false;
	count = match_head(f, at, end, &row);
	return count > 0 && at + count < end && sulih_view_is(sulih_row_column(&row, 3), "field") &&
	       token_is_cue(f, at, "ministry");
}

bool names_firm(const struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head)
{
	struct sulih_row row;

	if (head->kind != SULIH_KIND_PLACE || head->rest >= scene->end ||
	    !(token_facts(f, head->rest) & FACT_ORG) || !token_is_capital(f, head->rest))
		return false;
	row = TOKEN_ROW(f, head->rest, body_words);
	return sulih_view_is(sulih_row_column(&row, 1), "company");
}
