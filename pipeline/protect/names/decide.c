/* A plain name without head word or list entry: what is it, and is it one? */
#include "pipeline/protect/names/names.h"

/* An ordinary noun that begins the name: Parlemen Welsh, Barisan Pelopor. */
static bool is_descriptor(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_facts(f, at) & FACT_COMMON &&
	       !(token_facts(f, at) & (FACT_GIVEN | FACT_MAP));
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

	if (end == at + 1 && token->shape == SHAPE_UPPER && token->end - token->start <= 4)
		acronym_bind(f, at, &person);
}

/* kuartal II-2025: numerals are no name. */
static bool is_numeral(const struct name_finder *f, uint32_t at, uint32_t end)
{
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

/*
 * Penelitian dan Pengembangan (Litbang): ordinary words joined by "dan" are one name where the
 * acronym behind them says so.  The token behind the last, or `end`.
 */
static uint32_t joined_form(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	uint32_t i = end, acronym;

	while (i + 1 < limit && i < at + 10 &&
	       (token_facts(f, i) & FACT_COMMON || word_is_inflected(f, i)) &&
	       (token_is_capital(f, i) ||
		(sulih_view_is(token_lower(f, i), "dan") && token_is_capital(f, i + 1))))
		i++;
	acronym = i > end ? bracketed_acronym(f, i, limit) : 0;
	return acronym && is_clipped(token_text(f, token_at(f, acronym)), tokens_text(f, at, i))
		       ? i
		       : end;
}

uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end)
{
	const char *person = person_evidence(f, scene, at, end), *why;
	struct name_words words = survey_name(f, at, end);
	/* What makes even ordinary words a person: Kapten Harapan, Pak Guntur, Bunga (17). */
	bool strong =
		person && (strcmp(person, "age") == 0 || strcmp(person, "initials") == 0 ||
			   strcmp(person, "called") == 0 ||
			   (strcmp(person, "apposition") == 0 && words.common < words.count) ||
			   /* Wakil Ketua DPD Tamsil Linrung */
			   (strcmp(person, "title") == 0 && scene->body_end == at &&
			    words.common < words.count) ||
			   (strcmp(person, "title") == 0 &&
			    (scene->title == TITLE_RANK || scene->title == TITLE_HONORIFIC)));
	struct name_found found = { .at = at, .end = end, .ruling = SULIH_COPY };

	if (words.count == 0 || is_numeral(f, at, end)) {
		name_refuse(f, at, end, "letter or numeral");
		return end;
	}
	/* Bripka R too, but no acronym of a list */
	if (f->collecting && strong &&
	    (strcmp(person, "title") != 0 ||
	     (scene->title == TITLE_RANK && !(token_facts(f, at) & FACT_MAP_UPPER))))
		bind_initials(f, at, end);
	if (words.common == words.count && !strong) {
		found.end = joined_form(f, at, end, scene->end);
		if (found.end > end) {
			uint32_t acronym = bracketed_acronym(f, found.end, scene->end);

			/* else it is taken in where it is bound */
			if (!acronym_fits(token_text(f, token_at(f, acronym)),
					  tokens_text(f, at, found.end)))
				found.end = acronym + 2;
			found.kind = SULIH_KIND_ORGANIZATION;
			found.ruling = SULIH_LEAVE;
			found.why = "descriptive";
			return name_take(f, scene, found);
		}
	}
	/* SIM is a driving licence, whoever else is called Sim. */
	if (token_facts(f, at) & FACT_TERM && token_at(f, at)->shape == SHAPE_UPPER &&
	    end == at + 1 && !strong)
		return leave_word(f, scene, at);
	if (words.count == 1 && end == at + 1) {
		why = single_evidence(f, at, person, strong);
		if (!why)
			return leave_word(f, scene, at);
		found.why = person ? person : why;
	} else if (!strong && !words.known &&
		   (words.common == words.count ||
		    (words.common && words.common == words.count - 1 && !words.given &&
		     !words.body && is_descriptor(f, at) && !stands_in(f, scene, at)))) {
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
	found.kind = kind_of(f, scene, at, end, person, words);
	if (f->collecting && found.ruling == SULIH_COPY)
		kind_count(f, at, end, found.kind);
	else if (found.ruling == SULIH_COPY)
		found.kind = kind_agreed(f, at, end, found.kind);
	if (found.kind == SULIH_KIND_ORGANIZATION && found.ruling == SULIH_COPY &&
	    is_numbered_unit(f, scene, at))
		found.at = at - 2;
	if (!f->collecting)
		found.evidence = name_evidence(f, scene, at, end, found.why);
	return name_take(f, scene, found);
}
