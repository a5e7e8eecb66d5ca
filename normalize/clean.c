#include "normalize/clean.h"

#include "base/utf8.h"
#include "normalize/parts.h"
#include "normalize/scan.h"

/*
 * One repair uncovers at most a few others.  A line that uncovers ever more was made
 * to be slow: its mojibake and references stay, now and when it comes again.
 */
#define MOST_ROUNDS 16

/* Further ones are only counted. */
#define MOST_PARTED_REPORTS 1000

void sulih_clean_init(struct sulih_clean *clean, const struct sulih_stream_options *options)
{
	memset(clean, 0, sizeof(*clean));
	clean->options = *options;
	clean->starts = true;
	clean->line.decoded = options->decoded;
	clean->binary_allowed = options->decoded;
}

void sulih_clean_release(struct sulih_clean *clean)
{
	sulih_line_release(&clean->line);
	sulih_buffer_release(&clean->repaired);
	sulih_buffer_release(&clean->excerpt);
}

void sulih_clean_tally(struct sulih_clean *clean, enum sulih_diagnostic_id id,
		       struct sulih_span span, size_t amount)
{
	struct sulih_tally *tally = &clean->tallies[id];

	if (tally->count == 0)
		tally->first = span;
	tally->count += amount;
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

/* Appends a character, or the line ends that it stands for; returns the bytes. */
static size_t put_cell(struct sulih_buffer *out, uint32_t c)
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

/* The blank held back before this part, when more of its line follows. */
static void put_pending(struct sulih_clean *clean)
{
	const struct sulih_line *line = &clean->line;
	size_t bytes = 0;

	if (clean->pending_space == 0 || (line->cells.count == 0 && !line->ends))
		return;
	if (line->cells.count > 0 && line->cells.items[0].c != '\n' &&
	    line->cells.items[0].c != SULIH_PARAGRAPH_SEPARATOR)
		bytes = put_cell(&clean->repaired, ' ');
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
				put_cell(&clean->repaired, line->cells.items[k].c);
		} else {
			put_cell(&clean->repaired, cell.c);
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

static bool repair_until_settled(struct sulih_line *line, bool all)
{
	line->unsettled = false;
	for (int round = 0; round < MOST_ROUNDS && !line->failed && !line->unsettled; round++)
		if (!repair_once(line, all))
			return !line->unsettled;
	return line->failed;
}

/*
 * Of a line that does not settle only the form is repaired.  That may be enough to
 * settle the rest, and then it would, if the line came again; so it is tried once more.
 */
static void repair_form(struct sulih_line *line, struct sulih_view part)
{
	sulih_line_decode(line, part);
	repair_until_settled(line, false);
	if (repair_until_settled(line, true))
		return;
	sulih_line_decode(line, part);
	repair_until_settled(line, false);
}

/* The bytes of source code points `from` to `to` of a part. */
static struct sulih_view source_slice(struct sulih_view part, uint32_t from, uint32_t to)
{
	size_t at = 0, start = 0, used;
	uint32_t index = 0;

	for (; at < part.length && index < to; at += used, index++) {
		if (index == from)
			start = at;
		sulih_utf8_decode(part.data + at, part.length - at, &used);
	}
	return sulih_view_slice(part, from < index ? start : at, at);
}

static void report(struct sulih_clean *clean, struct sulih_view part,
		   const struct sulih_repair *repair, struct sulih_span span)
{
	struct sulih_repair_report r = { repair->id, span, clean->lines + 1, { 0 }, { 0 } };

	sulih_buffer_clear(&clean->excerpt);
	for (size_t i = 0; i < clean->line.cells.count; i++) {
		struct sulih_cell cell = clean->line.cells.items[i];

		if (cell.from < repair->to && (cell.to > repair->from || cell.from > repair->from))
			put_cell(&clean->excerpt, cell.c);
	}
	r.was = source_slice(part, repair->from, repair->to);
	r.now = sulih_buffer_view(&clean->excerpt);
	clean->options.on_repair(clean->options.context, &r);
}

/* A judgement rather than a repair of form: each is reported, for an editor to look at. */
static void diagnose_parted(struct sulih_clean *clean, struct sulih_view part,
			    const struct sulih_repair *repair, struct sulih_span span)
{
	struct sulih_view was = source_slice(part, repair->from, repair->to);

	if (clean->options.diagnostics == NULL ||
	    clean->tallies[SULIH_DIAGNOSTIC_WORDS_PARTED].count > MOST_PARTED_REPORTS)
		return;
	if (sulih_utf8_valid_prefix(was) != was.length)
		was.length = 0;
	sulih_diagnose(clean->options.diagnostics, SULIH_DIAGNOSTIC_WORDS_PARTED, span,
		       "Words glued together were parted: %.*s", SULIH_VIEW_ARGS(was));
}

static void tally_repairs(struct sulih_clean *clean, struct sulih_view part)
{
	for (size_t i = 0; i < clean->line.repairs.count; i++) {
		const struct sulih_repair *repair = &clean->line.repairs.items[i];
		struct sulih_span span = { clean->source + repair->from,
					   clean->source + repair->to };

		sulih_clean_tally(clean, repair->id, span, repair->amount);
		if (repair->id == SULIH_DIAGNOSTIC_WORDS_PARTED)
			diagnose_parted(clean, part, repair, span);
		if (clean->options.on_repair != NULL)
			report(clean, part, repair, span);
	}
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
	tally_repairs(clean, part);
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
		if (!repair_until_settled(&clean->line, true))
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
	return repair_until_settled(&clean->line, true) ? put_settled(clean, part, ends, error)
							: repair_pieces(clean, part, ends, error);
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
		if (status == 0)
			status = repair_part(
				clean, sulih_view_slice(text, from, to),
				text.data[to - 1] == '\n' || (final && to == text.length), error);
		start = to;
	}
	return status;
}
