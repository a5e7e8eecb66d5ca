#include "pipeline/translate/verify/verify.h"

#include <strings.h>

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"

enum { SHORT = 20, ECHO_WORDS = 4, RESIDUE_WORDS = 3 };

bool sulih_verify_has_words(const struct sulih_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;
		size_t used;

		for (size_t at = 0; parts[i].placeholder == 0 && at < text.length; at += used)
			if (sulih_is_letter(
				    sulih_utf8_decode(text.data + at, text.length - at, &used)))
				return true;
	}
	return false;
}

/* A loop without a way out, which the compiler turns into one of many bytes at a time. */
static size_t ascii_letters(struct sulih_view text)
{
	size_t found = 0;

	for (size_t i = 0; i < text.length; i++)
		found += sulih_byte_is_letter(text.data[i]);
	return found;
}

static size_t letters(const struct sulih_part *parts, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;
		size_t used;

		if (parts[i].placeholder != 0)
			continue;
		for (size_t at = 0; at < text.length; at += used) {
			size_t ascii = sulih_utf8_skip_ascii(text, at);

			found += ascii_letters(sulih_view_slice(text, at, ascii));
			at = ascii;
			used = 0;
			if (at < text.length)
				found += sulih_is_letter(
					sulih_utf8_decode(text.data + at, text.length - at, &used));
		}
	}
	return found;
}

static size_t times(const struct sulih_part *parts, size_t count, unsigned number)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += parts[i].placeholder == number;
	return found;
}

static enum sulih_span_kind kind_of(struct sulih_wire_names names, unsigned number)
{
	const struct sulih_placeholder *one = sulih_wire_name(names, number);

	return one != NULL ? one->kind : SULIH_KIND_NAME;
}

/* Each placeholder once; an opening quotation mark never behind its closing one. */
static bool placeholders_sound(const struct sulih_part *source, size_t source_count,
			       const struct sulih_part *target, size_t target_count,
			       struct sulih_wire_names names)
{
	unsigned last_mark = 0;

	for (size_t i = 0; i < source_count; i++)
		if (source[i].placeholder != 0 &&
		    times(target, target_count, source[i].placeholder) !=
			    times(source, source_count, source[i].placeholder))
			return false;
	for (size_t i = 0; i < target_count; i++) {
		unsigned number = target[i].placeholder;

		if (number == 0)
			continue;
		if (times(source, source_count, number) == 0)
			return false;
		if (kind_of(names, number) != SULIH_KIND_MARK)
			continue;
		if (number < last_mark)
			return false;
		last_mark = number;
	}
	return true;
}

/* What the parts end with, behind closing quotes and brackets. */
static uint32_t last_character(const struct sulih_part *parts, size_t count)
{
	for (size_t i = count; i > 0; i--) {
		struct sulih_view text = parts[i - 1].text;
		size_t at = text.length;

		if (parts[i - 1].placeholder != 0)
			return 'x';
		while (at > 0) {
			uint32_t c = sulih_utf8_before(text.data, at, &at);

			if (c != ' ' && c != '"' && c != '\'' && c != ')' && c != ']' &&
			    (c < 0x2018 || c > 0x201F) && c != 0xBB && c != 0xAB)
				return c;
		}
	}
	return 0;
}

static bool is_terminal(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':' || c == ';' ||
	       c == 0x3002;
}

/* `sentences` are those the target has too many or too few: what is strange by its length
 * too is no translation. */
static unsigned check_length(const struct sulih_part *source, size_t source_count,
			     const struct sulih_part *target, size_t target_count, int sentences)
{
	size_t from = letters(source, source_count), to = letters(target, target_count);
	bool cut = is_terminal(last_character(source, source_count)) &&
		   !is_terminal(last_character(target, target_count));

	if (to > 3 * from + 40 || (sentences > 0 && to > 2 * from + 20))
		return SULIH_FAULT_LENGTH;
	/* of a few words the length says nothing */
	if (from >= SHORT && (to * 10 < from * 3 || ((cut || sentences < 0) && to * 10 < from * 7)))
		return SULIH_FAULT_TRUNCATED;
	return (cut ? SULIH_FAULT_SUSPECT : 0) | (sentences != 0 ? SULIH_FAULT_SENTENCES : 0);
}

static bool has_code_point(const struct sulih_part *parts, size_t count, uint32_t wanted)
{
	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;
		size_t used;

		for (size_t at = 0; parts[i].placeholder == 0 && at < text.length; at += used)
			if (sulih_utf8_decode(text.data + at, text.length - at, &used) == wanted)
				return true;
	}
	return false;
}

/* Letters beyond the Latin blocks, private characters and U+FFFD that the source has not. */
static bool script_strays(const struct sulih_part *source, size_t source_count,
			  const struct sulih_part *target, size_t target_count)
{
	size_t strays = 0;

	for (size_t i = 0; i < target_count; i++) {
		struct sulih_view text = target[i].text;
		size_t used;

		for (size_t at = 0; target[i].placeholder == 0 && at < text.length; at += used) {
			uint32_t c;

			at = sulih_utf8_skip_ascii(text, at);
			used = 0;
			if (at == text.length)
				break;
			c = sulih_utf8_decode(text.data + at, text.length - at, &used);
			if (c < 0x370 || (c >= 0x1E00 && c <= 0x1EFF))
				continue;
			if ((c == SULIH_REPLACEMENT || (c >= 0xE000 && c <= 0xF8FF) ||
			     sulih_is_letter(c)) &&
			    !has_code_point(source, source_count, c))
				strays += c == SULIH_REPLACEMENT ? 2 : 1;
		}
	}
	return strays >= 2;
}

enum { SHORTEST_GRAMMAR = 3, LONGEST_GRAMMAR = 6 };

/* Indonesian grammar that no English sentence has; `word` is of ASCII letters. */
static bool is_grammar(struct sulih_view word)
{
	char room[16];

	return word.length >= SHORTEST_GRAMMAR && word.length <= LONGEST_GRAMMAR &&
	       sulih_table_says(&sulih_list_verify_words, sulih_lower_key(word, room, sizeof(room)),
				"grammar");
}

static bool is_indonesian(const struct sulih_part *parts, size_t count)
{
	size_t words = 0, found = 0;

	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;

		for (size_t at = 0; parts[i].placeholder == 0 && at < text.length; at++) {
			size_t from = at;

			while (at < text.length && sulih_byte_is_letter(text.data[at]))
				at++;
			words += at > from;
			found += is_grammar(sulih_view_slice(text, from, at));
		}
	}
	return found >= RESIDUE_WORDS && found * 8 >= words;
}

static bool is_echo(const struct sulih_part *source, size_t source_count,
		    const struct sulih_part *target, size_t target_count)
{
	size_t words = 0;

	if (source_count != target_count)
		return false;
	for (size_t i = 0; i < source_count; i++) {
		if (source[i].placeholder != target[i].placeholder ||
		    !sulih_view_equal(source[i].text, target[i].text))
			return false;
		for (size_t at = 0; at + 1 < source[i].text.length; at++)
			words += source[i].text.data[at] == ' ' &&
				 source[i].text.data[at + 1] >= 'a' &&
				 source[i].text.data[at + 1] <= 'z';
	}
	return words >= ECHO_WORDS;
}

unsigned sulih_verify(const struct sulih_part *source, size_t source_count,
		      const struct sulih_part *target, size_t target_count,
		      struct sulih_wire_names names, const struct sulih_verify_options *options)
{
	unsigned faults = 0;
	int sentences = 0;

	if (sulih_verify_has_words(source, source_count) &&
	    !sulih_verify_has_words(target, target_count))
		faults |= SULIH_FAULT_EMPTY;
	if (!placeholders_sound(source, source_count, target, target_count, names))
		faults |= SULIH_FAULT_PLACEHOLDER;
	faults |= sulih_verify_numbers(source, source_count, target, target_count, names);
	if (sulih_verify_loops(source, source_count, target, target_count))
		faults |= SULIH_FAULT_LOOP;
	if (!options->same_language &&
	    (sulih_verify_markup(source, source_count, target, target_count, names) ||
	     (options->english &&
	      sulih_verify_talk(source, source_count, target, target_count, names))))
		faults |= SULIH_FAULT_TALK;
	if ((faults & SULIH_FAULTS_HARD) == 0 &&
	    script_strays(source, source_count, target, target_count))
		faults |= SULIH_FAULT_SCRIPT;
	/* the count knows English (and what it came from); other scripts end otherwise */
	if (options->english || options->same_language)
		sentences = sulih_verify_sentences(source, source_count, target, target_count);
	if ((faults & SULIH_FAULT_EMPTY) == 0)
		faults |= check_length(source, source_count, target, target_count, sentences);
	if (options->same_language || (faults & SULIH_FAULTS_HARD) != 0)
		return faults;
	if (is_echo(source, source_count, target, target_count))
		faults |= SULIH_NOTE_ECHO;
	else if (options->english && is_indonesian(target, target_count))
		faults |= SULIH_NOTE_RESIDUE;
	return faults;
}
