/* Where a word that is a title elsewhere is none: initials, part of a name, a body. */
#include "pipeline/protect/names/titles/titles.h"

static bool is_short_title(const struct title_match *match, const struct name_token *token)
{
	return match->count == 1 && token->end - token->start <= 3;
}

/* MK Kabulkan Gugatan, MA Diam: a headline's comma behind an ordinary word parts no degree. */
static bool is_clause_end(const struct name_finder *f, const struct name_scene *scene,
			  uint32_t comma)
{
	return token_at(f, comma + 1)->flags & TOKEN_TITLECASE && comma > scene->start &&
	       is_only_common(token_facts(f, comma - 1));
}

/* Behind an office and what it is of, also with a comma between. */
static bool is_behind_body(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	if (scene->title != TITLE_OFFICE || at == scene->start)
		return false;
	return scene->body_end == at || (is_mark(f, at - 1, ',') && scene->body_end == at - 1);
}

/* A title word that is a name in this place. */
static bool is_name_here(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 struct sulih_view kind)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	bool alone = at + 1 >= scene->end || !token_is_capital(f, at + 1);

	/* Bpk is an honorific, BPK a body; MA is a court, but a degree behind a comma; KSP is an
	 * office before a person. */
	if (token->shape == SHAPE_UPPER && word->facts & FACT_MAP_UPPER &&
	    !(token->flags & TOKEN_SHOUTED) && (alone || !sulih_view_is(kind, "office")) &&
	    (!sulih_view_is(kind, "degree") || at == scene->start || !is_mark(f, at - 1, ',') ||
	     is_clause_end(f, scene, at - 1)))
		return true;
	if (is_free_case(f, at))
		return false;
	/* Raisa, Putra Lubis: no child is called by its clan alone */
	if (word->facts & FACT_GIVEN && !(token->flags & TOKEN_FIRST) && !alone &&
	    (sulih_view_is(word->lower, "putra") || sulih_view_is(word->lower, "putri")) &&
	    is_clan(f, at + 1) && (at + 2 >= scene->end || !token_is_capital(f, at + 2)))
		return true;
	/* Kang Han-na: a Korean family name, no Sundanese elder brother */
	if (sulih_view_is(word->lower, "kang") && at + 3 < scene->end && is_mark(f, at + 2, '-') &&
	    !token_is_apart(f, at + 2) && token_at(f, at + 3)->shape == SHAPE_LOWER)
		return true;
	/* Raja Juli Antoni: no king is called July. */
	if (at + 1 < scene->end && token_facts(f, at + 1) & FACT_CALENDAR &&
	    token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
	    (word->named > 0 || (at + 2 < scene->end && token_is_capital(f, at + 2))))
		return true;
	/* wakil Jepang Koki Watanabe: who cooks has a small letter amid the sentence */
	if (!alone && sulih_view_is(kind, "profession") && word->facts & FACT_GIVEN &&
	    !(token->flags & TOKEN_FIRST) && token_facts(f, at + 1) & FACT_GIVEN)
		return true;
	/* Kepala BPOM Taruna Ikrar, Ketua DPD Sultan Bachtiar: a cadet holds no office, and no
	 * sultan but that of Yogyakarta */
	if (!alone && scene->title_end == at && scene->title == TITLE_OFFICE &&
	    (sulih_view_is(word->lower, "taruna") ||
	     (sulih_view_is(word->lower, "sultan") && scene->body_end == at &&
	      token_facts(f, at + 1) & FACT_GIVEN &&
	      !sulih_view_starts(token_lower(f, at + 1), SULIH_VIEW("hamengku")))))
		return true;
	/* Wali Kota Palembang, Ratu Dewa: no queen holds an office of a place, and no king */
	if (!alone && is_behind_body(f, scene, at) && token_is_cue(f, at, "crowned"))
		return true;
	/* Mr and Ms are honorifics, MS are initials; and MRS where no name follows. */
	if (token->shape == SHAPE_UPPER &&
	    (sulih_view_is(word->lower, "ms") || sulih_view_is(word->lower, "mr") ||
	     (alone && sulih_view_is(word->lower, "mrs"))))
		return true;
	/* kontrak dengan Prada: no soldier without a name */
	if (alone && sulih_view_is(word->lower, "prada") && token->shape == SHAPE_CAPITAL &&
	    !(token->flags & TOKEN_FIRST))
		return true;
	return alone && word->facts & FACT_GIVEN && (!(word->facts & FACT_COMMON) || word->person);
}

/* Jaksa Agung ST Burhanuddin: initials that look like a degree or a saint, between a title and the
 * name; a degree stands behind its comma. */
static bool is_initials(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	if (token->flags & TOKEN_SHOUTED || scene->title_end != at || at + 1 >= scene->end ||
	    !token_is_apart(f, at + 1) || !token_is_capital(f, at + 1))
		return false;
	return token_is_cue(f, at, "initials");
}

/* Shi Yuqi, Ma Long: a degree that stands behind a name has a comma before it, or capitals; in a
 * headline the comma may end a clause (Lin Tonton Final, Shi Yuqi Menang). */
static bool is_syllable(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			const struct title_match *match)
{
	const struct name_token *token = token_at(f, at);

	return sulih_view_is(match->kind, "degree") && sulih_view_is(match->note, "after") &&
	       match->count == 1 && token->end - token->start <= 3 && at + 1 < scene->end &&
	       token_is_apart(f, at + 1) && token_is_capital(f, at + 1) &&
	       (at == scene->start || !is_mark(f, at - 1, ',') || is_clause_end(f, scene, at - 1));
}

/* H.J. de Graaf, D.R. Sitompul: initials; Hj., Dr., Ir. have one capital, and no stops between
 * their letters. */
static bool is_small_title(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->flags & TOKEN_DOTTED && token_is_cue(f, at, "initials");
}

/* Behind the last stop of S.H., where the token ends before it. */
static uint32_t skip_own_stop(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at)
{
	return at < scene->end && is_mark(f, at, '.') && !token_is_apart(f, at) ? at + 1 : at;
}

/* MH Thamrin berjuang, jasa SH Mintarja: initials; a degree has its holder before it. */
static bool is_degree_without_holder(const struct name_finder *f, const struct name_scene *scene,
				     uint32_t at, const struct title_match *match)
{
	/* karya S.H. Mintardja: with their stops */
	bool dotted = token_at(f, at)->flags & TOKEN_DOTTED && token_length(f, at) <= 4;
	uint32_t next = dotted ? skip_own_stop(f, scene, at + 1) : at + 1;

	return sulih_view_is(match->note, "after") && match->count == 1 &&
	       (dotted || token_length(f, at) == 2) && next < scene->end &&
	       token_is_apart(f, next) && token_at(f, next)->shape == SHAPE_CAPITAL &&
	       !(token_at(f, at)->flags & TOKEN_FREE) && !(token_facts(f, at) & FACT_MAP_UPPER) &&
	       (at == scene->start || token_at(f, at - 1)->shape == SHAPE_LOWER);
}

/* berinisial SR, MR (19): no sister, no mister */
static bool is_somebody(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->end - token->start <= 3 &&
	       (initials_announced(f, at, scene->start) || age_follows(f, at + 1, scene->end));
}

/* Bocah Kaisar (9) */
static bool is_given_name(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  const struct title_match *match)
{
	return token_facts(f, at) & FACT_GIVEN &&
	       (age_follows(f, at + 1, scene->end) ||
		(word_at(f, at)->person > 0 && sulih_view_is(match->kind, "royal") &&
		 begins_again(f, at, 1)));
}

/* Putri Filep, Audryne: whose daughter she is, where he has a longer name elsewhere and she is not
 * called so. */
static bool is_child_of(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return token_at(f, at)->flags & TOKEN_FIRST && at + 2 < scene->end &&
	       sulih_view_is(token_lower(f, at), "putri") && token_is_capital(f, at + 1) &&
	       (token_is_capital(f, at + 2)
			? token_facts(f, at + 1) & FACT_GROWN && begins_again(f, at + 1, 2)
			: is_in_full_name(f, at + 1)) &&
	       !begins_again(f, at, 2);
}

/* Small letters make no degree or short honorific ("se", "h"). */
static bool needs_capital(const struct name_token *token, const struct title_match *match)
{
	/* bek, bos, dai are words */
	return (sulih_view_is(match->kind, "degree") || is_short_title(match, token)) &&
	       !sulih_view_is(match->kind, "honorific") &&
	       !sulih_view_is(match->kind, "profession");
}

/* pasien dr. Telfa: with its stop, before a name */
static bool is_small_degree(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, const struct title_match *match)
{
	return match->count == 1 && sulih_view_is(match->note, "before") && at + 2 < scene->end &&
	       is_mark(f, at + 1, '.') && !token_is_apart(f, at + 1) &&
	       token_is_capital(f, at + 2) && token_is_apart(f, at + 2);
}

bool is_no_title(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 const struct title_match *match)
{
	const struct name_token *token = token_at(f, at);
	struct name_match map;

	if (token->shape == SHAPE_LOWER)
		return needs_capital(token, match) && !is_small_degree(f, scene, at, match);
	if (token->shape == SHAPE_CAPITAL &&
	    (is_syllable(f, scene, at, match) || is_given_name(f, scene, at, match)))
		return true;
	if (token->shape == SHAPE_UPPER &&
	    (is_initials(f, scene, at) || is_small_title(f, at) || is_somebody(f, scene, at) ||
	     is_degree_without_holder(f, scene, at, match)))
		return true;
	/* "kata Sutan", "MS Hidayat": no title but a name or initials. */
	if (match->count == 1 &&
	    ((token_facts(f, at) & FACT_GROWN && !is_child_of(f, scene, at)) ||
	     begins_caste(f, at, scene->end) || is_name_here(f, scene, at, match->kind)))
		return true;
	/* Penjaga Pantai AS; Bupati | Karo: the place of the office, no head of a bureau */
	return match_map(f, at, scene->end, &map) &&
	       (map.count > match->count ||
		(scene->title_end == at && scene->title == TITLE_OFFICE &&
		 map.kind == SULIH_KIND_PLACE));
}
