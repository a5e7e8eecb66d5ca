#include "base/utf8.h"
#include "segment/quotes/pairing/pairing.h"
#include "segment/quotes/quotes.h"

/* Single marks are trusted only where a word stands on one side; what does not
 * fit is an apostrophe and no flaw of the text. */
static int take_single(struct pairing *p, const struct quote_mark *mark)
{
	struct slot *top = top_slot(p);

	if (mark->place == MARK_OPENS)
		return mark->shape == MARK_CLOSES && top != NULL && top->family == MARK_SINGLE
			       ? 0
			       : sulih_open_quote(p, mark);
	if (top == NULL || top->family != MARK_SINGLE)
		return 0;
	if (mark->place == MARK_CLOSES || mark->shape != MARK_OPENS)
		sulih_close_top_quote(p, mark->offset, mark->offset + mark->length);
	return 0;
}

/* '' that closes no double quote may close a single one: 'Dia bilang 'ya''. */
static int take_twin_single(struct pairing *p, const struct quote_mark *mark)
{
	sulih_close_top_quote(p, mark->offset, mark->offset + mark->split);
	if (top_slot(p) != NULL && top_slot(p)->family == MARK_SINGLE)
		sulih_close_top_quote(p, mark->offset + mark->split, mark->offset + mark->length);
	return 0;
}

static int take_mark(struct pairing *p, const struct quote_mark *mark)
{
	if (mark->family == MARK_SINGLE)
		return take_single(p, mark);
	if (sulih_is_inch(p, mark))
		return 0;
	if (sulih_side_of_mark(p, mark) == MARK_OPENS)
		return sulih_open_quote(p, mark);
	if (mark->of_singles && p->open[MARK_DOUBLE] == 0 && p->open[MARK_SINGLE] > 0 &&
	    top_slot(p)->family == MARK_SINGLE)
		return take_twin_single(p, mark);
	return sulih_close_quote(p, mark);
}

static int pair_marks(struct pairing *p)
{
	p->slots.count = p->stack.count = p->strays.count = 0;
	p->inch = 0;
	for (size_t f = 0; f < MARK_FAMILIES; f++)
		p->open[f] = 0;
	for (size_t i = 0; i < p->marks.list.count; i++)
		if (take_mark(p, &p->marks.list.items[i]) != 0)
			return SULIH_ERROR_MEMORY;
	return 0;
}

/* Whether straight marks make sense taken in turn: none is curly, their number is
 * even, and where a closing mark stands like an opening one a small letter
 * follows ("Kami siap "kata Budi.). */
static bool turns_make_sense(const struct pairing *p)
{
	size_t count = 0;

	if (p->open[MARK_DOUBLE] == 0 && p->strays.count == 0)
		return false;
	for (size_t i = 0; i < p->marks.list.count; i++) {
		const struct quote_mark *mark = &p->marks.list.items[i];
		size_t after = mark->offset + mark->length;

		if (mark->family != MARK_DOUBLE)
			continue;
		if (!mark->straight || mark->split > 0)
			return false;
		if (count % 2 == 0 && mark->place == MARK_CLOSES)
			return false;
		if (count % 2 == 1 && mark->place == MARK_OPENS &&
		    (after >= p->text.length || p->text.data[after] < 'a' ||
		     p->text.data[after] > 'z'))
			return false;
		count++;
	}
	return count % 2 == 0;
}

static void report(struct pairing *p, struct sulih_span span, const char *what)
{
	sulih_diagnose(&p->out->diagnostics, SULIH_DIAGNOSTIC_QUOTE_UNBALANCED, span, "%s", what);
}

static void report_stray(struct pairing *p, size_t offset)
{
	size_t used;

	sulih_utf8_decode(p->text.data + offset, p->text.length - offset, &used);
	report(p, (struct sulih_span){ offset, offset + used }, "This closing mark closes nothing");
}

/* A quote as deep as none is written is text like any other: each holds the words of all within it,
 * and a page of marks would become a library.  Told of once for all within the same quote. */
static bool is_too_deep(struct pairing *p, const struct sulih_quote *quote)
{
	enum { DEEPEST = 8 };

	if (p->ends.count < DEEPEST)
		return false;
	if (quote->span.start >= p->deep_end)
		report(p, quote->span,
		       "Quotes within quotes nest too deep: from here on they are text");
	p->deep_end = *SULIH_VECTOR_LAST(&p->ends);
	return true;
}

static void set_depth(struct pairing *p, struct sulih_quote *quote)
{
	while (p->ends.count > 0 && *SULIH_VECTOR_LAST(&p->ends) <= quote->span.start)
		p->ends.count--;
	quote->depth = p->ends.count > 0 ? 2 : 1;
}

static void trim_inner(struct sulih_view text, struct sulih_span *inner)
{
	inner->end = trimmed(text, inner->start, inner->end);
	while (inner->start < inner->end && sulih_byte_is_space(text.data[inner->start]))
		inner->start++;
}

static int keep_slots(struct pairing *p)
{
	p->ends.count = p->deep_end = 0;
	for (size_t i = 0; i < p->slots.count; i++) {
		struct slot *slot = &p->slots.items[i];
		struct sulih_quote *quote;
		size_t *end;

		if (!slot->quote.closed && (!slot->dropped || slot->family != MARK_SINGLE))
			report(p, slot->quote.span, "This opening mark is never closed");
		trim_inner(p->text, &slot->quote.inner);
		if (slot->dropped || slot->quote.inner.start == slot->quote.inner.end)
			continue;
		set_depth(p, &slot->quote);
		if (is_too_deep(p, &slot->quote))
			continue;
		quote = SULIH_VECTOR_ADD(&p->out->quotes);
		end = SULIH_VECTOR_ADD(&p->ends);
		if (quote == NULL || end == NULL)
			return SULIH_ERROR_MEMORY;
		*quote = slot->quote;
		*end = slot->quote.span.end;
	}
	for (size_t i = 0; i < p->strays.count; i++)
		report_stray(p, p->strays.items[i]);
	return 0;
}

static int pair_paragraph(struct pairing *p)
{
	p->marks.list.count = 0;
	p->by_turn = false;
	if (sulih_collect_marks(p->text, p->paragraph, &p->marks) != 0)
		return SULIH_ERROR_MEMORY;
	if (p->marks.list.count == 0)
		return 0;
	if (pair_marks(p) != 0)
		return SULIH_ERROR_MEMORY;
	if (turns_make_sense(p)) {
		p->by_turn = true;
		if (pair_marks(p) != 0)
			return SULIH_ERROR_MEMORY;
	}
	sulih_end_unclosed_quotes(p);
	return keep_slots(p);
}

static int pair_block(struct pairing *p, struct sulih_span block)
{
	size_t start = block.start;

	while (start < block.end) {
		const char *line_end = memchr(p->text.data + start, '\n', block.end - start);
		size_t end = line_end ? (size_t)(line_end - p->text.data) : block.end;

		p->paragraph = (struct sulih_span){ start, trimmed(p->text, start, end) };
		if (pair_paragraph(p) != 0)
			return SULIH_ERROR_MEMORY;
		start = end + 1;
	}
	return 0;
}

int sulih_pair_quotes(struct sulih_segmentation *segmentation, struct sulih_error *error)
{
	struct pairing p = { .out = segmentation, .text = segmentation->running };
	int status = 0;

	segmentation->quotes.count = 0;
	for (size_t i = 0; status == 0 && i < segmentation->blocks.count; i++)
		status = pair_block(&p, segmentation->blocks.items[i].span);
	if (status != 0)
		sulih_fail_memory(error);
	SULIH_VECTOR_RELEASE(&p.marks.list);
	SULIH_VECTOR_RELEASE(&p.slots);
	SULIH_VECTOR_RELEASE(&p.stack);
	SULIH_VECTOR_RELEASE(&p.strays);
	SULIH_VECTOR_RELEASE(&p.ends);
	return status;
}
