/* Bound forms, written together with the word behind them: antarwarga, pascagempa, nonfisik. */
#include "base/lexicon/morphology.h"
#include "lists.h"

enum { FORM_MIN = 3, FORM_MAX = 7 };

/* The word behind the form: antarkampung, antikekerasan.  A verb only where the whole is none
 * (antiselip): pramuka is no pra- + muka, and nobody superserang. */
static bool behind(struct sulih_view rest, bool verbs, struct sulih_word *word)
{
	if (sulih_word_headword(rest, verbs ? CONTENT : NOUNS | ADJECTIVES, word))
		return true;
	return sulih_word_affixed(rest, word) &&
	       (word->word_class == SULIH_WORD_NOUN || word->word_class == SULIH_WORD_ADJECTIVE);
}

bool sulih_word_bound(struct sulih_view text, struct sulih_word *word)
{
	for (size_t n = FORM_MIN; n <= FORM_MAX && n + ROOT_MIN < text.length; n++) {
		struct sulih_view mark_of;
		struct sulih_row row;
		bool same;

		if (!sulih_table_has_length(&sulih_list_bound_forms, text.data[0], n))
			continue;
		row = sulih_table_find(&sulih_list_bound_forms, sulih_view_slice(text, 0, n));
		if (!row.listed ||
		    text.length - n < (size_t)(sulih_row_column(&row, 2).data[0] - '0'))
			continue;
		mark_of = sulih_row_column(&row, 1);
		same = sulih_view_is(mark_of, "=");
		if (!behind(sulih_view_slice(text, n, text.length), !same, word))
			continue;
		word->bound = sulih_row_column(&row, 3);
		return mark(word, same ? word->word_class : sulih_word_class_of(mark_of),
			    SULIH_AFFIX_BOUND);
	}
	return false;
}
