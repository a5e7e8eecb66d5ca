#include "segment/sentences/rules/degrees.h"

#include "base/letter.h"
#include "segment/sentences/words.h"

/* A part of a degree has no more letters. */
enum { PART_LONGEST = 5 };

/* How many short parts with capitals and stops between them a word has; 0: it is not made so. */
static size_t count_parts(struct sulih_view word)
{
	size_t length = 0, parts = 0;

	for (size_t i = 0; i < word.length; i++) {
		if (length == 0 && !sulih_byte_is_upper(word.data[i]))
			return 0;
		parts += length == 0;
		length = word.data[i] == '.' ? 0 : length + 1;
		if (length > PART_LONGEST)
			return 0;
	}
	return parts;
}

bool sulih_is_degree_part(const struct candidate *k, struct sulih_view word)
{
	struct sulih_view next = sulih_word_at(k, k->letter);
	size_t end = k->letter + next.length;

	return memchr(word.data, '.', word.length) != NULL && next.length <= PART_LONGEST &&
	       end < k->limit && (k->data[end] == '.' || k->data[end] == ',') &&
	       count_parts(word) > 0;
}

bool sulih_is_unknown_degree(const struct candidate *k, struct sulih_view word)
{
	bool small = false;

	if (k->word.start < k->block + 2 || k->data[k->word.start - 2] != ',' ||
	    count_parts(word) < 2)
		return false;
	for (size_t i = 0; i < word.length; i++)
		small |= sulih_byte_is_lower(word.data[i]);
	return small;
}

struct sulih_view sulih_next_short_form(const struct candidate *k, const char *ends, size_t most)
{
	size_t end = k->letter;

	while (end < k->limit && end - k->letter < most && strchr(ends, k->data[end]) == NULL)
		end++;
	while (end > k->letter && k->data[end - 1] == '.')
		end--;
	return sulih_view_make(k->data + k->letter, end - k->letter);
}

bool sulih_degree_follows(const struct candidate *k)
{
	bool noun;

	return sulih_abbreviation(sulih_next_short_form(k, " ,", 16), &noun) == ABBREVIATION_DEGREE;
}

bool sulih_is_consultant(const struct candidate *k)
{
	enum { LONGEST = 5 };
	size_t open = k->stop;
	bool noun;
	struct sulih_view degree;

	if (open <= k->sentence || k->data[open - 1] != ')')
		return false;
	while (open > k->sentence && k->stop - open < LONGEST && k->data[open] != '(')
		open--;
	if (k->data[open] != '(')
		return false;
	degree = sulih_token_ending(k, open);
	return sulih_abbreviation(degree, &noun) == ABBREVIATION_DEGREE;
}
