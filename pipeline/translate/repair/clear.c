/*
 * A text sent with its names in clear: they are written in place of the tokens, and
 * looked for in the answer.
 */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/letter.h"
#include "pipeline/translate/repair/repair.h"

/* A quote's words are a text of their own, and marks say nothing. */
static bool has_clear_words(const struct sulih_item *item)
{
	for (size_t i = 0; i < item->placeholders.count; i++)
		if (item->placeholders.items[i].kind == SULIH_KIND_QUOTE ||
		    item->placeholders.items[i].kind == SULIH_KIND_MARK)
			return false;
	return item->placeholders.count > 0;
}

bool sulih_job_write_clear(const struct sulih_job *job, const struct sulih_shape *shape,
			   struct sulih_buffer *wire)
{
	const struct sulih_item *item = job->item;
	const struct sulih_wire_names names = { item->placeholders.items,
						item->placeholders.count };

	if (!has_clear_words(item))
		return false;
	sulih_buffer_clear(wire);
	for (size_t i = 0; i < item->source.count; i++) {
		struct sulih_part part = item->source.items[i];
		const struct sulih_placeholder *one = sulih_wire_name(names, part.placeholder);

		if (part.placeholder != 0 && one != NULL)
			part.text = one->source;
		part.placeholder = 0;
		sulih_wire_write(&part, 1, names, shape, wire);
	}
	return true;
}

int sulih_job_append(struct sulih_job *job, struct sulih_parts *out, struct sulih_view text)
{
	struct sulih_part *last = out->count ? SULIH_VECTOR_LAST(out) : NULL;

	if (text.length == 0)
		return 0;
	if (last == NULL || last->placeholder != 0) {
		last = SULIH_VECTOR_ADD(out);
		if (last == NULL)
			return SULIH_ERROR_MEMORY;
		last->text = text;
		return 0;
	}
	last->text = SULIH_ARENA_JOIN(&job->document->arena, last->text, text);
	return last->text.data ? 0 : SULIH_ERROR_MEMORY;
}

/* Where `words` stand in `text`, whatever their case; text.length when nowhere or taken. */
static size_t find_words(struct sulih_view text, struct sulih_view words,
			 const struct sulih_span *taken, size_t taken_count)
{
	for (size_t at = 0; words.length > 0 && at + words.length <= text.length; at++) {
		bool free_here = true;

		if (strncasecmp(text.data + at, words.data, words.length) != 0)
			continue;
		if (at > 0 && sulih_byte_is_letter(text.data[at - 1]))
			continue;
		for (size_t i = 0; i < taken_count; i++)
			free_here = free_here &&
				    (at + words.length <= taken[i].start || at >= taken[i].end);
		if (free_here)
			return at;
	}
	return text.length;
}

static int compare_spans(const void *a, const void *b)
{
	const struct sulih_span *x = a, *y = b;

	return sulih_span_compare(*x, *y);
}

/* The answer to an unmasked text, decoded: its names were sent with the words around them. */
static struct sulih_view clear_text(struct sulih_job *job, struct sulih_view answer,
				    enum sulih_unescape unescape)
{
	const struct sulih_item *item = job->item;
	const struct sulih_shape *shape = job->whole.shape;
	struct sulih_arena *arena = &job->document->arena;
	enum sulih_unescape rule =
		sulih_unescape_rule(unescape, shape, item->source.items, item->source.count);

	for (size_t i = 0; i < item->placeholders.count && rule != SULIH_UNESCAPE_NONE; i++) {
		const struct sulih_part name = { .text = item->placeholders.items[i].source };

		rule = sulih_unescape_rule(unescape, shape, &name, 1);
	}
	return sulih_answer_decode(sulih_answer_line(answer, arena), rule, arena);
}

/* Where the names of the item stand in the text, as they are in English or in the source; false:
 * one is missing. */
static bool find_all(const struct sulih_item *item, struct sulih_view text,
		     struct sulih_span *spans)
{
	for (size_t i = 0; i < item->placeholders.count; i++) {
		const struct sulih_placeholder *one = &item->placeholders.items[i];
		struct sulih_view words = one->target;
		size_t at = find_words(text, words, spans, i);

		if (at == text.length) {
			words = one->source;
			at = find_words(text, words, spans, i);
		}
		if (at == text.length)
			return false;
		spans[i] = (struct sulih_span){ at, at + words.length };
	}
	return true;
}

/* The first span of the answer from `from` on; `count`: there is none. */
static size_t next_span(const struct sulih_span *spans, size_t count, size_t from)
{
	size_t next = count;

	for (size_t i = 0; i < count; i++)
		if (spans[i].start >= from &&
		    (next == count || compare_spans(&spans[i], &spans[next]) < 0))
			next = i;
	return next;
}

int sulih_job_find_names(struct sulih_job *job, struct sulih_view answer,
			 enum sulih_unescape unescape, struct sulih_parts *out, bool *all)
{
	const struct sulih_item *item = job->item;
	struct sulih_view text = clear_text(job, answer, unescape);
	size_t count = item->placeholders.count, from = 0;
	struct sulih_span *spans = calloc(count + 1, sizeof(*spans));
	int code = spans && text.data ? 0 : SULIH_ERROR_MEMORY;

	out->count = 0;
	*all = code == 0 && find_all(item, text, spans);
	for (size_t k = 0; k < count && *all && code == 0; k++) {
		size_t next = next_span(spans, count, from);
		struct sulih_part *part;

		if (next == count) {
			*all = false;
			break;
		}
		code = sulih_job_append(job, out, sulih_view_slice(text, from, spans[next].start));
		part = SULIH_VECTOR_ADD(out);
		if (part == NULL)
			code = SULIH_ERROR_MEMORY;
		else
			part->placeholder = item->placeholders.items[next].number;
		from = spans[next].end;
	}
	if (*all && code == 0)
		code = sulih_job_append(job, out, sulih_view_slice(text, from, text.length));
	free(spans);
	return code;
}
