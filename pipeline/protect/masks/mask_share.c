#include "pipeline/protect/masks/masker.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "lists.h"

/*
 * A sentence that is nearly all masks tells an engine nothing, and it invents words.  What an
 * engine is sure to get right by itself is given back to it, in this order; figures that must
 * be converted, the user's terms, acronyms, laws, codes and addresses never are.
 */
enum { FEWEST_MASKS = 3 }; /* one or two masks leave no sentence without shape */

enum risk { RISK_FIGURE, RISK_COUNTRY, RISK_FOREIGN, RISK_KEPT };

static bool has_word(struct sulih_view name)
{
	char room[64];

	for (size_t at = 0, end; at < name.length; at = end + 1) {
		struct sulih_view lower;

		for (end = at; end < name.length && name.data[end] != ' ';)
			end++;
		lower = sulih_lower_key(sulih_view_slice(name, at, end), room, sizeof(room));
		if (lower.length == 0 || sulih_word_known(lower))
			return true;
	}
	return false;
}

static enum risk risk_of(const struct sulih_mask_event *event)
{
	const struct sulih_protected *p = event->found;

	if (p == NULL || event->merged || strcmp(p->why, "glossary") == 0)
		return RISK_KEPT;
	if (p->ruling == SULIH_COPY &&
	    (p->kind == SULIH_KIND_NUMBER || p->kind == SULIH_KIND_SCORE ||
	     p->kind == SULIH_KIND_DATE || p->kind == SULIH_KIND_PERCENT))
		return RISK_FIGURE;
	/* Jepang, Korea Utara: every engine has them; AS and Korsel it may not have, nor the
	 * bracket of "Amerika Serikat (AS)" */
	if (p->ruling == SULIH_MAP && memchr(p->target.data, '(', p->target.length) == NULL &&
	    p->kind == SULIH_KIND_PLACE && p->row.entry != NULL &&
	    sulih_table_has(&sulih_list_icu_regions, sulih_row_column(&p->row, 0)))
		return RISK_COUNTRY;
	/* Viklund: no word of the language, so nothing to translate */
	if (p->ruling == SULIH_COPY && sulih_kind_is_name(p->kind) && p->kind != SULIH_KIND_LAW &&
	    !has_word(p->target))
		return RISK_FOREIGN;
	return RISK_KEPT;
}

/* Characters without the blanks. */
static size_t count(struct sulih_view text)
{
	size_t characters = 0;

	/* a byte sum of so few bytes cannot overflow, and the compiler makes vectors of it */
	for (size_t at = 0, end; at < text.length; at = end) {
		unsigned char sum = 0;

		end = text.length - at > 128 ? at + 128 : text.length;
		for (size_t i = at; i < end; i++)
			sum += ((signed char)text.data[i] > (signed char)0xBF) &
			       (text.data[i] != ' ');
		characters += sum;
	}
	return characters;
}

/* An event as one that may be taken out. */
struct taking {
	size_t length, index;
	enum risk risk;
};

/* The least risk first, of these the longest, of these the first in the text. */
static int by_risk(const void *one, const void *other)
{
	const struct taking *a = one, *b = other;

	if (a->risk != b->risk)
		return a->risk < b->risk ? -1 : 1;
	if (a->length != b->length)
		return a->length > b->length ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

/* Whether words stand between the masks: without any, the item is not sent at all. */
static bool has_plain_words(const struct sulih_masker *m, struct sulih_span item)
{
	size_t at = item.start;

	for (size_t i = 0; i < m->events.count; i++) {
		const struct sulih_span event = m->events.items[i].span;

		if (sulih_mask_has_letter(sulih_view_slice(m->text, at, event.start)))
			return true;
		at = event.end;
	}
	return sulih_mask_has_letter(sulih_view_slice(m->text, at, item.end));
}

static size_t length_of(const struct sulih_masker *m, const struct sulih_mask_event *event)
{
	return count(sulih_view_slice(m->text, event->span.start, event->span.end));
}

/* Takes events out until no more than `most` characters are masked, or none may go. */
static int take_out(struct sulih_masker *m, size_t masked, double most)
{
	struct taking few[64], *list = few;
	size_t events = m->events.count, kept = 0, out;

	if (events > SULIH_COUNT(few) && (list = malloc(events * sizeof(*list))) == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < events; i++) {
		struct sulih_mask_event *one = &m->events.items[i];

		list[i] = (struct taking){ .length = one->span.end - one->span.start,
					   .index = i,
					   .risk = risk_of(one) };
		one->taken_out = false;
	}
	qsort(list, events, sizeof(*list), by_risk);
	for (out = 0; out < events && list[out].risk < RISK_KEPT && (double)masked > most; out++) {
		struct sulih_mask_event *one = &m->events.items[list[out].index];

		masked -= length_of(m, one);
		one->taken_out = true;
	}
	for (size_t i = 0; out > 0 && i < events; i++)
		if (!m->events.items[i].taken_out)
			m->events.items[kept++] = m->events.items[i];
	if (out > 0)
		m->events.count = kept;
	if (list != few)
		free(list);
	return 0;
}

int sulih_mask_share(struct sulih_masker *m, struct sulih_span item)
{
	double most = m->options->most_masked > 0 ? m->options->most_masked : SULIH_MOST_MASKED;
	size_t all, masked = 0, masks = 0;

	if (m->events.count < FEWEST_MASKS)
		return 0;
	all = count(sulih_view_slice(m->text, item.start, item.end));
	for (size_t i = 0; i < m->events.count; i++) {
		const struct sulih_mask_event *one = &m->events.items[i];
		size_t length = length_of(m, one);

		/* ⟦1⟧ kata ⟦2⟧ di ⟦3⟧: a frame says enough, and its speaker must be sure */
		if (one->kind == SULIH_KIND_QUOTE)
			return 0;
		if (one->found == NULL)
			all -= length;
		else
			masked += length, masks++;
	}
	if (masks < FEWEST_MASKS || (double)masked <= most * (double)all ||
	    !has_plain_words(m, item))
		return 0;
	return take_out(m, masked, most * (double)all);
}
