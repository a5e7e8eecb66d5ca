/*
 * Bytes to characters.
 *
 * Strict UTF-8 first.  A line with bytes that are no UTF-8 is Windows-1252 when
 * nothing in it speaks for UTF-8 (files put together from several sources mix
 * encodings by the line); otherwise a stray byte is read as Windows-1252 where
 * that makes sense amid its neighbours, and becomes U+FFFD where not.  A byte
 * never takes a neighbour with it.
 */
#include "normalize/repair/line.h"

#include "base/letter.h"
#include "base/utf8.h"

/* A cell not yet understood: its byte with this bit. */
#define RAW 0x80000000u

static bool is_raw(const struct sulih_cell *cell)
{
	return (cell->c & RAW) != 0;
}

static unsigned raw_byte(const struct sulih_cell *cell)
{
	return is_raw(cell) ? cell->c & 0xFF : 0;
}

/* How many bytes the sequence that begins with `lead` ought to have; 0: it begins none. */
static size_t sequence_length(unsigned lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool is_continuation(unsigned byte)
{
	return byte >= 0x80 && byte <= 0xBF;
}

/*
 * Number of raw cells from `at` on that are the remains of one UTF-8 sequence
 * ("\xE2\x80" of a cut-off quotation mark, or its tail "\x80\x9C"); 0: none.
 */
static size_t broken_sequence(const struct sulih_line *line, size_t at)
{
	const struct sulih_cell *cells = line->cells.items + at;
	size_t left = line->cells.count - at;
	size_t whole = sequence_length(raw_byte(&cells[0])), length = 1;

	if (whole == 0)
		return left >= 2 && raw_byte(&cells[0]) == 0x80 &&
				       is_continuation(raw_byte(&cells[1]))
			       ? 2
			       : 0;
	while (length < whole && length < left && is_continuation(raw_byte(&cells[length])))
		length++;
	return length > 1 ? length : 0;
}

/* ’ ” … – — » after a letter: "Pelé”" is sound Windows-1252, not half a Chinese character. */
static bool closes_a_word(unsigned byte)
{
	return byte == 0x92 || byte == 0x94 || byte == 0x85 || byte == 0x96 || byte == 0x97 ||
	       byte == 0xBB;
}

static bool letter_beside(const struct sulih_line *line, size_t at)
{
	const struct sulih_cell *cells = line->cells.items;

	return (at > 0 && !is_raw(&cells[at - 1]) && sulih_is_letter(cells[at - 1].c)) ||
	       (at + 1 < line->cells.count && !is_raw(&cells[at + 1]) &&
		sulih_is_letter(cells[at + 1].c));
}

/* Nothing speaks for UTF-8, and not every raw byte is the remains of it. */
static bool is_windows_1252(const struct sulih_line *line, size_t multibyte)
{
	if (multibyte > 0)
		return false;
	for (size_t at = 0; at < line->cells.count;) {
		size_t broken;

		if (!is_raw(&line->cells.items[at])) {
			at++;
			continue;
		}
		broken = broken_sequence(line, at);
		if (broken == 0 && sulih_windows_1252(raw_byte(&line->cells.items[at])) != 0)
			return true;
		if (broken == 2 && closes_a_word(raw_byte(&line->cells.items[at + 1])) &&
		    letter_beside(line, at))
			return true;
		at += broken > 0 ? broken : 1;
	}
	return false;
}

/* A stray byte amid UTF-8: a letter beside a letter, or a mark of punctuation. */
static bool is_plausible_stray(const struct sulih_line *line, size_t at)
{
	unsigned byte = raw_byte(&line->cells.items[at]);
	uint32_t c = sulih_windows_1252(byte);

	if (c == 0)
		return false;
	if (sulih_is_letter(c))
		return letter_beside(line, at);
	return closes_a_word(byte) || byte == 0x91 || byte == 0x93 || byte == 0xA0 ||
	       byte == 0xAB || byte == 0xB0;
}

static void note_replaced(struct sulih_line *line, size_t first, size_t count)
{
	sulih_line_note(line, SULIH_DIAGNOSTIC_BYTES_REPLACED, &line->cells.items[first],
			&line->cells.items[first + count - 1]);
	if (!line->failed)
		SULIH_VECTOR_LAST(&line->repairs)->amount = (uint32_t)count;
}

static void resolve(struct sulih_line *line, bool windows_1252)
{
	struct sulih_cell *cells = line->cells.items;
	size_t out = 0, taken;
	bool noted = false;

	for (size_t at = 0; at < line->cells.count; at += taken) {
		struct sulih_cell cell = cells[at];

		taken = 1;
		if (is_raw(&cell)) {
			uint32_t c = sulih_windows_1252(raw_byte(&cell));

			if (!windows_1252) {
				size_t broken = broken_sequence(line, at);

				if (broken > 0 || !is_plausible_stray(line, at))
					c = SULIH_REPLACEMENT;
				taken = broken > 0 ? broken : 1;
			}
			if (windows_1252 && c != 0 && !noted) {
				sulih_line_note(line, SULIH_DIAGNOSTIC_CHARSET_GUESSED, &cell,
						&cell);
				noted = true;
			} else if (!windows_1252 || c == 0) {
				note_replaced(line, at, taken);
			}
			cell.c = c != 0 ? c : SULIH_REPLACEMENT;
			cell.to = cells[at + taken - 1].to;
		}
		cells[out++] = cell;
	}
	line->cells.count = out;
}

void sulih_line_decode(struct sulih_line *line, struct sulih_view bytes)
{
	size_t multibyte = 0, raw = 0, used;

	line->cells.count = line->repairs.count = 0;
	line->source_length = 0;
	if (SULIH_VECTOR_RESERVE(&line->cells, bytes.length + 1) != 0) {
		line->failed = true;
		return;
	}
	for (size_t at = 0; at < bytes.length; at += used) {
		struct sulih_cell *cell = &line->cells.items[line->cells.count++];

		cell->c = sulih_utf8_decode(bytes.data + at, bytes.length - at, &used);
		if (cell->c == SULIH_UTF8_INVALID) {
			cell->c = RAW | (unsigned char)bytes.data[at];
			raw++;
		}
		multibyte += used > 1;
		cell->from = line->source_length++;
		cell->to = line->source_length;
	}
	if (raw > 0)
		resolve(line, is_windows_1252(line, multibyte));
}
