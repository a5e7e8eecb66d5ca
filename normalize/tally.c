/*
 * What was repaired: counted for the diagnostics, reported one by one for --explain.
 */
#include "normalize/clean.h"

#include "base/utf8.h"

/* Further ones are only counted. */
#define MOST_PARTED_REPORTS 1000

void sulih_clean_tally(struct sulih_clean *clean, enum sulih_diagnostic_id id,
		       struct sulih_span span, size_t amount)
{
	struct sulih_tally *tally = &clean->tallies[id];

	if (tally->count == 0)
		tally->first = span;
	tally->count += amount;
}

/* The bytes of source code points `from` to `to` of a part. */
static struct sulih_view source_slice(struct sulih_view part, uint32_t from, uint32_t to)
{
	size_t at = 0, start = 0, used;
	uint32_t index = 0;

	for (; at < part.length && index < to; at += used, index++) {
		if (index == from)
			start = at;
		sulih_utf8_decode(part.data + at, part.length - at, &used);
	}
	return sulih_view_slice(part, from < index ? start : at, at);
}

static void report(struct sulih_clean *clean, struct sulih_view part,
		   const struct sulih_repair *repair, struct sulih_span span)
{
	struct sulih_repair_report r = { repair->id, span, clean->lines + 1, { 0 }, { 0 } };

	sulih_buffer_clear(&clean->excerpt);
	for (size_t i = 0; i < clean->line.cells.count; i++) {
		struct sulih_cell cell = clean->line.cells.items[i];

		if (cell.from < repair->to && (cell.to > repair->from || cell.from > repair->from))
			sulih_line_put_cell(&clean->excerpt, cell.c);
	}
	r.was = source_slice(part, repair->from, repair->to);
	r.now = sulih_buffer_view(&clean->excerpt);
	clean->options.on_repair(clean->options.context, &r);
}

/* A judgement rather than a repair of form: each is reported, for an editor to look at. */
static void diagnose_parted(struct sulih_clean *clean, struct sulih_view part,
			    const struct sulih_repair *repair, struct sulih_span span)
{
	struct sulih_view was = source_slice(part, repair->from, repair->to);

	if (clean->options.diagnostics == NULL ||
	    clean->tallies[SULIH_DIAGNOSTIC_WORDS_PARTED].count > MOST_PARTED_REPORTS)
		return;
	if (sulih_utf8_valid_prefix(was) != was.length)
		was.length = 0;
	sulih_diagnose(clean->options.diagnostics, SULIH_DIAGNOSTIC_WORDS_PARTED, span,
		       "Words glued together were parted: %.*s", SULIH_VIEW_ARGS(was));
}

void sulih_clean_tally_repairs(struct sulih_clean *clean, struct sulih_view part)
{
	for (size_t i = 0; i < clean->line.repairs.count; i++) {
		const struct sulih_repair *repair = &clean->line.repairs.items[i];
		struct sulih_span span = { clean->source + repair->from,
					   clean->source + repair->to };

		sulih_clean_tally(clean, repair->id, span, repair->amount);
		if (repair->id == SULIH_DIAGNOSTIC_WORDS_PARTED)
			diagnose_parted(clean, part, repair, span);
		if (clean->options.on_repair != NULL)
			report(clean, part, repair, span);
	}
}
