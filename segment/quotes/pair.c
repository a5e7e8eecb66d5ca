#include "segment/quotes/quotes.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/quotes/marks.h"

/* A quote that was begun in this paragraph; slots are in order of their starts. */
struct slot {
	struct sulih_quote quote;
	uint8_t family;
	bool dropped;
	bool doubtful; /* the mark stands between blanks: no sure opening */
	bool twin;     /* opened by two marks that stand for one */
};

struct pairing {
	struct sulih_segmentation *out;
	struct sulih_view text;
	struct sulih_span paragraph;
	struct quote_marks marks;
	SULIH_VECTOR(struct slot) slots;
	SULIH_VECTOR(size_t) stack;  /* slots still open */
	SULIH_VECTOR(size_t) strays; /* closing marks that close nothing */
	SULIH_VECTOR(size_t) ends;   /* for depth: ends of the quotes around */
	size_t open[MARK_FAMILIES];
	size_t inch;  /* slot + 1 of the last quote closed by a mark that may be an inch */
	bool by_turn; /* straight marks open and close in turn, wherever they stand */
};

static int open_quote(struct pairing *p, const struct quote_mark *mark)
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

static struct slot *top_slot(struct pairing *p)
{
	return p->stack.count > 0 ? &p->slots.items[*SULIH_VECTOR_LAST(&p->stack)] : NULL;
}

static void end_slot(struct slot *slot, size_t inner_end, size_t end, bool closed)
{
	slot->quote.inner.end = inner_end;
	slot->quote.span.end = end;
	slot->quote.closed = closed;
}

static size_t trimmed(struct sulih_view text, size_t start, size_t end)
{
	while (end > start && sulih_byte_is_space(text.data[end - 1]))
		end--;
	return end;
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

static void close_top(struct pairing *p, size_t inner_end, size_t end)
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

static int close_quote(struct pairing *p, const struct quote_mark *mark)
{
	size_t end = mark->offset + mark->length, inch;

	if (p->open[mark->family] == 0)
		return close_stray(p, mark);
	while (top_slot(p)->family != mark->family)
		abandon_top(p, mark->offset);
	/* "Dia bilang "ya"" closes two quotes, ''Kami siap'' one. */
	if (mark->split > 0 && !top_slot(p)->twin && p->open[mark->family] > 1) {
		close_top(p, mark->offset, mark->offset + mark->split);
		while (top_slot(p)->family != mark->family)
			abandon_top(p, mark->offset + mark->split);
		close_top(p, mark->offset + mark->split, end);
		return 0;
	}
	inch = mark->after_digit ? *SULIH_VECTOR_LAST(&p->stack) + 1 : 0;
	close_top(p, mark->offset, end);
	p->inch = inch;
	return 0;
}

/* Single marks are trusted only where a word stands on one side; what does not
 * fit is an apostrophe and no flaw of the text. */
static int take_single(struct pairing *p, const struct quote_mark *mark)
{
	struct slot *top = top_slot(p);

	if (mark->place == MARK_OPENS)
		return mark->shape == MARK_CLOSES && top != NULL && top->family == MARK_SINGLE
			       ? 0
			       : open_quote(p, mark);
	if (top == NULL || top->family != MARK_SINGLE)
		return 0;
	if (mark->place == MARK_CLOSES || mark->shape != MARK_OPENS)
		close_top(p, mark->offset, mark->offset + mark->length);
	return 0;
}

/* '' that closes no double quote may close a single one: 'Dia bilang 'ya''. */
static int take_twin_single(struct pairing *p, const struct quote_mark *mark)
{
	close_top(p, mark->offset, mark->offset + mark->split);
	if (top_slot(p) != NULL && top_slot(p)->family == MARK_SINGLE)
		close_top(p, mark->offset + mark->split, mark->offset + mark->length);
	return 0;
}

/* Whether text[start, end) is a verb of saying, with -nya or without. */
static bool is_saying_word(struct sulih_view text, size_t start, size_t end)
{
	char room[32];
	struct sulih_view key =
		sulih_lower_key(sulih_view_slice(text, start, end), room, sizeof(room));

	if (sulih_table_has(&sulih_list_saying_verbs, key))
		return true;
	if (!sulih_view_ends(key, SULIH_VIEW("nya")))
		return false;
	key.length -= 3;
	return sulih_table_has(&sulih_list_saying_verbs, key);
}

static bool is_small_letter(const struct pairing *p, size_t at)
{
	return at < p->paragraph.end && p->text.data[at] >= 'a' && p->text.data[at] <= 'z';
}

/* A mark that stands like an opening one closes when an attribution follows it:
 * “Kami siap, “kata Budi. */
static bool closes_before_verb(const struct pairing *p, const struct quote_mark *mark)
{
	size_t start = mark->offset + mark->length, end = start;
	size_t before = trimmed(p->text, p->paragraph.start, mark->offset);

	while (is_small_letter(p, end) && end - start < 24)
		end++;
	return end > start && before > p->paragraph.start &&
	       strchr(",.?!", p->text.data[before - 1]) != NULL &&
	       is_saying_word(p->text, start, end);
}

/* A mark that stands like a closing one opens behind a verb of saying with its
 * comma or colon: Ia melanjutkan,” Kami siap.” */
static bool opens_after_verb(const struct pairing *p, const struct quote_mark *mark)
{
	size_t end = mark->offset, start;
	char sign = end > p->paragraph.start ? p->text.data[end - 1] : ' ';

	if (sign != ',' && sign != ':')
		return false;
	start = --end;
	while (start > p->paragraph.start && is_small_letter(p, start - 1) && end - start < 24)
		start--;
	return start < end && is_saying_word(p->text, start, end);
}

static enum mark_side side_of_straight(const struct pairing *p, const struct quote_mark *mark)
{
	if (p->by_turn || mark->place == MARK_EITHER)
		return p->open[mark->family] > 0 ? MARK_CLOSES : MARK_OPENS;
	return mark->place;
}

/* A mark whose form and place disagree is wrong in one of them: inside an open
 * quote it closes if either says so, elsewhere it opens. */
static enum mark_side side_of(const struct pairing *p, const struct quote_mark *mark)
{
	bool open = p->open[mark->family] > 0;

	if (open && mark->place == MARK_OPENS && closes_before_verb(p, mark))
		return MARK_CLOSES;
	if (!open && mark->place != MARK_OPENS && mark->shape != MARK_OPENS &&
	    opens_after_verb(p, mark))
		return MARK_OPENS;
	if (mark->straight)
		return side_of_straight(p, mark);
	if (mark->place == mark->shape || mark->place == MARK_EITHER)
		return mark->shape;
	return open ? MARK_CLOSES : MARK_OPENS;
}

static bool is_inch(const struct pairing *p, const struct quote_mark *mark)
{
	return mark->after_digit && mark->shape != MARK_OPENS &&
	       (mark->place == MARK_EITHER || p->open[mark->family] == 0) && p->inch == 0;
}

static int take_mark(struct pairing *p, const struct quote_mark *mark)
{
	if (mark->family == MARK_SINGLE)
		return take_single(p, mark);
	if (is_inch(p, mark))
		return 0;
	if (side_of(p, mark) == MARK_OPENS)
		return open_quote(p, mark);
	if (mark->of_singles && p->open[MARK_DOUBLE] == 0 && p->open[MARK_SINGLE] > 0 &&
	    top_slot(p)->family == MARK_SINGLE)
		return take_twin_single(p, mark);
	return close_quote(p, mark);
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

static void end_unclosed(struct pairing *p)
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
	p->ends.count = 0;
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
	end_unclosed(p);
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
