/* Sides and times of a number with separators: 3,5x4,5 cm, 2x1.000 MW. */
#include "base/letter.h"
#include "pipeline/protect/numbers/figures.h"

static char byte_at(const struct figures *f, size_t at)
{
	return at < f->text.length ? f->text.data[at] : '\0';
}

static size_t digits_end(const struct figures *f, size_t at)
{
	while (sulih_byte_is_digit(byte_at(f, at)))
		at++;
	return at;
}

/* Behind the digits at `at` and what they are written with; `marks` counts the commas and the
 * stops before three digits. */
static size_t side_end(const struct figures *f, size_t at, unsigned *marks)
{
	for (at = digits_end(f, at);; at = digits_end(f, at + 1)) {
		bool comma = byte_at(f, at) == ',';

		if (!sulih_byte_is_digit(byte_at(f, at + 1)) ||
		    !(comma || (byte_at(f, at) == '.' && digits_end(f, at + 1) == at + 4)))
			return at;
		++*marks;
	}
}

/* 3,5x4,5 cm, 2x1.000 MW: letters and digits in a row, which are figures all the same. */
size_t sulih_figure_sides(struct figures *f, size_t i)
{
	size_t start = sulih_figures_token(f, i)->start, at = start, last = i;
	unsigned marks = 0, sides = 1;

	for (;;) {
		at = side_end(f, at, &marks);
		if ((byte_at(f, at) | 32) != 'x' || !sulih_byte_is_digit(byte_at(f, at + 1)))
			break;
		sides++;
		at++;
	}
	while (last + 1 < f->tokens.count && sulih_figures_token(f, last)->end < at)
		last++;
	if (sides < 2 || marks == 0 || sulih_figures_token(f, last)->end != at)
		return 0;
	sulih_figures_begin(f);
	for (; start < at; start++) {
		char c = byte_at(f, start);

		sulih_buffer_putc(&f->target, c == ',' ? '.' : c == '.' ? ',' : c);
	}
	sulih_buffer_add(&f->value, sulih_buffer_view(&f->target));
	sulih_figures_convert(f, i, last + 1, SULIH_KIND_MEASURE, "separators");
	return last + 1;
}
