/*
 * Number words, read with the list of what each says (lists/number-words.tsv): dua puluh lima,
 * kedua puluh, seratus lima puluh ribu; twenty-five, two hundred and fifty thousand.
 */
#include "pipeline/translate/verify/number_words.h"

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"

enum { LONGEST_WORD = 24, NONE = -1 };

/* The words of one number, while they come. */
struct reader {
	struct sulih_spelled *out;
	const struct sulih_table *words;
	bool english;
	double total, part; /* thousands and more; below a thousand */
	int digit;	    /* not yet known what it counts; NONE */
	bool any;
	bool closed; /* no digit can follow: sebelas, thirteen */
	bool count;
	bool bridge; /* "and", "a" behind it: two hundred and fifty, two and a half */
};

static void say(struct reader *r, double value, bool count)
{
	if (r->out->count == SULIH_MOST_SPELLED)
		return;
	r->out->items[r->out->count].value = value;
	r->out->items[r->out->count++].count = count;
}

static double below(const struct reader *r)
{
	return r->part + (r->digit == NONE ? 0 : r->digit);
}

/* The number ends here. */
static void flush(struct reader *r)
{
	if (r->any)
		say(r, r->total + below(r), r->count);
	r->total = r->part = 0;
	r->digit = NONE;
	r->any = r->closed = r->bridge = false;
	r->count = true;
}

static void read_digit(struct reader *r, int value, bool count)
{
	if (r->digit != NONE || r->closed)
		flush(r);
	r->digit = value;
	r->count = r->count && count;
	r->any = true;
}

/* sepuluh, thirteen; twenty, behind which a digit may stand. */
static void read_whole(struct reader *r, double value, bool closed)
{
	if (r->digit != NONE || r->closed || (r->part > 0 && (long)r->part % 100 != 0))
		flush(r);
	r->part += value;
	r->closed = closed;
	r->any = true;
}

/* belas, puluh: of the digit before it. */
static void read_tens(struct reader *r, bool teens)
{
	if (r->digit == NONE)
		return;
	r->part += teens ? 10 + r->digit : 10 * r->digit;
	r->digit = NONE;
	r->closed = teens;
}

/* By itself it counts nothing: its number may be a figure (20 million), or "a".  Thousands and more
 * are told by what stands before them, since the other language may have that in figures. */
static void read_scale(struct reader *r, double value)
{
	double many = below(r) > 0 ? below(r) : 1;

	if (value < 1000 && r->part >= 100) { /* "one hundred two hundred" */
		many = r->digit == NONE ? 1 : r->digit;
		r->digit = NONE;
		flush(r);
	}
	if (value >= 1000 && r->any)
		say(r, many, r->count);
	r->count = r->count && r->any && value < 1000;
	if (value >= 1000)
		r->total += many * value;
	r->part = value < 1000 ? many * value : 0;
	r->digit = NONE;
	r->closed = false;
	r->any = true;
}

double sulih_spelled_value(struct sulih_view figure)
{
	double value = 0, scale = 1;
	size_t digits = 0;
	bool point = false;

	for (size_t i = 0; i < figure.length; i++) {
		if (figure.data[i] == '.' && !point && digits > 0) {
			point = true;
			continue;
		}
		if (!sulih_byte_is_digit(figure.data[i]) || ++digits > 15)
			return -1;
		value = value * 10 + (figure.data[i] - '0');
		scale *= point ? 10 : 1;
	}
	return digits > 0 ? value / scale : -1;
}

static void say_all(struct reader *r, struct sulih_view values)
{
	while (values.length > 0)
		say(r, sulih_spelled_value(sulih_view_cut(&values, ' ')), false);
}

/* Behind a number it is said by itself too: two decades, a dozen. */
static void read_group(struct reader *r, double value)
{
	double many = r->any ? r->total + below(r) : 1;

	if (r->any)
		say(r, many, false);
	r->any = false;
	flush(r);
	say(r, many * value, false);
}

static void read_half(struct reader *r, struct sulih_view values)
{
	if (r->any)
		say(r, r->total + below(r) + 0.5, false);
	flush(r);
	say_all(r, values);
}

/* Takes a row of the list: word, role, values. */
static void read_row(struct reader *r, const struct sulih_row *row)
{
	struct sulih_view role = sulih_row_column(row, 1), values = sulih_row_column(row, 2);
	struct sulih_view rest = values;
	double value = sulih_spelled_value(sulih_view_cut(&rest, ' '));

	if (sulih_view_is(role, "digit") || sulih_view_is(role, "nth"))
		read_digit(r, (int)value, sulih_view_is(role, "digit"));
	else if (sulih_view_is(role, "fixed") || sulih_view_is(role, "many"))
		read_whole(r, value, sulih_view_is(role, "fixed"));
	else if (sulih_view_is(role, "tens") || sulih_view_is(role, "teens"))
		read_tens(r, sulih_view_is(role, "teens"));
	else if (sulih_view_is(role, "hundred"))
		read_whole(r, value, false);
	else if (sulih_view_is(role, "scale") || sulih_view_is(role, "thousand"))
		read_scale(r, value);
	else if (sulih_view_is(role, "group"))
		read_group(r, value);
	else if (sulih_view_is(role, "half"))
		read_half(r, values);
	else {
		flush(r);
		say_all(r, values);
	}
}

static bool find(const struct reader *r, struct sulih_view word, struct sulih_row *row)
{
	*row = sulih_table_find(r->words, word);
	return row->listed;
}

/* tiganya, limabelas: the word and what hangs on it. */
static bool find_parts(const struct reader *r, struct sulih_view word, struct sulih_row *row,
		       struct sulih_row *behind)
{
	static const char *const ends[] = { "belas", "puluh", "ratus", "ribu",
					    "nya",   "lah",   "kah",   "pun" };

	for (size_t i = 0; i < SULIH_COUNT(ends); i++) {
		size_t length = strlen(ends[i]);

		if (word.length <= length ||
		    memcmp(word.data + word.length - length, ends[i], length) != 0)
			continue;
		if (!find(r, sulih_view_slice(word, 0, word.length - length), row))
			return false;
		find(r, sulih_view_of(ends[i]), behind);
		return true;
	}
	return false;
}

/* "and" and "a" leave open whether the number goes on. */
static bool bridges(struct reader *r, struct sulih_view word)
{
	if (!r->any || !r->english ||
	    !(sulih_view_is(word, "and") ||
	      (r->bridge && (sulih_view_is(word, "a") || sulih_view_is(word, "an")))))
		return false;
	r->bridge = true;
	return true;
}

/* Behind "and" only what is below a hundred goes on, behind hundreds, and a half. */
static void end_bridge(struct reader *r, const struct sulih_row *row)
{
	static const char *const roles[] = { "digit", "nth", "fixed", "many" };
	struct sulih_view role = sulih_row_column(row, 1);
	bool hundreds = r->digit == NONE && r->part >= 100 && (long)r->part % 100 == 0;
	bool goes_on = sulih_view_is(role, "half");

	goes_on = goes_on || (hundreds && SULIH_VIEW_IS_ONE_OF(role, roles));
	if (r->bridge && !goes_on)
		flush(r);
	r->bridge = false;
}

/* kelas VII: in the other language it may be a figure. */
static void read_numeral(struct reader *r, struct sulih_view word)
{
	static const char letters[] = "IVXLC";
	static const int values[] = { 1, 5, 10, 50, 100 };
	int total = 0, last = 0;

	if (!sulih_byte_is_upper(word.data[0]))
		return;
	for (size_t i = word.length; i > 0; i--) {
		const char *letter = strchr(letters, word.data[i - 1]);
		int value = letter != NULL ? values[letter - letters] : 0;

		if (value == 0)
			return;
		total += value < last ? -value : value;
		last = value;
	}
	say(r, total, false);
}

/* `lower` is the word in small letters, `word` as it was written. */
static void read_word(struct reader *r, struct sulih_view lower, struct sulih_view word)
{
	struct sulih_row row, behind = { NULL, NULL, false, false };

	if (find(r, lower, &row) || (!r->english && find_parts(r, lower, &row, &behind))) {
		end_bridge(r, &row);
		read_row(r, &row);
		if (behind.listed)
			read_row(r, &behind);
	} else if (!bridges(r, lower)) {
		flush(r);
		read_numeral(r, word);
	}
}

/* Words of one number are parted by a blank, in English also by a hyphen. */
static bool goes_on(struct sulih_view between, bool english)
{
	return between.length == 1 &&
	       (between.data[0] == ' ' || (english && between.data[0] == '-'));
}

/* Most words of an answer are told from number words by their first letter and length. */
static bool is_none(const struct reader *r, struct sulih_view word)
{
	return r->english && !r->any && (word.length < 2 || !sulih_byte_is_upper(word.data[1])) &&
	       !sulih_table_has_length(r->words, (char)(word.data[0] | 32), word.length);
}

void sulih_spelled_read(struct sulih_view text, bool english, struct sulih_spelled *out)
{
	struct reader r = { .out = out,
			    .words = english ? &sulih_list_english_numbers
					     : &sulih_list_number_words,
			    .english = english,
			    .digit = NONE };
	char room[LONGEST_WORD];
	size_t at = 0, last = 0;

	r.count = true;
	while (at < text.length) {
		struct sulih_view word;
		size_t from;

		while (at < text.length && !sulih_byte_is_letter(text.data[at]))
			at++;
		if (r.any && !goes_on(sulih_view_slice(text, last, at), english))
			flush(&r);
		for (from = at; at < text.length && sulih_byte_is_letter(text.data[at]); at++)
			;
		last = at;
		word = sulih_view_slice(text, from, at);
		if (word.length == 0 || is_none(&r, word))
			continue;
		if (!sulih_byte_is_upper(word.data[0]))
			read_word(&r, word, word);
		else if (word.length < sizeof(room))
			read_word(&r, sulih_lower_key(word, room, sizeof(room)), word);
		else
			flush(&r);
	}
	flush(&r);
}
