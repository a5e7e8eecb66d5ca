/* What still belongs to a found name behind its last word: legal forms, numerals, versions. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"
#include "pipeline/protect/numbers/amounts/decimal.h"

/* Whether the number at `at` counts or measures what follows: no part of a name before it. */
bool number_counts(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	static const char *const roles[] = {
		"number",      "digit",	      "tens",	   "teens",	   "half",     "scale",
		"scale-about", "short-scale", "one-scale", "letter-scale", "currency", "month",
		"hijri",       "year",	      "age",	   "clock",	   "zone",     "daypart"
	};
	struct sulih_row row;
	uint32_t next = at + 1;

	if (next >= limit)
		return false;
	if (token_at(f, next)->kind == TOKEN_MARK)
		return is_mark(f, next, '%');
	if (token_at(f, next)->kind != TOKEN_WORD)
		return false;
	row = TOKEN_ROW(f, next, figure_words);
	return (row.listed && SULIH_VIEW_IS_ONE_OF(sulih_row_column(&row, 1), roles)) ||
	       TOKEN_ROW(f, next, measures).listed ||
	       sulih_table_has(&sulih_list_counted_nouns, token_lower(f, next));
}

/* U-23, U23: an age group of players at `at`; its tokens, or 0. */
uint32_t match_age_group(struct name_finder *f, uint32_t at, uint32_t limit,
			 struct sulih_view *english)
{
	struct sulih_view text;

	if (at >= limit || !token_is_apart(f, at))
		return 0;
	text = token_text(f, token_at(f, at));
	if (text.length == 3 && text.data[0] == 'U' && sulih_byte_is_digit(text.data[1]) &&
	    sulih_byte_is_digit(text.data[2])) {
		*english = NAME_JOIN(f, SULIH_VIEW("U-"), sulih_view_slice(text, 1, 3));
		return 1;
	}
	if (!sulih_view_is(text, "U") || at + 2 >= limit || !is_mark(f, at + 1, '-') ||
	    token_is_apart(f, at + 1) || token_is_apart(f, at + 2) ||
	    token_at(f, at + 2)->kind != TOKEN_NUMBER)
		return 0;
	*english = tokens_text(f, at, at + 3);
	return 3;
}

/* Piala AFF U-23 → U-23 AFF Cup */
static void take_age_group(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	struct sulih_view age, name = found->target;
	uint32_t count;

	if (found->kind != SULIH_KIND_EVENT)
		return;
	count = match_age_group(f, found->end, limit, &age);
	if (count == 0)
		return;
	if (found->ruling == SULIH_COPY) {
		found->end += count;
		return;
	}
	found->target = NAME_JOIN(f, age, SULIH_VIEW(" "), name);
	found->end += count;
}

/* SEA Games ke-33 → 33rd SEA Games: English counts before the name. */
static bool take_ordinal(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;
	struct sulih_view digits, name = found->target;

	if (found->kind != SULIH_KIND_EVENT || at + 2 >= limit || !token_is_apart(f, at) ||
	    !sulih_view_is(token_lower(f, at), "ke") || !is_mark(f, at + 1, '-') ||
	    token_is_apart(f, at + 1) || token_is_apart(f, at + 2) ||
	    token_at(f, at + 2)->kind != TOKEN_NUMBER)
		return false;
	digits = token_text(f, token_at(f, at + 2));
	if (digits.length > 4 || memchr(digits.data, '.', digits.length) ||
	    memchr(digits.data, ',', digits.length))
		return false;
	if (found->ruling == SULIH_COPY)
		name = tokens_text(f, found->at, found->end);
	found->target = NAME_JOIN(f, digits, sulih_view_of(sulih_ordinal_ending(digits)),
				  SULIH_VIEW(" "), name);
	found->ruling = SULIH_MAP;
	found->end = at + 3;
	return true;
}

/* PT Pertamina (Persero) Tbk */
static bool take_legal_form(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t end = found->end;

	/* Bank Pembangunan Daerah Jawa Timur Tbk */
	if (found->kind == SULIH_KIND_ORGANIZATION && end < limit && token_is_apart(f, end) &&
	    token_is_capital(f, end) && sulih_view_is(token_lower(f, end), "tbk")) {
		found->end = end + 1;
		return false;
	}
	if (found->kind != SULIH_KIND_ORGANIZATION || end + 2 >= limit || !is_mark(f, end, '(') ||
	    !is_mark(f, end + 2, ')') || token_at(f, end + 1)->kind != TOKEN_WORD)
		return false;
	if (!sulih_view_is(token_lower(f, end + 1), "persero") &&
	    !sulih_view_is(token_lower(f, end + 1), "perseroan") &&
	    !(end + 3 < limit && sulih_view_is(token_lower(f, end + 3), "tbk")))
		return false;
	found->end = end + 3;
	if (found->end < limit && sulih_view_is(token_lower(f, found->end), "tbk"))
		found->end++;
	return true;
}

/* Kejaksaan Agung (Kejagung) RI: the country behind the bracket, which English leaves out. */
static void take_country(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	if (found->kind == SULIH_KIND_ORGANIZATION && is_mark(f, found->end - 1, ')'))
		found->end = behind_republic(f, found->end, limit);
}

/* Kabinet Indonesia Bersatu (Jilid) II */
static bool take_numeral(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;

	if (found->ruling != SULIH_MAP)
		return false;
	if (at + 1 < limit && sulih_view_is(token_lower(f, at), "jilid"))
		at++;
	/* DPD Partai Demokrat Bali | I Made Mudharta */
	if (at >= limit || !token_is_apart(f, at) || token_at(f, at)->shape != SHAPE_UPPER ||
	    !(token_facts(f, at) & FACT_ROMAN) ||
	    (at + 1 < limit && token_is_capital(f, at + 1) && token_facts(f, at + 1) & FACT_GIVEN))
		return false;
	found->target =
		NAME_JOIN(f, found->target, SULIH_VIEW(" "), token_text(f, token_at(f, at)));
	found->end = at + 1;
	return true;
}

/* PTPN I, Formula 1: the number of a series whose name the lists have; the sequel of a listed work.
 */
static void take_number(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;

	if (found->ruling != SULIH_COPY || at >= limit || !token_is_apart(f, at) ||
	    !(token_facts(f, at - 1) & FACT_NUMBERED || found->kind == SULIH_KIND_WORK))
		return;
	if ((token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN) ||
	    (token_at(f, at)->kind == TOKEN_NUMBER && token_length(f, at) <= 2 &&
	     !number_counts(f, at, limit)))
		found->end = at + 1;
}

/* iOS 26.1, Bluetooth 5.3: one stop, and no thousands behind it */
static bool is_release(struct sulih_view text)
{
	size_t stop = 0;

	while (stop < text.length && text.data[stop] != '.')
		stop++;
	return stop > 0 && stop <= 2 && text.length > stop + 1 && text.length < stop + 4;
}

/* Rumah Perubahan 2.0, Gerakan Literasi 3.0: a version behind the name of anything but a person or
 * a town. */
static bool take_version(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;
	struct sulih_view text;

	if (at >= limit || token_at(f, at)->kind != TOKEN_NUMBER || !token_is_apart(f, at) ||
	    found->ruling == SULIH_MAP || found->kind == SULIH_KIND_PERSON ||
	    (found->kind == SULIH_KIND_PLACE && found->ruling == SULIH_COPY) ||
	    (at + 1 < limit && is_mark(f, at + 1, '%')))
		return false;
	text = token_text(f, token_at(f, at));
	if ((text.length != 3 || !sulih_view_ends(text, SULIH_VIEW(".0"))) &&
	    !(token_is_cue(f, at - 1, "system") && is_release(text)))
		return false;
	found->end = at + 1;
	return true;
}

/* PM2.5, PM2,5 → PM2.5: a sign that goes on behind its decimal point. */
static bool take_decimal(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;
	struct sulih_view sign = token_text(f, token_at(f, at - 1));

	if (found->ruling != SULIH_COPY || found->end != found->at + 1 || at + 1 >= limit ||
	    token_at(f, at - 1)->shape != SHAPE_UPPER || sign.length < 3 ||
	    !sulih_byte_is_digit(sign.data[sign.length - 1]) ||
	    !(is_mark(f, at, '.') || is_mark(f, at, ',')) || token_is_apart(f, at) ||
	    token_is_apart(f, at + 1) || token_at(f, at + 1)->kind != TOKEN_NUMBER)
		return false;
	if (is_mark(f, at, ',')) {
		found->ruling = SULIH_MAP;
		found->target =
			NAME_JOIN(f, sign, SULIH_VIEW("."), token_text(f, token_at(f, at + 1)));
	}
	found->kind = SULIH_KIND_NAME;
	found->end = at + 2;
	return true;
}

/* Apple Inc. */
static void take_stop(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t end = found->end;
	const struct name_token *last = token_at(f, end - 1);

	if (end + 1 < limit && is_mark(f, end, '.') && !token_is_apart(f, end) &&
	    found->ruling == SULIH_COPY &&
	    ((token_facts(f, end - 1) & FACT_ORG && last->end - last->start <= 4) ||
	     last->flags & TOKEN_DOTTED))
		found->end = end + 1;
}

/* OPEC+, Disney+, Dimensity 9400+ */
static void take_plus(const struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end;

	if (found->ruling == SULIH_COPY && at < limit && is_mark(f, at, '+') &&
	    !token_is_apart(f, at) && found->kind != SULIH_KIND_PERSON &&
	    (token_at(f, at - 1)->kind == TOKEN_WORD || found->kind == SULIH_KIND_PRODUCT) &&
	    (at + 1 == limit || token_is_apart(f, at + 1) ||
	     token_at(f, at + 1)->kind == TOKEN_MARK))
		found->end = at + 1;
}

/* Mostly a comma or a small word follows; of those only "ke-33" and "jilid II" go on a name. */
static bool nothing_follows(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	const struct name_token *next;

	if (at >= limit)
		return true;
	next = token_at(f, at);
	if (next->kind == TOKEN_MARK)
		return next->mark == ',' && (at + 1 == limit || token_is_apart(f, at + 1));
	return next->kind == TOKEN_WORD && next->shape == SHAPE_LOWER &&
	       next->end - next->start != strlen("ke") &&
	       next->end - next->start != strlen("jilid");
}

void name_extend(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	if (found->ruling == SULIH_COPY && found->kind != SULIH_KIND_PRODUCT &&
	    is_car_by_sign(f, found->end, limit))
		found->kind = SULIH_KIND_PRODUCT;
	if (found->kind != SULIH_KIND_PRODUCT && nothing_follows(f, found->end, limit))
		return;
	take_country(f, found, limit);
	take_age_group(f, found, limit);
	if (take_legal_form(f, found, limit)) {
		take_stop(f, found, limit); /* PT Telkom (Persero) Tbk. */
		return;
	}
	if (found->kind == SULIH_KIND_PRODUCT && found->ruling == SULIH_COPY)
		found->end = model_end(f, found->end, limit);
	if (take_decimal(f, found, limit) || take_version(f, found, limit) ||
	    take_ordinal(f, found, limit) || take_numeral(f, found, limit))
		return;
	take_plus(f, found, limit);
	take_number(f, found, limit);
	if (found->kind == SULIH_KIND_WORK && found->ruling == SULIH_COPY)
		found->end = sequel_end(f, found->end, limit);
	take_stop(f, found, limit);
}
