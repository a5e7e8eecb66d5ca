#include "normalize/clean.h"

#include "normalize/parts.h"
#include "normalize/scan.h"

void sulih_clean_init(struct sulih_clean *clean, const struct sulih_stream_options *options)
{
	memset(clean, 0, sizeof(*clean));
	clean->options = *options;
	clean->starts = true;
	clean->binary_allowed = options->decoded;
}

void sulih_clean_release(struct sulih_clean *clean)
{
	sulih_line_release(&clean->line);
	sulih_buffer_release(&clean->repaired);
	sulih_buffer_release(&clean->excerpt);
}

/* Blank lines before the first word are held back: blank text gives no text at all. */
static int write_text(struct sulih_clean *clean, struct sulih_view text, struct sulih_error *error)
{
	static const char line_ends[] = "\n\n\n\n\n\n\n\n";

	if (!clean->visible) {
		size_t at = 0;
		int status = 0;

		while (at < text.length && text.data[at] == '\n')
			at++;
		clean->held_ends += at;
		if (at == text.length)
			return 0;
		clean->visible = true;
		while (clean->held_ends > 0 && status == 0) {
			size_t part = clean->held_ends < 8 ? clean->held_ends : 8;

			status = clean->options.write(clean->options.context,
						      sulih_view_make(line_ends, part), error);
			clean->held_ends -= part;
		}
		if (status != 0)
			return status;
		text = sulih_view_slice(text, at, text.length);
	}
	return text.length > 0 ? clean->options.write(clean->options.context, text, error) : 0;
}

static void count_lines(struct sulih_clean *clean, struct sulih_view text)
{
	const char *at = text.data, *end = text.data + text.length;

	while (clean->options.on_repair != NULL && at < end &&
	       (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		clean->lines++;
		at++;
	}
}

static int write_clean(struct sulih_clean *clean, struct sulih_view text, struct sulih_error *error)
{
	if (text.length == 0)
		return 0;
	clean->starts = text.data[text.length - 1] == '\n';
	if (clean->options.map != NULL)
		sulih_offset_map_step(clean->options.map, text);
	clean->source += sulih_count_characters(text);
	count_lines(clean, text);
	return write_text(clean, text, error);
}

/* The blank held back before this part, when more of its line follows. */
static void put_pending(struct sulih_clean *clean)
{
	const struct sulih_line *line = &clean->line;
	size_t bytes = 0;

	if (clean->pending_space == 0 || (line->cells.count == 0 && !line->ends))
		return;
	if (line->cells.count > 0 && line->cells.items[0].c != '\n' &&
	    line->cells.items[0].c != SULIH_PARAGRAPH_SEPARATOR)
		bytes = sulih_line_put_cell(&clean->repaired, ' ');
	if (clean->options.map != NULL)
		sulih_offset_map_block(clean->options.map, bytes, clean->pending_space);
	clean->pending_space = 0;
}

static void hold_last_space(struct sulih_clean *clean)
{
	struct sulih_line *line = &clean->line;

	if (line->ends || line->cells.count == 0 || SULIH_VECTOR_LAST(&line->cells)->c != ' ')
		return;
	line->cells.count--;
}

/* The end of the cells from `i` on that each stand for the next character of the source: most of
 * a line, and one entry of the map. */
static size_t step_end(const struct sulih_line *line, size_t i)
{
	const struct sulih_cell *cells = line->cells.items;
	uint32_t at = cells[i].from;

	while (i < line->cells.count && cells[i].from == at && cells[i].to == at + 1 &&
	       cells[i].c != SULIH_PARAGRAPH_SEPARATOR) {
		at++;
		i++;
	}
	return i;
}

static void put_line(struct sulih_clean *clean)
{
	struct sulih_line *line = &clean->line;
	struct sulih_offset_map *map = clean->options.map;
	uint32_t at = 0;
	size_t cells = line->cells.count;

	sulih_buffer_clear(&clean->repaired);
	hold_last_space(clean);
	put_pending(clean);
	for (size_t i = 0, next; i < line->cells.count; i = next) {
		struct sulih_cell cell = line->cells.items[i];
		size_t start = clean->repaired.length, bytes;

		next = step_end(line, i);
		if (next > i) {
			for (size_t k = i; k < next; k++)
				sulih_line_put_cell(&clean->repaired, line->cells.items[k].c);
		} else {
			sulih_line_put_cell(&clean->repaired, cell.c);
		}
		bytes = clean->repaired.length - start;
		if (map != NULL && !clean->repaired.failed) {
			sulih_offset_map_block(map, 0, cell.from - at);
			if (next > i)
				sulih_offset_map_step(
					map, sulih_view_make(clean->repaired.data + start, bytes));
			else
				sulih_offset_map_block(map, bytes, cell.to - cell.from);
		}
		if (next == i)
			next++;
		at = line->cells.items[next - 1].to;
	}
	if (cells > line->cells.count || (cells == 0 && clean->pending_space > 0))
		clean->pending_space += line->source_length - at;
	else if (map != NULL)
		sulih_offset_map_block(map, 0, line->source_length - at);
}

/*
 * Of a line that does not settle only the form is repaired.  That may be enough to
 * settle the rest, and then it would, if the line came again; so it is tried once more.
 */
static void repair_form(struct sulih_line *line, struct sulih_view part)
{
	sulih_line_decode(line, part);
	sulih_line_settle(line, false);
	if (sulih_line_settle(line, true))
		return;
	sulih_line_decode(line, part);
	sulih_line_settle(line, false);
}

static void take_line(struct sulih_clean *clean, struct sulih_view part, bool ends)
{
	struct sulih_line *line = &clean->line;

	line->starts = clean->starts;
	line->ends = ends;
	line->after_space = clean->pending_space > 0;
	sulih_line_decode(line, part);
}

static int put_settled(struct sulih_clean *clean, struct sulih_view part, bool ends,
		       struct sulih_error *error)
{
	if (clean->line.failed)
		return sulih_fail_memory(error);
	sulih_clean_tally_repairs(clean, part);
	count_lines(clean, part);
	put_line(clean);
	if (clean->repaired.failed)
		return sulih_buffer_status(&clean->repaired, error);
	clean->source += clean->line.source_length;
	clean->starts = ends;
	return write_text(clean, sulih_buffer_view(&clean->repaired), error);
}

/*
 * A line that does not settle becomes several where it holds a U+0085 or a form feed.  Each
 * of them would be settled for itself if it came again, and so it is now:
 * "&amp<U+0085>&&&…shy;shy;" gives "&" and the rest as it stands.  What ends a piece is
 * a line end then, no misread "…".
 */
static int repair_pieces(struct sulih_clean *clean, struct sulih_view part, bool ends,
			 struct sulih_error *error)
{
	int status = 0;

	for (size_t at = 0, end; at < part.length && status == 0; at = end) {
		struct sulih_view piece;
		bool piece_ends;

		end = sulih_piece_end(part, at);
		piece = sulih_view_slice(part, at, end);
		piece_ends = end < part.length || ends;
		take_line(clean, piece, piece_ends);
		sulih_repair_last_end(&clean->line);
		if (!sulih_line_settle(&clean->line, true))
			repair_form(&clean->line, piece);
		status = put_settled(clean, piece, piece_ends, error);
	}
	return status;
}

static int repair_part(struct sulih_clean *clean, struct sulih_view part, bool ends,
		       struct sulih_error *error)
{
	if (!clean->binary_allowed && memchr(part.data, '\0', part.length) != NULL)
		return sulih_fail(error, SULIH_ERROR_INPUT, "the input is binary, not text");
	take_line(clean, part, ends);
	return sulih_line_settle(&clean->line, true) ? put_settled(clean, part, ends, error)
						     : repair_pieces(clean, part, ends, error);
}

/*
 * Whether words `taken` out of a simple line, the last `alone` bytes of them one word, came
 * out as they would amid the line: a word that was parted lets the next one be parted too,
 * and what is parted again is reported behind the rest of its line.
 */
static bool stands_alone(const struct sulih_line *line, struct sulih_view taken, size_t alone)
{
	size_t parted = 0, behind = 0;

	for (size_t i = 0; i < line->repairs.count; i++) {
		if (line->repairs.items[i].id != SULIH_DIAGNOSTIC_WORDS_PARTED)
			continue;
		parted++;
		behind = line->repairs.items[i].to;
	}
	return parted == 0 ||
	       (parted == 1 &&
		behind <= sulih_count_characters(sulih_view_slice(taken, 0, taken.length - alone)));
}

/* Of a simple line, which has something to be repaired at `bad`, only the words around it are
 * taken apart. */
static int repair_words(struct sulih_clean *clean, struct sulih_view part, size_t bad,
			struct sulih_error *error)
{
	size_t done = 0;
	int status = 0;

	while (bad < part.length && status == 0) {
		struct sulih_words words = sulih_words_around(part, done, bad);
		struct sulih_view taken = sulih_view_slice(part, words.start, words.end);
		bool ends = words.end == part.length;

		status = write_clean(clean, sulih_view_slice(part, done, words.start), error);
		if (status != 0)
			return status;
		take_line(clean, taken, ends);
		if (!sulih_line_settle(&clean->line, true) ||
		    (!ends && !stands_alone(&clean->line, taken, words.end - words.last)))
			return repair_part(clean, sulih_view_slice(part, words.start, part.length),
					   true, error);
		status = put_settled(clean, taken, ends, error);
		done = words.end;
		bad = done + sulih_scan(sulih_view_slice(part, done, part.length), 0, false, true);
	}
	return status == 0 ? write_clean(clean, sulih_view_slice(part, done, part.length), error)
			   : status;
}

/* Whether repair_words gives what repair_part does: no blank waits before the line or will be
 * held back behind it.  The reports of --explain are in the order of the whole line's repairs. */
static bool may_repair_words(const struct sulih_clean *clean, struct sulih_view part, bool ends)
{
	return ends && clean->pending_space == 0 && clean->options.on_repair == NULL &&
	       sulih_is_simple(part);
}

int sulih_clean_take(struct sulih_clean *clean, struct sulih_view text, bool final, size_t *taken,
		     struct sulih_error *error)
{
	size_t end = sulih_parts_end(text, final), start = 0;
	int status = 0;

	*taken = end;
	while (start < end && status == 0) {
		struct sulih_view region = sulih_view_make(text.data, end);
		size_t bad = start, from, to;

		if (clean->pending_space == 0)
			bad = sulih_scan(sulih_view_slice(region, start, end), 0, clean->starts,
					 final) +
			      start;
		if (bad == end)
			return write_clean(clean, sulih_view_slice(text, start, end), error);
		from = sulih_part_start(text, start, bad, final);
		to = sulih_part_end(text, from, final);
		status = write_clean(clean, sulih_view_slice(text, start, from), error);
		if (status == 0) {
			struct sulih_view part = sulih_view_slice(text, from, to);
			bool ends = text.data[to - 1] == '\n' || (final && to == text.length);

			status = may_repair_words(clean, part, ends)
					 ? repair_words(clean, part, bad - from, error)
					 : repair_part(clean, part, ends, error);
		}
		start = to;
	}
	return status;
}
