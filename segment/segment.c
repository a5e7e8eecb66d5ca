#include "segment/segment.h"

#include "base/letter.h"
#include "base/space.h"
#include "base/utf8.h"
#include "segment/blocks/blocks.h"
#include "segment/quotes/quotes.h"
#include "segment/sentences/sentences.h"

void sulih_segmentation_init(struct sulih_segmentation *segmentation)
{
	memset(segmentation, 0, sizeof(*segmentation));
	segmentation->running = sulih_view_make("", 0);
	sulih_buffer_init(&segmentation->joined);
	sulih_diagnostics_init(&segmentation->diagnostics);
}

void sulih_segmentation_release(struct sulih_segmentation *segmentation)
{
	sulih_buffer_release(&segmentation->joined);
	SULIH_VECTOR_RELEASE(&segmentation->joins);
	SULIH_VECTOR_RELEASE(&segmentation->blocks);
	SULIH_VECTOR_RELEASE(&segmentation->segments);
	SULIH_VECTOR_RELEASE(&segmentation->quotes);
	sulih_diagnostics_release(&segmentation->diagnostics);
	segmentation->running = sulih_view_make("", 0);
}

/* Quotes and roles go before sentences: they need whole paragraphs only, and the border
 * rules ask which way a straight mark looks, and whether a credit ends a caption. */
int sulih_segment(struct sulih_view clean, const struct sulih_segment_options *options,
		  struct sulih_segmentation *out, struct sulih_error *error)
{
	int status;

	sulih_segmentation_release(out);
	sulih_segmentation_init(out);
	status = sulih_find_blocks(clean, out, error);
	if (status == 0)
		status = sulih_find_quotes(out, error);
	if (status == 0) {
		sulih_find_roles(out);
		status = sulih_find_sentences(options, out, error);
	}
	if (status == 0)
		status = sulih_split_furniture(out, error);
	if (status == 0 && out->diagnostics.failed)
		status = sulih_fail_memory(error);
	return status;
}

size_t sulih_segmentation_clean(const struct sulih_segmentation *segmentation, size_t offset)
{
	size_t low = 0, high = segmentation->joins.count;
	const struct sulih_join *join;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (segmentation->joins.items[middle].running <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return offset;
	join = &segmentation->joins.items[low - 1];
	if (offset < join->running + join->running_length)
		return join->clean;
	return join->clean + join->clean_length + (offset - join->running - join->running_length);
}

static bool blank(struct sulih_view text, size_t start, size_t end)
{
	return sulih_space_skip(text.data, start, end) == end;
}

static bool space_at_edge(struct sulih_view text, struct sulih_span span)
{
	size_t used;

	return sulih_is_space(
		       sulih_utf8_decode(text.data + span.start, span.end - span.start, &used)) ||
	       sulih_is_space(sulih_utf8_before(text.data, span.end, &used));
}

static const char *check_blocks(const struct sulih_segmentation *s)
{
	size_t last = 0;

	for (size_t i = 0; i < s->blocks.count; i++) {
		const struct sulih_block *block = &s->blocks.items[i];

		if (block->span.start < last || block->span.end <= block->span.start ||
		    block->span.end > s->running.length)
			return "a block is empty, out of order or outside the text";
		if (block->dateline.start != block->dateline.end &&
		    (block->dateline.start < block->span.start ||
		     block->dateline.end > block->span.end ||
		     block->dateline.start > block->dateline.end))
			return "a dateline lies outside its block";
		last = block->span.end;
	}
	return NULL;
}

static const char *check_segments(const struct sulih_segmentation *s)
{
	size_t last = 0;

	for (size_t i = 0; i < s->segments.count; i++) {
		const struct sulih_segment_span *one = &s->segments.items[i];

		if (one->span.start < last || one->span.end <= one->span.start ||
		    one->span.end > s->running.length)
			return "a segment is empty, out of order or outside the text";
		if (one->block >= s->blocks.count ||
		    one->span.start < s->blocks.items[one->block].span.start ||
		    one->span.end > s->blocks.items[one->block].span.end)
			return "a segment does not lie in its block";
		if (!blank(s->running, last, one->span.start))
			return "text lies outside every segment";
		if (space_at_edge(s->running, one->span))
			return "a segment has white space at its edge";
		last = one->span.end;
	}
	return blank(s->running, last, s->running.length) ? NULL
							  : "text lies behind the last segment";
}

static const char *check_joins(const struct sulih_segmentation *s, struct sulih_view clean)
{
	size_t at = 0, running = 0;

	for (size_t i = 0; i <= s->joins.count; i++) {
		const struct sulih_join *join = i < s->joins.count ? &s->joins.items[i] : NULL;
		size_t until = join ? join->clean : clean.length;

		if (until < at || until > clean.length ||
		    until - at > s->running.length - running ||
		    (join && join->running != running + (until - at)) ||
		    (until > at &&
		     memcmp(clean.data + at, s->running.data + running, until - at) != 0))
			return "the joins do not lead from the running to the clean text";
		running += until - at;
		if (join == NULL)
			break;
		at = join->clean + join->clean_length;
		running += join->running_length;
		if (at > clean.length || running > s->running.length)
			return "a join lies outside the text";
	}
	return running == s->running.length ? NULL : "the running text has bytes of its own";
}

static bool at_character(struct sulih_view text, size_t at)
{
	return at == text.length || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

static const char *check_quotes(const struct sulih_segmentation *s)
{
	for (size_t i = 0, block = 0; i < s->quotes.count; i++) {
		const struct sulih_quote *q = &s->quotes.items[i];

		if (q->span.end > s->running.length || q->span.start > q->inner.start ||
		    q->inner.start > q->inner.end || q->inner.end > q->span.end ||
		    q->speaker.start > q->speaker.end || q->speaker.end > s->running.length)
			return "the parts of a quote do not lie in order";
		if (!at_character(s->running, q->span.start) ||
		    !at_character(s->running, q->span.end) ||
		    !at_character(s->running, q->inner.start) ||
		    !at_character(s->running, q->inner.end) ||
		    !at_character(s->running, q->speaker.start) ||
		    !at_character(s->running, q->speaker.end))
			return "a quote begins or ends inside a character";
		if (i > 0 && q->span.start < q[-1].span.start)
			return "quotes are not in order";
		while (block < s->blocks.count && s->blocks.items[block].span.end <= q->span.start)
			block++;
		if (block == s->blocks.count || q->span.start < s->blocks.items[block].span.start ||
		    q->span.end > s->blocks.items[block].span.end)
			return "a quote does not lie in one block";
	}
	return NULL;
}

int sulih_segmentation_verify(const struct sulih_segmentation *segmentation,
			      struct sulih_view clean, struct sulih_error *error)
{
	const char *flaw = check_joins(segmentation, clean);

	if (flaw == NULL)
		flaw = check_blocks(segmentation);
	if (flaw == NULL)
		flaw = check_segments(segmentation);
	if (flaw == NULL)
		flaw = check_quotes(segmentation);
	return flaw ? sulih_fail(error, SULIH_ERROR_INTERNAL, "segmentation: %s", flaw) : 0;
}

const char *sulih_role_name(enum sulih_role role)
{
	static const char *const names[] = {
		[SULIH_ROLE_BODY] = "body",
		[SULIH_ROLE_HEADING] = "heading",
		[SULIH_ROLE_BYLINE] = "byline",
		[SULIH_ROLE_CAPTION] = "caption",
		[SULIH_ROLE_BOILERPLATE] = "boilerplate",
	};

	return names[role];
}
