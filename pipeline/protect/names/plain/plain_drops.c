/* Ordinary words at the head of a run of capitals that are no part of the name behind them. */
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

/* Diajak Ompong: what was done by whom. */
static bool is_done(const struct name_finder *f, uint32_t at)
{
	struct sulih_view lower = token_lower(f, at);
	struct sulih_word word;

	return sulih_view_starts(lower, SULIH_VIEW("di")) &&
	       sulih_word_find(sulih_view_slice(lower, 2, lower.length), &word) &&
	       word.word_class == SULIH_WORD_VERB;
}

/* Penulis: | Cipta Permana: whoever signs begins behind the colon. */
static bool is_signed(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->flags & TOKEN_SIGNED && at > f->from && is_mark(f, at - 1, ':');
}

/*
 * The first word of a sentence before a name is mostly an ordinary word
 * (Menurut Jokowi, Polisi Bekasi); a word that is also a name part stays when
 * the document knows it so or an unknown word follows (Bunga Citra Lestari).
 */
bool drops_first(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];

	if (!(token->flags & TOKEN_SILENT) || !(word->facts & FACT_COMMON) || end - at < 2 ||
	    is_signed(f, at))
		return false;
	/* Lalu Iqbal, whom the document has as Lalu Muhamad Iqbal */
	if (word->facts & FACT_FUNCTION)
		return !opens_name(f, at);
	/* Bank of Ireland: English from its first word */
	if (begins_caste(f, at, end) ||
	    (token_facts(f, at + 1) & FACT_ENGLISH && token_at(f, at + 1)->shape == SHAPE_LOWER))
		return false;
	/* Struktur Organisasi, Calon Pengantin: ordinary words, but one name. */
	if (token->flags & TOKEN_FIRST && is_phrase(f, at, end) && !is_done(f, at))
		return false;
	if (word->named || word->middle > word->small)
		return false;
	if (!(word->facts & FACT_GIVEN))
		return true;
	/* Harapan Gibran untuk Warga: what people have, before who has one name alone */
	if (token->flags & TOKEN_TITLECASE && end == at + 2 && token_is_cue(f, at, "owned") &&
	    TOKEN_ROW(f, at + 1, mononyms).listed)
		return true;
	/* Teguh S. Wibowo datang: a letter with its stop stands amid a name */
	if (token_length(f, at + 1) == 1 && at + 3 < end && is_mark(f, at + 2, '.') &&
	    !token_is_apart(f, at + 2))
		return false;
	/* Indah Putri Indriani: a part of names that also begins listed ones */
	return (token_facts(f, at + 1) & FACT_LISTED && !(token_facts(f, at + 1) & FACT_GIVEN)) ||
	       (token_at(f, at + 1)->shape == SHAPE_UPPER &&
		!(token_at(f, at + 1)->flags & TOKEN_SHOUTED));
}

/* Jamin Ginting: before a clan that ends the name stands a first name, not at the head of a
 * sentence. */
static bool is_before_clan(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end == at + 2 && !(token_at(f, at)->flags & TOKEN_SILENT) && is_clan(f, at + 1);
}

/* Bella Hadid dan Gigi Hadid: the same last name as the person's before it. */
static bool is_sibling(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end)
{
	return end == at + 2 && scene->person_end != NAMES_NONE && scene->person_end < at &&
	       at - scene->person_end <= 2 &&
	       token_at(f, scene->person_end - 1)->word == token_at(f, end - 1)->word;
}

/* Timur Kapadze: no side has a person; Deputi X, Kementerian Y, | Rasio Ridho Sani menilai: behind
 * the comma that ends an office stands its holder, or somebody who does something.  A capital amid
 * the sentence, and the word is not small in the article. */
static bool may_open_name(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t end)
{
	if (end < at + 2 || is_free_case(f, at) || word_at(f, at)->small > 0 ||
	    !token_is_apart(f, at + 1) ||
	    token_facts(f, at) & (FACT_TITLE | FACT_HEAD | FACT_FUNCTION))
		return false;
	if (token_facts(f, at) & FACT_COMPASS)
		return end == at + 2;
	return !(token_facts(f, at) & FACT_MAP) && end > at + 2 && at > scene->start &&
	       is_mark(f, at - 1, ',') && token_facts(f, at + 1) & FACT_GIVEN &&
	       (scene->body_end == at - 1 || (end < scene->end && acts(f, end)));
}

/* AKP Undang Syarif, AKBP Ihram Kustanto: what stands directly behind a rank is the person's name,
 * whatever it means; but Kapten Timnas Budi. */
static bool is_ranked(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_row row;

	return scene->title_end == at && scene->title == TITLE_RANK && !is_free_case(f, at) &&
	       !sulih_view_is(token_lower(f, scene->title_start), "kapten") &&
	       !(token_facts(f, at) & (FACT_TITLE | FACT_FUNCTION | FACT_MAP)) &&
	       !(token_facts(f, at) & FACT_HEAD && match_head(f, at, scene->end, &row));
}

/* membebaskan Edan Alexander: an adjective describes nothing behind it; its capital stands amid the
 * sentence, and the article does not have it small. */
static bool is_adjective_name(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end == at + 2 && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       !(token_at(f, at)->flags & TOKEN_SILENT) && word_at(f, at)->small == 0 &&
	       at > f->from && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	       is_only_given(token_facts(f, at + 1)) && !token_is_cue(f, at, "incumbent") &&
	       token_is_bare_adjective(f, at);
}

/* Didiet Maulana: what only looks like a form of diet, with a capital amid the sentence, before a
 * name that is no word. */
static bool is_derived_name(const struct name_finder *f, uint32_t at)
{
	return !is_free_case(f, at) && !(token_at(f, at)->flags & TOKEN_FIRST) &&
	       token_at(f, at)->shape == SHAPE_CAPITAL && word_at(f, at)->small == 0 &&
	       token_length(f, at) <= 7 && is_only_given(token_facts(f, at + 1)) &&
	       !sulih_word_known(token_lower(f, at));
}

/*
 * An ordinary word before a proper name is a descriptor and stays outside
 * (Organisasi | Trump, Parlemen | Welsh), unless it is part of a name that the
 * document repeats.
 */
bool drops_common(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end)
{
	/* Pagi | Pak Tito, though both are names too */
	if (end > at + 2 && token_facts(f, at) & FACT_COMMON &&
	    token_facts(f, at + 1) & FACT_GROWN &&
	    (sulih_view_is(token_lower(f, at + 1), "pak") ||
	     sulih_view_is(token_lower(f, at + 1), "bu")))
		return true;
	/* Direktur RSUD Sukasari | Cita Rosita Sari: behind an office and its body a person begins
	 */
	if (scene->title_end == at && at > f->from &&
	    (scene->title == TITLE_OFFICE || scene->body_end == at) &&
	    scene->title_start + 1 < at && token_at(f, at - 1)->kind == TOKEN_WORD &&
	    !(token_facts(f, at - 1) & FACT_TITLE))
		return false;
	if (begins_ruler(f, scene, at) || may_open_name(f, scene, at, end) ||
	    is_ranked(f, scene, at) || is_signed(f, at) || is_adjective_name(f, at, end))
		return false;
	if (end - at < 2 || !token_is_apart(f, at + 1) || begins_caste(f, at, end) ||
	    (at > f->from && sulih_view_is(token_lower(f, at - 1), "bernama")) ||
	    (token_at(f, at)->shape != SHAPE_CAPITAL &&
	     !(token_facts(f, at) & FACT_TERM && token_lower(f, at).length > 2)) ||
	    !(token_facts(f, at) & FACT_COMMON) || is_derived_name(f, at) ||
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
