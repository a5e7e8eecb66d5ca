/*
 * Number words with a scale: dua juta, setengah miliar, seribu lima ratus.
 * Smaller ones (dua, sepuluh) read well in any translation and are left.
 */
#include "base/letter.h"
#include "pipeline/protect/numbers/amounts/quantity.h"

struct spelled {
	unsigned long long value;
	unsigned top;	/* largest scale met */
	unsigned parts; /* scale words met */
	bool half;	/* setengah alone before the scale */
	size_t end;
};

static const unsigned long long powers[] = {
	1ULL,	       10ULL, 100ULL, 1000ULL,		0, 0, 1000000ULL,	  0, 0,
	1000000000ULL, 0,     0,      1000000000000ULL, 0, 0, 1000000000000000ULL
};

/* satu … sembilan, with belas, puluh or ratus behind it. */
static size_t read_digit(const struct figures *f, size_t i, unsigned long long *part)
{
	unsigned long long digit = (unsigned long long)sulih_figures_token(f, i)->value;
	const struct token *next = sulih_figures_token(f, i + 1);

	if (next->gap && next->role == ROLE_TEENS)
		*part += digit + 10;
	else if (next->gap && next->role == ROLE_TENS)
		*part += digit * 10;
	else if (next->gap && next->role == ROLE_SCALE && next->value == 2)
		*part += digit * 100;
	else {
		*part += digit;
		return i + 1;
	}
	return i + 2;
}

/* setengah, seperempat, "dua koma lima", before a scale of a thousand or more. */
static size_t read_fraction(const struct figures *f, size_t i, unsigned long long part,
			    struct spelled *s)
{
	const struct token *t = sulih_figures_token(f, i);
	bool comma = t->role == ROLE_COMMA;
	const struct token *digit = sulih_figures_token(f, i + 1);
	const struct token *scale = sulih_figures_token(f, i + (comma ? 2 : 1));
	unsigned long long power;

	if (comma && digit->role != ROLE_DIGIT)
		return 0;
	if (scale->role != ROLE_SCALE || scale->value < 3)
		return 0;
	power = powers[scale->value];
	s->value += part * power;
	if (comma)
		s->value += power / 10 * (unsigned long long)digit->value;
	else
		s->value += t->role == ROLE_HALF ? power / 2 : power / 4;
	s->half = t->role == ROLE_HALF && part == 0 && s->parts == 0;
	s->top = (unsigned)scale->value;
	s->parts++;
	return i + (comma ? 3 : 2);
}

static bool scale_fits(const struct spelled *s, unsigned scale, unsigned last)
{
	return scale >= 3 && scale < last && s->value < powers[15];
}

static void read_spelled(const struct figures *f, size_t i, struct spelled *s)
{
	unsigned long long part = 0;
	unsigned last = 16;
	size_t start = i, next;

	*s = (struct spelled){ .end = i };
	for (;; i = next) {
		const struct token *t = sulih_figures_token(f, i);

		if (i > start && !t->gap)
			break;
		next = i + 1;
		if (t->role == ROLE_DIGIT && part % 10 == 0) {
			next = read_digit(f, i, &part);
		} else if (t->role == ROLE_FIXED && part % 100 == 0) {
			part += (unsigned)t->value;
		} else if (t->role == ROLE_ONE_SCALE && part == 0 &&
			   scale_fits(s, (unsigned)t->value, last)) {
			s->value += powers[t->value];
			last = (unsigned)t->value;
			s->top = last > s->top ? last : s->top;
			s->parts++;
		} else if (t->role == ROLE_SCALE && t->value >= 3 && part > 0 &&
			   scale_fits(s, (unsigned)t->value, last)) {
			s->value += part * powers[t->value];
			part = 0;
			last = (unsigned)t->value;
			s->top = last > s->top ? last : s->top;
			s->parts++;
		} else if ((t->role == ROLE_HALF || t->role == ROLE_QUARTER ||
			    t->role == ROLE_COMMA) &&
			   part < 1000 && (next = read_fraction(f, i, part, s)) != 0) {
			part = 0;
			s->end = next;
			return;
		} else {
			break;
		}
		if (part >= 1000)
			break;
		s->end = next;
	}
	s->value += part;
}

/* Amid a sentence a capital is a name (Kepulauan Seribu), but not where all words of the number
 * have one: "Harga Naik Dua Ribu Rupiah". */
static bool may_begin(const struct figures *f, size_t i, const struct spelled *s,
		      const struct measure *m)
{
	const struct token *t = sulih_figures_token(f, i);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;

	if (before == NULL)
		return true;
	if (t->capital && before->kind != TOKEN_MARK &&
	    !(s->end > i + 1 && sulih_figures_token(f, s->end - 1)->capital) &&
	    !(m->end != 0 && sulih_figures_token(f, s->end)->capital))
		return false;
	/* salah satu: one of */
	return before->role != ROLE_ORDINAL && !sulih_figures_says(f, i - 1, "salah") &&
	       !(before->kind == TOKEN_MARK && !t->gap && before->mark == '-');
}

static void write_spelled(struct figures *f, const struct spelled *s, bool digits)
{
	unsigned long long power = powers[s->top], whole = s->value / power;
	struct quantity q = { .scale = 0 };

	if (s->half && !digits) {
		sulih_buffer_printf(&f->target, "half a %s",
				    s->top == 3 ? "thousand" : sulih_scale_word(s->top));
	} else if (s->value % power == 0 && whole <= 12 && s->parts == 1 && !digits) {
		sulih_buffer_printf(&f->target, "%s %s", sulih_small_word((unsigned)whole),
				    s->top == 3 ? "thousand" : sulih_scale_word(s->top));
	} else {
		sulih_decimal_from(&q.amount, s->value);
		sulih_quantity_compact(&q);
		sulih_quantity_write(&q, false, &f->target);
	}
}

/* A spelled number of one scale word as the quantity that figures would make; false when it is
 * none. */
static bool as_quantity(size_t first, const struct spelled *s, struct quantity *q)
{
	*q = (struct quantity){ .first = first, .end = s->end, .spelled = true };
	q->shape = NUMBER_PLAIN;
	if (s->parts > 1 || s->value % powers[s->top] != 0)
		return false;
	q->scaled = s->parts > 0;
	if (s->top == 3)
		q->shifted = 3;
	else
		q->scale = s->top;
	sulih_decimal_from(&q->amount, s->top == 3 ? s->value : s->value / powers[s->top]);
	return true;
}

/* "lima puluh sampai seratus ribu rupiah", "tiga sampai 3,7%": what stands behind the second
 * number is the first one's too; the index behind, or 0. */
static size_t range_of(struct figures *f, size_t i, const struct spelled *s)
{
	struct sulih_view joiner;
	size_t behind = sulih_quantity_tie(f, i, s->end, &joiner);
	struct quantity low, high = { .end = 0 };
	struct spelled second;

	if (behind == 0 || s->value == 0 || !as_quantity(i, s, &low))
		return 0;
	if (sulih_figures_token(f, behind)->kind != TOKEN_NUMBER) {
		read_spelled(f, behind, &second);
		if (second.parts == 0 || !as_quantity(behind, &second, &high) ||
		    second.value <= s->value * (s->parts > 0 ? 1 : powers[second.top]))
			return 0;
	}
	return sulih_quantity_range(f, &low, &high, joiner);
}

/* "Rp seratus ribu", "Rp. dua juta": the token of the sign before the number, or `i`. */
static size_t rupiah_before(const struct figures *f, size_t i)
{
	size_t at = i > 1 && sulih_figures_is_tight(f, i - 1, '.') ? i - 1 : i;

	if (at <= f->first_free || strcmp(sulih_figures_token(f, at - 1)->english, "Rp") != 0)
		return i;
	return at - 1;
}

/* "Tiga Juta" in a headline, or a name: Three Million */
static void keep_capitals(struct sulih_buffer *words)
{
	for (size_t k = 0; k < words->length; k++)
		if ((k == 0 || words->data[k - 1] == ' ') && sulih_byte_is_lower(words->data[k]))
			words->data[k] = (char)(words->data[k] - 32);
}

/* tahun dua ribu dua puluh empat: a year has no comma; the index behind it, or 0. */
static size_t spelled_year(struct figures *f, size_t i, const struct spelled *s)
{
	const struct token *before = sulih_figures_token(f, i > 0 ? i - 1 : SIZE_MAX);

	if ((before->role != ROLE_YEAR && before->role != ROLE_MONTH) || s->value < 1000 ||
	    s->value >= 2200)
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%llu", s->value);
	sulih_buffer_printf(&f->value, "%llu", s->value);
	sulih_figures_convert(f, i, s->end, SULIH_KIND_NUMBER, "number words");
	return s->end;
}

/* "lima koma dua persen", "nol koma tujuh lima meter": digits behind the comma one by one, before
 * what is measured; the index behind it, or 0. */
static size_t spelled_decimal(struct figures *f, size_t i, const struct spelled *s)
{
	enum { FRACTION_MAX = 3 };
	size_t at = s->end + 1;
	struct measure m;
	bool percent;

	if (!sulih_figures_is_role(f, s->end, ROLE_COMMA))
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_printf(&f->target, "%llu.", s->value);
	while (at - s->end <= FRACTION_MAX && sulih_figures_is_role(f, at, ROLE_DIGIT) &&
	       sulih_figures_token(f, at)->gap)
		sulih_buffer_printf(&f->target, "%d", (int)sulih_figures_token(f, at++)->value);
	m = sulih_measure_read(f, at);
	if (at == s->end + 1 || m.end == 0 || sulih_measure_is(&m, "count") ||
	    sulih_measure_is(&m, "money") || !may_begin(f, i, s, &m))
		return 0;
	sulih_buffer_add(&f->value, sulih_buffer_view(&f->target));
	percent = sulih_measure_is(&m, "percent");
	if (percent) {
		sulih_buffer_putc(&f->target, ' ');
		sulih_buffer_add(&f->target, m.many);
		at = m.end;
	}
	sulih_figures_convert(f, i, at, percent ? SULIH_KIND_PERCENT : SULIH_KIND_NUMBER,
			      "number words");
	return at;
}

size_t sulih_figure_words(struct figures *f, size_t i)
{
	struct spelled s;
	struct measure m;
	bool money, digits;
	size_t end, sign, about;

	read_spelled(f, i, &s);
	if (s.end > i && (end = range_of(f, i, &s)) != 0)
		return end;
	if (s.parts == 0 && s.end > i && (end = spelled_decimal(f, i, &s)) != 0)
		return end;
	if (s.parts == 0)
		return s.end > i ? s.end : 0;
	about = sulih_figures_about(f, s.end); /* tiga juta-an */
	m = sulih_measure_read(f, about != 0 ? about : s.end);
	if (!may_begin(f, i, &s, &m))
		return s.end;
	if ((end = spelled_year(f, i, &s)) != 0)
		return end;
	/* "diam seribu bahasa", "sejuta pesona": alone it is a figure of speech as often */
	sign = rupiah_before(f, i);
	if (s.end == i + 1 && m.end == 0 && sign == i)
		return s.end;
	sulih_figures_begin(f);
	if (about != 0 && !sulih_quantity_is_hedged(f, sign))
		sulih_buffer_puts(&f->target, "around ");
	money = sulih_measure_is(&m, "money");
	digits = sign < i || (money && m.prefix.length > 0);
	if (digits)
		sulih_buffer_add(&f->target, sign < i ? SULIH_VIEW("Rp") : m.prefix);
	write_spelled(f, &s, digits);
	sulih_buffer_printf(&f->value, "%llu", s.value);
	if (money && !digits) {
		sulih_buffer_putc(&f->target, ' ');
		sulih_buffer_add(&f->target, m.many);
	}
	end = money ? m.end : about != 0 ? about : s.end;
	/* Sejuta orang: one word's capital is that of the sentence */
	if (!digits && sulih_figures_token(f, s.end - 1)->capital &&
	    (s.end > i + 1 || sulih_figures_token(f, end)->capital))
		keep_capitals(&f->target);
	sulih_figures_convert(f, sign, end,
			      money || sign < i ? SULIH_KIND_MONEY : SULIH_KIND_NUMBER,
			      "number words");
	return end;
}
