#include <stdio.h>

#include "lists.h"
#include "pipeline/protect/numbers/quantity.h"

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

/* "1.000-an", "10-an ribu", "8.000an": not exact. */
static size_t read_about(const struct figures *f, size_t i, struct quantity *q)
{
	size_t word = sulih_figures_is_tight(f, i, '-') ? i + 1 : i;
	const struct token *t = sulih_figures_token(f, word);

	if (t->kind != TOKEN_WORD || t->gap || !sulih_view_is(sulih_figures_text(f, t), "an"))
		return i;
	q->about = true;
	return word + 1;
}

/* The power of ten of the scale word at `i`, or 0. */
static unsigned scale_at(const struct figures *f, size_t i, bool money, bool *about)
{
	const struct token *t = sulih_figures_token(f, i);

	switch (t->role) {
	case ROLE_SCALE:
	case ROLE_SHORT_SCALE:
		return (unsigned)t->value;
	case ROLE_SCALE_ABOUT:
		*about = true;
		return (unsigned)t->value;
	case ROLE_LETTER_SCALE:
		/* M is miliar, T triliun: only of money, where no unit can be meant; k is ribu */
		return money && (t->capital || t->value == 3) ? (unsigned)t->value : 0;
	default:
		return 0;
	}
}

/* senilai 1,2M, naik dari Rp1,4 T jadi 1,6 T: money is spoken of before the figure at `i`. */
static bool speaks_of_money(const struct figures *f, size_t i)
{
	static const char *const words[] = { "rupiah",	 "dolar", "senilai", "seharga",
					     "bayaran",	 "bayar", "dibayar", "harga",
					     "anggaran", "dana",  "utang",   "omzet",
					     "omset",	 "gaji",  "kontrak", "kerugian",
					     "rugi",	 "denda", "pajak",   "uang" };
	enum { REACH = 12 };

	for (size_t k = i; k > 0 && i - k < REACH; k--)
		if (sulih_figures_is_role(f, k - 1, ROLE_CURRENCY) ||
		    SULIH_IS_ONE_OF(f, k - 1, words))
			return true;
	return false;
}

/* Its power where M or T stands behind a number without a sign of money, else 0. */
static unsigned bare_letter_scale(const struct figures *f, size_t i, const struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, q->end);

	if (t->role != ROLE_LETTER_SCALE || !t->capital || t->value < 9 || q->scaled || q->about ||
	    (q->shape != NUMBER_COMMA && q->shape != NUMBER_GROUPED) || !speaks_of_money(f, i))
		return 0;
	return (unsigned)t->value;
}

/* One scale word; 2 ribu triliun has two, of which the first only makes the amount larger. */
static bool apply_scale(struct quantity *q, unsigned power)
{
	if (q->scale >= 6)
		return false;
	if (power < 6) {
		if (!sulih_decimal_shift(&q->amount, power))
			return false;
		q->shifted += power;
	} else {
		q->scale = power;
	}
	q->scaled = true;
	return true;
}

/* 1 juta 200 ribu: the second number fills places of the first. */
static size_t read_rest(const struct figures *f, size_t i, struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, i), *scale = sulih_figures_token(f, i + 1);
	unsigned top = q->scale > 0 ? q->scale : q->shifted;
	struct decimal rest, full;
	unsigned places;

	if (!q->scaled || q->about || t->kind != TOKEN_NUMBER || !t->gap ||
	    scale->role != ROLE_SCALE || scale->value < 3 || (unsigned)scale->value >= top ||
	    q->amount.fraction > 0 ||
	    sulih_decimal_read(sulih_figures_text(f, t), &rest) != NUMBER_PLAIN || rest.count > 3 ||
	    q->amount.count + top > 30)
		return i;
	full = q->amount;
	places = (unsigned)scale->value;
	if (!sulih_decimal_shift(&full, q->scale) || full.count <= places + rest.count)
		return i;
	/* only zeros may be filled: 0 juta has none, 1,5 ribu too few */
	for (unsigned k = 1; k <= places + rest.count; k++)
		if (full.digits[full.count - k] != '0')
			return i;
	memcpy(full.digits + full.count - places - rest.count, rest.digits, rest.count);
	q->amount = full;
	q->shifted = (unsigned)scale->value;
	q->scale = 0;
	sulih_quantity_compact(q);
	return i + 2;
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

/* Tokens know one dash; the text tells which it was. */
static bool is_long_dash(const struct figures *f, size_t i)
{
	return sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i)), "\xE2\x80\x94");
}

/* -0,5 persen: a sign stands alone before its number; "1 -2" and "II-2" are none, nor is a
 * long dash. */
static bool has_minus(const struct figures *f, size_t i)
{
	return i > f->first_free && !is_long_dash(f, i - 1) &&
	       sulih_figures_is_mark(f, i - 1, '-') &&
	       (sulih_figures_token(f, i - 1)->gap ||
		(i > 1 && sulih_figures_is_mark(f, i - 2, '('))) &&
	       !sulih_figures_token(f, i)->gap &&
	       (i < 2 || sulih_figures_token(f, i - 2)->kind != TOKEN_NUMBER);
}

/* A word in small letters that is no particle: most likely what is counted. */
static bool noun_follows(const struct figures *f, size_t i)
{
	static const char *const particles[] = {
		"pada",	      "di",	   "dari",	   "dan",	"atau",	     "ke",
		"dengan",     "menjadi",   "per",	   "untuk",	"yang",	     "terhadap",
		"saat",	      "dibanding", "dibandingkan", "kali",	"poin",	     "point",
		"hingga",     "sampai",	   "setelah",	   "sedangkan", "sementara", "atas",
		"karena",     "dalam",	   "lebih",	   "pukul",	"naik",	     "turun",
		"sebelumnya", "persen",	   "sedikit",	   "dalam",	"oleh",	     "bagi",
		"tetapi",     "namun",	   "serta"
	};
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && !t->capital && t->gap && t->role == ROLE_NONE &&
	       !SULIH_IS_ONE_OF(f, i, particles);
}

/* "mencapai 33, 4 miliar dolar": a blank got in behind the comma.  Something must say that an
 * amount is named, or it may be a list; the index behind the number, or 0. */
static size_t read_split(const struct figures *f, size_t i, struct quantity *q)
{
	static const char *const words[] = { "mencapai", "sebesar", "senilai", "sekitar",
					     "menjadi",	 "hampir",  "capai",   "sebanyak",
					     "tercatat", "rp" };
	const struct token *whole = sulih_figures_token(f, i);
	const struct token *rest = sulih_figures_token(f, i + 2);
	char room[16];
	size_t a = sulih_figures_length(whole), b = sulih_figures_length(rest);

	if (!sulih_figures_is_tight(f, i + 1, ',') || rest->kind != TOKEN_NUMBER || !rest->gap ||
	    a > 6 || b > 2 || i == 0 || !SULIH_IS_ONE_OF(f, i - 1, words) ||
	    !sulih_figures_is_digits(f, i) || !sulih_figures_is_digits(f, i + 2) ||
	    sulih_figures_token(f, i + 3)->role != ROLE_SCALE ||
	    sulih_figures_token(f, i + 3)->value < 6)
		return 0;
	snprintf(room, sizeof(room), "%.*s,%.*s", SULIH_VIEW_ARGS(sulih_figures_text(f, whole)),
		 SULIH_VIEW_ARGS(sulih_figures_text(f, rest)));
	q->shape = sulih_decimal_read(sulih_view_of(room), &q->amount);
	return i + 3;
}

/* 3½ juta, 2¼ miliar: before a scale word the fraction is one of decimals. */
static size_t read_vulgar(const struct figures *f, size_t i, struct quantity *q)
{
	static const char *const decimals[] = { "25", "5", "75" };
	const struct token *t = sulih_figures_token(f, i);

	if (t->kind != TOKEN_MARK || t->gap || t->mark < 0xBC || t->mark > 0xBE ||
	    q->shape != NUMBER_PLAIN || q->amount.count > 4 ||
	    sulih_figures_token(f, i + 1)->role != ROLE_SCALE)
		return i;
	for (const char *d = decimals[t->mark - 0xBC]; *d != '\0'; d++) {
		q->amount.digits[q->amount.count++] = *d;
		q->amount.fraction++;
	}
	q->shape = NUMBER_COMMA;
	return i + 1;
}

bool sulih_quantity_read(const struct figures *f, size_t i, bool money, struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t at, next;
	unsigned power;

	*q = (struct quantity){ .first = i };
	if (t->kind != TOKEN_NUMBER)
		return false;
	at = read_split(f, i, q);
	if (at == 0) {
		q->shape = sulih_decimal_read(sulih_figures_text(f, t), &q->amount);
		at = i + 1;
	}
	if (q->shape == NUMBER_OTHER)
		return false;
	if (has_minus(f, i)) {
		q->minus = true;
		q->first--;
	}
	at = read_about(f, read_vulgar(f, at, q), q);
	while ((power = scale_at(f, at, money, &q->about)) != 0 && apply_scale(q, power))
		at++;
	at = read_about(f, at, q);
	if (at > i + 1)
		while ((next = read_rest(f, at, q)) != at)
			at = next;
	q->end = at;
	power = money ? 0 : bare_letter_scale(f, i, q);
	if (power != 0 && apply_scale(q, power))
		q->end = ++at;
	q->noun_follows = noun_follows(f, at);
	return true;
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

void sulih_quantity_value(const struct quantity *quantity, struct sulih_buffer *out)
{
	struct decimal full = quantity->amount;

	if (quantity->minus)
		sulih_buffer_putc(out, '-');
	if (sulih_decimal_shift(&full, quantity->scale))
		sulih_decimal_canonical(&full, out);
}

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
	if (sulih_measure_is(m, "symbol") && (text.length == 1 || sulih_view_is(m->one, "hp")))
		return sulih_view_equal(text, m->one);
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

bool sulih_quantity_shares_scale(const struct figures *f, const struct quantity *low, size_t i,
				 bool money, struct quantity *high)
{
	/* also "10 - 15 ribu": between blanks no sign can be meant */
	size_t behind = sulih_figures_is_mark(f, i, '-') && sulih_figures_token(f, i)->gap &&
					sulih_figures_token(f, i + 1)->gap
				? i + 1
				: sulih_figures_until(f, i);
	struct decimal larger = low->amount;

	if (behind == 0 || low->scaled || low->about || low->minus ||
	    !sulih_quantity_read(f, behind, money, high))
		return false;
	/* Rp1 s.d. 2 juta: Rp1 alone would be one rupiah */
	if (money && high->scale != 0 && high->shifted == 0 && !high->about &&
	    sulih_decimal_compare(&low->amount, &high->amount) < 0)
		return true;
	if (high->shifted == 0 || high->scale != 0 || high->about ||
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
