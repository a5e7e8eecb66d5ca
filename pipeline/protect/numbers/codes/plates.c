/* What cars, boats, flights and aircraft are known by: B 1234 XYZ, KG 94376 TS, GA-123, PK-LQP. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

/* B 1234 SAR, D 4321 EST: no riyals and no time, but "D 12 MEI" is a day in a headline. */
static bool may_end_plate(uint8_t role)
{
	return role == ROLE_NONE || role == ROLE_CURRENCY || role == ROLE_ZONE;
}

/* pelat nomor MA 1, mobil berpelat RI 8: the plate of an office, where plates are spoken of. */
static size_t office_plate(struct figures *f, size_t i)
{
	enum { NEAR = 10 };
	const struct token *digits = sulih_figures_token(f, i + 1);

	if (sulih_figures_length(sulih_figures_token(f, i)) > 4 ||
	    !sulih_figures_is_capitals(f, i) || !sulih_figures_is_digits(f, i + 1) ||
	    sulih_figures_length(digits) > 2 || !digits->gap)
		return 0;
	for (size_t k = i; k > 0 && k + NEAR > i; k--) {
		if (sulih_figures_is_cue(f, k - 1, "plate")) {
			sulih_figures_copy(f, i, i + 2, SULIH_KIND_CODE, "plate");
			sulih_figures_outrank_names(f);
			return i + 2;
		}
	}
	return 0;
}

/* B 1234 XYZ, GA-123, JT 610. */
static size_t plate_or_flight(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	bool dash = sulih_figures_is_tight(f, i + 1, '-');
	size_t number = dash ? i + 2 : i + 1, last;
	struct sulih_row row;
	const struct token *digits = sulih_figures_token(f, number);
	size_t after = number + 1;

	if (t->kind != TOKEN_WORD || sulih_figures_length(t) > 2 ||
	    !sulih_figures_is_capitals(f, i) || !sulih_figures_is_digits(f, number) ||
	    digits->gap == dash || sulih_figures_length(digits) > 4)
		return 0;
	row = sulih_table_find(&sulih_list_code_letters, sulih_figures_text(f, t));
	if (!row.listed)
		return 0;
	last = sulih_figures_is_tight(f, after, '-') == dash && dash ? after + 1 : after;
	if (sulih_figures_is_capitals(f, last) && sulih_figures_token(f, last)->gap != dash &&
	    sulih_figures_length(sulih_figures_token(f, last)) <= 3 &&
	    may_end_plate(sulih_figures_token(f, last)->role) &&
	    sulih_view_is(sulih_row_column(&row, 1), "plate")) {
		sulih_figures_copy(f, i, last + 1, SULIH_KIND_CODE, "plate");
		return last + 1;
	}
	/* GA-402; Mazda CX-60 is a car */
	if (sulih_figures_length(t) < 2 || sulih_figures_length(digits) < (dash ? 3 : 2) ||
	    sulih_figures_length(digits) > 4 || !sulih_view_is(sulih_row_column(&row, 1), "flight"))
		return 0;
	/* RDG BI 20-21 Oktober, rapat BI 20 Oktober: days */
	if (!dash &&
	    (sulih_figures_token(f, after)->role == ROLE_MONTH ||
	     (sulih_figures_is_mark(f, after, '-') && sulih_figures_is_digits(f, after + 1))))
		return 0;
	sulih_figures_copy(f, i, after, SULIH_KIND_CODE, "flight");
	return after;
}

/* KG 94376 TS: the registration of a Vietnamese fishing boat (TS: fisheries). */
static size_t fishing_boat(struct figures *f, size_t i)
{
	const struct token *digits = sulih_figures_token(f, i + 1);
	const struct token *mark = sulih_figures_token(f, i + 2);

	if (!sulih_figures_is_capitals(f, i) ||
	    sulih_figures_length(sulih_figures_token(f, i)) != 2 ||
	    !sulih_figures_is_digits(f, i + 1) || sulih_figures_length(digits) != 5 ||
	    !digits->gap || !mark->gap || !sulih_view_is(sulih_figures_text(f, mark), "TS"))
		return 0;
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_CODE, "registration");
	return i + 3;
}

/* QZ8501, JP1234567890: capitals and at least four digits in one word, or a flight. */
static size_t glued_flight(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct sulih_view text = sulih_figures_text(f, t);
	struct sulih_row row;

	size_t letters = 0;

	if (t->kind != TOKEN_WORD || text.length < 4)
		return 0;
	while (letters < text.length && text.data[letters] >= 'A' && text.data[letters] <= 'Z')
		letters++;
	for (size_t k = letters; k < text.length; k++)
		if (!sulih_byte_is_digit(text.data[k]))
			return 0;
	if (letters == 2 && text.length < 6) {
		row = sulih_table_find(&sulih_list_code_letters, sulih_view_slice(text, 0, 2));
		if (!row.listed)
			return 0;
	} else if (letters == 0 || letters > 4 || text.length < letters + 4) {
		return 0;
	}
	sulih_figures_copy(f, i, i + 1, SULIH_KIND_CODE, "letters and digits");
	return i + 1;
}

/* PK-LQP: the register of Indonesian aircraft. */
static size_t registration(struct figures *f, size_t i)
{
	const struct token *tail = sulih_figures_token(f, i + 2);

	if (!sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i)), "PK") ||
	    !sulih_figures_is_tight(f, i + 1, '-') || tail->gap ||
	    sulih_figures_length(tail) != 3 || !sulih_figures_is_capitals(f, i + 2))
		return 0;
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_CODE, "registration");
	return i + 3;
}

size_t sulih_figure_plate(struct figures *f, size_t i)
{
	static figure_rule *const rules[] = { plate_or_flight, office_plate, glued_flight,
					      registration, fishing_boat };
	size_t end = 0;

	for (size_t rule = 0; rule < SULIH_COUNT(rules) && end == 0; rule++)
		end = rules[rule](f, i);
	return end;
}
