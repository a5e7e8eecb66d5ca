/*
 * Words that a scraper glued together when it dropped the tags of a link
 * ("PresidenDonald Trumpdi Washington"), and blanks lost after a stop ("KPK.Dalam").
 *
 * A blank is put back only with proof: what stands on both sides of it are known
 * words or names.  Brands have capitals inside too (KompasTV, AirAsia, iPhone).
 */
#ifndef SULIH_NORMALIZE_REPAIR_GLUE_H
#define SULIH_NORMALIZE_REPAIR_GLUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/letter.h"
#include "base/view.h"

/* Longer chunks are not looked at. */
#define SULIH_GLUE_LONGEST 80
#define SULIH_GLUE_BORDERS 8

/* What stands between two blanks, one byte a character: ASCII as it is, other letters
 * and signs as one of these. */
enum { SULIH_GLUE_SIGN = 0x01, SULIH_GLUE_LETTER = 0x02 };

/*
 * Where words may be glued: "aB" (PresidenDonald), ".B" (KPK.Dalam), ",B" (dia,Hamas), ")B"
 * ((AS)Donald), ".c" (Kompas.comtampil), and the "b" of "AAb" (BBCpada).  The three bytes may be
 * any.  normalize/scan.c asks the same of many bytes at once.
 */
static inline bool sulih_glue_is_hint(unsigned char first, unsigned char before, unsigned char c)
{
	/* unsigned, so that nothing of it becomes a jump: it is asked of every letter */
	unsigned upper = sulih_byte_is_upper((char)c), small = sulih_byte_is_lower((char)c);
	unsigned stop = (unsigned)(before == '.') | (unsigned)(before == '?') |
			(unsigned)(before == '!') | (unsigned)(before == ')') |
			(unsigned)(before == ',') | (unsigned)sulih_byte_is_lower((char)before);

	return (upper & stop) | ((unsigned)(c == 'c') & (unsigned)(before == '.')) |
	       (small & (unsigned)sulih_byte_is_upper((char)before) &
		(unsigned)sulih_byte_is_upper((char)first));
}

/* Finds where blanks lack in `chunk`, in order; returns how many (at most
 * SULIH_GLUE_BORDERS).  `after_parted`: the chunk before it was parted. */
size_t sulih_glue_borders(struct sulih_view chunk, bool after_parted, size_t *borders);

/* The byte that stands for a character in a chunk. */
char sulih_glue_byte(uint32_t c);

/* Whether the chunk of `text` around byte `at` lacks a blank; *end gets the end of the chunk. */
bool sulih_glue_at(struct sulih_view text, size_t at, size_t *end);

#endif
