/* Words of other tongues: other scripts, languages, names of species. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/names.h"

/* The digits of "1.5x" are a word without capitals too, but of no other script. */
static bool is_other_script(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->kind == TOKEN_WORD && token_at(f, at)->shape == SHAPE_NONE &&
	       !sulih_byte_is_digit(token_text(f, token_at(f, at)).data[0]);
}

/*
 * Kaohsiung (高雄), Sodom (سدوم): words of a script without capitals in a sentence of Latin
 * letters give a name as it is written at home.  A sentence all in such a script is text.
 */
uint32_t parse_script(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = {
		.at = at, .kind = SULIH_KIND_NAME, .ruling = SULIH_COPY, .why = "other script"
	};
	uint32_t latin = 0;

	if (!is_other_script(f, at))
		return at;
	for (found.end = at + 1; found.end < scene->end && is_other_script(f, found.end);)
		found.end++;
	for (uint32_t i = scene->start; i < scene->end && latin < 3; i++)
		latin += token_at(f, i)->kind == TOKEN_WORD && token_at(f, i)->shape != SHAPE_NONE;
	if (latin < 3 || found.end - at > 12)
		return found.end;
	return name_take(f, scene, found);
}

/*
 * Aedes aegypti, Aloe vera, Pongo abelii: a genus that no list knows as anything else and a
 * small word with a Latin ending that is no Indonesian one.  The token behind the species.
 */
static bool is_small_unknown(const struct name_finder *f, uint32_t at)
{
	struct sulih_view word = token_lower(f, at);

	return token_at(f, at)->shape == SHAPE_LOWER && token_is_apart(f, at) && word.length >= 4 &&
	       !token_facts(f, at) && !sulih_word_known(word);
}

static bool is_species_word(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct sulih_view word;

	if (at >= limit || token_at(f, at)->shape != SHAPE_LOWER || !token_is_apart(f, at))
		return false;
	word = token_lower(f, at);
	return is_small_unknown(f, at) && word_ends_like(word, "species");
}

/* Up to two words before it: spesies X, spesies baru bernama X, penyakit X y; diberi nama X y. */
static bool is_announced_species(const struct name_finder *f, uint32_t at)
{
	if (at > f->from + 1 && sulih_view_is(token_lower(f, at - 1), "nama") &&
	    sulih_view_is(token_lower(f, at - 2), "diberi"))
		return true;
	for (uint32_t i = at; i > f->from && i + 3 > at && token_at(f, i - 1)->kind == TOKEN_WORD;
	     i--)
		if (token_is_cue(f, i - 1, "species"))
			return true;
	return false;
}

uint32_t species_end(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	if (end != at + 1 || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    token_facts(f, at) & (FACT_COMMON | FACT_GIVEN | FACT_LISTED))
		return end;
	/* Spesies Cyrtodactylus tehetehe, spesies bernama X y: what is announced needs no ending */
	if (end < limit && is_announced_species(f, at) && is_small_unknown(f, end))
		end++;
	/* Panthera tigris sumatrae: the kind within the species */
	for (uint32_t words = 0; words < 2 && is_species_word(f, end, limit); words++)
		end++;
	return end;
}

/* bahasa Inggris, Mandarin, dan Arab */
uint32_t languages_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t end = at + 1, next = end;

	while (next < limit) {
		next += is_mark(f, next, ',') || is_mark(f, next, '/');
		if (next < limit && (token_is_cue(f, next, "and") || token_is_cue(f, next, "or")))
			next++;
		if (next == end || next >= limit || !token_is_capital(f, next) ||
		    !sulih_table_has(&sulih_list_languages, token_lower(f, next)))
			break;
		end = ++next;
	}
	return end;
}
