/*
 * What an engine puts around a whole answer: a language model likes to give a sentence in
 * quotation marks, or in bold.  Where the source has none of these marks they are not of the text.
 */
#include "pipeline/translate/tokens/dress.h"

static const char *const pairs[][2] = { { "\"", "\"" },
					{ "\xE2\x80\x9C", "\xE2\x80\x9D" }, /* “ ” */
					{ "\xC2\xAB", "\xC2\xBB" },	    /* « » */
					{ "**", "**" },
					{ "`", "`" } };

static size_t count_of(const struct sulih_part *parts, size_t count, const char *mark)
{
	size_t found = 0, length = strlen(mark);

	for (size_t i = 0; i < count; i++)
		for (size_t at = 0;
		     parts[i].placeholder == 0 && at + length <= parts[i].text.length; at++)
			found += memcmp(parts[i].text.data + at, mark, length) == 0;
	return found;
}

static bool stands_in(const struct sulih_part *parts, size_t count, const char *const pair[2])
{
	return count_of(parts, count, pair[0]) > 0 || count_of(parts, count, pair[1]) > 0;
}

static bool is_around(const struct sulih_parts *parts, const char *const pair[2])
{
	const struct sulih_part *first = &parts->items[0], *last = &parts->items[parts->count - 1];
	size_t open = strlen(pair[0]), close = strlen(pair[1]);
	size_t wanted = strcmp(pair[0], pair[1]) == 0 ? 2 : 1;

	return first->placeholder == 0 && last->placeholder == 0 && first->text.length >= open &&
	       last->text.length >= close && (first != last || first->text.length > open + close) &&
	       memcmp(first->text.data, pair[0], open) == 0 &&
	       memcmp(last->text.data + last->text.length - close, pair[1], close) == 0 &&
	       count_of(parts->items, parts->count, pair[0]) == wanted &&
	       count_of(parts->items, parts->count, pair[1]) == wanted;
}

void sulih_undress(const struct sulih_part *source, size_t source_count, struct sulih_parts *answer)
{
	struct sulih_part *first, *last;

	if (answer->count == 0)
		return;
	first = &answer->items[0];
	last = &answer->items[answer->count - 1];
	for (size_t i = 0; i < SULIH_COUNT(pairs); i++) {
		if (!is_around(answer, pairs[i]) || stands_in(source, source_count, pairs[i]))
			continue;
		last->text.length -= strlen(pairs[i][1]);
		first->text =
			sulih_view_slice(first->text, strlen(pairs[i][0]), first->text.length);
		return;
	}
}
