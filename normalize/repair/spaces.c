/*
 * White space, line ends, invisible and control characters.
 *
 * Scrapers leave no-break spaces, tabs and soft hyphens where the page had them
 * for its looks ("Presiden<NBSP>Prabowo", "kese<SHY>hatan"); they say nothing
 * about the text.  Whatever is white space stays white space, so that two words
 * never run together.
 */
#include "normalize/repair/line.h"

enum kind { KEEP, SPACE, LINE_END, INVISIBLE };

static enum kind kind_of_low(uint32_t c)
{
	if (c == ' ' || c == '\t' || c == 0xA0)
		return SPACE;
	if ((c >= '\n' && c <= '\r') || c == 0x85)
		return LINE_END;
	if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD)
		return INVISIBLE;
	return KEEP;
}

static enum kind kind_of_high(uint32_t c)
{
	if (c >= 0x2000 && c <= 0x206F) {
		if (c <= 0x200A || c == 0x202F || c == 0x205F)
			return SPACE;
		if (c == 0x2028 || c == SULIH_PARAGRAPH_SEPARATOR)
			return LINE_END;
		if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060)
			return INVISIBLE;
		return KEEP;
	}
	if (c == 0x1680 || c == 0x3000)
		return SPACE;
	if (c == 0x034F || c == 0x061C || c == 0x180E || c == 0xFEFF ||
	    (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE || c == 0xE0001)
		return INVISIBLE;
	return KEEP;
}

static inline enum kind kind_of(uint32_t c)
{
	if (c > ' ' && c < 0x7F)
		return KEEP;
	return c < 0x300 ? kind_of_low(c) : kind_of_high(c);
}

bool sulih_is_layout(uint32_t c)
{
	return kind_of(c) != KEEP;
}

static uint32_t line_end(uint32_t c)
{
	return c == SULIH_PARAGRAPH_SEPARATOR ? c : '\n';
}

static bool is_line_end(const struct sulih_cell *cell)
{
	return cell->c == '\n' || cell->c == SULIH_PARAGRAPH_SEPARATOR;
}

/* Drops the blank that stands last when a line ends behind it. */
static size_t drop_last_space(struct sulih_line *line, size_t count, bool *changed)
{
	if (count == 0 || line->cells.items[count - 1].c != ' ')
		return count;
	sulih_line_note(line, SULIH_DIAGNOSTIC_SPACE_REPAIRED, &line->cells.items[count - 1],
			&line->cells.items[count - 1]);
	*changed = true;
	return count - 1;
}

static size_t add_space(struct sulih_line *line, size_t out, struct sulih_cell cell, bool *changed)
{
	struct sulih_cell *last = out > 0 ? &line->cells.items[out - 1] : NULL;
	bool nothing_before = last ? is_line_end(last) : line->starts || line->after_space;

	if (cell.c != ' ' || nothing_before || (last && last->c == ' ')) {
		sulih_line_note(line, SULIH_DIAGNOSTIC_SPACE_REPAIRED, &cell, &cell);
		*changed = true;
	}
	if (nothing_before)
		return out;
	if (last && last->c == ' ') {
		last->to = cell.to;
		return out;
	}
	cell.c = ' ';
	line->cells.items[out] = cell;
	return out + 1;
}

bool sulih_repair_spaces(struct sulih_line *line)
{
	struct sulih_cell *cells = line->cells.items;
	size_t out = 0;
	bool changed = false;

	for (size_t at = 0; at < line->cells.count; at++) {
		struct sulih_cell cell;

		/* most of a line stays where it is */
		if (out == at && kind_of(cells[at].c) == KEEP) {
			out++;
			continue;
		}
		cell = cells[at];
		switch (kind_of(cell.c)) {
		case KEEP:
			cells[out++] = cell;
			break;
		case SPACE:
			out = add_space(line, out, cell, &changed);
			break;
		case INVISIBLE:
			sulih_line_note(line, SULIH_DIAGNOSTIC_INVISIBLE_DROPPED, &cell, &cell);
			changed = true;
			break;
		case LINE_END:
			if (cell.c == '\r' && at + 1 < line->cells.count && cells[at + 1].c == '\n')
				cell.to = cells[++at].to;
			out = drop_last_space(line, out, &changed);
			if (cell.c != line_end(cell.c)) {
				sulih_line_note(line, SULIH_DIAGNOSTIC_LINE_END_REPAIRED, &cell,
						&cell);
				changed = true;
			}
			cell.c = line_end(cell.c);
			cells[out++] = cell;
			break;
		}
	}
	if (line->ends)
		out = drop_last_space(line, out, &changed);
	line->cells.count = out;
	return changed;
}

void sulih_repair_last_end(struct sulih_line *line)
{
	struct sulih_cell *last = line->cells.count > 0 ? SULIH_VECTOR_LAST(&line->cells) : NULL;

	if (last == NULL || kind_of(last->c) != LINE_END || last->c == line_end(last->c))
		return;
	sulih_line_note(line, SULIH_DIAGNOSTIC_LINE_END_REPAIRED, last, last);
	last->c = line_end(last->c);
}
