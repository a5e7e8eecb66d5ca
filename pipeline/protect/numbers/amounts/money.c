/* Money that is written sign first: Rp5.000, Rp 1,5 triliun, US$ 40 juta, USD 40. */
#include "pipeline/protect/numbers/amounts/quantity.h"

/* The sign at `i` in English into `out`; the index behind it, or 0. */
static size_t read_sign(const struct figures *f, size_t i, struct sulih_buffer *out)
{
	const struct token *t = sulih_figures_token(f, i), *after = sulih_figures_token(f, i + 1);
	struct sulih_view text = sulih_figures_text(f, t);

	if (t->kind == TOKEN_MARK) {
		sulih_buffer_add(out, text);
		return i + 1;
	}
	/* US$, S$, HK$; AS$ is the American one under its Indonesian name */
	if (after->kind == TOKEN_MARK && after->mark == '$' && text.length <= 2 &&
	    (!after->gap || sulih_view_is(text, "US"))) {
		if (sulih_view_is(text, "AS"))
			text = SULIH_VIEW("US");
		sulih_buffer_add(out, text);
		sulih_buffer_putc(out, '$');
		return i + 2;
	}
	if (t->role != ROLE_CURRENCY)
		return 0;
	/* only "Rp" is written any way: "sar", "php" and "rm" are other words in small letters */
	if (!sulih_figures_is_capitals(f, i) && strcmp(t->english, "Rp") != 0)
		return 0;
	sulih_buffer_puts(out, t->english);
	if (strlen(t->english) == 3 && t->english[2] >= 'A' && t->english[2] <= 'Z')
		sulih_buffer_putc(out, ' '); /* CNY 500, but Rp500 and US$500 */
	/* "Rp.5.000", "Rp,2,3 triliun" */
	return sulih_figures_is_tight(f, i + 1, '.') || sulih_figures_is_tight(f, i + 1, ',')
		       ? i + 2
		       : i + 1;
}

static bool is_rupiah(const struct sulih_buffer *sign)
{
	return sulih_view_is(sulih_buffer_view(sign), "Rp");
}

/* Rp 5-10 juta, Rp10.000-Rp20.000, Rp 1 juta - Rp 2 juta. */
static size_t read_high(const struct figures *f, size_t i, struct quantity *high,
			struct sulih_buffer *sign, struct sulih_view *joiner)
{
	size_t at = i + 1;

	high->end = 0;
	*joiner = SULIH_VIEW("-");
	sulih_buffer_clear(sign);
	if (!sulih_figures_is_mark(f, i, '-'))
		return i;
	if (sulih_figures_token(f, at)->kind != TOKEN_NUMBER) {
		at = read_sign(f, at, sign);
		if (at == 0)
			return i;
	} else if (sulih_figures_token(f, i)->gap) {
		return i; /* "Rp5.000 - 10 orang" is no range */
	}
	if (!sulih_quantity_read(f, at, true, high)) {
		high->end = 0;
		return i;
	}
	return sulih_quantity_skip_no_cents(f, high->end);
}

/* Whether the first sum, whose sign the target ends with, is of the same money. */
static bool is_same_sign(const struct figures *f, const struct sulih_buffer *sign)
{
	return sulih_view_ends(sulih_buffer_view(&f->target), sulih_buffer_view(sign));
}

/* Rp 50 hingga Rp 100 ribu: the first sum alone would be fifty rupiah. */
static bool repeats_sign(const struct figures *f, size_t i, const struct quantity *low,
			 struct quantity *high, struct sulih_buffer *sign)
{
	struct decimal larger = low->amount;
	size_t at;

	high->end = 0;
	sulih_buffer_clear(sign);
	if (low->scaled || low->shape != NUMBER_PLAIN ||
	    !sulih_figures_is_role(f, i, ROLE_CURRENCY) || (at = read_sign(f, i, sign)) == 0 ||
	    !sulih_quantity_read(f, at, true, high))
		return false;
	if (high->scaled && is_same_sign(f, sign) && sulih_decimal_shift(&larger, high->shifted) &&
	    sulih_decimal_compare(&larger, &high->amount) < 0)
		return true;
	high->end = 0;
	return false;
}

static void write_high(struct figures *f, struct quantity *low, struct quantity *high,
		       const struct sulih_buffer *sign, struct sulih_view joiner)
{
	sulih_quantity_settle(high, &(struct measure){ 0 }, true);
	/* Rp 5-10 juta, Rp 5-Rp 10 juta: the scale is both's */
	if (!low->scaled && high->scaled &&
	    (sign->length == 0 || (low->shape == NUMBER_PLAIN && is_same_sign(f, sign)))) {
		struct decimal larger = low->amount;

		if (sulih_decimal_shift(&larger, high->shifted) &&
		    sulih_decimal_compare(&larger, &high->amount) <= 0) {
			low->amount = larger;
			low->scale = high->scale;
		}
	}
	sulih_quantity_write(low, low->scale == high->scale && sign->length == 0, &f->target);
	sulih_buffer_add(&f->target, joiner);
	sulih_buffer_add(&f->target, sulih_buffer_view(sign));
	sulih_quantity_write(high, false, &f->target);
	sulih_quantity_value(low, &f->value);
	sulih_buffer_puts(&f->value, "..");
	sulih_quantity_value(high, &f->value);
}

/* KN SAR 225: a vessel for search and rescue, no riyals. */
static bool is_rescue(const struct figures *f, size_t i)
{
	return i > 0 && sulih_figures_is_word(f, i, "SAR") && sulih_figures_is_word(f, i - 1, "KN");
}

/* USD/IDR 16.655: the rate of two moneys, no sum of the second. */
static bool is_pair(const struct figures *f, size_t i)
{
	return i >= 2 && sulih_figures_is_tight(f, i - 1, '/') && !sulih_figures_token(f, i)->gap &&
	       sulih_figures_is_role(f, i, ROLE_CURRENCY) &&
	       sulih_figures_is_role(f, i - 2, ROLE_CURRENCY);
}

size_t sulih_figure_money(struct figures *f, size_t i)
{
	struct sulih_buffer sign = SULIH_BUFFER_INIT;
	struct quantity low, high;
	struct measure tail;
	size_t at, end, behind;
	struct sulih_view joiner;
	bool rupiah;

	sulih_figures_begin(f);
	at = read_sign(f, i, &f->target);
	rupiah = is_rupiah(&f->target);
	if (at == 0 || is_rescue(f, i) || is_pair(f, i) ||
	    !sulih_quantity_read(f, at, true, &low) || low.minus)
		return 0;
	sulih_quantity_settle(&low, &(struct measure){ 0 }, true);
	low.ambiguous = low.ambiguous && !rupiah; /* a rupiah has no thousandths */
	/* $1.5M is written the English way, Rp1.5M the Indonesian one with a point */
	if (!rupiah && low.shape == NUMBER_POINT && low.scale == 9 &&
	    sulih_figures_is_role(f, low.end - 1, ROLE_LETTER_SCALE))
		low.scale = 6;
	if (low.about) {
		/* "around" goes before the sign */
		sulih_figures_begin(f);
		if (!sulih_quantity_is_hedged(f, i))
			sulih_buffer_puts(&f->target, "around ");
		read_sign(f, i, &f->target);
	}
	end = sulih_quantity_skip_no_cents(f, low.end);
	end = read_high(f, end, &high, &sign, &joiner);
	/* Rp 50 sampai 100 ribu */
	behind = high.end == 0 ? sulih_quantity_tie(f, i, low.end, &joiner) : 0;
	if (behind != 0 && (sulih_quantity_shares_scale(f, &low, behind, true, &high) ||
			    repeats_sign(f, behind, &low, &high, &sign)))
		end = high.end;
	if (high.end != 0) {
		write_high(f, &low, &high, &sign, joiner);
	} else {
		sulih_quantity_write(&low, false, &f->target);
		sulih_quantity_value(&low, &f->value);
	}
	/* "Rp5 juta rupiah" says it twice */
	tail = sulih_measure_read(f, end);
	if (rupiah && sulih_measure_is(&tail, "money") && sulih_view_is(tail.prefix, "Rp"))
		end = tail.end;
	sulih_quantity_note(f, high.end != 0 ? &high : &low);
	sulih_quantity_report(f, &low);
	sulih_figures_convert(f, i, end, SULIH_KIND_MONEY, "currency");
	sulih_buffer_release(&sign);
	return end;
}
