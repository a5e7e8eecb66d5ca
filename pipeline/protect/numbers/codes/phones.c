/* Telephone numbers, copied as they are written. */
#include "pipeline/protect/numbers/figures.h"

enum { PHONE_TOKENS = 24 };

/* (021) 555 1234, +62 (21) 555 1234; what stands behind a number in brackets is another's. */
static bool begins_area(const struct figures *f, size_t first, size_t at)
{
	return (at == first || (at == first + 2 && sulih_figures_is_mark(f, first, '+'))) &&
	       sulih_figures_is_tight(f, at + 2, ')');
}

/* Digits and single blanks, hyphens, stops and brackets between them, from `i`;
 * gives the index behind and how many digits there are. */
static size_t phone_run(const struct figures *f, size_t i, size_t *digits)
{
	size_t end = i;

	*digits = 0;
	for (size_t at = i; at < i + PHONE_TOKENS; at++) {
		const struct token *t = sulih_figures_token(f, at);

		if (t->kind == TOKEN_NUMBER) {
			if (memchr(f->text.data + t->start, ',', sulih_figures_length(t)) != NULL)
				break;
			for (size_t c = t->start; c < t->end; c++)
				*digits += f->text.data[c] != '.';
			end = at + 1;
			if (*digits > 16)
				break;
		} else if (t->kind != TOKEN_MARK ||
			   (t->mark != '-' && t->mark != '(' && t->mark != ')' &&
			    !(t->mark == '+' && at == i)) ||
			   (t->gap && at > i && t->mark != '(') ||
			   (t->mark == '(' && !begins_area(f, i, at))) {
			break;
		}
	}
	return end;
}

static bool after_phone_word(const struct figures *f, size_t i)
{
	for (size_t back = 1; back <= 4 && back <= i; back++) {
		const struct token *t = sulih_figures_token(f, i - back);

		if (t->role == ROLE_PHONE)
			return true;
		if (t->kind == TOKEN_NUMBER)
			return false;
	}
	return false;
}

size_t sulih_figure_phone(struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i), *lead = t;
	size_t end, digits;
	bool sure = after_phone_word(f, i);

	if (t->kind == TOKEN_WORD) {
		/* WhatsApp0822-4040-6600: the scraper lost a blank */
		return 0;
	}
	if (t->kind == TOKEN_MARK)
		lead = sulih_figures_token(f, i + 1);
	if (lead->kind != TOKEN_NUMBER || (t->kind == TOKEN_MARK && lead->gap))
		return 0;
	end = phone_run(f, i, &digits);
	if (end <= i || digits > 15)
		return 0;
	if (t->kind == TOKEN_MARK && t->mark == '+') {
		sure = digits >= 8;
	} else if (t->kind == TOKEN_MARK) {
		/* (021) 5551234 */
		sure = f->text.data[lead->start] == '0' && digits >= 8 &&
		       sulih_figures_length(lead) >= 3 && sulih_figures_length(lead) <= 5;
	} else if (f->text.data[t->start] == '0' && sulih_figures_length(t) >= 3 &&
		   f->text.data[t->start + 1] >= '2') {
		/* area codes are 02… to 09… */
		sure = sure ? digits >= 3 : digits >= 9;
	} else {
		sure = sure && digits >= 3 && (end == i + 1 || digits >= 6) &&
		       sulih_figures_is_digits(f, i);
	}
	if (!sure)
		return 0;
	sulih_figures_begin(f);
	sulih_figures_copy(f, i, end, SULIH_KIND_PHONE, "phone");
	return end;
}
