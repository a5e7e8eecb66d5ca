/* The name behind a head word, with all that goes on with it. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

bool all_common(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && !is_only_common(token_facts(f, i)))
			return false;
	}
	return true;
}

/* Jl. Ir. H. Juanda, Jl. Jend. Sudirman: short titles with their stops begin the name of a street;
 * the token behind them. */
static uint32_t skip_short_titles(const struct name_finder *f, const struct head_parse *head,
				  uint32_t at, uint32_t end)
{
	if (!token_is_cue(f, head->at, "street"))
		return at;
	while (at + 2 < end && token_facts(f, at) & FACT_TITLE && token_is_capital(f, at) &&
	       is_mark(f, at + 1, '.') && !token_is_apart(f, at + 1) && token_is_capital(f, at + 2))
		at += 2;
	return at;
}

/* PT Dok dan Perkapalan Surabaya: a firm's name of ordinary words goes on behind its "dan", where
 * no other body or person begins. */
static uint32_t firm_end(struct name_finder *f, const struct name_scene *scene,
			 const struct head_parse *head)
{
	uint32_t next = head->end + 1;

	if (!sulih_view_is(head->pattern, "=") || next >= scene->end ||
	    !sulih_view_is(token_lower(f, head->end), "dan") ||
	    !token_is_cue(f, head->at, "firm") || !token_is_capital(f, next) ||
	    !is_only_common(token_facts(f, next)) || is_free_case(f, next) ||
	    token_facts(f, next) & (FACT_HEAD | FACT_TITLE | FACT_MAP) ||
	    !all_common(f, head->rest, head->end))
		return head->end;
	return run_end(f, next, scene->end);
}

/* Direktur RSUD | dr. Mulyadi, Sp.PD.: whom a hospital is called after has no degree any more. */
static bool has_degree_behind(struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t behind = skip_doctor(f, at, end);
	struct title_match title;

	if (behind == at)
		return false;
	behind = run_end(f, behind, end);
	return behind + 1 < end && is_mark(f, behind, ',') &&
	       token_facts(f, behind + 1) & FACT_TITLE && match_title(f, behind + 1, end, &title) &&
	       sulih_view_is(title.note, "after");
}

/* Komandan Kodim | Letkol Deni: an officer, no name of the body; but Jalan Letjen Suprapto. */
static bool is_officer_behind(struct name_finder *f, const struct head_parse *head, uint32_t end)
{
	struct title_match title;

	if (has_degree_behind(f, head->rest, end))
		return true;
	if (head->rest >= end || !(token_facts(f, head->rest) & FACT_TITLE) ||
	    !token_is_capital(f, head->rest) || !match_title(f, head->rest, end, &title))
		return false;
	/* Partai Perdana Menteri Prodi, Kabinet Perdana Menteri Prodi: whose it is; but Forum
	 * Kepala Desa is one of them */
	if (title.count > 1 && sulih_view_is(title.kind, "office") &&
	    (sulih_view_is(token_lower(f, head->at), "partai") ||
	     sulih_view_is(token_lower(f, head->at), "kabinet")))
		return true;
	return (takes_place(head->class) || sulih_view_is(head->class, "unit")) &&
	       sulih_view_is(title.kind, "rank");
}

/* "Kementerian pertahanan Finlandia", in a headline "Dinas Kesehatan Bali", "UU Cipta Kerja": how
 * many words the field of a ministry has, or the topic of a law, whose capital says nothing, or
 * that has none. */
static uint32_t small_field(struct name_finder *f, const struct name_scene *scene,
			    const struct head_parse *head)
{
	struct sulih_view english;
	struct sulih_row row;

	if (sulih_view_is(head->class, "topic") && head->rest < scene->end &&
	    is_free_case(f, head->rest))
		return match_words(f, &sulih_list_law_topics, head->rest, scene->end, &row);
	return sulih_view_is(head->class, "field") && head->rest < scene->end &&
			       (token_at(f, head->rest)->shape == SHAPE_LOWER ||
				is_free_case(f, head->rest))
		       ? match_field(f, head->rest, scene->end, &english)
		       : 0;
}

/* Yonif 303/Setia Sampai Mati: the motto of a unit goes on over a small word with a capital. */
static uint32_t motto_end(const struct name_finder *f, uint32_t end, uint32_t limit)
{
	while (end + 1 < limit && token_facts(f, end) & FACT_GRAMMAR && token_is_apart(f, end) &&
	       token_at(f, end)->shape == SHAPE_CAPITAL && token_is_apart(f, end + 1) &&
	       token_at(f, end + 1)->shape == SHAPE_CAPITAL && !is_free_case(f, end))
		end = run_end(f, end + 1, limit);
	return end;
}

/* Denpom XII/1, Koramil 0815/16: the number of a unit is all of its rest. */
static bool is_number_alone(const struct name_finder *f, const struct head_parse *head)
{
	return takes_place(head->class) && head->end > head->rest &&
	       token_at(f, head->end - 1)->kind == TOKEN_NUMBER;
}

/* Finds the end of the rest, which has `fields` small words, or goes on behind its number. */
static void read_rest(struct name_finder *f, const struct name_scene *scene,
		      struct head_parse *head, uint32_t fields)
{
	bool school = sulih_view_is(head->class, "numbered");
	uint32_t quarter = quarter_end(f, head->rest, scene->end);
	uint32_t own = skip_doctor(f, head->end, scene->end);

	if (quarter != head->rest && head->kind == SULIH_KIND_PLACE) {
		head->end = quarter;
		head->numbered = true;
		return;
	}
	if (fields)
		head->end = head->rest + fields;
	else if (!(head->numbered && (school || is_number_alone(f, head))))
		head->end = rest_end(
			f, scene, head->at, head->end,
			run_end(f, skip_short_titles(f, head, own, scene->end), scene->end), head);
	head->end = firm_end(f, scene, head);
	if (head->numbered && sulih_view_is(head->class, "unit"))
		head->end = motto_end(f, head->end, scene->end);
	/* Gerbang Tol Cikunir 2 */
	if (!head->numbered && (school || sulih_view_is(head->pattern, "{} toll gate")))
		take_rest_number(f, scene, head);
	/* Gedung DPR/MPR */
	if (head->end + 1 < scene->end && is_mark(f, head->end, '/') &&
	    token_at(f, head->end - 1)->shape == SHAPE_UPPER &&
	    token_at(f, head->end + 1)->shape == SHAPE_UPPER && !token_is_apart(f, head->end))
		head->end += 2;
}

/* Tol Pekanbaru–Dumai, Tol Jakarta – Cikampek: what is called after its two ends goes on behind the
 * dash; with blanks around that, only where a place is listed. */
static void take_far_ends(struct name_finder *f, const struct name_scene *scene,
			  struct head_parse *head)
{
	uint32_t at = head->end;
	struct name_match map;

	if (at + 1 >= scene->end || token_at(f, at)->kind != TOKEN_MARK ||
	    !sulih_table_says(&sulih_list_head_forms, head->pattern, "route"))
		return;
	while (at + 1 < scene->end && (is_mark(f, at, 0x2013) || is_mark(f, at, '-')) &&
	       token_is_capital(f, at + 1)) {
		if (match_map(f, at + 1, scene->end, &map) && map.kind == SULIH_KIND_PLACE)
			at += 1 + map.count;
		else if (!token_is_apart(f, at + 1) && token_at(f, at + 1)->shape == SHAPE_CAPITAL)
			at += 2;
		else
			break;
		head->end = at;
	}
}

bool read_head(struct name_finder *f, const struct name_scene *scene, uint32_t at,
	       struct head_parse *head)
{
	struct sulih_row row;
	struct sulih_view small;
	struct name_match map;
	uint32_t fields;

	if (!read_head_word(f, scene, at, head, &row))
		return false;
	small = sulih_row_column(&row, 4);
	/* Negara bagian Texas dilanda banjir: the capital is that of the sentence */
	if (head->capital && small.length > 0 && token_at(f, at)->flags & TOKEN_FIRST &&
	    head->rest > at + 1 && token_at(f, at + 1)->shape == SHAPE_LOWER)
		head->capital = false;
	if ((!head->capital && is_small_noun(f, scene, head, small)) ||
	    is_no_head(f, scene, head, head->class))
		return false;
	fields = small_field(f, scene, head);
	read_number(f, scene, head);
	if (head->end == head->rest && !head->numbered && !fields &&
	    quarter_end(f, head->rest, scene->end) == head->rest &&
	    !follows_head(f, head->rest, scene->end))
		return false;
	if (is_officer_behind(f, head, scene->end) || names_firm(f, scene, head))
		return false;
	/* Kadis Topan Ginting is no storm. */
	if (head->kind == SULIH_KIND_EVENT && token_facts(f, at) & FACT_GIVEN &&
	    (scene->title_end == at || token_facts(f, head->rest) & FACT_FAMILY))
		return false;
	if (!head->capital && !sulih_view_is(small, "small"))
		head->pattern = small;
	read_rest(f, scene, head, fields);
	take_far_ends(f, scene, head);
	/* A small head word makes a name only of a proper one: "partai Golkar". */
	return head->capital || sulih_view_is(head->class, "field") ||
	       head->kind != SULIH_KIND_ORGANIZATION || !all_common(f, head->rest, head->end) ||
	       match_map(f, head->rest, scene->end, &map) ||
	       match_capitalised(f, at, head->end, &map);
}
