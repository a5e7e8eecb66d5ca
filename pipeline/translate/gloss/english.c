#include "pipeline/translate/gloss/english.h"

#include "lists.h"

static bool vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool ends(struct sulih_view word, const char *end)
{
	return sulih_view_ends(word, sulih_view_of(end));
}

/* Splits off the first word; *rest begins with the blank. */
static struct sulih_view first_word(struct sulih_view text, struct sulih_view *rest)
{
	const char *blank = memchr(text.data, ' ', text.length);
	size_t length = blank ? (size_t)(blank - text.data) : text.length;

	*rest = sulih_view_slice(text, length, text.length);
	return sulih_view_slice(text, 0, length);
}

/* One syllable that ends in consonant, vowel, consonant doubles its end: stop → stopped. */
static bool doubles(struct sulih_view word)
{
	size_t n = word.length, vowels = 0;

	if (n < 3 || vowel(word.data[n - 1]) || !vowel(word.data[n - 2]) ||
	    vowel(word.data[n - 3]) || strchr("wxy", word.data[n - 1]) != NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		vowels += vowel(word.data[i]);
	return vowels == 1;
}

static bool consonant_y(struct sulih_view word)
{
	return word.length > 1 && ends(word, "y") && !vowel(word.data[word.length - 2]);
}

/* The word as it stands before -ed and -ing. */
static void add_doubled(struct sulih_view word, struct sulih_buffer *out)
{
	sulih_buffer_add(out, word);
	if (doubles(word))
		sulih_buffer_putc(out, word.data[word.length - 1]);
}

static void add_ed(struct sulih_view word, struct sulih_buffer *out)
{
	if (consonant_y(word)) {
		sulih_buffer_append(out, word.data, word.length - 1);
		sulih_buffer_puts(out, "ied");
		return;
	}
	add_doubled(word, out);
	sulih_buffer_puts(out, ends(word, "e") ? "d" : "ed");
}

static void add_ing(struct sulih_view word, struct sulih_buffer *out)
{
	if (ends(word, "ie")) { /* die → dying */
		sulih_buffer_append(out, word.data, word.length - 2);
		sulih_buffer_puts(out, "ying");
		return;
	}
	if (word.length > 2 && ends(word, "e") && !ends(word, "ee") && !ends(word, "ye") &&
	    !ends(word, "oe")) {
		sulih_buffer_append(out, word.data, word.length - 1);
		sulih_buffer_puts(out, "ing");
		return;
	}
	add_doubled(word, out);
	sulih_buffer_puts(out, "ing");
}

void sulih_english_verb(struct sulih_view base, enum sulih_verb_form form, struct sulih_buffer *out)
{
	struct sulih_view rest, verb = first_word(base, &rest);
	struct sulih_row row = sulih_table_find(&sulih_list_irregular_verbs, verb);
	struct sulih_view listed = { "", 0 };

	if (row.listed && form != SULIH_VERB_BASE)
		listed = sulih_row_column(&row, (unsigned)form); /* past, participle, -ing */
	if (form == SULIH_VERB_BASE)
		sulih_buffer_add(out, verb);
	else if (listed.length > 0)
		sulih_buffer_add(out, listed);
	else if (form == SULIH_VERB_ING)
		add_ing(verb, out);
	else
		add_ed(verb, out);
	sulih_buffer_add(out, rest);
}

static size_t last_word(struct sulih_view text)
{
	size_t at = text.length;

	while (at > 0 && text.data[at - 1] != ' ')
		at--;
	return at;
}

void sulih_english_plural(struct sulih_view noun, struct sulih_buffer *out)
{
	struct sulih_view rest = { "", 0 }, head = noun, listed;
	struct sulih_row row;
	size_t of = 0, at;

	/* the word before "of", "to", "in" carries the number: sheet of → sheets of */
	for (size_t i = 1; i + 3 < noun.length && of == 0; i++)
		if (memcmp(noun.data + i, " of ", 4) == 0)
			of = i;
	if (of > 0) {
		rest = sulih_view_slice(noun, of, noun.length);
		head = sulih_view_slice(noun, 0, of);
	}
	at = last_word(head);
	sulih_buffer_append(out, head.data, at);
	head = sulih_view_slice(head, at, head.length);
	row = sulih_table_find(&sulih_list_irregular_plurals, head);
	listed = sulih_row_column(&row, 1);
	if (row.listed) {
		sulih_buffer_add(out, listed);
	} else if (consonant_y(head)) {
		sulih_buffer_append(out, head.data, head.length - 1);
		sulih_buffer_puts(out, "ies");
	} else {
		sulih_buffer_add(out, head);
		if (ends(head, "s") || ends(head, "x") || ends(head, "z") || ends(head, "ch") ||
		    ends(head, "sh"))
			sulih_buffer_putc(out, 'e');
		sulih_buffer_putc(out, 's');
	}
	sulih_buffer_add(out, rest);
}

void sulih_english_adverb(struct sulih_view adjective, struct sulih_buffer *out)
{
	struct sulih_view word = adjective;

	if (ends(word, "ly") || memchr(word.data, ' ', word.length) != NULL) {
		sulih_buffer_puts(out, vowel(word.data[0]) ? "in an " : "in a ");
		sulih_buffer_add(out, word);
		sulih_buffer_puts(out, " way");
	} else if (ends(word, "ic")) {
		sulih_buffer_add(out, word);
		sulih_buffer_puts(out, sulih_view_is(word, "public") ? "ly" : "ally");
	} else if (ends(word, "le")) {
		sulih_buffer_append(out, word.data, word.length - 1);
		sulih_buffer_putc(out, 'y');
	} else if (consonant_y(word)) {
		sulih_buffer_append(out, word.data, word.length - 1);
		sulih_buffer_puts(out, "ily");
	} else if (ends(word, "ll")) {
		sulih_buffer_add(out, word);
		sulih_buffer_putc(out, 'y');
	} else {
		sulih_buffer_add(out, word);
		sulih_buffer_puts(out, "ly");
	}
}

/* What stands before -er, -est: happi-, bigg-. */
static void put_stem(struct sulih_view word, struct sulih_buffer *out)
{
	if (consonant_y(word)) {
		sulih_buffer_append(out, word.data, word.length - 1);
		sulih_buffer_putc(out, 'i');
	} else {
		sulih_buffer_add(out, word);
		if (doubles(word))
			sulih_buffer_putc(out, word.data[word.length - 1]);
	}
}

void sulih_english_degree(struct sulih_view adjective, bool most, struct sulih_buffer *out)
{
	struct sulih_view word = adjective;
	size_t vowels = 0;

	if (sulih_view_is(word, "good") || sulih_view_is(word, "well")) {
		sulih_buffer_puts(out, most ? "best" : "better");
		return;
	}
	if (sulih_view_is(word, "bad")) {
		sulih_buffer_puts(out, most ? "worst" : "worse");
		return;
	}
	for (size_t i = 0; i < word.length; i++)
		vowels += vowel(word.data[i]) && (i == 0 || !vowel(word.data[i - 1])) &&
			  !(i + 1 == word.length && word.data[i] == 'e');
	if (memchr(word.data, ' ', word.length) != NULL ||
	    !(vowels == 1 && word.length <= 6 && (!ends(word, "ed") && !ends(word, "ue")))) {
		if (!(consonant_y(word) && vowels == 1 && word.length <= 6)) {
			sulih_buffer_puts(out, most ? "most " : "more ");
			sulih_buffer_add(out, word);
			return;
		}
	}
	put_stem(word, out);
	sulih_buffer_puts(out, ends(word, "e") ? (most ? "st" : "r") : (most ? "est" : "er"));
}

void sulih_english_agent(struct sulih_view verb, struct sulih_buffer *out)
{
	struct sulih_view rest, word = first_word(verb, &rest);

	put_stem(word, out);
	sulih_buffer_puts(out, ends(word, "e") ? "r" : "er");
	sulih_buffer_add(out, rest);
}
