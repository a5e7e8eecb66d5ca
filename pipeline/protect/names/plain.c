/* A run of capitals without list entry or head word: where the name in it begins and ends. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/heads.h"

/* Mirae Asset Sekuritas, Mirae Asset Sekuritas Indonesia: the last word of a firm. */
static bool ends_firm(const struct name_finder *f, uint32_t at, uint32_t last)
{
	if (last > at && sulih_view_is(token_lower(f, last), "indonesia"))
		last--;
	return token_facts(f, last) & FACT_ORG;
}

/* All words of [at, end) are ordinary ones with a capital, none a title or a listed name. */
static bool is_phrase(const struct name_finder *f, uint32_t at, uint32_t end)
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

/* Jr, Sr: whose son a person is. */
static bool is_junior(const struct name_finder *f, uint32_t at)
{
	return sulih_view_is(token_lower(f, at), "jr") || sulih_view_is(token_lower(f, at), "sr");
}

/* What looks like a title amid a name is part of it: a half before a hyphen, Jr. */
static bool is_name_part(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return (at + 1 < end && is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1)) ||
	       is_junior(f, at);
}

/* Where a plain name ends before something else begins: a title, a listed name, a head word.
 * `titled`: a title stands before it. */
static uint32_t plain_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t limit, bool titled)
{
	struct title_match title;
	struct name_match map;
	struct sulih_row row;

	for (uint32_t i = at + 1; i < limit; i++) {
		uint32_t facts = token_facts(f, i);

		if (!token_is_apart(f, i) || !token_is_capital(f, i))
			continue;
		/* Operation Director | PT Angkasa Pura */
		if (facts & FACT_HEAD && token_at(f, i)->shape == SHAPE_UPPER &&
		    (sulih_view_is(token_lower(f, i), "pt") ||
		     sulih_view_is(token_lower(f, i), "cv")))
			return i;
		/* Reskrim | Polsek Menteng: a unit of the police or a court that has its place. */
		if (facts & FACT_HEAD && match_head(f, i, limit, &row) && i + 1 < limit &&
		    takes_place(sulih_row_column(&row, 3)))
			return i;
		if (facts & FACT_HEAD && begins_ministry(f, i, scene->end))
			return i;
		/* Bagian Pengolahan Hasil | Dinas Pertanian dan Peternakan: likewise a ministry or
		 * agency behind ordinary words. */
		if (facts & FACT_HEAD && is_phrase(f, at, i) && match_head(f, i, limit, &row) &&
		    sulih_view_is(sulih_row_column(&row, 3), "field"))
			return i;
		/* Mirae Asset Sekuritas | Nafan Aji Gusta: behind a title the firm ends with its
		 * word. */
		if (titled && i - 1 > at && ends_firm(f, at, i - 1) &&
		    !(facts & (FACT_COMMON | FACT_ORG | FACT_MAP | FACT_MAP_UPPER)) &&
		    (facts & FACT_GIVEN ||
		     (i + 1 < limit && token_is_apart(f, i + 1) && token_is_capital(f, i + 1) &&
		      !(token_facts(f, i + 1) & FACT_ORG))))
			return i;
		/* An Se-young, Robert Downey Jr: no titles */
		if (facts & FACT_TITLE && is_name_part(f, i, limit))
			continue;
		/* Abdalfatah AK Alsattari: initials; a degree has a comma before it */
		if (facts & FACT_TITLE && token_at(f, i)->shape == SHAPE_UPPER &&
		    token_at(f, i)->end - token_at(f, i)->start == 2 && i + 1 < limit &&
		    token_is_apart(f, i + 1) && token_at(f, i + 1)->shape == SHAPE_CAPITAL &&
		    !(token_facts(f, i + 1) & (FACT_TITLE | FACT_COMMON)))
			continue;
		if (facts & FACT_TITLE && !(facts & FACT_GIVEN) &&
		    match_title(f, i, limit, &title) && !sulih_view_is(title.kind, "profession") &&
		    !sulih_view_is(title.kind, "honorific") && !sulih_view_is(title.kind, "royal"))
			return i;
		/* Rapat Kerja | Kementerian Kelautan dan Perikanan: the run ends before its "dan"
		 */
		if (!match_map(f, i, facts & FACT_HEAD ? scene->end : limit, &map))
			continue;
		/* Kim Jong Un in a headline: no acronym */
		if (map.count == 1 && !(facts & FACT_MAP) && token_at(f, i)->shape == SHAPE_CAPITAL)
			continue;
		/* Kadis PU | Mandailing Natal */
		if (titled && i == at + 1 && map.count > 1 && map.kind == SULIH_KIND_PLACE &&
		    token_at(f, at)->shape == SHAPE_UPPER)
			return i;
		/* A family name that is a country's too: Hassan Turki. */
		if (i == at + 1 && map.count == 1 && token_facts(f, at) & FACT_GIVEN)
			continue;
		/* Persib Bandung, Garuda Indonesia keep their place; "Messi Argentina" has none. */
		if (map.ruling == SULIH_MAP && map.kind != SULIH_KIND_PERSON &&
		    !sulih_view_equal(map.target, tokens_text(f, i, i + map.count)))
			return i;
	}
	return limit;
}

/*
 * The first word of a sentence before a name is mostly an ordinary word
 * (Menurut Jokowi, Polisi Bekasi); a word that is also a name part stays when
 * the document knows it so or an unknown word follows (Bunga Citra Lestari).
 */
static bool drops_first(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];

	if (!(token->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED)) ||
	    !(word->facts & FACT_COMMON) || end - at < 2)
		return false;
	/* Lalu Iqbal, whom the document has as Lalu Muhamad Iqbal */
	if (word->facts & FACT_FUNCTION)
		return !opens_name(f, at);
	/* Bank of Ireland: English from its first word */
	if (begins_caste(f, at, end) ||
	    (token_facts(f, at + 1) & FACT_ENGLISH && token_at(f, at + 1)->shape == SHAPE_LOWER))
		return false;
	/* Struktur Organisasi, Calon Pengantin: ordinary words, but one name. */
	if (token->flags & TOKEN_FIRST && is_phrase(f, at, end))
		return false;
	if (word->named || word->middle > word->small)
		return false;
	if (!(word->facts & FACT_GIVEN))
		return true;
	return token_facts(f, at + 1) & (FACT_MAP | FACT_MAP_UPPER) ||
	       token_at(f, at + 1)->shape == SHAPE_UPPER;
}

/* Jamin Ginting: before a clan that ends the name stands a first name, not at the head of a
 * sentence. */
static bool is_before_clan(const struct name_finder *f, uint32_t at, uint32_t end)
{
	char room[64];
	struct sulih_row row;

	if (end != at + 2 || !(token_facts(f, at + 1) & FACT_FAMILY) ||
	    token_facts(f, at + 1) & (FACT_COMMON | FACT_MAP) ||
	    token_at(f, at)->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED))
		return false;
	row = sulih_table_find(&sulih_list_given_names,
			       name_recase(token_lower(f, at + 1), false, room, sizeof(room)));
	return sulih_view_is(sulih_row_column(&row, 1), "clan");
}

/* Bella Hadid dan Gigi Hadid: the same last name as the person's before it. */
static bool is_sibling(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end)
{
	return end == at + 2 && scene->person_end != NAMES_NONE && scene->person_end < at &&
	       at - scene->person_end <= 2 &&
	       token_at(f, scene->person_end - 1)->word == token_at(f, end - 1)->word;
}

/*
 * An ordinary word before a proper name is a descriptor and stays outside
 * (Organisasi | Trump, Parlemen | Welsh), unless it is part of a name that the
 * document repeats.
 */
static bool drops_common(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 uint32_t end)
{
	/* Direktur RSUD Sukasari | Cita Rosita Sari: behind an office and its body a person begins
	 */
	if (scene->title_end == at && at > 0 && scene->title == TITLE_OFFICE &&
	    scene->title_start + 1 < at && token_at(f, at - 1)->kind == TOKEN_WORD &&
	    !(token_facts(f, at - 1) & FACT_TITLE))
		return false;
	if (end - at < 2 || !token_is_apart(f, at + 1) || begins_caste(f, at, end) ||
	    (at > 0 && sulih_view_is(token_lower(f, at - 1), "bernama")) ||
	    (token_at(f, at)->shape != SHAPE_CAPITAL &&
	     !(token_facts(f, at) & FACT_TERM && token_lower(f, at).length > 2)) ||
	    !(token_facts(f, at) & FACT_COMMON) ||
	    token_facts(f, at) & (FACT_GIVEN | FACT_ORG | FACT_GROWN) ||
	    is_before_clan(f, at, end) || is_sibling(f, scene, at, end))
		return false;
	for (uint32_t i = at + 1; i < end; i++) {
		const struct name_token *token = token_at(f, i);

		if (!token_is_capital(f, i) ||
		    !(token_facts(f, i) & FACT_GIVEN || f->words.items[token->word].person))
			continue;
		if (!(token_facts(f, i) & FACT_COMMON))
			return true;
		if (i + 1 < end && token_facts(f, i + 1) & FACT_GIVEN)
			return true;
	}
	return false;
}

/* VR46: capitals and figures */
static bool is_sign(const struct name_finder *f, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));

	return token_at(f, at)->kind == TOKEN_WORD && token_at(f, at)->shape == SHAPE_UPPER &&
	       sulih_byte_is_digit(text.data[text.length - 1]);
}

/* A capital word of a name that no list has but that of persons' names. */
static bool is_unknown(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_is_apart(f, at) &&
	       !(token_facts(f, at) & (FACT_COMMON | FACT_ORG | FACT_MAP | FACT_HEAD | FACT_TITLE |
				       FACT_ENGLISH | FACT_COMPASS));
}

/* Pelatih LSU Joe Alleva: an acronym before a person is a body of its own. */
static uint32_t body_before_person(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	if (end - at < 3 || token->end - token->start < 3 || !token_is_apart(f, at + 1) ||
	    token_facts(f, at) & FACT_GROWN ||
	    token->flags & (TOKEN_DOTTED | TOKEN_SHOUTED | TOKEN_TITLECASE))
		return end;
	/* Pelatih Lakers Luke Walton: behind a profession the club stands first. */
	/* Direktur Eksekutif Indef Esther Sri Astuti: three known parts are a whole person. */
	if (scene->title_end == at && !(token_facts(f, at) & FACT_GIVEN) && end - at >= 4 &&
	    token_facts(f, at + 1) & token_facts(f, at + 2) & token_facts(f, at + 3) & FACT_GIVEN)
		return at + 1;
	if (token->shape == SHAPE_MIXED && scene->title_end == at &&
	    token_facts(f, at + 1) & FACT_GIVEN && !(token_facts(f, at) & FACT_GIVEN))
		return at + 1;
	/* Pembalap Mooney VR46 Marco Bezzecchi: the sign of a team ends it */
	for (uint32_t i = at + 2; i < end && scene->title == TITLE_ROLE && scene->title_end == at;
	     i++)
		if (is_sign(f, i - 1) && token_facts(f, i) & FACT_GIVEN)
			return i;
	/* Pelatih Palace Oliver Glasner, though of Crystal Palace */
	if (scene->title_end == at && token_is_capital(f, at + 1) &&
	    !(token_facts(f, at + 1) & (FACT_COMMON | FACT_ORG | FACT_MAP)) && ends_body(f, at))
		return at + 1;
	/* Sutradara Parasite Bong Joon-ho: a Korean name is whole */
	if (scene->title == TITLE_ROLE && scene->title_end == at && end == at + 5 &&
	    token_facts(f, at + 1) & (FACT_FAMILY | FACT_GIVEN) && is_mark(f, at + 3, '-') &&
	    token_at(f, at + 4)->shape == SHAPE_LOWER)
		return at + 1;
	/* Ketua Sinode GMIM Hein Arina: two or three words that nothing knows end the run */
	if (token->shape == SHAPE_UPPER && scene->title_end == at && scene->title == TITLE_OFFICE &&
	    end <= at + 4 && is_unknown(f, at + 1) && is_unknown(f, at + 2) &&
	    is_unknown(f, end - 1))
		return at + 1;
	if (token->shape != SHAPE_UPPER &&
	    (scene->title != TITLE_ROLE || scene->title_end != at ||
	     token_facts(f, at) & FACT_GIVEN || !(token_facts(f, at + 2) & FACT_GIVEN) ||
	     token_facts(f, at + 1) & (FACT_FAMILY | FACT_COMMON)))
		return end;
	/* PSIM Jean-Paul van Gastel */
	return token_facts(f, at + 1) & FACT_GIVEN &&
			       (token_is_capital(f, at + 2) || is_mark(f, at + 2, '-'))
		       ? at + 1
		       : end;
}

/* Anak-anak, Bit-bit: a doubled word alone is a plural, no name; Kehijau-hijauan: likewise what
 * only together is a word. */
static bool is_doubled(const struct name_finder *f, uint32_t at, uint32_t end)
{
	char room[64];

	if (end != at + 3 || !is_mark(f, at + 1, '-'))
		return false;
	if (token_at(f, at)->word == token_at(f, at + 2)->word)
		return token_facts(f, at) & FACT_COMMON || token_at(f, at)->flags & TOKEN_FIRST;
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

/* Wilayah | Krasnodar: a word for a region before a name that no list has. */
static bool begins_vague_region(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct sulih_row row;

	return token_facts(f, at) & FACT_HEAD && at + 1 < limit && token_is_apart(f, at + 1) &&
	       match_head(f, at, limit, &row) == 1 &&
	       sulih_view_is(sulih_row_column(&row, 3), "region");
}

uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t limit = run_end(f, at, scene->end), end, body, seam;

	if (is_doubled(f, at, limit))
		return limit;
	if (begins_vague_region(f, at, limit))
		return at + 1;
	if (limit == at + 1 && (end = command_end(f, at, scene->end)) != at)
		return name_take(f, scene,
				 (struct name_found){ .at = at,
						      .end = end,
						      .kind = SULIH_KIND_ORGANIZATION,
						      .ruling = SULIH_COPY,
						      .why = "body of an office" });
	if (scene->title_end == at &&
	    (scene->post == POST_PLACE || scene->post == POST_FIRM || scene->post == POST_EITHER)) {
		const struct name_found post = {
			.at = at,
			.end = post_end(f, scene, at, plain_end(f, scene, at, limit, true)),
			.kind = scene->post == POST_PLACE ? SULIH_KIND_PLACE
							  : SULIH_KIND_ORGANIZATION,
			.ruling = SULIH_COPY,
			.why = scene->post == POST_PLACE ? "place of an office"
							 : "body of an office"
		};

		if (post.end != at)
			return name_take(f, scene, post);
	}
	if (drops_first(f, at, limit)) {
		name_refuse(f, at, at + 1, "sentence start");
		return at + 1;
	}
	/* ekonom di Pinpoint Asset Management | Zhiwei Zhang */
	end = plain_end(f, scene, at, limit,
			scene->title_end == at ||
				(at > scene->start && sulih_view_is(token_lower(f, at - 1), "di")));
	if (drops_common(f, scene, at, end))
		return name_decide(f, scene, at, at + 1);
	/* Ferdinand Marcos Jr. meninjau; behind the last word of a sentence the stop is its own */
	if (is_junior(f, end - 1) && end + 1 < scene->end && is_mark(f, end, '.') &&
	    !token_is_apart(f, end))
		end++;
	seam = scene->title_end == at ? owner_end(f, scene, at, end) : end;
	if (seam != end) {
		name_decide(f, scene, at, seam);
		scene->title_end = seam;
		scene->post = POST_NONE;
		return name_decide(f, scene, seam, end);
	}
	body = body_before_person(f, scene, at, end);
	if (body != end && token_at(f, at)->shape == SHAPE_CAPITAL)
		return name_take(f, scene,
				 (struct name_found){ .at = at,
						      .end = body,
						      .kind = SULIH_KIND_ORGANIZATION,
						      .ruling = SULIH_COPY,
						      .why = "body of an office" });
	end = species_end(f, at, body, scene->end);
	return name_decide(f, scene, at, end);
}
