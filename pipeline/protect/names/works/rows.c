/* Titles of works one after the other: lagu "A", "B", dan "C"; film Pangku, Jumbo, dan Sore. */
#include "lists.h"
#include "pipeline/protect/names/works/works.h"

bool is_last_joint(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_LOWER &&
	       (token_is_cue(f, at, "and") || token_is_cue(f, at, "until"));
}

/* Behind a title at `at`: the next in a row of titles, its quotation mark or its first word; `at`:
 * none follows. */
static uint32_t next_in_row(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t next = at;

	if (next + 1 < limit && is_mark(f, next, ',') && is_closing_quote(f, next + 1))
		next++;
	if (next < limit && is_closing_quote(f, next) && !token_is_apart(f, next))
		next++;
	if (next < limit && is_mark(f, next, ','))
		next++;
	if (next < limit && is_last_joint(f, next))
		next++;
	return next + 1 < limit && token_is_apart(f, next) ? next : at;
}

bool is_row_of_words(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (end < at + 2)
		return false;
	for (uint32_t i = at; i < end; i++)
		if (token_at(f, i)->kind == TOKEN_WORD && !(token_facts(f, i) & FACT_COMMON))
			return false;
	return true;
}

/* What the words of an item say: such as no name but a title has. */
struct item_words {
	uint32_t count;
	uint32_t common; /* ordinary ones that nobody is called by */
	uint32_t given;
	bool grammar; /* Cinta Setelah Cinta */
	bool body;
};

static struct item_words survey_item(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct item_words words = { 0 };

	for (uint32_t i = at; i < end; i++) {
		uint32_t facts = token_facts(f, i);

		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		words.count++;
		words.common += is_only_common(facts);
		words.given += (facts & FACT_GIVEN) != 0;
		words.grammar |= (facts & FACT_GRAMMAR) != 0;
		words.body |= (facts & FACT_ORG) != 0;
	}
	return words;
}

/* No title without quotation marks begins there, whatever its words: a listed name, a day, an
 * office; with a capital that says nothing. */
static bool is_no_item(struct name_finder *f, uint32_t at, uint32_t limit)
{
	const uint32_t no_title = FACT_CALENDAR | FACT_ROMAN | FACT_GROWN;
	struct name_match map;

	if (token_facts(f, at) & (FACT_TITLE | FACT_HEAD) &&
	    !is_row_of_words(f, at, work_end(f, at, limit)))
		return true;
	return !token_is_capital(f, at) || is_free_case(f, at) ||
	       token_at(f, at)->flags & TOKEN_FIRST || token_facts(f, at) & no_title ||
	       token_is_cue(f, at, "no-title") || match_map(f, at, limit, &map);
}

bool is_title_of_words(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct item_words words;
	uint32_t end;

	if (is_no_item(f, at, limit))
		return false;
	end = work_end(f, at, limit);
	words = survey_item(f, at, end);
	if (words.body || token_is_cue(f, end - 1, "superlative"))
		return false;
	return (words.common > 0 || words.grammar) && words.common + words.given >= words.count - 1;
}

/* X, Y, dan Z: whether a row that goes on at `at` has two items or more and is closed. */
static bool is_closed_row(struct name_finder *f, uint32_t at, uint32_t limit)
{
	enum { MOST = 12 };

	for (uint32_t items = 1; items < MOST && at < limit && token_is_capital(f, at); items++) {
		uint32_t end = work_end(f, at, limit), next = next_in_row(f, end, limit);

		if (next == end)
			return items > 1 && is_last_joint(f, at - 1);
		at = next;
	}
	return false;
}

/* The Fox King, amid a row of titles: no person, and no body. */
static bool is_title_in_row(struct name_finder *f, uint32_t at, uint32_t limit)
{
	struct item_words words;

	if (is_no_item(f, at, limit) ||
	    /* dan The Red Sleeve */
	    (!is_closed_row(f, at, limit) && !sulih_view_is(token_lower(f, at), "the")))
		return false;
	words = survey_item(f, at, work_end(f, at, limit));
	return !words.body && words.given < words.count;
}

/* Of a row of titles: "Dynamite", "Butter", dan "Jump" are all in quotes; without them such words
 * as make no other name. */
static bool goes_on_row(struct name_finder *f, const struct title_row *row, uint32_t at,
			uint32_t limit)
{
	if (row->quoted || is_opening_quote(f, at))
		return row->quoted && is_opening_quote(f, at);
	/* film Suzzanna: Bernapas dalam Kubur dan Suzzanna: Malam Jumat Kliwon */
	if (token_is_capital(f, at) && token_at(f, at)->word == token_at(f, row->first)->word)
		return true;
	if (row->several && token_is_capital(f, at) && !is_only_given(token_facts(f, at)))
		return true;
	return row->kind == SULIH_KIND_WORK &&
	       (is_title_of_words(f, at, limit) || is_title_in_row(f, at, limit));
}

uint32_t parse_row(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct title_row row = scene->row;
	struct name_found found = { .at = next_in_row(f, at, scene->end),
				    .kind = row.kind,
				    .ruling = SULIH_COPY,
				    .why = "work",
				    .evidence = tokens_text(f, row.first, row.end) };
	uint32_t end;

	if (found.at == at || !goes_on_row(f, &row, found.at, scene->end) ||
	    !read_title(f, scene->end, row.called, &found))
		return at;
	end = name_take(f, scene, found);
	scene->row = row;
	scene->row.end = end;
	return end;
}
