/* A head word and what is no name behind it: what a country has, ordinary words. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

/* Ordinary words and a country behind them, whose English is put into `country`. */
static bool country_behind_words(struct name_finder *f, const struct head_parse *head,
				 struct sulih_view *country)
{
	uint32_t at = head->rest;
	struct name_match map;

	while (at < head->end && token_facts(f, at) & FACT_COMMON &&
	       !(token_facts(f, at) & FACT_ORG))
		at++;
	/* Bank Eropa, but no Universitas Jepang */
	if ((at == head->rest && !sulih_view_is(head->pattern, "=")) || at == head->end ||
	    !match_map(f, at, head->end, &map) || at + map.count != head->end)
		return false;
	*country = map.target;
	return is_country(&map);
}

/* Kota Jepang, kota Prancis, rumah sakit Israel: what a country has, no place of that name; but
 * pulau Taiwan, kota Singapura. */
static bool is_of_country(struct name_finder *f, const struct head_parse *head)
{
	struct name_match map;

	if (head->kind != SULIH_KIND_PLACE ||
	    (!sulih_view_is(head->class, "name") && !sulih_view_is(head->class, "proper")) ||
	    !match_map(f, head->rest, head->end, &map) || head->rest + map.count != head->end ||
	    !sulih_table_has(&sulih_list_adjectives, map.target) ||
	    token_is_cue(f, head->at, "landform"))
		return false;
	if (head->capital)
		return sulih_view_starts(head->pattern, SULIH_VIEW("{}")) &&
		       token_is_cue(f, head->at, "countrys");
	return !token_is_cue(f, head->rest, "own-land");
}

bool is_described(struct name_finder *f, const struct name_scene *scene,
		  const struct head_parse *head)
{
	struct name_match map;

	/* In a headline an ordinary word behind the head is no name: "Pasar Naik". */
	if (is_free_case(f, head->rest) && all_common(f, head->rest, head->end))
		return true;
	/* Raperda Kota Religius, dua Kota Suci: the list has all cities, and none is called by an
	 * adjective, though that is a name too */
	if (sulih_view_is(token_lower(f, head->at), "kota") && head->capital &&
	    (all_common(f, head->rest, head->end) ||
	     (head->end == head->rest + 1 && token_facts(f, head->rest) & FACT_COMMON)) &&
	    !has_place(f, scene, head))
		return true;
	if (is_of_country(f, head))
		return true;
	/* Gedung Utama Departemen Keuangan */
	if (head->end - head->rest > 1 && !begins_region(f, head->rest, head->end) &&
	    !takes_place(head->class) &&
	    sulih_table_has(&sulih_list_modifiers, token_lower(f, head->rest)))
		return true;
	/* pantai Somalia: the coast of a country, no beach */
	if (sulih_view_is(head->pattern, "{} Beach") &&
	    match_map(f, head->rest, scene->end, &map) && is_country(&map))
		return true;
	/* Pelaksana Harian Ketua Umum: no daily is called by an office */
	if (sulih_view_is(head->pattern, "{} daily") && token_facts(f, head->rest) & FACT_TITLE)
		return true;
	if (head->capital)
		return false;
	/* pendapatan harian Trump: no daily of that name */
	if (sulih_view_is(head->pattern, "{} daily") &&
	    (word_at(f, head->rest)->person > 0 || is_only_given(token_facts(f, head->rest))))
		return true;
	/* surat kabar Spanyol: the newspaper of a country, whatever its name. */
	return head->kind == SULIH_KIND_ORGANIZATION && sulih_view_is(head->class, "name") &&
	       match_map(f, head->rest, scene->end, &map) && map.kind == SULIH_KIND_PLACE &&
	       head->rest + map.count == head->end;
}

/* Gedung Utama Kemenkeu: a house by its listed owner, who is part of the description. */
static bool is_main_house(struct name_finder *f, const struct name_scene *scene,
			  const struct head_parse *head, struct name_match *owner)
{
	return !is_free_case(f, head->rest) && head->end == head->rest + 1 &&
	       sulih_view_is(token_lower(f, head->rest), "utama") && head->end < scene->end &&
	       token_is_apart(f, head->end) && match_map(f, head->end, scene->end, owner) &&
	       owner->kind == SULIH_KIND_ORGANIZATION;
}

/* Yayasan Jantung Inggris, Institut Kesehatan Nasional Jepang: a description that ends with its
 * country. */
static bool is_countrys(struct name_finder *f, const struct head_parse *head)
{
	struct sulih_view country;

	if (head->kind != SULIH_KIND_ORGANIZATION ||
	    !(sulih_view_is(head->class, "name") || sulih_view_is(head->class, "place")) ||
	    !country_behind_words(f, head, &country))
		return false;
	/* Harian Bisnis Indonesia, Radio Suara Palestina: papers and banks are called so; Bank
	 * Investasi Eropa: but none by the Indonesian name of a country */
	return !sulih_table_says(&sulih_list_head_forms, head->pattern, "called") ||
	       (sulih_view_is(head->pattern, "=") &&
		!sulih_view_ends(tokens_text(f, head->rest, head->end), country));
}

/* Operasi Pencarian dan Pertolongan: what is done, no name of the operation. */
static bool is_deed(const struct name_finder *f, const struct head_parse *head)
{
	struct sulih_view word = token_lower(f, head->rest);

	return sulih_view_is(head->pattern, "Operation {}") && head->end == head->rest + 1 &&
	       sulih_view_starts(word, SULIH_VIEW("pe")) &&
	       sulih_view_ends(word, SULIH_VIEW("an")) && word.length > 7;
}

/* Perang Candu, Festival Musim Panas, Piala Kemerdekaan: an event called by ordinary words, which
 * English has too; but Operasi Zebra, Badai Cempaka are called so as they stand. */
static bool is_worded_event(struct name_finder *f, const struct name_scene *scene,
			    const struct head_parse *head)
{
	struct name_match map;

	return head->kind == SULIH_KIND_EVENT &&
	       !sulih_table_says(&sulih_list_head_forms, head->pattern, "storm") &&
	       (!sulih_view_starts(head->pattern, SULIH_VIEW("Operation")) || is_deed(f, head)) &&
	       all_common(f, head->rest, head->end) &&
	       !(match_map(f, head->rest, scene->end, &map) && head->rest + map.count == head->end);
}

uint32_t take_description(struct name_finder *f, struct name_scene *scene,
			  const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_LEAVE, "descriptive");
	struct name_match owner;

	if (!head->capital)
		return head->at;
	if (is_worded_event(f, scene, head))
		found.end = descriptive_end(f, head->end, scene->end);
	else if (is_main_house(f, scene, head, &owner))
		found.end = with_owner(f, head->end + owner.count, scene->end);
	else if (!is_countrys(f, head))
		return head->at;
	return name_take(f, scene, found);
}
