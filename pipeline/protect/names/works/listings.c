/* Numbered headings of an article that recommends films or songs: 2. Keramat (2009). */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"
#include "pipeline/protect/names/works/works.h"

/* (2009) at the end of a heading. */
static bool is_year_in_brackets(const struct name_finder *f, uint32_t at)
{
	const struct name_token *year = token_at(f, at + 1);

	return is_mark(f, at, '(') && is_mark(f, at + 2, ')') && year->kind == TOKEN_NUMBER &&
	       is_year_text(token_text(f, year));
}

/* 5 Rekomendasi Film Horor: the headline tells a number of works; 5 Fakta Film X, of something
 * else. */
static bool headline_lists_works(const struct name_finder *f)
{
	bool work = false, number = false;

	for (uint32_t i = f->segments[0]; i < f->segments[1]; i++) {
		if (token_is_cue(f, i, "aspects"))
			return false;
		work |= (token_facts(f, i) & FACT_WORK) != 0;
		number |= token_at(f, i)->kind == TOKEN_NUMBER;
	}
	return work && number;
}

/* Words of a title and what may stand between them. */
static bool is_title_text(const struct name_finder *f, uint32_t at, uint32_t end)
{
	enum { LONGEST = 10 };

	if (at >= end || end > at + LONGEST || !token_is_capital(f, at))
		return false;
	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = token_at(f, i);

		if (token->kind == TOKEN_WORD
			    ? !token_is_capital(f, i) && !token_is_cue(f, i, "in-title") &&
				      !(token_facts(f, i) & FACT_ENGLISH)
		    : token->kind == TOKEN_MARK
			    ? !strchr(":,-!?&'", (int)(token->mark < 0x80 ? token->mark : '.'))
			    : token->kind != TOKEN_NUMBER)
			return false;
	}
	return true;
}

/* Without its year a heading may as well be a person's name, or something of a list. */
static bool is_of_words(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_match map;
	bool words = false;

	for (uint32_t i = at; i < end; i++)
		words |= is_only_common(token_facts(f, i));
	return words && !match_map(f, at, end, &map);
}

uint32_t parse_listing(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t from = at, end = scene->end;
	bool numbered = at + 3 < scene->end && token_at(f, at)->kind == TOKEN_NUMBER &&
			is_mark(f, at + 1, '.') && token_is_apart(f, at + 2);
	bool dated;

	from += numbered ? 2 : 0;
	dated = end > from + 3 && is_mark(f, end - 1, ')') && is_year_in_brackets(f, end - 3);
	if (!dated && !numbered)
		return at;
	end -= dated ? 3 : 0;
	if (!is_title_text(f, from, end) || !is_about_shows(f) ||
	    (!dated && (!headline_lists_works(f) || !is_of_words(f, from, end))))
		return at;
	return take_title_amid(f, scene, from, end);
}

uint32_t parse_dashed_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	if (scene->person_end != at || at + 2 >= scene->end || !token_is_apart(f, at) ||
	    !token_is_apart(f, at + 1) || !is_title_text(f, at + 1, scene->end) ||
	    !is_of_words(f, at + 1, scene->end) || !is_about_shows(f))
		return at + 1;
	return take_title_amid(f, scene, at + 1, scene->end);
}
