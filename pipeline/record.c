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
	for (int i = 0; i < SULIH_RECORD_ARRAYS; i++)
		sulih_buffer_release(&record->arrays[i]);
}

static struct sulih_view running(const struct sulih_document *document, struct sulih_span span)
{
	return sulih_running_slice(&document->segmentation, span);
}

/* An array that is being written. */
struct list {
	struct sulih_buffer *out;
	const struct sulih_record *record; /* NULL: the array is gathered */
	struct sulih_error *error;
	size_t blocks; /* of the stretches before */
	bool begun;    /* an object stands in it */
	int status;
};

/* The objects before this one may leave. */
static void put_comma(struct list *list)
{
	const struct sulih_record *record = list->record;

	if (list->begun)
		sulih_buffer_putc(list->out, ',');
	list->begun = true;
	if (record != NULL && record->pass_on != NULL && list->status == 0 &&
	    list->out->length > SULIH_PASS_ON)
		list->status = record->pass_on(record->context, list->out, list->error);
}

/* Opens an object of an array: {"start":…,"end":… */
static void open_object(struct list *list, struct sulih_span source)
{
	struct sulih_buffer *out = list->out;

	put_comma(list);
	sulih_buffer_puts(out, "{\"start\":");
	sulih_buffer_put_number(out, source.start);
	sulih_buffer_puts(out, ",\"end\":");
	sulih_buffer_put_number(out, source.end);
}

/* What stands before the value of a member that is a string: one piece, since much of a record is
 * these. */
#define TEXT_OF(key) ",\"" key "\":\""

static inline void put_text(struct sulih_buffer *out, const char *key, struct sulih_view text)
{
	sulih_buffer_puts(out, key);
	sulih_json_escape(out, text);
	sulih_buffer_putc(out, '"');
}

/* The same of a word that needs no escapes. */
static inline void put_word(struct sulih_buffer *out, const char *key, const char *word)
{
	sulih_buffer_puts(out, key);
	sulih_buffer_puts(out, word);
	sulih_buffer_putc(out, '"');
}

static void put_dateline(struct sulih_buffer *out, struct sulih_span line)
{
	sulih_buffer_puts(out, ",\"dateline\":[");
	sulih_buffer_put_number(out, line.start);
	sulih_buffer_putc(out, ',');
	sulih_buffer_put_number(out, line.end);
	sulih_buffer_putc(out, ']');
}

static void put_blocks(struct list *list, const struct sulih_document *d)
{
	struct sulih_buffer *out = list->out;

	for (size_t i = 0; i < d->segmentation.blocks.count; i++) {
		const struct sulih_block *b = &d->segmentation.blocks.items[i];

		open_object(list, sulih_document_source_span(d, b->span));
		put_word(out, TEXT_OF("role"), sulih_role_name(b->role));
		if (b->dateline.start < b->dateline.end)
			put_dateline(out, sulih_document_source_span(d, b->dateline));
		else
			sulih_buffer_puts(out, ",\"dateline\":null");
		put_text(out, TEXT_OF("text"), running(d, b->span));
		sulih_buffer_putc(out, '}');
	}
}

static void put_segments(struct list *list, const struct sulih_document *d)
{
	struct sulih_buffer *out = list->out;

	for (size_t i = 0; i < d->segmentation.segments.count; i++) {
		const struct sulih_segment_span *s = &d->segmentation.segments.items[i];

		open_object(list, sulih_document_source_span(d, s->span));
		put_text(out, TEXT_OF("text"), running(d, s->span));
		sulih_buffer_puts(out, ",\"block\":");
		sulih_buffer_put_number(out, s->block + list->blocks);
		sulih_buffer_putc(out, '}');
	}
}

static void put_quotes(struct list *list, const struct sulih_document *d)
{
	struct sulih_buffer *out = list->out;

	for (size_t i = 0; i < d->segmentation.quotes.count; i++) {
		const struct sulih_quote *q = &d->segmentation.quotes.items[i];

		open_object(list, sulih_document_source_span(d, q->span));
		put_text(out, TEXT_OF("text"), running(d, q->inner));
		if (q->speaker.start < q->speaker.end)
			put_text(out, TEXT_OF("speaker"), running(d, q->speaker));
		else
			sulih_buffer_puts(out, ",\"speaker\":null");
		sulih_buffer_puts(out, q->closed ? ",\"closed\":true" : ",\"closed\":false");
		sulih_buffer_puts(out, ",\"depth\":");
		sulih_buffer_put_number(out, q->depth);
		put_word(out, TEXT_OF("kind"),
			 q->kind == SULIH_QUOTE_SPEECH ? "speech" : "mention");
		sulih_buffer_putc(out, '}');
	}
}

static void put_spans(struct list *list, const struct sulih_document *d)
{
	struct sulih_buffer *out = list->out;

	for (size_t i = 0; i < d->spans.count; i++) {
		const struct sulih_protected *p = &d->spans.items[i];

		open_object(list, sulih_document_source_span(d, p->span));
		put_word(out, TEXT_OF("kind"), sulih_kind_name(p->kind));
		put_word(out, TEXT_OF("ruling"), sulih_ruling_name(p->ruling));
		put_text(out, TEXT_OF("source"), running(d, p->span));
		if (p->ruling == SULIH_LEAVE)
			sulih_buffer_puts(out, ",\"target\":null");
		else
			put_text(out, TEXT_OF("target"), p->target);
		put_word(out, TEXT_OF("why"), p->why ? p->why : "");
		sulih_buffer_putc(out, '}');
	}
}

static void put_diagnostics(struct list *list, const struct sulih_document *d)
{
	struct sulih_buffer *out = list->out;

	for (size_t i = 0; i < d->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &d->diagnostics.list.items[i];

		put_comma(list);
		sulih_buffer_puts(out, "{\"id\":\"");
		sulih_buffer_puts(out, sulih_diagnostic_name(one->id));
		sulih_buffer_putc(out, '"');
		put_word(out, TEXT_OF("level"), sulih_level_name(sulih_diagnostic_level(one->id)));
		sulih_buffer_puts(out, ",\"start\":");
		sulih_buffer_put_number(out, one->span.start);
		sulih_buffer_puts(out, ",\"end\":");
		sulih_buffer_put_number(out, one->span.end);
		put_text(out, TEXT_OF("message"), one->message);
		sulih_buffer_putc(out, '}');
	}
}

/* The arrays of a record, in their order. */
static const struct {
	const char *key;
	enum sulih_phase phase; /* that gives it */
	void (*put)(struct list *list, const struct sulih_document *document);
} arrays[SULIH_RECORD_ARRAYS] = {
	{ "blocks", SULIH_PHASE_SEGMENT, put_blocks },
	{ "segments", SULIH_PHASE_SEGMENT, put_segments },
	{ "quotes", SULIH_PHASE_SEGMENT, put_quotes },
	{ "spans", SULIH_PHASE_PROTECT, put_spans },
	{ "diagnostics", SULIH_PHASE_NORMALIZE, put_diagnostics },
};

/* Adds a stretch to what is gathered. */
static void gather(struct sulih_record *record, const struct sulih_document *document,
		   enum sulih_phase phase)
{
	sulih_buffer_add(&record->text, sulih_buffer_view(&document->clean.text));
	for (int i = 0; i < SULIH_RECORD_ARRAYS; i++) {
		struct list list = { .out = &record->arrays[i],
				     .blocks = record->block_count,
				     .begun = record->arrays[i].length > 0 };

		if (phase >= arrays[i].phase)
			arrays[i].put(&list, document);
	}
	record->block_count += document->segmentation.blocks.count;
}

/* Gathered parts of a document whose last stretch never came are no part of the next. */
static void clear(struct sulih_record *record)
{
	sulih_buffer_clear(&record->text);
	for (int i = 0; i < SULIH_RECORD_ARRAYS; i++)
		sulih_buffer_clear(&record->arrays[i]);
	record->block_count = 0;
}

static int gathered_status(const struct sulih_record *record, struct sulih_error *error)
{
	int status = sulih_buffer_status(&record->text, error);

	for (int i = 0; i < SULIH_RECORD_ARRAYS && status == 0; i++)
		status = sulih_buffer_status(&record->arrays[i], error);
	return status;
}

int sulih_record_write(struct sulih_record *record, const struct sulih_document *document,
		       enum sulih_phase phase, struct sulih_buffer *out, struct sulih_error *error)
{
	/* a document of one stretch, the rule, is written at once */
	bool whole = !document->continues && !document->unfinished;
	int status = 0;

	if (!document->continues)
		clear(record);
	if (!whole)
		gather(record, document, phase);
	if (document->unfinished || gathered_status(record, error) != 0)
		return gathered_status(record, error);
	sulih_jsonl_write_members(document,
				  sulih_buffer_view(whole ? &document->clean.text : &record->text),
				  true, out);
	for (int i = 0; i < SULIH_RECORD_ARRAYS && status == 0; i++) {
		struct list list = { .out = out, .record = record, .error = error };

		if (phase < arrays[i].phase)
			continue;
		sulih_buffer_puts(out, ",\"");
		sulih_buffer_puts(out, arrays[i].key);
		sulih_buffer_puts(out, "\":[");
		if (whole)
			arrays[i].put(&list, document);
		else
			sulih_buffer_add(out, sulih_buffer_view(&record->arrays[i]));
		sulih_buffer_putc(out, ']');
		status = list.status;
	}
	sulih_buffer_puts(out, "}\n");
	return status != 0 ? status : sulih_buffer_status(out, error);
}
