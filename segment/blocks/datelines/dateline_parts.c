#include "segment/blocks/datelines/dateline_parts.h"

#include "base/fold.h"
#include "base/letter.h"
#include "lists.h"
#include "segment/blocks/datelines/dateline.h"
#include "segment/blocks/furniture/opening.h"

static bool digits_only(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if ((word.data[i] < '0' || word.data[i] > '9') && word.data[i] != '/')
			return false;
	return word.length > 0;
}

bool sulih_is_date_word(struct sulih_view word)
{
	char room[24];

	return digits_only(word) ||
	       sulih_fold_find(&sulih_list_calendar, word, room, sizeof(room)).listed;
}

bool sulih_in_capitals(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (sulih_byte_is_lower(word.data[i]))
			return false;
	return true;
}

size_t sulih_dateline_token_end(struct sulih_view text, size_t at)
{
	while (at < text.length && text.data[at] != ' ' && text.data[at] != ',' &&
	       text.data[at] != '(' && text.data[at] != ')' && text.data[at] != ':' &&
	       text.data[at] != ';')
		at++;
	return at;
}

/* `inews.id`, `metrotvnews.com`: an outlet that no list knows. */
bool sulih_is_outlet_domain(struct sulih_view word)
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

bool sulih_is_flash(struct sulih_view head)
{
	char room[24];

	return sulih_view_is(sulih_lower_key(sulih_view_cut(&head, ' '), room, sizeof(room)),
			     "breaking");
}

/* `Kota Bandung`, `Kab. Bogor`: a head word before the place. */
static bool is_place_kind(struct sulih_view word)
{
	return sulih_byte_is_upper(word.data[0]) &&
	       sulih_table_says(&sulih_list_line_cues, word, "place-head");
}

/* Reads one part of the head at `at`; its end, or `at` when it fits no dateline. */
size_t sulih_read_dateline_part(struct sulih_view head, size_t at, struct dateline_parts *parts)
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
	end = sulih_dateline_token_end(head, at);
	word = sulih_view_slice(head, at, end);
	if (word.length == 0)
		return at;
	if (sulih_is_outlet_domain(word) || is_shared(word) ||
	    (at > 0 && is_news_word(word) && !sulih_is_flash(head))) {
		parts->outlets++;
	} else if (is_place_kind(word)) {
		return end;
	} else if (sulih_is_date_word(word)) {
		parts->dates++;
	} else if (sulih_is_upper(sulih_utf8_decode(word.data, word.length, &used))) {
		parts->other++;
		parts->shouts &= sulih_in_capitals(word);
	} else {
		return at;
	}
	return end;
}

bool sulih_read_dateline_head(struct sulih_view head, struct dateline_parts *parts)
{
	size_t at = 0;

	*parts = (struct dateline_parts){ .shouts = true };
	while (at < head.length) {
		size_t end;

		if (strchr(" ,()/;|:.", head.data[at]) != NULL) {
			parts->bracket |= head.data[at] == '(';
			parts->bar |= head.data[at] == '|';
			parts->comma |= head.data[at] == ',' && parts->places == 1 &&
					parts->outlets + parts->other + parts->dates == 0;
			at++;
			continue;
		}
		end = sulih_read_dateline_part(head, at, parts);
		if (end == at)
			return false;
		at = end;
	}
	return true;
}

/* Whether the words before the dash are a dateline.  A place alone must be a known one,
 * or in capitals: `Persib - Persija` is no dateline. */
bool sulih_dateline_convinces(const struct dateline_parts *parts, bool colon)
{
	if (colon) /* `KBRN, Jakarta: …`; an outlet alone before a colon is a headline's topic */
		return parts->places > 0 && parts->places <= 2 &&
		       parts->other <= (parts->bracket ? 2 : 0); /* `MEDAN (Harian Kita): …` */
	if (parts->outlets > 0)
		return parts->other <= 4;
	if (parts->places > 0) /* `JAKARTA (SuaraKita) – …`: the outlet no list knows in brackets */
		return parts->other == 0 || parts->shouts || (parts->bar && parts->other <= 3) ||
		       /* `Jayapura, Jubi –`: or behind a comma */
		       ((parts->bracket || parts->comma) && parts->other == 1 &&
			parts->places == 1);
	return false;
}
