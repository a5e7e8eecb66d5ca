/* Badai X: a hurricane in the Atlantic, a typhoon in the western Pacific, a cyclone in the Indian
 * Ocean, elsewhere a storm. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

enum { STORM_NEAR = 24 };

/* What storms are called where the sentence speaks of: 1 + the index into storms; 0: it does not
 * say. */
static uint32_t storm_waters(const struct name_finder *f, const struct name_scene *scene,
			     const struct head_parse *head)
{
	struct name_reach reach = reach_around(scene, head->at, head->end, STORM_NEAR);

	for (uint32_t i = reach.from; i < reach.to; i++) {
		struct sulih_row row = { .listed = false };

		if (token_is_capital(f, i))
			row = token_row(f, i, &sulih_list_storm_waters);
		if (row.listed)
			return sulih_row_says(&row, "hurricane") ? 1
			       : sulih_row_says(&row, "typhoon") ? 2
								 : 3;
	}
	return 0;
}

struct sulih_view storm_pattern(struct name_finder *f, const struct name_scene *scene,
				const struct head_parse *head)
{
	static const struct sulih_view kinds[] = { { "Hurricane {}", 12 },
						   { "Typhoon {}", 10 },
						   { "Cyclone {}", 10 } };
	uint32_t waters, best = 0;

	if (!sulih_view_ends(head->pattern, SULIH_VIEW("torm {}")) || head->pattern.length != 8)
		return head->pattern;
	waters = f->collecting ? storm_waters(f, scene, head) : 0;
	if (waters)
		f->storms[waters - 1]++;
	/* one name, one rendering: what most mentions in the article say */
	for (uint32_t i = 1; i < SULIH_COUNT(kinds); i++)
		if (f->storms[i] > f->storms[best])
			best = i;
	return f->storms[best] ? kinds[best] : head->pattern;
}
