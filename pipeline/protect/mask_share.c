#include "pipeline/protect/masker.h"

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

/* The longest event of the least risk; NULL: none may be taken out. */
static struct sulih_mask_event *least_risk(struct sulih_masker *m)
{
	struct sulih_mask_event *best = NULL;
	enum risk least = RISK_KEPT;

	for (size_t i = 0; i < m->events.count; i++) {
		struct sulih_mask_event *one = &m->events.items[i];
		enum risk risk = risk_of(one);

		if (risk < least ||
		    (risk == least && best != NULL &&
		     one->span.end - one->span.start > best->span.end - best->span.start)) {
			best = one;
			least = risk;
		}
	}
	return best;
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

static void take_out(struct sulih_masker *m, struct sulih_mask_event *out)
{
	struct sulih_mask_event *end = m->events.items + m->events.count;

	memmove(out, out + 1, (size_t)(end - (out + 1)) * sizeof(*out));
	m->events.count--;
}

void sulih_mask_share(struct sulih_masker *m, struct sulih_span item)
{
	double most = m->options->most_masked > 0 ? m->options->most_masked : SULIH_MOST_MASKED;
	size_t all, masked = 0, masks = 0;

	if (m->events.count < FEWEST_MASKS)
		return;
	all = count(sulih_view_slice(m->text, item.start, item.end));
	for (size_t i = 0; i < m->events.count; i++) {
		const struct sulih_mask_event *one = &m->events.items[i];
		size_t length = count(sulih_view_slice(m->text, one->span.start, one->span.end));

		/* ⟦1⟧ kata ⟦2⟧ di ⟦3⟧: a frame says enough, and its speaker must be sure */
		if (one->kind == SULIH_KIND_QUOTE)
			return;
		if (one->found == NULL)
			all -= length;
		else
			masked += length, masks++;
	}
	if (masks < FEWEST_MASKS || !has_plain_words(m, item))
		return;
	while ((double)masked > most * (double)all) {
		struct sulih_mask_event *out = least_risk(m);

		if (out == NULL)
			return;
		masked -= count(sulih_view_slice(m->text, out->span.start, out->span.end));
		take_out(m, out);
	}
}
