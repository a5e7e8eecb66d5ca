#include "pipeline/protect/numbers/amounts/decimal.h"

#include "base/letter.h"

/* The marks of a number: how many of each, and whether the groups are of three. */
struct marks {
	unsigned stops, commas;
	char last;	    /* the last mark */
	size_t last_at;	    /* its offset */
	bool stops_group;   /* every stop is followed by exactly three digits */
	bool commas_group;  /* the same for commas */
	bool mixed;	    /* a stop after a comma and a comma after a stop */
	size_t first_group; /* digits before the first mark */
};

static void read_marks(struct sulih_view text, struct marks *m)
{
	size_t run = 0;
	char before = 0;

	*m = (struct marks){ .stops_group = true, .commas_group = true };
	for (size_t i = 0; i <= text.length; i++) {
		char c = i < text.length ? text.data[i] : 0;

		if (sulih_byte_is_digit(c)) {
			run++;
			continue;
		}
		if (before == 0)
			m->first_group = run;
		else if (before == '.' && run != 3)
			m->stops_group = false;
		else if (before == ',' && run != 3)
			m->commas_group = false;
		if (c == 0)
			break;
		if (before != 0 && before != c && (c == '.' ? m->stops : m->commas) > 0)
			m->mixed = true;
		if (c == '.')
			m->stops++;
		else
			m->commas++;
		m->last = before = c;
		m->last_at = i;
		run = 0;
	}
}

/* "1979,1980 dan 1982" is a row of years that lost a blank. */
static bool are_years(struct sulih_view text, const struct marks *m)
{
	return m->first_group == 4 && text.length == 9 &&
	       (text.data[0] == '1' || text.data[0] == '2') && text.data[5] == text.data[0];
}

static enum number_shape shape_of(struct sulih_view text, const struct marks *m)
{
	bool can_group = m->first_group <= 3 && text.data[0] != '0';

	if (m->stops + m->commas == 0)
		return NUMBER_PLAIN;
	if (m->mixed)
		return NUMBER_OTHER;
	if (m->commas == 0) {
		if (m->stops_group && can_group)
			return NUMBER_GROUPED;
		return m->stops == 1 ? NUMBER_POINT : NUMBER_OTHER;
	}
	if (m->stops == 0) {
		if (m->commas == 1)
			return are_years(text, m) ? NUMBER_OTHER : NUMBER_COMMA;
		return m->commas_group && can_group ? NUMBER_ENGLISH : NUMBER_OTHER;
	}
	if (m->last == ',' && m->commas == 1 && m->stops_group && can_group)
		return NUMBER_GROUPED;
	if (m->last == '.' && m->stops == 1 && m->commas_group && can_group)
		return NUMBER_ENGLISH;
	return NUMBER_OTHER;
}

/* Where the fraction begins, or the end: by the shape. */
static size_t fraction_start(struct sulih_view text, const struct marks *m, enum number_shape shape)
{
	bool has = false;

	if (shape == NUMBER_COMMA || shape == NUMBER_POINT)
		has = true;
	else if (shape == NUMBER_GROUPED)
		has = m->commas == 1;
	else if (shape == NUMBER_ENGLISH)
		has = m->stops == 1;
	return has ? m->last_at : text.length;
}

enum number_shape sulih_decimal_read(struct sulih_view text, struct decimal *out)
{
	struct marks marks;
	enum number_shape shape;
	size_t point;

	read_marks(text, &marks);
	shape = shape_of(text, &marks);
	out->count = out->fraction = 0;
	if (shape == NUMBER_OTHER)
		return shape;
	point = fraction_start(text, &marks, shape);
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];

		if (!sulih_byte_is_digit(c))
			continue;
		/* zeros at the start say nothing, but one stands before a point */
		if (out->count == 1 && out->fraction == 0 && out->digits[0] == '0' && i < point)
			out->count = 0;
		if (out->count == DECIMAL_DIGITS)
			return NUMBER_OTHER;
		out->digits[out->count++] = c;
		if (i > point)
			out->fraction++;
	}
	return shape;
}

bool sulih_decimal_shift(struct decimal *number, unsigned power)
{
	unsigned inside = power < number->fraction ? power : number->fraction;
	unsigned zeros = power - inside;

	if (zeros > DECIMAL_DIGITS - number->count)
		return false;
	number->fraction -= inside;
	memset(number->digits + number->count, '0', zeros);
	number->count += zeros;
	/* 0.5 shifted once is 05: drop the zero */
	while (number->count - number->fraction > 1 && number->digits[0] == '0') {
		memmove(number->digits, number->digits + 1, --number->count);
	}
	return true;
}

void sulih_decimal_from(struct decimal *out, unsigned long long whole)
{
	char digits[24];
	unsigned n = 0;

	do {
		digits[n++] = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole > 0);
	out->count = n;
	out->fraction = 0;
	for (unsigned i = 0; i < n; i++)
		out->digits[i] = digits[n - 1 - i];
}

long sulih_decimal_small(const struct decimal *number)
{
	long value = 0;

	if (number->fraction > 0 || number->count > 9)
		return -1;
	for (unsigned i = 0; i < number->count; i++)
		value = value * 10 + (number->digits[i] - '0');
	return value;
}

int sulih_decimal_compare(const struct decimal *a, const struct decimal *b)
{
	unsigned whole_a = a->count - a->fraction, whole_b = b->count - b->fraction;

	if (whole_a != whole_b)
		return whole_a < whole_b ? -1 : 1;
	for (unsigned i = 0; i < a->count || i < b->count; i++) {
		char x = i < a->count ? a->digits[i] : '0', y = i < b->count ? b->digits[i] : '0';

		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

void sulih_decimal_english(const struct decimal *number, struct sulih_buffer *out)
{
	unsigned whole = number->count - number->fraction;

	for (unsigned i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			sulih_buffer_putc(out, ',');
		sulih_buffer_putc(out, number->digits[i]);
	}
	if (number->fraction > 0) {
		sulih_buffer_putc(out, '.');
		sulih_buffer_append(out, number->digits + whole, number->fraction);
	}
}

void sulih_decimal_canonical(const struct decimal *number, struct sulih_buffer *out)
{
	unsigned whole = number->count - number->fraction, fraction = number->fraction;

	while (fraction > 0 && number->digits[whole + fraction - 1] == '0')
		fraction--;
	sulih_buffer_append(out, number->digits, whole);
	if (fraction > 0) {
		sulih_buffer_putc(out, '.');
		sulih_buffer_append(out, number->digits + whole, fraction);
	}
}

const char *sulih_ordinal_ending(struct sulih_view digits)
{
	const char *d = digits.data + digits.length;
	bool teen = digits.length > 1 && d[-2] == '1';

	if (teen)
		return "th";
	return d[-1] == '1' ? "st" : d[-1] == '2' ? "nd" : d[-1] == '3' ? "rd" : "th";
}
