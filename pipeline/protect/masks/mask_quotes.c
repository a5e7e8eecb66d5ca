/* The quotes in a segment, and which of them stand apart from their frame. */
#include "pipeline/protect/masks/masker.h"

#include "base/letter.h"
#include "base/utf8.h"

enum { FEWEST_WORDS = 3 };

static bool blank_at(struct sulih_view text, size_t at)
{
	return text.data[at] == ' ' || text.data[at] == '\n' || text.data[at] == '\t';
}

static struct sulih_span trim(struct sulih_view text, struct sulih_span span)
{
	while (span.start < span.end && blank_at(text, span.start))
		span.start++;
	while (span.end > span.start && blank_at(text, span.end - 1))
		span.end--;
	return span;
}

/* Words of the text, no more than `most` of them. */
static size_t count_words(struct sulih_view text, size_t most)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.length && words < most; i++) {
		bool blank = blank_at(text, i);

		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

/* Whether the words of a quote are a sentence that can be translated alone:
 * "Kami siap membantu," and "Kami menang," are; the partial quote in menyebut
 * "tindakan keji" is not. */
static bool sentence_sized(struct sulih_view text, const struct quote_part *part)
{
	struct sulih_view inner = sulih_view_slice(text, part->inner.start, part->inner.end);
	size_t words = count_words(inner, FEWEST_WORDS + 1), used;
	bool capital = sulih_is_upper(sulih_utf8_decode(inner.data, inner.length, &used));
	bool ends = strchr(",.?!", inner.data[inner.length - 1]) != NULL;

	if (words >= FEWEST_WORDS && capital)
		return true;
	return ends && words > (capital ? 1 : FEWEST_WORDS);
}

bool sulih_mask_stands_apart(const struct sulih_masker *m, const struct quote_part *part)
{
	struct sulih_view inner = sulih_view_slice(m->text, part->inner.start, part->inner.end);

	return m->options->quotes != SULIH_QUOTES_INLINE &&
	       part->quote->kind == SULIH_QUOTE_SPEECH && sulih_mask_has_letter(inner) &&
	       (m->options->quotes == SULIH_QUOTES_VERBATIM || sentence_sized(m->text, part));
}

int sulih_mask_gather_quotes(struct sulih_masker *m, struct sulih_span segment)
{
	const struct sulih_segmentation *s = &m->document->segmentation;
	size_t kept = 0;

	for (size_t i = 0; i < m->quotes.count; i++)
		if (s->quotes.items[m->quotes.items[i]].span.end > segment.start)
			m->quotes.items[kept++] = m->quotes.items[i];
	m->quotes.count = kept;
	for (; m->next_quote < s->quotes.count &&
	       s->quotes.items[m->next_quote].span.start < segment.end;
	     m->next_quote++) {
		size_t *one;

		if (s->quotes.items[m->next_quote].span.end <= segment.start)
			continue;
		one = SULIH_VECTOR_ADD(&m->quotes);
		if (one == NULL)
			return SULIH_ERROR_MEMORY;
		*one = m->next_quote;
	}
	return 0;
}

size_t sulih_mask_quote_parts(struct sulih_masker *m, struct sulih_span segment,
			      struct quote_part *parts)
{
	const struct sulih_segmentation *s = &m->document->segmentation;
	size_t count = 0;

	for (size_t i = 0; i < m->quotes.count && count < SULIH_MASK_PARTS; i++) {
		const struct sulih_quote *q = &s->quotes.items[m->quotes.items[i]];
		struct quote_part *part = &parts[count];

		if (q->depth != 1)
			continue;
		part->quote = q;
		part->index = m->quotes.items[i];
		part->part.start = q->span.start > segment.start ? q->span.start : segment.start;
		part->part.end = q->span.end < segment.end ? q->span.end : segment.end;
		part->inner.start = q->inner.start > segment.start ? q->inner.start : segment.start;
		part->inner.end = q->inner.end < segment.end ? q->inner.end : segment.end;
		if (part->inner.start >= part->inner.end)
			continue;
		part->inner = trim(m->text, part->inner);
		count += part->inner.start < part->inner.end;
	}
	return count;
}

struct sulih_span sulih_mask_words_of_quote(struct sulih_view text, struct sulih_span inner)
{
	if (inner.end - inner.start > 1 && text.data[inner.end - 1] == ',')
		inner.end--;
	return trim(text, inner);
}
