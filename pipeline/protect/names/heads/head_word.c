/* A head word in the text, and what may stand directly behind it. */
#include "pipeline/protect/names/heads/heads.h"

#include "lists.h"

uint32_t behind_doctor(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t next = at + 1;

	if (token_length(f, at) > 3 || !token_is_cue(f, at, "doctor"))
		return at;
	if (next < limit && is_mark(f, next, '.'))
		next++;
	return next < limit && token_is_capital(f, next) ? next : at;
}

uint32_t skip_doctor(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at < end && token_at(f, at)->shape == SHAPE_LOWER ? behind_doctor(f, at, end) : at;
}

/* di Istana Senin (20/10), di Balai Kota Jumat pagi: a day with its date or its part; but Pasar
 * Minggu is one. */
static bool is_day_with_date(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at + 1;

	if (!(token_facts(f, at) & FACT_CALENDAR) || next >= end ||
	    sulih_view_is(token_lower(f, at - 1), "pasar"))
		return false;
	if (is_mark(f, next, '(') || is_mark(f, next, ','))
		next++;
	return next < end &&
	       (token_at(f, next)->kind == TOKEN_NUMBER || token_is_cue(f, next, "day"));
}

/* Aula Lt. 3, Aula Lantai 5: the floor of a house, no name of it. */
static bool is_floor(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at + 1;

	if (!sulih_view_is(token_lower(f, at), "lt") &&
	    !sulih_view_is(token_lower(f, at), "lantai"))
		return false;
	next += next < end && is_mark(f, next, '.') ? 1 : 0;
	return next < end && token_at(f, next)->kind == TOKEN_NUMBER;
}

bool follows_head(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at >= end || !token_is_apart(f, at) || is_floor(f, at, end) ||
	    is_house_class(f, at, end))
		return false;
	if (token_at(f, at)->kind == TOKEN_NUMBER)
		return token_facts(f, at - 1) & FACT_NUMBERED &&
		       ((at + 1 < end && token_is_capital(f, at + 1)) ||
			(token_length(f, at) <= 2 && !number_counts(f, at, end)));
	if (skip_doctor(f, at, end) != at)
		return true;
	if (!token_is_capital(f, at)) /* Selat al-Mandab */
		return at + 2 < end && token_facts(f, at) & FACT_ARTICLE &&
		       is_mark(f, at + 1, '-') && token_is_capital(f, at + 2);
	if (is_free_case(f, at))
		return token_may_name(f, at, true);
	return !(token_facts(f, at) & FACT_CALENDAR) ||
	       (token_at(f, at - 1)->shape != SHAPE_LOWER && !is_day_with_date(f, at, end));
}

/* Kepolisian Resor (Polres) Bogor: the name goes on behind the short form of its head. */
uint32_t behind_short_form(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t close = skip_short_form(f, at, end);

	if (close != at && is_ri(f, close + 1))
		return at;
	return close != at && (token_is_capital(f, close + 1) ||
			       token_at(f, close + 1)->kind == TOKEN_NUMBER)
		       ? close + 1
		       : at;
}

/* A word in small letters with which no name begins, as "al-Mandab" does. */
static bool is_small_unnamed(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at < end && token_at(f, at)->kind == TOKEN_WORD &&
	       token_at(f, at)->shape == SHAPE_LOWER && !follows_head(f, at, end);
}

/* Kantor Imigrasi Kelas I Khusus TPI | Batam, KSOP Kelas IV | Marisa: of the class of an office
 * English says nothing. */
uint32_t behind_class(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at + 2;

	if (at + 2 >= end || !token_is_capital(f, at) || !is_house_class(f, at, end))
		return at;
	while (next < end && token_is_capital(f, next) && token_is_cue(f, next, "office-class"))
		next++;
	return next < end && token_is_capital(f, next) && token_is_apart(f, next) ? next : at;
}

void head_says(struct head_parse *head, const struct sulih_row *row)
{
	head->kind = listed_kind(sulih_row_column(row, 1));
	head->pattern = sulih_row_column(row, 2);
	head->class = sulih_row_column(row, 3);
	head->words = sulih_row_column(row, 5);
	head->words_for = sulih_row_column(row, 6);
}

bool read_head_word(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    struct head_parse *head, struct sulih_row *row)
{
	uint32_t count = match_head(f, at, scene->end, row);

	if (count == 0)
		return false;
	head->at = at;
	head->rest = at + count;
	/* The stop of "Jl." */
	if (head->rest < scene->end && is_mark(f, head->rest, '.') &&
	    !token_is_apart(f, head->rest))
		head->rest++;
	/* Masjid Jami' Al-Munawwar */
	if (head->rest + 1 < scene->end && !token_is_apart(f, head->rest) &&
	    (is_mark(f, head->rest, '\'') || is_mark(f, head->rest, 0x2019)) &&
	    token_is_apart(f, head->rest + 1))
		head->rest++;
	head->capital = token_is_capital(f, at);
	if (head->capital)
		head->rest =
			behind_class(f, behind_short_form(f, head->rest, scene->end), scene->end);
	head_says(head, row);
	return true;
}

bool is_small_noun(struct name_finder *f, const struct name_scene *scene,
		   const struct head_parse *head, struct sulih_view small)
{
	/* bank swasta, jalan raya: nearly all small head words have no name behind them */
	if (is_small_unnamed(f, head->rest, scene->end) && !sulih_view_is(head->class, "field"))
		return true;
	/* jalan Padang-Bukittinggi: the road between two places, no street */
	if (sulih_view_is(token_lower(f, head->at), "jalan") &&
	    joins_places(f, head->rest, scene->end))
		return true;
	if (small.length == 0 || is_compound(f, scene, head->at, head->rest))
		return true;
	/* "kuota harian BBM": a daily quota, no daily. */
	return head->rest < scene->end && token_facts(f, head->rest) & FACT_TERM;
}
