/*
 * Seams: where an engine's words meet what stands in for a placeholder.
 *
 * The engine saw a token there, so it could know neither how its English begins (a or an),
 * nor whether it takes an article, nor whether a date is a day (on) or a month (in), nor that a
 * country has an adjective.  These small words are set right, and a word that its English begins
 * with does not stand before it too; no other word is touched.
 */
#ifndef SULIH_PIPELINE_REASSEMBLE_SEAMS_H
#define SULIH_PIPELINE_REASSEMBLE_SEAMS_H

#include "pipeline/document.h"

struct sulih_seam {
	const struct sulih_placeholder *placeholder;
	struct sulih_view target;	 /* what stands in for it: sulih_seam_target */
	struct sulih_view source_before; /* the source's text before the placeholder */
	struct sulih_view after;	 /* the target's text behind it */
	bool headline;			 /* headlines do without articles */
};

/* The English of the placeholder in this place: a country that the engine put before a noun has its
 * adjective (Germany citizens: German), where the source has it behind one.  `out` is what stands
 * before it, whose English of this item begins at `from`. */
struct sulih_view sulih_seam_target(const struct sulih_seam *seam, const struct sulih_buffer *out,
				    size_t from);
/* A country's adjective; empty: the placeholder is none, or has none. */
struct sulih_view sulih_country_adjective(const struct sulih_placeholder *placeholder);
/* Sets right the words at the end of `out`, whose English of this item begins at `from`; the
 * caller then writes the seam's target. */
void sulih_seam_close(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from);
/* Writes the seam's target; before the noun that it measures it has hyphens: a 1.5-hour meeting. */
void sulih_seam_put_target(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from);
/* Bytes at the start of `after` that go: the s of "United States's". */
size_t sulih_seam_drop_s(const struct sulih_seam *seam, size_t *apostrophe);
/* Bytes at the start of `after` that go: the percent of "5.2 percent percent". */
size_t sulih_seam_drop_again(const struct sulih_seam *seam);
/* 1 where the source's stop would be the second behind "7 p.m.", else 0. */
size_t sulih_seam_drop_stop(const struct sulih_placeholder *placeholder, struct sulih_view after);
/* Appends an engine's text; blanks that it or its source lost behind , ; : and a closing mark come
 * back between letters. */
void sulih_put_text(struct sulih_buffer *out, size_t from, struct sulih_view text);

#endif
