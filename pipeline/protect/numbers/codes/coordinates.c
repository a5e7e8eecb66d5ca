/* Places on the globe in degrees, minutes and seconds: 3°35′12,5″ LU. */
#include "pipeline/protect/numbers/amounts/decimal.h"
#include "pipeline/protect/numbers/figures.h"

static bool is_degree(const struct token *t)
{
	return t->kind == TOKEN_MARK && !t->gap && (t->mark == 0xB0 || t->mark == 0xBA);
}

static bool is_minute(const struct token *t)
{
	return t->kind == TOKEN_MARK && !t->gap &&
	       (t->mark == 0x2032 || t->mark == '\'' || t->mark == 0x2019);
}

static bool is_second(const struct token *t)
{
	return t->kind == TOKEN_MARK && !t->gap &&
	       (t->mark == 0x2033 || t->mark == '"' || t->mark == 0x201D);
}

/* A number and its sign into the target, its comma as a point; false when it is none. */
static bool put_part(struct figures *f, size_t i, bool (*is_sign)(const struct token *t))
{
	const struct token *t = sulih_figures_token(f, i), *sign = sulih_figures_token(f, i + 1);
	struct decimal value;
	enum number_shape shape;

	if (t->kind != TOKEN_NUMBER || !is_sign(sign))
		return false;
	shape = sulih_decimal_read(sulih_figures_text(f, t), &value);
	if (shape != NUMBER_PLAIN && shape != NUMBER_COMMA && shape != NUMBER_POINT)
		return false;
	if (shape == NUMBER_PLAIN) /* "07′" keeps its zero */
		sulih_buffer_add(&f->target, sulih_figures_text(f, t));
	else
		sulih_decimal_english(&value, &f->target);
	sulih_buffer_add(&f->target, sulih_figures_text(f, sign));
	return true;
}

/* LS, LU, BT, BB, Lintang Selatan …: the index behind it, or `i`. */
static size_t put_compass(struct figures *f, size_t i)
{
	static const struct {
		const char *first, *second, *english;
	} points[] = {
		{ "LS", NULL, "S" },	       { "LU", NULL, "N" },
		{ "BT", NULL, "E" },	       { "BB", NULL, "W" },
		{ "lintang", "selatan", "S" }, { "lintang", "utara", "N" },
		{ "bujur", "timur", "E" },     { "bujur", "barat", "W" },
	};

	for (size_t p = 0; p < SULIH_COUNT(points); p++) {
		const struct token *t = sulih_figures_token(f, i);

		if (t->kind != TOKEN_WORD)
			break;
		if (points[p].second == NULL
			    ? !sulih_view_is(sulih_figures_text(f, t), points[p].first)
			    : !sulih_figures_says(f, i, points[p].first) ||
				      !sulih_figures_says(f, i + 1, points[p].second))
			continue;
		sulih_buffer_printf(&f->target, "%s%s", t->gap ? " " : "", points[p].english);
		return i + (points[p].second == NULL ? 1 : 2);
	}
	return i;
}

size_t sulih_figure_coordinate(struct figures *f, size_t i)
{
	size_t end = i + 2;

	if (!is_degree(sulih_figures_token(f, i + 1)))
		return 0;
	sulih_figures_begin(f);
	/* degrees alone are a temperature, an angle, or have their own rule */
	if (!put_part(f, i, is_degree) || !put_part(f, end, is_minute))
		return 0;
	end += 2;
	if (put_part(f, end, is_second))
		end += 2;
	end = put_compass(f, end);
	sulih_figures_convert(f, i, end, SULIH_KIND_MEASURE, "coordinate");
	sulih_figures_outrank_names(f);
	return end;
}
