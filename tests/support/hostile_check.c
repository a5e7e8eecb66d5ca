/* What came back from a server that misbehaves, beside what should have. */
#include "tests/support/hostile_check.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support/mangle.h"

unsigned char *hostile_read_diagnostics(const struct sulih_document *document)
{
	unsigned char *said = calloc(document->items.count + 1, 1);

	if (said == NULL)
		return NULL;
	for (size_t i = 0; i < document->diagnostics.list.count; i++) {
		const struct sulih_diagnostic *one = &document->diagnostics.list.items[i];
		size_t low = 0, high = document->items.count;

		while (low < high) {
			size_t middle = low + (high - low) / 2;
			struct sulih_span span = sulih_document_source_span(
				document, document->items.items[middle].span);

			if (span.end <= one->span.start)
				low = middle + 1;
			else
				high = middle;
		}
		if (one->id == SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED)
			said[low] |= FLAGGED;
		else if (sulih_diagnostic_level(one->id) >= SULIH_WARNING)
			said[low] |= WARNED;
	}
	return said;
}

/* Adds the words of the parts, in small letters with a blank behind each. */
static void add_words(const struct sulih_part *parts, size_t count, bool english,
		      struct sulih_buffer *out)
{
	for (size_t i = 0; i < count; i++) {
		struct sulih_buffer text = SULIH_BUFFER_INIT;
		bool inside = false;

		if (parts[i].placeholder != 0)
			continue;
		if (english)
			mangle_translate(parts[i].text, &text);
		else
			sulih_buffer_add(&text, parts[i].text);
		for (size_t at = 0; at < text.length; at++) {
			char c = text.data[at];
			bool word = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');

			if (word)
				sulih_buffer_putc(out, c >= 'A' && c <= 'Z' ? (char)(c | 32) : c);
			else if (inside)
				sulih_buffer_putc(out, ' ');
			inside = word;
		}
		if (inside)
			sulih_buffer_putc(out, ' ');
		sulih_buffer_release(&text);
	}
}

/* Each placeholder exactly once, and the very words that the stub makes of the source. */
static bool is_right(const struct sulih_item *item)
{
	struct sulih_buffer wanted = SULIH_BUFFER_INIT, got = SULIH_BUFFER_INIT;
	size_t seen = 0;
	bool right;

	for (size_t i = 0; i < item->placeholders.count; i++) {
		size_t times = 0;

		for (size_t k = 0; k < item->target.count; k++)
			times += item->target.items[k].placeholder ==
				 item->placeholders.items[i].number;
		seen += times == 1;
	}
	add_words(item->source.items, item->source.count, true, &wanted);
	add_words(item->target.items, item->target.count, false, &got);
	right = seen == item->placeholders.count &&
		sulih_view_equal(sulih_buffer_view(&wanted), sulih_buffer_view(&got));
	sulih_buffer_release(&wanted);
	sulih_buffer_release(&got);
	return right;
}

static bool is_source(const struct sulih_item *item)
{
	if (item->target.count != item->source.count)
		return false;
	for (size_t i = 0; i < item->source.count; i++)
		if (item->target.items[i].placeholder != item->source.items[i].placeholder ||
		    !sulih_view_equal(item->target.items[i].text, item->source.items[i].text))
			return false;
	return true;
}

void hostile_count(const struct sulih_item *item, unsigned said, struct hostile_tally *tally)
{
	switch (item->state) {
	case SULIH_ITEM_TRANSLATED:
		tally->translated++;
		tally->stateless += item->rung != NULL;
		break;
	case SULIH_ITEM_REPAIRED:
		if (item->rung == NULL) {
			tally->stateless++;
			return;
		}
		tally->repaired++;
		tally->alone += strcmp(item->rung, "alone") == 0;
		tally->alternate += strcmp(item->rung, "alternate") == 0;
		tally->split += strcmp(item->rung, "split") == 0;
		tally->unmasked += strcmp(item->rung, "unmasked") == 0;
		tally->restored += strcmp(item->rung, "restored") == 0;
		break;
	case SULIH_ITEM_UNTRANSLATED:
		tally->untranslated++;
		tally->silent += !is_source(item) || !(said & FLAGGED);
		return;
	case SULIH_ITEM_SKIPPED:
		tally->skipped++;
		tally->silent += !is_source(item);
		return;
	default:
		tally->stateless++;
		return;
	}
	tally->warned += (said & WARNED) != 0;
	tally->silent += (said & FLAGGED) || (!is_right(item) && !(said & WARNED));
}
