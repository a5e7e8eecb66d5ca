/*
 * Composition (NFC): "e" and a combining acute become "é".  Only the stretches
 * that ICU does not call composed already are handed to it, each from one
 * character that nothing before can change to the next.
 */
#include "normalize/repair/line.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buffer.h"

/* Below U+0300 every character is composed and none changes the one before. */
#define FIRST_CHANGING 0x300u

/* Longer stretches are put in order before ICU sees them. */
#define LONG_STRETCH 64

static bool is_border(const UNormalizer2 *nfc, uint32_t c)
{
	return c < FIRST_CHANGING || unorm2_hasBoundaryBefore(nfc, (UChar32)c);
}

/* A row of such characters is composed, whatever they are. */
bool sulih_is_composed(uint32_t c)
{
	return c < FIRST_CHANGING ||
	       (u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
		u_getCombiningClass((UChar32)c) == 0);
}

/* One stretch in UTF-16, before and after. */
struct stretch {
	struct sulih_buffer before, after; /* UChar */
	struct sulih_buffer ordered;	   /* UChar; for long stretches */
	struct sulih_buffer cells;	   /* struct sulih_cell; for long stretches */
	size_t before_length, after_length;
};

static void release_stretch(struct stretch *stretch)
{
	sulih_buffer_release(&stretch->before);
	sulih_buffer_release(&stretch->after);
	sulih_buffer_release(&stretch->ordered);
	sulih_buffer_release(&stretch->cells);
}

static size_t put_units(struct sulih_buffer *buffer, const struct sulih_cell *cells, size_t count)
{
	UChar *units;
	size_t length = 0;

	sulih_buffer_clear(buffer);
	if (!sulih_buffer_reserve(buffer, count * 2 * sizeof(UChar) + 1))
		return 0;
	units = (UChar *)(void *)buffer->data;
	for (size_t i = 0; i < count; i++)
		U16_APPEND_UNSAFE(units, length, cells[i].c);
	return length;
}

/* `from` holds the place in the stretch here. */
static int by_class(const void *a, const void *b)
{
	const struct sulih_cell *x = a, *y = b;
	int order = u_getCombiningClass((UChar32)x->c) - u_getCombiningClass((UChar32)y->c);

	return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

/*
 * Puts marks in their canonical order.  ICU does so too, but in a time that grows
 * with the square of their number; text with hundreds in a row was made to be slow.
 */
static void order_marks(struct stretch *stretch, const struct sulih_cell *cells, size_t count)
{
	struct sulih_cell *copy;

	sulih_buffer_clear(&stretch->cells);
	sulih_buffer_clear(&stretch->ordered);
	if (!sulih_buffer_reserve(&stretch->cells, count * sizeof(*copy) + 1))
		return;
	copy = (struct sulih_cell *)(void *)stretch->cells.data;
	memcpy(copy, cells, count * sizeof(*copy));
	for (size_t i = 0; i < count; i++)
		copy[i].from = (uint32_t)i;
	for (size_t at = 0, end; at < count; at = end) {
		for (end = at; end < count && u_getCombiningClass((UChar32)copy[end].c) != 0;)
			end++;
		qsort(copy + at, end - at, sizeof(*copy), by_class);
		end += end == at;
	}
	put_units(&stretch->ordered, copy, count);
}

static bool compose(const UNormalizer2 *nfc, const struct sulih_cell *cells, size_t count,
		    struct stretch *stretch)
{
	UErrorCode status = U_ZERO_ERROR;
	const struct sulih_buffer *units = &stretch->before;
	/* Canonical composition never makes a stretch more than three times as long. */
	int32_t room = (int32_t)(count * 2 * 3 + 8);

	stretch->before_length = put_units(&stretch->before, cells, count);
	if (count > LONG_STRETCH) {
		order_marks(stretch, cells, count);
		units = &stretch->ordered;
	}
	sulih_buffer_clear(&stretch->after);
	if (stretch->cells.failed || stretch->before.failed || units->failed ||
	    !sulih_buffer_reserve(&stretch->after, (size_t)room * sizeof(UChar) + 1))
		return false;
	stretch->after_length = (size_t)unorm2_normalize(
		nfc, (const UChar *)(const void *)units->data, (int32_t)stretch->before_length,
		(UChar *)(void *)stretch->after.data, room, &status);
	return U_SUCCESS(status);
}

static bool stretch_differs(const struct stretch *stretch)
{
	return stretch->before_length != stretch->after_length ||
	       memcmp(stretch->before.data, stretch->after.data,
		      stretch->before_length * sizeof(UChar)) != 0;
}

/* The first character of the composed stretch stands for its whole source. */
static void add_composed(struct sulih_line *line, const struct stretch *stretch,
			 const struct sulih_cell *cells, size_t count)
{
	const UChar *after = (const UChar *)(const void *)stretch->after.data;
	struct sulih_cell cell = { 0, cells[0].from, cells[count - 1].to };

	for (size_t at = 0; at < stretch->after_length;) {
		U16_NEXT_UNSAFE(after, at, cell.c);
		sulih_line_put_spare(line, cell);
		cell.from = cell.to;
	}
}

static size_t first_doubtful(const struct sulih_line *line)
{
	size_t at = 0;

	while (at < line->cells.count && sulih_is_composed(line->cells.items[at].c))
		at++;
	return at;
}

bool sulih_repair_composition(struct sulih_line *line)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	struct stretch stretch = { .before_length = 0 };
	const struct sulih_cell *cells = line->cells.items;
	size_t count = line->cells.count, at, end;
	bool changed = false;

	if (U_FAILURE(status) || first_doubtful(line) == count)
		return false;
	if (!sulih_line_begin_spare(line, 0, 2 * count))
		return false;
	for (at = 0; at < count && !line->failed; at = end) {
		bool sure = sulih_is_composed(cells[at].c);

		for (end = at + 1; end < count && !is_border(nfc, cells[end].c); end++)
			sure = false;
		if (sure) {
			sulih_line_put_spare(line, cells[at]);
			continue;
		}
		if (!compose(nfc, cells + at, end - at, &stretch)) {
			line->failed = true;
		} else if (stretch_differs(&stretch)) {
			sulih_line_note(line, SULIH_DIAGNOSTIC_COMPOSED, &cells[at],
					&cells[end - 1]);
			add_composed(line, &stretch, cells + at, end - at);
			changed = true;
		} else {
			for (size_t i = at; i < end; i++)
				sulih_line_put_spare(line, cells[i]);
		}
	}
	if (changed && !line->failed)
		sulih_line_take_spare(line);
	release_stretch(&stretch);
	return changed;
}
