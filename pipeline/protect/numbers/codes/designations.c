/* What the sky and the laboratory call their things: asteroid 2024 YR4, comet C/2023 A3, 3I/ATLAS,
 * vaccine M72/AS01E.  Letters, years and figures are one sign, and copied. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/protect/numbers/figures.h"

/* YR4, FA22, A3: capitals and up to three figures behind the year of a discovery. */
static bool is_sky_sign(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct sulih_view text = sulih_figures_text(f, t);
	size_t letters = 0;

	if (t->kind != TOKEN_WORD || !t->gap || text.length > 5)
		return false;
	while (letters < text.length && text.data[letters] >= 'A' && text.data[letters] <= 'Z')
		letters++;
	for (size_t k = letters; k < text.length; k++)
		if (!sulih_byte_is_digit(text.data[k]))
			return false;
	return letters >= 1 && letters <= 2;
}

static bool sky_is_near(const struct figures *f, size_t i)
{
	enum { NEAR = 12 };

	for (size_t k = i; k > 0 && k + NEAR > i; k--)
		if (sulih_figures_is_cue(f, k - 1, "sky"))
			return true;
	return false;
}

/* asteroid 2024 YR4: only where the sky is spoken of, since "pada 2018 JT610 jatuh" is a flight. */
static size_t asteroid(const struct figures *f, size_t i)
{
	return sulih_figures_is_year(f, i) && is_sky_sign(f, i + 1) && sky_is_near(f, i) ? i + 2
											 : 0;
}

/* GJ 504b, SN 2025abc: small letters behind the number */
static bool is_suffix(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && !t->gap && !t->capital && sulih_figures_length(t) <= 3;
}

/* NGC 1300, HIP 79593, Gliese 504b: the number in a catalogue; HD 189733 and others whose letters
 * mean more than that only where the sky is spoken of.  Asked at the number. */
static size_t catalogued(const struct figures *f, size_t i)
{
	const struct token *t;
	struct sulih_row row;

	if (i == 0 || sulih_figures_token(f, i)->kind != TOKEN_NUMBER ||
	    !sulih_figures_token(f, i)->gap || !sulih_figures_is_digits(f, i))
		return 0;
	t = sulih_figures_token(f, i - 1);
	if (t->kind != TOKEN_WORD || !t->capital)
		return 0;
	row = sulih_table_find(&sulih_list_star_catalogues, sulih_figures_text(f, t));
	return row.listed && (sulih_row_says(&row, "sure") || sky_is_near(f, i))
		       ? i + 1 + is_suffix(f, i + 1)
		       : 0;
}

/* C/2023 A3, P/2010 A2 */
static size_t comet(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && sulih_figures_length(t) == 1 &&
			       strchr("CPDAX", f->text.data[t->start]) != NULL &&
			       sulih_figures_is_tight(f, i + 1, '/') &&
			       !sulih_figures_token(f, i + 2)->gap &&
			       sulih_figures_is_year(f, i + 2) && is_sky_sign(f, i + 3)
		       ? i + 4
		       : 0;
}

/* 3I/ATLAS: a visitor from another star and its finder; M72/AS01E: both parts have figures. */
static size_t parted_sign(const struct figures *f, size_t i)
{
	const struct token *first = sulih_figures_token(f, i);
	const struct token *last = sulih_figures_token(f, i + 2);
	struct sulih_view text = sulih_figures_text(f, first);

	/* 3I */
	if (first->kind == TOKEN_NUMBER && text.length == 1 &&
	    sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i + 1)), "I") &&
	    !sulih_figures_token(f, i + 1)->gap && sulih_figures_is_tight(f, i + 2, '/') &&
	    sulih_figures_token(f, i + 3)->capital && !sulih_figures_token(f, i + 3)->gap)
		return i + 4;
	if (first->kind != TOKEN_WORD || !sulih_figures_is_tight(f, i + 1, '/') ||
	    last->kind != TOKEN_WORD || last->gap || sulih_figures_is_tight(f, i + 3, '/') ||
	    !sulih_has_digit(text))
		return 0;
	return text.length > 2 && sulih_figures_length(last) > 2 &&
			       sulih_byte_is_upper(text.data[0]) && last->capital &&
			       sulih_has_digit(sulih_figures_text(f, last))
		       ? i + 3
		       : 0;
}

size_t sulih_figure_designation(struct figures *f, size_t i)
{
	size_t end = catalogued(f, i), first = end != 0 ? i - 1 : i;

	if (end == 0)
		end = asteroid(f, i);
	if (end == 0)
		end = comet(f, i);
	if (end == 0)
		end = parted_sign(f, i);
	if (end != 0)
		sulih_figures_copy(f, first, end, SULIH_KIND_CODE, "letters and digits");
	return end;
}
