#include "pipeline/protect/terms/delimited.h"

static size_t count_in_line(struct sulih_view text, char wanted)
{
	size_t count = 0;
	bool quoted = false;

	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '"')
			quoted = !quoted;
		else if (!quoted && (text.data[i] == '\n' || text.data[i] == '\r'))
			break;
		count += !quoted && text.data[i] == wanted;
	}
	return count;
}

void sulih_row_reader_init(struct sulih_row_reader *reader, struct sulih_view text, bool csv,
			   struct sulih_arena *arena)
{
	*reader = (struct sulih_row_reader){ .text = text, .next_line = 1, .arena = arena };
	reader->quotes = csv;
	reader->parting = '\t';
	if (csv)
		reader->parting = count_in_line(text, ';') > count_in_line(text, ',') ? ';' : ',';
}

void sulih_row_reader_release(struct sulih_row_reader *reader)
{
	SULIH_VECTOR_RELEASE(&reader->cells);
}

static bool at_line_end(const struct sulih_row_reader *r)
{
	return r->at >= r->text.length || r->text.data[r->at] == '\n' ||
	       r->text.data[r->at] == '\r';
}

static void skip_line_end(struct sulih_row_reader *r)
{
	if (r->at >= r->text.length)
		return;
	if (r->text.data[r->at] == '\r' && r->at + 1 < r->text.length &&
	    r->text.data[r->at + 1] == '\n')
		r->at++;
	r->at++;
	r->next_line++;
}

/* After a fault: the next row begins on the next line. */
static int fault(struct sulih_row_reader *r, struct sulih_error *error, const char *what)
{
	while (!at_line_end(r))
		r->at++;
	skip_line_end(r);
	return sulih_fail(error, SULIH_ERROR_INPUT, "%s", what);
}

static int plain_cell(struct sulih_row_reader *r, struct sulih_view *cell)
{
	size_t start = r->at;

	while (!at_line_end(r) && r->text.data[r->at] != r->parting)
		r->at++;
	*cell = sulih_view_slice(r->text, start, r->at);
	return 1;
}

/* A cell in quotation marks; the reader stands behind the opening one. */
static int quoted_cell(struct sulih_row_reader *r, struct sulih_view *cell,
		       struct sulih_error *error)
{
	size_t start = r->at, length = 0, end;
	char *copy;

	for (end = start; end < r->text.length; end++) {
		if (r->text.data[end] != '"')
			continue;
		if (end + 1 < r->text.length && r->text.data[end + 1] == '"')
			end++;
		else
			break;
	}
	if (end >= r->text.length)
		return fault(r, error,
			     "the quotation mark of this line is not closed; close it, or double "
			     "it (\"\") where it belongs to the words");
	copy = sulih_arena_alloc(r->arena, end - start + 1);
	if (copy == NULL)
		return sulih_fail_memory(error);
	for (size_t i = start; i < end; i++) {
		if (r->text.data[i] == '"')
			i++;
		r->next_line += r->text.data[i] == '\n';
		copy[length++] = r->text.data[i];
	}
	*cell = sulih_view_make(copy, length);
	r->at = end + 1;
	if (!at_line_end(r) && r->text.data[r->at] != r->parting)
		return fault(r, error,
			     "words follow a closing quotation mark; double the marks (\"\") "
			     "inside a cell");
	return 1;
}

int sulih_row_reader_next(struct sulih_row_reader *r, struct sulih_error *error)
{
	int status = 1;

	if (r->at >= r->text.length)
		return 0;
	r->cells.count = 0;
	r->line = r->next_line;
	r->first_quoted = r->quotes && r->text.data[r->at] == '"';
	for (;;) {
		struct sulih_view *cell = SULIH_VECTOR_ADD(&r->cells);

		if (cell == NULL)
			return sulih_fail_memory(error);
		if (r->quotes && r->at < r->text.length && r->text.data[r->at] == '"') {
			r->at++;
			status = quoted_cell(r, cell, error);
		} else {
			status = plain_cell(r, cell);
		}
		if (status != 1)
			return status;
		if (at_line_end(r))
			break;
		r->at++;
	}
	skip_line_end(r);
	return 1;
}
