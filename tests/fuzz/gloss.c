/*
 * The look-up of words and the gloss engine on any text.  A byte 0xFF stands for a placeholder.
 * Whatever comes in, each placeholder comes out once and in its order.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/lexicon/words.h"
#include "pipeline/translate/gloss/gloss.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 256 };

static size_t cut_parts(const char *text, size_t size, struct sulih_part *parts,
			struct sulih_placeholder *placeholders, unsigned *number)
{
	size_t count = 0, start = 0;

	for (size_t i = 0; i <= size && count + 2 < MOST; i++) {
		if (i < size && (unsigned char)text[i] != 0xFF)
			continue;
		if (i > start)
			parts[count++] = (struct sulih_part){ .text = sulih_view_make(text + start,
										      i - start) };
		if (i < size) {
			placeholders[*number].kind =
				(enum sulih_span_kind)(*number % SULIH_KIND_COUNT);
			placeholders[*number].number = *number + 1;
			parts[count++].placeholder = ++*number;
		}
		start = i + 1;
	}
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sulih_part parts[MOST];
	static struct sulih_placeholder placeholders[MOST];
	struct sulih_arena arena = SULIH_ARENA_INIT;
	struct sulih_part *target;
	size_t count, out;
	unsigned number = 0, seen = 0;

	memset(parts, 0, sizeof(parts));
	memset(placeholders, 0, sizeof(placeholders));
	sulih_word_known(sulih_view_make((const char *)data, size));
	count = cut_parts((const char *)data, size, parts, placeholders, &number);
	if (sulih_gloss_parts(parts, count, placeholders, number, &arena, &target, &out, NULL) == 0)
		for (size_t i = 0; i < out; i++)
			if (target[i].placeholder != 0 && target[i].placeholder != ++seen)
				abort();
	if (seen != number)
		abort();
	sulih_arena_release(&arena);
	return 0;
}
