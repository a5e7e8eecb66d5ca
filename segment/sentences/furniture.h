/*
 * Page furniture and codes that scrapers glue to sentences.
 */
#ifndef SULIH_SEGMENT_SENTENCES_FURNITURE_H
#define SULIH_SEGMENT_SENTENCES_FURNITURE_H

#include "base/view.h"

/* Where `Baca juga` begins when it ends at offset `colon`; `from` when nothing does. */
size_t sulih_furniture_before(struct sulih_view text, size_t from, size_t colon);

/* The end of a fixed phrase (`ADVERTISEMENT`, `[Gambas:…]`) at `at`, or `at`. */
size_t sulih_furniture_end(struct sulih_view text, size_t at);

/* `(ant/ful)`, `[Red]`, `(*)`, with its brackets: who wrote it. */
bool sulih_is_reporter_code(struct sulih_view text);

/* Where a code without a stop before it begins at the end of text, or text.length. */
size_t sulih_trailing_code(struct sulih_view text, size_t from);

/* A line of bylines and notices at `at` is cut where the next one begins: `Pewarta: A |
 * Editor: B | Copyright …`, `(Sari) | Artikel ini …`.  That place, or `at`. */
size_t sulih_byline_end(struct sulih_view text, size_t at);

#endif
