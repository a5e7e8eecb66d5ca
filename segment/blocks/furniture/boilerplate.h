/*
 * Lines of the page around an article: what is no part of it and names nobody.
 */
#ifndef SULIH_SEGMENT_BLOCKS_FURNITURE_BOILERPLATE_H
#define SULIH_SEGMENT_BLOCKS_FURNITURE_BOILERPLATE_H

#include "segment/segment.h"

/* Whether a word, whatever its capitals, is of this class of lists/line-cues.tsv. */
bool sulih_is_line_cue(struct sulih_view word, const char *class);

/* Nothing but figures, punctuation and page-turn words from `at` on: `Halaman: 1 2 3 Next`. */
bool sulih_nothing_follows(struct sulih_view text, size_t at);

/* `© 2025 …`, `(c) …` */
bool sulih_starts_with_copyright(struct sulih_view text);

/* Whether the block `index`, which is `text`, is boilerplate without words of the list of openings:
 * page numbers, the page's channels elsewhere, what is left of an embedded post. */
bool sulih_is_boilerplate(size_t index, struct sulih_view text);

/* `Berlangganan Suara Kita untuk membaca artikel ini.` */
bool sulih_asks_for_login(struct sulih_view text);

/* `Video Pilihan Editor`, `Simak laporan selengkapnya di halaman berikutnya.` */
bool sulih_is_menu(struct sulih_view text);

/* `Baca juga:`, `TERPOPULER`: titles of other articles follow on lines of their own. */
bool sulih_announces_links(struct sulih_view text);

/* `Bagus Prasetyo adalah dosen …` at the end of what he signed is a note about him. */
bool sulih_is_writers_note(const struct sulih_segmentation *out, size_t index);

/* `Ratna Dewi adalah dosen di Bandung. Tulisan ini pendapat pribadi.` in one paragraph. */
bool sulih_opens_writers_note(struct sulih_view text);

#endif
