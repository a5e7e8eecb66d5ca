/* Answers' tokens: the first byte chooses the shape, the first line is the source. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/translate/verify/verify.h"
#include "tests/support/masked.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct sulih_verify_options options = { .english = true };
	struct sulih_view all = sulih_view_make((const char *)data, size);
	const char *end = size > 1 ? memchr(data + 1, '\n', size - 1) : NULL;
	struct sulih_document *document;
	struct sulih_parts parts = { NULL, 0, 0 };
	const struct sulih_item *item;
	struct sulih_wire_names names;
	char *source;
	int state;

	if (size < 2 || end == NULL || sulih_utf8_valid_prefix(all) != size)
		return 0;
	source = strndup(all.data + 1, (size_t)(end - all.data - 1));
	document = source ? masked_document(source) : NULL;
	if (document != NULL && document->items.count > 0) {
		item = &document->items.items[0];
		names = (struct sulih_wire_names){ item->placeholders.items,
						   item->placeholders.count };
		state = sulih_wire_read(sulih_view_slice(all, (size_t)(end - all.data) + 1, size),
					item->source.items, item->source.count, names,
					sulih_shape_at((size_t)data[0] % 11),
					(enum sulih_unescape)(data[0] / 11 % 4), &document->arena,
					&parts);
		/* what is not said to be wrong must have every placeholder once */
		if (state >= 0 && (state & ~SULIH_WIRE_REPAIRED) == 0)
			for (size_t i = 0; i < names.count; i++) {
				size_t times = 0;

				for (size_t k = 0; k < parts.count; k++)
					times +=
						parts.items[k].placeholder == names.items[i].number;
				if (times > 1)
					abort();
			}
		sulih_verify(item->source.items, item->source.count, parts.items, parts.count,
			     names, &options);
	}
	SULIH_VECTOR_RELEASE(&parts);
	sulih_document_free(document);
	free(source);
	return 0;
}
