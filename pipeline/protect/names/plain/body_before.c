/* A body at the head of a run of capitals, behind a title and before the person: Pelatih Lakers |
 * Luke Walton. */
#include "base/letter.h"
#include "pipeline/protect/names/plain/plain.h"

/* VR46: capitals and figures */
static bool is_sign(const struct name_finder *f, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));

	return token_at(f, at)->kind == TOKEN_WORD && token_at(f, at)->shape == SHAPE_UPPER &&
	       sulih_byte_is_digit(text.data[text.length - 1]);
}

/* sopir truk Hino | Suwito: a make behind what it makes, then who drives it. */
static bool is_driven(const struct name_finder *f, uint32_t at)
{
	return at > f->from && is_make(f, at) && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	       is_only_given(token_facts(f, at + 1));
}

/* Behind a title [at, end) begins with the body that it is of, before the person: Pelatih Lakers |
 * Luke Walton; its end, or `end`. */
static uint32_t body_of_title(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	/* Direktur Eksekutif Indef Esther Sri Astuti: three known parts are a whole person. */
	if (!(token_facts(f, at) & FACT_GIVEN) && end - at >= 4 &&
	    token_facts(f, at + 1) & token_facts(f, at + 2) & token_facts(f, at + 3) & FACT_GIVEN)
		return at + 1;
	if (token->shape == SHAPE_MIXED && token_facts(f, at + 1) & FACT_GIVEN &&
	    !(token_facts(f, at) & FACT_GIVEN))
		return at + 1;
	/* Pembalap Mooney VR46 Marco Bezzecchi: the sign of a team ends it */
	for (uint32_t i = at + 2; i < end && scene->title == TITLE_ROLE; i++)
		if (is_sign(f, i - 1) && token_facts(f, i) & FACT_GIVEN)
			return i;
	/* Pelatih Palace Oliver Glasner, though of Crystal Palace */
	if (token_is_capital(f, at + 1) &&
	    !(token_facts(f, at + 1) & (FACT_COMMON | FACT_ORG | FACT_MAP)) && ends_body(f, at))
		return at + 1;
	/* Sutradara Parasite Bong Joon-ho: a Korean name is whole */
	if (scene->title == TITLE_ROLE && end == at + 5 &&
	    token_facts(f, at + 1) & (FACT_FAMILY | FACT_GIVEN) && is_mark(f, at + 3, '-') &&
	    token_at(f, at + 4)->shape == SHAPE_LOWER)
		return at + 1;
	/* Ketua Sinode GMIM Hein Arina: two or three words that nothing knows end the run */
	if (token->shape == SHAPE_UPPER && scene->title == TITLE_OFFICE && end <= at + 4 &&
	    is_unknown(f, at + 1) && is_unknown(f, at + 2) && is_unknown(f, end - 1))
		return at + 1;
	return end;
}

/* AMAR-GB: letters on both sides of a hyphen. */
bool is_hyphened_acronym(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end >= at + 3 && token_at(f, at)->shape == SHAPE_UPPER && is_mark(f, at + 1, '-') &&
	       token_at(f, at + 2)->shape == SHAPE_UPPER && token_length(f, at) > 2 &&
	       token_length(f, at + 2) > 1 && !token_is_apart(f, at + 2) && !is_sign(f, at + 2) &&
	       !((token_at(f, at)->flags | token_at(f, at + 2)->flags) &
		 (TOKEN_SHOUTED | TOKEN_DOTTED));
}

uint32_t body_before_person(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	uint32_t body;

	if (token_facts(f, at) & FACT_NUMBERED && end > at + 1 && is_driven(f, at))
		return at + 1;
	/* Ketua AMAR-GB | Ishaka */
	if (scene->title_end == at && end > at + 3 && is_hyphened_acronym(f, at, end) &&
	    token_is_apart(f, at + 3))
		return at + 3;
	/* Manajer HRD | Rosalina: a body known by its letters */
	if (end == at + 2 && scene->title_end == at && scene->title == TITLE_OFFICE &&
	    token->shape == SHAPE_UPPER && token_length(f, at) > 2 && token_is_apart(f, at + 1) &&
	    !(token->facts & (FACT_GIVEN | FACT_TITLE)) &&
	    !(token->flags & (TOKEN_DOTTED | TOKEN_SHOUTED)) &&
	    is_only_given(token_facts(f, at + 1)) && !(token_facts(f, at + 1) & FACT_FAMILY))
		return at + 1;
	/* Kabiro detikSumbagsel | Baringin Parlindungan Lumban Gaol: the body stands before it */
	if (end - at < 3 || (scene->body_end == at && token->shape != SHAPE_UPPER) ||
	    token->end - token->start < 3 || !token_is_apart(f, at + 1) ||
	    token_facts(f, at) & FACT_GROWN ||
	    token->flags & (TOKEN_DOTTED | TOKEN_SHOUTED | TOKEN_TITLECASE))
		return end;
	/* Ketua GRIB Jaya | Rosario de Marshal */
	if (token->shape == SHAPE_UPPER && token_is_beside(f, at + 1, "firm") &&
	    token_facts(f, at + 2) & FACT_GIVEN)
		return at + 2;
	if (scene->title_end == at && (body = body_of_title(f, scene, at, end)) != end)
		return body;
	if (token->shape != SHAPE_UPPER &&
	    (scene->title != TITLE_ROLE || scene->title_end != at ||
	     token_facts(f, at) & FACT_GIVEN || !(token_facts(f, at + 2) & FACT_GIVEN) ||
	     token_facts(f, at + 1) & (FACT_FAMILY | FACT_COMMON)))
		return end;
	/* pelatih PSMS | Kas Hartadi: behind letters a first name that is a word */
	if (token->shape == SHAPE_UPPER && scene->title_end == at && scene->title == TITLE_ROLE &&
	    end == at + 3 && token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
	    is_only_given(token_facts(f, at + 2)) && token_is_apart(f, at + 2))
		return at + 1;
	/* PSIM Jean-Paul van Gastel */
	return token_facts(f, at + 1) & FACT_GIVEN &&
			       (token_is_capital(f, at + 2) || is_mark(f, at + 2, '-'))
		       ? at + 1
		       : end;
}
