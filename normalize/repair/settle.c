/*
 * All repairs of a line, again and again until none changes anything.
 */
#include "normalize/repair/line.h"

/*
 * One repair uncovers at most a few others.  A line that uncovers ever more was made
 * to be slow: its mojibake and references stay, now and when it comes again.
 */
#define MOST_ROUNDS 16

static bool is_ascii(const struct sulih_line *line)
{
	uint32_t seen = 0;

	for (size_t i = 0; i < line->cells.count; i++)
		seen |= line->cells.items[i].c;
	return seen < 0x80;
}

/* ASCII that no reference is in: only white space is left to repair in it, and glued words. */
static bool is_plain(const struct sulih_line *line)
{
	bool plain = true;

	for (size_t i = 0; i < line->cells.count; i++)
		plain &= line->cells.items[i].c < 0x80 && line->cells.items[i].c != '&';
	return plain;
}

/* Whether another round may find more. */
static bool repair_once(struct sulih_line *line, bool all)
{
	/* of ASCII nothing can be wide, misread or undone */
	bool ascii = is_ascii(line), changed = !ascii && sulih_repair_width(line), spaces;

	if (all) {
		if (sulih_repair_references(line)) {
			changed = true;
			ascii = is_ascii(line);
		}
		changed |= !ascii && sulih_repair_mojibake(line);
	}
	spaces = sulih_repair_spaces(line);
	changed |= !ascii && sulih_repair_composition(line);
	changed |= sulih_repair_glue(line);
	/* white space is in order after one round, and uncovers nothing in plain text */
	return changed || (spaces && !is_plain(line));
}

bool sulih_line_settle(struct sulih_line *line, bool all)
{
	line->unsettled = false;
	for (int round = 0; round < MOST_ROUNDS && !line->failed && !line->unsettled; round++)
		if (!repair_once(line, all))
			return !line->unsettled;
	return line->failed;
}
