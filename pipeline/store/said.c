/* What is said of a stored answer: a line a diagnostic, its id, a tab and its words. */
#include "pipeline/store/store.h"

void sulih_store_write_said(struct sulih_said said, struct sulih_buffer *out)
{
	for (size_t i = said.first; i < said.end; i++) {
		const struct sulih_diagnostic *one = &said.of->list.items[i];

		if (sulih_diagnostic_level(one->id) >= SULIH_WARNING)
			sulih_buffer_printf(out, "%s\t%.*s\n", sulih_diagnostic_name(one->id),
					    SULIH_VIEW_ARGS(one->message));
	}
}

/* An id that is not known was written by another sulih. */
static bool is_known(struct sulih_view name, enum sulih_diagnostic_id *id)
{
	for (int i = 0; i < SULIH_DIAGNOSTIC_COUNT; i++) {
		*id = (enum sulih_diagnostic_id)i;
		if (sulih_view_is(name, sulih_diagnostic_name(*id)))
			return true;
	}
	return false;
}

void sulih_store_repeat_said(struct sulih_view text, struct sulih_document *document,
			     const struct sulih_item *item)
{
	while (text.length > 0) {
		const char *end = memchr(text.data, '\n', text.length);
		size_t length = end != NULL ? (size_t)(end - text.data) : text.length;
		const char *tab = memchr(text.data, '\t', length);
		size_t name = tab != NULL ? (size_t)(tab - text.data) : length;
		enum sulih_diagnostic_id id;

		if (name < length && is_known(sulih_view_slice(text, 0, name), &id))
			sulih_diagnose(&document->diagnostics, id,
				       sulih_document_source_span(document, item->span), "%.*s",
				       (int)(length - name - 1), tab + 1);
		text = sulih_view_slice(text, length + (end != NULL), text.length);
	}
}
