#include "pipeline/translate/gloss/units.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/utf8.h"

/* Writes the target as parts; text between placeholders is one part. */
struct writer {
	struct sulih_arena *arena;
	struct sulih_buffer text;
	struct sulih_part *parts;
	size_t count;
	bool failed;
};

/* Words that stay small in a title: Ministry of Finance, Asked to Wait. */
static bool stays_small(struct sulih_view english, size_t at)
{
	static const char *const words[] = { "of", "to", "in",	"by",  "as", "a",
					     "an", "at", "and", "for", "the" };
	size_t end = at;

	while (end < english.length && english.data[end] != ' ')
		end++;
	if (end == english.length || (at == 0 && english.data[0] != 'o'))
		return false;
	return SULIH_VIEW_IS_ONE_OF(sulih_view_slice(english, at, end), words);
}

static void put_case(struct sulih_view english, enum unit_letters letters, struct sulih_buffer *out)
{
	bool first = true;
	size_t used;

	for (size_t at = 0; at < english.length; at += used) {
		uint32_t c = sulih_utf8_decode(english.data + at, english.length - at, &used);

		if (letters == LETTERS_TITLE && first && stays_small(english, at))
			first = false;
		if (letters == LETTERS_UPPER || (letters != LETTERS_LOWER && first))
			c = sulih_to_upper(c);
		first = letters == LETTERS_TITLE && c == ' ';
		sulih_buffer_put_code_point(out, c);
	}
}

/* An "a" at the end of the text is "an" before a vowel. */
static void mend_article(struct sulih_buffer *text, struct sulih_view next)
{
	size_t n = text->length;

	if (n >= 2 && next.length > 0 && strchr("aeiou", next.data[0]) != NULL &&
	    text->data[n - 1] == ' ' && (text->data[n - 2] | 32) == 'a' &&
	    (n == 2 || text->data[n - 3] == ' ' || text->data[n - 3] == '"')) {
		sulih_buffer_truncate(text, n - 1);
		sulih_buffer_puts(text, "n ");
	}
}

static void flush_text(struct writer *writer)
{
	struct sulih_view text;

	if (writer->text.length == 0)
		return;
	text = sulih_arena_copy(writer->arena, sulih_buffer_view(&writer->text));
	if (text.data == NULL || writer->text.failed != 0) {
		writer->failed = true;
		return;
	}
	writer->parts[writer->count++] = (struct sulih_part){ .text = text };
	sulih_buffer_clear(&writer->text);
}

static void put_placeholder(struct writer *writer, const struct unit *unit)
{
	if (unit->english.length > 0) { /* "of" before a name */
		sulih_buffer_add(&writer->text, unit->english);
		sulih_buffer_putc(&writer->text, ' ');
	}
	flush_text(writer);
	writer->parts[writer->count++] = (struct sulih_part){ .text = sulih_view_make("", 0),
							      .placeholder = unit->placeholder };
}

/*
 * The case of a unit's English: a capital that opens a sentence belongs to the
 * place (`here`), any other to the word.
 */
static enum unit_letters letters_at(const struct unit *here, const struct unit *unit)
{
	/* UU is a law, no LAW: the capitals of a short form are not the word's */
	if (unit->letters == LETTERS_TITLE ||
	    (unit->letters == LETTERS_UPPER && unit->source.length > 3))
		return unit->letters;
	if (here->opens && here->letters != LETTERS_LOWER)
		return LETTERS_CAPITAL;
	/* Anda takes a capital out of politeness, and a sentence's first word for its place. */
	if (unit->opens || unit->letters == LETTERS_LOWER || unit->letters == LETTERS_UPPER ||
	    unit_says(unit, "anda"))
		return LETTERS_LOWER;
	return LETTERS_TITLE; /* a headline or an office: Was Asked, Prime Minister */
}

static void write_units(struct sentence *sentence, struct writer *writer)
{
	const struct unit *units = sentence->units.items;
	bool skip = false, capital = false;

	for (size_t i = 0; i < sentence->units.count; i++) {
		const struct unit *here = &units[i], *unit = &units[sentence->order[i]];
		enum unit_letters letters = letters_at(here, unit);
		bool empty = unit->kind == UNIT_WORD && unit->english.length == 0;

		/* A word that says nothing takes the blank before it along, at the
		 * beginning of a sentence the one behind it. */
		if (!(skip && here->joined) && !(empty && here->joined))
			sulih_buffer_add(&writer->text, here->gap);
		skip = empty && (!here->joined || skip);
		if (capital && letters == LETTERS_LOWER)
			letters = LETTERS_CAPITAL;
		capital = empty && letters == LETTERS_CAPITAL;
		if (unit->kind == UNIT_PLACEHOLDER) {
			put_placeholder(writer, unit);
		} else if (unit->kind == UNIT_WORD && !unit->found) {
			sulih_buffer_add(&writer->text, unit->english);
		} else if (!empty && unit->kind == UNIT_WORD) {
			mend_article(&writer->text, unit->english);
			put_case(unit->english, letters, &writer->text);
		}
	}
	flush_text(writer);
}

int sulih_gloss_parts(const struct sulih_part *parts, size_t count,
		      const struct sulih_placeholder *placeholders, size_t placeholder_count,
		      struct sulih_arena *arena, struct sulih_part **target, size_t *target_count,
		      struct sulih_error *error)
{
	struct sentence sentence = { .arena = arena, .room = SULIH_BUFFER_INIT };
	struct writer writer = { .arena = arena, .text = SULIH_BUFFER_INIT };
	int result = SULIH_ERROR_MEMORY;

	*target = NULL;
	*target_count = 0;
	if (sulih_gloss_read(&sentence, parts, count, placeholders, placeholder_count) != 0)
		goto cleanup;
	sentence.order = sulih_arena_alloc(arena, sentence.units.count * sizeof(*sentence.order));
	writer.parts = sulih_arena_alloc(arena, (2 * count + 2) * sizeof(*writer.parts));
	if (sentence.order == NULL || writer.parts == NULL)
		goto cleanup;
	sulih_gloss_clause(&sentence);
	if (!sentence.failed)
		sulih_gloss_order(&sentence);
	if (!sentence.failed)
		write_units(&sentence, &writer);
	if (sentence.failed || writer.failed)
		goto cleanup;
	*target = writer.parts;
	*target_count = writer.count;
	result = 0;

cleanup:
	sulih_buffer_release(&writer.text);
	sulih_buffer_release(&sentence.room);
	SULIH_VECTOR_RELEASE(&sentence.units);
	return result == 0 ? 0 : sulih_fail_memory(error);
}

int sulih_gloss(struct sulih_document *document, struct sulih_item *item)
{
	struct sulih_part *target;
	size_t count;
	int result;

	item->target.count = 0;
	result = sulih_gloss_parts(item->source.items, item->source.count, item->placeholders.items,
				   item->placeholders.count, &document->arena, &target, &count,
				   NULL);
	for (size_t i = 0; result == 0 && i < count; i++) {
		struct sulih_part *part = SULIH_VECTOR_ADD(&item->target);

		if (part == NULL)
			return SULIH_ERROR_MEMORY;
		*part = target[i];
	}
	return result;
}
