/*
 * Codes that stand in each other's place: each is there once, so that nothing is lost, but the
 * sentence says another thing.
 *
 * Codes may move in a translation.  What tells of an exchange are two codes of which neither has
 * its preposition any more (to 6 percent from 5 percent), but each the other's; or which stand in
 * the other order, and are of one kind, or one of them has the other's preposition.
 */
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/format/xliff_unit.h"

/* Where a code stands: its place in the row of codes, from 1, and the word directly before it, or
 * before its article. */
struct code_place {
	size_t at;
	char before[16]; /* in small letters; empty: none, or a longer one than any preposition */
};

/* The places of a unit's codes in its sources, or in its targets. */
struct code_row {
	struct code_place *places; /* by the code's number - 1 */
	size_t room, count;
	struct sulih_buffer text; /* before the next code */
};

/* The word that ends at `end`, behind a blank or at the start; empty: none. */
static struct sulih_view word_at(struct sulih_view text, size_t end)
{
	size_t start = end;

	while (start > 0 && sulih_byte_is_letter(text.data[start - 1]))
		start--;
	return start == 0 || text.data[start - 1] == ' ' ? sulih_view_slice(text, start, end)
							 : SULIH_VIEW("");
}

static void word_before(struct sulih_view text, struct code_place *place)
{
	size_t end = text.length;
	struct sulih_view word;

	if (end == 0 || text.data[end - 1] != ' ')
		return;
	word = word_at(text, --end);
	if (end > word.length &&
	    (sulih_view_is(word, "the") || sulih_view_is(word, "a") || sulih_view_is(word, "an")))
		word = word_at(text, end - word.length - 1);
	if (word.length >= sizeof(place->before))
		return;
	for (size_t i = 0; i < word.length && i < sizeof(place->before) - 1; i++)
		place->before[i] = (char)sulih_byte_lower(word.data[i]);
}

static void read_codes(struct code_row *row, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		struct code_place *place;
		size_t number;

		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
			sulih_buffer_puts(&row->text, (const char *)n->content);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (!sulih_xliff_is_code(n)) {
			read_codes(row, n);
			continue;
		}
		number = strtoul(sulih_xliff_attribute(n, "id").data, NULL, 10);
		if (number == 0 || number > row->room)
			continue;
		place = &row->places[number - 1];
		*place = (struct code_place){ .at = ++row->count };
		word_before(sulih_buffer_view(&row->text), place);
		sulih_buffer_clear(&row->text);
	}
}

/* False: out of memory. */
static bool read_row(const struct sulih_xliff_unit *u, const char *name, struct code_row *row)
{
	const xmlNode *own = NULL;

	*row = (struct code_row){ .room = json_array_size(u->codes) };
	row->places = calloc(row->room + 1, sizeof(*row->places));
	if (row->places == NULL)
		return false;
	while ((own = sulih_xliff_next_own(u, name, own)) != NULL)
		read_codes(row, own);
	return row->text.failed == 0;
}

/* Whether an English word may stand for an Indonesian preposition. */
static bool fits(const char *preposition, const char *word)
{
	return word[0] != '\0' &&
	       sulih_table_says(&sulih_list_prepositions, sulih_view_of(preposition), word);
}

static const char *text_at(const json_t *array, size_t index)
{
	const char *text = json_string_value(json_array_get(array, index));

	return text != NULL ? text : "";
}

/* Names that are told in one breath say the same in either order; figures may belong to others that
 * are told so. */
static bool are_listed(const struct code_place *a, const struct code_place *b, const char *kind)
{
	static const char *const names[] = { "person", "place", "organization", "name" };

	return SULIH_VIEW_IS_ONE_OF(sulih_view_of(kind), names) && b->at == a->at + 1 &&
	       (strcmp(b->before, "dan") == 0 || strcmp(b->before, "atau") == 0);
}

/* Codes `a` and `b`, which stand in this order in the source. */
static bool are_exchanged(const struct sulih_xliff_unit *u, const struct code_row *source,
			  const struct code_row *target, size_t a, size_t b)
{
	const struct code_place *a_was = &source->places[a], *a_is = &target->places[a];
	const struct code_place *b_was = &source->places[b], *b_is = &target->places[b];
	bool a_kept = fits(a_was->before, a_is->before), b_kept = fits(b_was->before, b_is->before);
	const char *kind = text_at(u->kinds, a);
	bool has_of_b = fits(b_was->before, a_is->before);
	bool has_of_a = fits(a_was->before, b_is->before);

	if (a_kept || b_kept || strcmp(text_at(u->codes, a), text_at(u->codes, b)) == 0)
		return false;
	if (a_is->at < b_is->at)
		return has_of_a && has_of_b;
	return has_of_a || has_of_b ||
	       (kind[0] != '\0' && strcmp(kind, text_at(u->kinds, b)) == 0 &&
		!are_listed(a_was, b_was, kind));
}

bool sulih_xliff_codes_exchanged(const struct sulih_xliff_unit *u, size_t *first, size_t *second)
{
	enum { MOST_CODES = 64 }; /* no sentence has more, and all pairs are looked at */
	struct code_row source = { 0 }, target = { 0 };
	size_t count = json_array_size(u->codes);
	bool found = false;

	if (count > 1 && count <= MOST_CODES && read_row(u, "source", &source) &&
	    read_row(u, "target", &target) && source.count == target.count)
		for (size_t a = 0; a < source.room && !found; a++)
			for (size_t b = 0; b < source.room && !found; b++)
				if (source.places[a].at < source.places[b].at &&
				    are_exchanged(u, &source, &target, a, b)) {
					*first = a + 1;
					*second = b + 1;
					found = true;
				}
	free(source.places);
	free(target.places);
	sulih_buffer_release(&source.text);
	sulih_buffer_release(&target.text);
	return found;
}
