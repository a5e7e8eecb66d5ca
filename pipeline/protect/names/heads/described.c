/* A body that is called by what it is for, and whose it is: Balai Pengelolaan Hutan Lestari Wilayah
 * VIII, Pusat Studi Bencana UGM. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"

bool goes_on_in_words(const struct name_finder *f, const struct name_scene *scene, uint32_t end)
{
	uint32_t next = is_phrase_and(f, end, scene->end) ? end + 1 : end;

	return next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	       !is_free_case(f, next) && is_only_common(token_facts(f, next)) &&
	       !(token_facts(f, next) & (FACT_HEAD | FACT_TITLE));
}

/* Behind the phrase goes on what the list does not have: more words of the name, or its own name
 * (Balai Rehabilitasi Sosial Wyata Guna). */
static bool goes_on_unread(const struct name_finder *f, const struct name_scene *scene,
			   const struct head_parse *head, uint32_t end)
{
	if (goes_on_in_words(f, scene, end))
		return true;
	if (end >= scene->end || !token_is_apart(f, end) || !token_is_capital(f, end))
		return false;
	/* Kepala Balai Rehabilitasi Sosial | Kementerian Sosial; but Pusat Investasi Pemerintah */
	if (token_facts(f, end) & (FACT_HEAD | FACT_TITLE))
		return end + 1 >= scene->end || !token_is_capital(f, end + 1);
	return scene->title_end != head->at || scene->title == TITLE_NONE;
}

/* One word says what kind of body it is, not which: Badan Usaha, Pusat Pasar; but Satgas Pangan. */
static bool is_kind_alone(const struct head_parse *head, uint32_t end)
{
	return end == head->rest + 1 &&
	       sulih_table_says(&sulih_list_head_forms, head->words, "kind-alone");
}

/* Federasi Renang Internasional: an association of the world is known by that, as one of Indonesia
 * is; Hari Tani Nasional: a day that all keep. */
static bool is_everyones(const struct name_finder *f, const struct head_parse *head, uint32_t end)
{
	if (sulih_view_is(head->words_for, "owned"))
		return false;
	/* Gerakan Nasional Literasi Digital */
	return token_is_cue(f, end - 1, "world") ||
	       sulih_view_is(token_lower(f, head->rest), "nasional") ||
	       (sulih_view_is(head->words_for, "common") &&
		sulih_view_is(token_lower(f, end - 1), "nasional"));
}

/* Badan Sepak Bola Eropa, Badan Pangan dan Pertanian Dunia: an agency of a part of the world has
 * another name in English (UEFA, FAO), which the list has or nobody can compose. */
static bool is_wide_agency(const struct name_finder *f, const struct name_scene *scene,
			   const struct head_parse *head, uint32_t phrase)
{
	return sulih_view_is(head->words, "{} Agency") &&
	       (token_is_cue(f, phrase - 1, "wide") ||
		(phrase < scene->end && token_is_cue(f, phrase, "wide")));
}

/* Wilayah VIII, Wilayah Sulawesi: whose office it is, by its number or its place; its English
 * before `english`. */
static bool match_district(struct name_finder *f, const struct name_scene *scene, uint32_t *end,
			   struct sulih_view *english)
{
	uint32_t at = *end;
	struct name_match owner;

	if (at + 1 >= scene->end || !sulih_view_is(token_lower(f, at), "wilayah") ||
	    !token_is_capital(f, at) || !token_is_apart(f, at + 1))
		return false;
	if (token_at(f, at + 1)->shape == SHAPE_UPPER && token_facts(f, at + 1) & FACT_ROMAN) {
		*english = NAME_JOIN(f, SULIH_VIEW("Region "), token_text(f, token_at(f, at + 1)),
				     SULIH_VIEW(" "), *english);
		*end = at + 2; /* Wilayah II | Semarang: its seat is a name of its own */
		return true;
	}
	if (!match_numbered_owner(f, scene, at + 1, &owner))
		return false;
	*english = compose_owned(f, owner.target, *english, true);
	*end = at + 1 + owner.count;
	return true;
}

/* Badan Keahlian | DPR, Pusat Studi Bencana | Universitas Jember: the body behind the phrase, which
 * is no ministry; *apart: its English takes no other before it. */
static bool match_parent(struct name_finder *f, const struct name_scene *scene, uint32_t end,
			 struct name_match *parent, bool *apart)
{
	if (end >= scene->end || !token_is_apart(f, end) || !token_is_capital(f, end) ||
	    begins_ministry(f, end, scene->end) || !match_whole(f, scene, end, 0, parent))
		return false;
	*apart = sulih_view_holds(parent->target, SULIH_VIEW(" of ")) &&
		 !sulih_view_starts(parent->target, SULIH_VIEW("University of "));
	return true;
}

/* What stands behind the phrase that ends at *end: whose body it is, before its English; false: it
 * cannot be composed. */
static bool add_owner(struct name_finder *f, const struct name_scene *scene,
		      const struct head_parse *head, uint32_t phrase, uint32_t *end,
		      struct sulih_view *english)
{
	struct name_match owner;
	bool apart = false;

	if (match_numbered_owner(f, scene, *end, &owner)) {
		/* Kejuaraan Dunia Renang Singapura: where it is, not whose */
		*english = head->kind == SULIH_KIND_EVENT
				   ? NAME_JOIN(f, owner.target, SULIH_VIEW(" "), *english)
				   : compose_owned(f, owner.target, *english, true);
		*end += owner.count;
		return head->words_for.length == 0 || sulih_view_is(head->words_for, "owned") ||
		       sulih_view_is(owner.target, "Indonesia");
	}
	if (match_district(f, scene, end, english))
		return true;
	if ((head->words_for.length > 0 && !is_everyones(f, head, phrase)) ||
	    is_kind_alone(head, phrase))
		return false;
	if (!match_parent(f, scene, *end, &owner, &apart))
		return !goes_on_unread(f, scene, head, *end);
	*english = NAME_JOIN(f, owner.target, SULIH_VIEW(" "), *english);
	*end += owner.count;
	return !apart;
}

bool compose_described(struct name_finder *f, const struct name_scene *scene,
		       const struct head_parse *head, struct name_found *found)
{
	bool before = sulih_view_starts(head->words, SULIH_VIEW("{}"));
	struct sulih_view english;
	struct name_match listed;
	uint32_t end, phrase;

	if (head->words.length == 0 || !head->capital)
		return false;
	phrase = match_phrase(f, head->rest, scene->end, before, &english);
	/* Badan Pusat Statistik: the list has the whole */
	if (phrase == head->rest || is_wide_agency(f, scene, head, phrase) ||
	    (match_map(f, head->at, scene->end, &listed) && head->at + listed.count >= phrase))
		return false;
	/* Balai Teknik Perkeretaapian (BTP) | Kelas I Bandung */
	end = behind_short_form(f, phrase, scene->end);
	if (behind_class(f, end, scene->end) == end)
		end = phrase;
	end = behind_class(f, end, scene->end);
	/* Persatuan Tenis Meja Seluruh | Indonesia */
	if (end + 1 < scene->end && sulih_view_is(token_lower(f, end), "seluruh") &&
	    sulih_view_is(token_lower(f, end + 1), "indonesia"))
		end++;
	english = compose_pattern(f, head->words, english);
	if (!add_owner(f, scene, head, phrase, &end, &english))
		return false;
	/* … RI: the country, of which English does not speak */
	if (end < scene->end && token_is_apart(f, end) && is_ri(f, end))
		end++;
	if (sulih_view_is(head->words_for, "owned"))
		found->kind = SULIH_KIND_ORGANIZATION;
	found->ruling = SULIH_MAP;
	found->why = "institution";
	found->target = english;
	found->end = end;
	return true;
}

uint32_t take_words(struct name_finder *f, struct name_scene *scene, const struct head_parse *head)
{
	struct name_found found = found_head(f, head, SULIH_MAP, "institution");

	return !is_free_case(f, head->rest) && compose_described(f, scene, head, &found)
		       ? name_take(f, scene, found)
		       : head->at;
}

uint32_t take_by_words(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct sulih_row row;
	struct head_parse head = { .at = at };
	struct sulih_view english;
	struct name_match listed;

	if (!token_is_capital(f, at) || at + 1 >= scene->end)
		return at;
	row = TOKEN_ROW(f, at, heads);
	if (!row.listed)
		return at;
	head.rest = head.end = behind_short_form(f, at + 1, scene->end);
	head.capital = true;
	head_says(&head, &row);
	if (head.rest >= scene->end)
		return at;
	/* Kementerian | Luar Negeri dan Kerja Sama Internasional X */
	if (sulih_view_is(head.class, "field"))
		return match_field(f, head.rest, scene->end, &english) > 0 &&
				       !(match_map(f, at, scene->end, &listed) &&
					 at + listed.count >= match_phrase(f, head.rest, scene->end,
									   false, &english))
			       ? take_field(f, scene, &head)
			       : at;
	return take_words(f, scene, &head);
}
