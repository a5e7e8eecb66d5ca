/* Two numbers that are one amount: 5-10 ribu, 5 hingga 10 juta dolar AS, 116,90-95 yen. */
#include "pipeline/protect/numbers/amounts/amount.h"

void sulih_amount_share_scale(struct amount *a)
{
	if (a->low.scaled || !a->high.scaled)
		return;
	if (a->low.amount.count + a->high.shifted > DECIMAL_DIGITS - 1)
		return;
	if (a->high.shifted > 0) {
		struct decimal larger = a->low.amount;

		sulih_decimal_shift(&larger, a->high.shifted);
		if (sulih_decimal_compare(&larger, &a->high.amount) <= 0)
			a->low.amount = larger;
	}
	if (sulih_decimal_compare(&a->low.amount, &a->high.amount) <= 0)
		a->low.scale = a->high.scale;
}

/* Rates of exchange name only the decimals that differ: 116,90-95 yen, 1,2948-2953 dolar. */
static bool complete_tail(struct amount *a)
{
	const struct decimal *low = &a->low.amount;
	struct decimal full = *low;
	unsigned whole = low->count - low->fraction, n = a->high.amount.count;

	if ((a->low.shape != NUMBER_COMMA && a->low.shape != NUMBER_POINT) || a->low.scaled ||
	    a->high.shape != NUMBER_PLAIN || a->high.scaled || a->high.about || n < 2 ||
	    n != low->fraction || memcmp(a->high.amount.digits, low->digits + whole, n) <= 0 ||
	    (n < 4 && sulih_decimal_compare(&a->high.amount, low) >= 0))
		return false;
	memcpy(full.digits + whole, a->high.amount.digits, n);
	a->high.amount = full;
	return true;
}

/* 5 hingga 10 juta dolar AS, tiga sampai 3,7%: the sign that English writes before the second
 * number is the first one's too, and so is that of percent behind a number in words. */
static bool shares_sign(const struct figures *f, struct amount *a, size_t behind)
{
	struct measure m;

	if (a->low.about || !sulih_quantity_read(f, behind, false, &a->high))
		return false;
	m = sulih_measure_read(f, a->high.end);
	/* "lima sampai 10 persen" reads right in parts */
	return m.prefix.length > 0 ||
	       (a->low.spelled && a->high.shape != NUMBER_PLAIN &&
		(sulih_measure_is(&m, "%") || sulih_measure_is(&m, "percent")));
}

bool sulih_amount_read_range(const struct figures *f, struct amount *a)
{
	size_t i = a->low.end, behind = sulih_quantity_tie(f, a->low.first, i, &a->dash);
	const struct token *next = sulih_figures_token(f, i + 1);

	if (behind != 0 && (sulih_quantity_shares_scale(f, &a->low, behind, false, &a->high) ||
			    shares_sign(f, a, behind))) {
		a->end = a->high.end;
		sulih_amount_share_scale(a);
		return true;
	}
	a->high.end = 0;
	if (!sulih_figures_is_tight(f, i, '-') || next->kind != TOKEN_NUMBER || next->gap)
		return false;
	if (a->low.about || !sulih_quantity_read(f, i + 1, false, &a->high)) {
		a->high.end = 0;
		return false;
	}
	a->dash = sulih_figures_text(f, sulih_figures_token(f, i));
	a->end = a->high.end;
	a->tail = complete_tail(a);
	if (!a->tail)
		sulih_amount_share_scale(a);
	return true;
}
