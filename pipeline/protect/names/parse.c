/* A sentence as titles, listed names, heads with their names, and plain names. */
#include "pipeline/protect/names/names.h"

#include "base/letter.h"
#include "base/lexicon/words.h"

static const struct name_token *token_at(const struct name_finder *f, uint32_t at)
{
	return &f->tokens.items[at];
}

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

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (sulih_view_is(kind, classes[i].kind))
			return classes[i].class;
	}
	return TITLE_NONE; /* degrees */
}

static bool is_acronym(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start > 2;
}

/*
 * The list has offices with their bodies ("anggota dpr", "ketua umum partai"); a
 * body that is named in the text is a name of its own, so the title ends before it.
 */
static uint32_t title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t count)
{
	for (uint32_t i = at + 1; i < at + count; i++) {
		struct name_match map;
		struct sulih_row row;
		uint32_t head;

		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		if (match_map(f, i, scene->end, &map) || is_acronym(f, i))
			return i;
		head = token_facts(f, i) & FACT_HEAD ? match_head(f, i, scene->end, &row) : 0;
		/* "Kepala Dinas Kesehatan"; but "Wali Kota Eri", "Sekretaris Kabinet Andi". */
		if (head && i + head < scene->end && token_is_capital(f, i + head) &&
		    i + head >= at + count && !(token_facts(f, i + head) & FACT_GIVEN) &&
		    sulih_view_is(sulih_row_column(&row, 1), "organization"))
			return i;
	}
	return at + count;
}

static bool is_abbreviated(const struct title_match *match, const struct name_token *token)
{
	return match->count == 1 && token->end - token->start <= 3;
}

/* A title word that is a name in this place. */
static bool is_name_here(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	bool alone = at + 1 >= scene->end || !token_is_capital(f, at + 1);

	if (token->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED))
		return false;
	/* Bpk is an honorific, BPK a body. */
	if (token->shape == SHAPE_UPPER && word->lower.length > 2 && word->facts & FACT_MAP_UPPER)
		return true;
	if (alone)
		return word->facts & FACT_GIVEN && (!(word->facts & FACT_COMMON) || word->person);
	/* Mr and Ms are honorifics, MS are initials. */
	return token->shape == SHAPE_UPPER &&
	       (sulih_view_is(word->lower, "ms") || sulih_view_is(word->lower, "mr"));
}

/*
 * A title at `at`: it is evidence for what follows and stays outside.  Small
 * letters make no degree or short honorific ("se", "h"); Gus, Bung and Ki belong
 * to the name.
 */
static uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	struct title_match match;
	struct name_match map;
	uint32_t end;

	if (!(token_facts(f, at) & FACT_TITLE) || !match_title(f, at, scene->end, &match))
		return at;
	if (token->shape == SHAPE_LOWER &&
	    (sulih_view_is(match.kind, "degree") || is_abbreviated(&match, token)) &&
	    !sulih_view_is(match.kind, "honorific"))
		return at;
	if (token->shape != SHAPE_LOWER) {
		/* "kata Sutan", "MS Hidayat": no title but a name or initials. */
		if (match.count == 1 &&
		    (token_facts(f, at) & FACT_GROWN || is_name_here(f, scene, at)))
			return at;
		if (match_map(f, at, scene->end, &map) && map.count > match.count)
			return at;
	}
	end = title_end(f, scene, at, match.count);
	if (end < scene->end && is_mark(f, end, '.') && !token_is_apart(f, end) &&
	    end + 1 < scene->end)
		end++;
	scene->title_end = end;
	scene->title = (uint8_t)title_class(match.kind);
	return end;
}

/* "Menteri Pendidikan Dasar dan Menengah": the field of an office is no name. */
static uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_match map;
	uint32_t i = at;

	if (scene->title != TITLE_OFFICE || scene->title_end != at)
		return at;
	while (i < scene->end) {
		uint32_t next = i;

		if (is_mark(f, next, ',') && i > at)
			next++;
		if (next < scene->end && i > at && sulih_view_is(token_lower(f, next), "dan"))
			next++;
		if (next >= scene->end || !token_is_capital(f, next) ||
		    !(token_facts(f, next) & FACT_COMMON) ||
		    token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_FUNCTION) ||
		    match_map(f, next, scene->end, &map))
			break;
		if (f->words.items[token_at(f, next)->word].person)
			break;
		i = next + 1;
	}
	if (i > at)
		scene->title_end = i;
	return i;
}

/* "dolar AS", "pasukan AS": behind such a noun the acronym is the country, no suspect. */
static bool follows_noun(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct sulih_word word;

	return at > scene->start && at != scene->title_end &&
	       token_at(f, at - 1)->kind == TOKEN_WORD && token_is_apart(f, at) &&
	       sulih_word_find(token_lower(f, at - 1), &word) && word.word_class == SULIH_WORD_NOUN;
}

/* An acronym that the document introduced, where the context does not say otherwise. */
static uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	const struct name_acronym *bound;
	struct name_found found = { at,	       at + 1, SULIH_KIND_NAME, SULIH_COPY,
				    { "", 0 }, "",     { "", 0 } };

	if (!word->acronym || token->shape == SHAPE_LOWER)
		return at;
	if (token->flags & TOKEN_FIRST && token->shape == SHAPE_CAPITAL &&
	    word->facts & FACT_COMMON)
		return at;
	bound = &f->acronyms.items[word->acronym - 1];
	if (bound->kind == SULIH_KIND_PERSON && bound->count == 1 && word->facts & FACT_MAP_UPPER &&
	    follows_noun(f, scene, at))
		return at;
	found.kind = bound->kind;
	found.ruling = bound->ruling;
	found.target = bound->target;
	found.why = bound->why;
	if (bound->count)
		found.evidence = tokens_text(f, bound->start, bound->start + bound->count);
	return name_take(f, scene, found);
}

/* Whether a listed name stands for itself at `at`, or only begins another name (China Airlines). */
static bool listed_alone(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			 const struct name_match *map)
{
	uint32_t next = at + map->count;
	struct name_match other;
	struct title_match title;
	bool same;

	if (!context_allows(f, scene, at, next, map->note))
		return false;
	/* Georgia-Pacific is one name, AS-Iran and Jokowi-JK are two. */
	if (next + 1 < scene->end && is_mark(f, next, '-') && !token_is_apart(f, next) &&
	    !token_is_apart(f, next + 1) && token_is_capital(f, next + 1))
		return match_map(f, next + 1, scene->end, &other) ||
		       token_facts(f, next + 1) & FACT_GIVEN || map->kind != SULIH_KIND_PLACE;
	if (next >= scene->end || !token_is_apart(f, next) || !token_may_name(f, next, false))
		return true;
	if (token_facts(f, next) & (FACT_ORG | FACT_NUMBERED))
		return false;
	same = sulih_view_equal(map->target, tokens_text(f, at, next));
	/* Oscar Ganda, Paris Hilton: the first part of a person. */
	if (map->count == 1 && token_facts(f, at) & FACT_GIVEN && scene->title_end != at &&
	    (!(token_facts(f, next) & (FACT_MAP | FACT_MAP_UPPER | FACT_COMMON)) ||
	     (token_facts(f, next) & FACT_GIVEN && !(token_facts(f, next) & FACT_MAP))))
		return false;
	/* Afrika Bersatu, Amerika Barat: the place is part of a wider name. */
	if (map->kind == SULIH_KIND_PLACE && token_facts(f, next) & FACT_COMMON &&
	    !(token_facts(f, next) & (FACT_TITLE | FACT_HEAD | FACT_GIVEN | FACT_MAP)) &&
	    !(token_at(f, next)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED)))
		return false;
	if (!same || scene->title_end == at)
		return true;
	if (token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_CALENDAR))
		return true;
	if (match_title(f, next, scene->end, &title) || match_map(f, next, scene->end, &other))
		return true;
	return map->kind == SULIH_KIND_ORGANIZATION;
}

/* Gaza selatan → southern Gaza: a compass word written small behind a listed place. */
static uint32_t take_region(struct name_finder *f, struct name_scene *scene,
			    struct name_found found)
{
	struct sulih_row row;
	struct sulih_view word;

	if (found.kind != SULIH_KIND_PLACE || found.end >= scene->end ||
	    token_at(f, found.end)->shape != SHAPE_LOWER || !token_is_apart(f, found.end) ||
	    compass_tail(f, found.end, found.end + 1, &row) != 1)
		return name_take(f, scene, found);
	word = sulih_row_column(&row, 2);
	if (word.length == 0)
		return name_take(f, scene, found);
	found.target = sulih_arena_printf(&f->document->arena, "%.*s%.*s", SULIH_VIEW_ARGS(word),
					  SULIH_VIEW_ARGS(found.target));
	f->failed |= !found.target.data;
	found.ruling = SULIH_MAP;
	found.why = "compass";
	found.end++;
	return name_take(f, scene, found);
}

/* The same name, whatever its capitals; a list that corrects them (COVID-19) keeps its own. */
static bool same_letters(struct sulih_view target, struct sulih_view text)
{
	char a[96], b[96];
	struct sulih_view x, y;

	if (sulih_view_equal(target, text))
		return true;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] >= 'a' && text.data[i] <= 'z')
			return false;
	}
	x = sulih_lower_key(target, a, sizeof(a));
	y = sulih_lower_key(text, b, sizeof(b));
	return x.length > 0 && sulih_view_equal(x, y);
}

static uint32_t parse_listed(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { 0 };
	struct name_match map;
	struct sulih_view text;

	if (!match_map(f, at, scene->end, &map) || !listed_alone(f, scene, at, &map))
		return at;
	text = tokens_text(f, at, at + map.count);
	found.at = at;
	found.end = at + map.count;
	found.kind = map.kind;
	found.target = map.target.length ? map.target : text;
	/* JAKARTA is no other name than Jakarta. */
	found.ruling = same_letters(found.target, text) ? SULIH_COPY : SULIH_MAP;
	if (found.ruling == SULIH_COPY)
		found.target = text;
	found.why = "list";
	found.evidence = map.list;
	return take_region(f, scene, found);
}

/* Where a plain name ends before something else begins: a title, a listed name, a head word. */
static uint32_t plain_end(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct title_match title;
	struct name_match map;

	for (uint32_t i = at + 1; i < limit; i++) {
		uint32_t facts = token_facts(f, i);

		if (!token_is_apart(f, i) || !token_is_capital(f, i))
			continue;
		/* Operation Director | PT Angkasa Pura */
		if (facts & FACT_HEAD && token_at(f, i)->shape == SHAPE_UPPER &&
		    (sulih_view_is(token_lower(f, i), "pt") ||
		     sulih_view_is(token_lower(f, i), "cv")))
			return i;
		if (facts & FACT_TITLE && !(facts & FACT_GIVEN) &&
		    match_title(f, i, limit, &title) && !sulih_view_is(title.kind, "profession") &&
		    !sulih_view_is(title.kind, "honorific") && !sulih_view_is(title.kind, "royal"))
			return i;
		if (!match_map(f, i, limit, &map))
			continue;
		/* A family name that is a country's too: Hassan Turki. */
		if (i == at + 1 && map.count == 1 && token_facts(f, at) & FACT_GIVEN)
			continue;
		/* Persib Bandung, Garuda Indonesia keep their place; "Messi Argentina" has none. */
		if (map.ruling == SULIH_MAP && map.kind != SULIH_KIND_PERSON &&
		    !sulih_view_equal(map.target, tokens_text(f, i, i + map.count)))
			return i;
	}
	return limit;
}

/*
 * The first word of a sentence before a name is mostly an ordinary word
 * (Menurut Jokowi, Polisi Bekasi); a word that is also a name part stays when
 * the document knows it so or an unknown word follows (Bunga Citra Lestari).
 */
static bool drops_first(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];

	if (!(token->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED)) ||
	    !(word->facts & FACT_COMMON) || end - at < 2)
		return false;
	if (word->facts & FACT_FUNCTION)
		return true;
	if (word->named || word->middle > word->small)
		return false;
	if (!(word->facts & FACT_GIVEN))
		return true;
	return token_facts(f, at + 1) & (FACT_MAP | FACT_MAP_UPPER) ||
	       token_at(f, at + 1)->shape == SHAPE_UPPER;
}

/*
 * An ordinary word before a proper name is a descriptor and stays outside
 * (Organisasi | Trump, Parlemen | Welsh), unless it is part of a name that the
 * document repeats.
 */
static bool drops_common(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end - at < 2 || !token_is_apart(f, at + 1) || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    !(token_facts(f, at) & FACT_COMMON) ||
	    token_facts(f, at) & (FACT_GIVEN | FACT_ORG | FACT_GROWN))
		return false;
	for (uint32_t i = at + 1; i < end; i++) {
		const struct name_token *token = token_at(f, i);

		if (!token_is_capital(f, i) ||
		    !(token_facts(f, i) & FACT_GIVEN || f->words.items[token->word].person))
			continue;
		if (!(token_facts(f, i) & FACT_COMMON))
			return true;
		if (i + 1 < end && token_facts(f, i + 1) & FACT_GIVEN)
			return true;
	}
	return false;
}

/* Pelatih LSU Joe Alleva: an acronym before a person is a body of its own. */
static uint32_t body_before_person(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	if (end - at < 3 || token->shape != SHAPE_UPPER || token->end - token->start < 3 ||
	    !token_is_apart(f, at + 1) || token->flags & (TOKEN_DOTTED | TOKEN_SHOUTED))
		return end;
	return token_facts(f, at + 1) & FACT_GIVEN && token_is_capital(f, at + 2) ? at + 1 : end;
}

static uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t limit = run_end(f, at, scene->end), end;

	if (drops_first(f, at, limit))
		return at + 1;
	if (drops_common(f, at, limit))
		return name_decide(f, scene, at, at + 1);
	end = plain_end(f, at, limit);
	end = body_before_person(f, at, end);
	return name_decide(f, scene, at, end);
}

/* film "Laskar Pelangi", novel Bumi Manusia: a work, whatever its words. */
static uint32_t parse_work(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t i = at + 1, end;
	struct name_found found = {
		0, 0, SULIH_KIND_WORK, SULIH_COPY, { "", 0 }, "work", { "", 0 }
	};
	bool quoted;

	if (i + 1 >= scene->end)
		return at;
	if (i + 2 < scene->end && (sulih_view_is(token_lower(f, i), "berjudul") ||
				   sulih_view_is(token_lower(f, i), "bertajuk")))
		i++;
	quoted = is_mark(f, i, '"') || is_mark(f, i, 0x201C) || is_mark(f, i, '\'') ||
		 is_mark(f, i, 0x2018);
	found.at = i + (quoted ? 1 : 0);
	if (found.at >= scene->end || !token_is_capital(f, found.at))
		return at;
	if (!quoted) {
		if (token_at(f, found.at)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED) ||
		    token_facts(f, found.at) &
			    (FACT_MAP | FACT_MAP_UPPER | FACT_TITLE | FACT_CALENDAR))
			return at;
		found.end = run_end(f, found.at, scene->end);
		return name_take(f, scene, found);
	}
	for (end = found.at; end < scene->end && end < found.at + 16; end++) {
		if (token_at(f, end)->kind == TOKEN_MARK &&
		    (token_at(f, end)->mark == '"' || token_at(f, end)->mark == 0x201D ||
		     token_at(f, end)->mark == 0x2019 || token_at(f, end)->mark == '\''))
			break;
	}
	if (end == scene->end || end == found.at + 16)
		return at;
	found.end = end;
	return name_take(f, scene, found);
}

/* pro-Palestina, se-Indonesia: the name begins behind the hyphen. */
static bool is_prefixed(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at + 2 < scene->end && token_facts(f, at) & FACT_PREFIX && is_mark(f, at + 1, '-') &&
	       !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2) &&
	       token_is_capital(f, at + 2);
}

static bool begins_article(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at + 2 < scene->end && token_facts(f, at) & FACT_ARTICLE &&
	       is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) &&
	       !token_is_apart(f, at + 2) && token_is_capital(f, at + 2);
}

/* Kementerian Pertahanan | Finlandia: a listed ministry, but another country's. */
static bool owned_body(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		       uint32_t end)
{
	struct sulih_row row;
	struct name_match owner;

	return match_head(f, at, scene->end, &row) &&
	       (sulih_view_is(sulih_row_column(&row, 3), "field") ||
		sulih_view_is(sulih_row_column(&row, 3), "nation")) &&
	       end < scene->end && token_is_apart(f, end) &&
	       match_map(f, end, scene->end, &owner) && owner.kind == SULIH_KIND_PLACE;
}

/* What begins at a word; the token behind it. */
static uint32_t parse_word(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t facts = token_facts(f, at), next;
	bool capital = token_is_capital(f, at);

	if (is_prefixed(f, scene, at))
		return at + 2;
	/* hamba-Ku, melakukan-Nya: a clitic with a capital. */
	if (facts & FACT_CLITIC && capital && at > scene->start && is_mark(f, at - 1, '-') &&
	    !token_is_apart(f, at))
		return at + 1;
	/* A language is no name: bahasa Prancis. */
	if (facts & FACT_LANGUAGE && at + 1 < scene->end && token_is_capital(f, at + 1))
		return at + 2;
	if (facts & FACT_WORK && (next = parse_work(f, scene, at)) != at)
		return next;
	if ((next = parse_title(f, scene, at)) != at)
		return skip_portfolio(f, scene, next);
	if (facts & FACT_HEAD) {
		struct name_match map;

		if (!(capital && match_map(f, at, scene->end, &map) && map.count > 1) ||
		    owned_body(f, scene, at, at + map.count)) {
			if ((next = parse_head(f, scene, at)) != at)
				return next;
		}
	}
	/* the Federal Reserve: "the" is no Indonesian word. */
	if (sulih_view_is(token_lower(f, at), "the") && at + 1 < scene->end &&
	    token_is_capital(f, at + 1) && token_is_apart(f, at + 1))
		return parse_plain(f, scene, at);
	if (!capital)
		return begins_article(f, scene, at) ? parse_plain(f, scene, at) : at + 1;
	if ((next = parse_bound(f, scene, at)) != at)
		return next;
	if ((next = parse_listed(f, scene, at)) != at)
		return next;
	if (!token_may_name(f, at, true))
		return at + 1;
	return parse_plain(f, scene, at);
}

void parse_segment(struct name_finder *f, uint32_t start, uint32_t end)
{
	struct name_scene scene = { start, end, NAMES_NONE, TITLE_NONE };
	uint32_t at = start;

	while (at < end && !f->failed) {
		if (token_at(f, at)->kind == TOKEN_WORD) {
			at = parse_word(f, &scene, at);
			continue;
		}
		/* A title reaches over a bracket: "Pelaksana Tugas (Plt) Bupati". */
		at++;
	}
}
