/* Of the ledger: names, figures and dates, and whether their English came through. */
#include <stdint.h>
#include <strings.h>

#include "base/letter.h"
#include "pipeline/protect/mask.h"
#include "pipeline/reassemble/ledger_inside.h"

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
	struct sulih_buffer text;
};

static bool is_word_byte(char c)
{
	return sulih_byte_is_letter(c) || sulih_byte_is_digit(c) || (unsigned char)c >= 0x80;
}

/* "US" is no part of "USAGE", nor "UN" of "RUN"; a headline in capitals has all of them. */
static bool stands_in(struct sulih_view text, struct sulih_view wanted)
{
	const char *end = text.data + text.length;

	for (const char *at = text.data; (size_t)(end - at) >= wanted.length; at++) {
		const char *behind = at + wanted.length;

		if (strncasecmp(at, wanted.data, wanted.length) != 0)
			continue;
		if ((at == text.data || !is_word_byte(at[-1]) || !is_word_byte(*at)) &&
		    (behind == end || !is_word_byte(*behind) || !is_word_byte(behind[-1])))
			return true;
	}
	return false;
}

static struct sulih_view english_at(struct english *e, size_t place)
{
	const struct sulih_document *d = e->part->document;
	size_t count = d->segmentation.segments.count, i = e->segment == SIZE_MAX ? 0 : e->segment;

	while (i < count && d->segmentation.segments.items[i].span.end <= place)
		i++;
	if (i == e->segment || i == count)
		return sulih_buffer_view(&e->text);
	e->segment = i;
	sulih_buffer_clear(&e->text);
	sulih_segment_target(d, i, e->part->options, &e->text);
	return sulih_buffer_view(&e->text);
}

/* Whether a span's English, or in the source's own language its words, stand in the target of its
 * sentence.  What is left to the translator has none that could be looked for: null. */
static const char *survived(struct english *e, const struct sulih_protected *p)
{
	struct sulih_view wanted = e->part->options->identity
					   ? sulih_ledger_text(e->part->document, p->span)
					   : p->target;

	if (p->ruling == SULIH_LEAVE || wanted.length == 0)
		return "null";
	return stands_in(english_at(e, p->span.start), wanted) ? "true" : "false";
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
	struct english english = { part, SIZE_MAX, SULIH_BUFFER_INIT };
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
