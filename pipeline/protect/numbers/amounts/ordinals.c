/* Ordinals: ke-79, abad ke-19. */
#include "pipeline/protect/numbers/amounts/quantity.h"

/* Roman numerals up to a hundred, in capitals; 0 when it is none. */
static long read_roman(struct sulih_view text)
{
	static const char letters[] = "IVXLC";
	static const int values[] = { 1, 5, 10, 50, 100 };
	long total = 0, last = 1000;

	if (text.length == 0 || text.length > 8)
		return 0;
	for (size_t i = 0; i < text.length; i++) {
		const char *at = strchr(letters, text.data[i]);
		const char *next = i + 1 < text.length ? strchr(letters, text.data[i + 1]) : NULL;
		int value;

		if (at == NULL || *at == '\0')
			return 0;
		value = values[at - letters];
		if (next != NULL && *next != '\0' && values[next - letters] > value) {
			value = values[next - letters] - value;
			i++;
		}
		if (value > last)
			return 0;
		last = value;
		total += value;
	}
	return total;
}

/* The number behind "ke-" or "abad"; false when it is not whole. */
static bool read_number(const struct figures *f, size_t i, struct decimal *out)
{
	const struct token *t = sulih_figures_token(f, i);
	enum number_shape shape;
	long roman;

	if (t->kind == TOKEN_NUMBER) {
		shape = sulih_decimal_read(sulih_figures_text(f, t), out);
		return (shape == NUMBER_PLAIN || shape == NUMBER_GROUPED) && out->fraction == 0;
	}
	roman = t->kind == TOKEN_WORD ? read_roman(sulih_figures_text(f, t)) : 0;
	if (roman > 0)
		sulih_decimal_from(out, (unsigned long long)roman);
	return roman > 0;
}

/* HUT RI ke 79, menit ke 90, gelombang ke II: what is counted shows that "ke" is not "to" but
 * lost its hyphen. */
static bool lacks_hyphen(const struct figures *f, size_t i)
{
	enum { NAME_REACH = 5 };

	for (size_t k = i; k > 0 && i - k < NAME_REACH; k--) {
		if (sulih_figures_is_cue(f, k - 1, "event"))
			return true;
		if (sulih_figures_is_cue(f, k - 1, "ordinal"))
			return k == i;
		if (!sulih_figures_token(f, k - 1)->capital)
			return false;
	}
	return false;
}

/* ke-79, also "ke- 79", "HUT ke 79" and "HUT ke - 79": the index behind the number, or 0. */
static size_t read_ordinal(const struct figures *f, size_t i, struct decimal *out)
{
	size_t number = sulih_figures_is_mark(f, i + 1, '-') ? i + 2 : i + 1;
	const struct token *behind = sulih_figures_token(f, number + 1);

	if (!sulih_figures_is_role(f, i, ROLE_ORDINAL) || !read_number(f, number, out) ||
	    (!sulih_figures_is_tight(f, i + 1, '-') && !lacks_hyphen(f, i)))
		return 0;
	/* ke-2a */
	if (!behind->gap && (behind->kind == TOKEN_WORD || behind->mark == '+'))
		return 0;
	return number + 1;
}

/* menit ke-90+3: the time that was added; the index behind it, or 0. */
static size_t added_time(struct figures *f, size_t i)
{
	struct decimal minute, added;

	if (!sulih_figures_is_role(f, i, ROLE_ORDINAL) || !sulih_figures_is_tight(f, i + 1, '-') ||
	    !read_number(f, i + 2, &minute) || !sulih_figures_is_tight(f, i + 3, '+') ||
	    sulih_figures_token(f, i + 4)->gap || !read_number(f, i + 4, &added))
		return 0;
	sulih_figures_begin(f);
	sulih_decimal_english(&minute, &f->target);
	sulih_buffer_putc(&f->target, '+');
	sulih_decimal_english(&added, &f->target);
	sulih_buffer_add(&f->value, sulih_buffer_view(&f->target));
	sulih_figures_convert(f, i, i + 5, SULIH_KIND_ORDINAL, "ordinal");
	return i + 5;
}

/* "Ke-5 tersangka", "menangkap ke-5 pelaku" are all five; the fifth stands behind its noun. */
static bool is_collective(const struct figures *f, size_t i, size_t end)
{
	struct measure noun = sulih_measure_read(f, end);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;
	struct sulih_view word;

	if (!sulih_measure_is(&noun, "count") ||
	    sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, end)), "kali"))
		return false;
	if (before == NULL || before->kind == TOKEN_MARK ||
	    sulih_figures_is_cue(f, i - 1, "all-of"))
		return true;
	word = sulih_figures_text(f, before);
	return word.length > 5 && (sulih_view_starts(word, SULIH_VIEW("me")) ||
				   sulih_view_starts(word, SULIH_VIEW("di")));
}

/* "Ke-5 tersangka" is left to the engine; "ke-1.000 orang" has separators to change. */
static size_t collective(struct figures *f, size_t i, size_t end, const struct decimal *number)
{
	if (number->count < 4)
		return end;
	sulih_figures_begin(f);
	sulih_buffer_puts(&f->target, "the ");
	sulih_decimal_english(number, &f->target);
	sulih_decimal_canonical(number, &f->value);
	sulih_figures_convert(f, i, end, SULIH_KIND_NUMBER, "ordinal");
	return end;
}

static void write_ordinal(struct figures *f, const struct decimal *number)
{
	sulih_decimal_english(number, &f->target);
	sulih_buffer_puts(&f->target, sulih_ordinal_ending(sulih_view_make(number->digits,
									   (size_t)number->count)));
	sulih_decimal_canonical(number, &f->value);
}

/* The number of a century at `i`: ke-19, XIX, 19; the index behind, or 0. */
static size_t read_century(const struct figures *f, size_t i, struct decimal *out)
{
	size_t end = read_ordinal(f, i, out);

	if (end == 0 && read_number(f, i, out) && out->count <= 2)
		end = i + 1;
	return end;
}

/* Ends a century or two; "abad ke-7 Masehi": with its era. */
static size_t end_century(struct figures *f, size_t i, size_t end)
{
	const char *english;
	size_t era = sulih_figures_era(f, end, true, &english);

	if (era != 0)
		sulih_buffer_printf(&f->target, " %s", english);
	sulih_figures_convert(f, i, era != 0 ? era : end, SULIH_KIND_ORDINAL, "ordinal");
	if (era != 0)
		sulih_figures_outrank_names(f);
	return era != 0 ? era : end;
}

/* abad ke-19, abad XVIII dan XIX, abad ke-7 hingga ke-13 */
static size_t century(struct figures *f, size_t i)
{
	struct decimal first, second;
	size_t end = read_century(f, i + 1, &first), tie, last = 0;
	const char *joiner = "-";

	if (end == 0)
		return 0;
	sulih_figures_begin(f);
	write_ordinal(f, &first);
	tie = sulih_figures_until(f, end);
	if (tie != 0) {
		joiner = " to ";
	} else if (sulih_figures_is_role(f, end, ROLE_JOINER)) {
		joiner = strcmp(sulih_figures_token(f, end)->english, "or") == 0 ? " or " : " and ";
		tie = end + 1;
	} else if (sulih_figures_is_tight(f, end, '-')) {
		tie = end + 1;
	}
	/* "abad ke-19 dan 20 naskah": behind "and" a bare number may count something else */
	if (tie != 0 && (*joiner == '-' || sulih_figures_token(f, tie)->kind == TOKEN_WORD))
		last = read_century(f, tie, &second);
	if (last == 0 || sulih_decimal_compare(&first, &second) >= 0) {
		sulih_buffer_puts(&f->target, " century");
		return end_century(f, i, end);
	}
	sulih_buffer_puts(&f->target, joiner);
	sulih_buffer_puts(&f->value, "..");
	write_ordinal(f, &second);
	sulih_buffer_puts(&f->target, joiner[1] == 'o' ? " century" : " centuries");
	return end_century(f, i, last);
}

/* ke-100 ribu, ke-1 juta → 100,000th, 1 millionth */
static size_t large_ordinal(struct figures *f, size_t i, struct decimal *number, size_t scale)
{
	unsigned power = (unsigned)sulih_figures_token(f, scale)->value;

	sulih_figures_begin(f);
	if (power > 3) {
		sulih_decimal_english(number, &f->target);
		sulih_buffer_printf(&f->target, " %sth", sulih_scale_word(power));
	}
	if (!sulih_decimal_shift(number, power))
		return scale;
	if (power > 3)
		sulih_decimal_canonical(number, &f->value);
	else
		write_ordinal(f, number);
	sulih_figures_convert(f, i, scale + 1, SULIH_KIND_ORDINAL, "ordinal");
	return scale + 1;
}

size_t sulih_figure_ordinal(struct figures *f, size_t i)
{
	bool anniversary = false;
	struct decimal number;
	size_t end;

	if (sulih_figures_is_role(f, i, ROLE_CENTURY))
		return century(f, i);
	end = read_ordinal(f, i, &number);
	if (end == 0)
		return added_time(f, i);
	if (sulih_figures_is_role(f, end, ROLE_SCALE) ||
	    sulih_figures_is_role(f, end, ROLE_SHORT_SCALE))
		return large_ordinal(f, i, &number, end);
	if (is_collective(f, i, end))
		return collective(f, i, end, &number);
	sulih_figures_begin(f);
	write_ordinal(f, &number);
	/* "HUT ke-79": English counts before the noun, and HUT is no name */
	if (i > 0 && i - 1 >= f->first_free &&
	    sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i - 1)), "HUT")) {
		sulih_buffer_puts(&f->target, " anniversary");
		anniversary = true;
		i--;
	}
	sulih_figures_convert(f, i, end, SULIH_KIND_ORDINAL, "ordinal");
	/* the lists have HUT too: the longer of the two is meant */
	if (anniversary && f->candidates->list.count > 0)
		f->candidates->list.items[f->candidates->list.count - 1].priority =
			SULIH_PRIORITY_MAP;
	return end;
}
