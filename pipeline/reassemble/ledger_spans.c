/* Of the ledger: names, figures and dates, and whether their English came through. */
#include <stdint.h>
#include <strings.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/reassemble/ledger_inside.h"
#include "pipeline/reassemble/seams.h"

enum group { NAMES, FIGURES, DATES };

static enum group group_of(enum sulih_span_kind kind)
{
	if (sulih_kind_is_name(kind) || kind == SULIH_KIND_TERM)
		return NAMES;
	return kind == SULIH_KIND_DATE || kind == SULIH_KIND_TIME ? DATES : FIGURES;
}

/* The English of the segment at hand: spans and segments come in the same order. */
struct english {
	const struct sulih_ledger_part *part;
	size_t segment; /* the one whose English `text` is; SIZE_MAX: none yet */
	size_t item;	/* the first of that segment or of one behind it */
	size_t found;	/* in `text`: where the last span's English stood */
	struct sulih_buffer text;
};

static bool is_of_word(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c);
}

/* Whether a word goes on over the border at `at` of the text; a quotation mark is none. */
static bool is_glued(struct sulih_view text, size_t at)
{
	size_t used;

	return at > 0 && at < text.length && is_of_word(sulih_utf8_before(text.data, at, &used)) &&
	       is_of_word(sulih_utf8_decode(text.data + at, text.length - at, &used));
}

/*
 * "US" is no part of "USAGE", nor "UN" of "RUN"; a headline in capitals has all of them.  What a
 * scraper glued on in the source ("Rp 5 miliar2. Badan …") may be glued on here too.  The look
 * round begins where the span before was found: most stand in the same order.
 */
static bool stands_in(struct english *e, struct sulih_view wanted, struct sulih_span span)
{
	struct sulih_view text = sulih_buffer_view(&e->text),
			  source = e->part->document->segmentation.running;
	bool before = is_glued(source, span.start), behind = is_glued(source, span.end);
	size_t places = text.length < wanted.length ? 0 : text.length - wanted.length + 1;
	size_t at = e->found < places ? e->found : 0;

	for (size_t i = 0; i < places; i++, at = at + 1 < places ? at + 1 : 0) {
		/* the first byte but for its case: most places need no call */
		if ((text.data[at] ^ wanted.data[0]) & ~0x20 ||
		    strncasecmp(text.data + at, wanted.data, wanted.length) != 0 ||
		    (!before && is_glued(text, at)) ||
		    (!behind && is_glued(text, at + wanted.length)))
			continue;
		e->found = at;
		return true;
	}
	return false;
}

/* Goes on to the segment at `place`. */
static void move_to(struct english *e, size_t place)
{
	const struct sulih_document *d = e->part->document;
	size_t count = d->segmentation.segments.count, i = e->segment == SIZE_MAX ? 0 : e->segment;

	while (i < count && d->segmentation.segments.items[i].span.end <= place)
		i++;
	if (i == e->segment || i == count)
		return;
	e->segment = i;
	e->found = 0;
	while (e->item < d->items.count && d->items.items[e->item].segment < i)
		e->item++;
	sulih_buffer_clear(&e->text);
	sulih_segment_target(d, i, e->part->options, &e->text);
	/* an unchanged target has its hard-wrapped lines again, and names may stand on two */
	if (e->text.length > 0 && memchr(e->text.data, '\n', e->text.length) != NULL) {
		sulih_buffer_clear(&e->text);
		sulih_buffer_add(&e->text,
				 sulih_running_slice(&d->segmentation,
						     d->segmentation.segments.items[i].span));
	}
}

/* The item's mask that begins last at or before `text` of its source; NULL: none does.  Masks
 * follow each other as in the source. */
static const struct sulih_placeholder *mask_before(const struct sulih_item *item, const char *text)
{
	size_t low = 0, high = item->placeholders.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (item->placeholders.items[middle].source.data <= text)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &item->placeholders.items[low - 1] : NULL;
}

/* The English of the mask that took the span in together with others: 80th anniversary of
 * Indonesia's independence for "HUT ke-80" and "RI"; else the span's own. */
static struct sulih_view english_of(const struct english *e, const struct sulih_protected *p)
{
	const struct sulih_document *d = e->part->document;
	struct sulih_view own = sulih_ledger_text(d, p->span);

	for (size_t i = e->item; i < d->items.count && d->items.items[i].segment == e->segment;
	     i++) {
		const struct sulih_placeholder *mask = mask_before(&d->items.items[i], own.data);

		if (mask != NULL && mask->kind != SULIH_KIND_QUOTE &&
		    mask->source.length > own.length &&
		    mask->source.data + mask->source.length >= own.data + own.length)
			return mask->target;
	}
	return p->target;
}

/* German citizens: the country before a noun (seams.h). */
static bool stands_as_adjective(struct english *e, const struct sulih_protected *p,
				struct sulih_view wanted)
{
	const struct sulih_placeholder country = { .kind = p->kind, .target = wanted };
	struct sulih_view adjective = sulih_country_adjective(&country);

	return adjective.length > 0 && stands_in(e, adjective, p->span);
}

/* Whether a span's English, or in the source's own language its words, stand in the target of its
 * sentence.  What is left to the translator has none that could be looked for: null. */
static const char *survived(struct english *e, const struct sulih_protected *p)
{
	struct sulih_view wanted;

	if (p->ruling == SULIH_LEAVE || p->target.length == 0)
		return "null";
	move_to(e, p->span.start);
	wanted = e->part->options->identity ? sulih_ledger_text(e->part->document, p->span)
					    : english_of(e, p);
	if (stands_in(e, wanted, p->span) || stands_as_adjective(e, p, wanted))
		return "true";
	/* typography may have changed what a mask has around it: “ Ratna ” */
	return !e->part->options->identity && wanted.data != p->target.data &&
			       stands_in(e, p->target, p->span)
		       ? "true"
		       : "false";
}

static void put_span(struct sulih_buffer *out, struct english *e, const struct sulih_protected *p)
{
	const struct sulih_document *d = e->part->document;
	struct sulih_span place = sulih_document_source_span(d, p->span);

	sulih_buffer_printf(out, "{\"start\":%zu,\"end\":%zu,\"kind\":\"%s\",\"ruling\":\"%s\",",
			    place.start, place.end, sulih_kind_name(p->kind),
			    sulih_ruling_name(p->ruling));
	sulih_ledger_put_member(out, "source", sulih_ledger_text(d, p->span));
	sulih_buffer_putc(out, ',');
	if (p->ruling == SULIH_LEAVE)
		sulih_buffer_puts(out, "\"target\":null");
	else
		sulih_ledger_put_member(out, "target", p->target);
	if (p->value.length > 0) {
		sulih_buffer_putc(out, ',');
		sulih_ledger_put_member(out, "value", p->value);
	}
	sulih_buffer_putc(out, ',');
	sulih_ledger_put_member(out, "why", sulih_view_of(p->why ? p->why : ""));
	sulih_buffer_printf(out, ",\"survived\":%s}", survived(e, p));
}

static void put_spans(const struct sulih_ledger_part *part, enum group group,
		      struct sulih_buffer *out)
{
	const struct sulih_document *d = part->document;
	struct english english = { part, SIZE_MAX, 0, 0, SULIH_BUFFER_INIT };
	bool first = true;

	for (size_t i = 0; i < d->spans.count; i++) {
		if (group_of(d->spans.items[i].kind) != group)
			continue;
		if (!first)
			sulih_buffer_putc(out, ',');
		first = false;
		put_span(out, &english, &d->spans.items[i]);
	}
	if (english.text.failed != 0)
		out->failed = english.text.failed;
	sulih_buffer_release(&english.text);
}

void sulih_ledger_put_figures(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	put_spans(part, FIGURES, out);
}

void sulih_ledger_put_names(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	put_spans(part, NAMES, out);
}

void sulih_ledger_put_dates(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	put_spans(part, DATES, out);
}
