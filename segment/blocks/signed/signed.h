/*
 * Lines that somebody signed: bylines with their date, captions with their credit.
 */
#ifndef SULIH_SEGMENT_BLOCKS_SIGNED_SIGNED_H
#define SULIH_SEGMENT_BLOCKS_SIGNED_SIGNED_H

#include "segment/blocks/shape.h"
#include "segment/segment.h"

/* A byline, a caption's credit or a heading is never longer (bytes). */
#define LINE_LONGEST 300

/* Whether the block `index`, which is `text`, says who wrote the article. */
bool sulih_is_byline(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		     const struct shape *shape);

/* `Selasa, 21 Okt 2025 10:30 WIB`, `Kompas.com - 20/10/2025, 10:30 WIB`, `CNN Indonesia`. */
bool sulih_is_date_line(struct sulih_view text);

/* `.com`, `.id`: how an outlet's address ends. */
bool sulih_has_outlet_ending(struct sulih_view word);

/* name_lines.c: `Ratna Dewi - 4 Maret 2024`, `Ratna Dewi` alone between headline and article
 * or below all of it, `Ratna Dewi - Kabar Pantai` below the headline. */
bool sulih_is_dated_signature(size_t index, struct sulih_view text, const struct shape *shape);
bool sulih_is_lone_name(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			const struct shape *shape);

/* `Dosen Fakultas Psikologi Universitas X` below `Oleh Ratna Dewi`. */
bool sulih_is_affiliation(const struct sulih_segmentation *out, size_t index,
			  struct sulih_view text, const struct shape *shape);

/* `Ratna Dewi, M.Psi., Psikolog` at an end of the article. */
bool sulih_is_titled_name(const struct sulih_segmentation *out, size_t index,
			  struct sulih_view text, const struct shape *shape);

bool sulih_is_unknown_signature(const struct sulih_segmentation *out, size_t index,
				struct sulih_view text, const struct shape *shape);

/* Names as below, one of them given to children. */
bool sulih_is_listed_person(struct sulih_view text);

/* Two or more words, all of them with a capital and none a common word that nobody is called. */
bool sulih_are_names(struct sulih_view text);

/* Whether the block `index` is one of the first, and no running text stands before it.  The roles
 * of those before it are known. */
bool sulih_opens_article(const struct sulih_segmentation *out, size_t index);

/* Whether the block `index`, which is `text`, is signed by a photographer. */
bool sulih_is_caption(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		      const struct shape *shape);

/* outlet_credits.c: `Warga mengungsi. (Kabar Pantai/Ratna Dewi)` under the headline, `Jembatan
 * gantung (AP)`. */
bool sulih_has_outlet_credit(const struct sulih_segmentation *out, size_t index,
			     struct sulih_view text, const struct shape *shape);

/* `Ratna Dewi (kiri) bersama Bagus (kedua dari kanan).` under the headline: where in the photograph
 * they stand, also with a stop. */
bool sulih_tells_places(const struct sulih_segmentation *out, size_t index, struct sulih_view text);

/* A credit before the text, the photographer's name in capitals: then the text may have a
 * stop: `KOMPAS.com/BUDI SANTOSO Warga mengantre.` */
bool sulih_is_shouted_credit(struct sulih_view text);

#endif
