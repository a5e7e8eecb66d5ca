/* How far a title reaches: its words, force, numeral, neighbourhood. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"
#include "pipeline/protect/names/titles/titles.h"

/* Ketua Yayasan | Cahaya Bunda Endang Rahayu: two ordinary words before a further one are the
 * body's, though the first may be a person's name. */
static bool begins_with_words(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 2 < end && token_facts(f, at) & token_facts(f, at + 1) & FACT_COMMON &&
	       token_is_capital(f, at + 1) && token_is_apart(f, at + 1) &&
	       token_is_capital(f, at + 2) && token_is_apart(f, at + 2);
}

/* Kepala Dinas Pendidikan | dan Kebudayaan (Disdikbud) Kabupaten Batang: the field of an agency at
 * `at` may go on behind the words of the title, which end at `end`. */
static uint32_t field_end(struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	struct sulih_view english;
	uint32_t field = at + match_field(f, at, limit, &english);

	return field > end ? field : end;
}

/* Whether a head word at `i`, amid the words [at, end) of a title, begins a body or place that is
 * named in the text. */
static bool begins_own_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    uint32_t i, uint32_t end)
{
	struct name_match map;
	struct sulih_row row;
	uint32_t head = match_head(f, i, scene->end, &row), place;

	/* Ketua Harian | YLKI: no daily */
	if (head == 0 || (i + 1 == end && sulih_view_is(token_lower(f, i), "harian")))
		return false;
	/* Kepala | Rutan Kelas IIB Sumenep */
	if (i + 1 == end && i + head < scene->end && token_is_capital(f, i + head) &&
	    (sulih_view_is(token_lower(f, i), "rutan") ||
	     sulih_view_is(token_lower(f, i), "lapas")))
		return true;
	/* kepala | Desa Kohod: the title is written small, the village has its capital */
	if (token_at(f, at)->shape == SHAPE_LOWER && i + head < scene->end && i + head >= end &&
	    token_is_capital(f, i + head) && token_is_apart(f, i + head) &&
	    sulih_view_is(sulih_row_column(&row, 1), "place"))
		return true;
	/* Kepala | Dinas Kesehatan (Dinkes) Kabupaten Sikka: the agency of a place is a name */
	place = behind_short_form(f, field_end(f, i + head, end, scene->end), scene->end);
	if (sulih_view_is(sulih_row_column(&row, 3), "field") && place < scene->end &&
	    token_is_capital(f, place) && token_is_apart(f, place) &&
	    (begins_region(f, place, scene->end) ||
	     (match_map(f, place, scene->end, &map) && map.kind == SULIH_KIND_PLACE)))
		return true;
	/* Kepala | Kantor Imigrasi Ngurah Rai, Direktur | RSUD Abdul Moeloek */
	if (i + head >= end && i + head < scene->end &&
	    match_words(f, &sulih_list_eponyms, i + head, scene->end, &row))
		return true;
	/* Kepala Sekolah | SMPN 3 Depok: the school has its own head word */
	if (i + head == end && i + head < scene->end && token_facts(f, i + head) & FACT_HEAD &&
	    token_at(f, i + head)->shape == SHAPE_UPPER)
		return false;
	/* "Kepala Dinas Kesehatan"; but "Wali Kota Eri", "Sekretaris Kabinet Andi". */
	place = behind_short_form(f, i + head, scene->end);
	return place < scene->end && token_is_capital(f, place) && i + head >= end &&
	       (!(token_facts(f, place) & FACT_GIVEN) || begins_with_words(f, place, scene->end)) &&
	       sulih_view_is(sulih_row_column(&row, 1), "organization");
}

/* Dirjen Imigrasi | Silmy Karim: whoever leads a directorate general leads no office of a place. */
static bool is_director_general(const struct name_finder *f, uint32_t at, uint32_t count)
{
	return sulih_view_is(token_lower(f, at), "dirjen") ||
	       (count > 1 && sulih_view_is(token_lower(f, at + 1), "jenderal"));
}

/*
 * The list has offices with their bodies ("anggota dpr", "ketua umum partai"); a
 * body that is named in the text is a name of its own, so the title ends before it.
 */
static uint32_t office_words_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
				 uint32_t count)
{
	for (uint32_t i = at + 1; i < at + count; i++) {
		struct name_match map;

		/* Wali | Kota New York: the mayor, though the city is listed so */
		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i) ||
		    (i + 1 == at + count && sulih_view_is(token_lower(f, i), "kota")))
			continue;
		/* Kapolres Metro | Jakarta Selatan: no town, and no part of the place */
		if (sulih_view_is(token_lower(f, i), "metro") && i + 1 == at + count &&
		    match_map(f, i + 1, scene->end, &map) && map.kind == SULIH_KIND_PLACE)
			continue;
		/* Kasi Intel: no maker of chips */
		if ((match_map(f, i, scene->end, &map) &&
		     context_allows(f, scene, i, i + map.count, map.note)) ||
		    is_acronym(f, i))
			return i;
		if (token_facts(f, i) & FACT_HEAD && !is_director_general(f, at, count) &&
		    begins_own_body(f, scene, at, i, at + count))
			return i;
	}
	return at + count;
}

/*
 * Letjen TNI, Brigjen Pol. (Purn): the force, arm or retirement behind a rank is part of the
 * rank when a name follows; alone, "TNI" is a body.
 */
static uint32_t skip_force(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t end = at;

	for (uint32_t i = at; i < scene->end && i < at + 8; i++) {
		if (token_at(f, i)->kind == TOKEN_MARK) {
			if (!is_mark(f, i, '(') && !is_mark(f, i, ')') && !is_mark(f, i, '.'))
				break;
			if (i > at)
				end = i + 1;
			continue;
		}
		/* Mayor Chk (K): the women's corps */
		if (!token_is_capital(f, i) ||
		    !(token_is_beside(f, i, "corps") || token_is_cue(f, i, "force") ||
		      (token_length(f, i) == 1 && i + 1 < scene->end && is_mark(f, i - 1, '(') &&
		       is_mark(f, i + 1, ')'))))
			break;
		end = i + 1;
	}
	return end < scene->end && token_is_capital(f, end) ? end : at;
}

/*
 * Wakil Ketua I DPRD Bogor, Ketua Komisi XI, Deputi II Bidang Perekonomian, Pangkogabwilhan I
 * menjadi: the numeral of an office; I Gusti is a Balinese name, C and D are initials, and so is
 * Kades I (45).
 */
static uint32_t skip_numeral(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	struct sulih_view text;
	bool last;

	if (at >= scene->end || token_at(f, at)->shape != SHAPE_UPPER ||
	    token_at(f, at)->flags & TOKEN_DOTTED || begins_balinese(f, at, scene->end) ||
	    age_follows(f, at + 1, scene->end))
		return at;
	last = at + 1 == scene->end || !token_is_capital(f, at + 1);
	if (at + 1 < scene->end && !token_is_apart(f, at + 1) &&
	    (!last || is_mark(f, at + 1, '/'))) /* Pangdam III/Siliwangi */
		return at;
	text = token_text(f, token_at(f, at));
	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] != 'I' && text.data[i] != 'V' &&
		    (text.data[i] != 'X' || text.length == 1))
			return at;
	return at + 1 + (!last && sulih_view_is(token_lower(f, at + 1), "bidang"));
}

/* Ketua RT 05 RW 02 | Kelurahan X, Ketua RT 03/RW 04: the numbers of a neighbourhood are those of
 * the office. */
static uint32_t skip_neighbourhood(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t at)
{
	uint32_t end = at;

	if (!token_is_cue(f, at - 1, "neighbourhood"))
		return at;
	for (uint32_t i = at; i < scene->end; i++) {
		if (token_at(f, i)->kind == TOKEN_NUMBER)
			end = i + 1;
		else if (!is_mark(f, i, '/') && !is_mark(f, i, '.') &&
			 !token_is_cue(f, i, "neighbourhood"))
			break;
	}
	return end;
}

/* Prof., Hj.: the stop of a short title */
static uint32_t skip_stop(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at + 1 < scene->end && is_mark(f, at, '.') && !token_is_apart(f, at) ? at + 1 : at;
}

/* Sp.PD-KGEH: what a specialist is a consultant of */
static uint32_t skip_consultant(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, const struct title_match *match)
{
	return at + 1 < scene->end && is_mark(f, at, '-') && !token_is_apart(f, at) &&
			       !token_is_apart(f, at + 1) &&
			       token_at(f, at + 1)->shape == SHAPE_UPPER &&
			       sulih_view_is(match->kind, "degree")
		       ? at + 2
		       : at;
}

/* terdakwa II Slamet Riyadi: which of them; but saksi I Made Budi */
static uint32_t skip_party_numeral(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t title, uint32_t at)
{
	return at + 1 < scene->end && token_at(f, at)->shape == SHAPE_UPPER &&
			       token_facts(f, at) & FACT_ROMAN && token_is_apart(f, at + 1) &&
			       token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
			       token_is_beside(f, title, "party") &&
			       !begins_balinese(f, at, scene->end)
		       ? at + 1
		       : at;
}

uint32_t title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   const struct title_match *match, enum title_class class)
{
	uint32_t end = skip_stop(f, scene, office_words_end(f, scene, at, match->count));

	end = skip_consultant(f, scene, end, match);
	end = skip_party_numeral(f, scene, at, end);
	if (class == TITLE_RANK)
		end = skip_force(f, scene, end);
	if (class == TITLE_OFFICE)
		end = skip_neighbourhood(f, scene, skip_numeral(f, scene, end));
	return skip_english_field(f, scene, end, match);
}
