/* A number with its scale, unit, percent sign or currency; also ranges of them. */
#include "pipeline/protect/numbers/amounts/amount.h"

static void write_numbers(struct figures *f, const struct amount *a)
{
	if (a->high.end == 0) {
		sulih_quantity_write(&a->low, false, &f->target);
		sulih_quantity_value(&a->low, &f->value);
		return;
	}
	if (a->low.spelled && a->low.scale == 0 && a->measure.prefix.length == 0)
		sulih_quantity_spell(&a->low, &f->target);
	else
		sulih_quantity_write(&a->low, a->low.scale == a->high.scale, &f->target);
	sulih_buffer_add(&f->target, a->dash);
	if (a->tail)
		sulih_buffer_add(&f->target,
				 sulih_figures_text(f, sulih_figures_token(f, a->high.first)));
	else
		sulih_quantity_write(&a->high, false, &f->target);
	sulih_quantity_value(&a->low, &f->value);
	sulih_buffer_puts(&f->value, "..");
	sulih_quantity_value(&a->high, &f->value);
}

static bool is_one(const struct amount *a)
{
	return a->high.end == 0 && a->low.scale == 0 && a->low.amount.fraction == 0 &&
	       sulih_decimal_small(&a->low.amount) == 1;
}

/* Units that read the same in English (5 kg) or that any engine knows (5 meter) stay
 * outside, so that it can write "a 5-metre wall"; a mask must hold what is tied to it. */
static bool takes_measure(const struct figures *f, const struct amount *a)
{
	const struct measure *m = &a->measure;
	struct sulih_view source;

	if (m->end == 0 || sulih_measure_is(m, "count"))
		return false;
	if (!m->gap || sulih_measure_is(m, "inside"))
		return true;
	if (sulih_measure_is(m, "unit"))
		return false;
	if (!sulih_measure_is(m, "symbol"))
		return true;
	source = sulih_view_slice(f->text, sulih_figures_token(f, a->end)->start,
				  sulih_figures_token(f, m->end - 1)->end);
	return !sulih_view_equal(source, m->many);
}

/* What stands behind the number in English; false when it stays outside. */
static bool write_measure(struct figures *f, const struct amount *a)
{
	const struct measure *m = &a->measure;

	if (!takes_measure(f, a))
		return false;
	if (sulih_measure_is(m, "%")) {
		sulih_buffer_putc(&f->target, '%');
		return true;
	}
	if (m->prefix.length > 0)
		return true;
	/* 4,5GB stays tied, "5,2persen" lost a blank */
	if (m->gap || (!sulih_measure_is(m, "symbol") && !sulih_measure_is(m, "compass")))
		sulih_buffer_putc(&f->target, ' ');
	sulih_buffer_add(&f->target, is_one(a) ? m->one : m->many);
	return true;
}

static enum sulih_span_kind kind_of(const struct amount *a, bool measured)
{
	const struct measure *m = &a->measure;

	if (measured && (sulih_measure_is(m, "%") || sulih_measure_is(m, "percent")))
		return SULIH_KIND_PERCENT;
	if (measured && sulih_measure_is(m, "money"))
		return SULIH_KIND_MONEY;
	if (measured)
		return SULIH_KIND_MEASURE;
	return a->high.end != 0 ? SULIH_KIND_RANGE : SULIH_KIND_NUMBER;
}

static bool is_plain(const struct quantity *q)
{
	return q->shape == NUMBER_PLAIN && !q->scaled && !q->about && !q->minus;
}

/* Figures that mean the same unmasked: years, small counts, 10%, Windows 8.1. */
static bool may_stay(const struct figures *f, const struct amount *a, bool measured, bool same)
{
	bool plain = is_plain(&a->low) && (a->high.end == 0 || is_plain(&a->high));

	/* 00123 is a code; English would write 123 */
	if (plain && measured)
		return same;
	if (plain)
		return sulih_figures_length(sulih_figures_token(f, a->low.end - 1)) < 5;
	return false;
}

static bool is_same(const struct figures *f, size_t first, size_t end)
{
	struct sulih_view source = sulih_view_slice(f->text, sulih_figures_token(f, first)->start,
						    sulih_figures_token(f, end - 1)->end);

	return sulih_view_equal(source, sulih_buffer_view(&f->target));
}

/* Long plain numbers are identity numbers, accounts, barcodes. */
static size_t copy_long(struct figures *f, const struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, q->first);
	bool code = t->end - t->start >= 9 || f->text.data[t->start] == '0';

	if (t->end - t->start < 5)
		return 0;
	sulih_figures_copy(f, q->first, q->first + 1, code ? SULIH_KIND_CODE : SULIH_KIND_NUMBER,
			   code ? "digits" : "number");
	return q->first + 1;
}

/* A sure English figure decides the doubtful ones behind it in the document. */
static void settle(struct figures *f, struct quantity *q, const struct measure *measure)
{
	/* "1,127 pelanggaran, dibandingkan dengan 2,706": the second counts the same things */
	bool same = f->english_here && !q->noun_follows && measure->end == 0;

	sulih_quantity_settle(q, measure, false);
	if (q->shape == NUMBER_ENGLISH) {
		f->english_here = true;
		f->english_commas = f->english_commas || !q->ambiguous;
	} else if (q->ambiguous && q->shape == NUMBER_COMMA && (f->english_commas || same)) {
		q->amount.fraction = 0;
		q->shape = NUMBER_ENGLISH;
	}
}

/* "1.000lowongan": a grouped number was never written into a word. */
static bool lost_blank(const struct quantity *q, const struct token *word)
{
	return q->shape == NUMBER_GROUPED && !word->capital && word->end - word->start > 3;
}

static bool is_point(const struct quantity *q)
{
	return q->shape == NUMBER_POINT && !q->scaled && !q->about && !q->minus;
}

static bool has_capital(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] >= 'A' && word.data[i] <= 'Z')
			return true;
	return false;
}

/* 17.4, 8.1, 14.30: written with a point and nothing behind it; after "versi" a version,
 * after a name (iOS 17.4) perhaps its part, and then the name has it. */
static void copy_point(struct figures *f, const struct quantity *q)
{
	const struct token *before = sulih_figures_token(f, q->first > 0 ? q->first - 1 : SIZE_MAX);
	bool version = q->first > 0 && sulih_figures_is_cue(f, q->first - 1, "version");
	size_t count = f->candidates->list.count;

	sulih_figures_copy(f, q->first, q->end, version ? SULIH_KIND_CODE : SULIH_KIND_NUMBER,
			   version ? "version" : "number");
	if (f->candidates->list.count > count && before->kind == TOKEN_WORD &&
	    has_capital(sulih_figures_text(f, before)))
		f->candidates->list.items[count].priority = SULIH_PRIORITY_NAME - 1;
}

/* 50-an may be the fifties, 1945-an the years about 1945; 30-an persen is a share */
static bool may_be_years(const struct amount *a)
{
	const struct quantity *q = &a->low;

	return q->about && !q->scaled && q->shape == NUMBER_PLAIN && q->amount.count != 3 &&
	       !sulih_measure_is(&a->measure, "percent") && !sulih_measure_is(&a->measure, "%") &&
	       !sulih_measure_is(&a->measure, "money");
}

/* 4G, 2x, 13A, 737-MAX: letters tied to a number that are no unit of it; but a decimal
 * comma is none of a code: 1,5x */
static bool is_code_part(const struct figures *f, const struct amount *a)
{
	const struct token *after = sulih_figures_token(f, a->end);

	return !after->gap && after->kind == TOKEN_WORD && a->measure.end == 0 &&
	       !lost_blank(&a->low, after) &&
	       !(a->low.shape == NUMBER_COMMA && a->low.amount.fraction < 3);
}

/* 1.500,-: money without its sign; the index behind, or `end`. */
static size_t skip_no_cents(const struct figures *f, const struct amount *a, size_t end)
{
	size_t past = sulih_quantity_skip_no_cents(f, end);
	const struct token *behind = sulih_figures_token(f, past);

	return a->high.end == 0 && a->low.shape == NUMBER_GROUPED &&
			       (behind->gap || behind->kind != TOKEN_NUMBER)
		       ? past
		       : end;
}

/* 1.300 VA-2.200 VA: no name "VA-2" */
static bool is_behind_unit(const struct figures *f, const struct amount *a)
{
	size_t i = a->low.first;

	return i > 1 && a->low.shape == NUMBER_GROUPED && !sulih_figures_token(f, i)->gap &&
	       sulih_figures_is_tight(f, i - 1, '-') &&
	       sulih_figures_token(f, i - 2)->kind == TOKEN_WORD;
}

/* sejak 2006,2. Direktur X: a year, and the number of the next line of a list, glued on by a
 * scraper */
static bool is_year_before_item(const struct figures *f, const struct amount *a)
{
	const struct quantity *q = &a->low;
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, q->first));

	return q->end == q->first + 1 && a->high.end == 0 && q->first > 0 && text.length == 6 &&
	       (text.data[0] == '1' || text.data[0] == '2') && text.data[4] == ',' &&
	       sulih_figures_is_cue(f, q->first - 1, "year-before-item") &&
	       sulih_figures_is_tight(f, q->end, '.') &&
	       sulih_figures_token(f, q->end + 1)->capital;
}

/* Proposes the amount whose words are in f->target, if it needs a mask. */
static size_t propose(struct figures *f, const struct amount *a, bool measured)
{
	size_t end = measured ? a->measure.end : skip_no_cents(f, a, a->end);

	if (is_year_before_item(f, a))
		return end;
	if (may_stay(f, a, measured, is_same(f, a->low.first, end)))
		return end;
	if (is_plain(&a->low) && a->high.end == 0 && !measured)
		return copy_long(f, &a->low);
	sulih_quantity_report(f, &a->low);
	if (!measured && a->high.end == 0 && is_point(&a->low)) {
		copy_point(f, &a->low);
		return end;
	}
	sulih_quantity_note(f, a->high.end != 0 ? &a->high : &a->low);
	sulih_figures_convert(f, a->low.first, end, kind_of(a, measured),
			      measured ? "measure" : "separators");
	/* "3.12° LU-98,5° BT": no name of a person Lu */
	if ((measured && sulih_measure_is(&a->measure, "compass")) || is_behind_unit(f, a))
		sulih_figures_outrank_names(f);
	return end;
}

/* Says the amount in English and proposes it. */
static size_t say(struct figures *f, struct amount *a)
{
	bool measured;

	settle(f, &a->low, &a->measure);
	if (a->high.end != 0)
		settle(f, &a->high, &a->measure);
	sulih_figures_begin(f);
	if ((a->low.about || a->high.about) && !sulih_quantity_is_hedged(f, a->low.first))
		sulih_buffer_puts(&f->target, "around ");
	if (a->measure.prefix.length > 0)
		sulih_buffer_add(&f->target, a->measure.prefix);
	write_numbers(f, a);
	measured = write_measure(f, a);
	return may_be_years(a) ? a->end : propose(f, a, measured);
}

size_t sulih_figure_quantity(struct figures *f, size_t i)
{
	struct amount a = { .dash = { "", 0 } };

	if (!sulih_quantity_read(f, i, false, &a.low))
		return 0;
	a.end = a.low.end;
	sulih_amount_read_range(f, &a);
	a.measure = sulih_measure_read(f, a.end);
	if (is_code_part(f, &a))
		return a.end;
	/* 1/2 jam: half of one, and the engine has its hour */
	if (i > 1 && sulih_figures_is_tight(f, i - 1, '/') && !sulih_figures_token(f, i)->gap &&
	    sulih_figures_is_digits(f, i - 2) && sulih_measure_is(&a.measure, "inside"))
		return 0;
	return say(f, &a);
}

size_t sulih_quantity_range(struct figures *f, const struct quantity *low,
			    const struct quantity *high, struct sulih_view joiner)
{
	struct amount a = { .low = *low, .high = *high, .dash = joiner, .end = high->end };

	if (high->end == 0 && !sulih_amount_read_range(f, &a))
		return 0;
	a.measure = sulih_measure_read(f, a.end);
	/* "dua sampai tiga juta orang", "dua ribu sampai lima ribu" read right in parts */
	if (high->end != 0 && a.measure.prefix.length == 0 &&
	    (low->scaled || high->scale != 0 || sulih_decimal_small(&high->amount) <= 12000))
		return 0;
	sulih_amount_share_scale(&a);
	return say(f, &a);
}
