/* A run of capitals without list entry or head word: where the name in it ends. */
#include "pipeline/protect/names/plain/plain.h"

#include "pipeline/protect/names/heads/heads.h"

/* Mirae Asset Sekuritas, Mirae Asset Sekuritas Indonesia: the last word of a firm. */
static bool ends_firm(const struct name_finder *f, uint32_t at, uint32_t last)
{
	if (last > at && sulih_view_is(token_lower(f, last), "indonesia"))
		last--;
	return token_facts(f, last) & FACT_ORG;
}

bool is_phrase(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		uint32_t facts = token_facts(f, i);

		if (token_at(f, i)->shape != SHAPE_CAPITAL || !(facts & FACT_COMMON) ||
		    facts & (FACT_FUNCTION | FACT_TITLE | FACT_HEAD | FACT_GIVEN | FACT_MAP) ||
		    token_at(f, i)->flags & TOKEN_TITLECASE)
			return false;
	}
	return true;
}

bool is_junior(const struct name_finder *f, uint32_t at)
{
	return token_is_cue(f, at, "junior");
}

/* Whether the head word at `i` begins another name than that from `at`. */
static bool begins_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			uint32_t i, uint32_t limit)
{
	struct sulih_row row;
	bool head;

	/* Operation Director | PT Angkasa Pura */
	if (token_at(f, i)->shape == SHAPE_UPPER &&
	    (sulih_view_is(token_lower(f, i), "pt") || sulih_view_is(token_lower(f, i), "cv")))
		return true;
	/* Reskrim | Polsek Menteng: a unit of the police or a court that has its place. */
	/* Ketua APKLI | Kabupaten Malang */
	if (token_at(f, at)->shape == SHAPE_UPPER && i + 1 < limit && is_region_word(f, i))
		return true;
	head = match_head(f, i, limit, &row) != 0;
	if (head && i + 1 < limit && takes_place(sulih_row_column(&row, 3)))
		return true;
	/* Mukercab III | DPC PPP: the board of a party */
	if (head && token_at(f, i)->shape == SHAPE_UPPER &&
	    sulih_view_is(sulih_row_column(&row, 3), "party"))
		return true;
	if (begins_ministry(f, i, scene->end))
		return true;
	/* Bagian Pengolahan Hasil | Dinas Pertanian dan Peternakan: likewise a ministry or agency
	 * behind ordinary words. */
	return head && sulih_view_is(sulih_row_column(&row, 3), "field") && is_phrase(f, at, i);
}

/* Mirae Asset Sekuritas | Nafan Aji Gusta: behind a title the firm ends with its word. */
static bool begins_behind_firm_word(const struct name_finder *f, uint32_t at, uint32_t i,
				    uint32_t limit)
{
	uint32_t facts = token_facts(f, i);

	if (i - 1 == at || !ends_firm(f, at, i - 1))
		return false;
	/* TF International Securities | Ming-Chi Kuo */
	if (i + 3 < limit && !(facts & FACT_ORG) && is_mark(f, i + 1, '-') &&
	    !token_is_apart(f, i + 1) && token_is_capital(f, i + 2) && token_is_apart(f, i + 3))
		return true;
	return !(facts & (FACT_COMMON | FACT_ORG | FACT_LISTED)) &&
	       (facts & FACT_GIVEN ||
		(i + 1 < limit && token_is_apart(f, i + 1) && token_is_capital(f, i + 1) &&
		 !(token_facts(f, i + 1) & FACT_ORG)));
}

/* Abdalfatah AK Alsattari: initials; a degree has a comma before it */
static bool is_middle_initials(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) == 2 && at + 1 < end &&
	       token_is_apart(f, at + 1) && token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, at + 1) & (FACT_TITLE | FACT_COMMON));
}

/* What looks like a title amid a name is part of it: a half before a hyphen (An Se-young), Jr
 * (Robert Downey Jr), initials. */
static bool is_name_part(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return (at + 1 < end && is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1)) ||
	       is_junior(f, at) || is_middle_initials(f, at, end);
}

/* An office, a rank, a degree at `i`, whose holder is another; An Se Young has no degree: one
 * capital of two letters, and no comma before it. */
static bool begins_title(struct name_finder *f, uint32_t i, uint32_t limit)
{
	struct title_match title;

	return !(token_facts(f, i) & FACT_GIVEN) && match_title(f, i, limit, &title) &&
	       !(sulih_view_is(title.kind, "degree") && token_length(f, i) == 2 &&
		 token_at(f, i)->shape == SHAPE_CAPITAL) &&
	       !sulih_view_is(title.kind, "profession") &&
	       !sulih_view_is(title.kind, "honorific") && !sulih_view_is(title.kind, "royal");
}

/* Ketua Sinode GPM | Pendeta Sacharias Sapulette: the holder's honorific behind the body's letters.
 */
static bool begins_honored(struct name_finder *f, uint32_t at, uint32_t i, uint32_t limit)
{
	struct title_match title;

	return token_facts(f, i) & FACT_TITLE && token_at(f, at)->shape == SHAPE_UPPER &&
	       token_length(f, at) > 2 && match_title(f, i, limit, &title) &&
	       sulih_view_is(title.kind, "honorific") &&
	       /* Ephorus HKBP | Pdt. Victor: its stop ends the run */
	       (i + title.count < limit ||
		(limit < f->to && is_mark(f, limit, '.') && !token_is_apart(f, limit)));
}

/* tokoh Dayak | Yurnalis Ngayoh: of what people somebody is. */
static bool begins_behind_people(const struct name_finder *f, uint32_t at, uint32_t i)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, at) & (FACT_GIVEN | FACT_MAP)) && is_unknown(f, i) &&
	       token_row(f, at, &sulih_list_languages).listed;
}

/* A listed name at `i` that is no part of that from `at`. */
static bool begins_listed(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t i, uint32_t limit, bool titled)
{
	uint32_t facts = token_facts(f, i);
	struct name_match map;

	/* Rapat Kerja | Kementerian Kelautan dan Perikanan: the run ends before its "dan" */
	if (!match_map(f, i, facts & FACT_HEAD ? scene->end : limit, &map))
		return false;
	/* Kim Jong Un in a headline: no acronym */
	if (map.count == 1 && !(facts & FACT_MAP) && token_at(f, i)->shape == SHAPE_CAPITAL)
		return false;
	/* Kadis PU | Mandailing Natal */
	if (titled && i == at + 1 && map.count > 1 && map.kind == SULIH_KIND_PLACE &&
	    token_at(f, at)->shape == SHAPE_UPPER)
		return true;
	/* A family name that is a country's or people's too: Hassan Turki, Aylan Kurdi; or a
	 * feast's: Nadhif Abqary Ramadhan. */
	if (map.count == 1 &&
	    ((i == at + 1 && token_facts(f, at) & FACT_GIVEN) ||
	     ((map.kind == SULIH_KIND_NAME || map.kind == SULIH_KIND_EVENT) && facts & FACT_GIVEN)))
		return false;
	/* Persib Bandung, Garuda Indonesia keep their place; "Messi Argentina" has none. */
	return map.ruling == SULIH_MAP && map.kind != SULIH_KIND_PERSON &&
	       !sulih_view_equal(map.target, tokens_text(f, i, i + map.count));
}

/* Mitra & | Pengelola: a sign between two names belongs to neither. */
static uint32_t before_sign(const struct name_finder *f, uint32_t at, uint32_t end)
{
	/* Best Tourism Villages | by UN Tourism */
	return end > at + 1 && (is_mark(f, end - 1, '&') ||
				sulih_view_is(token_text(f, token_at(f, end - 1)), "by"))
		       ? end - 1
		       : end;
}

/* Willy Indra Yunani mengatakan: a whole name and a country that is its last word, before what the
 * person does; nobody puts a country behind a person. */
static bool is_country_name(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t i, uint32_t limit)
{
	if (i < at + 2 || i + 1 != limit || limit >= scene->end || is_free_case(f, i) ||
	    token_at(f, i)->shape != SHAPE_CAPITAL || token_facts(f, i) & FACT_COMPASS ||
	    token_at(f, limit)->shape != SHAPE_LOWER)
		return false;
	for (uint32_t j = at; j < i; j++)
		if (!(token_facts(f, j) & FACT_GIVEN))
			return false;
	return true;
}

uint32_t plain_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   uint32_t limit, bool titled)
{
	for (uint32_t i = at + 1; i < limit; i++) {
		uint32_t facts = token_facts(f, i);

		if (!token_is_apart(f, i) || !token_is_capital(f, i))
			continue;
		if (facts & FACT_HEAD && begins_body(f, scene, at, i, limit))
			return before_sign(f, at, i);
		if (titled && (begins_behind_firm_word(f, at, i, limit) ||
			       (i == at + 1 && (begins_behind_people(f, at, i) ||
						begins_honored(f, at, i, limit)))))
			return before_sign(f, at, i);
		if (facts & FACT_TITLE &&
		    (is_name_part(f, i, limit) || are_inner_initials(f, at, i, limit)))
			continue;
		if ((facts & FACT_TITLE && begins_title(f, i, limit)) ||
		    (begins_listed(f, scene, at, i, limit, titled) &&
		     !((titled || (limit < scene->end && acts(f, limit))) &&
		       is_country_name(f, scene, at, i, limit))))
			return before_sign(f, at, i);
	}
	return limit;
}
