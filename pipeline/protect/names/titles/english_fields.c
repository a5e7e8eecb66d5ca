/* The English fields of officers of firms: Head of PR and Government, Direktur Human Capital. Firms
 * make them up of few words, which no list of titles has in all their orders. */
#include "pipeline/protect/names/titles/titles.h"

/* Direktur Network | Telkomsel: what stands behind one word of the field has to begin a name of its
 * own, since a firm may begin with the word too (Direktur Social Movement Institute). */
static bool begins_other(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t known =
		FACT_MAP | FACT_MAP_UPPER | FACT_HEAD | FACT_GIVEN | FACT_NUMBERED | FACT_LISTED;

	return at >= end || !token_is_capital(f, at) || token_at(f, at)->shape == SHAPE_UPPER ||
	       token_facts(f, at) & known;
}

static bool joins_fields(const struct name_finder *f, uint32_t at)
{
	return is_mark(f, at, '&') || sulih_view_is(token_lower(f, at), "and") ||
	       sulih_view_is(token_lower(f, at), "dan");
}

static bool is_field(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;

	/* Direktur | Global Mediacom */
	return at < end && token_is_capital(f, at) && token_is_apart(f, at) &&
	       token_is_cue(f, at, "post-field") && !(match_map(f, at, end, &map) && map.count > 1);
}

uint32_t skip_english_field(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    const struct title_match *match)
{
	uint32_t end = at, words = token_is_cue(f, at - 1, "post-field");

	if (!sulih_view_is(match->note, "firm") && !sulih_view_is(token_lower(f, at - 1), "of"))
		return at;
	while (end < scene->end) {
		uint32_t next = end;

		if (words > 0 && joins_fields(f, next))
			next++;
		if (!is_field(f, next, scene->end))
			break;
		end = next + 1;
		words++;
	}
	return end == at || words > 1 || begins_other(f, end, scene->end) ? end : at;
}
