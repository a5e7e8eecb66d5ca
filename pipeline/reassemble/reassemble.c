#include "pipeline/reassemble/reassemble.h"

#include "pipeline/reassemble/seams.h"
#include "pipeline/reassemble/typography.h"

size_t sulih_frame_of(const struct sulih_document *document, size_t index)
{
	size_t low = 0, high = document->items.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (document->items.items[middle].segment < index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* An item whose translation must not be shown: given up, or asked to stay Indonesian. */
static bool keeps_source(const struct sulih_item *item,
			 const struct sulih_reassemble_options *options)
{
	return item->state == SULIH_ITEM_UNTRANSLATED ||
	       (options->verbatim_quotes && (item->isolated || item->quoted));
}

static void put_item(const struct sulih_document *document, const struct sulih_item *item,
		     const struct sulih_reassemble_options *options, struct sulih_buffer *out);

static bool ends_with_placeholder(const struct sulih_item *item)
{
	return item->target.count > 0 && SULIH_VECTOR_LAST(&item->target)->placeholder != 0;
}

/* A quote: its marks and what stands between mark and words come from the source. */
static void put_quote(const struct sulih_document *document, const struct sulih_placeholder *p,
		      const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	const struct sulih_item *item = &document->items.items[p->item];
	const char *text = document->segmentation.running.data;
	size_t start = (size_t)(p->source.data - text), end = start + p->source.length;
	struct sulih_view tail = { text + item->span.end, end - item->span.end };
	size_t before;

	sulih_buffer_append(out, text + start, item->span.start - start);
	before = out->length;
	put_item(document, item, options, out);
	/* The source's own comma follows: a stop that the engine added would double it; that of
	 * "9 a.m." is none of them. */
	if (!options->identity && tail.length > 0 && tail.data[0] == ',' &&
	    !ends_with_placeholder(item) && out->length > before + 1 &&
	    out->data[out->length - 1] == '.' && out->data[out->length - 2] != '.')
		sulih_buffer_truncate(out, out->length - 1);
	sulih_buffer_add(out, tail);
}

/* The source's text before a placeholder, or nothing.  `last` is the part where the one before
 * was found: most come in the order of the source. */
static struct sulih_view source_before(const struct sulih_item *item, unsigned number, size_t *last)
{
	const struct sulih_part *parts = item->source.items;

	for (size_t left = item->source.count; left > 0; left--) {
		if (parts[*last].placeholder == number)
			return *last > 0 && parts[*last - 1].placeholder == 0
				       ? parts[*last - 1].text
				       : SULIH_VIEW("");
		*last = *last + 1 < item->source.count ? *last + 1 : 0;
	}
	return SULIH_VIEW("");
}

static bool is_heading(const struct sulih_document *document, const struct sulih_item *item)
{
	size_t block = document->segmentation.segments.items[item->segment].block;

	return document->segmentation.blocks.items[block].role == SULIH_ROLE_HEADING;
}

/* The English of an item whose words are an engine's. */
static void put_english(const struct sulih_document *document, const struct sulih_item *item,
			const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	bool heading = is_heading(document, item);
	size_t from = out->length, skip = 0, last = 0, mark;

	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_part *part = &item->target.items[i];
		struct sulih_seam seam = {
			.placeholder = sulih_item_placeholder(item, part->placeholder),
			.headline = heading || item->shouted,
		};

		if (seam.placeholder == NULL) {
			sulih_put_text(out, from,
				       sulih_view_slice(part->text, skip, part->text.length));
			skip = 0;
			continue;
		}
		if (seam.placeholder->kind == SULIH_KIND_QUOTE) {
			put_quote(document, seam.placeholder, options, out);
			continue;
		}
		if (i + 1 < item->target.count && item->target.items[i + 1].placeholder == 0)
			seam.after = item->target.items[i + 1].text;
		seam.source_before = source_before(item, part->placeholder, &last);
		seam.target = sulih_seam_target(&seam, out, from);
		sulih_seam_close(&seam, out, from);
		sulih_seam_put_target(&seam, out, from);
		if (sulih_seam_drop_s(&seam, &mark) != 0) {
			/* the Netherlands' */
			sulih_buffer_append(out, seam.after.data, mark);
			skip = mark + 1;
		} else if ((skip = sulih_seam_drop_again(&seam)) == 0) {
			skip = sulih_seam_drop_stop(seam.placeholder, seam.after);
		}
	}
}

/* The item as it is, its placeholders as what stands in for them. */
static void put_parts(const struct sulih_document *document, const struct sulih_item *item,
		      const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	size_t skip = 0;

	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_part *part = &item->target.items[i];
		const struct sulih_placeholder *p = sulih_item_placeholder(item, part->placeholder);
		bool text_follows = i + 1 < item->target.count && part[1].placeholder == 0;

		if (p == NULL)
			sulih_buffer_add(out,
					 sulih_view_slice(part->text, skip, part->text.length));
		skip = p != NULL && text_follows ? sulih_seam_drop_stop(p, part[1].text) : 0;
		if (p == NULL)
			continue;
		if (p->kind == SULIH_KIND_QUOTE)
			put_quote(document, p, options, out);
		else
			sulih_buffer_add(out, p->target);
	}
}

static void put_item(const struct sulih_document *document, const struct sulih_item *item,
		     const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	size_t from = out->length;
	struct sulih_view source = sulih_running_slice(&document->segmentation, item->span);

	if (keeps_source(item, options)) {
		sulih_buffer_add(out, source);
		return;
	}
	if (options->identity || item->state == SULIH_ITEM_SKIPPED) {
		put_parts(document, item, options, out);
		return;
	}
	put_english(document, item, options, out);
	sulih_tidy_blanks(out, from);
	if (options->us_style)
		sulih_american_stops(out, from);
	sulih_match_first_capital(out, from, source);
	if (item->shouted)
		sulih_shout(out, from);
}

void sulih_segment_target(const struct sulih_document *document, size_t index,
			  const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	struct sulih_span span = document->segmentation.segments.items[index].span;
	const struct sulih_item *frame = &document->items.items[sulih_frame_of(document, index)];
	struct sulih_view running = document->segmentation.running;
	size_t from = out->length;

	/* marks at the edges that belong to a quote of several sentences */
	sulih_buffer_append(out, running.data + span.start, frame->span.start - span.start);
	put_item(document, frame, options, out);
	sulih_buffer_append(out, running.data + frame->span.end, span.end - frame->span.end);
	if (out->failed == 0 && sulih_view_equal(sulih_buffer_view_from(out, from),
						 sulih_view_slice(running, span.start, span.end))) {
		sulih_buffer_truncate(out, from);
		sulih_buffer_add(out, sulih_document_clean(document, span));
	}
}

static void put_gap(const struct sulih_document *document, size_t start, size_t end,
		    const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	struct sulih_view gap = sulih_document_clean(document, (struct sulih_span){ start, end });

	sulih_buffer_add(out, gap);
	/* Sentences that were glued in the source are parted in the English. */
	if (gap.length == 0 && !options->identity && start > 0 && out->length > 0)
		sulih_buffer_putc(out, ' ');
}

static bool is_boilerplate(const struct sulih_document *document, size_t index)
{
	size_t block = document->segmentation.segments.items[index].block;

	return document->segmentation.blocks.items[block].role == SULIH_ROLE_BOILERPLATE;
}

static void diagnose_boilerplate(struct sulih_document *document, size_t index, bool omitted)
{
	struct sulih_span span = document->segmentation.segments.items[index].span;

	sulih_diagnose(&document->diagnostics,
		       omitted ? SULIH_DIAGNOSTIC_BOILERPLATE_OMITTED
			       : SULIH_DIAGNOSTIC_BOILERPLATE_MARKED,
		       sulih_document_source_span(document, span), "%zu bytes of boilerplate %s",
		       span.end - span.start,
		       omitted ? "left out" : "kept in Indonesian, not sent");
}

int sulih_reassemble(struct sulih_document *document,
		     const struct sulih_reassemble_options *options, struct sulih_error *error)
{
	size_t at = 0, length = document->segmentation.running.length;
	bool dropped = false;

	sulih_buffer_clear(&document->target);
	for (size_t i = 0; i < document->segmentation.segments.count; i++) {
		struct sulih_span span = document->segmentation.segments.items[i].span;

		bool boilerplate = is_boilerplate(document, i);

		if (boilerplate && options->omit_boilerplate) {
			diagnose_boilerplate(document, i, true);
			at = span.end;
			dropped = true;
			continue;
		}
		if (!dropped || document->target.length > 0)
			put_gap(document, at, span.start, options, &document->target);
		if (boilerplate && options->mark_boilerplate) {
			diagnose_boilerplate(document, i, false);
			sulih_buffer_add(&document->target, sulih_document_clean(document, span));
		} else {
			sulih_segment_target(document, i, options, &document->target);
		}
		at = span.end;
		dropped = false;
	}
	sulih_buffer_add(&document->target,
			 sulih_document_clean(document, (struct sulih_span){ at, length }));
	return sulih_buffer_status(&document->target, error);
}
