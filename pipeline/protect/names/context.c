/* What stands around a name: marks, ages, titles, verbs of saying, words near it. */
#include "lists.h"
#include "pipeline/protect/names/scene.h"

struct sulih_view tokens_text(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end <= at)
		return SULIH_VIEW("");
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

bool is_ri(const struct name_finder *f, uint32_t at)
{
	return sulih_view_is(token_text(f, token_at(f, at)), "RI");
}

uint32_t behind_republic(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	if (at >= limit || !token_is_apart(f, at))
		return at;
	if (is_ri(f, at))
		return at + 1;
	return at + 1 < limit && sulih_view_is(token_text(f, token_at(f, at)), "Republik") &&
			       sulih_view_is(token_text(f, token_at(f, at + 1)), "Indonesia")
		       ? at + 2
		       : at;
}

/* The index behind "tahun", "thn", "th." at `at`; else `at`. */
static uint32_t skip_years(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at >= end || !token_says(f, at, &sulih_list_figure_words, "year"))
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
	       token_is_cue(f, at, "and");
}

/* menetapkan HK dan AS sebagai tersangka: two letters of somebody who is charged. */
static bool is_charged(const struct name_finder *f, uint32_t at)
{
	uint32_t end = at + 1;

	if (token_at(f, at)->shape != SHAPE_UPPER || token_length(f, at) != 2 ||
	    token_facts(f, at) & FACT_ROMAN)
		return false;
	for (uint32_t seen = 0; end < f->to && seen < 16 && is_initials_list(f, end); seen++)
		end++;
	return end + 1 < f->to && token_at(f, end)->kind == TOKEN_WORD &&
	       token_is_cue(f, end, "accused-as") && token_is_beside(f, end + 1, "suspect");
}

/* Two or three capitals that no list has. */
static bool is_of_nobody(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->shape == SHAPE_UPPER && token->end - token->start <= 3 &&
	       !(token_facts(f, at) & (FACT_MAP_UPPER | FACT_ROMAN | FACT_TERM));
}

/* Whether the document has the word at `at` as a person's initials. */
static bool is_known_by_initials(const struct name_finder *f, uint32_t at)
{
	uint32_t bound = token_at(f, at)->kind == TOKEN_WORD ? names_at(f, at).acronym : 0;

	return bound != 0 && why_is(f->acronyms.items[bound - 1].why, "initials");
}

/* Dua tersangka, AS dan RM, buron; AS selaku bendahara dan MA, direktur CV X: letters that a list
 * has, but those beside them are somebody's initials, or the article speaks of people so. */
static bool is_one_of_initials(const struct name_finder *f, uint32_t at, uint32_t start)
{
	uint32_t next = at + 1;

	if (token_at(f, at)->shape != SHAPE_UPPER || token_length(f, at) > 3 || next >= f->to)
		return false;
	if (f->initials && sulih_view_is(token_lower(f, next), "selaku"))
		return true;
	if (f->initials && token_length(f, at) == 2 && at > start + 1 &&
	    token_is_cue(f, at - 1, "and") && is_known_by_initials(f, at - 2))
		return true;
	/* Rahmat Hidayat, ST, MT, dan X: degrees */
	if (next + 1 < f->to && token_facts(f, at) & token_facts(f, next + 1) & FACT_TITLE &&
	    at > start && is_mark(f, at - 1, ','))
		return false;
	return next + 1 < f->to && is_of_nobody(f, next + 1) &&
	       (is_mark(f, next, ',') || token_is_cue(f, next, "and"));
}

/* RY, AD (mertua), LF alias Lutfi, dan |: what may stand between initials of several people; the
 * token at `at`, inside brackets or not. */
static bool goes_on_suspects(const struct name_finder *f, uint32_t at, bool inside)
{
	const struct name_token *token = token_at(f, at);

	return inside || token->kind != TOKEN_WORD || token_is_cue(f, at, "and") ||
	       sulih_view_is(token_lower(f, at), "alias") ||
	       (token->shape == SHAPE_UPPER && token_length(f, at) <= 3) ||
	       (at > f->from && sulih_view_is(token_lower(f, at - 1), "alias"));
}

/* Sepuluh tersangka dihadirkan, antara lain RY, AD, dan BN (mertua): two letters that nobody knows
 * in a list behind a word for suspects. */
static bool is_among_suspects(const struct name_finder *f, uint32_t at, uint32_t start)
{
	enum { LIST = 24, BEFORE = 8 };
	uint32_t i = at, most = at > start + LIST ? at - LIST : start;
	bool inside = false;

	if (token_length(f, at) != 2)
		return false;
	while (i > most && !token_is_cue(f, i - 1, "among")) {
		inside = is_mark(f, i - 1, ')') || (inside && !is_mark(f, i - 1, '('));
		if (!goes_on_suspects(f, i - 1, inside))
			return false;
		i--;
	}
	if (i == most)
		return false;
	most = i > start + BEFORE ? i - BEFORE : start;
	for (i--; i > most; i--)
		if (token_at(f, i - 1)->kind == TOKEN_WORD && token_is_beside(f, i - 1, "suspect"))
			return true;
	return false;
}

/* "berinisial AS", "inisial RN": initials of a person. */
bool initials_announced(const struct name_finder *f, uint32_t at, uint32_t start)
{
	const struct name_token *token = token_at(f, at);
	bool of_nobody = is_of_nobody(f, at), one_of = is_one_of_initials(f, at, start);
	bool beside = false;

	if (one_of && f->initials)
		return true;
	/* tersangka RS alias Kumis: who has another name */
	if (token->shape == SHAPE_UPPER && token->end - token->start <= 4 && at + 1 < f->to &&
	    sulih_view_is(token_lower(f, at + 1), "alias"))
		return true;
	/* Tersangka RS membeli: letters that are an ordinary noun elsewhere */
	if (at > start && token->shape == SHAPE_UPPER && token_length(f, at) == 2 &&
	    token_facts(f, at) & FACT_TERM && at + 1 < f->to &&
	    token_at(f, at + 1)->shape == SHAPE_LOWER &&
	    (sulih_view_is(token_lower(f, at - 1), "tersangka") ||
	     sulih_view_is(token_lower(f, at - 1), "terdakwa")))
		return true;
	/* saksi atas nama AW, Bupati X */
	if (of_nobody && at > start + 1 && sulih_view_is(token_lower(f, at - 1), "nama") &&
	    sulih_view_is(token_lower(f, at - 2), "atas"))
		return true;
	if (is_charged(f, at) || (of_nobody && is_among_suspects(f, at, start)))
		return true;
	/* berinisial MA (20), AS, dan RN: back over the other initials */
	for (uint32_t seen = 0; at > start && seen < 16 && is_initials_list(f, at - 1); seen++) {
		at--;
		beside |= token_at(f, at)->kind == TOKEN_WORD && is_of_nobody(f, at);
	}
	one_of |= beside && token->shape == SHAPE_UPPER;
	/* Dua pelaku, yakni AS dan RM */
	if (at > start + 2 && (of_nobody || one_of) && token_is_cue(f, at - 1, "namely"))
		at -= is_mark(f, at - 2, ',') ? 2 : 1;
	if (at <= start || token_at(f, at - 1)->kind != TOKEN_WORD)
		return false;
	if (one_of && token_is_beside(f, at - 1, "suspect"))
		return true;
	/* Dua pelaku, ARP dan FS, masih diburu; tersangka RA; but pelaku IKM */
	if (of_nobody && token_is_beside(f, at - 1, "suspect") &&
	    (is_mark(f, at, ',') || token->end - token->start == 2 ||
	     sulih_view_starts(token_lower(f, at - 1), SULIH_VIEW("ter"))))
		return true;
	return token_is_cue(f, at - 1, "initialed");
}

bool is_posted(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return scene->title == TITLE_OFFICE && at > scene->start && scene->title_end == at - 1 &&
	       token_at(f, at - 1)->shape == SHAPE_LOWER && !is_free_case(f, at) &&
	       (sulih_view_is(token_lower(f, at - 1), "untuk") ||
		sulih_view_is(token_lower(f, at - 1), "di"));
}

/* di-PHK, mem-PHK-kan, berKTP: the prefix makes a verb of the name at `at`. */
bool verb_prefix_before(const struct name_finder *f, uint32_t at, uint32_t start)
{
	struct sulih_row row;

	if (at > start && is_mark(f, at - 1, '-') && !token_is_apart(f, at))
		at--;
	if (at <= start || token_is_apart(f, at) || !(token_facts(f, at - 1) & FACT_PREFIX))
		return false;
	row = TOKEN_ROW(f, at - 1, prefixes);
	return sulih_view_is(sulih_row_column(&row, 1), "verb");
}
