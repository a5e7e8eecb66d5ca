/* Reading quantities: the number, its sign and its scale words, as they are written. */
#include <stdio.h>

#include "pipeline/protect/numbers/amounts/quantity.h"

/* "1.000-an", "10-an ribu", "8.000an": not exact. */
static size_t read_about(const struct figures *f, size_t i, struct quantity *q)
{
	size_t end = sulih_figures_about(f, i);

	if (end == 0)
		return i;
	q->about = true;
	return end;
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
	enum { REACH = 12 };

	for (size_t k = i; k > 0 && i - k < REACH; k--)
		if (sulih_figures_is_role(f, k - 1, ROLE_CURRENCY) ||
		    sulih_figures_stem_is_cue(f, k - 1, "money"))
			return true;
	return false;
}

/* 2,5 M rupiah, 1,2 T dolar AS: money stands behind the letter at `i`. */
static bool money_follows(const struct figures *f, size_t i)
{
	struct measure behind = sulih_measure_read(f, i + 1);

	return sulih_measure_is(&behind, "money");
}

/* Its power where M or T stands behind a number without a sign of money, else 0. */
static unsigned bare_letter_scale(const struct figures *f, size_t i, const struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, q->end);

	if (t->role != ROLE_LETTER_SCALE || !t->capital || t->value < 9 || q->scaled || q->about ||
	    (q->shape != NUMBER_COMMA && q->shape != NUMBER_GROUPED) ||
	    !((f->letter_scales && t->value == 12) || speaks_of_money(f, i) ||
	      money_follows(f, q->end)))
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

/* 12 ribu 500: three digits behind ribu fill its zeros, whatever their unit; the index behind,
 * or `i`. */
static size_t read_hundreds(const struct figures *f, size_t i, struct quantity *q)
{
	struct sulih_view text;
	char *zeros;

	if (q->shifted != 3 || q->scale != 0 || q->about || q->amount.fraction > 0 ||
	    q->amount.count <= 3) /* 0,001 ribu */
		return i;
	text = sulih_figures_text(f, sulih_figures_token(f, i));
	zeros = q->amount.digits + q->amount.count - 3;
	if (text.length != 3 || text.data[0] == '0' || !sulih_figures_is_digits(f, i) ||
	    !sulih_figures_token(f, i)->gap || memcmp(zeros, "000", 3) != 0 ||
	    sulih_figures_is_role(f, i + 1, ROLE_SCALE))
		return i;
	memcpy(zeros, text.data, 3);
	return i + 1;
}

/* 1 juta 200 ribu: the second number fills places of the first. */
static size_t read_rest(const struct figures *f, size_t i, struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, i), *scale = sulih_figures_token(f, i + 1);
	unsigned top = q->scale > 0 ? q->scale : q->shifted;
	struct decimal rest, full;
	unsigned places;

	if (!q->scaled || q->about || t->kind != TOKEN_NUMBER || !t->gap ||
	    (scale->role != ROLE_SCALE && scale->role != ROLE_SHORT_SCALE) || scale->value < 3 ||
	    (unsigned)scale->value >= top || q->amount.fraction > 0 ||
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
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_WORD && !t->capital && t->gap && t->role == ROLE_NONE &&
	       !sulih_figures_is_cue(f, i, "particle");
}

/* The decimal of the whole number at `i` and the digits at `rest`. */
static void join_decimal(const struct figures *f, size_t i, size_t rest, struct quantity *q)
{
	char room[16];

	snprintf(room, sizeof(room), "%.*s,%.*s",
		 SULIH_VIEW_ARGS(sulih_figures_text(f, sulih_figures_token(f, i))),
		 SULIH_VIEW_ARGS(sulih_figures_text(f, sulih_figures_token(f, rest))));
	q->shape = sulih_decimal_read(sulih_view_of(room), &q->amount);
}

/* "mencapai 33, 4 miliar dolar": a blank got in behind the comma.  Something must say that an
 * amount is named, or it may be a list.  "689 koma 1 triliun" is how it is spoken.  The index
 * behind the number, or 0. */
static size_t read_split(const struct figures *f, size_t i, struct quantity *q)
{
	const struct token *rest = sulih_figures_token(f, i + 2);
	bool spoken = sulih_figures_is_role(f, i + 1, ROLE_COMMA);

	if ((!spoken && !sulih_figures_is_tight(f, i + 1, ',')) || rest->kind != TOKEN_NUMBER ||
	    !rest->gap || sulih_figures_length(sulih_figures_token(f, i)) > 6 ||
	    sulih_figures_length(rest) > 2 || !sulih_figures_is_digits(f, i) ||
	    !sulih_figures_is_digits(f, i + 2))
		return 0;
	if (!spoken && (i == 0 || !sulih_figures_is_cue(f, i - 1, "amount") ||
			sulih_figures_token(f, i + 3)->role != ROLE_SCALE ||
			sulih_figures_token(f, i + 3)->value < 6))
		return 0;
	join_decimal(f, i, i + 2, q);
	return i + 3;
}

/* "Rp 1 . 000", "Rp 10. 000": a scanner or a table put blanks around the stop.  Without a blank
 * before it the stop may end the sentence, but no sentence begins with 000; the index behind
 * the number, or 0. */
static size_t read_spaced_groups(const struct figures *f, size_t i, bool money, struct quantity *q)
{
	char room[DECIMAL_DIGITS];
	struct sulih_view text;
	size_t length, at = i + 1;

	if (!sulih_figures_is_mark(f, at, '.'))
		return 0;
	text = sulih_figures_text(f, sulih_figures_token(f, i));
	length = text.length;
	if (length > 12)
		return 0;
	memcpy(room, text.data, length);
	while (sulih_figures_is_mark(f, at, '.') && sulih_figures_is_digits(f, at + 1) &&
	       length + 4 < sizeof(room)) {
		text = sulih_figures_text(f, sulih_figures_token(f, at + 1));
		if (text.length != 3 ||
		    !(sulih_view_is(text, "000") || (money && sulih_figures_token(f, at)->gap)))
			break;
		room[length] = '.';
		memcpy(room + length + 1, text.data, 3);
		length += 4;
		at += 2;
	}
	if (at == i + 1)
		return 0;
	q->shape = sulih_decimal_read(sulih_view_make(room, length), &q->amount);
	return q->shape == NUMBER_GROUPED ? at : 0;
}

/* "1 234 567 orang", "Rp 250 000": blanks part the thousands, as a table or a style book of abroad
 * has them.  Two groups tell it where something is counted, in money zeros do, too; a row of
 * further figures is a table.  The index behind the number, or 0. */
static size_t read_blank_groups(const struct figures *f, size_t i, bool money, struct quantity *q)
{
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, i));
	size_t length = text.length, at = i + 1;
	bool zeros = true;
	char room[20];

	if (length > 3 || text.data[0] == '0' || !sulih_figures_is_digits(f, i) ||
	    (i > f->first_free && (sulih_figures_token(f, i - 1)->kind == TOKEN_NUMBER ||
				   sulih_figures_is_cue(f, i - 1, "code"))))
		return 0;
	memcpy(room, text.data, length);
	while (length + 4 < sizeof(room) && sulih_figures_is_digits(f, at) &&
	       sulih_figures_token(f, at)->gap) {
		text = sulih_figures_text(f, sulih_figures_token(f, at));
		if (text.length != 3)
			return 0;
		zeros = zeros && sulih_view_is(text, "000");
		room[length] = '.';
		memcpy(room + length + 1, text.data, 3);
		length += 4;
		at++;
	}
	if (at == i + 1 || (at < i + 3 && !(money && zeros)) || (!money && !noun_follows(f, at)) ||
	    sulih_figures_token(f, at)->kind == TOKEN_NUMBER)
		return 0;
	q->shape = sulih_decimal_read(sulih_view_make(room, length), &q->amount);
	return q->shape == NUMBER_GROUPED ? at : 0;
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

/* 1'500 franc: the Swiss way; what stands behind the mark is no number of its own. */
static bool is_behind_apostrophe(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i), *mark;

	if (i < 2 || t->gap || t->end - t->start != 3)
		return false;
	mark = sulih_figures_token(f, i - 1);
	return mark->kind == TOKEN_MARK && !mark->gap &&
	       (mark->mark == '\'' || mark->mark == 0x2019) &&
	       sulih_figures_token(f, i - 2)->kind == TOKEN_NUMBER;
}

bool sulih_quantity_read(const struct figures *f, size_t i, bool money, struct quantity *q)
{
	const struct token *t = sulih_figures_token(f, i);
	size_t at, next;
	unsigned power;

	*q = (struct quantity){ .first = i };
	if (t->kind != TOKEN_NUMBER || is_behind_apostrophe(f, i))
		return false;
	at = read_split(f, i, q);
	if (at == 0)
		at = read_spaced_groups(f, i, money, q);
	if (at == 0)
		at = read_blank_groups(f, i, money, q);
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
	q->end = at = read_hundreds(f, at, q);
	power = money ? 0 : bare_letter_scale(f, i, q);
	if (power != 0 && apply_scale(q, power))
		q->end = ++at;
	q->noun_follows = noun_follows(f, at);
	return true;
}

void sulih_quantity_note(struct figures *f, const struct quantity *q)
{
	if (q->scale == 12 && sulih_figures_is_role(f, q->end - 1, ROLE_LETTER_SCALE))
		f->letter_scales = true;
}

size_t sulih_quantity_skip_no_cents(const struct figures *f, size_t i)
{
	if ((sulih_figures_is_tight(f, i, ',') || sulih_figures_is_tight(f, i, '.')) &&
	    sulih_figures_is_tight(f, i + 1, '-'))
		return i + 2;
	return i;
}
