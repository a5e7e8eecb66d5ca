/*
 * gloss: the English of a masked sentence.  A placeholder is written ⟦1⟧, or
 * with its kind ⟦1 person⟧; it comes out as ⟦1⟧.
 *
 * word: headword, class and gloss of a lower-case word, "-" when there is none.
 */
#include <stdlib.h>

#include "base/lexicon/words.h"
#include "pipeline/translate/gloss/gloss.h"
#include "tests/spec/spec.h"

enum { MOST = 32 };

struct masked {
	struct sulih_part parts[2 * MOST + 1];
	struct sulih_placeholder placeholders[MOST];
	size_t count, placeholder_count;
};

static enum sulih_span_kind kind_named(struct sulih_view name)
{
	static const struct {
		const char *name;
		enum sulih_span_kind kind;
	} kinds[] = { { "person", SULIH_KIND_PERSON },
		      { "place", SULIH_KIND_PLACE },
		      { "organization", SULIH_KIND_ORGANIZATION },
		      { "number", SULIH_KIND_NUMBER },
		      { "date", SULIH_KIND_DATE },
		      { "time", SULIH_KIND_TIME },
		      { "quote", SULIH_KIND_QUOTE },
		      { "mark", SULIH_KIND_MARK },
		      { "percent", SULIH_KIND_PERCENT },
		      { "work", SULIH_KIND_WORK } };

	for (size_t i = 0; i < SULIH_COUNT(kinds); i++)
		if (sulih_view_is(name, kinds[i].name))
			return kinds[i].kind;
	return SULIH_KIND_NAME;
}

static void add_text(struct masked *masked, struct sulih_view text)
{
	if (text.length > 0)
		masked->parts[masked->count++].text = text;
}

static void parse(struct sulih_view input, struct masked *masked)
{
	struct sulih_view open = SULIH_VIEW("⟦"), shut = SULIH_VIEW("⟧");
	size_t at = 0, start = 0;

	while (at < input.length && masked->placeholder_count < MOST) {
		struct sulih_placeholder *placeholder;
		size_t end = at, blank;

		if (!sulih_view_starts(sulih_view_slice(input, at, input.length), open)) {
			at++;
			continue;
		}
		add_text(masked, sulih_view_slice(input, start, at));
		while (end < input.length &&
		       !sulih_view_starts(sulih_view_slice(input, end, input.length), shut))
			end++;
		placeholder = &masked->placeholders[masked->placeholder_count++];
		placeholder->number = (unsigned)atoi(input.data + at + open.length);
		for (blank = at; blank < end && input.data[blank] != ' ';)
			blank++;
		placeholder->kind =
			kind_named(sulih_view_slice(input, blank < end ? blank + 1 : end, end));
		masked->parts[masked->count++].placeholder = placeholder->number;
		start = at = end + shut.length;
	}
	add_text(masked, sulih_view_slice(input, start, input.length));
}

static int run_gloss(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	struct sulih_arena arena = SULIH_ARENA_INIT;
	struct masked masked = { 0 };
	struct sulih_part *target;
	size_t count;
	int result;

	parse(input, &masked);
	result = sulih_gloss_parts(masked.parts, masked.count, masked.placeholders,
				   masked.placeholder_count, &arena, &target, &count, error);
	for (size_t i = 0; result == 0 && i < count; i++) {
		if (target[i].placeholder != 0)
			sulih_buffer_printf(output, "⟦%u⟧", target[i].placeholder);
		else
			sulih_buffer_add(output, target[i].text);
	}
	sulih_arena_release(&arena);
	return result;
}

static int run_word(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error)
{
	static const char *const classes[] = { "n",    "v",   "a",   "adv",  "pron", "prep",
					       "conj", "num", "det", "part", "int",  "q" };
	struct sulih_word word;

	(void)error;
	if (!sulih_word_find(input, &word)) {
		sulih_buffer_putc(output, '-');
		return 0;
	}
	sulih_buffer_add(output, sulih_row_column(&word.row, 0));
	sulih_buffer_printf(output, " %s ", classes[word.word_class]);
	sulih_buffer_add(output, word.gloss);
	return 0;
}

SPEC_KIND("gloss", run_gloss);
SPEC_KIND("word", run_word);
