#include "pipeline/record.h"

#include "base/json_write.h"
#include "pipeline/format/jsonl.h"

void sulih_record_init(struct sulih_record *record)
{
	*record = (struct sulih_record){ 0 };
}

void sulih_record_release(struct sulih_record *record)
{
	sulih_buffer_release(&record->text);
	sulih_buffer_release(&record->blocks);
	sulih_buffer_release(&record->segments);
	sulih_buffer_release(&record->quotes);
	sulih_buffer_release(&record->spans);
	sulih_buffer_release(&record->diagnostics);
}

static struct sulih_view running(const struct sulih_document *document, struct sulih_span span)
{
	return sulih_view_slice(document->segmentation.running, span.start, span.end);
}

static void put_number(struct sulih_buffer *out, size_t number)
{
	char digits[24];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	sulih_buffer_append(out, digits + at, sizeof(digits) - at);
}

/* Opens an object of an array: {"start":…,"end":… */
static void open_object(struct sulih_buffer *out, struct sulih_span source)
{
	if (out->length > 0)
		sulih_buffer_putc(out, ',');
	sulih_buffer_puts(out, "{\"start\":");
	put_number(out, source.start);
	sulih_buffer_puts(out, ",\"end\":");
	put_number(out, source.end);
}

static void put_text(struct sulih_buffer *out, const char *key, struct sulih_view text)
{
	sulih_buffer_puts(out, ",\"");
	sulih_buffer_puts(out, key);
	sulih_buffer_puts(out, "\":");
	sulih_json_string(out, text);
}

static void put_blocks(struct sulih_buffer *out, const struct sulih_document *d)
{
	for (size_t i = 0; i < d->segmentation.blocks.count; i++) {
		const struct sulih_block *b = &d->segmentation.blocks.items[i];
		struct sulih_span line = sulih_document_source_span(d, b->dateline);

		open_object(out, sulih_document_source_span(d, b->span));
		put_text(out, "role", sulih_view_of(sulih_role_name(b->role)));
		if (b->dateline.start < b->dateline.end)
			sulih_buffer_printf(out, ",\"dateline\":[%zu,%zu]", line.start, line.end);
		else
			sulih_buffer_puts(out, ",\"dateline\":null");
		put_text(out, "text", running(d, b->span));
		sulih_buffer_putc(out, '}');
	}
}

static void put_segments(struct sulih_buffer *out, const struct sulih_document *d, size_t blocks)
{
	for (size_t i = 0; i < d->segmentation.segments.count; i++) {
		const struct sulih_segment_span *s = &d->segmentation.segments.items[i];

		open_object(out, sulih_document_source_span(d, s->span));
		put_text(out, "text", running(d, s->span));
		sulih_buffer_puts(out, ",\"block\":");
		put_number(out, s->block + blocks);
		sulih_buffer_putc(out, '}');
	}
}

static void put_quotes(struct sulih_buffer *out, const struct sulih_document *d)
{
	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];

		open_object(out, sulih_document_source_span(d, q->span));
		put_text(out, "text", running(d, q->inner));
		if (q->speaker.start < q->speaker.end)
			put_text(out, "speaker", running(d, q->speaker));
		else
			sulih_buffer_puts(out, ",\"speaker\":null");
		sulih_buffer_printf(out, ",\"closed\":%s,\"depth\":%u,\"kind\":\"%s\"}",
				    q->closed ? "true" : "false", q->depth,
				    q->kind == SULIH_QUOTE_SPEECH ? "speech" : "mention");
	}
}

static void put_spans(struct sulih_buffer *out, const struct sulih_document *d)
{
	for (size_t i = 0; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];

		open_object(out, sulih_document_source_span(d, p->span));
		put_text(out, "kind", sulih_view_of(sulih_kind_name(p->kind)));
		put_text(out, "ruling", sulih_view_of(sulih_ruling_name(p->ruling)));
		put_text(out, "source", running(d, p->span));
		if (p->ruling == SULIH_LEAVE)
			sulih_buffer_puts(out, ",\"target\":null");
		else
			put_text(out, "target", p->target);
		put_text(out, "why", sulih_view_of(p->why ? p->why : ""));
		sulih_buffer_putc(out, '}');
	}
}

static void put_diagnostics(struct sulih_buffer *out, const struct sulih_document *d)
{
	for (size_t i = 0; i < d->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &d->diagnostics.list.items[i];
		const char *level = sulih_level_name(sulih_diagnostic_level(one->id));

		if (out->length > 0)
			sulih_buffer_putc(out, ',');
		sulih_buffer_printf(
			out, "{\"id\":\"%s\",\"level\":\"%s\",\"start\":%zu,\"end\":%zu",
			sulih_diagnostic_name(one->id), level, one->span.start, one->span.end);
		put_text(out, "message", one->message);
		sulih_buffer_putc(out, '}');
	}
}

static void put_array(struct sulih_buffer *out, const char *key, struct sulih_buffer *items)
{
	sulih_buffer_printf(out, ",\"%s\":[", key);
	sulih_buffer_add(out, sulih_buffer_view(items));
	sulih_buffer_putc(out, ']');
	if (items->failed && !out->failed)
		out->failed = items->failed;
}

/* Gathered parts of a document whose last stretch never came are no part of the next. */
static void clear(struct sulih_record *record)
{
	sulih_buffer_clear(&record->text);
	sulih_buffer_clear(&record->blocks);
	sulih_buffer_clear(&record->segments);
	sulih_buffer_clear(&record->quotes);
	sulih_buffer_clear(&record->spans);
	sulih_buffer_clear(&record->diagnostics);
	record->block_count = 0;
}

int sulih_record_write(struct sulih_record *record, const struct sulih_document *document,
		       enum sulih_phase phase, struct sulih_buffer *out, struct sulih_error *error)
{
	if (!document->continues)
		clear(record);
	if (document->continues || document->unfinished)
		sulih_buffer_add(&record->text, sulih_buffer_view(&document->clean.text));
	put_diagnostics(&record->diagnostics, document);
	if (phase >= SULIH_PHASE_SEGMENT) {
		put_blocks(&record->blocks, document);
		put_segments(&record->segments, document, record->block_count);
		put_quotes(&record->quotes, document);
		record->block_count += document->segmentation.blocks.count;
	}
	if (phase >= SULIH_PHASE_PROTECT)
		put_spans(&record->spans, document);
	if (document->unfinished)
		return sulih_buffer_status(&record->text, error);
	sulih_jsonl_write_members(document,
				  document->continues ? sulih_buffer_view(&record->text)
						      : sulih_buffer_view(&document->clean.text),
				  true, out);
	if (phase >= SULIH_PHASE_SEGMENT) {
		put_array(out, "blocks", &record->blocks);
		put_array(out, "segments", &record->segments);
		put_array(out, "quotes", &record->quotes);
	}
	if (phase >= SULIH_PHASE_PROTECT)
		put_array(out, "spans", &record->spans);
	put_array(out, "diagnostics", &record->diagnostics);
	sulih_buffer_puts(out, "}\n");
	return sulih_buffer_status(out, error);
}
