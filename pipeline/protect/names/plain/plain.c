/* A run of capitals without list entry or head word: where the name in it begins. */
#include "pipeline/protect/names/plain/plain.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/plain/links.h"

/* Pameran, Tim: a word for what a thing is, before a name of which not all words are ordinary. */
static bool begins_described(const struct name_finder *f, uint32_t at, uint32_t end)
{
	bool proper = false;

	if (end - at < 2 || token_at(f, at)->shape != SHAPE_CAPITAL || !token_is_apart(f, at + 1) ||
	    !token_is_capital(f, at + 1) || token_facts(f, at) & FACT_GIVEN ||
	    !token_is_cue(f, at, "descriptor"))
		return false;
	for (uint32_t i = at + 1; i < end; i++) {
		if (!token_is_capital(f, i) || token_facts(f, i) & FACT_COMMON ||
		    word_is_inflected(f, i))
			continue;
		/* Tim Kampanye | Prabowo Subianto: a person is found by other rules */
		if (token_facts(f, i) & FACT_GIVEN)
			return false;
		proper = true;
	}
	return proper;
}

/*
 * Pameran | Trade Expo, Tim | Gegana: the descriptor stays outside.  With another ordinary word
 * behind it (Survei Status Gizi Indonesia) the whole is one that the translator turns round.
 */
static uint32_t take_described(struct name_finder *f, struct name_scene *scene, uint32_t at,
			       uint32_t end)
{
	if (token_facts(f, at + 1) & FACT_COMMON && !(token_facts(f, at + 1) & FACT_GIVEN))
		return name_take(f, scene,
				 (struct name_found){ .at = at,
						      .end = end,
						      .kind = SULIH_KIND_NAME,
						      .ruling = SULIH_LEAVE,
						      .why = "descriptive" });
	return name_decide(f, scene, at, at + 1);
}

/* Anak-anak, Bit-bit: a doubled word alone is a plural, no name; Kehijau-hijauan: likewise what
 * only together is a word. */
static bool is_doubled_word(const struct name_finder *f, uint32_t at, uint32_t end)
{
	char room[64];

	if (end != at + 3 || !is_mark(f, at + 1, '-'))
		return false;
	if (token_at(f, at)->word == token_at(f, at + 2)->word)
		return token_facts(f, at) & (FACT_COMMON | FACT_HEAD) ||
		       token_at(f, at)->flags & TOKEN_FIRST; /* PT-PT, CV-CV */
	return token_at(f, at + 2)->shape == SHAPE_LOWER &&
	       sulih_word_known(sulih_lower_key(tokens_text(f, at, end), room, sizeof(room)));
}

/* Kapendam XVII/Cenderawasih: number and name of a command; `at` when there is none. */
static uint32_t command_end(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	if (!(token_facts(f, at) & FACT_ROMAN) || token_at(f, at)->shape != SHAPE_UPPER ||
	    at + 2 >= end || !is_mark(f, at + 1, '/') || token_is_apart(f, at + 1) ||
	    token_is_apart(f, at + 2) || token_at(f, at + 2)->shape != SHAPE_CAPITAL)
		return at;
	return match_map(f, at + 2, end, &map) ? at + 2 + map.count : at + 3;
}

/* semester I Tahun 2025, tahap II Kabupaten Bogor: the numeral counts what stands before it. */
static bool is_counted_part(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 1 < limit && at > f->from && token_at(f, at)->shape == SHAPE_UPPER &&
	       token_facts(f, at) & FACT_ROMAN &&
	       (token_at(f, at - 1)->shape == SHAPE_LOWER ||
		token_at(f, at - 1)->flags & TOKEN_FIRST) &&
	       token_is_apart(f, at + 1) && token_is_capital(f, at + 1) &&
	       is_only_common(token_facts(f, at + 1));
}

/* Wilayah | Krasnodar: a word for a region before a name that no list has. */
static bool begins_vague_region(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct sulih_row row;

	return token_facts(f, at) & FACT_HEAD && at + 1 < limit && token_is_apart(f, at + 1) &&
	       match_head(f, at, limit, &row) == 1 &&
	       sulih_view_is(sulih_row_column(&row, 3), "region");
}

/* Blak-Blakan | Hasto bicara: at the head of a line how somebody does it, said twice */
static bool begins_doubled(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct sulih_word word;
	char room[64];

	return limit > at + 3 && is_mark(f, at + 1, '-') && token_at(f, at)->flags & TOKEN_FIRST &&
	       !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2) &&
	       token_is_apart(f, at + 3) && token_facts(f, at + 3) & FACT_GIVEN &&
	       sulih_word_find(sulih_lower_key(tokens_text(f, at, at + 3), room, sizeof(room)),
			       &word) &&
	       word.word_class != SULIH_WORD_NOUN;
}

/* Barat Daya | Kabupaten Garut, Tenggara | Bekasi Timur: which side of a place, no part of its
 * name; the token behind the compass word, else `at`. */
static uint32_t skip_side(struct name_finder *f, struct name_scene *scene, uint32_t at,
			  uint32_t limit)
{
	struct name_match map;
	struct sulih_row row;
	uint32_t end = at + 1;

	if (limit > end && compass_tail(f, at, end + 1, &row) == 2)
		end++;
	if (end >= limit || !token_is_apart(f, end) ||
	    (!begins_region(f, end, scene->end) &&
	     !(end == at + 2 && match_map(f, end, scene->end, &map) &&
	       map.kind == SULIH_KIND_PLACE)))
		return at;
	name_refuse(f, at, end, "ordinary word");
	return end;
}

/* A body or place that an office is of, and that stands before its holder. */
static uint32_t take_seat(struct name_finder *f, struct name_scene *scene, uint32_t at,
			  uint32_t end, enum sulih_span_kind kind)
{
	struct name_found found = { .at = at,
				    .end = end,
				    .kind = kind,
				    .ruling = SULIH_COPY,
				    .why = kind == SULIH_KIND_PLACE ? "place of an office"
								    : "body of an office" };

	turn_compass(f, &found);
	return name_take(f, scene, found);
}

/* Kades Wadas | X, Direktur Utama Sritex | X: the place or firm of the office before its holder;
 * `at` when there is none. */
static uint32_t take_post(struct name_finder *f, struct name_scene *scene, uint32_t at,
			  uint32_t limit)
{
	uint32_t end;

	if (scene->title_end != at)
		return at;
	if ((scene->title == TITLE_ROLE || scene->title == TITLE_OFFICE) &&
	    scene->post != POST_PLACE && is_body_in_letters(f, at, limit))
		return take_seat(f, scene, at, at + 1, SULIH_KIND_ORGANIZATION);
	if (scene->post != POST_PLACE && scene->post != POST_FIRM && scene->post != POST_EITHER)
		return at;
	end = post_end(f, scene, at, plain_end(f, scene, at, limit, true));
	if (end == at)
		return at;
	return take_seat(f, scene, at, end,
			 scene->post == POST_PLACE ? SULIH_KIND_PLACE : SULIH_KIND_ORGANIZATION);
}

/* What stands before a person whom the article knows: eks pelatih Garuda | Shin Tae-yong, Pagi |
 * Pak Tito, Edu Class with | Herjunot Ali. */
static void decide_before_person(struct name_finder *f, struct name_scene *scene, uint32_t at,
				 uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	while (end > at + 1 && !token_is_capital(f, end - 1))
		end--;
	if (scene->title_end == at && !(token_facts(f, at) & FACT_COMMON))
		take_seat(f, scene, at, end, SULIH_KIND_ORGANIZATION);
	else if (end == at + 1 && (token_facts(f, at) & FACT_COMMON ||
				   token->flags & (TOKEN_FIRST | TOKEN_TITLECASE)))
		name_refuse(f, at, end, "sentence start");
	else
		name_decide(f, scene, at, end);
}

/* The name or names of [at, end), whose first word belongs to them. */
static uint32_t decide_parts(struct name_finder *f, struct name_scene *scene, uint32_t at,
			     uint32_t end)
{
	uint32_t seam, body;

	/* Ferdinand Marcos Jr. meninjau; behind the last word of a sentence the stop is its own */
	if (end + 1 < scene->end && is_mark(f, end, '.') && !token_is_apart(f, end) &&
	    is_junior(f, end - 1))
		end++;
	seam = known_person_start(f, scene, at, end);
	if (seam != end) {
		decide_before_person(f, scene, at, seam);
		return name_decide(f, scene, seam, end);
	}
	seam = scene->title_end == at ? owner_end(f, scene, at, end) : end;
	if (seam != end) {
		name_decide(f, scene, at, seam);
		scene->title_end = seam;
		scene->post = POST_NONE;
		return name_decide(f, scene, seam, end);
	}
	body = body_before_person(f, scene, at, end);
	if (body != end && token_at(f, at)->shape == SHAPE_CAPITAL)
		return take_seat(f, scene, at, body, SULIH_KIND_ORGANIZATION);
	return name_decide(f, scene, at, species_end(f, at, body, scene->end));
}

/* Dana | JKN: a word that is a name too, directly before a short form and behind no title: the
 * noun.
 */
static bool begins_noun(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			uint32_t limit)
{
	return limit == at + 2 && scene->title_end != at && token_facts(f, at) & FACT_GIVEN &&
	       token_facts(f, at) & FACT_COMMON && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       word_at(f, at)->person == 0 && token_at(f, at + 1)->shape == SHAPE_UPPER &&
	       token_length(f, at + 1) > 2 &&
	       !(token_at(f, at + 1)->flags & (TOKEN_SHOUTED | TOKEN_DOTTED)) &&
	       !(token_facts(f, at + 1) & (FACT_TITLE | FACT_ROMAN | FACT_GIVEN));
}

/* Ong Beng | Seng Mengaku: in a headline the last word of a person whom the document names whole.
 */
static uint32_t whole_person_end(const struct name_finder *f, uint32_t at, uint32_t end,
				 uint32_t limit)
{
	struct link_walk walk;
	const struct name_link *other;

	if (f->collecting || end < at + 2 || end >= limit || !is_free_case(f, at) ||
	    !token_is_apart(f, end) || !(token_facts(f, at) & FACT_GIVEN))
		return end;
	walk = links_at(f, at);
	while ((other = next_begun(f, &walk, at)) != NULL) {
		uint32_t whole = at + (other->end - other->at);

		if (whole > end && whole <= limit && token_is_capital(f, whole - 1) &&
		    compare_link(f, other, at, whole).same == whole - at)
			return whole;
	}
	return end;
}

/* grup K-pop | BLACKPINK, penggemar K-pop: what is played, before who plays it. */
static bool is_genre(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 2 < limit && token_length(f, at) == 1 && is_mark(f, at + 1, '-') &&
	       !token_is_apart(f, at + 1) && sulih_view_is(token_lower(f, at + 2), "pop");
}

uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t limit = run_end(f, at, scene->end), end;
	bool titled;

	if (is_genre(f, at, scene->end))
		return at + 3;
	if (is_doubled_word(f, at, limit))
		return limit;
	if (begins_doubled(f, at, limit)) {
		name_refuse(f, at, at + 3, "ordinary word");
		return at + 3;
	}
	if (is_counted_part(f, at, limit))
		return at + 1;
	/* mukerwil III | PPP Jakarta, eselon I: the numeral belongs to the word before it */
	if (token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN &&
	    at > scene->start && token_is_apart(f, at) && !is_free_case(f, at) &&
	    token_at(f, at - 1)->kind == TOKEN_WORD && token_is_cue(f, at - 1, "counted")) {
		name_refuse(f, at, at + 1, "letter or numeral");
		return at + 1;
	}
	if (token_facts(f, at) & FACT_COMPASS && (end = skip_side(f, scene, at, limit)) != at)
		return end;
	if (begins_vague_region(f, at, limit) || begins_noun(f, scene, at, limit))
		return at + 1;
	if (limit == at + 1 && (end = command_end(f, at, scene->end)) != at)
		return take_seat(f, scene, at, end, SULIH_KIND_ORGANIZATION);
	if ((end = take_post(f, scene, at, limit)) != at)
		return end;
	if (drops_first(f, at, limit) && !is_headline_officer(f, scene, at)) {
		name_refuse(f, at, at + 1, "sentence start");
		return at + 1;
	}
	/* ekonom di Pinpoint Asset Management | Zhiwei Zhang */
	titled = scene->title_end == at ||
		 (at > scene->start && sulih_view_is(token_lower(f, at - 1), "di"));
	end = known_person_end(f, at, plain_end(f, scene, at, limit, titled));
	end = whole_person_end(f, at, end, scene->end);
	if (begins_described(f, at, end))
		return take_described(f, scene, at, end);
	return drops_common(f, scene, at, end) ? name_decide(f, scene, at, at + 1)
					       : decide_parts(f, scene, at, end);
}
