#include "base/lexicon/words.h"

#include "base/lexicon/morphology.h"
#include "lists.h"

enum sulih_word_class sulih_word_class_of(struct sulih_view mark)
{
	static const struct {
		char text[5];
		enum sulih_word_class class;
	} marks[] = {
		{ "n", SULIH_WORD_NOUN },	    { "v", SULIH_WORD_VERB },
		{ "a", SULIH_WORD_ADJECTIVE },	    { "adv", SULIH_WORD_ADVERB },
		{ "pron", SULIH_WORD_PRONOUN },	    { "prep", SULIH_WORD_PREPOSITION },
		{ "conj", SULIH_WORD_CONJUNCTION }, { "num", SULIH_WORD_NUMERAL },
		{ "det", SULIH_WORD_DETERMINER },   { "part", SULIH_WORD_PARTICLE },
		{ "int", SULIH_WORD_INTERJECTION }, { "q", SULIH_WORD_QUESTION },
	};

	for (size_t i = 0; i < SULIH_COUNT(marks); i++)
		if (mark.length > 0 && mark.data[0] == marks[i].text[0] &&
		    sulih_view_is(mark, marks[i].text))
			return marks[i].class;
	return SULIH_WORD_NOUN;
}

bool sulih_word_headword(struct sulih_view text, int classes, struct sulih_word *word)
{
	struct sulih_row row;
	enum sulih_word_class found;

	if (text.length < 2)
		return false;
	row = sulih_table_find(&sulih_list_words, text);
	if (!row.listed)
		return false;
	found = sulih_word_class_of(sulih_row_column(&row, 1));
	if (!(classes & (1 << found)))
		return false;
	memset(word, 0, sizeof(*word));
	word->row = row;
	word->head_class = word->word_class = found;
	word->gloss = sulih_row_column(&row, 2);
	return true;
}

bool sulih_word_simple(struct sulih_view text, struct sulih_word *word)
{
	return sulih_word_headword(text, ANY, word) || sulih_word_affixed(text, word) ||
	       sulih_word_bound(text, word);
}

static bool with_owner(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *clitic;
		unsigned affix;
	} owners[] = { { "nya", SULIH_AFFIX_NYA },
		       { "ku", SULIH_AFFIX_KU },
		       { "mu", SULIH_AFFIX_MU } };

	if (sulih_word_simple(text, word))
		return true;
	for (size_t i = 0; i < SULIH_COUNT(owners); i++) {
		struct sulih_view rest = text;

		if (!cut_end(&rest, owners[i].clitic) || rest.length < ROOT_MIN ||
		    !sulih_word_simple(rest, word))
			continue;
		/* -ku and -mu are rare in news and common ends of names: Tengku, Jamu. */
		if (i > 0 && word->head_class != SULIH_WORD_NOUN &&
		    word->head_class != SULIH_WORD_VERB)
			return false;
		word->affixes |= owners[i].affix;
		return true;
	}
	return false;
}

bool sulih_word_with_particle(struct sulih_view text, struct sulih_word *word)
{
	static const struct {
		const char *clitic;
		unsigned affix;
	} particles[] = { { "lah", SULIH_AFFIX_LAH },
			  { "kah", SULIH_AFFIX_KAH },
			  { "pun", SULIH_AFFIX_PUN } };

	if (with_owner(text, word))
		return true;
	for (size_t i = 0; i < SULIH_COUNT(particles); i++) {
		struct sulih_view rest = text;

		if (cut_end(&rest, particles[i].clitic) && rest.length >= ROOT_MIN &&
		    with_owner(rest, word)) {
			word->affixes |= particles[i].affix;
			return true;
		}
	}
	return false;
}

bool sulih_word_find(struct sulih_view lower, struct sulih_word *word)
{
	memset(word, 0, sizeof(*word));
	if (lower.length < 2 || lower.length > WORD_MAX)
		return false;
	if (sulih_word_with_particle(lower, word) || sulih_word_doubled(lower, word))
		return true;
	memset(word, 0, sizeof(*word));
	return false;
}

bool sulih_word_known(struct sulih_view lower)
{
	struct sulih_word word;

	return sulih_word_find(lower, &word);
}
