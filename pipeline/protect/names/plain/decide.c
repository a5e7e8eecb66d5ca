/* A plain name without head word or list entry: what is it, and is it one? */
#include "pipeline/protect/names/names.h"

#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

/* An ordinary noun that begins the name: Parlemen Welsh, Barisan Pelopor; no listed name of its
 * own, though listed names may begin with it (Indeks Nikkei). */
static bool is_descriptor(struct name_finder *f, uint32_t at)
{
	struct name_match map;

	if (token_at(f, at)->shape != SHAPE_CAPITAL || !is_only_common(token_facts(f, at)))
		return false;
	/* Timur Kapadze, Las Palmas */
	return !(token_facts(f, at) & FACT_MAP) ||
	       !(token_facts(f, at) & (FACT_COMPASS | FACT_PARTICLE) ||
		 match_map(f, at, at + 1, &map));
}

/* AS (34), berinisial RN: the initials are that person's through the document. */
static void bind_initials(struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	const struct name_acronym person = { .start = at,
					     .count = 1,
					     .kind = SULIH_KIND_PERSON,
					     .ruling = SULIH_COPY,
					     .why = "initials" };

	if (end == at + 1 && token->shape == SHAPE_UPPER && token->end - token->start <= 4) {
		acronym_bind(f, at, &person);
		f->initials = true;
	}
}

/* kuartal II-2025: numerals are no name. */
static bool is_numeral(const struct name_finder *f, uint32_t at, uint32_t end)
{
	/* pesawat X-59 */
	if (at > f->from && at + 1 < end && token_length(f, at) == 1 && is_mark(f, at + 1, '-') &&
	    is_before_product(f, at - 1))
		return false;
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && !(token_facts(f, i) & FACT_ROMAN))
			return false;
	}
	return end > at + 1;
}

/* Litbang of Penelitian dan Pengembangan: a longer acronym may begin within a word. */
static bool is_clipped(struct sulih_view acronym, struct sulih_view name)
{
	if (acronym.length < 3)
		return false;
	for (size_t i = 0; i < name.length && (i == 0 || acronym.length > 3); i++)
		if (acronym_fits(acronym, sulih_view_slice(name, i, name.length)))
			return true;
	return false;
}

/* Baca Juga Menurut Ketua | Komisi Pemberantasan Korupsi (KPK): the bracket is that of a listed
 * body that the words end with. */
static bool ends_with_listed(struct name_finder *f, uint32_t at, uint32_t end, uint32_t acronym)
{
	struct name_match map;

	for (uint32_t i = at; i + 1 < end; i++)
		if (match_map(f, i, end, &map) && i + map.count == end &&
		    map.kind == SULIH_KIND_ORGANIZATION &&
		    acronym_fits(token_text(f, token_at(f, acronym)), tokens_text(f, i, end)))
			return true;
	return false;
}

/*
 * Penelitian dan Pengembangan (Litbang): ordinary words joined by "dan" are one name where the
 * acronym behind them says so.  The token behind the last, or `end`.
 */
static uint32_t joined_form(struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	uint32_t i = end, acronym;

	while (i + 1 < limit && i < at + 10 &&
	       (token_facts(f, i) & FACT_COMMON || word_is_inflected(f, i)) &&
	       (token_is_capital(f, i) ||
		(sulih_view_is(token_lower(f, i), "dan") && token_is_capital(f, i + 1))))
		i++;
	acronym = i > end ? bracketed_acronym(f, i, limit) : 0;
	return acronym && !ends_with_listed(f, end, i, acronym) &&
			       is_clipped(token_text(f, token_at(f, acronym)),
					  tokens_text(f, at, i))
		       ? i
		       : end;
}

/* Terdakwa Untung Selamat, kata sekretarisnya, Harapan Sejati: two ordinary words amid the
 * sentence, the first of them a name too, and the article has neither small. */
static bool are_names_here(const struct name_finder *f, uint32_t at, struct name_words words)
{
	return words.count == 2 && words.both > 0 && token_facts(f, at) & FACT_GIVEN &&
	       token_at(f, at + 1)->kind == TOKEN_WORD && token_is_apart(f, at + 1) &&
	       !is_free_case(f, at) && !is_free_case(f, at + 1) && word_at(f, at)->small == 0 &&
	       word_at(f, at + 1)->small == 0 &&
	       !((token_facts(f, at) | token_facts(f, at + 1)) &
		 (FACT_TITLE | FACT_HEAD | FACT_ORG | FACT_FUNCTION));
}

/* What makes even ordinary words a person: Kapten Harapan, Pak Guntur, Bunga (17). */
static bool is_strong(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		      const char *person, struct name_words words)
{
	static const char *const always[] = { "age", "initials", "called" };
	bool partly = words.common < words.count;

	if (!person)
		return false;
	/* Wakil Ketua DPD Tamsil Linrung; kenang Harum, istrinya */
	if (why_is(person, "title"))
		return (scene->body_end == at && partly) || scene->title == TITLE_RANK ||
		       scene->title == TITLE_HONORIFIC ||
		       (scene->title == TITLE_ROLE && are_names_here(f, at, words));
	if (why_is(person, "saying verb"))
		return speaks_as_person(f, at);
	return ((partly || are_names_here(f, at, words)) && why_is(person, "apposition")) ||
	       SULIH_VIEW_IS_ONE_OF(sulih_view_of(person), always);
}

/* Ordinary words that the acronym behind them makes one name; `at` when it does not. */
static uint32_t take_joined(struct name_finder *f, struct name_scene *scene, uint32_t at,
			    uint32_t end)
{
	struct name_found found = { .at = at,
				    .end = joined_form(f, at, end, scene->end),
				    .kind = SULIH_KIND_ORGANIZATION,
				    .ruling = SULIH_LEAVE,
				    .why = "descriptive" };
	uint32_t acronym;

	if (found.end == end)
		return at;
	acronym = bracketed_acronym(f, found.end, scene->end);
	/* else it is taken in where it is bound */
	if (!acronym_fits(token_text(f, token_at(f, acronym)), tokens_text(f, at, found.end)))
		found.end = acronym + 2;
	return name_take(f, scene, found);
}

/* Angkatan Pertahanan | Kenya, Kejaksaan | Thailand: ordinary words and the country whose they are.
 */
static bool ends_with_country(struct name_finder *f, uint32_t at, uint32_t end,
			      struct name_words words)
{
	struct name_match map;

	return words.common > 0 && words.common == words.count - 1 &&
	       (words.common > 1 || !(token_facts(f, at) & FACT_GIVEN)) &&
	       token_facts(f, end - 1) & FACT_MAP && match_map(f, end - 1, end, &map) &&
	       is_country(&map) && !sulih_view_is(map.target, "Indonesia");
}

/* Analis Samudra Sekuritas: whose analyst somebody is has a name, though its words are ordinary. */
static bool is_firm_of_title(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at, uint32_t end)
{
	struct sulih_row row;

	if (scene->title_end != at || !(token_facts(f, end - 1) & FACT_ORG))
		return false;
	row = TOKEN_ROW(f, end - 1, body_words);
	return sulih_view_is(sulih_row_column(&row, 1), "company");
}

bool is_brand_here(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t before = at;

	if (at == scene->start || !token_is_apart(f, at))
		return false;
	/* restoran seperti Wisata Bahari, tur dunia Deadline */
	if (before > scene->start + 1 && token_at(f, before - 1)->shape == SHAPE_LOWER &&
	    (sulih_view_is(token_lower(f, before - 1), "seperti") ||
	     (token_is_apart(f, before - 1) && !token_is_cue(f, before - 1, "branded") &&
	      (token_is_part(f, before - 1, SULIH_WORD_NOUN) ||
	       token_is_part(f, before - 1, SULIH_WORD_ADJECTIVE)))))
		before--;
	return (token_at(f, before - 1)->shape == SHAPE_LOWER ||
		token_at(f, before - 1)->flags & TOKEN_FIRST) &&
	       token_is_cue(f, before - 1, "branded");
}

/* Festival Nasional Reog Ponorogo: two ordinary words and what they are about. */
static bool begins_described_event(struct name_finder *f, uint32_t at, uint32_t end,
				   struct name_words words)
{
	return end > at + 2 && words.common >= 2 && !words.given &&
	       words.body == ((token_facts(f, at) & FACT_ORG) != 0) && is_descriptor(f, at) &&
	       is_descriptor(f, at + 1) && !is_free_case(f, at);
}

/* Several words that describe: ordinary ones, all or all but one. */
static bool is_descriptive(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			   uint32_t end, struct name_words words)
{
	/* Artis Solo Pria Pop Terbaik: what a prize is for */
	if (end > at + 1 && token_is_cue(f, end - 1, "superlative"))
		return true;
	return !words.known && !is_firm_of_title(f, scene, at, end) &&
	       !is_brand_here(f, scene, at) &&
	       (words.common == words.count || begins_described_event(f, at, end, words) ||
		ends_with_country(f, at, end, words) ||
		(words.common && words.common == words.count - 1 && !words.given && !words.body &&
		 is_descriptor(f, at) && !stands_in(f, scene, at)));
}

/* The kind of the name [found->at, end): its own in the first pass, in the second the one that it
 * mostly has in the article. */
static void settle_kind(struct name_finder *f, struct name_scene *scene, struct name_found *found,
			uint32_t end, const char *person, struct name_words words)
{
	found->kind = kind_of(f, scene, found->at, end, person, words);
	if (found->ruling != SULIH_COPY)
		return;
	if (f->collecting)
		kind_count(f, found->at, end, found->kind);
	else
		found->kind = kind_agreed(f, found->at, end, found->kind);
	if (found->kind == SULIH_KIND_ORGANIZATION && is_numbered_unit(f, scene, found->at))
		found->at = unit_number_start(f, scene, found->at);
}

/* Petenis Putri Angkat Trofi, Legislator Muda Itu Diperiksa: which of them a headline means, where
 * nobody of that name is in the article. */
static bool is_attribute(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return scene->title_end == at &&
	       (scene->title == TITLE_ROLE || scene->title == TITLE_OFFICE) &&
	       is_free_case(f, at) && word_at(f, at)->middle == 0 &&
	       token_is_cue(f, at, "attribute");
}

/* di Adonara Timur → East Adonara, though no list has the district. */
void turn_compass(struct name_finder *f, struct name_found *found)
{
	if (found->kind != SULIH_KIND_PLACE || found->ruling != SULIH_COPY ||
	    !(token_facts(f, found->end - 1) & FACT_COMPASS) ||
	    /* Lingkungan Gurugui Timur: a noun, which is no part of what lies in the east */
	    (found->end > found->at + 2 && token_facts(f, found->at) & FACT_COMMON &&
	     !(token_facts(f, found->at) & FACT_GIVEN)))
		return;
	found->target = compose_name(f, found->at, found->end);
	if (!sulih_view_equal(found->target, tokens_text(f, found->at, found->end)))
		found->ruling = SULIH_MAP;
}

uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end)
{
	const char *person = person_evidence(f, scene, at, end), *why;
	struct name_words words = survey_name(f, at, end);
	bool strong = is_strong(f, scene, at, person, words);
	struct name_found found = { .at = at, .end = end, .ruling = SULIH_COPY };
	uint32_t next;

	if (words.count == 0 || is_numeral(f, at, end)) {
		name_refuse(f, at, end, "letter or numeral");
		return end;
	}
	/* Bripka R too, but no acronym of a list */
	if (f->collecting && strong &&
	    (!why_is(person, "title") ||
	     (scene->title == TITLE_RANK && !(token_facts(f, at) & FACT_MAP_UPPER))))
		bind_initials(f, at, end);
	if (words.common == words.count && !strong && (next = take_joined(f, scene, at, end)) != at)
		return next;
	/* SIM is a driving licence, whoever else is called Sim. */
	if (token_facts(f, at) & FACT_TERM && token_at(f, at)->shape == SHAPE_UPPER &&
	    end == at + 1 && !strong)
		return leave_word(f, scene, at);
	if (words.count == 1 && end == at + 1) {
		why = is_attribute(f, scene, at) ? NULL : single_evidence(f, at, person, strong);
		if (!why)
			return leave_word(f, scene, at);
		found.why = person ? person : why;
	} else if (!strong && !is_hyphened_acronym(f, at, end) &&
		   is_descriptive(f, scene, at, end, words)) {
		next = untold_end(f, scene, at, end);
		if (next != at)
			return take_title_amid(f, scene, at, next);
		found.why = "descriptive";
		found.ruling = SULIH_LEAVE;
		if (words.count > 1 && !(token_at(f, at)->flags & TOKEN_FIRST))
			found.end = with_owner(f, end, scene->end);
	} else {
		found.why = person	  ? person
			    : words.given ? "given name"
			    : words.known ? "full name"
					  : "capitals";
	}
	settle_kind(f, scene, &found, end, person, words);
	turn_compass(f, &found);
	if (!f->collecting)
		found.evidence = name_evidence(f, scene, at, end, found.why);
	return name_take(f, scene, found);
}
