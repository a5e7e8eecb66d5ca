/* What no list has in a dateline: its place tells what it is. */
#include "pipeline/protect/names/names.h"

/* The token behind the words with capitals at `at`, where a mark parts them from the next item, as
 * in a dateline; else `at`. */
static uint32_t item_end(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	enum { MOST = 4 };
	uint32_t end = at;

	while (end < scene->end && end < at + MOST && token_is_capital(f, end) &&
	       token_at(f, end)->flags & TOKEN_DATELINE &&
	       !(token_at(f, end)->flags & TOKEN_DOMAIN) && (end == at || token_is_apart(f, end)))
		end++;
	return end < scene->end && token_at(f, end)->kind == TOKEN_MARK &&
			       token_at(f, end)->mark != '.'
		       ? end
		       : at;
}

/* BATANG, Jateng Pos –, TANJUNG -: the first item is a place, whatever the word means, and so is
 * what stands behind the address of an outlet; behind a place stands an outlet. */
uint32_t parse_dateline(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .at = at, .ruling = SULIH_COPY, .why = "dateline" };
	bool first = at == scene->start;
	struct name_match map;

	found.end = item_end(f, scene, at);
	if (found.end == at || (!first && (at < scene->start + 2 || !is_mark(f, at - 1, ','))))
		return at;
	/* Jateng | Pos: the outlet is longer than the listed name that it begins with */
	if (match_map(f, at, scene->end, &map) && (first || at + map.count >= found.end) &&
	    context_allows(f, scene, at, at + map.count, map.note))
		return at;
	found.kind = first || token_at(f, at - 2)->flags & TOKEN_DOMAIN ? SULIH_KIND_PLACE
									: SULIH_KIND_ORGANIZATION;
	return name_take(f, scene, found);
}
