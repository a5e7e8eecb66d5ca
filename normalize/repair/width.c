/* Full-width forms, as East Asian input methods give them ("Ｒｐ１００", "（ＡＮＴＡＲＡ）"):
 * ASCII. */
#include "normalize/repair/line.h"

bool sulih_repair_width(struct sulih_line *line)
{
	bool changed = false;

	for (size_t at = 0; at < line->cells.count; at++) {
		struct sulih_cell *cell = &line->cells.items[at];

		if (cell->c < 0xFF01 || cell->c > 0xFF5E)
			continue;
		cell->c -= 0xFEE0;
		sulih_line_note(line, SULIH_DIAGNOSTIC_WIDTH_FOLDED, cell, cell);
		changed = true;
	}
	return changed;
}
