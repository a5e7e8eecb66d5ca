/* Short forms of bodies without their place: Kejari, RSUD, Kodim. */
#include "pipeline/protect/names/heads/heads.h"

bool is_house_class(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_view sign;

	if (at + 1 >= end || !token_is_apart(f, at + 1) || token_length(f, at + 1) > 4)
		return false;
	sign = token_lower(f, at + 1);
	/* 1A beside IA */
	return ((token_at(f, at + 1)->shape == SHAPE_UPPER &&
		 (sign.length == 1 || sign.data[0] == 'i')) ||
		(sign.length == 2 && sign.data[0] == '1')) &&
	       (sulih_view_is(token_lower(f, at), "kelas") ||
		sulih_view_is(token_lower(f, at), "tipe"));
}

/* Kejari | menahan dua orang: whether the word is a short form of a body, without its place. */
static bool is_short_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  struct sulih_view class)
{
	const struct name_token *token = token_at(f, at);
	struct name_match map;
	uint32_t next = at + 1;

	if (token->end - token->start < 4 || token_facts(f, at) & (FACT_COMMON | FACT_GIVEN) ||
	    match_map(f, at, at + 1, &map) || word_at(f, at)->person > 0)
		return false;
	/* a name or number behind it is its own */
	if (next < scene->end && token_is_apart(f, next) && !is_free_case(f, at) &&
	    !is_house_class(f, next, scene->end) &&
	    (token_is_capital(f, next) || token_at(f, next)->kind == TOKEN_NUMBER) &&
	    !(token_facts(f, next) & FACT_TITLE))
		return false;
	return takes_place(class) || sulih_view_is(class, "part") ||
	       sulih_view_is(class, "office") ||
	       (sulih_view_is(class, "name") && token->shape == SHAPE_UPPER);
}

/*
 * Kejari menahan dua orang, RSUD penuh, anggota Kodim → District Prosecutor's Office, Regional
 * General Hospital, Military District Command: no list has the short form, and English has no
 * other word than that of the head.
 */
uint32_t parse_short_body(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .at = at,
				    .end = at + 1,
				    .ruling = SULIH_MAP,
				    .why = "head word",
				    .evidence = tokens_text(f, at, at + 1) };
	struct sulih_row row;
	struct sulih_view pattern;

	if (match_head(f, at, at + 1, &row) != 1 ||
	    !is_short_body(f, scene, at, sulih_row_column(&row, 3)))
		return at;
	pattern = sulih_row_column(&row, 2);
	if (sulih_view_starts(pattern, SULIH_VIEW("{} ")))
		found.target = sulih_view_slice(pattern, 3, pattern.length);
	else if (sulih_view_ends(pattern, SULIH_VIEW(" {}")))
		found.target = sulih_view_slice(pattern, 0, pattern.length - 3);
	/* Polresta: the police, of which the translator knows more */
	if (found.target.length == 0 || sulih_view_is(found.target, "Police"))
		return at;
	/* Mapolres → police headquarters */
	if (sulih_view_starts(found.target, SULIH_VIEW("Police ")))
		found.target = NAME_JOIN(f, SULIH_VIEW("p"),
					 sulih_view_slice(found.target, 1, found.target.length));
	found.kind = listed_kind(sulih_row_column(&row, 1));
	return name_take(f, scene, found);
}
