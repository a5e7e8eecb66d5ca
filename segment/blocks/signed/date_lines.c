/* Lines that say when an article appeared. */
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/blocks/furniture/boilerplate.h"
#include "segment/blocks/lines.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/blocks/signed/signed.h"

/* `03/03/2025`, `03-03-2025 10:15`: figures say when, no word does. */
static bool is_figure_date(struct sulih_view text)
{
	unsigned digits = 0, parts = 0, year = 0;

	for (size_t at = 0; at < text.length; at++) {
		char c = text.data[at];
		bool digit = sulih_byte_is_digit(c);

		if (!digit && strchr(" /-.:,", c) == NULL)
			return false;
		digits = digit ? digits + 1 : 0;
		year += digits == 4;
		parts += c == '/' || c == '-';
	}
	return parts == 2 && year == 1 && text.length >= 8 && text.length <= 22;
}

/* `4 jam yang lalu`, `2 hari lalu`: how long ago the page appeared. */
static bool is_age(struct sulih_view text)
{
	static const char *const ages[] = { " menit yang lalu", " menit lalu",	   " jam yang lalu",
					    " jam lalu",	" hari yang lalu", " hari lalu" };
	static const char *const days[] = { "Kemarin, ", "Hari ini, ", "Kemarin ", "Hari ini " };
	size_t at = SULIH_VIEW_STARTS_WITH_ONE_OF(text, days);

	if (at > 0 && at + 4 < text.length && text.length < 30 &&
	    sulih_byte_is_digit(text.data[at]) && sulih_byte_is_digit(text.data[at + 1]) &&
	    strchr(".:", text.data[at + 2]) != NULL)
		return true; /* `Kemarin, 10:30 WIB` */
	at = 0;
	while (at < text.length && sulih_byte_is_digit(text.data[at]))
		at++;
	return at > 0 && at <= 2 &&
	       SULIH_VIEW_IS_ONE_OF(sulih_view_slice(text, at, text.length), ages);
}

bool sulih_has_outlet_ending(struct sulih_view word)
{
	static const char *const endings[] = { ".com", ".id", ".COM", ".ID" };

	return SULIH_VIEW_ENDS_WITH_ONE_OF(word, endings) > 0;
}

bool sulih_is_date_line(struct sulih_view text)
{
	size_t at = 0;
	bool known = false, date = false;

	/* `- 1 Maret: 04.38 WIB`: an item of a list with a time for each day */
	if (text.length > 110 || sulih_starts_with_copyright(text) || sulih_has_bullet(text))
		return false;
	if (is_figure_date(text) || is_age(text))
		return true;
	while (at < text.length) {
		size_t length, end;
		char room[24];

		if (strchr(" ,|-/:.()", text.data[at]) != NULL ||
		    (unsigned char)text.data[at] >= 0x80) {
			at++;
			continue;
		}
		length = sulih_match_phrase(&sulih_list_outlets, text, at);
		if (length > 0) {
			known = true;
			at += length;
			continue;
		}
		for (end = at; end < text.length && strchr(" ,|/:()", text.data[end]) == NULL;
		     end++)
			;
		if (sulih_byte_is_digit(text.data[at])) {
			date = true;
		} else if (sulih_table_has(&sulih_list_calendar,
					   sulih_lower_key(sulih_view_slice(text, at, end), room,
							   sizeof(room))) ||
			   sulih_has_outlet_ending(sulih_view_slice(text, at, end))) {
			known = true;
		} else {
			return false;
		}
		at = end;
	}
	return known && (date || text.length < 40);
}
