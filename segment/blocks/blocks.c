#include "segment/blocks/blocks.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/space.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/lines.h"

/* Bytes of the head of a text in which its width is looked for. */
#define TRIAL_LENGTH 8192

struct reader {
	struct sulih_view clean;
	struct sulih_segmentation *out;
	SULIH_VECTOR(struct line) paragraph;
	unsigned known_width; /* to which paragraphs are filled; 0: not known */
	bool trial;	      /* only find out the width */
};

/* Takes the white space off both ends of a line. */
static struct sulih_span trim(struct sulih_view text, struct sulih_span line)
{
	line.start = sulih_space_skip(text.data, line.start, line.end);
	line.end = sulih_space_trim(text.data, line.start, line.end);
	return line;
}

/* `Ban-|dung`, `Pra-|bowo` */
static bool is_name(struct sulih_view word)
{
	return sulih_table_has(&sulih_list_given_names, word) ||
	       sulih_table_has(&sulih_list_regencies, word) ||
	       sulih_table_has(&sulih_list_provinces, word) ||
	       sulih_table_has(&sulih_list_exonyms, word);
}

/* Whether the two halves of `meng-|hadiri` make one word; `anak-|anak` do not. */
static bool is_broken_word(struct sulih_view text, const struct line *line)
{
	size_t start = line->span.end - 1, end = line[1].span.start, used, length;
	char joined[64], room[80];

	while (start > line->span.start && line->span.end - start < 30 &&
	       sulih_byte_is_letter(text.data[start - 1]))
		start--;
	while (end < line[1].span.end && end - line[1].span.start < 30) {
		uint32_t c = sulih_utf8_decode(text.data + end, line[1].span.end - end, &used);

		if (!sulih_is_letter(c))
			break;
		end += used;
	}
	length = line->span.end - 1 - start;
	if (length == 0 || length + (end - line[1].span.start) > sizeof(joined))
		return false;
	memcpy(joined, text.data + start, length);
	memcpy(joined + length, text.data + line[1].span.start, end - line[1].span.start);
	return sulih_word_known(
		       sulih_lower_key(sulih_view_make(joined, length + end - line[1].span.start),
				       room, sizeof(room))) ||
	       (sulih_byte_is_upper(joined[0]) &&
		is_name(sulih_view_make(joined, length + end - line[1].span.start)));
}

/* `anak-|anak`: one word said twice. */
static bool is_doubled_word(struct sulih_view text, const struct line *line)
{
	size_t end = line->span.end - 1, next = line[1].span.start, length = 0;

	while (end - length > line->span.start && sulih_byte_is_letter(text.data[end - length - 1]))
		length++;
	/* `Anak-|anak` begins a sentence */
	return length > 1 && next + length <= line[1].span.end &&
	       (text.data[end - length] | 32) == (text.data[next] | 32) &&
	       memcmp(text.data + end - length + 1, text.data + next + 1, length - 1) == 0 &&
	       (next + length == line[1].span.end ||
		!sulih_byte_is_letter(text.data[next + length]) ||
		sulih_view_starts(sulih_view_slice(text, next + length, line[1].span.end),
				  SULIH_VIEW("nya")));
}

static int add_join(struct reader *reader, const struct line *line)
{
	struct sulih_join *join = SULIH_VECTOR_ADD(&reader->out->joins);
	bool undo = line->broken || (line->hyphen && is_broken_word(reader->clean, line));

	if (join == NULL)
		return SULIH_ERROR_MEMORY;
	join->clean = line->span.end - undo;
	join->clean_length = (uint8_t)(line[1].span.start - join->clean);
	join->running_length = !line->hyphen;
	return 0;
}

static void judge_hyphen(struct sulih_view text, struct line *line)
{
	if (!line->hyphen || !line[1].small)
		return;
	line->broken = is_broken_word(text, line);
	line->doubled = !line->broken && is_doubled_word(text, line);
}

/* Lines that fill a page's column were not broken by hand: most news, at no cost. */
static bool may_be_wrapped(const struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (lines[i].span.end - lines[i].span.start > 2 * LINE_WIDEST)
			return false;
	return count > 1;
}

static int end_paragraph(struct reader *reader)
{
	struct line *lines = reader->paragraph.items;
	size_t count = reader->paragraph.count;

	if (may_be_wrapped(lines, count)) {
		for (size_t i = 0; i < count; i++)
			sulih_measure_line(reader->clean, &lines[i]);
		for (size_t i = 0; i + 1 < count; i++)
			judge_hyphen(reader->clean, &lines[i]);
		sulih_judge_lines(lines, count, &reader->known_width);
	}
	for (size_t i = 0; i < count && !reader->trial; i++) {
		struct sulih_block *block = SULIH_VECTOR_ADD(&reader->out->blocks);

		if (block == NULL)
			return SULIH_ERROR_MEMORY;
		block->span = lines[i].span;
		while (i + 1 < count && lines[i].joins_next &&
		       lines[i + 1].span.start - lines[i].span.end < UINT8_MAX) {
			if (add_join(reader, &lines[i]) != 0)
				return SULIH_ERROR_MEMORY;
			block->span.end = lines[++i].span.end;
		}
	}
	reader->paragraph.count = 0;
	return 0;
}

static int read_lines(struct reader *reader)
{
	struct sulih_view clean = reader->clean;
	size_t at = 0;

	while (at < clean.length) {
		const char *end = memchr(clean.data + at, '\n', clean.length - at);
		struct sulih_span span = { at, end ? (size_t)(end - clean.data) : clean.length };
		struct line *line;

		at = span.end + 1;
		span = trim(clean, span);
		if (span.start == span.end) {
			if (end_paragraph(reader) != 0)
				return SULIH_ERROR_MEMORY;
			continue;
		}
		line = SULIH_VECTOR_ADD(&reader->paragraph);
		if (line == NULL)
			return SULIH_ERROR_MEMORY;
		line->span = span;
	}
	return end_paragraph(reader);
}

/* Writes the running text and leads joins and blocks over to it. */
static int join_lines(struct sulih_view clean, struct sulih_segmentation *out)
{
	size_t at = 0, next = 0, block = 0;

	if (!sulih_buffer_reserve(&out->joined, clean.length))
		return SULIH_ERROR_MEMORY;
	for (next = 0; next <= out->joins.count; next++) {
		struct sulih_join *join = next < out->joins.count ? &out->joins.items[next] : NULL;
		size_t until = join ? join->clean : clean.length;
		size_t back = at - out->joined.length;

		/* a block begins at a line's start and ends at one's end, never in a join */
		for (; block < out->blocks.count && out->blocks.items[block].span.end <= until;
		     block++)
			out->blocks.items[block].span.end -= back;
		sulih_buffer_append(&out->joined, clean.data + at, until - at);
		if (join == NULL)
			break;
		join->running = out->joined.length;
		if (join->running_length)
			sulih_buffer_putc(&out->joined, ' ');
		at = join->clean + join->clean_length;
	}
	out->running = sulih_buffer_view(&out->joined);
	return out->joined.failed;
}

/* Block starts, in a pass of their own: a block may begin before a join and end behind it. */
static void move_starts(struct sulih_segmentation *out)
{
	size_t next = 0, back = 0;

	for (size_t i = 0; i < out->blocks.count; i++) {
		struct sulih_block *block = &out->blocks.items[i];

		while (next < out->joins.count &&
		       out->joins.items[next].clean < block->span.start) {
			back += (size_t)out->joins.items[next].clean_length -
				out->joins.items[next].running_length;
			next++;
		}
		block->span.start -= back;
	}
}

int sulih_find_blocks(struct sulih_view clean, struct sulih_segmentation *out,
		      struct sulih_error *error)
{
	struct reader reader = { .clean = clean, .out = out };
	int status;

	/* the head of the text tells the width to which all of it may be filled */
	reader.clean.length = clean.length < TRIAL_LENGTH ? clean.length : TRIAL_LENGTH;
	reader.trial = true;
	status = read_lines(&reader);
	reader.clean = clean;
	reader.trial = false;
	if (status == 0)
		status = read_lines(&reader);
	out->running = clean;
	if (status == 0 && out->joins.count > 0) {
		move_starts(out);
		status = join_lines(clean, out);
		sulih_diagnose(&out->diagnostics, SULIH_DIAGNOSTIC_LINES_JOINED,
			       (struct sulih_span){ 0, 0 }, "%zu line ends were joined",
			       out->joins.count);
	}
	SULIH_VECTOR_RELEASE(&reader.paragraph);
	return status == 0 ? 0 : sulih_fail_memory(error);
}
