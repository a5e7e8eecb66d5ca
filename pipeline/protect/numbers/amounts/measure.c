/* What is counted or measured, behind a number: a row of lists/measures.tsv, degrees, percent. */
#include "pipeline/protect/numbers/amounts/measure.h"

#include "base/letter.h"
#include "lists.h"

bool sulih_measure_is(const struct measure *measure, const char *class)
{
	return measure->end != 0 && sulih_view_is(measure->class, class);
}

/* 5 m is metres and 5 M is none; KM and KG in a headline are what they are. */
static bool case_fits(const struct figures *f, size_t i, const struct measure *m)
{
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, i));

	if (sulih_measure_is(m, "compass"))
		return sulih_figures_is_capitals(f, i);
	if (sulih_measure_is(m, "symbol") && m->end == i + 1 && text.length == 1)
		return sulih_view_equal(text, m->one);
	/* 25 th are years, 5th is English */
	if (!m->gap && sulih_view_is(text, "th"))
		return false;
	/* 4 nm are nanometres, 138 Nm newton metres */
	if (sulih_measure_is(m, "symbol") && sulih_view_is(m->one, "Nm"))
		return sulih_view_equal(text, m->one);
	/* Fortuner 2.8 GR-S: the trim of a car, no grams */
	if (sulih_figures_is_tight(f, i + 1, '-') && sulih_figures_is_capitals(f, i) &&
	    sulih_figures_is_capitals(f, i + 2))
		return false;
	/* 3 HP are phones, 2 PK requests for review */
	if (sulih_measure_is(m, "symbol") && sulih_view_is(m->one, "hp"))
		return sulih_byte_is_lower(text.data[0]);
	return true;
}

/* 30°C, 8,55° LS */
static void read_degree(const struct figures *f, size_t i, struct measure *m)
{
	static const char *const signs[] = { "C", "F", "K", "LS", "LU", "BT", "BB" };
	static const char *const english[] = { "°C", "°F", "°K", "° S", "° N", "° E", "° W" };
	const struct token *t = sulih_figures_token(f, i + 1);

	for (size_t s = 0; s < SULIH_COUNT(signs); s++)
		if (t->kind == TOKEN_WORD && sulih_view_is(sulih_figures_text(f, t), signs[s])) {
			m->class = s < 3 ? SULIH_VIEW("symbol") : SULIH_VIEW("compass");
			m->one = m->many = sulih_view_of(english[s]);
			m->end = i + 2;
		}
}

/* 25,5oC: the raised sign became a letter on its way. */
static bool read_fallen_degree(const struct figures *f, size_t i, struct measure *m)
{
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, i));

	if (!sulih_view_is(text, "oC") && !sulih_view_is(text, "oF"))
		return false;
	m->class = SULIH_VIEW("symbol");
	m->one = m->many = text.data[1] == 'C' ? SULIH_VIEW("°C") : SULIH_VIEW("°F");
	m->end = i + 1;
	return true;
}

struct measure sulih_measure_read(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	struct measure m = { .gap = t->gap };
	struct sulih_row row;

	if (t->kind == TOKEN_MARK && t->mark == '%') {
		m.class = SULIH_VIEW("%");
		m.end = i + 1;
	} else if (t->kind == TOKEN_MARK && (t->mark == 0xB0 || t->mark == 0xBA)) {
		read_degree(f, i, &m);
	} else if (t->kind == TOKEN_WORD && !read_fallen_degree(f, i, &m)) {
		row = sulih_figures_phrase(f, &sulih_list_measures, i, &m.end);
		if (!row.listed)
			return (struct measure){ 0 };
		m.class = sulih_row_column(&row, 1);
		m.one = sulih_row_column(&row, 2);
		m.many = sulih_row_column(&row, 3);
		m.prefix = sulih_row_column(&row, 4);
		if (!case_fits(f, i, &m))
			return (struct measure){ 0 };
	}
	return m;
}
