#include "pipeline/reassemble/ledger.h"

#include "base/json_write.h"
#include "base/utf8.h"
#include "pipeline/protect/mask.h"

static const char *const states[] = { "new", "skipped", "translated", "repaired", "untranslated" };

static struct sulih_view running(const struct sulih_document *d, struct sulih_span span)
{
	return sulih_view_slice(d->segmentation.running, span.start, span.end);
}

static size_t characters_sent(const struct sulih_document *d)
{
	size_t characters = 0;

	for (size_t i = 0; i < d->items.count; i++)
		if (d->items.items[i].attempts > 0)
			characters += d->items.items[i].attempts *
				      sulih_utf8_count(running(d, d->items.items[i].span));
	return characters;
}

void sulih_ledger_count(const struct sulih_document *document, struct sulih_ledger_counts *counts)
{
	counts->segments += document->segmentation.segments.count;
	counts->quotes += document->segmentation.quotes.count;
	counts->characters += characters_sent(document);
	for (size_t i = 0; i < document->items.count; i++) {
		enum sulih_item_state state = document->items.items[i].state;

		counts->skipped += state == SULIH_ITEM_SKIPPED;
		counts->translated += state == SULIH_ITEM_TRANSLATED;
		counts->repaired += state == SULIH_ITEM_REPAIRED;
		counts->untranslated += state == SULIH_ITEM_UNTRANSLATED;
	}
	for (size_t i = 0; i < document->spans.count; i++) {
		bool name = sulih_kind_is_name(document->spans.items[i].kind);

		counts->names += name;
		counts->figures += !name;
	}
	for (size_t i = 0; i < document->diagnostics.list.count; i++) {
		enum sulih_diagnostic_id id = document->diagnostics.list.items[i].id;

		counts->warnings += sulih_diagnostic_level(id) >= SULIH_WARNING;
		counts->omitted += id == SULIH_DIAGNOSTIC_BOILERPLATE_OMITTED;
	}
}

/* The English of an item's parts; quotes inside it stand as their marks. */
static void put_item_target(const struct sulih_item *item, struct sulih_buffer *out)
{
	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_placeholder *p =
			sulih_item_placeholder(item, item->target.items[i].placeholder);

		if (p == NULL)
			sulih_buffer_add(out, item->target.items[i].text);
		else if (p->kind == SULIH_KIND_QUOTE)
			sulih_buffer_add(out, p->source);
		else
			sulih_buffer_add(out, p->target);
	}
}

/* The English of a quote's words: of all its items, joined by blanks.  Quotes come in
 * order and so do items: *from moves along.  False when the words stayed inline. */
static bool put_quote_target(const struct sulih_document *d, size_t quote, size_t *from,
			     struct sulih_buffer *out)
{
	struct sulih_span span = d->segmentation.quotes.items[quote].span;
	bool any = false;

	while (*from < d->items.count && d->items.items[*from].span.end <= span.start)
		(*from)++;
	for (size_t i = *from; i < d->items.count && d->items.items[i].span.start < span.end; i++) {
		const struct sulih_item *item = &d->items.items[i];

		if (!(item->isolated || item->quoted) || item->quote != quote)
			continue;
		if (any)
			sulih_buffer_putc(out, ' ');
		put_item_target(item, out);
		any = true;
	}
	return any;
}

static void put_member(struct sulih_buffer *out, const char *key, struct sulih_view value)
{
	sulih_buffer_printf(out, "\"%s\":", key);
	sulih_json_string(out, value);
}

static void put_speaker(struct sulih_buffer *out, const struct sulih_document *d,
			const struct sulih_quote *q)
{
	if (q->speaker.start < q->speaker.end)
		put_member(out, "speaker", running(d, q->speaker));
	else
		sulih_buffer_puts(out, "\"speaker\":null");
}

static void put_quotes(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	struct sulih_buffer target = SULIH_BUFFER_INIT;
	size_t from = 0;

	(void)before;
	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];
		bool apart;

		sulih_buffer_clear(&target);
		apart = put_quote_target(d, i, &from, &target);
		sulih_buffer_puts(out, i ? ",{" : "{");
		put_member(out, "source", running(d, q->inner));
		sulih_buffer_putc(out, ',');
		if (apart)
			put_member(out, "target", sulih_buffer_view(&target));
		else
			sulih_buffer_puts(out, "\"target\":null");
		sulih_buffer_putc(out, ',');
		put_speaker(out, d, q);
		sulih_buffer_printf(
			out, ",\"kind\":\"%s\",\"closed\":%s,\"depth\":%u,\"isolated\":%s}",
			q->kind == SULIH_QUOTE_SPEECH ? "speech" : "mention",
			q->closed ? "true" : "false", q->depth, apart ? "true" : "false");
	}
	if (target.failed)
		out->failed = target.failed;
	sulih_buffer_release(&target);
}

enum group { NAMES, FIGURES, DATES };

static enum group group_of(enum sulih_span_kind kind)
{
	if (sulih_kind_is_name(kind) || kind == SULIH_KIND_TERM)
		return NAMES;
	return kind == SULIH_KIND_DATE || kind == SULIH_KIND_TIME ? DATES : FIGURES;
}

/* Whether a span's English stands in the target text. */
static bool survived(const struct sulih_document *d, const struct sulih_protected *p)
{
	struct sulih_view wanted = p->ruling == SULIH_LEAVE ? running(d, p->span) : p->target;

	return wanted.length > 0 && sulih_view_holds(sulih_buffer_view(&d->target), wanted);
}

static void put_span(struct sulih_buffer *out, const struct sulih_document *d,
		     const struct sulih_protected *p)
{
	struct sulih_span place = sulih_document_source_span(d, p->span);

	sulih_buffer_printf(out, "{\"start\":%zu,\"end\":%zu,\"kind\":\"%s\",\"ruling\":\"%s\",",
			    place.start, place.end, sulih_kind_name(p->kind),
			    sulih_ruling_name(p->ruling));
	put_member(out, "source", running(d, p->span));
	sulih_buffer_putc(out, ',');
	if (p->ruling == SULIH_LEAVE)
		sulih_buffer_puts(out, "\"target\":null");
	else
		put_member(out, "target", p->target);
	if (p->value.length > 0) {
		sulih_buffer_putc(out, ',');
		put_member(out, "value", p->value);
	}
	sulih_buffer_putc(out, ',');
	put_member(out, "why", sulih_view_of(p->why ? p->why : ""));
	sulih_buffer_printf(out, ",\"survived\":%s}", survived(d, p) ? "true" : "false");
}

static void put_spans(struct sulih_buffer *out, const struct sulih_document *d, enum group group)
{
	bool first = true;

	for (size_t i = 0; i < d->spans.count; i++) {
		if (group_of(d->spans.items[i].kind) != group)
			continue;
		if (!first)
			sulih_buffer_putc(out, ',');
		first = false;
		put_span(out, d, &d->spans.items[i]);
	}
}

static void put_numbers(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	(void)before;
	put_spans(out, d, FIGURES);
}

static void put_names(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	(void)before;
	put_spans(out, d, NAMES);
}

static void put_dates(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	(void)before;
	put_spans(out, d, DATES);
}

/* Items that needed more than one request, or a repair, or were given up. */
static void put_repairs(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	bool first = true;

	for (size_t i = 0; i < d->items.count; i++) {
		const struct sulih_item *item = &d->items.items[i];

		if (item->state != SULIH_ITEM_REPAIRED && item->state != SULIH_ITEM_UNTRANSLATED &&
		    item->attempts < 2)
			continue;
		sulih_buffer_printf(out, "%s{\"segment\":%zu,\"state\":\"%s\",\"attempts\":%u,",
				    first ? "" : ",", before + item->segment, states[item->state],
				    item->attempts);
		first = false;
		put_member(out, "rung", sulih_view_of(item->rung ? item->rung : ""));
		sulih_buffer_putc(out, ',');
		put_member(out, "source", running(d, item->span));
		sulih_buffer_putc(out, '}');
	}
}

static void put_diagnostics(struct sulih_buffer *out, const struct sulih_document *d, size_t before)
{
	(void)before;
	for (size_t i = 0; i < d->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &d->diagnostics.list.items[i];

		sulih_buffer_printf(out,
				    "%s{\"id\":\"%s\",\"level\":\"%s\",\"start\":%zu,\"end\":%zu,",
				    i ? "," : "", sulih_diagnostic_name(one->id),
				    sulih_level_name(sulih_diagnostic_level(one->id)),
				    one->span.start, one->span.end);
		put_member(out, "message", one->message);
		sulih_buffer_putc(out, '}');
	}
}

static const struct {
	const char *name;
	void (*put)(struct sulih_buffer *out, const struct sulih_document *d, size_t before);
} groups[SULIH_LEDGER_GROUPS] = {
	{ "quotes", put_quotes }, { "numbers", put_numbers }, { "names", put_names },
	{ "dates", put_dates },	  { "repairs", put_repairs }, { "diagnostics", put_diagnostics },
};

void sulih_ledger_open_group(int group, struct sulih_buffer *out)
{
	sulih_buffer_printf(out, ",\"%s\":[", groups[group].name);
}

void sulih_ledger_put_group(const struct sulih_document *document, int group,
			    size_t segments_before, struct sulih_buffer *out)
{
	groups[group].put(out, document, segments_before);
}

void sulih_ledger_head(const struct sulih_document *document,
		       const struct sulih_ledger_counts *counts, struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "{\"id\":");
	if (document->id_is_json)
		sulih_buffer_add(out, document->id);
	else
		sulih_json_string(out, document->id);
	sulih_buffer_puts(out, ",\"engine\":");
	sulih_json_string(out, sulih_view_of(document->engine ? document->engine : ""));
	sulih_buffer_printf(out,
			    ",\"segments\":%zu,\"skipped\":%zu,\"translated\":%zu,\"repaired\":%zu,"
			    "\"untranslated\":%zu,\"omitted\":%zu,\"characters\":%zu",
			    counts->segments, counts->skipped, counts->translated, counts->repaired,
			    counts->untranslated, counts->omitted, counts->characters);
}

int sulih_ledger_write(const struct sulih_document *document,
		       const struct sulih_reassemble_options *options, struct sulih_buffer *out,
		       struct sulih_error *error)
{
	struct sulih_ledger_counts counts = { 0 };

	(void)options;
	sulih_ledger_count(document, &counts);
	sulih_ledger_head(document, &counts, out);
	for (int i = 0; i < SULIH_LEDGER_GROUPS; i++) {
		sulih_ledger_open_group(i, out);
		sulih_ledger_put_group(document, i, 0, out);
		sulih_buffer_putc(out, ']');
	}
	sulih_buffer_puts(out, "}\n");
	return sulih_buffer_status(out, error);
}

/* At most so many code points of a text, for a line of the summary. */
static struct sulih_view shortened(struct sulih_view text, size_t most)
{
	size_t at = 0, used;

	while (at < text.length && most-- > 0) {
		sulih_utf8_decode(text.data + at, text.length - at, &used);
		at += used;
	}
	return sulih_view_slice(text, 0, at);
}

static void summarise_quotes(const struct sulih_document *d, struct sulih_buffer *out)
{
	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];
		struct sulih_view inner = running(d, q->inner), head = shortened(inner, 48);
		struct sulih_view speaker = q->speaker.start < q->speaker.end
						    ? running(d, q->speaker)
						    : SULIH_VIEW("nobody named");

		sulih_buffer_printf(out, "  quote: %.*s%s (%s%.*s%s)\n", SULIH_VIEW_ARGS(head),
				    head.length < inner.length ? "…" : "",
				    q->kind == SULIH_QUOTE_MENTION ? "mention; " : "",
				    SULIH_VIEW_ARGS(speaker), q->closed ? "" : ", not closed");
	}
}

static void summarise_spans(const struct sulih_document *d, struct sulih_buffer *out)
{
	for (size_t i = 0; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];

		if (p->ruling != SULIH_MAP && p->ruling != SULIH_CONVERT)
			continue;
		sulih_buffer_printf(out, "  %s: %.*s → %.*s\n", sulih_kind_name(p->kind),
				    SULIH_VIEW_ARGS(running(d, p->span)),
				    SULIH_VIEW_ARGS(p->target));
	}
}

void sulih_ledger_summary(const struct sulih_document *document,
			  const struct sulih_reassemble_options *options, struct sulih_buffer *out)
{
	struct sulih_ledger_counts c = { 0 };

	(void)options;
	sulih_ledger_count(document, &c);
	sulih_buffer_printf(
		out,
		"ledger of %.*s (engine %s)\n"
		"  %zu segments: %zu untranslated, %zu repaired, %zu with nothing to translate\n"
		"  %zu names, %zu figures, %zu quotes, %zu warnings, %zu omissions\n",
		SULIH_VIEW_ARGS(document->id), document->engine ? document->engine : "none",
		c.segments, c.untranslated, c.repaired, c.skipped, c.names, c.figures, c.quotes,
		c.warnings, c.omitted);
	summarise_quotes(document, out);
	summarise_spans(document, out);
	for (size_t i = 0; i < document->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &document->diagnostics.list.items[i];

		if (sulih_diagnostic_level(one->id) >= SULIH_WARNING)
			sulih_buffer_printf(out, "  %s: %.*s\n", sulih_diagnostic_name(one->id),
					    SULIH_VIEW_ARGS(one->message));
	}
}
