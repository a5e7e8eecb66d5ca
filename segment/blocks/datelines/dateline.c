#include "segment/blocks/datelines/dateline.h"

#include "base/fold.h"
#include "lists.h"
#include "segment/blocks/datelines/dateline_parts.h"
#include "segment/blocks/furniture/opening.h"

#define DATELINE_LONGEST 120

/* Length in bytes of a dash or colon that ends a dateline at text[at], or 0. */
static size_t dash_at(struct sulih_view text, size_t at)
{
	static const char *const dashes[] = { "---",	      "--",	      "-",
					      "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95" };

	return SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, text.length), dashes);
}

/* The dash must not stand inside a word: `Kompas.com -`, `KOMPAS.com– `, not `Jakarta-Bogor`. */
static bool stands_free(struct sulih_view text, size_t at, size_t length)
{
	bool before = at > 0 && text.data[at - 1] == ' ';
	bool behind = at + length < text.length && text.data[at + length] == ' ';

	return before || behind || length >= 2;
}

/* `JAKARTA, KOMPAS.com-Warga …`, `SOLO-Wali kota …`: no blank at the dash.  An outlet or
 * capitals before it and a word behind that is no place say that it is no compound;
 * `ANTARA/HO-Humas Polri` is a credit. */
static bool is_glued(struct sulih_view text, size_t at, const struct dateline_parts *parts)
{
	return !(at > 3 && memcmp(text.data + at - 3, "/HO", 3) == 0) &&
	       (parts->outlets > 0 || (parts->places > 0 && parts->shouts && parts->other == 0 &&
				       sulih_in_capitals(sulih_view_slice(text, 0, at)))) &&
	       at + 2 < text.length && sulih_byte_is_upper(text.data[at + 1]) &&
	       sulih_byte_is_lower(text.data[at + 2]) && sulih_dateline_place(text, at + 1) == 0;
}

static bool dash_closes(struct sulih_view text, size_t at)
{
	for (size_t end = at + 80; at + 1 < text.length && at < end; at++)
		if (text.data[at] == ' ' && dash_at(text, at + 1) > 0)
			return true;
	return false;
}

/* What follows must be the beginning of a sentence. */
static bool sentence_follows(struct sulih_view text, size_t at, bool colon)
{
	size_t used;
	uint32_t c;

	while (at < text.length && text.data[at] == ' ')
		at++;
	if (at >= text.length)
		return false;
	c = sulih_utf8_decode(text.data + at, text.length - at, &used);
	if (colon) /* `Jakarta: Kota yang Tenggelam` is a heading, `Jakarta: ibu kota …` a topic */
		return !sulih_is_lower(c) && strchr(".\"\x9D", text.data[text.length - 1]) != NULL;
	/* `Kompas.com - situs berita itu - melaporkan …`: an aside between two dashes */
	return !sulih_is_lower(c) || (text.length - at > 40 && !dash_closes(text, at));
}

/* `Solo - Yogyakarta kini hanya …`: a line between two places, and a small word behind. */
static bool is_route(struct sulih_view text, size_t at, const struct dateline_parts *parts)
{
	size_t length;

	if (parts->outlets > 0 || parts->places != 1)
		return false;
	while (at < text.length && text.data[at] == ' ')
		at++;
	length = sulih_dateline_place(text, at);
	return length > 0 && at + length + 1 < text.length && text.data[at + length] == ' ' &&
	       sulih_byte_is_lower(text.data[at + length + 1]);
}

/* `Liputan6.com, Jakarta Anggota DPR …`: the dash is lost; an outlet of the net, a comma
 * and a known place before a capital say enough. */
static size_t dashless(struct sulih_view text)
{
	size_t comma = sulih_dateline_token_end(text, 0), length, at;

	if (comma == 0 || comma + 2 >= text.length || text.data[comma] != ',' ||
	    text.data[comma + 1] != ' ' ||
	    !sulih_is_outlet_domain(sulih_view_slice(text, 0, comma)))
		return 0;
	length = sulih_dateline_place(text, comma + 2);
	at = comma + 2 + length;
	if (length == 0 || at + 40 > text.length || text.data[at] != ' ' ||
	    !sulih_byte_is_upper(text.data[at + 1]))
		return 0;
	return at;
}

/* `HARIAN.CO.ID - JAKARTA. Rupiah …`: the place in capitals and with a stop behind the dash. */
static size_t place_behind(struct sulih_view text, size_t at, const struct dateline_parts *parts)
{
	size_t start = at, length;

	while (at < text.length && text.data[at] == ' ')
		at++;
	length = sulih_dateline_place(text, at);
	if (length == 0 || parts->places > 0 || at + length + 2 >= text.length ||
	    !sulih_in_capitals(sulih_view_slice(text, at, at + length)) ||
	    text.data[at + length] != '.')
		return 0;
	return at + length + 1 - start;
}

/* `JAKARTA - KabarNegeri - …`: one or two words with capitals that no list has, up to a free dash.
 */
static size_t name_before_dash(struct sulih_view text, size_t at)
{
	enum { MOST_WORDS = 2 };
	size_t end = at;

	for (int words = 0; words < MOST_WORDS; words++) {
		if (end >= text.length || !sulih_byte_is_upper(text.data[end]))
			return 0;
		end = sulih_dateline_token_end(text, end);
		if (end + 1 >= text.length || text.data[end] != ' ')
			return 0;
		if (dash_at(text, end + 1) > 0)
			return end - at;
		end++;
	}
	return 0;
}

/* `Jakarta – VOI – Menteri …`, `VOI – Jakarta – …`: place and outlet, each with its dash; the
 * end of the second dash, or `at`. */
static size_t second_dash_end(struct sulih_view text, size_t at, const struct dateline_parts *parts)
{
	size_t start = at, length;

	while (at < text.length && text.data[at] == ' ')
		at++;
	if (at >= text.length || (parts->outlets > 0) == (parts->places > 0))
		return start;
	length = parts->places > 0 ? sulih_match_phrase(&sulih_list_outlets, text, at)
				   : sulih_dateline_place(text, at);
	if (length == 0)
		length = name_before_dash(text, at);
	at += length;
	if (length == 0 || at + 1 >= text.length || text.data[at] != ' ')
		return start;
	length = dash_at(text, at + 1);
	return length > 0 && sentence_follows(text, at + 1 + length, false) ? at + 1 + length
									    : start;
}

/* A small word that no part of a dateline is: whatever follows, the head is running text. */
static bool begins_prose(struct sulih_view text, size_t at)
{
	struct dateline_parts parts = { 0 };

	if (at >= text.length || !sulih_byte_is_lower(text.data[at]))
		return false;
	/* `Maumere, harian.com-Tiga …`: no blank at the dash */
	if (at >= 2 && text.data[at - 2] == ',') {
		const char *dash =
			memchr(text.data + at, '-', sulih_dateline_token_end(text, at) - at);

		text.length = dash ? (size_t)(dash - text.data) : text.length;
	}
	return sulih_read_dateline_part(text, at, &parts) == at;
}

/* `Denpasar | Suara Bali –`: nothing but few words with capitals up to a free dash. */
static bool dash_follows_capitals(struct sulih_view text, size_t at)
{
	enum { MOST_WORDS = 3 };

	for (int words = 0; words <= MOST_WORDS && at < text.length; words++) {
		if (words > 0 && dash_at(text, at) > 0)
			return true;
		if (!sulih_byte_is_upper(text.data[at]))
			return false;
		at = sulih_dateline_token_end(text, at) + 1;
	}
	return false;
}

/* `SUARA.co.id | SURABAYA -`, `SURABAYA | SUARA.co.id -` */
static bool goes_on_behind_bar(struct sulih_view text, size_t at,
			       const struct dateline_parts *parts)
{
	size_t next = at + 2;

	if ((parts->outlets > 0) == (parts->places > 0))
		return false;
	return parts->outlets > 0 ||
	       (next < text.length && (sulih_match_phrase(&sulih_list_outlets, text, next) > 0 ||
				       sulih_is_outlet_domain(sulih_view_slice(
					       text, next, sulih_dateline_token_end(text, next))) ||
				       dash_follows_capitals(text, next)));
}

static size_t dashed(struct sulih_view text)
{
	static const bool may_close[256] = {
		[':'] = true, ['-'] = true, ['|'] = true, [0xE2] = true
	};
	size_t limit = text.length < DATELINE_LONGEST ? text.length : DATELINE_LONGEST;
	unsigned blanks = 0;

	for (size_t at = 1; at < limit && blanks <= 10; at++) {
		unsigned char c = (unsigned char)text.data[at];
		bool colon = c == ':';
		size_t length, second;
		struct dateline_parts parts;
		struct sulih_view head;

		if (c == ' ') {
			blanks++;
			if (begins_prose(text, at + 1))
				return 0;
		}
		if (!may_close[c])
			continue;
		length = colon || c == '|' ? 1 : dash_at(text, at);
		if (length == 0 || (colon && (at + 1 >= limit || text.data[at + 1] != ' ')))
			return 0;
		head = sulih_view_slice(text, 0, at);
		if (!colon && !stands_free(text, at, length) &&
		    !(sulih_read_dateline_head(head, &parts) && is_glued(text, at, &parts)))
			continue;
		if (c == '|' && sulih_read_dateline_head(head, &parts) &&
		    goes_on_behind_bar(text, at, &parts))
			continue;
		if (!sulih_read_dateline_head(head, &parts) ||
		    !sulih_dateline_convinces(&parts, colon) ||
		    (c == '|' && (!parts.shouts || parts.places == 0)) ||
		    is_route(text, at + length, &parts))
			return 0;
		second = colon ? at + length : second_dash_end(text, at + length, &parts);
		if (second > at + length)
			return second;
		if (!sentence_follows(text, at + length, colon))
			return 0;
		return at + length + place_behind(text, at + length, &parts);
	}
	return 0;
}

/* `Medan, (Analisa). Banjir …`: a known place, the paper in brackets, a stop for the dash. */
static size_t stopped(struct sulih_view text)
{
	enum { LONGEST = 24, PLACE_LONGEST = 48 };
	size_t head = text.length < PLACE_LONGEST ? text.length : PLACE_LONGEST, at, open;

	/* most blocks begin without a bracket */
	if (memchr(text.data, '(', head) == NULL)
		return 0;
	at = sulih_dateline_place(text, 0);
	if (at == 0)
		return 0;
	at += at < text.length && text.data[at] == ',';
	open = at + 1;
	if (open + 2 >= text.length || text.data[at] != ' ' || text.data[open] != '(')
		return 0;
	for (at = open + 1; at < text.length && at < open + LONGEST && text.data[at] != ')'; at++)
		if (!sulih_byte_is_letter(text.data[at]) && text.data[at] != ' ')
			return 0;
	return at + 3 < text.length && text.data[at] == ')' && text.data[at + 1] == '.' &&
			       text.data[at + 2] == ' ' &&
			       sulih_byte_is_upper(text.data[open + 1]) &&
			       sulih_byte_is_upper(text.data[at + 3])
		       ? at + 2
		       : 0;
}

/* `RMOL. Presiden …`: an outlet in capitals before a whole sentence, a stop for the dash. */
static size_t stopped_outlet(struct sulih_view text)
{
	enum { LETTERS = 3, SENTENCE = 40 };
	size_t length;

	for (size_t i = 0; i < LETTERS; i++)
		if (i >= text.length || !sulih_byte_is_upper(text.data[i]))
			return 0;
	length = sulih_match_phrase(&sulih_list_outlets, text, 0);
	return length > 0 && length + SENTENCE < text.length && text.data[length] == '.' &&
			       text.data[length + 1] == ' ' &&
			       sulih_in_capitals(sulih_view_slice(text, 0, length)) &&
			       sulih_byte_is_upper(text.data[length + 2])
		       ? length + 1
		       : 0;
}

size_t sulih_find_dateline(struct sulih_view text)
{
	size_t length = dashed(text);

	if (length == 0)
		length = stopped(text);
	if (length == 0)
		length = stopped_outlet(text);
	return length > 0 ? length : dashless(text);
}
