#include "tests/support/masked.h"

#include <stdlib.h>

static void add_part(struct sulih_item *item, struct sulih_view text, unsigned placeholder)
{
	if (text.length > 0 || placeholder != 0)
		item->source.items[item->source.count++] =
			(struct sulih_part){ .text = text, .placeholder = placeholder };
}

/* Room for as many names as there are brackets, and for the text between them. */
static int make_room(struct sulih_document *document, struct sulih_item *item,
		     struct sulih_view line)
{
	size_t names = 0;

	for (size_t i = 0; i < line.length; i++)
		names += line.data[i] == '{';
	item->source.items =
		sulih_arena_alloc(&document->arena, (2 * names + 1) * sizeof(*item->source.items));
	item->placeholders.items = sulih_arena_alloc(
		&document->arena, (names + 1) * sizeof(*item->placeholders.items));
	return item->source.items && item->placeholders.items ? 0 : -1;
}

static void add_name(struct sulih_document *document, struct sulih_item *item,
		     struct sulih_view inside, struct sulih_buffer *plain)
{
	const char *bar = memchr(inside.data, '|', inside.length);
	size_t length = bar ? (size_t)(bar - inside.data) : inside.length;
	struct sulih_placeholder *name = &item->placeholders.items[item->placeholders.count++];

	name->number = (unsigned)item->placeholders.count;
	name->kind = sulih_view_starts(inside, SULIH_VIEW("“")) ||
				     sulih_view_starts(inside, SULIH_VIEW("”"))
			     ? SULIH_KIND_MARK
			     : SULIH_KIND_PERSON;
	name->source = sulih_arena_copy(&document->arena, sulih_view_slice(inside, 0, length));
	name->target = bar ? sulih_arena_copy(&document->arena,
					      sulih_view_slice(inside, length + 1, inside.length))
			   : name->source;
	sulih_buffer_add(plain, name->source);
	add_part(item, SULIH_VIEW(""), name->number);
}

static int add_item(struct sulih_document *document, struct sulih_view line,
		    struct sulih_buffer *plain)
{
	struct sulih_item *item = SULIH_VECTOR_ADD(&document->items);
	size_t from = 0;

	if (item == NULL || make_room(document, item, line) != 0)
		return -1;
	item->segment = document->items.count - 1;
	item->span.start = plain->length;
	while (from < line.length) {
		const char *open = memchr(line.data + from, '{', line.length - from);
		const char *close =
			open ? memchr(open, '}', (size_t)(line.data + line.length - open)) : NULL;
		size_t to = close ? (size_t)(open - line.data) : line.length;
		struct sulih_view text =
			sulih_arena_copy(&document->arena, sulih_view_slice(line, from, to));

		sulih_buffer_add(plain, text);
		add_part(item, text, 0);
		if (close != NULL)
			add_name(document, item,
				 sulih_view_make(open + 1, (size_t)(close - open) - 1), plain);
		from = close ? (size_t)(close - line.data) + 1 : line.length;
	}
	item->span.end = plain->length;
	sulih_buffer_putc(plain, '\n');
	return 0;
}

struct sulih_document *masked_document(const char *lines)
{
	const struct sulih_normalize_options how = { .want_map = true };
	struct sulih_document *document = sulih_document_new();
	struct sulih_buffer plain = SULIH_BUFFER_INIT;
	struct sulih_error error = SULIH_ERROR_INIT;
	int code = document ? 0 : -1;

	while (code == 0 && *lines) {
		size_t length = strcspn(lines, "\n");

		code = add_item(document, sulih_view_make(lines, length), &plain);
		lines += length + (lines[length] == '\n');
	}
	if (code == 0)
		code = sulih_normalize(sulih_buffer_view(&plain), &how, &document->clean, &error);
	if (code == 0)
		document->segmentation.running = sulih_buffer_view(&document->clean.text);
	sulih_buffer_release(&plain);
	if (code == 0)
		return document;
	sulih_document_free(document);
	return NULL;
}

void masked_target(const struct sulih_item *item, struct sulih_buffer *out)
{
	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_part *part = &item->target.items[i];

		if (part->placeholder == 0)
			sulih_buffer_add(out, part->text);
		else if (part->placeholder <= item->placeholders.count)
			sulih_buffer_add(out,
					 item->placeholders.items[part->placeholder - 1].target);
	}
}
