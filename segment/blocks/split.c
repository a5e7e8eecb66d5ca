/*
 * Page furniture that a scraper glued into a paragraph gets a block of its own, so
 * that it has a role of its own and can be left out.
 */
#include "segment/blocks/blocks.h"
#include "segment/blocks/datelines/dateline.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/sentences/furniture.h"

/* Capitals and signs with which furniture begins; spares most sentences the look-up. */
static bool may_be_furniture(struct sulih_view text)
{
	return strchr("ABSTLGHDIPERC([*", text.data[0]) != NULL;
}

/* `Baca juga: …`, `Advertisement`, `(ant/ful)`, `Editor: Sari`; what invites or forbids
 * only where the paragraph ends. */
static bool is_furniture(struct sulih_view text, bool last, enum sulih_role *role)
{
	struct opening opening;

	if (!may_be_furniture(text))
		return false;
	*role = SULIH_ROLE_BYLINE;
	if (sulih_is_reporter_code(text))
		return true;
	if (!sulih_find_opening(text, &opening))
		return false;
	*role = opening.role;
	switch (opening.manner) {
	case OPENING_MID:
		return !sulih_opening_is_sentence(text, &opening, true);
	case OPENING_NOTICE:
	case OPENING_HEAD:
		if (opening.manner == OPENING_NOTICE && sulih_opening_goes_on(text, &opening))
			return false;
		return (last || (text.data[0] == '(' && text.data[text.length - 1] == ')')) &&
		       opening.role == SULIH_ROLE_BOILERPLATE;
	case OPENING_COLON:
	case OPENING_DATED:
	case OPENING_PERSON:
		return opening.role == SULIH_ROLE_BYLINE && opening.end < text.length &&
		       text.data[opening.end] == ':' && text.length < 120;
	case OPENING_LINE:
	case OPENING_SHORT:
		break;
	}
	return false;
}

struct splitter {
	const struct sulih_segmentation *out;
	SULIH_VECTOR(struct sulih_block) blocks;
	size_t quote, quoted; /* quotes seen, and where the last of the closed ones ends */
};

/* What stands inside a closed quote belongs to it: “… Baca juga: …,” katanya. */
static bool is_quoted(struct splitter *splitter, size_t at)
{
	const struct sulih_segmentation *out = splitter->out;

	for (; splitter->quote < out->quotes.count; splitter->quote++) {
		const struct sulih_quote *quote = &out->quotes.items[splitter->quote];

		if (quote->span.start >= at)
			break;
		if (quote->closed && quote->span.end > splitter->quoted)
			splitter->quoted = quote->span.end;
	}
	return at < splitter->quoted;
}

static int add_block(struct splitter *splitter, struct sulih_span span, enum sulih_role role)
{
	struct sulih_block *block = SULIH_VECTOR_ADD(&splitter->blocks);

	if (block == NULL)
		return SULIH_ERROR_MEMORY;
	block->span = span;
	block->role = role;
	return 0;
}

static void set_dateline(struct splitter *splitter, size_t end)
{
	struct sulih_block *block = SULIH_VECTOR_LAST(&splitter->blocks);
	size_t length = sulih_find_dateline(
		sulih_view_slice(splitter->out->running, block->span.start, end));

	if (length > 0 && block->span.start + length <= block->span.end)
		block->dateline =
			(struct sulih_span){ block->span.start, block->span.start + length };
}

/* Makes the blocks of segments `first` to `end`, all of `block` until now. */
static int split_block(struct splitter *splitter, const struct sulih_block *block,
		       struct sulih_segment_span *segments, size_t first, size_t end)
{
	bool open = false, may_split = block->role == SULIH_ROLE_BODY && end - first > 1;
	size_t made = splitter->blocks.count;

	for (size_t i = first; i < end; i++) {
		struct sulih_span span = segments[i].span;
		enum sulih_role role;
		bool alone =
			may_split &&
			is_furniture(sulih_view_slice(splitter->out->running, span.start, span.end),
				     i + 1 == end, &role) &&
			!is_quoted(splitter, span.start);

		if (open && !alone)
			SULIH_VECTOR_LAST(&splitter->blocks)->span.end = span.end;
		else if (add_block(splitter, span, alone ? role : block->role) != 0)
			return SULIH_ERROR_MEMORY;
		if (!open && !alone && i > first) /* `ADVERTISEMENT JAKARTA, KOMPAS.com – …` */
			set_dateline(splitter, block->span.end);
		open = !alone;
		segments[i].block = splitter->blocks.count - 1;
	}
	if (splitter->blocks.items[made].span.end >= block->dateline.end)
		splitter->blocks.items[made].dateline = block->dateline;
	return 0;
}

/* Where the block that holds `at` ends. */
static size_t end_of_block(const struct sulih_segmentation *out, size_t at)
{
	size_t low = 0, high = out->blocks.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (out->blocks.items[middle].span.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < out->blocks.count ? out->blocks.items[low].span.end : at;
}

/* A quote that is never closed ends with the block that its paragraph has become, and what stands
 * behind it is no longer inside of it. */
static void end_quotes_with_blocks(struct sulih_segmentation *out)
{
	struct sulih_diagnostic *said = out->diagnostics.list.items;
	size_t reach = 0;

	for (size_t i = 0; i < out->quotes.count; i++) {
		struct sulih_quote *quote = &out->quotes.items[i];
		size_t end = end_of_block(out, quote->span.start);

		if (quote->span.end > end)
			quote->span.end = end;
		if (quote->inner.end > end)
			quote->inner.end = end;
		if (quote->inner.start > end) /* the block ends amid its doubled mark */
			quote->inner.start = end;
		if (quote->span.start >= reach)
			quote->depth = 1;
		if (quote->span.end > reach)
			reach = quote->span.end;
	}
	for (size_t i = 0; i < out->diagnostics.list.count; i++) {
		size_t end = said[i].id == SULIH_DIAGNOSTIC_QUOTE_UNBALANCED
				     ? end_of_block(out, said[i].span.start)
				     : said[i].span.end;

		if (said[i].span.end > end)
			said[i].span.end = end;
	}
}

int sulih_split_furniture(struct sulih_segmentation *out, struct sulih_error *error)
{
	struct splitter splitter = { .out = out };
	size_t count = out->segments.count, were = out->blocks.count;

	for (size_t first = 0, end; first < count; first = end) {
		size_t block = out->segments.items[first].block;

		for (end = first + 1; end < count && out->segments.items[end].block == block; end++)
			;
		if (split_block(&splitter, &out->blocks.items[block], out->segments.items, first,
				end) != 0) {
			SULIH_VECTOR_RELEASE(&splitter.blocks);
			return sulih_fail_memory(error);
		}
	}
	free(out->blocks.items);
	out->blocks.items = splitter.blocks.items;
	out->blocks.count = splitter.blocks.count;
	out->blocks.capacity = splitter.blocks.capacity;
	if (out->blocks.count > were)
		end_quotes_with_blocks(out);
	return 0;
}
