/* Makes and models: the numbers that belong to a name, and the kind that they tell. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"
#include "pipeline/protect/names/listed/match.h"

/* BYD, Honda: the name of a model may stand between the make and its number. */
bool is_make(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row;

	if (!(token_facts(f, at) & FACT_NUMBERED))
		return false;
	row = TOKEN_ROW(f, at, numbered);
	return sulih_view_is(sulih_row_column(&row, 1), "make");
}

bool is_year_text(struct sulih_view text)
{
	return text.length == 4 && (sulih_view_starts(text, SULIH_VIEW("19")) ||
				    sulih_view_starts(text, SULIH_VIEW("20")));
}

/* A number that belongs to the name that begins at `start`: Boeing 737, SMAN 2 Kota Ternate,
 * BYD Atto 1; but "Toyota 2024". */
bool takes_number(const struct name_finder *f, uint32_t start, uint32_t at, uint32_t end)
{
	const struct name_token *number = token_at(f, at);
	bool make = is_make(f, start);

	if (!token_is_apart(f, at) || number->end - number->start > 4 ||
	    !(token_facts(f, at - 1) & FACT_NUMBERED || make))
		return false;
	if (make && (is_year_text(token_text(f, number)) || number_counts(f, at, end)))
		return false;
	/* "Liga 1,5"? A figure with a separator is an amount. */
	return at + 1 >= end || !is_mark(f, at + 1, '%');
}

/* Sukhoi Su-30, Galaxy S25, BYD Atto 1: a word that takes a number, and a sign with a figure;
 * of a make the model alone is enough. */
enum sulih_span_kind kind_by_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		struct sulih_row row;
		bool make, signed_ = false;

		if (!(token_facts(f, i) & FACT_NUMBERED))
			continue;
		row = TOKEN_ROW(f, i, numbered);
		make = sulih_view_is(sulih_row_column(&row, 1), "make");
		for (uint32_t k = i + 1; k < end && !signed_; k++)
			signed_ = sulih_has_digit(token_text(f, token_at(f, k)));
		if (make && (signed_ || i + 1 < end))
			return SULIH_KIND_PRODUCT;
		if (signed_)
			return listed_kind(sulih_row_column(&row, 1));
	}
	return SULIH_KIND_NAME;
}
