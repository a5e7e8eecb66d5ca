/* What stands around a name: marks, ages, titles, verbs of saying, words near it. */
#include "lists.h"
#include "pipeline/protect/names/scene.h"

struct sulih_view tokens_text(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return sulih_view_slice(f->text, token_at(f, at)->start, token_at(f, end - 1)->end);
}

bool is_spoken_of(const struct name_finder *f, struct name_reach reach,
		  const struct sulih_table *table, const char *class)
{
	for (uint32_t i = reach.from; i < reach.to; i++) {
		struct sulih_row row = token_row(f, i, table);

		if (row.listed && (class == NULL || sulih_row_says(&row, class)))
			return true;
	}
	return false;
}

/* The index behind "tahun", "thn", "th." at `at`; else `at`. */
static uint32_t skip_years(const struct name_finder *f, uint32_t at, uint32_t end)
{
	static const char *const words[] = { "tahun", "thn", "th" };

	if (at >= end || !SULIH_VIEW_IS_ONE_OF(token_lower(f, at), words))
		return at;
	return at + 1 < end && is_mark(f, at + 1, '.') ? at + 2 : at + 1;
}

/* Anak Agung is a caste; Anak Sukarsih is her child. */
bool begins_caste(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && sulih_view_is(token_lower(f, at), "anak") &&
	       sulih_view_is(token_lower(f, at + 1), "agung") && token_is_capital(f, at + 1);
}

/* I Made Mudharta, I Gusti Ngurah Rai: the article of Bali's men, no numeral. */
bool begins_balinese(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && token_text(f, token_at(f, at)).length == 1 &&
	       sulih_view_is(token_lower(f, at), "i") && token_is_apart(f, at + 1) &&
	       token_is_beside(f, at + 1, "balinese");
}

/*
 * An age behind token `at`, in brackets or between commas: Budi (34), AS (34 tahun),
 * RA, 17 tahun, ditahan; MA, 20, ditangkap.  Years and long figures are no ages, nor is what
 * happened "di AS, 34 tahun setelah perang".
 */
bool age_follows(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *number;
	uint32_t behind;

	if (at + 2 >= end || !(is_mark(f, at, '(') || is_mark(f, at, ',')))
		return false;
	number = token_at(f, at + 1);
	if (number->kind != TOKEN_NUMBER || number->end - number->start > 2)
		return false;
	behind = skip_years(f, at + 2, end);
	if (is_mark(f, at, '('))
		return is_mark(f, at + 2, ')') || behind > at + 2;
	return number->end - number->start == 2 && behind < end && is_mark(f, behind, ',');
}

/* What may stand between "berinisial" and one of several initials. */
static bool is_initials_list(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	if (token->kind == TOKEN_NUMBER)
		return token->end - token->start <= 2;
	if (token->kind == TOKEN_MARK)
		return token->mark == ',' || token->mark == '(' || token->mark == ')';
	return (token->shape == SHAPE_UPPER && token->end - token->start <= 4) ||
	       sulih_view_is(token_lower(f, at), "dan") ||
	       sulih_view_is(token_lower(f, at), "serta");
}

/* "berinisial AS", "inisial RN": initials of a person. */
bool initials_announced(const struct name_finder *f, uint32_t at, uint32_t start)
{
	static const char *const cues[] = { "inisial", "berinisial", "inisialnya", "beinisial" };
	const struct name_token *token = token_at(f, at);
	bool of_nobody = token->shape == SHAPE_UPPER && token->end - token->start <= 3 &&
			 !(token_facts(f, at) & (FACT_MAP_UPPER | FACT_ROMAN | FACT_TERM));

	/* tersangka RS alias Kumis: who has another name */
	if (token->shape == SHAPE_UPPER && token->end - token->start <= 4 &&
	    at + 1 < f->tokens.count && sulih_view_is(token_lower(f, at + 1), "alias"))
		return true;
	/* berinisial MA (20), AS, dan RN: back over the other initials */
	for (uint32_t seen = 0; at > start && seen < 16 && is_initials_list(f, at - 1); seen++)
		at--;
	if (at <= start || token_at(f, at - 1)->kind != TOKEN_WORD)
		return false;
	/* Dua pelaku, ARP dan FS, masih diburu; tersangka RA; but pelaku IKM */
	if (of_nobody && token_is_beside(f, at - 1, "suspect") &&
	    (is_mark(f, at, ',') || token->end - token->start == 2 ||
	     sulih_view_starts(token_lower(f, at - 1), SULIH_VIEW("ter"))))
		return true;
	return SULIH_VIEW_IS_ONE_OF(token_lower(f, at - 1), cues);
}

/* di-PHK, mem-PHK-kan, berKTP: the prefix makes a verb of the name at `at`. */
bool verb_prefix_before(const struct name_finder *f, uint32_t at, uint32_t start)
{
	struct sulih_row row;

	if (at > start && is_mark(f, at - 1, '-') && !token_is_apart(f, at))
		at--;
	if (at <= start || token_is_apart(f, at) || !(token_facts(f, at - 1) & FACT_PREFIX))
		return false;
	row = sulih_table_find(&sulih_list_prefixes, token_lower(f, at - 1));
	return sulih_view_is(sulih_row_column(&row, 1), "verb");
}

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

/* Israel Serang Gaza, but Warga Serang Tewas, Bupati Serang Lantik Camat: a place's name that is
 * a verb in a headline between a name and what is done to it. */
static bool is_headline_verb(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	return token->flags & TOKEN_TITLECASE && !(token->flags & TOKEN_FIRST) && at > 0 &&
	       token_at(f, at - 1)->kind == TOKEN_WORD &&
	       token_at(f, at - 1)->shape == SHAPE_CAPITAL && end < f->tokens.count &&
	       token_is_capital(f, end) && token_is_apart(f, end) &&
	       !(token_facts(f, at - 1) & (FACT_COMMON | FACT_TITLE | FACT_HEAD | FACT_COMPASS));
}

/* One condition of the lists (docs/lists.md). */
static bool condition_holds(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end, struct sulih_view condition)
{
	struct sulih_view word = condition;
	const char *colon = memchr(condition.data, ':', condition.length);

	if (!colon)
		return true;
	word = sulih_view_make(colon + 1, condition.length - (size_t)(colon + 1 - condition.data));
	if (sulih_view_starts(condition, SULIH_VIEW("needs:")))
		return stands_near(f, scene, at, end, word);
	if (sulih_view_starts(condition, SULIH_VIEW("notafter:")))
		return at == scene->start || !sulih_view_equal(token_lower(f, at - 1), word);
	if (sulih_view_starts(condition, SULIH_VIEW("unless:"))) {
		/* A language only directly behind the word: "bahasa Inggris". */
		if (sulih_view_is(word, "bahasa"))
			return at == scene->start ||
			       !sulih_view_equal(token_lower(f, at - 1), word);
		return !stands_near(f, scene, at, end, word);
	}
	if (sulih_view_is(word, "age"))
		return !age_follows(f, end, scene->end);
	/* Antara/Aprillio Akbar: the credit of a picture */
	if (sulih_view_is(word, "first"))
		return !(token_at(f, at)->flags & TOKEN_FIRST) || end > at + 1 ||
		       (end + 1 < f->tokens.count && is_mark(f, end, '/') &&
			!token_is_apart(f, end) && token_is_capital(f, end + 1));
	/* Bupati Batang, but "Batang pohon tumbang": the capital tells something */
	if (sulih_view_is(word, "free"))
		return (scene->title_end == at && scene->title == TITLE_OFFICE) ||
		       !(token_at(f, at)->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED));
	if (sulih_view_is(word, "verb"))
		return !is_headline_verb(f, at, end);
	/* ke Kisaran 5 Persen: a town has no figure behind it */
	if (sulih_view_is(word, "figure"))
		return end >= scene->end || token_at(f, end)->kind != TOKEN_NUMBER;
	if (sulih_view_is(word, "initial"))
		return !initials_announced(f, at, scene->start) &&
		       (at == scene->start || !token_is_beside(f, at - 1, "suspect"));
	return true;
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
		if (token_at(f, i - 1)->kind == TOKEN_NUMBER)
			return false;
		if (token_is_cue(f, i - 1, "one-before"))
			return true;
	}
	return end < scene->end && token_is_cue(f, end, "one-behind");
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
	return other.length > 0 ? other : map->target;
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
