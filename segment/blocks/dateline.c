#include "segment/blocks/dateline.h"

#include "base/fold.h"
#include "lists.h"
#include "segment/blocks/opening.h"

#define DATELINE_LONGEST 120

/* What the head before the dash is made of. */
struct parts {
	unsigned outlets, places, dates, other; /* other: capital words of no list */
	bool shouts;				/* every other word in capitals */
	bool bracket;				/* an outlet in brackets: (ANTARA) */
};

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

static bool digits_only(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if ((word.data[i] < '0' || word.data[i] > '9') && word.data[i] != '/')
			return false;
	return word.length > 0;
}

static bool is_date_word(struct sulih_view word)
{
	char room[24];

	return digits_only(word) ||
	       sulih_fold_find(&sulih_list_calendar, word, room, sizeof(room)).listed;
}

static bool in_capitals(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (sulih_byte_is_lower(word.data[i]))
			return false;
	return true;
}

static size_t token_end(struct sulih_view text, size_t at)
{
	while (at < text.length && text.data[at] != ' ' && text.data[at] != ',' &&
	       text.data[at] != '(' && text.data[at] != ')' && text.data[at] != ':' &&
	       text.data[at] != ';')
		at++;
	return at;
}

/* `inews.id`, `metrotvnews.com`: an outlet that no list knows. */
static bool is_domain(struct sulih_view word)
{
	char room[48];
	const char *stop;

	if (memchr(word.data, '.', word.length) == NULL &&
	    (word.length == 0 || sulih_byte_lower(word.data[word.length - 1]) != 's'))
		return false;
	word = sulih_lower_key(word, room, sizeof(room));
	stop = memrchr(word.data, '.', word.length);
	return sulih_view_ends(word, SULIH_VIEW("detiknews")) ||
	       (stop != NULL &&
		sulih_table_says(
			&sulih_list_net_endings,
			sulih_view_slice(word, (size_t)(stop + 1 - word.data), word.length),
			"outlet"));
}

/* `ANTARA/Bernama`: an outlet that took the news over from another. */
static bool is_shared(struct sulih_view word)
{
	const char *slash = memchr(word.data, '/', word.length);
	size_t length = slash ? (size_t)(slash - word.data) : 0;

	return length > 0 && sulih_match_phrase(&sulih_list_outlets,
						sulih_view_slice(word, 0, length), 0) == length;
}

/* `KAMPUS NEWS –`, `Malang Post –`: the last word of an outlet's name that no list knows. */
static bool is_news_word(struct sulih_view word)
{
	static const char *const words[] = { "news", "post", "online", "times", "tv" };
	char room[16];

	return word.length <= 7 && strchr("npotNPOT", word.data[0]) != NULL &&
	       SULIH_VIEW_IS_ONE_OF(sulih_lower_key(word, room, sizeof(room)), words);
}

/* `Kota Bandung`, `Kab. Bogor`: a head word before the place. */
static bool is_place_kind(struct sulih_view word)
{
	return sulih_byte_is_upper(word.data[0]) &&
	       sulih_table_says(&sulih_list_line_cues, word, "place-head");
}

/* Reads one part of the head at `at`; its end, or `at` when it fits no dateline. */
static size_t read_part(struct sulih_view head, size_t at, struct parts *parts)
{
	size_t length = sulih_match_phrase(&sulih_list_outlets, head, at), end;
	struct sulih_view word;
	size_t used;

	if (length > 0) {
		parts->outlets++;
		return at + length;
	}
	length = sulih_byte_is_upper(head.data[at]) ? sulih_dateline_place(head, at) : 0;
	if (length > 0) {
		parts->places++;
		return at + length;
	}
	end = token_end(head, at);
	word = sulih_view_slice(head, at, end);
	if (word.length == 0)
		return at;
	if (is_domain(word) || is_shared(word) || (at > 0 && is_news_word(word))) {
		parts->outlets++;
	} else if (is_place_kind(word)) {
		return end;
	} else if (is_date_word(word)) {
		parts->dates++;
	} else if (sulih_is_upper(sulih_utf8_decode(word.data, word.length, &used))) {
		parts->other++;
		parts->shouts &= in_capitals(word);
	} else {
		return at;
	}
	return end;
}

static bool read_head(struct sulih_view head, struct parts *parts)
{
	size_t at = 0;

	*parts = (struct parts){ .shouts = true };
	while (at < head.length) {
		size_t end;

		if (strchr(" ,()/;|:.", head.data[at]) != NULL) {
			parts->bracket |= head.data[at] == '(';
			at++;
			continue;
		}
		end = read_part(head, at, parts);
		if (end == at)
			return false;
		at = end;
	}
	return true;
}

/* Whether the words before the dash are a dateline.  A place alone must be a known one,
 * or in capitals: `Persib - Persija` is no dateline. */
static bool convinces(const struct parts *parts, bool colon)
{
	if (colon) /* `KBRN, Jakarta: …`; an outlet alone before a colon is a headline's topic */
		return parts->places > 0 && parts->places <= 2 &&
		       parts->other <= (parts->bracket ? 2 : 0); /* `MEDAN (Harian Kita): …` */
	if (parts->outlets > 0)
		return parts->other <= 4;
	if (parts->places > 0) /* `JAKARTA (SuaraKita) – …`: the outlet no list knows in brackets */
		return parts->other == 0 || parts->shouts || (parts->bracket && parts->other == 1);
	return false;
}

/* `JAKARTA, KOMPAS.com-Warga …`, `SOLO-Wali kota …`: no blank at the dash.  An outlet or
 * capitals before it and a word behind that is no place say that it is no compound;
 * `ANTARA/HO-Humas Polri` is a credit. */
static bool is_glued(struct sulih_view text, size_t at, const struct parts *parts)
{
	return !(at > 3 && memcmp(text.data + at - 3, "/HO", 3) == 0) &&
	       (parts->outlets > 0 || (parts->places > 0 && parts->shouts && parts->other == 0 &&
				       in_capitals(sulih_view_slice(text, 0, at)))) &&
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
static bool is_route(struct sulih_view text, size_t at, const struct parts *parts)
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
	size_t comma = token_end(text, 0), length, at;

	if (comma == 0 || comma + 2 >= text.length || text.data[comma] != ',' ||
	    text.data[comma + 1] != ' ' || !is_domain(sulih_view_slice(text, 0, comma)))
		return 0;
	length = sulih_dateline_place(text, comma + 2);
	at = comma + 2 + length;
	if (length == 0 || at + 40 > text.length || text.data[at] != ' ' ||
	    !sulih_byte_is_upper(text.data[at + 1]))
		return 0;
	return at;
}

/* `HARIAN.CO.ID - JAKARTA. Rupiah …`: the place in capitals and with a stop behind the dash. */
static size_t place_behind(struct sulih_view text, size_t at, const struct parts *parts)
{
	size_t start = at, length;

	while (at < text.length && text.data[at] == ' ')
		at++;
	length = sulih_dateline_place(text, at);
	if (length == 0 || parts->places > 0 || at + length + 2 >= text.length ||
	    !in_capitals(sulih_view_slice(text, at, at + length)) || text.data[at + length] != '.')
		return 0;
	return at + length + 1 - start;
}

/* `Jakarta – VOI – Menteri …`, `VOI – Jakarta – …`: place and outlet, each with its dash; the
 * end of the second dash, or `at`. */
static size_t second_dash_end(struct sulih_view text, size_t at, const struct parts *parts)
{
	size_t start = at, length;

	while (at < text.length && text.data[at] == ' ')
		at++;
	if (at >= text.length || (parts->outlets > 0) == (parts->places > 0))
		return start;
	length = parts->places > 0 ? sulih_match_phrase(&sulih_list_outlets, text, at)
				   : sulih_dateline_place(text, at);
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
	struct parts parts = { 0 };

	if (at >= text.length || !sulih_byte_is_lower(text.data[at]))
		return false;
	/* `Maumere, harian.com-Tiga …`: no blank at the dash */
	if (at >= 2 && text.data[at - 2] == ',') {
		const char *dash = memchr(text.data + at, '-', token_end(text, at) - at);

		text.length = dash ? (size_t)(dash - text.data) : text.length;
	}
	return read_part(text, at, &parts) == at;
}

/* `SUARA.co.id | SURABAYA -`, `SURABAYA | SUARA.co.id -` */
static bool goes_on_behind_bar(struct sulih_view text, size_t at, const struct parts *parts)
{
	size_t next = at + 2;

	if ((parts->outlets > 0) == (parts->places > 0))
		return false;
	return parts->outlets > 0 ||
	       (next < text.length &&
		(sulih_match_phrase(&sulih_list_outlets, text, next) > 0 ||
		 is_domain(sulih_view_slice(text, next, token_end(text, next)))));
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
		size_t length;
		struct parts parts;
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
		    !(read_head(head, &parts) && is_glued(text, at, &parts)))
			continue;
		if (c == '|' && read_head(head, &parts) && goes_on_behind_bar(text, at, &parts))
			continue;
		if (!read_head(head, &parts) || !convinces(&parts, colon) ||
		    (c == '|' && (!parts.shouts || parts.places == 0)) ||
		    is_route(text, at + length, &parts))
			return 0;
		if (!colon && second_dash_end(text, at + length, &parts) > at + length)
			return second_dash_end(text, at + length, &parts);
		if (!sentence_follows(text, at + length, colon))
			return 0;
		return at + length + place_behind(text, at + length, &parts);
	}
	return 0;
}

size_t sulih_find_dateline(struct sulih_view text)
{
	size_t length = dashed(text);

	return length > 0 ? length : dashless(text);
}
