/*
 * Repetition loops: "the price of the price of the price of the price of".
 * A decoder that lost its way repeats one to eight words without end.
 */
#include <stdlib.h>
#include <strings.h>

#include "pipeline/translate/verify/verify.h"

enum { LONGEST_PERIOD = 8, MOST_WORDS = 4096, LETTER_RUN = 24, FEW = 256, FAULT = 4 };

struct words {
	struct sulih_view *items;
	uint32_t *keys; /* the same for words that are the same but for capitals */
	size_t count;
};

static bool is_break(char c)
{
	static const bool breaks[256] = { [' '] = true, [','] = true, ['.'] = true, [';'] = true,
					  ['-'] = true, ['!'] = true, ['?'] = true };

	return breaks[(unsigned char)c];
}

static void add(struct words *words, struct sulih_view word)
{
	words->keys[words->count] = (uint32_t)word.length << 16 |
				    (uint32_t)((unsigned char)word.data[0] | 32) << 8 |
				    (uint32_t)((unsigned char)word.data[word.length - 1] | 32);
	words->items[words->count++] = word;
}

static void split(const struct sulih_part *parts, size_t count, struct words *words)
{
	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;

		if (parts[i].placeholder != 0) {
			/* each placeholder is a word unlike any other */
			if (words->count < MOST_WORDS)
				add(words, sulih_view_make((const char *)&parts[i].placeholder,
							   sizeof(parts[i].placeholder)));
			continue;
		}
		for (size_t at = 0; at < text.length && words->count < MOST_WORDS; at++) {
			size_t from = at;

			while (at < text.length && !is_break(text.data[at]))
				at++;
			if (at > from)
				add(words, sulih_view_slice(text, from, at));
		}
	}
}

/* Whether no group of `period` words can stand there `often` times in a row: by the keys, many of
 * which are compared at a time. */
static bool never_repeats(const struct words *words, size_t period, size_t often)
{
	size_t same = 0;

	for (size_t i = period; i < words->count; i++)
		same += words->keys[i] == words->keys[i - period];
	return same < (often - 1) * period;
}

/* How often in a row the most repeated group of `period` words stands there. */
static size_t repeats(const struct words *words, size_t period)
{
	size_t run = 0, most = 0;

	for (size_t i = period; i < words->count; i++) {
		const struct sulih_view a = words->items[i], b = words->items[i - period];
		bool same = words->keys[i] == words->keys[i - period] && a.length == b.length &&
			    strncasecmp(a.data, b.data, a.length) == 0;

		run = same ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most / period + 1;
}

/* Bytes around `at` that equal the one a period before, without a gap. */
static size_t run_around(struct sulih_view text, size_t at, size_t period)
{
	size_t from = at, to = at;

	while (from > period && text.data[from - 1] == text.data[from - 1 - period])
		from--;
	while (to < text.length && text.data[to] == text.data[to - period])
		to++;
	return to - from;
}

/* "hahahaha…", "------…": a run without words, by bytes.  A run that counts covers a
 * place in LETTER_RUN, so that only those are looked at. */
static bool letters_loop(const struct sulih_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;

		if (parts[i].placeholder != 0)
			continue;
		for (size_t period = 1; period <= 4; period++)
			for (size_t at = period + LETTER_RUN - 1; at < text.length;
			     at += LETTER_RUN)
				if (text.data[at] == text.data[at - period] &&
				    run_around(text, at, period) >= LETTER_RUN)
					return true;
	}
	return false;
}

/* How many words the parts can have at the most: a letter and a blank each. */
static size_t most_words(const struct sulih_part *parts, size_t count)
{
	size_t words = 0;

	for (size_t i = 0; i < count; i++)
		words += parts[i].text.length / 2 + 2;
	return words < MOST_WORDS ? words : MOST_WORDS;
}

bool sulih_verify_loops(const struct sulih_part *source, size_t source_count,
			const struct sulih_part *target, size_t target_count)
{
	struct sulih_view few[FEW];
	uint32_t few_keys[FEW];
	size_t room = most_words(source, source_count) + most_words(target, target_count);
	struct sulih_view *items = room <= FEW ? few : malloc(room * sizeof(*items));
	uint32_t *keys = room <= FEW ? few_keys : malloc(room * sizeof(*keys));
	struct words from = { NULL, NULL, 0 }, to = { items, keys, 0 };
	bool found = letters_loop(target, target_count) && !letters_loop(source, source_count);

	if (items == NULL || keys == NULL || found)
		goto out;
	split(target, target_count, &to);
	from.items = items + to.count;
	from.keys = keys + to.count;
	for (size_t period = 1; period <= LONGEST_PERIOD && !found; period++) {
		size_t often;

		/* "very very very" is a style, four of them are a fault */
		if (never_repeats(&to, period, FAULT))
			continue;
		often = repeats(&to, period);
		if (often < FAULT)
			continue;
		if (from.count == 0)
			split(source, source_count, &from);
		found = often > repeats(&from, period) + 1;
	}
out:
	if (items != few)
		free(items);
	if (keys != few_keys)
		free(keys);
	return found;
}
