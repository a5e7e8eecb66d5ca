#include "normalize/repair/line.h"

#include <stdlib.h>

void sulih_line_release(struct sulih_line *line)
{
	SULIH_VECTOR_RELEASE(&line->cells);
	SULIH_VECTOR_RELEASE(&line->spare);
	SULIH_VECTOR_RELEASE(&line->repairs);
}

void sulih_line_note(struct sulih_line *line, enum sulih_diagnostic_id id,
		     const struct sulih_cell *first, const struct sulih_cell *last)
{
	struct sulih_repair *repair = SULIH_VECTOR_ADD(&line->repairs);

	if (repair == NULL) {
		line->failed = true;
		return;
	}
	repair->id = id;
	repair->from = first->from;
	repair->to = last->to;
	repair->amount = 1;
}

bool sulih_line_begin_spare(struct sulih_line *line, size_t at, size_t more)
{
	line->spare.count = 0;
	if (SULIH_VECTOR_RESERVE(&line->spare, line->cells.count + more) != 0) {
		line->failed = true;
		return false;
	}
	memcpy(line->spare.items, line->cells.items, at * sizeof(*line->cells.items));
	line->spare.count = at;
	return true;
}

void sulih_line_take_spare(struct sulih_line *line)
{
	struct sulih_cell *items = line->cells.items;
	size_t capacity = line->cells.capacity;

	line->cells.items = line->spare.items;
	line->cells.count = line->spare.count;
	line->cells.capacity = line->spare.capacity;
	line->spare.items = items;
	line->spare.capacity = capacity;
	line->spare.count = 0;
}

size_t sulih_line_put_cell(struct sulih_buffer *out, uint32_t c)
{
	size_t before = out->length;

	if (c < 0x80) {
		sulih_buffer_putc(out, (char)c);
		return 1;
	}
	if (c == SULIH_PARAGRAPH_SEPARATOR)
		sulih_buffer_puts(out, "\n\n");
	else
		sulih_buffer_put_code_point(out, c);
	return out->length - before;
}
