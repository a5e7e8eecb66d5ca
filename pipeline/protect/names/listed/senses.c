/*
 * Acronyms and names of several senses: PBB is the UN, a tax or a party, Roma a city or its club
 * (lists/senses.tsv).  First what the words around each mention say is counted; then a mention
 * gets the sense that a word beside it admits alone, else that of the article's clear majority,
 * else that of the words near it, else the usual one, which the list has first.
 */
#include "lists.h"
#include "pipeline/protect/names/listed/senses.h"

enum { SENSE_BITS = 8, SENSE_MOST = (1 << SENSE_BITS) - 1 };

/* What was decided; its row is not listed where the acronym has one sense only. */
struct name_sense {
	struct sulih_row row; /* of the list of senses */
	const char *why;
	struct sulih_view evidence;
};

static unsigned counted(uint32_t senses, unsigned sense)
{
	return senses >> sense * SENSE_BITS & SENSE_MOST;
}

static uint32_t senses_add(uint32_t senses, uint32_t others)
{
	uint32_t sum = 0;

	for (unsigned i = 0; i < NAMES_SENSES; i++) {
		uint32_t count = counted(senses, i) + counted(others, i);

		sum |= (count < SENSE_MOST ? count : SENSE_MOST) << i * SENSE_BITS;
	}
	return sum;
}

int senses_note(struct name_finder *f, struct name_word *word, uint32_t senses)
{
	struct word_names *names = names_change(f, word);

	if (names == NULL)
		return SULIH_ERROR_MEMORY;
	names->senses = senses_add(names->senses, senses);
	return 0;
}

/* The sense that at least two thirds of the evidence in the article is for. */
static unsigned article_sense(uint32_t senses)
{
	unsigned best = 0, all = counted(senses, 0);

	for (unsigned i = 1; i < NAMES_SENSES; i++) {
		all += counted(senses, i);
		if (counted(senses, i) > counted(senses, best))
			best = i;
	}
	return all > 0 && counted(senses, best) * 3 >= all * 2 ? best : NAMES_SENSES;
}

static bool has_senses(const struct name_match *map)
{
	return sulih_view_starts(map->note, SULIH_VIEW("senses"));
}

static struct sense_cue cue_of(const struct name_finder *f, const struct name_scene *scene,
			       uint32_t at, const struct name_match *map)
{
	return find_cue(f, scene, at, at + map->count, sulih_row_column(&map->row, 0));
}

/* The same of what begins at any token, also within a longer name: KPU RI. */
static struct sense_cue cue_at(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct name_match map;

	if (!(token_facts(f, at) & FACT_SENSES) || !token_is_capital(f, at))
		return (struct sense_cue){ .sense = NAMES_SENSES };
	if (match_map(f, at, scene->end, &map) && (has_senses(&map) || map.count == 1))
		return has_senses(&map) ? cue_of(f, scene, at, &map)
					: (struct sense_cue){ .sense = NAMES_SENSES };
	return find_cue(f, scene, at, at + 1, token_text(f, token_at(f, at)));
}

/* For --explain: a word that decided elsewhere in the article; else the count. */
static struct sulih_view cue_elsewhere(struct name_finder *f, uint32_t at, unsigned sense)
{
	uint32_t word = token_at(f, at)->word;

	for (size_t s = 0; s < f->document->segmentation.segments.count; s++) {
		const struct name_scene scene = { .start = f->segments[s],
						  .end = f->segments[s + 1] };

		for (uint32_t i = scene.start; i < scene.end; i++) {
			struct sense_cue cue;

			if (token_at(f, i)->word != word || i == at)
				continue;
			cue = cue_at(f, &scene, i);
			if (cue.sense == sense)
				return tokens_text(f, cue.token, cue.token + 1);
		}
	}
	return SULIH_VIEW("");
}

bool sense_is_beside(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		     const struct name_match *map, enum sulih_ruling bound)
{
	struct sense_cue cue;
	struct sulih_row row;

	if (!has_senses(map) && !sulih_view_starts(map->note, SULIH_VIEW("beside")))
		return false;
	cue = cue_of(f, scene, at, map);
	row = sense_row(sulih_row_column(&map->row, 0), cue.sense);
	return cue.weight == WEIGHT_BESIDE &&
	       !(bound == SULIH_COPY && sulih_view_is(sulih_row_column(&row, 2), "="));
}

/* Before the first pass: what the words around each mention say counts for the article, also
 * where the mention is part of a longer name (DPD PDIP, Dewan Keamanan PBB). */
void senses_count(struct name_finder *f)
{
	size_t s = 0;

	for (uint32_t i = 0; i < f->tokens.count; i++) {
		struct name_scene scene = { 0 };
		struct sense_cue cue;

		if (!(token_facts(f, i) & FACT_SENSES))
			continue;
		while (f->segments[s + 1] <= i)
			s++;
		scene.start = f->segments[s];
		scene.end = f->segments[s + 1];
		cue = cue_at(f, &scene, i);
		if (cue.sense < NAMES_SENSES)
			senses_note(f, word_at(f, i), cue.weight << cue.sense * SENSE_BITS);
	}
}

static struct name_sense sense_decide(struct name_finder *f, const struct name_scene *scene,
				      uint32_t at, const struct name_match *map)
{
	struct name_sense decided = { .why = "list" };
	struct sense_cue cue;
	unsigned article;

	if (!has_senses(map))
		return decided;
	cue = cue_of(f, scene, at, map);
	article = article_sense(names_at(f, at).senses);
	if (cue.weight != WEIGHT_BESIDE && article < NAMES_SENSES && article != cue.sense) {
		decided.why = "sense of the article";
		if (f->candidates->explain && !f->collecting)
			decided.evidence = cue_elsewhere(f, at, article);
	} else if (cue.sense < NAMES_SENSES) {
		article = cue.sense;
		decided.why = "sense in this place";
		decided.evidence = tokens_text(f, cue.token, cue.token + 1);
	} else {
		article = 0;
	}
	decided.row = sense_row(sulih_row_column(&map->row, 0), article);
	return decided;
}

bool sense_is_other(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct name_match map;
	struct name_sense sense;

	if (!(token_facts(f, at) & FACT_SENSES) || !token_is_capital(f, at) ||
	    !match_map(f, at, at + 1, &map))
		return false;
	sense = sense_decide(f, scene, at, &map);
	return sense.row.listed && !sulih_view_is(sulih_row_column(&sense.row, 2), "list");
}

/* Gelandang Roma | Paulo Dybala: the club of a player; Bupati Malaka | Simon: the place of an
 * office; Presiden Napoli | Aurelio De Laurentiis: the club of one, where its name is no letters
 * (Presiden UN Tourism). */
static bool is_of_title(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			uint32_t next, enum sulih_span_kind kind)
{
	if (scene->title_end != at || next >= scene->end || token_facts(f, next) & FACT_ORG)
		return false;
	if (scene->title == TITLE_ROLE)
		return kind == SULIH_KIND_ORGANIZATION;
	return scene->title == TITLE_OFFICE &&
	       (kind == SULIH_KIND_PLACE ||
		(kind == SULIH_KIND_ORGANIZATION && token_at(f, at)->shape == SHAPE_CAPITAL &&
		 !(token_facts(f, next) & FACT_COMMON)));
}

bool sense_choose(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		  struct name_match *map, struct name_found *found)
{
	const struct name_sense sense = sense_decide(f, scene, at, map);
	struct sulih_view english = sulih_row_column(&sense.row, 2);
	uint32_t next = at + map->count;

	found->why = sense.why;
	found->evidence = sense.evidence;
	if (!sense.row.listed || sulih_view_is(english, "list"))
		return true;
	*map = (struct name_match){ .count = map->count,
				    .kind = listed_kind(sulih_row_column(&sense.row, 1)) };
	if (!sulih_view_is(english, "=")) {
		map->target = english;
		return !sulih_view_is(english, "other");
	}
	/* UN Tourism, PMI Manufaktur, PBB-P2: a longer name */
	if (next + 1 < scene->end && is_mark(f, next, '-') && !token_is_apart(f, next))
		return token_is_apart(f, next + 1) || !token_is_capital(f, next + 1);
	if (is_of_title(f, scene, at, next, map->kind))
		return true;
	return next >= scene->end || !token_is_apart(f, next) || !token_may_name(f, next, false) ||
	       token_facts(f, next) & (FACT_LISTED | FACT_TITLE | FACT_HEAD) ||
	       token_at(f, next)->flags & TOKEN_TITLECASE;
}
