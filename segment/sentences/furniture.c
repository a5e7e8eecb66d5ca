#include "segment/sentences/furniture.h"

#include <strings.h>

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/sentences/link_title.h"

size_t sulih_furniture_before(struct sulih_view text, size_t from, size_t colon)
{
	static const char *const phrases[] = { "Baca juga",   "Baca Juga",  "BACA JUGA",
					       "Baca pula",   "Simak juga", "Lihat juga",
					       "Tonton juga", "[Gambas" };
	size_t length;

	while (colon > from && text.data[colon - 1] == ' ')
		colon--;
	length = SULIH_VIEW_ENDS_WITH_ONE_OF(sulih_view_slice(text, from, colon), phrases);
	if (length == 0)
		return from;
	colon -= length;
	/* (Baca juga: …), [Baca juga: …] */
	return colon > from && strchr("([", text.data[colon - 1]) != NULL ? colon - 1 : colon;
}

/* `(Baca juga: Harga Beras Naik) | Warga …`, `(Baca: …)`: the end of the bracket, or `at`. */
static size_t bracketed_link_end(struct sulih_view text, size_t at)
{
	enum { LONGEST = 200 };
	size_t limit = text.length - at > LONGEST ? at + LONGEST : text.length;
	const char *shut = memchr(text.data + at, ')', limit - at);
	const char *colon = memchr(text.data + at, ':', limit - at > 16 ? 16 : limit - at);

	if (shut != NULL &&
	    sulih_view_starts(sulih_view_slice(text, at, text.length), SULIH_VIEW("(Baca: ")))
		return (size_t)(shut - text.data) + 1;
	return shut != NULL && colon != NULL && at + 1 < text.length && colon < shut &&
			       strchr("BSLT", text.data[at + 1]) != NULL &&
			       sulih_furniture_before(text, at + 1, (size_t)(colon - text.data)) ==
				       at + 1 &&
			       colon > text.data + at + 5
		       ? (size_t)(shut - text.data) + 1
		       : at;
}

size_t sulih_furniture_end(struct sulih_view text, size_t at)
{
	static const char *const phrases[] = {
		"ADVERTISEMENT",
		"Advertisement",
		"SCROLL TO CONTINUE WITH CONTENT",
		"Scroll to continue with content",
		"SCROLL TO RESUME CONTENT",
	};
	size_t left = text.length - at, end;

	if (left > 8 && text.data[at] == '[' && strncasecmp(text.data + at, "[gambas:", 8) == 0) {
		const char *shut = memchr(text.data + at, ']', left > 80 ? 80 : left);

		return shut ? (size_t)(shut - text.data) + 1 : at;
	}
	if (text.data[at] == 'B')
		return sulih_link_end(text, at);
	if (text.data[at] == '(')
		return bracketed_link_end(text, at);
	if (left < 2 || (text.data[at] != 'A' && text.data[at] != 'S') ||
	    memchr("DdCc", text.data[at + 1], 4) == NULL) /* the second letters of them all */
		return at;
	end = at + SULIH_VIEW_STARTS_WITH_ONE_OF(sulih_view_slice(text, at, text.length), phrases);
	/* not `Advertisement dalam bahasa Inggris …` */
	return end + 1 < text.length && text.data[end] == ' ' &&
			       !sulih_byte_is_lower(text.data[end + 1])
		       ? end
		       : at;
}

bool sulih_is_reporter_code(struct sulih_view text)
{
	size_t letters = 0, upper = 0, blanks = 0, slashes = 0, stars = 0, digits = 0;
	char room[64];
	struct sulih_view inner;

	if (text.length < 3 || text.length > 60 || strchr("([", text.data[0]) == NULL ||
	    strchr(")]", text.data[text.length - 1]) == NULL)
		return false;
	inner = sulih_view_slice(text, 1, text.length - 1);
	for (size_t i = 0; i < inner.length; i++) {
		char c = inner.data[i];

		letters += sulih_byte_is_letter(c);
		upper += sulih_byte_is_upper(c);
		blanks += c == ' ';
		slashes += c == '/';
		stars += c == '*' || c == '-';
		digits += sulih_byte_is_digit(c);
		if (strchr("(),;:!?\"", c) != NULL)
			return false;
	}
	/* (mg-1/rin): a trainee has a number */
	if (digits > 0)
		return digits <= 2 && slashes > 0 && letters > 2 && blanks == 0 && upper == 0;
	if (letters == 0)
		return stars > 0;
	if (slashes > 0)
		return blanks <= 5;
	if (blanks == 0 && upper == 0)
		return letters <= 4;
	return sulih_table_has(&sulih_list_outlets, sulih_lower_key(inner, room, sizeof(room))) ||
	       sulih_view_is(sulih_lower_key(inner, room, sizeof(room)), "red");
}

/* `… kata dia (ant/ful)`: two codes of small letters, too short to be words of the text. */
size_t sulih_trailing_code(struct sulih_view text, size_t from)
{
	size_t at = text.length - 1, slash = 0;

	if (text.length - from < 12 || text.data[at] != ')')
		return text.length;
	while (--at > from && text.length - at < 14) {
		char c = text.data[at];

		if (c == '(')
			return slash > 1 && slash - at > 2 && slash - at < 6 &&
					       text.length - slash < 7 && text.data[at - 1] == ' '
				       ? at
				       : text.length;
		if (c == '/' && slash == 0)
			slash = at;
		else if (c < 'a' || c > 'z')
			break;
	}
	return text.length;
}

static bool is_notice(struct sulih_view rest, bool behind_byline)
{
	struct opening opening;

	if (sulih_view_starts(rest, SULIH_VIEW("\xC2\xA9")))
		return true;
	if (!sulih_find_opening(rest, &opening))
		return false;
	if (opening.manner == OPENING_NOTICE && sulih_opening_goes_on(rest, &opening))
		return false;
	if (opening.manner == OPENING_MID || opening.manner == OPENING_HEAD ||
	    opening.manner == OPENING_NOTICE)
		return opening.role == SULIH_ROLE_BOILERPLATE || behind_byline;
	return behind_byline && opening.end < rest.length && rest.data[opening.end] == ':';
}

/* The next word with a capital (or ©) at which a notice begins. */
static size_t next_notice(struct sulih_view text, size_t from, size_t limit, bool behind_byline)
{
	for (size_t at = from; at + 1 < limit; at++) {
		if (text.data[at] != ' ' || (text.data[at + 1] > 'Z' && text.data[at + 1] > 0))
			continue;
		/* `Penulis: Ratna | Editor: Bagus` is one line */
		if (behind_byline && at > from && strchr("|/:", text.data[at - 1]) != NULL)
			continue; /* nor is `Oleh: Tim Redaksi` two */
		if (is_notice(sulih_view_slice(text, at + 1, text.length), behind_byline))
			return at + 1;
	}
	return from;
}

/* `(Sari) | Artikel ini …`, `(*) | Editor: Sari` */
static size_t bracketed_end(struct sulih_view text, size_t at, size_t limit)
{
	const char *end = memchr(text.data + at, ')', limit - at > 60 ? 60 : limit - at);
	size_t close = end ? (size_t)(end - text.data) + 1 : at;
	bool code = close == at + 3 && text.data[at + 1] == '*';

	return close > at && close + 1 < limit && text.data[close] == ' ' &&
			       is_notice(sulih_view_slice(text, close + 1, text.length), code)
		       ? close + 1
		       : at;
}

/* `*** | Editor: Sari` */
static size_t starred_end(struct sulih_view text, size_t at, size_t limit)
{
	size_t end = at;

	while (end < limit && text.data[end] == '*')
		end++;
	return end > at + 1 && end + 1 < limit && text.data[end] == ' ' &&
			       is_notice(sulih_view_slice(text, end + 1, text.length), true)
		       ? end
		       : at;
}

size_t sulih_byline_end(struct sulih_view text, size_t at)
{
	size_t limit = text.length - at > 200 ? at + 200 : text.length, next;
	struct opening opening;

	if (text.data[at] == '(')
		return bracketed_end(text, at, limit);
	if (text.data[at] == '*')
		return starred_end(text, at, limit);
	if (memchr("PERWKOL", text.data[at], 7) == NULL ||
	    !sulih_find_opening(sulih_view_slice(text, at, text.length), &opening) ||
	    opening.role != SULIH_ROLE_BYLINE || at + opening.end >= text.length ||
	    text.data[at + opening.end] != ':')
		return at;
	next = next_notice(text, at + opening.end, limit, true);
	return next == at + opening.end ? at : next;
}
