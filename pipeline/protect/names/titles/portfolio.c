/* The field of an office behind its title, which is no name: Menteri Pendidikan Dasar, Pengamat
 * Pasar Keuangan. */
#include "pipeline/protect/names/titles/titles.h"

bool is_field_word(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_is_cue(f, at, "portfolio");
}

/* Menteri Pendidikan, Pengamat Pasar Keuangan: an office or expert's title, which may have a field;
 * in a headline an expert's is not told from the verb. */
static bool may_have_field(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	/* Pemilik | Mangut Manyung Bu Fat */
	if (scene->title_end != at || at >= scene->end || token_is_cue(f, at, "dish"))
		return false;
	/* Direktur Utama Karya Beton | Sutrisno, CEO Bumi Serpong Damai | Hermawan: the whole firm
	 * has no field */
	if (scene->title == TITLE_OFFICE && token_is_cue(f, at - 1, "chief") &&
	    !is_free_case(f, at))
		return false;
	if (scene->title == TITLE_OFFICE)
		return scene->post != POST_PLACE &&
		       (scene->post != POST_FIRM || house_end(f, scene, at, scene->end) == at);
	return scene->title == TITLE_ROLE && token_is_cue(f, at - 1, "expert") &&
	       !is_free_case(f, at);
}

/* Pasar Modal, though Pasar is a head word: a field of ordinary words */
static bool is_field_head(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return scene->title == TITLE_ROLE && token_facts(f, at) & FACT_HEAD &&
	       at + 1 < scene->end && token_is_capital(f, at + 1) &&
	       is_only_common(token_facts(f, at + 1)) && !(token_facts(f, at + 1) & FACT_MAP);
}

/* Dirjen Minyak dan Gas Bumi | Laode Sulaeman: the tokens of the field that the lists have behind
 * an office of one; Kepala Bea Cukai Batam leads a body. */
static uint32_t listed_portfolio(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_view english;
	uint32_t i = scene->title_start, count;

	/* one word alone may be a short form that has its English: Dirjen Dukcapil */
	if (scene->title != TITLE_OFFICE || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    at + 1 >= scene->end || token_at(f, at + 1)->kind != TOKEN_WORD)
		return 0;
	while (i < at && !token_is_cue(f, i, "fielded"))
		i++;
	count = i < at ? match_field(f, at, scene->end, &english) : 0;
	/* Menteri Hukum dan | HAM, Menteri X (PX): a short form has its English, or one that is
	 * bound */
	for (i = at; i < at + count; i++)
		if (token_at(f, i)->shape == SHAPE_UPPER)
			return 0;
	return count > 1 && !(i < scene->end && is_mark(f, i, '(')) ? count : 0;
}

/* Plt | Direktur Jenderal Industri Agro: who acts as an officer has the officer's field. */
static bool begins_acting_office(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct title_match title;

	/* the stop of "Plt." */
	return token_is_cue(f, is_mark(f, at - 1, '.') ? at - 2 : at - 1, "acting") &&
	       token_facts(f, at) & FACT_TITLE && match_title(f, at, scene->end, &title) &&
	       sulih_view_is(title.kind, "office") && post_class(title.note) != POST_FIRM;
}

/* Hakim Ketua | Letkol Chk Arif Rachman: no field */
static bool begins_rank(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct title_match title;

	return token_facts(f, at) & FACT_TITLE && match_title(f, at, end, &title) &&
	       sulih_view_is(title.kind, "rank");
}

/* Presiden | Bola Tinubu: who governs has no field, and before a family name stands a first one. */
bool begins_ruler(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return scene->title_end == at && at > f->from && token_is_cue(f, at - 1, "ruler") &&
	       at + 1 < scene->end && token_is_capital(f, at + 1) && token_is_apart(f, at + 1) &&
	       token_facts(f, at + 1) & FACT_FAMILY && !is_free_case(f, at);
}

/* "Menteri Pendidikan Dasar dan Menengah": the field of an office is no name. */
uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_match map;
	uint32_t i = at;

	if (!may_have_field(f, scene, at) || begins_ruler(f, scene, at) ||
	    begins_acting_office(f, scene, at))
		return at;
	i += listed_portfolio(f, scene, at);
	while (i < scene->end) {
		uint32_t next = i;

		if (is_mark(f, next, ',') && i > at)
			next++;
		if (next < scene->end && i > at && sulih_view_is(token_lower(f, next), "dan"))
			next++;
		if (next >= scene->end || !token_is_capital(f, next) ||
		    !(token_facts(f, next) & FACT_COMMON))
			break;
		/* Pengamat pajak CITA, Direktur CITA | Fajry Akbar: letters that are a word too */
		if (is_acronym(f, next) &&
		    (scene->title == TITLE_ROLE || is_body_in_letters(f, next, scene->end)))
			break;
		/* Bidang Fatwa: what stands behind the word is a field, whatever it is else */
		if (next == i && (is_field_word(f, i) || is_field_word(f, i - 1))) {
			i++;
			continue;
		}
		if (is_field_head(f, scene, next) ||
		    begins_compound(f, next, scene->end, next > i)) {
			i = next + 2;
			continue;
		}
		if (token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_FUNCTION) ||
		    match_map(f, next, scene->end, &map))
			break;
		if (word_at(f, next)->person || begins_rank(f, next, scene->end))
			break;
		i = next + 1;
	}
	if (i > at)
		scene->title_end = i;
	return i;
}
