/*
 * Mojibake: UTF-8 that was read as Windows-1252 or Latin-1, once or more often
 * ("AsociaciÃ³n", "â€œKami siap,â€\x9d", "ÃƒÂ©").
 *
 * A row of characters that would be well-formed UTF-8 as bytes is a candidate.
 * Whether it is read again is a question of evidence, because sound text has
 * such rows too: “JOSÉ” (É”), « café » (é»), 3×½.  The question is always the
 * same: can a writer have put this sign behind this letter?  Signs that close a
 * word (” ’ … – ») can follow any letter; others ("‚", "¤", "œ" behind "Ã") cannot.
 *
 * Internal to mojibake.c and mojibake_evidence.c.
 */
#ifndef SULIH_NORMALIZE_REPAIR_MOJIBAKE_H
#define SULIH_NORMALIZE_REPAIR_MOJIBAKE_H

#include "normalize/repair/line.h"

struct reading {
	size_t at; /* index of its first cell */
	size_t length;
	unsigned char bytes[4];
	uint32_t c; /* what it means */
};

/* A character of the line; all line ends are one here, as they will be in the end. */
static inline uint32_t cell_at(const struct sulih_line *line, size_t at)
{
	uint32_t c = at < line->cells.count ? line->cells.items[at].c : '\n';

	return (c >= '\n' && c <= '\r') || c == 0x2028 || c == SULIH_PARAGRAPH_SEPARATOR ? '\n' : c;
}

static inline uint32_t cell_before(const struct sulih_line *line, size_t at)
{
	return at > 0 ? cell_at(line, at - 1) : line->starts ? '\n' : 'a';
}

/* Reads the characters at `at` as the bytes of one of UTF-8; false: they are no such row. */
bool sulih_mojibake_read(const struct sulih_line *line, size_t at, struct reading *reading);

/* mojibake_evidence.c: whether no writer can have meant the row as it stands. */
bool sulih_mojibake_is_evident(const struct sulih_line *line, const struct reading *reading);

#endif
