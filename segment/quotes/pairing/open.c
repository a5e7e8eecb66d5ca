/* The quotes that are open: begun, closed by a mark, or left without one. */
#include "segment/quotes/pairing/pairing.h"

int sulih_open_quote(struct pairing *p, const struct quote_mark *mark)
{
	struct slot *slot = SULIH_VECTOR_ADD(&p->slots);
	size_t *top = SULIH_VECTOR_ADD(&p->stack);

	if (slot == NULL || top == NULL)
		return SULIH_ERROR_MEMORY;
	*top = p->slots.count - 1;
	slot->family = mark->family;
	slot->twin = mark->split > 0;
	slot->doubtful = mark->place != MARK_OPENS && mark->straight;
	slot->quote.span.start = mark->offset;
	slot->quote.inner.start = mark->offset + mark->length;
	p->open[mark->family]++;
	p->inch = 0;
	return 0;
}

static void end_slot(struct slot *slot, size_t inner_end, size_t end, bool closed)
{
	slot->quote.inner.end = inner_end;
	slot->quote.span.end = end;
	slot->quote.closed = closed;
}

/* Whether an opening mark without a partner is a quote that was never closed. A
 * single mark is mostly an apostrophe or an ayn; only behind a colon is it taken
 * for a quote (Ia berkata: 'Kami siap). */
static bool stays_unclosed(const struct pairing *p, const struct slot *slot)
{
	size_t before;

	if (slot->family != MARK_SINGLE)
		return !slot->doubtful;
	before = trimmed(p->text, p->paragraph.start, slot->quote.span.start);
	return before > p->paragraph.start && p->text.data[before - 1] == ':' &&
	       before < slot->quote.span.start;
}

/* The topmost open quote ends at `end` without a closing mark. */
static void abandon_top(struct pairing *p, size_t end)
{
	struct slot *slot = top_slot(p);

	end = trimmed(p->text, slot->quote.inner.start, end);
	end_slot(slot, end, end, false);
	slot->dropped = !stays_unclosed(p, slot);
	p->open[slot->family]--;
	p->stack.count--;
}

void sulih_close_top_quote(struct pairing *p, size_t inner_end, size_t end)
{
	struct slot *slot = top_slot(p);

	end_slot(slot, inner_end, end, true);
	p->open[slot->family]--;
	p->stack.count--;
	p->inch = 0;
}

static int note_stray(struct pairing *p, size_t offset)
{
	size_t *stray = SULIH_VECTOR_ADD(&p->strays);

	if (stray == NULL)
		return SULIH_ERROR_MEMORY;
	*stray = offset;
	return 0;
}

/* A closing mark that closes nothing. When the quote before it was closed by a
 * mark behind a digit, that one was an inch: "TV 14" ini mahal," katanya. */
static int close_stray(struct pairing *p, const struct quote_mark *mark)
{
	if (p->inch > 0 && mark->family == MARK_DOUBLE) {
		end_slot(&p->slots.items[p->inch - 1], mark->offset, mark->offset + mark->length,
			 true);
		p->inch = 0;
		return 0;
	}
	return mark->after_digit ? 0 : note_stray(p, mark->offset);
}

int sulih_close_quote(struct pairing *p, const struct quote_mark *mark)
{
	size_t end = mark->offset + mark->length, inch;

	if (p->open[mark->family] == 0)
		return close_stray(p, mark);
	while (top_slot(p)->family != mark->family)
		abandon_top(p, mark->offset);
	/* "Dia bilang "ya"" closes two quotes, ''Kami siap'' one. */
	if (mark->split > 0 && !top_slot(p)->twin && p->open[mark->family] > 1) {
		sulih_close_top_quote(p, mark->offset, mark->offset + mark->split);
		while (top_slot(p)->family != mark->family)
			abandon_top(p, mark->offset + mark->split);
		sulih_close_top_quote(p, mark->offset + mark->split, end);
		return 0;
	}
	inch = mark->after_digit ? *SULIH_VECTOR_LAST(&p->stack) + 1 : 0;
	sulih_close_top_quote(p, mark->offset, end);
	p->inch = inch;
	return 0;
}

/* An unclosed quote runs to the end of its paragraph, but not over the next quote
 * that opens (slot `next`, or none): two paragraphs of one speech may have been run
 * together. Nor does it cut through a quote between the two. */
static size_t unclosed_end(const struct pairing *p, size_t index, size_t next)
{
	size_t end = p->paragraph.end;

	if (next < p->slots.count)
		end = p->slots.items[next].quote.span.start;
	for (size_t i = index + 1; i < next && i < p->slots.count; i++)
		if (!p->slots.items[i].dropped && p->slots.items[i].quote.span.end > end)
			return p->slots.items[i].quote.span.start;
	return end;
}

void sulih_end_unclosed_quotes(struct pairing *p)
{
	size_t next[MARK_FAMILIES];

	for (size_t f = 0; f < MARK_FAMILIES; f++)
		next[f] = p->slots.count;
	for (size_t i = p->slots.count; i-- > 0 && p->stack.count > 0;) {
		struct slot *slot = &p->slots.items[i];

		if (i == *SULIH_VECTOR_LAST(&p->stack)) {
			abandon_top(p, stays_unclosed(p, slot)
					       ? unclosed_end(p, i, next[slot->family])
					       : slot->quote.inner.start);
		}
		if (!slot->dropped)
			next[slot->family] = i;
	}
}
