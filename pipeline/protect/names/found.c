/* What becomes of a found name: evidence in the first pass, a candidate in the second. */
#include "pipeline/protect/names/names.h"

/* The words of a person, or of a name of several words, bear witness for later mentions. */
static void collect(struct name_finder *f, const struct name_scene *scene,
		    const struct name_found *found)
{
	bool several = found->end - found->at > 1;
	bool told = strcmp(found->why, "age") == 0 || strcmp(found->why, "initials") == 0 ||
		    strcmp(found->why, "called") == 0;

	if (found->ruling != SULIH_COPY)
		return;
	/* Istri Hasto Maria Stefani may be two persons */
	if ((found->kind == SULIH_KIND_PERSON || found->kind == SULIH_KIND_NAME) &&
	    token_is_capital(f, found->at) &&
	    !(scene->title_end == found->at && found->end > found->at + 2 &&
	      (scene->post == POST_PERSON || scene->post == POST_EITHER)))
		note_beginning(f, found->at, found->end);
	for (uint32_t i = found->at; i < found->end; i++) {
		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		if (token_facts(f, i) & FACT_COMMON && !(token_facts(f, i) & FACT_GIVEN) && !told)
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
	if (found->ruling == SULIH_MAP)
		one->priority = SULIH_PRIORITY_MAP;
	/* A paper's name, though it looks like an address: Kompas.com. */
	if (token_at(f, found->at)->flags & TOKEN_DOMAIN && found->end == found->at + 1)
		one->priority = SULIH_PRIORITY_NET + 1;
	/* A figure inside (Boeing 737) is part of the name. */
	for (uint32_t i = found->at; i < found->end; i++) {
		if (token_at(f, i)->kind == TOKEN_NUMBER)
			one->priority = SULIH_PRIORITY_MAP;
	}
	one->is.target = found->target;
	one->is.evidence = found->evidence;
	one->is.row = found->row;
}

/* Serikat Pengadilan Islam (ICU): the acronym of a body is often that of its foreign name. */
static bool is_foreign_acronym(struct name_finder *f, const struct name_found *found, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	struct name_match known;

	return found->kind == SULIH_KIND_ORGANIZATION && found->end - found->at > 2 &&
	       token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start >= 3 && !(token_facts(f, at) & FACT_TITLE) &&
	       (!match_map(f, at, at + 1, &known) || known.kind != SULIH_KIND_PLACE);
}

static bool has_given(const struct name_finder *f, const struct name_found *found)
{
	for (uint32_t i = found->at; i < found->end; i++)
		if (token_facts(f, i) & FACT_GIVEN)
			return true;
	return false;
}

/*
 * `Komisi Pemilihan Umum (KPU)`: the acronym is bound for the document.  It is
 * taken into the span of a body whose name is masked, so that both are rendered
 * together.
 */
static void introduce(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = bracketed_acronym(f, found->end, limit);
	struct name_acronym meaning = { 0 };
	struct name_match known;
	struct sulih_view text;

	/* Rini (Soemarno): the rest of a person's name */
	if (at && found->kind == SULIH_KIND_PERSON && found->end == found->at + 1 &&
	    token_at(f, at)->shape == SHAPE_CAPITAL &&
	    (token_facts(f, at) & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN)
		found->end = at + 2;
	if (!at || found->end - found->at < 2 || found->end == at + 2)
		return;
	text = token_text(f, token_at(f, at));
	if (!acronym_fits(text, tokens_text(f, found->at, found->end)) &&
	    (found->ruling != SULIH_MAP || !acronym_fits(text, found->target)) &&
	    !is_foreign_acronym(f, found, at))
		return;
	/* Kepala Darul Quran (Daqu): no part of a person's name, so a body whatever stands before.
	 */
	if (found->kind == SULIH_KIND_PERSON && strcmp(found->why, "title") == 0 &&
	    token_at(f, at)->end - token_at(f, at)->start > 2 && !has_given(f, found))
		found->kind = SULIH_KIND_ORGANIZATION;
	meaning.start = found->at;
	meaning.count = found->end - found->at;
	meaning.kind = found->kind;
	meaning.ruling = SULIH_COPY;
	meaning.why = "introduced";
	/* "Aparatur Sipil Negara (ASN)": an ordinary noun all the same. */
	if (token_facts(f, at) & FACT_TERM)
		meaning.ruling = SULIH_LEAVE;
	/* The list's English only when it means the same: PBB may be a party. */
	if (match_map(f, at, at + 1, &known) && known.ruling == SULIH_MAP &&
	    (sulih_view_equal(known.target, found->target) ||
	     acronym_fits(known.target, found->target))) {
		meaning.ruling = sulih_view_equal(known.target, text) ? SULIH_COPY : SULIH_MAP;
		meaning.target = known.target;
	}
	if (meaning.ruling == SULIH_LEAVE)
		meaning.why = "ordinary word";
	if (f->collecting)
		acronym_bind(f, at, &meaning);
	if (found->kind == SULIH_KIND_PERSON)
		return;
	if (found->ruling == SULIH_MAP) {
		struct sulih_view english = text;

		/* An acronym stays one: "(UN)", but not "(West Nusa Tenggara)". */
		if (meaning.ruling == SULIH_MAP && !sulih_view_equal(known.target, found->target) &&
		    !memchr(meaning.target.data, ' ', meaning.target.length))
			english = meaning.target;
		found->target =
			NAME_JOIN(f, found->target, SULIH_VIEW(" ("), english, SULIH_VIEW(")"));
	}
	found->end = at + 2;
}

/* Paus Fransiskus → Pope Francis: from then on Fransiskus alone is Francis. */
static void bind_mapped_person(struct name_finder *f, const struct name_found *found)
{
	struct name_acronym meaning = { .start = found->at,
					.count = 1,
					.kind = SULIH_KIND_PERSON,
					.ruling = SULIH_MAP,
					.why = "mentioned in full" };
	const char *blank = memchr(found->target.data, ' ', found->target.length);

	if (found->end - found->at != 2 || !blank)
		return;
	meaning.target = sulih_view_slice(found->target, (size_t)(blank + 1 - found->target.data),
					  found->target.length);
	if (memchr(meaning.target.data, ' ', meaning.target.length) ||
	    sulih_view_equal(meaning.target, token_text(f, token_at(f, found->at + 1))))
		return;
	acronym_bind(f, found->at + 1, &meaning);
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
	       !(token_at(f, found->end)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED | TOKEN_FIRST));
}

/* The token behind the place at `at` that is the same in English: Jember, Tanjung Enim; else `at`.
 */
static uint32_t plain_place(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;
	struct sulih_row row;

	if (match_map(f, at, end, &map))
		return map.kind == SULIH_KIND_PLACE && !(token_facts(f, at) & FACT_GIVEN) &&
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
	return plain_place(f, found->end, scene->end);
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

uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found)
{
	if (found.ruling == SULIH_MAP &&
	    sulih_view_equal(found.target, tokens_text(f, found.at, found.end)))
		found.ruling = SULIH_COPY; /* Bank BCA */
	/* di-PHK is no "di-layoffs"; di-Amerika Serikat is a place with a hyphen too many */
	if (verb_prefix_before(f, found.at, scene->start) && turns_verb(f, scene, &found)) {
		name_refuse(f, found.at, found.end, "verb");
		return found.end;
	}
	introduce(f, &found, scene->end);
	if (is_branch(f, scene, &found)) {
		found.end++;
		if (found.target.length)
			found.target = tokens_text(f, found.at, found.end);
	}
	found.end = branch_end(f, scene, &found);
	name_extend(f, &found, scene->end);
	/* Presiden Prancis Emmanuel Macron: the title still speaks for the person. */
	if (scene->title_end == found.at &&
	    (found.kind == SULIH_KIND_PLACE || found.kind == SULIH_KIND_ORGANIZATION)) {
		scene->title_end = found.end;
		scene->post = POST_NONE;
	}
	if (found.kind == SULIH_KIND_PERSON)
		scene->person_end = found.end;
	if (!f->collecting) {
		propose(f, &found);
		return found.end;
	}
	collect(f, scene, &found);
	if (found.ruling == SULIH_MAP && found.kind == SULIH_KIND_PERSON)
		bind_mapped_person(f, &found);
	return found.end;
}
