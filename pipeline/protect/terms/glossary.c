#include "pipeline/protect/terms/glossary.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/terms/glossary_build.h"

void sulih_glossary_fold(struct sulih_view text, struct sulih_buffer *out)
{
	for (size_t at = 0, used; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
			c = '\''; /* Jum’at is Jum'at */
		sulih_buffer_put_code_point(out, sulih_to_lower(c));
	}
}

size_t sulih_glossary_first_word(struct sulih_view folded)
{
	size_t at = 0, used;

	while (at < folded.length) {
		uint32_t c = sulih_utf8_decode(folded.data + at, folded.length - at, &used);

		if (!sulih_is_letter(c) && !sulih_is_digit(c))
			return at == 0 ? used : at;
		at += used;
	}
	return at;
}

static struct sulih_view first_word(const struct sulih_term *term)
{
	return sulih_view_slice(term->folded, 0, term->first_word);
}

/* By first word, then the longer first, then as in the file. */
static int by_word(const void *a, const void *b)
{
	const struct sulih_term *x = *(const struct sulih_term *const *)a;
	const struct sulih_term *y = *(const struct sulih_term *const *)b;
	int order = sulih_view_compare(first_word(x), first_word(y));

	if (order != 0)
		return order;
	if (x->folded.length != y->folded.length)
		return x->folded.length > y->folded.length ? -1 : 1;
	order = sulih_view_compare(x->folded, y->folded);
	if (order != 0)
		return order;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* Both can stand for the same words of a text. */
static bool same_source(const struct sulih_term *x, const struct sulih_term *y)
{
	if (!sulih_view_equal(x->folded, y->folded))
		return false;
	return sulih_view_equal(x->source, y->source) || x->letters == SULIH_CASE_INSENSITIVE ||
	       y->letters == SULIH_CASE_INSENSITIVE;
}

/* An entry against the earlier ones of the same folded source. */
static void compare_with_earlier(struct sulih_glossary *g, size_t at,
				 struct sulih_glossary_report *report)
{
	struct sulih_term *term = g->order[at];

	for (size_t i = at; i-- > 0;) {
		struct sulih_term *earlier = g->order[i];

		if (!sulih_view_equal(earlier->folded, term->folded))
			return;
		if (!same_source(earlier, term))
			continue;
		if (sulih_view_equal(earlier->target, term->target)) {
			sulih_glossary_say(report, term->line, SULIH_INFO,
					   "'%.*s' stands already in line %zu",
					   SULIH_VIEW_ARGS(term->source), earlier->line);
			return;
		}
		term->rival = earlier->line;
		if (earlier->rival == 0)
			earlier->rival = term->line;
		sulih_glossary_say(
			report, term->line, SULIH_WARNING,
			"'%.*s' is '%.*s' in line %zu already, which is used; take one "
			"of them out",
			SULIH_VIEW_ARGS(term->source),
			SULIH_VIEW_ARGS(earlier->target.length ? earlier->target : earlier->source),
			earlier->line);
		return;
	}
}

int sulih_glossary_index(struct sulih_glossary *g, struct sulih_glossary_report *report)
{
	g->order = calloc(g->terms.count ? g->terms.count : 1, sizeof(*g->order));
	if (g->order == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < g->terms.count; i++) {
		unsigned char first = (unsigned char)g->terms.items[i].folded.data[0];

		g->order[i] = &g->terms.items[i];
		g->firsts[first / 8] |= (unsigned char)(1u << first % 8);
	}
	qsort(g->order, g->terms.count, sizeof(*g->order), by_word);
	for (size_t i = 1; i < g->terms.count; i++)
		compare_with_earlier(g, i, report);
	return 0;
}

bool sulih_glossary_begins(const struct sulih_glossary *g, unsigned char first)
{
	return g->firsts[first / 8] >> first % 8 & 1;
}

/* The first place in `order` whose first word is not below `word`. */
static size_t lower_bound(const struct sulih_glossary *g, struct sulih_view word)
{
	size_t low = 0, high = g->terms.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sulih_view_compare(first_word(g->order[middle]), word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct sulih_term *sulih_glossary_next(const struct sulih_glossary *g, struct sulih_view word,
					     size_t *next)
{
	size_t at = *next == 0 ? lower_bound(g, word) : *next;

	if (at >= g->terms.count || !sulih_view_equal(first_word(g->order[at]), word))
		return NULL;
	*next = at + 1;
	return g->order[at];
}

void sulih_glossary_free(struct sulih_glossary *g)
{
	if (g == NULL)
		return;
	SULIH_VECTOR_RELEASE(&g->terms);
	free(g->order);
	sulih_arena_release(&g->arena);
	free(g);
}

size_t sulih_glossary_count(const struct sulih_glossary *g)
{
	return g->terms.count;
}

const struct sulih_term *sulih_glossary_term(const struct sulih_glossary *g, size_t index)
{
	return &g->terms.items[index];
}

const char *sulih_glossary_name(const struct sulih_glossary *g)
{
	return g->name;
}
