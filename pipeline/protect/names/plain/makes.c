/* Makes and models: the numbers, signs, grades and trims that belong to a name, and the kind that
 * they tell. */
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

/* MacBook Air M4, Galaxy Tab S10: a capital and figures; Ryzen 9 9950X, Core Ultra 7 258V: figures
 * and a letter (Pixel 9a, OnePlus 13R); but "Galaxy A56 12GB" has a unit. */
static bool is_model_sign(struct sulih_view text)
{
	/* Core Ultra 9 285K, Ryzen 7 9800X3D; but 512GB and 120W are units */
	static const char *const endings[] = { "K", "KF", "KS", "X3D", "XT", "HX", "HS", "XTX" };
	size_t at = 1;

	while (text.length > 3 && at < text.length && sulih_byte_is_digit(text.data[at]))
		at++;
	if (at >= 3 && sulih_byte_is_digit(text.data[0]) &&
	    SULIH_VIEW_IS_ONE_OF(sulih_view_slice(text, at, text.length), endings))
		return true;
	at = 1;

	if (text.length < 2 || text.length > 5)
		return false;
	while (at < text.length && sulih_byte_is_digit(text.data[at]))
		at++;
	if (sulih_byte_is_upper(text.data[0]))
		return at == text.length && text.length <= 4;
	return sulih_byte_is_digit(text.data[0]) && at + 1 == text.length &&
	       strchr("aeisCFHRTUVX", text.data[at]) != NULL;
}

/* Exynos 2500, RTX 5090: up to four figures are the number of a model, and no year. */
static bool is_model_number(const struct name_finder *f, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));

	if (token_at(f, at)->kind != TOKEN_NUMBER || text.length > 4)
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (text.length == 4 && !sulih_byte_is_digit(text.data[i]))
			return false;
	return !is_year_text(text);
}

/* Ryzen AI 9 HX 370: letters of a series before its number. */
static bool begins_series(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 1 < limit && token_at(f, at)->shape == SHAPE_UPPER &&
	       token_length(f, at) <= 3 && token_length(f, at) > 1 && token_is_apart(f, at + 1) &&
	       is_model_number(f, at + 1) && !begins_plate(f, at, limit) &&
	       !(token_facts(f, at) & (FACT_LISTED | FACT_COMMON));
}

/* HR-V e:HEV, Kicks e-Power: the drive of a car; the token behind it, else `at`. */
static uint32_t drive_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 2 < limit && sulih_view_is(token_lower(f, at), "e") &&
			       (is_mark(f, at + 1, ':') || is_mark(f, at + 1, '-')) &&
			       !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2) &&
			       token_is_capital(f, at + 2)
		       ? at + 3
		       : at;
}

/* iOS 17.4.1: a version has two stops or more; 2.500.000 are thousands. */
static bool is_version(struct sulih_view text)
{
	size_t stops = 0, part = 0;
	bool grouped = true;

	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '.') {
			grouped &= stops == 0 || part == 3;
			stops++;
			part = 0;
		} else if (sulih_byte_is_digit(text.data[i])) {
			part++;
		} else {
			return false;
		}
	}
	if (stops == 1) /* Ubuntu 24.04 */
		return text.length == 5 && part == 2 && text.data[3] == '0';
	return stops >= 2 && part > 0 && part <= 3 && !(grouped && part == 3);
}

/* D-Max Rodeo 4x4 M/T */
static bool is_drive_wheels(struct sulih_view text)
{
	return sulih_view_is(text, "4x4") || sulih_view_is(text, "4x2") ||
	       sulih_view_is(text, "4X4") || sulih_view_is(text, "4X2");
}

/* Agya 1.2 G M/T, Sigra 1.2 R A/T DLX: the gearbox of a car; the token behind it, else `at`. */
static uint32_t gearbox_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 2 < limit && token_at(f, at)->shape == SHAPE_UPPER &&
			       (sulih_view_is(token_lower(f, at), "m") ||
				sulih_view_is(token_lower(f, at), "a")) &&
			       is_mark(f, at + 1, '/') && !token_is_apart(f, at + 1) &&
			       !token_is_apart(f, at + 2) &&
			       sulih_view_is(token_lower(f, at + 2), "t")
		       ? at + 3
		       : at;
}

/* Fortuner 2.8 GR-S, Sealion 6 DM-i: the letter of a grade; the token behind it, else `at`. */
static uint32_t grade_letter_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	if (at + 2 >= limit || token_at(f, at)->shape != SHAPE_UPPER || token_length(f, at) > 2 ||
	    !is_mark(f, at + 1, '-') || token_is_apart(f, at + 1) || token_is_apart(f, at + 2) ||
	    token_length(f, at + 2) != 1)
		return at;
	return token_at(f, at + 2)->shape == SHAPE_LOWER || token_is_cue(f, at, "grade") ? at + 3
											 : at;
}

/* Rp170.400.000: its first word has the figure */
static bool begins_price(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->kind == TOKEN_WORD && token_is_apart(f, at) &&
	       sulih_view_starts(token_lower(f, at), SULIH_VIEW("rp"));
}

/* Agya 1.2 E | M/T, Brio S | CVT, Calya G | Rp187.800.000: the letter of a trim stands before
 * another sign of one, a price, or the end of a line; "sopir Brio S ditangkap" is a suspect. */
static bool is_trim(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t next = at + 1;

	if (token_at(f, at)->shape != SHAPE_UPPER || token_length(f, at) != 1 ||
	    begins_plate(f, at, limit))
		return false;
	return next >= limit || begins_price(f, next) || gearbox_end(f, next, limit) != next ||
	       (token_is_apart(f, next) && token_is_capital(f, next) &&
		(token_is_cue(f, next, "grade") || is_trim(f, next, limit)));
}

/* HyperCharge | 120 W: no list of units has the letter, since it begins names too. */
static bool counts_watts(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 1 < limit && token_is_apart(f, at + 1) && token_length(f, at + 1) == 1 &&
	       token_at(f, at + 1)->shape == SHAPE_UPPER &&
	       sulih_view_is(token_lower(f, at + 1), "w");
}

/* Nothing Phone (3a): the sign of a model in brackets; the token behind it, else `at`. A figure
 * alone may be a count or a note's number. */
static uint32_t bracketed_sign_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	return at + 2 < limit && is_mark(f, at, '(') && token_begins_with_digit(f, at + 1) &&
			       !token_is_apart(f, at + 1) && is_mark(f, at + 2, ')') &&
			       is_model_sign(token_text(f, token_at(f, at + 1)))
		       ? at + 3
		       : at;
}

/* HR-V | e:HEV, Ayla | 1.2 R CVT: a drive, and the size of an engine before a trim or a gearbox,
 * stand behind no name but that of a car. */
bool is_car_by_sign(const struct name_finder *f, uint32_t end, uint32_t limit)
{
	uint32_t next = end + 1;

	if (end + 1 >= limit || !token_is_apart(f, end))
		return false;
	if (drive_end(f, end, limit) != end)
		return true;
	if (token_at(f, end)->kind != TOKEN_NUMBER || token_length(f, end) != 3 ||
	    token_text(f, token_at(f, end)).data[1] != '.' || !token_is_apart(f, next))
		return false;
	return gearbox_end(f, next, limit) != next || is_trim(f, next, limit) ||
	       (token_is_capital(f, next) && token_is_cue(f, next, "grade"));
}

/* iPhone 15 Pro Max, Boeing 737 MAX 8, 787-8 Dreamliner: the number and grade of a model behind its
 * name. */
uint32_t model_end(const struct name_finder *f, uint32_t end, uint32_t limit)
{
	/* Shahed-136, A330-900neo */
	if (end + 1 < limit && is_mark(f, end, '-') && !token_is_apart(f, end) &&
	    !token_is_apart(f, end + 1) &&
	    (token_at(f, end + 1)->kind == TOKEN_NUMBER ||
	     (token_at(f, end + 1)->kind == TOKEN_WORD && token_begins_with_digit(f, end + 1))))
		end += 2;
	/* Honda Brio M|/T: its letter was read with the name */
	if (end > f->from + 1 && gearbox_end(f, end - 1, limit) != end - 1)
		end += 2;
	while (end < limit && token_is_apart(f, end)) {
		const struct name_token *token = token_at(f, end);
		uint32_t next = drive_end(f, end, limit);

		if (next == end)
			next = gearbox_end(f, end, limit);
		if (next == end)
			next = grade_letter_end(f, end, limit);
		if (next == end)
			next = bracketed_sign_end(f, end, limit);
		if (next != end) {
			end = next;
			continue;
		}
		if (is_model_number(f, end)) {
			if ((number_counts(f, end, limit) || counts_watts(f, end, limit)) &&
			    grade_letter_end(f, end + 1, limit) == end + 1 &&
			    gearbox_end(f, end + 1, limit) == end + 1)
				break;
		} else if (!is_drive_wheels(token_text(f, token)) &&
			   !is_model_sign(token_text(f, token)) && !begins_series(f, end, limit) &&
			   !is_trim(f, end, limit) &&
			   !(token->kind == TOKEN_NUMBER && is_version(token_text(f, token))) &&
			   !(token_is_capital(f, end) && token_is_cue(f, end, "grade"))) {
			break;
		}
		end++;
	}
	return end;
}
