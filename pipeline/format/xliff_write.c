#include "pipeline/format/xliff.h"

#include "base/json_write.h"
#include "pipeline/format/format.h"
#include "pipeline/format/xml_text.h"

struct writer {
	const struct sulih_document *document;
	const struct sulih_xliff_options *options;
	struct sulih_buffer *out;
};

void sulih_xliff_begin(const struct sulih_xliff_options *options, struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (options->version == SULIH_XLIFF_12) {
		sulih_buffer_puts(out, "<xliff version=\"1.2\" "
				       "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
		return;
	}
	sulih_buffer_puts(out, "<xliff version=\"2.1\" "
			       "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"");
	sulih_xml_attribute(out, sulih_view_of(options->from_lang));
	sulih_buffer_puts(out, "\" trgLang=\"");
	sulih_xml_attribute(out, sulih_view_of(options->to_lang));
	sulih_buffer_puts(out, "\">\n");
}

void sulih_xliff_end(struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "</xliff>\n");
}

/* ---- codes ----------------------------------------------------------------------- */

static void put_code(struct writer *w, const struct sulih_placeholder *p)
{
	if (w->options->version == SULIH_XLIFF_12) {
		sulih_buffer_printf(w->out, "<x id=\"%u\" ctype=\"x-%s\" equiv-text=\"", p->number,
				    sulih_kind_name(p->kind));
		sulih_xml_attribute(w->out, p->target);
		sulih_buffer_puts(w->out, "\"/>");
		return;
	}
	sulih_buffer_printf(
		w->out, "<ph id=\"%u\" dataRef=\"d%u\" canCopy=\"no\" canDelete=\"no\" equiv=\"",
		p->number, p->number);
	sulih_xml_attribute(w->out, p->target);
	sulih_buffer_puts(w->out, "\" disp=\"");
	sulih_xml_attribute(w->out, p->source);
	sulih_buffer_puts(w->out, "\"/>");
}

static void put_parts(struct writer *w, const struct sulih_item *item,
		      const struct sulih_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct sulih_placeholder *p =
			sulih_item_placeholder(item, parts[i].placeholder);

		if (p != NULL)
			put_code(w, p);
		else
			sulih_xml_text(w->out, parts[i].text);
	}
}

/* ---- the skeleton ---------------------------------------------------------------- */

/* What surrounds the text in its own format. */
static void put_frame(const struct sulih_document *d, const char *to_lang,
		      struct sulih_buffer *json)
{
	const struct sulih_format *format =
		d->id_is_json ? &sulih_format_jsonl : &sulih_format_text;
	struct sulih_buffer before = SULIH_BUFFER_INIT, behind = SULIH_BUFFER_INIT;

	format->frame(d, &before, &behind);
	sulih_buffer_printf(json,
			    "{\"sulih\":1,\"format\":\"%s\",\"continues\":%s,\"to\":", format->name,
			    d->continues ? "true" : "false");
	sulih_json_string(json, sulih_view_of(to_lang));
	sulih_buffer_puts(json, ",\"before\":");
	/* one frame around all stretches of a document */
	sulih_json_string(json, d->continues ? SULIH_VIEW("") : sulih_buffer_view(&before));
	sulih_buffer_puts(json, ",\"behind\":");
	sulih_json_string(json, d->unfinished ? SULIH_VIEW("") : sulih_buffer_view(&behind));
	if (before.failed != 0 || behind.failed != 0)
		json->failed = SULIH_ERROR_MEMORY;
	sulih_buffer_release(&before);
	sulih_buffer_release(&behind);
}

static void put_unit_skeleton(struct writer *w, const struct sulih_item *item,
			      struct sulih_buffer *json)
{
	struct sulih_view text = sulih_running_slice(&w->document->segmentation, item->span);
	struct sulih_view bytes = sulih_document_clean(w->document, item->span);

	sulih_buffer_puts(json, ",{\"text\":");
	sulih_json_string(json, text);
	if (!sulih_view_equal(text, bytes)) {
		sulih_buffer_puts(json, ",\"clean\":");
		sulih_json_string(json, bytes);
	}
	sulih_buffer_puts(json, ",\"codes\":[");
	for (size_t i = 0; i < item->placeholders.count; i++) {
		if (i > 0)
			sulih_buffer_putc(json, ',');
		sulih_json_string(json, item->placeholders.items[i].target);
	}
	sulih_buffer_puts(json, "],\"kinds\":[");
	for (size_t i = 0; i < item->placeholders.count; i++)
		sulih_buffer_printf(json, "%s\"%s\"", i > 0 ? "," : "",
				    sulih_kind_name(item->placeholders.items[i].kind));
	sulih_buffer_puts(json, "]}");
}

/* ---- units ----------------------------------------------------------------------- */

static void put_target_12(struct writer *w, const struct sulih_item *item)
{
	bool mt = w->options->target == SULIH_XLIFF_MT && item->state != SULIH_ITEM_UNTRANSLATED;

	if (w->options->target == SULIH_XLIFF_EMPTY)
		return;
	sulih_buffer_printf(w->out, "<target state=\"%s\"%s>",
			    mt ? "needs-review-translation" : "needs-translation",
			    mt ? " state-qualifier=\"mt-suggestion\"" : "");
	if (mt)
		put_parts(w, item, item->target.items, item->target.count);
	else
		put_parts(w, item, item->source.items, item->source.count);
	sulih_buffer_puts(w->out, "</target>\n");
}

static void put_unit_12(struct writer *w, const struct sulih_item *item, size_t number)
{
	sulih_buffer_printf(w->out, "<trans-unit id=\"%zu\" xml:space=\"preserve\">\n<source>",
			    number);
	put_parts(w, item, item->source.items, item->source.count);
	sulih_buffer_puts(w->out, "</source>\n");
	put_target_12(w, item);
	sulih_buffer_puts(w->out, "</trans-unit>\n");
}

static void put_data_21(struct writer *w, const struct sulih_item *item)
{
	if (item->placeholders.count == 0)
		return;
	sulih_buffer_puts(w->out, "<originalData>");
	for (size_t i = 0; i < item->placeholders.count; i++) {
		sulih_buffer_printf(w->out, "<data id=\"d%zu\">", i + 1);
		sulih_xml_text(w->out, item->placeholders.items[i].source);
		sulih_buffer_puts(w->out, "</data>");
	}
	sulih_buffer_puts(w->out, "</originalData>\n");
}

static void put_unit_21(struct writer *w, const struct sulih_item *item, size_t number)
{
	bool mt = w->options->target == SULIH_XLIFF_MT && item->state != SULIH_ITEM_UNTRANSLATED;

	sulih_buffer_printf(w->out, "<unit id=\"%zu\">\n", number);
	put_data_21(w, item);
	sulih_buffer_printf(w->out,
			    "<segment id=\"s%zu\" state=\"%s\">\n<source xml:space=\"preserve\">",
			    number, mt ? "translated" : "initial");
	put_parts(w, item, item->source.items, item->source.count);
	sulih_buffer_puts(w->out, "</source>\n");
	if (w->options->target != SULIH_XLIFF_EMPTY) {
		sulih_buffer_puts(w->out, "<target xml:space=\"preserve\">");
		put_parts(w, item, mt ? item->target.items : item->source.items,
			  mt ? item->target.count : item->source.count);
		sulih_buffer_puts(w->out, "</target>\n");
	}
	sulih_buffer_puts(w->out, "</segment>\n</unit>\n");
}

/* What lies between two units. */
static struct sulih_view gap_before(const struct sulih_document *d, size_t from, size_t to)
{
	return sulih_document_clean(d, (struct sulih_span){ from, to });
}

/* Units into `body`, the skeleton's array of gaps and units into `json`. */
static void put_units(struct writer *w, struct sulih_buffer *body, struct sulih_buffer *json)
{
	const struct sulih_document *d = w->document;
	size_t at = 0;

	w->out = body;
	sulih_buffer_puts(json, ",\"parts\":[");
	for (size_t i = 0; i < d->items.count; i++) {
		const struct sulih_item *item = &d->items.items[i];

		if (i > 0)
			sulih_buffer_putc(json, ',');
		sulih_json_string(json, gap_before(d, at, item->span.start));
		if (w->options->version == SULIH_XLIFF_12)
			put_unit_12(w, item, i + 1);
		else
			put_unit_21(w, item, i + 1);
		put_unit_skeleton(w, item, json);
		at = item->span.end;
	}
	if (d->items.count > 0)
		sulih_buffer_putc(json, ',');
	sulih_json_string(json, gap_before(d, at, d->segmentation.running.length));
	sulih_buffer_puts(json, "]}");
}

static void put_file(struct writer *w, size_t number, struct sulih_view json,
		     struct sulih_view body, struct sulih_buffer *out)
{
	const struct sulih_document *d = w->document;

	if (w->options->version == SULIH_XLIFF_12) {
		sulih_buffer_puts(out, "<file original=\"");
		sulih_xml_attribute(out, d->id);
		sulih_buffer_puts(out, "\" source-language=\"");
		sulih_xml_attribute(out, sulih_view_of(w->options->from_lang));
		sulih_buffer_puts(out, "\" target-language=\"");
		sulih_xml_attribute(out, sulih_view_of(w->options->to_lang));
		sulih_buffer_puts(out, "\" datatype=\"plaintext\">\n<header><skl><internal-file "
				       "form=\"application/json\">");
		sulih_xml_text(out, json);
		sulih_buffer_puts(out, "</internal-file></skl></header>\n<body>\n");
		sulih_buffer_add(out, body);
		sulih_buffer_puts(out, "</body>\n</file>\n");
		return;
	}
	sulih_buffer_printf(out, "<file id=\"f%zu\" original=\"", number);
	sulih_xml_attribute(out, d->id);
	sulih_buffer_puts(out, "\">\n<skeleton>");
	sulih_xml_text(out, json);
	sulih_buffer_puts(out, "</skeleton>\n");
	/* a <file> of 2.1 holds at least one unit */
	if (body.length == 0)
		sulih_buffer_puts(
			out,
			"<unit id=\"none\" translate=\"no\"><segment><source/></segment></unit>\n");
	sulih_buffer_add(out, body);
	sulih_buffer_puts(out, "</file>\n");
}

int sulih_xliff_write(const struct sulih_document *document,
		      const struct sulih_xliff_options *options, size_t number,
		      struct sulih_buffer *out, struct sulih_error *error)
{
	struct writer w = { .document = document, .options = options };
	struct sulih_buffer json = SULIH_BUFFER_INIT, body = SULIH_BUFFER_INIT;
	int status;

	put_frame(document, options->to_lang, &json);
	put_units(&w, &body, &json);
	status = sulih_buffer_status(&json, error);
	if (status == 0)
		status = sulih_buffer_status(&body, error);
	if (status == 0) {
		put_file(&w, number, sulih_buffer_view(&json), sulih_buffer_view(&body), out);
		status = sulih_buffer_status(out, error);
	}
	sulih_buffer_release(&json);
	sulih_buffer_release(&body);
	return status;
}
