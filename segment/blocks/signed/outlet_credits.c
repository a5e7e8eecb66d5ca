/* Credits in brackets or behind a stop that only the outlet, or the place under the headline,
 * tells. */
#include "segment/blocks/signed/signed.h"

#include "base/letter.h"
#include "lists.h"
#include "segment/blocks/furniture/opening.h"

/* `(Setpres)`: one word with a capital and small letters. */
static bool is_capital_word(struct sulih_view word)
{
	for (size_t i = 1; i < word.length; i++)
		if (!sulih_byte_is_lower(word.data[i]))
			return false;
	return word.length > 3 && sulih_byte_is_upper(word.data[0]);
}

/* One to four words, each with a capital. */
static bool has_capitals(struct sulih_view text)
{
	enum { MOST_WORDS = 4 };
	unsigned words = 0;

	while (text.length > 0) {
		struct sulih_view word = sulih_view_cut(&text, ' ');

		if (word.length == 0 || !sulih_byte_is_upper(word.data[0]))
			return false;
		words++;
	}
	return words > 0 && words <= MOST_WORDS;
}

/* Under the heading a line that ends with an outlet's name in brackets is a caption, also
 * behind a stop: `Warga mengungsi. (Tempo/Ratna)`, `Danu (kiri). [Antara]`. */
static bool is_credited_line(const struct sulih_segmentation *out, size_t index,
			     struct sulih_view text)
{
	enum { MOST_FOR_WORD = 120 };
	size_t at = text.length - 1, end;

	if (index == 0 || index + 1 >= out->blocks.count || text.length > 250 ||
	    (text.data[at] != ')' && text.data[at] != ']') ||
	    memchr(text.data, '"', text.length) != NULL || !sulih_opens_article(out, index))
		return false;
	while (at > 0 && text.data[at] != '(' && text.data[at] != '[')
		at--;
	for (end = ++at; end < text.length && strchr("/)]", text.data[end]) == NULL; end++)
		;
	/* (Ratna Dewi/detikFoto), (Kabar Pantai/Ratna Dewi): also where no list has the outlet */
	if (end < text.length && text.data[end] == '/' &&
	    (sulih_match_phrase(&sulih_list_outlets, text, end + 1) + end + 2 == text.length ||
	     (at > 1 && has_capitals(sulih_view_slice(text, at, end)) &&
	      has_capitals(sulih_view_slice(text, end + 1, text.length - 1)))))
		return true;
	if (at > 1 && index == 1 && text.length <= MOST_FOR_WORD &&
	    is_capital_word(sulih_view_slice(text, at, text.length - 1)))
		return true;
	return at > 1 && end > at &&
	       (sulih_match_phrase(&sulih_list_outlets, sulih_view_slice(text, 0, end), at) ==
			end - at ||
		sulih_view_ends(sulih_view_slice(text, at, end), SULIH_VIEW(".com")));
}

/* `… di Desa Bunder. Samsul Bahri/Kabarpulau`: under the headline two names with capitals and a
 * slash are a credit, also where no list has the outlet. */
static bool has_unknown_tail(const struct sulih_segmentation *out, size_t index,
			     struct sulih_view text)
{
	enum { LONGEST = 50 };
	const char *stop = memrchr(text.data, '.', text.length), *slash;
	struct sulih_view tail;

	if (index == 0 || index + 1 >= out->blocks.count || stop == NULL)
		return false;
	tail = sulih_view_slice(text, (size_t)(stop - text.data) + 1, text.length);
	if (tail.length < 6 || tail.length > LONGEST || tail.data[0] != ' ')
		return false;
	tail = sulih_view_slice(tail, 1, tail.length);
	slash = memchr(tail.data, '/', tail.length);
	return slash != NULL &&
	       has_capitals(sulih_view_make(tail.data, (size_t)(slash - tail.data))) &&
	       has_capitals(sulih_view_slice(tail, (size_t)(slash - tail.data) + 1, tail.length)) &&
	       sulih_opens_article(out, index);
}

/* `Jembatan gantung (AP)`: an outlet in brackets, and no sentence before it. */
static bool has_bare_outlet(struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 24 };
	const char *open = memrchr(text.data, '(', text.length);
	size_t at = open ? (size_t)(open - text.data) + 1 : 0;

	return !shape->inner_stop && at > 6 && text.length - at <= LONGEST &&
	       text.data[text.length - 1] == ')' && text.data[at - 2] == ' ' &&
	       strchr(".!?\"", text.data[at - 3]) == NULL &&
	       sulih_match_phrase(&sulih_list_outlets, text, at) == text.length - 1 - at;
}

bool sulih_has_outlet_credit(const struct sulih_segmentation *out, size_t index,
			     struct sulih_view text, const struct shape *shape)
{
	if (index == 0)
		return false;
	return has_bare_outlet(text, shape) ||
	       (shape->words >= 3 && (is_credited_line(out, index, text) ||
				      (!shape->finished && has_unknown_tail(out, index, text))));
}
