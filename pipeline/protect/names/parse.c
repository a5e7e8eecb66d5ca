/* A sentence as titles, listed names, heads with their names, and plain names. */
#include "pipeline/protect/names/heads.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"

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
static uint32_t plain_end(struct name_finder *f, uint32_t at, uint32_t limit, bool titled)
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
		if (facts & FACT_TITLE && !(facts & FACT_GIVEN) &&
		    match_title(f, i, limit, &title) && !sulih_view_is(title.kind, "profession") &&
		    !sulih_view_is(title.kind, "honorific") && !sulih_view_is(title.kind, "royal"))
			return i;
		if (!match_map(f, i, limit, &map))
			continue;
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
		return !(word->facts & FACT_GIVEN && word->named);
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

/*
 * An ordinary word before a proper name is a descriptor and stays outside
 * (Organisasi | Trump, Parlemen | Welsh), unless it is part of a name that the
 * document repeats.
 */
static bool drops_common(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end - at < 2 || !token_is_apart(f, at + 1) || begins_caste(f, at, end) ||
	    (at > 0 && sulih_view_is(token_lower(f, at - 1), "bernama")) ||
	    (token_at(f, at)->shape != SHAPE_CAPITAL &&
	     !(token_facts(f, at) & FACT_TERM && token_lower(f, at).length > 2)) ||
	    !(token_facts(f, at) & FACT_COMMON) ||
	    token_facts(f, at) & (FACT_GIVEN | FACT_ORG | FACT_GROWN))
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

/* Pelatih LSU Joe Alleva: an acronym before a person is a body of its own. */
static uint32_t body_before_person(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	if (end - at < 3 || token->end - token->start < 3 || !token_is_apart(f, at + 1) ||
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
	if (token->shape != SHAPE_UPPER &&
	    (scene->title != TITLE_ROLE || scene->title_end != at ||
	     token_facts(f, at) & FACT_GIVEN || !(token_facts(f, at + 2) & FACT_GIVEN) ||
	     token_facts(f, at + 1) & (FACT_FAMILY | FACT_COMMON)))
		return end;
	return token_facts(f, at + 1) & FACT_GIVEN && token_is_capital(f, at + 2) ? at + 1 : end;
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

static uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t limit = run_end(f, at, scene->end), end;

	if (is_doubled(f, at, limit))
		return limit;
	if (scene->title_end == at && (scene->post == POST_PLACE || scene->post == POST_FIRM)) {
		const struct name_found body = {
			.at = at,
			.end = post_end(f, scene, at, plain_end(f, at, limit, false)),
			.kind = scene->post == POST_PLACE ? SULIH_KIND_PLACE
							  : SULIH_KIND_ORGANIZATION,
			.ruling = SULIH_COPY,
			.why = scene->post == POST_PLACE ? "place of an office"
							 : "body of an office"
		};

		if (body.end != at)
			return name_take(f, scene, body);
	}
	if (drops_first(f, at, limit)) {
		name_refuse(f, at, at + 1, "sentence start");
		return at + 1;
	}
	/* ekonom di Pinpoint Asset Management | Zhiwei Zhang */
	end = plain_end(f, at, limit,
			scene->title_end == at ||
				(at > scene->start && sulih_view_is(token_lower(f, at - 1), "di")));
	if (drops_common(f, at, end))
		return name_decide(f, scene, at, at + 1);
	/* Ferdinand Marcos Jr. meninjau; behind the last word of a sentence the stop is its own */
	if (is_junior(f, end - 1) && end + 1 < scene->end && is_mark(f, end, '.') &&
	    !token_is_apart(f, end))
		end++;
	end = body_before_person(f, scene, at, end);
	end = species_end(f, at, end, scene->end);
	return name_decide(f, scene, at, end);
}

/* Kementerian Pertahanan | Finlandia: a listed ministry, but another country's. */
static bool owned_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end)
{
	uint32_t close = skip_short_form(f, end, scene->end);
	uint32_t next = close == end ? end : close + 1;
	struct sulih_row row;
	struct name_match owner;

	return match_head(f, at, scene->end, &row) &&
	       (sulih_view_is(sulih_row_column(&row, 3), "field") ||
		takes_nation(sulih_row_column(&row, 3))) &&
	       next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	       (begins_region(f, next, scene->end) ||
		(match_map(f, next, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE));
}

/* Sekolah Menengah Atas | Taruna Nusantara, Rumah Sakit Umum Daerah (RSUD) | Cibabat: a listed
 * noun, but here the head of a name. */
static bool begins_longer(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t count)
{
	struct name_match owner;
	struct sulih_row row;
	uint32_t head = match_head(f, at, scene->end, &row);

	/* PT Pertamina | Patra Niaga: the list has a longer name behind the head word */
	if (head != 0 && head < count && match_map(f, at + head, scene->end, &owner) &&
	    head + owner.count > count)
		return true;
	return head >= count &&
	       (sulih_view_is(sulih_row_column(&row, 3), "numbered") ||
		(takes_place(sulih_row_column(&row, 3)) && at + count < scene->end &&
		 token_is_apart(f, at + count) && match_map(f, at + count, scene->end, &owner) &&
		 owner.kind == SULIH_KIND_PLACE) ||
		skip_short_form(f, at + count, scene->end) != at + count ||
		(at + count < scene->end && token_is_capital(f, at + count) &&
		 begins_region(f, at + count, scene->end)));
}

/* 102,3 MHz, 50 MW; abad ke-3 SM, 5.000 tahun SM → BC: what a capital behind a figure is. */
static uint32_t parse_behind_figure(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));
	const struct name_found era = { .at = at,
					.end = at + 1,
					.kind = SULIH_KIND_NAME,
					.ruling = SULIH_MAP,
					.target = SULIH_VIEW("BC"),
					.why = "list" };
	uint32_t figure = at - 1;
	struct sulih_row row;

	if (sulih_view_is(text, "SM") && figure > scene->start &&
	    sulih_view_is(token_lower(f, figure), "tahun"))
		figure--;
	if (token_at(f, figure)->kind != TOKEN_NUMBER || !token_is_apart(f, at))
		return at;
	if (sulih_view_is(text, "SM"))
		return name_take(f, scene, era);
	row = sulih_table_find(&sulih_list_measures, token_lower(f, at));
	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "symbol") &&
			       sulih_view_equal(sulih_row_column(&row, 2), text)
		       ? at + 1
		       : at;
}

/* Inspektur Rahmat Pimpin Razia: a word that is a name too, behind an office or rank. */
static bool is_headline_officer(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return scene->title_end == at && token->flags & TOKEN_TITLECASE &&
	       token->shape == SHAPE_CAPITAL && token_facts(f, at) & FACT_GIVEN &&
	       !(token_facts(f, at) & (FACT_FUNCTION | FACT_TITLE)) &&
	       (scene->title == TITLE_OFFICE || scene->title == TITLE_RANK);
}

static bool head_is_longer(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct title_match title;
	struct sulih_row row;

	return match_title(f, at, end, &title) && match_head(f, at, end, &row) > title.count;
}

/* bernama Laut Simatupang: no sea, where a family name stands behind it. */
static bool is_called_person(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	return at > scene->start && at + 1 < scene->end && token_is_capital(f, at) &&
	       sulih_view_is(token_lower(f, at - 1), "bernama") && token_is_apart(f, at + 1) &&
	       token_is_capital(f, at + 1) &&
	       (token_facts(f, at + 1) & (FACT_FAMILY | FACT_COMMON | FACT_MAP)) == FACT_FAMILY;
}

/* What begins at a word; the token behind it. */
static uint32_t parse_word(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t facts = token_facts(f, at), next;
	struct name_match the;
	bool capital = token_is_capital(f, at);

	if ((next = skip_prefix(f, scene, at)) != at)
		return next;
	/* hamba-Ku, melakukan-Nya: a clitic with a capital. */
	if (facts & FACT_CLITIC && capital && at > scene->start && is_mark(f, at - 1, '-') &&
	    !token_is_apart(f, at))
		return at + 1;
	/* A language is no name: bahasa Prancis. */
	if (facts & FACT_LANGUAGE && at + 1 < scene->end && token_is_capital(f, at + 1)) {
		next = languages_end(f, at + 1, scene->end);
		name_refuse(f, at + 1, next, "language");
		return next;
	}
	if (facts & FACT_WORK && (next = parse_work(f, scene, at)) != at)
		return next;
	/* Serikat Petani Indonesia (SPI): then SPI is no degree, unless a comma stands before it */
	if (facts & FACT_TITLE && token_at(f, at)->shape == SHAPE_UPPER &&
	    word_at(f, at)->acronym && !(at > scene->start && is_mark(f, at - 1, ',')) &&
	    (next = parse_bound(f, scene, at)) != at)
		return next;
	/* Penjaga pantai Yunani: a longer head word than the title, and a name */
	if (facts & FACT_TITLE && facts & FACT_HEAD && head_is_longer(f, at, scene->end) &&
	    (next = parse_head(f, scene, at)) != at)
		return next;
	if ((next = parse_title(f, scene, at)) != at)
		return skip_portfolio(f, scene, next);
	if (facts & FACT_HEAD && !is_called_person(f, scene, at)) {
		struct name_match map;

		if (!(capital && match_map(f, at, scene->end, &map) && map.count > 1) ||
		    owned_body(f, scene, at, at + map.count) ||
		    begins_longer(f, scene, at, map.count)) {
			if ((next = parse_head(f, scene, at)) != at)
				return next;
		}
	}
	/* the Federal Reserve: "the" is no Indonesian word. */
	if (sulih_view_is(token_lower(f, at), "the") && at + 1 < scene->end &&
	    token_is_capital(f, at + 1) && token_is_apart(f, at + 1) &&
	    !(capital && match_map(f, at, scene->end, &the)))
		return parse_plain(f, scene, at);
	if (!capital && facts & FACT_COMPASS && (next = parse_part(f, scene, at)) != at)
		return next;
	if (!capital)
		return begins_small(f, scene, at) ? parse_plain(f, scene, at) : at + 1;
	if (at > scene->start &&
	    (token_at(f, at - 1)->kind == TOKEN_NUMBER ||
	     (token_at(f, at)->shape == SHAPE_UPPER && token_lower(f, at).length == 2)) &&
	    (next = parse_behind_figure(f, scene, at)) != at)
		return next;
	if ((next = parse_bound(f, scene, at)) != at)
		return next;
	if ((next = parse_listed(f, scene, at)) != at)
		return next;
	if (!token_may_name(f, at, true) && !is_headline_officer(f, scene, at) &&
	    !headline_evidence(f, scene, at))
		return at + 1;
	return parse_plain(f, scene, at);
}

/* A small word with none of these begins nothing in parse_word; "the" is FACT_ENGLISH. */
enum {
	SMALL_BEGINS = FACT_PREFIX | FACT_LANGUAGE | FACT_WORK | FACT_TITLE | FACT_HEAD |
		       FACT_ARTICLE | FACT_ENGLISH | FACT_LEAD | FACT_COMPASS
};

void parse_segment(struct name_finder *f, uint32_t start, uint32_t end)
{
	struct name_scene scene = {
		.start = start, .end = end, .title_end = NAMES_NONE, .person_end = NAMES_NONE
	};
	uint32_t at = start;

	while (at < end && !f->failed) {
		if (token_at(f, at)->kind == TOKEN_WORD) {
			if (!token_is_capital(f, at) && !(token_facts(f, at) & SMALL_BEGINS)) {
				uint32_t next = token_at(f, at)->shape == SHAPE_NONE
							? parse_script(f, &scene, at)
							: at;
				at = next > at ? next : at + 1;
				continue;
			}
			at = parse_word(f, &scene, at);
			continue;
		}
		if (f->collecting && is_mark(f, at, '('))
			introduce_phrase(f, &scene, at);
		at++;
	}
}
