/*
 * Numbers that were not masked must come through: the same value on both sides,
 * whichever way the separators are written, or in words.
 */
#include <stdlib.h>

#include "base/bytes.h"
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "pipeline/translate/verify/verify.h"

enum { MOST_NUMBERS = 64, LONGEST_NUMBER = 40, SPELLED_UP_TO = 100 };

struct number {
	struct sulih_view text;		  /* digits with separators inside */
	char readings[2][LONGEST_NUMBER]; /* with the dot and with the comma as thousands mark */
};

struct numbers {
	struct number items[MOST_NUMBERS];
	size_t count;
};

/* Whether every run behind `mark` has three digits. */
static bool groups_well(struct sulih_view text, char mark)
{
	size_t run = 0, marks = 0;

	for (size_t i = 0; i < text.length; i++) {
		if (sulih_byte_is_digit(text.data[i])) {
			run++;
			continue;
		}
		if (marks > 0 && run != 3)
			return false;
		if (text.data[i] != mark)
			return marks > 0;
		if (run == 0 || run > 3)
			return false;
		marks++;
		run = 0;
	}
	return marks == 0 || run == 3;
}

/* Canonical value when `thousands` groups digits: "8.000,50" → "8000.50". */
static void read_as(struct sulih_view text, char thousands, char out[LONGEST_NUMBER])
{
	bool grouped = groups_well(text, thousands);
	size_t used = 0;

	for (size_t i = 0; i < text.length && used + 1 < LONGEST_NUMBER; i++) {
		char c = text.data[i];

		if (c == '0' && used == 0 && i + 1 < text.length &&
		    sulih_byte_is_digit(text.data[i + 1]))
			continue;
		if (sulih_byte_is_digit(c))
			out[used++] = c;
		else if (c != thousands || !grouped)
			out[used++] = '.';
	}
	out[used] = '\0';
}

static uint64_t digits_among(uint64_t bytes)
{
	return sulih_bytes_between(bytes, '0', '9');
}

static size_t next_digit(struct sulih_view text, size_t at)
{
	at = sulih_bytes_skip(text, at, digits_among);
	while (at < text.length && !sulih_byte_is_digit(text.data[at]))
		at++;
	return at;
}

static void collect(struct sulih_view text, struct numbers *out)
{
	for (size_t at = 0; at < text.length && out->count < MOST_NUMBERS; at++) {
		size_t end;
		struct number *number;

		at = next_digit(text, at);
		if (at == text.length)
			break;
		end = at;
		while (end < text.length &&
		       (sulih_byte_is_digit(text.data[end]) ||
			((text.data[end] == '.' || text.data[end] == ',') &&
			 end + 1 < text.length && sulih_byte_is_digit(text.data[end + 1]))))
			end++;
		number = &out->items[out->count++];
		number->text = sulih_view_slice(text, at, end);
		read_as(number->text, '.', number->readings[0]);
		read_as(number->text, ',', number->readings[1]);
		at = end;
	}
}

static bool same(const struct number *a, const struct number *b)
{
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++)
			if (strcmp(a->readings[i], b->readings[j]) == 0)
				return true;
	return false;
}

static bool holds(const struct numbers *numbers, const struct number *one)
{
	for (size_t i = 0; i < numbers->count; i++)
		if (same(&numbers->items[i], one))
			return true;
	return false;
}

/* Whether a word stands for a number: of a class of lists/verify-words.tsv, which has how they
 * begin. */
static bool has_word_of(const struct sulih_part *parts, size_t count, const char *class)
{
	char room[48];

	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;
		size_t from = 0;

		for (size_t at = 0; parts[i].placeholder == 0 && at <= text.length; at++) {
			struct sulih_view word;

			if (at < text.length && (text.data[at] | 32) >= 'a' &&
			    (text.data[at] | 32) <= 'z')
				continue;
			word = sulih_lower_key(sulih_view_slice(text, from, at), room,
					       sizeof(room));
			from = at + 1;
			if (word.length > 2 &&
			    sulih_table_starts(&sulih_list_verify_words, word, class))
				return true;
		}
	}
	return false;
}

bool sulih_verify_numbers(const struct sulih_part *source, size_t source_count,
			  const struct sulih_part *target, size_t target_count,
			  struct sulih_wire_names names)
{
	struct numbers from, to;
	size_t own;

	/* the items are large, and few are used */
	from.count = to.count = 0;
	for (size_t i = 0; i < source_count; i++)
		if (source[i].placeholder == 0)
			collect(source[i].text, &from);
	for (size_t i = 0; i < target_count; i++)
		if (target[i].placeholder == 0)
			collect(target[i].text, &to);
	own = from.count;
	for (size_t i = 0; to.count > 0 && i < names.count; i++) {
		collect(names.items[i].source, &from);
		collect(names.items[i].target, &from);
	}
	for (size_t i = 0; i < to.count; i++)
		if (!holds(&from, &to.items[i]) &&
		    !has_word_of(source, source_count, "source-number"))
			return false;
	for (size_t i = 0; i < own; i++)
		if (!holds(&to, &from.items[i]) &&
		    !(atof(from.items[i].readings[1]) <= SPELLED_UP_TO &&
		      has_word_of(target, target_count, "target-number")))
			return false;
	return true;
}
