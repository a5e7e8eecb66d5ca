/* What a hyphen joins: the halves of a name, or two persons. */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

static bool is_clitic(const struct name_finder *f, uint32_t at)
{
	return token_facts(f, at) & FACT_CLITIC && token_at(f, at)->shape != SHAPE_UPPER;
}

/* One name is enough for the person, to the public: Prabowo. */
static bool is_mononym(const struct name_finder *f, uint32_t at)
{
	return TOKEN_ROW(f, at, mononyms).listed;
}

/* Kabinet Prabowo-Gibran | Yusril Ihza Mahendra: a couple of one name each ends before the word at
 * `at`, which does not go on the second one (Prabowo-Gibran Rakabuming). */
bool ends_couple(const struct name_finder *f, uint32_t at)
{
	struct sulih_row second;

	if (at < f->from + 3 || !is_mark(f, at - 2, '-') || token_is_apart(f, at - 2) ||
	    token_is_apart(f, at - 1) || !is_mononym(f, at - 3))
		return false;
	second = TOKEN_ROW(f, at - 1, mononyms);
	return second.listed &&
	       !sulih_view_has_part(sulih_row_column(&second, 1), ',', token_lower(f, at));
}

/* Karna Suswandi Wijaya-: the third word before the hyphen is known, those before it mean nothing.
 */
static bool ends_three(const struct name_finder *f, uint32_t at)
{
	return at > f->from + 2 && token_facts(f, at - 1) & FACT_GIVEN &&
	       token_is_capital(f, at - 2) && token_is_capital(f, at - 3) &&
	       token_is_apart(f, at - 1) && token_is_apart(f, at - 2) &&
	       !((token_facts(f, at - 2) | token_facts(f, at - 3)) &
		 (FACT_COMMON | FACT_HEAD | FACT_TITLE | FACT_ORG));
}

/* Joko Widodo-: a whole name ends before the hyphen at `at`. */
bool ends_full_name(const struct name_finder *f, uint32_t at)
{
	return at > f->from + 1 && token_is_capital(f, at - 2) && token_is_apart(f, at - 1) &&
	       token_facts(f, at - 2) & FACT_GIVEN;
}

/* -Jusuf Kalla: one begins behind the hyphen at `at`; -Ulfiyah Khoirun: though no list has it. */
bool begins_full_name(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t other = FACT_COMMON | FACT_MAP | FACT_HEAD | FACT_TITLE | FACT_ORG;

	if (at + 2 >= end || !token_is_apart(f, at + 2) ||
	    token_at(f, at + 2)->shape != SHAPE_CAPITAL || token_facts(f, at + 2) & FACT_CALENDAR)
		return false;
	return token_facts(f, at + 1) & FACT_GIVEN ||
	       (token_facts(f, at + 2) & FACT_GIVEN &&
		token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
		!((token_facts(f, at + 1) | token_facts(f, at + 2)) & other));
}

/* -Wakil Presiden, -Menhan Sjafrie: an office behind the hyphen at `at`. */
static bool office_behind_hyphen(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_row title;

	if (at + 2 < end && token_facts(f, at + 1) & FACT_TITLE && token_is_apart(f, at + 2) &&
	    is_only_given(token_facts(f, at + 2))) {
		title = TOKEN_ROW(f, at + 1, titles);
		if (title.listed && sulih_view_is(sulih_row_column(&title, 1), "office"))
			return true;
	}
	return at + 2 < end && token_facts(f, at + 1) & token_facts(f, at + 2) & FACT_TITLE &&
	       !((token_facts(f, at + 1) | token_facts(f, at + 2)) & FACT_GIVEN) &&
	       token_is_capital(f, at + 2) && token_is_apart(f, at + 2);
}

/* A half of a Korean name is one syllable: Seung. */
enum { KOREAN_MAX = 5 };

/* Kim Min-Jae: the hyphen stands inside the given name. */
static bool ties_korean_name(const struct name_finder *f, uint32_t at)
{
	return at > f->from + 1 && token_facts(f, at - 2) & FACT_FAMILY &&
	       token_is_apart(f, at - 1) && token_length(f, at - 1) <= KOREAN_MAX &&
	       token_length(f, at + 1) <= KOREAN_MAX;
}

/*
 * Joko Widodo-Jusuf Kalla, Ridwan Kamil-Suswono, Kaesang-Erina: the names of two persons; but
 * Jean-Luc Moreau, Trent Alexander-Arnold.  Prabowo-Gibran is the name of a couple that the
 * article does not take apart.
 */
static bool joins_persons(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t other = FACT_ARTICLE | FACT_PARTICLE | FACT_MAP;
	bool second;

	if (!token_is_capital(f, at + 1) || token_at(f, at - 1)->shape == SHAPE_UPPER ||
	    token_facts(f, at + 1) & other || ties_korean_name(f, at) ||
	    token_facts(f, at - 1) & (other & ~FACT_MAP))
		return false;
	if (ends_three(f, at) && begins_full_name(f, at, end))
		return true;
	if (token_facts(f, at - 1) & FACT_MAP)
		return false;
	second = begins_again(f, at + 1, 1);
	if (second && token_at(f, at + 1)->shape == SHAPE_CAPITAL && begins_again(f, at - 1, 1))
		return true;
	if (ends_full_name(f, at))
		return second || is_mononym(f, at + 1) || begins_full_name(f, at, end);
	return begins_full_name(f, at, end) && is_mononym(f, at - 1) && !ends_couple(f, at + 2);
}

/* Kabupaten Sleman-Kabupaten Magelang: a name with a head word behind the hyphen at `at`. */
static bool head_behind_hyphen(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return token_facts(f, at + 1) & FACT_HEAD && token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
	       at + 2 < end && token_is_capital(f, at + 2) && token_is_apart(f, at + 2) &&
	       !(token_facts(f, at + 1) & FACT_GIVEN) &&
	       token_at(f, at + 1)->word != token_at(f, at - 1)->word;
}

/* Park Jin-young: the second half of a Korean name, whatever the first one means; Kim Won-ho,
 * whatever the halves mean. */
static bool is_korean_half(const struct name_finder *f, uint32_t at)
{
	if (at < 2 || !token_is_capital(f, at - 2) || !token_is_apart(f, at - 1) ||
	    !(token_facts(f, at - 2) & FACT_GIVEN))
		return false;
	if (!(token_facts(f, at + 1) & FACT_COMMON) && token_facts(f, at - 1) & FACT_GIVEN)
		return true;
	return at > f->from + 1 && token_at(f, at + 1)->shape == SHAPE_LOWER &&
	       token_at(f, at - 1)->shape == SHAPE_CAPITAL &&
	       token_length(f, at - 1) <= KOREAN_MAX && token_length(f, at + 1) <= KOREAN_MAX;
}

/* Seongsu-dong, Gangnam-gu: a Korean quarter, district or road. */
static bool is_korean_quarter(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at + 1)->shape == SHAPE_LOWER &&
	       token_is_cue(f, at + 1, "korean-quarter") &&
	       token_at(f, at - 1)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, at - 1) & FACT_COMMON);
}

/* Co-operation: the first half is no word that may take a clitic, nor is the second half one. */
static bool is_foreign_compound(const struct name_finder *f, uint32_t at)
{
	/* Park Hang-seo, though Hang begins listed names (Hang Nadim) */
	bool begun = at > f->from + 1 && token_is_capital(f, at - 2) && token_is_apart(f, at - 1) &&
		     token_facts(f, at - 2) & FACT_FAMILY;

	return !(token_facts(f, at - 1) & (begun ? FACT_COMMON : FACT_COMMON | FACT_LISTED)) &&
	       !(token_facts(f, at + 1) & FACT_COMMON);
}

uint32_t after_hyphen(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at + 1 >= end || token_is_apart(f, at) || token_is_apart(f, at + 1))
		return at;
	if (joins_persons(f, at, end) || office_behind_hyphen(f, at, end) ||
	    head_behind_hyphen(f, at, end))
		return at;
	if (token_is_capital(f, at + 1))
		return is_clitic(f, at + 1) ? at : at + 2; /* Soekarno-Hatta; not hamba-Ku */
	if (token_at(f, at + 1)->kind == TOKEN_NUMBER)
		return at + 2; /* Covid-19 */
	/* A doubled name: Gado-gado Boplo.  A clitic (-nya) stays outside. */
	if (token_at(f, at + 1)->word != WORD_NONE &&
	    token_at(f, at + 1)->word == token_at(f, at - 1)->word)
		return at + 2;
	if (is_korean_quarter(f, at))
		return at + 2;
	return token_at(f, at + 1)->kind == TOKEN_WORD && !is_clitic(f, at + 1) &&
			       (is_korean_half(f, at) || is_foreign_compound(f, at))
		       ? at + 2
		       : at;
}
