/*
 * Composition (NFC): "e" and a combining acute become "é".  Only the stretches
 * that ICU does not call composed already are handed to it, each from one
 * character that nothing before can change to the next.
 */
#include "normalize/line.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buffer.h"

/* Below U+0300 every character is composed and none changes the one before. */
#define FIRST_CHANGING 0x300u

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
	size_t before_length, after_length;
};

static bool compose(const UNormalizer2 *nfc, const struct sulih_cell *cells, size_t count,
		    struct stretch *stretch)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *before, *after;
	int32_t length = 0, room;

	sulih_buffer_clear(&stretch->before);
	sulih_buffer_clear(&stretch->after);
	/* Canonical composition never makes a stretch more than three times as long. */
	room = (int32_t)(count * 2 * 3 + 8);
	if (!sulih_buffer_reserve(&stretch->before, count * 2 * sizeof(UChar) + 1) ||
	    !sulih_buffer_reserve(&stretch->after, (size_t)room * sizeof(UChar) + 1))
		return false;
	before = (UChar *)(void *)stretch->before.data;
	after = (UChar *)(void *)stretch->after.data;
	for (size_t i = 0; i < count; i++)
		U16_APPEND_UNSAFE(before, length, cells[i].c);
	stretch->before_length = (size_t)length;
	length = unorm2_normalize(nfc, before, length, after, room, &status);
	stretch->after_length = (size_t)length;
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
	struct stretch stretch = { SULIH_BUFFER_INIT, SULIH_BUFFER_INIT, 0, 0 };
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
	sulih_buffer_release(&stretch.before);
	sulih_buffer_release(&stretch.after);
	return changed;
}
