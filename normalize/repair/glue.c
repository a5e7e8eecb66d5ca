/* Glued words in a text that is scanned and in a line in repair: its chunks, and the blanks put
 * into them. */
#include "normalize/repair/glue.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "normalize/repair/line.h"

char sulih_glue_byte(uint32_t c)
{
	if (c < 0x80)
		return (char)c;
	return sulih_is_letter(c) ? SULIH_GLUE_LETTER : SULIH_GLUE_SIGN;
}

static bool is_blank(uint32_t c)
{
	if (c > ' ' && c < 0x7F) /* the usual case without a call */
		return false;
	return c == ' ' || (c != SULIH_GLUE_SIGN && sulih_is_layout(c));
}

bool sulih_glue_at(struct sulih_view text, size_t place, size_t *end)
{
	char room[SULIH_GLUE_LONGEST + 1];
	size_t borders[SULIH_GLUE_BORDERS], start = place, used, length = 0;

	while (start > 0 && text.data[start - 1] != ' ' && text.data[start - 1] != '\n' &&
	       place - start < 4 * SULIH_GLUE_LONGEST)
		start--;
	for (*end = start; *end < text.length; *end += used) {
		uint32_t c = sulih_utf8_decode(text.data + *end, text.length - *end, &used);

		if (is_blank(c) || (*end > place && *end - place > 4 * SULIH_GLUE_LONGEST))
			break;
		if (length <= SULIH_GLUE_LONGEST)
			room[length++] = sulih_glue_byte(c);
	}
	return sulih_glue_borders(sulih_view_make(room, length), false, borders) > 0;
}

/* Whether anything in the chunk from `start` on can be glued: the hints of normalize/scan.c. */
static bool read_chunk(const struct sulih_line *line, size_t start, size_t *end, char *room,
		       size_t *length)
{
	const struct sulih_cell *cells = line->cells.items;
	char first = ' ', before = ' ', c;
	bool hint = false;

	*length = 0;
	for (*end = start; *end < line->cells.count && !is_blank(cells[*end].c); ++*end) {
		c = sulih_glue_byte(cells[*end].c);
		/* small letters side by side, nearly always, hint at nothing */
		if (!sulih_byte_is_lower(c) || !sulih_byte_is_lower(before))
			hint |= sulih_glue_is_hint((unsigned char)first, (unsigned char)before,
						   (unsigned char)c);
		first = before;
		before = c;
		if (*length <= SULIH_GLUE_LONGEST)
			room[(*length)++] = c;
	}
	return hint;
}

static void put_parted(struct sulih_line *line, size_t start, size_t end, const size_t *borders,
		       size_t count)
{
	const struct sulih_cell *cells = line->cells.items;

	if (count > 0)
		sulih_line_note(line, SULIH_DIAGNOSTIC_WORDS_PARTED, &cells[start],
				&cells[end - 1]);
	for (size_t i = start, k = 0; i < end; i++) {
		if (k < count && start + borders[k] == i) {
			struct sulih_cell blank = { ' ', cells[i].from, cells[i].from };

			sulih_line_put_spare(line, blank);
			k++;
		}
		sulih_line_put_spare(line, cells[i]);
	}
}

bool sulih_repair_glue(struct sulih_line *line)
{
	size_t borders[SULIH_GLUE_BORDERS], end, length, count;
	char room[SULIH_GLUE_LONGEST + 1];
	bool parted = false, changed = false;

	for (size_t start = 0; start < line->cells.count && !line->failed; start = end) {
		bool hint = read_chunk(line, start, &end, room, &length);

		count = 0;
		if (hint || parted)
			count = sulih_glue_borders(sulih_view_make(room, length), parted, borders);
		/* Of two characters at least one stays for each blank put in. */
		if (count > 0 && !changed) {
			if (!sulih_line_begin_spare(line, start, line->cells.count))
				return false;
			changed = true;
		}
		if (end == start)
			end++; /* the blank */
		else
			parted = count > 0;
		if (changed)
			put_parted(line, start, end, borders, count);
	}
	if (changed)
		sulih_line_take_spare(line);
	return changed && !line->failed;
}
