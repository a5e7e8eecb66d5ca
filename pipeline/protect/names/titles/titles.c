/* Titles, ranks, offices and honorifics: evidence for the name behind them. */
#include "pipeline/protect/names/titles/titles.h"

static enum title_class title_class(struct sulih_view kind)
{
	static const struct {
		const char *kind;
		enum title_class class;
	} classes[] = {
		{ "office", TITLE_OFFICE },	  { "rank", TITLE_RANK },
		{ "honorific", TITLE_HONORIFIC }, { "royal", TITLE_ROYAL },
		{ "role", TITLE_ROLE },		  { "profession", TITLE_ROLE },
	};

	for (size_t i = 0; i < SULIH_COUNT(classes); i++) {
		if (sulih_view_is(kind, classes[i].kind))
			return classes[i].class;
	}
	return TITLE_NONE; /* degrees */
}

/* lifter putri Luluk Diana Tri Wijayana, ganda putri Rachel Allessya Rose: who plays, not whose
 * child. */
static bool tells_sex(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	if (at == scene->start || !token_is_apart(f, at))
		return false;
	return token_is_cue(f, at - 1, "sexed") ||
	       (scene->title_end == at && scene->title == TITLE_ROLE && scene->post == POST_NONE);
}

/* What stands behind the title before its person, as far as the title and the one before it say. */
static enum post title_post(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, const struct title_match *match)
{
	const struct name_token *token = token_at(f, at);
	enum post post = post_class(match->note);

	/* putra Jokowi Gibran Rakabuming */
	if (!tells_sex(f, scene, at) &&
	    (token->shape == SHAPE_LOWER || token->flags & TOKEN_FIRST) &&
	    (sulih_view_is(token_lower(f, at), "putra") ||
	     sulih_view_is(token_lower(f, at), "putri")))
		return POST_PERSON;
	/* istri Gubernur Ansar Ahmad Dewi Kumalasari: whose office it is, and then she */
	if (scene->title_end == at && scene->post == POST_PERSON &&
	    sulih_view_is(match->kind, "office") && (post == POST_NONE || post == POST_NATION))
		return POST_PERSON;
	return post;
}

/* Direktur Utama (Dirut) | PT Timah, Jaksa Penuntut Umum (JPU) | Kejari Ciamis: the short form of
 * the title at `at` stands between it and whose it is; the token behind it. */
static uint32_t behind_bracket(const struct name_finder *f, const struct name_scene *scene,
			       uint32_t at, uint32_t end)
{
	if (at > scene->start && end < scene->end && is_mark(f, at - 1, '(') &&
	    is_mark(f, end, ')'))
		return end + 1;
	return end + 3 < scene->end && is_mark(f, end, '(') && is_mark(f, end + 2, ')') &&
			       token_at(f, end + 1)->shape == SHAPE_UPPER &&
			       spelled_from(f, at, end, token_lower(f, end + 1)) == at
		       ? end + 3
		       : end;
}

/* A title at `at`: it is evidence for what follows and stays outside.  Gus, Bung and Ki belong to
 * the name. */
uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct title_match match;
	enum title_class class;
	uint32_t end;

	if (!(token_facts(f, at) & FACT_TITLE) || !match_title(f, at, scene->end, &match) ||
	    is_no_title(f, scene, at, &match))
		return at;
	/* Ibu Kota: no lady */
	if (match.count == 1 && sulih_view_is(token_lower(f, at), "ibu") && at + 1 < scene->end &&
	    sulih_view_is(token_lower(f, at + 1), "kota"))
		return at + 2;
	class = title_class(match.kind);
	/* dr. Tifa: a degree that stands before its holder */
	if (class == TITLE_NONE && sulih_view_is(match.note, "before"))
		class = TITLE_HONORIFIC;
	end = title_end(f, scene, at, &match, class);
	scene->post = (uint8_t)title_post(f, scene, at, &match);
	scene->title = (uint8_t) class;
	scene->title_start = at;
	scene->title_end = behind_bracket(f, scene, at, end);
	if (token_at(f, at)->shape != SHAPE_LOWER)
		name_refuse(f, at, end, "office or title");
	return end;
}
