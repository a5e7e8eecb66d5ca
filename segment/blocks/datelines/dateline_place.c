/* The places of datelines: cities of world news, and every region and town the lists know. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "segment/blocks/datelines/dateline.h"
#include "segment/blocks/furniture/opening.h"

enum { PLACE_WORDS = 3, PLACE_ROOM = 48 };

/* Appends text[at, end) to `room`, behind its first letter in small letters. */
static size_t add_in_title_case(struct sulih_view text, size_t at, size_t end, char *room,
				size_t length)
{
	for (size_t i = at; i < end; i++)
		room[length++] = i == at ? text.data[i] : (char)sulih_byte_lower(text.data[i]);
	return length;
}

/* `SUMBAWA BESAR`, `Ruteng`: the list has them in title case.  A word of the language alone is
 * none: `MERAK - Bakauheni`, `Batu - batu itu`. */
static size_t match_region(struct sulih_view text, size_t at)
{
	char room[PLACE_ROOM], key[PLACE_ROOM];
	size_t length = 0, best = 0, start = at;

	for (int words = 0; words < PLACE_WORDS; words++) {
		struct sulih_row row;
		size_t end = at;

		while (end < text.length && sulih_byte_is_letter(text.data[end]))
			end++;
		if (end == at || !sulih_byte_is_upper(text.data[at]) ||
		    length + (end - at) + 1 >= sizeof(room))
			break;
		length = add_in_title_case(text, at, end, room, length);
		row = sulih_table_find(&sulih_list_regencies, sulih_view_make(room, length));
		if (row.listed &&
		    (words > 0 || !sulih_word_known(sulih_lower_key(sulih_view_make(room, length),
								    key, sizeof(key)))))
			best = end - start;
		if (!row.longer || end + 1 >= text.length || text.data[end] != ' ')
			break;
		room[length++] = ' ';
		at = end + 1;
	}
	return best;
}

size_t sulih_dateline_place(struct sulih_view text, size_t at)
{
	size_t listed = sulih_match_phrase(&sulih_list_dateline_places, text, at);
	size_t region;

	if (listed > 0 && (at + listed >= text.length || text.data[at + listed] != ' '))
		return listed;
	region = match_region(text, at);
	return listed > region ? listed : region;
}
