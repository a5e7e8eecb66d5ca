#include "pipeline/protect/masks/twice.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"

enum { LONGEST = 40, SHORTEST = 3, WHOLE = 0, NOT_TWICE = -1 };

/* A word with its figure two: "se-" + "gala" + "2" + "nya". */
struct twice {
	size_t start, end; /* of the word, before the figure */
	size_t figure_end;
	struct sulih_view tail; /* letters behind the figure */
	char lower[LONGEST];
	struct sulih_view word;	  /* small */
	struct sulih_view joined; /* with the prefix before a hyphen, without the hyphen */
};

static bool is_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static bool is_part(char c)
{
	return sulih_byte_is_letter(c) || sulih_byte_is_digit(c);
}

static bool is_known(struct sulih_view word)
{
	return word.length >= SHORTEST && sulih_word_known(word);
}

/* Bytes of a figure two at `at`: "2" or "²"; 0: none. */
static size_t figure_two(struct sulih_view text, size_t at)
{
	if (at < text.length && text.data[at] == '2')
		return 1;
	return at + 1 < text.length && memcmp(text.data + at, "\xC2\xB2", 2) == 0 ? 2 : 0;
}

/* What may stand before a word: no part of a word, code or address. */
static bool may_begin(struct sulih_view text, size_t at)
{
	if (at == 0)
		return true;
	if ((unsigned char)text.data[at - 1] < 0x80)
		return is_among(text.data[at - 1], " \n\t(\"'[/-");
	/* curly marks and dashes */
	return at > 2 && (unsigned char)text.data[at - 3] == 0xE2 &&
	       (unsigned char)text.data[at - 2] == 0x80;
}

/* ... and behind it: "anak2.", but not "anak2.5", "anak2-anak", "anak2_x". */
static bool may_end(struct sulih_view text, size_t at)
{
	char next = at < text.length ? text.data[at] : ' ';
	char second = at + 1 < text.length ? text.data[at + 1] : ' ';

	if (is_part(next) || is_among(next, "_@&=%+*#"))
		return false;
	return !is_among(next, "-.,:/") || !is_part(second);
}

/* se-gala2nya, ber-sama2: the prefix stands before a hyphen. */
static bool join_prefix(struct sulih_view text, struct twice *t)
{
	size_t hyphen = t->start - 1, start = hyphen, length;

	while (start > 0 && sulih_byte_is_letter(text.data[start - 1]) && hyphen - start < 4)
		start--;
	length = hyphen - start;
	if (length + t->word.length > LONGEST || !may_begin(text, start))
		return false;
	memmove(t->lower + length, t->lower, t->word.length);
	for (size_t i = 0; i < length; i++)
		t->lower[i] = (char)(text.data[start + i] | 32);
	t->joined = sulih_view_make(t->lower, length + t->word.length);
	t->word = sulih_view_slice(t->joined, length, t->joined.length);
	return sulih_table_says(&sulih_list_affixes, sulih_view_make(t->lower, length),
				"before-half");
}

/* Reads the word before the figure at `at`, its letters small but for the first. */
static bool read_word(struct sulih_view text, size_t from, size_t at, struct twice *t)
{
	size_t end = t->figure_end;

	t->start = t->end = at;
	while (t->start > from && sulih_byte_is_letter(text.data[t->start - 1]))
		t->start--;
	if (at - t->start < SHORTEST || at - t->start > LONGEST || !may_begin(text, t->start))
		return false;
	for (size_t i = t->start; i < at; i++) {
		if (i > t->start && text.data[i] < 'a')
			return false;
		t->lower[i - t->start] = (char)(text.data[i] | 32);
	}
	t->word = t->joined = sulih_view_make(t->lower, at - t->start);
	while (end < text.length && text.data[end] >= 'a' && text.data[end] <= 'z')
		end++;
	t->tail = sulih_view_slice(text, t->figure_end, end);
	if ((t->tail.length > 0 &&
	     !sulih_table_says(&sulih_list_affixes, t->tail, "behind-half")) ||
	    !may_end(text, end))
		return false;
	return t->start == from || text.data[t->start - 1] != '-' || join_prefix(text, t);
}

/* menari → 2, mencari → 3: meN- gives its nasal to the second half where it took the place of
 * a letter (menari-nari), and not where the letter is still there (mencari-cari). */
static int active_stem(struct sulih_view word)
{
	static const struct {
		const char *prefix, *letter;
	} nasals[] = { { "meng", "k" }, { "meny", "s" }, { "mem", "p" }, { "men", "t" } };
	char room[LONGEST + 1];

	for (size_t i = 0; i < SULIH_COUNT(nasals); i++) {
		size_t length = strlen(nasals[i].prefix);
		struct sulih_view rest;

		if (!sulih_view_starts(word, sulih_view_of(nasals[i].prefix)))
			continue;
		rest = sulih_view_slice(word, length, word.length);
		if (is_known(rest))
			return (int)length;
		room[0] = nasals[i].letter[0];
		memcpy(room + 1, rest.data, rest.length);
		if (is_known(sulih_view_make(room, rest.length + 1)))
			return 2;
	}
	return is_known(sulih_view_slice(word, 2, word.length)) ? 2 : WHOLE;
}

/* kupu-kupu, sia-sia: words that there are only twice. */
static bool is_known_twice(struct sulih_view word)
{
	char room[LONGEST + 1];

	memcpy(room, word.data, word.length);
	room[word.length] = '2';
	return sulih_word_known(sulih_view_make(room, word.length + 1));
}

/*
 * Where the repeated stem begins in the word.  Nouns and adjectives are said twice as a whole
 * (pemuda-pemuda); of verbs and adverbs the stem is (bermain-main, seolah-olah), also in
 * se-…-nya and ke-…-an (sebaik-baiknya, kebarat-baratan).
 */
static int stem_of(const struct twice *t)
{
	struct sulih_view word = t->word, rest = sulih_view_slice(word, 2, word.length);
	bool owned = sulih_view_starts(t->tail, SULIH_VIEW("nya"));
	bool state = sulih_view_starts(t->tail, SULIH_VIEW("an"));
	bool noun, content;
	struct sulih_word found;

	if (!sulih_word_find(word, &found)) {
		if ((sulih_view_starts(word, SULIH_VIEW("ke")) && state && is_known(rest)) ||
		    (sulih_view_starts(word, SULIH_VIEW("se")) && owned && is_known(rest)))
			return 2;
		return is_known_twice(word) || (word.length < t->joined.length &&
						sulih_word_known(t->joined))
			       ? WHOLE
			       : NOT_TWICE;
	}
	noun = found.word_class == SULIH_WORD_NOUN;
	content = noun || found.word_class == SULIH_WORD_ADJECTIVE;
	if (sulih_view_starts(word, SULIH_VIEW("se")) && !noun &&
	    (owned || found.word_class == SULIH_WORD_CONJUNCTION ||
	     found.affixes & SULIH_AFFIX_SE || (!content && is_known(rest))))
		return word.length > 4 ? 2 : WHOLE;
	if (content)
		return WHOLE;
	if (sulih_view_starts(word, SULIH_VIEW("me")) && found.word_class == SULIH_WORD_VERB)
		return active_stem(word);
	if (sulih_view_starts(word, SULIH_VIEW("di")))
		return is_known(rest) ? 2 : WHOLE;
	if (sulih_view_starts(word, SULIH_VIEW("ber")) ||
	    sulih_view_starts(word, SULIH_VIEW("ter")))
		return is_known(sulih_view_slice(word, 3, word.length)) ? 3 : WHOLE;
	return WHOLE;
}

/* kelas2, km2: a number that lost its blank, or a square. */
static bool takes_number(const struct twice *t)
{
	struct sulih_row unit = sulih_table_find(&sulih_list_measures, t->word);

	/* "orang", which counts persons, is in the list of measures too */
	return t->tail.length == 0 &&
	       (sulih_table_has(&sulih_list_counted_nouns, t->word) ||
		(unit.listed && !sulih_view_is(sulih_row_column(&unit, 1), "count")));
}

/* The first `byte` from `at` on, or the text's end. */
static size_t find_byte(struct sulih_view text, size_t at, char byte)
{
	const char *found =
		at < text.length ? memchr(text.data + at, byte, text.length - at) : NULL;

	return found != NULL ? (size_t)(found - text.data) : text.length;
}

/* The same, with what is known of the text: no such byte is between *from and *next. */
static size_t next_byte(struct sulih_view text, size_t at, char byte, size_t *from, size_t *next)
{
	if (at > *next) {
		*next = find_byte(text, at, byte);
		*from = at;
	} else if (at < *from) {
		size_t found = find_byte(sulih_view_slice(text, 0, *from), at, byte);

		*next = found < *from ? found : *next;
		*from = at;
	}
	return *next;
}

static size_t next_figure(struct sulih_view text, size_t at, struct sulih_figures_ahead *ahead)
{
	size_t plain = next_byte(text, at, '2', &ahead->plain.from, &ahead->plain.next);
	size_t raised = next_byte(text, at, '\xC2', &ahead->raised.from, &ahead->raised.next);

	return plain < raised ? plain : raised;
}

bool sulih_write_twice(struct sulih_view text, struct sulih_span part,
		       struct sulih_figures_ahead *ahead, struct sulih_buffer *out)
{
	const struct sulih_view whole = text;
	size_t done = part.start;
	bool found = false;

	text.length = part.end;
	/* a word stands before the figure */
	for (size_t at = part.start + 1; at < part.end; at++) {
		struct twice t;
		int stem;

		at = next_figure(whole, at, ahead);
		if (at >= part.end)
			break;
		t.figure_end = at + figure_two(text, at);
		if (t.figure_end == at || !sulih_byte_is_letter(text.data[at - 1]) ||
		    !read_word(text, part.start, at, &t) || takes_number(&t))
			continue;
		stem = stem_of(&t);
		if (stem == NOT_TWICE)
			continue;
		sulih_buffer_add(out, sulih_view_slice(text, done, at));
		sulih_buffer_putc(out, '-');
		sulih_buffer_add(out, sulih_view_slice(t.word, (size_t)stem, t.word.length));
		done = t.figure_end;
		found = true;
	}
	if (found)
		sulih_buffer_add(out, sulih_view_slice(text, done, part.end));
	return found;
}
