/* Papers and stations that were told something, whose names are ordinary words: kepada Pos Kupang,
 * kepada Bisnis. */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

uint32_t parse_outlet(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const uint32_t other = FACT_TITLE | FACT_MAP_UPPER;
	struct name_found found = {
		.at = at, .kind = SULIH_KIND_ORGANIZATION, .ruling = SULIH_COPY, .why = "list"
	};
	struct name_match map;
	struct sulih_row row;

	if (token_length(f, at - 1) != 6 || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    !sulih_view_is(token_lower(f, at - 1), "kepada") || token_facts(f, at) & other)
		return at;
	found.end = at + match_words(f, &sulih_list_outlets, at, scene->end, &row);
	/* kepada Fajar Nugroho, kepada Radar Bogor: what goes on is another name, or a listed one
	 */
	if (found.end == at || found.end != run_end(f, at, scene->end) ||
	    match_map(f, at, scene->end, &map))
		return at;
	found.evidence = SULIH_VIEW("outlets");
	return name_take(f, scene, found);
}
