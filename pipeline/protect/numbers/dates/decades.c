/* Decades: 1970-an, tahun 70-an, tahun 70, 80, dan 90-an. */
#include "pipeline/protect/numbers/amounts/quantity.h"

/* N-an with N a decade; the index behind it, or 0. */
static size_t read_tens(const struct figures *f, size_t i, long *number)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t end = sulih_figures_about(f, i + 1);
	struct decimal value;

	if (t->kind != TOKEN_NUMBER || end == 0 ||
	    sulih_decimal_read(sulih_figures_text(f, t), &value) != NUMBER_PLAIN)
		return 0;
	*number = sulih_decimal_small(&value);
	if (*number < 0 || *number % 10 != 0 || sulih_figures_is_role(f, end, ROLE_SCALE))
		return 0;
	return end;
}

/* tahun '90-an */
static size_t skip_apostrophe(const struct figures *f, size_t i)
{
	return sulih_figures_is_apostrophe(f, i) && !sulih_figures_token(f, i + 1)->gap ? i + 1 : i;
}

/* '80-an: no age and no count is written so. */
static bool has_apostrophe(const struct figures *f, size_t i)
{
	return i > f->first_free && sulih_figures_is_apostrophe(f, i - 1) &&
	       sulih_figures_token(f, i - 1)->gap && !sulih_figures_token(f, i)->gap;
}

/* 1980-1990-an: the ending serves both. */
static size_t two_decades(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct decimal value;
	long first, second;
	size_t end;

	if (t->kind != TOKEN_NUMBER || !sulih_figures_is_tight(f, i + 1, '-') ||
	    sulih_figures_token(f, i + 2)->gap || (end = read_tens(f, i + 2, &second)) == 0 ||
	    sulih_decimal_read(sulih_figures_text(f, t), &value) != NUMBER_PLAIN)
		return 0;
	first = sulih_decimal_small(&value);
	if (first < 1000 || first >= second || second >= 2200 || first % 10 != 0)
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%lds-%lds", first, second);
	sulih_buffer_printf(&f->value, "%ld/%ld", first, second);
	sulih_figures_convert(f, i, end, SULIH_KIND_DATE, "decade");
	return end;
}

/* A decade of two digits: those of 20 to 90 are the last century's. */
static long full_decade(long number)
{
	return number + (number < 20 ? 2000 : 1900);
}

static void add_decade(struct figures *f, size_t first, size_t end, long decade)
{
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%lds", decade);
	sulih_buffer_printf(&f->value, "%ld", decade);
	sulih_figures_convert(f, first, end, SULIH_KIND_DATE, "decade");
}

/* The next of several decades behind the number at `i`: "70, 80, dan 90-an", "70-80-an". */
static size_t next_decade(const struct figures *f, size_t i)
{
	size_t at = i + 1;

	if ((sulih_figures_is_tight(f, at, '-') || sulih_figures_is_tight(f, at, '/')) &&
	    !sulih_figures_token(f, at + 1)->gap)
		return at + 1;
	if (sulih_figures_is_tight(f, at, ','))
		at++;
	if (sulih_figures_is_role(f, at, ROLE_JOINER))
		at++;
	return at > i + 1 ? at : 0;
}

/* "tahun 70, 80, dan 90-an": behind "tahun" or "era" at `i` the ending serves them all. */
static size_t several_decades(struct figures *f, size_t i, size_t at)
{
	enum { MOST = 5 };
	size_t starts[MOST], count = 0, end = 0, first;
	struct decimal value;
	long numbers[MOST];

	for (; count < MOST && end == 0; at = next_decade(f, at)) {
		const struct token *t = sulih_figures_token(f, at);

		if (at == 0 || t->kind != TOKEN_NUMBER || sulih_figures_length(t) != 2 ||
		    sulih_decimal_read(sulih_figures_text(f, t), &value) != NUMBER_PLAIN ||
		    (numbers[count] = sulih_decimal_small(&value)) % 10 != 0)
			return 0;
		end = read_tens(f, at, &numbers[count]);
		starts[count++] = at;
	}
	if (end == 0)
		return 0;
	for (size_t k = 0; k < count; k++) {
		first = k == 0 && sulih_figures_is_role(f, i, ROLE_YEAR) ? i : starts[k];
		add_decade(f, first, k + 1 == count ? end : starts[k] + 1, full_decade(numbers[k]));
	}
	return end;
}

/* "tahun 70-an dan 80-an": a decade stood right before. */
static bool follows_decade(const struct figures *f, size_t i)
{
	const struct sulih_candidate *last =
		f->candidates->list.count > 0 ? SULIH_VECTOR_LAST(&f->candidates->list) : NULL;

	return last != NULL && f->first_free > 0 && i > f->first_free && i <= f->first_free + 2 &&
	       (sulih_figures_is_role(f, i - 1, ROLE_JOINER) ||
		sulih_figures_is_mark(f, i - 1, '-') || sulih_figures_is_mark(f, i - 1, ',')) &&
	       strcmp(last->is.why, "decade") == 0;
}

size_t sulih_figure_decade(struct figures *f, size_t i)
{
	enum role lead = sulih_figures_token(f, i)->role;
	size_t first = i, at = skip_apostrophe(f, lead == ROLE_NONE ? i : i + 1);
	const struct token *t = sulih_figures_token(f, at);
	size_t end;
	long number;

	/* "era tahun 1970-an", "usia 50 tahunan" */
	if (lead == ROLE_ERA && t->role == ROLE_YEAR)
		return 0;
	end = read_tens(f, at, &number);
	if (end == 0 && (lead == ROLE_YEAR || lead == ROLE_ERA))
		return several_decades(f, i, at);
	if (end == 0)
		return two_decades(f, i);
	/* usia 50-an: a person's fifties, which every engine knows */
	if (lead == ROLE_AGE)
		return end;
	if (lead == ROLE_NONE && has_apostrophe(f, i))
		first = i - 1;
	if (number < 1000 && t->end - t->start == 2 &&
	    (lead == ROLE_YEAR || lead == ROLE_ERA || first < i || follows_decade(f, i)))
		number = full_decade(number);
	if (number < 1000 || number >= 2200)
		return 0;
	/* "akhir 80-an" are years; "pertengahan 40-an" or after "usia" it may be an age */
	if (lead == ROLE_ERA && sulih_figures_token(f, i)->value == 1 &&
	    (number < 1950 || (i > 0 && sulih_figures_is_role(f, i - 1, ROLE_AGE))))
		return 0;
	/* "era 1990-an" keeps its word; "tahun" is in the English plural already */
	if (lead == ROLE_ERA)
		first = i + 1;
	add_decade(f, first, end, number);
	return end;
}
