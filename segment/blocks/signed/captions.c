/*
 * Captions: lines that name who took the photograph.
 */
#include "segment/blocks/signed/signed.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/furniture/opening.h"

static bool has_photo_word(struct sulih_view text)
{
	size_t at = 0;

	while (at < text.length) {
		size_t end = at;
		char room[32];

		while (end < text.length && strchr(" /,.:()-;@[]", text.data[end]) == NULL)
			end++;
		if (sulih_table_has(
			    &sulih_list_photo_words,
			    sulih_lower_key(sulih_view_slice(text, at, end), room, sizeof(room))))
			return true;
		at = end + 1;
	}
	return false;
}

/* `Warga mengantre beras. (ANTARA FOTO/Rivan)`, `… (Dok. Polres)`: a credit at the end. */
static bool has_photo_credit(struct sulih_view text, const struct shape *shape)
{
	size_t at = text.length - 1;
	char last = text.data[at];

	if (text.length > LINE_LONGEST + 200)
		return false;
	if (last == ')' || last == ']') {
		struct sulih_view credit;

		while (at > 0 && text.length - at < 100 && text.data[at] != '(' &&
		       text.data[at] != '[')
			at--;
		if ((at == 0 && !shape->inner_stop) ||
		    (text.data[at] != '(' && text.data[at] != '['))
			return false; /* a whole line in brackets needs a sentence in it */
		credit = sulih_view_slice(text, at, text.length);
		if (has_photo_word(credit) ||
		    (text.length < 200 &&
		     sulih_view_starts(sulih_view_slice(credit, 1, credit.length),
				       SULIH_VIEW("Sumber: "))))
			return true;
		if (shape->agency_credit && text.length < 250 &&
		    memchr(text.data, '"', text.length) == NULL)
			return true;
		while (at > 0 && text.data[at - 1] == ' ')
			at--;
		/* (KOMPAS.com/BUDI), (REUTERS/…): a body ends with a stop before its code */
		return memchr(credit.data, '/', credit.length) != NULL && shape->slash_credit &&
		       at > 0 && strchr(".!?\"", text.data[at - 1]) == NULL;
	}
	return shape->tail_credit;
}

/* `KOMPAS.com/BUDI SANTOSO Warga mengantre …`: the credit first.  The end of its outlet. */
static size_t leading_credit(struct sulih_view text)
{
	size_t head = text.length < 60 ? text.length : 60;
	static const char *const given[] = { "Istimewa", "ISTIMEWA", "istimewa", "Dokumentasi" };
	const char *slash = memchr(text.data, '/', head);
	size_t length = slash ? (size_t)(slash - text.data) : 0;

	if (length == 0)
		return 0;
	/* Istimewa/KOMPAS TV Seorang warga …: the owner gave it */
	if (sulih_match_phrase(&sulih_list_outlets, sulih_view_slice(text, 0, length), 0) ==
		    length ||
	    (length + 1 < text.length && sulih_byte_is_upper(text.data[length + 1]) &&
	     SULIH_VIEW_STARTS_WITH_ONE_OF(text, given) == length))
		return length;
	return 0;
}

/* `… meninjau lokasi. ANTARA FOTO/Rudi Mulya/foc.`: the agency ends its captions so, with a stop.
 */
static bool has_agency_tail(struct sulih_view text)
{
	enum { LONGEST = 60, NAME = sizeof("ANTARA") - 1 };
	struct sulih_view tail =
		text.length > LONGEST ? sulih_view_slice(text, text.length - LONGEST, text.length)
				      : text;
	const char *found = memchr(tail.data, '/', tail.length) == NULL
				    ? NULL
				    : memmem(tail.data, tail.length, "ANTARA", NAME);
	struct sulih_view behind;

	if (found == NULL)
		return false;
	behind = sulih_view_slice(tail, (size_t)(found - tail.data) + NAME, tail.length);
	return (sulih_view_starts(behind, SULIH_VIEW(" FOTO/")) ||
		(sulih_view_starts(behind, SULIH_VIEW("/")) && found > tail.data &&
		 found[-1] == ' ')) &&
	       !sulih_view_holds(behind, SULIH_VIEW(". "));
}

/* `Bupati meninjau longsor (Foto: Hakim Gani).`: the stop stands behind the credit. */
static bool has_stopped_credit(struct sulih_view text)
{
	enum { LONGEST = 250 };
	static const char *const credits[] = { "(Foto:", "(FOTO:", "(Foto oleh",  "(Dok",
					       "(DOK",	 "(dok",   "(ANTARA FOTO" };
	size_t at = text.length;

	if (at < 20 || at > LONGEST || text.data[at - 1] != '.' || text.data[at - 2] != ')')
		return false;
	while (at > 0 && text.data[at - 1] != '(')
		at--;
	return at > 1 && SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at - 1, text.length),
						       credits) > 0;
}

bool sulih_is_shouted_credit(struct sulih_view text)
{
	enum { FEWEST = 4 };
	size_t outlet = leading_credit(text), at = outlet + 1;

	if (has_agency_tail(text) || has_stopped_credit(text))
		return true;
	while (outlet > 0 && at < text.length && sulih_byte_is_upper(text.data[at]))
		at++;
	return outlet > 0 && at - outlet > FEWEST;
}

static size_t word_before(struct sulih_view text, size_t end)
{
	while (end > 0 && text.data[end - 1] != ' ')
		end--;
	return end;
}

/* A word of a name, as far as the lists know: no common word, unless it is given to children. */
static bool may_be_name(struct sulih_view word)
{
	char room[48];
	struct sulih_view lower = sulih_lower_key(word, room, sizeof(room));

	if (word.length < 2 || !sulih_byte_is_upper(word.data[0]))
		return false;
	if (sulih_table_has(&sulih_list_given_names, word) || !sulih_word_known(lower))
		return true;
	/* RIANI PUTRI, in capitals */
	if (lower.length == 0 || !sulih_byte_is_upper(word.data[1]))
		return false;
	room[0] = word.data[0];
	return sulih_table_has(&sulih_list_given_names, lower);
}

bool sulih_are_names(struct sulih_view text)
{
	size_t at = text.length;

	while (at > 0) {
		size_t start = word_before(text, at);

		if (!may_be_name(sulih_view_slice(text, start, at)))
			return false;
		at = start > 0 ? start - 1 : 0;
	}
	return memchr(text.data, ' ', text.length) != NULL;
}

/* `Ratna Dewi via REUTERS`: who took the photograph, and who passed it on. */
static bool is_via_credit(struct sulih_view text)
{
	enum { LONGEST = 70 };
	const char *via = text.length > LONGEST ? NULL : memmem(text.data, text.length, " via ", 5);
	size_t at = via ? (size_t)(via - text.data) : 0, outlet = at + 5;

	return via != NULL &&
	       sulih_match_phrase(&sulih_list_outlets, text, outlet) == text.length - outlet &&
	       sulih_are_names(sulih_view_slice(text, 0, at));
}

bool sulih_opens_article(const struct sulih_segmentation *out, size_t index)
{
	enum { MOST_LINES = 8 };

	for (size_t i = 0; i < index && index <= MOST_LINES; i++)
		if (out->blocks.items[i].role == SULIH_ROLE_BODY)
			return false;
	return index <= MOST_LINES;
}

/* `Ratna Dewi (kiri) bersama Bagus (kedua dari kanan).`: where in the photograph they stand. */
bool sulih_tells_places(const struct sulih_segmentation *out, size_t index, struct sulih_view text)
{
	enum { LONGEST = 250 };
	static const char *const places[] = { "(kiri)",		"(kanan)",	 "(tengah)",
					      "(tengah depan)", "dari kiri)",	 "dari kanan)",
					      "(paling kiri)",	"(paling kanan)" };

	return index > 0 && index + 1 < out->blocks.count && text.length <= LONGEST &&
	       memchr(text.data, '(', text.length) != NULL && sulih_opens_article(out, index) &&
	       SULIH_VIEW_HOLDS_ONE_OF(text, places);
}

/* `Warga mengantre, Senin, 3 Maret 2025. TEMPO/Ratna Dewi`: an outlet and a name behind the
 * last stop. */
static bool has_outlet_tail(struct sulih_view text)
{
	enum { LONGEST = 60 };
	size_t at = text.length > LONGEST ? text.length - LONGEST : 0, start = 0, slash;

	for (; at + 2 < text.length; at++)
		if (text.data[at] == '.' && text.data[at + 1] == ' ')
			start = at + 2;
	if (start == 0)
		return false;
	if (start + 1 < text.length && (text.data[start] == '|' || text.data[start] == '-') &&
	    text.data[start + 1] == ' ')
		start += 2; /* `… 2025. | Harian/Ratna Dewi`, `… 2025. - Harian/Ratna Dewi` */
	for (slash = start; slash < text.length && text.data[slash] != '/'; slash++)
		;
	if (slash + 1 >= text.length || !sulih_byte_is_upper(text.data[slash + 1]) ||
	    sulih_match_phrase(&sulih_list_outlets, sulih_view_slice(text, 0, slash), start) !=
		    slash - start)
		return false;
	for (at = slash + 1; at < text.length; at++)
		if (text.data[at] == ' ' &&
		    (at + 1 >= text.length || !sulih_byte_is_upper(text.data[at + 1])))
			return false;
	return true;
}

/* `Suasana pasar, Jumat. Foto: Ratna Dewi/kumparan`: the credit without brackets. */
static bool has_open_credit(struct sulih_view text)
{
	enum { LONGEST = 250, LONGEST_CREDIT = 60 };
	static const char *const heads[] = { "Foto: ", "FOTO: ", "Dok: ", "Sumber foto: " };
	size_t from = text.length > LONGEST_CREDIT ? text.length - LONGEST_CREDIT : 2;

	if (text.length > LONGEST)
		return false;
	for (size_t at = from; at + 6 < text.length; at++)
		if (text.data[at - 1] == ' ' && strchr(".!|", text.data[at - 2]) != NULL &&
		    SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, text.length), heads))
			return true;
	return false;
}

/* `Rumah warga rusak © AFP`: the sign before an outlet that ends the line. */
static bool has_sign_credit(struct sulih_view text)
{
	enum { LONGEST = 200 };
	const char *sign =
		text.length > LONGEST ? NULL : memmem(text.data, text.length, " \xC2\xA9", 3);
	size_t at = sign ? (size_t)(sign - text.data) + 3 : 0;

	if (sign == NULL || at >= text.length)
		return false;
	at += text.data[at] == ' ';
	return at < text.length &&
	       (sulih_match_phrase(&sulih_list_outlets, text, at) == text.length - at ||
		has_photo_word(sulih_view_slice(text, at, text.length)));
}

static bool is_credited(struct sulih_view text, const struct shape *shape)
{
	static const char *const heads[] = { "Dok. ", "DOK. ", "dok. ", "Arsip - ", "ARSIP - " };

	if (!shape->finished && SULIH_VIEW_STARTS_WITH_ONE_OF(text, heads) > 0)
		return true; /* `Dok. Istimewa` */
	if (!shape->finished ? leading_credit(text) > 0
			     : !shape->inner_stop && sulih_is_shouted_credit(text))
		return true;
	if (shape->finished
		    ? has_agency_tail(text) || has_stopped_credit(text)
		    : has_outlet_tail(text) || has_sign_credit(text) || has_open_credit(text))
		return true;
	return shape->words >= 3 && has_photo_credit(text, shape);
}

bool sulih_is_caption(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		      const struct shape *shape)
{
	return is_credited(text, shape) || is_via_credit(text) ||
	       sulih_view_ends(text, SULIH_VIEW("/Net")) || sulih_tells_places(out, index, text) ||
	       sulih_has_outlet_credit(out, index, text, shape);
}
