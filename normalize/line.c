#include "normalize/line.h"

#include <stdlib.h>

void sulih_line_init(struct sulih_line *line)
{
	*line = (struct sulih_line){ 0 };
}

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

uint32_t sulih_windows_1252(unsigned byte)
{
	static const uint16_t high[32] = { 0x20AC, 0,	   0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
					   0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
					   0x017D, 0,	   0,	   0x2018, 0x2019, 0x201C, 0x201D,
					   0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
					   0x0153, 0,	   0x017E, 0x0178 };

	return byte >= 0x80 && byte <= 0x9F ? high[byte - 0x80] : byte;
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
