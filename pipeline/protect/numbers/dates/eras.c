/* Years and centuries by their era: 1293 Masehi, 300 SM, abad ke-3 sebelum Masehi. */
#include "pipeline/protect/numbers/figures.h"

size_t sulih_figures_era(const struct figures *f, size_t i, bool sure, const char **english)
{
	size_t end = i;

	*english = "BC";
	/* but SM Entertainment */
	if (sulih_figures_is_word(f, i, "SM"))
		return sulih_figures_token(f, i + 1)->capital ? 0 : i + 1;
	/* sebelum Masehi: also with a capital, in a headline */
	if (sulih_figures_is_word(f, i, "sebelum") || sulih_figures_is_word(f, i, "Sebelum"))
		end++;
	if (end == i)
		*english = "AD";
	if (sulih_figures_is_word(f, end, "Masehi"))
		return end + 1;
	/* tahun 79 M; but Rp79 M are billions */
	return sure && end == i && sulih_figures_is_word(f, i, "M") ? i + 1 : 0;
}

/* 1293 Masehi, 300-200 SM; behind "tahun" also 79 M. */
size_t sulih_figure_era(struct figures *f, size_t i)
{
	size_t last = i, end;
	const char *english;

	/* the words and the hyphen that may stand there */
	if (strchr("MSs-", f->text.data[sulih_figures_token(f, i + 1)->start]) == NULL)
		return 0;
	if (sulih_figures_is_tight(f, i + 1, '-') &&
	    sulih_figures_token(f, i + 2)->kind == TOKEN_NUMBER)
		last = i + 2;
	if (sulih_figures_token(f, last + 1)->kind != TOKEN_WORD ||
	    sulih_figures_length(sulih_figures_token(f, last)) > 7)
		return 0;
	end = sulih_figures_era(f, last + 1, i > 0 && sulih_figures_is_role(f, i - 1, ROLE_YEAR),
				&english);
	if (end == 0)
		return 0;
	sulih_figures_begin(f);
	for (size_t k = i; k <= last; k += 2) {
		struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, k));
		struct decimal year;

		if (sulih_decimal_read(text, &year) > NUMBER_GROUPED || year.fraction > 0)
			return 0;
		if (k > i) {
			sulih_buffer_putc(&f->target, '-');
			sulih_buffer_puts(&f->value, "..");
		}
		/* 10.000 SM, but 1293 Masehi */
		if (memchr(text.data, '.', text.length) != NULL)
			sulih_decimal_english(&year, &f->target);
		else
			sulih_buffer_add(&f->target, text);
		sulih_decimal_canonical(&year, &f->value);
	}
	sulih_buffer_printf(&f->target, " %s", english);
	sulih_figures_convert(f, i, end, SULIH_KIND_DATE, "era");
	sulih_figures_outrank_names(f);
	return end;
}
