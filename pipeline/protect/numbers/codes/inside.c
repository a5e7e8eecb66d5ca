/* Numbers that are a part of a word or code: COVID-19, II-2025, 10A. */
#include "pipeline/protect/numbers/figures.h"

#include "base/letter.h"

/* "senilai40,8 juta" lost its blank; "covid19" did not. */
static bool is_glued(const struct figures *f, const struct token *word, const struct token *number)
{
	return word->kind == TOKEN_WORD && word->end - word->start > 3 &&
	       (memchr(f->text.data + number->start, '.', number->end - number->start) != NULL ||
		memchr(f->text.data + number->start, ',', number->end - number->start) != NULL);
}

static bool is_grouped(const struct figures *f, const struct token *number)
{
	struct decimal value;

	return sulih_figures_length(number) > 4 &&
	       sulih_decimal_read(sulih_figures_text(f, number), &value) == NUMBER_GROUPED;
}

bool sulih_figures_in_word(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);
	const struct token *before = i > 0 ? sulih_figures_token(f, i - 1) : NULL;

	if (t->gap || before == NULL)
		return false;
	if (before->kind == TOKEN_WORD || before->kind == TOKEN_NET)
		return before->role != ROLE_CURRENCY && before->role != ROLE_CLOCK &&
		       before->role != ROLE_MONTH && !is_glued(f, before, t);
	/* "A40,869": the digits before the comma are the word's */
	if (before->kind == TOKEN_MARK && before->mark == ',' && !before->gap && i > 1) {
		const struct token *word = sulih_figures_token(f, i - 2);

		return word->kind == TOKEN_WORD && sulih_byte_is_digit(f->text.data[word->end - 1]);
	}
	/* "COVID-19", "II-2025", "a/5", "v.2"; but "juta-1,5 juta" and "(ke-3" */
	if (before->kind == TOKEN_MARK && !before->gap && i > 1 &&
	    (before->mark == '-' || before->mark == '/' || before->mark == '.' ||
	     before->mark == '_' || before->mark == '&')) {
		const struct token *word = sulih_figures_token(f, i - 2);

		/* f/1,8: the opening of a lens; Nm/4.200 rpm, VA-2.200 VA: figures with separators
		 */
		if ((before->mark == '/' && sulih_view_is(sulih_figures_text(f, word), "f")) ||
		    ((before->mark == '/' || before->mark == '-') && is_grouped(f, t)))
			return false;
		/* "1 persen-1,5 persen": the word ended a figure */
		return word->kind == TOKEN_WORD && word->role == ROLE_NONE &&
		       i - 2 >= f->first_free;
	}
	return false;
}
