/* Of what kind a plain name is whose words tell nothing: by its form and what stands beside it. */
#include "base/letter.h"
#include "pipeline/protect/names/plain/plain.h"

/* A bare year at `at`: what stands before it is mostly an event. */
static bool is_dated(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct sulih_view text;

	if (at >= limit || token_at(f, at)->kind != TOKEN_NUMBER || !token_is_apart(f, at))
		return false;
	text = token_text(f, token_at(f, at));
	return text.length == 4 && (memcmp(text.data, "20", 2) == 0) &&
	       !number_counts(f, at, limit);
}

/* MV3, X5: capitals with a figure behind them. */
static bool is_lettered_number(const struct name_finder *f, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));

	return token_at(f, at)->kind == TOKEN_WORD && token_at(f, at)->shape == SHAPE_UPPER &&
	       text.length <= 5 && sulih_byte_is_upper(text.data[0]) &&
	       sulih_byte_is_digit(text.data[text.length - 1]);
}

bool has_lettered_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++)
		if (is_lettered_number(f, i))
			return true;
	return false;
}

bool is_lone_acronym(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	return end == at + 1 && token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start > 1;
}

/* PSBS Biak: an acronym and a name of its own */
static bool begins_with_acronym(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	return end > at + 1 && token->shape == SHAPE_UPPER && token->end - token->start > 2 &&
	       !(token->flags & (TOKEN_SHOUTED | TOKEN_DOTTED)) && token_is_apart(f, at + 1) &&
	       token_at(f, at + 1)->shape == SHAPE_CAPITAL;
}

/* Lahei Barat: words that nobody knows and a compass word are a district. */
static bool ends_with_compass(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end < at + 2 || !(token_facts(f, end - 1) & FACT_COMPASS) ||
	    token_at(f, end - 1)->shape != SHAPE_CAPITAL || is_free_case(f, end - 1))
		return false;
	for (uint32_t i = at; i + 1 < end; i++)
		if (token_at(f, i)->shape != SHAPE_CAPITAL ||
		    token_facts(f, i) & (FACT_COMMON | FACT_ORG))
			return false;
	return true;
}

enum sulih_span_kind kind_by_form(const struct name_finder *f, const struct name_scene *scene,
				  uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	/* Editor: Agustiyanti, EKA YUDHA; but iNews */
	if (token->flags & TOKEN_SIGNED &&
	    (token->shape == SHAPE_CAPITAL || token->flags & TOKEN_SHOUTED))
		return SULIH_KIND_PERSON;
	/* di Pestapora 2025: a year behind a name */
	if (is_dated(f, end, scene->end))
		return SULIH_KIND_EVENT;
	/* Maung MV3 */
	if (has_lettered_number(f, at + 1, end))
		return SULIH_KIND_PRODUCT;
	/* The Panturas */
	if ((end > at + 1 && sulih_view_is(token_lower(f, at), "the")) ||
	    is_lone_acronym(f, at, end) || begins_with_acronym(f, at, end))
		return SULIH_KIND_ORGANIZATION;
	if (is_written_like_person(f, scene, at, end))
		return SULIH_KIND_PERSON;
	if (stands_in(f, scene, at) || ends_with_compass(f, at, end))
		return SULIH_KIND_PLACE;
	return ends_like_person(f, at, end) ? SULIH_KIND_PERSON : SULIH_KIND_NAME;
}
