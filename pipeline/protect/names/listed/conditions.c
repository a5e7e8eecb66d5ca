/* The conditions of the fixed names, and the English they have in a place (docs/lists.md). */
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/names.h"
#include "pipeline/protect/names/scene.h"

/* Whether a word stands at most eight words away from [at, end) in the sentence. */
static bool stands_near(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			uint32_t end, struct sulih_view word)
{
	uint32_t seen = 0;

	for (uint32_t i = at; i > scene->start && seen < NAMES_NEAR; i--) {
		if (token_at(f, i - 1)->kind == TOKEN_WORD) {
			if (sulih_view_equal(token_lower(f, i - 1), word))
				return true;
			seen++;
		}
	}
	seen = 0;
	for (uint32_t i = end; i < scene->end && seen < NAMES_NEAR; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD) {
			if (sulih_view_equal(token_lower(f, i), word))
				return true;
			seen++;
		}
	}
	return false;
}

/* A headline: Title Case, or no stop behind its last word. */
static bool is_headline(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return token_at(f, at)->flags & TOKEN_TITLECASE ||
	       (scene->end > at && token_at(f, scene->end - 1)->kind == TOKEN_WORD);
}

/* Israel Serang Gaza, Massa Serang Kantor Polisi, KPK Buru Harun Masiku; but Warga Serang Tewas,
 * Bupati Serang Lantik Camat, PLN Serang Padamkan Listrik: a place's name that is a verb in a
 * headline between a name, or anybody, and what is done to it. */
static bool is_headline_verb(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at, uint32_t end)
{
	uint32_t before, next;

	if (at == scene->start || !is_headline(f, scene, at) || !token_is_capital(f, at - 1))
		return false;
	/* Iran Ancam Serang Israel, Keduanya Saling Serang */
	if (token_is_cue(f, at - 1, "to-do"))
		return true;
	if (end >= scene->end || !token_is_capital(f, end) || !token_is_apart(f, end))
		return false;
	before = token_facts(f, at - 1);
	next = token_facts(f, end);
	if (before & (FACT_TITLE | FACT_HEAD | FACT_COMPASS))
		return false;
	if (is_given_alone(next))
		return true;
	return token_at(f, at - 1)->shape == SHAPE_CAPITAL &&
	       (!(before & FACT_COMMON) || next & FACT_HEAD);
}

/* suku Karen, keturunan Han: a word of that class directly before it. */
static bool is_behind(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		      const char *class)
{
	/* di Jawa: mostly a preposition */
	return at > scene->start && token_is_apart(f, at) &&
	       !(token_facts(f, at - 1) & FACT_FUNCTION) && token_is_cue(f, at - 1, class);
}

/* Whether a name that is an ordinary word too is one: not at the head of a sentence. */
static bool is_told_apart(const struct name_finder *f, uint32_t at, uint32_t end)
{
	/* Persib Kokoh di Puncak, where the article goes on with "puncak klasemen" */
	if (token_at(f, at)->flags & TOKEN_TITLECASE && end == at + 1 &&
	    word_at(f, at)->small > 0 && word_at(f, at)->middle == 0)
		return false;
	/* Antara/Aprillio Akbar: the credit of a picture */
	return !(token_at(f, at)->flags & TOKEN_FIRST) || end > at + 1 ||
	       (end + 1 < f->to && is_mark(f, end, '/') && !token_is_apart(f, end) &&
		token_is_capital(f, end + 1));
}

/* GUBERNUR DI YOGYAKARTA, POLDA DI YOGYAKARTA; but GEMPA DI YOGYAKARTA happened there: in a row of
 * capitals a name only behind what has a place. */
static bool is_told_among_capitals(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t at)
{
	return !(token_at(f, at)->flags & TOKEN_SHOUTED) ||
	       (scene->title_end == at && scene->title == TITLE_OFFICE) ||
	       (at > scene->start && token_facts(f, at - 1) & FACT_HEAD &&
		!token_is_cue(f, at - 1, "descriptor"));
}

/* Bupati Batang, Kabupaten Batang, but "Batang pohon tumbang": the capital tells something, or what
 * stands before it. */
static bool is_told_by_office(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at)
{
	return !(token_at(f, at)->flags & TOKEN_SILENT) ||
	       (scene->title_end == at && scene->title == TITLE_OFFICE) ||
	       (at > scene->start && is_region_word(f, at - 1)) ||
	       /* Siswa di Batang Tewas, in a headline, where the article has the town */
	       (at > scene->start && sulih_view_is(token_lower(f, at - 1), "di") &&
		token_at(f, at)->flags & TOKEN_TITLECASE && word_at(f, at)->middle > 0 &&
		word_at(f, at)->small == 0);
}

/* not:WORD of docs/lists.md. */
static bool negation_holds(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			   uint32_t end, struct sulih_view word)
{
	if (sulih_view_is(word, "age"))
		return !age_follows(f, end, scene->end);
	if (sulih_view_is(word, "first"))
		return is_told_apart(f, at, end);
	if (sulih_view_is(word, "shouted"))
		return is_told_among_capitals(f, scene, at);
	if (sulih_view_is(word, "free"))
		return is_told_by_office(f, scene, at);
	if (sulih_view_is(word, "verb"))
		return !is_headline_verb(f, scene, at, end);
	/* ke Kisaran 5 Persen: a town has no figure behind it */
	if (sulih_view_is(word, "figure"))
		return end >= scene->end || token_at(f, end)->kind != TOKEN_NUMBER;
	if (sulih_view_is(word, "initial"))
		return !initials_announced(f, at, scene->start) &&
		       (at == scene->start || !token_is_beside(f, at - 1, "suspect"));
	return true;
}

/* One condition of the lists (docs/lists.md). */
static bool condition_holds(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end, struct sulih_view condition)
{
	struct sulih_view word;
	const char *colon = memchr(condition.data, ':', condition.length);

	if (!colon)
		return true;
	word = sulih_view_make(colon + 1, condition.length - (size_t)(colon + 1 - condition.data));
	if (sulih_view_starts(condition, SULIH_VIEW("needs:")))
		return stands_near(f, scene, at, end, word);
	if (sulih_view_starts(condition, SULIH_VIEW("notafter:")))
		return at == scene->start || !sulih_view_equal(token_lower(f, at - 1), word);
	/* Medan berat, Medan terjal: the ground */
	if (sulih_view_starts(condition, SULIH_VIEW("notbefore:")))
		return end >= scene->end || !sulih_view_equal(token_lower(f, end), word);
	if (sulih_view_starts(condition, SULIH_VIEW("unless:"))) {
		/* A language only directly behind the word: "bahasa Inggris". */
		if (sulih_view_is(word, "bahasa"))
			return at == scene->start ||
			       !sulih_view_equal(token_lower(f, at - 1), word);
		return !stands_near(f, scene, at, end, word);
	}
	/* suku Karen, bangsa Maya; else they are persons */
	if (sulih_view_starts(condition, SULIH_VIEW("behind:")))
		return is_behind(f, scene, at, "people") || is_behind(f, scene, at, "folk");
	return negation_holds(f, scene, at, end, word);
}

/* Whether the game is spoken of near [at, end): in it England is a country of its own. */
static bool is_sport(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		     uint32_t end)
{
	return is_spoken_of(f, reach_around(scene, at, end, NAMES_NEAR), &sulih_list_sport_words,
			    NULL);
}

/* Departemen Pertahanan, where America is spoken of: only it still has departments, Indonesia's
 * have been ministries since 2009. */
static bool is_american(const struct name_finder *f, const struct name_scene *scene)
{
	for (uint32_t i = scene->start; i < scene->end; i++) {
		const struct name_token *token = token_at(f, i);

		if (token->kind != TOKEN_WORD || token->shape == SHAPE_LOWER ||
		    !token_is_cue(f, i, "american"))
			continue;
		/* AS, no Roman or English word; Gedung Putih */
		if (sulih_view_is(token_lower(f, i), "as") && token->shape != SHAPE_UPPER)
			continue;
		if (!sulih_view_is(token_lower(f, i), "gedung") ||
		    (i + 1 < scene->end && sulih_view_is(token_lower(f, i + 1), "putih")))
			return true;
	}
	return false;
}

/* seorang WNI, DPO bernama X: a noun that stands for one person. */
static bool is_single(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		      uint32_t end)
{
	for (uint32_t i = at; i > scene->start && i + 2 > at; i--) {
		if (token_at(f, i - 1)->kind == TOKEN_NUMBER) /* 1 PNS */
			return sulih_view_is(token_text(f, token_at(f, i - 1)), "1");
		if (token_is_cue(f, i - 1, "one-before"))
			return true;
	}
	return end < scene->end && token_is_cue(f, end, "one-behind");
}

/* TPS 3: which one it is; but TPS 4 dan 5, TPS 4, 5, dan 7, TPS 4-7 are several. */
static bool has_own_number(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t next = at + 1;

	if (at >= scene->end || token_at(f, at)->kind != TOKEN_NUMBER)
		return false;
	if (next + 1 >= scene->end || token_at(f, next + 1)->kind != TOKEN_NUMBER)
		return true;
	return token_at(f, next)->kind == TOKEN_WORD &&
	       !sulih_view_is(token_lower(f, next), "dan") &&
	       !sulih_view_is(token_lower(f, next), "atau") &&
	       !sulih_view_is(token_lower(f, next), "hingga") &&
	       !sulih_view_is(token_lower(f, next), "sampai");
}

/* pemberontak Kurdi, seorang Kurdi; but bagi Kurdi, menyerang Kurdi: a noun stands before it. */
static bool is_of_noun(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && token_is_apart(f, at) &&
	       token_at(f, at - 1)->kind == TOKEN_WORD &&
	       (token_is_cue(f, at - 1, "one-before") || token_is_capital(f, at - 1) ||
		is_behind_noun(f, at));
}

/* What `part` of a note has behind `mark`; empty: it is another. */
static struct sulih_view behind_mark(struct sulih_view part, struct sulih_view mark)
{
	return sulih_view_starts(part, mark) ? sulih_view_slice(part, mark.length, part.length)
					     : SULIH_VIEW("");
}

struct sulih_view note_part(struct sulih_view note, struct sulih_view mark)
{
	struct sulih_view found = SULIH_VIEW("");

	while (note.length > 0 && found.length == 0)
		found = behind_mark(sulih_view_cut(&note, ','), mark);
	return found;
}

/* The English that one part of a note has for this place; empty: none. */
static struct sulih_view other_english(const struct name_finder *f, const struct name_scene *scene,
				       uint32_t at, uint32_t end, struct sulih_view part)
{
	struct sulih_view other = SULIH_VIEW("");
	bool here = false;

	/* by its first letter: most parts are conditions, "not:age", "senses" */
	if (part.data[0] == 's') {
		other = behind_mark(part, SULIH_VIEW("sport:"));
		here = other.length > 0 && is_sport(f, scene, at, end);
	} else if (part.data[0] == 'a') {
		other = behind_mark(part, SULIH_VIEW("american:"));
		here = other.length > 0 && is_american(f, scene);
		if (other.length == 0) {
			other = behind_mark(part, SULIH_VIEW("alone:"));
			here = other.length > 0 && !is_of_noun(f, scene, at);
		}
	} else if (part.data[0] == 'p') {
		other = behind_mark(part, SULIH_VIEW("people:"));
		here = other.length > 0 && is_behind(f, scene, at, "people");
	} else if (part.data[0] == 'n') {
		other = behind_mark(part, SULIH_VIEW("numbered:"));
		here = other.length > 0 && has_own_number(f, scene, end);
	} else if (part.data[0] == 'o') {
		other = behind_mark(part, SULIH_VIEW("one:"));
		here = other.length > 0 && is_single(f, scene, at, end);
		/* Menteri ESDM, Kadis PU: the office is of the field, not of the ministry. */
		if (other.length == 0) {
			other = behind_mark(part, SULIH_VIEW("office:"));
			here = other.length > 0 && at > scene->start &&
			       token_is_cue(f, at - 1, "field-office");
		}
	}
	return here ? other : SULIH_VIEW("");
}

/*
 * The English of a listed name in this place: Inggris is England where football is spoken
 * of, and WNI one citizen behind "seorang".
 */
struct sulih_view context_target(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at, const struct name_match *map)
{
	struct sulih_view note = map->note, other = SULIH_VIEW("");

	while (note.length > 0 && other.length == 0)
		other = other_english(f, scene, at, at + map->count, sulih_view_cut(&note, ','));
	if (other.length > 0)
		return other;
	/* orang Italia, keturunan Rusia: Italian, Russian */
	return map->kind == SULIH_KIND_PLACE && is_behind(f, scene, at, "people")
		       ? country_adjective(map->target)
		       : map->target;
}

bool context_allows(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end, struct sulih_view conditions)
{
	while (conditions.length > 0) {
		if (!condition_holds(f, scene, at, end, sulih_view_cut(&conditions, ',')))
			return false;
	}
	return true;
}
