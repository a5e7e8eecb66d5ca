/* What is eaten, and whose it is: Sate Klathak Pak Pong, Bakmi Jawa Mbah Gito, Soto Betawi. */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

/* Pak Pong, Yu Djum: how a cook is called, with a name behind it. */
static bool is_cook(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && token_facts(f, at) & FACT_GROWN && token_is_capital(f, at + 1) &&
	       token_is_apart(f, at + 1);
}

/*
 * Amid a sentence a dish with a capital and what goes on behind it is a dish of that name or the
 * house that sells it, which English copies.  At the head of a sentence or in a headline, where the
 * capital says nothing, only where a cook's name stands behind it.
 */
static uint32_t take_eatery(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	enum { MOST = 5 };
	struct name_found found = {
		.at = at, .kind = SULIH_KIND_NAME, .ruling = SULIH_COPY, .why = "dish"
	};
	const bool told = !is_free_case(f, at) && !(token_at(f, at)->flags & TOKEN_FIRST) &&
			  scene->title_end != at;
	bool cook = false;
	uint32_t i;

	for (i = at + 1; i < scene->end && i < at + MOST && token_is_capital(f, i) &&
			 token_is_apart(f, i) && !(token_facts(f, i) & FACT_CALENDAR);
	     i++) {
		cook = is_cook(f, i, scene->end);
		if (cook)
			break;
	}
	found.end = cook ? run_end(f, i + 1, scene->end) : i;
	/* Sate Kambing 29, Ketan Legenda 1967 */
	if (found.end < scene->end && token_at(f, found.end)->kind == TOKEN_NUMBER &&
	    token_is_apart(f, found.end) && token_length(f, found.end) <= 4 && found.end > at + 1 &&
	    !number_counts(f, found.end, scene->end))
		found.end++;
	if (found.end == at + 1 || (!told && !cook))
		return at;
	if (cook)
		found.kind = SULIH_KIND_ORGANIZATION;
	return name_take(f, scene, found);
}

uint32_t parse_eatery(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	/* asked of every ordinary word with a capital, and mostly told by its letters */
	if (token_at(f, at)->shape != SHAPE_CAPITAL || !token_is_cue(f, at, "dish"))
		return at;
	/* Penjual Bakso | Pak Min, but Pemilik | Mangut Manyung Bu Fat */
	if (scene->title_end == at && at > scene->start &&
	    !sulih_view_is(token_lower(f, at - 1), "pemilik"))
		return at;
	return take_eatery(f, scene, at);
}
