/* Numbers in a name with a head word: Kodim 0701/Banyumas, SMA Taruna 1, Kelurahan 9/10 Ulu. */
#include "pipeline/protect/names/heads/heads.h"

/* Koramil 1710-03/Kuala Kencana: the token of the second half of the number; else `at`. */
static uint32_t second_half(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 2 < end && token_at(f, at)->kind == TOKEN_NUMBER && is_mark(f, at + 1, '-') &&
			       !token_is_apart(f, at + 1) && !token_is_apart(f, at + 2) &&
			       token_at(f, at + 2)->kind == TOKEN_NUMBER
		       ? at + 2
		       : at;
}

/* Kodim 0701/Banyumas, Denpom XII/1 Pontianak: the number of a unit before its place, which
 * English mostly leaves out.  The token behind its stroke, or `at`. */
static uint32_t unit_number_end(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t last = second_half(f, at, end);

	return last + 2 < end && token_is_apart(f, at) &&
			       (token_at(f, at)->kind == TOKEN_NUMBER ||
				token_facts(f, at) & FACT_ROMAN) &&
			       is_mark(f, last + 1, '/') && !token_is_apart(f, last + 1) &&
			       !token_is_apart(f, last + 2) &&
			       (token_is_capital(f, last + 2) ||
				token_at(f, last + 2)->kind == TOKEN_NUMBER)
		       ? last + 2
		       : at;
}

/* Pengadilan Militer III-19 | Jayapura */
static bool has_court_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 3 < end && token_is_apart(f, at) && token_facts(f, at) & FACT_ROMAN &&
	       is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) &&
	       token_at(f, at + 2)->kind == TOKEN_NUMBER && token_is_capital(f, at + 3);
}

uint32_t quarter_end(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t next = at + 1;

	if (at >= end || token_at(f, at)->kind != TOKEN_NUMBER)
		return at;
	if (next + 1 < end && is_mark(f, next, '/') && token_at(f, next + 1)->kind == TOKEN_NUMBER)
		next += 2;
	return next < end && token_is_capital(f, next) &&
			       (sulih_view_is(token_lower(f, next), "ulu") ||
				sulih_view_is(token_lower(f, next), "ilir"))
		       ? next + 1
		       : at;
}

/* Yonif 3 Marinir: the marines number without a stroke. */
static bool is_marines(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && token_at(f, at)->kind == TOKEN_NUMBER && token_is_apart(f, at) &&
	       token_is_apart(f, at + 1) && token_is_capital(f, at + 1) &&
	       (sulih_view_is(token_lower(f, at + 1), "marinir") ||
		sulih_view_is(token_lower(f, at + 1), "mar"));
}

void take_rest_number(struct name_finder *f, const struct name_scene *scene,
		      struct head_parse *head)
{
	uint32_t at = head->end, next;
	/* Rest Area KM 57 */
	bool kilometre = at + 1 < scene->end && sulih_view_is(token_lower(f, at), "km") &&
			 token_is_apart(f, at);

	at += kilometre ? 1 : 0;
	next = at + 1;
	if (at >= scene->end || token_at(f, at)->kind != TOKEN_NUMBER || !token_is_apart(f, at) ||
	    token_length(f, at) > (kilometre ? 3 : 2) ||
	    /* SMP Negeri 5 Kota Pasuruan: a school of the town, no five towns */
	    (number_counts(f, at, scene->end) && !begins_region(f, next, scene->end)) ||
	    (at + 1 < scene->end && token_at(f, at + 1)->kind == TOKEN_MARK &&
	     !token_is_apart(f, at + 1) && !is_mark(f, at + 1, '.') && !is_mark(f, at + 1, ',') &&
	     !is_mark(f, at + 1, ')')))
		return;
	head->end = next;
	head->numbered = true;
	/* Skadron Udara 5 | Lanud Sultan Hasanuddin: where it is */
	if (kilometre || (next < scene->end && sulih_view_is(token_lower(f, next), "lanud")))
		return;
	if (next < scene->end && token_is_apart(f, next) && token_may_name(f, next, false) &&
	    !(token_facts(f, next) & (FACT_TITLE | FACT_FUNCTION)))
		head->end = rest_end(f, scene, head->at, next, run_end(f, next, scene->end), head);
}

void read_number(struct name_finder *f, const struct name_scene *scene, struct head_parse *head)
{
	uint32_t rest = head->rest, behind = unit_number_end(f, rest, scene->end);
	bool unit = sulih_view_is(head->class, "unit");

	/* SMP Negeri 12/3: no unit */
	head->numbered = (unit || takes_place(head->class)) && behind != rest;
	head->end = rest;
	if (unit && is_marines(f, rest, scene->end)) {
		head->numbered = true;
		head->end = rest + 1;
	} else if (head->numbered && unit) {
		head->end = behind;
	} else if (head->numbered) { /* Koramil 0815/16 | Trawas */
		head->end = behind + (token_at(f, behind)->kind == TOKEN_NUMBER ? 1 : 0);
		/* Denpom XII/1 menahan: without its place the number tells which it is */
		if (head->end < scene->end && token_is_capital(f, head->end))
			head->rest = head->end;
	} else if (takes_place(head->class) && has_court_number(f, rest, scene->end)) {
		head->rest = head->end = rest + 3;
	} else if (sulih_view_is(head->pattern, "{} High Military Court") &&
		   rest + 1 < scene->end && token_facts(f, rest) & FACT_ROMAN &&
		   token_at(f, rest)->shape == SHAPE_UPPER && token_is_capital(f, rest + 1)) {
		head->rest = head->end = rest + 1; /* Pengadilan Militer Tinggi I | Medan */
	} else if (sulih_view_is(head->class, "numbered")) {
		take_rest_number(f, scene, head);
	}
}
