/*
 * Page furniture that a scraper glued into a paragraph gets a block of its own, so
 * that it has a role of its own and can be left out.
 */
#include "segment/blocks/blocks.h"
#include "segment/blocks/dateline.h"
#include "segment/blocks/opening.h"
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
		return last && opening.role == SULIH_ROLE_BOILERPLATE;
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
};

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
		bool alone = may_split && is_furniture(sulih_view_slice(splitter->out->running,
									span.start, span.end),
						       i + 1 == end, &role);

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

int sulih_split_furniture(struct sulih_segmentation *out, struct sulih_error *error)
{
	struct splitter splitter = { .out = out };
	size_t count = out->segments.count;

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
	return 0;
}
