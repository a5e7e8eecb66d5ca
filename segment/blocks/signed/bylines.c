/*
 * Bylines: lines that name who wrote the article, and when.
 */
#include "segment/blocks/signed/signed.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/furniture/boilerplate.h"
#include "segment/blocks/datelines/dateline.h"
#include "segment/blocks/furniture/opening.h"

/* `rs/hp (AFP, Reuters, dpa)`: two codes, then the agencies. */
static bool is_code_with_agencies(struct sulih_view text)
{
	enum { LONGEST = 60 };
	size_t at = 0, slashes = 0;

	while (at < text.length && (sulih_byte_is_lower(text.data[at]) || text.data[at] == '/'))
		slashes += text.data[at++] == '/';
	return text.length <= LONGEST && slashes > 0 && at < 12 && at + 4 < text.length &&
	       text.data[at] == ' ' && text.data[at + 1] == '(' &&
	       text.data[text.length - 1] == ')' && memchr(text.data, '.', text.length) == NULL;
}

/* `Rat/Dew`: two short parts with a capital each, one slash. */
static bool is_capital_code(struct sulih_view text)
{
	enum { PART_LEAST = 2, PART_MOST = 4 };
	const char *slash = memchr(text.data, '/', text.length);
	size_t first = slash ? (size_t)(slash - text.data) : 0, second = text.length - first - 1;

	if (first < PART_LEAST || first > PART_MOST || second < PART_LEAST || second > PART_MOST)
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (i != first && (i == 0 || i == first + 1 ? !sulih_byte_is_upper(text.data[i])
							    : !sulih_byte_is_lower(text.data[i])))
			return false;
	return true;
}

/* `(ant/ful)`, `[Red]`, `nus`, `***`, `(Tribunnews.com/Yunita)`: who wrote it. */
static bool is_reporter_code(struct sulih_view text, const struct shape *shape)
{
	bool bracket;
	char last;

	/* `*** (rat)` */
	if (sulih_view_starts(text, SULIH_VIEW("*** (")))
		text = sulih_view_slice(text, 4, text.length);
	/* *(red)* */
	while (text.length > 2 && text.data[0] == '*' && text.data[text.length - 1] == '*')
		text = sulih_view_slice(text, 1, text.length - 1);
	/* `*wan` */
	if (text.length > 2 && text.length <= 6 && text.data[0] == '*')
		return shape->letters + 1 == text.length && shape->upper == 0;
	/* `-rat-` */
	if (text.length > 3 && text.length <= 7 && text.data[0] == '-' &&
	    text.data[text.length - 1] == '-' && shape->letters + 2 == text.length)
		return shape->upper == 0;
	bracket = text.data[0] == '(' || text.data[0] == '[' || text.data[0] == '{';
	last = text.data[text.length - 1];

	/* `(Red.)` */
	if (bracket && last == ')' && text.length <= 8 && shape->letters + 3 == text.length)
		return true;
	if (text.length > 70 || shape->finished || shape->inner_stop)
		return false;
	if (bracket && (last == ')' || last == ']' || last == '}'))
		return memchr(text.data, '.', text.length) == NULL || shape->words <= 4 ||
		       memchr(text.data, '/', text.length) != NULL;
	if (text.length <= 12 && shape->letters >= 2 && shape->upper == 0 &&
	    memchr(text.data, ' ', text.length) == NULL)
		return memchr(text.data, '/', text.length) != NULL || text.length <= 3;
	if (is_capital_code(text))
		return true;
	return shape->letters == 0 && memchr(text.data, '*', text.length) != NULL;
}

/* `Kompas`, `Bisnis.com`, `inews.id` */
static bool is_outlet(struct sulih_view word)
{
	return sulih_match_phrase(&sulih_list_outlets, word, 0) == word.length ||
	       sulih_has_outlet_ending(word);
}

/* `Tribunnews.com/Ratna Dewi` under the heading: the outlet, then who wrote for it. */
static bool is_outlet_signature(size_t index, struct sulih_view text)
{
	enum { LONGEST = 60 };
	const char *slash = text.length > LONGEST ? NULL : memchr(text.data, '/', text.length);
	size_t at = slash ? (size_t)(slash - text.data) : 0;

	return index > 0 && at > 0 && is_outlet(sulih_view_slice(text, 0, at)) &&
	       sulih_are_names(sulih_view_slice(text, at + 1, text.length));
}

/* `kumparanTRAVEL` between headline and article: the outlet has written it. */
static bool is_lone_outlet(const struct sulih_segmentation *out, size_t index,
			   struct sulih_view text)
{
	return index > 0 && index + 1 < out->blocks.count &&
	       out->blocks.items[index - 1].role == SULIH_ROLE_HEADING &&
	       sulih_opens_article(out, index) && is_outlet(text);
}

/* `Budi Santoso - detikNews`, `Sari Dewi, CNN Indonesia`: a name, then the outlet. */
static bool is_signature(size_t index, struct sulih_view text, const struct shape *shape)
{
	static const char *const callings[] = { "Jurnalis", "Wartawan",	   "Reporter",
						"Editor",   "Kontributor", "Koresponden" };
	size_t at = text.length, name;

	if (text.length > 90 || shape->finished || shape->words < 2 || shape->words > 8 ||
	    sulih_view_holds(text, SULIH_VIEW(". Foto: ")) ||
	    (shape->capitals + 1 < shape->words && !sulih_view_starts(text, SULIH_VIEW("Tim "))))
		return false;
	while (at > 0 && strchr("-|,/", text.data[at - 1]) == NULL &&
	       (unsigned char)text.data[at - 1] != 0x93)
		at--;
	if (at == 0) /* `Tim detikJabar` */
		return sulih_view_starts(text, SULIH_VIEW("Tim ")) &&
		       sulih_match_phrase(&sulih_list_outlets, text, 4) == text.length - 4;
	for (name = at - 1; name > 0 && text.data[name - 1] == ' ';)
		name--;
	/* above an article `Harga Beras Naik - Kompas.com` is the title of its page */
	if (index == 0 && text.data[at - 1] == '-' &&
	    !sulih_are_names(sulih_view_slice(text, 0, name)))
		return false;
	while (at < text.length && text.data[at] == ' ')
		at++;
	/* `Ratna Dewi, Jurnalis` */
	if (index > 0 && SULIH_VIEW_IS_ONE_OF(sulih_view_slice(text, at, text.length), callings))
		return sulih_are_names(sulih_view_slice(text, 0, name));
	return at < text.length &&
	       sulih_match_phrase(&sulih_list_outlets, text, at) == text.length - at;
}

/* The next line tells when the article appeared, or that it is the newsroom's: `Tim Redaksi`. */
static bool byline_follows(const struct sulih_segmentation *out, size_t index)
{
	struct sulih_view next;
	struct opening opening;

	if (index + 1 >= out->blocks.count)
		return false;
	next = sulih_running_slice(out, out->blocks.items[index + 1].span);
	return sulih_is_date_line(next) ||
	       (sulih_find_opening(next, &opening) && opening.role == SULIH_ROLE_BYLINE &&
		opening.end == next.length);
}

/* `Ratna Dewi , Jurnalis-Senin, 3 Maret 2025 | 10:15 WIB`: a name, then the date line. */
static bool is_dated_name(struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 110 };
	const char *comma = memchr(text.data, ',', text.length);
	size_t name = comma ? (size_t)(comma - text.data) : 0, date;
	struct sulih_view first;

	if (comma == NULL || text.length > LONGEST || shape->finished)
		return false;
	while (name > 0 && text.data[name - 1] == ' ')
		name--;
	for (date = (size_t)(comma - text.data) + 1; date + 1 < text.length; date++)
		if (text.data[date] == '-' || text.data[date] == '|' ||
		    memcmp(text.data + date, "\xC2\xB7", 2) == 0)
			break;
	first = sulih_view_slice(text, 0, name);
	return date + 1 < text.length && (sulih_are_names(first) || is_outlet(first)) &&
	       sulih_is_date_line(sulih_view_slice(text, date + 1, text.length));
}

/* `Editor` on a line of its own: a name follows, be it a single word. */
static bool behind_label(const struct sulih_segmentation *out, size_t index)
{
	struct sulih_view before = sulih_running_slice(out, out->blocks.items[index - 1].span);
	struct opening opening;

	return sulih_find_opening(before, &opening) && opening.role == SULIH_ROLE_BYLINE &&
	       opening.end == before.length;
}

/* `Ratna Dewi, Bagus Prasetyo` under the heading and the date line: who wrote it. */
static bool is_name_line(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			 const struct shape *shape)
{
	bool headed = false;

	if (index < 1 || index > 6 ||
	    (out->blocks.items[index - 1].role != SULIH_ROLE_BYLINE &&
	     !(byline_follows(out, index) && sulih_are_names(text))) ||
	    (shape->words < 2 && !behind_label(out, index)) || shape->words > 8 ||
	    shape->capitals != shape->words || shape->finished || shape->asks || text.length > 90 ||
	    memchr(text.data, ':', text.length) != NULL)
		return false;
	for (size_t i = 0; i < index; i++)
		headed |= out->blocks.items[i].role == SULIH_ROLE_HEADING;
	return headed && (shape->words <= 4 || memchr(text.data, ',', text.length) != NULL);
}

/* `Laporan Ratna Dewi dari Semarang` under the heading: names, then a known place. */
static bool is_report_line(size_t index, struct sulih_view text, const struct shape *shape)
{
	static const struct sulih_view opening = { "Laporan ", 8 };
	const char *from, *comma;
	size_t place, end = opening.length;
	char room[48];
	struct sulih_view first;

	if (index == 0 || shape->finished || text.length > 90 || shape->words > 8 ||
	    !sulih_view_starts(text, opening))
		return false;
	from = memmem(text.data, text.length, " dari ", 6);
	comma = memmem(text.data, text.length, ", ", 2);
	place = from ? (size_t)(from - text.data) + 6 : comma ? (size_t)(comma - text.data) + 2 : 0;
	if (place <= opening.length + 6 || place >= text.length ||
	    shape->capitals + (from != NULL) != shape->words)
		return false;
	while (end < place && text.data[end] != ' ' && text.data[end] != ',')
		end++;
	first = sulih_view_slice(text, opening.length, end);
	if (!sulih_table_has(&sulih_list_given_names, first) &&
	    sulih_word_known(sulih_lower_key(first, room, sizeof(room))))
		return false; /* `Laporan Warga dari Semarang` */
	return sulih_dateline_place(text, place) > 0 ||
	       (from != NULL &&
		sulih_is_listed_person(sulih_view_slice(text, opening.length, place - 6)));
}

/* `Semarang, 3 Maret 2025` above the names of those who sign; `Bisnis.com, SEMARANG` below the
 * heading. */
static bool is_place_line(struct sulih_view text, const struct shape *shape)
{
	enum { LONGEST = 60 };
	const char *comma = memchr(text.data, ',', text.length);
	size_t at = comma ? (size_t)(comma - text.data) : 0;
	struct sulih_view first = sulih_view_slice(text, 0, at), second;

	if (comma == NULL || text.length > LONGEST || at + 2 >= text.length || shape->finished ||
	    shape->words > 4)
		return false;
	second = sulih_view_slice(text, at + 2, text.length);
	/* a date with its year says enough of a place that no list has */
	if (sulih_dateline_place(first, 0) == first.length ||
	    (shape->words <= 3 && shape->capitals == shape->words &&
	     memchr(first.data, ' ', first.length) == NULL &&
	     sulih_byte_is_digit(text.data[text.length - 4])))
		return second.data[0] >= '0' && second.data[0] <= '9' && sulih_is_date_line(second);
	return is_outlet(first) && sulih_dateline_place(second, 0) == second.length;
}

/* `INDEKS BERITA`: every word is a word of the language, and nobody's name. */
static bool are_plain_words(struct sulih_view text)
{
	size_t at = 0;

	while (at < text.length) {
		const char *blank = memchr(text.data + at, ' ', text.length - at);
		size_t end = blank ? (size_t)(blank - text.data) : text.length;
		char room[48];

		if (!sulih_word_known(
			    sulih_lower_key(sulih_view_slice(text, at, end), room, sizeof(room))))
			return false;
		at = end + 1;
	}
	return true;
}

/* `RATNA DEWI` at the end of an article: who wrote it. */
static bool is_shouted_name(const struct sulih_segmentation *out, size_t index,
			    struct sulih_view text, const struct shape *shape)
{
	return index > 0 && index + 1 == out->blocks.count && shape->words >= 2 &&
	       out->blocks.items[index - 1].role != SULIH_ROLE_HEADING && shape->words <= 4 &&
	       shape->upper == shape->letters && !shape->finished && !shape->asks &&
	       !are_plain_words(text);
}

bool sulih_is_byline(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		     const struct shape *shape)
{
	return is_reporter_code(text, shape) || is_code_with_agencies(text) ||
	       is_signature(index, text, shape) || is_outlet_signature(index, text) ||
	       is_name_line(out, index, text, shape) || is_dated_name(text, shape) ||
	       is_report_line(index, text, shape) || is_place_line(text, shape) ||
	       is_shouted_name(out, index, text, shape) ||
	       sulih_is_dated_signature(index, text, shape) ||
	       sulih_is_lone_name(out, index, text, shape) ||
	       sulih_is_unknown_signature(out, index, text, shape) ||
	       sulih_is_affiliation(out, index, text, shape) ||
	       sulih_is_titled_name(out, index, text, shape) || is_lone_outlet(out, index, text);
}
