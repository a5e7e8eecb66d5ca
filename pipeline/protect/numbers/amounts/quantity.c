/* Quantities: what a number that was read means where that is in doubt, and its English. */
#include "pipeline/protect/numbers/amounts/quantity.h"

const char *sulih_scale_word(unsigned power)
{
	switch (power) {
	case 6:
		return "million";
	case 9:
		return "billion";
	case 12:
		return "trillion";
	case 15:
		return "quadrillion";
	default:
		return "";
	}
}

void sulih_quantity_compact(struct quantity *q)
{
	struct decimal short_form = q->amount;

	if (q->scale != 0 || q->amount.fraction != 0)
		return;
	for (unsigned power = 15; power >= 6; power -= 3) {
		if (q->amount.count <= power)
			continue;
		short_form.fraction = power;
		while (short_form.fraction > 0 && short_form.digits[short_form.count - 1] == '0') {
			short_form.fraction--;
			short_form.count--;
		}
		if (short_form.fraction <= 3) {
			q->amount = short_form;
			q->scale = power;
		}
		return;
	}
}

void sulih_quantity_write(const struct quantity *quantity, bool bare, struct sulih_buffer *out)
{
	if (quantity->minus)
		sulih_buffer_putc(out, '-');
	sulih_decimal_english(&quantity->amount, out);
	if (!bare && quantity->scale > 0) {
		sulih_buffer_putc(out, ' ');
		sulih_buffer_puts(out, sulih_scale_word(quantity->scale));
	}
}

const char *sulih_small_word(unsigned number)
{
	static const char *const words[] = { "",     "one",    "two",	"three", "four",
					     "five", "six",    "seven", "eight", "nine",
					     "ten",  "eleven", "twelve" };

	return words[number];
}

void sulih_quantity_spell(const struct quantity *quantity, struct sulih_buffer *out)
{
	long small = sulih_decimal_small(&quantity->amount);

	if (small > 0 && small <= 12)
		sulih_buffer_puts(out, sulih_small_word((unsigned)small));
	else
		sulih_quantity_write(quantity, true, out);
}

void sulih_quantity_value(const struct quantity *quantity, struct sulih_buffer *out)
{
	struct decimal full = quantity->amount;

	if (quantity->minus)
		sulih_buffer_putc(out, '-');
	if (sulih_decimal_shift(&full, quantity->scale))
		sulih_decimal_canonical(&full, out);
}

bool sulih_quantity_is_hedged(const struct figures *f, size_t i)
{
	/* "naik dari 12 jutaan" says nothing of the kind, "lebih dari 12 jutaan" does */
	if (i > 1 && sulih_figures_says(f, i - 1, "dari"))
		i--;
	return i > 0 && sulih_figures_is_cue(f, i - 1, "hedge");
}

void sulih_quantity_settle(struct quantity *q, const struct measure *measure, bool money)
{
	const char *d = q->amount.digits;
	unsigned n = q->amount.count;

	if (q->shape == NUMBER_GROUPED && q->scale >= 6 && q->scale <= 9 &&
	    q->amount.fraction == 0 && n == 4 && d[3] != '0') {
		q->ambiguous = true; /* 1.234 juta: thousands of millions, or English? */
		return;
	}
	if (q->shape != NUMBER_COMMA || q->amount.fraction != 3 || d[0] == '0' || n > 6 ||
	    q->scaled)
		return;
	/* nobody writes a fraction of persons, thousandths of money, or zeros at the end */
	if (sulih_measure_is(measure, "count") || money || (d[n - 1] == '0' && d[n - 2] == '0')) {
		q->ambiguous = money && d[n - 1] != '0';
		q->amount.fraction = 0;
		q->shape = NUMBER_ENGLISH;
		return;
	}
	q->ambiguous = !sulih_measure_is(measure, "percent") && !sulih_measure_is(measure, "%");
	if (q->noun_follows && measure->end == 0) {
		/* 1,127 pembelotan: what is counted has no thousandths */
		q->amount.fraction = 0;
		q->shape = NUMBER_ENGLISH;
	}
}

size_t sulih_quantity_tie(const struct figures *f, size_t first, size_t i,
			  struct sulih_view *joiner)
{
	const struct token *t = sulih_figures_token(f, i);

	*joiner = SULIH_VIEW(" to ");
	/* most figures are tied to nothing: "s/d" and "sd" are the shortest words that tie */
	if (t->kind != TOKEN_WORD)
		return t->gap && t->mark == '-' && sulih_figures_token(f, i + 1)->gap ? i + 1 : 0;
	if (t->role != ROLE_JOINER && sulih_figures_length(t) > 2)
		return 0;
	if (t->role != ROLE_JOINER || strcmp(t->english, "to") == 0)
		return sulih_figures_until(f, i);
	if (strcmp(t->english, "or") == 0)
		*joiner = SULIH_VIEW(" or ");
	else if (first > 0 && sulih_figures_says(f, first - 1, "antara"))
		*joiner = SULIH_VIEW(" and ");
	else
		return 0;
	return i + 1;
}

bool sulih_quantity_shares_scale(const struct figures *f, const struct quantity *low, size_t behind,
				 bool money, struct quantity *high)
{
	struct decimal larger = low->amount;

	if (low->scaled || low->about || low->minus || !sulih_quantity_read(f, behind, money, high))
		return false;
	/* Rp1 s.d. 2 juta: Rp1 alone would be one rupiah */
	if (money && high->scale != 0 && high->shifted == 0 &&
	    sulih_decimal_compare(&low->amount, &high->amount) < 0)
		return true;
	if (high->shifted == 0 || high->scale != 0 ||
	    !sulih_decimal_shift(&larger, high->shifted) ||
	    sulih_decimal_compare(&larger, &high->amount) > 0) {
		high->end = 0;
		return false;
	}
	return true;
}

void sulih_quantity_report(struct figures *f, const struct quantity *q)
{
	if (!q->ambiguous)
		return;
	sulih_diagnose(
		&f->document->diagnostics, SULIH_DIAGNOSTIC_NUMBER_AMBIGUOUS,
		sulih_figures_source(f, q->first, q->end), "%s",
		q->shape == NUMBER_ENGLISH
			? "read the English way: the comma parts thousands"
			: "read the Indonesian way: stops part thousands, the comma is decimal");
}
