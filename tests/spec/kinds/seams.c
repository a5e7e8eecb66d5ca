/*
 * seams        a sentence, and on the last line an engine's answer with ⟦1⟧ for its first
 *              placeholder and so on: what stands in English in the end
 * seams-us     the same in American style
 */
#include <stdlib.h>

#include "tests/spec/spec.h"
#include "tests/support/article.h"

static int add_part(struct sulih_item *item, struct sulih_view text, unsigned placeholder)
{
	struct sulih_part *part;

	if (text.length == 0 && placeholder == 0)
		return 0;
	part = SULIH_VECTOR_ADD(&item->target);
	if (part == NULL)
		return SULIH_ERROR_MEMORY;
	*part = (struct sulih_part){ .text = text, .placeholder = placeholder };
	return 0;
}

/* The answer's text and its ⟦n⟧ as the item's target. */
static int set_target(struct sulih_item *item, struct sulih_view answer)
{
	static const char open[] = "\xE2\x9F\xA6", close[] = "\xE2\x9F\xA7";
	size_t from = 0, at = 0;
	int status = 0;

	while (at + 7 <= answer.length && status == 0) {
		char *end;
		unsigned long number;

		if (memcmp(answer.data + at, open, 3) != 0) {
			at++;
			continue;
		}
		number = strtoul(answer.data + at + 3, &end, 10);
		status = add_part(item, sulih_view_slice(answer, from, at), 0);
		if (status == 0)
			status = add_part(item, SULIH_VIEW(""), (unsigned)number);
		if (memcmp(end, close, 3) != 0 || number == 0 || number > item->placeholders.count)
			return SULIH_ERROR_INPUT;
		from = at = (size_t)(end - answer.data) + 3;
	}
	return status != 0 ? status
			   : add_part(item, sulih_view_slice(answer, from, answer.length), 0);
}

static int run(struct sulih_view input, bool us_style, struct sulih_buffer *output,
	       struct sulih_error *error)
{
	const struct sulih_pipeline_options options = {
		.until = SULIH_PHASE_PROTECT,
		.protect = { .now = 1768464000, .us_style = us_style },
	};
	const struct sulih_reassemble_options how = { .us_style = us_style };
	size_t cut = input.length;
	struct sulih_document *document = NULL;
	int status;

	while (cut > 0 && input.data[cut - 1] != '\n')
		cut--;
	if (cut == 0)
		return sulih_fail(error, SULIH_ERROR_INPUT, "no answer on a last line");
	status = article_run(sulih_view_slice(input, 0, cut - 1), true, "echo", &options, &document,
			     error);
	if (status == 0 && document->items.count > 0) {
		struct sulih_item *item = SULIH_VECTOR_LAST(&document->items);

		for (size_t i = 0; i + 1 < document->items.count; i++)
			document->items.items[i].state = SULIH_ITEM_UNTRANSLATED;
		item->state = SULIH_ITEM_TRANSLATED;
		status = set_target(item, sulih_view_slice(input, cut, input.length));
		if (status != 0)
			sulih_fail(error, status, "the answer's marks are not the item's");
	}
	if (status == 0)
		status = sulih_reassemble(document, &how, error);
	if (status == 0)
		sulih_buffer_add(output, sulih_buffer_view(&document->target));
	sulih_document_free(document);
	return status;
}

static int run_uk(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error)
{
	return run(input, false, output, error);
}

static int run_us(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error)
{
	return run(input, true, output, error);
}

SPEC_KIND("seams", run_uk);
SPEC_KIND("seams-us", run_us);
