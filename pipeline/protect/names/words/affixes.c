/* Small letters before a name: prefixes that stay outside (pro-, di-), articles and particles that
 * begin it (al-, van). */
#include "pipeline/protect/names/names.h"

/* pro-Palestina, se-Indonesia: the name begins behind the hyphen. */
static bool is_prefixed(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at + 2 < scene->end && token_facts(f, at) & FACT_PREFIX && is_mark(f, at + 1, '-') &&
	       !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2) &&
	       token_is_capital(f, at + 2);
}

uint32_t skip_prefix(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return is_prefixed(f, scene, at) ? at + 2 : at;
}

/*
 * kata van Dijk, menurut de la Cruz: a foreign particle written small before a name that is
 * neither an Indonesian word nor a listed one ("mobil van Toyota").
 */
static bool begins_particle(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	uint32_t i = at;

	while (i < scene->end && i < at + 3 && token_facts(f, i) & FACT_PARTICLE &&
	       token_at(f, i)->shape == SHAPE_LOWER)
		i++;
	return token_facts(f, at) & FACT_LEAD && i < scene->end && token_is_apart(f, i) &&
	       token_at(f, i)->shape != SHAPE_UPPER && token_may_name(f, i, true) &&
	       (token_facts(f, i) & FACT_GIVEN ||
		!(token_facts(f, i) & (FACT_COMMON | FACT_LISTED)));
}

static bool begins_article(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at + 2 < scene->end && token_facts(f, at) & FACT_ARTICLE &&
	       is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) &&
	       !token_is_apart(f, at + 2) && token_is_capital(f, at + 2);
}

bool begins_small(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return begins_article(f, scene, at) || begins_particle(f, scene, at);
}
