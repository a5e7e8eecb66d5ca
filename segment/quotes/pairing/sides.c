/* Whether a quotation mark opens or closes. */
#include "lists.h"
#include "segment/quotes/pairing/pairing.h"

/* Whether text[start, end) is a verb of saying, with -nya or without. */
static bool is_saying_word(struct sulih_view text, size_t start, size_t end)
{
	char room[32];
	struct sulih_view key =
		sulih_lower_key(sulih_view_slice(text, start, end), room, sizeof(room));

	if (sulih_table_has(&sulih_list_saying_verbs, key))
		return true;
	if (!sulih_view_ends(key, SULIH_VIEW("nya")))
		return false;
	key.length -= 3;
	return sulih_table_has(&sulih_list_saying_verbs, key);
}

static bool is_small_letter(const struct pairing *p, size_t at)
{
	return at < p->paragraph.end && sulih_byte_is_lower(p->text.data[at]);
}

/* A mark that stands like an opening one closes when an attribution follows it:
 * “Kami siap, “kata Budi. */
static bool closes_before_verb(const struct pairing *p, const struct quote_mark *mark)
{
	size_t start = mark->offset + mark->length, end = start;
	size_t before = trimmed(p->text, p->paragraph.start, mark->offset);

	while (is_small_letter(p, end) && end - start < 24)
		end++;
	return end > start && before > p->paragraph.start &&
	       strchr(",.?!", p->text.data[before - 1]) != NULL &&
	       is_saying_word(p->text, start, end);
}

/* A mark that stands like a closing one opens behind a verb of saying with its
 * comma or colon: Ia melanjutkan,” Kami siap.” */
static bool opens_after_verb(const struct pairing *p, const struct quote_mark *mark)
{
	size_t end = mark->offset, start;
	char sign = end > p->paragraph.start ? p->text.data[end - 1] : ' ';

	if (sign != ',' && sign != ':')
		return false;
	start = --end;
	while (start > p->paragraph.start && is_small_letter(p, start - 1) && end - start < 24)
		start--;
	return start < end && is_saying_word(p->text, start, end);
}

static enum mark_side side_of_straight(const struct pairing *p, const struct quote_mark *mark)
{
	if (p->by_turn || mark->place == MARK_EITHER)
		return p->open[mark->family] > 0 ? MARK_CLOSES : MARK_OPENS;
	return mark->place;
}

/* A mark whose form and place disagree is wrong in one of them: inside an open
 * quote it closes if either says so, elsewhere it opens. */
enum mark_side sulih_side_of_mark(const struct pairing *p, const struct quote_mark *mark)
{
	bool open = p->open[mark->family] > 0;

	if (open && mark->place == MARK_OPENS && closes_before_verb(p, mark))
		return MARK_CLOSES;
	if (!open && mark->place != MARK_OPENS && mark->shape != MARK_OPENS &&
	    opens_after_verb(p, mark))
		return MARK_OPENS;
	if (mark->straight)
		return side_of_straight(p, mark);
	if (mark->place == mark->shape || mark->place == MARK_EITHER)
		return mark->shape;
	return open ? MARK_CLOSES : MARK_OPENS;
}

bool sulih_is_inch(const struct pairing *p, const struct quote_mark *mark)
{
	return mark->after_digit && mark->shape != MARK_OPENS &&
	       (mark->place == MARK_EITHER || p->open[mark->family] == 0) && p->inch == 0;
}
