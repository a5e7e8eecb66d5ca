/* The quotes of a text, paragraph after paragraph. */
#include "segment/quotes/attribution/attribution.h"
#include "base/letter.h"
#include "segment/quotes/quotes.h"

/* The quotes [first, last) are those of one paragraph. */
static void attribute_paragraph(struct attribution *a, size_t first, size_t last)
{
	struct sulih_quote *quotes = a->out->quotes.items;
	const struct sulih_quote *outer = NULL, *previous_outer = NULL, *previous_inner = NULL;

	for (size_t i = first; i < last; i++) {
		if (quotes[i].depth == 1) {
			previous_outer = outer;
			outer = &quotes[i];
			previous_inner = NULL;
			sulih_attribute_quote(a, &quotes[i], a->paragraph, previous_outer);
		} else {
			if (previous_inner != NULL &&
			    previous_inner->span.end > quotes[i].span.start)
				previous_inner = NULL;
			sulih_attribute_quote(a, &quotes[i], outer->inner, previous_inner);
			previous_inner = &quotes[i];
		}
	}
}

/* A speech of several paragraphs: the earlier ones, which are never closed, have
 * the speaker who is named at its end. */
static void join_paragraphs(struct attribution *a)
{
	struct sulih_quote *quotes = a->out->quotes.items;
	size_t next = a->out->quotes.count;

	for (size_t i = a->out->quotes.count; i-- > 0;) {
		if (quotes[i].depth != 1)
			continue;
		if (next < a->out->quotes.count && !quotes[i].closed && quotes[i].cue.end == 0 &&
		    quotes[i].kind == SULIH_QUOTE_SPEECH &&
		    quotes[next].kind == SULIH_QUOTE_SPEECH) {
			size_t at = quotes[i].span.end;

			while (at < quotes[next].span.start &&
			       sulih_byte_is_space(a->text.data[at]))
				at++;
			if (at == quotes[next].span.start)
				quotes[i].speaker = quotes[next].speaker;
		}
		next = i;
	}
}

static size_t attribute_block(struct attribution *a, const struct sulih_block *one, size_t quote)
{
	const struct sulih_quote *quotes = a->out->quotes.items;
	size_t count = a->out->quotes.count;
	struct sulih_span block = one->span;

	while (quote < count && quotes[quote].span.start < block.end) {
		size_t first = quote, at = quotes[quote].span.start;
		const char *stop = memchr(a->text.data + at, '\n', block.end - at);
		const char *before = memrchr(a->text.data + block.start, '\n', at - block.start);

		at = before ? (size_t)(before - a->text.data) + 1 : block.start;
		a->paragraph.start = at;
		/* Jakarta (ANTARA) - Budi mengatakan, “…” */
		if (at < one->dateline.end && one->dateline.end <= quotes[quote].span.start)
			a->paragraph.start = one->dateline.end;
		a->paragraph.end = stop ? (size_t)(stop - a->text.data) : block.end;
		while (quote < count && quotes[quote].span.start < a->paragraph.end)
			quote++;
		attribute_paragraph(a, first, quote);
	}
	return quote;
}

void sulih_attribute_quotes(struct sulih_segmentation *segmentation)
{
	struct attribution a = { .out = segmentation, .text = segmentation->running };
	size_t quote = 0;

	for (size_t i = 0; i < segmentation->blocks.count; i++)
		quote = attribute_block(&a, &segmentation->blocks.items[i], quote);
	join_paragraphs(&a);
}
