#include "pipeline/reassemble/ledger.h"

#include <time.h>

#include "base/json_write.h"
#include "base/utf8.h"
#include "pipeline/reassemble/ledger_inside.h"

static const char *const states[] = { "new", "skipped", "translated", "repaired", "untranslated" };

/* The masked text, as it is sent: a placeholder is a token, ⟦1⟧. */
static size_t masked_length(const struct sulih_item *item)
{
	size_t length = 0;

	for (size_t i = 0; i < item->source.count; i++) {
		const struct sulih_part *part = &item->source.items[i];

		length += part->placeholder == 0   ? sulih_utf8_count(part->text)
			  : part->placeholder < 10 ? 3
						   : 4;
	}
	return length;
}

static size_t characters_sent(const struct sulih_document *d)
{
	size_t characters = 0;

	for (size_t i = 0; i < d->items.count; i++)
		if (d->items.items[i].attempts > 0)
			characters +=
				d->items.items[i].attempts * masked_length(&d->items.items[i]);
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

static void put_speaker(struct sulih_buffer *out, const struct sulih_document *d,
			const struct sulih_quote *q)
{
	if (q->speaker.start < q->speaker.end)
		sulih_ledger_put_member(out, "speaker", sulih_ledger_text(d, q->speaker));
	else
		sulih_buffer_puts(out, "\"speaker\":null");
}

static void put_quotes(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	const struct sulih_document *d = part->document;
	struct sulih_buffer target = SULIH_BUFFER_INIT;
	size_t from = 0;

	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];
		bool apart;

		sulih_buffer_clear(&target);
		apart = put_quote_target(d, i, &from, &target);
		sulih_buffer_puts(out, i ? ",{" : "{");
		sulih_ledger_put_member(out, "source", sulih_ledger_text(d, q->inner));
		sulih_buffer_putc(out, ',');
		if (apart)
			sulih_ledger_put_member(out, "target", sulih_buffer_view(&target));
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

/* Items that needed more than one request, or a repair, or were given up. */
static void put_repairs(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	const struct sulih_document *d = part->document;
	bool first = true;

	for (size_t i = 0; i < d->items.count; i++) {
		const struct sulih_item *item = &d->items.items[i];

		if (item->state != SULIH_ITEM_REPAIRED && item->state != SULIH_ITEM_UNTRANSLATED &&
		    item->attempts < 2)
			continue;
		sulih_buffer_printf(out, "%s{\"segment\":%zu,\"state\":\"%s\",\"attempts\":%u,",
				    first ? "" : ",", part->segments_before + item->segment,
				    states[item->state], item->attempts);
		first = false;
		sulih_ledger_put_member(out, "rung", sulih_view_of(item->rung ? item->rung : ""));
		sulih_buffer_putc(out, ',');
		sulih_ledger_put_member(out, "source", sulih_ledger_text(d, item->span));
		sulih_buffer_putc(out, '}');
	}
}

static void put_diagnostics(const struct sulih_ledger_part *part, struct sulih_buffer *out)
{
	const struct sulih_document *d = part->document;

	for (size_t i = 0; i < d->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &d->diagnostics.list.items[i];

		sulih_buffer_printf(out,
				    "%s{\"id\":\"%s\",\"level\":\"%s\",\"start\":%zu,\"end\":%zu,",
				    i ? "," : "", sulih_diagnostic_name(one->id),
				    sulih_level_name(sulih_diagnostic_level(one->id)),
				    one->span.start, one->span.end);
		sulih_ledger_put_member(out, "message", one->message);
		sulih_buffer_putc(out, '}');
	}
}

static const struct {
	const char *name;
	void (*put)(const struct sulih_ledger_part *part, struct sulih_buffer *out);
} groups[SULIH_LEDGER_GROUPS] = {
	{ "quotes", put_quotes },
	{ "numbers", sulih_ledger_put_figures },
	{ "names", sulih_ledger_put_names },
	{ "dates", sulih_ledger_put_dates },
	{ "repairs", put_repairs },
	{ "diagnostics", put_diagnostics },
};

void sulih_ledger_open_group(int group, struct sulih_buffer *out)
{
	sulih_buffer_printf(out, ",\"%s\":[", groups[group].name);
}

void sulih_ledger_put_group(const struct sulih_ledger_part *part, int group,
			    struct sulih_buffer *out)
{
	groups[group].put(part, out);
}

static void put_time(long long now, struct sulih_buffer *out)
{
	const time_t seconds = (time_t)now;
	char text[40];
	struct tm when;

	if (gmtime_r(&seconds, &when) == NULL ||
	    strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &when) == 0)
		return;
	sulih_buffer_printf(out, ",\"time\":\"%s\"", text);
}

void sulih_ledger_head(const struct sulih_document *document,
		       const struct sulih_reassemble_options *options,
		       const struct sulih_ledger_counts *counts, struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "{\"id\":");
	if (document->id_is_json)
		sulih_buffer_add(out, document->id);
	else
		sulih_json_string(out, document->id);
	sulih_buffer_puts(out, ",\"engine\":");
	sulih_json_string(out, sulih_view_of(document->engine ? document->engine : ""));
	if (options->now != 0)
		put_time(options->now, out);
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
	const struct sulih_ledger_part part = { document, options, 0 };
	struct sulih_ledger_counts counts = { 0 };

	sulih_ledger_count(document, &counts);
	sulih_ledger_head(document, options, &counts, out);
	for (int i = 0; i < SULIH_LEDGER_GROUPS; i++) {
		sulih_ledger_open_group(i, out);
		sulih_ledger_put_group(&part, i, out);
		sulih_buffer_putc(out, ']');
	}
	sulih_buffer_puts(out, "}\n");
	return sulih_buffer_status(out, error);
}
