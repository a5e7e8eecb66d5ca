/* Short names of regional agencies, read by their syllables: Dispermasdes, Disperindag ESDM. */
#include "lists.h"
#include "pipeline/protect/names/heads/heads.h"

enum { AGENCY_PARTS = 6, AGENCY_LETTERS = 4 };

/* The fields of an agency, each part with one or more. */
struct agency {
	struct sulih_view parts[AGENCY_PARTS];
	uint32_t count;
};

/* All of `word` as parts, the longest first; false: it is made otherwise. */
static bool split_word(struct sulih_view word, struct agency *agency)
{
	struct sulih_row row;

	if (word.length == 0)
		return true;
	if (agency->count == AGENCY_PARTS)
		return false;
	for (size_t length = word.length; length > 1; length--) {
		row = sulih_table_find(&sulih_list_agency_parts, sulih_view_slice(word, 0, length));
		if (!row.listed)
			continue;
		agency->parts[agency->count++] = sulih_row_column(&row, 1);
		if (split_word(sulih_view_slice(word, length, word.length), agency))
			return true;
		agency->count--;
	}
	return false;
}

/* Community and Village Empowerment; Industry, Trade and Energy */
static struct sulih_view say_fields(struct name_finder *f, const struct agency *agency)
{
	struct sulih_view out = SULIH_VIEW("");

	for (uint32_t i = 0; i < agency->count; i++) {
		struct sulih_view part = agency->parts[i];

		while (part.length > 0) {
			struct sulih_view field = sulih_view_cut(&part, ',');
			bool last = i + 1 == agency->count && part.length == 0;

			out = out.length == 0
				      ? field
				      : NAME_JOIN(f, out, sulih_view_of(last ? " and " : ", "),
						  field);
		}
	}
	return NAME_JOIN(f, out, SULIH_VIEW(" Agency"));
}

/* Disperindag | ESDM, Dinsos | P2KBP3A: further letters of the name; the token behind them. */
static uint32_t read_letters(const struct name_finder *f, uint32_t at, uint32_t end,
			     struct agency *agency)
{
	while (at < end && token_is_apart(f, at) && token_at(f, at)->shape == SHAPE_UPPER &&
	       !(token_at(f, at)->flags & TOKEN_SHOUTED) && split_word(token_lower(f, at), agency))
		at++;
	return at;
}

/* Dis…, Din… */
static bool may_be_agency(const struct name_finder *f, uint32_t at)
{
	const struct sulih_view word = token_lower(f, at);

	return word.length >= 3 + AGENCY_LETTERS - 1 &&
	       (sulih_view_starts(word, SULIH_VIEW("dis")) ||
		sulih_view_starts(word, SULIH_VIEW("din"))) &&
	       token_is_capital(f, at) && !(token_facts(f, at) & (FACT_COMMON | FACT_GIVEN)) &&
	       (token_facts(f, at) & (FACT_MAP | FACT_HEAD)) != FACT_MAP;
}

/* The name of the agency at `at`; `at` when it has no syllables of one. */
static uint32_t take_agency(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .at = at,
				    .kind = SULIH_KIND_ORGANIZATION,
				    .ruling = SULIH_MAP,
				    .why = "institution",
				    .evidence = tokens_text(f, at, at + 1) };
	struct sulih_view word = token_lower(f, at);
	struct agency agency = { .count = 0 };
	struct name_match owner;

	if (!split_word(sulih_view_slice(word, 3, word.length), &agency))
		return at;
	found.end = read_letters(f, at + 1, scene->end, &agency);
	/* Disperindag alone is a head word of the list */
	if (found.end == at + 1 && token_facts(f, at) & FACT_HEAD)
		return at;
	found.target = say_fields(f, &agency);
	if (match_numbered_owner(f, scene, found.end, &owner)) {
		found.end += owner.count;
		found.target = compose_owned(f, owner.target, found.target, true);
	} else if (agency.count < 2 && word.length < 10) {
		return at; /* Disik: too short to be told from a person */
	}
	return name_take(f, scene, found);
}

uint32_t parse_agency(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	/* asked of every word with a capital, and mostly told by its first letter */
	const char first = f->text.data[token_at(f, at)->start];

	return (first == 'D' || first == 'd') && may_be_agency(f, at) ? take_agency(f, scene, at)
								      : at;
}
