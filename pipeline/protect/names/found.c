/* What becomes of a found name: evidence in the first pass, a candidate in the second. */
#include "pipeline/protect/names/names.h"

/* For the chains of its first and last word. */
static void note_found(struct name_finder *f, const struct name_scene *scene,
		       const struct name_found *found)
{
	uint32_t last = found->end - 1;
	bool several = last > found->at && token_is_capital(f, last);

	/* Crystal Palace; later: pelatih Palace Oliver Glasner */
	if (found->kind == SULIH_KIND_ORGANIZATION && several &&
	    !(token_facts(f, last) & (FACT_GIVEN | FACT_COMMON)))
		note_name(f, last, found->at, found->end, BODY_ENDS);
	/* Istri Hasto Maria Stefani may be two persons */
	if ((found->kind != SULIH_KIND_PERSON && found->kind != SULIH_KIND_NAME) ||
	    !token_is_capital(f, found->at) ||
	    (scene->title_end == found->at && found->end > found->at + 2 &&
	     (scene->post == POST_PERSON || scene->post == POST_EITHER || scene->post == POST_KIN)))
		return;
	note_name(f, found->at, found->at, found->end, PERSON_BEGINS);
	if (several)
		note_name(f, last, found->at, found->end, PERSON_ENDS);
}

/* The words of a person, or of a name of several words, bear witness for later mentions. */
static void collect(struct name_finder *f, const struct name_scene *scene,
		    const struct name_found *found)
{
	bool several = found->end - found->at > 1;
	bool told = why_is(found->why, "age") || why_is(found->why, "initials") ||
		    why_is(found->why, "called");
	/* Cak Lontong; later: Lontong tertawa; but Bu Guru */
	bool grown = several && token_facts(f, found->at) & FACT_GROWN &&
		     !(token_facts(f, found->at + 1) & (FACT_TITLE | FACT_HEAD | FACT_FUNCTION));

	if (found->ruling != SULIH_COPY)
		return;
	note_found(f, scene, found);
	for (uint32_t i = found->at; i < found->end; i++) {
		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		if (token_facts(f, i) & FACT_COMMON && !(token_facts(f, i) & FACT_GIVEN) && !told &&
		    !(grown && i > found->at))
			continue;
		if (found->kind == SULIH_KIND_PERSON)
			word_at(f, i)->person++;
		if (several)
			word_at(f, i)->named++;
	}
}

static void propose(struct name_finder *f, const struct name_found *found)
{
	struct sulih_candidate *one = sulih_candidate_add(
		f->candidates, token_at(f, found->at)->start, token_at(f, found->end - 1)->end,
		found->kind, found->ruling, found->why);

	if (!one) {
		f->failed = true;
		return;
	}
	one->priority = SULIH_PRIORITY_NAME;
	/* Malam Jumat Kliwon: no Thursday night within a title */
	if (found->ruling == SULIH_MAP ||
	    (found->kind == SULIH_KIND_WORK && found->end > found->at + 1))
		one->priority = SULIH_PRIORITY_MAP;
	/* A paper's name, though it looks like an address: Kompas.com. */
	if (token_at(f, found->at)->flags & TOKEN_DOMAIN && found->end == found->at + 1)
		one->priority = SULIH_PRIORITY_NET + 1;
	/* A figure inside (Boeing 737) is part of the name; "Ke-21" is to be translated, and so are
	 * the figures of a name that the translator has. */
	for (uint32_t i = found->at; i < found->end && found->ruling != SULIH_LEAVE; i++) {
		if (token_at(f, i)->kind == TOKEN_NUMBER &&
		    !(i > found->at + 1 && is_mark(f, i - 1, '-') &&
		      sulih_view_is(token_lower(f, i - 2), "ke")))
			one->priority = SULIH_PRIORITY_MAP;
	}
	one->is.target = found->target;
	one->is.evidence = found->evidence;
	one->is.row = found->row;
}

/* Amnesty International Indonesia, PKB Indonesia, Darul Quran (Daqu) Indonesia: the branch of a
 * body that keeps its name. */
static bool is_branch(const struct name_finder *f, const struct name_scene *scene,
		      const struct name_found *found)
{
	bool body = found->kind == SULIH_KIND_ORGANIZATION ||
		    (found->kind == SULIH_KIND_NAME && is_mark(f, found->end - 1, ')'));

	return found->ruling == SULIH_COPY && body && found->end < scene->end &&
	       token_is_apart(f, found->end) && token_at(f, found->end)->shape == SHAPE_CAPITAL &&
	       sulih_view_is(token_lower(f, found->end), "indonesia") &&
	       !(token_at(f, found->end)->flags & TOKEN_SILENT);
}

/* The token behind the place at `at` that is the same in English: Jember, Tanjung Enim; else `at`.
 */
static uint32_t plain_place(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t end = scene->end;
	struct name_match map;
	struct sulih_row row;

	if (match_map(f, at, end, &map))
		return map.kind == SULIH_KIND_PLACE && !(token_facts(f, at) & FACT_GIVEN) &&
				       context_allows(f, scene, at, at + map.count, map.note) &&
				       (map.target.length == 0 ||
					sulih_view_equal(map.target,
							 tokens_text(f, at, at + map.count)))
			       ? at + map.count
			       : at;
	return at + 1 < end && token_facts(f, at) & FACT_HEAD && token_is_capital(f, at + 1) &&
			       token_is_apart(f, at + 1) && match_head(f, at, end, &row) == 1 &&
			       sulih_view_is(sulih_row_column(&row, 1), "place") &&
			       sulih_view_is(sulih_row_column(&row, 2), "=")
		       ? at + 2
		       : at;
}

/* PLN Jember, PTBA Tanjung Enim: the branch of a firm that is known by its acronym. */
static uint32_t branch_end(struct name_finder *f, const struct name_scene *scene,
			   const struct name_found *found)
{
	const struct name_token *token = token_at(f, found->at);

	if (found->kind != SULIH_KIND_ORGANIZATION || found->ruling != SULIH_COPY ||
	    found->end != found->at + 1 || token->shape != SHAPE_UPPER ||
	    token->end - token->start < 3 || token->flags & TOKEN_SHOUTED ||
	    is_make(f, found->at) || found->end >= scene->end || !token_is_apart(f, found->end) ||
	    token_at(f, found->end)->shape != SHAPE_CAPITAL ||
	    token_at(f, found->end)->flags & TOKEN_FIRST)
		return found->end;
	return plain_place(f, scene, found->end);
}

/* APKLI Jatim, PPDI Kabupaten Tuban: the branch of a body in a region that is called otherwise in
 * English; behind an office, or where a list has the body. */
static void take_region_branch(struct name_finder *f, const struct name_scene *scene,
			       struct name_found *found)
{
	const struct name_token *token = token_at(f, found->at);
	/* an association has chapters, a firm branches; Kepala DKPP Kabupaten X leads the agency
	 * itself */
	bool chapter = scene->title == TITLE_OFFICE && scene->title_end == found->at &&
		       token_is_cue(f, scene->title_start, "chapter");
	struct name_match owner;

	if (found->kind != SULIH_KIND_ORGANIZATION || found->ruling != SULIH_COPY ||
	    token->shape != SHAPE_UPPER || token->end - token->start < 3 ||
	    token->flags & TOKEN_SHOUTED || token->facts & FACT_HEAD || is_make(f, found->at) ||
	    !(found->row.listed || chapter) ||
	    !match_numbered_owner(f, scene, found->end, &owner) || is_mark(f, found->end, '(') ||
	    !(owner.row.table == &sulih_list_provinces || begins_region(f, found->end, scene->end)))
		return;
	found->target =
		NAME_JOIN(f, owner.target, sulih_view_of(chapter ? " chapter of " : " branch of "),
			  tokens_text(f, found->at, found->end));
	found->ruling = SULIH_MAP;
	found->end += owner.count;
}

/*
 * What the affixes of a verb make a verb of: di-PHK, mem-PHK-kan, di-Inggris-kan.  "di-Jakarta" is
 * the preposition, and meng-Indonesia-kan may keep a name that is the same in English.
 */
static bool turns_verb(const struct name_finder *f, const struct name_scene *scene,
		       const struct name_found *found)
{
	bool suffix = found->end + 1 < scene->end && is_mark(f, found->end, '-') &&
		      !token_is_apart(f, found->end) &&
		      sulih_view_is(token_lower(f, found->end + 1), "kan");

	if (found->kind == SULIH_KIND_PLACE)
		return suffix && found->ruling == SULIH_MAP;
	return found->ruling == SULIH_MAP ||
	       (found->end == found->at + 1 && token_at(f, found->at)->shape == SHAPE_UPPER);
}

/* Menteri Ekonomi Kreatif | (Ekraf): an office stands before the bracket at `at`, and the words
 * before it have the letters of the short form. */
static bool is_behind_field(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	enum { WORDS = 5 };
	struct sulih_view letters = token_text(f, token_at(f, at + 1));

	for (uint32_t i = at; i > scene->start && i + WORDS > at; i--)
		if (acronym_fits(letters, tokens_text(f, i - 1, at)))
			return scene->title_end != NAMES_NONE && scene->title_end <= at &&
			       scene->title_end + WORDS > at;
	return false;
}

/* Menteri Energi dan Sumber Daya Mineral (ESDM): the words before the bracket are the
 * translator's, and their English must not be said a second time in it. */
static bool says_again(const struct name_finder *f, const struct name_scene *scene,
		       const struct name_found *found)
{
	uint32_t at = found->at;

	return found->ruling == SULIH_MAP && found->end == at + 1 && at > scene->start + 1 &&
	       found->end < scene->end && is_mark(f, at - 1, '(') && is_mark(f, found->end, ')') &&
	       memchr(found->target.data, ' ', found->target.length) &&
	       (token_at(f, at)->shape == SHAPE_UPPER
			? spelled_from(f, scene->start, at - 1, token_lower(f, at)) != NAMES_NONE
			: is_behind_field(f, scene, at - 1));
}

/*
 * Badan Pusat Statistik atau | BPS, Badan Pertanahan Nasional | (ATR/BPN): letters behind the name
 * that they are short for, though no bracket took them in, are what English writes there.
 */
static bool is_short_aside(const struct name_finder *f, const struct name_scene *scene,
			   const struct name_found *found)
{
	uint32_t end = found->at;

	if (found->ruling != SULIH_MAP || scene->mapped_end == NAMES_NONE ||
	    found->kind == SULIH_KIND_LAW || !memchr(found->target.data, ' ', found->target.length))
		return false;
	if (is_mark(f, end - 1, '('))
		return token_at(f, found->at)->shape != SHAPE_CAPITAL &&
		       end - 1 == scene->mapped_end && end > scene->mapped_start + 2 &&
		       found->end < scene->end && is_mark(f, found->end, ')');
	while (end > scene->mapped_end &&
	       (token_is_cue(f, end - 1, "short-form") ||
		(end < found->at && token_is_cue(f, end - 1, "short-aside"))))
		end--;
	if (end > scene->mapped_end && end < found->at && is_mark(f, end - 1, ','))
		end--;
	return end < found->at && end == scene->mapped_end &&
	       sulih_view_equal(found->target, scene->mapped);
}

/* What the words behind the name are to know of it. */
static void note_in_scene(const struct name_finder *f, struct name_scene *scene,
			  const struct name_found *found)
{
	/* Presiden Prancis Emmanuel Macron: the title still speaks for the person. */
	if ((scene->title_end == found->at &&
	     (found->kind == SULIH_KIND_PLACE || found->kind == SULIH_KIND_ORGANIZATION)) ||
	    (found->kind == SULIH_KIND_PLACE && is_posted(f, scene, found->at))) {
		scene->title_end = scene->body_end = found->end;
		/* istri Presiden Prancis Emmanuel Macron Brigitte Trogneux */
		if (scene->title != TITLE_OFFICE || scene->post != POST_PERSON)
			scene->post = POST_NONE;
	}
	if (found->kind == SULIH_KIND_PERSON)
		scene->person_end = found->end;
	if (found->kind == SULIH_KIND_WORK && found->ruling != SULIH_LEAVE)
		scene->row = (struct title_row){ .first = found->at,
						 .end = found->end,
						 .kind = found->kind,
						 .quoted = found->at > scene->start &&
							   is_opening_quote(f, found->at - 1) };
	if (found->ruling == SULIH_COPY)
		scene->name_end = found->end;
	scene->mapped = found->target;
	scene->mapped_start = found->at;
	scene->mapped_end = found->ruling == SULIH_MAP ? found->end : NAMES_NONE;
}

uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found)
{
	if (says_again(f, scene, &found) || is_short_aside(f, scene, &found))
		found.ruling = SULIH_COPY;
	if (found.ruling == SULIH_MAP &&
	    sulih_view_equal(found.target, tokens_text(f, found.at, found.end)))
		found.ruling = SULIH_COPY; /* Bank BCA */
	/* di-PHK is no "di-layoffs"; di-Amerika Serikat is a place with a hyphen too many */
	if (verb_prefix_before(f, found.at, scene->start) && turns_verb(f, scene, &found)) {
		name_refuse(f, found.at, found.end, "verb");
		return found.end;
	}
	if (f->collecting)
		note_whole(f, &found);
	name_introduce(f, &found, scene->end);
	take_parent(f, scene, &found);
	if (is_branch(f, scene, &found)) {
		found.end++;
		if (found.target.length)
			found.target = tokens_text(f, found.at, found.end);
	}
	found.end = branch_end(f, scene, &found);
	take_region_branch(f, scene, &found);
	name_extend(f, &found, scene->end);
	note_in_scene(f, scene, &found);
	if (!f->collecting) {
		propose(f, &found);
		return found.end;
	}
	collect(f, scene, &found);
	name_bind_parts(f, &found);
	return found.end;
}
