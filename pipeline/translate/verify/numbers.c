/*
 * Numbers that were not masked must come through: the same value on both sides,
 * whichever way the separators are written, or in words.
 */
#include "base/bytes.h"
#include "base/letter.h"
#include "pipeline/translate/verify/number_words.h"
#include "pipeline/translate/verify/verify.h"

enum { MOST_NUMBERS = 64, LONGEST_NUMBER = 40 };

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

/* Whether a reading is this value: 2.50 is more exact than two and a half. */
static bool reads_as(const char *reading, double value)
{
	size_t length = strlen(reading);
	bool padded = strchr(reading, '.') != NULL && reading[length - 1] == '0';

	return !padded && sulih_spelled_value(sulih_view_make(reading, length)) == value;
}

static bool is_of(const struct number *one, double value)
{
	return reads_as(one->readings[0], value) || reads_as(one->readings[1], value);
}

static bool says(const struct sulih_spelled *words, const struct number *one)
{
	for (size_t i = 0; i < words->count; i++)
		if (is_of(one, words->items[i].value))
			return true;
	return false;
}

static void spell(const struct sulih_part *parts, size_t count, bool english,
		  struct sulih_spelled *out)
{
	for (size_t i = 0; i < count; i++)
		if (parts[i].placeholder == 0)
			sulih_spelled_read(parts[i].text, english, out);
}

/* Whether what a word of the answer counts is said in the source. */
static bool is_said(double value, const struct numbers *from, const struct sulih_spelled *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->items[i].value == value)
			return true;
	for (size_t i = 0; i < from->count; i++)
		if (is_of(&from->items[i], value))
			return true;
	return false;
}

/* One and two are in too many phrases ("one of them", "the two"). */
static bool counts_otherwise(const struct sulih_spelled *answer, const struct numbers *from,
			     const struct sulih_spelled *source)
{
	for (size_t i = 0; i < answer->count; i++)
		if (answer->items[i].count && answer->items[i].value > 2 &&
		    !is_said(answer->items[i].value, from, source))
			return true;
	return false;
}

/* Whether a name is of these parts: masked, or in clear.  A piece of a sentence has those of the
 * whole sentence beside it. */
static bool is_here(const struct sulih_placeholder *name, const struct sulih_part *parts,
		    size_t count)
{
	bool here = name->source.length == 0; /* who does not say where it stood */

	for (size_t i = 0; i < count && !here; i++)
		here = parts[i].placeholder != 0
			       ? parts[i].placeholder == name->number
			       : parts[i].text.length > 0 &&
					 sulih_view_holds(parts[i].text, name->source);
	return here;
}

static void collect_parts(const struct sulih_part *parts, size_t count, struct numbers *out)
{
	out->count = 0;
	for (size_t i = 0; i < count; i++)
		if (parts[i].placeholder == 0)
			collect(parts[i].text, out);
}

unsigned sulih_verify_numbers(const struct sulih_part *source, size_t source_count,
			      const struct sulih_part *target, size_t target_count,
			      struct sulih_wire_names names)
{
	struct numbers from, to; /* the items are large, and few are used */
	struct sulih_spelled said, answered;
	size_t own;

	collect_parts(source, source_count, &from);
	collect_parts(target, target_count, &to);
	own = from.count;
	said.count = answered.count = 0;
	spell(target, target_count, true, &answered);
	if (own == 0 && to.count == 0 && answered.count == 0)
		return 0;
	spell(source, source_count, false, &said);
	spell(source, source_count, true, &said); /* Ocean's Eleven */
	for (size_t i = 0; i < names.count; i++) {
		if (!is_here(&names.items[i], source, source_count))
			continue;
		collect(names.items[i].source, &from);
		collect(names.items[i].target, &from);
		sulih_spelled_read(names.items[i].source, false, &said);
		sulih_spelled_read(names.items[i].target, true, &said);
	}
	for (size_t i = 0; i < to.count; i++)
		if (!holds(&from, &to.items[i]) && !says(&said, &to.items[i]))
			return SULIH_FAULT_NUMBER;
	for (size_t i = 0; i < own; i++)
		if (!holds(&to, &from.items[i]) && !says(&answered, &from.items[i]))
			return SULIH_FAULT_NUMBER;
	return counts_otherwise(&answered, &from, &said) ? SULIH_FAULT_COUNT : 0;
}
