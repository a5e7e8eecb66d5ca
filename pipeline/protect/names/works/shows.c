/* Titles of works that nothing announces, in an article about films, songs or books. */
#include "lists.h"
#include "pipeline/protect/names/works/works.h"

/* Whether the article is about shows, music or books: one word in forty speaks of them, and four
 * at least. */
bool is_about_shows(struct name_finder *f)
{
	enum { LEAST = 4, EVERY = 40 };
	uint32_t words = 0, told = 0;

	if (f->shows == SHOWS_UNKNOWN) {
		for (uint32_t i = 0; i < f->tokens.count; i++) {
			if (token_at(f, i)->kind != TOKEN_WORD)
				continue;
			words++;
			told += token_facts(f, i) & FACT_WORK || token_is_cue(f, i, "show");
		}
		f->shows = told >= LEAST && told * EVERY >= words ? SHOWS_ABOUT : SHOWS_NOT;
	}
	return f->shows == SHOWS_ABOUT;
}

/* vokalis band yang dikenal lewat Separuh Aku: the sentence alone speaks of shows, by two words,
 * and what stands before the capital brings in a title. */
static bool is_title_brought_in(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t told = 0;

	if (at == scene->start || token_at(f, at - 1)->shape != SHAPE_LOWER ||
	    !(token_is_cue(f, at - 1, "before-title") ||
	      (scene->name_end == at - 1 && is_last_joint(f, at - 1))))
		return false;
	for (uint32_t i = scene->start; i < scene->end && told < 2; i++)
		told += token_at(f, i)->kind == TOKEN_WORD &&
			(token_facts(f, i) & FACT_WORK || token_is_cue(f, i, "show"));
	return told == 2;
}

/* A capital that says something, of a word that begins no other name. */
static bool may_begin_title(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       !(token_at(f, at)->flags & TOKEN_FIRST) &&
	       (scene->title_end != at || scene->title == TITLE_ROLE) &&
	       !(token_facts(f, at) &
		 (FACT_TITLE | FACT_HEAD | FACT_ORG | FACT_CALENDAR | FACT_GROWN | FACT_ROMAN)) &&
	       !token_is_cue(f, at, "no-title") && !token_is_cue(f, at, "descriptor") &&
	       !token_is_cue(f, at, "genre");
}

/* UU tentang Hak Cipta, acara Refleksi Satu Tahun, 50 Ton Cabai: what stands before is followed by
 * no title of a work; nor is one before the bracket of its short form. */
static bool is_no_title_place(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at, uint32_t end)
{
	/* Pengembangan dan Penguatan Sektor Keuangan: the second half of a description */
	if (at > scene->start + 1 && is_last_joint(f, at - 1) && token_is_capital(f, at - 2) &&
	    scene->row.end != at - 1)
		return true;
	return (at > scene->start &&
		(token_at(f, at - 1)->kind == TOKEN_NUMBER || is_mark(f, at - 1, '(') ||
		 token_is_cue(f, at - 1, "descriptor") ||
		 sulih_view_is(token_lower(f, at - 1), "tentang") ||
		 sulih_view_is(token_lower(f, at - 1), "bersama"))) ||
	       (end < scene->end && is_mark(f, end, '('));
}

uint32_t untold_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end)
{
	uint32_t last = end;

	if (end < at + 2 || !may_begin_title(f, scene, at) ||
	    token_is_cue(f, end - 1, "superlative") ||
	    !(is_about_shows(f) || is_title_brought_in(f, scene, at)))
		return at;
	if (is_no_title_place(f, scene, at, end))
		return at;
	for (uint32_t i = at + 1; i < end; i++)
		if (token_facts(f, i) & (FACT_ORG | FACT_ROMAN) ||
		    (token_facts(f, i) & (FACT_MAP | FACT_COMMON)) == FACT_MAP)
			return at;
	/* Setan Kredit dan Maju Kena Mundur Kena: two titles */
	if (end < scene->end && sulih_view_is(token_lower(f, end), "dan"))
		return end;
	last = work_end(f, at, scene->end);
	return last > end ? last : end;
}

uint32_t take_title_amid(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end)
{
	return name_take(f, scene,
			 (struct name_found){ .at = at,
					      .end = end,
					      .kind = SULIH_KIND_WORK,
					      .ruling = SULIH_COPY,
					      .why = "title amid" });
}

uint32_t parse_grammar_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	enum { LONGEST = 8 };
	uint32_t facts = token_facts(f, at), next = at + 1, end;
	bool joined;

	if (token_at(f, at)->shape != SHAPE_CAPITAL || is_free_case(f, at) ||
	    facts & (FACT_CALENDAR | FACT_ROMAN) || next >= scene->end ||
	    !token_is_capital(f, next) || !token_is_apart(f, next))
		return at;
	/* Gerbang Tanpa Pulang: its second word says it, at the head of a sentence too */
	joined = !(facts & (FACT_FUNCTION | FACT_TITLE | FACT_ORG)) && next + 1 < scene->end &&
		 token_facts(f, next) & FACT_GRAMMAR && !(token_facts(f, next) & FACT_GIVEN) &&
		 token_at(f, next)->shape == SHAPE_CAPITAL && token_is_capital(f, next + 1);
	if (token_at(f, at)->flags & TOKEN_FIRST && !joined)
		return at;
	/* Sampai Titik Terakhirmu, Dua Sejoli */
	if (facts & FACT_FUNCTION && (facts & FACT_GIVEN || !(token_facts(f, next) & FACT_COMMON) ||
				      token_facts(f, next) & (FACT_TITLE | FACT_HEAD)))
		return at;
	if (facts & (FACT_HEAD | FACT_ORG) && !joined)
		return at;
	end = scene->end - at > LONGEST ? at + LONGEST : scene->end;
	if (!(facts & FACT_FUNCTION))
		while (next < end && !(token_facts(f, next) & FACT_GRAMMAR &&
				       token_at(f, next)->shape == SHAPE_CAPITAL))
			next++;
	if (next >= end || !is_about_shows(f))
		return at;
	end = work_end(f, at, scene->end);
	if (next >= end || end > at + LONGEST || is_no_title_place(f, scene, at, end))
		return at;
	return take_title_amid(f, scene, at, end);
}

bool is_told_by_capital(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && may_begin_title(f, scene, at) && scene->title_end != at &&
	       (token_is_cue(f, at - 1, "in-title") || token_is_cue(f, at - 1, "before-title")) &&
	       !(token_facts(f, at) & (FACT_FUNCTION | FACT_PLAIN | FACT_TERM | FACT_PARTY |
				       FACT_GIVEN | FACT_COMPASS)) &&
	       (at + 1 >= scene->end || !token_is_capital(f, at + 1)) &&
	       /* menulis Kubah: what is written is a book */
	       (token_is_part(f, at, SULIH_WORD_VERB) ||
		token_is_part(f, at, SULIH_WORD_ADJECTIVE) ||
		(token_is_cue(f, at - 1, "before-title") &&
		 token_is_part(f, at - 1, SULIH_WORD_VERB))) &&
	       is_about_shows(f);
}

uint32_t joined_title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t end;

	if (at == scene->start || at + 2 >= scene->end || !may_begin_title(f, scene, at) ||
	    token_at(f, at - 1)->shape != SHAPE_LOWER ||
	    token_at(f, at + 1)->shape != SHAPE_LOWER || !token_is_capital(f, at + 2) ||
	    !token_is_cue(f, at - 1, "before-title") || !is_about_shows(f))
		return at;
	end = work_end(f, at, scene->end);
	return end > at + 2 && !is_no_title_place(f, scene, at, end) ? end : at;
}

bool is_told_by_showing(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const uint32_t other = FACT_FUNCTION | FACT_TITLE | FACT_HEAD | FACT_ORG | FACT_WORK |
			       FACT_CALENDAR | FACT_GROWN | FACT_TERM | FACT_PARTY;

	return at == scene->start && at + 1 < scene->end &&
	       token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       !word_at(f, at)->small && !(token_facts(f, at) & other) &&
	       token_at(f, at + 1)->shape == SHAPE_LOWER && token_is_cue(f, at + 1, "shown") &&
	       !token_is_cue(f, at, "show") && !token_is_cue(f, at, "genre") &&
	       !token_is_cue(f, at, "no-title") && !token_is_cue(f, at, "shown") &&
	       is_about_shows(f);
}

bool is_character(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && may_begin_title(f, scene, at) &&
	       token_at(f, at - 1)->shape == SHAPE_LOWER && token_is_cue(f, at - 1, "role-of") &&
	       !(token_facts(f, at) & (FACT_FUNCTION | FACT_PLAIN | FACT_TERM | FACT_PARTY)) &&
	       (at + 1 >= scene->end || !token_is_capital(f, at + 1)) && is_about_shows(f);
}

bool is_listed_beside(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t before = at;

	if (!may_begin_title(f, scene, at) || word_at(f, at)->small ||
	    token_facts(f, at) & (FACT_FUNCTION | FACT_PLAIN | FACT_TERM | FACT_PARTY) ||
	    (at + 1 < scene->end && token_is_capital(f, at + 1)))
		return false;
	if (before > scene->start && is_last_joint(f, before - 1))
		before--;
	if (before > scene->start && is_mark(f, before - 1, ','))
		before--;
	return before < at && scene->name_end == before && is_about_shows(f);
}

/* "Kangen", "Sewu Dino": a capital in every word but small ones of grammar, and few of them. */
static bool is_written_like_title(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end == at || end > at + 8 || token_at(f, at)->shape == SHAPE_LOWER ||
	    !token_is_capital(f, at))
		return false;
	for (uint32_t i = at; i < end; i++)
		if (token_at(f, i)->kind == TOKEN_WORD && !token_is_capital(f, i) &&
		    !token_is_cue(f, i, "in-title") && !(token_facts(f, i) & FACT_ENGLISH))
			return false;
	return !is_mark(f, end - 1, '.') && !is_mark(f, end - 1, ',');
}

uint32_t parse_quoted_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t end;

	if (at == scene->start || at + 2 >= scene->end || !token_is_apart(f, at) ||
	    token_is_apart(f, at + 1) || token_at(f, at - 1)->shape != SHAPE_LOWER ||
	    !(token_is_cue(f, at - 1, "in-title") || token_is_cue(f, at - 1, "before-title")))
		return at + 1;
	end = quoted_end(f, at + 1, scene->end);
	if (!is_written_like_title(f, at + 1, end) || is_free_case(f, at + 1) || !is_about_shows(f))
		return at + 1;
	return take_title_amid(f, scene, at + 1, end);
}
