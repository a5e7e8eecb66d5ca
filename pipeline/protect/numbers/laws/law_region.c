/* The region whose law it is: Perda Kota Bandung No. 5 Tahun 2020, Pergub DKI Jakarta. */
#include "lists.h"
#include "pipeline/protect/numbers/laws/law.h"

/* Kota, Kabupaten, Provinsi: what English puts behind the name. */
static const char *region_word(const struct figures *f, size_t i)
{
	if (sulih_figures_is_cue(f, i, "city"))
		return " City ";
	if (sulih_figures_is_cue(f, i, "regency"))
		return " Regency ";
	return sulih_figures_is_cue(f, i, "province") ? " Province " : NULL;
}

/* The longest name at `i` that the list has: the index behind, or `i`. */
static size_t longest(const struct figures *f, const struct sulih_table *table, size_t i,
		      struct sulih_view *english)
{
	enum { REGION_WORDS_MAX = 4 };
	size_t end = i;

	for (size_t at = i; at < i + REGION_WORDS_MAX; at++) {
		const struct token *t = sulih_figures_token(f, at);
		struct sulih_row row;

		if (t->kind != TOKEN_WORD || (at > i && !t->gap))
			break;
		row = sulih_table_find(
			table, sulih_view_slice(f->text, sulih_figures_token(f, i)->start, t->end));
		if (row.listed && sulih_view_is(sulih_row_column(&row, 1), "place")) {
			*english = sulih_row_column(&row, 2);
			end = at + 1;
		}
		if (!row.longer)
			break;
	}
	return end;
}

/* The same in all that have regions of Indonesia. */
static size_t listed_region(const struct figures *f, size_t i, struct sulih_view *english)
{
	static const struct sulih_table *const tables[] = { &sulih_list_provinces,
							    &sulih_list_regencies };
	size_t best = i;

	for (size_t n = 0; n < SULIH_COUNT(tables); n++) {
		struct sulih_view one;
		size_t end = longest(f, tables[n], i, &one);

		if (end > best) {
			best = end;
			*english = one;
		}
	}
	return best;
}

size_t sulih_law_region(struct figures *f, size_t i)
{
	struct sulih_view english;
	const char *word;
	size_t end, place;

	if (!sulih_figures_token(f, i)->capital)
		return i;
	/* Kabupaten Batang stands in the list as a whole */
	if ((end = listed_region(f, i, &english)) > i) {
		sulih_buffer_add(&f->target, english);
		sulih_buffer_putc(&f->target, ' ');
		return end;
	}
	word = region_word(f, i);
	if (word == NULL)
		return i;
	place = sulih_figures_is_tight(f, i + 1, '.') ? i + 2 : i + 1;
	end = listed_region(f, place, &english);
	if (end == place)
		return i;
	sulih_buffer_add(&f->target, english);
	sulih_buffer_puts(&f->target, word);
	return end;
}
